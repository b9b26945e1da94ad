import Survey

/// Turns the bytes of one block into columns. One parser per worker; it keeps its working memory from block to block.
///
/// Values go to columns of bytes at first. A column that meets a value too wide for its type is copied to the next width
/// and goes on there, so the type of a block's column is the narrowest that holds the block.
final class CSVBlockParser {
  private let plan: CSVPlan
  private let separator: UInt8
  private let mark: UInt8
  private var states: [ColumnState]
  private var rowCapacity = 0

  private enum Width: UInt8 { case byte, short, double, text, skip }

  /// Where a column of the file stands in the block at hand.
  private struct ColumnState {
    var width: Width
    /// The byte that normally ends this field: the separator, or LF for the last column.
    var terminator: UInt8
    var bytes: UnsafeMutablePointer<Int8>
    /// What to store for 0 … 99: the number itself, or a missing marker when it is a code.
    var small: UnsafeMutablePointer<Int8>
    var shorts: UnsafeMutablePointer<Int16>?
    var doubles: UnsafeMutablePointer<Double>?
    var codes: UnsafeMutablePointer<Int32>?
    var table: CSVTextTable?
    var unreadable: [(row: Int, text: String)] = []
    var unreadableCount = 0
  }

  init(plan: CSVPlan) {
    self.plan = plan
    separator = plan.format.separator
    mark = plan.format.mark
    states = plan.kinds.indices.map { column in
      let small = UnsafeMutablePointer<Int8>.allocate(capacity: 100)
      for value in 0..<100 {
        let reason = plan.missing[column].reason(Double(value))
        small[value] = reason.map { MissingValue.int8($0) } ?? Int8(value)
      }
      return ColumnState(
        width: .skip,
        terminator: column == plan.kinds.count - 1 ? CSVByte.lineFeed : plan.format.separator,
        bytes: .allocate(capacity: 1), small: small)
    }
  }

  deinit {
    for state in states {
      state.bytes.deallocate()
      state.small.deallocate()
      state.shorts?.deallocate()
      state.doubles?.deallocate()
      state.codes?.deallocate()
    }
  }

  /// Parses `count` bytes that hold whole records, the last line break included. Bytes behind them are read, not used.
  func parse(_ base: UnsafeMutablePointer<UInt8>, count: Int) -> CSVBlock {
    let bytes = UnsafeBufferPointer(start: UnsafePointer(base), count: count)
    var block = CSVBlock()
    let summary = CSVText.summary(bytes)
    block.lineCount = summary.lineCount
    var limit = count
    var textFault: CSVBlock.Fault?
    if !summary.isASCII || summary.hasNUL, let position = CSVText.firstFault(bytes) {
      limit = position
      let line = CSVText.summary(UnsafeBufferPointer(rebasing: bytes[..<position])).lineCount
      textFault =
        bytes[position] == 0 ? .nulByte(line: line) : .notUTF8(line: line, byte: bytes[position])
    }
    prepare(count)
    let rows = states.withUnsafeMutableBufferPointer {
      parseRecords(base, count, limit, $0, &block)
    }
    // Of two faults the one that comes first in the file counts, so that it does not depend on where blocks begin.
    if let textFault, block.fault == nil { block.fault = textFault }
    if block.fault == nil {
      block.rowCount = rows
      block.columns = plan.kept.map { column(of: $0, rows: rows) }
    }
    return block
  }

  private func prepare(_ count: Int) {
    // Every field is followed by a separator or line break.
    let rows = count / states.count + 1
    if rows > rowCapacity {
      rowCapacity = rows
      for i in states.indices {
        states[i].bytes.deallocate()
        states[i].bytes = .allocate(capacity: plan.kinds[i] == .number ? rows : 1)
        states[i].shorts?.deallocate()
        states[i].shorts = nil
        states[i].doubles?.deallocate()
        states[i].doubles = nil
        states[i].codes?.deallocate()
        states[i].codes = plan.kinds[i] == .text ? .allocate(capacity: rows) : nil
      }
    }
    for i in states.indices {
      switch plan.kinds[i] {
      case .number: states[i].width = .byte
      case .skip: states[i].width = .skip
      case .text:
        states[i].width = .text
        if states[i].table == nil { states[i].table = CSVTextTable() }
        states[i].table!.removeAll()
      }
      states[i].unreadable.removeAll()
      states[i].unreadableCount = 0
    }
  }

  // MARK: - The loop over records

  /// Returns the number of rows; a fault before `limit` ends the loop and is put into `block`.
  private func parseRecords(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ limit: Int,
    _ states: UnsafeMutableBufferPointer<ColumnState>,
    _ block: inout CSVBlock
  ) -> Int {
    let stop = base + count
    let limit = base + limit
    let columnCount = states.count
    let first = states.baseAddress!
    var p = base
    var row = 0
    var blanksEnd = base
    while p < limit {
      if p >= blanksEnd, CSVByte.isLineBreak(p[0]) {
        // Blank lines at the end of the input are no rows. In between, one is a record of a single empty field.
        blanksEnd = p
        while blanksEnd < stop, CSVByte.isLineBreak(blanksEnd[0]) { blanksEnd += 1 }
        if blanksEnd == stop { break }
      }
      let record = p
      var column = 0
      var end = CSVField.End.line
      while column < columnCount {
        let state = first + column
        if state.pointee.width == .byte {
          // One or two digits and the expected terminator: nearly every field of a survey.
          let tens = p[0] &- 0x30
          let ones = p[1] &- 0x30
          let isPair = ones < 10
          let terminator = isPair ? p[2] : p[1]
          if tens < 10, terminator == state.pointee.terminator {
            state.pointee.bytes[row] = state.pointee.small[Int(isPair ? tens &* 10 &+ ones : tens)]
            p += isPair ? 3 : 2
            column += 1
            continue
          }
        }
        let field = CSVField(at: p, limit: stop, separator: separator)
        if field.end == .input {
          if record < limit { block.fault = .unterminatedQuote(row: row) }
          return row
        }
        store(field, state, column, row)
        p = field.next
        end = field.end
        column += 1
        if (end == .line) != (column == columnCount) { break }
      }
      if p > limit { return row }
      if column < columnCount || p[-1] == separator {
        var found = column
        while end == .separator {
          let field = CSVField(at: p, limit: stop, separator: separator)
          found += 1
          p = field.next
          end = field.end
        }
        if p > limit { return row }
        block.fault =
          end == .input ? .unterminatedQuote(row: row) : .unequalFields(row: row, found: found)
        return row
      }
      row += 1
    }
    return row
  }

  // MARK: - One field

  private func store(
    _ field: CSVField, _ state: UnsafeMutablePointer<ColumnState>, _ column: Int, _ row: Int
  ) {
    if state.pointee.width == .skip { return }
    if state.pointee.width == .text {
      storeText(field, state, column, row)
      return
    }
    let (start, stop) = field.trimmed
    if !field.isEncoded, let value = CSVNumber.parse(start, stop, mark: mark) {
      if let reason = plan.missing[column].reason(value) {
        storeMissing(reason, state, row)
      } else {
        storeNumber(value, state, row)
      }
      return
    }
    if field.isEncoded {
      storeUnreadable(field, state, column, row)
    } else if let reason = plan.missing[column].reason(start, stop, inNumbers: true) {
      storeMissing(reason, state, row)
    } else {
      storeUnreadable(field, state, column, row)
    }
  }

  private func storeNumber(_ value: Double, _ state: UnsafeMutablePointer<ColumnState>, _ row: Int) {
    if state.pointee.width != .double {
      let isShort =
        value >= Double(MissingValue.int16Floor) && value <= 32767
        && value == value.rounded(.towardZero)
      if isShort {
        let whole = Int16(value)
        if state.pointee.width == .byte {
          if let narrow = Int8(exactly: whole), narrow >= MissingValue.int8Floor {
            state.pointee.bytes[row] = narrow
            return
          }
          widenToShorts(state, row)
        }
        state.pointee.shorts![row] = whole
        return
      }
      widenToDoubles(state, row)
    }
    state.pointee.doubles![row] = value
  }

  private func storeMissing(_ reason: Int, _ state: UnsafeMutablePointer<ColumnState>, _ row: Int) {
    switch state.pointee.width {
    case .byte: state.pointee.bytes[row] = MissingValue.int8(reason)
    case .short: state.pointee.shorts![row] = MissingValue.int16(reason)
    case .double: state.pointee.doubles![row] = MissingValue.double(reason)
    case .text, .skip: break
    }
  }

  private func storeUnreadable(
    _ field: CSVField, _ state: UnsafeMutablePointer<ColumnState>, _ column: Int, _ row: Int
  ) {
    if plan.keepsUnreadable || state.pointee.unreadableCount == 0 {
      state.pointee.unreadable.append((row, String(decoding: field.decoded, as: UTF8.self)))
    }
    state.pointee.unreadableCount += 1
    storeMissing(plan.missing[column].unreadable, state, row)
  }

  private func storeText(
    _ field: CSVField, _ state: UnsafeMutablePointer<ColumnState>, _ column: Int, _ row: Int
  ) {
    let missing = plan.missing[column]
    func code(_ text: UnsafeBufferPointer<UInt8>) -> Int32 {
      state.pointee.table!.code(text) { content in
        var (p, q) = (content.baseAddress!, content.baseAddress! + content.count)
        while p < q, p[0] == CSVByte.space || p[0] == CSVByte.tab { p += 1 }
        while p < q, q[-1] == CSVByte.space || q[-1] == CSVByte.tab { q -= 1 }
        return missing.reason(p, q, inNumbers: false)
      }
    }
    if field.isEncoded {
      state.pointee.codes![row] = field.decoded.withUnsafeBufferPointer { code($0) }
    } else {
      let (start, stop) = field.isQuoted ? (field.start, field.stop) : field.trimmed
      state.pointee.codes![row] = code(UnsafeBufferPointer(start: start, count: stop - start))
    }
  }

  // MARK: - Wider columns

  private func widenToShorts(_ state: UnsafeMutablePointer<ColumnState>, _ rows: Int) {
    if state.pointee.shorts == nil { state.pointee.shorts = .allocate(capacity: rowCapacity) }
    let (from, to) = (state.pointee.bytes, state.pointee.shorts!)
    for row in 0..<rows { to[row] = MissingValue.widened(from[row]) }
    state.pointee.width = .short
  }

  private func widenToDoubles(_ state: UnsafeMutablePointer<ColumnState>, _ rows: Int) {
    if state.pointee.doubles == nil { state.pointee.doubles = .allocate(capacity: rowCapacity) }
    let to = state.pointee.doubles!
    if state.pointee.width == .byte {
      let from = state.pointee.bytes
      for row in 0..<rows { to[row] = MissingValue.widened(MissingValue.widened(from[row])) }
    } else {
      let from = state.pointee.shorts!
      for row in 0..<rows { to[row] = MissingValue.widened(from[row]) }
    }
    state.pointee.width = .double
  }

  // MARK: - The block's columns

  private func column(of index: Int, rows: Int) -> CSVBlock.Column {
    let state = states[index]
    let values: ColumnValues =
      switch state.width {
      case .byte: .int8(Array(UnsafeBufferPointer(start: state.bytes, count: rows)))
      case .short: .int16(Array(UnsafeBufferPointer(start: state.shorts, count: rows)))
      case .double: .double(Array(UnsafeBufferPointer(start: state.doubles, count: rows)))
      case .text:
        .text(
          codes: Array(UnsafeBufferPointer(start: state.codes, count: rows)),
          categories: state.table!.categories)
      case .skip: .int8([])
      }
    return CSVBlock.Column(
      values: values, missing: MissingValue.counts(values), unreadable: state.unreadable,
      unreadableCount: state.unreadableCount)
  }
}

extension MissingValue {
  /// The same number or missing reason, one width up.
  @inline(__always)
  static func widened(_ value: Int8) -> Int16 {
    value < int8Floor ? int16(Int(value) - Int(Int8.min)) : Int16(value)
  }
  @inline(__always)
  static func widened(_ value: Int16) -> Double {
    value < int16Floor ? double(Int(value) - Int(Int16.min)) : Double(value)
  }

  /// How many values are missing for each reason; empty when none is.
  static func counts(_ values: ColumnValues) -> [Int] {
    var counts = [Int](repeating: 0, count: reasonLimit)
    switch values {
    case .int8(let v):
      // The minimum alone is quick to find, and mostly says that there is nothing to count.
      if v.reduce(Int8.max, { min($0, $1) }) >= int8Floor { return [] }
      for value in v { if let r = reason(value) { counts[r] += 1 } }
    case .int16(let v):
      if v.reduce(Int16.max, { min($0, $1) }) >= int16Floor { return [] }
      for value in v { if let r = reason(value) { counts[r] += 1 } }
    case .double(let v):
      for value in v { if let r = reason(value) { counts[r] += 1 } }
    case .text(let codes, _):
      for code in codes { if let r = reason(text: code) { counts[r] += 1 } }
    }
    return counts.contains { $0 > 0 } ? counts : []
  }
}
