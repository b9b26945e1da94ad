import LinearAlgebra

/// The table of effects from its numbers.
struct EffectReader {
  /// Of all columns.
  let covariance: SymmetricMatrix
  let system: MediationSystem
  let plan: MediationPlan
  let numbers: MediationNumbers

  /// At the mean of a moderator, where there is one.
  var effects: [MediationAnalysis.Effect] { plan.rows.filter { $0.level == nil }.map(effect) }

  func effect(_ row: MediationPlan.Row) -> MediationAnalysis.Effect {
    let driver = system.drivers[row.driver]
    let outcome = system.outcomes[row.outcome]
    let indirect = numbers.sum(row.indirect)
    let direct = row.direct.map(numbers.sum)
    let share = row.share.map(numbers.share) ?? MediationAnalysis.Estimate(.nan)
    let ratio = (covariance[driver.column, driver.column] / covariance[outcome.column, outcome.column]).squareRoot()
    return MediationAnalysis.Effect(
      outcome: outcome.name, driver: driver.name, through: row.way.map { system.mediators[$0].name },
      indirect: indirect, direct: direct, total: row.total.map(numbers.sum), share: share,
      standardized: driver.isCategory ? nil : indirect.value * ratio,
      verdict: row.level == nil
        ? direct.flatMap { MediationAnalysis.Verdict(indirect: indirect, direct: $0, share: share) } : nil,
      isWhole: row.direct != nil)
  }
}
