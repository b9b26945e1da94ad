import Survey
import SurveyFiles
import Testing

/// Answers as survey platforms write them; the numbers were coded by hand.
@Suite struct PlatformAnswersTests {
  private func read(_ text: String, levels: [GivenLevels] = []) throws -> (data: Dataset, lines: [String]) {
    let reader = try SurveyFile.reader(
      bytes: Array(text.utf8), name: "x.csv", options: ReadingOptions(levels: levels))
    let data = try reader.rows(ReadingRequest())
    return (data, reader.report.lines())
  }

  @Test func `The parts of a grid are named shortly and rated together`() throws {
    let (data, lines) = try read(
      """
      "Timestamp","How satisfied are you with the following? [Price]","How satisfied are you with the following? [Staff]"
      "2026/03/01 9:00:12 AM GMT+1","Very satisfied","Satisfied"
      "2026/03/01 9:01:12 AM GMT+1","Dissatisfied","Neutral"
      "2026/03/01 9:02:12 AM GMT+1","Neutral","Don't know"
      "2026/03/01 9:03:12 AM GMT+1","Very dissatisfied","Satisfied"

      """)
    #expect(data.names == ["Timestamp", "price", "staff"])
    #expect(data["price"]?.values.numbersWithReasons == [5, 2, 3, 1])
    let staff = try #require(data["staff"])
    #expect(Array(staff.values.numbersWithReasons[..<2]) == [4, 3] && staff.values.numbersWithReasons[3] == 4)
    #expect(staff.missingReasons.contains(.answer("Don't know")))
    #expect(lines.contains { $0.contains("1 to 5") && $0.contains("4 'Satisfied'") })
  }

  @Test func `A choice that stands in its own column is 1, a blank cell 0, whatever the question's length`() throws {
    let (data, lines) = try read(
      """
      Respondent ID,Which brands?,,,Overall?
      ,Acme,Bolt - Oslo,Other (please specify),Response
      1,Acme,,,Good
      2,,Bolt - Oslo,Dash,Poor
      3,Acme,Bolt - Oslo,,Good

      """)
    #expect(data["Which brands? - Acme"]?.values.numbersWithReasons == [1, 0, 1])
    #expect(data.variables[2].values.numbersWithReasons == [0, 1, 1])
    #expect(data.variables[3].isText, "what respondents wrote themselves stays a text")
    #expect(lines.contains { $0.contains("Which brands? - Acme") && $0.contains("not chosen") })
  }

  @Test func `Codes of parts hold a Y where they were chosen, and coded answers take levels`() throws {
    let text = """
      "id","submitdate","lastpage","G01Q01[SQ001]","G02Q03[SQ001]","G02Q03[SQ002]"
      "1","2026-03-01 10:00:00","2","A2","Y","N"
      "2","2026-03-01 10:05:00","2","A5","","Y"
      "3","2026-03-01 10:07:00","2","A1","Y","N"

      """
    let levels = GivenLevels(columns: ["G01Q01*"], levels: ["A1", "A2", "A3", "A4", "A5"])
    let (data, _) = try read(text, levels: [levels])
    #expect(data["G01Q01[SQ001]"]?.values.numbersWithReasons == [2, 5, 1])
    #expect(data["G02Q03[SQ001]"]?.values.numbersWithReasons == [1, 0, 1])
    #expect(data["G02Q03[SQ002]"]?.isText == true, "two texts are a contrast")
  }

  @Test func `Two wordings of one level in a column leave it a text`() throws {
    let first = Array(repeating: "Never\nRarely\nSometimes\nAlways\nOften\n", count: 4).joined()
    let (data, _) = try read("q\n" + first + "Frequently\n")
    #expect(data["q"]?.isText == true)
  }
}

/// What the header of an export tells.
@Suite struct PlatformHeaderTests {
  private func read(_ text: String) throws -> (data: Dataset, lines: [String]) {
    let reader = try SurveyFile.reader(bytes: Array(text.utf8), name: "x.csv")
    let data = try reader.rows(ReadingRequest())
    return (data, reader.report.lines())
  }

  @Test func `Codes with their texts behind them are names and labels`() throws {
    let (data, lines) = try read(
      """
      "id. Response ID","submitdate. Date submitted","lastpage. Last page","Q1[SQ001]. How satisfied are you? [Delivery]","Q2. Likely?"
      "1","2026-03-01 10:00:00","3","Very satisfied","9"
      "2","","1","Satisfied",""
      "3","2026-03-01 10:00:00","3","Dissatisfied","4"

      """)
    #expect(data.names == ["id", "submitdate", "lastpage", "Q1[SQ001]", "Q2"])
    #expect(data["Q2"]?.details.question == "Likely?")
    #expect(lines.contains { $0.contains("LimeSurvey") && $0.contains("codes are the names") })
    #expect(try Selection.resolve(["Q2. Likely?"], in: data.names) == ["Q2"])
  }

  @Test(arguments: [
    ("Timestamp,How was it?\n2026/03/01 9:01:10 am GMT+1,Good\n", "Google Forms"),
    ("Respondent ID,Collector ID,Q\n1,2,3\n", "SurveyMonkey"),
    ("StartDate,ResponseId,Q1\n2026-01-01,R_1,3\n", "Qualtrics"),
    ("Response ID,Date submitted,Last page,Q1\n1,,2,3\n", "LimeSurvey"),
  ])
  func `The platform is named`(text: String, platform: String) throws {
    #expect(try read(text).lines.contains { $0.contains("the header is as \(platform) writes it") })
  }

  @Test(arguments: [
    "Timestamp,x\n1,2\n", "Timestamp,load\n2026-01-01 10:00,2\n", "id,date,x\n1,2,3\n", "Timestamp\n2026-01-01 10:00\n",
  ])
  func `No platform is named without its marks`(text: String) throws {
    #expect(try !read(text).lines.contains { $0.contains("the header is as") })
  }
}
