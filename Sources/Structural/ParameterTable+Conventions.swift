import ModelSyntax
import Survey

/// What kind of variable each is, from the signs beside it.
private struct VariableKinds {
  let observed: [String]
  let latent: [String]
  let formed: Set<String>
  let indicators: Set<String>
  let dependent: Set<String>
  let causes: Set<String>
  /// Of which a variance, a covariance or a mean is written.
  let described: Set<String>

  init(_ syntax: ModelSyntax) {
    (observed, latent) = ParameterTable.roles(syntax)
    func names(_ relations: Set<ModelSyntax.Relation>, _ side: (ModelSyntax.Term) -> [String]) -> Set<String> {
      Set(syntax.terms.filter { relations.contains($0.relation) }.flatMap(side))
    }
    let measured = names([.measuredBy]) { [$0.left] }
    formed = names([.formedBy]) { [$0.left] }.subtracting(measured)
    indicators = names([.measuredBy]) { [$0.right] }
    dependent = names([.regressedOn]) { [$0.left] }
    causes = names([.regressedOn, .formedBy]) { [$0.right] }
    described = names([.covaries, .intercept]) { [$0.left, $0.right] }
  }

  var exogenous: [String] {
    observed.filter {
      causes.contains($0) && !dependent.contains($0) && !indicators.contains($0) && !described.contains($0)
    }
  }
  var exogenousLatent: [String] {
    latent.filter { !indicators.contains($0) && !dependent.contains($0) && !formed.contains($0) }
  }
  /// Dependent variables that nothing depends on.
  var lastOnes: [String] {
    (observed + latent).filter { dependent.contains($0) && !causes.contains($0) && !indicators.contains($0) }
  }
}

extension ParameterTable {
  /// The table of a model.
  ///
  /// Added are: variances of all variables; covariances of constructs that depend on nothing, and of residuals of dependent
  /// variables that nothing depends on; the sample's moments of observed causes; with means the intercepts of observed
  /// variables. The first loading of a construct is 1, an only indicator has no residual. Ordered variables have their thresholds,
  /// and residual variances that bring the variable behind the answers to variance 1; measured ones beside them have intercepts.
  ///
  /// - Parameter thresholds: of each observed variable how many, none of a measured one; empty where answers are taken as numbers.
  /// - Throws: `StructuralFault`.
  init(_ model: StructuralModel, groups: Int, hasMeans: Bool, thresholds: [Int] = []) throws {
    let syntax = model.syntax
    guard !syntax.terms.isEmpty else { throw StructuralFault.nothingToFit }
    let kinds = VariableKinds(syntax)
    variables = kinds.observed + model.auxiliary + kinds.latent
    observedCount = kinds.observed.count + model.auxiliary.count
    auxiliary = kinds.observed.count..<observedCount
    exogenous = kinds.exogenous.map { variables.firstIndex(of: $0)! }
    groupCount = groups
    self.hasMeans = hasMeans
    thresholdStarts = thresholds.isEmpty ? [] : thresholds.reduce(into: [0]) { $0.append($0.last! + $1) }
    try checkOrdered(syntax)
    definitions = syntax.definitions
    constraints = syntax.constraints
    for group in 0..<groups {
      try addWritten(model, kinds, group)
      addVariances(model, kinds, group)
      addCovariances(model, kinds, group)
      if hasMeans { addMeans(model, kinds, group) }
      addAuxiliary(group)
      if !thresholds.isEmpty {
        addThresholds(group)
        for name in kinds.observed where !isOrdered(index(name)) { add(name, .intercept, "", group) }
      }
    }
    try number(model)
    try checkFormulas()
  }

  /// What ordered answers, and numbers, cannot have.
  private func checkOrdered(_ syntax: ModelSyntax) throws {
    let areNumbers = thresholdStarts.isEmpty
    for term in syntax.terms {
      let isMeasured = !areNumbers && index(term.left) < observedCount && !isOrdered(index(term.left))
      let text = "\(term.left) \(term.relation.rawValue) \(term.right)"
      switch term.relation {
      case .threshold where areNumbers:
        throw StructuralFault.notBuilt(
          what: "'\(text)', a threshold of ordered answers,",
          suggestion: "Leave it out: answers are taken as numbers. Thresholds are for the estimator 'wlsmv'.")
      case .scaling:
        throw StructuralFault.notBuilt(
          what: "'\(text)', a scaling factor of ordered answers,",
          suggestion: "Leave it out: the variables behind ordered answers have variance 1.")
      case .intercept where !areNumbers && !isMeasured:
        throw StructuralFault.notBuilt(
          what: "'\(term.left) ~ 1', a mean beside thresholds,",
          suggestion: "Leave it out: thresholds say where answers lie.")
      case .covaries where term.left == term.right && isOrdered(index(term.left)):
        throw StructuralFault.notBuilt(
          what: "'\(text)', the variance of an ordered variable,",
          suggestion: "Leave it out: the variables behind ordered answers have variance 1.")
      default: break
      }
    }
  }

  /// - Throws: `StructuralFault.notBuilt` for a threshold that the answers do not have.
  private func thresholdPlace(_ left: String, _ right: String) throws -> ParameterPlace {
    let at = index(left)
    let count = at < observedCount ? thresholdStarts[at + 1] - thresholdStarts[at] : 0
    guard right.hasPrefix("t"), let number = Int(right.dropFirst()), number >= 1, number <= count else {
      throw StructuralFault.notBuilt(
        what: "'\(left) | \(right)'",
        suggestion: count == 0
          ? "Thresholds are of ordered observed variables."
          : "The thresholds of '\(left)' are t1 to t\(count), between its answers.")
    }
    return .threshold(thresholdStarts[at] + number - 1)
  }

  private mutating func addThresholds(_ group: Int) {
    for variable in 0..<observedCount {
      for (k, at) in (thresholdStarts[variable]..<thresholdStarts[variable + 1]).enumerated()
      where !has(.threshold(at), group) {
        parameters.append(
          ModelParameter(
            left: variables[variable], relation: .threshold, right: "t\(k + 1)", group: group, place: .threshold(at),
            free: -1, isWritten: false))
      }
    }
  }

  private func place(_ left: String, _ relation: ModelSyntax.Relation, _ right: String) -> ParameterPlace {
    switch relation {
    case .measuredBy: return .directed(to: index(right), from: index(left))
    case .regressedOn, .formedBy: return .directed(to: index(left), from: index(right))
    case .intercept: return .mean(index(left))
    case .covaries, .threshold, .scaling:
      let (i, j) = (index(left), index(right))
      return .symmetric(max(i, j), min(i, j))
    }
  }

  private mutating func addWritten(_ model: StructuralModel, _ kinds: VariableKinds, _ group: Int) throws {
    var marked: Set<String> = []
    for term in model.syntax.terms {
      var parameter = ModelParameter(
        left: term.left, relation: term.relation, right: term.right, group: group,
        place: term.relation == .threshold
          ? try thresholdPlace(term.left, term.right) : place(term.left, term.relation, term.right), isWritten: true)
      func value<Value>(_ values: [Value]) throws -> Value {
        guard values.count == 1 || values.count == groupCount else {
          throw StructuralFault.otherGroups(parameter: parameter.name, values: values.count, groups: groupCount)
        }
        return values.count == 1 ? values[0] : values[group]
      }
      let modifiers = term.modifiers
      var fixed: Double?
      if let values = modifiers.fixed { fixed = try value(values) }
      if let values = modifiers.start { parameter.start = try value(values) }
      if let labels = modifiers.label { parameter.label = try value(labels) }
      let isFirst = term.relation == .measuredBy && marked.insert(term.left).inserted
      if isFirst, !model.hasUnitVariances, modifiers.fixed == nil { fixed = 1 }
      parameter.free = fixed == nil ? -1 : nil
      parameter.value = fixed ?? 0
      parameters.append(parameter)
    }
  }

  private func has(_ place: ParameterPlace, _ group: Int) -> Bool {
    parameters.contains { $0.group == group && $0.place == place }
  }

  private mutating func add(
    _ left: String, _ relation: ModelSyntax.Relation, _ right: String, _ group: Int, fixed: Double? = nil,
    isSample: Bool = false
  ) {
    let place = place(left, relation, right)
    guard !has(place, group) else { return }
    parameters.append(
      ModelParameter(
        left: left, relation: relation, right: right, group: group, place: place,
        free: fixed == nil && !isSample ? -1 : nil, value: fixed ?? 0, isSample: isSample, isWritten: false))
  }

  private mutating func addVariances(_ model: StructuralModel, _ kinds: VariableKinds, _ group: Int) {
    let only = Dictionary(grouping: model.syntax.terms.filter { $0.relation == .measuredBy }, by: \.left)
      .values.filter { $0.count == 1 }.map { $0[0].right }
    let exogenous = Set(kinds.exogenous)
    for name in kinds.observed {
      if isOrdered(index(name)) {
        add(name, .covaries, name, group, fixed: 0)
        parameters[parameters.count - 1].isDerived = true
      } else if exogenous.contains(name) {
        add(name, .covaries, name, group, isSample: model.fixesExogenous)
      } else {
        add(name, .covaries, name, group, fixed: only.contains(name) ? 0 : nil)
      }
    }
    // Equal loadings hold the unit of the first group: variances of the others are free.
    let isUnit = model.hasUnitVariances && !(group > 0 && model.invariance.contains(.loadings))
    for name in kinds.latent {
      add(name, .covaries, name, group, fixed: kinds.formed.contains(name) ? 0 : isUnit ? 1 : nil)
    }
  }

  private mutating func addCovariances(_ model: StructuralModel, _ kinds: VariableKinds, _ group: Int) {
    func pairs(_ names: [String]) -> [(String, String)] {
      names.indices.flatMap { i in names[(i + 1)...].map { (names[i], $0) } }
    }
    if !model.isOrthogonal {
      for (a, b) in pairs(kinds.exogenousLatent) { add(a, .covaries, b, group) }
    }
    for (a, b) in pairs(kinds.lastOnes) { add(a, .covaries, b, group) }
    for (a, b) in pairs(kinds.exogenous) { add(a, .covaries, b, group, isSample: model.fixesExogenous) }
  }

  private mutating func addMeans(_ model: StructuralModel, _ kinds: VariableKinds, _ group: Int) {
    let exogenous = Set(kinds.exogenous)
    for name in kinds.observed {
      add(name, .intercept, "", group, isSample: exogenous.contains(name) && model.fixesExogenous)
    }
    let isFree = model.invariance.contains(.intercepts) && group > 0
    for name in kinds.latent { add(name, .intercept, "", group, fixed: isFree ? nil : 0) }
  }

  /// Auxiliary variables with all that they may do, which restricts nothing. An item without a residual is its construct, and
  /// covaries as such.
  private mutating func addAuxiliary(_ group: Int) {
    let first = parameters.count
    let partners = (0..<modelledCount).map { item in correlate(of: item, group) }
    for (k, variable) in auxiliary.enumerated() {
      let name = variables[variable]
      add(name, .covaries, name, group)
      for other in auxiliary.prefix(k) { add(variables[other], .covaries, name, group) }
      for other in partners { add(name, .covaries, variables[other], group) }
      if hasMeans { add(name, .intercept, "", group) }
    }
    for at in first..<parameters.count { parameters[at].isAuxiliary = true }
  }

  /// What an auxiliary variable covaries with in place of an observed one.
  private func correlate(of item: Int, _ group: Int) -> Int {
    let own = parameters.filter { $0.group == group }
    let hasResidual = own.contains {
      $0.place == .symmetric(item, item) && ($0.free != nil || $0.isSample || $0.value != 0)
    }
    if hasResidual { return item }
    for parameter in own {
      if case .directed(item, let from) = parameter.place, from >= observedCount { return from }
    }
    return item
  }

  // MARK: Which are free, and which equal

  private mutating func number(_ model: StructuralModel) throws {
    var shared: [String: Int] = [:]
    let observed = Set(variables.prefix(observedCount))
    func invariant(_ parameter: ModelParameter) -> Bool {
      if parameter.isAuxiliary || model.released.contains(parameter.name) { return false }
      return switch parameter.relation {
      case .measuredBy: model.invariance.contains(.loadings)
      case .intercept: model.invariance.contains(.intercepts) && observed.contains(parameter.left)
      case .covaries:
        model.invariance.contains(.residuals) && parameter.left == parameter.right && observed.contains(parameter.left)
      default: false
      }
    }
    for at in parameters.indices {
      let parameter = parameters[at]
      if parameter.free == nil {
        if let label = parameter.label { constants[label] = parameter.value }
        continue
      }
      let key = parameter.label.map { "label \($0)" } ?? (invariant(parameter) ? parameter.name : nil)
      if let key, let known = shared[key] {
        parameters[at].free = known
      } else {
        parameters[at].free = freeCount
        if let key { shared[key] = freeCount }
        freeCount += 1
      }
      if let label = parameter.label { labels[label] = parameters[at].free }
    }
    try joinEqual(model)
  }

  /// `equal("visual=~x2")`.
  private mutating func joinEqual(_ model: StructuralModel) throws {
    for term in model.syntax.terms {
      guard let names = term.modifiers.equal else { continue }
      for group in 0..<groupCount {
        let wanted = (names.count == 1 ? names[0] : names[min(group, names.count - 1)]).filter { !$0.isWhitespace }
        let own = parameters.firstIndex {
          $0.group == group && $0.left == term.left && $0.relation == term.relation && $0.right == term.right
        }!
        let other = parameters.first {
          $0.group == group && $0.name.filter { !$0.isWhitespace } == wanted || $0.group == group && $0.label == wanted
        }
        guard let other else {
          throw StructuralFault.noSuchLabel(
            name: wanted, line: term.place.line, column: term.place.column,
            known: parameters.filter { $0.group == 0 && $0.isWritten }.map(\.name))
        }
        merge(parameters[own].free, into: other.free)
        if other.free == nil { parameters[own].value = other.value }
      }
    }
  }

  /// Takes a number out of use.
  private mutating func merge(_ old: Int?, into new: Int?) {
    guard let old, old != new else { return }
    for at in parameters.indices where parameters[at].free == old { parameters[at].free = new }
    for at in parameters.indices { if let free = parameters[at].free, free > old { parameters[at].free = free - 1 } }
    labels = labels.compactMapValues { $0 == old ? new : $0 }.mapValues { $0 > old ? $0 - 1 : $0 }
    freeCount -= 1
  }

  private func checkFormulas() throws {
    var known = Set(labels.keys).union(constants.keys)
    func check(_ expression: ModelExpression) throws {
      for (name, place) in expression.names where !known.contains(name) {
        throw StructuralFault.noSuchLabel(
          name: name, line: place.line, column: place.column, known: known.sorted())
      }
    }
    for definition in definitions {
      try check(definition.expression)
      known.insert(definition.name)
    }
    for constraint in constraints {
      try check(constraint.left)
      try check(constraint.right)
    }
  }
}
