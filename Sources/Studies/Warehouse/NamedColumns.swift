import Platform
import Survey

/// The columns that a study names, where no data tell which there are.
struct NamedColumns {
  private(set) var names: [String] = []
  private let constructs: [StudySpecification.Construct]

  /// Throws `DataFault.request` for patterns that only the table's columns can resolve.
  init(_ study: StudySpecification, settings: StudySettings) throws {
    constructs = study.constructs
    for construct in study.constructs { for pattern in construct.items { try add(pattern) } }
    for group in study.groups { for pattern in group.items { try add(pattern) } }
    let patterns =
      (settings.variables ?? []) + (study.drivers ?? []) + study.outcomes + study.otherOutcomes + study.always
      + study.auxiliary
      + study.satisfaction + study.by + study.replicateWeights
      // Items of satisfaction, which are read anyway, go by that name.
      + settings.through.filter { study.satisfaction.isEmpty || Selection.unquoted($0) != "satisfaction" }
    for pattern in patterns { try add(pattern) }
    let exact =
      [study.weights?.variable, study.strata, study.wave, study.segment].compactMap { $0 }
      + [study.cluster, study.populationSize].compactMap { $0 }.flatMap(StudySpecification.namedStages)
      + study.stated.values.sorted() + study.variables.keys.sorted()
      + (try study.condition.map { try RowCondition($0).variables } ?? [])
    for name in exact { append(name) }
  }

  private mutating func append(_ name: String) { if !names.contains(name) { names.append(name) } }

  private mutating func add(_ pattern: String) throws {
    let trimmed = Selection.trimmed(pattern)
    let plain = Selection.unquoted(trimmed)
    if constructs.contains(where: { $0.name == plain }) { return }
    guard plain == trimmed, plain.contains(where: { ":*?".contains($0) }) else { return append(plain) }
    let ends = plain.split(separator: ":").map(String.init)
    if ends.count == 2, let first = Self.parts(ends[0]), let last = Self.parts(ends[1]), first.stem == last.stem,
      first.number <= last.number, last.number - first.number < 1000
    {
      for number in first.number...last.number { append("\(first.stem)\(number)") }
      return
    }
    throw DataFault.request(
      problem: "Which columns '\(plain)' means is seen in the table, and nobody says what columns it has",
      suggestion: "Give the table's columns in their order, or name each of those meant.")
  }

  /// `pq12` is the stem `pq` with the number 12.
  private static func parts(_ name: String) -> (stem: String, number: Int)? {
    let digits = String(name.reversed().prefix { $0.isASCII && $0.isNumber }.reversed())
    guard let number = Int(digits), String(number) == digits else { return nil }
    return (String(name.dropLast(digits.count)), number)
  }
}

/// Whether a path leads somewhere.
enum StudyPaths {
  static func exists(_ path: String) -> Bool { PathStatus.exists(path) && !PathStatus.isFolder(path) }
}

/// What stands after FROM: a table's name, a path, a function of the engine.
enum SQLTable {
  /// Throws `DataFault.request` for a text that would end the query or hide part of it.
  static func checked(_ table: String) throws -> String {
    let text = Selection.trimmed(table)
    var open: Character?
    var depth = 0
    var previous: Character?
    for character in text {
      if let quote = open {
        if character == quote { open = nil }
      } else if "'\"`".contains(character) {
        open = character
      } else if character == "(" || character == ")" {
        depth += character == "(" ? 1 : -1
        if depth < 0 { break }
      } else if character == ";" || character == "#" || character.isNewline || previous == "-" && character == "-"
        || previous == "/" && character == "*"
      {
        depth = -1
        break
      }
      previous = character
    }
    guard !text.isEmpty, open == nil, depth == 0 else {
      throw DataFault.request(
        problem:
          "'\(table)' is no table's name: it is empty, or has a quote or parenthesis that is never closed, a comment, or the end of a query in it",
        suggestion: "Write it as after FROM: survey, sales.survey, \"my table\", 'survey.parquet', read_csv('a.csv').")
    }
    return text
  }
}
