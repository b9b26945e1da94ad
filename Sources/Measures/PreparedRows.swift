import Survey

/// One dataset, or one block of a stream, after the rules about rows: which rows count, with which weight, which
/// were lost to what, and the composites' scores.
struct PreparedRows {
  /// The rows that count (0-based); `nil` when all do.
  var rows: [Int32]?
  /// For every row read, 0 when it counts; `nil` when all do.
  var mask: [UInt8]?
  var count: Int
  /// One per row that counts.
  var weights: [Double]?
  /// By variable of numbers: bounds and counts over all rows read, before any is left out.
  var scans: [String: ColumnScan] = [:]
  /// Scores of the composites and products of the product terms, by term, for all rows read.
  var composites: [Int: [Double]] = [:]
  /// What the products lack to the exact ones, by term, where anything lacks.
  var remainders: [Int: [Double]] = [:]
  /// Rows lost to each of `FrameRecipe.lossNames`; a row may be lost to several.
  var lost: [Int]
  /// Rows that listwise deletion left out (0-based, ascending): what they answered still counts in means of ratings.
  var incomplete: [Int32] = []
  /// One per incomplete row.
  var incompleteWeights: [Double]?
  var zeroWeights = 0
  /// By composite, how many scores of the rows that count rest on part of the items.
  var partial: [Int: Int] = [:]

  /// Throws the faults of `Variable.scanned` and `weights(of:)`.
  init(_ recipe: FrameRecipe, _ dataset: Dataset) throws {
    for number in recipe.numbers {
      let variable = try dataset.variable(number.name)
      if let scan = scans[number.name] {
        try variable.check(scan, against: number.scale, in: dataset)
      } else {
        scans[number.name] = try variable.scanned(role: number.role, scale: number.scale, in: dataset)
      }
    }
    let all = try recipe.roles.weights.map { try checkedWeights($0, in: dataset) }
    var mask = [UInt8](repeating: 0, count: dataset.rowCount)
    if let all {
      for i in all.indices where all[i] == 0 {
        mask[i] = droppedForGood
        zeroWeights += 1
      }
    }
    for (position, term) in recipe.terms.enumerated() {
      if case .composite(let name, let items) = term {
        composites[position] = compositeScores(
          items, needed: recipe.needed(of: items.count, for: name), in: dataset)
      } else if case .product(let product) = term {
        let column = try PreparedRows.products(product, of: recipe, in: dataset)
        composites[position] = column.values
        remainders[position] = column.remainders
      }
    }

    let design = try recipe.roles.unitColumns.map { try dataset.variable($0) }
    for variable in design {
      if let bad = variable.unreadable {
        throw DataFault.notNumeric(variable: variable.name, row: bad.row, value: bad.value, count: bad.count)
      }
    }
    lost = [Int](repeating: 0, count: recipe.terms.count)
    switch recipe.roles.missing {
    case .listwise:
      for (position, term) in recipe.terms.enumerated() {
        let rows = PreparedRows.mark(term, composites[position], dataset, scans, &mask)
        // What costs a product is its factors; where these are terms as well they have been counted.
        if case .product(let product) = term,
          product.factors.allSatisfy({ factor in recipe.terms.contains { $0.name == factor.name } })
        {
          continue
        }
        lost[position] = rows
      }
    case .pairwise, .em, .impute:
      // Only a respondent without any answer is of no use.
      var unanswered = mask.map { _ in UInt8(1) }
      for (position, term) in recipe.terms.enumerated() {
        var missing = [UInt8](repeating: 0, count: dataset.rowCount)
        _ = PreparedRows.mark(term, composites[position], dataset, scans, &missing)
        for i in missing.indices { unanswered[i] &= missing[i] }
      }
      for i in mask.indices { mask[i] |= unanswered[i] }
    }
    var designMask = design.isEmpty ? [] : mask.map { $0 & droppedForGood }
    for variable in design {
      lost.append(variable.markMissing(&mask))
      _ = variable.markMissing(&designMask)
    }

    let dropped = mask.withUnsafeBufferPointer { $0.reduce(0) { $0 &+ ($1 == 0 ? 0 : 1) } }
    count = dataset.rowCount - dropped
    if dropped == 0 {
      rows = nil
      weights = all
    } else {
      var kept: [Int32] = []
      kept.reserveCapacity(count)
      for i in mask.indices where mask[i] == 0 { kept.append(Int32(truncatingIfNeeded: i)) }
      rows = kept
      self.mask = mask
      if recipe.roles.missing == .listwise {
        // Without a weight, a stratum or a cluster that is asked for a row stands for nobody.
        incomplete = mask.indices.filter { mask[$0] == 1 && (design.isEmpty || designMask[$0] == 0) }.map {
          Int32(truncatingIfNeeded: $0)
        }
        incompleteWeights = all.map { all in incomplete.map { all[Int($0)] } }
      }
      weights = all.map { all in kept.map { all[Int($0)] } }
    }
    for (position, term) in recipe.terms.enumerated() {
      guard case .composite(_, let items) = term else { continue }
      let incomplete = items.filter { scans[$0.name]!.answered < dataset.rowCount }
      if incomplete.isEmpty { continue }
      var misses = [UInt8](repeating: 0, count: dataset.rowCount)
      for item in incomplete { _ = dataset[item.name]!.markMissing(&misses) }
      let scores = composites[position]!
      partial[position] = misses.indices.count { misses[$0] != 0 && mask[$0] == 0 && !scores[$0].isNaN }
    }
  }

  private static func mark(
    _ term: FrameRecipe.Term, _ scores: [Double]?, _ dataset: Dataset, _ scans: [String: ColumnScan],
    _ mask: inout [UInt8]
  ) -> Int {
    switch term {
    case .number(let source):
      scans[source.name]!.answered == dataset.rowCount ? 0 : dataset[source.name]!.markMissing(&mask)
    case .category(let name): dataset[name]!.markMissing(&mask)
    case .composite, .product: Variable(name: term.name, values: .double(scores!)).markMissing(&mask)
    }
  }
}

/// The weights of all rows.
///
/// Throws `WeightFault.weightMissing`, `.weightNegative`, `.notFinite`, `.weightNotWhole` (frequencies) at the first such
/// row, and `.notNumeric`.
func checkedWeights(_ weighting: AnalysisRoles.Weighting, in dataset: Dataset) throws -> [Double] {
  let variable = try dataset.variable(weighting.variable)
  let name = weighting.variable
  if variable.isText { throw DataFault.textVariable(variable: name, role: "a weight") }
  if let bad = variable.unreadable {
    throw DataFault.notNumeric(variable: name, row: bad.row, value: bad.value, count: bad.count)
  }
  let weights = variable.doubles
  let scan = ColumnScan(variable.values)
  if scan.answered == weights.count && scan.low >= 0 && scan.high < 1e100
    && (weighting.kind != .frequency || scan.isWhole)
  {
    return weights
  }
  for (i, weight) in weights.enumerated() {
    let row = dataset.rowNumber(i)
    if weight.isNaN { throw WeightFault.weightMissing(variable: name, row: row) }
    if weight < 0 { throw WeightFault.weightNegative(variable: name, row: row, value: weight) }
    if weight > 1e100 { throw WeightFault.weightTooLarge(variable: name, row: row, value: weight) }
    if weighting.kind == .frequency {
      if weight != weight.rounded() { throw WeightFault.weightNotWhole(variable: name, row: row, value: weight) }
      // As many identical respondents as that cannot be meant, and their count could not be kept exactly.
      if weight >= 2_147_483_648 { throw WeightFault.weightTooLarge(variable: name, row: row, value: weight) }
    }
  }
  return weights
}

/// The mean of the answered items of each respondent, rescaled; NaN when fewer than `needed` are answered.
func compositeScores(_ items: [FrameRecipe.Source], needed: Int, in dataset: Dataset) -> [Double] {
  let count = dataset.rowCount
  var sums = [Double](repeating: 0, count: count)
  var answered = [Int32](repeating: 0, count: count)
  var buffer = [Double](repeating: 0, count: count)
  for item in items {
    buffer.withUnsafeMutableBufferPointer { b in
      guard let start = b.baseAddress else { return }
      dataset[item.name]!.fill(start, rows: nil, by: item.rescaling)
      for i in 0..<count {
        let isMissing = b[i] != b[i]
        sums[i] += isMissing ? 0 : b[i]
        answered[i] &+= isMissing ? 0 : 1
      }
    }
  }
  let least = Int32(needed)
  for i in 0..<count { sums[i] = answered[i] < least ? .nan : sums[i] / Double(answered[i]) }
  return sums
}
