import Glibc
import LinearAlgebra
import Measures
import Survey

extension LeastSquares {
  /// Residuals below this share of the outcome's length are the rounding of the factorization, not data.
  private static let roundingOfRows = 1e-13

  /// Estimates from the rows of a frame.
  init(_ frame: ModelFrame, outcome index: Int) throws {
    precondition(frame.outcomes.indices.contains(index), "the frame has \(frame.outcomes.count) outcomes")
    precondition(frame.missing == .listwise, "pairwise data are fitted from their moments")
    let blocks = frame.always + frame.players
    let predictors = blocks.flatMap { Array($0.columns) }
    let outcomeColumn = frame.outcomes[index].columns.lowerBound
    self.init(
      outcome: frame.columns[outcomeColumn].term, terms: predictors.map { frame.columns[$0].term }, blocks: blocks,
      blockOfTerm: blocks.enumerated().flatMap { block in block.element.columns.map { _ in block.offset } })

    let (used, weights) = try usedRows(of: frame)
    n = weightsKind == .frequency ? weights!.reduce(0, +) : Double(used.count)
    guard !used.isEmpty else {
      throw DataFault.tooFewRows(rows: 0, needed: terms.count + 2, analysis: "a regression")
    }
    sumOfWeights = weights?.reduce(0, +) ?? n
    let roots = weights?.map { $0.squareRoot() }

    var design = Matrix(rows: used.count, columns: predictors.count)
    var columnMeans: [Double] = []
    var columnExponents: [Int] = []
    for (j, column) in predictors.enumerated() {
      let prepared = try PreparedColumn(column, of: frame, rows: used, weights: weights, sum: sumOfWeights)
      columnMeans.append(prepared.mean)
      columnExponents.append(prepared.exponent)
      prepared.write(into: &design, column: j, roots: roots)
    }
    let prepared = try PreparedColumn(outcomeColumn, of: frame, rows: used, weights: weights, sum: sumOfWeights)
    outcomeExponent = prepared.exponent
    var y = Matrix(rows: used.count, columns: 1)
    prepared.write(into: &y, column: 0, roots: roots)

    let factorization = HouseholderQR(design)
    design = Matrix(rows: 0, columns: 0)
    kept = factorization.kept
    for (position, term) in factorization.dropped.enumerated() {
      let weights = factorization.dependence(position)
      let largest = weights.reduce(0) { max($0, abs($1)) }
      dropped.append((term, weights.indices.filter { abs(weights[$0]) > 1e-8 * largest }.map { kept[$0] }))
    }
    exponents = kept.map { columnExponents[$0] }
    means = kept.map { columnMeans[$0] }

    var z = factorization.transposedProduct(y.storage)
    coefficients = factorization.backSubstitute(z)
    inverseGram = factorization.inverseGram
    intercept = zip(coefficients, means!).reduce(prepared.mean) { $0 - $1.0 * $1.1 }
    explained = z.prefix(kept.count).reduce(0) { $0 + $1 * $1 }
    residual = z.dropFirst(kept.count).reduce(0) { $0 + $1 * $1 }
    let triangle = factorization.triangle
    scatter = SymmetricMatrix(order: kept.count)
    for i in 0..<kept.count {
      outcomeProducts.append((0...i).reduce(0) { $0 + triangle[$1, i] * z[$1] })
      for j in 0...i { scatter[i, j] = (0...j).reduce(0) { $0 + triangle[$1, i] * triangle[$1, j] } }
    }
    for i in 0..<kept.count { z[i] = 0 }
    rows = Rows(
      factorization: factorization, residuals: factorization.product(z), weights: weights,
      clusters: frame.clusters.map { clusters in used.map { clusters[Int($0)] } },
      strata: frame.strata.map { strata in used.map { strata[Int($0)] } }, strataNames: frame.strataNames,
      sampledClusters: frame.sampledClusters,
      numbers: used.map { frame.rowNumbers.isEmpty ? $0 + 1 : frame.rowNumbers[Int($0)] })
    try finish(roundingShare: LeastSquares.roundingOfRows * LeastSquares.roundingOfRows)
  }

  /// The rows of positive weight, and their weights in scaled units (`nil` when there are none).
  private mutating func usedRows(of frame: ModelFrame) throws -> (rows: [Int32], weights: [Double]?) {
    let all = (0..<Int32(frame.rowCount))
    guard let weights = frame.weights else { return (Array(all), nil) }
    precondition(weights.count == frame.rowCount, "a weight for every row")
    precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "weights are zero or positive")
    weightsKind = frame.weightsKind
    precondition(weightsKind != nil, "weights need a kind")
    let used = all.filter { weights[Int($0)] > 0 }
    guard !used.isEmpty else { throw DataFault.noWeight(variable: "weights") }
    let positive = used.map { weights[Int($0)] }
    // Frequencies are counts and stay as they are.
    if weightsKind == .frequency { return (used, positive) }
    logWeightSum = positive.reduce(0) { $0 + log($1) }
    // An even exponent, so that √w is scaled by a power of two as well.
    weightExponent = 2 * (Int(positive.max()!.exponent) / 2)
    return (used, positive.map { scalbn($0, Int32(-weightExponent)) })
  }
}

/// A column brought to size about one by a power of two and centred at its weighted mean.
private struct PreparedColumn {
  let exponent: Int
  let mean: Double
  /// Scaled and centred.
  let values: [Double]

  /// Throws `DataFault.notFinite` or `.constant` naming the column.
  init(_ column: Int, of frame: ModelFrame, rows: [Int32], weights: [Double]?, sum: Double) throws {
    let term = frame.columns[column].term
    let start = column * frame.rowCount
    var low = Double.infinity
    var high = -Double.infinity
    for row in rows {
      let value = frame.values[start + Int(row)]
      guard value.isFinite else {
        let number = frame.rowNumbers.isEmpty ? Int(row) + 1 : Int(frame.rowNumbers[Int(row)])
        throw DataFault.notFinite(variable: term, row: number)
      }
      low = min(low, value)
      high = max(high, value)
    }
    guard low < high else { throw DataFault.constant(variable: term, value: low) }
    let exponent = Int(max(abs(low), abs(high)).exponent)
    var scaled = rows.map { scalbn(frame.values[start + Int($0)], Int32(-exponent)) }
    func average() -> Double {
      var total = 0.0
      if let weights {
        for i in scaled.indices { total += weights[i] * scaled[i] }
      } else {
        for value in scaled { total += value }
      }
      return total / sum
    }
    // Twice: the mean of the differences is what the first mean lost to rounding.
    let first = average()
    for i in scaled.indices { scaled[i] -= first }
    let second = average()
    for i in scaled.indices { scaled[i] -= second }
    self.exponent = exponent
    mean = first + second
    values = scaled
  }

  func write(into matrix: inout Matrix, column: Int, roots: [Double]?) {
    let start = column * matrix.rows
    if let roots {
      for i in values.indices { matrix.storage[start + i] = values[i] * roots[i] }
    } else {
      for i in values.indices { matrix.storage[start + i] = values[i] }
    }
  }
}
