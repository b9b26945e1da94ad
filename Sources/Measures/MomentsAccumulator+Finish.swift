import LinearAlgebra
import Survey

extension MomentsAccumulator {
  /// The moments of all rows added. Throws what `ModelFrame.init` throws about columns and counts of rows.
  package func finish() throws -> ModelMoments {
    guard let recipe, rowsRead > 0 else { throw DataFault.noRowsLeft(after: "selecting rows") }
    let terms = recipe.terms
    try recipe.requireAnswers(
      scans: scans,
      answered: terms.indices.map { if case .number = terms[$0] { 1 } else { answered[$0] } })
    if let weights = roles.weights, zeroWeights == rowsRead { throw WeightFault.noWeight(variable: weights.variable) }
    if rowCount == 0 {
      throw DataFault.noRowsLeft(
        after: "leaving out respondents with a missing answer",
        lost: recipe.losses(lost).map { DataFault.Loss(variable: $0.variable, rows: $0.rows) })
    }
    if rowCount < 2 { throw DataFault.tooFewRows(rows: rowCount, needed: 3, analysis: "an analysis") }

    let levels = try recipe.withReferences(categoryLevels(recipe))
    try recipe.requireCategories(levels, rows: rowCount)
    var layout = FrameLayout(recipe, levels: levels)
    layout.settleWhole(recipe, scans)
    let order = terms.indices.flatMap { position -> [Int] in
      if case .category = terms[position] {
        return levels[position].codes.dropFirst().map { code in
          columns.firstIndex { $0.term == position && $0.code == code }!
        }
      }
      return [columns.firstIndex { $0.term == position }!]
    }
    let moments = summed(layout, order)
    try requireVariation(recipe, layout, moments)
    if case .pairwise(let pairs) = sums { try pairs.requireCommonRows(moments.names) }

    var notes =
      recipe.notesOnRows(
        read: rowsRead, used: rowCount, lost: recipe.losses(lost), zeroWeights: zeroWeights)
      + recipe.notesOnPartialScores(partial, used: rowCount) + recipe.notesOnLevels(levels) + recipe.notesOnProducts
    if roles.weights?.kind == .sampling,
      let kish = KishSize(sum: sumOfWeights, squares: sumOfSquaredWeights, rows: rowCount)
    {
      notes.append(kish.note)
    }
    let bounds = PooledBounds(recipe, scans)
    if ratings { notes += bounds.notes }
    var result = ModelMoments(
      moments: moments, columns: layout.columns, always: layout.blocks(.always), players: layout.blocks(.player),
      outcomes: layout.blocks(.outcome), mediators: layout.blocks(.mediator), rowCount: rowCount, rowsRead: rowsRead,
      lost: recipe.losses(lost),
      zeroWeights: zeroWeights,
      performance: ratingMeans(bounds.performance, recipe, layout, moments),
      stated: ratingMeans(bounds.stated, recipe, layout, moments), notes: notes + moments.notes)
    if ratings { result.performanceScales = bounds.performance.scales }
    result.pairs = pairs
    if let blocks {
      let items = ratings ? [bounds.performance, bounds.stated] : []
      let first = recipe.performance.names.count
      result.blocks = BlockMoments(
        products: blocks.products.selecting(order),
        ratings: items.flatMap { items in
          zip(items.names, items.scales).map { name, scale in
            rating(name, scale, blocks.items, recipe, layout)
          }
        },
        sums: blocks.ratings, performanceOfPlayer: ratings ? recipe.performance.columnsOfPlayer : [],
        statedOfPlayer: ratings ? recipe.stated.columnsOfPlayer.map { $0.map { $0 + first } } : [])
    }
    return result
  }

  /// Where a replicate finds the mean of an item on 0–100.
  private func rating(
    _ name: String, _ scale: RatingScale?, _ items: [String], _ recipe: FrameRecipe, _ layout: FrameLayout
  ) -> BlockMoments.Rating {
    guard let scale else { return .unknown }
    let factor = 100 / (scale.last - scale.first)
    let offset = scale.percent(0)
    let item = items.firstIndex(of: name)
    if let item, ratingSums[name] != nil { return .sums(item, factor: factor, offset: offset) }
    let others = otherRatings[name].flatMap { $0.weight > 0 ? item : nil }.map {
      BlockMoments.Rating.Others(item: $0, factor: factor, offset: offset)
    }
    for (position, term) in recipe.terms.enumerated() {
      if case .number(let source) = term, source.name == name {
        let column = layout.columnsOfTerm[position].lowerBound
        // A reversed item stands in the model as origin − x.
        return source.rescaling.isIdentity
          ? .column(column, factor: factor, offset: offset, others: others)
          : .column(column, factor: -factor, offset: offset + factor * source.rescaling.origin, others: others)
      }
    }
    return .unknown
  }

  private func summed(_ layout: FrameLayout, _ order: [Int]) -> Moments {
    let treatment = Moments.Treatment(missing: roles.missing, weights: roles.weights?.kind)
    let names = layout.columns.map(\.term)
    let unordered = columns.map { _ in "" }
    var result: Moments
    switch sums {
    case .exact(let products): result = Moments(names: unordered, products, treatment: treatment)
    case .centered(let products):
      result = Moments(names: unordered, products, rowCount: rowCount, treatment: treatment)
    case .pairwise(let pairs):
      result = Moments(names: unordered, pairs, weightsKind: roles.weights?.kind)
    case .inBlocks:
      var products = blocks!.products
      products.settle()
      result = Moments(
        names: unordered, products.total(sumOfSquaredWeights: sumOfSquaredWeights), rowCount: rowCount,
        treatment: treatment)
    }
    result = result.selecting(order)
    result.names = names
    if roles.weights?.kind == .precision { result.sumOfLogWeights = sumOfLogWeights }
    return result
  }

  private func requireVariation(_ recipe: FrameRecipe, _ layout: FrameLayout, _ moments: Moments) throws {
    for (position, term) in recipe.terms.enumerated() {
      if case .category(let name) = term {
        if layout.levels[position].names.count < 2 {
          throw DataFault.oneCategory(variable: name, category: layout.levels[position].names.first ?? "")
        }
        continue
      }
      let column = layout.columnsOfTerm[position].lowerBound
      // With pairs the scatter is scaled by the smallest count, which may be one; the column's own sums tell.
      let varies =
        if case .pairwise(let pairs) = sums {
          pairs.sums[SymmetricMatrix.position(column, column)].varies
        } else {
          moments.scatter[column, column] > 0
        }
      if !varies {
        if case .number(let source) = term, let scan = scans[source.name], scan.high > scan.low,
          !(scan.high - scan.low > 1e-150)
        {
          throw DataFault.tooLittleVariation(variable: term.name, low: scan.low, high: scan.high)
        }
        throw DataFault.constant(variable: term.name, value: moments.means?[column] ?? .nan)
      }
    }
  }

  /// An item that is a column of the model has its mean in the moments, turned back to the item's own numbers.
  private func ratingMeans(
    _ items: FrameRecipe.RatingItems, _ recipe: FrameRecipe, _ layout: FrameLayout, _ moments: Moments
  ) -> RatingMeans {
    guard ratings else { return RatingMeans(names: [], means: [], columnsOfPlayer: []) }
    var counts: [Double] = []
    let means = zip(items.names, items.scales).map { name, declared -> Double? in
      counts.append(ratingSums[name]?.count ?? (otherRatings[name]?.count ?? 0) + moments.n)
      guard let scale = declared else { return nil }
      if let sum = ratingSums[name] { return sum.value.map(scale.percent) }
      for (position, term) in recipe.terms.enumerated() {
        if case .number(let source) = term, source.name == name,
          let mean = moments.means?[layout.columnsOfTerm[position].lowerBound]
        {
          // The rows of the model, and those who are left out of it but rated the item.
          var all = RunningMean()
          all.add(
            mean: source.rescaling.isIdentity ? mean : source.rescaling.origin - mean, weight: moments.sumOfWeights,
            count: moments.n)
          if let others = otherRatings[name], let value = others.value {
            all.add(mean: value, weight: others.weight, count: others.count)
          }
          return all.value.map(scale.percent)
        }
      }
      return nil
    }
    return RatingMeans(
      names: items.names, means: means, columnsOfPlayer: items.columnsOfPlayer, counts: counts)
  }
}
