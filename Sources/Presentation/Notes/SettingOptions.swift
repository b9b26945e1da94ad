import Languages
public import Survey

extension Setting {
  /// The option of the command line that changes it: `--missing pairwise`.
  public var option: String { "--\(name.option)" + (value.map { " \($0)" } ?? "") }
}

extension Setting.Name {
  /// The option's name without its dashes; most are the key of a study with hyphens.
  package var option: String {
    switch self {
    case .blocks: "block"
    case .groups: "group"
    case .outcomes: "outcome"
    default: rawValue.replacing("_", with: "-")
    }
  }
}

/// What is changed in every sentence before it is told, such as counts that a report keeps to itself.
package struct SentenceFilter: Sendable {
  /// Of the task; `nil`: nothing is changed.
  @TaskLocal package static var current: SentenceFilter?

  private let change: @Sendable (Sentence) -> Sentence

  package init(_ change: @escaping @Sendable (Sentence) -> Sentence) { self.change = change }

  fileprivate func callAsFunction(_ sentence: Sentence) -> Sentence { change(sentence) }
}

extension Sentence {
  /// As the program says it: in the language of the moment, with settings named by their options.
  public var withOptions: String {
    (SentenceFilter.current?(self) ?? self).text(in: .current, naming: \.option)
  }
}
