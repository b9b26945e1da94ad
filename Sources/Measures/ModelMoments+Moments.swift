public import Survey

import LinearAlgebra

extension ModelMoments {
  /// The moments of an analysis from given moments of its variables, by the rules for rows as far as moments allow:
  /// reversed items are turned round (x ↦ low + high − x), a composite is the mean of its items (every respondent
  /// answered all of them), both as linear maps T of the variables, x̄ ↦ T x̄ + t and S ↦ T S T'.
  ///
  /// Throws `DataFault.noSuchVariable`, and `.needsRows` for weights, strata and clusters.
  public init(_ moments: Moments, roles: AnalysisRoles) throws {
    let weighting = roles.weights?.variable
    for (name, what) in [
      (weighting, "Weighting"), (roles.strata, "Strata"), (roles.cluster, "Clusters"),
      (roles.populationSize, "A population's size"), (roles.replicates?.variables.first, "Replicate weighting"),
    ] {
      guard let name else { continue }
      throw DataFault.needsRows(
        analysis: "\(what) by '\(name)'", suggestion: "Leave the option out, or give the data file.")
    }
    // A survey with the moments' variables and no rows tells the recipe that they are all numbers.
    let schema = Dataset(variables: moments.names.map { Variable(name: $0, values: .double([])) }, rowCount: 0)
    let recipe = try FrameRecipe(roles, in: schema)
    let layout = FrameLayout(recipe, levels: recipe.terms.map { _ in CategoryLevels() })
    let position = Dictionary(moments.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })

    var maps: [[(column: Int, factor: Double)]] = []
    var offsets: [Double] = []
    var notes = moments.notes
    for term in recipe.terms {
      let items: [FrameRecipe.Source]
      switch term {
      case .number(let source): items = [source]
      case .composite(_, let sources): items = sources
      case .category: items = []
      case .product(let product):
        throw DataFault.needsRows(
          analysis: "The term '\(product.name)'", suggestion: "Leave it out, or give the data file.")
      }
      let share = 1 / Double(items.count)
      maps.append(
        items.map { item in
          let slope = item.rescaling.factor / item.rescaling.unit
          // Standardised items have no units left to rescale, only a direction.
          return (position[item.name]!, share * (moments.isCorrelation ? (slope < 0 ? -1 : 1) : slope))
        })
      offsets.append(items.reduce(0) { $0 - share * $1.rescaling.origin / $1.rescaling.unit * $1.rescaling.factor })
      if moments.isCorrelation && items.count > 1 {
        notes.append(
          Note(
            .standardisedComposite,
            "The file has correlations only, so '\(term.name)' is the mean of its standardised items."))
      }
    }
    let order = maps.count
    var scatter = SymmetricMatrix(order: order)
    var counts = moments.pairCounts.map { _ in SymmetricMatrix(order: order) }
    for i in 0..<order {
      for j in 0...i {
        var sum = 0.0
        var least = Double.infinity
        for (a, f) in maps[i] {
          for (b, g) in maps[j] {
            sum += f * g * moments.scatter[a, b]
            least = min(least, moments.pairCounts?[a, b] ?? moments.n)
          }
        }
        scatter[i, j] = sum
        counts?[i, j] = least
      }
    }
    for i in 0..<order where !(scatter[i, i] > 0) {
      throw DataFault.constant(variable: recipe.terms[i].name, value: 0)
    }
    if moments.isCorrelation { scatter = standardized(scatter, like: moments.scatter[0, 0]) }
    let means = moments.means.map { means in
      zip(maps, offsets).map { map, offset in map.reduce(offset) { $0 + $1.factor * means[$1.column] } }
    }
    let chosen = Moments(
      names: recipe.terms.map(\.name), n: moments.n, sumOfWeights: moments.sumOfWeights,
      sumOfSquaredWeights: moments.sumOfSquaredWeights, means: moments.isCorrelation ? nil : means, scatter: scatter,
      pairCounts: counts, isCorrelation: moments.isCorrelation, treatment: moments.treatment)
    func ratings(_ items: FrameRecipe.RatingItems) -> RatingMeans {
      let rated = zip(items.names, items.scales).map { name, scale -> Double? in
        guard let scale, let means = moments.means else { return nil }
        return scale.percent(means[position[name]!])
      }
      return RatingMeans(names: items.names, means: rated, columnsOfPlayer: items.columnsOfPlayer)
    }
    self.init(
      moments: chosen, columns: layout.columns, always: layout.blocks(.always), players: layout.blocks(.player),
      outcomes: layout.blocks(.outcome), mediators: layout.blocks(.mediator), rowCount: nil, rowsRead: nil, lost: [],
      performance: ratings(recipe.performance),
      stated: ratings(recipe.stated), notes: notes)
  }
}

/// The matrix with all of its diagonal equal to `variance`.
private func standardized(_ matrix: SymmetricMatrix, like variance: Double) -> SymmetricMatrix {
  var result = matrix
  let factors = (0..<matrix.order).map { (variance / matrix[$0, $0]).squareRoot() }
  for i in 0..<matrix.order {
    for j in 0..<i { result[i, j] = matrix[i, j] * factors[i] * factors[j] }
    result[i, i] = variance
  }
  return result
}
