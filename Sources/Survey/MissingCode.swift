/// One way to say which answers mean "no answer": a number, a text, or a range of numbers.
///
/// * `98`, `-99`, `1e3`: a number, however it is written in the data (`98.0`), and the text itself.
/// * `Blank`, `don't know`: a text. Quotes make a text of anything: `'98:'`.
/// * `-99:-1`, `98:`, `:0`: a range, both ends included. `<0`, `<=0`, `>97`, `>=98` are ranges too.
///
/// A typographic minus (`−99`) counts as one.
public struct MissingCode: Sendable, Equatable {
  /// As written, without quotes and blanks around it; what reports call the reason.
  public let text: String
  /// The numbers it stands for, a single one or a range; `nil` when it is a text only.
  public let numbers: ClosedRange<Double>?
  /// A single number or a text also matches letter by letter; a range does not.
  public let isRange: Bool

  public init(_ written: String) {
    let trimmed = Selection.trimmed(written)
    let plain = Selection.unquoted(trimmed)
    text = plain
    if let number = MissingCode.number(plain) {
      (numbers, isRange) = (number...number, false)
    } else if plain == trimmed, let range = MissingCode.range(plain) {
      (numbers, isRange) = (range, true)
    } else {
      (numbers, isRange) = (nil, false)
    }
  }

  /// Whether some of the numbers lie on the scale.
  public func overlaps(_ scale: RatingScale) -> Bool { numbers?.overlaps(scale.low...scale.high) ?? false }

  /// A decimal number, with a typographic minus too.
  static func number(_ text: String) -> Double? {
    let plain = text.hasPrefix("\u{2212}") ? "-" + text.dropFirst() : text
    guard !plain.isEmpty, plain.allSatisfy({ "0123456789+-.eE".contains($0) }) else { return nil }
    return Double(plain)
  }

  private static func range(_ text: String) -> ClosedRange<Double>? {
    for (sign, isBelow, isOpen) in [("<=", true, false), (">=", false, false), ("<", true, true), (">", false, true)]
    where text.hasPrefix(sign) {
      guard let bound = number(Selection.trimmed(String(text.dropFirst(sign.count)))) else { return nil }
      return isBelow
        ? -Double.infinity...(isOpen ? bound.nextDown : bound) : (isOpen ? bound.nextUp : bound)...Double.infinity
    }
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Selection.trimmed(String($0)) }
    guard ends.count == 2, ends.contains(where: { !$0.isEmpty }) else { return nil }
    let low = ends[0].isEmpty ? -Double.infinity : number(ends[0])
    let high = ends[1].isEmpty ? Double.infinity : number(ends[1])
    guard let low, let high, low <= high else { return nil }
    return low...high
  }
}

/// Which codes mean "no answer" in which column.
public struct MissingRules: Sendable, Equatable {
  /// In every column that is neither exempt nor has codes of its own.
  public var common: [String]
  /// Instead of the common ones.
  public var own: [String: [String]]
  /// Columns without any: weights, strata, clusters.
  public var exempt: Set<String>
  /// What the analyst should know about them, each note with the column that it is about.
  public var notes: [ColumnNote]

  /// A note about one column.
  public struct ColumnNote: Sendable, Equatable {
    public var column: String
    public var note: Note
  }

  public init(
    common: [String] = [], own: [String: [String]] = [:], exempt: Set<String> = [], notes: [ColumnNote] = []
  ) {
    self.common = common
    self.own = own
    self.exempt = exempt
    self.notes = notes
  }

  /// The codes of one column.
  public func codes(of column: String) -> [String] { own[column] ?? (exempt.contains(column) ? [] : common) }
}
