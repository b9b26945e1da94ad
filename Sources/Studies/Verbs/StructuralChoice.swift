import Measures
import ModelSyntax
import Structural
import Survey

/// The model of a study against the columns of its data: what its text says, with the study's constructs for what it names and does
/// not measure itself.
struct StructuralChoice {
  private(set) var model = ModelSyntax()
  private(set) var roles = AnalysisRoles(outcomes: [], players: [])
  private(set) var notes: [Note] = []
  /// What constructs are called, by name.
  private(set) var labels: [String: String] = [:]

  /// A construct of the study.
  private struct Construct {
    var name: String
    var label: String?
    var items: [String]
  }

  /// - Throws: `StructuralFault` for a model that cannot be, `DataFault` for columns that cannot be used.
  init(_ study: StudySpecification, model text: String?, columns: [String], text texts: Set<String>) throws {
    let written = try Self.parse(text ?? "")
    let constructs = try Self.constructs(study, columns)
    var own = Set(written.constructs)
    if text == nil || written.terms.isEmpty {
      guard !constructs.isEmpty else {
        throw DataFault.request(
          problem: "There is no model, and the study has no constructs that would be one",
          suggestion:
            "Write one, such as \(setting: .model, "'satisfaction =~ sat1 + sat2 + sat3; recommend ~ satisfaction'"), or name constructs with \(setting: .groups, "'staff=sc1:sc4'")."
        )
      }
      notes.append(
        Note(
          .measurementOnly,
          constructs.count == 1
            ? "No model is given, so the measurement of the construct alone is fitted. \(setting: .model, "'a ~ b'") adds paths."
            : "No model is given, so the measurement of the \(constructs.count) constructs alone is fitted. \(setting: .model, "'a ~ b'") adds paths between them."
        ))
    }
    // Columns come first: a construct that only the study's line of satisfaction makes gives way to a column of its name.
    let named = Set(written.names)
    for construct in constructs where !own.contains(construct.name) {
      guard written.terms.isEmpty || named.contains(construct.name) else { continue }
      if columns.contains(construct.name), study.construct(construct.name) == nil { continue }
      model.measure(construct.name, by: construct.items)
      own.insert(construct.name)
    }
    for construct in constructs where own.contains(construct.name) { labels[construct.name] = construct.label }
    do { model = try model.appending(written) } catch { throw StructuralFault(error) }
    try check(columns, constructs)
    try resolve(study, constructs, columns, texts)
  }

  private static func parse(_ text: String) throws -> ModelSyntax {
    do { return try ModelSyntax(text) } catch { throw StructuralFault(error) }
  }

  /// The study's constructs, then groups that are named, then satisfaction.
  private static func constructs(_ study: StudySpecification, _ columns: [String]) throws -> [Construct] {
    let groups = study.groups.map { Construct(name: $0.name, label: study.construct($0.name)?.label, items: $0.items) }
    let replaced = Set(groups.map(\.name))
    var all = study.constructs.filter { !replaced.contains($0.name) }
      .map { Construct(name: $0.name, label: $0.label, items: $0.items) }
    all += groups
    if !study.satisfaction.isEmpty, !all.contains(where: { $0.name == "satisfaction" }) {
      all.append(Construct(name: "satisfaction", label: nil, items: study.satisfaction))
    }
    return try all.map {
      Construct(name: $0.name, label: $0.label, items: try Selection.resolve($0.items, in: columns))
    }
  }

  /// Names that are neither a column nor a construct are told with what was probably meant.
  private func check(_ columns: [String], _ constructs: [Construct]) throws {
    let latent = Set(model.constructs)
    let known = Set(columns)
    for name in model.constructs where known.contains(name) { throw StructuralFault.constructIsColumn(name: name) }
    for term in model.terms {
      for (name, place) in [(term.left, term.leftPlace), (term.right, term.place)]
      where !name.isEmpty && !latent.contains(name) && !known.contains(name) {
        throw StructuralFault.noSuchVariable(
          name: name, line: place.line, column: place.column,
          nearest: Spelling.nearest(to: name, among: constructs.map(\.name) + columns + model.constructs, limit: 2))
      }
    }
  }

  // MARK: Columns

  private mutating func resolve(
    _ study: StudySpecification, _ constructs: [Construct], _ columns: [String], _ text: Set<String>
  ) throws {
    let latent = Set(model.constructs)
    let observed = model.names.filter { !latent.contains($0) }
    if let name = observed.first(where: text.contains) {
      throw DataFault.textVariable(variable: name, role: "a variable of the model")
    }
    var plain = study
    (plain.outcomes, plain.always, plain.satisfaction) = ([], [], [])
    (plain.stated, plain.statedPrefix, plain.terms, plain.blocks) = ([:], nil, [], [])
    (plain.constructs, plain.groups, plain.reversed, plain.references) = ([], [], [], [:])
    plain.drivers = observed.map(Selection.quoted)
    plain.players = .items
    let resolved: (roles: AnalysisRoles, notes: [Note])
    do {
      resolved = try plain.resolved(in: columns, text: text)
    } catch DataFault.twoRoles(let name, let first, _) {
      throw DataFault.twoRoles(name: name, first: first, second: "a variable of the model")
    }
    roles = resolved.roles
    notes += resolved.notes
    try setScales(study, constructs, columns)
    for player in roles.players { if let label = player.label { labels[player.name] = label } }
  }

  /// The study's scale is for indicators; any other variable has only its own.
  private mutating func setScales(
    _ study: StudySpecification, _ constructs: [Construct], _ columns: [String]
  ) throws {
    let indicators = Set(constructs.flatMap(\.items))
      .union(model.terms.filter { $0.relation == .measuredBy }.map(\.right))
    var other = study
    other.scale = nil
    let (ofItems, ofOthers) = (try study.scales(in: columns), try other.scales(in: columns))
    for k in roles.players.indices {
      let name = roles.players[k].name
      for i in roles.players[k].items.indices {
        roles.players[k].items[i].scale = indicators.contains(name) ? ofItems[name] : ofOthers[name]
      }
    }
  }
}
