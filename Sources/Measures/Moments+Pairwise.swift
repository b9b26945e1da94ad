import LinearAlgebra
import Survey

extension Moments {
  /// Moments of rows with missing values (NaN), each pair of columns on the rows that answer both.
  ///
  /// The correlation of a pair is taken about the pair's own means and with its own standard deviations, as R's
  /// `cor(use = "pairwise")` and SPSS do; mean and variance of a column are of all its answers; the scatter is
  /// r·s·s'·(n − 1)·Σw/n, so that `covariance` has the columns' variances on its diagonal. n, Σw and Σw² are those of the
  /// pair with the fewest rows. A pair without common variation has correlation 0 here: `ModelFrame` refuses it.
  init(pairwise frame: ModelFrame, weights: [Double]?) {
    self.init(
      names: frame.columns.map(\.term), PairwiseSums(frame, weights: weights), weightsKind: frame.weightsKind)
  }

  init(names: [String], _ pairs: PairwiseSums, weightsKind: WeightsKind?) {
    let order = names.count
    let isFrequency = weightsKind == .frequency
    var counts = SymmetricMatrix(order: order)
    var correlations = SymmetricMatrix(order: order)
    var smallest = 0
    for at in pairs.sums.indices {
      let s = pairs.sums[at]
      counts.packed[at] = isFrequency ? s.weight : s.count
      correlations.packed[at] = s.correlation
      if counts.packed[at] < counts.packed[smallest] { smallest = at }
    }
    let n = order == 0 ? 0 : counts.packed[smallest]
    let sumOfWeights = order == 0 ? 0 : pairs.sums[smallest].weight
    var means: [Double] = []
    var deviations: [Double] = []
    for k in 0..<order {
      let s = pairs.sums[SymmetricMatrix.position(k, k)]
      let own = counts[k, k]
      means.append(pairs.centers[k] + s.x / s.weight)
      let variance = (s.xx - s.x * s.x / s.weight) / s.weight * own / (own - 1)
      deviations.append(max(0, variance).squareRoot())
    }
    var scatter = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0...i {
        let correlation = i == j ? 1 : correlations[i, j]
        scatter[i, j] = correlation * deviations[i] * deviations[j] * (n - 1) / n * sumOfWeights
      }
    }
    self.init(
      names: names, n: n, sumOfWeights: sumOfWeights,
      sumOfSquaredWeights: isFrequency || order == 0 ? sumOfWeights : pairs.sums[smallest].squaredWeight,
      means: means, scatter: scatter, pairCounts: counts,
      treatment: Treatment(missing: .pairwise, weights: weightsKind))
  }
}

/// For every pair of columns the sums over the rows that answer both, about fixed centres near the means.
struct PairwiseSums {
  struct Pair {
    var count = 0.0
    var weight = 0.0
    var squaredWeight = 0.0
    var x = 0.0
    var y = 0.0
    var xx = 0.0
    var yy = 0.0
    var xy = 0.0

    /// Σw(x − x̄)(y − ȳ)/√(Σw(x − x̄)²·Σw(y − ȳ)²); 0 when one of them does not vary.
    var correlation: Double {
      guard varies else { return 0 }
      let r = (xy - x * y / weight) / ((xx - x * x / weight).squareRoot() * (yy - y * y / weight).squareRoot())
      return max(-1, min(1, r))
    }

    /// Both columns vary over the common rows, by more than the rounding of the sums.
    var varies: Bool {
      guard count >= 2, weight > 0 else { return false }
      return xx - x * x / weight > 1e-12 * xx && yy - y * y / weight > 1e-12 * yy
    }
  }

  private(set) var centers: [Double]
  /// The lower triangle row by row; x is the row's column, y the column's.
  private(set) var sums: [Pair]

  init(_ frame: ModelFrame, weights: [Double]?) {
    self.init(width: frame.columnCount)
    frame.values.withUnsafeBufferPointer { values in
      guard let start = values.baseAddress else { return }
      add(
        columns: (0..<frame.columnCount).map { start + $0 * frame.rowCount }, rowCount: frame.rowCount,
        weights: weights)
    }
  }

  init(width: Int) {
    centers = [Double](repeating: .nan, count: width)
    sums = [Pair](repeating: Pair(), count: width * (width + 1) / 2)
  }

  /// Adds rows: row i of column k is `columns[k][i]`, NaN where it is missing.
  mutating func add(columns: [UnsafePointer<Double>], rowCount: Int, weights: [Double]?) {
    let order = columns.count
    let length = 512
    // A column's centre is its mean over the first rows that answer it, and stays.
    for k in 0..<order where centers[k].isNaN {
      var sum = 0.0
      var count = 0.0
      for i in 0..<rowCount where !columns[k][i].isNaN {
        sum += columns[k][i]
        count += 1
      }
      if count > 0 { centers[k] = sum / count }
    }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: (2 * order + 1) * length) { buffer in
      let deviations = buffer.baseAddress!
      let present = deviations + order * length
      let w = present + order * length
      var row = 0
      while row < rowCount {
        let n = min(length, rowCount - row)
        for i in 0..<n { w[i] = weights?[row + i] ?? 1 }
        for k in 0..<order {
          let column = columns[k] + row
          let center = centers[k]
          for i in 0..<n {
            let isMissing = column[i] != column[i]
            deviations[k * length + i] = isMissing ? 0 : column[i] - center
            present[k * length + i] = isMissing ? 0 : 1
          }
        }
        for a in 0..<order {
          for b in 0...a {
            sums[a * (a + 1) / 2 + b].add(
              deviations + a * length, deviations + b * length, present + a * length, present + b * length, w, n)
          }
        }
        row += n
      }
    }
  }

  /// Every pair of columns needs rows that answer both, and answers that differ there.
  func requireCommonRows(_ names: [String]) throws {
    for i in names.indices {
      for j in 0..<i where !sums[i * (i + 1) / 2 + j].varies {
        throw DataFault.tooFewCommonRows(a: names[i], b: names[j], rows: Int(sums[i * (i + 1) / 2 + j].count))
      }
    }
  }
}

extension PairwiseSums.Pair {
  fileprivate mutating func add(
    _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ hasX: UnsafePointer<Double>,
    _ hasY: UnsafePointer<Double>, _ w: UnsafePointer<Double>, _ n: Int
  ) {
    var part = PairwiseSums.Pair()
    for i in 0..<n {
      // A missing answer is zero in x or y already; the other column's part must be taken out too.
      let both = hasX[i] * hasY[i]
      let weight = both * w[i]
      // A row that weighs nothing is no row.
      part.count += weight > 0 ? both : 0
      part.weight += weight
      part.squaredWeight += weight * w[i]
      part.x += weight * x[i]
      part.y += weight * y[i]
      part.xx += weight * x[i] * x[i]
      part.yy += weight * y[i] * y[i]
      part.xy += weight * x[i] * y[i]
    }
    count += part.count
    weight += part.weight
    squaredWeight += part.squaredWeight
    self.x += part.x
    self.y += part.y
    xx += part.xx
    yy += part.yy
    xy += part.xy
  }
}
