import Datasets
import Measures
import Survey
import SurveyFiles

/// Opens sources: studies, data files, moments files, bundled data, standard input.
struct SourceLoader {
  let options: DataOptions
  /// Where results go: never over the data of a study.
  var outputs: [String] = []
  let quiet: Bool

  /// - Parameters:
  ///   - overlay: what the verb's options change in the study.
  ///   - resolve: the roles in the data, given its columns and those of them that are text.
  func load(
    overlay: (inout StudySpecification) throws -> Void,
    resolve: (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    do {
      return try loadSource(overlay: overlay, resolve: resolve)
    } catch DataFault.noSuchVariable(let name, let nearest) {
      throw StudyPlace.fault(name, nearest, in: options.source)
    }
  }

  private func loadSource(
    overlay: (inout StudySpecification) throws -> Void,
    resolve: (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    var (study, data) = try open()
    try options.overlay(&study)
    try overlay(&study)
    let recognition = CSVOptions(
      separator: options.separator?.byte, decimalComma: options.decimal.map { $0 == .comma })
    func reader() throws -> CSVReader {
      switch data {
      case .path(let path): try CSVReader(path: path, options: recognition)
      case .bytes(let bytes, let name): try CSVReader(bytes: bytes, name: name, options: recognition)
      }
    }
    let first = try reader()
    if Moments.looksLikeMoments(names: first.names) || study.n != nil {
      return try loadMoments(study, first, resolve)
    }
    if options.stream || Self.streamsByItself(study, data) { return try loadStream(study, first, resolve) }
    // A published matrix is a small file, and only its rows tell it from a survey.
    var whole: Dataset?
    if Self.size(data).map({ $0 < 1 << 18 }) ?? false {
      let dataset = try read(first, study, columns: nil)
      // Missing codes mean answers of people: a matrix is read again without them.
      if Moments.looksLikeMatrix(dataset) { return try loadMoments(study, try reader(), resolve) }
      whole = dataset
    }
    return try loadRows(study, first, whole, resolve)
  }

  private func read(_ reader: CSVReader, _ study: StudySpecification, columns: Set<String>?) throws -> Dataset {
    let exempt = try study.exemptFromMissingCodes(in: reader.names).columns
    let dataset = try reader.read(
      columns: columns, missingCodes: study.missingCodes, exempt: exempt, jobs: options.jobs ?? 0)
    if !quiet { for line in reader.report.lines() { Console.error(line) } }
    return dataset
  }

  private func loadRows(
    _ study: StudySpecification, _ reader: CSVReader, _ whole: Dataset?,
    _ resolve: (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    let condition = try study.condition.map { try RowCondition($0) }
    var dataset: Dataset
    let resolved: (roles: AnalysisRoles, notes: [Note])
    if whole != nil || (study.drivers == nil && study.constructs.isEmpty && study.groups.isEmpty) {
      // Which columns are drivers may depend on which hold numbers: then all are read first.
      dataset = try whole ?? read(reader, study, columns: nil)
      resolved = try resolve(study, reader.names, Set(dataset.variables.filter(\.isText).map(\.name)))
    } else {
      resolved = try resolve(study, reader.names, [])
      var used = resolved.roles.columns
      used.formUnion(condition?.variables ?? [])
      used.formUnion(study.by.map(Selection.unquoted))
      if let wave = study.wave { used.insert(wave) }
      dataset = try read(reader, study, columns: used)
    }
    let all = dataset
    let rowsRead = dataset.rowCount
    let kept = try study.exemptFromMissingCodes(in: reader.names).notes.filter { note in
      resolved.roles.columns.contains { note.message.contains("'\($0)'") }
    }
    var notes = resolved.notes + kept + codesInOutcomes(dataset, resolved.roles)
    if let condition {
      let rows = try condition.rows(in: dataset)
      guard !rows.isEmpty else { throw DataFault.noRowsLeft(after: "the condition '\(study.condition!)'") }
      dataset = dataset.selecting(rows)
    }
    let (chosen, wave) = try WaveChoice(study: study).restrict(dataset, notes: &notes)
    var roles = resolved.roles
    if roles.cluster != nil {
      // The sample is the wave, or everything; what is selected from it is a domain.
      let sample = try wave.map { try WaveChoice(study: study).rows(of: $0, in: all) } ?? all
      roles.sampledClusters = try sample.sampledClusters(roles)
    }
    return LoadedSource(
      study: study, content: .rows(chosen), roles: roles, name: reader.report.source, digest: reader.digest,
      rowsRead: rowsRead, chosenWave: wave, notes: notes)
  }

  /// A code that takes answers away from an outcome without a scale of its own may well be an answer there.
  private func codesInOutcomes(_ dataset: Dataset, _ roles: AnalysisRoles) -> [Note] {
    roles.outcomes.filter { $0.scale == nil }.compactMap { outcome in
      guard let variable = dataset[outcome.name], !variable.isText else { return nil }
      var counts = [Int](repeating: 0, count: MissingValue.reasonLimit)
      switch variable.values {
      case .int8(let values): for value in values { if let r = MissingValue.reason(value) { counts[r] += 1 } }
      case .int16(let values): for value in values { if let r = MissingValue.reason(value) { counts[r] += 1 } }
      case .double(let values): for value in values { if let r = MissingValue.reason(value) { counts[r] += 1 } }
      case .text: return nil
      }
      let coded = zip(variable.missingReasons, counts).filter { $0.0.hasPrefix("code ") && $0.1 > 0 }
      guard !coded.isEmpty else { return nil }
      let words = coded.map { "\($0.1) answers \($0.0.dropFirst(5))" }.joined(separator: ", ")
      return Note(
        "code_in_outcome",
        "\(words) to '\(outcome.name)' count as missing. If people could answer that, declare the scale, such as --scale \(outcome.name)=0:10: a code within a column's own scale is an answer."
      )
    }
  }

  /// A large file is summed without keeping its rows when nothing asks for them.
  private static func streamsByItself(_ study: StudySpecification, _ data: Input) -> Bool {
    guard case .path(let path) = data, let size = Files.size(path), size > largestKept else { return false }
    return study.bootstrap.replicates == 0 && (study.errors ?? "classical") == "classical" && study.by.isEmpty
      && study.weights == nil && study.strata == nil && study.cluster == nil && study.missing != .pairwise
      && (study.wave == nil || study.chosenWave != nil)
  }

  /// Bytes of a file whose rows are kept without need.
  private static let largestKept = 1 << 28

  private func loadStream(
    _ study: StudySpecification, _ reader: CSVReader,
    _ resolve: (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    func refuse(_ what: String, _ suggestion: String) -> DataFault {
      DataFault.request(problem: "--stream keeps no rows, and \(what)", suggestion: suggestion)
    }
    if study.bootstrap.replicates != 0 { throw refuse("resampling draws rows", "Add --bootstrap 0.") }
    if !study.by.isEmpty { throw refuse("--by needs them", "Choose a group with --where.") }
    if study.drivers == nil, study.constructs.isEmpty, study.groups.isEmpty {
      throw refuse("which columns hold numbers is known only at the end", "Name the drivers with --drivers.")
    }
    if study.wave != nil, study.chosenWave == nil {
      throw refuse("the latest wave is known only at the end", "Name it with --wave, or say --wave all.")
    }
    let resolved = try resolve(study, reader.names, [])
    let condition = try study.condition.map { try RowCondition($0) }
    var used = resolved.roles.columns
    used.formUnion(condition?.variables ?? [])
    let wave = study.chosenWave == "all" ? nil : study.wave
    if let wave { used.insert(wave) }
    let exempt = try study.exemptFromMissingCodes(in: reader.names)
    let rows = reader.rows(
      columns: used, missingCodes: study.missingCodes, exempt: exempt.columns, jobs: options.jobs ?? 0)
    let model = try ModelMoments(rows, roles: resolved.roles) { block in
      var chosen = try condition?.rows(in: block)
      if let wave {
        let variable = try block.variable(wave)
        chosen = (chosen ?? Array(0..<Int32(block.rowCount))).filter {
          let key = RowKey(variable, row: Int($0))
          return key.title == study.chosenWave || key == Double(study.chosenWave!).map(RowKey.number)
        }
      }
      return chosen
    }
    if !quiet { for line in reader.report.lines() { Console.error(line) } }
    return LoadedSource(
      study: study, content: .stream(model), roles: resolved.roles, name: reader.report.source, digest: reader.digest,
      rowsRead: reader.report.rows, chosenWave: study.chosenWave, notes: resolved.notes + exempt.notes)
  }

  private func loadMoments(
    _ study: StudySpecification, _ reader: CSVReader,
    _ resolve: (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    if study.condition != nil {
      throw DataFault.needsRows(analysis: "--where", suggestion: "Give a file of moments of those respondents only.")
    }
    if study.chosenWave != nil {
      throw DataFault.needsRows(analysis: "--wave", suggestion: "Give a file of moments of that wave.")
    }
    if study.missing == .pairwise {
      throw DataFault.needsRows(analysis: "--missing pairwise", suggestion: "Leave it out: the matrix is what it is.")
    }
    let dataset = try reader.read(jobs: options.jobs ?? 0)
    let moments = try Moments(table: dataset, n: study.n, source: reader.report.source)
    let resolved = try resolve(study, moments.names, [])
    return LoadedSource(
      study: study, content: .moments(moments), roles: resolved.roles, name: reader.report.source,
      digest: reader.digest, rowsRead: nil, chosenWave: nil, notes: resolved.notes)
  }

  private enum Input {
    case path(String)
    case bytes([UInt8], name: String)
  }

  private static func size(_ data: Input) -> Int? {
    switch data {
    case .path(let path): Files.size(path)
    case .bytes(let bytes, _): bytes.count
    }
  }

  /// A file if there is one of that name, else bundled data, even beside a folder into which they were copied.
  private func open() throws -> (StudySpecification, Input) {
    let source = options.source
    if source != "-", !Files.exists(source) || Files.isFolder(source), let bundled = BundledDatasets.named(source) {
      guard let text = bundled.study?.text, let data = bundled.data else {
        throw DataFault.request(
          problem: "'\(source)' is a collection of several sets, which no one study analyses",
          suggestion: "Copy its files with `mainspring datasets \(source) --copy FOLDER` and name one of them.")
      }
      var study = try StudyFile.parse(text, file: "\(bundled.name).yaml", vocabulary: AnalysisWords.vocabulary)
      study.data = nil
      return (study, .bytes(data.bytes, name: "\(bundled.name).csv"))
    }
    guard source.hasSuffix(".yaml") || source.hasSuffix(".yml") else { return (StudySpecification(), .path(source)) }
    let study = try StudyFile.read(path: source, vocabulary: AnalysisWords.vocabulary)
    guard let data = study.data else {
      throw DataFault.missingRole(role: "data file", suggestion: "Add a line 'data: survey.csv' to \(source).")
    }
    for output in outputs where Files.areSame(output, data) {
      throw DataFault.cannotWrite(path: output, reason: "it holds the data of the study; name another file")
    }
    return (study, .path(data))
  }
}

extension AnalysisRoles {
  /// Every column that the analysis reads.
  var columns: Set<String> {
    var names = Set(outcomes.map(\.name) + always.map(\.name))
    for player in players {
      names.formUnion((player.items + player.stated + player.factors.flatMap(\.items)).map(\.name))
    }
    names.formUnion([weights?.variable, strata, cluster].compactMap { $0 })
    return names
  }
}
