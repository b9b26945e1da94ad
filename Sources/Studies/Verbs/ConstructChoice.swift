import Survey

/// The constructs of a verb that is about their items: those that are named, else the study's with its satisfaction, else all
/// columns of numbers as one.
struct ConstructChoice {
  /// A construct and the names of its items.
  struct Construct {
    var name: String
    var label: String?
    var items: [String]
  }

  private(set) var constructs: [Construct] = []
  private(set) var roles = AnalysisRoles(outcomes: [], players: [])
  private(set) var notes: [Note] = []

  /// - Parameters:
  ///   - variables: patterns of the one construct that `--variables` names.
  ///   - groups: those of `--group`.
  init(
    _ study: StudySpecification, variables: [String]?, groups: [StudySpecification.Group], columns: [String],
    text: Set<String>
  ) throws {
    var chosen = study
    chosen.outcomes = []
    chosen.satisfaction = []
    chosen.always = []
    chosen.stated = [:]
    chosen.statedPrefix = nil
    chosen.drivers = nil
    chosen.players = .items
    if let variables {
      chosen.constructs = [StudySpecification.Construct(name: "items", items: variables, scale: study.scale)]
      chosen.groups = []
    } else if !groups.isEmpty {
      let names = groups.map(\.name)
      if let twice = names.first(where: { name in names.count(where: { $0 == name }) > 1 }) {
        throw DataFault.request(
          problem: "Two groups are named '\(twice)'", suggestion: "Give one of them another name.")
      }
      chosen.constructs = groups.map { .init(name: $0.name, items: $0.items, scale: study.scale) }
      chosen.groups = []
    } else {
      chosen.constructs += chosen.groups.map { .init(name: $0.name, items: $0.items, scale: study.scale) }
      chosen.groups = []
      if !study.satisfaction.isEmpty, !chosen.constructs.contains(where: { $0.name == "satisfaction" }) {
        chosen.constructs.append(.init(name: "satisfaction", items: study.satisfaction, scale: study.scale))
      }
    }
    let isAll = chosen.constructs.isEmpty
    if isAll { chosen.drivers = study.drivers }
    let resolved = try chosen.resolved(in: columns, text: text)
    roles = resolved.roles
    roles.players = roles.players.flatMap { player in
      player.items.map { AnalysisRoles.Player(name: $0.name, label: $0.label, items: [$0]) }
    }
    if let item = roles.players.first(where: { text.contains($0.name) }) {
      throw DataFault.textVariable(variable: item.name, role: "an item")
    }
    notes = resolved.notes.filter { $0.kind != .driversChosen }
    if isAll {
      constructs = [Construct(name: "items", label: nil, items: roles.players.map(\.name))]
      notes.append(
        Note(
          .itemsChosen,
          "No construct is named, so all \(roles.players.count) items are taken as one. Name constructs with \(setting: .groups), such as \(setting: .groups, "'staff=sc1:sc4'")."
        ))
    } else {
      constructs = try chosen.constructs.map {
        Construct(name: $0.name, label: $0.label, items: try Selection.resolve($0.items, in: columns))
      }
      var owner: [String: String] = [:]
      for construct in constructs {
        for item in construct.items {
          if let other = owner[item] {
            throw DataFault.twoRoles(
              name: item, first: "an item of '\(other)'", second: "an item of '\(construct.name)'")
          }
          owner[item] = construct.name
        }
      }
    }
  }
}
