extension Dataset {
  /// Blocks of one stream as one dataset: each column in the narrowest type that holds all of its blocks, with the
  /// categories of the last one, whose list holds those of the others.
  package init(joining blocks: [Dataset]) {
    guard let first = blocks.first else { preconditionFailure("a stream has at least one block") }
    let isWhole = blocks.allSatisfy { $0.rowNumbers.isEmpty }
    self.init(
      variables: first.variables.indices.map { k in
        let parts = blocks.map { $0.variables[k] }
        var joined = parts[parts.count - 1]
        joined.values = ColumnValues(joining: parts.map(\.values))
        joined.unreadable = UnreadableText(joining: parts.compactMap(\.unreadable))
        return joined
      }, rowCount: blocks.reduce(0) { $0 + $1.rowCount }, firstRow: first.firstRow,
      rowNumbers: isWhole ? [] : blocks.flatMap { block in (0..<block.rowCount).map { Int32(block.rowNumber($0)) } })
  }
}

extension ColumnValues {
  fileprivate init(joining parts: [ColumnValues]) {
    var width = 0
    for part in parts {
      switch part {
      case .int8: break
      case .int16: width = max(width, 1)
      case .double: width = 2
      case .text(_, let categories):
        self = .text(codes: parts.flatMap(\.textCodes), categories: parts.last?.textCategories ?? categories)
        return
      }
    }
    switch width {
    case 0: self = .int8(parts.flatMap(\.bytes))
    case 1: self = .int16(parts.flatMap(\.shorts))
    default: self = .double(parts.flatMap(\.numbers))
    }
  }

  private var textCodes: [Int32] { if case .text(let codes, _) = self { codes } else { [] } }
  private var textCategories: [String] { if case .text(_, let categories) = self { categories } else { [] } }
  private var bytes: [Int8] { if case .int8(let values) = self { values } else { [] } }

  private var shorts: [Int16] {
    switch self {
    case .int8(let values): values.map { MissingValue.reason($0).map { MissingValue.int16($0) } ?? Int16($0) }
    case .int16(let values): values
    case .double, .text: []
    }
  }

  private var numbers: [Double] {
    switch self {
    case .double(let values): values
    case .text: []
    case .int8, .int16: shorts.map { MissingValue.reason($0).map { MissingValue.double($0) } ?? Double($0) }
    }
  }
}
