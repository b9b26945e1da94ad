/// A table as aligned columns of characters: text left, numbers right, no line wider than `width`.
///
/// Headings break over up to four lines before a column gives way; then long texts wrap inside their column; then the
/// table is split into parts that repeat its first (key) columns. Rows of one section stand indented under its title.
struct TextTable {
  struct Part {
    var heading: [String]
    var rows: [String]
    var lineCount: Int { heading.count + rows.count }
  }

  private struct Column {
    var heading: String
    var isText: Bool
    var cells: [String]
    /// The widest cell.
    var cellWidth: Int
    var width: Int
  }

  private let gap = 2
  private let width: Int
  private let rule: String
  private let rowCount: Int
  private var columns: [Column]
  /// The titles of sections, by the row that they stand above; empty without sections.
  private var sections: [Int: String] = [:]
  private let indent: String

  init(table: Table, width: Int, unicode: Bool) {
    let section = table.sectionColumn.flatMap { name in
      table.columns.firstIndex { $0.name == name && $0.isShown }
    }
    indent = section == nil ? "" : "  "
    self.width = width - indent.count
    rule = TextGlyphs(unicode: unicode).rule
    let rows = table.visibleRows
    rowCount = rows.count
    let numbers = NumberText(unicode: unicode)
    func texts(_ index: Int) -> [String] {
      rows.map { row in
        let text = numbers.string(row[index], table.columns[index].style)
        return unicode ? text : plainTypography(text)
      }
    }
    columns = table.columns.indices.filter { table.columns[$0].isShown && $0 != section }.map { index in
      let column = table.columns[index]
      let cells = texts(index)
      let heading = TextFlow.clean(unicode ? column.heading : plainTypography(column.heading))
      let widest = cells.lazy.map(displayWidth).max() ?? 0
      return Column(
        heading: heading, isText: column.style == .text, cells: cells, cellWidth: widest,
        width: max(widest, displayWidth(heading)))
    }
    guard let section else { return }
    let titles = texts(section)
    for row in titles.indices where row == 0 || titles[row] != titles[row - 1] { sections[row] = titles[row] }
  }

  /// The whole table, or its parts from left to right.
  var parts: [Part] {
    var columns = columns
    guard !columns.isEmpty else { return [] }
    for lines in 1...4 where total(columns) > width {
      for index in columns.indices { columns[index].width = narrow(columns[index], headingLines: lines) }
    }
    if total(columns) <= width { return [part(columns)] }
    var shrunk = columns
    shrinkTexts(&shrunk, to: width, atLeast: 18)
    if total(shrunk) <= width { return [part(shrunk)] }
    // Narrower texts take more lines of a row, parts repeat all rows: the shorter is better.
    let parts = split(columns)
    shrinkTexts(&shrunk, to: width, atLeast: 12)
    guard total(shrunk) <= width else { return parts }
    let whole = part(shrunk)
    return whole.lineCount <= parts.reduce(0, { $0 + $1.lineCount }) ? [whole] : parts
  }

  private func total(_ columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap * max(0, columns.count - 1)
  }

  private func narrow(_ column: Column, headingLines: Int) -> Int {
    max(1, column.cellWidth, TextFlow.narrowest(column.heading, lines: headingLines))
  }

  /// Takes columns of text back, the widest first, until all fit or none is wider than `least`.
  private func shrinkTexts(_ columns: inout [Column], to width: Int, atLeast least: Int) {
    while total(columns) > width {
      let texts = columns.indices.filter { columns[$0].isText && columns[$0].width > least }
      guard let widest = texts.max(by: { columns[$0].width < columns[$1].width }) else { return }
      columns[widest].width -= 1
    }
  }

  private func split(_ all: [Column]) -> [Part] {
    let leading = all.prefix { $0.isText }.count
    var keyCount = min(all.count - 1, max(1, leading))
    // The keys say which row it is; they may take no more than half the line.
    var keys = Array(all.prefix(keyCount))
    shrinkTexts(&keys, to: width / 2, atLeast: 8)
    while keyCount > 1 && total(keys) > width / 2 {
      keyCount -= 1
      keys = Array(all.prefix(keyCount))
      shrinkTexts(&keys, to: width / 2, atLeast: 8)
    }
    if let only = keys.indices.first, keys.count == 1 { keys[only].width = min(keys[only].width, width / 2) }
    let room = width - total(keys) - gap
    var parts: [[Column]] = []
    for var column in all.dropFirst(keyCount) {
      column.width = min(column.width, room)
      // A long text may wrap rather than send the next column into a part of its own.
      if var last = parts.last {
        shrinkTexts(&last, to: room - gap - column.width, atLeast: 12)
        if total(last) + gap + column.width <= room {
          parts[parts.count - 1] = last + [column]
          continue
        }
      }
      parts.append([column])
    }
    return parts.isEmpty ? [part(keys)] : parts.map { part(keys + $0) }
  }

  private func part(_ columns: [Column]) -> Part {
    let headings = columns.map { TextFlow.wrap($0.heading, width: $0.width) }
    let height = headings.map(\.count).max() ?? 0
    // Headings stand on the rule: short ones get their empty lines above.
    let lifted = headings.map { Array(repeating: "", count: height - $0.count) + $0 }
    var heading = lines(lifted, columns)
    heading.append(
      indent
        + columns.map { String(repeating: rule, count: $0.width) }.joined(separator: String(repeating: " ", count: gap))
    )
    var rows: [String] = []
    rows.reserveCapacity(rowCount)
    for row in 0..<rowCount {
      if let title = sections[row] { rows += TextFlow.wrap(title, width: width) }
      rows += lines(columns.map { TextFlow.wrap($0.cells[row], width: $0.width) }, columns)
    }
    return Part(heading: heading, rows: rows)
  }

  /// Cells of one or more lines each, side by side.
  private func lines(_ cells: [[String]], _ columns: [Column]) -> [String] {
    (0..<(cells.map(\.count).max() ?? 0)).map { line in
      let padded = zip(cells, columns).map { cell, column in
        TextFlow.padded(line < cell.count ? cell[line] : "", to: column.width, right: !column.isText)
      }
      return TextFlow.trimmedEnd(indent + padded.joined(separator: String(repeating: " ", count: gap)))
    }
  }
}
