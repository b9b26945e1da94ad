import Survey

/// The variables of a verb that has no outcome: those that are named (a construct's name gives its composite), else the
/// study's drivers or items, satisfaction and outcomes, else every column of numbers without another role.
struct VariableChoice {
  let study: StudySpecification
  /// `--variables` was given; `study.drivers` holds it.
  let isNamed: Bool
  /// Auxiliary variables have a part beside the others.
  var keepsAuxiliary = false

  func roles(in names: [String], text: Set<String>) throws -> (roles: AnalysisRoles, notes: [Note]) {
    var chosen = study
    chosen.outcomes = []
    chosen.satisfaction = []
    if !keepsAuxiliary { chosen.auxiliary = [] }
    chosen.stated = [:]
    chosen.statedPrefix = nil
    chosen.groups = []
    let outcomes = try Selection.resolve(study.outcomes, in: names)
    if !isNamed {
      chosen.players = .items
      let drivers =
        study.drivers ?? study.constructs.map { Selection.quoted($0.name) } + study.groups.flatMap(\.items)
      let spoken =
        drivers + (try Selection.resolve(study.satisfaction, in: names) + outcomes).map(Selection.quoted)
      if !spoken.isEmpty { chosen.drivers = spoken }
    }
    var (roles, notes) = try chosen.resolved(in: names, text: text)
    // An outcome keeps its own scale; the study's is for items.
    for k in roles.players.indices {
      for i in roles.players[k].items.indices {
        let name = roles.players[k].items[i].name
        if outcomes.contains(name), study.variables[name]?.scale == nil { roles.players[k].items[i].scale = nil }
      }
    }
    if notes.contains(where: { $0.kind == .driversChosen }) {
      notes.removeAll { $0.kind == .driversChosen }
      let taken = roles.players.map(\.name)
      let list: Sentence =
        taken.count <= 12
        ? Sentence(taken.joined(separator: ", "))
        : "\(taken.prefix(10).joined(separator: ", ")), … (\(taken.count) in all)"
      notes.append(
        Note(
          .variablesChosen,
          "No variables were named, so every column of numbers without another role is taken: \(list). Choose with \(setting: .variables)."
        ))
    }
    return (roles, notes)
  }
}
