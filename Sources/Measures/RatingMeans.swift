import Survey

/// Means of ratings on 0–100 of their scale: what respondents think of each item, and by player.
public struct RatingMeans: Sendable, Equatable {
  public var names: [String]
  /// The (weighted) mean over the respondents who answered; `nil` without a scale or without an answer.
  public var means: [Double?]
  /// For player k, the positions of its items in `names`.
  public var columnsOfPlayer: [[Int]]

  public init(names: [String], means: [Double?], columnsOfPlayer: [[Int]]) {
    self.names = names
    self.means = means
    self.columnsOfPlayer = columnsOfPlayer
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
  public func means(rowCount: Int, weights: [Double]? = nil) -> RatingMeans {
    precondition(weights == nil || weights!.count == rowCount, "one weight per row")
    let means = values.withUnsafeBufferPointer { values in
      names.indices.map { k -> Double? in
        var mean = RunningMean()
        mean.add(UnsafeBufferPointer(rebasing: values[k * rowCount..<(k + 1) * rowCount]), weights: weights)
        return mean.value
      }
    }
    return RatingMeans(names: names, means: means, columnsOfPlayer: columnsOfPlayer)
  }
}

extension ModelFrame {
  /// Means of `performance` under the frame's weights.
  public var performanceMeans: RatingMeans { performance.means(rowCount: rowCount, weights: weights) }
  /// Means of `stated` under the frame's weights.
  public var statedMeans: RatingMeans { stated.means(rowCount: rowCount, weights: weights) }
}

/// A weighted mean over rows that may be missing, block by block.
struct RunningMean: Sendable {
  private(set) var weight = 0.0
  private var mean = 0.0

  var value: Double? { weight > 0 ? mean : nil }

  mutating func add(_ values: UnsafeBufferPointer<Double>, weights: [Double]?) {
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
    weight += total
    mean += (center + sum / total - mean) * (total / weight)
  }
}
