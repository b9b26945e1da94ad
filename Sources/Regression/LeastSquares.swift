import Glibc
import LinearAlgebra
import Measures
import Survey

/// The least-squares estimates, before any choice of errors: what rows and moments have in common.
///
/// Every number is in scaled units: column j divided by 2^exponents[j], the outcome by 2^outcomeExponent, so that data
/// of size 1e±150 neither overflow nor vanish when squared. A power of two costs no digit.
struct LeastSquares: Sendable {
  /// The outcome's name and, per predictor column, its term and the block (into `blocks`) it belongs to.
  var outcome: String
  var terms: [String]
  var blocks: [ModelFrame.Block]
  var blockOfTerm: [Int]

  /// The predictors with a coefficient, ascending, and the others, each with those that it depends on.
  var kept: [Int] = []
  var dropped: [(term: Int, on: [Int])] = []

  /// Respondents: rows, or the sum of frequency weights.
  var n = 0.0
  /// Σw in scaled units of weight (2^weightExponent).
  var sumOfWeights = 0.0
  var weightsKind: WeightsKind?
  var weightExponent = 0
  /// Σ ln w of precision weights, for the likelihood; `nil` when not known.
  var logWeightSum: Double? = 0

  var exponents: [Int] = []
  var outcomeExponent = 0
  /// Means of the kept columns and the intercept; `nil` when the moments have no means.
  var means: [Double]?
  var intercept: Double?
  /// Of the kept columns: b, (Xc'WXc)⁻¹, Xc'WXc and Xc'Wyc with Xc, yc centred.
  var coefficients: [Double] = []
  var inverseGram = SymmetricMatrix(order: 0)
  var scatter = SymmetricMatrix(order: 0)
  var outcomeProducts: [Double] = []
  /// Σw(ŷ − ȳ)² and Σw(y − ŷ)².
  var explained = 0.0
  var residual = 0.0

  /// Only correlations are known: coefficients are standardised.
  var isCorrelation = false
  var missing = MissingTreatment.listwise
  var notes: [Note] = []
  /// What errors other than the classical need; `nil` from moments.
  var rows: Rows?

  /// The rows behind the estimates. Zero-weight rows are gone.
  struct Rows: Sendable {
    /// Of √w·Xc.
    var factorization: HouseholderQR
    /// √w·(y − ŷ).
    var residuals: [Double]
    /// Scaled weights; `nil` when all are one.
    var weights: [Double]?
    var clusters: [Int32]?
    var strata: [Int32]?
    var strataNames: [String]
    /// Clusters of the whole sample by stratum; `nil`: those of these rows.
    var sampledClusters: [Int]?
    /// The number of each row in the source.
    var numbers: [Int32]
  }

  var modelDegrees: Double { Double(kept.count) }
  var residualDegrees: Double { n - 1 - modelDegrees }
  var total: Double { explained + residual }
  var rSquared: Double { explained / total }

  /// Finishes an estimate: collinear columns noted, a residual that is only rounding set to zero, too few rows refused.
  mutating func finish(roundingShare: Double) throws {
    for (term, others) in dropped {
      notes.append(
        Note(
          "collinear",
          "'\(terms[term])' is fixed by \(quotedList(others.map { terms[$0] })), named before it, "
            + "so it has no coefficient of its own: it was left out of the coefficients."))
    }
    guard residualDegrees >= 1 else {
      throw DataFault.tooFewRows(
        rows: Int(min(n, 1e15)), needed: terms.count + 2,
        analysis: "a regression on \(terms.count) column\(terms.count == 1 ? "" : "s")")
    }
    if residual <= roundingShare * total {
      residual = 0
      if rows != nil { rows!.residuals = Array(repeating: 0, count: rows!.residuals.count) }
      notes.append(
        Note(
          "perfect_fit",
          "The predictors determine '\(outcome)' exactly: standard errors are 0 and F is infinite. "
            + "Check that the outcome is not made from the drivers."))
    }
  }
}

/// 'a', 'b' and 'c'; the first five of more than six.
func quotedList(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  if quoted.count > 6 { return quoted.prefix(5).joined(separator: ", ") + " and \(quoted.count - 5) others" }
  guard quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " and " + quoted[quoted.count - 1]
}
