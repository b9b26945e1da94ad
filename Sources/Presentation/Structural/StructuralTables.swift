import Rendering
import Structural
import Studies
import Survey

/// The tables of one group of a model, or (`group` is `nil`) of what belongs to no group.
struct StructuralTables {
  let fit: StructuralModel.Fit
  let labels: [String: String]
  /// From 0.
  let group: Int?
  let key: GroupKey?

  private var parameters: [StructuralModel.Parameter] { fit.parameters.filter { $0.group == group } }

  private func labelled<Row: Sendable>(_ rows: [Row]) -> [StructuralColumns.Labelled<Row>] {
    rows.map { ($0, labels) }
  }

  func all() -> [Table] {
    let g = group
    // What is defined belongs to no group; without groups it stands with the others.
    let rows = parameters + (key == nil ? fit.parameters.filter { $0.group == nil } : [])
    return [
      StructuralColumns.parameters.table(labelled(rows), group: key), effects(),
      StructuralColumns.rSquared.table(labelled(fit.rSquared.filter { $0.group == g }), group: key),
      StructuralColumns.modification.table(labelled(fit.modifications.filter { $0.group == g }), group: key),
      StructuralColumns.residuals.table(labelled(fit.residuals().filter { $0.group == g }), group: key),
    ]
  }

  private func effects() -> Table {
    StructuralColumns.effects.table(labelled(fit.effects.filter { $0.group == group }), group: key)
  }

  // MARK: For people

  private func title(_ name: String) -> Cell { .text(labels[name] ?? name) }

  private static func interval(_ interval: (low: Double, high: Double)?) -> [Cell] {
    [Cell(interval?.low), Cell(interval?.high)]
  }

  /// Paths between variables, as standardised and in their units.
  func paths() -> Table? {
    let own = parameters.filter { $0.sign == "~" || $0.sign == "<~" }
    guard !own.isEmpty else { return nil }
    var table = Table(
      name: "parameters", title: said("Paths"),
      columns: [
        Table.Column("from", said("From"), .text), Table.Column("to", said("To"), .text),
        Table.Column("estimate", "b", .decimals(3)), Table.Column("conf_low", said("low"), .decimals(3)),
        Table.Column("conf_high", said("high"), .decimals(3)), Table.Column("p_value", "p", .pValue),
        Table.Column("std_all", "β", .proportion(2)),
      ],
      caption: said(
        fit.specification.hasUnits
          ? "b: in the units of the variables. β: with all variables of variance 1."
          : "b: what stands behind ordered answers has variance 1, and so have all variables where correlations are fitted; constructs have the unit of an item. β: with all variables of variance 1."
      ))
    for path in own {
      table.append([
        title(path.right), title(path.left), .number(path.estimate), Cell(path.low), Cell(path.high),
        Cell(path.pValue), Cell(path.standardized),
      ])
    }
    return table
  }

  /// Standardised loadings.
  func loadings() -> Table? {
    let own = parameters.filter { $0.sign == "=~" }
    guard !own.isEmpty else { return nil }
    let hasLabels = own.contains { labels[$0.right] != nil }
    var table = Table(
      name: "parameters", title: said("Loadings"),
      columns: [
        Table.Column("construct", said("Construct"), .text), Table.Column("item", said("Item"), .text),
        Table.Column("label", "", .text, isShown: hasLabels), Table.Column("std_all", "β", .proportion(2)),
        Table.Column("std_low", said("low"), .proportion(2)), Table.Column("std_high", said("high"), .proportion(2)),
        Table.Column("estimate", "b", .decimals(3)),
      ])
    table.sectionColumn = "construct"
    for loading in own {
      table.append(
        [
          title(loading.left), .text(loading.right), .text(labels[loading.right] ?? ""), Cell(loading.standardized),
        ] + Self.interval(fit.standardizedInterval(loading)) + [.number(loading.estimate)])
    }
    return table
  }

  /// Rows of effects that people are shown.
  private static let mostEffects = 40

  /// What goes through others, way by way, beside the direct path and the sum of both; `nil` where nothing does.
  ///
  /// Of very many only those of the pairs with the largest effects: the table for programs has all.
  func ways() -> Table? {
    let own = fit.effects.filter { $0.group == group }
    let mediated = Set(own.filter { $0.through != nil }.map { [$0.from, $0.to] })
    guard !mediated.isEmpty else { return nil }
    var table = Table(
      name: "effects", title: said("Direct and indirect effects"),
      columns: [
        Table.Column("from", said("From"), .text), Table.Column("to", said("To"), .text),
        Table.Column("through", said("Through"), .text), Table.Column("effect", "b", .decimals(3)),
        Table.Column("conf_low", said("low"), .decimals(3)), Table.Column("conf_high", said("high"), .decimals(3)),
      ])
    var rows: [[Cell]] = []
    func append(_ effect: StructuralEffect, _ through: String, _ value: StructuralEffect.Value) {
      rows.append([
        title(effect.from), title(effect.to), .text(through), .number(value.estimate), Cell(value.low),
        Cell(value.high),
      ])
    }
    var blocks: [(size: Double, rows: [[Cell]])] = []
    for pair in own where pair.through == nil && mediated.contains([pair.from, pair.to]) {
      rows = []
      for way in own where way.from == pair.from && way.to == pair.to {
        guard let names = way.through else { continue }
        append(way, names.map { labels[$0] ?? $0 }.joined(separator: " → "), way.indirect)
      }
      if let direct = pair.direct, direct.estimate != 0 { append(pair, said("directly"), direct) }
      if let total = pair.total { append(pair, said("in all"), total) }
      blocks.append((abs(pair.standardized ?? 0), rows))
    }
    let all = blocks.reduce(0) { $0 + $1.rows.count }
    if all > Self.mostEffects {
      var shown: [[Cell]] = []
      for block in blocks.sorted(by: { $0.size > $1.size }) {
        // A pair is shown whole, or neither it nor a smaller one.
        guard shown.isEmpty || shown.count + block.rows.count <= Self.mostEffects else { break }
        shown += block.rows.prefix(Self.mostEffects)
      }
      blocks = [(0, shown)]
      table.caption = said("The largest effects, \(shown.count) rows of \(all); the table of effects has all.")
    }
    for row in blocks.flatMap(\.rows) { table.append(row) }
    return table
  }

  /// Correlations of constructs and of residuals that the model sets free.
  func correlations() -> Table? {
    let own = parameters.filter { $0.sign == "~~" && $0.left != $0.right && $0.isFree }
    guard !own.isEmpty else { return nil }
    let explained = Set(fit.rSquared.map(\.variable))
    let caption = said("Of what the model explains, they are those of its residuals.")
    var table = Table(
      name: "parameters", title: said("Correlations"),
      columns: [
        Table.Column("a", "", .text), Table.Column("b", said("With"), .text),
        Table.Column("std_all", "r", .proportion(2)), Table.Column("std_low", said("low"), .proportion(2)),
        Table.Column("std_high", said("high"), .proportion(2)), Table.Column("p_value", "p", .pValue),
      ], caption: own.contains { explained.contains($0.left) || explained.contains($0.right) } ? caption : nil)
    for pair in own {
      table.append(
        [title(pair.left), title(pair.right), Cell(pair.standardized)]
          + Self.interval(fit.standardizedInterval(pair)) + [Cell(pair.pValue)])
    }
    return table
  }

  /// Parameters that the model defines of others.
  func definitions() -> Table? {
    let own = fit.parameters.filter { $0.sign == ":=" }
    guard !own.isEmpty else { return nil }
    var table = Table(
      name: "parameters", title: said("Defined parameters"),
      columns: [
        Table.Column("name", said("Name"), .text), Table.Column("formula", said("Formula"), .text),
        Table.Column("estimate", "b", .decimals(3)), Table.Column("conf_low", said("low"), .decimals(3)),
        Table.Column("conf_high", said("high"), .decimals(3)), Table.Column("p_value", "p", .pValue),
        Table.Column("std_all", "β", .proportion(2)),
      ])
    for row in own {
      table.append([
        .text(row.left), .text(row.right), .number(row.estimate), Cell(row.low), Cell(row.high), Cell(row.pValue),
        Cell(row.standardized),
      ])
    }
    return table
  }
}

extension Table {
  /// Rows of all groups together, in a table whose rows say which group they are of.
  func ofAllGroups() -> Table {
    let places = columns.indices.filter { ["group", "group_label"].contains(columns[$0].name) }
    var shown = columns
    for place in places { shown[place].isShown = false }
    var copy = Table(
      name: name, title: title, columns: shown,
      rows: rows.map { row in
        var changed = row
        for place in places { changed[place] = .missing }
        return changed
      }, isShown: isShown, caption: caption)
    copy.sectionColumn = sectionColumn
    copy.shownRows = shownRows
    return copy
  }
}
