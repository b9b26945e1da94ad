public import Rendering

/// Why a table that was asked for has no rows.
public struct EmptyTable: Sendable {
  /// What the table is made of.
  let sentence: String?
  /// Kinds of notes that tell more.
  let noteKinds: Set<String>

  init(_ sentence: String? = nil, notes noteKinds: Set<String> = []) {
    self.sentence = sentence
    self.noteKinds = noteKinds
  }

  /// A sentence that says what the table is made of, or what the analysis noted about it.
  public static func reason(_ name: String, of document: Document) -> String {
    let empty = TableContract.named(name, verb: document.command)?.empty
    if let note = document.notes.first(where: { empty?.noteKinds.contains($0.kind) ?? false }) { return note.message }
    return empty?.sentence ?? "Nothing in this analysis belongs to it."
  }
}
