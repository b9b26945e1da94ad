import Probability

/// Exploratory factor analysis: how many factors, how they are extracted, and how they are rotated. A specification:
/// options without data.
///
/// The model of the correlations of p items by k factors is Σ = ΛΦΛ' + Ψ: Λ (p × k) the pattern, Φ the correlations of
/// the factors (the unit matrix when they are orthogonal), Ψ the uniquenesses.
public struct FactorAnalysis: Sendable, Equatable {
  /// How Λ and Ψ are estimated.
  public enum Extraction: String, CaseIterable, Sendable, Codable {
    /// Least squares of the residual correlations (also called ULS or minres; Harman & Jones 1966,
    /// doi:10.1007/BF02289468).
    case minres
    /// Maximum likelihood under multivariate normality (Lawley 1940; Jöreskog 1967, doi:10.1007/BF02289658).
    case maximumLikelihood = "ml"
    /// The reduced correlation matrix's eigenvectors, communalities put back until they stay: the iteration's fixed point
    /// is the minres solution.
    case principalAxis = "principal-axis"
    /// Least squares weighted by the inverse of the correlations (Jöreskog & Goldberger 1972, doi:10.1007/BF02306782).
    case generalizedLeastSquares = "gls"
    /// Principal components, which are no factor model: they take all of each item's variance.
    case components

    /// What it is called in a sentence.
    public var title: String {
      switch self {
      case .minres: "minimum residuals"
      case .maximumLikelihood: "maximum likelihood"
      case .principalAxis: "principal axis"
      case .generalizedLeastSquares: "generalised least squares"
      case .components: "principal components"
      }
    }
  }

  /// k ≥ 1.
  public var factors: Int
  /// What the factors minimise or maximise.
  public var extraction: Extraction
  /// How they are turned afterwards.
  public var rotation: Rotation
  /// How many rotations are begun: the first from the unrotated loadings, the others from random orthogonal matrices. Ten
  /// often end all at the same minimum and miss a better one that a hundred find.
  public var starts: Int
  /// Start i draws from stream i of this seed.
  public var seed: UInt64
  /// Uniquenesses stay at or above this number (R's `factanal` has the same): below it lie Heywood cases.
  public var leastUniqueness: Double
  /// Coverage of the intervals of loadings.
  public var confidence: Double

  public init(
    factors: Int, extraction: Extraction = .minres, rotation: Rotation = Rotation(.oblimin), starts: Int = 100,
    seed: UInt64 = 1, leastUniqueness: Double = 0.005, confidence: Double = 0.95
  ) {
    precondition(factors >= 1, "at least one factor")
    precondition(starts >= 1, "at least one start")
    precondition(leastUniqueness > 0 && leastUniqueness < 1, "a uniqueness lies between 0 and 1")
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    self.factors = factors
    self.extraction = extraction
    self.rotation = rotation
    self.starts = starts
    self.seed = seed
    self.leastUniqueness = leastUniqueness
    self.confidence = confidence
  }

  /// Degrees of freedom of the model, ½((p − k)² − p − k); negative when it has more parameters than correlations.
  public func degreesOfFreedom(items: Int) -> Int {
    ((items - factors) * (items - factors) - items - factors) / 2
  }

  /// The most factors that p items can carry: the largest k without negative degrees of freedom.
  public static func mostFactors(items: Int) -> Int {
    (1...max(1, items)).last { FactorAnalysis(factors: $0).degreesOfFreedom(items: items) >= 0 && $0 < items } ?? 0
  }
}

extension FactorAnalysis {
  /// z with P(|Z| ≤ z) = `confidence`.
  static func normalQuantile(_ confidence: Double) -> Double { -Normal().quantile((1 - confidence) / 2) }
}
