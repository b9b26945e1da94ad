import LinearAlgebra
import Measures
import Platform
import Probability
import Regression
import Survey

/// The tables of a fit from its numbers.
struct MediationReader {
  let data: MediationData
  let system: MediationSystem
  let plan: MediationPlan
  let numbers: MediationNumbers
  let fits: [LinearRegression.Fit]
  let levels: ModeratorLevels?

  private var reader: EffectReader {
    EffectReader(covariance: data.moments.covariance, system: system, plan: plan, numbers: numbers)
  }

  var effects: [MediationAnalysis.Effect] { reader.effects }

  var conditional: [MediationAnalysis.ConditionalEffect] {
    guard let levels else { return [] }
    let reader = self.reader
    return plan.rows.compactMap { row in
      guard let k = row.level else { return nil }
      let level = levels.levels[k]
      return MediationAnalysis.ConditionalEffect(effect: reader.effect(row), value: level.value, level: level.name)
    }
  }

  var moderated: [MediationAnalysis.ModeratedMediation] {
    guard let levels else { return [] }
    func told(_ k: Int) -> String {
      let level = levels.levels[k]
      return level.name == "value" ? level.value.map { Sentence.number($0) } ?? level.name : level.name
    }
    return plan.changes.map { change in
      MediationAnalysis.ModeratedMediation(
        outcome: system.outcomes[change.outcome].name, driver: system.drivers[change.driver].name,
        through: change.way.map { system.mediators[$0].name }, quantity: change.level == nil ? "index" : "difference",
        level: change.level.map(told), versus: change.versus.map(told), estimate: numbers.sum(change.sum))
    }
  }

  var paths: [MediationAnalysis.Path] {
    zip(system.equations, fits).enumerated().flatMap { k, pair in
      let (equation, fit) = pair
      return fit.terms.enumerated().map { i, term in
        MediationAnalysis.Path(
          dependent: equation.dependent.name, role: i == 0 ? nil : system.role(equation.columns[i - 1], in: k),
          term: term, rSquared: fit.rSquared, errors: fit.errors)
      }
    }
  }

  var sensitivity: [MediationAnalysis.Sensitivity] {
    system.outcomes.indices.flatMap { o -> [MediationAnalysis.Sensitivity] in
      let fit = fits[system.mediators.count + o]
      return system.mediators.indices.compactMap { j in
        guard let rho = fit.term(system.mediators[j].name)?.partialCorrelation else { return nil }
        let left = (1 - fits[j].rSquared) * (1 - withoutMediator(o, j))
        return MediationAnalysis.Sensitivity(
          outcome: system.outcomes[o].name, through: system.mediators[j].name,
          rho: numbers.resampled(rho, column: numbers.map.column(ofPartial: o, j)) ?? normal(rho, fit),
          ofAllVariance: rho * rho * left)
      }
    }
  }

  /// R² of the outcome on everything but the mediator: 1 − R² is (1 − R²_Y)/(1 − ρ²).
  private func withoutMediator(_ o: Int, _ j: Int) -> Double {
    let fit = fits[system.mediators.count + o]
    let rho = fit.term(system.mediators[j].name)?.partialCorrelation ?? 0
    return 1 - (1 - fit.rSquared) / (1 - rho * rho)
  }

  /// Fisher's interval of a partial correlation, tanh(atanh ρ ± z/√(n − k − 3)) with k other predictors; for respondents of a simple
  /// sample only.
  private func normal(_ rho: Double, _ fit: LinearRegression.Fit) -> MediationAnalysis.Estimate {
    let free = fit.n - Double(fit.terms.count - 2) - 3
    let isSimple = data.frame.map { $0.weights == nil && $0.clusters == nil && $0.strata == nil } ?? true
    guard isSimple, free > 0, abs(rho) < 1 else { return MediationAnalysis.Estimate(rho) }
    let reach = Normal().quantile((1 + numbers.confidence) / 2) / free.squareRoot()
    let z = atanh(rho)
    return MediationAnalysis.Estimate(rho, low: tanh(z - reach), high: tanh(z + reach))
  }

  var regions: [MediationAnalysis.Region] {
    guard let moderator = system.moderator, !moderator.block.isCategorical, let frame = data.frame else { return [] }
    let values = frame.column(moderator.block.columns.lowerBound)
    func regions(_ unit: MediationSystem.Unit, _ k: Int) -> [MediationAnalysis.Region] {
      let (equation, fit) = (system.equations[k], fits[k])
      guard let product = moderator.products[unit.column]?.lowerBound,
        let own = equation.columns.firstIndex(of: unit.column), let other = equation.columns.firstIndex(of: product),
        let b = fit.terms[own + 1].estimate, let slope = fit.terms[other + 1].estimate,
        let covariance = fit.covariance
      else { return [] }
      // Terms without an estimate have no row; of rows there is an intercept.
      let (i, j) = (own + 1, other + 1)
      guard covariance.order == fit.terms.count else { return [] }
      let half = (1 + numbers.confidence) / 2
      let degrees = fit.dfResidual.flatMap { $0 > 0 ? $0 : nil }
      let line = JohnsonNeyman(
        b: b, slope: slope, variance: covariance[i, i], covariance: covariance[i, j],
        slopeVariance: covariance[j, j],
        quantile: degrees.map { StudentT(degrees: $0).quantile(half) } ?? Normal().quantile(half))
      return line.regions(values, weights: frame.weights).map {
        MediationAnalysis.Region(
          outcome: equation.dependent.name, from: unit.name, to: equation.dependent.name, low: $0.low,
          high: $0.high, sign: $0.sign, share: $0.share)
      }
    }
    var found: [MediationAnalysis.Region] = []
    for k in system.equations.indices {
      let isOfOutcome = k >= system.mediators.count
      if moderator.stages.contains(isOfOutcome ? .direct : .first) {
        found += system.drivers.flatMap { regions($0, k) }
      }
      if isOfOutcome, moderator.stages.contains(.second) { found += system.mediators.flatMap { regions($0, k) } }
    }
    return found
  }
}
