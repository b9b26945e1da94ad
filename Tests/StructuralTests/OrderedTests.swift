import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Probability
import Structural
import Survey
import Testing

/// Ordered answers beside lavaan 0.6-14 (`ordered = TRUE`, its WLSMV): estimates, thresholds, robust errors, the scaled and shifted χ²
/// and the fit that follows from it.
@Suite("Structural models of ordered answers") struct OrderedTests {
  static let names = [
    "wlsmv", "wlsmv_equal", "wlsmv_groups", "wlsmv_mixed", "wlsmv_mixed_paths", "wlsmv_mixed_groups", "wlsmv_weights",
    "wlsmv_mixed_weights", "wlsmv_mixed_weights_groups",
  ]

  @Test(arguments: names) func `all figures agree`(_ name: String) throws {
    try prepareLinearAlgebra()
    let reference = try LavaanModels()
    // lavaan counts groups by n in errors and by n − 1 in F: we by n − 1 in both, which of errors of .3 is 4e-5.
    let tolerance = name.hasSuffix("groups") ? 5e-5 : 1e-5
    let fit = try reference.fitted(name)
    var lines = LavaanData.differences(fit, reference, name, tolerance: tolerance, isDesign: true)
    if name == "wlsmv_mixed_paths" {
      // lavaan's SRMR is not that of its own matrices there, from which its formula gives this.
      #expect(abs(fit.statistics.srmr - 0.06834028) < 1e-7)
      lines.removeAll { $0.contains("srmr") }
    }
    #expect(lines.isEmpty, "\(lines.prefix(10).joined(separator: "\n"))")
  }

  @Test func `thresholds agree and can be labelled`() throws {
    try prepareLinearAlgebra()
    let reference = try LavaanModels()
    let text = "visual =~ x1 + x2 + x3\nx1 | low*t1\ntwice := 2*low"
    let model = StructuralModel(try ModelSyntax(text), estimator: .wlsmv)
    let fit = try model.fit(to: LavaanData("ordered").frames(model.observed))
    let theirs = reference.parameters("wlsmv").first { $0["op"] as? String == "|" && $0["lhs"] as? String == "x1" }
    let own = try #require(fit.parameters.first { $0.sign == "|" && $0.label == "low" })
    #expect(abs(own.estimate - (theirs?["est"] as! NSNumber).doubleValue) < 1e-7)
    #expect(abs(own.standardError! - (theirs?["se"] as! NSNumber).doubleValue) < 1e-6)
    let defined = try #require(fit.parameters.first { $0.sign == ":=" })
    #expect(abs(defined.standardError! - 2 * own.standardError!) < 1e-12)
  }

  /// Where causes are observed, residual variances of what they act on follow from all else.
  @Test func `a saturated recursion is regression on polychoric correlations`() throws {
    try prepareLinearAlgebra()
    let model = StructuralModel(try ModelSyntax("x9 ~ x1 + x2\nx7 ~ x9 + x1 + x2"), estimator: .wlsmv)
    let frame = try LavaanData("ordered5").frames(model.observed)[0]
    let fit = try model.fit(to: [frame])
    let correlations = try #require(try AsymptoticCovariance(frame, columns: Array(0..<4)))
    var r = SymmetricMatrix(order: 4)
    for i in 0..<4 { r[i, i] = 1 }
    for (parameter, estimate) in zip(correlations.parameters, correlations.estimates) {
      if case .correlation(let i, let j) = parameter { r[i, j] = estimate }
    }
    let names = model.observed
    for (to, causes) in [("x9", ["x1", "x2"]), ("x7", ["x9", "x1", "x2"])] {
      let at = causes.map { names.firstIndex(of: $0)! }
      let slopes = try Cholesky(r.selecting(at)).solve(at.map { r[names.firstIndex(of: to)!, $0] })
      for (cause, slope) in zip(causes, slopes) {
        let own = try #require(fit.parameters.first { $0.left == to && $0.sign == "~" && $0.right == cause })
        #expect(abs(own.estimate - slope) < 1e-8, "\(to) ~ \(cause)")
        #expect(own.standardError! > 0)
      }
    }
    #expect(fit.statistics.degreesOfFreedom == 0 && fit.statistics.chiSquared! < 1e-12)
    #expect((0..<4).allSatisfy { abs(fit.groups[0].implied[$0, $0] - 1) < 1e-12 })
  }

  /// Samples of a population: estimates lie about its loadings and thresholds, intervals hold them, and the test has its size.
  @Test func `loadings and thresholds are recovered`() throws {
    try prepareLinearAlgebra()
    let (loadings, cuts, relation) = ([0.8, 0.7, 0.6, 0.75, 0.65, 0.5], [-1.0, 0.2, 1.1], 0.4)
    let names = (1...6).map { "y\($0)" }
    let text = "f =~ y1 + y2 + y3\ng =~ y4 + y5 + y6"
    let model = StructuralModel(try ModelSyntax(text), estimator: .wlsmv, hasUnitVariances: true)
    let (samples, n) = (60, 600)
    var (sums, held, rejected) = ([String: Double](), 0, 0)
    for sample in 0..<samples {
      var stream = RandomStream(seed: 17, stream: UInt64(sample))
      var columns = [[Double]](repeating: [], count: 6)
      for _ in 0..<n {
        let f = stream.normal()
        let g = relation * f + (1 - relation * relation).squareRoot() * stream.normal()
        for k in 0..<6 {
          let loading = loadings[k]
          let y = loading * (k < 3 ? f : g) + (1 - loading * loading).squareRoot() * stream.normal()
          columns[k].append(Double(cuts.count { y > $0 }))
        }
      }
      let fit = try model.fit(to: [LavaanData.frame(names, columns)])
      for parameter in fit.parameters where parameter.isFree { sums[parameter.name, default: 0] += parameter.estimate }
      for (k, name) in names.enumerated() {
        let own = fit.parameters.first { $0.sign == "=~" && $0.right == name }!
        held += own.low! <= loadings[k] && loadings[k] <= own.high! ? 1 : 0
      }
      rejected += fit.statistics.robustPValue! < 0.05 ? 1 : 0
    }
    for (k, name) in names.enumerated() {
      let construct = k < 3 ? "f" : "g"
      #expect(abs(sums["\(construct) =~ \(name)"]! / Double(samples) - loadings[k]) < 0.03, "\(name)")
      for (c, cut) in cuts.enumerated() {
        #expect(abs(sums["\(name) | t\(c + 1)"]! / Double(samples) - cut) < 0.03, "\(name) t\(c + 1)")
      }
    }
    #expect(abs(sums["f ~~ g"]! / Double(samples) - relation) < 0.03)
    // 360 intervals of 95 %, and 60 tests of 5 %.
    #expect(held >= 328 && held <= 356, "\(held)")
    #expect(rejected <= 8, "\(rejected)")
  }

  private func sentence(_ text: String, _ data: String, group: String? = nil) -> String {
    do {
      let model = StructuralModel(try ModelSyntax(text), estimator: .wlsmv)
      _ = try model.fit(to: LavaanData(data).frames(model.observed, group: group))
      return ""
    } catch let fault as any Fault { return fault.sentence.description } catch { return "\(error)" }
  }

  @Test func `what ordered answers cannot have is said`() throws {
    try prepareLinearAlgebra()
    #expect(sentence("f =~ x1 + x2 + x3\nx1 ~ 1", "ordered").contains("thresholds say where answers lie"))
    #expect(sentence("f =~ x1 + x2 + x3\nx1 ~~ x1", "ordered").contains("variance 1"))
    #expect(sentence("f =~ x1 + x2 + x3\nx1 | t7", "ordered").contains("t1 to t2"))
    #expect(sentence("f =~ x1 + x2 + x3", "HolzingerSwineford1939").contains("x1"))
  }

  @Test func `an answer that a group does not give is named`() throws {
    try prepareLinearAlgebra()
    let model = StructuralModel(try ModelSyntax("f =~ x1 + x2 + x3"), estimator: .wlsmv)
    let frame = try LavaanData("ordered").frames(model.observed)[0]
    var other = frame
    for row in 0..<frame.rowCount where other.values[row] == 3 { other.values[row] = 2 }
    do {
      _ = try model.fit(to: [frame, other])
      Issue.record("it was fitted")
    } catch let fault as any Fault {
      #expect(fault.sentence.description.contains("Nobody in group 2 answers 'x1' with 3"))
    }
  }
}
