import Platform
public import Survey

/// Reads a survey from CSV: a file, standard input, or bytes in memory.
///
/// Opening recognises the format and reads the header, so that `names` is there to choose columns by; then the rows are
/// read once, either into memory (`read`) or block by block (`rows`). Both take the same way: blocks of whole records are
/// parsed on several cores and delivered in order, and nothing depends on how many cores there are.
///
/// The format: RFC 4180 with separators `,` `;` tab or `|`, a decimal comma or point, LF, CRLF or CR, UTF-8 with or
/// without byte order mark, a line `sep=;` in front. A header is required (`CSVHeader` says of which rows). Blank lines at
/// the end are skipped. Blanks around names and answers do not count. A column is numeric when all answers in the first
/// 64 KiB are numbers in one `NumberForm`, or at least half of them plain numbers.
public final class CSVReader {
  /// The columns of the file, in its order; a blank header is `column_3`.
  public let names: [String]
  /// What was recognised, and after reading what was found.
  public private(set) var report: ImportReport
  /// As recognised or given.
  public let format: CSVFormat
  /// `xxh64:` and sixteen hexadecimal digits over all bytes of the input; known when everything is read.
  public var digest: String? { report.digest }

  private let source: ByteSource
  /// What has been read: whole records from `dataStart` on (all of the input, when it is short), then the rest.
  private var sample: [UInt8]
  private let sampleCount: Int
  private let dataStart: Int
  private let headerLines: Int
  private let settings: Settings
  private let options: CSVOptions
  private let labels: [String]
  private let shortLabels: [String]
  private let sharedLabels: Set<String>
  private var isSpent = false

  /// Sizes that tests make small.
  package struct Settings: Sendable {
    package var sampleSize = 1 << 16
    package var blockSize = 1 << 18
    package var recordLimit = 1 << 26
    package init(sampleSize: Int = 1 << 16, blockSize: Int = 1 << 18, recordLimit: Int = 1 << 26) {
      self.sampleSize = sampleSize
      self.blockSize = blockSize
      self.recordLimit = recordLimit
    }
  }

  /// Opens the file at `path` (`-` is standard input), recognises its format and reads its header.
  ///
  /// - Throws: `FileFault.noSuchFile`, `unreadableFile`, `emptyInput`, `noRows`, `duplicateVariable`, `notUTF8`, `utf16`,
  ///   `nulByte`, `unterminatedQuote`.
  public convenience init(path: String, options: CSVOptions = CSVOptions()) throws {
    try self.init(source: ByteSource(path: path), options: options, settings: Settings())
  }

  /// Reads from memory; messages call the bytes `name`.
  public convenience init(bytes: [UInt8], name: String, options: CSVOptions = CSVOptions()) throws {
    try self.init(
      source: ByteSource(bytes: bytes, name: name), options: options, settings: Settings())
  }

  package init(source: ByteSource, options: CSVOptions, settings: Settings) throws {
    self.source = source
    self.settings = settings
    self.options = options
    let opening = try CSVOpening(source: source, options: options, settings: settings)
    sample = opening.bytes
    sampleCount = opening.wholeCount
    dataStart = opening.dataStart
    headerLines = opening.headerLines
    format = opening.format
    names = opening.header.names
    let questions = QuestionTexts(opening.header.labels)
    labels = opening.header.labels
    shortLabels = questions.labels
    sharedLabels = DistinctLabels.shared(shortLabels)
    report = ImportReport(
      source: source.name, format: opening.format,
      columns: names.map { ImportReport.Column(name: $0, kind: .skipped) },
      header: opening.header)
  }

  /// Reads all rows into memory.
  ///
  /// - Parameters:
  ///   - columns: the columns to keep, in the order of the file; `nil` keeps all.
  ///   - missing: which texts and numbers mean no answer; at most 13 for one column.
  ///   - categorical: columns that are read as text whatever they hold.
  ///   - jobs: threads; 0 takes as many as there are cores. The result does not depend on it.
  /// - Throws: `DataFault.noSuchVariable`, `tooManyMissingCodes`, `unequalFields`, `unterminatedQuote`, `notUTF8`,
  ///   `nulByte`, `noRows`, `unreadableFile`.
  public func read(
    columns: Set<String>? = nil, missing: MissingRules = MissingRules(), categorical: Set<String> = [], jobs: Int = 0
  ) throws -> Dataset {
    let plan = try plan(columns, missing, categorical)
    var all = CSVColumns(kinds: plan.kept.map { plan.kinds[$0] }, expectedRows: expectedRows)
    try forEachParsedBlock(plan, jobs) { block, firstRow in all.append(block, firstRow: firstRow) }
    let variables = zip(plan.kept, all.columns).map { index, column -> Variable in
      let reasons = plan.missing[index].reasons
      if let text = column.asTextIfMostlyUnreadable() {
        report.columns[index].kind = .text
        setMissing(MissingValue.counts(text), of: index, reasons)
        return Variable(
          name: names[index], label: label(index), values: text, missingReasons: reasons, details: details(index))
      }
      return Variable(
        name: names[index], label: label(index), values: column.values, missingReasons: reasons,
        unreadable: UnreadableText(column.unreadable), details: details(index))
    }
    return Dataset(variables: variables, rowCount: report.rows)
  }

  /// The rows as a stream of blocks, in constant memory. They can be read once. Parameters and errors as in `read`.
  ///
  /// The width of a column's values may differ from block to block. Texts in a column of numbers are missing values;
  /// `Variable.unreadable` tells of those in the block at hand.
  public func rows(
    columns: Set<String>? = nil, missing: MissingRules = MissingRules(), categorical: Set<String> = [], jobs: Int = 0
  ) -> CSVRows {
    CSVRows(reader: self, columns: columns, missing: missing, categorical: categorical, jobs: jobs)
  }

  fileprivate func stream(
    _ columns: Set<String>?, _ missing: MissingRules, _ categorical: Set<String>, _ jobs: Int,
    _ body: (Dataset) throws -> Void
  ) throws {
    let plan = try plan(columns, missing, categorical)
    var categories = [CSVCategories](repeating: CSVCategories(), count: plan.kept.count)
    try forEachParsedBlock(plan, jobs) { block, firstRow in
      var variables: [Variable] = []
      variables.reserveCapacity(plan.kept.count)
      for (i, index) in plan.kept.enumerated() {
        let part = block.columns[i]
        variables.append(
          Variable(
            name: names[index], label: label(index), values: categories[i].translated(part.values),
            missingReasons: plan.missing[index].reasons,
            unreadable: UnreadableText(part.unreadable.map { (row: $0.row + firstRow, text: $0.text) }),
            details: details(index)))
      }
      try body(Dataset(variables: variables, rowCount: block.rowCount, firstRow: firstRow))
    }
  }

  /// All bytes of an input of at most `limit`, read ahead without spending the reader; `nil` for a larger one.
  ///
  /// - Parameter lines: stops, too, at more line breaks than this below the header.
  package func wholeInput(upTo limit: Int, lines: Int) throws -> [UInt8]? {
    precondition(!isSpent, "a CSV reader reads its input once")
    if let size = source.expectedSize, size > limit { return nil }
    var counted = sample[dataStart...].count { CSVByte.isLineBreak($0) }
    while sample.count <= limit, counted <= lines {
      let known = sample.count
      let size = min(settings.blockSize, limit + 1 - known)
      sample.append(contentsOf: repeatElement(0, count: size))
      let got = try sample.withUnsafeMutableBytes {
        try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[known...]))
      }
      sample.removeLast(size - got)
      counted += sample[known...].count { CSVByte.isLineBreak($0) }
      if got < size { return counted <= lines ? sample : nil }
    }
    return nil
  }

  /// All bytes of an input that is no longer than a square matrix of its columns can be, read ahead without spending the
  /// reader; `nil` for a longer one.
  ///
  /// A number takes at most 25 bytes with its separator, and a line break may be two; rows of means and the like may follow.
  package func wholeMatrix() throws -> [UInt8]? {
    let order = names.count
    return try wholeInput(upTo: min(1 << 28, (order + 8) * (order + 8) * 32), lines: 2 * order + 32)
  }

  /// The digest of what was read so far.
  var sourceDigest: String { source.digest }

  // MARK: - Reading

  private func plan(
    _ columns: Set<String>?, _ missing: MissingRules, _ categorical: Set<String>
  ) throws -> CSVPlan {
    for name in (columns ?? []).subtracting(names).sorted() {
      throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: names))
    }
    let rules = try rules(missing)
    let read = sample.withUnsafeBufferPointer {
      CSVRecognition.columns(
        UnsafeBufferPointer(rebasing: $0[dataStart..<sampleCount]), format: format, given: options.decimalComma,
        missing: rules)
    }
    var kinds = read.map(\.kind)
    for (i, name) in names.enumerated() {
      if let columns, !columns.contains(name) {
        kinds[i] = .skip
      } else if categorical.contains(name) {
        kinds[i] = .text
      }
      report.columns[i].kind = kinds[i] == .number ? .number : kinds[i] == .text ? .text : .skipped
      report.columns[i].form = read[i].form
      report.columns[i].isNumberInSample = read[i].kind == .number && !categorical.contains(name)
      report.columns[i].reading = categorical.contains(name) ? nil : ColumnReading(read[i], usual: format.decimalComma)
    }
    return CSVPlan(
      format: format, kinds: kinds, forms: read.map(\.form), missing: rules,
      kept: kinds.indices.filter { kinds[$0] != .skip })
  }

  /// The missing codes of each column; columns with the same codes share them.
  private func rules(_ missing: MissingRules) throws -> [CSVMissing] {
    var known: [[String]: CSVMissing] = [:]
    func rule(_ codes: [String]) throws -> CSVMissing {
      if let rule = known[codes] { return rule }
      let rule = try CSVMissing(codes: codes)
      known[codes] = rule
      // In the order in which the codes were given, "unreadable" last.
      for reason in rule.reasons.dropLast() where !report.reasons.contains(reason) { report.reasons.append(reason) }
      return rule
    }
    report.reasons = []
    _ = try rule(missing.common)
    let rules = try names.map { try rule(missing.codes(of: $0)) }
    report.reasons.append(.unreadable)
    return rules
  }

  /// A header of several rows holds question texts, which are the labels too.
  func details(_ column: Int) -> VariableDetails { VariableDetails(question: question(column)) }

  func label(_ column: Int) -> String? {
    question(column).flatMap { _ in
      DistinctLabels.label(shortLabels[column], of: names[column], shared: sharedLabels)
    }
  }

  private func question(_ column: Int) -> String? {
    column < labels.count && !labels[column].isEmpty && labels[column] != names[column] ? labels[column] : nil
  }

  private var expectedRows: Int {
    guard let size = source.expectedSize, sampleCount > dataStart else { return 0 }
    let lines = sample[dataStart..<sampleCount].count { CSVByte.isLineBreak($0) }
    // A little more than it takes, so that the columns of a regular file never move.
    return min(
      size, Int(Double(size) / Double(sampleCount - dataStart) * Double(lines + 1) * 1.02) + 16)
  }

  private func forEachParsedBlock(
    _ plan: CSVPlan, _ jobs: Int, _ body: (CSVBlock, _ firstRow: Int) throws -> Void
  ) throws {
    precondition(!isSpent, "a CSV reader reads its input once")
    isSpent = true
    let isShort = source.expectedSize.map { $0 <= settings.blockSize } ?? false
    let splitter = CSVSplitter(
      source: source, pending: sample, start: dataStart, separator: format.separator,
      blockSize: settings.blockSize,
      recordLimit: settings.recordLimit)
    sample = []
    var missing = [[Int]](repeating: [], count: plan.kept.count)
    var rows = 0
    var lines = headerLines
    try CSVPipeline.run(
      splitter: splitter, plan: plan, jobs: isShort ? 1 : Processors.threads(jobs)
    ) { block in
      if let fault = block.fault { throw self.fault(fault, rows: rows, lines: lines) }
      if block.rowCount > 0 { try body(block, rows + 1) }
      rows += block.rowCount
      lines += block.lineCount
      for (i, column) in block.columns.enumerated() where !column.missing.isEmpty {
        missing[i] =
          missing[i].isEmpty ? column.missing : zip(missing[i], column.missing).map { $0 + $1 }
      }
      for (i, index) in plan.kept.enumerated() where i < block.columns.count && block.columns[i].hasOdd {
        report.columns[index].hasOdd = true
      }
    }
    if rows == 0 { throw FileFault.noRows(source: source.name) }
    report.rows = rows
    report.bytes = source.fileCount
    report.digest = source.digest
    for (i, index) in plan.kept.enumerated() {
      setMissing(missing[i], of: index, plan.missing[index].reasons)
    }
  }

  private func setMissing(_ counts: [Int], of column: Int, _ reasons: [MissingReason]) {
    report.columns[column].missing = zip(reasons, counts).filter { $0.1 > 0 }.map {
      ImportReport.MissingCount(reason: $0.0, count: $0.1)
    }
  }

  private func fault(_ fault: CSVBlock.Fault, rows: Int, lines: Int) -> any Error {
    switch fault {
    case .unequalFields(let row, let found):
      CSVFault.unequalFields(
        source: source.name, row: rows + row + 1, found: found, expected: names.count)
    case .unterminatedQuote(let row, let line):
      CSVFault.unterminatedQuote(source: source.name, row: rows + row + 1, line: lines + line + 1)
    case .tornField(let line): CSVFault.tornField(source: source.name, line: lines + line + 1)
    case .notUTF8(let line, let byte):
      FileFault.notUTF8(source: source.name, line: lines + line + 1, byte: byte)
    case .nulByte(let line): CSVFault.nulByte(source: source.name, line: lines + line + 1)
    case .endlessRecord:
      FileFault.unreadableFile(
        path: source.name,
        reason: "a record after row \(rows) is longer than \(settings.recordLimit) bytes")
    case .reading(let error): error
    }
  }
}

/// The rows of a CSV file as blocks of columns.
public struct CSVRows: RowSource {
  let reader: CSVReader
  let columns: Set<String>?
  let missing: MissingRules
  let categorical: Set<String>
  let jobs: Int

  /// Reads the rows block by block and keeps none.
  public func forEachBlock(_ body: (Dataset) throws -> Void) throws {
    try reader.stream(columns, missing, categorical, jobs, body)
  }
}
