public import Rendering
import Survey

/// Why a table that was asked for has no rows.
public struct EmptyTable: Sendable {
  /// What the table is made of.
  let sentence: String?
  /// Kinds of notes that tell more.
  let noteKinds: Set<NoteKind>

  init(_ sentence: String? = nil, notes noteKinds: Set<NoteKind> = []) {
    self.sentence = sentence
    self.noteKinds = noteKinds
  }

  /// A sentence that says what the table is made of, or what the analysis noted about it.
  public static func reason(_ name: String, of document: Document) -> String {
    let empty = TableContract.named(name, verb: document.command)?.empty
    let kinds = Set((empty?.noteKinds ?? []).map(\.name))
    if let note = document.notes.first(where: { kinds.contains($0.kind) }) { return note.message }
    return empty?.sentence ?? "Nothing in this analysis belongs to it."
  }
}
