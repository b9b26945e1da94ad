/// What a run was made of: in the `run` object of JSON, so that a result can be made again.
public struct RunDescription: Sendable {
  /// The file, or what standard input is called.
  public var source: String
  /// SHA-256 of the source.
  public var digest: String?
  /// Rows that were read.
  public var rowsRead: Int?
  /// Rows that the result rests on.
  public var rowsUsed: Int?
  /// The condition on rows.
  public var condition: String?
  /// The wave that was analysed.
  public var wave: String?
  /// Of the resamples.
  public var seed: UInt64?
  /// Number of resamples.
  public var replicates: Int?
  /// Kind of the resampled intervals.
  public var interval: String?
  /// Coverage of the intervals.
  public var confidence: Double?
  /// Kind of errors of coefficients.
  public var errors: String?
  /// Methods by their names.
  public var methods: [String]
  /// Kind of the weights.
  public var weights: String?
  /// The library of linear algebra in use.
  public var blas: String?
  /// Number of permutations.
  public var permutations: Int?
  /// Parts of the cross-validation.
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

  /// What is known of a run; the rest is absent.
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
    Self.fields.compactMap { field in field.value(self).map { SettingValue.Entry(field.name, $0) } }
  }
}

extension RunDescription {
  /// One part of JSON's `run`.
  package struct Field: Sendable {
    package let name: String
    package let shape: KeyShape
    package let meaning: String
    let value: @Sendable (RunDescription) -> SettingValue?

    init(
      _ name: String, _ shape: KeyShape, _ meaning: String, value: @escaping @Sendable (RunDescription) -> SettingValue?
    ) {
      (self.name, self.shape, self.meaning, self.value) = (name, shape, meaning, value)
    }
  }

  /// Everything that `run` may hold, in its order.
  package static let fields: [Field] = [
    Field("source", .text, "what was read") { .text($0.source) },
    Field("digest", .text, "of the source's bytes") { $0.digest.map(SettingValue.text) },
    Field("rows_read", .count, "rows of the source") { $0.rowsRead.map(SettingValue.integer) },
    Field("rows_used", .count, "rows that the result is of") { $0.rowsUsed.map(SettingValue.integer) },
    Field("where", .text, "the condition on rows") { $0.condition.map(SettingValue.text) },
    Field("wave", .text, "the wave analysed") { $0.wave.map(SettingValue.text) },
    Field("diagonal", .text, "what the diagonal of a matrix was said to hold") {
      $0.diagonal.map(SettingValue.text)
    },
    Field("weights", .text, "the column of weights") { $0.weights.map(SettingValue.text) },
    Field("methods", .list(.text), "measures of importance") { SettingValue.texts($0.methods) },
    Field("errors", .text, "the kind of standard errors") { $0.errors.map(SettingValue.text) },
    Field("replicates", .count, "resamples") { $0.replicates.map(SettingValue.integer) },
    Field("permutations", .count, "exchanges of each driver's rows") { $0.permutations.map(SettingValue.integer) },
    Field("folds", .count, "folds of the cross-validated R²") { $0.folds.map(SettingValue.integer) },
    Field("seed", .seed, "of all random numbers") { run in
      run.seed.map { Int(exactly: $0).map(SettingValue.integer) ?? .text(String($0)) }
    },
    Field("interval", .text, "the kind of intervals") { $0.interval.map(SettingValue.text) },
    Field("confidence", .number, "coverage of every interval") { $0.confidence.map(SettingValue.number) },
    Field("blas", .text, "what did the linear algebra") { $0.blas.map(SettingValue.text) },
    Field("settings", .anything, "every setting that was given and shapes the result, by its key") {
      $0.settings.isEmpty ? nil : .mapping($0.settings)
    },
  ]
}
