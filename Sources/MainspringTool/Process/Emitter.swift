import ArgumentParser
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
    let tables = TableContract.all.filter { $0.verb == command }.map(\.name)
    if let name = options.table, !tables.contains(name) {
      throw DataFault.request(
        problem: "`\(command)` makes no table '\(name)'", suggestion: "Its tables: \(tables.joined(separator: ", ")).")
    }
    for file in files where !hasFigure && file.isPicture {
      throw DataFault.request(
        problem: "`\(command)` has no figure to write to '\(file.path)'",
        suggestion:
          "Use .json, .csv, .md or .txt; `drivers`, `ipa`, `correlate`, `factor` and `reliability` have figures.")
    }
    try OutputPlaces.check(files.map(\.path) + others, source: source)
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
    let own = try files.map { AtomicFile.Output(path: $0.path, bytes: try bytes(chosen, of: $0.form)) }
    try AtomicFile.write(own + others)
    switch options.format {
    case .text: Console.write(screen(chosen))
    case .json: Console.write(JSONRenderer.render(chosen))
    case .csv: Console.write(csv(chosen))
    case .markdown: Console.write(MarkdownRenderer.render(chosen))
    }
  }

  /// The document with a note on what PNG and PDF show as boxes. CSV has no notes: there it goes to standard error.
  private func withMissingGlyphs(_ document: Document) -> Document {
    guard files.contains(where: { $0.form == .png || $0.form == .pdf }) else { return document }
    let missing = PictureExport.missingGlyphs(svg: svg(document))
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

  private var files: [OutputFile] { options.output.compactMap { OutputFile(path: $0) } }

  private func bytes(_ document: Document, of form: OutputFile.Form) throws -> [UInt8] {
    switch form {
    case .json: Array(JSONRenderer.render(document).utf8)
    case .csv: Array(csv(document).utf8)
    case .md: Array(MarkdownRenderer.render(document).utf8)
    case .txt: Array(text(width: 80, color: false).render(document).utf8)
    case .svg: Array(svg(document).utf8)
    case .png: try PictureExport.png(svg: svg(document))
    case .pdf: try PictureExport.pdf(svg: svg(document))
    }
  }

  /// Text on standard output: the first screen unless everything or one table is asked for.
  private func screen(_ document: Document) -> String {
    let renderer = text(width: Console.outputWidth, color: showsColor)
    if options.full || options.table != nil { return renderer.render(document) }
    let brief = document.brief
    let parts = [(brief.shownElsewhere, "--full"), (brief.hidden, "--table NAME")].filter { !$0.0.isEmpty }
      .map { "\($0.0.joined(separator: ", ")) (\($0.1))" }
    return renderer.render(brief.document, closing: parts.isEmpty ? nil : "Also: \(parts.joined(separator: "; ")).")
  }

  private func text(width: Int, color: Bool) -> TextRenderer {
    TextRenderer(width: width, unicode: !options.ascii && Console.showsUnicode, color: color)
  }

  private func csv(_ document: Document) -> String {
    guard let table = document.table(named: options.table ?? document.defaultTable) else { return "" }
    return CSVRenderer.render(table, spreadsheetSafe: options.spreadsheetSafe)
  }

  private func svg(_ document: Document) -> String {
    guard let figure = document.figure else { preconditionFailure("checked before the work began") }
    return SVGRenderer.render(figure)
  }
}
