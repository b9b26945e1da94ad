/// What a form of files may be told about how to write.
public struct FormSettings: Sendable {
  /// Text may use characters beyond ASCII.
  public var unicode: Bool
  /// CSV puts an apostrophe before texts that a spreadsheet would take for a formula.
  public var spreadsheetSafe: Bool
  /// CSV has decimal commas, and semicolons between its fields. People's numbers follow `NumberStyle`.
  public var decimalComma: Bool
  /// Which figure pictures hold, and how it is drawn.
  public var figure: FigureSettings

  public init(
    unicode: Bool = true, spreadsheetSafe: Bool = false, decimalComma: Bool = false,
    figure: FigureSettings = FigureSettings()
  ) {
    self.unicode = unicode
    self.spreadsheetSafe = spreadsheetSafe
    self.decimalComma = decimalComma
    self.figure = figure
  }
}

/// A form of files that a document can be written in, known by its suffix.
///
/// A new one is a type that conforms, and a line in `DocumentForms.all`.
public protocol DocumentForm: SendableMetatype {
  /// The suffix of its files: lower case, without the dot.
  static var suffix: String { get }
  /// It holds the document's figure and nothing else: only documents with one can be written so.
  static var isPicture: Bool { get }
  /// It draws the figure with the fonts of this machine, which may lack a character.
  static var drawsFonts: Bool { get }
  /// The bytes of a file.
  ///
  /// - Throws: `PictureExportError` when the libraries that draw are missing, `OfficeFileError` when those that pack are.
  static func bytes(of document: Document, _ settings: FormSettings) throws -> [UInt8]
}

extension DocumentForm {
  /// It holds the whole document.
  public static var isPicture: Bool { false }
  /// It draws nothing, or leaves that to the reader.
  public static var drawsFonts: Bool { false }
}

/// The forms that there are.
public enum DocumentForms {
  /// In the order that messages name them.
  public static let all: [any DocumentForm.Type] = [
    JSONRenderer.self, CSVRenderer.self, MarkdownRenderer.self, PlainTextForm.self, HTMLRenderer.self,
    LaTeXRenderer.self, WordForm.self, WorkbookForm.self, SVGRenderer.self, PNGForm.self, PDFForm.self,
  ]

  /// The form that the suffix of a path tells, whatever its case; `nil` for others.
  public static func form(ofPath path: String) -> (any DocumentForm.Type)? {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    let suffix = path[path.index(after: dot)...].lowercased()
    return all.first { $0.suffix == suffix }
  }
}

extension JSONRenderer: DocumentForm {
  /// `.json`
  public static var suffix: String { "json" }
  /// See `render`.
  public static func bytes(of document: Document, _ settings: FormSettings) -> [UInt8] { Array(render(document).utf8) }
}

extension CSVRenderer: DocumentForm {
  /// `.csv`
  public static var suffix: String { "csv" }

  /// The document's default table; nothing when it has none of that name.
  public static func bytes(of document: Document, _ settings: FormSettings) -> [UInt8] {
    Array(render(document, settings).utf8)
  }

  /// The same as text.
  public static func render(_ document: Document, _ settings: FormSettings) -> String {
    document.table(named: document.defaultTable).map {
      render($0, spreadsheetSafe: settings.spreadsheetSafe, decimalComma: settings.decimalComma)
    } ?? ""
  }
}

extension MarkdownRenderer: DocumentForm {
  /// `.md`
  public static var suffix: String { "md" }
  /// See `render`.
  public static func bytes(of document: Document, _ settings: FormSettings) -> [UInt8] { Array(render(document).utf8) }
}

/// Text as on a terminal of 80 columns, without colour.
public enum PlainTextForm: DocumentForm {
  /// `.txt`
  public static var suffix: String { "txt" }
  /// What a terminal of 80 columns shows with everything asked for.
  public static func bytes(of document: Document, _ settings: FormSettings) -> [UInt8] {
    Array(TextRenderer(unicode: settings.unicode, color: false).render(document).utf8)
  }
}

extension SVGRenderer: DocumentForm {
  /// `.svg`
  public static var suffix: String { "svg" }
  /// It holds the figure alone.
  public static var isPicture: Bool { true }
  /// See `render`.
  public static func bytes(of document: Document, _ settings: FormSettings) -> [UInt8] {
    Array(picture(of: document, settings.figure).utf8)
  }

  /// - Precondition: the document has that figure.
  static func picture(of document: Document, _ settings: FigureSettings) -> String {
    guard let figure = document.figure(named: settings.name) else {
      preconditionFailure("a document without a figure has no picture")
    }
    return render(figure, settings)
  }
}

/// A picture in pixels.
public enum PNGForm: DocumentForm {
  /// `.png`
  public static var suffix: String { "png" }
  /// It holds the figure alone.
  public static var isPicture: Bool { true }
  /// Its text is drawn here.
  public static var drawsFonts: Bool { true }
  /// See `PictureExport.png(svg:scale:)`.
  public static func bytes(of document: Document, _ settings: FormSettings) throws -> [UInt8] {
    try PictureExport.png(svg: SVGRenderer.picture(of: document, settings.figure))
  }
}

/// A picture on a page.
public enum PDFForm: DocumentForm {
  /// `.pdf`
  public static var suffix: String { "pdf" }
  /// It holds the figure alone.
  public static var isPicture: Bool { true }
  /// Its text is drawn here.
  public static var drawsFonts: Bool { true }
  /// See `PictureExport.pdf(svg:)`.
  public static func bytes(of document: Document, _ settings: FormSettings) throws -> [UInt8] {
    try PictureExport.pdf(svg: SVGRenderer.picture(of: document, settings.figure))
  }
}
