import LinearAlgebra
import Survey

extension Moments {
  /// The moments of a frame's rows, as its weights and its treatment of missing values say.
  ///
  /// Columns that are whole numbers, unweighted or with frequencies, are summed exactly; others by two passes about the
  /// mean. With pairwise treatment see `Moments.init(pairwise:weights:)`.
  public init(_ frame: ModelFrame) { self.init(frame, weights: frame.weights) }

  /// The moments of a frame's rows under other weights of the frame's kind (a replicate's), one per row, not negative.
  package init(_ frame: ModelFrame, weights: [Double]?) {
    precondition(weights == nil || weights!.count == frame.rowCount, "one weight per row")
    precondition(
      frame.missing != .em || !frame.values.contains(where: \.isNaN), "maximum likelihood has moments of its own")
    if frame.missing == .pairwise && frame.values.contains(where: \.isNaN) {
      self.init(pairwise: frame, weights: weights)
      return
    }
    let names = frame.columns.map(\.term)
    let treatment = Treatment(missing: frame.missing, weights: frame.weightsKind)
    // A replicate's frequencies may be any number; only whole ones are summed as such.
    let isExact =
      frame.columns.allSatisfy(\.isWhole)
      && (weights == nil || frame.weightsKind == .frequency && weights!.allSatisfy { $0 == $0.rounded() })
    self = frame.values.withUnsafeBufferPointer { values in
      let columns = (0..<frame.columnCount).map { values.baseAddress! + $0 * frame.rowCount }
      if isExact {
        var products = IntegerProducts(width: frame.columnCount)
        products.add(
          columns: columns, rowCount: frame.rowCount, magnitude: ColumnScan(doubles: values).magnitude,
          frequencies: weights)
        return Moments(names: names, products, treatment: treatment)
      }
      let products =
        CenteredProducts(columns: columns, rowCount: frame.rowCount, weights: weights)
      return Moments(names: names, products, rowCount: frame.rowCount, treatment: treatment)
    }
    if treatment.missing == .pairwise {
      pairCounts = SymmetricMatrix(order: names.count, packed: scatter.packed.map { _ in n })
    }
  }

  init(names: [String], _ products: IntegerProducts, treatment: Treatment) {
    let n = Double(products.count)
    self.init(
      names: names, n: n, sumOfWeights: n, sumOfSquaredWeights: n, means: products.means, scatter: products.scatter,
      treatment: treatment)
  }

  /// `rowCount` is the number of rows; with frequency weights n is their sum instead.
  init(names: [String], _ products: CenteredProducts, rowCount: Int, treatment: Treatment) {
    let isFrequency = treatment.weights == .frequency
    self.init(
      names: names, n: isFrequency ? products.sumOfWeights : Double(rowCount), sumOfWeights: products.sumOfWeights,
      sumOfSquaredWeights: isFrequency ? products.sumOfWeights : products.sumOfSquaredWeights, means: products.means,
      scatter: products.scatter, treatment: treatment)
  }
}
