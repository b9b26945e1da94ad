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

/// Ordered and measured variables beside each other: designs beside `survey` and lavaan's influence values
/// (`References/structural/ordered.R`), identities, and what is refused. lavaan's own fits are in `OrderedTests`.
@Suite("Structural models of ordered and measured variables") struct MixedTests {
  static let three = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9"

  private static func model(
    _ text: String = three, ordinal: [String] = [], continuous: [String] = []
  ) throws -> StructuralModel {
    var model = StructuralModel(try ModelSyntax(text), estimator: .wlsmv)
    (model.ordinal, model.continuous) = (ordinal, continuous)
    return model
  }

  private static func frame(_ columns: KeyValuePairs<String, [Double]>, weights: AnalysisRoles.Weighting? = nil) throws
    -> ModelFrame
  {
    let data = Dataset(
      variables: columns.map { Variable(name: $0.key, values: .double($0.value)) }, rowCount: columns[0].value.count)
    let players = columns.filter { $0.key != weights?.variable }
      .map { AnalysisRoles.Player(name: $0.key, items: [AnalysisRoles.Item(name: $0.key)]) }
    return try ModelFrame(data, roles: AnalysisRoles(outcomes: [], players: players, weights: weights), ratings: false)
  }

  /// lavaan's estimates, errors from what respondents do to the moments, added up by `survey`.
  @Test(
    arguments: [
      ("weights", LavaanData.Design(weights: "w")), ("clusters", .init(cluster: "c")),
      ("strata", .init(weights: "w", cluster: "c", strata: "s")),
    ])
  func `errors and χ² follow the design`(_ name: String, _ design: LavaanData.Design) throws {
    try prepareLinearAlgebra()
    let reference = try #require(PackageFiles.json("structural/ordered.json")[name] as? [String: Any])
    let model = try Self.model()
    let fit = try model.fit(to: LavaanData("mixed").frames(model.observed, design))
    let names = try #require(reference["names"] as? [String])
    let (estimates, errors) = (
      try #require(reference["estimate"] as? [Double]), try #require(reference["se"] as? [Double])
    )
    for (k, label) in names.enumerated() {
      let own = try #require(fit.parameters.first { $0.name.filter { !$0.isWhitespace } == label }, "\(label)")
      #expect(abs(own.estimate - estimates[k]) < 1e-5, "\(label): \(own.estimate), \(estimates[k])")
      #expect(abs((own.standardError ?? 0) - errors[k]) < 1e-5, "\(label): \(own.standardError ?? 0), \(errors[k])")
    }
    let statistics = fit.statistics
    for (key, own) in [
      ("chisq", statistics.chiSquared), ("scaling", statistics.scaling), ("shift", statistics.shift),
      ("scaled", statistics.robustChiSquared),
    ] {
      let value = try #require((reference[key] as? NSNumber)?.doubleValue)
      #expect(abs((own ?? 0) - value) < 1e-5 * max(1, value), "\(key): \(own ?? 0), \(value)")
    }
    // 37 clusters, or 37 in 3 strata that no cluster leaves; weights alone leave as many as there are respondents.
    #expect(fit.parameters.first { $0.standardError != nil }?.degrees == ["clusters": 36, "strata": 34][name])
  }

  /// A hundred respondents or so: skewed amounts beside ratings.
  private static func survey(_ stream: inout RandomStream, _ n: Int) -> (
    spend: [Double], age: [Double], ratings: [[Double]]
  ) {
    var (spend, age, ratings) = ([Double](), [Double](), [[Double]](repeating: [], count: 2))
    for _ in 0..<n {
      let f = stream.normal()
      spend.append(exp(0.6 * f + 0.5 * stream.normal()))
      age.append(40 + 5 * f + 8 * stream.normal())
      for k in 0..<2 {
        let y = 0.7 * f + 0.7 * stream.normal()
        ratings[k].append(Double([-0.8, 0.1, 0.9].count { y > $0 } + 1))
      }
    }
    return (spend, age, ratings)
  }

  /// Means and covariances of measured variables have the covariance that their products say, whatever the distribution.
  @Test func `as they are, measured variables have fourth moments`() throws {
    try prepareLinearAlgebra()
    var stream = RandomStream(seed: 5, stream: 0)
    let own = Self.survey(&stream, 200)
    let frame = try Self.frame(["spend": own.spend, "age": own.age, "r": own.ratings[0]])
    let found = try #require(
      try AsymptoticCovariance(frame, columns: [0, 1, 2], ratings: ["r"], information: .answers))
    let n = 200.0
    let centred = [own.spend, own.age].map { values in
      let mean = values.reduce(0, +) / n
      return values.map { $0 - mean }
    }
    func product(_ columns: [Int]) -> [Double] {
      (0..<200).map { row in columns.reduce(1) { $0 * centred[$1][row] } }
    }
    var columns: [(AsymptoticCovariance.Parameter, [Double])] = []
    for k in 0...1 {
      columns.append((.mean(variable: k), centred[k]))
      columns.append((.variance(variable: k), product([k, k])))
    }
    columns.append((.covariance(1, 0), product([0, 1])))
    let matrix = found.matrix
    for (a, x) in columns {
      let i = try #require(found.parameters.firstIndex(of: a))
      let mean = x.reduce(0, +) / n
      if case .mean = a {} else { #expect(abs(found.estimates[i] - mean) < 1e-9 * max(1, abs(mean))) }
      for (b, y) in columns {
        let j = try #require(found.parameters.firstIndex(of: b))
        let other = y.reduce(0, +) / n
        let expected = zip(x, y).reduce(0) { $0 + ($1.0 - mean) * ($1.1 - other) } / n
        #expect(abs(matrix[i, j] - expected) < 1e-9 * max(1, abs(expected)), "\(a) \(b)")
      }
    }
  }

  @Test func `a frequency repeats a respondent, and equal weights change nothing`() throws {
    try prepareLinearAlgebra()
    var stream = RandomStream(seed: 6, stream: 0)
    let own = Self.survey(&stream, 120)
    let counts = (0..<120).map { Double($0 % 3 + 1) }
    func repeated(_ values: [Double]) -> [Double] {
      zip(values, counts).flatMap { [Double](repeating: $0, count: Int($1)) }
    }
    let model = try Self.model("f =~ a + b + age")
    func values(_ frame: ModelFrame) throws -> [Double] {
      let fit = try model.fit(to: [frame])
      return fit.parameters.flatMap { [$0.estimate, $0.standardError ?? 0] }
    }
    let (a, b, age) = (own.ratings[0], own.ratings[1], own.age)
    let counted = try values(
      Self.frame(["a": a, "b": b, "age": age, "w": counts], weights: .init(variable: "w", kind: .frequency)))
    let long = try values(Self.frame(["a": repeated(a), "b": repeated(b), "age": repeated(age)]))
    #expect(counted.count == long.count && zip(counted, long).allSatisfy { abs($0 - $1) < 1e-8 * max(1, abs($1)) })
    let twice = try values(
      Self.frame(
        ["a": a, "b": b, "age": age, "w": [Double](repeating: 2, count: 120)], weights: .init(variable: "w")))
    let plain = try values(Self.frame(["a": a, "b": b, "age": age]))
    #expect(zip(twice, plain).allSatisfy { abs($0 - $1) < 1e-8 * max(1, abs($1)) })
  }

  /// Errors of the variance of skewed amounts: cross products of normal scores give less than half of the spread over samples.
  @Test func `errors as answers are hold for skewed amounts`() throws {
    try prepareLinearAlgebra()
    let samples = 60
    var estimates: [Double] = []
    var errors: [StructuralModel.Information: Double] = [:]
    for sample in 0..<samples {
      var stream = RandomStream(seed: 7, stream: UInt64(sample))
      let own = Self.survey(&stream, 400)
      let frame = try Self.frame(["a": own.ratings[0], "b": own.ratings[1], "spend": own.spend])
      for information in StructuralModel.Information.allCases {
        var model = try Self.model("b ~ a\na ~~ spend")
        model.information = information
        let fit = try model.fit(to: [frame])
        let variance = try #require(fit.parameters.first { $0.name == "spend ~~ spend" })
        if information == .observed { estimates.append(variance.estimate) }
        errors[information, default: 0] += variance.standardError! / Double(samples)
        #expect(fit.notes.contains { $0.kind == .measuredNotNormal } == (information == .expected))
      }
    }
    let mean = estimates.reduce(0, +) / Double(samples)
    let spread = (estimates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(samples - 1)).squareRoot()
    #expect(errors[.observed]! > 0.6 * spread && errors[.observed]! < 1.4 * spread, "\(errors) \(spread)")
    #expect(errors[.expected]! < 0.5 * spread, "\(errors) \(spread)")
  }

  @Test func `effects are resampled with the variances of measured variables`() throws {
    try prepareLinearAlgebra()
    var stream = RandomStream(seed: 8, stream: 0)
    let own = Self.survey(&stream, 300)
    let frame = try Self.frame(["a": own.ratings[0], "b": own.ratings[1], "age": own.age])
    var model = try Self.model("a ~ p*age\nb ~ q*a + age\nthrough := p*q")
    let delta = try model.fit(to: [frame])
    model.bootstrap = BootstrapSpecification(replicates: 300, seed: 1)
    let resampled = try model.fit(to: [frame])
    let errors = [delta, resampled].map { fit in fit.parameters.first { $0.sign == ":=" }?.standardError ?? 0 }
    #expect(abs(errors[1] / errors[0] - 1) < 0.25, "\(errors)")
  }

  private func sentence(_ model: StructuralModel, _ frames: [ModelFrame]) -> String {
    do {
      _ = try model.fit(to: frames)
      return ""
    } catch let fault as any Fault { return fault.sentence.description } catch { return "\(error)" }
  }

  @Test func `what cannot be is said`() throws {
    try prepareLinearAlgebra()
    let data = try LavaanData("mixed")
    let frames = try data.frames(["x1", "x2", "x3", "x5"])
    let text = "f =~ x1 + x2 + x3"
    #expect(
      sentence(try Self.model(text, ordinal: ["x1"]), frames).contains("'x1' cannot be taken for ordered answers"))
    #expect(
      sentence(try Self.model(text, continuous: ["x2", "x3"]), frames).contains("No variable of the model is ordered"))
    #expect(sentence(try Self.model(text, ordinal: ["x5"]), frames).contains("not among the observed variables"))
    #expect(
      sentence(try Self.model(text, ordinal: ["x2"], continuous: ["x2"]), frames).contains("ordered and to be measured")
    )
    #expect(sentence(try Self.model(text + "\nx1 | t1"), frames).contains("Thresholds are of ordered"))
    #expect(sentence(try Self.model(text + "\nx2 ~ 1"), frames).contains("thresholds say where answers lie"))
    #expect(sentence(try Self.model(text + "\nx1 ~ 1\nx1 ~~ x1"), frames).isEmpty)
    var constant = frames[0]
    for row in 0..<constant.rowCount { constant.values[row] = 4.5 }
    #expect(sentence(try Self.model(text), [constant]).contains("'x1'"))
    #expect(sentence(try Self.model(text), [frames[0], constant]).contains("Everybody in group 2"))
    var yes = frames[0]
    for row in 0..<yes.rowCount { yes.values[row] = yes.values[row] > 5 ? 1 : 0 }
    #expect(sentence(try Self.model(text, continuous: ["x1"]), [yes]).contains("two different values"))
  }

  @Test func `empty cells and many answers are fitted`() throws {
    try prepareLinearAlgebra()
    var stream = RandomStream(seed: 9, stream: 0)
    let own = Self.survey(&stream, 150)
    // Eleven answers; and of those who say 1 to the one nobody says 4 to the other.
    let many = own.age.map { max(0, min(10, (($0 - 15) / 5).rounded())) }
    let other = zip(own.ratings[0], own.ratings[1]).map { $0 == 1 && $1 == 4 ? 3 : $1 }
    let frame = try Self.frame(["a": own.ratings[0], "b": other, "many": many, "spend": own.spend.map { log($0) }])
    let fit = try Self.model("f =~ a + b + many + spend").fit(to: [frame])
    #expect(fit.parameters.allSatisfy { $0.estimate.isFinite && $0.standardError?.isFinite != false })
    let note = try #require(fit.notes.first { $0.kind == .orderedAndMeasured })
    #expect(note.sentence.description.contains("Taken as measured, with a mean and a variance: 'spend'"))
  }
}
