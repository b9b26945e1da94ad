import Importance
import Insight
import LinearAlgebra
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

@Suite struct WorkFirstTests {
  private func fit(_ dataset: Dataset, _ roles: AnalysisRoles, replicates: Int = 99) throws -> DriverAnalysis.Fit {
    try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: replicates, seed: 1), dominance: false)
      .fit(to: ModelFrame(dataset, roles: roles))
  }

  private func map(_ fit: DriverAnalysis.Fit) throws -> ImportancePerformance.Map {
    try ImportancePerformance().fit(fit).maps[0]
  }

  @Test func `floor and ceiling are the coefficient and the slope of each driver alone`() throws {
    let dataset = Samples.ratings(150)
    let result = try fit(dataset, Samples.roles(), replicates: 0)
    let positions = try map(result).positions
    for (k, term) in result.outcomes[0].regression.terms.dropFirst().enumerated() {
      // A point of 1–7 is 100/6 points of performance.
      let unit = 100.0 / 6
      #expect(abs(positions[k].effect! - term.estimate! * 10 / unit) < 1e-12)
      #expect(abs(positions[k].effectInterval!.low - term.low! * 10 / unit) < 1e-12)
      #expect(abs(positions[k].effectInterval!.high - term.high! * 10 / unit) < 1e-12)
      let alone = try LinearRegression().fit(
        to: ModelFrame(
          dataset,
          roles: AnalysisRoles(
            outcomes: [.init(name: "y")], players: [.init(name: "x\(k + 1)", items: [.init(name: "x\(k + 1)")])])),
        outcome: 0)
      #expect(abs(positions[k].ceiling! - alone.terms[1].estimate! * 10 / unit) < 1e-12)
    }
  }

  @Test func `a group rises with all its items, and its interval is that of their sum`() throws {
    let dataset = Samples.ratings(200)
    let items = [1, 2].map { AnalysisRoles.Item(name: "x\($0)", scale: RatingScale(1, 7)) }
    var roles = Samples.roles()
    roles.players = [.init(name: "g", kind: .group, items: items)] + roles.players.dropFirst(2)
    let result = try fit(dataset, roles, replicates: 0)
    let outcome = result.outcomes[0]
    // The same model with x1 + x2 and x1 − x2 in place of x1 and x2: the coefficient of half the sum is their sum.
    let (a, b) = (dataset["x1"]!.doubles, dataset["x2"]!.doubles)
    var other = [("s", zip(a, b).map { ($0 + $1) / 2 }), ("d", zip(a, b).map { $0 - $1 })]
    other += ["x3", "x4", "y"].map { ($0, dataset[$0]!.doubles) }
    let regression = try LinearRegression().fit(
      to: ModelFrame(
        Samples.dataset(other),
        roles: AnalysisRoles(
          outcomes: [.init(name: "y")],
          players: ["s", "d", "x3", "x4"].map { .init(name: $0, items: [.init(name: $0)]) })),
      outcome: 0)
    let unit = 100.0 / 6
    #expect(abs(outcome.effects[0]! - regression.terms[1].estimate! * 10 / unit) < 1e-10)
    #expect(abs(outcome.effectIntervals[0]!.low - regression.terms[1].low! * 10 / unit) < 1e-10)
    #expect(abs(outcome.effectIntervals[0]!.high - regression.terms[1].high! * 10 / unit) < 1e-10)
  }

  @Test func `priority, potential and the pick are one answer`() throws {
    for seed in 1...4 as ClosedRange<UInt64> {
      let map = try map(try fit(Samples.ratings(120, drivers: 6, seed: seed), Samples.roles(drivers: 6)))
      let ranked = map.positions.filter { $0.priority != nil }.sorted { $0.priority! < $1.priority! }
      #expect(ranked.map(\.priority) == (1...ranked.count).map { $0 })
      for (a, b) in zip(ranked, ranked.dropFirst()) { #expect(a.potential.value! >= b.potential.value!) }
      #expect(ranked[0].mayBeBest == true)
      #expect(abs(ranked.reduce(0) { $0 + $1.frequencyOfBest! } - 1) < 1e-9)
      #expect(map.expectedRegret! >= 0)
      for position in map.positions {
        #expect(
          abs(position.potential.value! - position.shrunkenEffect! * position.headroom! / 10) < 1e-12)
        #expect(position.potential.low! < position.potential.high!)
        if let priority = position.priority {
          #expect(position.priorityLow! <= priority && priority <= position.priorityHigh!)
        }
      }
      // Drawn in, the largest effect is smaller and the effects spread less.
      let (raw, drawn) = (map.positions.map { $0.effect! }, map.positions.map { $0.shrunkenEffect! })
      #expect(raw.max()! - raw.min()! > drawn.max()! - drawn.min()!)
    }
  }

  @Test func `what all drivers bring together stays on the outcome's scale`() throws {
    var roles = Samples.roles()
    roles.outcomes[0].scale = RatingScale(0, 10)
    let dataset = Samples.ratings(200)
    let map = try map(try fit(dataset, roles))
    let room = 10 - dataset["y"]!.doubles.reduce(0, +) / 200
    let potentials = map.positions.map { $0.potential.value! }
    let together = map.positions.map { $0.potentialTogether! }
    let sum = potentials.filter { $0 > 0 }.reduce(0, +)
    #expect(sum > room, "the sample should show it")
    #expect(abs(together.filter { $0 > 0 }.reduce(0, +) - room) < 1e-12)
    for (part, potential) in zip(together, potentials) where potential > 0 {
      #expect(abs(part - potential * room / sum) < 1e-12)
    }
    let notes = try ImportancePerformance().fit(try fit(dataset, roles)).notes
    #expect(notes.contains { $0.kind.name == "potentials_do_not_add" })
  }

  @Test func `a driver whose scale is turned round is asked about and lies in no field`() throws {
    let dataset = Samples.ratings(300)
    let turned = dataset.replacing(
      Variable(name: "x1", values: .double(dataset["x1"]!.doubles.map { 8 - $0 })))
    let result = try fit(turned, Samples.roles())
    #expect(result.outcomes[0].isAgainst(0) && !result.outcomes[0].isAgainst(1))
    let matrix = try ImportancePerformance().fit(result)
    let position = matrix.maps[0].positions[0]
    #expect(position.quadrant == nil && position.frequencies == nil && position.priority == nil)
    #expect(position.potential.value == nil)
    let note = try #require(result.notes.first { $0.kind.name == "scale_turned" })
    #expect(note.sentence.text { "--\($0.name.rawValue) \($0.value ?? "")" }.contains("--scale x1=7:1"))
    #expect(!matrix.notes.contains { $0.kind.name == "negative_effect" })
    #expect(!(try fit(dataset, Samples.roles())).notes.contains { $0.kind.name == "scale_turned" })
  }

  @Test func `correlations are plain ones`() throws {
    let dataset = Samples.ratings(80)
    let result = try fit(dataset, Samples.roles(), replicates: 0)
    let y = dataset["y"]!.doubles
    for k in 0..<4 {
      let x = dataset["x\(k + 1)"]!.doubles
      let (mx, my) = (x.reduce(0, +) / 80, y.reduce(0, +) / 80)
      var (product, ofX, ofY) = (0.0, 0.0, 0.0)
      for i in 0..<80 {
        product += (x[i] - mx) * (y[i] - my)
        ofX += (x[i] - mx) * (x[i] - mx)
        ofY += (y[i] - my) * (y[i] - my)
      }
      let expected = product / (ofX * ofY).squareRoot()
      #expect(abs(result.outcomes[0].correlations[k]! - expected) < 1e-12)
    }
  }

  @Test func `a driver that rides on another is caught in the halo`() throws {
    var stream = RandomStream(seed: 11, stream: 0)
    var columns: [[Double]] = [[], [], []]
    for _ in 0..<400 {
      let driver = stream.normal()
      let other: Double = 0.9 * driver + 0.44 * stream.normal()
      for (column, value) in [driver, other].enumerated() {
        let rated: Double = (4 + 1.3 * value).rounded()
        columns[column].append(max(1, min(7, rated)))
      }
      columns[2].append(5 + 1.2 * driver + stream.normal())
    }
    let roles = Samples.roles(drivers: 2)
    let result = try fit(
      Samples.dataset([("x1", columns[0]), ("x2", columns[1]), ("y", columns[2])]), roles, replicates: 0)
    let outcome = result.outcomes[0]
    let isCaught = outcome.effects[1]! > 0 && outcome.effects[1]! < outcome.ceilings[1]! / 3
    #expect(isCaught, "the sample should show it")
    let note = try ImportancePerformance().fit(result).notes.first { $0.kind.name == "caught_in_halo" }
    let sentence = note?.sentence.text { _ in "" } ?? ""
    #expect(sentence.contains("'x2'") && !sentence.contains("'x1'"))
  }
}
