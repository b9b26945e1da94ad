import Survey

/// How the columns of one analysis are made of a survey's variables: every role resolved, every scale settled.
///
/// Made once from the roles and the kinds of the columns (number or text), then applied to a whole dataset or to one
/// block of a stream after the other, so that both see the same columns.
struct FrameRecipe: Sendable {
  /// An item of numbers with the scale it is on, and what is done to it in the model.
  struct Source: Sendable, Equatable {
    var name: String
    var scale: RatingScale?
    var rescaling: Rescaling
  }

  /// What becomes one column, or several when it holds categories.
  enum Term: Sendable {
    case number(Source)
    case category(String)
    case composite(name: String, items: [Source])
    case product(ProductRecipe)

    var name: String {
      switch self {
      case .product(let product): product.name
      case .number(let source): source.name
      case .category(let name), .composite(let name, _): name
      }
    }
  }

  enum Part: Sendable {
    case always, player, outcome, mediator, auxiliary

    /// As a part of a sentence.
    var role: String {
      switch self {
      case .always: "a covariate"
      case .player: "a driver"
      case .outcome: "an outcome"
      case .mediator: "a mediator"
      case .auxiliary: "an auxiliary variable"
      }
    }
  }

  /// The terms that enter and leave a model together.
  struct Group: Sendable {
    var part: Part
    var name: String
    var label: String?
    var terms: Range<Int>
    var isCategorical: Bool
  }

  /// The items whose means on 0–100 are wanted; a `nil` scale is the pooled observed bounds.
  struct RatingItems: Sendable, Equatable {
    var names: [String] = []
    var scales: [RatingScale?] = []
    var columnsOfPlayer: [[Int]] = []
  }

  let roles: AnalysisRoles
  private(set) var terms: [Term] = []
  private(set) var groups: [Group] = []
  private(set) var performance = RatingItems()
  private(set) var stated = RatingItems()
  /// The variables of numbers that are read, each with what it is called when it turns out to be text, and its scale.
  private(set) var numbers: [(name: String, role: String, scale: RatingScale?)] = []
  /// Items taken to be on the scale of their composite's other items.
  private(set) var assumed: [(item: String, scale: RatingScale)] = []
  /// Composites with a number of their own of items that must be answered.
  private var answered: [String: Int] = [:]

  /// Throws `DataFault.noSuchVariable`, `.textVariable` (an outcome, an item of a composite, a stated importance, a
  /// weight) and `.request` when the scales of a composite's items cannot be reconciled.
  init(_ roles: AnalysisRoles, in schema: Dataset) throws {
    self.roles = roles
    for item in roles.always { try add(.always, item.name, item.label, [item], schema) }
    for player in roles.players {
      switch player.kind {
      case .variable, .group: try add(.player, player.name, player.label, player.items, schema)
      case .composite: try addComposite(.player, player, schema)
      case .product: try addProduct(player, schema)
      }
      try addRatings(of: player, schema)
    }
    for item in roles.outcomes {
      try addNumber(item, role: "an outcome", schema)
      terms.append(.number(source(item)))
      groups.append(
        Group(
          part: .outcome, name: item.name, label: item.label ?? schema[item.name]?.label,
          terms: terms.count - 1..<terms.count, isCategorical: false))
    }
    for mediator in roles.mediators {
      if mediator.kind == .composite {
        try addComposite(.mediator, mediator, schema)
      } else {
        try add(.mediator, mediator.name, mediator.label, mediator.items, schema)
      }
    }
    for item in roles.auxiliary { try add(.auxiliary, item.name, item.label, [item], schema) }
    for name in roles.unitColumns + roles.populationColumns + (roles.replicates?.variables ?? []) {
      _ = try schema.variable(name)
    }
    if let weights = roles.weights {
      let variable = try schema.variable(weights.variable)
      if variable.isText { throw DataFault.textVariable(variable: variable.name, role: "a weight") }
    }
  }

  private func source(_ item: AnalysisRoles.Item) -> Source {
    Source(name: item.name, scale: item.scale, rescaling: .oriented(item.scale))
  }

  private mutating func addNumber(_ item: AnalysisRoles.Item, role: String, _ schema: Dataset) throws {
    let variable = try schema.variable(item.name)
    if variable.isText { throw DataFault.textVariable(variable: item.name, role: role) }
    numbers.append((item.name, role, item.scale))
  }

  private mutating func add(
    _ part: Part, _ name: String, _ label: String?, _ items: [AnalysisRoles.Item], _ schema: Dataset
  ) throws {
    let start = terms.count
    var isCategorical = false
    for item in items {
      if try schema.variable(item.name).isText {
        terms.append(.category(item.name))
        isCategorical = true
      } else {
        try addNumber(
          item, role: part == .player && roles.outcomes.isEmpty ? "an analysed variable" : part.role, schema)
        terms.append(.number(source(item)))
      }
    }
    let known = items.count == 1 ? schema[items[0].name]?.label : nil
    groups.append(
      Group(
        part: part, name: name, label: label ?? known, terms: start..<terms.count, isCategorical: isCategorical))
  }

  private mutating func addComposite(_ part: Part, _ player: AnalysisRoles.Player, _ schema: Dataset) throws {
    for item in player.items { try addNumber(item, role: "an item of '\(player.name)'", schema) }
    answered[player.name] = player.answered
    let items = try compositeSources(player)
    terms.append(.composite(name: player.name, items: items))
    groups.append(
      Group(
        part: part, name: player.name, label: player.label, terms: terms.count - 1..<terms.count,
        isCategorical: false))
  }

  /// The items of a composite, rescaled to 0–100 when their scales differ.
  private mutating func compositeSources(_ player: AnalysisRoles.Player) throws -> [Source] {
    let scales = try compositeScales(player)
    let bounds = Set(scales.compactMap { $0.map { [$0.low, $0.high] } })
    let items = zip(player.items, scales).map { item, scale in
      Source(
        name: item.name, scale: scale,
        rescaling: bounds.count > 1 ? scale.map(Rescaling.percent) ?? .identity : .oriented(scale))
    }
    for (item, scale) in zip(player.items, scales) where item.scale == nil && scale != nil {
      numbers[numbers.lastIndex { $0.name == item.name }!].scale = scale
    }
    return items
  }

  private mutating func addProduct(_ player: AnalysisRoles.Player, _ schema: Dataset) throws {
    let factors = try player.factors.map { factor in
      for item in factor.items { try addNumber(item, role: "a factor of '\(player.name)'", schema) }
      guard factor.isComposite else {
        return ProductRecipe.Factor(
          name: factor.name, items: [source(factor.items[0])], isComposite: false, power: factor.power)
      }
      answered[factor.name] = factor.answered
      let composite = AnalysisRoles.Player(name: factor.name, kind: .composite, items: factor.items)
      return ProductRecipe.Factor(
        name: factor.name, items: try compositeSources(composite), isComposite: true, power: factor.power)
    }
    terms.append(.product(ProductRecipe(name: player.name, factors: factors)))
    groups.append(
      Group(
        part: .player, name: player.name, label: player.label, terms: terms.count - 1..<terms.count,
        isCategorical: false))
  }

  /// The scale of each item of a composite. An item without one is on the scale of the others when these agree.
  private mutating func compositeScales(_ player: AnalysisRoles.Player) throws -> [RatingScale?] {
    let declared = player.items.compactMap(\.scale)
    guard let first = declared.first, declared.count < player.items.count else { return player.items.map(\.scale) }
    let scale = RatingScale(first.low, first.high)
    let undeclared = player.items.filter { $0.scale == nil }
    if declared.contains(where: { $0.low != scale.low || $0.high != scale.high }) {
      throw DataFault.request(
        problem:
          "The items of '\(player.name)' are on unequal scales, and the scale of '\(undeclared[0].name)' is unknown",
        suggestion: "Declare it, for example \(setting: .scale, "\(undeclared[0].name)=1:10").")
    }
    // A composite that is a factor as well is met twice.
    for item in undeclared where !assumed.contains(where: { $0.item == item.name }) {
      assumed.append((item.name, scale))
    }
    return player.items.map { $0.scale ?? scale }
  }

  private mutating func addRatings(of player: AnalysisRoles.Player, _ schema: Dataset) throws {
    let numeric = player.items.filter { schema[$0.name]?.isText == false }
    // A product has no items, and no performance.
    let isComplete = numeric.count == player.items.count
    let start = performance.names.count
    if isComplete {
      performance.names += numeric.map(\.name)
      performance.scales += numeric.map { item in item.scale ?? assumed.first { $0.item == item.name }?.scale }
    }
    performance.columnsOfPlayer.append(Array(start..<performance.names.count))
    let statedStart = stated.names.count
    for item in player.stated {
      try addNumber(item, role: "a stated importance", schema)
      stated.names.append(item.name)
      stated.scales.append(item.scale)
    }
    stated.columnsOfPlayer.append(Array(statedStart..<stated.names.count))
  }

  /// How many of `items` answers a respondent owes for the score of the composite of that name; at least one.
  func needed(of items: Int, for name: String) -> Int {
    if let own = answered[name] { return own }
    // The small amount keeps 0.6 × 5 at three although the product is a little above it.
    return max(1, Int((roles.answeredShare * Double(items) - 1e-9).rounded(.up)))
  }

  /// What a respondent can be lost to: every term (a composite by its name), strata and clusters.
  var lossNames: [String] { terms.map(\.name) + roles.unitColumns }
}
