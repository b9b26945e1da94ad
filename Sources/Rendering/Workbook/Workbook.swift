import CLibraries
import CWorkbooks
import Platform

/// A workbook under construction, over libxlsxwriter.
///
/// It carries no date: the day of its making is given as 1 January 1980. Texts are written as texts whatever they begin with, so that
/// `=HYPERLINK(…)` in a label is no formula. The library writes numbers with 16 significant digits.
final class Workbook {
  typealias Format = UnsafeMutablePointer<lxw_format>?
  /// Charts have the colours of light pictures, whatever theme those are given: who edits a chart chooses its own.
  static let palette = Theme().palette

  /// How a cell looks.
  struct Look: Hashable {
    var number: String?
    var isBold = false
    var isItalic = false
    var isWrapped = false
    /// A heading of columns: bold, wrapped, on a rule.
    var isHeading = false
    var isTop = false
    var isRight = false
    /// A text behind a column of numbers.
    var isIndented = false
    var size: Double?
    var color: String?
  }

  private let handle: UnsafeMutablePointer<lxw_workbook>
  private var formats: [Look: Format] = [:]
  private var names = SheetNames()
  private(set) var chartCount = 0
  /// What the library cannot write by itself.
  var errorBars = ErrorBarCells()

  private init(path: String) throws {
    guard let handle = workbook_new(path) else { throw OfficeFileError(reason: .notWritten("there is no memory")) }
    self.handle = handle
  }

  /// The bytes of a workbook that `fill` fills.
  static func bytes(title: String, _ fill: (Workbook) throws -> Void) throws -> [UInt8] {
    guard mainspring_has_workbook_writer() == 1 else { throw OfficeFileError.noWorkbookWriter }
    var errorBars = ErrorBarCells()
    var charts = 0
    let bytes = try ScratchFile.bytes { path in
      let book = try Workbook(path: path)
      book.setProperties(title: title)
      var problem: (any Error)?
      do { try fill(book) } catch { problem = error }
      // Closing frees what the library holds, whether or not the file is wanted.
      let outcome = workbook_close(book.handle)
      if let problem { throw problem }
      guard outcome == LXW_NO_ERROR else {
        throw OfficeFileError(reason: .notWritten("libxlsxwriter stopped with its error \(outcome.rawValue)"))
      }
      (errorBars, charts) = (book.errorBars, book.chartCount)
    }
    return try errorBars.written(into: bytes, charts: charts)
  }

  private func setProperties(title: String) {
    withText(Self.clean(title)) { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = 315_532_800
      _ = workbook_set_properties(handle, &properties)
    }
  }

  /// A sheet whose name is made of the title.
  func sheet(_ title: String) throws -> Sheet {
    let name = names.name(for: title)
    guard let sheet = workbook_add_worksheet(handle, name) else {
      throw OfficeFileError(reason: .notWritten("the sheet '\(name)' was refused"))
    }
    worksheet_set_paper(sheet, 9)
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    return Sheet(name: name, handle: sheet, book: self)
  }

  func chart(_ type: lxw_chart_type) throws -> UnsafeMutablePointer<lxw_chart> {
    guard let chart = workbook_add_chart(handle, UInt8(type.rawValue)) else {
      throw OfficeFileError(reason: .notWritten("a chart was refused"))
    }
    chartCount += 1
    return chart
  }

  func format(_ look: Look) -> Format {
    if let known = formats[look] { return known }
    let format = workbook_add_format(handle)
    if let number = look.number { format_set_num_format(format, number) }
    if look.isBold || look.isHeading { format_set_bold(format) }
    if look.isItalic { format_set_italic(format) }
    if look.isWrapped || look.isHeading { format_set_text_wrap(format) }
    if look.isHeading { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if look.isTop { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    if look.isHeading { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue)) }
    if look.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if look.isIndented { format_set_indent(format, 1) }
    if let size = look.size { format_set_font_size(format, size) }
    if let color = look.color { format_set_font_color(format, Self.color(color)) }
    formats[look] = format
    return format
  }

  /// `#RRGGBB` as the library has it.
  static func color(_ text: String) -> lxw_color_t {
    let value = lxw_color_t(text.dropFirst(), radix: 16) ?? 0
    // Zero stands for "as usual": black is nearly black.
    return value == 0 ? 0x010101 : value
  }

  /// A text that is safe in a cell: no control characters, at most as long as a cell may hold.
  static func clean(_ text: String) -> String {
    let clean = VisibleText.line(text)
    let legal =
      clean.unicodeScalars.contains { $0.value & 0xFFFE == 0xFFFE }
      ? String(String.UnicodeScalarView(clean.unicodeScalars.map { $0.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : $0 }))
      : clean
    guard legal.utf16.count > 32_000 else { return legal }
    return String(legal.prefix(15_000)) + " …"
  }

  /// A text that is safe as a name in a chart, where one that begins with `=` would be taken for a reference.
  static func chartText(_ text: String) -> String {
    let clean = clean(text)
    return clean.hasPrefix("=") ? " " + clean : String(clean.prefix(250))
  }
}

/// Runs with the bytes of a text, ended by zero.
func withText<Result>(_ text: String, _ work: (UnsafePointer<CChar>) -> Result) -> Result { text.withCString(work) }

/// One sheet of a workbook. Rows and columns count from 0.
struct Sheet {
  let name: String
  let handle: UnsafeMutablePointer<lxw_worksheet>
  let book: Workbook

  func write(_ text: String, _ row: Int, _ column: Int, _ look: Workbook.Look = Workbook.Look()) {
    let clean = Workbook.clean(text)
    guard !clean.isEmpty else { return }
    _ = worksheet_write_string(handle, lxw_row_t(row), lxw_col_t(column), clean, book.format(look))
  }

  /// What is not finite is text: a cell has no infinite number.
  func write(_ number: Double, _ row: Int, _ column: Int, _ look: Workbook.Look = Workbook.Look()) {
    guard number.isFinite else {
      if number.isInfinite { write(number < 0 ? "-∞" : "∞", row, column, Workbook.Look(isRight: true)) }
      return
    }
    _ = worksheet_write_number(handle, lxw_row_t(row), lxw_col_t(column), number, book.format(look))
  }

  func write(_ flag: Bool, _ row: Int, _ column: Int) {
    _ = worksheet_write_boolean(handle, lxw_row_t(row), lxw_col_t(column), flag ? 1 : 0, nil)
  }

  /// A number as its column shows it to people; nothing for a missing one.
  func write(_ cell: Cell, _ style: Table.Style, _ row: Int, _ column: Int, isIndented: Bool = false) {
    switch cell {
    case .missing: break
    case .text(let text): write(text, row, column, Workbook.Look(isIndented: isIndented))
    case .flag(let flag): write(flag, row, column)
    // A cell holds 15 digits.
    case .integer(let integer) where integer.magnitude > 999_999_999_999_999: write(String(integer), row, column)
    case .integer(let integer):
      let style: Table.Style =
        switch style {
        case .percent, .pValue: style
        default: .integer
        }
      write(Double(integer), row, column, Workbook.Look(number: NumberFormat.code(of: Double(integer), style)))
    case .number(let number):
      guard number.isFinite else { return write(number, row, column) }
      write(number, row, column, Workbook.Look(number: NumberFormat.code(of: number, style)))
    }
  }

  /// The width of columns in characters; folded ones are hidden under a sign at the top that opens them.
  func setWidth(_ width: Double, _ columns: ClosedRange<Int>, isFolded: Bool = false) {
    var options = lxw_row_col_options(hidden: isFolded ? 1 : 0, level: isFolded ? 1 : 0, collapsed: 0)
    _ = worksheet_set_column_opt(
      handle, lxw_col_t(columns.lowerBound), lxw_col_t(columns.upperBound), width, nil, &options)
  }

  /// In points.
  func setHeight(_ height: Double, row: Int) { _ = worksheet_set_row(handle, lxw_row_t(row), height, nil) }

  /// A paragraph over several columns, its row as high as it needs.
  func writeParagraph(_ text: String, row: Int, columns: ClosedRange<Int>, characters: Int, _ look: Workbook.Look) {
    var look = look
    (look.isWrapped, look.isTop) = (true, true)
    let clean = Workbook.clean(text)
    let lines = TextFlow.wrap(clean, width: max(10, characters - 2)).count
    let size = look.size ?? 11
    setHeight(Double(lines) * size * 1.36 + 1, row: row)
    guard columns.count > 1 else { return write(clean, row, columns.lowerBound, look) }
    _ = worksheet_merge_range(
      handle, lxw_row_t(row), lxw_col_t(columns.lowerBound), lxw_row_t(row), lxw_col_t(columns.upperBound), clean,
      book.format(look))
  }

  func freeze(rows: Int, columns: Int) { worksheet_freeze_panes(handle, lxw_row_t(rows), lxw_col_t(columns)) }

  func filter(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    _ = worksheet_autofilter(
      handle, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
      lxw_col_t(columns.upperBound))
  }

  func repeatRows(_ rows: ClosedRange<Int>) {
    _ = worksheet_repeat_rows(handle, lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
  }

  /// The cells of one column as a formula names them: `'Sheet'!$B$2:$B$9`.
  func reference(_ rows: ClosedRange<Int>, column: Int) -> String {
    let letters = Self.letters(column)
    let quoted = name.replacing("'", with: "''")
    return "'\(quoted)'!$\(letters)$\(rows.lowerBound + 1):$\(letters)$\(rows.upperBound + 1)"
  }

  private static func letters(_ column: Int) -> String {
    var text = ""
    var rest = column + 1
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }
}
