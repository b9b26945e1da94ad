import CReadStat
public import Survey

/// Reads surveys of SPSS (`.sav`, `.zsav`, `.por`), Stata (`.dta`) and SAS (`.sas7bdat`, `.xpt`), by ReadStat.
///
/// Numbers stay numbers whatever their labels say. Answers that the file declares missing are missing for the reason that their
/// label gives, or as a code; Stata's and SAS's `.a` to `.z` likewise. Dates and times become text as ISO 8601 writes them.
/// Texts lose the blanks that fill them up. Only the columns that are asked for are decoded.
public final class StatisticalReader: SurveyReader {
  /// Of the variables, in the order of the file.
  public let names: [String]
  /// What was found so far.
  public private(set) var report: ImportReport
  let columns: [StatisticalColumn]
  private let bytes: StatisticalBytes
  private let format: StatisticalFormat
  /// As given, for reading values; `nil` where the file says it.
  private let encodingOfValues: String?
  /// What the file declares missing is left as it is.
  private let keepsCodes: Bool
  private let rowCount: Int
  private let sharedLabels: Set<String>

  /// Rows of a block.
  static let blockRows = 4096
  /// Values of a block.
  static let mostCells = 1 << 23

  /// Reads what the file says of its variables.
  ///
  /// - Throws: `StatisticalFault`, `FileFault.unreadableFile`.
  init(_ source: ByteSource, _ format: StatisticalFormat, encoding: String?, keepsCodes: Bool = false) throws {
    self.keepsCodes = keepsCodes
    bytes = try StatisticalBytes(source)
    self.format = format
    let opening = StatisticalOpening(format)
    try opening.run(bytes, format, encoding: encoding)
    columns = opening.described
    names = columns.map(\.name)
    rowCount = opening.rowCount
    sharedLabels = DistinctLabels.shared(columns.map { $0.label ?? "" })
    guard !columns.isEmpty else {
      throw StatisticalFault.damaged(source: bytes.name, format: format.title, reason: "it holds no variable")
    }
    let kind = [format.title, encoding ?? opening.encoding].compactMap { $0 }.joined(separator: ", ")
    report = ImportReport(
      source: bytes.name, kind: kind, columns: names.map { ImportReport.Column(name: $0, kind: .skipped) })
    report.bytes = bytes.byteCount
    report.weightVariable = opening.weightVariable
    var encodingOfValues = encoding
    if format == .sav {
      let dictionary = SPSSDictionary(bytes)
      let taken = encoding ?? opening.encoding
      report.responseSets = dictionary.sets(encoding: taken, names: names)
      // ReadStat 1.1.8 leaves zero bytes out of texts in "UTF-8", and writes before its buffer where the first 256 bytes of a
      // longer text are zeros. By the other name of the encoding iconv takes them as they are.
      if dictionary.mayHoldLongTexts, taken == "UTF-8" { encodingOfValues = "UTF8" }
    }
    self.encodingOfValues = encodingOfValues
  }

  /// What the file says of each variable.
  public var schema: [VariableDetails] { columns.map(\.details) }

  /// Reads all rows; again, when asked again.
  public func rows(_ request: ReadingRequest) throws -> Dataset {
    let plan = try StatisticalPlan(columns, request, keepsCodes: keepsCodes)
    // A damaged file says any number; a value takes a byte at least, unless everything is packed once more.
    let mostRows = bytes.byteCount / columns.count + 1
    var all = CSVColumns(
      kinds: plan.sinks.map { $0.isText ? .text : .number }, expectedRows: max(0, min(rowCount, mostRows)))
    try pass(plan) { block, firstRow in all.append(block, firstRow: firstRow) }
    return Dataset(
      variables: zip(plan.sinks, all.columns).map { variable($0, $1.values) }, rowCount: report.rows)
  }

  /// Reads rows block by block.
  public func stream(_ request: ReadingRequest) -> any RowSource { StatisticalRows(reader: self, request: request) }

  fileprivate func stream(_ request: ReadingRequest, _ body: (Dataset) throws -> Void) throws {
    let plan = try StatisticalPlan(columns, request, keepsCodes: keepsCodes)
    var categories = [CSVCategories](repeating: CSVCategories(), count: plan.sinks.count)
    try pass(plan) { block, firstRow in
      let variables = plan.sinks.indices.map {
        variable(plan.sinks[$0], categories[$0].translated(block.columns[$0].values))
      }
      try body(Dataset(variables: variables, rowCount: block.rowCount, firstRow: firstRow))
    }
  }

  private func variable(_ sink: StatisticalPlan.Sink, _ values: ColumnValues) -> Variable {
    let column = columns[sink.column]
    return Variable(
      name: column.name, label: DistinctLabels.label(column.label, of: column.name, shared: sharedLabels),
      values: values,
      missingReasons: sink.reasons, details: column.details)
  }

  private func pass(_ plan: StatisticalPlan, _ body: (CSVBlock, _ firstRow: Int) throws -> Void) throws {
    for index in report.columns.indices { (report.columns[index].kind, report.columns[index].missing) = (.skipped, []) }
    report.reasons = []
    var missing = plan.sinks.map { [Int](repeating: 0, count: $0.reasons.count) }
    try withoutActuallyEscaping(body) { body in
      let pass = StatisticalValues(plan, format) { block, firstRow in
        for (index, column) in block.columns.enumerated() {
          for (reason, count) in MissingValue.counts(column.values).enumerated() where reason < missing[index].count {
            missing[index][reason] += count
          }
        }
        try body(block, firstRow)
      }
      try pass.run(bytes, format, encoding: encodingOfValues)
      try pass.finish()
      report.rows = pass.rows
    }
    if report.rows == 0 { throw FileFault.noRows(source: bytes.name) }
    report.digest = bytes.digest()
    for (sink, counts) in zip(plan.sinks, missing) {
      report.columns[sink.column].kind = sink.isText ? .text : .number
      report.columns[sink.column].missing = zip(sink.reasons, counts).filter { $0.1 > 0 }.map {
        ImportReport.MissingCount(reason: $0.0, count: $0.1)
      }
      for reason in sink.reasons where !report.reasons.contains(reason) { report.reasons.append(reason) }
    }
  }
}

/// The rows of such a file as blocks of columns; each pass reads the file anew.
private struct StatisticalRows: RowSource {
  let reader: StatisticalReader
  let request: ReadingRequest

  func forEachBlock(_ body: (Dataset) throws -> Void) throws { try reader.stream(request, body) }
}

/// The pass that reads what a file says of its variables.
private final class StatisticalOpening: StatisticalPass {
  private let format: StatisticalFormat
  private var columns: [StatisticalColumn] = []
  private var labels: [String: [(value: readstat_value_t, text: String?, label: String)]] = [:]
  private(set) var weightVariable: String?

  init(_ format: StatisticalFormat) { self.format = format }

  override func variable(_ index: Int, _ variable: Column, labels: String?) -> Bool {
    columns.append(StatisticalColumn(variable, format, labels: labels))
    return true
  }

  override func label(_ value: readstat_value_t, _ label: String, set: String) {
    // A text lives only as long as the call.
    let text =
      readstat_value_type(value) == READSTAT_TYPE_STRING
      ? readstat_string_value(value).map { String(cString: $0) } : nil
    labels[set, default: []].append((value, text, Selection.trimmed(label)))
  }

  override func weight(_ variable: Column) { weightVariable = String(cString: readstat_variable_get_name(variable)) }

  /// The variables with their labels, which may come after them. In a damaged file names may be blank or stand twice.
  var described: [StatisticalColumn] {
    var known: Set<String> = []
    return columns.enumerated().map { index, column in
      var column = column
      if column.name.isEmpty { column.name = "column_\(index + 1)" }
      while !known.insert(column.name).inserted { column.name += "_" }
      for entry in column.labelSet.flatMap({ labels[$0] }) ?? [] {
        if let text = entry.text {
          column.valueLabels.append(VariableDetails.ValueLabel(.text(text), entry.label))
        } else if readstat_value_is_tagged_missing(entry.value) != 0 {
          column.markLabels[UInt8(bitPattern: readstat_value_tag(entry.value))] = entry.label
        } else {
          column.valueLabels.append(
            VariableDetails.ValueLabel(.number(readstat_double_value(entry.value)), entry.label))
        }
      }
      return column
    }
  }
}
