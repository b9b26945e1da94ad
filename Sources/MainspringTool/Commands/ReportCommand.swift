import ArgumentParser
import Languages
import Platform
import Report
import Studies
import Survey

struct ReportCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "One page of HTML to hand on: the answer, the drivers, the matrix, what if, methods; no network needed.",
    discussion: """
      Examples:
        mainspring report webshop --output webshop.html
        mainspring report webshop --by segment --output segments.html
        mainspring report webshop --methods lmg,last,stated --crosshair 70,0.3 \\
          --output webshop.html
        mainspring report webshop --bootstrap 200 --min-cell 10 --output webshop.html
        mainspring report webshop --language de --decimal-comma --output webshop.html
      The page holds no respondent's row. Counts of fewer respondents than --min-cell are not told, nor those that they
      could be subtracted from; smaller groups are left out. Without --methods it shows lmg, relative-weights, first,
      last, betasq, and stated importance where the study has it. With --by it tells of all respondents and of each
      group. Reliability and factors are of a study with constructs, the path diagram of one
      with a model (key model).
      """)

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Model") var drivers: DriverOptions
  @OptionGroup(title: "Matrix") var matrix: MatrixOptions
  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Respondents that a count must have to be told; 1 tells every count. Default: 5.", valueName: "number"))
  var minCell: Int?

  @Option(help: ArgumentHelp("The file to write: .html.", valueName: "file"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Language of the page: en, nl, nb (or no), sv, de. Names and labels of the data stay. Default: en.",
      valueName: "code"))
  var language: Language?

  @Flag(name: .long, help: "Numbers with a decimal comma; saved data keep the point.")
  var decimalComma = false

  @Flag(help: "Nothing on standard error but errors.")
  var quiet = false

  func validate() throws {
    if data.stream { throw ValidationError("report: --stream is for `drivers` and `ipa`.") }
    guard [".html", ".htm"].contains(where: { output.lowercased().hasSuffix($0) }) else {
      throw ValidationError("--output \(output): a report is a page; the suffix must be .html.")
    }
    try OptionText.check(minCell, "--min-cell", SettingLimits.smallestCell)
  }

  func run() throws {
    try OutputPlaces.check([output], source: data.source)
    var study = try Study(data, outputs: [output])
    if study.sourcePath == "-" { study.source = .bytes(try Console.standardInput(), name: "standard input") }
    try drivers.overlay(&study)
    resampling.overlay(&study)
    try matrix.overlay(&study)
    if let minCell { study.settings.smallestCell = minCell }
    if let language { study.settings.language = language }
    if decimalComma { study.settings.usesDecimalComma = true }
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .drivers, quiet: quiet))
    let report = try study.report(execution)
    var bytes: [UInt8] = []
    try study.worded { bytes = Array(try HTMLReport.page(report, command: Self.command).utf8) }
    try AtomicFile.write([AtomicFile.Output(path: output, bytes: bytes)])
    if !quiet { Console.error("Wrote \(output): \((bytes.count + 512) / 1024) KB.") }
  }

  /// The command as it was typed, without what shapes nothing.
  private static var command: String {
    var words: [String] = ["mainspring"]
    var isValue = false
    for word in CommandLine.arguments.dropFirst() {
      if isValue {
        isValue = false
      } else if word == "--jobs" {
        isValue = true
      } else if word != "--quiet", !word.hasPrefix("--jobs=") {
        words.append(quoted(word))
      }
    }
    return words.joined(separator: " ")
  }

  /// As a shell takes it for one word.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
            || "-_=+,.:/%@".unicodeScalars.contains(scalar))
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
