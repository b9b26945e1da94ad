package import Survey

import LinearAlgebra

extension ModelMoments {
  /// The moments of an analysis from sums by block, with everything that replicates reweight.
  ///
  /// The terms of the roles are among those that were summed, in any order; reversed items are turned round here.
  ///
  /// - Parameters:
  ///   - group: the values of the group; `nil` takes all rows together.
  ///   - source: what messages call the table.
  /// - Throws: `SumsFault` for terms that were not summed, `DataFault.constant`, `.noRowsLeft`, `.tooFewRows`,
  ///   `.notPositiveDefinite`.
  package init(_ table: SumsTable, roles: AnalysisRoles, group: [String]? = nil, source: String) throws {
    let plan = table.plan
    let recipe = try FrameRecipe(roles, in: SumsPlan.schema(plan.columns))
    let chosen = try recipe.terms.map { term in
      guard let position = plan.position(of: term, recipe) else {
        throw SumsFault.table(
          source: source, problem: "'\(term.name)' is not among its sums, or is made otherwise there",
          suggestion:
            "They are of \(plan.terms.map { "'\($0.name)'" }.joined(separator: ", ")). Make the query anew with the study as it is."
        )
      }
      return position
    }
    let cells = table.cells(of: group).sorted { $0.key < $1.key }.map(\.value)
    try ModelMoments.requireRows(cells, plan)
    let blocks = SummedBlocks(cells, plan: plan, chosen: chosen, recipe: recipe)
    var layout = FrameLayout(recipe, levels: recipe.terms.map { _ in CategoryLevels() })
    layout.settleWhole(recipe, [:])
    let moments = blocks.moments(layout.columns.map(\.term), plan.weights?.kind)
    for (k, name) in moments.names.enumerated() where !(moments.scatter[k, k] > 0) {
      throw DataFault.constant(variable: name, value: moments.means?[k] ?? .nan)
    }
    try moments.requirePositiveDefinite()

    let bounds = PooledBounds(recipe, blocks.scans)
    let used = Int(blocks.sum(\.used))
    let read = Int(blocks.sum(\.rows))
    let zeroWeights = Int(blocks.sum(\.zeroWeights))
    var notes = recipe.notesOnRows(read: read, used: used, lost: blocks.losses, zeroWeights: zeroWeights) + bounds.notes
    let others = plan.terms.indices.filter { !chosen.contains($0) && blocks.lost[$0] > 0 }
    if !others.isEmpty {
      notes.append(
        Note(
          .rowsDropped,
          "The sums are of rows that answer \(others.map { "'\(plan.terms[$0].name)'" }.joined(separator: ", ")) as well, which this analysis has no use for."
        ))
    }
    if plan.weights?.kind == .sampling,
      let kish = KishSize(sum: blocks.sum(\.weight), squares: blocks.sum(\.squares), rows: used)
    {
      notes.append(kish.note)
    }
    self.init(
      moments: moments, columns: layout.columns, always: layout.blocks(.always), players: layout.blocks(.player),
      outcomes: layout.blocks(.outcome), mediators: layout.blocks(.mediator), rowCount: used, rowsRead: read,
      lost: blocks.losses,
      zeroWeights: zeroWeights, performance: blocks.means(bounds.performance), stated: blocks.means(bounds.stated),
      notes: notes)
    performanceScales = bounds.performance.scales
    self.blocks = blocks.reweighted(bounds)
  }

  private static func requireRows(_ cells: [SumsCell], _ plan: SumsPlan) throws {
    let used = cells.reduce(0) { $0 + $1.used }
    if used == 0 {
      let lost = plan.terms.indices.map { k in
        DataFault.Loss(variable: plan.terms[k].name, rows: Int(cells.reduce(0) { $0 + $1.lost[k] }))
      }
      throw DataFault.noRowsLeft(
        after: "leaving out respondents with a missing answer", lost: lost.filter { $0.rows > 0 })
    }
    if !(cells.reduce(0) { $0 + $1.weight } > 0), let weights = plan.weights {
      throw WeightFault.noWeight(variable: weights.variable)
    }
    if used < 2 { throw DataFault.tooFewRows(rows: Int(used), needed: 3, analysis: "an analysis") }
  }
}

/// The chosen columns of blocks, counted from common shifts and turned in the good direction.
private struct SummedBlocks {
  let cells: [SumsCell]
  let plan: SumsPlan
  let recipe: FrameRecipe
  let products: BlockProducts
  /// By term of the plan.
  let lost: [Int]
  let losses: [(variable: String, rows: Int)]

  init(_ cells: [SumsCell], plan: SumsPlan, chosen: [Int], recipe: FrameRecipe) {
    var cells = cells
    // Shifts of one query are one; merged results have several.
    let first = cells.first { $0.weight > 0 }?.shifts ?? cells[0].shifts
    for b in cells.indices { cells[b].move(to: first) }
    self.cells = cells
    self.plan = plan
    self.recipe = recipe
    let turned = recipe.terms.map { term -> Rescaling in
      if case .number(let source) = term { source.rescaling } else { .identity }
    }
    products = BlockProducts(
      shifts: zip(chosen, turned).map { $1(first[$0]) },
      blocks: cells.map { cell in
        var own: [Double] = []
        for i in chosen.indices {
          for j in 0...i {
            let position = SymmetricMatrix.position(max(chosen[i], chosen[j]), min(chosen[i], chosen[j]))
            own.append(turned[i].factor * turned[j].factor * cell.products[position])
          }
        }
        return (cell.weight, zip(chosen, turned).map { $1.factor * cell.sums[$0] }, own)
      })
    lost = plan.terms.indices.map { k in Int(cells.reduce(0) { $0 + $1.lost[k] }) }
    let found = lost
    losses = chosen.map { (variable: plan.terms[$0].name, rows: found[$0]) }.filter { $0.rows > 0 }
      .sorted { $0.rows > $1.rows }
  }

  func sum(_ value: KeyPath<SumsCell, Double>) -> Double { cells.reduce(0) { $0 + $1[keyPath: value] } }

  func moments(_ names: [String], _ kind: WeightsKind?) -> Moments {
    var scatter = SymmetricMatrix(order: names.count)
    var means = [Double](repeating: 0, count: names.count)
    var packed = scatter.packed
    var scratch = [Double](repeating: 0, count: products.scratchCount)
    let ones = [Double](repeating: 1, count: cells.count)
    packed.withUnsafeMutableBufferPointer { packed in
      means.withUnsafeMutableBufferPointer { means in
        scratch.withUnsafeMutableBufferPointer { scratch in
          ones.withUnsafeBufferPointer { ones in
            _ = products.scatter(
              weights: ones.baseAddress!, into: packed.baseAddress!, means: means.baseAddress!,
              scratch: scratch.baseAddress!)
          }
        }
      }
    }
    scatter = SymmetricMatrix(order: names.count, packed: packed)
    let weight = sum(\.weight)
    return Moments(
      names: names, n: sum(\.n), sumOfWeights: weight,
      sumOfSquaredWeights: kind == .frequency ? weight : sum(\.squares), means: means, scatter: scatter,
      treatment: .init(weights: kind))
  }

  /// Bounds of the items, which the scales of those without a declared one are taken from.
  var scans: [String: ColumnScan] {
    var scans: [String: ColumnScan] = [:]
    for (k, name) in plan.ratings.enumerated() {
      var scan = ColumnScan()
      for cell in cells {
        scan.answered += Int(cell.ratings[k].n)
        scan.low = min(scan.low, cell.ratings[k].low)
        scan.high = max(scan.high, cell.ratings[k].high)
      }
      scans[name] = scan
    }
    return scans
  }

  func means(_ items: FrameRecipe.RatingItems) -> RatingMeans {
    var counts: [Double] = []
    let means = zip(items.names, items.scales).map { name, scale -> Double? in
      guard let k = plan.ratings.firstIndex(of: name) else {
        counts.append(0)
        return nil
      }
      let weight = cells.reduce(0) { $0 + $1.ratings[k].weight }
      counts.append(cells.reduce(0) { $0 + $1.ratings[k].n })
      guard let scale, weight > 0 else { return nil }
      return scale.percent(cells.reduce(0) { $0 + $1.ratings[k].sum } / weight)
    }
    return RatingMeans(names: items.names, means: means, columnsOfPlayer: items.columnsOfPlayer, counts: counts)
  }

  /// What replicates reweight; `nil` with too few blocks.
  func reweighted(_ bounds: PooledBounds) -> BlockMoments? {
    guard cells.count >= SumsPlan.fewestBlocks else { return nil }
    let items = [bounds.performance, bounds.stated]
    let first = bounds.performance.names.count
    var ratings: [BlockMoments.Rating] = []
    for items in items {
      for (name, scale) in zip(items.names, items.scales) {
        guard let scale, let k = plan.ratings.firstIndex(of: name) else {
          ratings.append(.unknown)
          continue
        }
        ratings.append(.sums(k, factor: 100 / (scale.last - scale.first), offset: scale.percent(0)))
      }
    }
    var result = BlockMoments(
      products: products, ratings: ratings,
      sums: RatingBlocks(
        blockCount: cells.count, sums: plan.ratings.indices.flatMap { k in cells.map { $0.ratings[k].sum } },
        weights: plan.ratings.indices.flatMap { k in cells.map { $0.ratings[k].weight } }),
      performanceOfPlayer: bounds.performance.columnsOfPlayer,
      statedOfPlayer: bounds.stated.columnsOfPlayer.map { $0.map { $0 + first } })
    result.isSummedElsewhere = true
    return result
  }
}

extension Moments {
  /// The moments of the variables that were summed, for analyses that take a matrix; composites are variables here.
  package init(_ table: SumsTable, group: [String]? = nil, source: String) throws {
    let names = table.plan.terms.map(\.name)
    let items = names.map { AnalysisRoles.Item(name: $0) }
    let variables = SumsPlan(
      columns: names, terms: names.map { SumsPlan.Term(name: $0) }, numbers: names.map { SumsPlan.Number(name: $0) },
      ratings: [], weights: table.plan.weights, by: table.plan.by, key: table.plan.key, blocks: table.plan.blocks)
    var plain = table
    plain.plan = variables
    for e in plain.entries.indices { plain.entries[e].cell.ratings = [] }
    let roles = AnalysisRoles(outcomes: items, players: [])
    self = try ModelMoments(plain, roles: roles, group: group, source: source).moments
  }
}
