import ArgumentParser
import Platform
import Studies
import Survey

struct MomentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moments",
    abstract: "Sums that stand in for rows: by a query in the engine that holds them, from a file, or added up.",
    discussion: """
      Examples:
        mainspring moments sql survey.yaml --dialect duckdb \\
          --table "'survey.parquet'" --key id > sums.sql
        duckdb -csv < sums.sql | mainspring drivers survey.yaml --moments -
        mainspring moments webshop --wave 2 --output wave-2.csv
        mainspring moments merge monday.csv tuesday.csv --output week.csv
        mainspring ipa webshop --moments week.csv
      """,
    subcommands: [SumsOfFile.self, SumsQuery.self, SumsMerged.self], defaultSubcommand: SumsOfFile.self)
}

/// What is summed.
struct SumsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The outcomes, separated by commas.", valueName: "a,b"))
  var outcome: String?

  @Option(help: ArgumentHelp("The drivers: names, ranges first:last in column order, globs prod*.", valueName: "a,b,c"))
  var drivers: String?

  @Option(
    help: ArgumentHelp(
      "Variables without parts to play, instead of outcomes and drivers: for correlate, factor and reliability.",
      valueName: "a,b,c"))
  var variables: String?

  @Option(help: ArgumentHelp("Drivers that count as one (repeatable).", valueName: "name=a,b"))
  var group: [String] = []

  @Option(help: ArgumentHelp("Covariates kept in every model.", valueName: "a,b"))
  var always: String?

  @Option(help: "How a study's constructs play: composites (mean of the items), groups (items count as one) or items.")
  var players: StudySpecification.Players?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Blocks of rows whose sums are kept apart, for errors and intervals. Default: 200.", valueName: "number"))
  var blocks: Int?

  @Option(
    help: ArgumentHelp(
      "A column of whole numbers whose hash deals the rows into blocks; rows of one value, such as a household, stay together. Without it rows are dealt at random.",
      valueName: "column"))
  var key: String?

  func validate() throws {
    if let blocks, !(1...10_000 ~= blocks) {
      throw ValidationError("--blocks \(blocks): from 1 to 10000 blocks, of which 20 or more give intervals.")
    }
  }

  var settings: SumsSettings { SumsSettings(blocks: blocks ?? 200, key: key) }

  func overlay(_ study: inout Study) throws {
    if let outcome {
      study.specification.otherOutcomes = study.specification.outcomes
      study.specification.outcomes = Selection.split(outcome)
    }
    if let drivers { study.specification.drivers = Selection.split(drivers) }
    if let variables { study.settings.variables = Selection.split(variables) }
    if !group.isEmpty {
      study.specification.groups = try group.map { try OptionText.groupOrSet($0, option: "--group") }
    }
    if let always { study.specification.always = Selection.split(always) }
    if let players { study.specification.players = players }
  }
}

/// `moments FILE --output sums.csv`.
struct SumsOfFile: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "file", abstract: "Sums the rows of a data file in constant memory.")

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Sums") var sums: SumsOptions

  @Option(help: ArgumentHelp("The file to write (.csv); standard output when not given.", valueName: "file"))
  var output: String?

  @Flag(help: "Say nothing of what was read and written.")
  var quiet = false

  func run() throws {
    try OutputPlaces.check([output].compactMap { $0 }, source: data.source)
    var study = try Study(data, outputs: [output].compactMap { $0 })
    try sums.overlay(&study)
    let execution = StudyExecution(jobs: data.jobs, observer: ConsoleObserver(verb: .drivers, quiet: quiet))
    try SumsOutput.write(try study.sums(sums.settings, execution), to: output, quiet: quiet)
  }
}

/// `moments sql STUDY --dialect duckdb --table survey`.
struct SumsQuery: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sql", abstract: "Prints one query that has an engine sum the rows of a table.")

  @OptionGroup(title: "Data") var data: DataOptions
  @OptionGroup(title: "Sums") var sums: SumsOptions

  @Option(help: "Whose SQL: postgres, duckdb, spark, bigquery, snowflake, clickhouse, sqlite or redshift.")
  var dialect: SQLDialect

  @Option(
    help: ArgumentHelp(
      "The table as it is written after FROM: survey, sales.survey, \"'survey.parquet'\".", valueName: "name"))
  var table: String

  @Option(
    help: ArgumentHelp(
      "The table's columns in their order, for ranges and globs; those of the study's data, or those that the study names, when not given.",
      valueName: "a,b,c"))
  var columns: String?

  func run() throws {
    var study = try Study(describing: data.source)
    try data.overlay(&study)
    try sums.overlay(&study)
    var settings = sums.settings
    settings.columns = columns.map { Selection.split($0).map { Selection.unquoted($0) } }
    Console.write(try study.sumsQuery(dialect, table: table, settings))
  }
}

/// `moments merge a.csv b.csv`.
struct SumsMerged: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Adds sums of distinct rows that were made alike: days, waves, shards.")

  @Argument(help: ArgumentHelp("Sums by block.", valueName: "file"))
  var files: [String]

  @Option(help: ArgumentHelp("The file to write (.csv); standard output when not given.", valueName: "file"))
  var output: String?

  @Flag(help: "Say nothing of what was written.")
  var quiet = false

  func validate() throws {
    if files.count < 2 { throw ValidationError("moments merge: name two files or more.") }
  }

  func run() throws {
    for file in files { try OutputPlaces.check([output].compactMap { $0 }, source: file) }
    try SumsOutput.write(try Study.mergedSums(files), to: output, quiet: quiet)
  }
}

/// Where sums go.
enum SumsOutput {
  static func write(_ bytes: [UInt8], to path: String?, quiet: Bool) throws {
    guard let path else { return Console.write(String(decoding: bytes, as: UTF8.self)) }
    try AtomicFile.write([AtomicFile.Output(path: path, bytes: bytes)])
    if !quiet { Console.error("Wrote \(path).") }
  }
}
