import Optimization
import LinearAlgebra
import Measures
import Platform
import Resampling
import Survey

/// What the analyst should know of a solution.
struct StructuralNotes {
  let fit: StructuralModel.Fit
  let solution: StructuralSolution
  let moments: [Moments]
  /// Of each group where not everybody answered everything.
  var answers: [IncompleteAnswers] = []
  var failedReplicates: (failed: Int, count: Int)?

  func all() -> [Note] {
    var notes = moments.count == 1 ? moments[0].notes : []
    notes += improper()
    if !solution.hasErrors {
      notes.append(
        Note(
          .noStructuralErrors,
          "The moments are of weighted rows, of pairs of answers, of answers with gaps, or no product moments: errors, χ² and what follows from it would not hold, and are left out."
        ))
    } else if moments.contains(where: \.isCorrelation) {
      notes.append(
        Note(
          .correlationsFitted,
          "The matrix holds correlations, and they are fitted as if they were covariances: standardised values and χ² hold as long as no parameter ties variances, standard errors are approximate."
        ))
    }
    notes += gaps()
    if let failed = failedReplicates {
      notes.append(
        Note(
          .replicatesFailed,
          "Under \(failed.failed) of \(failed.count) sets of replicate weights the model has no estimates; the others stand for them."
        ))
    }
    if fit.specification.estimator == .uls {
      notes.append(
        Note(
          .noLeastSquaresTest,
          "What unweighted least squares leave is not distributed as χ²: the test and what follows from it are left out. Judge fit by SRMR and residuals, or use maximum likelihood."
        ))
    }
    if fit.search.reason == .precision {
      notes.append(
        Note(
          .structuralPrecision,
          "The search ended where rounding hides what is left to gain; the estimates may be right to fewer digits than usual."
        ))
    }
    return notes
  }

  /// Who left something out, and when their other answers may count.
  private func gaps() -> [Note] {
    guard let incomplete = fit.incompleteRows else { return [] }
    let all = answers.reduce(0) { $0 + $1.saturated.moments.n }
    let patterns = answers.reduce(0) { $0 + $1.saturated.patternCount }
    return [
      Note(
        .incompleteAnswers,
        "Every respondent with at least one answer counts, with what was answered (full information maximum likelihood): \(Sentence.number(incomplete)) of \(Sentence.number(all)) left something out, in \(patterns) patterns. That holds when what is missing depends on nothing beyond the answers of the model, and the answers are about normal; errors are those of the observed information."
      )
    ]
  }

  /// What is to be said of resamples.
  static func resampling(_ resampled: Resampled, _ bootstrap: BootstrapSpecification) -> [Note] {
    var notes: [Note] = []
    let drawn = resampled.bootstrap
    if drawn.failureCount > 0 {
      notes.append(failures(drawn, "These are too many for intervals, of which there are none."))
    }
    if bootstrap.interval == .bca, let missing = resampled.missingForBca {
      notes.append(Note(.noBca, "Intervals are percentile ones. There are no BCa intervals: \(missing)."))
    }
    return notes
  }

  /// Why replicates gave nothing, and what comes of it where they are too many.
  static func failures(_ drawn: Replicates, _ consequence: Sentence) -> Note {
    let reasons = drawn.failuresByReason.map { "\($0.count) (\($0.reason.words))" }.joined(separator: ", ")
    let text: Sentence = "\(drawn.failureCount) of \(drawn.count) replicates gave nothing: \(reasons)."
    return Note(.replicatesFailed, drawn.failsTooOften ? text + " " + consequence : text)
  }

  /// Variances below zero, and covariances of residuals or constructs that no variables can have.
  private func improper() -> [Note] {
    var notes: [Note] = []
    let table = solution.table
    let negative = table.parameters.filter { parameter in
      guard case .symmetric(let i, let j) = parameter.place, i == j, parameter.free != nil || parameter.isDerived
      else { return false }
      return solution.value(parameter) < 0
    }
    if !negative.isEmpty {
      let names = negative.map { "'\($0.left)'\(table.groupCount > 1 ? " in group \($0.group + 1)" : "")" }
      notes.append(
        Note(
          .negativeVariance,
          "The variance of \(names.joined(separator: ", ")) is estimated below zero, which no variance is: do not read the solution as it stands. Often there are too few indicators or respondents, an indicator belongs elsewhere, or two constructs are one."
        ))
    }
    for group in 0..<table.groupCount where negative.isEmpty {
      let structure = solution.structure(group)
      let v = structure.v
      let latent = Array(table.observedCount..<v)
      guard latent.count > 1 else { continue }
      var covariance = SymmetricMatrix(order: latent.count)
      for (i, a) in latent.enumerated() {
        for (j, b) in latent[...i].enumerated() {
          let scale = (structure.covariance[a * v + a] * structure.covariance[b * v + b]).squareRoot()
          covariance[i, j] = scale > 0 ? structure.covariance[a * v + b] / scale : (i == j ? 1 : 0)
        }
      }
      let eigen = SymmetricEigen(covariance)
      guard eigen.values[latent.count - 1] < -1e-8 else { continue }
      let last = eigen.vectors
      let culprits = latent.indices.sorted { abs(last[$0, latent.count - 1]) > abs(last[$1, latent.count - 1]) }
        .prefix(2).map { "'\(table.variables[latent[$0]])'" }
      notes.append(
        Note(
          .improperConstructs,
          "The correlations of the constructs\(table.groupCount > 1 ? " in group \(group + 1)" : "") are none that variables can have, foremost those of \(culprits.joined(separator: " and ")): do not read the solution as it stands. Look whether the two are one construct."
        ))
    }
    return notes
  }
}
