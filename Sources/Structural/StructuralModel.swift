public import Measures
public import ModelSyntax
public import Resampling

/// A model of constructs and paths, and how it is estimated. A specification: options without data.
///
/// All variables, observed and latent, stand in one vector η = α + Bη + ζ with Cov(ζ) = Ψ (the reticular action model of
/// McArdle & McDonald 1984, doi:10.1111/j.2044-8317.1984.tb00802.x; loadings are effects of constructs on indicators):
/// Σ = F(I − B)⁻¹Ψ(I − B)⁻ᵀF' and μ = F(I − B)⁻¹α, with F choosing the observed ones.
public struct StructuralModel: Sendable, Equatable {
  /// What the estimates minimise, and what their errors and χ² assume.
  public enum Estimator: String, CaseIterable, Sendable, Codable {
    /// Maximum likelihood under normality; errors of the expected information.
    case ml
    /// The same estimates; errors and χ² from the fourth moments of the rows (Satorra & Bentler 1994).
    case mlm
    /// The same estimates and errors as `mlm`; χ² has its mean and variance adjusted (Asparouhov & Muthén 2010), which keeps its size in
    /// smaller samples.
    case mlmv
    /// The same estimates; errors of the sandwich with the observed information, χ² after Yuan & Bentler (2000).
    case mlr
    /// Unweighted least squares.
    case uls
    /// Least squares weighted by the inverse of the sample's covariances.
    case gls
    /// Of ordered answers, and measured variables beside them: thresholds, means, variances, polychoric correlations and covariances by
    /// diagonally weighted least squares; errors and χ² with its mean and variance adjusted from their whole covariance (Muthén, du
    /// Toit & Spisic 1997; Asparouhov & Muthén 2010).
    case wlsmv

    /// What it is called in a sentence.
    public var title: String {
      switch self {
      case .ml: "maximum likelihood"
      case .mlm: "maximum likelihood with errors and χ² after Satorra and Bentler"
      case .mlmv: "maximum likelihood with errors after Satorra and Bentler and a χ² of adjusted mean and variance"
      case .mlr: "maximum likelihood with robust errors and χ² after Yuan and Bentler"
      case .uls: "unweighted least squares"
      case .gls: "generalised least squares"
      case .wlsmv: "diagonally weighted least squares of ordered answers with errors and χ² from their whole covariance"
      }
    }

    /// The estimates are those of maximum likelihood.
    var isLikelihood: Bool { self == .ml || self == .mlm || self == .mlmv || self == .mlr }
    /// It takes the respondents' rows.
    public var needsRows: Bool { self == .mlm || self == .mlmv || self == .mlr || self == .wlsmv }
    /// It takes observed variables for ordered ones, with thresholds between their answers; see `StructuralModel.ordinal`.
    public var isOrdered: Bool { self == .wlsmv }
  }

  /// Which information the errors of maximum likelihood come from; of ordered answers what the moments of measured variables beside
  /// them rest on: cross products of the scores of normal answers, as in Muthén's weight matrix (`expected`), or what respondents do to
  /// means, variances and covariances in truth, whatever their distribution (`observed`).
  public enum Information: String, CaseIterable, Sendable, Codable {
    case expected
    case observed
  }

  /// Which parameters are the same in all groups.
  public enum Invariance: String, CaseIterable, Sendable, Codable {
    case loadings, intercepts, residuals
  }

  /// The model, as written.
  public var syntax: ModelSyntax
  /// How the parameters are estimated.
  public var estimator: Estimator
  /// Which correlations are fitted, of which errors and χ² then come from their own covariance, with χ² scaled (`mlm`) or scaled and
  /// shifted (`ml`, `mlmv`, `gls`); `pearson`: covariances are.
  public var correlation = CorrelationMethod.pearson
  /// Variables have units of their own, in which effects are: not of ordered answers and of correlations.
  package var hasUnits: Bool { !estimator.isOrdered && correlation == .pearson }
  /// Which information gives errors.
  public var information: Information
  /// Variables that `wlsmv` takes for ordered answers, or for measured, whatever they look like; all others it takes for ordered where
  /// they have whole numbers with at most `CorrelationAnalysis.largestScale` different ones.
  public var ordinal: [String] = []
  /// Variables that count as measured beside ordered ones.
  public var continuous: [String] = []
  /// Means and intercepts are part of the model; `nil`: when the text speaks of some, or there are several groups.
  public var hasMeans: Bool?
  /// Variances and covariances of observed variables that nothing points at are the sample's, as in regression.
  public var fixesExogenous: Bool
  /// Constructs have variance 1 and free loadings, instead of a first loading of 1.
  public var hasUnitVariances: Bool
  /// Constructs do not covary but where the text says so.
  public var isOrthogonal: Bool
  /// What all groups have in common.
  public var invariance: Set<Invariance>
  /// Parameters that groups do not share, whatever `invariance` says, by name: `visual =~ x3`, `x3 ~ 1`, `x3 ~~ x3`.
  public var released: Set<String> = []
  /// Observed variables beside the model that tell who left something out. Where answers are missing they covary freely with
  /// each other and with all observed variables, of which those that depend on something with their residuals (saturated
  /// correlates: Graham 2003, doi:10.1207/S15328007SEM1001_4): χ² and degrees of freedom stay those of the model, the missing answers
  /// may depend on them too. Of complete answers they have no part.
  public var auxiliary: [String] = []
  /// Coverage of the intervals.
  public var confidence: Double
  /// Effects and defined parameters have resampled errors and intervals; zero replicates: those of the delta method.
  public var bootstrap: BootstrapSpecification
  /// Effects and defined parameters have Monte Carlo intervals of so many draws, with the bootstrap's seed, where there are no
  /// resamples; 0: those of the delta method. See `Fit.withMonteCarloIntervals`.
  public var monteCarloDraws = 0

  /// Resamples for the test of Bollen and Stine, with the bootstrap's seed; 0: none. See `BollenStineTest`.
  public var bollenStine = 0

  /// A model to be fitted.
  public init(
    _ syntax: ModelSyntax, estimator: Estimator = .ml, information: Information = .expected, hasMeans: Bool? = nil,
    fixesExogenous: Bool = true, hasUnitVariances: Bool = false, isOrthogonal: Bool = false,
    invariance: Set<Invariance> = [], confidence: Double = 0.95,
    bootstrap: BootstrapSpecification = BootstrapSpecification(replicates: 0)
  ) {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    self.syntax = syntax
    self.estimator = estimator
    self.information = information
    self.hasMeans = hasMeans
    self.fixesExogenous = fixesExogenous
    self.hasUnitVariances = hasUnitVariances
    self.isOrthogonal = isOrthogonal
    self.invariance = invariance
    self.confidence = confidence
    self.bootstrap = bootstrap
  }
}
