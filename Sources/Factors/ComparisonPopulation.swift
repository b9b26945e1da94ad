import LinearAlgebra
import Measures
import Platform

/// A population of k factors in which every item has the distribution of its answers, and the correlations are as near to the
/// data's as k factors allow (Ruscio & Kaczetow 2008, doi:10.1080/00273170802285693).
///
/// Normal items are made from factors and unique parts, and every item's values are then replaced, rank by rank, by those of
/// the data. That weakens correlations; so the intermediate correlations whose factors are taken move by what the outcome
/// misses, as long as that helps: after each failure by half of it, five times in a row at most.
struct ComparisonPopulation: Sendable {
  let columns: PopulationColumns

  private static let mostTrials = 5
  /// Where intermediate correlations stop.
  private static let mostCorrelation = 0.995

  /// - Returns: `nil` when no k factors can be extracted.
  init?(_ input: CorrelationInput, _ answers: PopulationAnswers, factors: Int, seed: UInt64, jobs: Int) {
    let p = input.names.count
    let extractor = Extractor(
      FactorAnalysis(factors: factors, extraction: .minres, rotation: Rotation(.none)), items: p)
    let maker = PopulationMaker(answers, factors: factors, seed: seed)
    let target = input.correlation.packed
    var (intermediate, best) = (target, target)
    var bestResiduals = target
    var bestLoadings: [Double] = []
    var least = Double.infinity
    var trials = 0
    while trials < Self.mostTrials {
      let (story, isFailed) = intermediate.withUnsafeBufferPointer {
        extractor.extract($0.baseAddress!, isWarm: !bestLoadings.isEmpty)
      }
      guard !isFailed, story != nil else {
        if bestLoadings.isEmpty { return nil }
        break
      }
      let loadings = Array(UnsafeBufferPointer(start: extractor.loadings.pointer, count: p * factors))
      maker.make(loadings, jobs: jobs)
      let reached = maker.correlations()
      var squares = 0.0
      var residuals = target
      for at in target.indices {
        residuals[at] = target[at] - reached[at]
        squares += residuals[at] * residuals[at]
      }
      var step = 1.0
      if squares < least {
        (least, best, bestResiduals, bestLoadings, trials) = (squares, intermediate, residuals, loadings, 0)
      } else {
        trials += 1
        for _ in 0..<trials { step /= 2 }
      }
      for at in target.indices {
        intermediate[at] = max(
          -Self.mostCorrelation, min(Self.mostCorrelation, best[at] + step * bestResiduals[at]))
      }
      for i in 0..<p { intermediate[SymmetricMatrix.position(i, i)] = 1 }
    }
    maker.make(bestLoadings, jobs: jobs)
    columns = maker.columns
  }
}
