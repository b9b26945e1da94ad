import Survey
import SurveyFiles

extension StudyKeys {
  /// Which columns play which part.
  static let ofRoles: [StudyKey] = [
    StudyKey("drivers", .either([.list(.text), .mapping(.construct)]), read: readDrivers) { study in
      study.specification.drivers.map { .list($0.map(SettingValue.text)) }
        ?? constructs(study.specification.constructs)
    }.documented(
      "a list of columns, or constructs `name: {label, items, scale, reversed, answered}`; `answered: 3` asks for three answered items, in place of the share of `composites`",
      options: ["drivers"]),
    StudyKey.groups("groups", \.specification.groups).documented(
      "`{name: [a, b]}`: columns that count as one driver; `[]`: the multiple-response set of that name in an SPSS file",
      options: ["group"]),
    StudyKey("terms", .list(.text), read: readTerms) { SettingValue.texts($0.specification.terms) }
      .documented(
        "`[a:b, a^2]`: products and powers of columns or constructs, drivers of their own; here `:` multiplies",
        options: ["terms"]),
    StudyKey.word("players", \.specification.players).documented(
      "`composites` (a construct is the mean of its items), `groups` (its items count as one) or `items`",
      options: ["players"]),
    StudyKey.object(
      "composites", [.number("answered", \.specification.answeredShare, SettingLimits.answeredShare)]
    ).documented("`{answered: 0.5}`: the share of items that must be answered"),
    StudyKey.texts("satisfaction", \.specification.satisfaction).documented(
      "items of satisfaction; never taken for drivers"),
    StudyKey("outcomes", .either([.list(.text), .mapping(.outcome)]), read: readOutcomes) {
      SettingValue.texts($0.specification.outcomes)
    }
    .documented("a list of columns, or `name: {label, scale}`", options: ["outcome"]),
    StudyKey.texts("always", \.specification.always).documented(
      "covariates kept in every model", options: ["always"]),
    StudyKey.texts("auxiliary", \.specification.auxiliary).documented(
      "columns that go with answers that are missing, or with being missing: they help to find maximum likelihood moments (`missing: em`) or to draw answers (`missing: impute`) and have no part in the model",
      options: ["auxiliary"], verbs: [.drivers, .ipa, .correlate, .factor, .reliability, .sem, .impute, .missing]),
    StudyKey.texts("through", \.settings.through).documented(
      "`[satisfaction]`: what may carry the effects of the drivers, constructs or columns: `drivers` splits effects and importance into the part that goes through and the part that goes past; `mediate` has its own key",
      options: ["through"], verbs: [.drivers]),
    StudyKey("stated", .mapping(.text)) { value, study in
      for (item, column) in try value.entries() { study.specification.stated[item] = try column.text() }
    } write: {
      SettingValue.texts(byName: $0.specification.stated)
    }
    .documented("`{item: column}`: how important respondents say an item is", options: ["stated"]),
    StudyKey.text("stated_prefix", \.specification.statedPrefix).documented(
      "the same by name: `imp_` finds `imp_pq1`", options: ["stated-prefix"]),
    StudyKey.groups("blocks", \.specification.blocks).documented(
      "`{name: [a, b]}`: blocks of a hierarchical regression in order of entry; covariates in none come first, drivers in none last",
      options: ["block"]),
  ]

  // MARK: Drivers

  @Sendable private static func readDrivers(_ drivers: YAMLValue, _ study: inout Study) throws {
    if drivers.isMapping {
      try readConstructs(drivers, &study)
    } else {
      study.specification.drivers = try drivers.texts()
      if study.specification.drivers == [] { throw drivers.fault("no drivers are named") }
    }
  }

  @Sendable static func readConstructs(_ drivers: YAMLValue, _ study: inout Study) throws {
    study.specification.constructs = try drivers.entries().map { name, value in try construct(name, value) }
    if study.specification.constructs.isEmpty { throw drivers.fault("no drivers are named") }
  }

  private static func construct(_ name: String, _ value: YAMLValue) throws -> StudySpecification.Construct {
    if value.isList { return StudySpecification.Construct(name: name, items: try value.texts()) }
    let parts = try value.fields(["label", "items", "scale", "reversed", "answered"])
    guard let items = parts["items"] else {
      throw value.fault("the construct '\(name)' has no 'items'", "Write for example {items: [pq1, pq2]}.")
    }
    let patterns = try items.texts()
    if patterns.isEmpty { throw items.fault("the construct '\(name)' has no items") }
    return StudySpecification.Construct(
      name: name, label: try parts["label"]?.text(), items: patterns, scale: try parts["scale"]?.scale(),
      reversed: try parts["reversed"]?.texts() ?? [], answered: try parts["answered"]?.count(atLeast: 1))
  }

  static func constructs(_ constructs: [StudySpecification.Construct]) -> SettingValue? {
    .present(
      constructs.map { construct in
        (
          construct.name,
          .present([
            ("label", construct.label.map(SettingValue.text)), ("items", SettingValue.texts(construct.items)),
            ("scale", construct.scale?.recorded), ("reversed", SettingValue.texts(construct.reversed)),
            ("answered", construct.answered.map(SettingValue.integer)),
          ])
        )
      })
  }

  @Sendable private static func readTerms(_ terms: YAMLValue, _ study: inout Study) throws {
    study.specification.terms = try terms.texts().flatMap(Selection.split)
    do {
      for term in study.specification.terms { _ = try ProductTerm(term) }
    } catch DataFault.request(let problem, let suggestion) {
      throw terms.fault(problem, suggestion)
    }
  }

  // MARK: Outcomes

  @Sendable private static func readOutcomes(_ outcomes: YAMLValue, _ study: inout Study) throws {
    guard outcomes.isMapping else {
      study.specification.outcomes = try outcomes.texts()
      return
    }
    for (name, value) in try outcomes.entries() {
      study.specification.outcomes.append(Selection.quoted(name))
      if value.isNothing { continue }
      let parts = try value.fields(["label", "scale"])
      var entry = study.specification.variables[name] ?? StudySpecification.CodebookEntry()
      if let label = parts["label"] {
        let text = try label.text()
        if let other = entry.label, other != text {
          throw label.fault("'\(name)' has another label in 'variables'", "Keep one of them.")
        }
        entry.label = text
      }
      if let written = parts["scale"] {
        let scale = try written.scale()
        if let other = entry.scale, other != scale {
          throw written.fault("'\(name)' has another scale in 'variables'", "Keep one of them.")
        }
        entry.scale = scale
      }
      study.specification.variables[name] = entry
    }
  }
}
