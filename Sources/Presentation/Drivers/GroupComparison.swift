import Importance
import Insight
import Measures
import Regression
import Rendering
import Resampling
import Studies
import Survey

/// The groups of `--by` beside each other: what each driver comes to in every group, and what the groups differ in.
struct GroupComparison {
  let groups: [AnalysedGroup]
  let differences: [GroupDifference]
  /// Coefficients and shares, or with the matrix shares and performance.
  private let isMatrix: Bool

  init(_ groups: [AnalysedGroup], isMatrix: Bool) {
    self.groups = groups
    self.isMatrix = isMatrix
    differences = GroupDifference.between(groups.map(\.drivers))
      .filter { isMatrix ? $0.quantity != .coefficient : $0.quantity != .performance }
      .map { difference in
        guard difference.quantity == .coefficient else { return difference }
        // A term's label is made of its variable's and its level's.
        var labelled = difference
        let outcomes = groups[difference.group].drivers.outcomes
        labelled.driver.label =
          outcomes.first { $0.outcome.name == difference.outcome?.name }?.regression
          .label(ofTerm: difference.driver.name)
        return labelled
      }
  }

  /// A difference with the groups that it is between.
  typealias Row = (difference: GroupDifference, keys: [GroupKey?])

  static let ofDrivers = declaration("drivers")
  static let ofMatrix = declaration("ipa")

  private static func declaration(_ verb: String) -> TableDeclaration<Row> {
    TableDeclaration(
      "group_differences", "What the groups differ in", verb: verb, shown: false, isOfGroups: true,
      empty: EmptyTable("Only groups have differences, and at most \(GroupDifference.mostGroups) are compared.")
    ) {
      Column(
        "quantity", "Of", .text,
        "`coefficient` (points of the outcome per point of the driver), `share` (of importance, 0–1), `performance` (0–100; `ipa`)"
      ) { $0.difference.quantity.rawValue }
      Column(
        names: "outcome", "Outcome", "the outcome; null of a performance", value: { $0.difference.outcome?.name },
        labels: "the outcome's label", label: { $0.difference.outcome?.label })
      Column("method", "Method", .text, "the method of importance, of a share") { $0.difference.method?.rawValue }
      Column(
        names: "driver", "Driver", "the driver, or the term of the regression", value: { $0.difference.driver.name },
        labels: "the driver's label", label: { $0.difference.driver.label })
      Column(
        names: "group", "Group", "the value of the grouping column",
        value: { $0.keys[$0.difference.group]?.value },
        labels: "its value label; null without one", label: { $0.keys[$0.difference.group]?.label })
      Column(
        names: "versus", "Versus", "the value it is compared with",
        value: { $0.keys[$0.difference.versus]?.value },
        labels: "its value label; null without one", label: { $0.keys[$0.difference.versus]?.label })
      Column("difference", "Difference", .significant(3), "the group's less the other's") { $0.difference.difference }
      Column(
        "conf_low", "low", .significant(3), "lower end of the difference's interval, made of both groups' intervals"
      ) { $0.difference.low }
      Column("conf_high", "high", .significant(3), "upper end of it") { $0.difference.high }
      Column("p_value", "p", .pValue, "of that interval: below 1 − confidence where it leaves out zero") {
        $0.difference.pValue
      }
      Column(
        "p_adjusted", "adj. p", .pValue,
        "adjusted by Holm for all drivers and pairs of groups of the quantity (of one outcome and method)"
      ) { $0.difference.adjusted }
    }
  }

  /// Heading, sentences, tables; without groups to compare the empty table alone.
  var blocks: [Document.Block] {
    var table = (isMatrix ? Self.ofMatrix : Self.ofDrivers).table(
      differences.map { ($0, groups.map(\.key)) }, group: nil)
    guard groups.count > 1, let by = groups[0].key?.by else {
      // Asked for by name it says why it is empty.
      return [.table(table)]
    }
    var blocks: [Document.Block] = [.heading(said("\(by), side by side"))]
    if differences.isEmpty {
      if groups.count > GroupDifference.mostGroups {
        blocks.append(.paragraph(said("\(groups.count) groups are too many to compare each with each.")))
      }
    } else {
      blocks += sentences.map { .paragraph(said($0)) }
    }
    blocks += views.map { .view($0) }
    table.caption = said(
      "Groups are taken for independent samples: clusters that lie in several of them count in each. Adjusted by Holm.")
    blocks.append(.table(table))
    return blocks
  }

  /// Names of the views, which the first screen shows.
  static let views: Set<String> = ["shares_by_group", "coefficients_by_group", "performance_by_group"]

  // MARK: - Sentences

  private var level: Double { 1 - (groups.first?.drivers.specification.bootstrap.confidence ?? 0.95) }

  private var sentences: [Sentence] {
    let headline = groups[0].drivers.outcomes.map { Answers.headline($0, groups[0].drivers)?.method }
    var texts: [Sentence] = []
    for (outcome, method) in zip(groups[0].drivers.outcomes, headline) {
      let own = differences.filter { $0.outcome?.name == outcome.outcome.name }
      texts += sentences(
        outcome.outcome.title,
        [
          own.filter { $0.quantity == .share && $0.method == method }, own.filter { $0.quantity == .coefficient },
        ])
    }
    return texts + sentences("", [differences.filter { $0.quantity == .performance }])
  }

  /// The differences of each quantity that are more than chance, the largest first; or that none is.
  ///
  /// - Parameter outcome: its title; of performance there is none.
  private func sentences(_ outcome: String, _ families: [[GroupDifference]]) -> [Sentence] {
    var unclear: [(quantity: GroupDifference.Quantity, count: Int)] = []
    var texts: [Sentence] = []
    for family in families {
      let tested = family.filter { $0.adjusted != nil }
      guard let quantity = tested.first?.quantity else { continue }
      let clear = tested.filter { $0.adjusted! < level }.sorted { $0.adjusted! < $1.adjusted! }
      guard !clear.isEmpty else {
        unclear.append((quantity, tested.count))
        continue
      }
      let shown = Words.joined(clear.prefix(3).map(told), separator: "; ")
      let rest = clear.count - min(3, clear.count)
      let list: Sentence = rest > 0 ? "\(shown); and \(rest) more" : shown
      let compared = comparisons(tested.count)
      switch quantity {
      case .share: texts.append("\(outcome): the share of importance is larger for \(list) (\(compared)).")
      case .coefficient: texts.append("\(outcome): the coefficient is larger for \(list) (\(compared)).")
      case .performance: texts.append("Performance: the performance is larger for \(list) (\(compared)).")
      }
    }
    guard let first = unclear.first else { return texts }
    let compared = comparisons(unclear.reduce(0) { $0 + $1.count })
    switch (first.quantity, unclear.count > 1) {
    case (.performance, _):
      texts.append(
        "Performance: no performance differs between the groups by more than chance may explain (\(compared)).")
    case (_, true):
      texts.append(
        "\(outcome): no share of importance and no coefficient differs between the groups by more than chance may explain (\(compared))."
      )
    case (.share, false):
      texts.append(
        "\(outcome): no share of importance differs between the groups by more than chance may explain (\(compared)).")
    case (.coefficient, false):
      texts.append(
        "\(outcome): no coefficient differs between the groups by more than chance may explain (\(compared)).")
    }
    return texts
  }

  /// Of which driver, in which group it is larger, and by how much.
  private func told(_ difference: GroupDifference) -> Sentence {
    let isLarger = difference.difference > 0
    let (larger, smaller) =
      isLarger ? (difference.group, difference.versus) : (difference.versus, difference.group)
    return "\(difference.driver.title), in \(title(larger)) over \(title(smaller)) by \(amount(difference))"
  }

  private func comparisons(_ count: Int) -> Sentence {
    count == 1 ? "1 comparison" : "\(count) comparisons, adjusted by Holm"
  }

  private func title(_ place: Int) -> String { groups[place].key.map { $0.label ?? $0.value } ?? "" }

  private func amount(_ difference: GroupDifference) -> Sentence {
    guard let low = difference.low, let high = difference.high else { return "" }
    let isTurned = difference.difference < 0
    let ends = isTurned ? (-high, -low) : (low, high)
    let value = abs(difference.difference)
    switch difference.quantity {
    case .share:
      return
        "\(Words.fixed(100 * value, 0)) points, \(Words.fixed(100 * ends.0, 0)) to \(Words.fixed(100 * ends.1, 0))"
    case .performance: return "\(Words.fixed(value, 1)), \(Words.fixed(ends.0, 1)) to \(Words.fixed(ends.1, 1))"
    case .coefficient:
      let text = NumberText(unicode: true)
      return
        "\(text.string(value, .significant(2))), \(text.string(ends.0, .significant(2))) to \(text.string(ends.1, .significant(2)))"
    }
  }

  // MARK: - Views

  /// Drivers down, groups across.
  private var views: [Table] {
    let methods = groups[0].drivers.outcomes.map { Answers.headline($0, groups[0].drivers)?.method }
    var tables: [Table] = []
    for (outcome, method) in zip(groups[0].drivers.outcomes, methods) {
      let name = outcome.outcome.name
      if let method {
        tables.append(
          view(
            "shares_by_group", said("Share of importance (\(method.rawValue)): \(outcome.outcome.title)"), .percent(0)
          ) {
            group in
            let found = group.drivers.outcomes.first { $0.outcome.name == name }?.methods.first { $0.method == method }
            return zip(group.drivers.players, found?.drivers ?? []).map { ($0.name, $0.title, $1.share.value) }
          })
      }
      guard !isMatrix else { continue }
      tables.append(
        view("coefficients_by_group", said("Coefficients: \(outcome.outcome.title)"), .significant(3)) { group in
          guard let regression = group.drivers.outcomes.first(where: { $0.outcome.name == name })?.regression else {
            return []
          }
          return regression.terms.dropFirst().map { ($0.name, regression.label(of: $0) ?? $0.name, $0.estimate) }
        })
    }
    if isMatrix {
      tables.append(
        view("performance_by_group", said("Performance"), .decimals(1)) { group in
          zip(group.drivers.players, group.drivers.performance).map { ($0.name, $0.title, $1.value) }
        })
    }
    return tables.filter { !$0.rows.isEmpty }
  }

  private func view(
    _ name: String, _ title: String, _ style: Table.Style,
    _ values: (AnalysedGroup) -> [(name: String, title: String, value: Double?)]
  ) -> Table {
    let columns = groups.map(values)
    var drivers: [(name: String, title: String)] = []
    for column in columns {
      for entry in column where !drivers.contains(where: { $0.name == entry.name }) {
        drivers.append((entry.name, entry.title))
      }
    }
    var table = Table(
      name: name, title: title,
      columns: [Table.Column("driver", said("Driver"))]
        + groups.indices.map { Table.Column("group_\($0 + 1)", self.title($0), style) })
    for driver in drivers {
      let cells = columns.map { column in Cell(column.first { $0.name == driver.name }?.value) }
      if cells.contains(where: { $0 != .missing }) { table.append([.text(driver.title)] + cells) }
    }
    return table
  }
}
