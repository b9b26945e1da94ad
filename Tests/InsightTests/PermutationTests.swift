import Importance
import Insight
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

@Suite struct PermutationTests {
  private func pValues(
    _ dataset: Dataset, _ roles: AnalysisRoles, _ methods: [ImportanceMethod] = [.lmg], permutations: Int,
    seed: UInt64 = 1, jobs: Int = 1
  ) throws -> [[Double?]] {
    let analysis = DriverAnalysis(
      methods: methods, bootstrap: BootstrapSpecification(replicates: 0, seed: seed), dominance: false,
      permutations: permutations, folds: 0)
    return try analysis.fit(to: try ModelFrame(dataset, roles: roles), jobs: jobs).outcomes[0].methods
      .map { $0.drivers.map(\.permutationPValue) }
  }

  /// x1 moves y, x2 goes with x1 only, x3 is unrelated to everything.
  private func sample(_ rows: Int, stream number: UInt64) -> Dataset {
    var stream = RandomStream(seed: 77, stream: number)
    var columns = [[Double]](repeating: [], count: 4)
    for _ in 0..<rows {
      let x1 = stream.normal()
      columns[0].append(x1)
      columns[1].append(0.5 * x1 + stream.normal())
      columns[2].append(stream.normal())
      columns[3].append(0.8 * x1 + stream.normal())
    }
    return Samples.dataset([("x1", columns[0]), ("x2", columns[1]), ("x3", columns[2]), ("y", columns[3])])
  }

  @Test("a driver unrelated to everything is rejected as often as the level says, a real one nearly always")
  func size() throws {
    let roles = Samples.roles(drivers: 3, scale: nil)
    var rejected = [0, 0, 0]
    let samples = 400
    for i in 0..<samples {
      let p = try pValues(sample(60, stream: UInt64(i)), roles, permutations: 99)[0]
      for k in 0..<3 where p[k]! <= 0.1 { rejected[k] += 1 }
    }
    // With 99 exchanges p ≤ .1 has exactly chance .1; three standard errors of 400 samples are .045.
    #expect(abs(Double(rejected[2]) / Double(samples) - 0.1) < 0.045)
    #expect(rejected[0] == samples)
  }

  @Test("of a driver alone it is the permutation test of a correlation, near Student's t") func correlation() throws {
    let dataset = sample(80, stream: 5)
    let roles = Samples.roles(drivers: 3, scale: nil)
    let p = try pValues(dataset, roles, [.first], permutations: 9999, jobs: 2)[0]
    for (k, name) in ["x1", "x2", "x3"].enumerated() {
      let frame = try ModelFrame(
        dataset,
        roles: AnalysisRoles(
          outcomes: [.init(name: "y")], players: [.init(name: name, items: [.init(name: name)])]))
      let t = try LinearRegression(errors: .classical).fit(to: frame, outcome: 0).terms[1].pValue!
      // Four standard errors of a share of 9999 draws.
      #expect(abs(p[k]! - t) < 4 * (max(t, 1e-4) * (1 - t) / 9999).squareRoot() + 1e-3, "\(name) \(p[k]!) \(t)")
    }
  }

  @Test("p-values agree with naive code that exchanges rows and fits anew") func naive() throws {
    let dataset = sample(30, stream: 9)
    let roles = Samples.roles(drivers: 3, scale: nil)
    let frame = try ModelFrame(dataset, roles: roles)
    let methods: [ImportanceMethod] = [.lmg, .last, .pratt]
    let p = try pValues(dataset, roles, methods, permutations: 60, seed: 4)
    for k in 0..<3 {
      func importance(_ order: [Int]) throws -> [Double] {
        var exchanged = frame
        for i in 0..<30 { exchanged.values[k * 30 + i] = frame.values[k * 30 + order[i]] }
        let fit = try ImportanceEngine(problem: ImportanceProblem(exchanged, outcome: 0), methods: methods)
          .fit(Moments(exchanged))
        return fit.importance.map { $0[k]! }
      }
      let observed = try importance(Array(0..<30))
      var reached = [0, 0, 0]
      for i in 0..<60 {
        var stream = RandomStream(seed: 4, stream: UInt64(k + 1) << 32 + UInt64(i))
        var order = [Int32](repeating: 0, count: 30)
        order.withUnsafeMutableBufferPointer { RowShuffler(rowCount: 30).draw(stream: &stream, into: $0) }
        #expect(order.sorted() == Array(0..<30))
        for (m, value) in try importance(order.map { Int($0) }).enumerated() where value >= observed[m] - 1e-12 {
          reached[m] += 1
        }
      }
      for m in methods.indices { #expect(p[m][k] == Double(1 + reached[m]) / 61, "\(methods[m]) \(k)") }
    }
  }

  @Test("the result is the same for any number of threads, and frequencies are repeated rows") func identities() throws
  {
    let dataset = Samples.ratings(60)
    let roles = Samples.roles()
    let one = try pValues(dataset, roles, permutations: 199)
    #expect(try pValues(dataset, roles, permutations: 199, jobs: 3) == one)
    let frequencies = (0..<60).map { Double([1, 3, 2][$0 % 3]) }
    let weighted = try pValues(
      dataset.replacing(Variable(name: "w", values: .double(frequencies))),
      Samples.roles(weights: .init(variable: "w", kind: .frequency)), permutations: 199)
    let repeated = try pValues(
      dataset.selecting((0..<60).flatMap { [Int32](repeating: Int32($0), count: Int(frequencies[$0])) }), roles,
      permutations: 199)
    #expect(weighted == repeated)
  }

  @Test("answers are exchanged within strata and clusters only") func groups() throws {
    var stream = RandomStream(seed: 3, stream: 1)
    let groups: [Int32] = (0..<40).map { Int32($0 % 4) }
    let shuffler = RowShuffler(rowCount: 40, groups: groups)
    var order = [Int32](repeating: 0, count: 40)
    for _ in 0..<20 {
      order.withUnsafeMutableBufferPointer { shuffler.draw(stream: &stream, into: $0) }
      #expect(order.sorted() == Array(0..<40))
      #expect(order.enumerated().allSatisfy { groups[$0.offset] == groups[Int($0.element)] })
    }
  }

  @Test("every order of four rows is equally likely") func fairness() {
    var counts: [[Int32]: Int] = [:]
    let shuffler = RowShuffler(rowCount: 4)
    var order = [Int32](repeating: 0, count: 4)
    for i in 0..<24_000 {
      var stream = RandomStream(seed: 8, stream: UInt64(i))
      order.withUnsafeMutableBufferPointer { shuffler.draw(stream: &stream, into: $0) }
      counts[order, default: 0] += 1
    }
    #expect(counts.count == 24)
    // χ² with 23 degrees of freedom: its 99.9 % quantile is 49.7.
    #expect(counts.values.reduce(0.0) { $0 + Double(($1 - 1000) * ($1 - 1000)) / 1000 } < 49.7)
  }
}
