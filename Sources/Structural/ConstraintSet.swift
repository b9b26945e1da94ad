import LinearAlgebra
import ModelSyntax

/// Conditions on the free parameters, each as h(θ) = 0 or h(θ) ≥ 0.
struct ConstraintSet {
  struct Constraint {
    var text: String
    var isEquality: Bool
    /// h: what is right of the sign is taken from the left, or for `<` the other way round.
    var expression: ModelExpression
  }

  let table: ParameterTable
  var all: [Constraint]
  /// Those that hold as equalities: all equalities, and inequalities at their bound.
  var active: [Int]

  init(_ table: ParameterTable) {
    self.table = table
    all = table.constraints.map { constraint in
      Constraint(
        text: "\(constraint.leftText) \(constraint.kind.rawValue) \(constraint.rightText)",
        isEquality: constraint.kind == .equal,
        expression: constraint.kind == .less
          ? .difference(constraint.right, constraint.left) : .difference(constraint.left, constraint.right))
    }
    active = all.indices.filter { table.constraints[$0].kind == .equal }
  }

  var isEmpty: Bool { all.isEmpty }

  /// h of the active ones.
  func values(at point: [Double]) -> [Double] {
    active.map { table.value(of: all[$0].expression, at: point) }
  }

  /// ∂h/∂θ, a row for each active one.
  func jacobian(at point: [Double]) -> Matrix {
    var matrix = Matrix(rows: active.count, columns: table.freeCount)
    for (row, constraint) in active.enumerated() {
      let gradient = table.gradient(of: all[constraint].expression, at: point)
      for k in 0..<table.freeCount { matrix[row, k] = gradient[k] }
    }
    return matrix
  }

  /// Inequalities that a point violates.
  func violated(at point: [Double]) -> [Int] {
    all.indices.filter { !active.contains($0) && table.value(of: all[$0].expression, at: point) < -1e-9 }
  }
}

extension ParameterTable {
  /// The value of a formula at given free parameters; `other` overrides labels' values, for standardised ones.
  func value(of expression: ModelExpression, at point: [Double]) -> Double {
    expression.value { name in value(ofLabel: name, at: point) }
  }

  private func value(ofLabel name: String, at point: [Double]) -> Double {
    if let index = labels[name] { return point[index] }
    if let constant = constants[name] { return constant }
    guard let definition = definitions.first(where: { $0.name == name }) else { return .nan }
    return value(of: definition.expression, at: point)
  }

  /// ∂/∂θ of a formula.
  func gradient(of expression: ModelExpression, at point: [Double]) -> [Double] {
    let used = freeIndices(in: expression)
    var gradient = [Double](repeating: 0, count: freeCount)
    for k in used { gradient[k] = slope(of: expression, at: point, direction: k) }
    return gradient
  }

  private func freeIndices(in expression: ModelExpression) -> Set<Int> {
    var found: Set<Int> = []
    for (name, _) in expression.names {
      if let index = labels[name] {
        found.insert(index)
      } else if let definition = definitions.first(where: { $0.name == name }) {
        found.formUnion(freeIndices(in: definition.expression))
      }
    }
    return found
  }

  private func slope(of expression: ModelExpression, at point: [Double], direction: Int) -> Double {
    func dual(_ expression: ModelExpression) -> (value: Double, slope: Double) {
      expression.dual { name in
        if let index = labels[name] { return (point[index], index == direction ? 1 : 0) }
        if let constant = constants[name] { return (constant, 0) }
        guard let definition = definitions.first(where: { $0.name == name }) else { return (.nan, 0) }
        return dual(definition.expression)
      }
    }
    return dual(expression).slope
  }
}
