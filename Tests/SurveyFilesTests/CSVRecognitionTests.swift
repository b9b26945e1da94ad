import Survey
import SurveyFiles
import Testing

@Suite struct CSVRecognitionTests {
  private func reader(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> CSVReader {
    try CSVReader(bytes: Array(text.utf8), name: "x.csv", options: options)
  }
  private func separator(_ text: String) throws -> String {
    String(UnicodeScalar(try reader(text).format.separator))
  }

  @Test func `The separator is the one that splits header and rows alike`() throws {
    #expect(try separator("a,b\n1,2\n") == ",")
    #expect(try separator("a;b\n1;2\n") == ";")
    #expect(try separator("a\tb\n1\t2\n") == "\t")
    #expect(try separator("a|b\n1|2\n") == "|")
    #expect(try separator("a;b;c\n4,5;3,2;1,0\n1,5;2,5;3,5\n") == ";")
    #expect(try separator("\"a;x\",\"b;y\"\n1,2\n") == ",")
    #expect(try separator("How satisfied, in all?\tWhy, then?\n5\tgood, fast\n4\tslow\n") == "\t")
    #expect(try separator("a,b;c\n1,5;2\n") == ";")
    #expect(try separator("id,comment\n1,\"a;b;c\"\n2,\"d;e;f\"\n") == ",")
  }

  @Test func `A single column needs no separator`() throws {
    #expect(try reader("y\n1\n2\n").read()["y"]?.values == .int8([1, 2]))
    #expect(try reader("y\n1,5\n2,5\n").read()["y"]?.values == .double([1.5, 2.5]))
    #expect(try reader("y\n1\n\n3\n\n").read()["y"]?.values == .int8([1, MissingValue.int8(0), 3]))
    #expect(throws: CSVFault.unequalFields(source: "x.csv", row: 2, found: 2, expected: 1)) {
      _ = try reader("y\n1\n2,x\n").read()
    }
  }

  @Test func `A decimal comma is recognised, quoted too, but not a thousand`() throws {
    #expect(try reader("a;b\n4,5;1\n2;3\n").read()["a"]?.values == .double([4.5, 2]))
    #expect(try reader("a\tb\n4,125\t1\n").read()["a"]?.values == .double([4.125]))
    #expect(try reader("a,b\n\"4,5\",1\n\"3,25\",2\n").read()["a"]?.values == .double([4.5, 3.25]))
    #expect(try !reader("a,b\n\"1,234\",1\n\"2,500\",2\n").format.decimalComma)
    #expect(try !reader("a;b\n4.5;1\n").format.decimalComma)
    #expect(try !reader("a;b\n4.5;1\n4.25;\"1,5\"\n").format.decimalComma)
    #expect(try !reader("a;b\n4;1\n").format.decimalComma)
  }

  @Test func `Separator and decimal mark can be given`() throws {
    let given = try reader("a;b,c\n1,5;2,3\n", CSVOptions(separator: 0x2C))
    #expect(given.names == ["a;b", "c"])
    #expect(try reader("a;b\n1,23;1\n", CSVOptions(decimalComma: false)).read()["a"]?.isText == true)
    #expect(try reader("a~b\n1~2\n", CSVOptions(separator: 0x7E)).read()["b"]?.values == .int8([2]))
  }

  @Test func `Line ends, byte order mark and blank lines at the end do not matter`() throws {
    let plain = try reader("a,b\n1,x\n2,y\n").read()
    for (text, end) in [
      ("a,b\r\n1,x\r\n2,y\r\n", CSVFormat.LineEnd.carriageReturnLineFeed), ("a,b\r1,x\r2,y\r", .carriageReturn),
      ("a,b\n1,x\n2,y", .lineFeed), ("\u{FEFF}a,b\n1,x\n2,y\n\n\n", .lineFeed),
      ("a,b\r\n1,x\r\n2,y\r\n\r\n", .carriageReturnLineFeed), ("\n\na,b\n1,x\n2,y\n", .lineFeed),
      ("\"a\",\"b\"\r\n\"1\",\"x\"\r\n\"2\",\"y\"", .carriageReturnLineFeed),
    ] {
      let reader = try reader(text)
      let data = try reader.read()
      #expect(data.variables == plain.variables)
      #expect(reader.format.lineEnd == end)
      #expect(reader.format.hasByteOrderMark == text.hasPrefix("\u{FEFF}"))
    }
  }

  @Test func `Names are trimmed, blank ones are numbered, and the report says so`() throws {
    let reader = try reader(",rating, ,\"two\nlines\",column_5,\n1,2,3,4,5,6\n")
    #expect(reader.names == ["column_1", "rating", "column_3", "two\nlines", "column_5", "column_6"])
    #expect(reader.report.renamed == ["column_1", "column_3", "column_6"])
    #expect(try CSVReader(bytes: Array("column_2,\n1,2\n".utf8), name: "x").names == ["column_2", "column_2_"])
  }

  @Test func `A header or first row longer than the sample is read all the same`() throws {
    let names = (0..<300).map { "question_\($0)" }
    let row = (0..<300).map { "\"\($0) and, some more\"" }
    let text = names.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n"
    let source = ByteSource(bytes: Array(text.utf8), name: "x.csv")
    let reader = try CSVReader(source: source, options: CSVOptions(), settings: .init(sampleSize: 20, blockSize: 10))
    #expect(reader.names == names)
    #expect(try reader.read()["question_7"]?.values == .text(codes: [0], categories: ["7 and, some more"]))
  }
}
