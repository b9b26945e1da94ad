import Datasets
import Measures
import ModelSyntax
import Structural
import Survey
import SurveyFiles

/// Models of constructs and paths against lavaan 0.6-14, whose search was taken to a relative change of 1e-14;
/// `Tests/References/structural` has the script.
enum StructuralSuite {
  private struct Case {
    var name: String
    var dataset: String
    var estimator: StructuralModel.Estimator = .ml
    var model: String
  }

  private static let abilities = "visual =~ x1 + x2 + x3; textual =~ x4 + x5 + x6; speed =~ x7 + x8 + x9"
  private static let cases = [
    Case(name: "holzinger-swineford", dataset: "holzinger-swineford", model: abilities),
    Case(name: "holzinger-swineford MLR", dataset: "holzinger-swineford", estimator: .mlr, model: abilities),
    Case(
      name: "political-democracy", dataset: "political-democracy",
      model:
        "ind60 =~ x1 + x2 + x3; dem60 =~ y1 + y2 + y3 + y4; dem65 =~ y5 + y6 + y7 + y8; dem60 ~ ind60; dem65 ~ ind60 + dem60; y1 ~~ y5; y2 ~~ y4 + y6; y3 ~~ y7; y4 ~~ y8; y6 ~~ y8"
    ),
    // Constructs that are all but one make a long valley of the likelihood: a search that stops early is seen here.
    Case(
      name: "ecsi", dataset: "ecsi",
      model:
        "image =~ IMAG1 + IMAG2 + IMAG3 + IMAG4 + IMAG5; expectation =~ CUEX1 + CUEX2 + CUEX3; quality =~ PERQ1 + PERQ2 + PERQ3 + PERQ4 + PERQ5 + PERQ6 + PERQ7; value =~ PERV1 + PERV2; satisfaction =~ CUSA1 + CUSA2 + CUSA3; complaints =~ CUSCO; loyalty =~ CUSL1 + CUSL2 + CUSL3; expectation ~ image; quality ~ expectation; value ~ expectation + quality; satisfaction ~ image + expectation + quality + value; complaints ~ satisfaction; loyalty ~ image + satisfaction + complaints"
    ),
  ]

  static func figures() throws -> [ValidationRun.Figure] {
    let references = CertifiedValue.structural()
    return try cases.flatMap { own in
      let computed = try compute(own)
      return references.filter { $0.dataset == own.name }.map { reference in
        let actual = computed["\(reference.statistic)/\(reference.term)"]
        let requirement = Requirement.structural(reference.statistic)
        return ValidationRun.Figure(
          suite: .structural, dataset: own.name, quantity: reference.statistic,
          term: reference.term.isEmpty ? nil : reference.term, expected: reference.text, actual: actual,
          digits: CorrectDigits.count(actual, certified: reference.value), required: requirement.required,
          ceiling: requirement.ceiling, reason: requirement.reason, peer: nil, peerDigits: nil)
      }
    }
  }

  private static func compute(_ own: Case) throws -> [String: Double] {
    let model = StructuralModel(try ModelSyntax(own.model), estimator: own.estimator)
    let fit = try fit(model, own.dataset)
    let statistics = fit.statistics
    var values: [String: Double] = ["srmr/": statistics.srmr]
    values["chi_squared/"] = statistics.chiSquared
    values["p_value/"] = statistics.pValue
    values["cfi/"] = statistics.cfi
    values["tli/"] = statistics.tli
    values["rmsea/"] = statistics.rmsea
    values["rmsea_low/"] = statistics.rmseaLow
    values["rmsea_high/"] = statistics.rmseaHigh
    values["log_lik/"] = statistics.logLikelihood
    values["aic/"] = statistics.aic
    values["bic/"] = statistics.bic
    values["chi_squared_robust/"] = statistics.robustChiSquared
    values["scaling/"] = statistics.scaling
    values["cfi_robust/"] = statistics.robustCfi
    values["rmsea_robust/"] = statistics.robustRmsea
    for parameter in fit.parameters {
      values["estimate/\(parameter.name)"] = parameter.estimate
      values["std_error/\(parameter.name)"] = parameter.standardError
      values["std_all/\(parameter.name)"] = parameter.standardized
    }
    return values
  }

  /// To the set's rows, or to its moments where it has none.
  private static func fit(_ model: StructuralModel, _ name: String) throws -> StructuralModel.Fit {
    guard let file = BundledDatasets.named(name)?.data else { preconditionFailure("the set comes with the program") }
    let data = try CSVReader(bytes: file.bytes, name: file.name).read(jobs: 1)
    if Moments.looksLikeMoments(names: data.names) { return try model.fit(to: [Moments(table: data)]) }
    let players = model.observed.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
    let frame = try ModelFrame(data, roles: AnalysisRoles(outcomes: [], players: players), ratings: false)
    return try model.fit(to: [Moments(frame)], frames: [frame])
  }
}
