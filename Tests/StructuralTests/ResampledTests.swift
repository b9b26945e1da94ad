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

/// Groups drawn anew and the test of Bollen and Stine, beside lavaan 0.6-14 (`References/structural/resampled.R`) and refits by hand.
@Suite("Resamples of groups, and of rows for which a model holds") struct ResampledTests {
  private static func references(_ kind: String) throws -> [String: [String: Any]] {
    (try PackageFiles.json("structural/resampled.json")[kind] as? [String: Any] ?? [:])
      .compactMapValues { $0 as? [String: Any] }
  }

  private static func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }

  /// The schools in the order of the reference.
  private static func schools(_ names: [String]) throws -> [ModelFrame] {
    try LavaanData("HolzingerSwineford1939").frames(names, group: "school").reversed()
  }

  private static func columns(_ frame: ModelFrame) -> [[Double]] {
    frame.columns.indices.map { Array(frame.values[$0 * frame.rowCount..<($0 + 1) * frame.rowCount]) }
  }

  private static func taking(_ rows: [Int], of frame: ModelFrame) throws -> ModelFrame {
    try LavaanData.frame(frame.columns.map(\.term), columns(frame).map { column in rows.map { column[$0] } })
  }

  /// Rows of a replicate, of the group's own seed.
  private static func drawn(_ frame: ModelFrame, group: Int, seed: UInt64, replicate: Int) -> [Int] {
    var own = RandomStream(seed: seed &+ UInt64(group) &* 0x9E37_79B9_7F4A_7C15, stream: UInt64(replicate))
    var weights = [Double](repeating: 0, count: frame.rowCount)
    weights.withUnsafeMutableBufferPointer { frame.resampler.draw(stream: &own, into: $0) }
    return weights.indices.flatMap { [Int](repeating: $0, count: Int(weights[$0])) }
  }

  /// Sᵉ of a symmetric matrix.
  private static func power(_ matrix: SymmetricMatrix, _ exponent: Double) -> [[Double]] {
    let (eigen, p) = (SymmetricEigen(matrix), matrix.order)
    return (0..<p).map { i in
      (0..<p).map { j in
        (0..<p).reduce(0) { $0 + pow(eigen.values[$1], exponent) * eigen.vectors[i, $1] * eigen.vectors[j, $1] }
      }
    }
  }

  /// Rows moved to where the model holds, one after the other.
  private static func moved(_ frame: ModelFrame, _ group: StructuralModel.Group) throws -> ModelFrame {
    let (p, columns) = (frame.columns.count, columns(frame))
    let (root, inverse) = (power(group.implied, 0.5), power(group.sample, -0.5))
    let means = columns.map { $0.reduce(0, +) / Double($0.count) }
    var result = columns
    for row in 0..<frame.rowCount {
      let scores = (0..<p).map { i in (0..<p).reduce(0) { $0 + inverse[i][$1] * (columns[$1][row] - means[$1]) } }
      for i in 0..<p {
        result[i][row] = (group.impliedMeans?[i] ?? 0) + (0..<p).reduce(0) { $0 + root[i][$1] * scores[$1] }
      }
    }
    return try LavaanData.frame(frame.columns.map(\.term), result)
  }

  private func tested(_ name: String) throws -> (model: StructuralModel, frames: [ModelFrame], own: [String: Any]) {
    let own = try #require(try Self.references("bollen_stine")[name])
    var model = StructuralModel(try ModelSyntax(own["model"] as! String))
    guard (own["group"] as? NSNumber)?.boolValue == true else {
      return (model, try LavaanData(own["data"] as! String).frames(model.observed), own)
    }
    model.invariance = [.loadings]
    return (model, try Self.schools(model.observed), own)
  }

  @Test(
    "rows that are moved have no χ²",
    arguments: ["democracy", "textual", "paths"])
  func identity(_ name: String) throws {
    try prepareLinearAlgebra()
    let (model, frames, own) = try tested(name)
    let fit = try model.fit(to: frames)
    #expect(abs(fit.statistics.chiSquared! - Self.number(own["chisq"])) < 1e-4)
    let again = try model.fit(to: zip(frames, fit.groups).map(Self.moved))
    #expect(again.statistics.chiSquared! < 1e-6)
    // lavaan, whose search stops earlier.
    #expect(Self.number(own["moved_chisq"]) < 1e-3)
    for (a, b) in zip(fit.parameters, again.parameters) { #expect(abs(a.estimate - b.estimate) < 1e-5, "\(a.name)") }
  }

  @Test(
    "the test of Bollen and Stine is that of refits",
    arguments: ["textual", "paths"])
  func refits(_ name: String) throws {
    try prepareLinearAlgebra()
    var (model, frames, _) = try tested(name)
    let fit = try model.fit(to: frames)
    let moved = try zip(frames, fit.groups).map(Self.moved)
    (model.bollenStine, model.bootstrap.seed) = (60, 9)
    let test = try #require(try model.fit(to: frames).statistics.bollenStine)
    model.bollenStine = 0
    var larger = 1
    for replicate in 0..<60 {
      let drawn = try moved.enumerated().map { group, frame in
        try Self.taking(Self.drawn(frame, group: group, seed: 9, replicate: replicate), of: frame)
      }
      if try model.fit(to: drawn).statistics.chiSquared! >= fit.statistics.chiSquared! { larger += 1 }
    }
    #expect(test.failed == 0 && test.pValue == Double(larger) / 61)
  }

  @Test(
    "the test of Bollen and Stine is lavaan's within the error of both",
    arguments: ["democracy", "textual", "paths"])
  func bollenStine(_ name: String) throws {
    try prepareLinearAlgebra()
    var (model, frames, own) = try tested(name)
    model.bollenStine = name == "democracy" ? 300 : 1000
    let test = try #require(try model.fit(to: frames).statistics.bollenStine)
    let p = Self.number(own["p"])
    let counts = 1 / Double(model.bollenStine) + 1 / Self.number(own["replicates"])
    let error = (max(p * (1 - p), 0.002) * counts).squareRoot()
    #expect(abs(test.pValue! - p) < 3.5 * error, "\(test.pValue!), \(p)")
  }

  @Test(
    "groups drawn anew are lavaan's within the error of both",
    arguments: ["observed", "constructs", "tied"])
  func groups(_ name: String) throws {
    try prepareLinearAlgebra()
    let own = try #require(try Self.references("groups")[name])
    let replicates = name == "constructs" ? 300 : 1000
    var model = StructuralModel(
      try ModelSyntax(own["model"] as! String), bootstrap: BootstrapSpecification(replicates: replicates, seed: 3))
    if name == "constructs" { model.invariance = [.loadings] }
    let frames = try Self.schools(model.observed)
    let fit = try model.fit(to: frames)
    #expect(fit.replicatesUsed == replicates)
    model.bootstrap.replicates = 0
    let plain = try model.fit(to: frames)
    let count = 1 / Double(replicates) + 1 / Self.number(own["replicates"])
    func numbers(_ key: String) -> [Double] { (own[key] as! [NSNumber]).map(\.doubleValue) }
    for (k, label) in (own["name"] as! [String]).enumerated() {
      let parameter = try #require(fit.parameters.first { $0.sign == ":=" && $0.left == label })
      let delta = try #require(plain.parameters.first { $0.sign == ":=" && $0.left == label }?.standardError)
      let sd = numbers("sd")[k]
      #expect(abs(parameter.estimate - numbers("estimate")[k]) < 1e-4 && abs(delta - numbers("delta")[k]) < 1e-4)
      // Four times the error of a standard deviation, and of an outer quantile, of about normal numbers. Where one resample of
      // constructs in a hundred lies far off, a standard deviation is that resample's, and quantiles are compared alone.
      let (low, high) = (numbers("low")[k], numbers("high")[k])
      if name != "constructs" {
        #expect(abs(parameter.standardError! - sd) < 4 * sd * (count / 2).squareRoot(), "\(label)")
      }
      let spread = (high - low) / 3.92
      #expect(abs(parameter.low! - low) < 4 * 2.7 * spread * count.squareRoot(), "\(label)")
      #expect(abs(parameter.high! - high) < 4 * 2.7 * spread * count.squareRoot(), "\(label)")
    }
    // The difference of a path is the defined one.
    let difference = fit.contrasts.first { $0.kind == .path && $0.right == (name == "constructs" ? "textual" : "x4") }
    let defined = try #require(fit.parameters.first { $0.sign == ":=" && $0.left == "db" })
    #expect(difference?.low == defined.low && difference?.high == defined.high)
    #expect(difference?.standardError == defined.standardError)
  }

  @Test(
    "intervals of groups are those of refits", arguments: [IntervalKind.percentile, .bca])
  func refits(_ kind: IntervalKind) throws {
    try prepareLinearAlgebra()
    let syntax = try ModelSyntax("x4 ~ c(a1, a2)*x1\nx7 ~ c(b1, b2)*x4 + x1\ndi := a2*b2 - a1*b1")
    let plain = StructuralModel(syntax)
    let frames = try zip(Self.schools(plain.observed), [40, 30]).map { try Self.taking(Array(0..<$1), of: $0) }
    var model = plain
    model.bootstrap = BootstrapSpecification(replicates: 80, seed: 4, interval: kind, confidence: 0.8)
    let resampled = try model.fit(to: frames).parameters.first { $0.sign == ":=" }!
    func estimate(_ frames: [ModelFrame]) throws -> Double {
      try plain.fit(to: frames).parameters.first { $0.sign == ":=" }!.estimate
    }
    let drawn = try (0..<80).map { replicate in
      try estimate(
        frames.enumerated().map {
          try Self.taking(Self.drawn($1, group: $0, seed: 4, replicate: replicate), of: $1)
        })
    }
    var levels = [0.1, 0.9]
    if kind == .bca {
      let point = try estimate(frames)
      var (squares, cubes) = (0.0, 0.0)
      for group in 0..<2 {
        let n = frames[group].rowCount
        let left = try (0..<n).map { row in
          var own = frames
          own[group] = try Self.taking((0..<n).filter { $0 != row }, of: frames[group])
          return try estimate(own)
        }
        let mean = left.reduce(0, +) / Double(n)
        for value in left {
          let l = Double(n - 1) * (mean - value)
          squares += l * l / pow(Double(n), 2)
          cubes += l * l * l / pow(Double(n), 3)
        }
      }
      let (a, normal) = (cubes / (6 * pow(squares, 1.5)), Normal())
      let z0 = normal.quantile(Double(drawn.count { $0 < point }) / 80)
      levels = levels.map { level in
        let z = z0 + normal.quantile(level)
        return normal.lowerTail(z0 + z / (1 - a * z))
      }
    }
    let ends = Quantile.of(drawn, levels)
    #expect(abs(resampled.low! - ends[0]) < 1e-5 && abs(resampled.high! - ends[1]) < 1e-5)
  }

  @Test func `of many rows resampled errors are those of the delta method`() throws {
    try prepareLinearAlgebra()
    let frames = try (0..<2).map { group in
      var stream = RandomStream(seed: 21, stream: UInt64(group))
      var columns = [[Double]](repeating: [], count: 3)
      for _ in 0..<2000 {
        let x = stream.normal()
        let m = (0.3 + 0.2 * Double(group)) * x + stream.normal()
        columns[0].append(x)
        columns[1].append(m)
        columns[2].append(0.4 * m + stream.normal())
      }
      return try LavaanData.frame(["x", "m", "y"], columns)
    }
    var model = StructuralModel(try ModelSyntax("m ~ c(a1, a2)*x\ny ~ c(b, b)*m\ndi := a2*b - a1*b"))
    let delta = try model.fit(to: frames)
    model.bootstrap = BootstrapSpecification(replicates: 400, seed: 2)
    let drawn = try model.fit(to: frames)
    // A standard deviation of 400 is known to 3.5 %.
    func isClose(_ a: Double?, _ b: Double?) -> Bool { abs(a! / b! - 1) < 0.14 }
    #expect(isClose(drawn.parameters.last?.standardError, delta.parameters.last?.standardError))
    for (a, b) in zip(drawn.contrasts, delta.contrasts) { #expect(isClose(a.standardError, b.standardError)) }
    for (a, b) in zip(drawn.effects, delta.effects) {
      #expect(isClose(a.indirect.standardError ?? 1, b.indirect.standardError ?? 1))
    }
  }

  @Test func `groups with gaps are drawn anew, and equal weights change nothing`() throws {
    try prepareLinearAlgebra()
    let syntax = try ModelSyntax("x5 ~ c(a1, a2)*x1\nx9 ~ c(b1, b2)*x5\nd := a2*b2 - a1*b1")
    let model = StructuralModel(syntax, bootstrap: BootstrapSpecification(replicates: 60))
    let open = try model.fit(
      to: LavaanData("holes").frames(model.observed, group: "school", .init(isIncomplete: true)))
    let defined = try #require(open.parameters.first { $0.sign == ":=" })
    #expect(open.replicatesUsed == 60 && defined.low! < defined.estimate && defined.estimate < defined.high!)
    let frames = try Self.schools(model.observed)
    let weighted = try frames.map { frame in
      try LavaanData.frame(
        model.observed, Self.columns(frame) + [[Double](repeating: 2, count: frame.rowCount)], .init(weights: "w"))
    }
    var robust = model
    robust.estimator = .mlr
    let (a, b) = (try robust.fit(to: frames), try robust.fit(to: weighted))
    for (own, other) in zip(a.effects, b.effects) {
      #expect(abs(own.indirect.estimate - other.indirect.estimate) < 1e-9)
      if let low = own.total?.low { #expect(abs(low - other.total!.low!) < 1e-6) }
    }
  }

  @Test func `where too many resamples give nothing there are no intervals`() throws {
    try prepareLinearAlgebra()
    var model = StructuralModel(try ModelSyntax("x4 ~ x1 + x2 + x3"))
    let frames = try Self.schools(model.observed).map { try Self.taking(Array(0..<6), of: $0) }
    let plain = try model.fit(to: frames)
    model.bootstrap = BootstrapSpecification(replicates: 200)
    let fit = try model.fit(to: frames)
    #expect(fit.replicatesFailed > 10 && fit.notes.contains { $0.message.contains("too many for intervals") })
    for (effect, known) in zip(fit.effects, plain.effects) {
      #expect(effect.total!.low == nil && effect.total!.standardError == known.total!.standardError)
    }
    for contrast in fit.contrasts { #expect(contrast.low == nil && contrast.high == nil) }
  }

  @Test func `what the test of Bollen and Stine is not known for is refused`() throws {
    try prepareLinearAlgebra()
    var model = StructuralModel(try ModelSyntax("textual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"))
    model.bollenStine = 40
    let names = model.observed
    func words(_ frames: [ModelFrame], _ estimator: StructuralModel.Estimator = .ml) -> String {
      var own = model
      own.estimator = estimator
      do {
        _ = try own.fit(to: frames)
        return ""
      } catch { return "\(error)" }
    }
    #expect(words(try LavaanData("holes").frames(names, .init(isIncomplete: true))).contains("a gap in answers"))
    #expect(words(try LavaanData("weights").frames(names, .init(weights: "w"))).contains("a sample with weights"))
    #expect(words(try LavaanData("ordered").frames(names), .wlsmv).contains("an order of answers"))
    let frame = try LavaanData("HolzingerSwineford1939").frames(names)[0]
    #expect(throws: DataFault.self) { try model.fit(to: LavaanData.moments(frame)) }
    // A model that nothing tests has no test.
    model.syntax = try ModelSyntax("x4 ~ x1")
    let fit = try model.fit(to: LavaanData("HolzingerSwineford1939").frames(model.observed))
    #expect(fit.statistics.bollenStine == nil)
  }

  @Test func `draws of few clusters reach as far as t does`() throws {
    try prepareLinearAlgebra()
    let text = "x4 ~ a*x1\nx7 ~ b*x4\nthrough := a*b"
    let model = StructuralModel(try ModelSyntax(text))
    let names = model.observed
    var frame = try LavaanData("weights").frames(names, .init(cluster: "c"))[0]
    frame = try LavaanData.frame(
      names, Self.columns(frame) + [(0..<frame.rowCount).map { Double($0 % 6) }], .init(cluster: "c"))
    let fit = try model.fit(to: [frame])
    let path = try #require(fit.effects.first { $0.from == "x1" && $0.to == "x4" }?.direct)
    #expect(path.degrees == 5)
    let drawn = try #require(
      fit.withMonteCarloIntervals(draws: 40_000).effects.first { $0.from == "x1" && $0.to == "x4" }?.direct)
    // A path itself is normal: its interval is that of t.
    #expect(abs(drawn.low! - path.low!) < 0.05 * path.standardError!)
    #expect(abs(drawn.high! - path.high!) < 0.05 * path.standardError!)
  }
}
