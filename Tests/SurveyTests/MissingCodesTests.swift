import Survey
import Testing

@Suite struct MissingCodesTests {
  let columns = ["pq1", "recommend", "w", "shop"]

  @Test func codesSpareWeightsClustersAndScalesThatHoldThemAsAnswers() throws {
    var study = StudySpecification()
    study.scale = RatingScale(1, 7)
    study.missingCodes = ["9", "Blank"]
    study.variables = ["recommend": .init(scale: RatingScale(0, 10)), "pq1": .init(scale: RatingScale(1, 5))]
    study.weights = AnalysisRoles.Weighting(variable: "w")
    study.cluster = "shop"
    let rules = try study.missingRules(in: columns)
    #expect(rules.exempt == ["w", "shop"])
    #expect(rules.notes.map(\.note.kind.name) == ["code_is_answer"])
    #expect(rules.codes(of: "recommend") == ["Blank"])
    #expect(rules.codes(of: "pq1") == ["9", "Blank"])
    #expect(rules.codes(of: "w") == [])
  }

  @Test func aCodeInsideTheScaleOfTheStudyIsAnErrorAndInsideAnOwnScaleAnAnswer() throws {
    var study = StudySpecification()
    study.scale = RatingScale(7, 1)
    for code in ["7", "7:9", ":1", "<2"] {
      study.missingCodes = [code]
      #expect(throws: DataFault.self, "\(code)") { try study.missingRules(in: columns) }
    }
    study.missingCodes = ["7"]
    #expect(throws: DataFault.missingCodeInsideScale(code: 7, variable: "the drivers", low: 1, high: 7)) {
      try study.missingRules(in: columns)
    }
    study.missingCodes = ["9", "99"]
    study.variables = ["recommend": .init(scale: RatingScale(0, 10))]
    #expect(try study.missingRules(in: columns).codes(of: "recommend") == ["99"])
    #expect(try study.missingRules(in: columns).codes(of: "pq1") == ["9", "99"])
  }

  @Test func oneVariableHasCodesOfItsOwn() throws {
    var study = StudySpecification()
    study.missingCodes = ["0", "pq1=99", "'a=b'"]
    study.variables = ["shop": .init(missing: [])]
    let rules = try study.missingRules(in: columns)
    #expect(rules.common == ["0", "'a=b'"])
    #expect(rules.codes(of: "pq1") == ["0", "'a=b'", "99"])
    // Minutes have no code: there 0 is a value.
    #expect(rules.codes(of: "shop") == [])
    #expect(rules.codes(of: "recommend") == ["0", "'a=b'"])
    study.missingCodes = ["pq9=99"]
    #expect(throws: DataFault.self) { try study.missingRules(in: columns) }
    study.missingCodes = []
    study.variables = ["pq1": .init(scale: RatingScale(1, 7), missing: ["7"])]
    #expect(throws: DataFault.missingCodeInsideScale(code: 7, variable: "pq1", low: 1, high: 7)) {
      try study.missingRules(in: columns)
    }
  }

  @Test func codesAreNumbersTextsAndRanges() {
    func numbers(_ text: String) -> ClosedRange<Double>? { MissingCode(text).numbers }
    #expect(numbers("98") == 98...98 && numbers("-99") == -99...(-99) && numbers("\u{2212}99") == -99...(-99))
    #expect(numbers("-99:-1") == -99...(-1) && numbers(" -99 : -1 ") == -99...(-1))
    #expect(numbers("98:") == 98...Double.infinity && numbers(":0") == -Double.infinity...0)
    #expect(numbers("<=0") == -Double.infinity...0 && numbers(">=98") == 98...Double.infinity)
    #expect(!numbers("<0")!.contains(0) && numbers("<0")!.contains(-Double.leastNonzeroMagnitude))
    #expect(!numbers(">97")!.contains(97) && numbers(">97")!.contains(97.5))
    for text in ["Blank", "a:b", ":", "5:1", "'98:'", "\"<0\"", "0x10", "nan", "inf", "< x"] {
      #expect(numbers(text) == nil, "\(text)")
    }
    #expect(MissingCode("'Don\u{2019}t know, refused'").text == "Don\u{2019}t know, refused")
    #expect(!MissingCode("98").isRange && MissingCode("98:").isRange)
  }
}
