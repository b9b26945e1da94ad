import Importance
import Measures
import Regression
import Resampling
import Survey

/// What is asked beside importance: how well the model predicts, what blocks add, which drivers chance could explain, what
/// the regression's assumptions are worth.
extension DriverAnalysis {
  ///
  /// - Parameter rows: random blocks of the frame's.
  func addAnswers(
    of frame: ModelFrame, _ subject: Subject, rows: BlockMoments?, jobs: Int, to fit: inout Fit
  ) throws {
    if frame.missing.keepsIncompleteRows {
      try addBlocks(of: subject, to: &fit)
    } else {
      try addBlocks(of: frame, rows: rows, to: &fit)
    }
    addCrossValidation(frame, to: &fit)
    if diagnostics {
      for o in fit.outcomes.indices {
        let found = try LinearRegression(errors: errors, confidence: bootstrap.confidence)
          .diagnose(frame, outcome: o)
        fit.outcomes[o].diagnostics = found
        fit.notes += found.notes.filter { !fit.notes.contains($0) }
      }
    }
    guard permutations > 0 else { return }
    guard frame.missing == .listwise else {
      fit.notes.append(
        Note(
          .noPermutation,
          "There is no permutation test with \(Sentence(stringLiteral: frame.missing.words)): exchanging answers needs complete rows."
        ))
      return
    }
    let test = PermutationTest(permutations: permutations, seed: bootstrap.seed)
      .run(frame, subject, methods: methods, jobs: jobs)
    for o in fit.outcomes.indices {
      for m in fit.outcomes[o].methods.indices {
        for k in fit.players.indices {
          fit.outcomes[o].methods[m].drivers[k].permutationPValue = test.pValues[o][m][k]
        }
      }
    }
    fit.notes += test.notes
  }

  /// Blocks entered into the regression of rows.
  private func addBlocks(of frame: ModelFrame, rows: BlockMoments?, to fit: inout Fit) throws {
    guard !blocks.isEmpty else { return }
    let regression = HierarchicalRegression(errors: errors, confidence: bootstrap.confidence)
    for o in fit.outcomes.indices {
      fit.outcomes[o].blocks = try regression.fit(to: frame, outcome: o, blocks: blocks, rows: rows)
    }
    noteUntested(&fit)
  }

  /// Blocks entered into the regression of moments.
  ///
  /// - Parameter rows: random blocks of the rows behind them.
  func addBlocks(of subject: Subject, rows: BlockMoments? = nil, to fit: inout Fit) throws {
    guard !blocks.isEmpty else { return }
    let regression = HierarchicalRegression(errors: errors, confidence: bootstrap.confidence)
    for o in fit.outcomes.indices {
      fit.outcomes[o].blocks = try regression.fit(
        to: subject.moments, outcome: subject.outcomeColumn(o), predictors: subject.predictors, blocks: blocks,
        rows: rows)
    }
    noteUntested(&fit)
  }

  private func noteUntested(_ fit: inout Fit) {
    if errors == .bootstrap {
      fit.notes.append(
        Note(.blocksUntested, "Blocks are not tested with resampled errors: use another kind of \(setting: .errors)."))
    }
  }

  /// Folds that were asked for and cannot be dealt are an error; by default the answer is left out.
  func checkFolds(_ frame: ModelFrame) throws {
    guard let folds, folds > 0, frame.missing == .listwise else { return }
    let units = CrossValidation.unitCount(frame)
    guard units >= folds else {
      throw DataFault.request(
        problem:
          "\(setting: .folds, String(folds)) is more than there are \(frame.clusters == nil ? "respondents" : "clusters") to deal (\(units))",
        suggestion: "Use fewer folds, or \(setting: .folds, "0") for no cross-validation.")
    }
  }

  private func addCrossValidation(_ frame: ModelFrame, to fit: inout Fit) {
    guard folds != 0 else { return }
    guard frame.missing == .listwise else {
      if folds != nil {
        fit.notes.append(
          Note(
            .noCrossValidation,
            "There is no cross-validated R² with \(Sentence(stringLiteral: frame.missing.words)): it needs complete rows."
          ))
      }
      return
    }
    let count = folds ?? CrossValidation.defaultFolds
    if folds == nil {
      let units = CrossValidation.unitCount(frame)
      guard units >= count, units <= CrossValidation.defaultRowLimit else { return }
    }
    let result = CrossValidation(folds: count, seed: bootstrap.seed).fit(to: frame)
    for o in fit.outcomes.indices { fit.outcomes[o].crossValidatedRSquared = result.rSquared[o] }
    if folds != nil { fit.notes += result.notes }
  }

  /// Throws `DataFault.needsRows` for what a matrix or a stream cannot answer.
  func refuseWhatNeedsRows() throws {
    if diagnostics {
      throw DataFault.needsRows(
        analysis: "\(setting: .diagnostics)", suggestion: "Give the data themselves.")
    }
    if permutations > 0 {
      throw DataFault.needsRows(
        analysis: "\(setting: .permutations)", suggestion: "Give the data themselves.")
    }
    if let folds, folds > 0 {
      throw DataFault.needsRows(
        analysis: "\(setting: .folds)", suggestion: "Give the data themselves, or use \(setting: .folds, "0").")
    }
  }
}
