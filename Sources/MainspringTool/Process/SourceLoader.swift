import Datasets
import Measures
import Survey
import SurveyFiles

/// Opens sources: studies, data files, moments files, bundled data, standard input.
struct SourceLoader {
  let options: DataOptions
  /// Where results go: never over the data of a study.
  var outputs: [String] = []
  /// The verb can do with sums: rows that nothing else asks for are not kept.
  var takesSums = false
  /// A description names columns apart that have one name in the file.
  var takesRepeatedNames = false
  let quiet: Bool

  /// - Parameters:
  ///   - overlay: what the verb's options change in the study.
  ///   - resolve: the roles in the data, given its columns and those of them that are text.
  func load(
    overlay: (inout StudySpecification) throws -> Void,
    resolve: @escaping (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    do {
      return try loadSource(overlay: overlay, resolve: resolve)
    } catch DataFault.noSuchVariable(let name, let nearest) {
      throw StudyPlace.fault(name, nearest, in: options.source)
    }
  }

  private func loadSource(
    overlay: (inout StudySpecification) throws -> Void,
    resolve: @escaping (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    var (study, data) = try open()
    try options.overlay(&study)
    try overlay(&study)
    let recognition = CSVOptions(
      separator: options.separator?.byte, decimalComma: options.decimal.map { $0 == .comma },
      headerRows: study.headerRows)
    func reader() throws -> CSVReader {
      switch data {
      case .path(let path): try CSVReader(path: path, options: recognition)
      case .bytes(let bytes, let name): try CSVReader(bytes: bytes, name: name, options: recognition)
      }
    }
    let first = try reader()
    if Moments.looksLikeMoments(names: first.names) || study.n != nil || study.diagonal != nil {
      return try loadMoments(study, first, resolve)
    }
    if options.stream, let summed = try loadSums(study, first, keepsSmall: false, resolve) { return summed }
    // Only its rows tell a published matrix from a survey. Standard input that is held can be read again.
    var whole: Dataset?
    if let bytes = try first.wholeInput(upTo: Self.smallSize) {
      if case .path("-") = data { data = .bytes(bytes, name: "standard input") }
      let dataset = try read(first, study, columns: nil)
      // Missing codes mean answers of people: a matrix is read again without them.
      if Moments.looksLikeMatrix(dataset) { return try loadMoments(study, try reader(), resolve) }
      whole = dataset
    } else if let bytes = try first.wholeMatrix() {
      func held() throws -> CSVReader { try CSVReader(bytes: bytes, name: first.report.source, options: recognition) }
      if Moments.looksLikeMatrix(try held().read(jobs: options.jobs ?? 0)) {
        return try loadMoments(study, try held(), resolve)
      }
    }
    guard whole.map({ $0.rowCount >= RandomBlocks.smallestSample }) ?? true, !needsRows(study) else {
      return try loadRows(study, first, whole, resolve)
    }
    // Standard input cannot be read twice, nor a pipe. A small file is read again as one, and so is one with a fault, which
    // is then told with the count of all its rows.
    if case .path("-") = data, let source = try loadSums(study, first, resolve) { return source }
    guard let size = Self.size(data), size > 0 else { return try loadRows(study, first, whole, resolve) }
    do {
      let streamed = whole == nil ? first : try reader()
      if var summed = try loadSums(study, streamed, isReadAgain: true, resolve) {
        if size <= Self.largestKept {
          summed.withRows = { [study, whole] in try loadRows(study, try reader(), whole, resolve) }
        }
        return summed
      }
    } catch let fault as any Fault where size > Self.largestKept {
      throw fault
    } catch is any Fault {}
    return try loadRows(study, whole == nil ? try reader() : first, whole, resolve)
  }

  private func read(_ reader: CSVReader, _ study: StudySpecification, columns: Set<String>?) throws -> Dataset {
    let dataset = try reader.read(
      columns: columns, missing: study.missingRules(in: reader.names), categorical: Self.categorical(study, reader),
      jobs: options.threads)
    if !quiet { for line in reader.report.lines() { Console.error(line) } }
    return dataset
  }

  private func loadRows(
    _ study: StudySpecification, _ reader: CSVReader, _ whole: Dataset?,
    _ resolve: (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource {
    let condition = try study.condition.map { try RowCondition($0) }
    var dataset: Dataset
    var resolved: (roles: AnalysisRoles, notes: [Note])
    var study = study
    let isAll = takesSums && PassedOver.applies(to: study)
    if whole != nil || isAll
      || (study.drivers == nil && study.constructs.isEmpty && study.groups.isEmpty)
    {
      // Which columns are drivers may depend on which hold numbers: then all are read first.
      dataset = try whole ?? read(reader, study, columns: nil)
      // To be looked at, every column is meant; to explain something, those that can.
      let passedOver = isAll ? try PassedOver(dataset, study: study) : nil
      study.passedOver = Set(passedOver?.columns.map(\.name) ?? [])
      resolved = try resolve(study, reader.names, Set(dataset.variables.filter(\.isText).map(\.name)))
      resolved.notes += passedOver?.notes(resolved.roles) ?? []
    } else {
      resolved = try resolve(study, reader.names, [])
      var used = resolved.roles.columns
      used.formUnion(condition?.variables ?? [])
      used.formUnion(study.by.map(Selection.unquoted))
      if let wave = study.wave { used.insert(wave) }
      dataset = try read(reader, study, columns: used)
      // Only now is it known which of them hold text, and what a verb says of that must not depend on the size of a file.
      let text = Set(dataset.variables.filter(\.isText).map(\.name))
      if !text.isEmpty { resolved = try resolve(study, reader.names, text) }
    }
    let all = dataset
    let rowsRead = dataset.rowCount
    let reading = ReadingNotes(reader: reader, study: study, roles: resolved.roles)
    if !takesRepeatedNames { try reading.refuseRepeatedNames() }
    var notes = try resolved.notes + reading.notes
    if let condition {
      notes += reading.notes(onUnreadable: condition.variables, in: all)
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

  private static func categorical(_ study: StudySpecification, _ reader: CSVReader) throws -> Set<String> {
    Set(try Selection.resolve(study.categorical, in: reader.names))
  }

  /// Whether something asks for the rows, however many they are.
  private func needsRows(_ study: StudySpecification) -> Bool {
    // Robust errors are sums over residuals; with sampling weights or precisions rows say more than their sums.
    let hasErrors = study.errors == nil || study.errors == "classical" || study.errors == "bootstrap"
    let hasSums = study.weights == nil || study.weights?.kind == .frequency
    // The latest wave is known only at the end.
    let hasWave = study.wave == nil || (study.chosenWave != nil && options.source != "-")
    let hasDesign = study.strata != nil || study.cluster != nil
    // Which columns "all" means is seen in the data.
    if PassedOver.applies(to: study) { return true }
    // Ranks and tables of answers are made of rows.
    if study.correlation.map({ $0 != "pearson" }) ?? false { return true }
    // Constructs are scored from the items of complete rows.
    if study.correct != nil || study.scoreMethod.map({ $0 != "mean" }) ?? false { return true }
    if study.diagnostics ?? false || study.permutations ?? 0 > 0 || study.folds ?? 0 > 0 { return true }
    return
      !(takesSums && hasErrors && hasSums && hasWave && !hasDesign && study.by.isEmpty
      && study.missing != .pairwise)
  }

  /// Bytes of a file that is read whole whatever is asked.
  private static let smallSize = 1 << 18

  /// Bytes of a file whose rows are read for the sake of a fault, or of digits that sums have lost.
  private static let largestKept = 1 << 28

  /// Sums the rows of a large survey without keeping them; of a small one these are its rows, or `nil` when it can be read
  /// again.
  private func loadSums(
    _ study: StudySpecification, _ reader: CSVReader, keepsSmall: Bool = true, isReadAgain: Bool = false,
    _ resolve: (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  ) throws -> LoadedSource? {
    if options.stream { try refuse(study) }
    let resolved = try resolve(study, reader.names, [])
    let condition = try study.condition.map { try RowCondition($0) }
    var used = resolved.roles.columns
    used.formUnion(condition?.variables ?? [])
    let wave = study.chosenWave == "all" ? nil : study.wave
    if let wave { used.insert(wave) }
    let reading = ReadingNotes(reader: reader, study: study, roles: resolved.roles)
    if !takesRepeatedNames { try reading.refuseRepeatedNames() }
    let rows = reader.rows(
      columns: used, missing: try study.missingRules(in: reader.names),
      categorical: try Self.categorical(study, reader),
      jobs: options.threads)
    let hasReplicates = study.bootstrap.replicates != 0
    var intake = SurveyIntake(
      roles: resolved.roles, resampling: hasReplicates ? study.bootstrap.seed ?? 1 : nil, keepsSmall: keepsSmall)
    var passedOver: [String: [UnreadableText]] = [:]
    try rows.forEachBlock { block in
      var chosen = try condition?.rows(in: block)
      for name in condition?.variables ?? [] {
        if let bad = block[name]?.unreadable { passedOver[name, default: []].append(bad) }
      }
      if let wave {
        let variable = try block.variable(wave)
        chosen = (chosen ?? Array(0..<Int32(block.rowCount))).filter {
          let key = RowKey(variable, row: Int($0))
          return key.title == study.chosenWave || key == Double(study.chosenWave!).map(RowKey.number)
        }
      }
      try intake.add(chosen.map { block.selecting($0) } ?? block)
    }
    let content: LoadedSource.Content
    switch try intake.finish() {
    case .sums(let model): content = .stream(model)
    case .rows(let dataset):
      if isReadAgain { return nil }
      if dataset.rowCount == 0, let text = study.condition {
        throw DataFault.noRowsLeft(after: "the condition '\(text)'")
      }
      content = .rows(dataset)
    }
    if !quiet { for line in reader.report.lines() { Console.error(line) } }
    return LoadedSource(
      study: study, content: content, roles: resolved.roles, name: reader.report.source, digest: reader.digest,
      rowsRead: reader.report.rows, chosenWave: study.chosenWave,
      notes: resolved.notes + (try reading.notes)
        + reading.notes(
          onUnreadable: passedOver.sorted { $0.key < $1.key }.compactMap { name, parts in
            UnreadableText(joining: parts).map { (name, $0) }
          }))
  }

  /// What `--stream` cannot do.
  private func refuse(_ study: StudySpecification) throws {
    func refusal(_ what: String, _ suggestion: Sentence) -> DataFault {
      DataFault.request(problem: "--stream keeps no rows, and \(what)", suggestion: suggestion)
    }
    if !study.by.isEmpty { throw refusal("--by needs them", "Choose a group with --where.") }
    if PassedOver.applies(to: study) {
      throw refusal("which columns '*' means is seen in them", "Name the drivers with --drivers.")
    }
    if study.drivers == nil, study.constructs.isEmpty, study.groups.isEmpty, study.blocks.isEmpty {
      throw refusal("which columns hold numbers is known only at the end", "Name the drivers with --drivers.")
    }
    if study.wave != nil, study.chosenWave == nil {
      throw refusal("the latest wave is known only at the end", "Name it with --wave, or say --wave all.")
    }
    guard study.bootstrap.replicates != 0 else { return }
    let without: Sentence = "Leave --stream out, or add --bootstrap 0."
    if study.strata != nil || study.cluster != nil { throw refusal("resampling a design needs them", without) }
    if study.missing == .pairwise { throw refusal("resampling pairs of answers needs them", without) }
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
    let dataset = try reader.read(jobs: options.threads)
    let moments = try Moments(table: dataset, n: study.n, diagonal: study.diagonal, source: reader.report.source)
    let resolved = try resolve(study, moments.names, [])
    var study = study
    let notes = MatrixDiagonalChoice.apply(Moments.diagonal(of: dataset), to: &study, resolved.roles)
    return LoadedSource(
      study: study, content: .moments(moments), roles: resolved.roles, name: reader.report.source,
      digest: reader.digest, rowsRead: nil, chosenWave: nil, notes: resolved.notes + notes)
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
    try OutputPlaces.check(outputs, source: data, is: "it holds the data of the study")
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
