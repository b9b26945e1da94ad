import Foundation
import Presentation
import Rendering
import Studies
import Survey
import TestSupport
import Testing

/// A program gets from the library what the command line prints.
@Suite struct LibraryTests {
  private static let path = Program.root.appending(path: "datasets/webshop/webshop.yaml").path

  private func printed(_ verb: String, _ options: [String] = []) throws -> String {
    let result = try Program.run([verb, Self.path, "--format", "json", "--quiet"] + options)
    #expect(result.status == 0, "\(result.error)")
    return result.output
  }

  @Test func drivers() throws {
    let result = try Study(path: Self.path).drivers()
    let document = DriverDocuments.drivers(
      result.groups, title: result.title, run: result.run, notes: result.notes)
    #expect(JSONRenderer.render(document) == (try printed("drivers")))
  }

  @Test func matrixOfGroups() throws {
    var study = try Study(path: Self.path)
    study.specification.by = ["segment"]
    study.settings.bootstrap.replicates = 40
    let result = try study.importancePerformance()
    let document = MatrixDocuments.make(result.groups, title: result.title, run: result.run, notes: result.notes)
    #expect(JSONRenderer.render(document) == (try printed("ipa", ["--by", "segment", "--bootstrap", "40"])))
  }

  @Test func descriptionAndReliability() throws {
    let study = try Study(path: Self.path)
    let items = try study.description()
    let described = DescribeDocument.make(
      items.groups, title: items.title, run: items.run, notes: items.notes, differences: items.shareDifferences,
      quality: items.quality)
    #expect(JSONRenderer.render(described) == (try printed("describe")))
    let scales = try study.reliability()
    let document = ReliabilityDocuments.make(
      scales.groups, labels: scales.labels, title: scales.title, run: scales.run, notes: scales.notes)
    #expect(JSONRenderer.render(document) == (try printed("reliability")))
  }

  @Test("the resamples of a study are those of correlate and factor too") func bootstrapOfTheStudy() throws {
    for verb in ["correlate", "factor"] {
      let study = try JSONReader(try printed(verb))
      #expect(study.run["replicates"] as? Int == 1000, "\(verb)")
      let none = try JSONReader(try printed(verb, ["--bootstrap", "0"]))
      #expect(none.run["replicates"] as? Int == 0)
      let help = try Program.run([verb, "--help-all"]).output.replacing(/\s+/, with: " ")
      #expect(help.contains("Default: as many as the study says, else 0, no resampling."), "\(help)")
      let data = try Program.run(
        [verb, "datasets/attitude/attitude.csv", "--format", "json", "--quiet"])
      #expect(try JSONReader(data.output).run["replicates"] as? Int == 0, "\(data.error)")
    }
    let help = try Program.run(["drivers", "--help-all"]).output.replacing(/\s+/, with: " ")
    #expect(help.contains("Default: as many as the study says, else 1000."))
    let intervals = try JSONReader(try printed("factor", ["--factors", "3", "--parallel", "0"])).rows("loadings")
    #expect(!intervals.isEmpty && intervals.allSatisfy { $0["conf_low"] is Double })
  }
}
