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

/// Conditions name answers by code or by label.
@Suite struct LabelConditionTests {
  private let data: Dataset = {
    var region = Variable(name: "region", values: .int8([1, 2, 3, 1, MissingValue.int8(0)]))
    region.details.valueLabels = [
      .init(.number(1), "North"), .init(.number(2), "South"), .init(.number(3), "10"),
    ]
    var code = Variable(name: "code", values: .text(codes: [0, 1, 0, 1, -1], categories: ["n", "s"]))
    code.details.valueLabels = [.init(.text("n"), "North"), .init(.text("s"), "South")]
    return Dataset(variables: [region, code], rowCount: 5)
  }()

  @Test(
    arguments: [
      ("region = 'North'", [0, 3]), ("region = 1", [0, 3]), ("region = north", [0, 3]), ("region != 'North'", [1, 2]),
      ("region in (South, 3)", [1, 2]), ("not region = 'South'", [0, 2, 3]), ("region >= 'South'", [1, 2]),
      // A label in quotes comes before a number that looks like it.
      ("region = '10'", [2]), ("code = 'North'", [0, 2]), ("code = 'n'", [0, 2]), ("code in ('South')", [1, 3]),
    ])
  func `labels and codes choose the same rows`(_ condition: String, _ rows: [Int32]) throws {
    #expect(try RowCondition(condition).rows(in: data) == rows)
  }

  @Test func `a label that is none is told with those that are, at its place`() throws {
    do {
      _ = try RowCondition("region = 'Nord'").rows(in: data)
      Issue.record("no such label")
    } catch SyntaxFault.expression(_, let position, let problem, let suggestion) {
      #expect(position == 10, "\(position)")
      #expect(problem.description.contains("neither a number nor a label"))
      #expect(suggestion!.description.contains("'North', 'South'"))
    }
  }
}
