import Rendering
import Studies
import Survey

/// Words that figures of several verbs have in common.
enum FigureWords {
  /// How panels differ, said once; empty for one panel.
  ///
  /// - Parameters:
  ///   - others: what else has panels of its own, such as `outcome`.
  ///   - by: the grouping columns; `nil` without groups.
  ///   - sharing: what panels have in common.
  static func panels(
    _ count: Int, others: [Sentence] = [], by: String?, sharing: Sentence = "order and axes are the same in all"
  ) -> String {
    guard count > 1 else { return "" }
    let kinds = others.map { said($0) } + (by.map { [said("value of \($0)")] } ?? [])
    guard !kinds.isEmpty else { return "" }
    return said("A panel for each \(kinds.joined(separator: said(" and "))); \(sharing).")
  }

  /// `study: words`, or the words alone.
  static func title(_ study: String?, _ words: String) -> String {
    study.map { "\($0): \(Words.continued(words))" } ?? words
  }
}
