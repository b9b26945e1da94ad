package import Survey

/// What is summed of a table so that an analysis needs no rows: the columns of a model by the rules for rows, and the ratings
/// of its items.
///
/// A plan is the same whoever does the sums, an engine by a query or this program by a pass over a file; sums of equal plans
/// can be added (see `SumsTable`).
package struct SumsPlan: Sendable, Equatable {
  /// One item of a composite: its score is (x − origin) / unit · factor.
  package struct Item: Sendable, Equatable {
    package var name: String
    package var origin: Double
    package var unit: Double
    package var factor: Double

    package init(name: String, origin: Double = 0, unit: Double = 1, factor: Double = 1) {
      (self.name, self.origin, self.unit, self.factor) = (name, origin, unit, factor)
    }
  }

  /// A column of the model: a variable as it is, or the mean of answered items.
  package struct Term: Sendable, Equatable {
    package var name: String
    /// Empty for a variable.
    package var items: [Item]
    /// How many items a score needs.
    package var needed: Int

    package init(name: String, items: [Item] = [], needed: Int = 1) {
      (self.name, self.items, self.needed) = (name, items, needed)
    }
  }

  /// A variable that is read, the scale that its answers are checked against, and the codes that mean no answer.
  package struct Number: Sendable, Equatable {
    package var name: String
    package var scale: RatingScale?
    package var codes: [String]

    package init(name: String, scale: RatingScale? = nil, codes: [String] = []) {
      (self.name, self.scale, self.codes) = (name, scale, codes)
    }
  }

  /// Every variable that roles were resolved among, in their order.
  package var columns: [String]
  package var terms: [Term]
  package var numbers: [Number]
  /// Items whose means are wanted, over all who answer them.
  package var ratings: [String]
  package var weights: AnalysisRoles.Weighting?
  /// Columns of groups, each with sums of its own.
  package var by: [String] = []
  /// The column whose hash deals rows into blocks; `nil`: at random.
  package var key: String?
  package var blocks: Int

  /// Blocks when nothing is said: as an estimate from 200 blocks a standard error is off by about 5 %.
  package static let usualBlocks = 200
  /// Fewer blocks than that give no intervals.
  package static let fewestBlocks = 20

  /// The plan of an analysis. Throws what `FrameRecipe` throws, `DataFault.request` for products, pairwise deletion and
  /// designs, `DataFault.tooManyColumns`.
  ///
  /// - Parameters:
  ///   - columns: the table's, as far as they are known; all of them hold numbers.
  ///   - codes: of a variable, what means no answer.
  package init(
    _ roles: AnalysisRoles, columns: [String], by: [String] = [], key: String? = nil,
    blocks: Int = SumsPlan.usualBlocks, codes: (String) -> [String]
  ) throws {
    precondition(blocks > 0, "a number of blocks")
    try SumsPlan.refuse(roles)
    let recipe = try FrameRecipe(roles, in: SumsPlan.schema(columns))
    try ModelExtent.require(columns: recipe.terms.count, outcomes: roles.outcomes.count, rows: .max)
    terms = recipe.terms.map { SumsPlan.term($0, recipe) }
    var numbers: [Number] = []
    for number in recipe.numbers where !numbers.contains(where: { $0.name == number.name }) {
      numbers.append(Number(name: number.name, scale: number.scale, codes: codes(number.name)))
    }
    self.numbers = numbers
    var ratings: [String] = []
    for name in recipe.performance.names + recipe.stated.names where !ratings.contains(name) { ratings.append(name) }
    self.ratings = ratings
    let used = Set(numbers.map(\.name))
    self.columns = columns.filter(used.contains)
    weights = roles.weights
    (self.by, self.key, self.blocks) = (by, key, blocks)
  }

  package init(
    columns: [String], terms: [Term], numbers: [Number], ratings: [String], weights: AnalysisRoles.Weighting?,
    by: [String], key: String?, blocks: Int
  ) {
    (self.columns, self.terms, self.numbers, self.ratings) = (columns, terms, numbers, ratings)
    (self.weights, self.by, self.key, self.blocks) = (weights, by, key, blocks)
  }

  /// What sums of rows cannot hold.
  private static func refuse(_ roles: AnalysisRoles) throws {
    if roles.missing.keepsIncompleteRows {
      throw DataFault.needsRows(
        analysis: "\(setting: .missing, roles.missing.rawValue)", suggestion: "Sums are of complete rows: leave it out."
      )
    }
    if let name = roles.subcluster ?? roles.unusedSubcluster ?? roles.subpopulationSize {
      throw DataFault.needsRows(
        analysis: "A second stage of sampling by '\(name)'",
        suggestion: "Read the rows: export the table to a file, or send them through a pipe.")
    }
    for (name, what) in [
      (roles.strata, "Strata"), (roles.cluster, "Clusters"), (roles.populationSize, "A population's size"),
      (roles.replicates?.variables.first, "Replicate weighting"),
    ] {
      guard let name else { continue }
      throw DataFault.needsRows(
        analysis: "\(what) by '\(name)'",
        suggestion: "Leave it out. A key of the clusters keeps each of them in one block, and so in the errors.")
    }
    for player in roles.players where player.kind == .product {
      throw DataFault.needsRows(
        analysis: "The term '\(player.name)'",
        suggestion: "Make the product a column of the table, or of a view of it, and name that.")
    }
    if let name = roles.categorical.sorted().first(where: { column in
      roles.always.contains { $0.name == column } || roles.players.contains { $0.items.contains { $0.name == column } }
    }) {
      throw DataFault.needsRows(
        analysis: "The categories of '\(name)'",
        suggestion: "Make a column of 0 and 1 of each category but one, in a view of the table, and name these.")
    }
  }

  private static func term(_ term: FrameRecipe.Term, _ recipe: FrameRecipe) -> Term {
    guard case .composite(let name, let items) = term else { return Term(name: term.name) }
    return Term(
      name: name,
      items: items.map {
        Item(name: $0.name, origin: $0.rescaling.origin, unit: $0.rescaling.unit, factor: $0.rescaling.factor)
      }, needed: recipe.needed(of: items.count, for: name))
  }

  /// A survey of these columns of numbers, without rows.
  static func schema(_ columns: [String]) -> Dataset {
    Dataset(variables: columns.map { Variable(name: $0, values: .double([])) }, rowCount: 0)
  }

  /// Where the term of a recipe stands among the sums; `nil` when it is not there, or made otherwise.
  func position(of term: FrameRecipe.Term, _ recipe: FrameRecipe) -> Int? {
    terms.firstIndex(of: SumsPlan.term(term, recipe))
  }
}
