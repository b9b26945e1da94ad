package import LinearAlgebra

/// Numbers of several estimates in replicates, each estimate's one after the other: what comparisons of estimates work on.
package struct ReplicateColumns: Sendable {
  /// Replicates, and numbers of each.
  package let count: Int
  package let width: Int
  /// Column-major: estimate k of replicate i at k·count + i.
  package private(set) var values: [Double]

  /// - Parameter rows: one per replicate, all of `width` numbers.
  package init(rows: [[Double]], width: Int) {
    precondition(rows.allSatisfy { $0.count == width }, "a replicate has one value per estimate")
    self.init(count: rows.count, width: width) { row, at in rows[row][at] }
  }

  package init(count: Int, width: Int, value: (_ row: Int, _ column: Int) -> Double) {
    self.count = count
    self.width = width
    values = [Double](unsafeUninitializedCapacity: count * width) { buffer, filled in
      for k in 0..<width { for i in 0..<count { buffer[k * count + i] = value(i, k) } }
      filled = count * width
    }
  }

  package func column(_ k: Int) -> [Double] { Array(values[k * count..<(k + 1) * count]) }

  package func row(_ i: Int) -> [Double] { (0..<width).map { values[$0 * count + i] } }

  /// The replicates without an undefined number, and their places among all.
  package var usable: (columns: ReplicateColumns, places: [Int]) {
    guard values.contains(where: { !$0.isFinite }) else { return (self, Array(0..<count)) }
    let places = (0..<count).filter { i in (0..<width).allSatisfy { values[$0 * count + i].isFinite } }
    return (ReplicateColumns(count: places.count, width: width) { values[$1 * count + places[$0]] }, places)
  }

  /// Some of the estimates.
  package func selecting(_ columns: [Int]) -> ReplicateColumns {
    ReplicateColumns(count: count, width: columns.count) { values[columns[$1] * count + $0] }
  }

  /// The difference of two estimates in each replicate.
  package func difference(_ j: Int, _ k: Int) -> [Double] {
    [Double](unsafeUninitializedCapacity: count) { buffer, filled in
      values.withUnsafeBufferPointer { values in
        for i in 0..<count { buffer[i] = values[j * count + i] - values[k * count + i] }
      }
      filled = count
    }
  }

  /// How often each estimate is the largest; those that tie for it share it evenly. Replicates with an undefined number are
  /// passed over; `nil` when none is usable.
  package var frequencyOfFirst: [Double]? {
    let (usable, _) = self.usable
    guard usable.count > 0, width > 0 else { return nil }
    var counts = [Double](repeating: 0, count: width)
    let rows = usable.count
    usable.values.withUnsafeBufferPointer { values in
      for i in 0..<rows {
        var largest = values[i]
        for k in 1..<max(1, width) where values[k * rows + i] > largest { largest = values[k * rows + i] }
        let least = largest - RankUncertainty.tieTolerance * abs(largest)
        var tied = 0
        for k in 0..<width where values[k * rows + i] >= least { tied += 1 }
        for k in 0..<width where values[k * rows + i] >= least { counts[k] += 1 / Double(tied) }
      }
    }
    return counts.map { $0 / Double(rows) }
  }
}

extension SymmetricMatrix {
  /// Σ(x − x̄)(x − x̄)'/(n − 1) of replicates without an undefined number; `nil` for fewer than two.
  package init?(covarianceOf replicates: ReplicateColumns) {
    let (usable, _) = replicates.usable
    let (n, p) = (usable.count, usable.width)
    guard n > 1 else { return nil }
    self.init(order: p)
    var deviations = usable.values
    deviations.withUnsafeMutableBufferPointer { deviations in
      guard let base = deviations.baseAddress else { return }
      for k in 0..<p {
        let column = base + k * n
        let mean = LaneSums.total(column, n) / Double(n)
        for i in 0..<n { column[i] -= mean }
      }
      var at = 0
      for i in 0..<p {
        for j in 0...i {
          packed[at] = LaneSums.product(base + i * n, base + j * n, n) / Double(n - 1)
          at += 1
        }
      }
    }
  }
}
