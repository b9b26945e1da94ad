import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Probability
import Resampling
import Structural
import Survey
import TestSupport
import Testing

/// Models fitted to rank and polychoric correlations: lavaan fits the same matrix with the covariance of its elements, which
/// `References/structural/correlations.R` finds from the definitions.
@Suite("Structural models of correlations") struct CorrelationTests {
  private static let three = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"
  private static let paths =
    "textual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ntextual ~ a*x1 + x2\nspeed ~ b*textual + x1\nthrough := a*b"

  struct Case: Sendable {
    var name: String
    var method: CorrelationMethod
    var data = "HolzingerSwineford1939"
    var text = CorrelationTests.three
    var estimator = StructuralModel.Estimator.ml
    var isDesign = false
  }

  static let cases = [
    Case(name: "spearman", method: .spearman), Case(name: "spearman_mlm", method: .spearman, estimator: .mlm),
    Case(name: "spearman_paths", method: .spearman, text: paths),
    Case(name: "spearman_five", method: .spearman, data: "ordered5"), Case(name: "kendall", method: .kendall),
    Case(name: "kendall_five", method: .kendall, data: "ordered5"),
    Case(name: "polychoric", method: .polychoric, data: "ordered5"),
    Case(name: "spearman_design", method: .spearman, data: "weights", isDesign: true),
  ]

  private static func model(_ text: String, _ method: CorrelationMethod) throws -> StructuralModel {
    var model = StructuralModel(try ModelSyntax(text))
    model.correlation = method
    return model
  }

  @Test(arguments: cases) func `all figures agree with lavaan's`(_ one: Case) throws {
    try prepareLinearAlgebra()
    let all = try PackageFiles.json("structural/correlations.json")
    let reference = try #require(all[one.name] as? [String: Any])
    var model = try Self.model(one.text, one.method)
    model.estimator = one.estimator
    let design = one.isDesign ? LavaanData.Design(weights: "w", cluster: "c") : LavaanData.Design()
    let fit = try model.fit(to: LavaanData(one.data).frames(model.observed, design))
    func number(_ row: [String: Any], _ key: String) -> Double? { (row[key] as? NSNumber)?.doubleValue }
    var compared = 0
    func compare(_ what: String, _ own: Double?, _ theirs: Double?) {
      guard let theirs else { return }
      compared += 1
      #expect(abs((own ?? .nan) - theirs) < 1e-5 * max(1, abs(theirs)), "\(what): \(own ?? .nan), \(theirs)")
    }
    for row in try #require(reference["parameters"] as? [[String: Any]]) {
      let (left, sign, right) = (row["lhs"] as! String, row["op"] as! String, row["rhs"] as! String)
      let own = try #require(
        fit.parameters.first {
          $0.sign == sign
            && ($0.left == left && (sign == ":=" || $0.right == right) || $0.left == right && $0.right == left)
        }, "\(left) \(sign) \(right)")
      let what = "\(left) \(sign) \(right)"
      compare(what, own.estimate, number(row, "est"))
      compare("\(what) std", own.standardized, number(row, "std.all"))
      // What has no error, lavaan's rounding leaves one of 1e-9.
      if let error = number(row, "se"), error > 1e-6 { compare("\(what) se", own.standardError, error) }
      if let error = number(row, "std_error_all"), error > 1e-6 {
        compare("\(what) std se", own.standardizedError, error)
      }
    }
    #expect(compared > 60, "\(compared)")
    let (theirs, own) = (try #require(reference["fit"] as? [String: Any]), fit.statistics)
    compare("χ²", own.chiSquared, number(theirs, "chisq"))
    compare("df", Double(own.degreesOfFreedom), number(theirs, "df"))
    compare("SRMR", own.srmr, number(theirs, "srmr"))
    compare("scaling", own.scaling, number(theirs, "chisq.scaling.factor"))
    compare("scaled χ²", own.robustChiSquared, number(theirs, "chisq.scaled"))
    compare("p", own.robustPValue, number(theirs, "pvalue.scaled"))
    compare("baseline", own.baselineChiSquared, number(theirs, "baseline.chisq"))
    compare("CFI", own.robustCfi, number(theirs, "cfi.robust"))
    compare("TLI", own.robustTli, number(theirs, "tli.robust"))
    compare("RMSEA", own.robustRmsea, number(theirs, "rmsea.robust"))
    #expect(own.pValue == nil && own.logLikelihood == nil, "no normal theory")
  }

  /// Estimates are lavaan's, errors those of the formula on its derivatives.
  @Test(arguments: [StructuralModel.Estimator.gls, .uls]) func `least squares have the errors of the correlations`(
    _ estimator: StructuralModel.Estimator
  ) throws {
    try prepareLinearAlgebra()
    let reference = try #require(
      try PackageFiles.json("structural/correlations.json")[estimator.rawValue] as? [String: Any])
    let (names, estimates) = (reference["names"] as! [String], reference["estimate"] as! [Double])
    var model = try Self.model(Self.three, .spearman)
    model.estimator = estimator
    let fit = try model.fit(to: LavaanData("HolzingerSwineford1939").frames(model.observed))
    for ((name, estimate), error) in zip(zip(names, estimates), reference["se"] as! [Double]) {
      let own = try #require(fit.parameters.first { "\($0.left)\($0.sign)\($0.right)" == name }, "\(name)")
      #expect(abs(own.estimate - estimate) < 1e-5 && abs(own.standardError! - error) < 1e-5, "\(name)")
    }
    #expect(names.count == 21 && (fit.statistics.robustChiSquared == nil) == (estimator == .uls))
  }

  /// Two groups of one sample have, each, what it has.
  @Test func `groups are estimated by themselves`() throws {
    try prepareLinearAlgebra()
    let model = try Self.model(Self.three, .spearman)
    let frames = try LavaanData("HolzingerSwineford1939").frames(model.observed, group: "school")
    let both = try model.fit(to: frames)
    for (g, frame) in frames.enumerated() {
      let one = try model.fit(to: [frame])
      for parameter in one.parameters {
        let own = try #require(both.parameters.first { $0.name == parameter.name && $0.group == g })
        #expect(abs(own.estimate - parameter.estimate) < 1e-6, "\(parameter.name)")
        #expect(abs((own.standardError ?? 0) - (parameter.standardError ?? 0)) < 1e-6, "\(parameter.name)")
      }
    }
    #expect(both.statistics.degreesOfFreedom == 48)
  }

  /// What frequencies repeat counts as often.
  @Test func `frequencies repeat respondents`() throws {
    try prepareLinearAlgebra()
    let model = try Self.model("f =~ x1 + x2 + x3 + x4", .spearman)
    let frame = try LavaanData("ordered5").frames(model.observed)[0]
    let (n, p) = (frame.rowCount, frame.columnCount)
    let counts = (0..<n).map { Double(1 + $0 % 3) }
    var repeated: [[Double]] = []
    for column in 0..<p {
      repeated.append((0..<n).flatMap { [Double](repeating: frame.values[column * n + $0], count: Int(counts[$0])) })
    }
    var weighted = frame
    (weighted.weights, weighted.weightsKind) = (counts, .frequency)
    let (a, b) = (try model.fit(to: [weighted]), try model.fit(to: [LavaanData.frame(model.observed, repeated)]))
    for (own, other) in zip(a.parameters, b.parameters) {
      #expect(abs(own.estimate - other.estimate) < 1e-9 && own.name == other.name)
      #expect(abs((own.standardError ?? 0) - (other.standardError ?? 0)) < 1e-9, "\(own.name)")
    }
    #expect(abs(a.statistics.robustChiSquared! - b.statistics.robustChiSquared!) < 1e-8)
  }

  @Test func `resamples have the errors of the influence functions`() throws {
    try prepareLinearAlgebra()
    var model = try Self.model("x9 ~ b*x4 + x1\nx4 ~ a*x1\nthrough := a*b", .spearman)
    let frame = try LavaanData("HolzingerSwineford1939").frames(model.observed)[0]
    let delta = try model.fit(to: [frame])
    model.bootstrap = .init(replicates: 1000, seed: 3)
    let drawn = try model.fit(to: [frame])
    let (one, other) = (delta.parameters.last!, drawn.parameters.last!)
    #expect(one.sign == ":=" && drawn.replicatesUsed == 1000)
    // 1000 resamples tell an error to 2 %, and n is 301.
    #expect(abs(other.standardError! / one.standardError! - 1) < 0.08, "\(other.standardError!), \(one.standardError!)")
    #expect(other.low! < one.estimate && one.estimate < other.high!)
  }

  /// Ceilings, 250 respondents, rank correlations: for them the model holds by symmetry of the items.
  @Test func `χ² has its size and intervals their coverage`() throws {
    try prepareLinearAlgebra()
    let names = (1...5).map { "y\($0)" }
    let model = try Self.model("f =~ y1 + y2 + y3 + y4 + y5", .spearman)
    let (samples, n) = (300, 250)
    func sample(_ stream: inout RandomStream, _ n: Int) -> [[Double]] {
      var columns = [[Double]](repeating: [], count: 5)
      for _ in 0..<n {
        let f = stream.normal()
        for k in 0..<5 { columns[k].append(min(5, max(1, (3.6 + 1.1 * f + stream.normal()).rounded()))) }
      }
      return columns
    }
    var large = RandomStream(seed: 8, stream: 1_000)
    let truth = try model.fit(to: [LavaanData.frame(names, sample(&large, 200_000))]).parameters
    let true2 = try #require(truth.first { $0.right == "y2" && $0.sign == "=~" }?.standardized)
    var (rejected, held) = (0, 0)
    for k in 0..<samples {
      var stream = RandomStream(seed: 8, stream: UInt64(k))
      let fit = try model.fit(to: [LavaanData.frame(names, sample(&stream, n))])
      rejected += fit.statistics.robustPValue! < 0.05 ? 1 : 0
      let own = fit.parameters.first { $0.right == "y2" && $0.sign == "=~" }!
      held += abs(own.standardized! - true2) <= 1.96 * own.standardizedError! ? 1 : 0
    }
    // 5 % of 300 is 15 ± 3.8, 95 % is 285.
    #expect(rejected >= 4 && rejected <= 27, "\(rejected)")
    #expect(held >= 274 && held <= 296, "\(held)")
  }

  private func sentence(
    _ text: String = "f =~ x1 + x2 + x3 + x4", data: String = "ordered5", _ method: CorrelationMethod = .spearman,
    _ change: (inout StructuralModel, inout [ModelFrame]) -> Void = { _, _ in }
  ) -> String {
    do {
      var model = try Self.model(text, method)
      var frames = try LavaanData(data).frames(model.observed)
      change(&model, &frames)
      _ = try model.fit(to: frames)
      return ""
    } catch let fault as any Fault { return fault.sentence.description } catch { return "\(error)" }
  }

  @Test func `what correlations cannot have is said`() throws {
    try prepareLinearAlgebra()
    #expect(sentence { model, _ in model.estimator = .mlr }.contains("by 'mlr'"))
    #expect(sentence { model, _ in model.estimator = .wlsmv }.contains("polychoric correlations itself"))
    #expect(sentence { model, _ in model.information = .observed }.contains("observed information"))
    #expect(sentence { model, _ in model.hasMeans = true }.contains("means and intercepts"))
    #expect(sentence("f =~ x1 + x2 + x3\nx1 ~ 1").contains("means and intercepts"))
    #expect(sentence { model, _ in model.invariance = [.loadings] }.contains("same parameters in all groups"))
    #expect(sentence { model, _ in model.bollenStine = 50 }.contains("a correlation in place"))
    #expect(sentence("f =~ x1 + x2 + x3", .partial).contains("Partial correlations"))
    #expect(sentence("f =~ a*x1 + a*x2 + a*x3\nx1 ~~ e*x1\nx2 ~~ e*x2\nx3 ~~ e*x3").contains("know no variances"))
    #expect(sentence("f =~ x1 + x2 + x3", data: "HolzingerSwineford1939", .polychoric).contains("x1"))
    // Two columns that are one.
    let same = sentence { _, frames in
      let n = frames[0].rowCount
      for row in 0..<n { frames[0].values[n + row] = frames[0].values[row] }
    }
    #expect(same.contains("'x2' is a combination of others, 'x1' foremost"), "\(same)")
    let constant = sentence { _, frames in for row in 0..<frames[0].rowCount { frames[0].values[row] = 2 } }
    #expect(constant.contains("x1"))
  }
}
