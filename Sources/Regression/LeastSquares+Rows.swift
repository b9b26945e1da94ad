import LinearAlgebra
import Measures
import Platform
import Survey

extension LeastSquares {
  /// Residuals below this share of the outcome's length are the rounding of the factorization, not data.
  private static let roundingOfRows = 1e-13

  /// Estimates from the rows of a frame: factored, then refined in twice the precision.
  init(_ frame: ModelFrame, outcome index: Int, hasIntercept: Bool = true) throws {
    precondition(frame.outcomes.indices.contains(index), "the frame has \(frame.outcomes.count) outcomes")
    precondition(frame.missing == .listwise, "incomplete rows are fitted from their moments")
    let blocks = frame.always + frame.players
    let predictors = blocks.flatMap { Array($0.columns) }
    let outcomeColumn = frame.outcomes[index].columns.lowerBound
    self.init(
      outcome: frame.columns[outcomeColumn].term, terms: predictors.map { frame.columns[$0].term }, blocks: blocks,
      blockOfTerm: blocks.enumerated().flatMap { block in block.element.columns.map { _ in block.offset } })
    self.hasIntercept = hasIntercept

    let (used, weights) = try usedRows(of: frame)
    n = weightsKind == .frequency ? weights!.reduce(0, +) : Double(used.count)
    guard !used.isEmpty else {
      throw DataFault.tooFewRows(rows: 0, needed: terms.count + 2, analysis: "a regression")
    }
    sumOfWeights = weights?.reduce(0, +) ?? n
    let roots = weights?.map { $0.squareRoot() }

    let centring: ColumnCentring = hasIntercept ? .mean(weights: weights, sum: sumOfWeights) : .none
    var matrix = TwofoldMatrix(rows: used.count, reservingColumns: predictors.count + 1)
    var design = Matrix(rows: used.count, columns: predictors.count)
    var prepared: [PreparedColumn] = []
    for (j, column) in (predictors + [outcomeColumn]).enumerated() {
      let one = try PreparedColumn(column, of: frame, rows: used, centring: centring)
      if j < predictors.count { one.write(into: &design, column: j, roots: roots) }
      matrix.append(one.values)
      prepared.append(one.withoutValues)
    }

    let factorization = HouseholderQR(design)
    design = Matrix(rows: 0, columns: 0)
    kept = factorization.kept
    for (position, term) in factorization.dropped.enumerated() {
      let weights = factorization.dependence(position)
      let largest = weights.reduce(0) { max($0, abs($1)) }
      dropped.append((term, weights.indices.filter { abs(weights[$0]) > 1e-8 * largest }.map { kept[$0] }))
    }
    exponents = kept.map { prepared[$0].exponent }
    outcomeExponent = prepared[predictors.count].exponent

    let refined = RefinedLeastSquares(
      matrix,
      .init(
        factorization: factorization, offsets: prepared.dropLast().map(\.offset), hasIntercept: hasIntercept,
        weights: weights, roots: roots, sumOfWeights: sumOfWeights))
    coefficients = refined.coefficients.map(\.high)
    settleProducts(
      TwofoldProducts(matrix, columns: kept + [predictors.count], weights: weights), factorization,
      shifts: (kept + [predictors.count]).map { prepared[$0].shift }, refined)
    rows = Rows(
      factorization: factorization,
      residuals: roots.map { zip($0, refined.residuals.high).map(*) } ?? refined.residuals.high, weights: weights,
      clusters: frame.clusters.map { clusters in used.map { clusters[Int($0)] } },
      subunits: frame.subunits.map { subunits in used.map { subunits[Int($0)] } },
      strata: frame.strata.map { strata in used.map { strata[Int($0)] } }, design: frame.design,
      numbers: used.map { frame.rowNumbers.isEmpty ? $0 + 1 : frame.rowNumbers[Int($0)] })
    try finish(roundingShare: LeastSquares.roundingOfRows * LeastSquares.roundingOfRows)
  }

  /// Sums of squares, means, intercept and (X'WX)⁻¹ from sums of products in twice the precision, the outcome's last;
  /// `shifts` is what was taken from each column.
  private mutating func settleProducts(
    _ products: TwofoldProducts, _ factorization: HouseholderQR, shifts: [Double], _ refined: RefinedLeastSquares
  ) {
    let order = kept.count
    let centred = hasIntercept ? products.centred : products.packed
    func entry(_ i: Int, _ j: Int) -> DoubleDouble { centred[SymmetricMatrix.position(i, j)] }
    let total = entry(order, order)
    // A residual that refinement left a hair above the total, as without any predictor, is the total.
    let squares = refined.residualSquares < total ? refined.residualSquares : total
    residual = squares.high
    explained = (total - squares).high
    scatter = SymmetricMatrix(order: order, rounding: Array(centred.prefix(order * (order + 1) / 2)))
    outcomeProducts = (0..<order).map { entry(order, $0).high }

    let own = TwofoldCholesky(Array(centred.prefix(order * (order + 1) / 2)), order: order)?.inverse
    let inverse = own ?? factorization.inverseGram.packed.map { DoubleDouble($0) }
    inverseGram = SymmetricMatrix(order: order, rounding: inverse)
    guard hasIntercept else {
      fullInverse = inverseGram
      return
    }
    let means = (0..<order).map { products.sums[$0] / products.sumOfWeights + shifts[$0] }
    self.means = means.map(\.high)
    intercept =
      zip(refined.coefficients, shifts).reduce(refined.intercept + shifts[order]) { $0 - $1.0 * $1.1 }.high
    // [1/Σw + m'Cm, −m'C; −Cm, C]
    var full = SymmetricMatrix(order: order + 1)
    var corner = DoubleDouble(1) / products.sumOfWeights
    for i in 0..<order {
      var cross = DoubleDouble.zero
      for j in 0..<order { cross -= means[j] * inverse[SymmetricMatrix.position(i, j)] }
      full[i + 1, 0] = cross.high
      corner -= means[i] * cross
      for j in 0...i { full[i + 1, j + 1] = inverseGram[i, j] }
    }
    full[0, 0] = corner.high
    fullInverse = full
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
    guard !used.isEmpty else { throw WeightFault.noWeight(variable: "weights") }
    let positive = used.map { weights[Int($0)] }
    // Frequencies are counts and stay as they are.
    if weightsKind == .frequency { return (used, positive) }
    logWeightSum = positive.reduce(0) { $0 + log($1) }
    // An even exponent, so that √w is scaled by a power of two as well.
    weightExponent = 2 * (Int(positive.max()!.exponent) / 2)
    return (used, positive.map { scalbn($0, Int32(-weightExponent)) })
  }
}
