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

/// Auxiliary variables under missing answers beside semTools' `sem.auxiliary` (`References/structural/auxiliary.R`).
@Suite("Auxiliary variables of structural models") struct AuxiliaryTests {
  private static let auxiliary = ["x8", "x9"]
  private static let two = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6"

  private static func number(_ row: [String: Any], _ key: String) -> Double? { (row[key] as? NSNumber)?.doubleValue }

  private static func fitted(
    _ text: String, _ estimator: StructuralModel.Estimator = .ml, auxiliary: [String] = auxiliary, replicates: Int = 0
  ) throws -> StructuralModel.Fit {
    try prepareLinearAlgebra()
    var model = StructuralModel(try ModelSyntax(text), estimator: estimator)
    model.auxiliary = auxiliary
    model.bootstrap.replicates = replicates
    model.bootstrap.seed = 5
    let frames = try LavaanData("holes").frames(model.observed + auxiliary, .init(isIncomplete: true))
    return try model.fit(to: frames, modifications: true)
  }

  @Test(arguments: ["cfa", "mlr", "paths", "cause"]) func `all figures agree`(_ name: String) throws {
    let theirs = try #require(PackageFiles.json("structural/auxiliary.json")[name] as? [String: Any])
    let fit = try Self.fitted(theirs["model"] as! String, name == "mlr" ? .mlr : .ml)
    func isClose(_ own: Double?, _ other: Double?) -> Bool {
      guard let other, other.isFinite, let own else { return own == nil && other == nil }
      return abs(own - other) <= 1e-5 * max(1, abs(other))
    }
    for row in theirs["parameters"] as? [[String: Any]] ?? [] {
      guard let left = row["lhs"] as? String, let sign = row["op"] as? String, let right = row["rhs"] as? String else {
        continue
      }
      let own = fit.parameters.first {
        $0.sign == sign
          && (sign == ":=" ? $0.left == left : [[left, right], [right, left]].contains([$0.left, $0.right]))
      }
      guard let own else {
        #expect(sign == "~1" && Self.number(row, "est") == 0, "\(left) \(sign) \(right)")
        continue
      }
      #expect(isClose(own.estimate, Self.number(row, "est")), "\(own.name): \(own.estimate) \(row["est"] ?? "")")
      #expect(isClose(own.standardized, Self.number(row, "std.all")), "\(own.name) std.all")
      if let error = Self.number(row, "se"), error > 1e-9 {
        #expect(isClose(own.standardError, error), "\(own.name) se: \(own.standardError ?? .nan) \(error)")
      }
    }
    #expect(!fit.parameters.contains { Self.auxiliary.contains($0.left) || Self.auxiliary.contains($0.right) })
    let (statistics, other) = (fit.statistics, theirs["fit"] as? [String: Any] ?? [:])
    func compare(_ own: Double?, _ key: String) {
      #expect(isClose(own, Self.number(other, key)), "\(key): \(own ?? .nan) \(other[key] ?? "")")
    }
    compare(statistics.chiSquared, "chisq")
    compare(Double(statistics.degreesOfFreedom), "df")
    compare(Double(statistics.freeParameters), "npar")
    compare(statistics.baselineChiSquared, "baseline.chisq")
    compare(Double(statistics.baselineDegrees), "baseline.df")
    compare(statistics.cfi, "cfi")
    compare(statistics.tli, "tli")
    compare(statistics.rmsea, "rmsea")
    compare(statistics.logLikelihood, "logl")
    compare(statistics.aic, "aic")
    if name == "mlr" {
      compare(statistics.scaling, "chisq.scaling.factor")
      compare(statistics.robustChiSquared, "chisq.scaled")
    }
    #expect(isClose(statistics.srmr, Self.number(theirs, "srmr")), "srmr \(statistics.srmr) \(theirs["srmr"] ?? "")")
  }

  @Test func `nothing made of the fit speaks of them`() throws {
    let fit = try Self.fitted(Self.two + "\nx7 ~ visual + textual", replicates: 60)
    #expect(fit.observed == (1...7).map { "x\($0)" } && fit.latent == ["visual", "textual"])
    #expect(fit.groups[0].sample.order == 7 && fit.groups[0].impliedMeans?.count == 7)
    let names = Set(Self.auxiliary)
    #expect(!fit.modifications.contains { names.contains($0.left) || names.contains($0.right) })
    #expect(!fit.residuals().contains { names.contains($0.a) || names.contains($0.b) })
    #expect(fit.replicatesUsed - fit.replicatesFailed > 50)
    #expect(fit.notes.contains { $0.sentence.description.contains("may depend on 'x8' and 'x9' too") })
    let frames = try LavaanData("holes").frames(fit.observed, .init(isIncomplete: true))
    let scores = try fit.scores(of: frames[0])
    #expect(scores.values.count == 2 && scores.values.allSatisfy { $0.allSatisfy(\.isFinite) })
  }

  /// Resamples of effects spread as the errors of the delta method say.
  @Test func `resamples take them along`() throws {
    let text = Self.two + "\ntextual ~ visual"
    let (delta, drawn) = (try Self.fitted(text), try Self.fitted(text, replicates: 400))
    let (a, b) = (try #require(delta.effects.first?.total), try #require(drawn.effects.first?.total))
    #expect(abs(a.estimate - b.estimate) < 1e-12)
    #expect(abs(b.standardError! / a.standardError! - 1) < 0.25, "\(a) \(b)")
  }

  @Test func `of complete answers they have no part`() throws {
    try prepareLinearAlgebra()
    var model = StructuralModel(try ModelSyntax(Self.two))
    model.hasMeans = true
    let data = try LavaanData("HolzingerSwineford1939")
    let plain = try model.fit(to: data.frames(model.observed, .init(isIncomplete: true)))
    model.auxiliary = ["x9"]
    let beside = try model.fit(to: data.frames(model.observed + ["x9"], .init(isIncomplete: true)))
    #expect(plain.parameters == beside.parameters && plain.statistics == beside.statistics)
  }

  /// Who left y out is told by z alone, which goes with y beyond x: E(y) = 0, and y on x is 0.5.
  @Test func `they undo the bias of answers that they tell of`() throws {
    try prepareLinearAlgebra()
    var random = RandomStream(seed: 16, stream: 0)
    let n = 4000
    var columns = [[Double]](repeating: [], count: 3)
    for _ in 0..<n {
      let (x, z) = (random.normal(), random.normal())
      let y = 0.5 * x + 0.7 * z + 0.5 * random.normal()
      columns[0].append(x)
      columns[1].append(z > 0.3 ? .nan : y)
      columns[2].append(z)
    }
    let frame = try LavaanData.frame(["x", "y", "z"], columns, .init(isIncomplete: true))
    func mean(_ auxiliary: [String]) throws -> (estimate: Double, error: Double, slope: Double) {
      var model = StructuralModel(try ModelSyntax("y ~ x\ny ~ 1"))
      model.auxiliary = auxiliary
      let fit = try model.fit(to: [frame])
      let own = try #require(fit.parameters.first { $0.sign == "~1" && $0.left == "y" })
      let slope = try #require(fit.parameters.first { $0.sign == "~" })
      return (own.estimate, own.standardError!, slope.estimate)
    }
    let (bare, beside) = (try mean([]), try mean(["z"]))
    #expect(abs(beside.estimate) < 4 * beside.error && abs(beside.slope - 0.5) < 0.06, "\(beside)")
    #expect(bare.estimate < -10 * bare.error, "\(bare)")
  }
}
