/// A product or power of columns as the researcher writes it: `a:b`, `a^2`, `a^2:b`.
///
/// Here a colon is a product (among drivers it is a range). Names that hold `:`, `^` or `,` themselves go in quotes.
public struct ProductTerm: Sendable, Equatable {
  /// One factor with its power.
  public struct Factor: Sendable, Equatable {
    /// A column or a construct.
    public var name: String
    /// 1 or more.
    public var power: Int

    public init(name: String, power: Int = 1) {
      self.name = name
      self.power = power
    }
  }

  /// As written, without blanks: the term's name in every table.
  public var name: String
  /// In the order that they were named.
  public var factors: [Factor]

  /// The factors in one order, each with its whole power: terms that are the same product have the same.
  var canonical: [Factor] {
    var powers: [String: Int] = [:]
    for factor in factors { powers[factor.name, default: 0] += factor.power }
    return powers.sorted { $0.key < $1.key }.map { Factor(name: $0.key, power: $0.value) }
  }

  /// No survey needs more, and a product of more is mostly rounding.
  static let largestDegree = 20

  /// Reads a term. Throws `DataFault.request` for what is not a product or power.
  public init(_ text: String) throws {
    func fault(_ problem: Sentence) -> DataFault {
      DataFault.request(
        problem: "The term '\(text)' \(problem)",
        suggestion: "Write products as a:b and powers as a^2, for example a^2:b.")
    }
    factors = try ProductTerm.pieces(Array(text), at: ":").map { piece in
      let parts = ProductTerm.pieces(Array(piece), at: "^").map(Selection.trimmed)
      guard parts.count <= 2, !parts[0].isEmpty else {
        throw fault(parts[0].isEmpty ? "lacks a factor" : "has two powers in one factor")
      }
      guard parts.count == 2 else { return Factor(name: Selection.unquoted(parts[0])) }
      guard let power = Int(parts[1]), power >= 1 else {
        throw fault("has the power '\(parts[1])', which is not a whole number above zero")
      }
      return Factor(name: Selection.unquoted(parts[0]), power: power)
    }
    // The limit first for each, so that the sum cannot overflow.
    let degree = factors.reduce(0) { $0 + min($1.power, ProductTerm.largestDegree + 1) }
    guard degree >= 2 else { throw fault("is no product") }
    guard degree <= ProductTerm.largestDegree else {
      throw fault("multiplies more than \(ProductTerm.largestDegree) numbers")
    }
    name = ProductTerm.pieces(Array(text), at: ":")
      .map { ProductTerm.pieces(Array($0), at: "^").map(Selection.trimmed).joined(separator: "^") }
      .joined(separator: ":")
  }

  /// The pieces between separators that are outside quotes.
  private static func pieces(_ text: [Character], at separator: Character) -> [String] {
    var pieces = [""]
    var i = 0
    while i < text.count {
      let c = text[i]
      if c == "'" || c == "\"", Selection.trimmed(pieces[pieces.count - 1]).isEmpty,
        let close = text[(i + 1)...].firstIndex(of: c)
      {
        pieces[pieces.count - 1] += String(text[i...close])
        i = close + 1
        continue
      }
      if c == separator { pieces.append("") } else { pieces[pieces.count - 1].append(c) }
      i += 1
    }
    return pieces
  }
}
