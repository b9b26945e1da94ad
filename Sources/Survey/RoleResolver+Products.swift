extension RoleResolver {
  /// Products and powers as players. A factor is a driver, a construct or any other column but outcomes and weights.
  func products(beside players: [AnalysisRoles.Player]) throws -> [AnalysisRoles.Player] {
    let terms = try study.terms.map { try ProductTerm($0) }
    for (k, term) in terms.enumerated() {
      if let other = terms[..<k].first(where: { $0.canonical == term.canonical }) {
        throw DataFault.request(
          problem: "The terms '\(other.name)' and '\(term.name)' are the same product", suggestion: "Give it once.")
      }
    }
    return try terms.map { term in
      AnalysisRoles.Player(
        name: term.name, kind: .product, items: [],
        factors: try term.factors.map { try factor($0, of: term.name, players) })
    }
  }

  private func factor(
    _ factor: ProductTerm.Factor, of term: String, _ players: [AnalysisRoles.Player]
  ) throws -> AnalysisRoles.Player.Factor {
    // An item plays in a product as it does on its own, turned round or not.
    let known = players.flatMap { $0.kind == .composite ? [] : $0.items }.first { $0.name == factor.name }
    if let known, study.construct(factor.name) == nil {
      return AnalysisRoles.Player.Factor(name: factor.name, items: [try numeric(known, term)], power: factor.power)
    }
    if let player = players.first(where: { $0.name == factor.name && $0.kind == .composite }) {
      var composite = AnalysisRoles.Player.Factor(
        name: factor.name, items: player.items, isComposite: true, power: factor.power)
      composite.answered = player.answered
      return composite
    }
    if let construct = study.construct(factor.name) {
      let turned = Set(try Selection.resolve(construct.reversed, in: columns.names))
      let items = try Selection.resolve(construct.items, in: columns.names).map { name in
        try numeric(item(name, inherited: construct.scale ?? study.scale, isTurned: turned.contains(name)), term)
      }
      var composite = AnalysisRoles.Player.Factor(
        name: factor.name, items: items, isComposite: true, power: factor.power)
      composite.answered = construct.answered
      return composite
    }
    if players.contains(where: { $0.name == factor.name && $0.kind == .group }) {
      throw DataFault.request(
        problem: "The term '\(term)' multiplies the group '\(factor.name)', which is several columns",
        suggestion: "Name one of its columns, or make it a construct, whose mean is one.")
    }
    guard columns.contains(factor.name) else {
      let names = columns.names + study.constructs.map(\.name)
      throw DataFault.noSuchVariable(name: factor.name, nearest: Spelling.nearest(to: factor.name, among: names))
    }
    if let role = taken[factor.name], role == "an outcome" || role == "the weight" {
      throw DataFault.twoRoles(name: factor.name, first: role, second: "a factor of '\(term)'")
    }
    return AnalysisRoles.Player.Factor(
      name: factor.name, items: [try numeric(item(factor.name, inherited: study.scale), term)], power: factor.power)
  }

  private func numeric(_ item: AnalysisRoles.Item, _ term: String) throws -> AnalysisRoles.Item {
    if text.contains(item.name) {
      throw DataFault.textVariable(variable: item.name, role: "a factor of '\(term)'")
    }
    return item
  }
}
