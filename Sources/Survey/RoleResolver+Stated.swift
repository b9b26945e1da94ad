// How important respondents say that drivers are.

extension RoleResolver {
  /// The stated column of each item, or construct, that has one.
  func statedColumns() throws -> [String: String] {
    var found: [String: String] = [:]
    let known = columns.names + study.constructs.map(\.name) + study.groups.map(\.name)
    for (key, column) in study.stated.sorted(by: { $0.key < $1.key }) {
      guard known.contains(key) else {
        throw DataFault.noSuchVariable(name: key, nearest: Spelling.nearest(to: key, among: known))
      }
      found[key] = try columns.exactly(column)
    }
    if let prefix = study.statedPrefix {
      let before = found.count
      for name in known where found[name] == nil && columns.contains(prefix + name) { found[name] = prefix + name }
      if found.count == before, before == 0 { throw DataFault.noMatch(pattern: prefix + "*") }
    }
    return found
  }

  func withStated(_ player: AnalysisRoles.Player, _ stated: [String: String]) throws -> AnalysisRoles.Player {
    var player = player
    let inherited = study.construct(player.name)?.scale ?? study.scale
    var names: [String] = []
    if let whole = stated[player.name] { names.append(whole) }
    for item in player.items {
      if let name = stated[item.name], !names.contains(name) { names.append(name) }
    }
    player.stated = try names.map { name in
      if text.contains(name) { throw DataFault.textVariable(variable: name, role: "a stated importance") }
      // What is important is never worded the other way round, whatever the item is.
      let scale = study.variables[name]?.scale ?? inherited.map { RatingScale($0.low, $0.high) }
      return AnalysisRoles.Item(name: name, label: label(name), scale: scale)
    }
    return player
  }
}
