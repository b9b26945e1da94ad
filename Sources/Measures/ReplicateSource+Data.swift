import LinearAlgebra
package import Resampling
import Survey

extension ModelFrame {
  /// Draws the rows of the model, by the kind of their weights and by the design.
  package var resampler: RowResampler {
    if let replicates { return RowResampler(replicates, rowCount: rowCount, weights: weights ?? ones(rowCount)) }
    return resampler(
      0..<rowCount, weights: weights, clusters: unitClusters, subunits: subunits, strata: strata,
      design: design)
  }

  /// The same, where asked for, together with the rows that only rate: apart from the others, or, where there is a design, with
  /// them, for they are units of one sample: a cluster is drawn whole, with those in it who only rated.
  fileprivate func resamplers(withRaters: Bool) -> (rows: RowResampler, others: RowResampler?) {
    guard withRaters, let raters else { return (resampler, nil) }
    if let replicates {
      return (
        RowResampler(replicates, rowCount: ratingRowCount, weights: ratingWeights ?? ones(ratingRowCount)), nil
      )
    }
    guard hasSamplingDesign else {
      return (
        resampler(0..<rowCount, weights: ratingWeights, clusters: nil, subunits: nil, strata: nil, design: design),
        resampler(
          rowCount..<rowCount + raters.count, weights: ratingWeights, clusters: nil, subunits: nil, strata: nil,
          design: design)
      )
    }
    let all = resampler(
      0..<ratingRowCount, weights: ratingWeights, clusters: design.rowsAreUnits ? nil : raters.clusters,
      subunits: raters.subunits, strata: raters.strata, design: raters.design)
    return (all, nil)
  }

  private func ones(_ count: Int) -> [Double] { [Double](repeating: 1, count: count) }

  private func resampler(
    _ rows: Range<Int>, weights: [Double]?, clusters: [Int32]?, subunits: [Int32]?, strata: [Int32]?,
    design: FrameDesign
  ) -> RowResampler {
    let isFrequency = weightsKind == .frequency
    let own = weights.map { $0.count == rows.count ? $0 : Array($0[rows]) }
    return RowResampler(
      rowCount: rows.count, frequency: isFrequency ? own : nil, multiplier: isFrequency ? nil : own,
      clusters: clusters, subunits: subunits, strata: strata,
      design: hasSamplingDesign
        ? RowResampler.Design(design, isRescaled: clusters != nil || strata != nil || design.isFinite) : nil)
  }
}

extension RowResampler.Design {
  init(_ design: FrameDesign, isRescaled: Bool) {
    self.init(
      units: design.strata.map(\.units), fractions: design.strata.map(\.fraction),
      keepsLoneUnits: design.lonely == nil || design.lonely == .certainty, isRescaled: isRescaled)
    clusterUnits = design.clusters.map(\.units)
    clusterFractions = design.clusters.map(\.fraction)
  }
}

extension ReplicateSource {
  /// Weights alone: the map makes of them what it needs.
  package static func weights(_ frame: ModelFrame, scratchCount: Int = 0) -> ReplicateSource {
    ReplicateSource(rows: frame.resampler, order: frame.columnCount, scratchCount: scratchCount) { { _, _ in nil } }
  }

  /// Complete rows. The unit makes variances of n − 1.
  ///
  /// - Parameter withRaters: whether those who only rate are drawn beside them.
  package static func rows(_ frame: ModelFrame, withRaters: Bool = false) -> ReplicateSource {
    let products = WeightedProducts(columns: frame.values, rowCount: frame.rowCount, columnCount: frame.columnCount)
    let (rows, others) = frame.resamplers(withRaters: withRaters)
    let share = 1 - 1 / Double(frame.rowCount)
    return ReplicateSource(
      rows: rows, others: others, order: frame.columnCount, scratchCount: products.scratchCount
    ) {
      { moments, _ in
        let sum = products.scatter(
          weights: moments.weights.baseAddress!, into: moments.scatter, means: moments.means, scratch: moments.scratch)
        moments.unit = sum * share
        return nil
      }
    }
  }

  /// Rows with missing values; each pair of columns on the rows that have both.
  ///
  /// - Parameter makesDefinite: whether correlations that are not those of any data give way to the nearest that are, and ones
  ///   that are not defined are a failure.
  package static func pairwise(_ frame: ModelFrame, makesDefinite: Bool, withRaters: Bool = false) -> ReplicateSource {
    let (rows, others) = frame.resamplers(withRaters: withRaters)
    return ReplicateSource(rows: rows, others: others, order: frame.columnCount) {
      { moments, _ in
        var own = Moments(frame, weights: Array(moments.weights))
        if makesDefinite {
          if !own.scatter.packed.allSatisfy(\.isFinite) { return .correlationUndefined }
          if !Definiteness(own.correlation).isSemidefinite { own = own.nearestCorrelations().moments }
        }
        moments.scatter.update(from: own.scatter.packed, count: own.scatter.packed.count)
        if let means = own.means { moments.means.update(from: means, count: means.count) }
        return nil
      }
    }
  }

  /// What is done about correlations that are not positive definite, or not defined.
  package enum Admission: Sendable {
    /// They are numbers one by one.
    case each
    /// The replicate fails.
    case definite
    /// The nearest ones take their place; the replicate fails where one is not defined.
    case nearest
  }

  /// Rows, and correlations of any kind.
  package static func correlations(
    _ frame: ModelFrame, _ engine: CorrelationEngine, _ admission: Admission, withRaters: Bool = false
  ) -> ReplicateSource {
    let (rows, others) = frame.resamplers(withRaters: withRaters)
    return ReplicateSource(rows: rows, others: others, order: engine.order) {
      var workspace = engine.makeWorkspace()
      return { moments, _ in
        let weights = UnsafePointer(moments.weights.baseAddress!)
        if admission == .nearest {
          return engine.positiveDefinite(weights: weights, workspace: &workspace, into: moments.scatter)
        }
        engine.evaluate(weights: weights, workspace: &workspace, into: moments.scatter)
        guard admission == .definite else { return nil }
        let count = engine.order * (engine.order + 1) / 2
        for k in 0..<count where moments.scatter[k].isNaN { return .correlationUndefined }
        let matrix = SymmetricMatrix(
          order: engine.order, packed: Array(UnsafeBufferPointer(start: moments.scatter, count: count)))
        return Definiteness(matrix).isDefinite ? nil : .correlationsIndefinite
      }
    }
  }

  /// Random blocks of very many rows. The rows' weights are in the sums: a block counts as often as it is drawn.
  package static func blocks(_ blocks: BlockMoments, order: Int) -> ReplicateSource {
    let products = blocks.products
    return ReplicateSource(
      rows: RowResampler(rowCount: blocks.blockCount), order: order, scratchCount: products.scratchCount,
      sum: { products.add(weights: $0, sets: $1, into: $2) }
    ) {
      { moments, _ in
        products.scatter(sums: moments.scratch, into: moments.scatter, means: moments.means)
        return nil
      }
    }
  }

  /// A matrix without rows: scatter drawn about it as of normal data; `nil` when nothing can be drawn from it.
  package static func wishart(_ moments: Moments) -> ReplicateSource? {
    guard !moments.n.isNaN,
      let wishart = WishartSampler(scatter: moments.scatter, degreesOfFreedom: moments.n - 1)
    else { return nil }
    return ReplicateSource(wishart, unit: moments.scatterUnit)
  }
}
