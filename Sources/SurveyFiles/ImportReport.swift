/// What was recognised in a file and found while reading it.
public struct ImportReport: Sendable, Equatable {
  public enum Kind: String, Sendable { case number, text, skipped }

  public struct Column: Sendable, Equatable {
    public var name: String
    public var kind: Kind
    /// Missing values by reason, without reasons that do not occur.
    public var missing: [MissingCount] = []
  }

  public struct MissingCount: Sendable, Equatable {
    public var reason: String
    public var count: Int
  }

  /// The path as given, or `standard input`.
  public var source: String
  /// Data rows read.
  public var rows = 0
  /// Bytes read, a byte order mark included.
  public var bytes = 0
  public var format: CSVFormat
  /// Every column of the file, in its order.
  public var columns: [Column]
  /// Names given to columns whose header is blank.
  public var renamed: [String]
  /// `xxh64:` and sixteen hexadecimal digits over all bytes; `nil` until everything is read.
  public var digest: String?

  /// Every reason that can occur, in the order in which they are reported.
  var reasons: [String] = []

  /// Missing values by reason over all columns read, without reasons that do not occur.
  public var missing: [MissingCount] {
    let counts = columns.flatMap(\.missing)
    return reasons.map { reason in
      MissingCount(reason: reason, count: counts.reduce(0) { $1.reason == reason ? $0 + $1.count : $0 })
    }.filter { $0.count > 0 }
  }

  /// The report in one or two plain sentences, a line each.
  public func lines() -> [String] {
    var first = "\(source): \(grouped(rows)) row\(rows == 1 ? "" : "s")"
    first += " × \(grouped(columns.count)) column\(columns.count == 1 ? "" : "s")"
    let skipped = columns.count { $0.kind == .skipped }
    if skipped > 0 { first += " (\(grouped(columns.count - skipped)) read)" }
    first +=
      "; \(format.separatorName)-separated, decimal \(format.decimalComma ? "comma" : "point")"
    let missing = missing.map { "\(grouped($0.count)) \($0.reason)" }
    first += missing.isEmpty ? "; nothing missing" : "; missing: " + missing.joined(separator: ", ")
    var lines = [first]
    if !renamed.isEmpty {
      lines.append(
        "\(source): \(renamed.count == 1 ? "a column has" : "\(renamed.count) columns have") no name and "
          + "\(renamed.count == 1 ? "is" : "are") called \(renamed.joined(separator: ", "))")
    }
    return lines
  }

  private func grouped(_ number: Int) -> String {
    var digits = String(number)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return digits
  }
}
