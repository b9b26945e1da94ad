import LinearAlgebra
import Measures
import Survey
import Testing

@Suite("Moments that must be equal")
struct MomentsIdentityTests {
  let data = Drawn.survey(rows: 400)

  /// The rows of a survey, each as often as the column `f` says.
  func repeated(_ data: Dataset) -> Dataset {
    guard case .int8(let f) = data["f"]!.values else { return data }
    return data.selecting(f.indices.flatMap { [Int32](repeating: Int32($0), count: Int(f[$0])) })
  }

  @Test("Frequency weights are repeated rows", arguments: [MissingTreatment.listwise, .pairwise])
  func frequencies(missing: MissingTreatment) throws {
    for kinds in [["group"], ["composite", "income"]] {
      let weighted = Small.roles(
        ["q0"], Drawn.players(Set(kinds)), missing: missing, weights: "f", kind: .frequency)
      let plain = Small.roles(["q0"], Drawn.players(Set(kinds)), missing: missing)
      var a = Moments(try ModelFrame(data, roles: weighted))
      let b = Moments(try ModelFrame(repeated(data), roles: plain))
      a.treatment.weights = nil
      #expect(agree(a, b, 1e-12))
      #expect(a.pairCounts == b.pairCounts)
      if kinds == ["group"] && missing == .listwise { #expect(a == b) }
    }
  }

  @Test("Weights of one are no weights", arguments: WeightsKind.allCases)
  func unitWeights(kind: WeightsKind) throws {
    let ones = data.replacing(Small.numbers("one", [Double](repeating: 1, count: 400)))
    let players = Drawn.players(["composite", "income", "channel"])
    var a = Moments(try ModelFrame(ones, roles: Small.roles(["q0"], players, weights: "one", kind: kind)))
    a.treatment.weights = nil
    #expect(agree(a, Moments(try ModelFrame(ones, roles: Small.roles(["q0"], players))), 1e-14))
  }

  @Test("Exact sums and sums of deviations agree")
  func pathsAgree() throws {
    var frame = try ModelFrame(data, roles: Small.roles(["q0"], Drawn.players(["group"])))
    let exact = Moments(frame)
    for k in frame.columns.indices { frame.columns[k].isWhole = false }
    #expect(agree(exact, Moments(frame), 1e-13))
  }

  @Test("Pairwise treatment of complete answers is listwise")
  func completePairs() throws {
    let complete = data.selecting(
      try ModelFrame(
        data, roles: Small.roles(["q0"], Drawn.players(["group", "income"]))
      ).rowNumbers.map { $0 - 1 })
    let a = Moments(try ModelFrame(complete, roles: Small.roles(["q0"], Drawn.players(["group", "income"]))))
    var b = Moments(
      try ModelFrame(complete, roles: Small.roles(["q0"], Drawn.players(["group", "income"]), missing: .pairwise)))
    #expect(b.pairCounts?.packed.allSatisfy { $0 == a.n } == true)
    b.treatment.missing = .listwise
    #expect(agree(a, b, 1e-14))
  }

  @Test("Pairs without missing answers and pairs with one give the same correlations to rounding")
  func almostCompletePairs() throws {
    // A fourth variable that misses one answer sends the other three through the sums by pair.
    let y = (0..<50).map { Int8($0 * 7 % 11) }
    let a = (0..<50).map { Int8(($0 * 5 + 3) % 13) }
    let data = Small.survey(
      Small.ratings("y", y), Small.ratings("a", a), Small.ratings("z", y.enumerated().map { $0 == 9 ? nil : $1 / 2 }))
    let pairs = Moments(
      try ModelFrame(data, roles: Small.roles(["y"], [Small.player("a"), Small.player("z")], missing: .pairwise)))
    let two = Moments(try ModelFrame(data, roles: Small.roles(["y"], [Small.player("a")])))
    #expect(close(pairs.correlation[0, 2], two.correlation[0, 1], 1e-13))
    #expect(close(pairs.covariance[0, 2], two.covariance[0, 1], 1e-13))
    #expect(pairs.n == 49 && pairs.pairCounts![0, 2] == 50)
  }

  @Test("Turning an item round turns the sign of its covariances and nothing else")
  func reversal() throws {
    let plain = Moments(
      try ModelFrame(data, roles: Small.roles(["q0"], [Small.player("q1", 1, 10), Small.player("q2")])))
    let turned = Moments(
      try ModelFrame(data, roles: Small.roles(["q0"], [Small.player("q1", 10, 1), Small.player("q2")])))
    #expect(turned.scatter[0, 0] == plain.scatter[0, 0])
    #expect(turned.scatter[0, 1] == -plain.scatter[0, 1])
    #expect(turned.scatter[0, 2] == -plain.scatter[0, 2])
    #expect(turned.scatter[1, 2] == plain.scatter[1, 2])
    #expect(close(turned.means![0], 11 - plain.means![0], 1e-15))
  }

  /// NIST's univariate sets NumAcc3 and NumAcc4 are these numbers; mean and deviation are exact by construction.
  @Test("A large mean beside a small spread costs no more digits than the data themselves lack")
  func numericalAccuracy() throws {
    for (base, digits) in [(1_000_000.2, 9.2), (10_000_000.2, 8.0)] {
      let low = base == 1_000_000.2 ? 1_000_000.1 : 10_000_000.1
      let high = base == 1_000_000.2 ? 1_000_000.3 : 10_000_000.3
      let x = (0..<1001).map { $0 == 0 ? base : $0 % 2 == 1 ? low : high }
      let data = Small.survey(Small.numbers("x", x), Small.ratings("y", (0..<1001).map { Int8($0 % 9) }))
      let moments = Moments(try ModelFrame(data, roles: Small.roles(["y"], [Small.player("x")])))
      #expect(abs(moments.means![0] - base) <= 1e-14 * base)
      let error = abs(moments.standardDeviations[0] - 0.1) / 0.1
      #expect(error < pow10(-digits))
      let item = try data.describe([Small.item("x")])[0]
      #expect(abs(item.standardDeviation! - 0.1) / 0.1 < pow10(-digits))
    }
  }

  private func pow10(_ x: Double) -> Double { x == -9.2 ? 6.3095734448e-10 : 1e-8 }

  @Test("Large whole numbers are summed exactly")
  func largeWholeNumbers() throws {
    // x = ±(2³¹ − 1) in turn: Σx = 0 or x, Σ(x − x̄)² = n·x² for even n.
    let x = (0..<1000).map { $0 % 2 == 0 ? 2_147_483_647.0 : -2_147_483_647 }
    let data = Small.survey(Small.numbers("x", x), Small.ratings("y", (0..<1000).map { Int8($0 % 3) }))
    let moments = Moments(try ModelFrame(data, roles: Small.roles(["y"], [Small.player("x")])))
    #expect(moments.means![0] == 0)
    #expect(moments.scatter[0, 0] == 1000 * 2_147_483_647.0 * 2_147_483_647.0)
    let years = (0..<500).map { Int16(1950 + $0 % 51) }
    let survey = Small.survey(
      Variable(name: "born", values: .int16(years)), Small.ratings("y", (0..<500).map { Int8($0 % 7) }))
    let roles = Small.roles(["y"], [Small.player("born")])
    var frame = try ModelFrame(survey, roles: roles)
    let exact = Moments(frame)
    #expect(try Moments(Blocks(dataset: survey, sizes: [33]), roles: roles) == exact)
    frame.columns[0].isWhole = false
    #expect(agree(exact, Moments(frame), 1e-13))
  }
}
