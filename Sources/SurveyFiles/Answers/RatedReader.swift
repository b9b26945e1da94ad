public import Survey

/// A reader that turns answers in words into ratings, around any other.
///
/// Columns of texts that are all on one scale of `AnswerScales`, on levels that were given, or numbers with labels, become
/// numbers; answers that give none (`NoAnswers`) are missing for the reason that they state. Columns of numbers lose their
/// texts in the same way. What is not recognised stays as it is.
///
/// In a stream the first block decides what the columns are; a text that comes later and is on no scale is unreadable there.
final class RatedReader: HoldingReader {
  private let reader: any SurveyReader
  private let levels: [GivenLevels]
  /// What was recognised before the format's reader began.
  private let remarks: [String]
  private var ratings: [String: ColumnRating] = [:]
  private var missing: [String: [ImportReport.MissingCount]] = [:]

  init(_ reader: any SurveyReader, levels: [GivenLevels], remarks: [String] = []) {
    self.reader = reader
    self.levels = levels
    self.remarks = remarks
  }

  var names: [String] { reader.names }
  var schema: [VariableDetails] { reader.schema }

  var report: ImportReport {
    var report = reader.report
    report.remarks = remarks
    for index in report.columns.indices {
      guard let rating = ratings[report.columns[index].name] else { continue }
      report.columns[index].rating = rating
      report.columns[index].kind = .number
      report.columns[index].missing = missing[report.columns[index].name] ?? report.columns[index].missing
      for count in report.columns[index].missing where !report.reasons.contains(count.reason) {
        report.reasons.append(count.reason)
      }
    }
    return report
  }

  func rows(_ request: ReadingRequest) throws -> Dataset {
    let dataset = try reader.rows(request)
    let plan = try AnswerPlan(dataset, levels: levels, categorical: request.categorical)
    begin(plan)
    return rated(dataset, plan)
  }

  func stream(_ request: ReadingRequest) -> any RowSource { RatedRows(reader: self, request: request) }

  fileprivate func stream(_ request: ReadingRequest, _ body: (Dataset) throws -> Void) throws {
    var plan: AnswerPlan?
    try reader.stream(request).forEachBlock { block in
      if plan == nil {
        plan = try AnswerPlan(block, levels: levels, categorical: request.categorical)
        begin(plan!)
      }
      try body(rated(block, plan!))
    }
  }

  func wholeInput(upTo limit: Int) throws -> [UInt8]? { try (reader as? any HoldingReader)?.wholeInput(upTo: limit) }
  var heldDigest: String? { (reader as? any HoldingReader)?.heldDigest }
  func wholeMatrix() throws -> [UInt8]? { try (reader as? any HoldingReader)?.wholeMatrix() }

  private func begin(_ plan: AnswerPlan) {
    ratings = plan.columns.mapValues(\.rating)
    missing = [:]
  }

  private func rated(_ dataset: Dataset, _ plan: AnswerPlan) -> Dataset {
    guard !plan.columns.isEmpty else { return dataset }
    let variables = dataset.variables.map { variable -> Variable in
      guard let column = plan.columns[variable.name] else { return variable }
      let rated = column.rated(variable, rowNumber: dataset.rowNumber)
      for (reason, count) in zip(rated.missingReasons, MissingValue.counts(rated.values)) where count > 0 {
        let known = missing[variable.name, default: []].firstIndex { $0.reason == reason }
        if let known {
          missing[variable.name]![known].count += count
        } else {
          missing[variable.name, default: []].append(ImportReport.MissingCount(reason: reason, count: count))
        }
      }
      return rated
    }
    return Dataset(
      variables: variables, rowCount: dataset.rowCount, firstRow: dataset.firstRow, rowNumbers: dataset.rowNumbers)
  }
}

private struct RatedRows: RowSource {
  let reader: RatedReader
  let request: ReadingRequest

  func forEachBlock(_ body: (Dataset) throws -> Void) throws { try reader.stream(request, body) }
}

/// Levels that were given for some columns, the worst or least first.
public struct GivenLevels: Sendable, Equatable {
  /// Names, ranges or globs.
  public var columns: [String]
  /// The answers in order, the worst or least first.
  public var levels: [String]

  /// Levels of the columns that the patterns name.
  public init(columns: [String], levels: [String]) {
    self.columns = columns
    self.levels = levels
  }
}

/// How a column's answers in words became numbers, as the report tells it.
public struct ColumnRating: Sendable, Equatable {
  /// What is said after the column's name; columns with the same words share a sentence.
  public let words: Sentence
}
