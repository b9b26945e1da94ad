/// How replicate weights were made, which says how variances are made of them.
public enum ReplicateKind: Sendable, Equatable {
  /// One unit of an unstratified sample left out after the other: JK1.
  case jackknife
  /// One unit of a stratum left out after the other, with a factor of its own for each: JKn.
  case stratifiedJackknife
  /// Balanced repeated replication: half of each pair of units.
  case balanced
  /// The same, the other half keeping this part ρ of its weight (Fay).
  case fay(Double)
  /// Units drawn with replacement.
  case bootstrap
  /// Successive differences, as the American Community Survey has them.
  case successiveDifferences

  /// `jk1`, `jkn`, `brr`, `fay=0.5`, `bootstrap` or `sdr`.
  public init?(_ text: String) {
    switch text {
    case "jk1": self = .jackknife
    case "jkn": self = .stratifiedJackknife
    case "brr": self = .balanced
    case "bootstrap": self = .bootstrap
    case "sdr": self = .successiveDifferences
    default:
      guard text.hasPrefix("fay="), let rho = Double(text.dropFirst(4)), rho >= 0, rho < 1 else { return nil }
      self = .fay(rho)
    }
  }

  /// As it is written.
  public var text: String {
    switch self {
    case .jackknife: "jk1"
    case .stratifiedJackknife: "jkn"
    case .balanced: "brr"
    case .fay(let rho): "fay=\(rho)"
    case .bootstrap: "bootstrap"
    case .successiveDifferences: "sdr"
    }
  }

  /// What to write, for messages.
  package static let words = "jk1, jkn, brr, fay=0.5, bootstrap or sdr"
}

/// Replicate weights that came with the data: columns each of which weighs the sample as another draw would have had it.
///
/// The variance of an estimate θ̂ is scale · Σ rscale_r·(θ_r − θ̄)² over its values θ_r under the replicates, θ̄ their mean, or with
/// `isAboutEstimate` θ̂ itself: R's `survey::svrepdesign`, combined weights.
public struct ReplicateWeighting: Sendable, Equatable {
  /// The columns, in order.
  public var variables: [String]
  public var kind: ReplicateKind
  /// `nil`: what the kind says. Of JK1 (R − 1)/R of R replicates, JKn 1, the bootstrap 1/(R − 1).
  public var scale: Double?
  /// One for each replicate; empty: ones. JKn needs them.
  public var rscales: [Double]
  /// Squares are about the estimate and not about the replicates' mean (R's `mse = TRUE`).
  public var isAboutEstimate: Bool

  public init(
    variables: [String], kind: ReplicateKind, scale: Double? = nil, rscales: [Double] = [],
    isAboutEstimate: Bool = false
  ) {
    self.variables = variables
    self.kind = kind
    self.scale = scale
    self.rscales = rscales
    self.isAboutEstimate = isAboutEstimate
  }

  /// scale·rscale_r of each replicate.
  ///
  /// Throws `ReplicateFault` for what the kind does not take or lacks.
  package func factors() throws -> [Double] {
    let count = variables.count
    guard count > 1 else { throw ReplicateFault.tooFew(count: count) }
    switch kind {
    case .balanced, .fay, .successiveDifferences:
      if scale != nil { throw ReplicateFault.notTaken(kind: kind, setting: .replicateScale) }
      if kind == .successiveDifferences, !rscales.isEmpty {
        throw ReplicateFault.notTaken(kind: kind, setting: .replicateRscales)
      }
    case .stratifiedJackknife: if rscales.isEmpty { throw ReplicateFault.withoutFactors(count: count) }
    case .jackknife, .bootstrap: break
    }
    guard rscales.isEmpty || rscales.count == count else {
      throw ReplicateFault.wrongCount(factors: rscales.count, weights: count)
    }
    for (place, factor) in rscales.enumerated() where !(factor >= 0 && factor.isFinite) {
      throw ReplicateFault.badFactor(place: place + 1, value: factor)
    }
    if let scale, !(scale > 0 && scale.isFinite) { throw ReplicateFault.badScale(value: scale) }
    let replicates = Double(count)
    let whole: Double
    switch kind {
    case .jackknife: whole = scale ?? (replicates - 1) / replicates
    case .stratifiedJackknife: whole = scale ?? 1
    case .balanced: whole = 1 / replicates
    case .fay(let rho): whole = 1 / (replicates * (1 - rho) * (1 - rho))
    case .bootstrap: whole = scale ?? 1 / (replicates - 1)
    case .successiveDifferences: whole = 4 / replicates
    }
    return rscales.isEmpty ? [Double](repeating: whole, count: count) : rscales.map { whole * $0 }
  }
}

/// The weights of a whole sample in every replicate, by the rows' numbers in the source.
public struct SampleReplicates: Sendable, Equatable {
  /// Rows of the sample, as their source numbers them.
  public let rowNumbers: [Int32]
  /// Replicate-major: that of row i in replicate r at r·rows + i.
  public let weights: [Double]
  /// Replicates.
  public let count: Int
  /// What each replicate's square counts in a variance.
  public let factors: [Double]
  /// Squares are about the estimate.
  public let isAboutEstimate: Bool
  /// Degrees of freedom where they are known otherwise than by the rank of the weights.
  public var degrees: Double?
  /// They are resamples made here, whose quantiles make intervals; else weights that came with the data.
  public var isResampled: Bool

  package init(
    rowNumbers: [Int32], weights: [Double], factors: [Double], isAboutEstimate: Bool, degrees: Double? = nil,
    isResampled: Bool = false
  ) {
    precondition(weights.count == rowNumbers.count * factors.count, "a weight for every row and replicate")
    self.rowNumbers = rowNumbers
    self.weights = weights
    count = factors.count
    self.factors = factors
    self.isAboutEstimate = isAboutEstimate
    self.degrees = degrees
    self.isResampled = isResampled
  }

  /// The weights of some rows, in their order, replicate-major.
  package func weights(ofRows numbers: [Int32]) -> [Double] {
    if numbers == rowNumbers { return weights }
    var places: [Int32: Int] = [:]
    places.reserveCapacity(rowNumbers.count)
    for (place, number) in rowNumbers.enumerated() { places[number] = place }
    let rows = numbers.map { places[$0] }
    precondition(!rows.contains(nil), "rows are of the sample")
    var chosen: [Double] = []
    chosen.reserveCapacity(rows.count * count)
    for replicate in 0..<count { for row in rows { chosen.append(weights[replicate * rowNumbers.count + row!]) } }
    return chosen
  }
}
