/// Which sums of products are worked out in every replicate, and where each effect finds its own.
struct MediationPlan {
  /// One row of effects.
  struct Row {
    var outcome: Int
    var driver: Int
    /// Mediators by number; empty: all ways.
    var way: [Int]
    var indirect: Int
    /// `nil` of one way among several.
    var direct: Int?
    var total: Int?
    /// Into the shares; `nil` at single values of a moderator.
    var share: Int?
    /// Into the moderator's levels; `nil` at its mean.
    var level: Int?
  }

  /// How an indirect effect changes.
  struct Change {
    var outcome: Int
    var driver: Int
    var way: [Int]
    var sum: Int
    /// Into the levels; `nil` of an index.
    var level: Int?
    var versus: Int?
  }

  private(set) var sums: [PathSum] = []
  private(set) var shares: [(of: Int, in: Int)] = []
  private(set) var rows: [Row] = []
  private(set) var changes: [Change] = []

  init(_ system: MediationSystem, _ levels: ModeratorLevels?) {
    for outcome in system.outcomes.indices {
      for driver in system.drivers.indices {
        add(system, outcome, driver, at: levels?.mean ?? [], level: nil)
        guard let levels else { continue }
        for k in levels.levels.indices { add(system, outcome, driver, at: levels.levels[k].w, level: k) }
        addChanges(system, outcome, driver, levels)
      }
    }
  }

  private mutating func place(_ sum: PathSum) -> Int {
    sums.append(sum)
    return sums.count - 1
  }

  private mutating func add(_ system: MediationSystem, _ o: Int, _ x: Int, at w: [Double], level: Int?) {
    let driver = system.drivers[x]
    let ways = system.ways
    let products = ways.map { system.indirect(driver, $0, outcome: o, at: w) }
    let all = products.dropFirst().reduce(products[0], +)
    let past = system.direct(driver, outcome: o, at: w)
    let direct = place(past)
    let total = place(all + past)
    func share(_ sum: Int) -> Int? {
      guard level == nil else { return nil }
      shares.append((sum, total))
      return shares.count - 1
    }
    if ways.count > 1 {
      for (way, product) in zip(ways, products) {
        let sum = place(product)
        rows.append(
          Row(outcome: o, driver: x, way: way, indirect: sum, share: share(sum), level: level))
      }
    }
    let sum = place(all)
    rows.append(
      Row(
        outcome: o, driver: x, way: ways.count > 1 ? [] : ways[0], indirect: sum, direct: direct, total: total,
        share: share(sum), level: level))
  }

  /// Of numbers the index, where the effect is a line of the moderator, and the difference between the outer values; of
  /// categories the difference of every two.
  private mutating func addChanges(_ system: MediationSystem, _ o: Int, _ x: Int, _ levels: ModeratorLevels) {
    let stages = system.moderator?.stages ?? []
    let moved = stages.intersection([.first, .second])
    guard !moved.isEmpty else { return }
    let driver = system.drivers[x]
    for way in system.ways {
      if !levels.isCategorical, moved.count == 1, let stage = moved.first {
        let sum = place(system.indirect(driver, way, outcome: o, at: [1], slopeOf: stage))
        changes.append(Change(outcome: o, driver: x, way: way, sum: sum))
      }
      var pairs: [(Int, Int)] = []
      if levels.isCategorical {
        for b in levels.levels.indices { for a in 0..<b { pairs.append((b, a)) } }
      } else {
        pairs = [(levels.levels.count - 1, 0)]
      }
      for (b, a) in pairs {
        let sum = place(
          system.indirect(driver, way, outcome: o, at: levels.levels[b].w)
            - system.indirect(driver, way, outcome: o, at: levels.levels[a].w))
        changes.append(Change(outcome: o, driver: x, way: way, sum: sum, level: b, versus: a))
      }
    }
  }
}
