import Survey

/// The beginning of a file: byte order mark, format, header, and a sample of the rows.
struct CSVOpening {
  /// Everything read so far.
  let bytes: [UInt8]
  /// The length of the part that holds whole records.
  let wholeCount: Int
  let dataStart: Int
  /// Line breaks before `dataStart`.
  let headerLines: Int
  let names: [String]
  let renamed: [String]
  let format: CSVFormat

  init(source: ByteSource, options: CSVOptions, settings: CSVReader.Settings) throws {
    var size = max(settings.sampleSize, 16)
    var bytes: [UInt8] = []
    while true {
      let isWhole = try CSVOpening.read(source, &bytes, upTo: size)
      let begin = try CSVOpening.begin(bytes, source.name)
      if begin.start == bytes.count, isWhole { throw DataFault.emptyInput(source: source.name) }
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
        names = opening.names
        renamed = opening.renamed
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

  /// Where the text begins: behind a byte order mark and blank lines.
  private static func begin(_ bytes: [UInt8], _ name: String) throws -> (start: Int, hasMark: Bool) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw DataFault.utf16(source: name)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var start = hasMark ? 3 : 0
    while start < bytes.count, CSVByte.isLineBreak(bytes[start]) { start += 1 }
    return (start, hasMark)
  }

  private struct Look {
    var wholeCount: Int
    var dataStart: Int
    var separator: UInt8
    var decimalComma: Bool
    var lineEnd: CSVFormat.LineEnd
    var names: [String]
    var renamed: [String]
  }

  /// Recognises the format; `nil` when more of the input is needed.
  private static func look(
    _ text: UnsafeBufferPointer<UInt8>, linesBefore: Int, isWhole: Bool, _ name: String, _ options: CSVOptions
  ) throws -> Look? {
    guard let base = text.baseAddress else { return nil }
    let separator = options.separator ?? CSVRecognition.separator(of: text)
    var wholeCount = 0
    var dataStart = 0
    var header: [CSVField] = []
    var p = base
    while p < base + text.count {
      var record: [CSVField] = []
      repeat {
        record.append(CSVField(at: p, limit: base + text.count, separator: separator))
        p = record.last!.next
      } while record.last!.end == .separator
      // What touches the end of an unfinished sample may go on.
      if p == base + text.count, !isWhole { break }
      if dataStart == 0 {
        if record.last!.end == .input {
          throw DataFault.unterminatedQuote(source: name, row: 0)
        }
        header = record
        dataStart = p - base
      }
      wholeCount = p - base
    }
    guard dataStart > 0, isWhole || wholeCount > dataStart else { return nil }
    try checkText(UnsafeBufferPointer(rebasing: text[..<dataStart]), linesBefore, name)
    let sample = UnsafeBufferPointer(rebasing: text[..<wholeCount])
    let (names, renamed) = try names(of: header, name)
    return Look(
      wholeCount: wholeCount, dataStart: dataStart, separator: separator,
      decimalComma: options.decimalComma
        ?? CSVRecognition.decimalComma(of: sample, separator: separator),
      lineEnd: CSVRecognition.lineEnd(of: sample, separator: separator), names: names,
      renamed: renamed)
  }

  private static func checkText(_ header: UnsafeBufferPointer<UInt8>, _ linesBefore: Int, _ name: String) throws {
    guard let position = CSVText.firstFault(header) else { return }
    let line = linesBefore + CSVText.summary(UnsafeBufferPointer(rebasing: header[..<position])).lineCount + 1
    throw header[position] == 0
      ? DataFault.nulByte(source: name, line: line)
      : DataFault.notUTF8(source: name, line: line, byte: header[position])
  }

  private static func names(of header: [CSVField], _ source: String) throws -> (
    names: [String], renamed: [String]
  ) {
    var names: [String] = []
    var renamed: [String] = []
    var known: Set<String> = []
    for field in header {
      let name = String(decoding: field.decoded.trimmingBlanks(), as: UTF8.self)
      if !name.isEmpty, !known.insert(name).inserted {
        throw DataFault.duplicateVariable(source: source, name: name)
      }
      names.append(name)
    }
    for i in names.indices where names[i].isEmpty {
      var name = "column_\(i + 1)"
      while known.contains(name) { name += "_" }
      known.insert(name)
      names[i] = name
      renamed.append(name)
    }
    return (names, renamed)
  }
}
