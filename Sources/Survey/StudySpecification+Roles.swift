extension StudySpecification {
  /// The part that each column of the data plays.
  ///
  /// - Parameters:
  ///   - names: the columns of the data, in order.
  ///   - text: those of them that hold text.
  /// - Throws: `DataFault.noSuchVariable`, `.noMatch`, `.twoRoles`, `.textVariable`, `.request`.
  public func roles(in names: [String], text: Set<String> = []) throws -> AnalysisRoles {
    try resolved(in: names, text: text).roles
  }

  /// The roles, with a note about whatever was chosen on the researcher's behalf.
  ///
  /// Rules:
  /// * A column that falls in a *range or glob* of drivers but has another role (outcome, covariate, weight, stratum,
  ///   cluster, wave, segment, stated importance, grouping) is left out of the drivers. *Named exactly* in two roles it
  ///   is an error, but that covariates may be the wave, the segment, the stratum or the cluster.
  /// * Without drivers, constructs and groups, every column of numbers that has no other role is a driver (columns of
  ///   the satisfaction construct and of the condition count as roles here), and a note lists them.
  /// * `groups` says which drivers count as one: the group stands where its first member stood.
  /// * An item's scale is its own, else its construct's, else the study's. An outcome or covariate has only its own.
  /// * A stated importance has its own scale, else that of the construct or study.
  public func resolved(in names: [String], text: Set<String> = []) throws -> (roles: AnalysisRoles, notes: [Note]) {
    var resolver = try RoleResolver(study: self, columns: Selection.Columns(names), text: text)
    return try resolver.resolve()
  }
}

extension StudySpecification {
  /// Declares the scales that answers in words were recognised to be on, for columns without a scale; whether there are any.
  ///
  /// A scale of the study, or of constructs, is for the drivers whatever they look like, but for derived ones, which have their own.
  package mutating func takeScales(of dataset: Dataset) -> Bool {
    let isOpen = scale == nil && constructs.allSatisfy { $0.scale == nil }
    let made = Set(derived.map(\.name))
    var isAny = false
    for variable in dataset.variables where isOpen || made.contains(variable.name) {
      guard let found = variable.details.scale, variables[variable.name]?.scale == nil else { continue }
      variables[variable.name, default: CodebookEntry()].scale = found
      isAny = true
    }
    return isAny
  }
}

extension StudySpecification {
  /// The declared scale of each column that has one, its own before its construct's and the study's; of an item that is worded the
  /// other way round the bad end comes first all the same.
  ///
  /// Throws what is wrong with the patterns of items.
  package func scales(in names: [String]) throws -> [String: RatingScale] {
    var scales: [String: RatingScale] = [:]
    if let scale { for name in names { scales[name] = scale } }
    for variable in derived where !variable.keepsScale { scales[variable.name] = variable.ownScale }
    var turned = Set(try Selection.resolve(reversed, in: names))
    for construct in constructs {
      let items = try Selection.resolve(construct.items, in: names)
      if let scale = construct.scale { for name in items { scales[name] = scale } }
      turned.formUnion(try Selection.resolve(construct.reversed, in: names))
    }
    for (name, entry) in variables { if let scale = entry.scale { scales[name] = scale } }
    for name in turned { if let scale = scales[name] { scales[name] = RatingScale(scale.last, scale.first) } }
    return scales
  }
}
