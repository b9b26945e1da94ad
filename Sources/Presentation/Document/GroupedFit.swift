import Survey
import Rendering

/// What came of one group: the whole, or one value of the `--by` variable.
public struct GroupedFit<Fit: Sendable>: Sendable {
  /// The `--by` variable; `nil` for the whole.
  public var by: String?
  /// The group's value.
  public var value: String?
  /// What was found in the group.
  public var fit: Fit

  public init(by: String? = nil, value: String? = nil, fit: Fit) {
    self.by = by
    self.value = value
    self.fit = fit
  }

  var key: (by: String, value: String)? { by.flatMap { by in value.map { (by, $0) } } }
  var title: String? { key.map { "\($0.by) = \($0.value)" } }
}

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
  init(_ note: Note) {
    self.init(kind: note.kind.name, message: Quotation.cutQuotations(in: note.sentence.withOptions))
  }
}
