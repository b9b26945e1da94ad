import Measures
import Presentation
import Rendering
import Studies
import Survey

/// The tables of `describe` without the counts that a report does not tell, and without numbers of rows.
struct GuardedTables {
  let answers: GuardedAnswers
  let view: Int
  /// By name; a table may stand for many groups and has one here.
  let tables: [String: Table]
  /// Counts of `quality` that are hidden, by row.
  let hiddenChecks: [Bool]

  private var few: Cell { .text("<\(Int(answers.smallest))") }

  func items() -> Table? {
    var table = tables["items"]?.changing { row in
      let variable = row.text("variable")
      if answers.hidesMissing(variable, view: view) {
        if case .integer(let missing)? = row["missing"], missing > 0 {
          row["missing"] = Double(missing) < answers.smallest ? few : .text(said("hidden"))
          row["n"] = .text(said("hidden"))
        }
      }
      guard answers.hiddenVariables(view: view).contains(variable) else { return }
      guard let item = item(variable), let scale = item.scale else { return }
      if !answers.allows(variable, view: view, sumOf: { $0 == scale.last }) { row["top_box"] = .missing }
      if !answers.allows(variable, view: view, sumOf: { $0 == scale.low }) { row["floor"] = .missing }
      if !answers.allows(variable, view: view, sumOf: { $0 == scale.high }) { row["ceiling"] = .missing }
    }
    if answers.hidesAnything {
      // With these, of any view, hidden counts could be worked out.
      for name in ["std_deviation", "min", "max", "skewness", "kurtosis"] { table?.hide(name) }
    }
    return table
  }

  let described: [ItemDescription]

  private func item(_ variable: String) -> ItemDescription? { described.first { $0.variable == variable } }

  func frequencies() -> Table? {
    tables["frequencies"]?.changing { row in
      let isMissing = row["missing"] == .flag(true)
      guard answers.hides(row.text("variable"), row.text("value"), isMissing: isMissing, view: view) else { return }
      if case .integer(let n)? = row["n"] { row["n"] = Double(n) < answers.smallest ? few : .text(said("hidden")) }
      row["share"] = .missing
    }
  }

  /// The figures of outcomes; those that tell of hidden answers are left out.
  func shares(_ estimates: [ShareEstimate]) -> Table? {
    let allowed = Set(
      estimates.filter { answers.allows($0, view: view) }.map { "\($0.variable) \($0.measure.rawValue)" })
    var table = tables["shares"]?.changing { row in
      if answers.hidesMissing(row.text("variable"), view: view) { row["n"] = .missing }
    }
    table?.keepRows { allowed.contains("\($0.text("variable")) \($0.text("measure"))") }
    return table
  }

  func quality() -> Table? {
    var place = -1
    var table = tables["quality"]?.changing { row in
      place += 1
      row["rows"] = .missing
      guard hiddenChecks.indices.contains(place), hiddenChecks[place] else { return }
      if case .integer(let n)? = row["n"] { row["n"] = Double(n) < answers.smallest ? few : .text(said("hidden")) }
      row["share"] = .missing
    }
    table?.hide("rows")
    return table
  }
}

/// One row of a table with its cells by column.
struct NamedRow {
  private let places: [String: Int]
  private(set) var cells: [Cell]

  init(_ places: [String: Int], _ cells: [Cell]) { (self.places, self.cells) = (places, cells) }

  subscript(name: String) -> Cell? {
    get { places[name].map { cells[$0] } }
    set { if let place = places[name], let newValue { cells[place] = newValue } }
  }

  func text(_ name: String) -> String {
    if case .text(let text)? = self[name] { text } else { "" }
  }
}

extension Table {
  private var places: [String: Int] {
    Dictionary(columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The table with every row changed.
  func changing(_ change: (inout NamedRow) -> Void) -> Table {
    let places = places
    return remade(
      rows.map { cells in
        var row = NamedRow(places, cells)
        change(&row)
        return row.cells
      })
  }

  /// Leaves out the rows that are not meant.
  mutating func keepRows(_ isKept: (NamedRow) -> Bool) {
    let places = places
    self = remade(rows.filter { isKept(NamedRow(places, $0)) })
    shownRows = nil
  }

  mutating func hide(_ name: String) {
    for place in columns.indices where columns[place].name == name { columns[place].isShown = false }
  }

  private func remade(_ rows: [[Cell]]) -> Table {
    var table = Table(name: name, title: title, columns: columns, rows: rows, isShown: isShown, caption: caption)
    table.sectionColumn = sectionColumn
    table.shownRows = shownRows.flatMap { $0.allSatisfy(rows.indices.contains) ? $0 : nil }
    return table
  }
}
