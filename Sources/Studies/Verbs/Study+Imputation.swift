public import Imputation
import Insight
import Measures
public import Survey
import SurveyFiles

/// Missing answers of one part of a survey, drawn several times.
public struct ImputationFit: Sendable {
  /// The answers drawn.
  public var answers: ImputedAnswers
  /// Of each variable with missing answers.
  public var variables: [ImputedAnswers.Summary]
  /// How answers given and answers drawn are spread, of each of them.
  public var distributions: [ImputedDistribution]
  /// What each sweep of each chain drew.
  public var trace: [ImputationTraceStep]
  /// What a reader must know.
  public var notes: [Note]

  /// Imputations.
  public var count: Int { answers.count }
  /// Rows of the survey in use.
  public var respondents: Int { answers.model.dataset.rowCount }
  /// Answers that were drawn.
  public var missing: Int { answers.model.missingCount }
}

extension Study {
  /// Draws the missing answers of the study's variables several times. What `mainspring impute` prints; `completed` gives the data.
  ///
  /// Throws `DataFault` and `ImputationFault`; a group that cannot be imputed is left out with a note.
  public func imputation(_ execution: StudyExecution = StudyExecution()) throws -> StudyResult<ImputationFit> {
    var study = self
    let isNamed = settings.variables != nil
    if let variables = settings.variables {
      study.specification.drivers = variables
    } else {
      study.specification.satisfaction += specification.always + specification.auxiliary
    }
    study.specification.always = []
    study.specification.auxiliary = []
    study.specification.missing = .impute
    let specification = try settings.multipleImputation()
    let loader = SourceLoader(study: study, need: .rows, besides: { Set($0) }, execution: execution) {
      study, names, text in
      try VariableChoice(study: study, isNamed: isNamed).roles(in: names, text: text)
    }
    let source = try loader.load()
    var notes = source.notes
    var leftOut: [String] = []
    let groups = try source.analysed(&notes, leftOut: &leftOut, execution) { part, execution in
      guard case .rows(let dataset) = part.content else {
        throw DataFault.needsRows(analysis: "impute", suggestion: "Give the data file.")
      }
      return GroupedFit(
        part,
        fit: try impute(dataset, source.roles, specification, settings.imputations, jobs: execution.threads))
    }
    var run = RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead,
      rowsUsed: groups.reduce(0) { $0 + $1.fit.respondents }, condition: self.specification.condition,
      wave: source.chosenWave, seed: specification.seed, weights: source.roles.weights?.kind.rawValue)
    run.recorded = { [self] in StudyKeys.recorded(self, for: .impute) }
    return StudyResult(
      groups: groups, title: self.specification.title, run: run, notes: notes, leftOut: leftOut,
      labels: source.roles.labels)
  }

  private func impute(
    _ dataset: Dataset, _ roles: AnalysisRoles, _ specification: MultipleImputation, _ imputations: Int?, jobs: Int
  ) throws -> ImputationFit {
    if let weights = roles.weights, weights.kind != .sampling {
      throw ImputationFault.unsuitable(
        what: "A \(weights.kind.rawValue) weight",
        suggestion: "Say what the weights are with \(setting: .weightsKind, "sampling"), or leave them out.")
    }
    let frame = try ModelFrame(dataset, roles: roles, ratings: false)
    let model = try specification.model(dataset, roles: roles, rows: frame)
    let answers = try model.draw(0..<(imputations ?? MultipleImputation.fewest), jobs: jobs)
    let variables = answers.summaries
    var notes = frame.notes.filter { $0.kind != .partialScores }
    let (count, missing) = (answers.count, model.missingCount)
    notes.append(
      Note(
        .imputed,
        missing == 0
          ? "Nothing is missing: all completed data are the data themselves."
          : "\(missing) missing answers of \(dataset.rowCount) respondents are drawn \(count) times by chained equations (\(specification.sweeps) sweeps). Analyse each completed data set and pool the results by Rubin's rules: a mean of the answers drawn, or one of the sets, would be taken for more than is known."
      ))
    let fraction = variables.compactMap(\.missingInformation).max() ?? 0
    let needed = MultipleImputation.needed(fraction: fraction, pilot: count)
    if needed > count {
      notes.append(
        Note(
          .fewImputations,
          "\(count) imputations are few for so much missing information: another seed would move standard errors noticeably. Give \(setting: .imputations, "\(needed)")."
        ))
    }
    return ImputationFit(
      answers: answers, variables: variables, distributions: answers.distributions, trace: answers.traceSteps,
      notes: notes + answers.notes)
  }
}

extension StudyResult<ImputationFit> {
  /// The completed data one below the other, in a column `imputation` from 1; or one of them.
  ///
  /// - Parameter imputation: which, from 0; `nil` for all.
  /// - Throws: `DataFault.request` when the data have a column `imputation`.
  public func completed(_ imputation: Int? = nil) throws -> Dataset {
    let count = groups.map(\.fit.count).min() ?? 0
    let chosen = imputation.map { [$0] } ?? Array(0..<count)
    let parts = chosen.flatMap { m in groups.map { (m, $0.fit.answers.completed(m)) } }
    guard let first = parts.first?.1 else { return Dataset(variables: [], rowCount: 0) }
    if first["imputation"] != nil {
      throw DataFault.request(
        problem: "The data have a column 'imputation', which is to say which completed data a row is of",
        suggestion: "Give it another name.")
    }
    let rows = parts.reduce(0) { $0 + $1.1.rowCount }
    var variables = first.variables.indices.map { k in
      var joined = first.variables[k]
      joined.unreadable = nil
      joined.values = ColumnValues(joining: parts.map { $0.1.variables[k].values })
      return joined
    }
    if imputation == nil {
      let numbers = parts.flatMap { m, part in [Double](repeating: Double(m + 1), count: part.rowCount) }
      variables.insert(Variable(name: "imputation", values: ColumnValues(narrowest: numbers)), at: 0)
    }
    return Dataset(variables: variables, rowCount: rows)
  }

  /// The completed data as the bytes of a file.
  ///
  /// - Throws: as `completed`, and what the form does not hold.
  public func file(_ form: ConversionForm, imputation: Int? = nil) throws -> (bytes: [UInt8], remarks: [String]) {
    let dataset = try completed(imputation)
    switch form {
    case .csv: return (CSVWriter.bytes(of: dataset), [])
    case .sav, .dta:
      let file = try StatisticalWriter.file(dataset, form: form == .sav ? .spss : .stata)
      return (file.bytes, file.remarks)
    }
  }
}

extension ColumnValues {
  /// Columns of the same variable one below the other.
  fileprivate init(joining parts: [ColumnValues]) {
    if case .text(_, let categories) = parts[0] {
      var place = Dictionary(categories.enumerated().map { ($1, Int32($0)) }, uniquingKeysWith: { first, _ in first })
      var all = categories
      var codes: [Int32] = []
      for case .text(let own, let names) in parts {
        let mapped = names.map { name -> Int32 in
          if let known = place[name] { return known }
          all.append(name)
          place[name] = Int32(all.count - 1)
          return Int32(all.count - 1)
        }
        codes += own.map { $0 < 0 ? $0 : mapped[Int($0)] }
      }
      self = .text(codes: codes, categories: all)
    } else {
      self = ColumnValues(narrowest: parts.flatMap(\.numbersWithReasons))
    }
  }
}
