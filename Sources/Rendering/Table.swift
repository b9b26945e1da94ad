/// One value of a table. Nothing is rounded here: a renderer decides how many digits it shows.
public enum Cell: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  /// Not defined, not computed, or not known.
  case missing

  /// A number, missing when it is `nil`.
  public init(_ value: Double?) { self = value.map { .number($0) } ?? .missing }
  /// A whole number, missing when it is `nil`.
  public init(_ value: Int?) { self = value.map { .integer($0) } ?? .missing }
  /// A text, missing when it is `nil`.
  public init(_ value: String?) { self = value.map { .text($0) } ?? .missing }
}

/// A rectangle of cells with named columns.
public struct Table: Sendable, Equatable {
  /// How a column's numbers are shown to people; machine formats ignore it.
  public enum Style: Sendable, Equatable {
    case text
    case integer
    /// A fixed number of decimals.
    case decimals(Int)
    /// A share of one, shown in percent with that many decimals.
    case percent(Int)
    /// A p-value: three decimals without the zero before the point, `< .001` below.
    case pValue
    /// What cannot exceed 1 in size, or hardly does (correlations, R², loadings): a fixed number of decimals without the zero before
    /// the point, as APA has it.
    case proportion(Int)
    /// As many significant digits.
    case significant(Int)
  }

  /// One column: its name for programs, its heading and style for people.
  public struct Column: Sendable, Equatable {
    /// The name in JSON and CSV: snake_case, from the closed list of the contract.
    public var name: String
    /// The heading people see.
    public var heading: String
    /// How its numbers are shown to people.
    public var style: Style
    /// Shown in text and Markdown; JSON and CSV carry every column. A wide table shows people its essentials.
    public var isShown: Bool
    /// The column that holds the labels of this one's names: people read the label where there is one.
    public var labelColumn: String?
    /// What the numbers of the column are, in a sentence, for those who read the table without the page of columns.
    public var meaning: String?
    /// What people read in place of a closed word that scripts compare: `low_priority` is "Low priority".
    public var words: [String: String] = [:]

    public init(
      _ name: String, _ heading: String, _ style: Style = .text, isShown: Bool = true, labelColumn: String? = nil
    ) {
      self.name = name
      self.heading = heading
      self.style = style
      self.isShown = isShown
      self.labelColumn = labelColumn
    }
  }

  /// The name in JSON and for `--table`: snake_case.
  public var name: String
  /// The title people see.
  public var title: String
  /// In the order of the cells of a row.
  public var columns: [Column]
  /// A cell for every column.
  public private(set) var rows: [[Cell]]
  /// Shown in text and Markdown unless somebody asks for it by name: false for tables made for machines.
  public var isShown: Bool
  /// A sentence under the table: what a column means, how to read it.
  public var caption: String?
  /// A shown column whose value many rows share: in text it stands once, as a title over these rows.
  public var sectionColumn: String?
  /// The rows (0-based) that people see in text and Markdown, in their order; `nil`: all. JSON and CSV carry every row.
  public var shownRows: [Int]?

  public init(
    name: String, title: String, columns: [Column], rows: [[Cell]] = [], isShown: Bool = true,
    caption: String? = nil
  ) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for every column")
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.isShown = isShown
    self.caption = caption
  }

  /// The rows that people see: labels in place of names, words in place of codes.
  package var visibleRows: [[Cell]] {
    let chosen = shownRows.map { chosen in chosen.map { rows[$0] } } ?? rows
    let labels = columns.indices.compactMap { place in
      columns[place].labelColumn.flatMap { name in columns.firstIndex { $0.name == name } }.map { (place, $0) }
    }
    let worded = columns.indices.filter { !columns[$0].words.isEmpty }
    guard !labels.isEmpty || !worded.isEmpty else { return chosen }
    return chosen.map { row in
      var named = row
      for place in worded {
        if case .text(let word) = row[place], let shown = columns[place].words[word] { named[place] = .text(shown) }
      }
      for (place, label) in labels where row[label] != .missing { named[place] = row[label] }
      return named
    }
  }

  /// Adds a row. Precondition: a cell for every column.
  public mutating func append(_ row: [Cell]) {
    precondition(row.count == columns.count, "a cell for every column")
    rows.append(row)
  }
}
