import Survey
import SurveyFiles
import Testing

/// How the numbers of a column are written, and that it is told where it does not go without saying. Expected values are
/// read off the texts by eye.
@Suite struct NumberFormTests {
  private func read(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> (Dataset, ImportReport) {
    let reader = try CSVReader(bytes: Array(text.utf8), name: "x.csv", options: options)
    let data = try reader.read()
    return (data, reader.report)
  }

  /// The numbers of the only column, or `nil` when it is text.
  private func numbers(_ values: [String], separator: String = ";", _ options: CSVOptions = CSVOptions()) throws
    -> [Double]?
  {
    let rows = values.map { value in
      let field = value.contains(separator) ? "\"\(value)\"" : value
      return "\(field)\(separator)1"
    }
    let (data, _) = try read("a\(separator)b\n" + rows.joined(separator: "\n") + "\n", options)
    let column = try data.variable("a")
    return column.isText ? nil : column.doubles
  }

  @Test func `Each column has a decimal mark of its own`() throws {
    let (data, report) = try read("a;b;c\n1,62;16.6;3\n0,5;10.95;4\n2;7;5\n")
    #expect(data["a"]?.doubles == [1.62, 0.5, 2])
    #expect(data["b"]?.doubles == [16.6, 10.95, 7])
    #expect(data["c"]?.doubles == [3, 4, 5])
    #expect(report.lines().contains { $0.contains("'a'") && $0.contains("'1,62' is read as 1.62") })
  }

  @Test func `Thousands are recognised where every value fits`() throws {
    #expect(try numbers(["5,211.53", "359.57", "1,000,000"]) == [5211.53, 359.57, 1_000_000])
    #expect(try numbers(["5.211,53", "359,57"]) == [5211.53, 359.57])
    #expect(try numbers(["5'211.5", "12'000"]) == [5211.5, 12000])
    #expect(try numbers(["5 211,5", "12\u{A0}000,25", "3\u{202F}000"]) == [5211.5, 12000.25, 3000])
    #expect(try numbers(["1.234.567", "12"]) == [1_234_567, 12])
    // 950 beside 1,234: decimals would have been written 950.000.
    #expect(try numbers(["1,234", "950"]) == [1234, 950])
    #expect(try numbers(["1.234", "950"]) == [1234, 950])
    // Groups are of three digits.
    #expect(try numbers(["1,23,456.5", "2,000.5", "x", "y"]) == nil)
  }

  @Test func `The same digits are decimals or thousands by the rest of the file`() throws {
    #expect(try numbers(["1,234", "2,500"], separator: ",") == [1234, 2500])
    #expect(try numbers(["1,234", "2,500"]) == [1.234, 2.5])
    #expect(try numbers(["1.234", "2.500"]) == [1.234, 2.5])
    let (german, report) = try read("a;b\n16.100;1,5\n10.101;2,25\n")
    #expect(german["a"]?.doubles == [16100, 10101])
    #expect(report.lines().contains { $0.contains("'a'") && $0.contains("16100") && $0.contains("decimal mark") })
    let (english, _) = try read("a\tb\n16,100\t1.5\n10,101\t2.25\n")
    #expect(english["a"]?.doubles == [16100, 10101])
    #expect(try numbers(["1,234"], CSVOptions(decimalComma: false)) == [1234])
    #expect(try numbers(["1,234"], CSVOptions(decimalComma: true)) == [1.234])
  }

  @Test func `Currency, per cent and accountants' signs are set aside`() throws {
    #expect(try numbers(["$5.3", "$1,200.50", "-$2"]) == [5.3, 1200.5, -2])
    #expect(try numbers(["5,30 €", "7 €", "12"]) == [5.3, 7, 12])
    #expect(try numbers(["kr 5", "kr. 1 200"]) == [5, 1200])
    #expect(try numbers(["50 kr", "7,5 kr"]) == [50, 7.5])
    #expect(try numbers(["53%", "7 %", "0.5%"]) == [53, 7, 0.5])
    #expect(try numbers(["(12.50)", "3", "\u{2212}4"]) == [-12.5, 3, -4])
    #expect(try numbers(["\u{A0}5\u{A0}", "6"]) == [5, 6])
    let (_, report) = try read("a\n53%\n7%\n")
    #expect(report.lines().contains { $0.contains("'53%' is read as 53") })
  }

  @Test func `A column in which two ways of writing stand side by side is no column of numbers`() throws {
    #expect(try numbers(["$5", "€6", "$7"]) == nil)
    #expect(try numbers(["53%", "$6"]) == nil)
    #expect(try numbers(["1.234,5", "1,234.5"]) == nil)
    // A bare number among per cents may be a share.
    #expect(try numbers(["53%", "7%", "0.5"]) == nil)
    for word in ["18-24", "3 - 4 times", "2024-03-28", "12:30", "R5", "NOK1", "5 stars"] {
      #expect(try numbers([word, "\(word)1", "x"]) == nil, "\(word)")
    }
  }

  @Test func `Labels beside the numbers of a scale are set aside, and names with a number are not`() throws {
    #expect(try numbers(["0 - Not at all likely", "7", "10 - Extremely likely"]) == [0, 7, 10])
    #expect(try numbers(["5 - Very satisfied", "4 - Satisfied", "3 - Neutral"]) == [5, 4, 3])
    #expect(try numbers(["Very satisfied (5)", "Satisfied (4)", "Neutral (3)"]) == [5, 4, 3])
    #expect(try numbers(["5 = Trifft zu", "4", "1 = Trifft nicht zu"]) == [5, 4, 1])
    #expect(try numbers(["1 - North", "2 - South", "3 - West"]) == nil)
    // One number with two labels is no scale.
    #expect(try numbers(["1 - Good", "1 - Fair", "2"]) == nil)
  }

  @Test func `Two answers in one cell are not a decimal`() throws {
    #expect(try numbers(["2,4", "3", "2"], separator: ",") == nil)
    #expect(try numbers(["2,4", "3,5", "2,0"], separator: ",") == [2.4, 3.5, 2.0])
    #expect(try numbers(["0,5", "3", "2"], separator: ",") == [0.5, 3, 2])
    #expect(try numbers(["2,4", "3", "2"]) == [2.4, 3, 2])
    #expect(try numbers(["2,4", "3", "2"], separator: ",", CSVOptions(decimalComma: true)) == [2.4, 3, 2])
    let (_, report) = try read("a,b\n\"2,4\",1\n3,2\n2,1\n")
    #expect(report.lines().contains { $0.contains("'2,4'") && $0.contains("two answers") })
  }

  @Test func `Plain numbers with the usual mark need no word`() throws {
    for text in ["a;b\n4,5;1\n2;3\n", "a,b\n4.5,x\n-2e3,y\n", "a,b\n1.125,0.5\n2,3.333\n"] {
      #expect(try read(text).1.lines().count == 1, "\(text)")
    }
  }

  @Test func `A form holds for rows far below those it was recognised in`() throws {
    let rows = (0..<1500).map { row -> String in
      let rest = 100 + row % 900
      return "\"\(row + 1),\(rest).5\",\(row)"
    }.joined(separator: "\n")
    for blockSize in [100, 1 << 18] {
      let source = ByteSource(bytes: Array("a,b\n\(rows)\n".utf8), name: "x.csv")
      let settings = CSVReader.Settings(sampleSize: 256, blockSize: blockSize)
      let data = try CSVReader(source: source, options: CSVOptions(), settings: settings).read(jobs: 3)
      let values = try data.variable("a").doubles
      let expected = (0..<1500).map { row -> Double in
        let thousands = Double(row + 1) * 1000
        let rest = Double(100 + row % 900)
        return thousands + rest + 0.5
      }
      // From the thousandth row on there are seven digits without a second group: no such number, and told as that.
      #expect(Array(values[..<999]) == Array(expected[..<999]))
      #expect(data["a"]?.unreadable?.row == 1000)
    }
  }
}
