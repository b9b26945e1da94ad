/// A symmetric matrix, stored as its lower triangle row by row: element (i, j), j ≤ i, at i(i + 1)/2 + j.
///
/// The leading k × k block is the first k(k + 1)/2 numbers, and row i is contiguous.
public struct SymmetricMatrix: Sendable, Equatable {
  /// Rows and columns.
  public let order: Int
  /// The lower triangle row by row: entry (i, j), j ≤ i, is at i(i + 1)/2 + j.
  public var packed: [Double]

  /// Zeros.
  public init(order: Int) {
    self.order = order
    packed = [Double](repeating: 0, count: order * (order + 1) / 2)
  }

  /// Of its lower triangle.
  public init(order: Int, packed: [Double]) {
    precondition(packed.count == order * (order + 1) / 2, "a packed triangle has n(n+1)/2 numbers")
    self.order = order
    self.packed = packed
  }

  @inlinable public static func position(_ i: Int, _ j: Int) -> Int {
    i >= j ? i * (i + 1) / 2 + j : j * (j + 1) / 2 + i
  }

  @inlinable public subscript(i: Int, j: Int) -> Double {
    get { packed[SymmetricMatrix.position(i, j)] }
    set { packed[SymmetricMatrix.position(i, j)] = newValue }
  }

  /// The matrix of the given rows and columns, in that order.
  public func selecting(_ indices: [Int]) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: indices.count)
    for (i, a) in indices.enumerated() {
      for j in 0...i { result[i, j] = self[a, indices[j]] }
    }
    return result
  }
}
