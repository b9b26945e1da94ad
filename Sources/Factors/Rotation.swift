/// Which of the equivalent loadings are wanted: a criterion of simplicity with its parameters.
public struct Rotation: Sendable, Equatable {
  /// What a rotation makes simple.
  public enum Criterion: String, CaseIterable, Sendable, Codable {
    /// The loadings as they were extracted.
    case none
    /// Orthogonal, maximal variance of the squared loadings within columns (Kaiser 1958, doi:10.1007/BF02289233).
    case varimax
    /// Orthogonal, maximal fourth powers.
    case quartimax
    /// Orthogonal, between the two: orthomax with weight k/2 (Saunders 1962).
    case equamax
    /// Oblique: varimax, then towards its own loadings raised to a power (Hendrickson & White 1964).
    case promax
    /// Oblique, small products of squared loadings of a row (Jennrich & Sampson 1966), with weight γ.
    case oblimin
    /// Oblimin with γ = 0.
    case quartimin
    /// Oblique, small geometric means of the squared loadings of a row (Yates 1987; Browne 2001,
    /// doi:10.1207/S15327906MBR3601_05).
    case geomin
    case geominOrthogonal = "geomin-orthogonal"
    /// Oblique, near to given numbers where they are given (partially specified target; Browne 2001).
    case target
    case targetOrthogonal = "target-orthogonal"
    /// Orthogonal, one general factor and groups (Jennrich & Bentler 2011, doi:10.1007/s11336-011-9218-4).
    case bifactor
    /// The oblique variant: the general factor may correlate with the groups.
    case biquartimin
  }

  /// What promax aims at. Programs differ here.
  public enum PromaxTarget: String, CaseIterable, Sendable, Codable {
    /// Powers of row-normalised varimax loadings, fitted to these: R psych's `promax`.
    case normalized
    /// Powers of the varimax loadings themselves, fitted to these: R's `promax`, psych's `Promax`.
    case plain
    /// Powers of row-normalised loadings, fitted to the loadings themselves: SPSS.
    case spss
  }

  /// What the rotation makes simple.
  public var criterion: Criterion
  /// Oblimin's γ; 0 is quartimin, larger values make factors more correlated.
  public var gamma: Double
  /// Added to squared loadings by geomin, so that a zero does not rule its row.
  public var delta: Double
  /// Promax's power.
  public var kappa: Double
  /// Which target promax takes.
  public var promaxTarget: PromaxTarget
  /// Whether rows are brought to length one before rotation and back after it (Kaiser 1958).
  public var isNormalized: Bool
  /// For the target criteria: a row per item, a number or `nil` (free) per factor.
  public var target: [[Double?]]?

  /// Rows are normalised by default for varimax and promax, as in R's psych; SPSS does it throughout.
  public init(
    _ criterion: Criterion, gamma: Double = 0, delta: Double = 0.01, kappa: Double = 4,
    promaxTarget: PromaxTarget = .normalized, isNormalized: Bool? = nil, target: [[Double?]]? = nil
  ) {
    precondition(delta > 0, "geomin's δ is above zero")
    precondition(kappa >= 1, "promax's power is at least 1")
    precondition(
      target != nil || (criterion != .target && criterion != .targetOrthogonal), "a target rotation has a target")
    self.criterion = criterion
    self.gamma = gamma
    self.delta = delta
    self.kappa = kappa
    self.promaxTarget = promaxTarget
    self.isNormalized = isNormalized ?? (criterion == .varimax || criterion == .promax)
    self.target = target
  }

  /// Whether the factors may correlate.
  public var isOblique: Bool {
    switch criterion {
    case .promax, .oblimin, .quartimin, .geomin, .target, .biquartimin: true
    case .none, .varimax, .quartimax, .equamax, .geominOrthogonal, .targetOrthogonal, .bifactor: false
    }
  }

  /// Whether the criterion itself says which column is which.
  var hasTarget: Bool { criterion == .target || criterion == .targetOrthogonal }

  /// Whether the first column is a factor of all items.
  var hasGeneralFactor: Bool { criterion == .bifactor || criterion == .biquartimin }
}
