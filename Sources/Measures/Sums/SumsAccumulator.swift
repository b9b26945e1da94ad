package import Survey

import LinearAlgebra

/// Sums rows by block without keeping them, by the rules of `PreparedRows`: what a query does in an engine.
package struct SumsAccumulator {
  let roles: AnalysisRoles
  private let plan: SumsPlan
  private let dealing: RandomBlocks
  private var recipe: FrameRecipe?
  private var products: BlockProducts
  private var cells: [SumsCell]

  /// - Parameter seed: of the blocks that rows without a key fall into.
  package init(_ roles: AnalysisRoles, plan: SumsPlan, seed: UInt64) {
    self.roles = roles
    self.plan = plan
    dealing = RandomBlocks(seed: seed, count: plan.blocks)
    products = BlockProducts(width: plan.terms.count, blockCount: plan.blocks)
    cells = [SumsCell](repeating: SumsCell(plan), count: plan.blocks)
  }

  /// Adds rows. Throws what `ModelFrame.init` throws about the values of a row.
  package mutating func add(_ rows: Dataset) throws {
    let recipe = try self.recipe ?? FrameRecipe(roles, in: rows)
    self.recipe = recipe
    if let term = recipe.terms.first(where: { if case .category = $0 { true } else { false } }) {
      throw DataFault.textVariable(variable: term.name, role: "a column of sums")
    }
    let prepared = try PreparedRows(recipe, rows)
    let numbers = (0..<rows.rowCount).map { rows.rowNumber($0) }
    let blocks = try plan.key.map { try keyed($0, rows) } ?? numbers.map { dealing.block(row: $0) }
    let weights = try roles.weights.map { try checkedWeights($0, in: rows) }
    let isFrequency = roles.weights?.kind == .frequency

    for (i, block) in blocks.enumerated() {
      cells[Int(block)].rows += 1
      if weights?[i] == 0 { cells[Int(block)].zeroWeights += 1 }
    }
    let used = prepared.rows ?? Array(0..<Int32(rows.rowCount))
    for (k, row) in used.enumerated() {
      let block = Int(blocks[Int(row)])
      let weight = prepared.weights?[k] ?? 1
      cells[block].used += 1
      cells[block].n += isFrequency ? weight : 1
      cells[block].weight += weight
      cells[block].squares += weight * weight
    }
    addLost(recipe, prepared, rows, blocks)
    addProducts(recipe, prepared, rows, used.map { blocks[Int($0)] })
    addRatings(rows, blocks, weights, isFrequency)
  }

  private func keyed(_ key: String, _ rows: Dataset) throws -> [Int32] {
    let variable = try rows.variable(key)
    if variable.isText { throw DataFault.textVariable(variable: key, role: "a key") }
    return try variable.doubles.enumerated().map { i, value in
      guard value == value.rounded(), abs(value) < 9.007e15 else {
        throw DataFault.request(
          problem: "The key '\(key)' is missing, or no whole number, in row \(rows.rowNumber(i))",
          suggestion: "Name a column of whole numbers that every row has, or none.")
      }
      return Int32(KeyedBlocks.block(of: Int64(value), count: plan.blocks))
    }
  }

  private mutating func addLost(
    _ recipe: FrameRecipe, _ prepared: PreparedRows, _ rows: Dataset, _ blocks: [Int32]
  ) {
    for (position, term) in recipe.terms.enumerated() where prepared.lost[position] > 0 {
      let values = prepared.composites[position] ?? rows[term.name]!.doubles
      for (i, value) in values.enumerated() where value.isNaN { cells[Int(blocks[i])].lost[position] += 1 }
    }
  }

  private mutating func addProducts(
    _ recipe: FrameRecipe, _ prepared: PreparedRows, _ rows: Dataset, _ blocks: [Int32]
  ) {
    let count = prepared.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, plan.terms.count * count)) { buffer in
      guard let start = buffer.baseAddress else { return }
      for (position, term) in recipe.terms.enumerated() {
        let out = start + position * count
        if case .number(let source) = term {
          rows[source.name]!.fill(out, rows: prepared.rows, by: .identity)
        } else {
          term.fillNumber(out, prepared, position, rows)
        }
      }
      products.add(
        columns: plan.terms.indices.map { UnsafePointer(start + $0 * count) }, count: count,
        weights: prepared.weights, blocks: blocks)
    }
  }

  private mutating func addRatings(
    _ rows: Dataset, _ blocks: [Int32], _ weights: [Double]?, _ isFrequency: Bool
  ) {
    for (k, name) in plan.ratings.enumerated() {
      for (i, x) in rows[name]!.doubles.enumerated() where !x.isNaN {
        let block = Int(blocks[i])
        let weight = weights?[i] ?? 1
        cells[block].ratings[k].low = min(cells[block].ratings[k].low, x)
        cells[block].ratings[k].high = max(cells[block].ratings[k].high, x)
        guard weight > 0 else { continue }
        cells[block].ratings[k].n += isFrequency ? weight : 1
        cells[block].ratings[k].weight += weight
        cells[block].ratings[k].sum += weight * x
      }
    }
  }

  /// The blocks that have rows.
  package mutating func finish(group: [String]) -> [SumsTable.Entry] {
    products.settle()
    return cells.indices.filter { cells[$0].rows > 0 }.map { block in
      var cell = cells[block]
      let sums = products.sums(ofBlock: block)
      (cell.shifts, cell.sums, cell.products) = (sums.shifts, sums.sums, sums.products)
      return SumsTable.Entry(group: group, block: block, cell: cell)
    }
  }
}
