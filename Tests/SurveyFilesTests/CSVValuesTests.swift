import Survey
import SurveyFiles
import Testing

/// Which type a column gets, and what counts as missing.
@Suite struct CSVValuesTests {
  private func read(
    _ text: String, blockSize: Int = 1 << 18, sampleSize: Int = 1 << 16, codes: [String] = [], exempt: Set<String> = [],
    columns: Set<String>? = nil, jobs: Int = 2
  ) throws -> Dataset {
    let source = ByteSource(bytes: Array(text.utf8), name: "x.csv")
    let settings = CSVReader.Settings(sampleSize: sampleSize, blockSize: blockSize)
    return try CSVReader(source: source, options: CSVOptions(), settings: settings)
      .read(columns: columns, missing: MissingRules(common: codes, exempt: exempt), jobs: jobs)
  }

  @Test func `Integers take one byte from -112 to 127, two to 32767, and eight beyond`() throws {
    for blockSize in [4, 1 << 18] {
      func values(_ numbers: [String]) throws -> ColumnValues? {
        try read("a\n" + numbers.joined(separator: "\n"), blockSize: blockSize)["a"]?.values
      }
      #expect(try values(["1", "127", "-112"]) == .int8([1, 127, -112]))
      #expect(try values(["1", "-113", "2"]) == .int16([1, -113, 2]))
      #expect(try values(["NA", "1", "128"]) == .int16([MissingValue.int16(1), 1, 128]))
      #expect(try values(["5", "32767", "-32752"]) == .int16([5, 32767, -32752]))
      #expect(try values(["NA", "5", "300", "-32753"]) == .double([MissingValue.double(1), 5, 300, -32753]))
      #expect(try values(["", "5", "32768"]) == .double([MissingValue.double(0), 5, 32768]))
      #expect(try values(["7", "300", "0.5", "2"]) == .double([7, 300, 0.5, 2]))
      #expect(try values(["6.0", "7.0", "1e1"]) == .int8([6, 7, 10]))
      #expect(try values(["1e999", "1"]) == .double([.infinity, 1]))
    }
  }

  @Test func `Where commas are decimal too, one outside quotes separates fields`() throws {
    for blockSize in [4, 1 << 18] {
      let data = try read("a,b,c\n123,456,\"4,5\"\n1,2,\"3,25\"\n", blockSize: blockSize)
      #expect(data["a"]?.values == .int8([123, 1]))
      #expect(data["b"]?.values == .int16([456, 2]))
      #expect(data["c"]?.values == .double([4.5, 3.25]))
    }
  }

  @Test func `Missing values keep their reason`() throws {
    let data = try read(
      "a,w,t\n98,98,98\nNA,1,Blank\n-99,2,x\n,3,\n98.0,4,.\n1,5,n/a\nBlank,6,y\n ,7,\" \"\n",
      codes: ["98", "-99", "Blank"], exempt: ["w"])
    let a = try data.variable("a")
    #expect(a.missingReasons == [.empty, .notAvailable, .code("98"), .code("-99"), .code("Blank"), .unreadable])
    let m = MissingValue.int8
    #expect(a.values == .int8([m(2), m(1), m(3), m(0), m(2), 1, m(4), m(0)]))
    #expect(a.unreadable == nil)
    #expect(data["w"]?.values == .int8([98, 1, 2, 3, 4, 5, 6, 7]))
    #expect(data["t"]?.values == .text(codes: [-3, -5, 0, -1, 1, -2, 2, -1], categories: ["x", ".", "y"]))
    let wide = try read("a\n1.5\n98\n300\n-99\n-99.5\n", codes: ["98", "-99", "300"])
    let d = MissingValue.double
    #expect(wide["a"]?.values == .double([1.5, d(2), d(4), d(3), -99.5]))
  }

  @Test func `At least half of the sample's answers decide for numbers`() throws {
    #expect(try read("a\n1\n2\nx\ny\n")["a"]?.isText == false)
    #expect(try read("a\n1\nx\ny\n")["a"]?.isText == true)
    #expect(try read("a\n1\nNA\n\"\"\n\"\"\nx\n")["a"]?.isText == false)
    #expect(try read("a,b\n,1\n,2\n")["a"]?.values == .int8([MissingValue.int8(0), MissingValue.int8(0)]))
    #expect(try read("a\n9\nBlank\nBlank\nBlank\n", codes: ["Blank"])["a"]?.isText == false)
  }

  @Test func `Text in a column of numbers is missing, and remembered`() throws {
    let text = "a\n" + String(repeating: "5\n", count: 50) + "many\n6\nfew\n7\n"
    for blockSize in [3, 1 << 18] {
      let a = try #require(try read(text, blockSize: blockSize)["a"])
      #expect(a.unreadable == UnreadableText([(row: 51, text: "many"), (row: 53, text: "few")]))
      #expect(a.missingReasons.last == .unreadable)
      guard case .int8(let values) = a.values else { throw Unexpected() }
      #expect(Array(values[49...]) == [5, MissingValue.int8(2), 6, MissingValue.int8(2), 7])
    }
  }

  @Test func `A column whose answers turn out to be text becomes text`() throws {
    let text = "a,b\n7,1\n2.50,2\nNA,3\n,4\n" + (0..<20).map { "name \($0 % 3),\($0)\n" }.joined()
    for blockSize in [10, 1 << 18] {
      let data = try read(text, blockSize: blockSize, sampleSize: 16)
      let a = try data.variable("a")
      #expect(a.unreadable == nil)
      guard case .text(let codes, let categories) = a.values else { throw Unexpected() }
      #expect(categories == ["7", "2.5", "name 0", "name 1", "name 2"])
      #expect(Array(codes.prefix(6)) == [0, 1, -2, -1, 2, 3])
      #expect(data["b"]?.isText == false)
    }
  }

  @Test func `Only the columns asked for are kept, in the order of the file`() throws {
    let text = "a,b,c,d\n1,\"x,\ny\",3,4\n5,z,7,8\n"
    #expect(
      try read(text, columns: ["d", "a"]).variables == read(text).variables.filter { ["a", "d"].contains($0.name) })
    #expect(try read(text, columns: []).rowCount == 2)
    #expect(throws: CSVFault.unequalFields(source: "x.csv", row: 2, found: 3, expected: 4)) {
      _ = try read("a,b,c,d\n1,2,3,4\n1,2,3\n", columns: ["a"])
    }
    #expect(throws: CSVFault.unequalFields(source: "x.csv", row: 2, found: 5, expected: 4)) {
      _ = try read("a,b,c,d\n1,2,3,4\n1,2,3,4,5\n", columns: ["a"])
    }
  }

  @Test func `Categories keep the order of first appearance over many blocks`() throws {
    let words = (0..<3000).map { "answer \(($0 * $0) % 701)" }
    var expected: [String] = []
    for word in words where !expected.contains(word) { expected.append(word) }
    for jobs in [1, 2, 7] {
      let data = try read("t\n" + words.joined(separator: "\n"), blockSize: 200, jobs: jobs)
      guard case .text(let codes, let categories) = try data.variable("t").values else { throw Unexpected() }
      #expect(categories == expected)
      #expect(codes.map { categories[Int($0)] } == words)
    }
  }

  struct Unexpected: Error {}
}
