import Foundation
import Rendering
import Testing

@Suite("JSON")
struct JSONRendererTests {
  private func parsed(_ document: Document) throws -> [String: Any] {
    let data = Data(JSONRenderer.render(document).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test("the shape is the contract's, with one line for each row")
  func shape() {
    #expect(
      JSONRenderer.render(SampleDocument.document) == #"""
        {
          "mainspring": "1.2.3",
          "command": "drivers",
          "run": {
            "seed": 1,
            "input": {
              "rows": 1200
            },
            "drivers": ["a", "b"]
          },
          "tables": {
            "coefficients": [
              {"outcome": "recommend", "term": "(Intercept)", "estimate": -1.25, "df": 1190, "p_value": 0.0121, "share": null, "vif": null, "kept": true},
              {"outcome": "recommend", "term": "Price, \"fair\" | 価格", "estimate": 4e-05, "df": 1190, "p_value": 0.0004, "share": 0.3712, "vif": null, "kept": false}
            ],
            "machine": [
              {"value": 0.1},
              {"value": null}
            ]
          },
          "notes": [
            {"kind": "rows_dropped", "message": "37 rows were left out."},
            {"kind": "infinite", "message": "table coefficients, column vif, outcome recommend, term Price, \"fair\" | 価格: the number is infinite, shown as null."}
          ]
        }

        """#)
  }

  @Test("another parser reads the same numbers and texts")
  func roundTrip() throws {
    let awkward = ["a\"b\\c/\u{8}\u{C}\n\r\t\u{1}\u{7F}", "e\u{301}\"\u{301}", "🙂 顧客", "</script>", "\u{2028}", ""]
    let numbers = [
      0.1, 1e-5, 1e22, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0, 1 / 3.0, 1e16, 123456789012345680,
    ]
    var document = SampleDocument.document
    document.blocks = [
      .table(
        Table(
          name: "t", title: "", columns: [Table.Column("text", "")], rows: awkward.map { [.text($0)] })),
      .table(
        Table(
          name: "n", title: "", columns: [Table.Column("number", "")], rows: numbers.map { [.number($0)] })),
    ]
    let tables = try #require(try parsed(document)["tables"] as? [String: [[String: Any]]])
    #expect(tables["t"]?.map { $0["text"] as? String } == awkward)
    let read = try #require(tables["n"]).map { ($0["number"] as? NSNumber)?.doubleValue.bitPattern }
    // The parser may read -0.0 as 0.
    #expect(read.enumerated().allSatisfy { $0 == 5 || $1 == numbers[$0].bitPattern })
  }

  @Test("tables of one name are one list, in the order of the document")
  func concatenation() throws {
    var document = SampleDocument.document
    func table(_ name: String, _ values: [Int]) -> Document.Block {
      .table(Table(name: name, title: "", columns: [Table.Column("a", "")], rows: values.map { [.integer($0)] }))
    }
    document.blocks = [table("x", [1, 2]), table("y", []), table("x", [3])]
    let tables = try #require(try parsed(document)["tables"] as? [String: [[String: Int]]])
    #expect(tables["x"]?.map { $0["a"] } == [1, 2, 3])
    #expect(tables["y"]?.isEmpty == true)
  }

  @Test("an infinite number in the run is null with a note; nothing at all is valid too")
  func runAndNothing() throws {
    var document = Document(version: "", command: "", title: "", defaultTable: "")
    #expect((try parsed(document)["run"] as? [String: Any])?.isEmpty == true)
    document.run = [.init("deep", .object([.init("list", .list([.cell(.number(-.infinity)), .object([])]))]))]
    let object = try parsed(document)
    let notes = try #require(object["notes"] as? [[String: String]])
    #expect(notes.map { $0["kind"] } == ["infinite"])
    #expect(notes[0]["message"]?.contains("run, deep, list, element 1") == true)
  }
}
