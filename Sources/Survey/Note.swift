/// Something the analyst must know but need not stop for: rows dropped, a driver left out, a negative weight.
///
/// Notes travel inside results and are printed with them; nothing is written to standard error behind the caller's back.
public struct Note: Sendable, Hashable {
  /// What sort of note it is; its name is stable and machine-readable.
  public let kind: NoteKind
  /// What it says, with the settings that it names.
  public let sentence: Sentence

  /// A note of that kind that says this.
  public init(_ kind: NoteKind, _ sentence: Sentence) {
    self.kind = kind
    self.sentence = sentence
  }

  /// One plain sentence (or a few) for the reader.
  public var message: String { sentence.description }
}
