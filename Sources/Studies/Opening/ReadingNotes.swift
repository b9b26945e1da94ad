import Survey
import SurveyFiles

/// What an analyst must know about how the columns in use were read.
struct ReadingNotes {
  let reader: any SurveyReader
  let study: StudySpecification
  let roles: AnalysisRoles

  /// Columns are chosen by name: one that several columns have chooses none of them.
  ///
  /// Throws `FileFault.duplicateVariable` for a column in use.
  func refuseRepeatedNames() throws {
    if let repeated = reader.report.repeated.first(where: { roles.columns.contains($0.name) }) {
      throw FileFault.duplicateVariable(source: reader.report.source, name: repeated.name)
    }
  }

  /// Known when the rows have been read.
  var notes: [Note] {
    get throws {
      let used = roles.columns
      let rules = try study.missingRules(in: reader.names)
      let kept = rules.notes.filter { used.contains($0.column) }.map(\.note)
      let readings = reader.report.readings(of: used).map { Note(.columnReading, "\($0).") }
      return readings + weightOffered + kept + codesInOutcomes + unmatchedCodes(rules)
    }
  }

  /// What the file says of weights is an offer: whoever analyses decides.
  private var weightOffered: [Note] {
    guard let name = reader.report.weightVariable, study.weights == nil else { return [] }
    return [
      Note(
        .weightOffered,
        "The file names '\(name)' as its weights, which are not used. Use them with \(setting: .weights, name) if each respondent should count by them."
      )
    ]
  }

  /// The questions with several answers that a file lists, for whoever looks at it.
  static func notes(on sets: [MultipleResponseSet]) -> [Note] {
    sets.map { set in
      let list = Sentence.first(8, of: set.variables)
      let name: Sentence = set.label.map { "'\(set.name)' (\($0))" } ?? "'\(set.name)'"
      let text: Sentence =
        switch set.kind {
        case .dichotomies(let counted):
          "\(name) is a question with several answers in \(list): chosen where the column is \(counted). It is one driver with \(setting: .groups, set.name)."
        case .categories:
          "\(name) is a question with several answers in \(list): each column holds one of the answers chosen. It is one driver with \(setting: .groups, set.name)."
        }
      return Note(.responseSet, text)
    }
  }

  /// A code that takes answers away from an outcome without a scale of its own may well be an answer there.
  private var codesInOutcomes: [Note] {
    roles.outcomes.filter { $0.scale == nil }.compactMap { outcome in
      guard let column = reader.report.columns.first(where: { $0.name == outcome.name }), column.kind == .number else {
        return nil
      }
      let coded = column.missing.compactMap { missing -> Sentence? in
        guard case .code(let code) = missing.reason else { return nil }
        return "\(missing.count) answers \(code)"
      }
      guard !coded.isEmpty else { return nil }
      return Note(
        .codeInOutcome,
        "\(Sentence.joined(coded, separator: ", ")) to '\(outcome.name)' count as missing. If people could answer that, declare the scale, such as \(setting: .scale, "\(outcome.name)=0:10"): a code within a column's own scale is an answer."
      )
    }
  }

  /// A code that nothing in the columns read matches is likely misspelt, or belongs to another file.
  private func unmatchedCodes(_ rules: MissingRules) -> [Note] {
    let columns = reader.report.columns.filter { $0.kind != .skipped }
    func isMet(_ code: String, in columns: [ImportReport.Column]) -> Bool {
      let reason = MissingReason.code(MissingCode(code).text)
      return columns.contains { column in column.missing.contains { $0.reason == reason } }
    }
    var missed: [Sentence] = rules.common.filter { code in
      !isMet(code, in: columns.filter { rules.codes(of: $0.name).contains(code) })
    }.map { "'\($0)'" }
    for (name, codes) in rules.own.sorted(by: { $0.key < $1.key }) {
      guard let column = columns.first(where: { $0.name == name }) else { continue }
      missed += codes.filter { !rules.common.contains($0) && !isMet($0, in: [column]) }
        .map { "'\($0)' of '\(name)'" }
    }
    guard !missed.isEmpty else { return [] }
    let named = Sentence.joined(Array(missed.prefix(6)), separator: ", ")
    let list: Sentence = missed.count > 6 ? "\(named) and \(missed.count - 6) more" : named
    return [
      Note(
        .codeUnmatched,
        "No answer in the columns read is the missing code \(list): check how it is written in the data."
      )
    ]
  }

  /// Rows that a condition passed over because what stands in its column cannot be read.
  func notes(onUnreadable variables: [String], in dataset: Dataset) -> [Note] {
    notes(onUnreadable: variables.compactMap { name in dataset[name]?.unreadable.map { (name, $0) } })
  }

  func notes(onUnreadable texts: [(variable: String, UnreadableText)]) -> [Note] {
    texts.map { name, bad in
      return Note(
        .conditionUnreadable,
        bad.count == 1
          ? "\(1) row whose '\(name)' is no number (row \(bad.row): '\(bad.value)') does not meet the condition."
          : "\(bad.count) rows whose '\(name)' is no number (row \(bad.row): '\(bad.value)') do not meet the condition."
      )
    }
  }
}
