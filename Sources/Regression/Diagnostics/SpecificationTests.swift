import LinearAlgebra
import Measures
import Platform
import Probability
import Survey

/// Tests of the assumptions behind a regression's errors and form.
struct SpecificationTests {
  let frame: ModelFrame
  let outcome: Int
  /// The frame's rows of positive weight; `influence` has one entry for each.
  let used: [Int]
  let influence: [RegressionDiagnostics.Influence]
  let errors: LinearRegression.ErrorKind
  let isPerfect: Bool

  /// Koenker's (1981, doi:10.1016/0304-4076(81)90062-2) studentised form of Breusch & Pagan's (1979, doi:10.2307/1911963)
  /// test, the default of `lmtest::bptest`: n·R² of the squared residuals on the predictors, against χ² with as many degrees
  /// of freedom as there are predictors. With precision weights the residuals are √w(y − ŷ), whose variance the weights
  /// claim to be equal.
  ///
  /// It takes respondents to be a simple random sample: under sampling weights, strata or clusters it is left out.
  func breuschPagan() throws -> RegressionDiagnostics.Test {
    var test = RegressionDiagnostics.Test(kind: .breuschPagan)
    guard !isPerfect, isSimpleSample else { return test }
    var auxiliary = frame
    let start = frame.outcomes[outcome].columns.lowerBound * frame.rowCount
    let isPrecision = frame.weightsKind == .precision
    // The scale of the squares does not matter, and squares of large numbers might overflow.
    let largest = influence.reduce(0) { max($0, abs($1.residual)) }
    for (i, row) in used.enumerated() {
      let e = influence[i].residual / largest
      auxiliary.values[start + row] = e * e * (isPrecision ? frame.weights![row] : 1)
    }
    if isPrecision {
      auxiliary.weights = nil
      auxiliary.weightsKind = nil
    }
    do {
      let fit = try LinearRegression(errors: .classical).fit(to: auxiliary, outcome: outcome)
      let statistic = fit.n * fit.rSquared
      test.statistic = statistic
      test.df = fit.dfModel
      test.pValue = ChiSquared(degrees: fit.dfModel).upperTail(statistic)
    } catch DataFault.constant {
      // Squared residuals that are all the same (two values of the outcome, say) have nothing to be explained.
    }
    return test
  }

  /// Ramsey's (1969, doi:10.1111/j.2517-6161.1969.tb00796.x) RESET with powers 2 and 3 of the fitted values, the default of
  /// `lmtest::resettest`: do they add to the model? With other than classical errors Wald's test takes the place of F.
  func reset() throws -> RegressionDiagnostics.Test {
    var test = RegressionDiagnostics.Test(kind: .reset)
    guard !isPerfect, errors != .bootstrap else { return test }
    // Standardised, their powers span the same space and stay apart.
    let count = Double(influence.count)
    let mean = influence.reduce(0) { $0 + $1.fitted } / count
    let spread = (influence.reduce(0) { $0 + ($1.fitted - mean) * ($1.fitted - mean) } / count).squareRoot()
    guard spread > 0 else { return test }
    var augmented = frame
    let first = frame.columnCount
    for power in [2, 3] {
      var column = [Double](repeating: 0, count: frame.rowCount)
      for (i, row) in used.enumerated() {
        let z = (influence[i].fitted - mean) / spread
        column[row] = power == 2 ? z * z : z * z * z
      }
      augmented.values += column
      augmented.columns.append(.init(term: "fitted^\(power)", isWhole: false))
    }
    augmented.players.append(
      .init(name: "fitted", label: nil, columns: first..<first + 2, isCategorical: false))
    let position = frame.always.count + frame.players.count
    do {
      let fit = try LinearRegression(errors: errors).fit(to: augmented, outcome: outcome)
      guard let wald = fit.waldTest(ofBlocks: position..<position + 1) else { return test }
      test.statistic = wald.statistic
      test.df = Double(fit.terms.suffix(2).count { !$0.isDropped })
      test.dfResidual = fit.dfResidual
      test.pValue = wald.pValue
    } catch DataFault.constant {
    } catch DataFault.tooFewRows {
    }
    return test
  }

  private var isSimpleSample: Bool {
    frame.weightsKind != .sampling && frame.replicates == nil && frame.strata == nil && frame.clusters == nil
  }

  var notes: [Note] {
    var notes: [Note] = []
    if isPerfect {
      notes.append(
        Note(
          .noDiagnostics, "A perfect fit leaves no residuals: there is nothing to test, and no row stands out."))
      return notes
    }
    if !isSimpleSample {
      notes.append(
        Note(
          .noBreuschPagan,
          "The Breusch–Pagan test is for simple random samples and is left out under a sampling design, whose errors do not need it."
        ))
    }
    return notes
  }
}
