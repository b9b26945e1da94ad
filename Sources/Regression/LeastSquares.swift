import LinearAlgebra
import Measures
import Platform
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
  /// The model has an intercept (whether or not the moments tell it); without one nothing is centred.
  var hasIntercept = true
  /// Of the kept columns: b, (Xc'WXc)⁻¹, Xc'WXc and Xc'Wyc with Xc, yc centred (as they are, without an intercept).
  var coefficients: [Double] = []
  var inverseGram = SymmetricMatrix(order: 0)
  var scatter = SymmetricMatrix(order: 0)
  var outcomeProducts: [Double] = []
  /// (X'WX)⁻¹ with the intercept's row first when there is one; `nil` from moments, where it follows from the others.
  var fullInverse: SymmetricMatrix?
  /// Σw(ŷ − ȳ)² and Σw(y − ŷ)²; without an intercept Σwŷ² stands for the first.
  var explained = 0.0
  var residual = 0.0

  /// Only correlations are known: coefficients are standardised.
  var isCorrelation = false
  var missing = MissingTreatment.listwise
  /// What sort of correlations the moments hold.
  var correlation = CorrelationMethod.pearson
  /// The columns are scores or corrected for error: no formula knows how sure they are.
  var isEstimated = false
  var notes: [Note] = []
  /// What errors other than the classical need; `nil` from moments.
  var rows: Rows?
  /// Respondents and clusters that a coefficient rests on.
  var lone = LoneUnits()
  /// The rows come in clusters.
  var isClustered = false

  /// The rows behind the estimates. Zero-weight rows are gone.
  struct Rows: Sendable {
    /// Of √w·Xc; of √w·X without an intercept.
    var factorization: HouseholderQR
    /// √w·(y − ŷ).
    var residuals: [Double]
    /// Scaled weights; `nil` when all are one.
    var weights: [Double]?
    var clusters: [Int32]?
    /// Units of a second stage of sampling.
    var subunits: [Int32]?
    var strata: [Int32]?
    /// Of the whole sample.
    var design: FrameDesign
    /// The number of each row in the source.
    var numbers: [Int32]
  }

  var modelDegrees: Double { Double(kept.count) }
  /// Coefficients with the intercept.
  var parameters: Double { modelDegrees + (hasIntercept ? 1 : 0) }
  var residualDegrees: Double { n - parameters }
  var total: Double { explained + residual }
  var rSquared: Double { explained / total }

  /// Finishes an estimate: collinear columns noted, a residual and coefficients that are only rounding set to zero, too
  /// few rows refused.
  mutating func finish(roundingShare: Double) throws {
    for (term, others) in dropped {
      notes.append(
        Note(
          .collinear,
          "'\(terms[term])' is fixed by \(quotedList(others.map { terms[$0] })), named before it, so it has no coefficient of its own: it was left out of the coefficients."
        ))
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
          .perfectFit,
          "The predictors determine '\(outcome)' exactly: standard errors are 0 and F is infinite. Check that the outcome is not made from the drivers."
        ))
    }
    settleZeros()
  }
}

extension LeastSquares {
  /// Sets to zero the coefficients that are zero to within the arithmetic, so that no rounding is shown as an estimate, and
  /// none has a t of infinity in a perfect fit.
  ///
  /// A coefficient counts by the sum of squares it adds last, b²/[(X'WX)⁻¹]ⱼⱼ, as a share of the outcome's. Refined from
  /// rows it is known to better than 2⁻¹⁶⁰ of that. In a perfect fit the data themselves are rounded (0.1·x is no double),
  /// which is what the share 10⁻²⁶, that of the residual, allows for; from moments it grows with the variance inflation.
  private mutating func settleZeros() {
    let isPerfect = residual == 0
    guard isPerfect || rows != nil else { return }
    let share = isPerfect ? 1e-26 : 0x1p-160
    for k in coefficients.indices {
      let inflation = rows == nil ? max(1, scatter[k, k] * inverseGram[k, k]) : 1
      if coefficients[k] * coefficients[k] <= share * inflation * total * inverseGram[k, k] { coefficients[k] = 0 }
    }
    // The intercept is measured against the outcome's own level, which centring has taken out of the total.
    if let a = intercept, let means, let corner = fullInverse?[0, 0] {
      let level = zip(coefficients, means).reduce(abs(a)) { $0 + abs($1.0 * $1.1) }
      if a * a <= share * (total + sumOfWeights * level * level) * corner { intercept = 0 }
    }
  }
}

/// 'a', 'b' and 'c'; the first five of more than six.
func quotedList(_ names: [String]) -> Sentence { .quoted(names, most: 6) }
