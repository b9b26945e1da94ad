import Survey
import SurveyFiles
import Testing

/// Rows above the answers, what stands before them, and files that are no text with separators.
@Suite struct CSVHeaderTests {
  private func reader(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> CSVReader {
    try CSVReader(bytes: Array(text.utf8), name: "x.csv", options: options)
  }

  static let ids = "\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2\"\"}\""

  @Test func `Question texts and import ids are no respondents`() throws {
    let text = "Q1,Q2\nHow satisfied?,How likely?\n\(Self.ids)\n5,9\n4,8\n"
    let qualtrics = try reader(text)
    let data = try qualtrics.read()
    #expect(data.rowCount == 2)
    #expect(data["Q1"]?.values == .int8([5, 4]) && data["Q1"]?.label == "How satisfied?")
    #expect(qualtrics.report.lines().contains { $0.contains("question texts") && $0.contains("line 4") })
    #expect(try reader(text, CSVOptions(headerRows: 1)).read().rowCount == 4)
    #expect(try reader("Q1,Q2\nHow satisfied?,How likely?\n\(Self.ids)\n").names == ["Q1", "Q2"])
    #expect(throws: FileFault.noRows(source: "x.csv")) {
      try reader("Q1,Q2\nHow satisfied?,How likely?\n\(Self.ids)\n").read()
    }
  }

  @Test func `A question above its parts is part of their names`() throws {
    let text = """
      Respondent ID,How satisfied are you?,,Fly again?,Anything else?
      ,Booking,Seat,Response,Open-Ended Response
      118,5,4,Likely,no
      119,3,4,Unlikely,
      """
    let data = try reader(text).read()
    #expect(
      data.names
        == [
          "Respondent ID", "How satisfied are you? - Booking", "How satisfied are you? - Seat", "Fly again?",
          "Anything else?",
        ])
    #expect(data.rowCount == 2)
    #expect(data["How satisfied are you? - Seat"]?.values == .int8([4, 4]))
  }

  @Test func `A second header of question texts asks before it is taken for a respondent`() throws {
    let text = "q1,q2,q3\nHow easy?,How quick?,Which city?\n5,4,Ulm\n3,2,Ulm\n4,4,Bonn\n"
    #expect(throws: CSVFault.secondHeader(source: "x.csv", line: 2, example: "How easy?")) { try reader(text).read() }
    let two = try reader(text, CSVOptions(headerRows: 2)).read()
    #expect(two.rowCount == 3 && two["q2"]?.label == "How quick?" && two["q2"]?.values == .int8([4, 2, 4]))
    #expect(try reader(text, CSVOptions(headerRows: 1)).read().rowCount == 4)
    // One respondent who refuses everything, words alone, a single column of numbers: all respondents.
    for text in [
      "q1,q2\nRefused,Refused\n5,4\n3,2\n4,4\n", "q1,q2\nagree,often\nagree,never\nx,y\nz,w\n",
      "q1,q2\nsome,text\n5,a\n3,b\n4,c\n", "q1,q2\nNA,NaN\n5,4\n3,2\n4,4\n",
    ] {
      #expect(try reader(text).read().rowCount == 4, "\(text)")
    }
  }

  @Test func `A title above the names is told as one`() throws {
    let fault = CSVFault.titleRow(source: "x.csv", line: 1, title: "Survey 2024", header: 2)
    #expect(throws: fault) { try reader("Survey 2024\nid,q1,q2\n1,2,3\n2,3,4\n").read() }
    #expect(throws: fault) { try reader("Survey 2024;;\nid;q1;q2\n1;2;3\n").read() }
    #expect(throws: CSVFault.titleRow(source: "x.csv", line: 1, title: "Survey 2024", header: 3)) {
      try reader("Survey 2024,,\n,,\nid,q1,q2\n1,2,3\n").read()
    }
    // One name among blank ones, with numbers below, is a header.
    #expect(try reader("rating,,\n1,2,3\n2,3,4\n").read().rowCount == 2)
  }

  @Test func `A line that names the separator is no header`() throws {
    for text in [
      "sep=;\na;b\n1;2\n", "SEP=;\r\na;b\r\n1;2\r\n", "\"sep=;\"\na;b\n1;2\n", "\u{FEFF}sep=;\n\na;b\n1;2\n",
    ] {
      let data = try reader(text).read()
      #expect(data.names == ["a", "b"] && data.rowCount == 1, "\(text)")
    }
    #expect(try reader("sep=\t\na,b\tc\n1,2\t3\n").names == ["a,b", "c"])
    #expect(try reader("sepal,petal\n1,2\n").names == ["sepal", "petal"])
  }

  @Test func `Names lose odd blanks, and later columns of one name are called otherwise`() throws {
    let odd = try reader("\u{A0}quality,ease\u{2009},\"cust\u{A0}omer\",a\u{200B}b\n1,2,3,4\n")
    #expect(odd.names == ["quality", "ease", "cust omer", "ab"])
    let twice = try reader("a,b,a,a,a (2)\n1,2,3,4,5\n")
    #expect(twice.names == ["a", "b", "a (3)", "a (4)", "a (2)"])
    #expect(twice.report.lines().joined().contains("3 columns are named 'a'"))
  }

  @Test func `Files of other programs are told what they are`() throws {
    func format(_ bytes: [UInt8]) -> String? {
      do { _ = try CSVReader(bytes: bytes, name: "x") } catch CSVFault.foreignFormat(_, let format, _) {
        return format
      } catch {}
      return nil
    }
    func zip(_ name: String) -> [UInt8] { [0x50, 0x4B, 3, 4] + [UInt8](repeating: 0, count: 26) + Array(name.utf8) }
    let signatures: [(bytes: [UInt8], word: String)] = [
      (zip("holiday.jpg"), "ZIP"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], ".xls"),
      (Array("PAR1xxxx".utf8), "Parquet"), (Array("{\"a\": [1]}".utf8), "JSON"),
      (Array("[\n {\"a\": 1}]".utf8), "JSON"), (Array("%PDF-1.7".utf8), "PDF"),
    ]
    for (bytes, word) in signatures {
      let found = format(bytes)
      #expect(found?.contains(word) ?? false, "\(word): \(found ?? "nothing")")
    }
    #expect(format(Array("[a],{b}\n1,2\n".utf8)) == nil)
    #expect(format(Array("id,q1\n1,2\n".utf8)) == nil)
  }
}
