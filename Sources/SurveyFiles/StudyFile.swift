public import Survey

/// The study file: what every analysis of a survey needs, said once. `StudySpecification` lists what the keys mean.
public enum StudyFile {
  /// The keys of a study, in the order of the documentation.
  package static let keys = [
    "title", "data", "header_rows", "n", "diagonal", "scale", "variables", "categorical", "reference", "reversed",
    "missing", "weights", "strata", "cluster", "wave", "segment", "drivers", "groups", "terms", "players",
    "composites", "satisfaction", "outcomes", "always", "stated", "stated_prefix", "blocks", "bootstrap",
    "permutations", "folds", "diagnostics", "confidence", "errors", "correlation", "score_method", "correct",
    "reliability", "methods", "crosshair", "factor", "where", "by",
  ]

  /// The words that higher modules know for some keys; an empty list takes any.
  public struct Vocabulary: Sendable {
    public var methods: [String]
    public var errors: [String]
    public var correlations: [String]
    public var intervals: [String]
    public var scores: [String]
    public var extractions: [String]
    public var rotations: [String]
    public var factorScores: [String]

    public init(
      methods: [String] = [], errors: [String] = [], correlations: [String] = [], intervals: [String] = [],
      scores: [String] = [], extractions: [String] = [], rotations: [String] = [], factorScores: [String] = []
    ) {
      self.methods = methods
      self.errors = errors
      self.correlations = correlations
      self.intervals = intervals
      self.scores = scores
      self.extractions = extractions
      self.rotations = rotations
      self.factorScores = factorScores
    }
  }

  /// The study of a file; the path of its data is resolved beside the file.
  ///
  /// Throws `DataFault.noSuchFile`, `.unreadableFile`, `.notUTF8`, and `.study` with line and column.
  public static func read(path: String, vocabulary: Vocabulary = Vocabulary()) throws -> StudySpecification {
    var study = try study(YAMLFile.read(path: path), vocabulary)
    if let data = study.data, !data.hasPrefix("/"), let slash = path.lastIndex(of: "/") {
      study.data = path[...slash] + data
    }
    return study
  }

  /// The study of a text; `file` is what messages call it. The path of the data stays as written.
  public static func parse(
    _ text: String, file: String, vocabulary: Vocabulary = Vocabulary()
  ) throws -> StudySpecification {
    try study(YAMLFile.parse(text, file: file), vocabulary)
  }

  private static func study(_ root: YAMLValue, _ vocabulary: Vocabulary) throws -> StudySpecification {
    let fields = try root.fields(keys)
    var study = StudySpecification()
    study.title = try fields["title"]?.text()
    study.data = try fields["data"]?.text()
    study.headerRows = try fields["header_rows"]?.count(atLeast: 1, atMost: 3)
    study.n = try fields["n"]?.number(SettingLimits.respondents)
    study.diagonal = try fields["diagonal"]?.word(MatrixDiagonal.self)
    study.scale = try fields["scale"]?.scale()
    try readVariables(fields, into: &study)
    try readDesign(fields, into: &study)
    try readDrivers(fields, into: &study)
    try readOutcomes(fields, into: &study)
    try readAnalysis(fields, vocabulary, into: &study)
    return study
  }

  private static func readVariables(_ fields: [String: YAMLValue], into study: inout StudySpecification) throws {
    for (name, value) in try fields["variables"]?.entries() ?? [] {
      let entry = try value.fields(["label", "scale", "missing"])
      study.variables[name] = StudySpecification.CodebookEntry(
        label: try entry["label"]?.text(), scale: try entry["scale"]?.scale(), missing: try entry["missing"]?.texts())
    }
    study.categorical = try fields["categorical"]?.texts() ?? []
    for (name, level) in try fields["reference"]?.entries() ?? [] { study.references[name] = try level.text() }
    study.reversed = try fields["reversed"]?.texts() ?? []
    if let missing = try fields["missing"]?.fields(["codes", "treatment"]) {
      study.missingCodes = try missing["codes"]?.texts() ?? []
      study.missing = try missing["treatment"]?.word(MissingTreatment.self)
    }
  }

  private static func readDesign(_ fields: [String: YAMLValue], into study: inout StudySpecification) throws {
    if let weights = fields["weights"] {
      if weights.isMapping {
        let parts = try weights.fields(["variable", "kind"])
        guard let variable = parts["variable"] else {
          throw weights.fault("weights need a 'variable'", "Write for example {variable: weight, kind: sampling}.")
        }
        study.weights = AnalysisRoles.Weighting(
          variable: try variable.text(), kind: try parts["kind"]?.word(WeightsKind.self) ?? .sampling)
      } else {
        study.weights = AnalysisRoles.Weighting(variable: try weights.text())
      }
    }
    study.strata = try fields["strata"]?.text()
    study.cluster = try fields["cluster"]?.text()
    study.wave = try fields["wave"]?.text()
    study.segment = try fields["segment"]?.text()
  }

  private static func readDrivers(_ fields: [String: YAMLValue], into study: inout StudySpecification) throws {
    if let drivers = fields["drivers"] {
      if drivers.isMapping {
        study.constructs = try drivers.entries().map { name, value in try construct(name, value) }
        if study.constructs.isEmpty { throw drivers.fault("no drivers are named") }
      } else {
        study.drivers = try drivers.texts()
        if study.drivers == [] { throw drivers.fault("no drivers are named") }
      }
    }
    for (name, value) in try fields["groups"]?.entries() ?? [] {
      study.groups.append(StudySpecification.Group(name: name, items: try value.texts()))
    }
    if let terms = fields["terms"] {
      study.terms = try terms.texts().flatMap(Selection.split)
      do { for term in study.terms { _ = try ProductTerm(term) } } catch DataFault.request(let problem, let suggestion)
      {
        throw terms.fault(problem, suggestion)
      }
    }
    for (name, value) in try fields["blocks"]?.entries() ?? [] {
      study.blocks.append(StudySpecification.Group(name: name, items: try value.texts()))
    }
    study.players = try fields["players"]?.word(StudySpecification.Players.self)
    if let answered = try fields["composites"]?.fields(["answered"])["answered"] {
      study.answeredShare = try answered.number(SettingLimits.answeredShare)
    }
    for (item, column) in try fields["stated"]?.entries() ?? [] { study.stated[item] = try column.text() }
    study.statedPrefix = try fields["stated_prefix"]?.text()
  }

  private static func construct(_ name: String, _ value: YAMLValue) throws -> StudySpecification.Construct {
    if value.isList { return StudySpecification.Construct(name: name, items: try value.texts()) }
    let parts = try value.fields(["label", "items", "scale", "reversed"])
    guard let items = parts["items"] else {
      throw value.fault("the construct '\(name)' has no 'items'", "Write for example {items: [pq1, pq2]}.")
    }
    let patterns = try items.texts()
    if patterns.isEmpty { throw items.fault("the construct '\(name)' has no items") }
    return StudySpecification.Construct(
      name: name, label: try parts["label"]?.text(), items: patterns, scale: try parts["scale"]?.scale(),
      reversed: try parts["reversed"]?.texts() ?? [])
  }

  private static func readOutcomes(_ fields: [String: YAMLValue], into study: inout StudySpecification) throws {
    study.satisfaction = try fields["satisfaction"]?.texts() ?? []
    study.always = try fields["always"]?.texts() ?? []
    guard let outcomes = fields["outcomes"] else { return }
    guard outcomes.isMapping else {
      study.outcomes = try outcomes.texts()
      return
    }
    for (name, value) in try outcomes.entries() {
      study.outcomes.append(Selection.quoted(name))
      if value.isNothing { continue }
      let parts = try value.fields(["label", "scale"])
      var entry = study.variables[name] ?? StudySpecification.CodebookEntry()
      if let label = parts["label"] {
        let text = try label.text()
        if let other = entry.label, other != text {
          throw label.fault("'\(name)' has another label in 'variables'", "Keep one of them.")
        }
        entry.label = text
      }
      if let written = parts["scale"] {
        let scale = try written.scale()
        if let other = entry.scale, other != scale {
          throw written.fault("'\(name)' has another scale in 'variables'", "Keep one of them.")
        }
        entry.scale = scale
      }
      study.variables[name] = entry
    }
  }

  private static func readAnalysis(
    _ fields: [String: YAMLValue], _ vocabulary: Vocabulary, into study: inout StudySpecification
  ) throws {
    func word(_ value: YAMLValue?, _ words: [String]) throws -> String? {
      words.isEmpty ? try value?.text() : try value?.word(of: words)
    }
    if let bootstrap = try fields["bootstrap"]?.fields(["replicates", "seed", "interval"]) {
      study.bootstrap.replicates = try bootstrap["replicates"]?.count(SettingLimits.replicates)
      study.bootstrap.seed = try bootstrap["seed"]?.seed()
      study.bootstrap.interval = try word(bootstrap["interval"], vocabulary.intervals)
    }
    study.permutations = try fields["permutations"]?.count(SettingLimits.permutations)
    study.folds = try fields["folds"]?.count(SettingLimits.folds)
    study.diagnostics = try fields["diagnostics"]?.flag()
    study.confidence = try fields["confidence"]?.number(SettingLimits.confidence)
    study.errors = try word(fields["errors"], vocabulary.errors)
    study.correlation = try word(fields["correlation"], vocabulary.correlations)
    study.scoreMethod = try word(fields["score_method"], vocabulary.scores)
    study.correct = try word(fields["correct"], ["reliability"])
    for (name, value) in try fields["reliability"]?.entries() ?? [] {
      study.reliabilities[name] = try value.number(SettingLimits.reliability)
    }
    study.methods = try fields["methods"]?.texts().flatMap(Selection.split) ?? []
    if let methods = fields["methods"], !vocabulary.methods.isEmpty {
      let unknown = study.methods.first { !vocabulary.methods.contains($0) }
      if let unknown {
        let near = Spelling.nearest(to: unknown, among: vocabulary.methods, limit: 1).first
        throw methods.fault(
          "there is no method '\(unknown)'",
          near.map { "Did you mean '\($0)'?" } ?? "There are: \(vocabulary.methods.joined(separator: ", ")).")
      }
    }
    if let crosshair = fields["crosshair"] {
      let text = crosshair.isList ? try crosshair.texts().joined(separator: ",") : try crosshair.text()
      if let problem = SettingLimits.crosshair(text) { throw crosshair.fault("'crosshair' is '\(text)': \(problem)") }
      study.crosshair = text
    }
    try readFactor(fields["factor"], vocabulary, into: &study)
    study.by = try fields["by"]?.texts() ?? []
    if let condition = fields["where"] {
      let text = try condition.text()
      do {
        _ = try RowCondition(text)
      } catch DataFault.expression(_, let position, let problem, let suggestion) {
        throw condition.fault("in the condition, at character \(position): \(problem)", suggestion)
      }
      study.condition = text
    }
  }

  private static func readFactor(
    _ value: YAMLValue?, _ vocabulary: Vocabulary, into study: inout StudySpecification
  ) throws {
    func word(_ value: YAMLValue?, _ words: [String]) throws -> String? {
      words.isEmpty ? try value?.text() : try value?.word(of: words)
    }
    guard let parts = try value?.fields(["factors", "extraction", "rotation", "cut", "scores"]) else { return }
    if let factors = parts["factors"] {
      let text = try factors.text()
      if let problem = SettingLimits.factors(text) { throw factors.fault("\(factors.name) is '\(text)': \(problem)") }
      study.factor.factors = text
    }
    study.factor.extraction = try word(parts["extraction"], vocabulary.extractions)
    study.factor.rotation = try word(parts["rotation"], vocabulary.rotations)
    study.factor.cut = try parts["cut"]?.number(SettingLimits.cut)
    study.factor.scores = try word(parts["scores"], vocabulary.factorScores)
  }
}
