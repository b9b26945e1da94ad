import CReadStat
import Platform
package import Survey

/// Writes surveys as files of SPSS (`.sav`) and Stata (`.dta`, version 118), by ReadStat: names, labels, value labels, levels and
/// what is missing for which reason.
///
/// SPSS keeps codes of missing answers as answers that are declared missing; reasons without a code get numbers below every
/// answer, at most three in a column. Stata keeps them as `.a` to `.z`, each with its label. Days and times become days and times
/// of the program. A name that the program does not allow is changed, and said.
package struct StatisticalWriter {
  /// Which program's file.
  package enum Form: Sendable { case spss, stata }

  /// What is written, and what the program's file cannot hold of it, in sentences without an end.
  package struct Result: Sendable {
    package var bytes: [UInt8]
    package var remarks: [String]
  }

  let form: Form
  private(set) var remarks: [String] = []

  package init(_ form: Form) { self.form = form }

  /// The file of a survey whose columns keep their codes of missing answers as answers, as far as they have any.
  ///
  /// - Parameter weights: the column that the file is to name as its weights.
  /// - Throws: `DataFault.request` for what cannot be written at all.
  package static func file(_ dataset: Dataset, form: Form, weights: String? = nil) throws -> Result {
    var writer = StatisticalWriter(form)
    let bytes = try writer.write(dataset, weights: weights)
    return Result(bytes: bytes, remarks: writer.remarks)
  }

  private mutating func write(_ dataset: Dataset, weights: String?) throws -> [UInt8] {
    let columns = self.columns(dataset)
    guard let writer = readstat_writer_init() else {
      throw FileFault.cannotWrite(path: "the file", reason: "no memory")
    }
    defer { readstat_writer_free(writer) }
    let output = WrittenBytes()
    readstat_set_data_writer(writer) { data, count, context in
      guard let data, let context else { return 0 }
      Unmanaged<WrittenBytes>.fromOpaque(context).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeRawBufferPointer(start: data, count: count))
      return count
    }
    // Nothing in a file depends on when it was written.
    readstat_writer_set_file_timestamp(writer, 946_728_000)
    if form == .stata { readstat_writer_set_file_format_version(writer, 118) }
    let variables = columns.enumerated().map { index, column in declare(column, index, writer, output) }
    if form == .spss, let place = columns.firstIndex(where: { $0.source.name == weights && $0.kind == .number }) {
      readstat_writer_set_fweight_variable(writer, variables[place])
    }
    let context = Unmanaged.passUnretained(output).toOpaque()
    try check(
      form == .spss
        ? readstat_begin_writing_sav(writer, context, dataset.rowCount)
        : readstat_begin_writing_dta(writer, context, dataset.rowCount))
    for row in 0..<dataset.rowCount {
      try check(readstat_begin_row(writer))
      for (column, variable) in zip(columns, variables) { try check(insert(column, variable, row, writer)) }
      try check(readstat_end_row(writer))
    }
    try check(readstat_end_writing(writer))
    return withExtendedLifetime(output) { output.bytes }
  }

  private func check(_ result: readstat_error_t) throws {
    guard result != READSTAT_OK else { return }
    throw DataFault.request(
      problem: "The survey cannot be written so: \(String(cString: readstat_error_message(result)))",
      suggestion: "Write another form.")
  }

  // MARK: Columns

  private mutating func columns(_ dataset: Dataset) -> [WrittenColumn] {
    var names = WrittenNames(form)
    return dataset.variables.map { variable in
      let name = names.name(for: variable.name)
      if name != variable.name { remarks.append("'\(variable.name)' is called '\(name)' there") }
      var column = WrittenColumn(variable, name: name, form: form)
      remarks += column.remarks
      column.remarks = []
      return column
    }
  }

  private func declare(
    _ column: WrittenColumn, _ index: Int, _ writer: UnsafeMutablePointer<readstat_writer_t>, _ output: WrittenBytes
  ) -> Variable? {
    let type = column.kind == .text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE
    let variable = readstat_add_variable(writer, column.name, type, column.kind == .text ? column.width : 0)
    if let label = column.label { readstat_variable_set_label(variable, label) }
    if let format = column.format { readstat_variable_set_format(variable, format) }
    switch column.source.details.level {
    case .nominal: readstat_variable_set_measure(variable, READSTAT_MEASURE_NOMINAL)
    case .ordinal: readstat_variable_set_measure(variable, READSTAT_MEASURE_ORDINAL)
    case .scale: readstat_variable_set_measure(variable, READSTAT_MEASURE_SCALE)
    case nil: break
    }
    if !column.labels.isEmpty || !column.marks.isEmpty {
      let set = readstat_add_label_set(writer, type, "labels\(index)")
      for entry in column.labels {
        switch entry.value {
        case .number(let number): readstat_label_double_value(set, number, entry.label)
        case .text(let text): readstat_label_string_value(set, text, entry.label)
        }
      }
      for (mark, label) in column.marks { readstat_label_tagged_value(set, CChar(bitPattern: mark), label) }
      readstat_variable_set_label_set(variable, set)
    }
    for range in column.missing {
      if range.lowerBound == range.upperBound {
        readstat_variable_add_missing_double_value(variable, range.lowerBound)
      } else {
        readstat_variable_add_missing_double_range(variable, range.lowerBound, range.upperBound)
      }
    }
    for text in column.missingTexts { readstat_variable_add_missing_string_value(variable, output.keeping(text)) }
    return variable
  }

  private typealias Variable = UnsafeMutablePointer<readstat_variable_t>

  private func insert(
    _ column: WrittenColumn, _ variable: Variable?, _ row: Int, _ writer: UnsafeMutablePointer<readstat_writer_t>
  ) -> readstat_error_t {
    switch column.cell(row) {
    case .number(let number): readstat_insert_double_value(writer, variable, number)
    case .text(let text): readstat_insert_string_value(writer, variable, text)
    case .mark(let mark): readstat_insert_tagged_missing_value(writer, variable, CChar(bitPattern: mark))
    case .empty:
      column.kind == .text
        ? readstat_insert_string_value(writer, variable, "") : readstat_insert_missing_value(writer, variable)
    }
  }
}

/// What C appends to, and texts that it keeps pointers to.
private final class WrittenBytes {
  var bytes: [UInt8] = []
  private var texts: [UnsafeMutablePointer<CChar>] = []

  func keeping(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    texts.append(copy)
    return copy
  }

  deinit { for text in texts { free(text) } }
}

/// Names that a program allows, each once whatever its capitals.
private struct WrittenNames {
  private let isStata: Bool
  private var taken: Set<String> = []

  init(_ form: StatisticalWriter.Form) { isStata = form == .stata }

  mutating func name(for name: String) -> String {
    var plain = String(
      name.map { $0.isASCII ? ($0.isLetter || $0.isNumber ? $0 : "_") : ($0.isLetter && !isStata ? $0 : "_") })
    if plain.first.map({ !$0.isLetter && !(isStata && $0 == "_") }) ?? true { plain = "v" + plain }
    if !isStata { while plain.hasSuffix("_") && plain != name { plain.removeLast() } }
    let reserved =
      isStata
      ? ["_n", "if", "in", "using", "with", "byte", "int", "long", "float", "double"]
      : [
        "all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with",
      ]
    if reserved.contains(plain.lowercased()) { plain += "1" }
    while plain.utf8.count > (isStata ? 32 : 64) { plain.removeLast() }
    var unique = plain
    var count = 2
    while !taken.insert(isStata ? unique : unique.lowercased()).inserted {
      let end = "_\(count)"
      unique = plain
      while unique.utf8.count + end.utf8.count > (isStata ? 32 : 64) { unique.removeLast() }
      unique += end
      count += 1
    }
    return unique
  }
}
