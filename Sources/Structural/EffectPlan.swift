import Platform

/// All numbers of a replicate: effects of every group, definitions, differences between groups.
struct ReplicatedNumbers: Sendable {
  /// By group.
  let effects: [EffectPlan]
  let definitions: Int
  let contrasts: [ContrastPlan]

  /// Of a fit's own effects, definitions and contrasts, in their order.
  init(_ fit: StructuralModel.Fit) {
    effects = (0..<fit.groupCount).map { group in
      EffectPlan(fit.effects.filter { $0.group == group }, fit.table)
    }
    definitions = fit.table.definitions.count
    contrasts = fit.contrasts.map { ContrastPlan($0, fit.table) }
  }

  /// Where definitions begin, and then contrasts.
  var firstDefinition: Int { effects.reduce(0) { $0 + $1.count } }
  var firstContrast: Int { firstDefinition + definitions }
  var width: Int { firstContrast + contrasts.count }
}

/// Which numbers of B and (I − B)⁻¹ the effects are: of each direct, indirect and total, or of one way its product.
struct EffectPlan: Sendable {
  enum Entry: Sendable {
    case all(from: Int, to: Int)
    /// The variables along it, first and last included.
    case way([Int])
  }

  let entries: [Entry]

  /// Three numbers for each effect.
  var count: Int { 3 * entries.count }

  init(_ effects: [StructuralEffect], _ table: ParameterTable) {
    entries = effects.map { effect in
      let (from, to) = (table.index(effect.from), table.index(effect.to))
      guard let through = effect.through else { return .all(from: from, to: to) }
      return .way([from] + through.map(table.index) + [to])
    }
  }

  func write(_ structure: CovarianceStructure, into row: UnsafeMutablePointer<Double>) {
    let v = structure.v
    for (k, entry) in entries.enumerated() {
      switch entry {
      case .all(let from, let to):
        let direct = structure.effects[to * v + from]
        let total = structure.total[to * v + from] - (from == to ? 1 : 0)
        row[3 * k] = direct
        row[3 * k + 1] = total - direct
        row[3 * k + 2] = total
      case .way(let variables):
        var product = 1.0
        for at in 1..<variables.count { product *= structure.effects[variables[at] * v + variables[at - 1]] }
        row[3 * k + 1] = product
      }
    }
  }
}

/// Which number of two groups is compared.
struct ContrastPlan: Sendable {
  /// `nil`: the mean of the construct `to`.
  let from: Int?
  let to: Int
  let group: Int
  let versus: Int

  init(_ contrast: StructuralModel.GroupContrast, _ table: ParameterTable) {
    to = table.index(contrast.left)
    from = contrast.kind == .path ? table.index(contrast.right) : nil
    (group, versus) = (contrast.group, contrast.versus)
  }

  /// The group's less the other's.
  func difference(_ groups: [Discrepancy]) -> Double {
    func value(_ group: Int) -> Double {
      let structure = groups[group].structure
      return from.map { structure.effects[to * structure.v + $0] } ?? structure.means[to]
    }
    return value(group) - value(versus)
  }
}
