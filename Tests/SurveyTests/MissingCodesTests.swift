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
    let (exempt, notes) = try study.exemptFromMissingCodes(in: columns)
    #expect(exempt == ["recommend", "w", "shop"])
    #expect(notes.map(\.kind) == ["code_is_answer"])
  }

  @Test func aCodeInsideTheScaleOfTheStudyOrOnlySomeInsideAnOwnScaleIsAnError() {
    var study = StudySpecification()
    study.scale = RatingScale(7, 1)
    study.missingCodes = ["7"]
    #expect(throws: DataFault.missingCodeInsideScale(code: 7, variable: "the drivers", low: 1, high: 7)) {
      try study.exemptFromMissingCodes(in: columns)
    }
    study.missingCodes = ["9", "99"]
    study.variables = ["recommend": .init(scale: RatingScale(0, 10))]
    #expect(throws: DataFault.missingCodeInsideScale(code: 9, variable: "recommend", low: 0, high: 10)) {
      try study.exemptFromMissingCodes(in: columns)
    }
  }
}
