/// The work of `StudySpecification.resolved`: one pass from fixed roles to players.
struct RoleResolver {
  let study: StudySpecification
  let columns: Selection.Columns
  let text: Set<String>
  /// The role of each column that has one, in words for a message.
  private(set) var taken: [String: String] = [:]
  /// The role of each column that is named exactly somewhere: ranges and globs of other roles leave it alone.
  private var claims: [String: String] = [:]
  /// What players are where something is explained, and where nothing is.
  private let driver: String
  private let reversed: Set<String>
  private let shared: Set<String>
  private var notes: [Note] = []

  init(study: StudySpecification, columns: Selection.Columns, text: Set<String>) throws {
    self.study = try study.withDriversOfBlocks(columns)
    self.columns = columns
    self.text = text
    driver = study.outcomes.isEmpty ? "an analysed variable" : "a driver"
    reversed = Set(try Selection.resolve(study.reversed, in: columns.names))
    shared = DistinctLabels.shared(study.variables.values.map(\.label) + study.constructs.map(\.label))
  }

  mutating func resolve() throws -> (roles: AnalysisRoles, notes: [Note]) {
    for name in study.variables.keys.sorted() { _ = try columns.exactly(name) }
    try claimExactNames()

    var weights = study.weights
    if let given = study.weights {
      let name = try columns.exactly(given.variable)
      weights?.variable = name
      taken[name] = "the weight"
    }
    let outcomes = try matches(study.outcomes, role: "an outcome").map { try item($0, inherited: nil) }
    let design = try designColumns()
    let always = try matches(study.always, role: "a covariate").map { try item($0, inherited: nil) }
    for (name, role) in design where taken[name] == nil { taken[name] = role }
    let auxiliary = try matches(study.auxiliary, role: "an auxiliary variable").map { try item($0, inherited: nil) }
    if !auxiliary.isEmpty, study.missing != .em, study.missing != .impute {
      throw DataFault.request(
        problem:
          "Auxiliary variables tell of missing answers, which other treatments than maximum likelihood and imputation do not ask",
        suggestion: "Add \(setting: .missing, "em") or impute, or leave \(setting: .auxiliary) out.")
    }
    let statedColumns = try statedColumns()
    let mediators = try mediators()

    let players = try players(reserved: Set(statedColumns.values))
      .map { try withStated($0, statedColumns) }
    let products = try products(beside: players)
    try checkNames(players + products + mediators, outcomes + always + auxiliary)

    var roles = AnalysisRoles(
      outcomes: outcomes, players: players + products, always: always, weights: weights,
      strata: try study.strata.map(columns.exactly), missing: study.missing ?? .listwise,
      answeredShare: study.answeredShare ?? 0.5)
    roles.auxiliary = auxiliary
    roles.mediators = mediators
    try SampleStages(study, columns: columns).apply(to: &roles)
    roles.lonely = study.lonely
    roles.replicates = try study.replicates(in: columns.names)
    roles.categorical = Set(try Selection.resolve(study.categorical, in: columns.names))
      .union(study.derived.filter(\.isCategorical).map(\.name))
    for (name, level) in study.references { roles.references[try columns.exactly(name)] = level }
    roles.blocks = try BlockResolver(study: study, columns: columns, roles: roles).resolve()
    return (roles, notes)
  }

  private mutating func claimExactNames() throws {
    func claim(_ patterns: [String], _ role: String, in claims: inout [String: String]) throws {
      for pattern in patterns where study.construct(Selection.unquoted(pattern)) == nil || role != driver {
        let (names, isExact) = try columns.match(pattern)
        if isExact, claims[names[0]] == nil { claims[names[0]] = role }
      }
    }
    try claim(study.outcomes, "an outcome", in: &claims)
    try claim(study.always, "a covariate", in: &claims)
    try claim(study.auxiliary, "an auxiliary variable", in: &claims)
    for name in study.mediators {
      if let construct = study.construct(name) {
        try claim(construct.items, role(of: construct), in: &claims)
      } else {
        try claim([Selection.quoted(name)], "a mediator", in: &claims)
      }
    }
    for (name, role) in try designColumns() where claims[name] == nil { claims[name] = role }
    for group in study.groups { try claim(group.items, role(of: group), in: &claims) }
    guard let entries = try namedEntries() else { return }
    for entry in entries {
      switch entry {
      case .construct(let construct): try claim(construct.items, role(of: construct), in: &claims)
      case .columns(let pattern): try claim([pattern], driver, in: &claims)
      }
    }
  }

  private func role(of group: StudySpecification.Group) -> String { "in the group '\(group.name)'" }
  private func role(of construct: StudySpecification.Construct) -> String { "an item of '\(construct.name)'" }

  /// A stratum or cluster may be a driver as well, when it is named: how the sample was drawn does not keep it from mattering.
  private func isOfDesign(_ name: String) -> Bool { taken[name] == "the stratum" || taken[name] == "the cluster" }

  /// Columns of the design. They may be covariates; stratum and cluster may be drivers too, wave and segment may not.
  private func designColumns() throws -> [(name: String, role: String)] {
    var found: [(name: String, role: String)] = []
    let stages = try SampleStages(study, columns: columns)
    let given: [(String?, String)] =
      try [(study.strata.map(columns.exactly), "the stratum")] + stages.clusters.map { ($0, "the cluster") }
      + stages.populations.map { ($0, "the population's size") }
      + [(study.wave.map(columns.exactly), "the wave"), (study.segment.map(columns.exactly), "the segment")]
    for (name, role) in given {
      guard let column = name else { continue }
      if let other = taken[column] { throw DataFault.twoRoles(name: column, first: other, second: role) }
      found.append((column, role))
    }
    for name in try Selection.resolve(study.by, in: columns.names) { found.append((name, "the grouping")) }
    for name in try study.replicates(in: columns.names)?.variables ?? [] { found.append((name, "a replicate weight")) }
    return found
  }

  /// Columns for a role; exact names must be free, others step aside for the role they already have.
  private mutating func matches(_ patterns: [String], role: String) throws -> [String] {
    var chosen: [String] = []
    for pattern in patterns {
      let (names, isExact) = try columns.match(pattern)
      let free = names.filter {
        (isExact && isOfDesign($0) ? role : taken[$0] ?? (isExact ? role : claims[$0] ?? role)) == role
      }
      if free.isEmpty {
        throw DataFault.twoRoles(name: names[0], first: taken[names[0]] ?? claims[names[0]]!, second: role)
      }
      for name in free where taken[name] == nil || isOfDesign(name) {
        taken[name] = role
        chosen.append(name)
      }
    }
    return chosen
  }

  // MARK: Players

  private mutating func players(reserved: Set<String>) throws -> [AnalysisRoles.Player] {
    for name in reserved where taken[name] == nil { taken[name] = "a stated importance" }
    var grouped: [String: Int] = [:]
    var groups: [AnalysisRoles.Player] = []
    for (k, group) in study.groups.enumerated() {
      let names = try matches(group.items, role: role(of: group))
      let construct = study.construct(group.name)
      groups.append(
        AnalysisRoles.Player(
          name: group.name, label: distinct(construct?.label, group.name), kind: .group,
          items: try names.map { try item($0, inherited: study.scale) }))
      for name in names { grouped[name] = k }
    }

    var players: [AnalysisRoles.Player] = []
    var placed: Set<Int> = []
    for entry in try namedEntries() ?? defaultDrivers().map({ .columns($0) }) {
      switch entry {
      case .construct(let construct):
        players += try self.players(of: construct)
      case .columns(let pattern):
        let (matched, isExact) = try columns.match(pattern)
        let isAll = Selection.trimmed(pattern) == "*"
        let names = isAll ? matched.filter { !study.passedOver.contains($0) } : matched
        guard !names.isEmpty else {
          throw DataFault.missingRole(
            role: "driver",
            suggestion:
              "Every column that '*' stands for counts rows, names respondents or never varies; name the drivers.")
        }
        var isAnyFree = false
        for name in names {
          if let k = grouped[name] {
            isAnyFree = true
            if placed.insert(k).inserted { players.append(groups[k]) }
          } else if taken[name] == nil || isExact && isOfDesign(name),
            isExact || (claims[name] ?? driver) == driver
          {
            isAnyFree = true
            taken[name] = driver
            players.append(
              AnalysisRoles.Player(
                name: name, label: label(name),
                items: [
                  try item(name, inherited: study.scale)
                ]))
          } else if taken[name] == driver {
            isAnyFree = true
          } else if isExact {
            throw DataFault.twoRoles(name: name, first: taken[name]!, second: driver)
          }
        }
        if !isAnyFree {
          throw DataFault.twoRoles(
            name: names[0], first: taken[names[0]] ?? claims[names[0]]!, second: driver)
        }
      }
    }
    for k in groups.indices where !placed.contains(k) { players.append(groups[k]) }
    return players
  }

  private enum DriverEntry {
    case construct(StudySpecification.Construct)
    /// A name, range or glob.
    case columns(String)
  }

  /// The drivers as written; `nil` when nothing is named.
  private func namedEntries() throws -> [DriverEntry]? {
    if let drivers = study.drivers {
      let known = columns.names + study.constructs.map(\.name)
      return try drivers.map { pattern in
        let plain = Selection.unquoted(Selection.trimmed(pattern))
        if let construct = study.construct(plain) {
          if study.mediators.contains(plain) {
            throw DataFault.twoRoles(name: plain, first: driver, second: "a mediator")
          }
          return .construct(construct)
        }
        // Texts of questions stand for their short names, and may hold colons and question marks.
        if (try? columns.exactly(plain)) == nil, !plain.contains(where: { ":*?".contains($0) }) {
          throw DataFault.noSuchVariable(name: plain, nearest: Spelling.nearest(to: plain, among: known))
        }
        return .columns(pattern)
      }
    }
    if !study.constructs.isEmpty || !study.groups.isEmpty {
      // Of all constructs those are drivers that nothing else is said of.
      return study.constructs.filter { !study.mediators.contains($0.name) }.map { .construct($0) }
    }
    return nil
  }

  private mutating func defaultDrivers() throws -> [String] {
    // Without an outcome the same rule chooses the variables to describe.
    let others = Set(try Selection.resolve(study.satisfaction, in: columns.names))
      .union(try study.condition.map { try RowCondition($0).variables } ?? [])
    let chosen = columns.names.filter { taken[$0] == nil && !text.contains($0) && !others.contains($0) }
    guard !chosen.isEmpty else {
      throw DataFault.missingRole(
        role: "driver",
        suggestion: "No column of numbers is left without another role; name some with \(setting: .drivers).")
    }
    let list: Sentence =
      chosen.count <= 12
      ? Sentence(chosen.joined(separator: ", "))
      : "\(chosen.prefix(10).joined(separator: ", ")), … (\(chosen.count) in all)"
    notes.append(
      Note(
        .driversChosen,
        "No drivers were named, so every column of numbers without another role is one: \(list). Choose with \(setting: .drivers)."
      ))
    return chosen
  }

  /// Constructs are one column here, whatever they play as among the drivers.
  private mutating func mediators() throws -> [AnalysisRoles.Player] {
    try study.mediators.map { name in
      if let construct = study.construct(name) { return try players(of: construct, as: .composites)[0] }
      let column = try matches([Selection.quoted(name)], role: "a mediator")[0]
      return AnalysisRoles.Player(
        name: column, label: label(column), items: [try item(column, inherited: study.scale)])
    }
  }

  private mutating func players(
    of construct: StudySpecification.Construct, as kind: StudySpecification.Players? = nil
  ) throws -> [AnalysisRoles.Player] {
    let kind = kind ?? study.players ?? .composites
    let role = role(of: construct)
    let names = try matches(construct.items, role: role)
    guard !names.isEmpty else {
      throw DataFault.request(
        problem: "The construct '\(construct.name)' has no items of its own", suggestion: "Name its items.")
    }
    let turned = Set(try Selection.resolve(construct.reversed, in: columns.names))
    if let stray = turned.subtracting(names).min() {
      throw DataFault.request(
        problem: "'\(stray)' is to be turned round in '\(construct.name)' but is not an item of it",
        suggestion: "Correct 'reversed', or add the item.")
    }
    let items = try names.map { name in
      if kind != .items, text.contains(name) {
        throw DataFault.textVariable(variable: name, role: role)
      }
      return try item(name, inherited: construct.scale ?? study.scale, isTurned: turned.contains(name))
    }
    if let answered = construct.answered, answered > items.count {
      throw DataFault.request(
        problem:
          "The construct '\(construct.name)' asks for \(answered) answered items and has \(items.count)",
        suggestion: "Ask for fewer in its 'answered', or add the items that are missing.")
    }
    switch kind {
    case .composites:
      var player = AnalysisRoles.Player(
        name: construct.name, label: distinct(construct.label, construct.name), kind: .composite, items: items)
      player.answered = construct.answered
      return [player]
    case .groups:
      return [
        AnalysisRoles.Player(
          name: construct.name, label: distinct(construct.label, construct.name), kind: .group, items: items)
      ]
    case .items:
      return items.map { AnalysisRoles.Player(name: $0.name, label: $0.label, items: [$0]) }
    }
  }

  // MARK: Items

  func label(_ name: String) -> String? { distinct(study.variables[name]?.label, name) }

  private func distinct(_ label: String?, _ name: String) -> String? {
    DistinctLabels.label(label, of: name, shared: shared)
  }

  /// A column with its label and its scale, turned round when the study says so.
  func item(_ name: String, inherited: RatingScale?, isTurned: Bool = false) throws -> AnalysisRoles.Item {
    let own = study.variables[name]?.scale
    let derived = study.derived.first { $0.name == name }
    var scale = own ?? (derived?.keepsScale ?? true ? inherited : derived?.ownScale)
    if isTurned || reversed.contains(name) {
      guard let known = scale else {
        throw DataFault.request(
          problem: "'\(name)' is to be turned round, but its scale is not known",
          suggestion: "Declare it: \(setting: .scale, "\(Selection.quoted(name))=1:7"), or 'scale' in the study file.")
      }
      if let own, own.isReversed {
        throw DataFault.request(
          problem: "'\(name)' is turned round twice: by its scale and by 'reversed'", suggestion: "Keep one of them.")
      }
      scale = RatingScale(known.last, known.first)
    }
    return AnalysisRoles.Item(name: name, label: label(name), scale: scale)
  }

  /// Tables and models go by name, so no two parts of an analysis may share one.
  private func checkNames(_ players: [AnalysisRoles.Player], _ others: [AnalysisRoles.Item]) throws {
    var seen: [String: String] = [:]
    for item in others { seen[item.name] = taken[item.name] ?? "a covariate" }
    for player in players {
      if let other = seen.updateValue(driver, forKey: player.name) {
        throw DataFault.request(
          problem: other == driver
            ? "Two \(study.outcomes.isEmpty ? "variables" : "drivers") are named '\(player.name)'"
            : "'\(player.name)' names \(driver) and is also \(other)",
          suggestion: "Give the construct or group another name.")
      }
    }
  }
}
