import Survey

/// One page of `mainspring explain`: what a method is, when to use it, where it comes from, and a command that runs.
public struct Explanation: Sendable {
  /// What to write after `mainspring explain`.
  public let name: String
  /// What people call it.
  public let title: String
  /// What it is, with its formula in words.
  public let definition: String
  /// When it is the right thing.
  public let use: String
  /// When it is not, and what goes wrong then.
  public let avoid: String
  /// Who says so.
  public let reference: String
  /// A command that runs as it stands.
  public let command: String

  public init(
    name: String, title: String, definition: String, use: String, avoid: String, reference: String, command: String
  ) {
    self.name = name
    self.title = title
    self.definition = definition
    self.use = use
    self.avoid = avoid
    self.reference = reference
    self.command = command
  }

  /// All pages, in the order of the verbs.
  public static var all: [Explanation] { Verbs.all.flatMap { $0.pages } }

  /// The page of that name, or the one that tells about a word by which people know it.
  public static func named(_ name: String) -> Explanation? {
    let name = name.lowercased()
    return all.first { $0.name == name } ?? pageOfWord[name].flatMap { page in all.first { $0.name == page } }
  }
}
