import Imputation
import Insight
import Measures
import Structural
import Survey

/// A model of constructs fitted to data whose missing answers are drawn several times, group by group: what is imputed are the
/// model's own variables and auxiliary ones, each from the others.
struct StructuralImputation {
  let specification: MultipleImputation
  /// As given; `nil`: as many as the fraction of missing information asks for.
  let imputations: Int?
  let roles: AnalysisRoles
  let jobs: Int
  private(set) var groups: [ImputationModel] = []

  init(_ study: Study, _ roles: AnalysisRoles, jobs: Int) throws {
    specification = try study.settings.multipleImputation()
    imputations = study.settings.imputations
    self.roles = roles
    self.jobs = jobs
    if let weights = roles.weights, weights.kind != .sampling {
      throw ImputationFault.unsuitable(
        what: "A \(weights.kind.rawValue) weight",
        suggestion: "Say what the weights are with \(setting: .weightsKind, "sampling"), or leave them out.")
    }
  }

  /// Takes the rows of one group.
  mutating func add(_ dataset: Dataset, rows frame: ModelFrame) throws {
    groups.append(try specification.model(dataset, roles: roles, rows: frame))
  }

  /// - Throws: `ImputationFault`, `StructuralFault`.
  func fit(_ model: StructuralModel) throws -> StructuralModel.Fit {
    var complete = roles
    complete.missing = .listwise
    var pooled = PooledStructures(model)
    var answers = try draw(0..<(imputations ?? MultipleImputation.fewest))
    func take(_ range: Range<Int>) throws {
      for m in range {
        try pooled.add(
          answers.map { try ModelFrame($0.completed(m), roles: complete, ratings: false) }, jobs: jobs)
      }
    }
    try take(0..<answers[0].count)
    let missing = groups.reduce(0) { $0 + $1.missingCount }
    let fraction = pooled.missingInformation
    let needed = MultipleImputation.needed(fraction: fraction, pilot: pooled.count)
    if imputations == nil, missing > 0, needed > pooled.count {
      let range = pooled.count..<needed
      for (g, more) in try draw(range).enumerated() { answers[g].append(more) }
      try take(range)
    }
    guard var fit = try pooled.fit() else { preconditionFailure("at least two imputations") }
    fit.notes += answers.flatMap(\.notes)
    fit.notes += notes(pooled.count, missing, fraction, needed)
    if fit.statistics.chiSquared == 0, fit.statistics.degreesOfFreedom > 0, missing > 0 {
      fit.notes.append(
        Note(
          .fewImputations,
          "χ² of the completed data differ so much that D₂ comes out below zero and is set to zero: it says nothing of how well the model fits. Impute more often with \(setting: .imputations)."
        ))
    }
    return fit
  }

  private func draw(_ range: Range<Int>) throws -> [ImputedAnswers] {
    try groups.map { try $0.draw(range, jobs: jobs) }
  }

  private func notes(_ count: Int, _ missing: Int, _ fraction: Double, _ needed: Int) -> [Note] {
    guard missing > 0 else {
      return [Note(.imputed, "Nothing is missing: all completed data are the data themselves.")]
    }
    let rows = groups.reduce(0) { $0 + $1.dataset.rowCount }
    let percent = "\(Int((min(1, fraction) * 100).rounded()))"
    var notes = [
      Note(
        .imputed,
        "Nobody is left out: \(missing) missing answers of \(rows) respondents are drawn \(count) times by chained equations (\(specification.sweeps) sweeps), and the fits pooled by Rubin's rules; χ² is D₂ of Li, Meng, Raghunathan and Rubin. They hold when what is missing depends on nothing beyond the answers given."
      ),
      Note(.imputed, "Missing answers cost the parameters up to \(percent) % of their information."),
    ]
    if imputations != nil, needed > count {
      notes.append(
        Note(
          .fewImputations,
          "\(count) imputations are few for so much missing information: another seed would move standard errors noticeably. Give \(setting: .imputations, "\(needed)"), or leave it out."
        ))
    }
    return notes
  }
}
