import Survey

/// Responses that a survey platform itself marks as none of customers: previews, tests, unfinished ones.
///
/// Qualtrics has columns `Status` (texts, or codes of which 1 is a preview, 2 a test and 8 spam), `DistributionChannel` and
/// `Finished`; LimeSurvey leaves `submitdate` empty until a response is sent. Nothing is left out unless it is asked for.
struct PlatformResponses {
  /// The columns that tell.
  let columns: Set<String>
  private let sent: String?
  private var responses = 0
  private var tests = 0
  private var unfinished = 0
  /// Columns of marks that hold texts rather than codes.
  private var texts: Set<String> = []

  /// `nil` where the file has not all the marks of a platform.
  init?(_ names: [String]) {
    if names.contains("ResponseId"), names.contains("Finished") {
      columns = Set(["Status", "Finished", "DistributionChannel"]).intersection(names)
      sent = nil
    } else if let found = Self.sent.first(where: { names.contains($0.date) && names.contains($0.page) }) {
      columns = [found.date]
      sent = found.date
    } else {
      return nil
    }
  }

  /// LimeSurvey's columns, by code or by text.
  private static let sent = [(date: "submitdate", page: "lastpage"), (date: "Date submitted", page: "Last page")]

  /// Counts these rows.
  mutating func add(_ block: Dataset) {
    func doubtful(_ column: String, _ values: Set<String>) -> [Bool]? {
      guard let variable = block[column] else { return nil }
      return (0..<block.rowCount).map { values.contains(RowKey(variable, row: $0).title.lowercased()) }
    }
    texts.formUnion(columns.filter { block[$0]?.isText ?? false })
    let status = doubtful("Status", ["survey preview", "survey test", "spam", "1", "2", "8"])
    let channel = doubtful("DistributionChannel", ["preview", "test"])
    responses += block.rowCount
    tests += (0..<block.rowCount).count { status?[$0] ?? false || channel?[$0] ?? false }
    if let date = sent.flatMap({ block[$0] }) {
      unfinished += (0..<block.rowCount).count { RowKey(date, row: $0) == .missing }
    } else {
      unfinished += doubtful("Finished", ["false", "0"])?.count { $0 } ?? 0
    }
  }

  /// How many of the responses are in doubt, and the condition that leaves them out; `nil` when none are.
  var note: Note? {
    guard tests + unfinished > 0 else { return nil }
    var parts: [Sentence] = []
    var conditions: [String] = []
    if tests > 0 {
      parts.append(tests == 1 ? "1 is a preview, test or spam" : "\(tests) are previews, tests or spam")
      if columns.contains("Status") {
        conditions.append(texts.contains("Status") ? "Status = 'IP Address'" : "Status = 0")
      } else {
        conditions.append("DistributionChannel != 'preview' and DistributionChannel != 'test'")
      }
    }
    if unfinished > 0 {
      parts.append(unfinished == 1 ? "1 is unfinished" : "\(unfinished) are unfinished")
      conditions.append(
        sent.map { ($0.contains(" ") ? "`\($0)`" : $0) + " is not missing" }
          ?? (texts.contains("Finished") ? "Finished = 'True'" : "Finished = 1"))
    }
    let doubtful: Sentence = parts.count == 2 ? "\(parts[0]) and \(parts[1])" : parts[0]
    return Note(
      .responsesInDoubt,
      "Of \(responses) responses \(doubtful); they are in the analysis. Leave them out with \(setting: .where, conditions.joined(separator: " and "))."
    )
  }
}
