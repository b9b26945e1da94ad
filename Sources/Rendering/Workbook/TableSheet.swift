/// A table as a sheet: headings in the first row, frozen and with a filter; what people read first, what is for programs folded
/// behind it.
struct TableSheet {
  /// A column of the sheet, and where its cells stand in the table.
  struct Column {
    var column: Table.Column
    var place: Int
    var heading: String
    var isFolded: Bool
  }

  let table: Table
  let columns: [Column]
  private let rows: [[Cell]]

  init(_ table: Table) {
    self.table = table
    rows = Self.rows(of: table)
    columns = Self.columns(of: table, rows)
  }

  /// People's rows in their order, then the others; words in place of codes.
  private static func rows(of table: Table) -> [[Cell]] {
    var order = table.shownRows ?? Array(table.rows.indices)
    if order.count < table.rows.count {
      let shown = Set(order)
      order += table.rows.indices.filter { !shown.contains($0) }
    }
    let worded = table.columns.indices.filter { !table.columns[$0].words.isEmpty }
    return order.map { index in
      var row = table.rows[index]
      for place in worded {
        if case .text(let word) = row[place], let shown = table.columns[place].words[word] { row[place] = .text(shown) }
      }
      return row
    }
  }

  /// Labels stand beside their names, where there are some; columns that people do not read come last.
  private static func columns(of table: Table, _ rows: [[Cell]]) -> [Column] {
    func isEmpty(_ place: Int) -> Bool { rows.allSatisfy { $0[place] == .missing } }
    let labels = Set(table.columns.compactMap(\.labelColumn))
    var shown: [Int] = []
    for (place, column) in table.columns.enumerated() where column.isShown && !labels.contains(column.name) {
      shown.append(place)
      if let name = column.labelColumn, let label = table.columns.firstIndex(where: { $0.name == name }),
        !isEmpty(label)
      {
        shown.append(label)
      }
    }
    let others = table.columns.indices.filter { !shown.contains($0) }
    let headings = headings(table.columns, (shown + others).map { $0 })
    return zip(shown + others, headings).enumerated().map { index, pair in
      Column(column: table.columns[pair.0], place: pair.0, heading: pair.1, isFolded: index >= shown.count)
    }
  }

  /// Each heading once, as filters and pivot tables want it: "low" of `share_low` is "Share low".
  private static func headings(_ columns: [Table.Column], _ places: [Int]) -> [String] {
    var counts: [String: Int] = [:]
    for place in places { counts[columns[place].heading.lowercased(), default: 0] += 1 }
    var taken: Set<String> = []
    return places.map { place in
      let column = columns[place]
      var heading = column.heading.isEmpty ? column.name : column.heading
      if counts[column.heading.lowercased()] ?? 0 > 1 {
        let stem = column.name.split(separator: "_").dropLast().joined(separator: "_")
        if let base = columns.first(where: { $0.name == stem }), base.heading != column.heading {
          heading = "\(base.heading) \(column.heading.lowercased())"
        }
      }
      if !taken.insert(heading.lowercased()).inserted {
        heading += " (\(column.name))"
        taken.insert(heading.lowercased())
      }
      return heading
    }
  }

  func write(to sheet: Sheet) {
    let numbers = NumberText(unicode: true)
    for (index, column) in columns.enumerated() {
      let isText = column.column.style == .text
      let isIndented = isText && index > 0 && columns[index - 1].column.style != .text
      sheet.write(
        column.heading, 0, index, Workbook.Look(isHeading: true, isRight: !isText, isIndented: isIndented))
      var widest = 0
      for (row, cells) in rows.enumerated() {
        let cell = cells[column.place]
        sheet.write(cell, column.column.style, row + 1, index, isIndented: isIndented)
        widest = max(widest, displayWidth(numbers.string(cell, column.column.style)))
      }
      sheet.setWidth(
        Self.width(heading: column.heading, widest: widest, isText: isText), index...index, isFolded: column.isFolded)
    }
    let lines = columns.map { TextFlow.wrap($0.heading, width: headingWidth($0)).count }.max() ?? 1
    sheet.setHeight(Double(lines) * 15 + 2, row: 0)
    if !rows.isEmpty { sheet.filter(rows: 0...rows.count, columns: 0...max(0, columns.count - 1)) }
    sheet.freeze(rows: 1, columns: frozen(numbers))
    sheet.repeatRows(0...0)
    if let caption = table.caption, !caption.isEmpty {
      let shown = max(1, columns.prefix { !$0.isFolded }.count)
      let last = min(shown, 8) - 1
      let characters = (0...last).reduce(0) { $0 + Int(width(of: columns[$1], numbers)) }
      sheet.writeParagraph(
        caption, row: rows.count + 2, columns: 0...last, characters: max(20, characters), Workbook.Look(isItalic: true))
    }
  }

  /// The columns before the first number stay in sight, as far as they leave room for others.
  private func frozen(_ numbers: NumberText) -> Int {
    var total = 0.0
    var count = 0
    for column in columns where !column.isFolded {
      guard column.column.style == .text else { break }
      total += width(of: column, numbers)
      if total > 60 { break }
      count += 1
    }
    return count == columns.count ? 0 : count
  }

  private func width(of column: Column, _ numbers: NumberText) -> Double {
    let widest = rows.lazy.map { displayWidth(numbers.string($0[column.place], column.column.style)) }.max() ?? 0
    return Self.width(heading: column.heading, widest: widest, isText: column.column.style == .text)
  }

  private func headingWidth(_ column: Column) -> Int {
    Int(width(of: column, NumberText(unicode: true))) - 3
  }

  /// Of the widest cell, of the heading in up to three lines beside its button; at most 60 characters.
  private static func width(heading: String, widest: Int, isText: Bool) -> Double {
    let head = TextFlow.narrowest(heading, lines: isText ? 1 : 2) + 3
    return Double(min(60, max(7, head, widest + 2)))
  }
}

extension Document {
  /// What a workbook has sheets of: every table with rows, those of one name (one for each group) together; views of single groups
  /// under their group's heading.
  var sheetTables: [(title: String, table: Table)] {
    var result: [(title: String, table: Table)] = []
    var places: [String: Int] = [:]
    var heading: String?
    for block in blocks {
      switch block {
      case .heading(let text): heading = text
      case .table(let table):
        guard !table.rows.isEmpty else { continue }
        if let place = places[table.name], result[place].table.add(table) { continue }
        places[table.name] = result.count
        result.append((table.title.isEmpty ? table.name : table.title, table))
      case .view(let table):
        guard !table.rows.isEmpty else { continue }
        result.append((heading.map { "\(table.title) (\($0))" } ?? table.title, table))
      default: break
      }
    }
    return result
  }
}

extension Table {
  /// Adds the rows of a table with the same columns; false when it has others. What either shows is shown.
  fileprivate mutating func add(_ other: Table) -> Bool {
    guard columns.map(\.name) == other.columns.map(\.name) else { return false }
    if shownRows != nil || other.shownRows != nil {
      let own = shownRows ?? Array(rows.indices)
      shownRows = own + (other.shownRows ?? Array(other.rows.indices)).map { $0 + rows.count }
    }
    for place in columns.indices where other.columns[place].isShown { columns[place].isShown = true }
    for row in other.rows { append(row) }
    return true
  }
}
