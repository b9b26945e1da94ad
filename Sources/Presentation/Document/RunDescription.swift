import Rendering

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

  /// Only what applies: a run without resampling has no seed.
  var entries: [Document.RunEntry] {
    var entries: [Document.RunEntry] = []
    func add(_ key: String, _ cell: Cell) {
      if cell != .missing { entries.append(Document.RunEntry(key, .cell(cell))) }
    }
    add("source", Cell(source))
    add("digest", Cell(digest))
    add("rows_read", Cell(rowsRead))
    add("rows_used", Cell(rowsUsed))
    add("where", Cell(condition))
    add("wave", Cell(wave))
    add("diagonal", Cell(diagonal))
    add("weights", Cell(weights))
    if !methods.isEmpty {
      entries.append(Document.RunEntry("methods", .list(methods.map { .cell(.text($0)) })))
    }
    add("errors", Cell(errors))
    add("replicates", Cell(replicates))
    add("permutations", Cell(permutations))
    add("folds", Cell(folds))
    add("seed", seed.map { $0 <= UInt64(Int.max) ? .integer(Int($0)) : .text(String($0)) } ?? .missing)
    add("interval", Cell(interval))
    add("confidence", Cell(confidence))
    add("blas", Cell(blas))
    return entries
  }
}
