import ArgumentParser
import Languages
import Platform
import Presentation
import Rendering
import Studies
import Survey

struct ImputeCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "impute",
    abstract: "Draws missing answers several times, and writes the completed data for other programs.",
    discussion: """
      Examples:
        mainspring impute webshop --output completed.csv
        mainspring impute webshop --output 'completed-{}.sav' --imputations 20
        mainspring datasets webshop --copy my-study
        mainspring impute my-study/webshop.csv --missing-codes 9 \\
          --variables pq1:sc4,recommend
        mainspring impute webshop --imputation-methods ordinal \\
          --table imputation --format csv
      One file holds all completed data one below the other, in a column imputation; with {} in its name there is a file for \
      each. All columns of the survey are written; the missing answers to others than those named stay missing.
      Table: imputation.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customLong("variables"), .customLong("drivers")],
    help: ArgumentHelp(
      "The columns that are imputed from each other: names, ranges, globs. Without it those of the study, or every column of numbers.",
      valueName: "a,b,c"))
  var variables: String?

  @OptionGroup(title: "Imputation") var imputation: ImputationOptions

  @Option(
    parsing: .unconditional, help: ArgumentHelp("The seed of all random numbers. Default: 1.", valueName: "number"))
  var seed: UInt64?

  @Option(
    help: ArgumentHelp(
      "The file of completed data: .csv, .sav or .dta; with {} in its name a file for each imputation.",
      valueName: "file"), completion: .file())
  var output: String?

  @Option(help: "Form of standard output: text, json, csv, markdown, html or latex.")
  var format: OutputFormat = .text

  @Option(help: ArgumentHelp("Write this one table, in every form.", valueName: "name"))
  var table: String?

  @Option(help: ArgumentHelp("Language of the document: en, nl, nb (or no), sv, de. Default: en.", valueName: "code"))
  var language: Language?

  @Flag(name: .long, help: "Numbers with a decimal comma, in csv between semicolons.")
  var decimalComma = false

  @Flag(name: .long, help: "Nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colour, even on a terminal.")
  var noColor = false

  @Flag(name: .long, help: "Letters and lines of plain ASCII only.")
  var ascii = false

  private var form: ConversionForm? {
    output.flatMap { path in ConversionForm.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") } }
  }

  /// What stands for the number of the imputation in the name of a file.
  private static let place = "{}"

  func validate() throws {
    if data.stream { throw ValidationError("impute: --stream is for `drivers` and `ipa`.") }
    if let output, form == nil {
      throw ValidationError("--output \(output): completed data are written as .csv, .sav or .dta.")
    }
  }

  func run() throws {
    var options = OutputOptions.plain
    (options.format, options.table, options.ascii, options.noColor) = (format, table, ascii, noColor)
    (options.language, options.decimalComma, options.quiet) = (language, decimalComma, quiet)
    let emitter = Emitter(options: options)
    let checked = output.map { [$0.replacing(Self.place, with: "1")] } ?? []
    try emitter.check(hasFigure: false, command: "impute", source: data.source, others: checked)
    var study = try Study(data, outputs: checked)
    if let variables { study.settings.variables = Selection.split(variables) }
    imputation.overlay(&study)
    if let seed { study.settings.bootstrap.seed = seed }
    options.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .impute, quiet: quiet))
    try study.worded {
      let result = try study.imputation(execution)
      let files = try files(result)
      try emitter.emit(Self.document(result, files: files.map(\.path)), others: files)
    }
  }

  private func files(_ result: StudyResult<ImputationFit>) throws -> [AtomicFile.Output] {
    guard let output, let form else { return [] }
    let isParted = output.contains(Self.place)
    let count = result.groups.map(\.fit.count).min() ?? 0
    var remarks: [String] = []
    let files = try (isParted ? Array(0..<count).map(Optional.some) : [nil]).map { m -> AtomicFile.Output in
      let path = m.map { output.replacing(Self.place, with: "\($0 + 1)") } ?? output
      let file = try result.file(form, imputation: m)
      remarks += file.remarks.filter { !remarks.contains($0) }
      return AtomicFile.Output(path: path, bytes: file.bytes)
    }
    for remark in remarks { Console.error("\(output): \(remark)") }
    return files
  }

  static func document(_ result: StudyResult<ImputationFit>, files: [String] = []) -> Document {
    ImputationDocuments.make(
      result.groups, title: result.title, run: result.run, notes: result.notes, files: files
    ).naming(notDrawn: result.leftOut)
  }
}
