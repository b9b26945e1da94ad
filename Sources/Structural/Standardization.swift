import LinearAlgebra
import ModelSyntax
import Platform

/// Parameters as they would be with constructs, or all variables, of variance 1, and their errors by the delta method.
///
/// An effect is multiplied by its cause's standard deviation over that of what it acts on, a mean divided by it; a covariance of
/// residuals is divided by their standard deviations, a residual variance by the variable's whole variance; thresholds are of variables
/// of variance 1 as they are.
struct Standardization {
  enum Kind {
    case latent
    case all
  }

  let solution: StructuralSolution
  let kind: Kind

  private var table: ParameterTable { solution.table }

  private func isScaled(_ variable: Int) -> Bool { kind == .all || variable >= table.observedCount }

  /// ln of the factor that a variable's own scale adds, with its derivative: ln sd.
  private func logDeviation(_ variable: Int, _ group: Int) -> (value: Double, gradient: [Double])? {
    let structure = solution.structure(group)
    let variance = structure.covariance[variable * structure.v + variable]
    guard variance > 0 else { return nil }
    let gradient = solution.gradient(ofCovariance: variable, variable, group: group)
    return (0.5 * log(variance), gradient.map { 0.5 * $0 / variance })
  }

  /// ln of the standard deviation of a residual.
  private func logResidual(_ variable: Int, _ group: Int) -> (value: Double, gradient: [Double])? {
    let structure = solution.structure(group)
    let variance = structure.residual[variable * structure.v + variable]
    guard variance != 0 else { return nil }
    let gradient = solution.gradient(group) { structure.derivative(ofResidual: variable, $0) }
    return (0.5 * log(abs(variance)), gradient.map { 0.5 * $0 / variance })
  }

  /// The standardised value and its error; the error is `nil` where there is none.
  func value(_ parameter: ModelParameter) -> (value: Double, gradient: [Double])? {
    let group = parameter.group
    var factors: [(value: Double, gradient: [Double], sign: Double)] = []
    func add(_ part: (value: Double, gradient: [Double])?, _ sign: Double) -> Bool {
      guard let part else { return false }
      factors.append((part.value, part.gradient, sign))
      return true
    }
    switch parameter.place {
    case .directed(let to, let from):
      if isScaled(from), !add(logDeviation(from, group), 1) { return nil }
      if isScaled(to), !add(logDeviation(to, group), -1) { return nil }
    case .symmetric(let i, let j) where i == j:
      if isScaled(i) {
        guard add(logDeviation(i, group), -2) else { return nil }
      }
    case .symmetric(let i, let j):
      if isScaled(i), !add(logResidual(i, group), -1) { return nil }
      if isScaled(j), !add(logResidual(j, group), -1) { return nil }
    case .mean(let i): if isScaled(i), !add(logDeviation(i, group), -1) { return nil }
    case .threshold: break
    }
    let estimate = solution.value(parameter)
    let factor = exp(factors.reduce(0) { $0 + $1.sign * $1.value })
    var gradient = [Double](repeating: 0, count: solution.point.count)
    for part in factors {
      for k in gradient.indices { gradient[k] += part.sign * part.gradient[k] * estimate * factor }
    }
    if let free = parameter.free { gradient[free] += factor }
    if parameter.isDerived, case .symmetric(let i, _) = parameter.place {
      let moved = solution.gradient(group) { solution.structure(group).derivative(ofResidual: i, $0) }
      for k in gradient.indices { gradient[k] += factor * moved[k] }
    }
    return (estimate * factor, gradient)
  }

  /// Definitions of standardised parameters: each label stands for the standardised value of the first parameter that has it.
  func value(of definition: ModelSyntax.Definition) -> (value: Double, gradient: [Double])? {
    var parts: [String: (value: Double, gradient: [Double])] = [:]
    for (name, _) in names(in: definition.expression) where parts[name] == nil {
      guard let parameter = table.parameters.first(where: { $0.label == name }), let part = value(parameter) else {
        return nil
      }
      parts[name] = part
    }
    func dual(_ expression: ModelExpression, _ k: Int?) -> (value: Double, slope: Double) {
      expression.dual { name in
        if let part = parts[name] { return (part.value, k.map { part.gradient[$0] } ?? 0) }
        guard let other = table.definitions.first(where: { $0.name == name }) else { return (.nan, 0) }
        return dual(other.expression, k)
      }
    }
    let value = dual(definition.expression, nil).value
    guard value.isFinite else { return nil }
    return (value, solution.point.indices.map { dual(definition.expression, $0).slope })
  }

  /// Labels that a formula goes back to.
  private func names(in expression: ModelExpression) -> [(String, Int)] {
    expression.names.flatMap { name, _ -> [(String, Int)] in
      if table.labels[name] != nil || table.constants[name] != nil { return [(name, 0)] }
      guard let other = table.definitions.first(where: { $0.name == name }) else { return [] }
      return names(in: other.expression)
    }
  }
}
