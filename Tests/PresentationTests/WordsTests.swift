import Presentation
import Survey
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    (1.0, "all"), (199.0 / 200, "over 99 %"), (0.9949, "99 %"), (0.5, "50 %"), (0.0051, "1 %"),
    (1.0 / 200, "under 1 %"),
    (0, "none"),
  ])
  func `a frequency is rounded neither to certainty nor to never`(_ share: Double, _ words: String) {
    #expect(Words.frequency(share).description == words)
  }
}
