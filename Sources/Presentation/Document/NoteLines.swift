package import Rendering
package import Survey

extension [Document.NoteLine] {
  /// Notes of the run, then of each group, which they name; none twice.
  static func lines(_ notes: [Note], _ groups: [(title: String?, notes: [Note])]) -> Self {
    var seen: Set<Note> = []
    var lines: [Document.NoteLine] = []
    for group in [(title: nil, notes: notes)] + groups {
      for note in group.notes {
        let named = group.title.map { Note(note.kind, "\($0): \(note.sentence)") } ?? note
        if seen.insert(named).inserted { lines.append(Document.NoteLine(named)) }
      }
    }
    return lines
  }
}

extension Document.NoteLine {
  /// A note as a document tells it: a long name or cell within it is cut.
  package init(_ note: Note) {
    self.init(kind: note.kind.name, message: Quotation.cutQuotations(in: note.sentence.withOptions))
  }
}
