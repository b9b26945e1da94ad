import Survey
import Testing

@Suite struct QuotationTests {
  static let long = String(repeating: "remark ", count: 3000) + "it's the end"

  @Test("a name or cell in a message is no longer than 80 characters") func faults() {
    let shown = String(Self.long.prefix(80)) + "…"
    let faults: [any Fault] = [
      DataFault.notNumeric(variable: "q1", row: 3, value: Self.long, count: 2),
      DataFault.noSuchVariable(name: Self.long, nearest: [Self.long]),
      DataFault.oneCategory(variable: Self.long, category: Self.long),
      DataFault.notCategorical(variable: "q1", look: .numbers(example: "5", misfit: Self.long)),
      DataFault.notCategorical(variable: "q1", look: .ordered(examples: [Self.long])),
      DataFault.request(problem: "There is no wave '\(Self.long)' in column 'wave'", suggestion: "Its waves: 1, 2."),
      SyntaxFault.study(
        file: "s.yaml", line: 1, column: 2, problem: "there is no key '\(Self.long)'", suggestion: "Keep 'a'."),
    ]
    for fault in faults {
      let text = fault.description
      #expect(text.contains("'\(shown)'"), "\(text)")
      #expect(text.count < 500)
    }
    // Files are told whole.
    #expect(FileFault.noSuchFile(path: Self.long).description.contains(Self.long))
    #expect(DataFault.notNumeric(variable: "q1", row: 3, value: "abc", count: 1).description.contains("row 3: 'abc'"))
  }

  @Test("only quotations are cut, and only long ones") func quotations() {
    let plain =
      "Items are taken as they are; the respondents' answers to 'q1' and 'it's' count, whatever 'the size' may be of them."
    #expect(Quotation.cutQuotations(in: plain) == plain)
    let name = String(repeating: "n", count: 81)
    #expect(Quotation.cutQuotations(in: "x '\(name)' y 'b'.") == "x '\(name.dropLast())…' y 'b'.")
    #expect(Quotation.cut(String(name.dropLast())) == String(name.dropLast()))
    let open = "never closed '" + name
    #expect(Quotation.cutQuotations(in: open) == open)
  }
}
