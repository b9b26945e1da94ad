import LinearAlgebra
import Platform
import Regression
import Survey

extension ImportanceEngine {
  /// What the analyst must know about one fit.
  func notes(_ names: [String], _ workspace: Workspace, _ fit: ImportanceFit) -> [Note] {
    var notes: [Note] = []
    let full = workspace.elimination
    let p = elimination.playerColumnCount
    var unvaried: [String] = []
    var dependent: [String] = []
    var reversed: [String] = []
    for k in 0..<playerCount {
      let columns = elimination.firstColumn[k]..<elimination.firstColumn[k + 1]
      if columns.allSatisfy({ full.residual[$0 * ($0 + 1) / 2 + $0] <= RankPolicy.variance }) {
        unvaried.append(names[k])
      } else if columns.contains(where: { !full.isInModel($0) }) {
        dependent.append(names[k])
      }
      if let sign = fit.signs[k], sign != 0 {
        let covariance = full.residual[p * (p + 1) / 2 + columns.lowerBound]
        if covariance * Double(sign) < -1e-10 { reversed.append(names[k]) }
      }
    }
    if !unvaried.isEmpty {
      notes.append(
        Note(
          .noVariation,
          problem.always.isEmpty
            ? "\(list(unvaried)): no variation, hence no importance."
            : "\(list(unvaried)): no variation beyond the covariates, hence no importance."))
    }
    if !dependent.isEmpty {
      notes.append(
        Note(
          .collinear,
          "\(list(dependent)): a combination of the drivers before it, so without a coefficient of its own; lmg, first and last still count it, and in lmg collinear drivers share what they explain."
        ))
    }
    if !reversed.isEmpty {
      notes.append(
        Note(
          .signReversal,
          "\(list(reversed)): the coefficient has the opposite sign of the correlation with the outcome (suppression). Its share says how much it helps to explain, not that more of it is better."
        ))
    }
    let needsSingles: [ImportanceMethod] = [.betasq, .genizi, .relativeWeights, .car]
    let undefined = methods.filter { needsSingles.contains($0) }
    if problem.hasGroups, !undefined.isEmpty {
      notes.append(
        Note(
          .undefinedForGroups,
          "\(list(undefined.map(\.rawValue))): not defined for groups and drivers of several categories, because the result would depend on the coding of their columns. lmg, last, first and pratt are."
        ))
    }
    notes += notesOnProducts(names)
    if case .sampled(let sample) = subsets, methods.contains(.lmg), let errors = fit.standardErrors {
      let largest = errors.max() ?? 0
      notes.append(
        Note(
          .sampledOrders,
          sample.partners == nil
            ? "lmg averages \(2 * sample.orders.count) sampled orders of entry, half of them the reverse of the others; the largest standard error from sampling is \(ImportanceEngine.short(largest))."
            : "lmg averages \(2 * sample.orders.count) sampled orders of entry, factors before their products; the largest standard error from sampling is \(ImportanceEngine.short(largest))."
        ))
    }
    if case .halved(let sample) = subsets, methods.contains(.lmg), let errors = fit.standardErrors {
      notes.append(
        Note(
          .sampledOrders,
          "lmg averages orders of entry instead of all subsets: \(sample.arrangements.count) random arrangements of the drivers, each halved again and again, with every half entered before and after the other; the largest standard error from sampling is \(ImportanceEngine.short(errors.max() ?? 0))."
        ))
    }
    return notes
  }

  /// What products leave undefined.
  private func notesOnProducts(_ names: [String]) -> [Note] {
    guard problem.isHierarchical else { return [] }
    var notes: [Note] = []
    let products = list((0..<playerCount).filter(precedence.waits).map { names[$0] })
    let undefined = methods.filter { ![.lmg, .last, .first].contains($0) }
    if !undefined.isEmpty {
      notes.append(
        Note(
          .undefinedForProducts,
          "\(list(undefined.map(\.rawValue))): not defined beside products (\(products)), because the result would depend on where zero lies on the scales of their factors. lmg is."
        ))
    }
    let partly = methods.contains { $0 == .last || $0 == .first }
    if partly {
      notes.append(
        Note(
          .undefinedForProducts,
          "A product (\(products)) has no importance as first and its factors none as last, because no model holds a product without them."
        ))
    }
    if methods.contains(.lmg), subsets == .all, hierarchy == nil {
      notes.append(
        Note(
          .undefinedForProducts,
          "lmg is worked out for up to \(ClosedSets.limit) drivers that are factors or products; there are \(precedence.bound.count)."
        ))
    }
    return notes
  }

  private func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// Two significant digits, rounded up, without an exponent.
  static func short(_ value: Double) -> String {
    guard value > 0, value < 1 else { return "\(value)" }
    var scaled = value
    var zeros = 0
    while scaled < 10 {
      scaled *= 10
      zeros += 1
    }
    let digits = String(Int(scaled.rounded(.up)))
    // scaled = value·10^zeros has two digits before the point.
    return "0." + String(repeating: "0", count: max(0, zeros - digits.count)) + digits
  }
}
