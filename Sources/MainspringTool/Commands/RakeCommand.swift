import ArgumentParser
import Measures
import Platform
import Presentation
import Rendering
import Studies
import Survey

struct RakeCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "rake",
    abstract: "Weights that bring a sample to the known shares of its population, and what they cost.",
    discussion: """
      Examples:
        mainspring rake webshop --margins segment=new:0.5,returning:0.5
        mainspring datasets webshop --copy my-study
        mainspring rake my-study/webshop.yaml --trim 0.2,5 \\
          --margins segment=new:0.5,returning:0.5 --data-output weighted.csv
      In a study the key `rake` has the margins, and every verb then uses the raked weight.
      Tables: margins (the default for csv), weights.
      """)

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Shares, percentages or counts of a variable's categories (repeatable); of cells: age:region=young:north:0.1,….",
      valueName: "name=a:0.4,…"))
  var margins: [String] = []

  @Option(
    help: ArgumentHelp("A file of margins with the columns margin, category and target.", valueName: "file"),
    completion: .file())
  var marginsTable: String?

  @Option(help: "How weights are moved: raking (iterative proportional fitting), linear or logit. Default: raking.")
  var method: RakingSpecification.Method?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Least and largest ratio of a weight to the one before.", valueName: "0.3,3"))
  var bounds: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Least and largest weight, in mean weights: kept while raking, not cut off afterwards.", valueName: "0.2,5"))
  var trim: String?

  @Option(help: ArgumentHelp("What the column of weights is called in the data that are written.", valueName: "name"))
  var weightName = "raked_weight"

  @Option(
    help: ArgumentHelp(
      "Write the data with the weight: .csv (with a study that holds its codebook), .sav or .dta.", valueName: "file"),
    completion: .file())
  var dataOutput: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  private var form: ConversionForm? {
    dataOutput.flatMap { path in ConversionForm.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") } }
  }

  func validate() throws {
    if data.stream { throw ValidationError("rake: --stream is for `drivers` and `ipa`.") }
    if let dataOutput, form == nil {
      throw ValidationError("--data-output \(dataOutput): a survey is written as .csv, .sav or .dta.")
    }
  }

  func run() throws {
    let emitter = Emitter(options: output)
    var paths = dataOutput.map { [$0] } ?? []
    if form == .csv, let dataOutput { paths.append(dataOutput.dropLast(4) + ".yaml") }
    try emitter.check(hasFigure: false, command: "rake", source: data.source, others: paths)
    if form == .csv, Files.isName(paths[1]) {
      throw FileFault.cannotWrite(path: paths[1], reason: "it exists already; choose another name for the .csv")
    }
    var study = try Study(data, outputs: output.output + paths)
    try overlay(&study)
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .rake, quiet: output.quiet))
    try study.worded {
      let result = try study.raked(execution)
      var files: [AtomicFile.Output] = []
      if let form, let dataOutput {
        let name = dataOutput.split(separator: "/").last.map(String.init) ?? dataOutput
        let copy = try study.converted(
          to: form, name: name, with: result.groups[0].fit, weight: weightName, StudyExecution(jobs: data.jobs))
        files.append(AtomicFile.Output(path: dataOutput, bytes: copy.bytes))
        if let text = copy.study { files.append(AtomicFile.Output(path: paths[1], bytes: Array(text.utf8))) }
        for remark in copy.remarks { Console.error("\(dataOutput): \(remark)") }
        if !output.quiet {
          Console.error("Wrote \(dataOutput): \(copy.rows) rows × \(copy.columns) columns.")
        }
      }
      try emitter.emit(Self.document(of: result), others: files)
    }
  }

  private func overlay(_ study: inout Study) throws {
    var raking = study.specification.raking ?? RakingSpecification()
    if !margins.isEmpty || marginsTable != nil { (raking.margins, raking.table) = ([], marginsTable) }
    raking.margins += try margins.map(OptionText.margin)
    if let method { raking.method = method }
    if let bounds { raking.bounds = try OptionText.limits(bounds, "--bounds") }
    if let trim { raking.trim = try OptionText.limits(trim, "--trim") }
    study.specification.raking = raking
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    document(of: try study.raked(execution))
  }

  private static func document(of result: StudyResult<RakedSample>) -> Document {
    RakingDocuments.make(result.groups[0].fit, title: result.title, run: result.run, notes: result.notes)
  }
}
