import Survey

/// The categories of a text column that occur in the rows used, in alphabetical order; the first is the reference.
struct CategoryLevels: Sendable, Equatable {
  var names: [String] = []
  var codes: [Int32] = []

  /// More categories than that are no question of a survey but a name or a free text.
  static let limit = 300

  init() {}

  /// The levels with the given codes.
  init(codes: some Sequence<Int32>, categories: [String]) {
    let sorted = codes.map { (categories[Int($0)], $0) }
      .sorted { $0.0.unicodeScalars.lexicographicallyPrecedes($1.0.unicodeScalars) }
    names = sorted.map(\.0)
    self.codes = sorted.map(\.1)
  }
}

extension FrameRecipe.Term {
  /// The categories in the given rows (all when `nil`); none for a term of numbers.
  func levels(in dataset: Dataset, rows: [Int32]?) -> CategoryLevels {
    guard case .category(let name) = self, case .text(let codes, let categories)? = dataset[name]?.values
    else { return CategoryLevels() }
    var occurs = [Bool](repeating: false, count: categories.count)
    if let rows {
      for row in rows where codes[Int(row)] >= 0 { occurs[Int(codes[Int(row)])] = true }
    } else {
      for code in codes where code >= 0 { occurs[Int(code)] = true }
    }
    let present = occurs.indices.filter { occurs[$0] }.map { Int32($0) }
    return CategoryLevels(codes: present, categories: categories)
  }
}

extension FrameRecipe {
  /// Every text column that was not declared categorical holds what a question has, a few names; one that was, no more
  /// than a model can take.
  ///
  /// - Parameter rows: respondents that count.
  /// - Throws: `DataFault.notCategorical`, `.tooManyCategories`.
  func requireCategories(_ levels: [CategoryLevels], rows: Int) throws {
    for (term, levels) in zip(terms, levels) {
      guard case .category(let name) = term else { continue }
      if !roles.categorical.contains(name), let look = CategoryLook(levels.names, rows: rows) {
        throw DataFault.notCategorical(variable: name, look: look)
      }
      if levels.names.count > CategoryLevels.limit {
        throw DataFault.tooManyCategories(
          variable: name, count: levels.names.count, limit: CategoryLevels.limit)
      }
    }
  }
}

extension FrameRecipe {
  /// The levels with the references that were asked for in front. Throws `DataFault.request` for a reference that no
  /// category is, or of a column that holds none.
  func withReferences(_ levels: [CategoryLevels]) throws -> [CategoryLevels] {
    var result = levels
    for (name, reference) in roles.references.sorted(by: { $0.key < $1.key }) {
      var isKnown = false
      for (position, term) in terms.enumerated() {
        guard case .category(name) = term else { continue }
        isKnown = true
        guard let k = levels[position].names.firstIndex(of: reference) else {
          let known = levels[position].names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
          throw DataFault.request(
            problem: "'\(name)' has no category '\(reference)' to compare the others with",
            suggestion: "There are: \(known).")
        }
        result[position].names.insert(result[position].names.remove(at: k), at: 0)
        result[position].codes.insert(result[position].codes.remove(at: k), at: 0)
      }
      guard isKnown else {
        throw DataFault.request(
          problem: "A reference is named for '\(name)', which holds no categories in this analysis",
          suggestion: "Name a driver or covariate that does.")
      }
    }
    return result
  }
}

/// Which columns each term has, and what they are called.
struct FrameLayout: Sendable {
  var columns: [ModelFrame.Column] = []
  var columnsOfTerm: [Range<Int>] = []
  var levels: [CategoryLevels]
  private var groups:
    [(FrameRecipe.Group, Range<Int>, powers: [String: Int], scale: RatingScale?, reference: String?)] =
      []

  init(_ recipe: FrameRecipe, levels: [CategoryLevels]) {
    self.levels = levels
    for (position, term) in recipe.terms.enumerated() {
      let start = columns.count
      if case .category(let name) = term {
        columns += levels[position].names.dropFirst().map { .init(term: "\(name)=\($0)", isWhole: true) }
      } else {
        columns.append(.init(term: term.name, isWhole: false))
      }
      columnsOfTerm.append(start..<columns.count)
    }
    groups = recipe.groups.map { group in
      guard let first = group.terms.first, let last = group.terms.last else { return (group, 0..<0, [:], nil, nil) }
      var powers: [String: Int] = [:]
      if case .product(let product) = recipe.terms[first] {
        for factor in product.factors { powers[factor.name, default: 0] += factor.power }
      }
      var scale: RatingScale?
      if first == last, case .number(let source) = recipe.terms[first] { scale = source.scale }
      let reference = first == last ? levels[first].names.first : nil
      return (group, columnsOfTerm[first].lowerBound..<columnsOfTerm[last].upperBound, powers, scale, reference)
    }
  }

  /// Notes which columns of numbers are whole in every row.
  mutating func settleWhole(_ recipe: FrameRecipe, _ scans: [String: ColumnScan]) {
    for (position, term) in recipe.terms.enumerated() {
      if case .product(let product) = term {
        columns[columnsOfTerm[position].lowerBound].isWhole = product.isWhole(scans)
      }
      guard case .number(let source) = term, let scan = scans[source.name] else { continue }
      columns[columnsOfTerm[position].lowerBound].isWhole = scan.isWhole && source.rescaling.keepsWhole
    }
  }

  func blocks(_ part: FrameRecipe.Part) -> [ModelFrame.Block] {
    groups.filter { $0.0.part == part }.map { group, columns, powers, scale, reference in
      .init(
        name: group.name, label: group.label, columns: columns, isCategorical: group.isCategorical, powers: powers,
        scale: scale, reference: reference)
    }
  }
}
