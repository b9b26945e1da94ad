import Survey
import SurveyFiles
import Testing

@Suite struct JSONFileTests {
  private func read(_ text: String, _ keys: Set<String> = ["a"]) throws -> [String: YAMLValue] {
    try JSONFile.parse(text, file: "r.json", keys: keys)
  }

  @Test("values are what RFC 8259 says") func values() throws {
    let text =
      #"{"a": {"t": "é\n\"\\\/\u00e9\ud83d\ude00", "n": -1.5e3, "w": true, "z": null, "l": [1, "2", []], "e": {}}}"#
    let fields = Dictionary(
      uniqueKeysWithValues: try #require(try read(text)["a"]).entries().map { ($0.key, $0.value) })
    #expect(try fields["t"]?.text() == "é\n\"\\/é😀")
    #expect(try fields["n"]?.number() == -1500)
    #expect(try fields["w"]?.flag() == true)
    #expect(fields["z"]?.isNothing == true)
    #expect(try fields["l"]?.list().prefix(2).map { try $0.text() } == ["1", "2"])
    #expect(try fields["e"]?.entries().isEmpty == true)
    // In quotes it is a text, whatever it looks like.
    #expect(try read(#"{"a": "null"}"#)["a"]?.text() == "null")
    #expect(try read("\u{FEFF}{\"a\": \"\"}")["a"]?.text() == "")
  }

  @Test("what nobody asks for is passed over") func passedOver() throws {
    let text = #"{"b": {"a": [1, {"a": "}\"]"}]}, "a": 1, "c": [[], {}], "d": "x"}"#
    #expect(try read(text)["a"]?.text() == "1")
    #expect(try read(text, ["zz"]).isEmpty)
  }

  @Test(
    "what is not JSON is told with its place",
    arguments: [
      ("", 1, 1), ("[1]", 1, 1), ("{", 1, 2), ("{\"a\"}", 1, 5), ("{\"a\": }", 1, 7), ("{\"a\": 1,}", 1, 9),
      ("{\"a\": 1} x", 1, 10), ("{\n \"a\": [1 2]}", 2, 10), ("{\"a\": 1, \"a\": 2}", 1, 13), ("{\"a\": tru}", 1, 7),
      ("{\"a\": \"\\x\"}", 1, 10), ("{\"a\": \"\\ud800x\"}", 1, 14), ("{\"a\": \"\\udc00\"}", 1, 14),
      ("{\"a\": \"x", 1, 9),
      ("{\"a\": 0x10}", 1, 7), ("{\"a\": \"\u{1}\"}", 1, 9),
    ])
  func faults(_ text: String, _ line: Int, _ column: Int) throws {
    do {
      _ = try read(text)
      Issue.record("accepted: \(text)")
    } catch SyntaxFault.study(let file, let atLine, let atColumn, let problem, _) {
      #expect(file == "r.json" && (atLine, atColumn) == (line, column), "\(text): \(problem) at \(atLine):\(atColumn)")
    }
  }

  @Test("deep nesting is an error, not a crash", arguments: [100, 200_000]) func nesting(_ depth: Int) {
    let open = String(repeating: "[", count: depth)
    #expect(throws: SyntaxFault.self) { try read("{\"a\": \(open)") }
    #expect(throws: SyntaxFault.self) { try read("{\"b\": \(open)") }
  }
}
