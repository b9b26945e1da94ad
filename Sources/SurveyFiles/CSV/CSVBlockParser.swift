import Platform
import Survey

/// Turns the bytes of one block into columns. One parser per worker; it keeps its working memory from block to block.
final class CSVBlockParser {
  private let plan: CSVPlan
  private let separator: UInt8
  private let columnCount: Int
  /// One per column of the file.
  private let stores: OwnedBuffer<CSVColumnStore>
  private let fours: CSVDigitFours
  private let quotients = CSVQuotients()
  /// One per column of the file.
  private let shapes: OwnedBuffer<CSVDecimalShape>
  private var tables: [CSVTextTable]
  private var unreadable: [[(row: Int, text: String)]]
  private var hasOdd: [Bool]

  init(plan: CSVPlan) {
    self.plan = plan
    separator = plan.format.separator
    columnCount = plan.kinds.count
    stores = OwnedBuffer(count: columnCount) { [columnCount, separator] column in
      let lineEnd = plan.format.lineEnd == .lineFeed ? CSVByte.lineFeed : CSVByte.carriageReturn
      let end = column == columnCount - 1 ? lineEnd : separator
      let form = plan.forms[column]
      return CSVColumnStore(
        kind: plan.kinds[column], form: form, separator: separator, end: end, missing: plan.missing[column])
    }
    fours = CSVDigitFours(columnCount: columnCount)
    shapes = OwnedBuffer(count: columnCount) { _ in CSVDecimalShape() }
    tables = plan.kinds.map { CSVTextTable(isUsed: $0 == .text) }
    unreadable = Array(repeating: [], count: columnCount)
    hasOdd = Array(repeating: false, count: columnCount)
  }

  /// Parses `count` bytes that hold whole records, the last line break included. Bytes behind them are read, not used.
  func parse(_ base: UnsafePointer<UInt8>, count: Int) -> CSVBlock {
    let bytes = UnsafeBufferPointer(start: base, count: count)
    var block = CSVBlock()
    let summary = CSVText.summary(bytes)
    block.lineCount = summary.lineCount
    var limit = count
    var textFault: CSVBlock.Fault?
    if !summary.isASCII || summary.hasNUL, let position = CSVText.firstFault(bytes) {
      limit = position
      let line = CSVText.summary(UnsafeBufferPointer(rebasing: bytes[..<position])).lineCount
      textFault = bytes[position] == 0 ? .nulByte(line: line) : .notUTF8(line: line, byte: bytes[position])
    }
    for column in 0..<columnCount {
      // Every field is followed by a separator or line break.
      stores[column].begin(rows: count / columnCount + 1)
      tables[column].removeAll()
      unreadable[column].removeAll()
      hasOdd[column] = false
    }
    fours.begin(stores.pointer)
    let rows = parseRecords(base, base + count, limit: base + limit, &block)
    // Of two faults the one that comes first in the file counts, so that it does not depend on where blocks begin.
    if let textFault, block.fault == nil { block.fault = textFault }
    if block.fault == nil {
      block.rowCount = rows
      block.columns = plan.kept.map { column in
        let values = stores[column].values(rows: rows, categories: tables[column].categories)
        return CSVBlock.Column(
          values: values, missing: MissingValue.counts(values), unreadable: unreadable[column],
          hasOdd: hasOdd[column])
      }
    }
    return block
  }

  // MARK: - The loop over records

  /// Returns the number of rows. A fault ends the loop and is put into `block`, but for one behind `limit`, where the
  /// bytes are no text.
  private func parseRecords(
    _ base: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, limit: UnsafePointer<UInt8>, _ block: inout CSVBlock
  ) -> Int {
    let stores = self.stores.pointer
    let fours = self.fours.kernel
    let columnCount = self.columnCount
    let quotients = self.quotients.kernel
    let shapes = self.shapes.pointer
    var p = base
    var row = 0
    var blanksEnd = base
    while p < limit {
      if CSVByte.isLineBreak(p[0]), p >= blanksEnd {
        // Blank lines at the end of the input are no rows. In between, one is a record of a single empty field.
        blanksEnd = p
        while blanksEnd < stop, CSVByte.isLineBreak(blanksEnd[0]) { blanksEnd += 1 }
        if blanksEnd == stop { break }
      }
      var column = 0
      while column < columnCount {
        if p + 8 <= limit, fours.take(p, column, row) {
          p += 8
          column += 4
          continue
        }
        let store = stores + column
        if store.pointee.takesDecimals, let digits = shapes[column].digits(p) {
          store.pointee.store(quotients.value(digits, shapes[column].decimals), at: row)
          p += shapes[column].length
          column += 1
          continue
        }
        // One or two digits, perhaps in quotes, or nothing, and the expected end: nearly every field of a survey.
        let quickEnd = store.pointee.quickEnd
        let first = p[0] &- 0x30
        if first < 10 {
          if UInt16(p[1]) == quickEnd {
            store.pointee.bytes[row] = store.pointee.small[Int(first)]
            p += 2
            column += 1
            continue
          }
          let second = p[1] &- 0x30
          if second < 10, UInt16(p[2]) == quickEnd {
            store.pointee.bytes[row] = store.pointee.small[Int(first &* 10 &+ second)]
            p += 3
            column += 1
            continue
          }
          // Where commas separate fields and decimals alike, a comma outside quotes is no decimal mark.
          if store.pointee.takesShort, store.pointee.takesDecimals,
            let (digits, decimals, behind) = CSVNumber.shortDigits(p, stop, mark: store.pointee.mark),
            behind[0] == store.pointee.end
          {
            let count = (behind - p) - (decimals > 0 ? 1 : 0)
            shapes[column].learn(
              digits: count, decimals: Int(decimals), mark: store.pointee.mark, end: store.pointee.end)
            store.pointee.store(quotients.value(digits, decimals), at: row)
            p = behind + 1
            column += 1
            continue
          }
        } else if p[0] == CSVByte.quote {
          let first = p[1] &- 0x30
          if first < 10, p[2] == CSVByte.quote, UInt16(p[3]) == quickEnd {
            store.pointee.bytes[row] = store.pointee.small[Int(first)]
            p += 4
            column += 1
            continue
          }
          let second = p[2] &- 0x30
          if first < 10, second < 10, p[3] == CSVByte.quote, UInt16(p[4]) == quickEnd {
            store.pointee.bytes[row] = store.pointee.small[Int(first &* 10 &+ second)]
            p += 5
            column += 1
            continue
          }
        } else if UInt16(p[0]) == quickEnd {
          store.pointee.bytes[row] = MissingValue.int8(CSVMissing.empty)
          p += 1
          column += 1
          continue
        }
        let start = p
        let (end, next) = field(at: p, stop, column, row)
        if store.pointee.quickEnd == 0x100 { fours.close(column) }
        p = next
        column += 1
        if end == .separator, column < columnCount { continue }
        if end == .line, column == columnCount { break }
        block.fault = fault(base, column, end, from: start, next: p, stop, limit, row)
        return row
      }
      // The quick way ends a record at the CR of CRLF.
      if p[-1] == CSVByte.carriageReturn, p < stop, p[0] == CSVByte.lineFeed { p += 1 }
      if p > limit { return row }
      row += 1
    }
    return row
  }

  /// What is wrong with a record of which `count` fields are read; `nil` when it reaches beyond `limit`.
  ///
  /// - Parameters:
  ///   - start: where the last of these fields begins.
  ///   - next: what is behind it.
  private func fault(
    _ base: UnsafePointer<UInt8>, _ count: Int, _ end: CSVField.End, from start: UnsafePointer<UInt8>,
    next: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, _ limit: UnsafePointer<UInt8>, _ row: Int
  ) -> CSVBlock.Fault? {
    var (start, p, end, count) = (start, next, end, count)
    var torn: UnsafePointer<UInt8>?
    if end == .torn {
      torn = start
      end = p[-1] == separator ? .separator : .line
    }
    while end == .separator {
      let field = CSVField(at: p, limit: stop, separator: separator)
      if field.isTorn, torn == nil { torn = p }
      (start, p, end, count) = (p, field.next, field.end, count + 1)
    }
    if p > limit { return nil }
    func line(of place: UnsafePointer<UInt8>) -> Int {
      CSVText.summary(UnsafeBufferPointer(start: base, count: place - base)).lineCount
    }
    if let torn { return .tornField(line: line(of: torn)) }
    return end == .input ? .unterminatedQuote(row: row, line: line(of: start)) : .unequalFields(row: row, found: count)
  }

  // MARK: - One field

  /// Stores the field at `p`; says what ends it and where the next one begins.
  private func field(
    at p: UnsafePointer<UInt8>, _ stop: UnsafePointer<UInt8>, _ column: Int, _ row: Int
  ) -> (end: CSVField.End, next: UnsafePointer<UInt8>) {
    let store = stores + column
    switch store.pointee.width {
    case .skip:
      let field = CSVField(at: p, limit: stop, separator: separator)
      return (field.isTorn ? .torn : field.end, field.next)
    case .text:
      let field = CSVField(at: p, limit: stop, separator: separator)
      storeText(field, column, row)
      return (field.isTorn ? .torn : field.end, field.next)
    case .byte, .short, .double:
      // The usual case first: a number that fills the field, perhaps within quotes.
      let isQuoted = p[0] == CSVByte.quote
      // Where commas separate fields and decimals alike, only quotes say which of the two a comma is.
      if store.pointee.takesBare, isQuoted || store.pointee.takesShort,
        let (value, numberEnd) = CSVNumber.prefix(isQuoted ? p + 1 : p, stop, mark: store.pointee.mark)
      {
        var end = numberEnd
        if isQuoted, end[0] == CSVByte.quote { end += 1 }
        if !isQuoted || end != numberEnd, end < stop, let found = CSVField.end(at: end, stop, separator) {
          store.pointee.store(value, at: row)
          return found
        }
      }
      let field = CSVField(at: p, limit: stop, separator: separator)
      storeNumber(field, column, row)
      return (field.isTorn ? .torn : field.end, field.next)
    }
  }

  private func storeNumber(_ field: CSVField, _ column: Int, _ row: Int) {
    if !field.isEncoded {
      let (start, stop) = field.content
      if stores[column].takesBare, let value = CSVNumber.parse(start, stop, mark: stores[column].mark) {
        stores[column].store(value, at: row)
        return
      }
      if let reason = plan.missing[column].reason(start, stop, inNumbers: true) {
        stores[column].storeMissing(reason, at: row)
        return
      }
      if let (value, isOdd) = plan.forms[column].value(start, stop) {
        stores[column].store(value, at: row)
        if isOdd { hasOdd[column] = true }
        return
      }
    }
    unreadable[column].append((row, String(decoding: field.decoded.trimmingBlanks(), as: UTF8.self)))
    stores[column].storeMissing(plan.missing[column].unreadable, at: row)
  }

  private func storeText(_ field: CSVField, _ column: Int, _ row: Int) {
    if field.isEncoded {
      stores[column].codes[row] = field.decoded.withUnsafeBufferPointer { code($0, column) }
    } else {
      let (start, stop) = field.trimmed
      stores[column].codes[row] = code(UnsafeBufferPointer(start: start, count: stop - start), column)
    }
  }

  @inline(__always)
  private func code(_ text: UnsafeBufferPointer<UInt8>, _ column: Int) -> Int32 {
    let hash = CSVTextTable.hash(text)
    return tables[column].code(text, hash: hash) ?? newCode(text, hash, column)
  }

  private func newCode(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ column: Int) -> Int32 {
    // Blanks around a word make no category of their own.
    let (start, stop) = CSVField.trimmedOfBlanks(text)
    if stop - start < text.count {
      let known = code(UnsafeBufferPointer(start: start, count: stop - start), column)
      tables[column].add(text, hash: hash, code: known)
      return known
    }
    let reason = plan.missing[column].reason(start, stop, inNumbers: false)
    return tables[column].insert(text, hash: hash, missing: reason)
  }
}
