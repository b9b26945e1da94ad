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
    if fit.specification.correlation != .pearson {
      notes.append(
        Note(
          .correlationsFitted,
          "Correlations are fitted, not covariances (\(setting: .correlation, fit.specification.correlation.rawValue)): every variable has variance 1, and errors and χ² come from what each respondent does to the correlations, whatever the answers' distribution."
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
    var notes = [
      Note(
        .incompleteAnswers,
        fit.followsDesign
          ? "Every respondent with at least one answer counts, with what was answered (full information maximum likelihood): \(Sentence.number(incomplete)) of \(Sentence.number(all)) left something out, in \(patterns) patterns. That holds when what is missing depends on nothing beyond the answers of the model, and the answers are about normal; errors follow the design of the sample."
          : "Every respondent with at least one answer counts, with what was answered (full information maximum likelihood): \(Sentence.number(incomplete)) of \(Sentence.number(all)) left something out, in \(patterns) patterns. That holds when what is missing depends on nothing beyond the answers of the model, and the answers are about normal; errors are those of the observed information."
      )
    ]
    let auxiliary = fit.specification.auxiliary
    if !auxiliary.isEmpty {
      notes.append(
        Note(
          .auxiliaryVariables,
          "Auxiliary variables covary freely with all others of the model and restrict nothing: what is missing may depend on \(Sentence.quoted(auxiliary)) too."
        ))
    }
    return notes
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
      guard case .symmetric(let i, let j) = parameter.place, i == j else { return false }
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
    for group in 0..<table.groupCount where negative.isEmpty { notes += impossibleResiduals(group) }
    for group in 0..<table.groupCount where negative.isEmpty {
      let latent = Array(table.observedCount..<solution.structure(group).v)
      guard latent.count > 1 else { continue }
      let correlations = correlations(of: latent, group)
      let place: Sentence = table.groupCount > 1 ? " in group \(group + 1)" : ""
      let eigen = SymmetricEigen(correlations)
      guard eigen.values[latent.count - 1] < -1e-8 else {
        notes += nearlyOne(correlations, latent, place)
        continue
      }
      let last = eigen.vectors
      let culprits = latent.indices.sorted { abs(last[$0, latent.count - 1]) > abs(last[$1, latent.count - 1]) }
        .prefix(2).map { "'\(table.variables[latent[$0]])'" }
      notes.append(
        Note(
          .improperConstructs,
          "The correlations of the constructs\(place) are none that variables can have, foremost those of \(culprits.joined(separator: " and ")): do not read the solution as it stands. Look whether the two are one construct."
        ))
    }
    return notes
  }

  /// Residuals of observed variables that correlate beyond 1.
  private func impossibleResiduals(_ group: Int) -> [Note] {
    let (table, structure) = (solution.table, solution.structure(group))
    let v = structure.v
    let told = (0..<table.observedCount).flatMap { i in (0..<i).map { (i, $0) } }.compactMap { i, j -> String? in
      let scale = (structure.residual[i * v + i] * structure.residual[j * v + j]).squareRoot()
      let own = structure.residual[i * v + j]
      guard own != 0, !(abs(own) <= scale * (1 + 1e-8)) else { return nil }
      let r = Sentence.number((own / scale * 100).rounded() / 100)
      return "\(table.variables[j]) ↔ \(table.variables[i])" + (scale > 0 ? " \(r)" : "")
    }
    guard !told.isEmpty else { return [] }
    let place: Sentence = table.groupCount > 1 ? " in group \(group + 1)" : ""
    return [
      Note(
        .improperResiduals,
        "Residuals\(place) correlate as no variables can: \(Sentence.first(5, of: told)). Do not read the solution as it stands: leave out covariances of residuals that nothing but the data asks for."
      )
    ]
  }

  private func correlations(of latent: [Int], _ group: Int) -> SymmetricMatrix {
    let structure = solution.structure(group)
    let v = structure.v
    var result = SymmetricMatrix(order: latent.count)
    for (i, a) in latent.enumerated() {
      for (j, b) in latent[...i].enumerated() {
        let scale = (structure.covariance[a * v + a] * structure.covariance[b * v + b]).squareRoot()
        result[i, j] = scale > 0 ? structure.covariance[a * v + b] / scale : (i == j ? 1 : 0)
      }
    }
    return result
  }

  /// Pairs of constructs that are all but one.
  private func nearlyOne(_ correlations: SymmetricMatrix, _ latent: [Int], _ place: Sentence) -> [Note] {
    let names = latent.map { solution.table.variables[$0] }
    var pairs: [(first: String, second: String, r: Double)] = []
    for i in latent.indices {
      for j in 0..<i where abs(correlations[i, j]) >= Self.nearlyOne {
        pairs.append((names[j], names[i], correlations[i, j]))
      }
    }
    guard !pairs.isEmpty else { return [] }
    let told = pairs.sorted { abs($0.r) > abs($1.r) }.map { pair in
      "\(pair.first) ↔ \(pair.second) \(Sentence.number((pair.r * 1000).rounded() / 1000))"
    }
    return [
      Note(
        .nearlyOneConstruct,
        "Constructs\(place) that the answers hardly tell apart, with their correlations: \(Sentence.first(5, of: told)). A path from one of them beside the other hangs on the little that differs, and its β may pass 1: look whether the two are one construct, or leave one out."
      )
    ]
  }

  /// The correlation from which on constructs are hardly two.
  private static let nearlyOne = 0.98
}
