extension SymmetricMatrix {
  /// A'A in the processor's own blocks (BLAS).
  ///
  /// - Parameter columns: A, column by column: `order` of them with `rows` numbers each.
  package init(crossProductsOf columns: [Double], order: Int, rows: Int) {
    precondition(columns.count == order * rows, "as many numbers as columns have")
    self.init(order: order)
    guard order > 0, rows > 0 else { return }
    var square = [Double](repeating: 0, count: order * order)
    columns.withUnsafeBufferPointer { columns in
      square.withUnsafeMutableBufferPointer { square in
        packed.withUnsafeMutableBufferPointer { packed in
          guard let a = columns.baseAddress, let upper = square.baseAddress, let lower = packed.baseAddress else {
            return
          }
          LAPACK.shared.crossProducts("T", order: order, rows: rows, a, result: upper)
          for i in 0..<order { (lower + i * (i + 1) / 2).update(from: upper + i * order, count: i + 1) }
        }
      }
    }
  }
}
