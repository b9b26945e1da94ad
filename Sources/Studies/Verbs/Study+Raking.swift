public import Measures
import Resampling
import Survey
import SurveyFiles

extension Study {
  /// Weights that bring a sample to known shares of its population, how far each margin was from its target, and what the weights
  /// cost. What `mainspring rake` prints.
  ///
  /// The whole wave is raked, or the rows that meet the study's condition.
  ///
  /// Throws `RakingFault` for targets that cannot be reached, and `DataFault` for data that do not allow it.
  public func raked(_ execution: StudyExecution = StudyExecution()) throws -> StudyResult<RakedSample> {
    guard specification.raking != nil else { throw RakingFault.nothing }
    if let by = specification.by.first {
      throw DataFault.request(
        problem: "Raking makes one set of weights for the whole sample, and '\(by)' would part it",
        suggestion: "Leave \(setting: .by) out; a margin of '\(by)' keeps its groups at their shares.")
    }
    var loader = SourceLoader(study: self, need: .rows, execution: execution) { study, names, _ in
      var roles = AnalysisRoles(outcomes: [], players: [])
      roles.weights = try study.weights.map {
        let name = try Selection.resolve([Selection.quoted(Selection.unquoted($0.variable))], in: names)[0]
        return AnalysisRoles.Weighting(variable: name, kind: $0.kind)
      }
      return (roles, [])
    }
    loader.rakesSelection = true
    let source = try loader.load()
    guard let raked = source.raked else { throw RakingFault.nothing }
    var run = RunDescription(
      source: source.name, digest: source.digest, rowsRead: source.rowsRead, rowsUsed: raked.weights.count,
      condition: specification.condition, wave: source.chosenWave, weights: specification.weights?.kind.rawValue)
    run.methods = [(specification.raking?.method ?? .raking).rawValue]
    run.recorded = { [self] in StudyKeys.recorded(self, for: .rake) }
    return StudyResult(
      groups: [GroupedFit(fit: raked)], title: specification.title, run: run, notes: source.notes)
  }

  /// The survey with a column of raked weights behind the others, in another form; rows that were not raked have none.
  ///
  /// - Parameter weight: the column's name.
  /// - Throws: as `converted(to:name:_:)`, and `RakingFault.nameTaken`.
  public func converted(
    to form: ConversionForm, name: String, with raked: RakedSample, weight: String,
    _ execution: StudyExecution = StudyExecution()
  ) throws -> Conversion {
    try converted(to: form, name: name, execution) { dataset in
      guard dataset[weight] == nil else { throw RakingFault.nameTaken(weight) }
      var column = Variable(
        name: weight, values: .double(raked.weights(of: dataset).map { $0 ?? MissingValue.double(0) }))
      column.label = "Raked weight"
      return dataset.replacing(column)
    }
  }
}

extension SourceLoader {
  /// Margins of the study, those of a file behind them.
  func rakingSpecification() throws -> RakingSpecification? {
    guard var raking = specification.raking else { return nil }
    guard let path = raking.table else { return raking }
    let reader = try SurveyFile.reader(path: path, options: ReadingOptions())
    let names = Dictionary(reader.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    guard let margin = names["margin"], let category = names["category"], let target = names["target"] else {
      throw RakingFault.tableColumns(path: path, found: reader.names)
    }
    let table = try reader.rows(ReadingRequest(categorical: [margin, category], jobs: 1))
    let targets = try table.variable(target)
    if targets.isText { throw DataFault.textVariable(variable: target, role: "a target") }
    for row in 0..<table.rowCount {
      guard let title = try table.variable(margin).text(row), let cell = try table.variable(category).text(row) else {
        continue
      }
      let variables = RakingSpecification.parts(title)
      let entry = RakingSpecification.Margin.Target(
        cell: RakingSpecification.parts(cell), value: targets.doubles[row])
      if let known = raking.margins.firstIndex(where: { $0.variables == variables }) {
        raking.margins[known].targets.append(entry)
      } else {
        raking.margins.append(.init(variables: variables, targets: [entry]))
      }
    }
    return raking
  }

  /// What raking makes of a sample: a column of weights in the rows that are analysed, and resamples that are raked again.
  ///
  /// - Parameter sample: the whole sample.
  func rake(_ sample: Dataset, _ loaded: inout LoadedSource) throws {
    guard let raking = try rakingSpecification(), case .rows(let dataset) = loaded.content else { return }
    var roles = loaded.roles
    let problem = try SampleRaking(raking, sample, weights: roles.weights)
    let raked = try problem.raked()
    loaded.raked = raked
    // Replicate weights carry the raking by being raked themselves.
    if roles.sampleReplicates == nil { roles.calibration = try problem.design(sample, roles, raked) }
    loaded.notes += raked.notes
    if let given = roles.sampleReplicates {
      roles.sampleReplicates = try problem.raked(given, names: roles.replicates?.variables ?? [])
    } else if resamples > 0 {
      let own = try problem.resamples(
        sample, roles, count: resamples, seed: study.settings.bootstrap.seed ?? 1, jobs: execution.threads)
      roles.sampleReplicates = own.replicates
      loaded.notes.append(own.note)
    }
    var name = "raked_weight"
    while dataset[name] != nil { name += "_" }
    loaded.content = .rows(
      dataset.replacing(Variable(name: name, values: .double(raked.weights(of: dataset).map { $0 ?? 0 }))))
    roles.weights = AnalysisRoles.Weighting(variable: name)
    loaded.roles = roles
  }
}

extension Variable {
  /// The text of a row; `nil` where it is missing.
  fileprivate func text(_ row: Int) -> String? {
    switch values {
    case .text(let codes, let categories): codes[row] < 0 ? nil : categories[Int(codes[row])]
    default: doubles[row].isNaN ? nil : Sentence.number(doubles[row])
    }
  }
}
