import Measures
import Survey

/// What of the answers is worth a look: batteries answered alike, interviews far faster than others, respondents and rows that
/// stand twice. It is looked for in the whole survey, and counted in every part of it.
struct QualityChecks {
  private let flags: [QualityFlags]

  /// Rows are compared in so many columns; fewer repeat by chance.
  private static let fewest = 8

  /// - Parameter dataset: all rows, before any are selected.
  init(_ dataset: Dataset, _ study: StudySpecification) throws {
    let names = dataset.names
    let profiles = dataset.variables.enumerated().map { ColumnProfile($1, place: $0) }
    var flags: [QualityFlags] = []
    if study.constructs.isEmpty {
      for battery in Battery.found(profiles) where battery.items.count > 3 {
        var told = battery
        told.offScale = OffScaleCodes.found(in: battery, dataset)
        let answers = told.answers(in: dataset)
        flags += try [answers.sameAnswers(answers.names, called: battery.stem)].compactMap { $0 }
      }
    } else {
      // Of a choice of variables only the constructs whose items are among them.
      for construct in study.constructs {
        guard let items = try? Selection.resolve(construct.items, in: names) else { continue }
        flags += try [dataset.sameAnswers(items, called: construct.name)].compactMap { $0 }
      }
    }
    let times = profiles.filter { !$0.isText && $0.low >= 0 && $0.distinct > 10 }
    let pages = times.map(\.name).filter(Self.isPageTime)
    let duration = times.first { Self.isDuration($0.name) && !pages.contains($0.name) }?.name
    if let duration, let fast = try dataset.fast(duration) { flags.append(fast) }
    if let speed = try dataset.relativeSpeed(pages.isEmpty ? [duration].compactMap { $0 } : pages) {
      flags.append(speed)
    }
    let ids = profiles.filter { Self.isId($0.name) && 2 * $0.distinct > $0.answered }.map(\.name)
    flags += try ids.map { try dataset.repeatedIds($0) }
    let replicates = try Selection.resolve(study.replicateWeights, in: names)
    let other = Set(
      replicates + pages + ids + [duration, study.weights?.variable].compactMap { $0 }
        + profiles.filter { $0.isRunning || DraftWords.has($0.words, DraftWords.technical) }.map(\.name))
    let compared = names.filter { !other.contains($0) }
    if compared.count >= Self.fewest, let rows = try dataset.repeatedAnswers(compared) { flags.append(rows) }
    self.flags = flags
  }

  /// What is found in these rows.
  func checks(_ dataset: Dataset) -> [QualityCheck] { flags.map { $0.check(dataset) } }

  /// Columns that tell of the interview, which a study does not name.
  static func columns(in names: [String]) -> Set<String> {
    Set(names.filter { isDuration($0) || isPageTime($0) || isId($0) })
  }

  private static func isDuration(_ name: String) -> Bool {
    let text = name.lowercased()
    return ["duration", "interviewtime", "interview_time", "time_taken", "seconds", "dauer", "durée", "duracion"]
      .contains { text.contains($0) }
  }

  /// The time of one page, as Qualtrics (`Q5_Page Submit`), SoSci Survey (`TIME001`) and LimeSurvey (`groupTime12`) call it.
  private static func isPageTime(_ name: String) -> Bool {
    let text = name.lowercased()
    if text.hasSuffix("page submit") || text.hasSuffix("page_submit") { return true }
    let word = text.prefix { !$0.isNumber }
    return text.dropFirst(word.count).allSatisfy(\.isNumber) && text.count > word.count
      && ["time", "time_", "grouptime", "pagetime", "page_time_"].contains(String(word))
  }

  /// Who answered, or where from.
  private static func isId(_ name: String) -> Bool {
    let words = name.lowercased().split { !$0.isLetter }
    return name.lowercased().hasSuffix("id")
      || words.contains {
        ["id", "respnum", "respondent", "responseid", "ipaddress", "ip", "email", "recipientemail"].contains($0)
      }
  }
}
