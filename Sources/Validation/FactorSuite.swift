import Datasets
import Factors
import LinearAlgebra
import Measures
import Survey
import SurveyFiles

/// Factor analysis against R 4.2.2: uniquenesses from R's own optimisers taken to the end of double precision, oblimin by
/// GPArotation 2022.10-2 with eps 1e-10, suitability by psych 2.2.9; `Tests/References/factors` has the script.
enum FactorSuite {
  private struct Case {
    var dataset: String
    var factors: Int
    var input: () throws -> CorrelationInput
  }

  private static var cases: [Case] {
    [
      Case(dataset: "attitude", factors: 2) { try CorrelationInput(Moments(frame(read("attitude")))) },
      Case(dataset: "cahps", factors: 5) { try CorrelationInput(Moments(table: read("cahps"), n: 35_000)) },
      Case(dataset: "webshop", factors: 3) { try CorrelationInput(Moments(frame(webshopItems()))) },
    ]
  }

  static func figures() throws -> [ValidationRun.Figure] {
    let references = CertifiedValue.factors()
    return try cases.flatMap { own in
      let computed = try compute(own)
      return references.filter { $0.dataset == own.dataset }.map { reference in
        let actual = computed["\(reference.statistic)/\(reference.term)"]
        let requirement = Requirement.factors(reference.statistic)
        return ValidationRun.Figure(
          suite: .factors, dataset: own.dataset, quantity: reference.statistic,
          term: reference.term.isEmpty ? nil : reference.term, expected: reference.text, actual: actual,
          digits: CorrectDigits.count(actual, certified: reference.value), required: requirement.required,
          ceiling: requirement.ceiling, reason: requirement.reason, peer: nil, peerDigits: nil)
      }
    }
  }

  private static func compute(_ own: Case) throws -> [String: Double] {
    let input = try own.input()
    let suitability = try Suitability(input)
    var values = ["kmo/": suitability.kmo]
    values["bartlett/"] = suitability.bartlett
    for (extraction, name) in [(FactorAnalysis.Extraction.minres, "minres"), (.maximumLikelihood, "ml")] {
      let fit = try FactorAnalysis(factors: own.factors, extraction: extraction).fit(to: input)
      for (item, value) in zip(fit.names, fit.uniquenesses) { values["uniqueness_\(name)/\(item)"] = value }
      guard extraction == .minres else { continue }
      values["chi_squared/"] = fit.statistics.chiSquared
      values["rmsea/"] = fit.statistics.rmsea
      for (j, factor) in fit.factorNames.enumerated() {
        for (i, item) in fit.names.enumerated() { values["loading/\(item) \(factor)"] = fit.loadings[i, j] }
        for k in 0..<j {
          values["factor_correlation/\(fit.factorNames[k]) \(factor)"] = fit.factorCorrelations[j, k]
        }
      }
    }
    return values
  }

  private static func read(_ name: String) throws -> Dataset {
    guard let file = BundledDatasets.named(name)?.data else { preconditionFailure("the set comes with the program") }
    return try CSVReader(bytes: file.bytes, name: file.name).read(jobs: 1)
  }

  private static func frame(_ data: Dataset) throws -> ModelFrame {
    let items = data.names.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
    return try ModelFrame(data, roles: AnalysisRoles(outcomes: [], players: items), ratings: false)
  }

  /// The twelve items of the second wave as the script takes them: unweighted, 9 being no answer.
  private static func webshopItems() throws -> Dataset {
    let data = try read("webshop")
    let wave = data["wave"]!.doubles
    let rows = data.rowCount
    let items = ["pq", "pe", "sc"].flatMap { prefix in (1...4).map { "\(prefix)\($0)" } }.map { name in
      Variable(name: name, values: .double(data[name]!.doubles.map { $0 == 9 ? .nan : $0 }))
    }
    return Dataset(variables: items, rowCount: rows).selecting((0..<Int32(rows)).filter { wave[Int($0)] == 2 })
  }
}
