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
        mainspring impute webshop --output trace.png --figure trace
      With --output .csv, .sav or .dta one file holds all completed data one below the other, in a column imputation; with {} in its name there is a file for \
      each. All columns of the survey are written; the missing answers to others than those named stay missing.
      Tables: imputation, imputed_distribution, imputation_trace.
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

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  /// The file of completed data among those that are written.
  private var dataOutput: String? { output.output.first { Self.form($0) != nil } }

  private var documents: OutputOptions {
    var options = output
    options.output.removeAll { Self.form($0) != nil }
    return options
  }

  private static func form(_ path: String) -> ConversionForm? {
    ConversionForm.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  /// What stands for the number of the imputation in the name of a file.
  private static let place = "{}"

  func validate() throws {
    if data.stream { throw ValidationError("impute: --stream is for `drivers` and `ipa`.") }
    if imputation.imputeResamples {
      throw ValidationError("impute: --impute-resamples is about intervals, for `drivers` and `ipa`.")
    }
    let data = output.output.filter { Self.form($0) != nil }
    if data.count > 1 {
      throw ValidationError(
        "--output \(data[1]): the completed data go to \(data[0]); a second file of them is one too many.")
    }
  }

  func run() throws {
    try figure.check(verb: "impute", writesPicture: documents.writesPicture)
    let checked = dataOutput.map { [$0.replacing(Self.place, with: "1")] } ?? []
    try Emitter(options: documents).check(hasFigure: true, command: "impute", source: data.source, others: checked)
    var study = try Study(data, outputs: documents.output + checked)
    if let variables { study.settings.variables = Selection.split(variables) }
    imputation.overlay(&study)
    if let seed { study.settings.bootstrap.seed = seed }
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .impute, quiet: output.quiet))
    try study.worded {
      let result = try study.imputation(execution)
      let files = try files(result)
      try Emitter(options: documents, figure: figure, study: study.settings.figure)
        .emit(Self.document(result, files: files.map(\.path)), others: files)
    }
  }

  private func files(_ result: StudyResult<ImputationFit>) throws -> [AtomicFile.Output] {
    guard let output = dataOutput, let form = Self.form(output) else { return [] }
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
