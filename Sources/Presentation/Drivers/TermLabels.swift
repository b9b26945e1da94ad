import Measures
package import Regression

/// Labels of what a regression names.
extension LinearRegression.Fit {
  /// The label of a term's variable or construct; of a category with its level.
  package func label(of term: Term) -> String? {
    guard let block = term.blockIndex.map({ blocks[$0] }), let label = block.label else { return nil }
    guard block.isCategorical, term.name.hasPrefix(block.name + "=") else { return label }
    return "\(label) = \(term.name.dropFirst(block.name.count + 1))"
  }

  /// The same of what only its name tells: a term, or a variable with all its terms.
  func label(ofTerm name: String) -> String? {
    term(name).map(label) ?? blocks.first { $0.name == name }?.label
  }

  /// Labels of drivers and covariates, names where there is none; `nil` when none has a label.
  func labels(of members: [String]) -> String? {
    let labels = members.map { name in blocks.first { $0.name == name }?.label }
    guard labels.contains(where: { $0 != nil }) else { return nil }
    return zip(members, labels).map { $1 ?? $0 }.joined(separator: ", ")
  }
}
