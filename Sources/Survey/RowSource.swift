/// Where rows come from: something that yields blocks of columns in the order of the file.
///
/// Implemented by the readers, consumed by `Measures`. Every block has the same variables in the same order with the
/// same kind of values (number or text); text columns share one growing list of categories.
public protocol RowSource {
  /// Calls `body` with one block after the other. `body` sees each row exactly once; `Dataset.firstRow` says where the
  /// block stands. Blocks may be read ahead on other cores, but `body` is called in order, on the caller's thread.
  func forEachBlock(_ body: (Dataset) throws -> Void) throws
}

extension Dataset: RowSource {
  /// One block: all rows at once.
  public func forEachBlock(_ body: (Dataset) throws -> Void) throws { try body(self) }
}
