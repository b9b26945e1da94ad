import ArgumentParser
import Measures
import Presentation
import Rendering
import Studies
import Survey

struct CorrelateCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "correlate",
    abstract: "Correlations of every kind between variables, with intervals and p-values.",
    discussion: """
      Examples:
        mainspring correlate webshop --variables pq1:sc4
        mainspring correlate webshop --variables pq1:sc4 --method polychoric \\
          --output correlations.png
        mainspring correlate webshop --variables 'pq*' --method partial \\
          --always recommend --adjust holm
      Table: correlations (the default for csv).
      """, aliases: ["correlations", "cor"])

  @OptionGroup(title: "Data") var data: DataOptions

  @Option(
    name: [.customLong("variables"), .customLong("drivers")],
    help: ArgumentHelp(
      "The variables: names, ranges, globs, constructs of the study. Without it the items and outcomes of the study.",
      valueName: "a,b,c"))
  var variables: String?

  @Option(
    help:
      "What sort of correlation: pearson, spearman, kendall, partial, polychoric (ratings), polyserial, mixed (as each variable is measured). Default: pearson."
  )
  var method: CorrelationMethod = .pearson

  @Option(
    help: ArgumentHelp(
      "Covariates that partial correlations hold constant. Without it each pair is given all other variables.",
      valueName: "a,b"))
  var always: String?

  @OptionGroup var auxiliary: AuxiliaryOption

  @Option(
    help:
      "Intervals of Pearson's and partial correlations: influence (right whatever the answers' distribution) or classical (Fisher's, for normal answers, as R's cor.test and SPSS print). Default: influence."
  )
  var errors: CorrelationErrors?

  @Option(help: "Adjust p-values for the number of pairs: none, holm, bh or bonferroni.")
  var adjust: PValueAdjustment = .none

  @Option(help: ArgumentHelp("Variables that mixed takes for ratings.", valueName: "a,b"))
  var ordinal: String?

  @Option(help: ArgumentHelp("Variables that mixed takes for measured.", valueName: "a,b"))
  var continuous: String?

  @Option(
    help:
      "Order of the variables in the matrix and the heat map: given, or clusters (those that correlate stand together). Default: given."
  )
  var order: CorrelateSettings.Order = .given

  @OptionGroup(title: "Resampling") var resampling: ResamplingOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Figure") var figure: FigureOptions

  func validate() throws {
    if data.stream { throw ValidationError("correlate: --stream is for `drivers` and `ipa`.") }
  }

  func run() throws {
    try figure.check(verb: "correlate", writesPicture: output.writesPicture)
    try Emitter(options: output).check(hasFigure: true, command: "correlate", source: data.source)
    var study = try Study(data, outputs: output.output)
    resampling.overlay(&study)
    overlay(&study)
    output.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .correlate, quiet: output.quiet))
    try study.worded {
      try Emitter(options: output, figure: figure, study: study.settings.figure).emit(Self.document(study, execution))
    }
  }

  private func overlay(_ study: inout Study) {
    if let variables { study.settings.variables = Selection.split(variables) }
    study.settings.correlate.method = method
    study.settings.correlate.adjustment = adjust
    study.settings.correlate.order = order
    auxiliary.overlay(&study)
    if let errors { study.settings.correlate.errors = errors }
    if let always { study.settings.correlate.given = Selection.split(always) }
    if let ordinal { study.settings.correlate.ordinal = Selection.split(ordinal) }
    if let continuous { study.settings.correlate.continuous = Selection.split(continuous) }
  }

  static func document(_ study: Study, _ execution: StudyExecution) throws -> Document {
    let result = try study.correlations(execution)
    return CorrelationDocument.make(
      result.groups, isClustered: study.settings.correlate.order == .clusters, title: result.title, run: result.run,
      notes: result.notes
    ).naming(notDrawn: result.leftOut)
  }
}
