import ArgumentParser
import Languages
import Platform
import Rendering
import Survey
import SurveyFiles

/// Where results go, and in what form.
struct OutputOptions: ParsableArguments {
  @Option(help: "Form of standard output: text, json, csv, markdown, html or latex.")
  var format: OutputFormat = .text

  @Option(help: ArgumentHelp("Write this one table, in every form.", valueName: "name"))
  var table: String?

  @Flag(
    help: ArgumentHelp(
      "In text, all tables instead of the first screen; files and other forms always hold everything.",
      visibility: Offer.visibility("full")))
  var full = false

  @Option(
    help: ArgumentHelp(
      Offer.writesData
        ? "Write a file; the suffix decides: .csv .sav .dta for the completed data, with {} in the name a file for each imputation; .json .md .txt .html .tex .docx .xlsx .svg .png .pdf for what is shown of them (repeatable)."
        : "Also write a file; the suffix decides: .json .csv .md .txt .html .tex .docx .xlsx\(Offer.hasFigure ? " .svg .png .pdf" : "") (repeatable).",
      valueName: "file"), completion: .file())
  var output: [String] = []

  @Option(
    help: ArgumentHelp(
      "Language of headings, sentences, notes and figures: en, nl, nb (or no), sv, de. Names and labels of the data, columns of csv and json, `explain` and errors are not translated. Default: en.",
      valueName: "code"))
  var language: Language?

  @Flag(
    name: .long,
    help: "In csv, an apostrophe before texts that a spreadsheet would take for a formula (= + - @ at the beginning).")
  var spreadsheetSafe = false

  @Flag(
    name: .long,
    help: "Numbers with a decimal comma, in csv between semicolons; json and workbooks hold numbers, which have none.")
  var decimalComma = false

  @Flag(name: .long, help: "Nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colour, even on a terminal.")
  var noColor = false

  @Flag(name: .long, help: "Letters and lines of plain ASCII only.")
  var ascii = false

  var writesPicture: Bool { output.contains { DocumentForms.form(ofPath: $0)?.isPicture ?? false } }

  /// Options nobody was asked for: text on standard output.
  static var plain: OutputOptions {
    // Parsing nothing gives the defaults.
    guard let options = try? parse([]) else { preconditionFailure("every option has a default") }
    return options
  }

  func validate() throws {
    try Self.check(
      Offer.writesData
        ? output.filter { path in !["sav", "dta"].contains { path.lowercased().hasSuffix(".\($0)") } } : output)
  }

  /// Every file has a suffix that says its form.
  static func check(_ output: [String]) throws {
    for path in output where DocumentForms.form(ofPath: path) == nil {
      throw ValidationError(
        "--output \(path): the suffix must be one of \(DocumentForms.all.map { ".\($0.suffix)" }.joined(separator: " "))."
      )
    }
  }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, markdown, html, latex

  static var allValueStrings: [String] { rawValues }
}

extension OutputOptions {
  /// The file of `--scores`, in which no group's name is taken for a formula where a spreadsheet is to open it.
  func scores(_ scores: Dataset?, path: String?) -> [AtomicFile.Output] {
    guard let path, var scores else { return [] }
    if spreadsheetSafe {
      scores = Dataset(
        variables: scores.variables.map { variable in
          guard case .text(let codes, let categories) = variable.values else { return variable }
          var copy = variable
          copy.values = .text(codes: codes, categories: categories.map(CSVRenderer.safe))
          return copy
        }, rowCount: scores.rowCount)
    }
    return [AtomicFile.Output(path: path, bytes: CSVWriter.bytes(of: scores))]
  }
}
