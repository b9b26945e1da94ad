import Survey

/// The columns that `--drivers '*'` does not mean: what numbers rows, names respondents or never varies explains nothing,
/// and an outcome of the same study is no driver of another unless it is named.
struct PassedOver {
  /// Why a column is left out.
  enum Reason: Equatable {
    case otherOutcome, noAnswers, constantNumber, countsRows, allDifferent, mostlyDifferentTexts
    case constantText(String)

    var words: Sentence {
      switch self {
      case .otherOutcome: "another outcome"
      case .noAnswers: "no answers"
      case .constantNumber: "always the same"
      case .constantText(let text): "always '\(text.prefix(20))'"
      case .countsRows: "counts the rows"
      case .allDifferent: "different for every respondent"
      case .mostlyDifferentTexts: "mostly different texts"
      }
    }
  }

  private(set) var columns: [(name: String, reason: Reason)] = []

  /// Whether the study takes every column without another role.
  static func applies(to study: StudySpecification) -> Bool {
    study.takesEveryColumn
  }

  init(_ dataset: Dataset, study: StudySpecification) throws {
    guard PassedOver.applies(to: study) else { return }
    let names = dataset.variables.map(\.name)
    let others = Set(try study.otherOutcomes.flatMap { try Selection.resolve([$0], in: names) })
    for variable in dataset.variables {
      if others.contains(variable.name) {
        columns.append((variable.name, .otherOutcome))
      } else if let reason = PassedOver.reason(variable) {
        columns.append((variable.name, reason))
      }
    }
  }

  /// What the reader should know, of those columns that have no other role.
  func notes(_ roles: AnalysisRoles) -> [Note] {
    let used = roles.columns
    let left = columns.filter { !used.contains($0.name) }
    guard !left.isEmpty else { return [] }
    let named = Sentence.joined(
      left.prefix(12).map { column in "'\(column.name)' (\(column.reason.words))" }, separator: ", ")
    let shown: Sentence = left.count > 12 ? "\(named) and \(left.count - 12) more" : named
    return [
      Note(
        .columnsPassedOver,
        "Left out of '*': \(shown). Name a column to make it a driver all the same."
      )
    ]
  }

  /// Fewer answers than that can all differ by chance.
  private static let fewest = 10

  private static func reason(_ variable: Variable) -> Reason? {
    if case .text(let codes, let categories) = variable.values {
      let answered = codes.filter { $0 >= 0 }
      let different = Set(answered).count
      if different == 1 { return .constantText(categories[Int(answered[0])]) }
      guard answered.count >= fewest else { return nil }
      if different == answered.count { return .allDifferent }
      return 2 * different > answered.count ? .mostlyDifferentTexts : nil
    }
    let values = variable.doubles.filter { !$0.isNaN }
    guard let first = values.first else { return .noAnswers }
    if values.allSatisfy({ $0 == first }) { return .constantNumber }
    guard values.count >= fewest, values.allSatisfy({ $0 == $0.rounded() }), Set(values).count == values.count else {
      return nil
    }
    let steps = zip(values.dropFirst(), values).map { $0 - $1 }
    if steps.allSatisfy({ $0 == 1 }) { return .countsRows }
    // Whole numbers, no two alike: running numbers with gaps, or a column that is called a key.
    let isRunning = steps.allSatisfy { $0 > 0 } || values.max()! - values.min()! < 2 * Double(values.count)
    return isRunning || isCalledKey(variable.name) ? .allDifferent : nil
  }

  private static func isCalledKey(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return words.contains {
      ["id", "ids", "key", "uuid", "guid", "respondent", "record", "serial", "case"].contains($0)
    }
      || name.lowercased().hasSuffix("id")
  }
}
