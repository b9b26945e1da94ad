import Survey

/// The items of a factor analysis, which are all that it has: outcomes and covariates play no part.
struct ItemChoice {
  let study: StudySpecification

  func roles(in names: [String], text: Set<String>) throws -> (roles: AnalysisRoles, notes: [Note]) {
    var study = study
    study.outcomes = []
    study.always = []
    study.stated = [:]
    study.statedPrefix = nil
    study.players = .items
    let resolved = try study.resolved(in: names, text: text)
    var roles = resolved.roles
    // A group's items are items of their own here.
    roles.players = roles.players.flatMap { player in
      player.items.map { AnalysisRoles.Player(name: $0.name, label: $0.label, items: [$0]) }
    }
    if let item = roles.players.first(where: { text.contains($0.name) }) {
      throw DataFault.textVariable(variable: item.name, role: "an item")
    }
    return (roles, resolved.notes.filter { $0.kind != .driversChosen } + chosen(resolved.notes, roles))
  }

  private func chosen(_ notes: [Note], _ roles: AnalysisRoles) -> [Note] {
    guard notes.contains(where: { $0.kind == .driversChosen }) else { return [] }
    return [
      Note(
        .itemsChosen,
        "No items were named, so all \(roles.players.count) columns of numbers are factored. Choose with \(setting: .variables)."
      )
    ]
  }
}
