package import Survey

/// A reader that adds columns of 0 and 1 for the answers of questions with several answers, around any other.
///
/// The columns of a set are called `set=variable` for dichotomies and `set=answer` for categories. A respondent who gave any
/// answer to the question did not choose the others (0); one who gave none, not even a dichotomy with another value than the
/// counted, is missing: who chose nothing and who was not asked cannot be told apart there. A dichotomy that is missing for a
/// reason of its own (refused) stays so. Answers that nobody chose have no column: they explain nothing.
package final class MultipleResponseReader: SurveyReader {
  private let reader: any SurveyReader
  private let sets: [(set: MultipleResponseSet, choices: [ResponseChoice])]

  /// Reads the columns of the sets once, to see which answers there are.
  ///
  /// - Throws: what reading throws.
  package init(_ reader: any SurveyReader, sets: [MultipleResponseSet], missing: MissingRules) throws {
    self.reader = reader
    var found: [String: Set<ResponseAnswer>] = [:]
    let columns = Set(sets.flatMap(\.variables))
    try reader.stream(ReadingRequest(columns: columns, missing: missing)).forEachBlock { block in
      for variable in block.variables {
        for row in 0..<block.rowCount {
          if case .given(let answer) = ResponseCell(variable, row) { found[variable.name, default: []].insert(answer) }
        }
      }
    }
    let details = Dictionary(zip(reader.names, reader.schema), uniquingKeysWith: { first, _ in first })
    self.sets = sets.map { ($0, ResponseChoice.of($0, found: found, details)) }
  }

  /// The columns of each set, in its order.
  package func columns(of set: MultipleResponseSet) -> [String] {
    sets.first { $0.set == set }?.choices.map(\.name) ?? []
  }

  private var choices: [ResponseChoice] { sets.flatMap(\.choices) }

  package var names: [String] { reader.names + choices.map(\.name) }
  package var schema: [VariableDetails] {
    reader.schema + choices.map { VariableDetails(question: $0.label, level: .nominal) }
  }

  package var report: ImportReport {
    var report = reader.report
    report.columns += choices.map { ImportReport.Column(name: $0.name, kind: .number) }
    return report
  }

  package func rows(_ request: ReadingRequest) throws -> Dataset {
    completed(try reader.rows(ofReader(request)), request)
  }

  package func stream(_ request: ReadingRequest) -> any RowSource { Rows(reader: self, request: request) }

  private struct Rows: RowSource {
    let reader: MultipleResponseReader
    let request: ReadingRequest

    func forEachBlock(_ body: (Dataset) throws -> Void) throws {
      try reader.reader.stream(reader.ofReader(request)).forEachBlock { try body(reader.completed($0, request)) }
    }
  }

  private func isWanted(_ name: String, _ request: ReadingRequest) -> Bool { request.columns?.contains(name) ?? true }

  /// What is asked of the reader within: the variables of the sets instead of the columns made of them.
  private func ofReader(_ request: ReadingRequest) -> ReadingRequest {
    guard let columns = request.columns else { return request }
    var own = request
    own.columns = columns.subtracting(choices.map(\.name)).union(
      sets.filter { $0.choices.contains { columns.contains($0.name) } }.flatMap(\.set.variables))
    return own
  }

  private func completed(_ block: Dataset, _ request: ReadingRequest) -> Dataset {
    var variables = block.variables.filter { isWanted($0.name, request) }
    for (set, choices) in sets {
      let wanted = choices.filter { isWanted($0.name, request) }
      guard !wanted.isEmpty else { continue }
      let columns = set.variables.compactMap { block[$0] }
      let cells = (0..<block.rowCount).map { row in columns.map { ResponseCell($0, row) } }
      variables += wanted.map { choice in
        choice.variable(cells, place: choice.column.flatMap { name in columns.firstIndex { $0.name == name } })
      }
    }
    return Dataset(
      variables: variables, rowCount: block.rowCount, firstRow: block.firstRow, rowNumbers: block.rowNumbers)
  }
}

/// A value as columns are compared by it.
private enum ResponseAnswer: Hashable {
  case number(Double)
  case text(String)

  init(_ value: VariableDetails.ValueLabel.Value) {
    switch value {
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    }
  }

  var text: String {
    switch self {
    case .number(let number): CSVWriter.text(of: number)
    case .text(let text): text
    }
  }

  /// Whether it is the value of a dichotomy that is counted, as the file writes it.
  func isCounted(_ counted: String) -> Bool {
    switch self {
    case .number(let number): Double(counted) == number
    case .text(let text): text == counted
    }
  }
}

/// One answer of one respondent.
private enum ResponseCell {
  case given(ResponseAnswer)
  case missing(MissingReason)

  init(_ variable: Variable, _ row: Int) {
    func missing(_ reason: Int) -> ResponseCell {
      .missing(reason < variable.missingReasons.count ? variable.missingReasons[reason] : .empty)
    }
    switch variable.values {
    case .int8(let values):
      self = MissingValue.reason(values[row]).map(missing) ?? .given(.number(Double(values[row])))
    case .int16(let values):
      self = MissingValue.reason(values[row]).map(missing) ?? .given(.number(Double(values[row])))
    case .double(let values): self = MissingValue.reason(values[row]).map(missing) ?? .given(.number(values[row]))
    case .text(let codes, let names):
      self = MissingValue.reason(text: codes[row]).map(missing) ?? .given(.text(names[Int(codes[row])]))
    }
  }

  var answer: ResponseAnswer? { if case .given(let answer) = self { answer } else { nil } }
  /// Why there is none, where that is more than an empty cell.
  var reason: MissingReason? { if case .missing(let reason) = self, reason != .empty { reason } else { nil } }
}

/// One answer of a set: the column that is made of it.
private struct ResponseChoice {
  var name: String
  var label: String?
  /// The variable of a dichotomy; `nil` of a category, which may stand in any variable of the set.
  var column: String?
  var answer: ResponseAnswer

  /// The answers of a set that were given.
  static func of(
    _ set: MultipleResponseSet, found: [String: Set<ResponseAnswer>], _ details: [String: VariableDetails]
  ) -> [ResponseChoice] {
    if case .dichotomies(let counted) = set.kind {
      return set.variables.compactMap { name in
        found[name]?.first { $0.isCounted(counted) }.map {
          ResponseChoice(name: "\(set.name)=\(name)", label: details[name]?.question, column: name, answer: $0)
        }
      }
    }
    // In the order of the labels; what has none comes after them.
    let given = set.variables.reduce(into: Set<ResponseAnswer>()) { $0.formUnion(found[$1] ?? []) }
    let entries = set.variables.flatMap { details[$0]?.valueLabels ?? [] }.map { (ResponseAnswer($0.value), $0.label) }
    let labels = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    let rest = given.filter { labels[$0] == nil }.sorted {
      if case .number(let a) = $0, case .number(let b) = $1 { a < b } else { $0.text < $1.text }
    }
    var answers: [ResponseAnswer] = []
    for answer in entries.map(\.0) + rest where given.contains(answer) && !answers.contains(answer) {
      answers.append(answer)
    }
    var taken: Set<String> = []
    return answers.map { answer in
      var name = "\(set.name)=\(labels[answer] ?? answer.text)"
      if !taken.insert(name).inserted { name += " (\(answer.text))" }
      taken.insert(name)
      return ResponseChoice(name: name, label: labels[answer], column: nil, answer: answer)
    }
  }

  /// The column of 0 and 1.
  ///
  /// - Parameters:
  ///   - cells: of each respondent, the set's variables in their order.
  ///   - place: of a dichotomy, its variable among them.
  func variable(_ cells: [[ResponseCell]], place: Int?) -> Variable {
    var reasons: [MissingReason] = [.empty]
    func missing(_ reason: MissingReason?) -> Int8 {
      guard let reason else { return MissingValue.int8(0) }
      if let known = reasons.firstIndex(of: reason) { return MissingValue.int8(known) }
      if reasons.count < MissingValue.reasonLimit { reasons.append(reason) }
      return MissingValue.int8(reasons.count - 1)
    }
    let values = cells.map { row -> Int8 in
      let isAnswered = row.contains { $0.answer != nil }
      if let place {
        if let own = row[place].answer { return own == answer ? 1 : 0 }
        if isAnswered, row[place].reason == nil { return 0 }
        return missing(row[place].reason)
      }
      if isAnswered { return row.contains { $0.answer == answer } ? 1 : 0 }
      return missing(row.lazy.compactMap(\.reason).first)
    }
    return Variable(
      name: name, label: label, values: .int8(values), missingReasons: reasons,
      details: VariableDetails(question: label, level: .nominal))
  }
}
