import Survey
import SurveyFiles
import Testing

/// Every way in which a file can be wrong, with the place that the message names.
@Suite struct CSVFaultTests {
  /// Reads in tiny and large blocks, on one and several threads, and expects the same fault of each.
  private func expect(
    _ fault: some Fault, from text: String, options: CSVOptions = CSVOptions(), bytes: [UInt8]? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for blockSize in [1, 7, 100, 1 << 18] {
      for jobs in [1, 3] {
        #expect(throws: fault, "blocks of \(blockSize), \(jobs) jobs", sourceLocation: sourceLocation) {
          let source = ByteSource(bytes: bytes ?? Array(text.utf8), name: "x.csv")
          let settings = CSVReader.Settings(sampleSize: 16, blockSize: blockSize)
          _ = try CSVReader(source: source, options: options, settings: settings).read(jobs: jobs)
        }
      }
    }
  }

  @Test func `An empty file, or one of blank lines, is empty`() {
    expect(CSVFault.emptyInput(source: "x.csv"), from: "")
    expect(CSVFault.emptyInput(source: "x.csv"), from: "\n\r\n\n")
    expect(CSVFault.emptyInput(source: "x.csv"), from: "\u{FEFF}")
    expect(CSVFault.emptyInput(source: "x.csv"), from: String(repeating: "\n", count: 100))
  }

  @Test func `A header alone has no rows`() {
    expect(FileFault.noRows(source: "x.csv"), from: "a,b")
    expect(FileFault.noRows(source: "x.csv"), from: "a,b\n")
    expect(FileFault.noRows(source: "x.csv"), from: "a,b\r\n\r\n\n")
  }

  @Test func `Too few and too many fields name the data row`() {
    let rows = String(repeating: "1,2\n", count: 40)
    expect(CSVFault.unequalFields(source: "x.csv", row: 41, found: 3, expected: 2), from: "a,b\n\(rows)1,2,3\n1,2\n")
    expect(CSVFault.unequalFields(source: "x.csv", row: 41, found: 1, expected: 2), from: "a,b\n\(rows)1\n1,2\n")
    expect(CSVFault.unequalFields(source: "x.csv", row: 41, found: 5, expected: 2), from: "a,b\n\(rows)1,\"2\",x,,y")
    expect(CSVFault.unequalFields(source: "x.csv", row: 41, found: 3, expected: 2), from: "a,b\n\(rows)x,y,\r\n")
  }

  @Test func `A row with embedded line breaks counts as one`() {
    expect(
      CSVFault.unequalFields(source: "x.csv", row: 3, found: 1, expected: 2), from: "a,b\n1,\"x\n\ny\"\n2,\"\r\n\"\n3\n"
    )
  }

  @Test func `A blank line between rows is a row with too few fields`() {
    expect(CSVFault.unequalFields(source: "x.csv", row: 2, found: 1, expected: 2), from: "a,b\n1,2\n\n3,4\n")
    expect(CSVFault.unequalFields(source: "x.csv", row: 3, found: 1, expected: 2), from: "a,b\n1,2\n3,4\n\n\n\n5,6\n")
  }

  @Test func `A quote that is never closed names the row that opens it`() {
    expect(CSVFault.unterminatedQuote(source: "x.csv", row: 2, line: 3), from: "a,b\n1,2\n3,\"4\n5,6\n7,8\n")
    expect(CSVFault.unterminatedQuote(source: "x.csv", row: 1, line: 2), from: "a,b\n1,\"2\"\"\n")
    expect(CSVFault.unterminatedQuote(source: "x.csv", row: 2, line: 3), from: "a\n1\n\"")
    expect(CSVFault.unterminatedQuote(source: "x.csv", row: 0, line: 1), from: "a,\"b\n1,2\n")
  }

  @Test func `A field torn over lines names the line that opens it`() {
    let rows = (1...40).map { "\($0),ok,\($0 % 5)\n" }.joined()
    // Two comments that begin with a bare quote: rows 41 to 43 would be one.
    expect(
      CSVFault.tornField(source: "x.csv", line: 42),
      from: "a,b,c\n\(rows)41,\"oh well,1\n42,fine,2\n43,\"so so,3\n44,fine,1\n")
    expect(CSVFault.tornField(source: "x.csv", line: 2), from: "a,b\n1,\"x\n2,\"y\"\n3,z\n")
    expect(CSVFault.tornField(source: "x.csv", line: 1), from: "a,\"b\n1,\"c\n2,3\n")
    expect(CSVFault.tornField(source: "x.csv", line: 3), from: "a,b\r\n1,2\r\n\"x\r\n\" y,3\r\n")
    // Before what else is wrong with its record, behind what is wrong before.
    expect(CSVFault.tornField(source: "x.csv", line: 2), from: "a,b\n1,2,\"x\n\"y\n")
    expect(CSVFault.unequalFields(source: "x.csv", row: 1, found: 3, expected: 2), from: "a,b\n1,2,3\n\"x\n\"y,1\n")
  }

  @Test func `Quotes on one line, and line breaks in proper quotes, are read`() throws {
    let text = "a,b\n\"x\" y,1\n\"line\n\"\"two\"\", 3\",2\n\"\"\"z\"\"\",3\n"
    let data = try CSVReader(bytes: Array(text.utf8), name: "x.csv").read()
    #expect(data["a"]?.values == .text(codes: [0, 1, 2], categories: ["x y", "line\n\"two\", 3", "\"z\""]))
  }

  @Test func `A record beyond the limit is refused before all of the input is in memory`() throws {
    let text = "a,b\n1,2\n3,\"" + String(repeating: "x,y\n", count: 5000)
    let settings = CSVReader.Settings(sampleSize: 64, blockSize: 64, recordLimit: 1000)
    for jobs in [1, 2] {
      let source = ByteSource(bytes: Array(text.utf8), name: "x.csv")
      let reader = try CSVReader(source: source, options: CSVOptions(), settings: settings)
      #expect(throws: CSVFault.unterminatedQuote(source: "x.csv", row: 2, line: 3)) { _ = try reader.read(jobs: jobs) }
      #expect(source.count < 5000)
    }
    let long = ByteSource(bytes: Array(("a\n1\n" + String(repeating: "x", count: 9000)).utf8), name: "x.csv")
    let reader = try CSVReader(source: long, options: CSVOptions(), settings: settings)
    #expect(throws: FileFault.self) { _ = try reader.read() }
  }

  @Test func `Bytes that are not UTF-8 name line and byte`() {
    func bytes(_ before: String, _ bad: [UInt8], _ after: String) -> [UInt8] {
      Array(before.utf8) + bad + Array(after.utf8)
    }
    let bad: [[UInt8]] = [
      [0xFC], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xBD], [0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF], [0xFF],
    ]
    for sequence in bad {
      let fault = FileFault.notUTF8(source: "x.csv", line: 4, byte: sequence[0])
      expect(fault, from: "", bytes: bytes("a,b\r\n1,x\r\n2,\"x\ny", sequence, "\"\r\n3,z\r\n"))
      let inHeader = FileFault.notUTF8(source: "x.csv", line: 1, byte: sequence[0])
      expect(inHeader, from: "", bytes: bytes("Qualit", sequence, "t;b\n1;2\n"))
    }
    // Blank lines before the header count.
    expect(
      FileFault.notUTF8(source: "x.csv", line: 4, byte: 0xFC), from: "", bytes: bytes("\n\r\n\na", [0xFC], ",b\n1,2\n"))
    // An earlier fault of another sort comes first, a later one does not.
    expect(
      CSVFault.unequalFields(source: "x.csv", row: 1, found: 1, expected: 2), from: "",
      bytes: bytes("a,b\n1\n2,", [0xFC], "\n")
    )
    expect(FileFault.notUTF8(source: "x.csv", line: 2, byte: 0xFC), from: "", bytes: bytes("a,b\n1,", [0xFC], "\n2\n"))
  }

  @Test func `UTF-16 and NUL bytes are told apart from other encodings`() {
    expect(CSVFault.utf16(source: "x.csv"), from: "", bytes: [0xFF, 0xFE, 0x61, 0, 0x0A, 0])
    expect(CSVFault.utf16(source: "x.csv"), from: "", bytes: [0xFE, 0xFF, 0, 0x61, 0, 0x0A])
    expect(CSVFault.nulByte(source: "x.csv", line: 1), from: "", bytes: [0x61, 0, 0x0A, 0, 0x31, 0, 0x0A, 0])
    expect(CSVFault.nulByte(source: "x.csv", line: 3), from: "a,b\n1,2\n3,\0\n")
  }

  @Test func `Unknown columns and too many codes are refused`() throws {
    let reader = try CSVReader(bytes: Array("recommend,b\n1,2\n".utf8), name: "x.csv")
    #expect(throws: DataFault.noSuchVariable(name: "recomend", nearest: ["recommend"])) {
      _ = try reader.read(columns: ["recomend"])
    }
    #expect(throws: CSVFault.tooManyMissingCodes(limit: 13)) {
      _ = try reader.read(missing: MissingRules(common: (1...14).map { "\($0)" }))
    }
    #expect(try reader.read(missing: MissingRules(common: (1...13).map { "\($0)" } + ["1.0", "NA", ""])).rowCount == 1)
  }

  @Test func `A missing file, a directory and a fault in the caller's block come through`() throws {
    #expect(throws: FileFault.noSuchFile(path: "/nowhere/x.csv")) { _ = try CSVReader(path: "/nowhere/x.csv") }
    #expect(throws: FileFault.unreadableFile(path: "/", reason: "is a directory")) { _ = try CSVReader(path: "/") }
    struct Enough: Error {}
    let text = "a\n" + String(repeating: "1\n", count: 5000)
    for jobs in [1, 3] {
      let source = ByteSource(bytes: Array(text.utf8), name: "x.csv")
      let reader = try CSVReader(source: source, options: CSVOptions(), settings: .init(blockSize: 64))
      var calls = 0
      #expect(throws: Enough.self) {
        try reader.rows(jobs: jobs).forEachBlock { _ in
          calls += 1
          if calls == 3 { throw Enough() }
        }
      }
      #expect(calls == 3)
    }
  }
}
