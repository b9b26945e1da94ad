/// Labels as people read them in place of names: what several columns are called alike tells them apart by their names.
package enum DistinctLabels {
  /// The labels that stand more than once.
  package static func shared(_ labels: [String?]) -> Set<String> {
    var seen: Set<String> = []
    return Set(labels.compactMap { $0 }.filter { !seen.insert($0).inserted })
  }

  /// The label, with the name behind it where others have the same.
  package static func label(_ label: String?, of name: String, shared: Set<String>) -> String? {
    label.map { shared.contains($0) ? "\($0) (\(name))" : $0 }
  }
}
