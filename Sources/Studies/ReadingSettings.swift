/// What stands between the fields of a data file.
public enum FieldSeparator: String, Sendable, CaseIterable {
  case comma, semicolon, tab, pipe

  /// The character's byte.
  public var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }
}

/// What stands before the decimals of a data file.
public enum DecimalMark: String, Sendable, CaseIterable {
  case point, comma
}
