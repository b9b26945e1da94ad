import LinearAlgebra
import ModelSyntax
import Platform

extension StructuralModel {
  /// A path, or the mean of a construct, in one group less that in another.
  public struct GroupContrast: Sendable, Equatable {
    /// What is compared.
    public enum Kind: String, Sendable {
      case mean, path
    }

    /// Path or mean.
    public var kind: Kind
    /// The construct, or what depends.
    public var left: String
    /// What it depends on; empty of means.
    public var right: String
    /// From 0.
    public var group: Int
    /// The group that it is compared with, from 0.
    public var versus: Int
    /// Its value in each of them.
    public var estimate: Double
    /// The other's.
    public var versusEstimate: Double
    /// The group's less the other's; its error follows from the covariance of both.
    public var difference: Double
    /// Of the difference.
    public var standardError: Double?
    /// Lower end of its interval.
    public var low: Double?
    /// Upper end of it.
    public var high: Double?
    /// Of t, where a design leaves few to errors; `nil`: z.
    public var degrees: Double?
    /// Of means: over the construct's standard deviation in both groups together.
    public var standardized: Double?
    /// Holm's, over all that is compared; `nil` until then.
    public var adjusted: Double?

    /// Difference over standard error.
    public var statistic: Double? { standardError.flatMap { $0 > 0 ? difference / $0 : nil } }
    /// Two-sided p-value of z, or of t with the degrees of freedom.
    public var pValue: Double? { statistic.flatMap(WaldReference(degrees: degrees).twoSided) }
  }
}

/// Contrasts of every pair of groups; errors by the delta method.
struct GroupContrastList {
  let solution: StructuralSolution
  let confidence: Double

  private var table: ParameterTable { solution.table }

  func all() -> [StructuralModel.GroupContrast] {
    var result: [StructuralModel.GroupContrast] = []
    for versus in 0..<table.groupCount {
      for group in versus + 1..<max(table.groupCount, versus + 1) {
        if table.hasMeans { result += means(group, versus) }
        result += paths(group, versus)
      }
    }
    return result
  }

  private func means(_ group: Int, _ versus: Int) -> [StructuralModel.GroupContrast] {
    (table.observedCount..<table.variables.count).compactMap { construct in
      let (a, b) = (solution.structure(group), solution.structure(versus))
      var gradient = solution.gradient(group) { a.derivative(ofMean: construct, $0) }
      for (k, value) in solution.gradient(versus, { b.derivative(ofMean: construct, $0) }).enumerated() {
        gradient[k] -= value
      }
      guard gradient.contains(where: { $0 != 0 }) else { return nil }
      func variance(_ structure: CovarianceStructure) -> Double {
        structure.covariance[construct * structure.v + construct]
      }
      let (na, nb) = (solution.samples[group].n, solution.samples[versus].n)
      let pooled = (na * variance(a) + nb * variance(b)) / (na + nb)
      return contrast(
        .mean, table.variables[construct], "", group, versus, (a.means[construct], b.means[construct]), gradient,
        scale: pooled > 0 ? pooled.squareRoot() : nil)
    }
  }

  private func paths(_ group: Int, _ versus: Int) -> [StructuralModel.GroupContrast] {
    let others = table.parameters.filter { $0.group == versus && $0.relation == .regressedOn }
    return table.parameters.filter { $0.group == group && $0.relation == .regressedOn }.compactMap { own in
      guard let other = others.first(where: { $0.place == own.place }), own.free != other.free else { return nil }
      var gradient = [Double](repeating: 0, count: solution.point.count)
      if let free = own.free { gradient[free] += 1 }
      if let free = other.free { gradient[free] -= 1 }
      return contrast(
        .path, own.left, own.right, group, versus, (solution.value(own), solution.value(other)), gradient, scale: nil)
    }
  }

  private func contrast(
    _ kind: StructuralModel.GroupContrast.Kind, _ left: String, _ right: String, _ group: Int, _ versus: Int,
    _ values: (Double, Double), _ gradient: [Double], scale: Double?
  ) -> StructuralModel.GroupContrast {
    let difference = values.0 - values.1
    let error = solution.hasErrors ? solution.error(gradient) : 0
    // Few degrees of freedom in one group are few in the difference.
    let (one, other) = (solution.reference(group, gradient), solution.reference(versus, gradient))
    let reference = WaldReference(degrees: [one.degrees, other.degrees].compactMap { $0 }.min())
    let half = error > 1e-10 ? reference.quantile(confidence) * error : nil
    return .init(
      kind: kind, left: left, right: right, group: group, versus: versus, estimate: values.0, versusEstimate: values.1,
      difference: difference, standardError: half == nil ? nil : error, low: half.map { difference - $0 },
      high: half.map { difference + $0 }, degrees: reference.degrees, standardized: scale.map { difference / $0 })
  }
}
