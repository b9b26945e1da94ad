import LinearAlgebra
package import Measures
import Platform
import Probability
import Resampling

/// Comparison data (Ruscio & Roche 2012, doi:10.1037/a0025697): how many factors must data have whose eigenvalues look like
/// these?
///
/// For k = 1, 2, … a population of k factors is made whose columns have the answers' own distributions and, as near as k factors
/// allow, their correlations (`ComparisonPopulation`). Samples of the same size are drawn from it, and the root mean squared
/// difference of their eigenvalues from the data's is compared with that of k − 1 factors: when a one-sided Mann–Whitney test at
/// the level .30 sees no improvement, k − 1 it is.
package struct ComparisonData: Sendable, Equatable {
  package var factors: Int
  /// Median difference of eigenvalues by k = 1, 2, …, of all that were tried.
  package var differences: [Double]

  static let level = 0.30
  static let populationSize = 10_000
  /// What it works on: beyond these it would take minutes.
  static let mostItems = 60
  private static let (fewestSamples, mostSamples) = (100, 500)
  /// Multiplications for the samples of one k, as far as the fewest samples allow.
  private static let (work, mostWork) = (4e8, 2e9)

  /// - Parameter frame: complete rows whose columns are the input's items.
  /// - Returns: `nil` when there are too many answers or items, or no model can be fitted.
  package init?(_ input: CorrelationInput, _ frame: ModelFrame, seed: UInt64, jobs: Int) {
    let p = input.names.count
    let n = frame.rowCount
    guard p <= Self.mostItems, !frame.values.contains(where: \.isNaN) else { return nil }
    let cost = Double(n) * Double(p * p) / 2
    guard cost * Double(Self.fewestSamples) <= Self.mostWork else { return nil }
    let samples = min(Self.mostSamples, max(Self.fewestSamples, Int(Self.work / cost)))
    let target = SymmetricEigen(input.correlation).values
    let most = FactorAnalysis.mostFactors(items: p)
    var before: [Double] = []
    differences = []
    let answers = PopulationAnswers(frame, size: Self.populationSize)
    for k in 1...max(1, most) {
      guard let population = ComparisonPopulation(input, answers, factors: k, seed: seed, jobs: jobs) else {
        return nil
      }
      let columns = population.columns
      let drawn = SampledSpectra(
        order: p, numbers: .components, count: samples, seed: seed, firstStream: UInt64(k) << 32, jobs: jobs
      ).run(makeWorkspace: { Workspace(rows: n, order: p) }) { workspace, stream, spectra in
        // Rows drawn with replacement.
        for i in 0..<n { workspace.members[i] = Int32(truncatingIfNeeded: stream.below(Self.populationSize)) }
        spectra.take(columns.scatter(workspace.members.pointer, count: n, scratch: workspace.rows.pointer))
        return nil
      }
      let own = drawn.rows(0..<p).map { values in
        (zip(values, target).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } / Double(p)).squareRoot()
      }.sorted()
      guard !own.isEmpty else { return nil }
      differences.append(Quantile.ofSorted(own, 0.5))
      if k > 1, Self.probability(own, isBelow: before) >= Self.level {
        factors = k - 1
        return
      }
      before = own
    }
    factors = most
  }

  private final class Workspace {
    let members: OwnedBuffer<Int32>
    let rows: OwnedBuffer<Double>

    init(rows n: Int, order: Int) {
      members = OwnedBuffer(count: n)
      rows = OwnedBuffer(count: n * order)
    }
  }

  /// The one-sided p-value of a Mann–Whitney test that the first sample lies below the second, by the normal approximation with
  /// correction for continuity. Both ascend; ties have no probability.
  static func probability(_ own: [Double], isBelow other: [Double]) -> Double {
    var at = 0
    var larger = 0.0
    // How often an own one is above another's.
    for value in own {
      while at < other.count, other[at] < value { at += 1 }
      larger += Double(at)
    }
    let (a, b) = (Double(own.count), Double(other.count))
    let deviation = (a * b * (a + b + 1) / 12).squareRoot()
    return Normal().lowerTail((larger - a * b / 2 + 0.5) / deviation)
  }
}
