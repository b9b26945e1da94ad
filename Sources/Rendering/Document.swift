/// What a command says: said once here, rendered many times.
public struct Document: Sendable {
  /// A part of the document, in the order that people read.
  public enum Block: Sendable {
    case heading(String)
    /// A paragraph of plain sentences, wrapped to the width by the text renderer.
    case paragraph(String)
    case table(Table)
    /// A table for people only: another view of what the tables for machines hold under their own names.
    case view(Table)
    /// A picture: what picture files hold. Text and Markdown leave it out, which draw `bars` with characters.
    case figure(Figure)
    /// A bar chart drawn with characters in the terminal.
    case bars(BarChart)
    /// Text shown as it is, unwrapped (a command to copy, a file).
    case verbatim(String)
    /// Text laid out in lines for a width in characters, 80 in Markdown; as a table where pages and papers have one.
    case fitted(@Sendable (_ width: Int) -> String, asTable: Table? = nil)
    /// Text in Markdown, which the text renderer wraps and Markdown takes as it is.
    case markdown(String)
  }

  /// What the run was: `key`, value; in this order in the `run` object of JSON.
  public struct RunEntry: Sendable {
    /// The name in JSON's `run`.
    public var key: String
    /// What it was.
    public var value: RunValue
    public init(_ key: String, _ value: RunValue) {
      self.key = key
      self.value = value
    }
  }
  /// A value of JSON's `run`.
  public indirect enum RunValue: Sendable {
    case cell(Cell)
    case list([RunValue])
    case object([RunEntry])
  }

  /// What the first screen of text shows of the tables.
  public struct Brevity: Sendable {
    /// Names of tables.
    public var tables: Set<String>
    /// Columns that it leaves to the whole table, by the table's name.
    public var hiddenColumns: [String: Set<String>]
    public init(_ tables: Set<String>, hiding hiddenColumns: [String: Set<String>] = [:]) {
      self.tables = tables
      self.hiddenColumns = hiddenColumns
    }
  }

  /// What the analyst must know.
  public struct NoteLine: Sendable, Equatable {
    /// One of the closed list of kinds, for programs.
    public var kind: String
    /// A sentence, for people.
    public var message: String
    public init(kind: String, message: String) {
      self.kind = kind
      self.message = message
    }
  }

  /// Of the program.
  public var version: String
  /// The verb.
  public var command: String
  /// The study's, or the verb's own.
  public var title: String
  /// What the result was made of. Worked out when it is asked for: text and CSV show none of it.
  public var run: [RunEntry] {
    get { makeRun() }
    set { makeRun = { newValue } }
  }
  private var makeRun: @Sendable () -> [RunEntry]
  /// In the order people read. Every `.table` among them is in JSON's `tables` too.
  public var blocks: [Block]
  /// After everything else.
  public var notes: [NoteLine]
  /// The table that CSV writes unless `--table` names another.
  public var defaultTable: String
  /// What the first screen of text shows; `nil`: everything.
  public var brevity: Brevity?

  public init(
    version: String, command: String, title: String,
    run: @autoclosure @escaping @Sendable () -> [RunEntry] = [], blocks: [Block] = [],
    notes: [NoteLine] = [], defaultTable: String,
    brevity: Brevity? = nil
  ) {
    self.version = version
    self.command = command
    self.title = title
    makeRun = run
    self.blocks = blocks
    self.notes = notes
    self.defaultTable = defaultTable
    self.brevity = brevity
  }

  /// The verb's main figure, which picture files hold unless another is asked for.
  public var figure: Figure? { figures.first }

  /// Every figure of the document, the main one first.
  public var figures: [Figure] {
    blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }

  /// The figure of that name; the main one without a name.
  public func figure(named name: String?) -> Figure? {
    name.map { name in figures.first { $0.name == name } } ?? figure
  }

  /// Every table of the document, in its order: what JSON and CSV hold.
  public var tables: [Table] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}
