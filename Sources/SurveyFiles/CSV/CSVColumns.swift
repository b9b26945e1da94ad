import Survey

/// The columns of a whole file, growing block by block; each as narrow as its values allow.
struct CSVColumns {
  private(set) var columns: [Column]

  /// - Parameter expectedRows: reserved beforehand.
  init(kinds: [CSVPlan.Kind], expectedRows: Int) {
    columns = kinds.map { Column(isText: $0 == .text, expectedRows: expectedRows) }
  }

  mutating func append(_ block: CSVBlock, firstRow: Int) {
    for (i, part) in block.columns.enumerated() {
      columns[i].append(part.values)
      columns[i].unreadable += part.unreadable.map { ($0.row + firstRow, $0.text) }
    }
  }

  /// One array per width, of which one is in use, so that it grows in place: an array inside an enum would be copied.
  struct Column {
    private enum Width { case byte, short, double, text }
    private var width: Width
    private var bytes: [Int8] = []
    private var shorts: [Int16] = []
    private var doubles: [Double] = []
    private var codes: [Int32] = []
    private var categories = CSVCategories()
    /// Rows count from 1.
    var unreadable: [(row: Int, text: String)] = []

    init(isText: Bool, expectedRows: Int) {
      width = isText ? .text : .byte
      if isText { codes.reserveCapacity(expectedRows) } else { bytes.reserveCapacity(expectedRows) }
    }

    var values: ColumnValues {
      switch width {
      case .byte: .int8(bytes)
      case .short: .int16(shorts)
      case .double: .double(doubles)
      case .text: .text(codes: codes, categories: categories.names)
      }
    }

    mutating func append(_ part: ColumnValues) {
      widen(for: part)
      switch (width, part) {
      case (.byte, .int8(let new)): bytes.append(contentsOf: new)
      case (.short, .int16(let new)): shorts.append(contentsOf: new)
      case (.short, .int8(let new)): for value in new { shorts.append(MissingValue.widened(value)) }
      case (.double, .double(let new)): doubles.append(contentsOf: new)
      case (.double, .int16(let new)):
        for value in new { doubles.append(MissingValue.widened(value)) }
      case (.double, .int8(let new)):
        for value in new { doubles.append(MissingValue.widened(MissingValue.widened(value))) }
      case (.text, .text(let new, let names)):
        let translation = categories.translation(of: names)
        for code in new { codes.append(code < 0 ? code : translation[Int(code)]) }
      default: preconditionFailure("a column is text in one block and numbers in another")
      }
    }

    private mutating func widen(for part: ColumnValues) {
      switch (width, part) {
      case (.byte, .int16):
        shorts.reserveCapacity(bytes.capacity)
        for value in bytes { shorts.append(MissingValue.widened(value)) }
        bytes = []
        width = .short
      case (.byte, .double):
        doubles.reserveCapacity(bytes.capacity)
        for value in bytes { doubles.append(MissingValue.widened(MissingValue.widened(value))) }
        bytes = []
        width = .double
      case (.short, .double):
        doubles.reserveCapacity(shorts.capacity)
        for value in shorts { doubles.append(MissingValue.widened(value)) }
        shorts = []
        width = .double
      default: break
      }
    }

    /// The column as text, when fewer of its values turned out to be numbers than not; else `nil`.
    ///
    /// Numbers are written back in their shortest form, missing answers keep their reason.
    func asTextIfMostlyUnreadable() -> ColumnValues? {
      guard !unreadable.isEmpty else { return nil }
      let missingCount = MissingValue.counts(values).reduce(0, +)
      guard unreadable.count > values.count - missingCount else { return nil }
      var all = self
      all.widen(for: .double([]))
      var texts = unreadable.makeIterator()
      var text = texts.next()
      var categories = CSVCategories()
      let codes = all.doubles.enumerated().map { index, number -> Int32 in
        if let found = text, found.row == index + 1 {
          text = texts.next()
          return categories.code(of: found.text)
        }
        return MissingValue.reason(number).map { MissingValue.text($0) }
          ?? categories.code(of: CSVWriter.text(of: number))
      }
      return .text(codes: codes, categories: categories.names)
    }
  }
}

/// The categories of a text column over all blocks so far, by first appearance.
struct CSVCategories {
  private(set) var names: [String] = []
  private var codes: [String: Int32] = [:]

  /// The code of a category, which is appended when it is new.
  mutating func code(of name: String) -> Int32 {
    if let code = codes[name] { return code }
    let code = Int32(names.count)
    names.append(name)
    codes[name] = code
    return code
  }

  /// The code here of each of a block's categories.
  mutating func translation(of blockNames: [String]) -> [Int32] { blockNames.map { code(of: $0) } }

  /// A block's values with the codes of this list.
  mutating func translated(_ values: ColumnValues) -> ColumnValues {
    guard case .text(let blockCodes, let blockNames) = values else { return values }
    let translation = translation(of: blockNames)
    return .text(codes: blockCodes.map { $0 < 0 ? $0 : translation[Int($0)] }, categories: names)
  }
}
