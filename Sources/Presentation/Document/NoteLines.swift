import Rendering
import Survey

extension [Document.NoteLine] {
  /// Notes of the run, then of each group, which they name; none twice.
  static func lines(_ notes: [Note], _ groups: [(title: String?, notes: [Note])]) -> Self {
    var seen: Set<Note> = []
    var lines: [Document.NoteLine] = []
    for group in [(title: nil, notes: notes)] + groups {
      for note in group.notes {
        let message = group.title.map { "\($0): \(note.message)" } ?? note.message
        if seen.insert(Note(note.kind, message)).inserted {
          lines.append(Document.NoteLine(Note(note.kind, message)))
        }
      }
    }
    return lines
  }
}

extension Document.NoteLine {
  /// A note as a document tells it: a long name or cell within it is cut.
  init(_ note: Note) { self.init(kind: note.kind, message: Quotation.cutQuotations(in: note.message)) }
}
