import LinearAlgebra
public import Measures
import Platform
import Probability
import Resampling

/// Horn's (1965, doi:10.1007/BF02289447) parallel analysis: which eigenvalues are larger than those of samples of the same
/// size without any correlation.
///
/// Eigenvalues of the correlations (components), and of the correlations with squared multiple correlations in the diagonal
/// (common factors; Humphreys & Montanelli 1975), against the mean and against the 95th percentile of the random ones.
/// A factor is kept while every one before it was.
public struct ParallelAnalysis: Sendable, Equatable {
  /// Where random data come from.
  public enum Source: String, CaseIterable, Sendable, Codable {
    /// Uncorrelated normal variables: their scatter is drawn directly, from the Wishart distribution.
    case normal
    /// The answers themselves, each column in an order of its own: keeps every distribution. Needs the rows.
    case permuted
  }

  /// What the random data are.
  public var source: Source
  /// Of the data, descending, p each.
  public var components: [Double]
  /// Eigenvalues of the data with squared multiple correlations in the diagonal, descending.
  public var commonFactors: [Double]
  /// Of random data: means and 95th percentiles, place by place.
  public var componentMeans: [Double]
  /// The `percentile` of the random eigenvalues at each place.
  public var componentPercentiles: [Double]
  /// Means of the random eigenvalues of the reduced matrix at each place.
  public var commonFactorMeans: [Double]
  /// The `percentile` of the same.
  public var commonFactorPercentiles: [Double]
  /// Random data sets.
  public var replicates: Int

  /// Which percentile of random eigenvalues those of the data must exceed.
  public static let percentile = 0.95

  /// How many eigenvalues lead before the first that is not above its reference.
  static func count(_ values: [Double], above reference: [Double]) -> Int {
    zip(values, reference).prefix { $0.0 > $0.1 }.count
  }

  /// Leading components whose eigenvalue exceeds the percentile of random ones.
  public var componentsAbovePercentile: Int { Self.count(components, above: componentPercentiles) }
  /// Leading components whose eigenvalue exceeds the mean of random ones.
  public var componentsAboveMean: Int { Self.count(components, above: componentMeans) }
  /// Leading common factors whose eigenvalue exceeds the percentile of random ones.
  public var commonFactorsAbovePercentile: Int { Self.count(commonFactors, above: commonFactorPercentiles) }
  /// Leading common factors whose eigenvalue exceeds the mean of random ones.
  public var commonFactorsAboveMean: Int { Self.count(commonFactors, above: commonFactorMeans) }
}

extension ParallelAnalysis {
  /// Against uncorrelated normal variables.
  ///
  /// - Parameters:
  ///   - replicates: how many random samples; sample i draws from stream i of the seed.
  /// - Returns: `nil` without n.
  public init?(_ input: CorrelationInput, replicates: Int = 1000, seed: UInt64 = 1, jobs: Int = 1) {
    guard let n = input.n else { return nil }
    let p = input.names.count
    let degrees = n - 1
    let drawn = SampledSpectra(
      order: p, numbers: .componentsAndFactors, count: replicates, seed: seed, jobs: jobs
    ).run(makeWorkspace: { () }) { _, stream, spectra in
      // Bartlett's decomposition of a Wishart matrix with unit expectation: the factor itself is what is drawn.
      let factor = spectra.factor.pointer
      for i in 0..<p {
        let start = factor + i * (i + 1) / 2
        for j in 0..<i { start[j] = stream.normal() }
        start[i] = stream.chiSquared(degreesOfFreedom: degrees - Double(i)).squareRoot()
      }
      spectra.multiplyFactor()
      return nil
    }
    self.init(input, source: .normal, drawn)
  }

  /// Against the frame's own answers in random order. The columns of the frame are the input's items, which `method` has
  /// correlated.
  ///
  /// - Returns: `nil` when answers are missing.
  public init?(
    permuting frame: ModelFrame, _ input: CorrelationInput, method: CorrelationMethod = .pearson,
    replicates: Int = 1000, seed: UInt64 = 1, jobs: Int = 1
  ) {
    let p = input.names.count
    let n = frame.rowCount
    precondition(frame.columnCount == p, "a column per item")
    guard !frame.values.contains(where: \.isNaN) else { return nil }
    let plan = SampledSpectra(
      order: p, numbers: .componentsAndFactors, count: replicates, seed: seed, jobs: jobs)
    let drawn: Replicates
    if method == .pearson, frame.weights == nil, let whole = WholeAnswers.columns(frame) {
      let (values, magnitude) = whole
      drawn = plan.run(makeWorkspace: { values }) { moved, stream, spectra in
        permute(&moved, from: values, rows: n, &stream)
        spectra.take(
          moved.withUnsafeBufferPointer { moved in
            PopulationColumns.scatter(items: p, rows: n, magnitude: magnitude) { item, rows, lanes in
              lanes.update(from: moved.baseAddress! + item * n + rows.lowerBound, count: rows.count)
            }
          })
        return spectra.factorize() ? nil : .correlationsIndefinite
      }
    } else {
      let (values, weights) = (frame.values, frame.weights)
      drawn = plan.run(makeWorkspace: { values }) { moved, stream, spectra in
        permute(&moved, from: values, rows: n, &stream)
        if method != .pearson {
          guard let matrix = frame.permutedCorrelations(moved, method) else { return .correlationUndefined }
          spectra.take(matrix)
        } else {
          spectra.take(CenteredProducts(columnMajor: moved, rowCount: n, weights: weights).scatter)
        }
        return spectra.factorize() ? nil : .correlationsIndefinite
      }
    }
    self.init(input, source: .permuted, drawn)
  }

  private init?(_ input: CorrelationInput, source: Source, _ drawn: Replicates) {
    let p = input.names.count
    let spectra = Spectra(order: p)
    var own = [Double](repeating: 0, count: 2 * p)
    spectra.take(input.correlation)
    guard drawn.successCount > 0, spectra.factorize(),
      own.withUnsafeMutableBufferPointer({ spectra.eigenvalues(into: $0.baseAddress!) })
    else { return nil }
    var means: [Double] = []
    var percentiles: [Double] = []
    for j in 0..<2 * p {
      let sorted = drawn.column(j).sorted()
      means.append(sorted.reduce(0, +) / Double(sorted.count))
      percentiles.append(Quantile.ofSorted(sorted, ParallelAnalysis.percentile))
    }
    self.init(
      source: source, components: Array(own[0..<p]), commonFactors: Array(own[p...]),
      componentMeans: Array(means[0..<p]), componentPercentiles: Array(percentiles[0..<p]),
      commonFactorMeans: Array(means[p...]), commonFactorPercentiles: Array(percentiles[p...]),
      replicates: drawn.successCount)
  }
}

/// Writes every column of a column-major table in an order of its own; afresh from the data, because a replicate must not depend
/// on those before it.
private func permute<Element>(
  _ moved: inout [Element], from values: [Element], rows n: Int, _ stream: inout RandomStream
) {
  values.withUnsafeBufferPointer { values in
    moved.withUnsafeMutableBufferPointer { columns in
      columns.baseAddress!.update(from: values.baseAddress!, count: values.count)
      for start in stride(from: 0, to: values.count, by: n) {
        let column = columns.baseAddress! + start
        for i in stride(from: n - 1, to: 0, by: -1) {
          let other = stream.below(i + 1)
          let kept = column[i]
          column[i] = column[other]
          column[other] = kept
        }
      }
    }
  }
}

extension CenteredProducts {
  fileprivate init(columnMajor values: [Double], rowCount n: Int, weights: [Double]?) {
    self = values.withUnsafeBufferPointer { values in
      let columns = stride(from: 0, to: values.count, by: n).map { values.baseAddress! + $0 }
      guard let weights else { return CenteredProducts(columns: columns, rowCount: n) }
      return weights.withUnsafeBufferPointer {
        CenteredProducts(columns: columns, rowCount: n, weights: $0.baseAddress!)
      }
    }
  }
}
