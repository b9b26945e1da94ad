/// What is wrong with the text of a model, where, and what to write instead.
public struct ModelSyntaxError: Error, Sendable, Equatable {
  /// Where in the text; both count from 1, the column in characters.
  public struct Place: Sendable, Hashable {
    /// From 1.
    public var line: Int
    /// In characters, from 1.
    public var column: Int

    /// A place in a text.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// The first character that cannot stand where it stands.
  public var place: Place
  /// A sentence without its full stop.
  public var problem: String
  /// A sentence; `nil` where nobody can guess what was meant.
  public var suggestion: String?

  /// Something wrong at a place.
  public init(_ place: Place, _ problem: String, _ suggestion: String? = nil) {
    self.place = place
    self.problem = problem
    self.suggestion = suggestion
  }
}
