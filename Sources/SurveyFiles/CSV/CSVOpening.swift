import Survey

/// The beginning of a file: byte order mark, format, header, and a sample of the rows.
///
/// In front of the header may stand blank lines and a line `sep=;`, as spreadsheets write it; the header has one row, or
/// two or three as survey platforms write them (`CSVHeader`).
struct CSVOpening {
  /// Everything read so far.
  let bytes: [UInt8]
  /// The length of the part that holds whole records.
  let wholeCount: Int
  let dataStart: Int
  /// Line breaks before `dataStart`.
  let headerLines: Int
  let header: CSVHeader
  let format: CSVFormat

  init(source: ByteSource, options: CSVOptions, settings: CSVReader.Settings) throws {
    var size = max(settings.sampleSize, 16)
    var bytes: [UInt8] = []
    while true {
      let isWhole = try CSVOpening.read(source, &bytes, upTo: size)
      let begin = try CSVOpening.begin(bytes, source.name)
      if begin.start == bytes.count, isWhole { throw CSVFault.emptyInput(source: source.name) }
      var options = options
      if options.separator == nil { options.separator = begin.separator }
      if let opening = try bytes.withUnsafeBufferPointer({
        try CSVOpening.look(
          UnsafeBufferPointer(rebasing: $0[begin.start...]),
          linesBefore: CSVText.summary(UnsafeBufferPointer(rebasing: $0[..<begin.start])).lineCount,
          isWhole: isWhole || size >= settings.recordLimit,
          source.name, options)
      }) {
        self.bytes = bytes
        wholeCount = begin.start + opening.wholeCount
        dataStart = begin.start + opening.dataStart
        headerLines = bytes[..<dataStart].withUnsafeBufferPointer { CSVText.summary($0).lineCount }
        header = opening.header
        format = CSVFormat(
          separator: opening.separator, decimalComma: opening.decimalComma,
          lineEnd: opening.lineEnd,
          hasByteOrderMark: begin.hasMark)
        return
      }
      // The header or the first row is longer than the sample.
      size *= 2
    }
  }

  /// Reads on until `bytes` holds `size` bytes; true when the input ends before.
  private static func read(_ source: ByteSource, _ bytes: inout [UInt8], upTo size: Int) throws
    -> Bool
  {
    let known = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: size - known))
    let got = try bytes.withUnsafeMutableBytes {
      try source.read(into: UnsafeMutableRawBufferPointer(rebasing: $0[known...]))
    }
    bytes.removeLast(size - known - got)
    return known + got < size
  }

  /// Where the text begins: behind a byte order mark, blank lines, and a line `sep=;`, which names the separator.
  private static func begin(
    _ bytes: [UInt8], _ name: String
  ) throws -> (start: Int, hasMark: Bool, separator: UInt8?) {
    if let (format, advice) = ForeignFormat.recognise(bytes) {
      throw ForeignFormat.fault(name, format, advice)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw CSVFault.utf16(source: name)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var start = hasMark ? 3 : 0
    func skipBlankLines() { while start < bytes.count, CSVByte.isLineBreak(bytes[start]) { start += 1 } }
    skipBlankLines()
    var separator: UInt8?
    let line = bytes[start...].prefix { !CSVByte.isLineBreak($0) }
    if 5...7 ~= line.count, start + line.count < bytes.count {
      let text = line.filter { $0 != CSVByte.quote }
      if text.count == 5, String(decoding: text.prefix(4), as: UTF8.self).lowercased() == "sep=",
        let byte = text.last, CSVOptions.isSeparator(byte)
      {
        separator = byte
        start += line.count
        skipBlankLines()
      }
    }
    return (start, hasMark, separator)
  }

  private struct Look {
    var wholeCount: Int
    var dataStart: Int
    var separator: UInt8
    var decimalComma: Bool
    var lineEnd: CSVFormat.LineEnd
    var header: CSVHeader
  }

  /// Recognises the format; `nil` when more of the input is needed.
  private static func look(
    _ text: UnsafeBufferPointer<UInt8>, linesBefore: Int, isWhole: Bool, _ name: String, _ options: CSVOptions
  ) throws -> Look? {
    guard let base = text.baseAddress else { return nil }
    let separator = options.separator ?? CSVRecognition.separator(of: text)
    func line(_ p: UnsafePointer<UInt8>) -> Int {
      linesBefore + CSVText.summary(UnsafeBufferPointer(start: base, count: p - base)).lineCount + 1
    }
    // The first records, of which the header takes one to three; then only where records end.
    var first: [CSVHeader.Record] = []
    var wholeCount = 0
    var p = base
    while p < base + text.count {
      let start = p
      var fields: [CSVField] = []
      repeat {
        fields.append(CSVField(at: p, limit: base + text.count, separator: separator))
        p = fields.last!.next
      } while fields.last!.end == .separator
      // What touches the end of an unfinished sample may go on.
      if p == base + text.count, !isWhole { break }
      if first.isEmpty {
        if fields.last!.end == .input {
          throw CSVFault.unterminatedQuote(source: name, row: 0, line: line(fields.last!.start))
        }
        if let torn = fields.first(where: \.isTorn) { throw CSVFault.tornField(source: name, line: line(torn.start)) }
        try checkText(UnsafeBufferPointer(start: start, count: p - start), line(start) - 1, name)
      }
      if first.count < CSVHeader.recordsLookedAt {
        first.append(CSVHeader.Record(fields: fields, line: line(start), end: p - base))
      }
      wholeCount = p - base
    }
    // A header of three rows and one respondent.
    guard let names = first.first, isWhole || wholeCount > names.end && first.count > 3 else { return nil }
    let header = try CSVHeader(
      first, source: name, separator: separator, sample: UnsafeBufferPointer(rebasing: text[..<wholeCount]), options)
    let dataStart = first[header.rows - 1].end
    try checkText(UnsafeBufferPointer(rebasing: text[..<dataStart]), linesBefore, name)
    let sample = UnsafeBufferPointer(rebasing: text[..<wholeCount])
    return Look(
      wholeCount: wholeCount, dataStart: dataStart, separator: separator,
      decimalComma: options.decimalComma
        ?? CSVRecognition.decimalComma(of: sample, separator: separator),
      lineEnd: CSVRecognition.lineEnd(of: sample, separator: separator), header: header)
  }

  private static func checkText(_ header: UnsafeBufferPointer<UInt8>, _ linesBefore: Int, _ name: String) throws {
    guard let position = CSVText.firstFault(header) else { return }
    let line = linesBefore + CSVText.summary(UnsafeBufferPointer(rebasing: header[..<position])).lineCount + 1
    if header[position] == 0 { throw CSVFault.nulByte(source: name, line: line) }
    throw FileFault.notUTF8(source: name, line: line, byte: header[position])
  }
}
