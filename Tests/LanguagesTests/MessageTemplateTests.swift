import Languages
import Testing

@Suite struct MessageTemplateTests {
  @Test func `A message is filled by number, whatever the order of its places`() {
    #expect(MessageTemplate.filled("{0} of {1} rows", ["3", "40"]) == "3 of 40 rows")
    #expect(MessageTemplate.filled("of {1} rows {0}", ["3", "40"]) == "of 40 rows 3")
    #expect(MessageTemplate.filled("{0} and {0}", ["a"]) == "a and a")
  }

  @Test func `A brace that opens no place is text, and a place without a value stays`() {
    #expect(MessageTemplate.filled("{a} {0} {1} {", ["x"]) == "{a} x {1} {")
    #expect(MessageTemplate.parts("a{0}b") == [.words("a"), .place(0), .words("b")])
    // What is filled in is not read again.
    #expect(MessageTemplate.filled("{0} {1}", ["{1}", "b"]) == "{1} b")
  }

  @Test func `The places of a message are each counted once`() {
    #expect(MessageTemplate.places("{1} of {0}, {1}") == [0, 1])
    #expect(MessageTemplate.places("no place") == [])
  }

  @Test func `A language is known by its code, and no is Norwegian Bokmål`() {
    #expect(Language(code: "DE") == .german && Language(code: "no") == .norwegian && Language(code: "nb") == .norwegian)
    #expect(Language(code: "fr") == nil && Language(code: "") == nil)
    #expect(Language.codes == ["en", "nl", "nb", "sv", "de"])
  }

  @Test func `A word is told in the language of the moment, in English where there is none`() {
    #expect(Language.current.word("Importance") == "Importance")
    Language.$current.withValue(.german) {
      #expect(Language.current.word("Importance") == "Wichtigkeit")
      #expect(Language.current.word("never heard") == "never heard")
    }
    #expect(Language.current == .english)
  }
}
