/// What a run was made of: in the `run` object of JSON, so that a result can be made again.
public struct RunDescription: Sendable {
  public var source: String
  public var digest: String?
  public var rowsRead: Int?
  public var rowsUsed: Int?
  public var condition: String?
  public var wave: String?
  public var seed: UInt64?
  public var replicates: Int?
  public var interval: String?
  public var confidence: Double?
  public var errors: String?
  public var methods: [String]
  public var weights: String?
  public var blas: String?
  public var permutations: Int?
  public var folds: Int?
  /// What the diagonal of a matrix was said to hold.
  public var diagonal: String?
  /// Every setting that was said and shapes the result, by its key: from them it can be made again.
  public var settings: [SettingValue.Entry] {
    get { recorded() }
    set { recorded = { newValue } }
  }
  /// Worked out when it is asked for.
  package var recorded: @Sendable () -> [SettingValue.Entry] = { [] }

  public init(
    source: String, digest: String? = nil, rowsRead: Int? = nil, rowsUsed: Int? = nil, condition: String? = nil,
    wave: String? = nil, seed: UInt64? = nil, replicates: Int? = nil, interval: String? = nil,
    confidence: Double? = nil, errors: String? = nil, methods: [String] = [], weights: String? = nil,
    blas: String? = nil, permutations: Int? = nil, folds: Int? = nil, diagonal: String? = nil
  ) {
    self.source = source
    self.digest = digest
    self.rowsRead = rowsRead
    self.rowsUsed = rowsUsed
    self.condition = condition
    self.wave = wave
    self.seed = seed
    self.replicates = replicates
    self.interval = interval
    self.confidence = confidence
    self.errors = errors
    self.methods = methods
    self.weights = weights
    self.blas = blas
    self.permutations = permutations
    self.folds = folds
    self.diagonal = diagonal
  }

  /// Only what applies, in the order of JSON's `run`: a run without resampling has no seed.
  package var entries: [SettingValue.Entry] {
    var entries: [SettingValue.Entry] = []
    func add(_ key: String, _ value: SettingValue?) {
      if let value { entries.append(SettingValue.Entry(key, value)) }
    }
    add("source", .text(source))
    add("digest", digest.map(SettingValue.text))
    add("rows_read", rowsRead.map(SettingValue.integer))
    add("rows_used", rowsUsed.map(SettingValue.integer))
    add("where", condition.map(SettingValue.text))
    add("wave", wave.map(SettingValue.text))
    add("diagonal", diagonal.map(SettingValue.text))
    add("weights", weights.map(SettingValue.text))
    add("methods", SettingValue.texts(methods))
    add("errors", errors.map(SettingValue.text))
    add("replicates", replicates.map(SettingValue.integer))
    add("permutations", permutations.map(SettingValue.integer))
    add("folds", folds.map(SettingValue.integer))
    add("seed", seed.map { Int(exactly: $0).map(SettingValue.integer) ?? .text(String($0)) })
    add("interval", interval.map(SettingValue.text))
    add("confidence", confidence.map(SettingValue.number))
    add("blas", blas.map(SettingValue.text))
    add("settings", settings.isEmpty ? nil : .mapping(settings))
    return entries
  }
}
