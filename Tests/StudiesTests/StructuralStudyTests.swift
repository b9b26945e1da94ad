import Datasets
import Measures
import Structural
import Studies
import Survey
import Testing

/// A model of constructs and paths as a study runs it.
@Suite struct StructuralStudyTests {
  private func study(_ name: String, _ model: String? = nil) throws -> Study {
    var study = try Study(try #require(BundledDatasets.named(name)))
    if let model { study.settings.structural.model = model }
    return study
  }

  private func isClose(_ a: Double?, _ b: Double?, _ tolerance: Double = 1e-7) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return abs(a - b) <= tolerance * max(1, abs(b))
  }

  @Test func `sums that nobody keeps give what rows give`() throws {
    var study = try study("holzinger-swineford")
    let rows = try study.structural().result.groups[0].fit
    study.settings.keepsNoRows = true
    let sums = try study.structural().result.groups[0].fit
    for (a, b) in zip(rows.parameters, sums.parameters) {
      #expect(a.name == b.name && isClose(a.estimate, b.estimate) && isClose(a.standardError, b.standardError))
    }
    #expect(isClose(rows.statistics.chiSquared, sums.statistics.chiSquared))
    #expect(sums.rowLoss?.used == 301)
  }

  @Test func `groups without anything equal are the groups by themselves`() throws {
    var study = try study("holzinger-swineford")
    study.specification.by = ["school"]
    let together = try study.structural()
    #expect(together.groups.map(\.value) == ["Grant-White", "Pasteur"] && together.groups.map(\.fit) == [145, 156])
    var chiSquared = 0.0
    for (g, school) in ["Grant-White", "Pasteur"].enumerated() {
      var one = try self.study("holzinger-swineford")
      one.specification.condition = "school = '\(school)'"
      let fit = try one.structural().result.groups[0].fit
      chiSquared += try #require(fit.statistics.chiSquared)
      for parameter in fit.parameters {
        let other = together.result.groups[0].fit.parameters.first { $0.group == g && $0.name == parameter.name }
        #expect(isClose(other?.estimate, parameter.estimate, 1e-6), "\(parameter.name)")
      }
    }
    #expect(isClose(together.result.groups[0].fit.statistics.chiSquared, chiSquared, 1e-6))
  }

  @Test func `constructs of the study stand in for lines of the model, as far as it names them`() throws {
    let short = try study("holzinger-swineford", "speed ~ visual").structural().result.groups[0].fit
    let long = try study(
      "holzinger-swineford", "visual =~ x1 + x2 + x3; speed =~ x7 + x8 + x9; speed ~ visual"
    ).structural().result.groups[0].fit
    #expect(short.latent == ["visual", "speed"] && short.parameters == long.parameters)
    // What the model measures itself is measured as it says.
    let own = try study("holzinger-swineford", "visual =~ x1 + x2 + x4; speed ~ visual").structural().result
    #expect(own.groups[0].fit.observed.contains("x4") && !own.groups[0].fit.observed.contains("x3"))
    #expect(own.labels["visual"] == "Visual ability" && own.labels["x9"] == "Speeded discrimination of capitals")
  }

  @Test func `an item that is worded the other way round is turned`() throws {
    let model = "f =~ sat1 + sat2 + sat3"
    func loadings(_ reversed: [String]) throws -> [Double] {
      var study = try study("webshop", model)
      study.specification.reversed = reversed
      study.settings.bootstrap.replicates = 0
      return try study.structural().result.groups[0].fit.parameters.filter { $0.sign == "=~" }.map(\.estimate)
    }
    let (plain, turned) = (try loadings([]), try loadings(["sat3"]))
    #expect(isClose(turned[1], plain[1]) && isClose(turned[2], -plain[2]))
  }

  @Test func `a fault of the model's text shows the line and the place`() throws {
    do {
      _ = try study("holzinger-swineford", "speed ~ visual\nvisual ~~ textal").structural()
      Issue.record("a name that is nothing was taken")
    } catch let fault as ModelFault {
      #expect(fault.text == "visual ~~ textal" && fault.position == 11)
      #expect(fault.description.contains("Did you mean 'textual'?"))
    }
  }
}
