import Languages
import ArgumentParser
import Platform
import Presentation
import Rendering
import Survey

/// Sends a finished document to standard output and to the files that were asked for.
struct Emitter {
  let options: OutputOptions
  /// Which figure pictures hold, and how it is drawn.
  private(set) var figure = FigureSettings()

  init(options: OutputOptions) { self.options = options }

  /// Of a verb that draws.
  ///
  /// - Parameter study: what the study says on pictures.
  init(options: OutputOptions, figure: FigureOptions, study: FigureSettings = FigureSettings()) {
    self.options = options
    self.figure = figure.settings(study)
  }

  /// Fails before the work begins when what is asked for cannot be made.
  ///
  /// - Parameters:
  ///   - source: what is read, which no output may replace.
  ///   - others: files that the verb writes beside the document's own.
  func check(hasFigure: Bool, command: String, source: String? = nil, others: [String] = []) throws {
    if let name = options.table, case let tables = TableContract.all.filter({ $0.verb == command }).map(\.name),
      !tables.contains(name)
    {
      let near = Spelling.nearest(to: name, among: tables, limit: 1).first
      throw DataFault.request(
        problem: "`\(command)` makes no table '\(name)'",
        suggestion: (near.map { "Did you mean '\($0)'? " } ?? "") + "Its tables: \(tables.joined(separator: ", ")).")
    }
    for path in options.output where !hasFigure && DocumentForms.form(ofPath: path)?.isPicture ?? false {
      throw DataFault.request(
        problem: "`\(command)` has no figure to write to '\(path)'",
        suggestion:
          "Use .json, .csv, .md, .txt, .html, .tex, .docx or .xlsx; `drivers`, `ipa`, `describe`, `impute`, `correlate`, `factor`, `reliability`, `sem` and `mediate` have figures."
      )
    }
    try OutputPlaces.check(options.output + others, source: source)
  }

  /// Files first, all or none of them, so that a closed pipe on standard output cannot lose them.
  ///
  /// - Parameter others: files that belong to the same result.
  func emit(_ document: Document, others: [AtomicFile.Output] = []) throws {
    if let name = options.table, document.table(named: name)?.rows.isEmpty ?? true {
      throw DataFault.request(
        problem: "The table '\(name)' is empty", suggestion: Sentence(EmptyTable.reason(name, of: document)))
    }
    try checkFigure(document)
    try NumberStyle.$usesDecimalComma.withValue(NumberStyle.usesDecimalComma || options.decimalComma) {
      try write(withMissingGlyphs(document), others: others)
    }
  }

  private func write(_ document: Document, others: [AtomicFile.Output]) throws {
    let chosen = options.table.map { document.keeping(table: $0) } ?? document
    let own = try options.output.compactMap { path in
      try DocumentForms.form(ofPath: path).map {
        AtomicFile.Output(path: path, bytes: try $0.bytes(of: chosen, settings))
      }
    }
    try AtomicFile.write(own + others)
    switch options.format {
    case .text: Console.write(screen(chosen))
    case .json: Console.write(JSONRenderer.render(chosen))
    case .csv: Console.write(CSVRenderer.render(chosen, settings))
    case .markdown: Console.write(MarkdownRenderer.render(chosen))
    case .html: Console.write(HTMLRenderer.render(chosen, settings))
    case .latex: Console.write(LaTeXRenderer.render(chosen, settings))
    }
  }

  /// A figure that these data do not have is told before any file is written.
  private func checkFigure(_ document: Document) throws {
    guard options.writesPicture else { return }
    let name = figure.name ?? FigureContract.of(document.command).first?.name
    guard let name, !document.figures.contains(where: { $0.name == name }) else { return }
    let contract = FigureContract.of(document.command).first { $0.name == name }
    let others = document.figures.map(\.name)
    throw DataFault.request(
      problem: "There is nothing to draw for --figure \(name)",
      suggestion: Sentence(
        (contract?.needs.map { $0 + " " } ?? "")
          + (others.isEmpty
            ? "No other figure can be drawn of these data." : "There are: \(others.joined(separator: ", "))."))
    )
  }

  /// The document with a note on what PNG, PDF and Word's pictures show as boxes. CSV has no notes: there it goes to standard error.
  private func withMissingGlyphs(_ document: Document) -> Document {
    let forms = options.output.compactMap { DocumentForms.form(ofPath: $0) }
    // SVG is drawn with the reader's fonts.
    guard let drawn = document.figure(named: figure.name),
      forms.contains(where: { $0.drawsFonts })
    else {
      return document
    }
    let missing = PictureExport.missingGlyphs(svg: SVGRenderer.render(drawn, figure))
    guard !missing.isEmpty else { return document }
    let note = Document.NoteLine(kind: NoteKind.missingGlyphs.name, message: MissingGlyphs.message(missing))
    if options.format == .csv { Console.error("mainspring: \(note.message)") }
    var copy = document
    copy.notes.append(note)
    return copy
  }

  private var showsColor: Bool {
    !options.noColor && Console.outputIsTerminal && Console.environment("NO_COLOR") == nil
  }

  private var settings: FormSettings {
    FormSettings(
      unicode: !options.ascii && Console.showsUnicode, spreadsheetSafe: options.spreadsheetSafe,
      decimalComma: NumberStyle.usesDecimalComma, figure: figure)
  }

  /// Text on standard output: the first screen unless everything or one table is asked for.
  private func screen(_ document: Document) -> String {
    let renderer = TextRenderer(width: Console.outputWidth, unicode: settings.unicode, color: showsColor)
    if options.full || options.table != nil { return renderer.render(document) }
    let brief = document.brief
    let parts = [(brief.shownElsewhere, "--full"), (brief.hidden, "--table NAME")].filter { !$0.0.isEmpty }
      .map { "\($0.0.joined(separator: ", ")) (\($0.1))" }
    return renderer.render(
      brief.document,
      closing: parts.isEmpty ? nil : Language.current.message("Also: {0}.", parts.joined(separator: "; ")))
  }
}
