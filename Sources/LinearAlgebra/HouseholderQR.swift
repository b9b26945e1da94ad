import Platform

/// X = Q·R by Householder reflections, columns that depend on earlier ones left out by the rank policy.
///
/// The caller brings columns to comparable size (see `RankPolicy`): lengths are computed as plain sums of squares.
public struct HouseholderQR: Sendable {
  /// Of the factored matrix.
  public let rows: Int
  /// The columns of X that are kept, ascending.
  public let kept: [Int]
  /// The columns of X that are combinations of kept columns before them, ascending.
  public let dropped: [Int]
  /// Kept columns: R above the diagonal, reflector j (unit length) in rows j … of column j.
  private let reflectors: Matrix
  /// The diagonal of R.
  private let diagonal: [Double]
  /// For each dropped column, its coordinates Qᵀx on the kept columns before it.
  private let dependences: [[Double]]

  /// Factors a rows × columns matrix, rows ≥ 1. A column is kept when more than `tolerance` of its length remains, and
  /// never more columns than rows are.
  public init(_ matrix: Matrix, tolerance: Double = RankPolicy.pivot) {
    let n = matrix.rows
    var work = matrix.storage
    var kept: [Int] = []
    var dropped: [Int] = []
    var diagonal: [Double] = []
    var dependences: [[Double]] = []
    work.withUnsafeMutableBufferPointer { x in
      for column in 0..<matrix.columns {
        let k = kept.count
        let current = UnsafeMutableBufferPointer(rebasing: x[column * n..<(column + 1) * n])
        let length = norm(current, from: 0)
        for j in 0..<k {
          reflect(current, by: UnsafeBufferPointer(rebasing: x[j * n..<(j + 1) * n]), from: j)
        }
        let remaining = norm(current, from: k)
        guard k < n, remaining > tolerance * length else {
          dropped.append(column)
          dependences.append(Array(current[0..<k]))
          continue
        }
        // v = (x − αe₁)/‖·‖ with α of the sign opposite to x₁, so that nothing cancels.
        let alpha = current[k] > 0 ? -remaining : remaining
        current[k] -= alpha
        let reflectorLength = norm(current, from: k)
        for i in k..<n { current[i] /= reflectorLength }
        diagonal.append(alpha)
        kept.append(column)
        if column != k {
          // Kept columns move left over dropped ones; column k's own numbers are no longer needed.
          for i in 0..<n { x[k * n + i] = current[i] }
        }
      }
    }
    rows = n
    self.kept = kept
    self.dropped = dropped
    self.diagonal = diagonal
    self.dependences = dependences
    work.removeLast(work.count - kept.count * n)
    reflectors = Matrix(rows: n, columns: kept.count, storage: work)
  }

  /// How many columns the others do not fix.
  public var rank: Int { kept.count }

  /// R(i, j) for i ≤ j, of the kept columns.
  private func r(_ i: Int, _ j: Int) -> Double { i == j ? diagonal[i] : reflectors[i, j] }

  /// R of the kept columns, rank × rank, zeros below the diagonal.
  public var triangle: Matrix {
    var result = Matrix(rows: rank, columns: rank)
    for j in 0..<rank { for i in 0...j { result[i, j] = r(i, j) } }
    return result
  }

  /// R⁻¹, rank × rank.
  public var inverseTriangle: Matrix {
    var result = Matrix(rows: rank, columns: rank)
    for j in 0..<rank {
      var unit = [Double](repeating: 0, count: rank)
      unit[j] = 1
      for (i, value) in backSubstitute(unit).enumerated() { result[i, j] = value }
    }
    return result
  }

  /// Qᵀy (full length): the first `rank` numbers are the part that X explains, the others the residual's.
  public func transposedProduct(_ y: [Double]) -> [Double] {
    precondition(y.count == rows, "a vector of \(y.count) numbers for \(rows) rows")
    var z = y
    z.withUnsafeMutableBufferPointer { z in
      reflectors.storage.withUnsafeBufferPointer { v in
        for j in 0..<rank { reflect(z, by: UnsafeBufferPointer(rebasing: v[j * rows..<(j + 1) * rows]), from: j) }
      }
    }
    return z
  }

  /// Q·z for a full-length z.
  public func product(_ z: [Double]) -> [Double] {
    precondition(z.count == rows, "a vector of \(z.count) numbers for \(rows) rows")
    var y = z
    y.withUnsafeMutableBufferPointer { y in
      reflectors.storage.withUnsafeBufferPointer { v in
        for j in (0..<rank).reversed() {
          reflect(y, by: UnsafeBufferPointer(rebasing: v[j * rows..<(j + 1) * rows]), from: j)
        }
      }
    }
    return y
  }

  /// x with R·x = z, `z` having at least as many numbers as x: one number per kept column.
  public func backSubstitute(_ z: [Double], count: Int? = nil) -> [Double] {
    let k = count ?? rank
    var x = Array(z[0..<k])
    for i in (0..<k).reversed() {
      for j in i + 1..<max(k, i + 1) { x[i] -= r(i, j) * x[j] }
      x[i] /= diagonal[i]
    }
    return x
  }

  /// x with Rᵀ·x = z, one number per kept column.
  package func forwardSubstitute(_ z: [Double]) -> [Double] {
    precondition(z.count == rank, "\(z.count) numbers for \(rank) kept columns")
    var x = z
    for i in 0..<rank {
      for j in 0..<i { x[i] -= r(j, i) * x[j] }
      x[i] /= diagonal[i]
    }
    return x
  }

  /// The length of each kept column: that of R's column.
  package var columnLengths: [Double] {
    (0..<rank).map { j in (0...j).reduce(0) { $0 + r($1, j) * r($1, j) }.squareRoot() }
  }

  /// (XᵀX)⁻¹ = R⁻¹R⁻ᵀ of the kept columns.
  public var inverseGram: SymmetricMatrix {
    let k = rank
    let inverse = inverseTriangle
    var result = SymmetricMatrix(order: k)
    for i in 0..<k {
      for j in 0...i {
        var sum = 0.0
        for l in i..<k { sum += inverse[i, l] * inverse[j, l] }
        result[i, j] = sum
      }
    }
    return result
  }

  /// The first `rank` columns of Q: orthonormal, rows × rank.
  public var thinQ: Matrix {
    var q = Matrix(rows: rows, columns: rank)
    q.storage.withUnsafeMutableBufferPointer { q in
      reflectors.storage.withUnsafeBufferPointer { v in
        for column in 0..<rank {
          let current = UnsafeMutableBufferPointer(rebasing: q[column * rows..<(column + 1) * rows])
          current[column] = 1
          for j in (0...column).reversed() {
            reflect(current, by: UnsafeBufferPointer(rebasing: v[j * rows..<(j + 1) * rows]), from: j)
          }
        }
      }
    }
    return q
  }

  /// What makes the dropped column number `index` (into `dropped`): one coefficient per kept column before it.
  public func dependence(_ index: Int) -> [Double] {
    backSubstitute(dependences[index], count: dependences[index].count)
  }
}

private func norm(_ x: UnsafeMutableBufferPointer<Double>, from start: Int) -> Double {
  guard start < x.count else { return 0 }
  let rest = UnsafeBufferPointer(rebasing: x[start...])
  return dotProduct(rest, rest).squareRoot()
}

/// x − 2v(vᵀx), v of unit length and zero above `start`.
private func reflect(_ x: UnsafeMutableBufferPointer<Double>, by v: UnsafeBufferPointer<Double>, from start: Int) {
  let doubled =
    2 * dotProduct(UnsafeBufferPointer(rebasing: v[start...]), UnsafeBufferPointer(rebasing: x[start...]))
  for i in start..<x.count { x[i] -= doubled * v[i] }
}

/// Σ aᵢbᵢ in eight running sums, which fill the vector registers and lose fewer digits than one.
private func dotProduct(_ a: UnsafeBufferPointer<Double>, _ b: UnsafeBufferPointer<Double>) -> Double {
  var sums = SIMD8<Double>.zero
  let whole = a.count & ~7
  var i = 0
  while i < whole {
    let x = UnsafeRawPointer(a.baseAddress! + i).loadUnaligned(as: SIMD8<Double>.self)
    let y = UnsafeRawPointer(b.baseAddress! + i).loadUnaligned(as: SIMD8<Double>.self)
    sums += x * y
    i += 8
  }
  var rest = 0.0
  while i < a.count {
    rest += a[i] * b[i]
    i += 1
  }
  return sums.sum() + rest
}
