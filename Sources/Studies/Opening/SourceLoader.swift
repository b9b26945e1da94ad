import Measures
import Platform
import Survey
import SurveyFiles

/// Reads the data of a study: rows, sums of rows, or moments, as the analysis needs them.
struct SourceLoader {
  /// The part that each column plays, given the columns and those of them that hold text.
  typealias Resolve = (StudySpecification, [String], Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])

  var study: Study
  let need: DataNeed
  /// To be looked at, every column is meant by `*`; to explain something, those that can.
  var isExplaining = false
  /// A description names columns apart that have one name in the file.
  var takesRepeatedNames = false
  /// Columns, of those there are, that are read besides those with a part; with them all rows are kept as they were read.
  var besides: (([String]) -> Set<String>)?
  /// Resamples that the analysis draws, each of which is raked again where weights are.
  var resamples = 0
  /// The rows that meet the condition are the sample that is raked.
  var rakesSelection = false
  let execution: StudyExecution
  let resolve: Resolve
  /// Sets of the file's that groups are named after.
  var sets: [MultipleResponseSet] = []

  var specification: StudySpecification { study.specification }

  func load() throws -> LoadedSource {
    try study.checkReplicates()
    do {
      var loaded = try loadSource()
      if let recorded = study.recordedSource { loaded.name = recorded }
      if let recorded = study.recordedDigest, let digest = loaded.digest, digest != recorded {
        throw StudyFault.changedSource(source: loaded.name, digest: digest, recorded: recorded)
      }
      return loaded
    } catch let fault as DataFault {
      guard case .noSuchVariable(let name, let nearest) = fault else { throw fault }
      throw StudyPlace.fault(name, nearest, in: study.file, otherwise: fault)
    } catch let fault as SyntaxFault {
      guard case .column(let name, let nearest, _, _, _) = fault else { throw fault }
      throw StudyPlace.fault(name, nearest, in: study.file, otherwise: fault)
    }
  }

  private func loadSource() throws -> LoadedSource {
    let (loader, first) = try takingSets(try reader())
    return try loader.loadSource(first)
  }

  private func loadSource(_ first: any SurveyReader) throws -> LoadedSource {
    if SumsTable.looksLikeSums(names: first.names) { return try loadSummed(first) }
    if study.settings.takesMoments || Moments.looksLikeMoments(names: first.names) || specification.n != nil
      || specification.diagonal != nil
    {
      return try loadMoments(first)
    }
    if study.settings.keepsNoRows, let summed = try loadSums(first, keepsSmall: false) { return summed }
    // Only its rows tell a published matrix from a survey. Standard input that is held can be read again.
    var whole: Dataset?
    var held: (bytes: [UInt8], digest: String?)?
    let holding = first as? any HoldingReader
    if let bytes = try holding?.wholeInput(upTo: Self.smallSize) {
      if study.source == .path("-") { held = (bytes, holding?.heldDigest) }
      let dataset = try read(first, columns: nil)
      // Missing codes mean answers of people: a matrix is read again without them.
      if Moments.looksLikeMatrix(dataset) { return try loadMoments(try reader(held)) }
      whole = dataset
    } else if let bytes = try holding?.wholeMatrix() {
      func copy() throws -> any SurveyReader {
        try SurveyFile.reader(
          held: bytes, name: first.report.source, digest: holding?.heldDigest, options: recognition)
      }
      if Moments.looksLikeMatrix(try copy().rows(ReadingRequest(jobs: execution.jobs ?? 0))) {
        return try loadMoments(try copy())
      }
    }
    guard whole.map({ $0.rowCount >= RandomBlocks.smallestSample }) ?? true, !needsRows else {
      return try loadRows(first, whole)
    }
    // Standard input cannot be read twice, nor a pipe. A small file is read again as one, and so is one with a fault, which
    // is then told with the count of all its rows.
    if study.source == .path("-"), held == nil, let source = try loadSums(first) { return source }
    guard let size = held?.bytes.count ?? size, size > 0 else { return try loadRows(first, whole) }
    do {
      let streamed = whole == nil ? first : try reader(held)
      if var summed = try loadSums(streamed, isReadAgain: true) {
        if size <= Self.largestKept {
          summed.withRows = { [whole, held] in try loadRows(try reader(held), whole) }
        }
        return summed
      }
    } catch let fault as any Fault where size > Self.largestKept {
      throw fault
    } catch is any Fault {}
    return try loadRows(whole == nil ? try reader(held) : first, whole)
  }

  // MARK: Readers

  private var recognition: ReadingOptions {
    ReadingOptions(
      csv: CSVOptions(
        separator: study.settings.separator?.byte,
        // Engines write points, and a column of sums alone does not always tell.
        decimalComma: study.settings.takesMoments ? false : study.settings.decimal.map { $0 == .comma },
        headerRows: specification.headerRows), encoding: study.settings.encoding, sheet: study.settings.sheet,
      levels: study.settings.levels)
  }

  /// - Parameter held: what standard input held, which cannot be read again.
  func reader(_ held: (bytes: [UInt8], digest: String?)? = nil) throws -> any SurveyReader {
    try study.derivedReader(try plainReader(held))
  }

  private func plainReader(_ held: (bytes: [UInt8], digest: String?)?) throws -> any SurveyReader {
    if let held {
      return try SurveyFile.reader(
        held: held.bytes, name: "standard input", digest: held.digest, options: recognition)
    }
    switch study.source {
    case .path(let path): return try withSets(SurveyFile.reader(path: path, options: recognition))
    case .bytes(let bytes, let name):
      return try withSets(SurveyFile.reader(bytes: bytes, name: name, options: recognition))
    case nil: throw DataFault.missingRole(role: "data file", suggestion: "Add a line 'data: survey.csv' to the study.")
    }
  }

  private var size: Int? {
    switch study.source {
    case .path(let path): PathStatus.size(path)
    case .bytes(let bytes, _): bytes.count
    case nil: nil
    }
  }

  func read(_ reader: any SurveyReader, columns: Set<String>?) throws -> Dataset {
    let dataset = try reader.rows(
      ReadingRequest(
        columns: columns, missing: specification.missingRules(in: reader.names), categorical: categorical(reader),
        jobs: execution.threads))
    execution.observer?.didRead(reader.report)
    return dataset
  }

  func categorical(_ reader: any SurveyReader) throws -> Set<String> {
    Set(try Selection.resolve(specification.categorical, in: reader.names))
      .union(specification.derived.filter(\.isCategorical).map(\.name))
  }

  /// Bytes of a file that is read whole whatever is asked.
  private static let smallSize = 1 << 18

  /// Bytes of a file whose rows are read for the sake of a fault, or of digits that sums have lost.
  private static let largestKept = 1 << 28

  /// Whether something asks for the rows, however many they are.
  private var needsRows: Bool {
    // The latest wave is known only at the end.
    let isParted = specification.wave.map { specification.by.map(Selection.unquoted).contains($0) } ?? false
    let hasWave =
      specification.wave == nil || isParted || (specification.chosenWave != nil && study.source != .path("-"))
    let hasDesign = specification.hasDesign
    // Which columns "all" means is seen in the data.
    if PassedOver.applies(to: specification) { return true }
    return
      !((need == .sums || need == .tables) && hasWave && !hasDesign && !specification.keepsIncompleteRows)
  }

  private func loadRows(_ reader: any SurveyReader, _ whole: Dataset?) throws -> LoadedSource {
    var specification = specification
    let condition = try specification.condition.map { try RowCondition($0) }
    try condition?.check(columns: reader.names)
    var dataset: Dataset
    var resolved: (roles: AnalysisRoles, notes: [Note])
    let isAll = isExplaining && PassedOver.applies(to: specification)
    if whole != nil || isAll
      || (specification.drivers == nil && specification.constructs.isEmpty && specification.groups.isEmpty)
    {
      // Which columns are drivers may depend on which hold numbers: then all are read first.
      dataset = try whole ?? read(reader, columns: nil)
      // To be looked at, every column is meant; to explain something, those that can.
      let passedOver = isAll ? try PassedOver(dataset, study: specification) : nil
      specification.passedOver = Set(passedOver?.columns.map(\.name) ?? [])
      resolved = try resolve(specification, reader.names, Set(dataset.variables.filter(\.isText).map(\.name)))
      resolved.notes += passedOver?.notes(resolved.roles) ?? []
    } else {
      resolved = try resolve(specification, reader.names, [])
      let used = usedColumns(resolved.roles, condition, reader)
      dataset = try read(reader, columns: used)
      // Only now is it known which of them hold text, and what a verb says of that must not depend on the size of a file.
      let text = Set(dataset.variables.filter(\.isText).map(\.name))
      if !text.isEmpty { resolved = try resolve(specification, reader.names, text) }
    }
    // What answers in words were recognised to be on is their scale, where none was declared.
    if specification.takeScales(of: dataset) {
      resolved.roles = try resolve(
        specification, reader.names, Set(dataset.variables.filter(\.isText).map(\.name))
      ).roles
    }
    dataset = dataset.labelled(by: specification)
    let all = dataset
    let rowsRead = dataset.rowCount
    let reading = ReadingNotes(reader: reader, study: specification, roles: resolved.roles)
    if !takesRepeatedNames { try reading.refuseRepeatedNames() }
    var notes = try resolved.notes + reading.notes
    if condition == nil, var responses = PlatformResponses(reader.names) {
      responses.add(dataset)
      notes += [responses.note].compactMap { $0 }
    }
    if let condition {
      notes += reading.notes(onUnreadable: condition.variables, in: all)
      let rows = try condition.rows(in: dataset)
      guard !rows.isEmpty else { throw DataFault.noRowsLeft(after: "the condition '\(specification.condition!)'") }
      dataset = dataset.selecting(rows)
    }
    let (chosen, wave) = try WaveChoice(study: specification).restrict(dataset, notes: &notes)
    var roles = resolved.roles
    // The sample is the wave, or everything; what is selected from it is a domain.
    let sample = try wave.map { try WaveChoice(study: specification).rows(of: $0, in: all) } ?? all
    roles.sample = try sample.sampledDesign(roles)
    if let note = roles.noteOnSecondStage { notes.append(note) }
    roles.sampleReplicates = try sample.sampleReplicates(roles)
    var loaded = LoadedSource(
      study: study, content: .rows(chosen), roles: roles, name: reader.report.source, digest: reader.digest,
      rowsRead: rowsRead, chosenWave: wave, notes: notes)
    loaded.responseSets = reader.report.responseSets
    try rake(rakesSelection ? chosen : sample, &loaded)
    if besides != nil {
      // A small file is read whole whatever is asked; what is seen must not depend on it.
      let used = usedColumns(resolved.roles, condition, reader)
      loaded.allRows = Dataset(
        variables: all.variables.filter { used.contains($0.name) }, rowCount: all.rowCount, firstRow: all.firstRow)
    }
    return loaded
  }

  /// Every column that plays a part.
  private func usedColumns(
    _ roles: AnalysisRoles, _ condition: RowCondition?, _ reader: any SurveyReader
  ) -> Set<String> {
    var used = roles.columns
    used.formUnion(condition?.variables ?? [])
    used.formUnion(specification.by.map(Selection.unquoted))
    if let wave = specification.wave { used.insert(wave) }
    used.formUnion((try? rakingSpecification())?.variables ?? [])
    used.formUnion(PlatformResponses(reader.names)?.columns ?? [])
    used.formUnion(besides?(reader.names) ?? [])
    return used
  }
}
