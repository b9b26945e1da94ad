import LinearAlgebra
import Platform

/// The directions in which parameters may move without leaving their constraints: an orthonormal basis Z of the null space of
/// the constraints' derivatives J, and the least step onto J·d = −h.
struct Tangent {
  /// q × (q − rank J); the unit matrix without constraints is not stored.
  let basis: Matrix?
  private let rows: [[Double]]
  private let order: Int

  /// - Returns: `nil` where the constraints contradict each other or say the same.
  init?(_ jacobian: Matrix) {
    order = jacobian.columns
    guard jacobian.rows > 0 else {
      (basis, rows) = (nil, [])
      return
    }
    // Gram and Schmidt, twice for the sake of digits: first the rows of J, then what unit vectors leave.
    var space: [[Double]] = []
    func reduced(_ vector: [Double]) -> (vector: [Double], length: Double) {
      var v = vector
      for _ in 0..<2 {
        for other in space {
          var product = 0.0
          for k in v.indices { product += v[k] * other[k] }
          for k in v.indices { v[k] -= product * other[k] }
        }
      }
      return (v, v.reduce(0) { $0 + $1 * $1 }.squareRoot())
    }
    for row in 0..<jacobian.rows {
      let original = (0..<order).map { jacobian[row, $0] }
      let size = original.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let (vector, length) = reduced(original)
      guard length > 1e-9 * max(size, 1e-12) else { return nil }
      space.append(vector.map { $0 / length })
    }
    let constrained = space.count
    for k in 0..<order where space.count < order {
      var unit = [Double](repeating: 0, count: order)
      unit[k] = 1
      let (vector, length) = reduced(unit)
      if length > 1e-6 { space.append(vector.map { $0 / length }) }
    }
    rows = Array(space[..<constrained])
    let free = Array(space[constrained...])
    basis = Matrix(rows: order, columns: free.count, storage: free.flatMap { $0 })
  }

  /// The dimension that is left.
  var dimension: Int { basis?.columns ?? order }

  /// Z'AZ.
  func project(_ matrix: SymmetricMatrix) -> SymmetricMatrix {
    guard let z = basis else { return matrix }
    var half = Matrix(rows: order, columns: z.columns)
    for j in 0..<z.columns {
      for i in 0..<order {
        var sum = 0.0
        for k in 0..<order { sum += matrix[i, k] * z[k, j] }
        half[i, j] = sum
      }
    }
    var result = SymmetricMatrix(order: z.columns)
    for i in 0..<z.columns {
      for j in 0...i { result[i, j] = (0..<order).reduce(0) { $0 + z[$1, i] * half[$1, j] } }
    }
    return result
  }

  /// Z'x.
  func project(_ vector: [Double]) -> [Double] {
    guard let z = basis else { return vector }
    return (0..<z.columns).map { j in (0..<order).reduce(0) { $0 + z[$1, j] * vector[$1] } }
  }

  /// Zx.
  func expand(_ vector: [Double]) -> [Double] {
    guard let z = basis else { return vector }
    return (0..<order).map { i in (0..<z.columns).reduce(0) { $0 + z[i, $1] * vector[$1] } }
  }

  /// ZAZ'.
  func expand(_ matrix: SymmetricMatrix) -> SymmetricMatrix {
    guard let z = basis else { return matrix }
    var half = Matrix(rows: order, columns: z.columns)
    for i in 0..<order {
      for j in 0..<z.columns { half[i, j] = (0..<z.columns).reduce(0) { $0 + z[i, $1] * matrix[$1, j] } }
    }
    var result = SymmetricMatrix(order: order)
    for i in 0..<order {
      for j in 0...i { result[i, j] = (0..<z.columns).reduce(0) { $0 + half[i, $1] * z[j, $1] } }
    }
    return result
  }

  /// The least d with J·d = −h.
  func step(onto values: [Double], _ jacobian: Matrix) -> [Double] {
    // J = RQ with Q the orthonormal rows: R is lower triangular, and d = −Q'R⁻¹h.
    var d = [Double](repeating: 0, count: order)
    var solved: [Double] = []
    for (row, value) in values.enumerated() {
      func entry(_ column: Int) -> Double { (0..<order).reduce(0) { $0 + jacobian[row, $1] * rows[column][$1] } }
      var sum = -value
      for column in 0..<row { sum -= entry(column) * solved[column] }
      solved.append(sum / entry(row))
    }
    for (row, value) in solved.enumerated() { for k in 0..<order { d[k] += value * rows[row][k] } }
    return d
  }
}
