import Measures
import Studies
import Survey

/// The answers to every item as a report may tell them: by view, which counts are hidden.
struct GuardedAnswers {
  let smallest: Double
  /// Answers that are hidden, by view: the variable, the answer or the reason, and whether it is a reason.
  private var hidden: [Set<Key>]
  /// Answers that were given, by view and variable.
  private var answers: [[String: ItemDescription]]

  private struct Key: Hashable {
    var variable: String
    var value: String
    var isMissing: Bool
  }

  init(_ report: StudyReport) {
    smallest = Double(report.smallestCell)
    let views = report.views
    answers = views.map { view in
      Dictionary((view.items ?? []).map { ($0.variable, $0) }, uniquingKeysWith: { first, _ in first })
    }
    hidden = views.map { _ in [] }
    guard let whole = views.first?.items else { return }
    let columns = views.indices.filter { views[$0].items != nil }
    for item in whole {
      let keys = Self.keys(item.variable, columns.compactMap { answers[$0][item.variable] })
      let rows = keys.map { key -> CellSuppression.Row in
        var counts = columns.map { Self.count(key, answers[$0][item.variable]) }
        if counts.count > 1 {
          // Those in no group that is shown are told by the others.
          counts.append(max(0, counts[0] - counts.dropFirst().reduce(0, +)))
        }
        return CellSuppression.Row(
          block: key.isMissing ? "missing" : "answers", part: Self.part(key, item), counts: counts)
      }
      let found = CellSuppression(rows, smallest: smallest)
      for (key, row) in zip(keys, found.hidden) {
        for (place, column) in columns.enumerated() where row[place] { hidden[column].insert(key) }
      }
    }
  }

  private static func keys(_ variable: String, _ items: [ItemDescription]) -> [Key] {
    var keys: [Key] = []
    var seen: Set<Key> = []
    for item in items {
      let own =
        item.frequencies.map { Key(variable: variable, value: $0.value, isMissing: false) }
        + item.missingByReason.map { Key(variable: variable, value: $0.reason, isMissing: true) }
      for key in own where seen.insert(key).inserted { keys.append(key) }
    }
    return keys
  }

  private static func count(_ key: Key, _ item: ItemDescription?) -> Double {
    guard let item else { return 0 }
    return key.isMissing
      ? item.missingByReason.first { $0.reason == key.value }?.n ?? 0
      : item.frequencies.first { $0.value == key.value }?.n ?? 0
  }

  /// Of a recommendation from 0 to 10 the three kinds of people, which its score tells of; of other scales the best point.
  private static func part(_ key: Key, _ item: ItemDescription) -> Int {
    guard !key.isMissing, let scale = item.scale, let value = Double(key.value) else { return 0 }
    let best = abs(scale.last - value)
    if scale.low == 0, scale.high == 10 { return best <= 1 ? 2 : best <= 3 ? 1 : 0 }
    return best == 0 ? 2 : best == 1 ? 1 : 0
  }

  var hidesAnything: Bool { hidden.contains { !$0.isEmpty } }

  /// Whether the count of an answer is hidden in a view.
  func hides(_ variable: String, _ value: String, isMissing: Bool = false, view: Int) -> Bool {
    hidden[view].contains(Key(variable: variable, value: value, isMissing: isMissing))
  }

  /// Whether how many have no answer is hidden, and then how many have one.
  func hidesMissing(_ variable: String, view: Int) -> Bool {
    guard let item = answers[view][variable] else { return false }
    if item.missing > 0, item.missing < smallest { return true }
    // Of a single reason the sum tells.
    return item.missingByReason.contains { hides(variable, $0.reason, isMissing: true, view: view) }
      && item.missingByReason.count == 1
  }

  /// Whether the sum of some answers may be told: it tells of hidden ones only what the sum of all answers does.
  func allows(_ variable: String, view: Int, sumOf isMember: (Double) -> Bool) -> Bool {
    guard let item = answers[view][variable] else { return true }
    let gone = item.frequencies.filter { hides(variable, $0.value, view: view) }.compactMap(\.number)
    let inside = gone.filter(isMember)
    return inside.isEmpty || inside.count == gone.count
  }

  /// Whether a figure of an outcome may be told beside the answers that are.
  func allows(_ share: ShareEstimate, view: Int) -> Bool {
    guard let scale = answers[view][share.variable]?.scale else { return true }
    func best(_ value: Double) -> Double { abs(scale.last - value) }
    switch share.measure {
    case .netPromoterScore:
      return allows(share.variable, view: view) { best($0) <= 1 }
        && allows(share.variable, view: view) { best($0) >= 4 }
    case .topBox: return allows(share.variable, view: view) { best($0) == 0 }
    case .topTwoBox: return allows(share.variable, view: view) { best($0) <= 1 }
    case .bottomBox: return allows(share.variable, view: view) { $0 == scale.first }
    case .customerEffort: return allows(share.variable, view: view) { best($0) <= 2 }
    }
  }

  /// The variables of which something is hidden in a view.
  func hiddenVariables(view: Int) -> Set<String> { Set(hidden[view].map(\.variable)) }
}
