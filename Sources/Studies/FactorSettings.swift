public import Factors

/// What is factored into how many factors, and how.
public struct FactorSettings: Sendable, Equatable {
  /// How many factors there are to be.
  public enum Count: Sendable, Equatable {
    /// As many as parallel analysis finds.
    case auto
    /// So many, at least one.
    case number(Int)

    /// `auto` or a number from 1 up.
    public init?(_ text: String) {
      if text == "auto" { self = .auto; return }
      guard let number = Int(text), number >= 1 else { return nil }
      self = .number(number)
    }
  }

  /// `nil`: as many as parallel analysis finds.
  public var factors: Count?
  /// `nil`: least squares of the residual correlations.
  public var extraction: FactorAnalysis.Extraction?
  /// `nil`: oblimin.
  public var rotation: RotationName?
  /// Loadings smaller than this are left blank; `nil`: 0.3.
  public var cut: Double?
  /// The kind of scores; `nil`: regression.
  public var scores: FactorScores.Method?
  /// Whether rows are brought to length one before rotation; `nil`: for varimax and promax.
  public var isNormalized: Bool?
  /// Oblimin's γ; `nil`: 0.
  public var gamma: Double?
  /// Promax's power; `nil`: 4.
  public var kappa: Double?
  /// Geomin's δ; `nil`: 0.01.
  public var delta: Double?
  /// Starts of the rotation; `nil`: 100.
  public var starts: Int?
  /// Random samples of each parallel analysis, 0 for none; `nil`: 1000.
  public var parallel: Int?
  /// Items stand by the factor on which they load most.
  public var isSorted = false

  /// Nothing said.
  public init() {}
}

/// The rotations by name; promax has one for each convention.
public enum RotationName: String, Sendable, CaseIterable {
  case none, varimax, quartimax, equamax, promax
  case promaxPlain = "promax-plain"
  case promaxSPSS = "promax-spss"
  case oblimin, quartimin, geomin
  case geominOrthogonal = "geomin-orthogonal"
  case target, bifactor, biquartimin

  /// The criterion, and what promax aims at.
  var criterion: (Rotation.Criterion, Rotation.PromaxTarget) {
    switch self {
    case .none: (.none, .normalized)
    case .varimax: (.varimax, .normalized)
    case .quartimax: (.quartimax, .normalized)
    case .equamax: (.equamax, .normalized)
    case .promax: (.promax, .normalized)
    case .promaxPlain: (.promax, .plain)
    case .promaxSPSS: (.promax, .spss)
    case .oblimin: (.oblimin, .normalized)
    case .quartimin: (.quartimin, .normalized)
    case .geomin: (.geomin, .normalized)
    case .geominOrthogonal: (.geominOrthogonal, .normalized)
    case .target: (.target, .normalized)
    case .bifactor: (.bifactor, .normalized)
    case .biquartimin: (.biquartimin, .normalized)
    }
  }
}
