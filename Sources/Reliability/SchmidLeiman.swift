public import Factors
import LinearAlgebra
import Platform

/// A general factor behind three oblique ones (Schmid & Leiman 1957, doi:10.1007/BF02289209), and ω hierarchical: the share of
/// the variance of standardised items' sum that it gives (Zinbarg, Revelle, Yovel & Li 2005, doi:10.1007/s11336-003-0974-7).
///
/// Three factors by minimum residuals and oblimin; one factor of their correlations; an item's general loading is its pattern
/// times those of the factors. Two group factors would not tell their general loadings apart.
public struct SchmidLeiman: Sendable, Equatable {
  /// Of each item.
  public var generalLoadings: [Double]
  /// (Σg)²/Σr.
  public var omegaHierarchical: Double
  /// 1 − Σu²/Σr with the uniquenesses of the three factors: psych's `omega_total`.
  public var omegaTotal: Double
  /// Whether one factor can stand behind the three: each is the main factor of two items at least, they correlate positively all
  /// together, none is that factor itself, and the share of the general factor is not above that of all factors. Without it
  /// the figures describe no general factor: of a scale with a single factor, for instance, the three are drawn from chance.
  public var isAdmissible: Bool
  /// An item or a factor without uniqueness: not to be read as it stands.
  public var hasHeywoodCase: Bool

  /// How many group factors there are.
  public static let groupFactors = 3

  /// - Returns: `nil` with too few items for three factors, or when there is no solution.
  public init?(_ input: CorrelationInput) {
    let p = input.names.count
    let groups = SchmidLeiman.groupFactors
    guard FactorAnalysis.mostFactors(items: p) >= groups,
      let fit = try? FactorAnalysis(factors: groups).fit(to: input)
    else { return nil }
    let second = OneFactorModel(items: groups)
    guard fit.factorCorrelations.packed.withUnsafeBufferPointer({ second.fit($0.baseAddress!) }) else { return nil }
    var general = [Double](repeating: 0, count: p)
    for i in 0..<p { for j in 0..<groups { general[i] += fit.loadings[i, j] * second.loadings[j] } }
    let total = ScaleCoefficients.total(input.correlation)
    let sum = general.reduce(0, +)
    generalLoadings = general
    omegaHierarchical = sum * sum / total
    omegaTotal = 1 - fit.uniquenesses.reduce(0, +) / total
    let phi = fit.factorCorrelations
    var members = [Int](repeating: 0, count: groups)
    for i in 0..<p { members[(0..<groups).max { abs(fit.loadings[i, $0]) < abs(fit.loadings[i, $1]) }!] += 1 }
    isAdmissible =
      members.allSatisfy { $0 >= 2 } && phi[1, 0] > 0 && phi[2, 0] > 0 && phi[2, 1] > 0 && !second.isHeywood
      && omegaHierarchical <= omegaTotal
    hasHeywoodCase = !fit.heywoodItems.isEmpty || second.isHeywood
  }
}
