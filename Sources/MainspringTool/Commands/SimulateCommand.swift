import ArgumentParser
import Languages
import Platform
import Presentation
import Rendering
import Simulation
import Studies
import Survey
import SurveyFiles

struct SimulateCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Draws a survey from a stated model, and prints how important each driver is in the population itself.",
    discussion: """
      Examples:
        mainspring datasets webshop --copy webshop
        mainspring simulate webshop/model.yaml --output fresh.csv --seed 7
        mainspring simulate webshop/model.yaml --respondents 5000 \\
          --output large.csv --format json
      """)

  @Argument(help: ArgumentHelp("A model file (.yaml).", valueName: "model"))
  var model: String

  @Option(help: ArgumentHelp("The survey to write (.csv).", valueName: "file"))
  var output: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("How many; the model's own number when not given.", valueName: "number")
  )
  var respondents: Int?

  @Option(parsing: .unconditional, help: ArgumentHelp("The seed; the model's own when not given.", valueName: "number"))
  var seed: UInt64?

  @Option(help: "What plays in the population's shares: composites, groups or items.")
  var players: StudySpecification.Players = .composites

  @Option(help: "Form of standard output: text, json, csv, markdown, html or latex.")
  var format: OutputFormat = .text

  @Option(help: ArgumentHelp("Language of the document: en, nl, nb (or no), sv, de. Default: en.", valueName: "code"))
  var language: Language?

  @Flag(name: .long, help: "Letters and lines of plain ASCII only.")
  var ascii = false

  @Flag(name: .customLong("no-color"), help: "No colour, even on a terminal.")
  var noColor = false

  func validate() throws {
    try OptionText.check(respondents, "--respondents", SettingLimits.drawnRespondents)
    if let output, !output.hasSuffix(".csv") {
      throw ValidationError("--output \(output): a survey is written as .csv.")
    }
  }

  func run() throws {
    try OutputPlaces.check([output].compactMap { $0 }, source: self.model)
    let model = try SurveyModel.read(path: self.model)
    let settings = SimulationSettings(
      respondents: respondents, seed: seed, players: players, isDrawn: output != nil,
      language: language ?? .english)
    let survey = try output.map { path in
      AtomicFile.Output(
        path: path, bytes: CSVWriter.bytes(of: try model.draw(respondents: respondents, seed: seed)))
    }
    var options = OutputOptions.plain
    options.format = format
    options.ascii = ascii
    options.noColor = noColor
    try settings.language.worded {
      let document = try Self.document(
        model, settings, source: self.model, digest: ContentDigest.of(path: self.model), path: output)
      try Emitter(options: options).emit(document, others: [survey].compactMap { $0 })
    }
  }

  /// - Parameter path: where the survey was written.
  static func document(
    _ model: SurveyModel, _ settings: SimulationSettings, source: String, digest: String?, path: String?
  ) throws -> Document {
    let waves: [String?] = model.waveNames.isEmpty ? [nil] : model.waveNames.map { $0 }
    let shares = try waves.flatMap { wave in
      try model.populationShares(players: settings.players, wave: wave).map { (wave: wave, shares: $0) }
    }
    let count = settings.respondents ?? model.respondents
    var run = RunDescription(
      source: source, digest: digest, rowsUsed: settings.isDrawn ? count : nil, seed: settings.seed ?? model.seed)
    run.settings = settings.recorded
    return SimulationDocuments.make(shares, title: model.title, respondents: count, path: path, run: run)
  }
}

/// What is asked of a model beside the model itself.
struct SimulationSettings {
  var respondents: Int?
  var seed: UInt64?
  var players: StudySpecification.Players
  /// A survey was drawn and written.
  var isDrawn: Bool
  var language = Language.english

  var recorded: [SettingValue.Entry] {
    [
      ("respondents", respondents.map(SettingValue.integer)), ("seed", seed.map { .text("\($0)") }),
      ("players", .text(players.rawValue)), ("drawn", isDrawn ? .flag(true) : nil),
      ("language", language == .english ? nil : .text(language.rawValue)),
    ].compactMap { key, value in value.map { SettingValue.Entry(key, $0) } }
  }
}

extension SimulationSettings {
  /// The settings that a result recorded.
  init(_ recorded: YAMLValue) throws {
    let fields = try recorded.fields(["respondents", "seed", "players", "drawn", "language"])
    respondents = try fields["respondents"]?.count(atLeast: 1, atMost: SurveyModel.respondentLimit)
    seed = try fields["seed"]?.seed()
    players = try fields["players"]?.word(StudySpecification.Players.self) ?? .composites
    isDrawn = try fields["drawn"]?.flag() ?? false
    language = try fields["language"].flatMap { Language(code: try $0.text()) } ?? .english
  }
}
