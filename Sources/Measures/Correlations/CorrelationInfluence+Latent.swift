import LinearAlgebra

/// Of ratings and the measured variables beside them: the score in ρ less what the first step's estimates, thresholds, means and
/// variances, take of it, by cross products of scores (Muthén 1984, doi:10.1007/BF02294210).
extension CorrelationInfluence {
  func polychoric(_ i: Int, _ j: Int, _ correlation: Double) -> [Double]? {
    let (x, y) = (engine.columns[i], engine.columns[j])
    var table = [Double](repeating: 0, count: x.count * y.count)
    weights.withUnsafeBufferPointer { w in
      table.withUnsafeMutableBufferPointer { x.table(with: y, w.baseAddress!, into: $0.baseAddress!) }
    }
    guard
      let influence = PolychoricInfluence(
        table: table, rowMargin: margins[i], columnMargin: margins[j], rowThresholds: thresholds[i],
        columnThresholds: thresholds[j], correlation: correlation)
    else { return nil }
    return (0..<engine.rowCount).map { weights[$0] * influence.part(x.places[$0], y.places[$0]) }
  }

  func threshold(_ column: Int, _ answer: Int) -> Double { thresholds[column][answer] }

  /// What the rows do to each threshold of a rating.
  func thresholdParts(_ column: Int) -> [[Double]] {
    let places = engine.columns[column].places
    return PolychoricInfluence.thresholdInfluences(margins[column], thresholds[column]).map { influence in
      places.indices.map { places[$0] >= 0 ? weights[$0] * influence[Int(places[$0])] : 0 }
    }
  }

  func polyserial(_ measured: Int, _ rating: Int, _ r: Double) -> [Double]? {
    guard r.magnitude < 1, let step = steps[measured] else { return nil }
    let y = engine.columns[rating]
    let count = engine.rowCount
    let z = step.z
    let (limits, margin) = (thresholds[rating], margins[rating])
    var scores = [Double](repeating: 0, count: count)
    var (information, mean, spread) = (0.0, 0.0, 0.0)
    var cross = [Double](repeating: 0, count: y.count)
    limits.withUnsafeBufferPointer { limits in
      for i in 0..<count where y.places[i] >= 0 && !z[i].isNaN {
        let place = Int(y.places[i])
        let row = PolyserialPair.row(z[i], place, limits.baseAddress!, r)
        let w = weights[i]
        let s = row.score
        let difference = row.upper - row.lower
        scores[i] = s
        information += w * s * s
        mean += w * s * (z[i] + r * difference)
        spread += w * s * 0.5 * (z[i] * z[i] - 1 + r * z[i] * difference)
        cross[place] += w * s * row.upper
        if place > 0 { cross[place - 1] -= w * s * row.lower }
      }
    }
    guard information > 0 else { return nil }
    let moved = PolychoricInfluence.thresholdInfluences(margin, limits)
    let byAnswer = margin.indices.map { a in zip(cross, moved).reduce(0) { $0 + $1.0 * $1.1[a] } }
    return (0..<count).map { i in
      let part =
        scores[i] - (y.places[i] >= 0 ? byAnswer[Int(y.places[i])] : 0) - mean * step.meanParts[i]
        - spread * step.varianceParts[i]
      return weights[i] * part / information
    }
  }

  /// Of two measured variables: the score of a normal pair in ρ less what both means and variances take of it, all by cross products.
  func byScores(_ x: MeasuredStep, _ y: MeasuredStep, _ r: Double) -> [Double]? {
    let left = (1 - r) * (1 + r)
    guard left > 0 else { return nil }
    let count = engine.rowCount
    var scores = [Double](repeating: 0, count: count)
    var information = 0.0
    var (means, spreads) = ((x: 0.0, y: 0.0), (x: 0.0, y: 0.0))
    for i in 0..<count where !x.z[i].isNaN && !y.z[i].isNaN {
      let (a, b) = (x.z[i], y.z[i])
      let s = (r * left + a * b * (1 + r * r) - r * (a * a + b * b)) / (left * left)
      scores[i] = s
      let own = weights[i] * s
      information += own * s
      means.x += own * (a - r * b) / left
      means.y += own * (b - r * a) / left
      spreads.x += own * (a * a - r * a * b - left) / (2 * left)
      spreads.y += own * (b * b - r * a * b - left) / (2 * left)
    }
    guard information > 0 else { return nil }
    return (0..<count).map { i in
      let moved =
        means.x * x.meanParts[i] + means.y * y.meanParts[i] + spreads.x * x.varianceParts[i]
        + spreads.y * y.varianceParts[i]
      return weights[i] * (scores[i] - moved) / information
    }
  }

  // MARK: Variables one by one

  /// How many there are, without covariates.
  var count: Int { engine.order }

  func isRating(_ column: Int) -> Bool { engine.columns[column].isOrdinal }

  /// `nil` of ratings, and where there is no step.
  func measured(_ column: Int) -> MeasuredStep? { steps[column] }

  /// Parts of rows of weight 1 with the rows' weights, and times a factor.
  func weighing(_ parts: [Double], by factor: Double) -> [Double] { zip(parts, weights).map { factor * $0 * $1 } }
}
