import ArgumentParser
import Studies
import Survey

/// Where the rows come from, and which of them count.
struct DataOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "A study (.yaml), a data file (.csv, .sav, .dta …), \(Offer.takesMatrix ? "a moments file, " : "")the name of a bundled dataset, or - for CSV on standard input."
    ), completion: .file())
  var source: String

  @Option(
    help: ArgumentHelp(
      "A file of moments, a matrix, or the sums that `moments` writes and its queries give, in place of the study's data; - for standard input.",
      valueName: "file", visibility: Offer.visibility("moments")), completion: .file())
  var moments: String?

  @Option(help: ArgumentHelp("Keep the rows that meet a condition.", valueName: "'wave = 2'"))
  var `where`: String?

  @Option(
    help: ArgumentHelp(
      "Repeat the analysis for each value of a column.", valueName: "column", visibility: Offer.visibility("by")))
  var by: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The wave to analyse, or 'all'. Without it a study with waves uses the latest.", valueName: "value"))
  var wave: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Values that mean a missing answer: 98,-99,Blank; ranges -99:-1, 98:, <0; of one column age=99.",
      valueName: "codes"))
  var missingCodes: String?

  @Option(
    help:
      "How missing answers are treated: listwise, pairwise, em (maximum likelihood moments) or impute (drawn several times)."
  )
  var missing: MissingTreatment?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Bounds of the ratings, bad end first: 1:7 for drivers and their items, name=0:10 for one variable (repeatable).",
      valueName: "low:high"))
  var scale: [String] = []

  @Option(
    help: ArgumentHelp(
      "Columns whose values are categories, whatever they look like: region codes, words of degree.",
      valueName: "a,b"))
  var categorical: String?

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Answers in words, the worst first, to be read as 1, 2, 3 … (repeatable); the usual sets of eight languages are known without it.",
      valueName: "a:c=Bad,Fair,Good"))
  var levels: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A column made of others (repeatable): top2(x), mean(a:d, answered=3), recode(age, 18:34 = young, else = older), standardize(x), is(region, North), quarter(date).",
      valueName: "name=…"))
  var derive: [String] = []

  @Option(help: ArgumentHelp("Column of weights.", valueName: "column"))
  var weights: String?

  @Option(help: "What the weights are: sampling, frequency or precision.")
  var weightsKind: WeightsKind?

  @Option(
    help: ArgumentHelp(
      "Column of strata of the sampling design.", valueName: "column", visibility: Offer.visibility("strata")))
  var strata: String?

  @Option(
    help: ArgumentHelp(
      "Column of clusters: respondents that belong together. Of a sample in two stages also that of the units drawn within them, after a comma.",
      valueName: "column",
      visibility: Offer.visibility("cluster")))
  var cluster: String?

  @Option(
    help: ArgumentHelp(
      "Column of the population's units (clusters, else respondents) in each stratum, or of the shares of them drawn (up to 1). Of a sample in two stages also that of the units in each cluster, after a comma.",
      valueName: "column", visibility: Offer.visibility("fpc")))
  var fpc: String?

  @Option(
    help: ArgumentHelp(
      "What a stratum with one unit adds to variances: certainty (nothing), average (as the others) or adjust (its distance from the mean of all). Without it such a stratum is an error.",
      visibility: Offer.visibility("lonely")))
  var lonely: LonelyStratum?

  @Option(
    help: ArgumentHelp(
      "Columns of replicate weights, as 'rw*': every error and interval comes from them. They stand beside --weights, in place of strata and clusters.",
      valueName: "columns", visibility: Offer.visibility("replicate-weights")))
  var replicateWeights: String?

  @Option(
    help: ArgumentHelp(
      "How replicate weights were made: jk1, jkn, brr, fay=0.5 (the documentation's rho), bootstrap or sdr (successive differences).",
      valueName: "kind", visibility: Offer.visibility("replicate-weights")))
  var replicateType: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What the squares of all replicates are multiplied by, where it is not the kind's own.", valueName: "number",
      visibility: Offer.visibility("replicate-weights")))
  var replicateScale: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "One factor for each replicate, which jkn needs.", valueName: "a,b,…",
      visibility: Offer.visibility("replicate-weights")))
  var replicateRscales: String?

  @Flag(
    help: ArgumentHelp(
      "Squares are about the estimate itself, and not about the replicates' mean.",
      visibility: Offer.visibility("replicate-weights")))
  var replicateMse = false

  @Option(help: "Field separator of a data file: comma, semicolon, tab or pipe. Recognised when not given.")
  var separator: FieldSeparator?

  @Option(help: "Decimal mark of a data file: point or comma. Recognised when not given.")
  var decimal: DecimalMark?

  @Option(
    help: ArgumentHelp(
      "Sheet of a workbook, by name or number. The first in view that holds a table when not given.", valueName: "name")
  )
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "Encoding of the file's texts, such as windows-1252. Recognised, or as the file says, when not given.",
      valueName: "name"))
  var encoding: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Rows above the answers: 1 names; 2 with question texts below; 3 with one more to skip. Recognised when not given.",
      valueName: "1|2|3"))
  var headerRows: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Respondents behind a file of moments or correlations.", valueName: "number", visibility: Offer.visibility("n")))
  var n: Double?

  @Option(
    help: ArgumentHelp(
      "What the diagonal of a matrix holds, where its numbers do not tell: ones (√AVE: ones take its place), reliability (α or ω: ones take their place) or variances.",
      visibility: Offer.visibility("diagonal"))
  )
  var diagonal: MatrixDiagonal?

  @Flag(
    help: ArgumentHelp(
      "Sum the rows without keeping them, however few they are; errors and intervals come from random blocks of rows then. From 50,000 rows on this is done whenever nothing needs the rows.",
      visibility: Offer.visibility("stream"))
  )
  var stream = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Threads; never changes a result. Default: one for each processor; more than four are not started.",
      valueName: "number"))
  var jobs: Int?

  func validate() throws {
    if let headerRows, !(1...3 ~= headerRows) {
      throw ValidationError("--header-rows \(headerRows): a header has 1, 2 or 3 rows.")
    }
    if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): at least one thread has to do the work.") }
    try OptionText.check(n, "--n", SettingLimits.respondents)
  }
}
