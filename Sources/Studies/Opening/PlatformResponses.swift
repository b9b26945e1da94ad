import Survey

/// Responses that a survey platform itself marks as none of customers: previews, tests, unfinished ones.
///
/// Qualtrics has columns `Status` (texts, or codes of which 1 is a preview, 2 a test and 8 spam), `DistributionChannel` and
/// `Finished`. Nothing is left out unless it is asked for.
enum PlatformResponses {
  /// The columns that tell; none where the file has not all the marks of the platform.
  static func columns(in names: [String]) -> Set<String> {
    let marks: Set<String> = ["Status", "Finished", "DistributionChannel"]
    return names.contains("ResponseId") && names.contains("Finished") ? marks.intersection(names) : []
  }

  /// How many of the rows are in doubt, and the condition that leaves them out.
  static func note(_ dataset: Dataset) -> Note? {
    func doubtful(_ column: String, _ values: [String]) -> [Bool]? {
      guard let variable = dataset[column] else { return nil }
      return (0..<dataset.rowCount).map { values.contains(RowKey(variable, row: $0).title.lowercased()) }
    }
    let status = doubtful("Status", ["survey preview", "survey test", "spam", "1", "2", "8"])
    let channel = doubtful("DistributionChannel", ["preview", "test"])
    let tests = (0..<dataset.rowCount).count { status?[$0] ?? false || channel?[$0] ?? false }
    let unfinished = doubtful("Finished", ["false", "0"])?.count { $0 } ?? 0
    guard tests + unfinished > 0 else { return nil }
    var parts: [String] = []
    var conditions: [String] = []
    if tests > 0 {
      parts.append("\(tests) \(tests == 1 ? "is a preview, test or spam" : "are previews, tests or spam")")
      if dataset["Status"] != nil {
        conditions.append(dataset["Status"]!.isText ? "Status = 'IP Address'" : "Status = 0")
      } else {
        conditions.append("DistributionChannel != 'preview' and DistributionChannel != 'test'")
      }
    }
    if unfinished > 0 {
      parts.append("\(unfinished) \(unfinished == 1 ? "is" : "are") unfinished")
      conditions.append(dataset["Finished"]!.isText ? "Finished = 'True'" : "Finished = 1")
    }
    return Note(
      .responsesInDoubt,
      "Of \(dataset.rowCount) responses \(parts.joined(separator: " and ")); they are in the analysis. Leave them out with \(setting: .where, conditions.joined(separator: " and "))."
    )
  }
}
