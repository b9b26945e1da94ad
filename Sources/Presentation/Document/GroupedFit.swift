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
