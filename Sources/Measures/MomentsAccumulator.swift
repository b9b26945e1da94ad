package import Survey

import LinearAlgebra
import Platform

/// Sums a stream of rows into moments without keeping them, by the same rules as `ModelFrame`.
///
/// While every column is a whole number, unweighted or with frequencies, the sums are exact and therefore those of the
/// rows in memory to the last bit; otherwise each block is summed about its own mean and merged. Memory does not grow
/// with the rows. Categories may appear at any time: a new one was zero in all rows before.
package struct MomentsAccumulator {
  /// What has been summed so far.
  enum Sums {
    case exact(IntegerProducts)
    case centered(CenteredProducts)
    case pairwise(PairwiseSums)
    /// The sums by block are all there is: those of all rows are their sum.
    case inBlocks
  }

  /// A column being summed: a term of numbers, or one category of a term (all of them, the reference too).
  struct Column {
    var term: Int
    var code: Int32?
  }

  let roles: AnalysisRoles
  let ratings: Bool
  private(set) var recipe: FrameRecipe?
  private(set) var columns: [Column] = []
  private(set) var sums = Sums.exact(IntegerProducts(width: 0))
  private(set) var scans: [String: ColumnScan] = [:]
  private(set) var answered: [Int] = []
  /// By composite, scores that rest on part of the items.
  private(set) var partial: [Int: Int] = [:]
  private(set) var categories: [Int: [String]] = [:]
  private(set) var isWhole: [Bool] = []
  private(set) var lost: [Int] = []
  private(set) var zeroWeights = 0
  private(set) var rowsRead = 0
  private(set) var rowCount = 0
  private(set) var sumOfWeights = 0.0
  private(set) var sumOfSquaredWeights = 0.0
  /// Of precision weights.
  private(set) var sumOfLogWeights = 0.0
  private(set) var ratingSums: [String: RunningMean] = [:]
  /// Of items that are columns of the model: what respondents say who are left out of it for a missing answer.
  private(set) var otherRatings: [String: RunningMean] = [:]
  /// For replicates; `nil` when there will be none.
  let dealing: RandomBlocks?
  private(set) var blocks: BlockSums?
  /// Counts of pairs of answers; `nil` when nobody asked, or they tell nothing.
  private(set) var pairs: PairTables?
  private let countsPairs: Bool
  /// Threads; no result depends on it.
  private let jobs: Int

  /// Sums by random block beside the sums of all rows.
  struct BlockSums {
    var products: BlockProducts
    /// Of the items that are no columns of the model and, of those that are, what the rows left out of it say; in the order of
    /// `items`.
    var ratings: RatingBlocks
    var items: [String]
  }

  /// - Parameters:
  ///   - dealing: how rows are dealt into blocks whose sums are kept apart.
  ///   - countsPairs: whether pairs of answers are counted, where every column is a number.
  ///   - jobs: threads that sum.
  package init(
    roles: AnalysisRoles, ratings: Bool = true, dealing: RandomBlocks? = nil, countsPairs: Bool = false, jobs: Int = 1
  ) {
    precondition(
      dealing == nil
        || RandomBlocks.apply(
          rows: .max, missing: roles.missing, hasDesign: roles.strata != nil || roles.cluster != nil),
      "this design has no blocks")
    self.roles = roles
    self.ratings = ratings
    self.dealing = dealing
    self.countsPairs = countsPairs
    self.jobs = jobs
  }

  /// Adds one block. Throws what `ModelFrame.init` throws about the values of a row; counts in such a fault are of
  /// this block.
  package mutating func add(_ block: Dataset) throws {
    let recipe = try self.recipe ?? begin(block)
    let prepared = try PreparedRows(recipe, block)
    rowsRead += block.rowCount
    rowCount += prepared.count
    zeroWeights += prepared.zeroWeights
    for i in lost.indices { lost[i] += prepared.lost[i] }
    for (name, scan) in prepared.scans { scans[name, default: ColumnScan()].merge(scan) }
    for weight in prepared.weights ?? [] {
      sumOfWeights += weight
      sumOfSquaredWeights += weight * weight
    }
    if roles.weights?.kind == .precision { for weight in prepared.weights ?? [] { sumOfLogWeights += log(weight) } }
    try meetCategories(recipe, prepared, block)
    partial.merge(prepared.partial) { $0 + $1 }
    for (position, scores) in prepared.composites { answered[position] += ColumnScan(.double(scores)).answered }
    addRatings(recipe, prepared, block)
    if prepared.count == 0 {
      addRatingsToBlocks(prepared, block)
      return
    }

    countPairs(recipe, prepared, block)
    settleWhole(recipe)
    if !isExact, case .exact(let products) = sums {
      let isFirst = rowCount == prepared.count
      sums = isFirst && blocks != nil ? .inBlocks : .centered(CenteredProducts(products))
    }
    if case .inBlocks = sums {
      // Nothing beside the blocks.
    } else if case .exact(var products) = sums, let narrow = narrowColumns(recipe, prepared, block) {
      products.addNarrow(narrow, mask: prepared.mask, rowCount: block.rowCount)
      sums = .exact(products)
    } else {
      addDoubles(recipe, prepared, block)
    }
    addToBlocks(recipe, prepared, block)
    addRatingsToBlocks(prepared, block)
  }

  private mutating func begin(_ block: Dataset) throws -> FrameRecipe {
    if roles.missing == .em || roles.missing == .impute {
      throw DataFault.needsRows(
        analysis: "\(setting: .missing, roles.missing.rawValue)", suggestion: "Use \(setting: .missing, "listwise").")
    }
    let recipe = try FrameRecipe(roles, in: block)
    self.recipe = recipe
    lost = [Int](repeating: 0, count: recipe.lossNames.count)
    answered = [Int](repeating: 0, count: recipe.terms.count)
    isWhole = [Bool](repeating: true, count: recipe.terms.count)
    for (position, term) in recipe.terms.enumerated() {
      if case .category(let name) = term {
        if roles.missing == .pairwise {
          throw DataFault.request(
            problem: "Pairwise deletion with categories ('\(name)') needs the rows in memory",
            suggestion: "Use \(setting: .missing, "listwise"), or leave '\(name)' out.")
        }
      } else {
        columns.append(Column(term: position, code: nil))
      }
    }
    try ModelExtent.require(columns: columns.count, outcomes: roles.outcomes.count, rows: .max)
    sums =
      roles.missing == .pairwise
      ? .pairwise(PairwiseSums(width: columns.count)) : .exact(IntegerProducts(width: columns.count))
    if ratings {
      let terms = recipe.terms.map(\.name)
      for name in recipe.performance.names + recipe.stated.names {
        if terms.contains(name) { otherRatings[name] = RunningMean() } else { ratingSums[name] = RunningMean() }
      }
    }
    let isCounted = recipe.terms.allSatisfy { if case .number = $0 { true } else { false } }
    if countsPairs, isCounted, roles.missing == .listwise, roles.weights == nil || isFrequency {
      pairs = PairTables(names: recipe.terms.map(\.name))
    }
    if let dealing {
      let items = ratingSums.keys.sorted() + otherRatings.keys.sorted()
      blocks = BlockSums(
        products: BlockProducts(width: columns.count, blockCount: dealing.count, jobs: jobs),
        ratings: RatingBlocks(items: items.count, blockCount: dealing.count), items: items)
    }
    return recipe
  }

  private mutating func countPairs(_ recipe: FrameRecipe, _ prepared: PreparedRows, _ block: Dataset) {
    guard pairs != nil else { return }
    let isCounted = pairs!.add(rowCount: prepared.count, frequencies: prepared.weights, jobs: jobs) {
      column, codes, code in
      guard case .number(let source) = recipe.terms[column], let variable = block[source.name] else { return false }
      return variable.values.code(prepared.rows, count: prepared.count, into: codes) { code(source.rescaling($0)) }
    }
    if !isCounted { pairs = nil }
  }

  /// Opens a column for every category that occurs for the first time among the rows that count.
  private mutating func meetCategories(_ recipe: FrameRecipe, _ prepared: PreparedRows, _ block: Dataset) throws {
    for (position, term) in recipe.terms.enumerated() {
      guard case .category(let name) = term, case .text(let codes, let names)? = block[name]?.values else { continue }
      categories[position] = names
      answered[position] += ColumnScan(.text(codes: codes, categories: names)).answered
      let known = Set(columns.lazy.filter { $0.term == position }.map(\.code))
      let new = term.levels(in: block, rows: prepared.rows).codes.filter { !known.contains($0) }
      columns += new.map { Column(term: position, code: $0) }
    }
    // Each category is a column: too many are refused before they are summed.
    let counts = recipe.terms.indices.map { position in columns.count { $0.term == position } }
    if counts.contains(where: { $0 > CategoryLevels.limit }) {
      try recipe.requireCategories(categoryLevels(recipe), rows: rowCount + prepared.count)
    }
    switch sums {
    case .exact(var products):
      products.widen(to: columns.count)
      sums = .exact(products)
    case .centered(var products):
      products.widen(to: columns.count)
      sums = .centered(products)
    case .pairwise, .inBlocks: break
    }
    blocks?.products.widen(to: columns.count)
  }

  /// The categories met so far.
  func categoryLevels(_ recipe: FrameRecipe) -> [CategoryLevels] {
    recipe.terms.indices.map { position in
      CategoryLevels(
        codes: columns.filter { $0.term == position }.compactMap(\.code), categories: categories[position] ?? [])
    }
  }

  private mutating func settleWhole(_ recipe: FrameRecipe) {
    for (position, term) in recipe.terms.enumerated() {
      switch term {
      case .number(let source): isWhole[position] = scans[source.name]!.isWhole && source.rescaling.keepsWhole
      case .category: isWhole[position] = true
      case .composite: isWhole[position] = false
      case .product(let product): isWhole[position] = product.isWhole(scans)
      }
    }
  }

  private var isExact: Bool {
    isWhole.allSatisfy { $0 } && (roles.weights == nil || roles.weights?.kind == .frequency)
  }

  /// The block's columns as they are stored, when all are narrow whole numbers of equal weight.
  private func narrowColumns(_ recipe: FrameRecipe, _ prepared: PreparedRows, _ block: Dataset) -> [NarrowColumn]? {
    guard roles.weights == nil else { return nil }
    var result: [NarrowColumn] = []
    for column in columns {
      switch recipe.terms[column.term] {
      case .composite, .product: return nil
      case .category(let name):
        guard case .text(let codes, _)? = block[name]?.values, let code = column.code else { return nil }
        result.append(NarrowColumn(values: .text(codes: codes, categories: []), code: code))
      case .number(let source):
        guard let scan = prepared.scans[source.name], let values = block[source.name]?.values,
          let column = NarrowColumn(values, scan, source.rescaling)
        else { return nil }
        result.append(column)
      }
    }
    let magnitude = result.reduce(1) { max($0, $1.magnitude) }
    return IntegerProducts.chunkLength(magnitude: magnitude) == nil ? nil : result
  }

  /// Calls `body` with the columns of the rows that count, as doubles.
  private func withColumns(
    _ recipe: FrameRecipe, _ prepared: PreparedRows, _ block: Dataset, _ body: (UnsafeMutablePointer<Double>) -> Void
  ) {
    let count = prepared.count
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, columns.count * count)) { buffer in
      guard let start = buffer.baseAddress else { return }
      for (k, column) in columns.enumerated() {
        let term = recipe.terms[column.term]
        if let code = column.code {
          term.fillIndicator(start + k * count, of: code, prepared, block)
        } else {
          term.fillNumber(start + k * count, prepared, column.term, block)
        }
      }
      body(start)
    }
  }

  private mutating func addDoubles(_ recipe: FrameRecipe, _ prepared: PreparedRows, _ block: Dataset) {
    let count = prepared.count
    // Leaves one owner, so that the sums are changed in place.
    var sums = self.sums
    self.sums = .exact(IntegerProducts(width: 0))
    withColumns(recipe, prepared, block) { start in
      let pointers = columns.indices.map { UnsafePointer(start + $0 * count) }
      switch sums {
      case .exact(var products):
        let magnitude = ColumnScan(doubles: UnsafeBufferPointer(start: start, count: columns.count * count)).magnitude
        products.add(columns: pointers, rowCount: count, magnitude: magnitude, frequencies: prepared.weights)
        sums = .exact(products)
      case .centered(var products):
        products.merge(CenteredProducts(columns: pointers, rowCount: count, weights: prepared.weights))
        sums = .centered(products)
      case .pairwise(var pairs):
        sums = .exact(IntegerProducts(width: 0))
        pairs.add(columns: pointers, rowCount: count, weights: prepared.weights)
        sums = .pairwise(pairs)
      case .inBlocks: preconditionFailure("these sums are the blocks'")
      }
    }
    self.sums = sums
  }

  private mutating func addToBlocks(_ recipe: FrameRecipe, _ prepared: PreparedRows, _ block: Dataset) {
    guard let dealing, var sums = blocks else { return }
    blocks = nil
    let numbers = (0..<prepared.count).map { i in block.rowNumber(prepared.rows.map { Int($0[i]) } ?? i) }
    let entries = dealing.entries(numbers: numbers, weights: prepared.weights, kind: roles.weights?.kind)
    withColumns(recipe, prepared, block) { start in
      sums.products.add(
        columns: columns.indices.map { UnsafePointer(start + $0 * prepared.count) }, count: entries.blocks.count,
        weights: entries.weights, blocks: entries.blocks, source: entries.source)
    }
    blocks = sums
  }

  /// Items that are columns of the model have their rows there; here go the others', and all rows that were left out.
  private mutating func addRatingsToBlocks(_ prepared: PreparedRows, _ block: Dataset) {
    guard let dealing, var sums = blocks, !sums.items.isEmpty else { return }
    blocks = nil
    let used = ratingSums.isEmpty ? [] : prepared.rows ?? Array(0..<Int32(prepared.count))
    for (rows, weights, isUsed) in [
      (used, prepared.weights, true), (prepared.incomplete, prepared.incompleteWeights, false),
    ] where !rows.isEmpty {
      let items = sums.items.indices.filter { !isUsed || ratingSums[sums.items[$0]] != nil }
      let entries = dealing.entries(
        numbers: rows.map { block.rowNumber(Int($0)) }, weights: weights, kind: roles.weights?.kind)
      withUnsafeTemporaryAllocation(of: Double.self, capacity: rows.count) { buffer in
        for item in items {
          block[sums.items[item]]!.fill(buffer.baseAddress!, rows: rows, by: .identity)
          sums.ratings.add(item, buffer.baseAddress!, entries)
        }
      }
    }
    blocks = sums
  }

  private mutating func addRatings(_ recipe: FrameRecipe, _ prepared: PreparedRows, _ block: Dataset) {
    if !ratingSums.isEmpty, prepared.count > 0 {
      withUnsafeTemporaryAllocation(of: Double.self, capacity: prepared.count) { buffer in
        for name in ratingSums.keys {
          block[name]!.fill(buffer.baseAddress!, rows: prepared.rows, by: .identity)
          ratingSums[name]!.add(UnsafeBufferPointer(buffer), weights: prepared.weights, isFrequency: isFrequency)
        }
      }
    }
    guard !prepared.incomplete.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: prepared.incomplete.count) { buffer in
      for name in Array(ratingSums.keys) + Array(otherRatings.keys) {
        block[name]!.fill(buffer.baseAddress!, rows: prepared.incomplete, by: .identity)
        let values = UnsafeBufferPointer(buffer)
        if ratingSums[name] != nil {
          ratingSums[name]!.add(values, weights: prepared.incompleteWeights, isFrequency: isFrequency)
        } else {
          otherRatings[name]!.add(values, weights: prepared.incompleteWeights, isFrequency: isFrequency)
        }
      }
    }
  }

  private var isFrequency: Bool { roles.weights?.kind == .frequency }
}

extension CenteredProducts {
  /// The same rows' sums, no longer exact.
  init(_ products: IntegerProducts) {
    self.init(
      sumOfWeights: Double(products.count), sumOfSquaredWeights: Double(products.count),
      means: products.count > 0 ? products.means : [Double](repeating: 0, count: products.width),
      scatter: products.count > 0 ? products.scatter : SymmetricMatrix(order: products.width))
  }
}
