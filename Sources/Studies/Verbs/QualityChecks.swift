import Measures
import Survey

/// What of the answers is worth a look: batteries answered alike, interviews far faster than others, respondents and rows that
/// stand twice.
struct QualityChecks {
  /// Constructs of the study, else batteries among the columns, by name; four items or more.
  private let batteries: [(name: String, items: [String])]
  private let duration: String?
  private let id: String?
  /// The columns that whole rows are compared in; fewer than `fewest` repeat by chance.
  private let answers: [String]
  private static let fewest = 8

  init(_ dataset: Dataset, _ study: StudySpecification) throws {
    let names = dataset.names
    let profiles = dataset.variables.enumerated().map { ColumnProfile($1, place: $0) }
    batteries =
      study.constructs.isEmpty
      ? Battery.found(profiles).map { ($0.stem, $0.items.map(\.name)) }
      : try study.constructs.map { ($0.name, try Selection.resolve($0.items, in: names)) }
    duration = profiles.first { !$0.isText && $0.low >= 0 && $0.distinct > 10 && Self.isDuration($0.name) }?.name
    let ids = profiles.filter { Self.isId($0.name) && 2 * $0.distinct > $0.answered }
    id = ids.first?.name
    let other = Set(
      [duration, study.weights?.variable].compactMap { $0 } + ids.map(\.name)
        + profiles.filter { $0.isRunning || DraftWords.has($0.words, DraftWords.technical) }.map(\.name))
    let compared = names.filter { !other.contains($0) }
    answers = compared.count >= Self.fewest ? compared : []
  }

  /// What is found in these rows.
  func checks(_ dataset: Dataset) throws -> [QualityCheck] {
    var checks = try batteries.compactMap { try dataset.sameAnswers($0.items, called: $0.name) }
    if let duration, let check = try dataset.fast(duration) { checks.append(check) }
    if let id, let check = try dataset.repeatedIds(id) { checks.append(check) }
    if let check = try dataset.repeatedAnswers(answers) { checks.append(check) }
    return checks
  }

  private static func isDuration(_ name: String) -> Bool {
    // By bytes: searching characters costs more than reading a small file.
    let text = Array(name.lowercased().utf8)
    return ["duration", "interviewtime", "time_taken", "seconds", "dauer", "durée", "duracion"].contains { word in
      text.indices.contains { text[$0...].starts(with: word.utf8) }
    }
  }

  private static func isId(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return name.lowercased().hasSuffix("id")
      || words.contains { ["id", "respnum", "respondent", "responseid"].contains($0) }
  }
}
