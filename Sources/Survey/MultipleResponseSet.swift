/// A question with several answers that is spread over columns, as SPSS's files list it.
public struct MultipleResponseSet: Sendable, Equatable {
  /// How the answers are spread.
  public enum Kind: Sendable, Equatable {
    /// A column for each answer, which was chosen where the column holds this value.
    case dichotomies(counted: String)
    /// Columns that each hold one of the answers chosen.
    case categories
  }

  /// Its name without the `$` that stands before it in SPSS.
  public var name: String
  /// The question, if the file has it.
  public var label: String?
  /// How choices are stored.
  public var kind: Kind
  /// The columns, in their order.
  public var variables: [String]

  /// A set as a file lists it.
  public init(name: String, label: String? = nil, kind: Kind, variables: [String]) {
    self.name = name
    self.label = label
    self.kind = kind
    self.variables = variables
  }

  /// The name by which one asks for it, with the `$` or without.
  public static func plain(_ name: String) -> String { name.hasPrefix("$") ? String(name.dropFirst()) : name }

  /// Whether a name means this set: SPSS's names do not tell capitals from small letters.
  public func isNamed(_ name: String) -> Bool { Self.plain(name).lowercased() == self.name.lowercased() }
}
