import Factors
import Survey

/// What a target rotation aims at: every item on the factor of its own construct or group, and zero on the others.
struct FactorTarget {
  /// One per factor.
  let names: [String]
  private let members: [Set<String>]

  /// - Throws: `DataFault.request` when there are fewer than two constructs to tell apart.
  init(_ study: StudySpecification, columns: [String]) throws {
    let sets = study.constructs.map { ($0.name, $0.items) } + study.groups.map { ($0.name, $0.items) }
    guard sets.count >= 2 else {
      throw DataFault.request(
        problem: "A target rotation needs constructs to aim at, and there \(sets.isEmpty ? "are none" : "is only one")",
        suggestion:
          "Name at least two, such as \(setting: .groups, "'product=pq1:pq4'") \(setting: .groups, "'staff=sc1:sc4'").")
    }
    names = sets.map(\.0)
    members = try sets.map { Set(try Selection.resolve($0.1, in: columns)) }
  }

  /// A row per item: free on its own factors, zero on the others; an item of no construct is free throughout.
  func pattern(of items: [String]) -> [[Double?]] {
    items.map { item in
      let own = members.map { $0.contains(item) }
      return own.map { $0 || !own.contains(true) ? nil : 0 }
    }
  }

  /// - Throws: `DataFault.request` when another number of factors is asked for.
  func check(factors: FactorSettings.Count?) throws {
    guard case .number(let factors) = factors, factors != names.count else { return }
    throw DataFault.request(
      problem: "A target rotation has a factor for each of the \(names.count) constructs, not \(factors)",
      suggestion: "Leave \(setting: .factors) out, or name other constructs with \(setting: .groups).")
  }

  var note: Note {
    let aims = Sentence.joined(
      names.enumerated().map { place, name in "F\(place + 1) is aimed at \(name)" }, separator: ", ")
    return Note(.target, "Factors are turned towards the constructs: \(aims).")
  }
}
