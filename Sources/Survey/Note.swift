/// Something the analyst must know but need not stop for: rows dropped, a driver left out, a negative weight.
///
/// Notes travel inside results and are printed with them; nothing is written to standard error behind the caller's back.
public struct Note: Sendable, Hashable {
  /// A stable, machine-readable word for the sort of note, in snake_case (`rows_dropped`, `collinear`, …).
  public let kind: String
  /// One plain sentence (or a few) for the reader.
  public let message: String

  public init(_ kind: String, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
