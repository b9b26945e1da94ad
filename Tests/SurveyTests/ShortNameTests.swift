import Survey
import Testing

@Suite struct ShortNameTests {
  @Test func `questions get names of their telling words, parts their own`() {
    let names = ShortName.names(for: [
      "id", "How likely is it that you would recommend us to a friend or colleague?",
      "How satisfied were you with the following aspects of your visit? - Check-in at the desk",
      "How satisfied were you with the following aspects of your visit? [Friendliness of the staff]", "Any comments?",
    ])
    #expect(
      names == ["id", "likely_recommend_friend", "checkin_desk", "friendliness_staff", "Any comments?"])
  }

  @Test func `the same part of two questions is told apart by them, what is still alike by numbers`() {
    let names = ShortName.names(for: [
      "How satisfied are you with each of these? - Price", "How important is each of these to you? - Price",
      "Please tell us what you think of that", "Please tell us what they think of that", "tell",
    ])
    #expect(names[0] == "satisfied_each_price" || names[0] == "satisfied_price", "\(names)")
    #expect(names[1].hasPrefix("important") && names[1].hasSuffix("price"), "\(names)")
    #expect(Set(names).count == 5, "\(names)")
    #expect(names[2].hasSuffix("_1") && names[3].hasSuffix("_2"), "\(names)")
    // The same texts give the same names, whatever else is there in front.
    #expect(ShortName.names(for: ["How likely are you to come back to our shop?"]) == ["likely_come_back_shop"])
  }

  @Test func `short names and names without blanks stay`() {
    for name in ["Duration (in seconds)", "LocationLatitude", "a_very_long_name_without_any_blank_in_it_at_all", "q1"] {
      #expect(ShortName.names(for: [name]) == [name])
    }
  }

  @Test func `a column is found by its question's text`() throws {
    let text = "How likely are you to come back to our shop?"
    let short = ShortName.names(for: [text, "x"])
    #expect(try Selection.resolve([text], in: short) == ["likely_come_back_shop"])
    #expect(throws: DataFault.self) { try Selection.resolve(["How likely are you to leave us for good?"], in: short) }
  }
}
