import Survey

/// The columns of a mediation analysis: drivers and mediators as `drivers` has its drivers, a construct being the mean of its items,
/// outcomes of either kind, covariates, and what changes the effects.
struct MediationChoice {
  private(set) var drivers: [String] = []
  private(set) var mediators: [String] = []
  private(set) var outcomes: [String] = []
  private(set) var moderator: String?
  private(set) var roles: AnalysisRoles
  private(set) var notes: [Note]

  init(_ study: StudySpecification, _ settings: MediationSettings, columns: [String], text: Set<String>) throws {
    var chosen = study
    chosen.players = .composites
    (chosen.stated, chosen.statedPrefix, chosen.auxiliary, chosen.blocks, chosen.terms) = ([:], nil, [], [], [])
    func plain(_ names: [String]) -> [String] { names.map { Selection.unquoted(Selection.trimmed($0)) } }
    chosen = try chosen.takingSatisfaction(columns: columns).withMediators(settings.through, columns: columns)
    (mediators, chosen.mediators, chosen.satisfaction) = (chosen.mediators, [], [])
    guard !mediators.isEmpty else {
      throw DataFault.missingRole(
        role: "mediator",
        suggestion:
          "Name what may carry the effects with \(setting: .through), such as \(setting: .through, "satisfaction").")
    }
    guard !study.outcomes.isEmpty else {
      throw DataFault.missingRole(
        role: "outcome",
        suggestion:
          "Name what is to be explained with \(setting: .outcomes), such as \(setting: .outcomes, "recommend").")
    }
    // A construct as an outcome is a column as it is as a driver.
    let constructs = plain(study.outcomes).filter { chosen.construct($0) != nil }
    chosen.outcomes = study.outcomes.filter { !constructs.contains(Selection.unquoted(Selection.trimmed($0))) }
    try Self.once(plain(study.outcomes), "an outcome", .outcomes)
    let taken = mediators + plain(study.outcomes)
    if let both = mediators.first(where: { plain(study.outcomes).contains($0) }) {
      throw DataFault.twoRoles(name: both, first: "an outcome", second: "a mediator")
    }

    var named: [String]
    if let drivers = study.drivers {
      try Self.once(plain(drivers), "a driver", .drivers)
      if let both = mediators.first(where: { plain(drivers).contains($0) }) {
        throw DataFault.twoRoles(name: both, first: "a driver", second: "a mediator")
      }
      named = drivers
    } else {
      // Of all constructs those are drivers that nothing else is said of.
      let moderator = settings.moderator.map { plain([$0])[0] }
      named = study.constructs.map(\.name).filter { !taken.contains($0) && $0 != moderator }.map(Selection.quoted)
      guard !named.isEmpty else {
        throw DataFault.missingRole(
          role: "driver",
          suggestion: "Name the drivers with \(setting: .drivers), such as \(setting: .drivers, "pq1:sc4").")
      }
    }
    if let group = study.groups.first {
      throw DataFault.request(
        problem: "The group '\(group.name)' is several columns, and effects are split of one",
        suggestion: "Make it a construct, whose mean is one column, or leave \(setting: .groups) out.")
    }
    if let text = settings.moderator {
      let name = plain([text])[0]
      if taken.contains(name) {
        throw DataFault.twoRoles(
          name: name, first: mediators.contains(name) ? "a mediator" : "an outcome", second: "the moderator")
      }
      if study.drivers.map({ plain($0).contains(name) }) ?? false {
        throw DataFault.twoRoles(name: name, first: "a driver", second: "the moderator")
      }
      moderator = name
      if chosen.construct(name) == nil {
        if !plain(study.always).contains(name) { chosen.always.append(text) }
      } else {
        named.append(text)
      }
    }
    let others = mediators + constructs
    chosen.drivers = named + others.map(Selection.quoted)
    let resolved = try chosen.resolved(in: columns, text: text)
    roles = resolved.roles
    notes = resolved.notes
    outcomes = plain(study.outcomes).flatMap { name in
      constructs.contains(name) ? [name] : roles.outcomes.map(\.name).filter { $0 == name }
    }
    outcomes += roles.outcomes.map(\.name).filter { !outcomes.contains($0) }
    let apart = Set(others + [moderator].compactMap { $0 })
    drivers = roles.players.map(\.name).filter { !apart.contains($0) }
    guard !drivers.isEmpty else {
      throw DataFault.missingRole(
        role: "driver",
        suggestion: "Name the drivers with \(setting: .drivers), such as \(setting: .drivers, "pq1:sc4").")
    }
    for name in mediators where text.contains(name) {
      throw DataFault.textVariable(variable: name, role: "a mediator")
    }
    if !study.terms.isEmpty {
      notes.append(
        Note(
          .termsLeftOut,
          "The study's terms (\(study.terms.joined(separator: ", "))) are left out: products belong to a moderator here. Name it with \(setting: .moderator)."
        ))
    }
  }

  static func once(_ names: [String], _ role: String, _ name: Setting.Name) throws {
    guard let twice = names.first(where: { one in names.count(where: { $0 == one }) > 1 }) else { return }
    throw DataFault.request(
      problem: "'\(twice)' is named twice as \(role)", suggestion: "Name it once with \(setting: name).")
  }
}
