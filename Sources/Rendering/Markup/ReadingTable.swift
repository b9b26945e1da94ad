/// A table as people read it in a document: headings, texts of cells, sections, a number and a title above, a note below.
///
/// Word, LaTeX and HTML are written from it; the texts are those of the terminal.
struct ReadingTable {
  struct Column {
    var heading: String
    var isText: Bool
    /// The widest cell and the longest word of the heading, in characters.
    var width: Int
  }

  enum Row {
    /// What the rows below it share.
    case section(String)
    case cells([String])
  }

  /// Counts the tables of a document from 1; `nil` for a table by itself.
  let number: Int?
  let title: String
  let columns: [Column]
  let rows: [Row]
  let note: String?
  /// It goes on with what had no room beside the columns of the part before.
  private(set) var isContinued = false

  init(_ table: Table, number: Int?, numbers: NumberText) {
    self.number = number
    title = TextFlow.clean(table.title)
    note = table.caption.flatMap { $0.isEmpty ? nil : TextFlow.bound($0) }
    let section = table.sectionColumn.flatMap { name in table.columns.firstIndex { $0.name == name && $0.isShown } }
    let places = table.columns.indices.filter { table.columns[$0].isShown && $0 != section }
    let texts = table.visibleRows.map { row in
      (
        section: section.map { numbers.string(row[$0], table.columns[$0].style) },
        cells: places.map { numbers.string(row[$0], table.columns[$0].style) }
      )
    }
    columns = places.enumerated().map { index, place in
      let heading = TextFlow.clean(table.columns[place].heading)
      let cells = texts.lazy.map { displayWidth($0.cells[index]) }.max() ?? 0
      let word = TextFlow.words(heading).map(displayWidth).max() ?? 0
      return Column(heading: heading, isText: table.columns[place].style == .text, width: max(cells, word))
    }
    var rows: [Row] = []
    var last: String?
    for text in texts {
      if let title = text.section, title != last {
        rows.append(.section(title))
        last = title
      }
      rows.append(.cells(text.cells))
    }
    self.rows = rows
  }

  private init(_ whole: ReadingTable, places: [Int], isContinued: Bool, isLast: Bool) {
    number = whole.number
    title = whole.title
    columns = places.map { whole.columns[$0] }
    rows = whole.rows.map { row in
      switch row {
      case .section: row
      case .cells(let cells): .cells(places.map { cells[$0] })
      }
    }
    note = isLast ? whole.note : nil
    self.isContinued = isContinued
  }

  /// Parts no wider than so many characters, each with the columns of text that the table begins with; the table itself when it fits.
  func parts(width limit: Int) -> [ReadingTable] {
    func room(_ place: Int) -> Int { min(columns[place].width, 34) + 1 }
    guard columns.indices.reduce(0, { $0 + room($1) }) > limit else { return [self] }
    let leading = columns.prefix { $0.isText }.count
    let keys = Array(0..<min(2, max(1, leading), columns.count - 1))
    let start = keys.reduce(0) { $0 + room($1) }
    var groups: [[Int]] = []
    var used = limit
    for place in columns.indices.dropFirst(keys.count) {
      if used + room(place) > limit {
        groups.append([])
        used = start
      }
      groups[groups.count - 1].append(place)
      used += room(place)
    }
    return groups.enumerated().map { index, places in
      ReadingTable(self, places: keys + places, isContinued: index > 0, isLast: index == groups.count - 1)
    }
  }
}

/// A document as people read it: its blocks with tables numbered, bars left to the figure where there is one.
struct ReadingDocument {
  enum Block {
    case heading(String)
    case paragraph(String)
    case lines(String)
    case table(ReadingTable)
    case figure(Figure)
  }

  let title: String
  private(set) var blocks: [Block] = []
  let notes: [String]
  /// There is one table and nothing around it.
  let isTableAlone: Bool

  /// - Parameter width: of lines laid out in characters of one width.
  init(_ document: Document, numbers: NumberText, width: Int, figure: FigureSettings) {
    title = document.title
    notes = document.notes.map { TextFlow.bound($0.message) }
    let texts = document.blocks.filter { if case .figure = $0 { false } else { true } }
    isTableAlone = texts.count == 1 && texts.first.map { if case .table = $0 { true } else { false } } == true
    // Of several figures the one that picture files would hold.
    var chosen = document.figure(named: figure.name)
    let hasFigure = chosen != nil
    var count = 0
    func add(_ table: Table, to blocks: inout [Block]) {
      count += 1
      blocks.append(.table(ReadingTable(table, number: isTableAlone ? nil : count, numbers: numbers)))
    }
    for block in document.blocks {
      switch block {
      case .heading(let text): blocks.append(.heading(TextFlow.clean(text)))
      case .paragraph(let text): blocks.append(.paragraph(TextFlow.bound(text)))
      case .verbatim(let text): blocks.append(.lines(text))
      case .fitted(_, let table?): add(table, to: &blocks)
      case .fitted(let lines, nil): blocks.append(.lines(lines(width)))
      case .markdown(let text): blocks.append(.lines(MarkdownText(text, width: width).lines.joined(separator: "\n")))
      case .table(let table): if table.isShown { add(table, to: &blocks) }
      case .view(let table): add(table, to: &blocks)
      case .figure(let figure):
        guard figure == chosen else { continue }
        blocks.append(.figure(figure))
        chosen = nil
      case .bars(let chart):
        if !hasFigure {
          blocks.append(.figure(Figure(title: chart.title, caption: "", panels: [.bars(chart)])))
        }
      }
    }
  }
}
