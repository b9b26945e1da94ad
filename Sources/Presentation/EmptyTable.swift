public import Rendering
import Importance
import Insight
import Survey

/// Why a table that was asked for has no rows.
public enum EmptyTable {
  /// A sentence that says what the table is made of, and what the analysis noted about it.
  public static func reason(_ name: String, of document: Document) -> String {
    let kinds = noteKinds[name] ?? []
    if let note = document.notes.first(where: { note in kinds.contains { $0.name == note.kind } }) {
      return note.message
    }
    return reasons[name] ?? "Nothing in this analysis belongs to it."
  }

  private static let noteKinds: [String: Set<NoteKind>] = [
    "dominance": [.dominanceLeftOut, .completeDominanceLeftOut], "dominance_levels": [.dominanceLeftOut],
    "blocks": [.blocksUntested],
  ]

  private static let reasons: [String: String] = [
    "differences": "It compares drivers with each other, and there is only one.",
    "dominance": "It compares drivers with each other, and there is only one.",
    "dominance_levels": "It needs every subset of the drivers.",
    "blocks": "Name blocks of drivers with --block name=a,b.",
    "diagnostics": "It is made from the respondents' rows: add --diagnostics.",
    "influence": "It is made from the respondents' rows: add --diagnostics.",
    "collinearity": "It is made from the respondents' rows: add --diagnostics.",
    "vif": "It is made from the respondents' rows: add --diagnostics.",
    "discriminant": "It compares constructs with each other, and there is only one.",
    "congruence": "It compares the groups of --by.",
    "factor_correlations": "There is one factor, or factors were not allowed to correlate: use an oblique --rotation.",
    "frequencies": "No variable has few enough different answers to list.",
    "common_method": "It needs the items of at least two constructs.",
  ]
}
