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

extension Sentence {
  /// What is changed in every sentence before it is told, such as counts that a report keeps to itself; `nil`: nothing.
  @TaskLocal package static var filter: (@Sendable (Sentence) -> Sentence)?

  /// As the program says it: in the language of the moment, with settings named by their options.
  public var withOptions: String { (Self.filter?(self) ?? self).text(in: .current, naming: \.option) }
}
