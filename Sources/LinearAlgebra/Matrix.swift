/// A dense matrix of doubles, stored column by column as LAPACK wants it: element (i, j) at i + j·rows.
public struct Matrix: Sendable, Equatable {
  /// Down.
  public let rows: Int
  /// Across.
  public let columns: Int
  /// Column-major: entry (i, j) is at i + j·rows.
  public var storage: [Double]

  /// Zeros.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    storage = [Double](repeating: 0, count: rows * columns)
  }

  /// Of values column by column.
  public init(rows: Int, columns: Int, storage: [Double]) {
    precondition(storage.count == rows * columns, "a matrix has rows × columns numbers")
    self.rows = rows
    self.columns = columns
    self.storage = storage
  }

  @inlinable public subscript(i: Int, j: Int) -> Double {
    get { storage[i + j * rows] }
    set { storage[i + j * rows] = newValue }
  }
}
