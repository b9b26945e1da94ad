import Survey
import Testing

@Suite struct SpellingTests {
  @Test func oneExchangeOmissionOrInsertionIsForgiven() {
    let words = ["items", "label", "outcomes"]
    #expect(Spelling.nearest(to: "itmes", among: words) == ["items"])
    #expect(Spelling.nearest(to: "lable", among: words) == ["label"])
    #expect(Spelling.nearest(to: "Out_comes", among: words) == ["outcomes"])
    #expect(Spelling.nearest(to: "outcome", among: words) == ["outcomes"])
    #expect(Spelling.nearest(to: "weights", among: words) == [])
    #expect(Spelling.nearest(to: "", among: ["a", "abc"]) == ["a"])
  }
}
