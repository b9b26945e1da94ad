/// A symmetric matrix of which some rows have been swept out (Goodnight 1979, doi:10.1080/00031305.1979.10482685).
///
/// Sweeping row k replaces a_kk by −1/a_kk, a_ik by a_ik/a_kk and every other a_ij by a_ij − a_ik·a_jk/a_kk, so that the
/// matrix stays symmetric. On the moments of predictors and an outcome, sweeping the predictors leaves the coefficients
/// in the outcome's row, its residual variance on the diagonal, and minus the inverse in the predictors' block.
public struct Sweep: Sendable {
  /// The matrix as it stands.
  public private(set) var matrix: SymmetricMatrix
  /// Which rows are swept.
  public private(set) var isSwept: [Bool]
  private let diagonal: [Double]

  public init(_ matrix: SymmetricMatrix) {
    self.matrix = matrix
    diagonal = (0..<matrix.order).map { matrix[$0, $0] }
    isSwept = Array(repeating: false, count: matrix.order)
  }

  /// Sweeps row `k`, unless by the rank policy it depends on the rows swept before; tells whether it did.
  @discardableResult
  public mutating func sweep(_ k: Int) -> Bool {
    precondition(!isSwept[k], "row \(k) is swept already")
    let pivot = matrix[k, k]
    if RankPolicy.isDependent(remaining: pivot, of: diagonal[k]) { return false }
    let order = matrix.order
    let row = (0..<order).map { matrix[$0, k] }
    matrix.packed.withUnsafeMutableBufferPointer { packed in
      row.withUnsafeBufferPointer { row in
        var position = 0
        for i in 0..<order {
          let factor = i == k ? 0 : row[i] / pivot
          for j in 0...i {
            if i != k && j != k { packed[position] -= factor * row[j] }
            position += 1
          }
        }
        for i in 0..<order where i != k { packed[SymmetricMatrix.position(i, k)] = row[i] / pivot }
        packed[SymmetricMatrix.position(k, k)] = -1 / pivot
      }
    }
    isSwept[k] = true
    return true
  }
}
