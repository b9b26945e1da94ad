import ArgumentParser
import Languages
import Presentation
import Rendering
import Simulation
import Studies
import Survey
import SurveyFiles

struct RerunCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "rerun",
    abstract: "Makes a result again from its JSON, which says how it was made, and prints the same.",
    discussion: """
      Examples:
        mainspring drivers webshop --errors hc3 --output result.json
        mainspring rerun result.json
        mainspring rerun result.json --format text --full
      The source is looked for by its name: where the result says, beside the result, in the working directory, among the bundled \
      data. It must have the digest that the result names.
      """)

  @Argument(help: ArgumentHelp("A result in JSON (--format json, --output result.json).", valueName: "result"))
  var result: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Threads; never changes a result. Default: one for each processor.", valueName: "number"))
  var jobs: Int?

  @Option(help: "Form of standard output: text, json, csv, markdown, html or latex.")
  var format: OutputFormat = .json

  @Option(help: ArgumentHelp("Write this one table instead of what the result holds.", valueName: "name"))
  var table: String?

  @Flag(help: "In text, all tables instead of the first screen.")
  var full = false

  @Option(
    help: ArgumentHelp("Language of the document, in place of the result's: en, nl, nb, sv or de.", valueName: "code"))
  var language: Language?

  @Option(
    help: ArgumentHelp(
      "Also write a file; the suffix decides: .json .csv .md .txt .html .tex .docx .xlsx .svg .png .pdf (repeatable).",
      valueName: "file"))
  var output: [String] = []

  @OptionGroup(title: "Figure") var figure: FigureOptions

  @Flag(name: .long, help: "In csv, an apostrophe before texts that a spreadsheet would take for a formula.")
  var spreadsheetSafe = false

  @Flag(name: .long, help: "Numbers with a decimal comma, in csv between semicolons.")
  var decimalComma = false

  @Flag(name: .long, help: "Nothing on standard error but errors.")
  var quiet = false

  @Flag(name: .customLong("no-color"), help: "No colour, even on a terminal.")
  var noColor = false

  @Flag(name: .long, help: "Letters and lines of plain ASCII only.")
  var ascii = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): at least one thread has to do the work.") }
    try OutputOptions.check(output)
  }

  func run() throws {
    let recorded = try RecordedRun(path: result)
    if let version = recorded.version, version != Version.current, !quiet {
      Console.error("mainspring: the result is of version \(version), and this is \(Version.current).")
    }
    switch recorded.command {
    case "simulate": try simulate(recorded)
    case "validate": try validate(recorded)
    default:
      guard let verb = Verb(rawValue: recorded.command) else {
        throw DataFault.request(
          problem: "'\(result)' is a result of `\(recorded.command)`, which cannot be made again",
          suggestion: "Results of \(Verb.allCases.map(\.rawValue).joined(separator: ", ")), simulate and validate can.")
      }
      try analyse(verb, recorded)
    }
  }

  private func analyse(_ verb: Verb, _ recorded: RecordedRun) throws {
    var study = try recorded.study()
    if let table { study.settings.table = table }
    if let language { study.settings.language = language }
    if decimalComma { study.settings.usesDecimalComma = true }
    let options = options(table: study.settings.table)
    try figure.check(verb: verb.rawValue, writesPicture: options.writesPicture)
    if verb == .drivers, figure.figure == "residuals" { study.settings.diagnostics = true }
    let emitter = Emitter(options: options, figure: figure)
    try emitter.check(hasFigure: true, command: verb.rawValue, source: study.sourcePath)
    try OutputPlaces.check(output, source: result, is: "it is the result that is made again")
    let execution = StudyExecution(jobs: jobs, observer: ConsoleObserver(verb: verb, quiet: quiet))
    try study.worded {
      let document =
        switch verb {
        case .describe: try DescribeCommand.document(study, execution)
        case .rake: try RakeCommand.document(study, execution)
        case .missing: try MissingCommand.document(study, execution)
        case .impute: try ImputeCommand.document(study.imputation(execution))
        case .drivers: try DriversCommand.document(study, execution)
        case .ipa: try IPACommand.document(study, execution)
        case .correlate: try CorrelateCommand.document(study, execution)
        case .factor: FactorCommand.document(study, try study.factors(execution))
        case .reliability: try ReliabilityCommand.document(study, execution)
        case .sem: try StructuralCommand.document(study, execution)
        case .mediate: try MediateCommand.document(study, execution)
        }
      try emitter.emit(document)
    }
  }

  private func simulate(_ recorded: RecordedRun) throws {
    let emitter = Emitter(options: options(table: table))
    guard case .path(let path) = try recorded.located() else {
      throw FileFault.noSuchFile(path: recorded.source)
    }
    try emitter.check(hasFigure: false, command: "simulate", source: path)
    var settings = try SimulationSettings(recorded.settings)
    if let language { settings.language = language }
    try settings.language.worded {
      try emitter.emit(
        SimulateCommand.document(
          SurveyModel.read(path: path), settings, source: recorded.source, digest: recorded.digest, path: nil))
    }
  }

  private func validate(_ recorded: RecordedRun) throws {
    let settings = try recorded.settings.fields(["suites", "table", "language"])
    let suites = try ValidateCommand.suites(settings["suites"]?.texts() ?? [])
    let table = try table ?? settings["table"]?.text()
    let emitter = Emitter(options: options(table: table))
    var expected: String?
    if recorded.source != ValidateCommand.bundledReferences, case .path(let path) = try recorded.located() {
      expected = path
    }
    try emitter.check(hasFigure: false, command: "validate", source: expected)
    let own = try settings["language"].flatMap { Language(code: try $0.text()) }
    try (language ?? own ?? .english).worded {
      let (document, failure) = try ValidateCommand.document(
        suites, expected: expected, source: expected == nil ? nil : recorded.source, digest: recorded.digest,
        table: table)
      try emitter.emit(document)
      if let failure {
        Console.error("mainspring: \(failure)")
        throw ExitCode(1)
      }
    }
  }

  private func options(table: String?) -> OutputOptions {
    var options = OutputOptions.plain
    options.format = format
    options.table = table
    options.full = full
    options.language = language
    options.output = output
    options.spreadsheetSafe = spreadsheetSafe
    options.decimalComma = decimalComma
    options.quiet = quiet
    options.noColor = noColor
    options.ascii = ascii
    return options
  }
}
