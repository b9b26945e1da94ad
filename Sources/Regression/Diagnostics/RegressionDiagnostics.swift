public import Measures
public import Survey

/// What a careful reader asks of a regression before believing it: do the errors vary, is the form right, does one
/// respondent decide the answer, do predictors depend on each other.
public struct RegressionDiagnostics: Sendable {
  /// A test of one assumption.
  public struct Test: Sendable, Equatable {
    /// What is tested.
    public enum Kind: String, Sendable, CaseIterable {
      /// Breusch & Pagan's (1979) test of equal error variance, studentised by Koenker (1981).
      case breuschPagan = "breusch_pagan"
      /// Ramsey's (1969) test of the form: squares and cubes of the fitted values, added.
      case reset
    }
    /// What is tested.
    public var kind: Kind
    /// χ² for Breusch–Pagan, F for RESET; `nil` where the test is not defined.
    public var statistic: Double?
    /// Degrees of freedom of χ², or of F's numerator.
    public var df: Double?
    /// Denominator degrees of freedom of F.
    public var dfResidual: Double?
    /// Small: the assumption does not hold.
    public var pValue: Double?
  }

  /// One row: where it lies, how far off it is, and how much it moves the coefficients.
  public struct Influence: Sendable, Equatable {
    /// The number of the row in the source.
    public var row: Int
    /// What the model expects, in units of the outcome.
    public var fitted: Double
    /// y − ŷ.
    public var residual: Double
    /// Diagonal of the hat matrix, of each of the respondents that a frequency stands for.
    public var leverage: Double
    /// √w(y − ŷ)/(s√(1 − h)).
    public var standardised: Double?
    /// The same with s from all other rows: Student's t with ν − 1 degrees of freedom.
    public var studentised: Double?
    /// Cook's (1977, doi:10.2307/1268249) distance, r²h/((1 − h)k) with k coefficients.
    public var cooksDistance: Double?
  }

  /// One singular direction of the scaled, uncentred columns with the intercept (Belsley, Kuh & Welsch 1980,
  /// doi:10.1002/0471725153).
  public struct Dimension: Sendable, Equatable {
    /// Squared singular value.
    public var eigenvalue: Double
    /// √(largest eigenvalue / eigenvalue).
    public var conditionIndex: Double
    /// Of each term of `collinearityTerms`, the part of its variance that this direction makes.
    public var proportions: [Double]
  }

  /// Variance inflation of all columns of a driver or covariate together.
  public struct Inflation: Sendable, Equatable {
    /// A driver or covariate, all its columns together.
    public var term: String
    /// Fox & Monette's (1992) generalised factor; the plain one for a single column.
    public var factor: Double?
    /// Columns of the term.
    public var df: Int
    /// factor^(1/(2 df)): comparable between terms of different df.
    public var scaled: Double?
  }

  /// Of equal error variance and of form.
  public var tests: [Test]
  /// Of every row used, in their order.
  public var influence: [Influence]
  /// `(Intercept)` and the terms with a coefficient.
  public var collinearityTerms: [String]
  /// From the largest eigenvalue to the smallest.
  public var dimensions: [Dimension]
  /// Of every term with a coefficient.
  public var inflation: [Inflation]
  /// What could not be examined, and why.
  public var notes: [Note]

  /// The test of that kind; `nil` where it could not be made.
  public func test(_ kind: Test.Kind) -> Test? { tests.first { $0.kind == kind } }
}

extension LinearRegression {
  /// Examines the regression of outcome number `outcome` on the frame's rows.
  ///
  /// The errors chosen decide how RESET is tested: F with classical errors, Wald's test with others. Throws as
  /// `fit(to:outcome:)` does, and `DataFault.needsRows` for pairwise treatment.
  public func diagnose(_ frame: ModelFrame, outcome: Int) throws -> RegressionDiagnostics {
    guard frame.missing == .listwise else {
      throw DataFault.needsRows(
        analysis: "\(setting: .diagnostics) with \(frame.missing.words)",
        suggestion: "Use \(setting: .missing, "listwise")."
      )
    }
    let estimate = try LeastSquares(frame, outcome: outcome)
    let used = (0..<frame.rowCount).filter { row in frame.weights.map { $0[row] > 0 } ?? true }
    let influence = estimate.influence(frame, outcome: outcome, used: used)
    let kind = errors ?? LinearRegression.defaultErrors(for: frame)
    var diagnostics = RegressionDiagnostics(
      tests: [], influence: influence, collinearityTerms: estimate.collinearityTerms,
      dimensions: estimate.collinearity(), inflation: estimate.inflation(), notes: [])
    let examination = SpecificationTests(
      frame: frame, outcome: outcome, used: used, influence: influence, errors: kind, isPerfect: estimate.residual == 0)
    diagnostics.tests = [try examination.breuschPagan(), try examination.reset()]
    diagnostics.notes = examination.notes + diagnostics.remarks(estimate, errors: kind)
    return diagnostics
  }
}
