import CReadStat
import Survey

/// Which columns of a file are read, and what its values become.
struct StatisticalPlan {
  /// One column that is read.
  struct Sink {
    /// Of the file's.
    var column: Int
    var kind: StatisticalColumn.Kind
    /// Numbers that stand for names: they become those.
    var isCategorical: Bool
    var reasons: [MissingReason]
    /// Numbers without an answer, and their reasons; the first that holds decides.
    var numbers: [(numbers: ClosedRange<Double>, reason: Int)]
    /// The same of texts.
    var texts: [(text: String, reason: Int)]
    /// Reasons of the marks `.a` to `.z` that have labels, and of the others.
    var marks: [UInt8: Int]
    var otherMark: Int
    var names: [Double: String]

    var isText: Bool { kind != .number || isCategorical }
  }

  let sinks: [Sink]
  /// The sink of each column of the file; −1 for one that is left out.
  let sinkOfColumn: [Int]

  /// - Throws: `DataFault.noSuchVariable`, `CSVFault.tooManyMissingCodes`.
  init(_ columns: [StatisticalColumn], _ request: ReadingRequest, keepsCodes: Bool) throws {
    let names = columns.map(\.name)
    for name in (request.columns ?? []).subtracting(names).sorted() {
      throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: names))
    }
    var sinks: [Sink] = []
    var sinkOfColumn = [Int](repeating: -1, count: columns.count)
    for (index, column) in columns.enumerated() where request.columns?.contains(column.name) ?? true {
      sinkOfColumn[index] = sinks.count
      sinks.append(
        try Sink(
          column, at: index, codes: request.missing.codes(of: column.name),
          isCategorical: request.categorical.contains(column.name), keepsCodes: keepsCodes))
    }
    self.sinks = sinks
    self.sinkOfColumn = sinkOfColumn
  }
}

extension StatisticalPlan.Sink {
  init(_ column: StatisticalColumn, at index: Int, codes: [String], isCategorical: Bool, keepsCodes: Bool) throws {
    self.column = index
    kind = column.kind
    self.isCategorical = isCategorical && column.kind == .number
    names = [:]
    for entry in column.valueLabels { if case .number(let number) = entry.value { names[number] = entry.label } }
    let given = try CSVMissing(codes: codes)
    (otherMark, marks) = (0, [:])
    reasons = Array(given.reasons.dropLast())
    numbers = given.numbers.map { ($0.value...$0.value, $0.reason) } + given.ranges.map { ($0.numbers, $0.reason) }
    texts = codes.compactMap { code in
      let code = MissingCode(code)
      return code.isRange ? nil : given.reasons.firstIndex(of: .code(code.text)).map { (code.text, $0) }
    }
    /// What the file says itself has its own reasons, as long as there is room; the last takes in the rest.
    func place(_ reason: MissingReason) -> Int {
      if let known = reasons.firstIndex(of: reason) { return known }
      if reasons.count < MissingValue.reasonLimit - 1 { reasons.append(reason) }
      return reasons.count - 1
    }
    for range in keepsCodes ? [] : column.missingRanges {
      let labelled = column.valueLabels.compactMap { entry -> (Double, String)? in
        guard case .number(let number) = entry.value, range.contains(number) else { return nil }
        return (number, entry.label)
      }
      for (number, label) in labelled { numbers.append((number...number, place(.answer(label)))) }
      if range.lowerBound < range.upperBound || labelled.isEmpty {
        numbers.append((range, place(.code(StatisticalColumn.text(of: range)))))
      }
    }
    for text in keepsCodes ? [] : column.missingTexts {
      let label = column.valueLabels.first { $0.value == .text(text) }?.label
      texts.append((text, place(label.map(MissingReason.answer) ?? .code(text))))
    }
    // A label that gives no answer makes its code one that gives none, also where the file forgot to say so.
    for entry in keepsCodes ? [] : column.valueLabels where NoAnswers.contains(entry.label) {
      switch entry.value {
      case .number(let number) where !numbers.contains { $0.numbers.contains(number) }:
        numbers.append((number...number, place(.answer(entry.label))))
      case .text(let text) where !texts.contains { $0.text == text }:
        texts.append((text, place(.answer(entry.label))))
      default: break
      }
    }
    for (mark, label) in column.markLabels.sorted(by: { $0.key < $1.key }) { marks[mark] = place(.answer(label)) }
    if kind != .text { otherMark = place(.answer("marked as missing")) }
  }
}

/// The pass that reads values, in blocks of rows.
final class StatisticalValues: StatisticalPass {
  private let plan: StatisticalPlan
  private let body: (CSVBlock, _ firstRow: Int) throws -> Void
  /// Values of a block, column by column: numbers and missing marks, or codes of categories.
  private var numbers: [Double]
  private var codes: [Int32]
  private var categories: [CSVCategories]
  /// Numbers that became text already, by their bits.
  private var known: [[UInt64: Int32]]
  private let moments: [CalendarMoment?]
  private let isNumber: [Bool]
  private let hasCodes: [Bool]
  /// Rows that a block can hold.
  private let size: Int
  /// Rows of the block at hand, and those of the blocks before.
  private var filled = 0
  private(set) var rows = 0

  init(
    _ plan: StatisticalPlan, _ format: StatisticalFormat, _ body: @escaping (CSVBlock, _ firstRow: Int) throws -> Void
  ) {
    self.plan = plan
    self.body = body
    let count = plan.sinks.count
    let isNumber = plan.sinks.map { !$0.isText }
    self.isNumber = isNumber
    hasCodes = plan.sinks.map { !$0.numbers.isEmpty }
    moments = plan.sinks.map { if case .moment(let moment) = $0.kind { moment } else { nil } }
    // Files of very many variables must not take more than a hundred megabytes.
    size = min(StatisticalReader.blockRows, max(16, StatisticalReader.mostCells / max(1, count)))
    numbers = [Double](repeating: MissingValue.double(0), count: isNumber.contains(true) ? size * count : 0)
    codes = [Int32](repeating: MissingValue.text(0), count: isNumber.contains(false) ? size * count : 0)
    categories = [CSVCategories](repeating: CSVCategories(), count: count)
    known = [[UInt64: Int32]](repeating: [:], count: count)
  }

  override var takesValues: Bool { true }

  override func variable(_ index: Int, _ variable: Column, labels: String?) -> Bool {
    index < plan.sinkOfColumn.count && plan.sinkOfColumn[index] >= 0
  }

  override func value(_ row: Int, _ variable: Column, _ value: readstat_value_t) -> Bool {
    if row - rows >= size {
      do { try deliver() } catch {
        fault = error
        return false
      }
    }
    let place = row - rows
    let sink = plan.sinkOfColumn[Int(readstat_variable_get_index(variable))]
    guard place >= 0, place < size, sink >= 0 else { return true }
    filled = max(filled, place + 1)
    let cell = sink * size + place
    if isNumber[sink] {
      numbers[cell] = number(value, sink)
    } else if plan.sinks[sink].kind == .text {
      codes[cell] = text(value, sink)
    } else {
      codes[cell] = word(value, sink)
    }
    return true
  }

  private func number(_ value: readstat_value_t, _ sink: Int) -> Double {
    let number = readstat_double_value(value)
    guard !number.isNaN else { return MissingValue.double(reason(value, sink)) }
    if hasCodes[sink] {
      for code in plan.sinks[sink].numbers where code.numbers.contains(number) {
        return MissingValue.double(code.reason)
      }
    }
    return number
  }

  private func reason(_ value: readstat_value_t, _ sink: Int) -> Int {
    guard readstat_value_is_tagged_missing(value) != 0 else { return 0 }
    return plan.sinks[sink].marks[UInt8(bitPattern: readstat_value_tag(value))] ?? plan.sinks[sink].otherMark
  }

  private func text(_ value: readstat_value_t, _ sink: Int) -> Int32 {
    guard let pointer = readstat_string_value(value), pointer.pointee != 0 else { return MissingValue.text(0) }
    let text = Selection.trimmed(String(cString: pointer))
    if text.isEmpty { return MissingValue.text(0) }
    for code in plan.sinks[sink].texts where code.text == text { return MissingValue.text(code.reason) }
    return categories[sink].code(of: text)
  }

  /// A moment, or a number that stands for a name.
  private func word(_ value: readstat_value_t, _ sink: Int) -> Int32 {
    let number = number(value, sink)
    if let reason = MissingValue.reason(number) { return MissingValue.text(reason) }
    if let code = known[sink][number.bitPattern] { return code }
    let text = moments[sink].map { $0.text(of: number) } ?? plan.sinks[sink].names[number]
    let code = categories[sink].code(of: text ?? CSVWriter.text(of: number))
    known[sink][number.bitPattern] = code
    return code
  }

  /// What is left when the file has ended.
  func finish() throws { if filled > 0 { try deliver() } }

  private func deliver() throws {
    var block = CSVBlock()
    block.rowCount = filled
    block.columns = plan.sinks.indices.map { sink in
      let cells = sink * size..<sink * size + filled
      return CSVBlock.Column(
        values: isNumber[sink]
          ? ColumnValues(narrowest: numbers[cells])
          : .text(codes: Array(codes[cells]), categories: categories[sink].names)
      )
    }
    // A row that the file does not hold whole keeps its columns empty.
    for cell in numbers.indices { numbers[cell] = MissingValue.double(0) }
    for cell in codes.indices { codes[cell] = MissingValue.text(0) }
    let first = rows + 1
    rows += filled
    filled = 0
    try body(block, first)
  }
}
