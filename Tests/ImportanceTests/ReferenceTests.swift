import Foundation
import Importance
import LinearAlgebra
import Testing

/// Every figure of `Tests/References/importance/importance.json` (relaimpo 2.2-7, domir 1.2.0) to 1e-10.
@Suite struct ReferenceTests {
  static let named: [(String, ImportanceMethod)] = [
    ("lmg", .lmg), ("last", .last), ("first", .first), ("betasq", .betasq), ("pratt", .pratt), ("genizi", .genizi),
    ("genizi", .relativeWeights), ("car", .car),
  ]

  /// The moments of a reference set, by variable name.
  static func moments(_ set: String) throws -> (names: [String], scatter: SymmetricMatrix) {
    if set == "customer_satisfaction" {
      let (names, products) = try Reference.table("customer-satisfaction-products.csv")
      let n = products[0][0]
      var result = SymmetricMatrix(order: names.count - 1)
      for i in 1..<names.count {
        for j in 1...i {
          result[i - 1, j - 1] = (n * products[i][j] - products[0][i] * products[0][j]) / n
        }
      }
      return (Array(names.dropFirst()), result)
    }
    let (names, rows) = try Reference.table(set + ".csv")
    return (names, scatter(rows))
  }

  @Test(arguments: ["attitude", "swiss", "customer_satisfaction"])
  func `all methods agree with relaimpo and dominance with domir`(_ set: String) throws {
    let reference = try #require(try Reference.json()[set] as? [String: Any])
    let drivers = try #require(reference["drivers"] as? [String])
    let metrics = try #require(reference["metrics"] as? [String: [String: Double]])
    let (names, scatter) = try Self.moments(set)
    let column = { (name: String) in names.firstIndex(of: name)! }
    let problem = ImportanceProblem(
      players: drivers.map { [column($0)] }, outcome: column(reference["outcome"] as! String))
    let engine = ImportanceEngine(problem: problem, methods: Self.named.map(\.1))
    let out = try engine.numbers(scatter)
    #expect(abs(out[0] - (reference["r_squared"] as! Double)) < 1e-10)
    #expect(out[1] == 0)
    for (m, (name, _)) in Self.named.enumerated() {
      let expected = drivers.map { metrics[name]![$0]! }
      #expect(close(Array(out[engine.importanceColumns(method: m)]), expected, 1e-10), "\(name)")
    }
    #expect(abs(out[engine.importanceColumns(method: 0)].reduce(0, +) - out[0]) < 1e-12)

    let dominance = try engine.dominance(momentsOf(scatter))
    let levels = try #require(reference["conditional_dominance"] as? [String: [Double]])
    let complete = try #require(reference["complete_dominance"] as? [[Any]])
    for (i, driver) in drivers.enumerated() {
      #expect(close(try #require(dominance.levels)[i].map { $0! }, levels[driver]!, 1e-10))
      #expect(try #require(dominance.complete)[i] == complete[i].map { $0 as? Double })
    }
  }

  @Test func `groups and weights together agree with relaimpo`() throws {
    let reference = try #require(try Reference.json()["swiss_grouped_weighted"] as? [String: Any])
    let (names, rows) = try Reference.table("swiss.csv")
    let column = { (name: String) in names.firstIndex(of: name)! }
    let weights = (-23...23).map { abs(Double($0)) }
    let players = ["G1", "Agriculture", "Catholic", "Infant.Mortality"]
    let problem = ImportanceProblem(
      players: players.map { $0 == "G1" ? [column("Examination"), column("Education")] : [column($0)] },
      outcome: column("Fertility"))
    let engine = ImportanceEngine(problem: problem, methods: [.lmg, .last, .first, .genizi, .betasq])
    let out = try engine.numbers(scatter(rows, weights: weights))
    #expect(abs(out[0] - (reference["r_squared"] as! Double)) < 1e-10)
    for (m, name) in ["lmg", "last", "first"].enumerated() {
      let expected = players.map { (reference[name] as! [String: Double])[$0]! }
      #expect(close(Array(out[engine.importanceColumns(method: m)]), expected, 1e-10), "\(name)")
    }
    #expect(out[engine.importanceColumns(method: 3)].allSatisfy { $0.isNaN })
    #expect(out[engine.importanceColumns(method: 4)].map { $0.isNaN } == [true, false, false, false])
    #expect(out[engine.signColumns].map { $0.isNaN } == [true, false, false, false])
  }

  @Test func `a covariate that always stays agrees with relaimpo`() throws {
    let reference = try #require(try Reference.json()["swiss_always_education"] as? [String: Any])
    let (names, rows) = try Reference.table("swiss.csv")
    let column = { (name: String) in names.firstIndex(of: name)! }
    let players = ["Agriculture", "Examination", "Catholic", "Infant.Mortality"]
    let problem = ImportanceProblem(
      always: [column("Education")], players: players.map { [column($0)] }, outcome: column("Fertility"))
    let engine = ImportanceEngine(problem: problem, methods: [.lmg, .last, .first, .pratt, .genizi, .car])
    let out = try engine.numbers(scatter(rows))
    #expect(abs(out[0] - (reference["r_squared"] as! Double)) < 1e-10)
    #expect(abs(out[0] - out[1] - (reference["r_squared_decomposed"] as! Double)) < 1e-10)
    for (m, name) in ["lmg", "last", "first"].enumerated() {
      let expected = players.map { (reference[name] as! [String: Double])[$0]! }
      #expect(close(Array(out[engine.importanceColumns(method: m)]), expected, 1e-10), "\(name)")
    }
    for m in [0, 3, 4, 5] {
      #expect(abs(out[engine.importanceColumns(method: m)].reduce(0, +) - (out[0] - out[1])) < 1e-12)
    }
  }
}
