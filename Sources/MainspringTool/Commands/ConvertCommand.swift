import ArgumentParser
import Platform
import Studies
import Survey

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract:
      "Copies a survey with its labels to another form: SPSS, Stata, or CSV with a study that holds its codebook.",
    discussion: """
      Examples:
        mainspring convert webshop --output survey.sav
        mainspring convert survey.sav --output copy.csv
        mainspring convert webshop --where "segment = 'new'" --output new.sav

      Every wave is copied; a study's condition holds, and the variables that it derives become columns.
      """, aliases: ["export"])

  @Argument(help: "A data file (.csv, .sav, .dta, .xlsx …), a study (.yaml), the name of a bundled dataset, or -.")
  var source: String

  @Option(help: ArgumentHelp("The file to write: .sav, .dta, or .csv with a study beside it.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("Copy the rows that meet a condition.", valueName: "'wave = 2'"))
  var `where`: String?

  @Option(help: ArgumentHelp("Copy these columns: names, ranges q1:q9, globs 'q*'.", valueName: "a,b"))
  var variables: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A column made of others, as for the other verbs (repeatable).", valueName: "name=…"))
  var derive: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Values that mean a missing answer, as for the other verbs.", valueName: "codes"))
  var missingCodes: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Answers in words, the worst first (repeatable).", valueName: "a:c=Bad,Fair,Good"))
  var levels: [String] = []

  @Option(help: ArgumentHelp("Sheet of a workbook, by name or number.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("Encoding of the file's texts, such as windows-1252.", valueName: "name"))
  var encoding: String?

  @Flag(help: "Say nothing of what was read and written.")
  var quiet = false

  private var form: ConversionForm? {
    ConversionForm.allCases.first { output.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  /// The study file beside data in text.
  private var studyPath: String { output.dropLast(4) + ".yaml" }

  func validate() throws {
    if form == nil { throw ValidationError("--output \(output): a survey is written as .csv, .sav or .dta.") }
  }

  func run() throws {
    var paths = [output]
    if form == .csv { paths.append(studyPath) }
    try OutputPlaces.check(paths, source: source)
    var study = try Study(path: source)
    if let path = study.dataPath { try OutputPlaces.check(paths, source: path, is: "it holds the data of the study") }
    // A study is somebody's work.
    if form == .csv, Files.isName(studyPath) {
      throw FileFault.cannotWrite(path: studyPath, reason: "it exists already; choose another name for the .csv")
    }
    if let missingCodes { study.specification.missingCodes = Selection.split(missingCodes) }
    if let condition = self.where { study.specification.condition = condition }
    if let variables { study.settings.variables = Selection.split(variables) }
    try study.derive(derive)
    if !levels.isEmpty { study.settings.levels = try levels.map(OptionText.levels) }
    if let sheet { study.settings.sheet = sheet }
    if let encoding { study.settings.encoding = encoding }
    let name = output.split(separator: "/").last.map(String.init) ?? output
    let observer = ConsoleObserver(verb: .describe, quiet: quiet)
    let copy = try study.converted(to: form!, name: name, StudyExecution(observer: observer))
    var files = [AtomicFile.Output(path: output, bytes: copy.bytes)]
    if let text = copy.study { files.append(AtomicFile.Output(path: studyPath, bytes: Array(text.utf8))) }
    try AtomicFile.write(files)
    // What is lost is said whatever is asked: a copy must not be taken for more than it is.
    for remark in copy.remarks { Console.error("\(output): \(remark)") }
    if !quiet {
      let names = files.map(\.path).joined(separator: " and ")
      let rows = copy.rows == copy.rowsRead ? "\(copy.rows)" : "\(copy.rows) of \(copy.rowsRead)"
      Console.error("Wrote \(names): \(rows) rows × \(copy.columns) columns.")
    }
  }
}
