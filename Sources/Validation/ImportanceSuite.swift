import Datasets
import Importance
import Measures
import Survey
import SurveyFiles

/// Relative importance against relaimpo 2.2-7 (R 4.2.2): every method on three bundled sets, and groups with weights and a
/// covariate that always stays.
enum ImportanceSuite {
  private struct Case {
    var label: String
    var dataset: String
    var outcome: String
    var players: [AnalysisRoles.Player]
    var always: [String] = []
    var isWeighted = false
    var methods: [ImportanceMethod] = [.lmg, .last, .first, .betasq, .pratt, .genizi, .car]
  }

  private static func players(_ names: [String]) -> [AnalysisRoles.Player] {
    names.map { AnalysisRoles.Player(name: $0, items: [AnalysisRoles.Item(name: $0)]) }
  }

  private static var cases: [Case] {
    let some: [ImportanceMethod] = [.lmg, .last, .first]
    return [
      Case(
        label: "attitude", dataset: "attitude", outcome: "rating",
        players: players(["complaints", "privileges", "learning", "raises", "critical", "advance"])),
      Case(
        label: "swiss", dataset: "swiss", outcome: "Fertility",
        players: players(["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"])),
      Case(
        label: "customer-satisfaction", dataset: "customer-satisfaction", outcome: "q1",
        players: players((2...10).map { "q\($0)" })),
      Case(
        label: "swiss grouped weighted", dataset: "swiss", outcome: "Fertility",
        players: [
          AnalysisRoles.Player(
            name: "G1", kind: .group, items: [.init(name: "Examination"), .init(name: "Education")])
        ] + players(["Agriculture", "Catholic", "Infant.Mortality"]), isWeighted: true, methods: some),
      Case(
        label: "swiss always", dataset: "swiss", outcome: "Fertility",
        players: players(["Agriculture", "Examination", "Catholic", "Infant.Mortality"]), always: ["Education"],
        methods: some),
    ]
  }

  static func figures() throws -> [ValidationRun.Figure] {
    let references = CertifiedValue.importance()
    return try cases.flatMap { own in
      let computed = try compute(own)
      return references.filter { $0.dataset == own.label }.map { reference in
        let actual = computed["\(reference.statistic)/\(reference.term)"]
        return ValidationRun.Figure(
          suite: .importance, dataset: own.label, quantity: reference.statistic,
          term: reference.term.isEmpty ? nil : reference.term, expected: reference.text, actual: actual,
          digits: CorrectDigits.count(actual, certified: reference.value), required: Requirement.importance.required,
          ceiling: Requirement.importance.ceiling, reason: Requirement.importance.reason, peer: nil, peerDigits: nil)
      }
    }
  }

  private static func compute(_ own: Case) throws -> [String: Double] {
    guard let file = BundledDatasets.named(own.dataset)?.data else {
      preconditionFailure("the set comes with the program")
    }
    var data = try CSVReader(bytes: file.bytes, name: file.name).read(jobs: 1)
    if own.isWeighted {
      // The reference's weights: |−23| … |23|, the middle one zero.
      let half = data.rowCount / 2
      data = data.replacing(
        Variable(name: "weight", values: .double((0..<data.rowCount).map { Double(abs($0 - half)) })))
    }
    let roles = AnalysisRoles(
      outcomes: [.init(name: own.outcome)], players: own.players, always: own.always.map { .init(name: $0) },
      weights: own.isWeighted ? .init(variable: "weight", kind: .precision) : nil)
    let frame = try ModelFrame(data, roles: roles, ratings: false)
    let engine = ImportanceEngine(problem: ImportanceProblem(frame, outcome: 0), methods: own.methods)
    let fit = try engine.fit(Moments(frame))
    var values = ["r_squared/": fit.rSquared, "r_squared_decomposed/": fit.rSquared - fit.rSquaredAlways]
    for (m, method) in own.methods.enumerated() {
      for (player, importance) in zip(own.players, fit.importance[m]) {
        values["\(method.rawValue)/\(player.name)"] = importance
      }
    }
    return values
  }
}
