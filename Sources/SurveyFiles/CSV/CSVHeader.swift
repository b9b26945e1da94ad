import Survey

/// The rows above the answers: names, and on platforms' exports question texts and import ids.
///
/// * One row: names.
/// * Three rows whose last one holds `{"ImportId": …}` everywhere (Qualtrics): names, question texts, ids.
/// * Two rows of which the first names questions and leaves the columns of their parts blank, while the second names the
///   parts, or says `Response` (SurveyMonkey): question and part together are the name.
/// * One row of codes with the questions' texts behind them (LimeSurvey): codes are the names.
///
/// Anything else that looks like a second header is an error that asks, never a respondent.
struct CSVHeader {
  static let recordsLookedAt = 8

  struct Record {
    var fields: [CSVField]
    var line: Int
    /// Bytes from the start of the header to behind this record.
    var end: Int

    var texts: [String] { fields.map { CSVHeader.name(of: $0) } }
  }

  /// How many rows it has.
  private(set) var rows = 1
  private(set) var names: [String]
  /// The question texts; empty without.
  private(set) var labels: [String] = []
  /// Names given to columns whose header is blank.
  private(set) var renamed: [String] = []
  /// Names that several columns have, and what the later ones are called instead.
  private(set) var repeated: [(name: String, calls: [String])] = []
  /// Short names made of question texts, and the texts.
  private(set) var shortened: [(name: String, text: String)] = []
  /// What was recognised about the rows, for the report.
  private(set) var remark: String?

  /// - Parameters:
  ///   - records: the first records of the file, the header first.
  ///   - sample: the header and whole records behind it.
  /// Throws `CSVFault.titleRow`, `.secondHeader`.
  init(
    _ records: [Record], source: String, separator: UInt8, sample: UnsafeBufferPointer<UInt8>, _ options: CSVOptions
  ) throws {
    names = records[0].texts
    if options.headerRows == nil { try CSVHeader.refuseTitle(records, source, sample) }
    let hasIds = CSVHeader.hasImportIds(records)
    let isSplit = CSVHeader.isSplit(records)
    let platform =
      hasIds
      ? SurveyPlatform.qualtrics
      : SurveyPlatform(names: names, answer: records.count > 1 ? records[1].texts.first ?? "" : "")
    var remarks = [platform.map { "the header is as \($0.rawValue) writes it" }].compactMap { $0 }
    switch options.headerRows ?? (hasIds ? 3 : isSplit ? 2 : 1) {
    case 1:
      if options.headerRows == nil { try CSVHeader.refuseSecondHeader(records, source, separator, sample) }
      if platform == .limeSurvey, takeCodes() { remarks.append("question codes are the names, their texts the labels") }
    case let given:
      guard records.count >= given else { throw FileFault.noRows(source: source) }
      rows = given
      let second = records[1].texts
      if isSplit {
        join(with: second)
        remarks.append("the first two rows are read as questions and their parts, which are the names of the columns")
      } else {
        labels = names.indices.map { $0 < second.count ? second[$0] : "" }
        remarks.append(
          "row 2 is read as question texts" + (given == 3 ? ", row 3 is skipped" : "")
            + ": the answers begin in line \(records.count > given ? records[given].line : records[given - 1].line + 1)"
        )
      }
    }
    remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    settleNames()
    shorten()
  }

  // MARK: Names

  /// A name without blanks around it; blanks of any width within are spaces, invisible characters are left out.
  static func name(of field: CSVField) -> String {
    let text = String(decoding: field.decoded, as: UTF8.self)
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return Selection.plainSpaces(text)
  }

  /// Each part with its question before it; a part that only says that it is the answer is left out.
  private mutating func join(with parts: [String]) {
    var question = ""
    for index in names.indices {
      if !names[index].isEmpty { question = names[index] }
      let part = index < parts.count ? parts[index] : ""
      names[index] =
        part.isEmpty || CSVHeader.isAnswerWord(part) ? question : question.isEmpty ? part : "\(question) - \(part)"
    }
  }

  /// Codes as names where every column has one with its text behind it.
  private mutating func takeCodes() -> Bool {
    let coded = names.compactMap { CodedQuestion($0) }
    guard coded.count == names.count else { return false }
    names = coded.map(\.code)
    labels = coded.map(\.text)
    return true
  }

  private mutating func settleNames() {
    var known = Set(names)
    var first: [String: Int] = [:]
    var calls: [String: [String]] = [:]
    for index in names.indices {
      let name = names[index]
      if name.isEmpty {
        names[index] = CSVHeader.free("column_\(index + 1)", &known) { $0 + "_" }
        renamed.append(names[index])
      } else if first.updateValue(first[name] ?? index, forKey: name) != nil {
        var count = (calls[name]?.count ?? 0) + 2
        names[index] = CSVHeader.free("\(name) (\(count))", &known) { _ in
          count += 1
          return "\(name) (\(count))"
        }
        calls[name, default: []].append(names[index])
      }
    }
    repeated = calls.sorted { first[$0.key]! < first[$1.key]! }.map { (name: $0.key, calls: $0.value) }
  }

  /// Question texts become labels, and short names stand for them.
  private mutating func shorten() {
    let short = ShortName.names(for: names)
    guard short != names else { return }
    if labels.isEmpty { labels = names.map { _ in "" } }
    for index in names.indices where short[index] != names[index] {
      if labels[index].isEmpty { labels[index] = names[index] }
      shortened.append((short[index], names[index]))
    }
    names = short
  }

  private static func free(_ name: String, _ known: inout Set<String>, next: (String) -> String) -> String {
    var name = name
    while !known.insert(name).inserted { name = next(name) }
    return name
  }

  // MARK: Recognition

  private static func hasImportIds(_ records: [Record]) -> Bool {
    guard records.count >= 3 else { return false }
    let texts = records[2].texts.filter { !$0.isEmpty }
    return !texts.isEmpty && texts.allSatisfy { $0.hasPrefix("{\"ImportId\":") }
  }

  private static func isAnswerWord(_ text: String) -> Bool {
    ["Response", "Open-Ended Response", "Réponse", "Antwort", "Reactie", "Svar", "Respuesta"].contains(text)
  }

  /// Questions and parts: a blank name right behind a question, a part below it, and no number among the parts.
  private static func isSplit(_ records: [Record]) -> Bool {
    guard records.count >= 2, records[1].fields.count == records[0].fields.count else { return false }
    let (names, parts) = (records[0].texts, records[1].texts)
    guard parts.contains(where: isAnswerWord) else { return false }
    return zip(names, parts).contains { $0.isEmpty && !$1.isEmpty } || parts.first == ""
  }

  /// A line with a title above the names.
  private static func refuseTitle(
    _ records: [Record], _ source: String, _ sample: UnsafeBufferPointer<UInt8>
  ) throws {
    let header = records[0].texts
    let filled = header.filter { !$0.isEmpty }
    guard filled.count == 1, records.count >= 2 else { return }
    func fault(_ line: Int) -> CSVFault {
      CSVFault.titleRow(source: source, line: records[0].line, title: filled[0], header: line)
    }
    if header.count > 2 {
      // Filled up with separators by a spreadsheet: below it a full row of words.
      let next = records.dropFirst().first { record in record.texts.contains { !$0.isEmpty } }
      guard let next, next.texts.count(where: { !$0.isEmpty }) > 1,
        next.texts.allSatisfy({ $0.contains(where: \.isLetter) })
      else { return }
      throw fault(next.line)
    }
    guard header.count == 1 else { return }
    // A bare title: the rows below it have several fields, all the same number.
    for separator in [CSVByte.comma, CSVByte.semicolon, CSVByte.tab, CSVByte.bar] {
      let rows = CSVRecognition.records(sample, separator: separator, limit: recordsLookedAt).dropFirst()
      guard let count = rows.first?.count, count > 1, rows.count > 1, rows.allSatisfy({ $0.count == count }),
        rows.first!.allSatisfy({ field in
          field.decoded.contains { $0 >= 0x41 } && !CSVRecognition.isNumber(field, mark: CSVByte.point)
        })
      else { continue }
      throw fault(records[1].line)
    }
  }

  /// A first row that holds different texts in every column that otherwise holds numbers, two of them at least.
  private static func refuseSecondHeader(
    _ records: [Record], _ source: String, _ separator: UInt8, _ sample: UnsafeBufferPointer<UInt8>
  ) throws {
    guard records.count > 3, records[1].fields.count == records[0].fields.count else { return }
    let rows = CSVRecognition.records(sample, separator: separator, limit: 200).dropFirst(2)
    func count(_ column: Int) -> (answers: Int, numbers: Int) {
      var (answers, numbers) = (0, 0)
      for row in rows where column < row.count && row[column].start < row[column].stop {
        answers += 1
        let isNumber = [CSVByte.point, CSVByte.comma].contains { CSVRecognition.isNumber(row[column], mark: $0) }
        if isNumber { numbers += 1 }
      }
      return (answers, numbers)
    }
    var texts: [String] = []
    for (column, text) in records[1].texts.enumerated() {
      let (answers, numbers) = count(column)
      guard answers >= 2, numbers * 10 >= answers * 9 else { continue }
      // Letters make a text of it: a date, a version or a price is none.
      guard text.count(where: \.isLetter) >= 2, CSVMissing.isNoAnswer(text) == false else { return }
      texts.append(text)
    }
    guard texts.count >= 2, Set(texts).count == texts.count else { return }
    throw CSVFault.secondHeader(source: source, line: records[1].line, example: texts[0])
  }
}
