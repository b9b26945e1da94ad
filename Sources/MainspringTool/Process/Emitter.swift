import ArgumentParser
import Platform
import Presentation
import Rendering
import Survey

/// Sends a finished document to standard output and to the files that were asked for.
struct Emitter {
  let options: OutputOptions

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
          "Use .json, .csv, .md or .txt; `drivers`, `ipa`, `correlate`, `factor` and `reliability` have figures.")
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
    let document = withMissingGlyphs(document)
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
    }
  }

  /// The document with a note on what PNG and PDF show as boxes. CSV has no notes: there it goes to standard error.
  private func withMissingGlyphs(_ document: Document) -> Document {
    let forms = options.output.compactMap { DocumentForms.form(ofPath: $0) }
    // SVG is drawn with the reader's fonts.
    guard let figure = document.figure, forms.contains(where: { $0.isPicture && $0 != SVGRenderer.self }) else {
      return document
    }
    let missing = PictureExport.missingGlyphs(svg: SVGRenderer.render(figure))
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
    FormSettings(unicode: !options.ascii && Console.showsUnicode, spreadsheetSafe: options.spreadsheetSafe)
  }

  /// Text on standard output: the first screen unless everything or one table is asked for.
  private func screen(_ document: Document) -> String {
    let renderer = TextRenderer(width: Console.outputWidth, unicode: settings.unicode, color: showsColor)
    if options.full || options.table != nil { return renderer.render(document) }
    let brief = document.brief
    let parts = [(brief.shownElsewhere, "--full"), (brief.hidden, "--table NAME")].filter { !$0.0.isEmpty }
      .map { "\($0.0.joined(separator: ", ")) (\($0.1))" }
    return renderer.render(brief.document, closing: parts.isEmpty ? nil : "Also: \(parts.joined(separator: "; ")).")
  }
}
