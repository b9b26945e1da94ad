/// A sort of note: its stable name, when such a note is made, and what to do then.
///
/// The kinds are a closed list. Each family declares its own in `NoteKinds.swift`, and lists them there; no two names mean
/// one thing.
public struct NoteKind: Sendable, Hashable {
  /// In snake_case (`rows_dropped`, `collinear`, …), as JSON gives it with each note.
  public let name: String
  /// When a result carries such a note.
  package let occasion: Sentence
  /// What the analyst may do about it.
  package let advice: Sentence

  package init(_ name: String, _ occasion: Sentence, advice: Sentence) {
    self.name = name
    self.occasion = occasion
    self.advice = advice
  }

  /// By name: no two kinds share one.
  public static func == (a: NoteKind, b: NoteKind) -> Bool { a.name == b.name }

  /// By name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The kinds of one family, under the heading of their page.
  package struct Family: Sendable {
    package let title: String
    package let kinds: [NoteKind]

    package init(_ title: String, _ kinds: [NoteKind]) {
      self.title = title
      self.kinds = kinds
    }
  }
}
