import Survey

/// Means of ratings on 0–100 of their scale: what respondents think of each item, and by player.
public struct RatingMeans: Sendable, Equatable {
  /// The items.
  public var names: [String]
  /// The (weighted) mean over the respondents who answered; `nil` without a scale or without an answer.
  public var means: [Double?]
  /// For player k, the positions of its items in `names`.
  public var columnsOfPlayer: [[Int]]
  /// Respondents who answered each item, with frequency weights their sum; empty when it is not known.
  public var counts: [Double]

  public init(names: [String], means: [Double?], columnsOfPlayer: [[Int]], counts: [Double] = []) {
    self.names = names
    self.means = means
    self.columnsOfPlayer = columnsOfPlayer
    self.counts = counts
  }

  /// The fewest respondents who answered one of the player's items; `nil` when it has none, or it is not known.
  public func count(ofPlayer k: Int) -> Double? {
    guard !counts.isEmpty, columnsOfPlayer.indices.contains(k) else { return nil }
    return columnsOfPlayer[k].map { counts[$0] }.min()
  }

  /// The mean of the player's item means; `nil` when it has no items with a scale.
  public func mean(ofPlayer k: Int) -> Double? {
    let own = columnsOfPlayer[k].map { means[$0] }
    guard !own.isEmpty, own.allSatisfy({ $0 != nil }) else { return nil }
    return own.reduce(0) { $0 + $1! } / Double(own.count)
  }
}

extension ModelFrame.Ratings {
  /// Means over the answered rows: Σw·x/Σw, both sums over the rows that answer the item.
  ///
  /// - Parameter isFrequency: weights count respondents.
  public func means(rowCount: Int, weights: [Double]? = nil, isFrequency: Bool = false) -> RatingMeans {
    precondition(weights == nil || weights!.count == rowCount, "one weight per row")
    let counts = names.indices.map { k in
      (0..<rowCount).reduce(0.0) { sum, i in
        values[k * rowCount + i].isNaN ? sum : sum + (isFrequency ? weights?[i] ?? 1 : 1)
      }
    }
    let means = values.withUnsafeBufferPointer { values in
      names.indices.map { k -> Double? in
        var mean = RunningMean()
        mean.add(UnsafeBufferPointer(rebasing: values[k * rowCount..<(k + 1) * rowCount]), weights: weights)
        return mean.value
      }
    }
    return RatingMeans(names: names, means: means, columnsOfPlayer: columnsOfPlayer, counts: counts)
  }
}

extension ModelFrame {
  /// Means of `performance` under the frame's weights.
  public var performanceMeans: RatingMeans { means(of: performance) }
  /// Means of `stated` under the frame's weights.
  public var statedMeans: RatingMeans { means(of: stated) }

  private func means(of ratings: Ratings) -> RatingMeans {
    ratings.means(rowCount: ratingRowCount, weights: ratingWeights, isFrequency: weightsKind == .frequency)
  }
}

/// A weighted mean over rows that may be missing, block by block.
struct RunningMean: Sendable {
  private(set) var weight = 0.0
  /// Respondents, with frequency weights their sum.
  private(set) var count = 0.0
  private var mean = 0.0

  var value: Double? { weight > 0 ? mean : nil }

  /// Rows whose weight and mean are known already.
  mutating func add(mean other: Double, weight more: Double, count: Double) {
    guard more > 0 else { return }
    self.count += count
    weight += more
    mean += (other - mean) * (more / weight)
  }

  mutating func add(_ values: UnsafeBufferPointer<Double>, weights: [Double]?, isFrequency: Bool = false) {
    guard let center = values.first(where: { !$0.isNaN }) else { return }
    var sum = 0.0
    var total = 0.0
    if let weights {
      weights.withUnsafeBufferPointer { w in
        for i in 0..<values.count {
          let isMissing = values[i] != values[i]
          sum += isMissing ? 0 : (values[i] - center) * w[i]
          total += isMissing ? 0 : w[i]
        }
      }
    } else {
      for x in values {
        sum += x != x ? 0 : x - center
        total += x != x ? 0 : 1
      }
    }
    guard total > 0 else { return }
    count += weights == nil || isFrequency ? total : values.reduce(0) { $1.isNaN ? $0 : $0 + 1 }
    weight += total
    mean += (center + sum / total - mean) * (total / weight)
  }
}
