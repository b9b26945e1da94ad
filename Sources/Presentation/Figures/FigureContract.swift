import Rendering

/// A figure that a verb can draw: what `--figure` takes.
package struct FigureContract: Sendable {
  package let name: String
  package let verb: String
  /// In a line of the list.
  package let meaning: String
  /// What it needs that not every analysis has, as advice; `nil`: nothing.
  package let needs: String?

  init(_ name: String, verb: String, _ meaning: String, needs: String? = nil) {
    self.name = name
    self.verb = verb
    self.meaning = meaning
    self.needs = needs
  }

  /// Those of a verb, its main figure first.
  package static func of(_ verb: String) -> [FigureContract] {
    Verbs.all.flatMap { $0.figures }.filter { $0.verb == verb }
  }

  /// One a line, with what each shows; what is longer than the width goes on below its own beginning.
  package static func list(_ verb: String, width: Int = 80) -> String {
    let own = of(verb)
    let start = (own.map(\.name.count).max() ?? 0) + 2
    return own.enumerated().map { place, figure in
      let lines = TextFlow.wrap(figure.meaning + (place == 0 ? " (the default)" : ""), width: width - start)
      return figure.name + String(repeating: " ", count: start - figure.name.count)
        + lines.joined(separator: "\n" + String(repeating: " ", count: start))
    }.joined(separator: "\n")
  }
}
