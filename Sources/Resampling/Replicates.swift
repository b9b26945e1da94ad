/// The numbers of all replicates: `count` rows of `width` values, and why a replicate has none.
package struct Replicates: Sendable {
  package let count: Int
  package let width: Int
  /// Replicate-major: value j of replicate i at i·width + j. A failed replicate holds NaN.
  package private(set) var values: [Double]
  /// For each replicate the index of its reason in `reasons`, or −1 when it succeeded.
  package private(set) var failure: [Int32]
  /// The reasons for failure, in the order of the first replicate that failed with them.
  package private(set) var reasons: [ReplicateFailure]

  /// - Parameters:
  ///   - values: `count` × `width` numbers, replicate-major.
  ///   - reasons: one per replicate; `nil` for success.
  package init(count: Int, width: Int, values: [Double], reasons given: [ReplicateFailure?]) {
    precondition(values.count == count * width, "replicates hold count × width numbers")
    precondition(given.count == count, "one reason, or none, per replicate")
    self.count = count
    self.width = width
    self.values = values
    reasons = []
    failure = [Int32](repeating: -1, count: count)
    for (i, reason) in given.enumerated() {
      guard let reason else { continue }
      if let known = reasons.firstIndex(of: reason) {
        failure[i] = Int32(known)
      } else {
        failure[i] = Int32(reasons.count)
        reasons.append(reason)
      }
      for j in 0..<width { self.values[i * width + j] = .nan }
    }
  }

  private init(failuresOf other: Replicates, width: Int) {
    count = other.count
    self.width = width
    values = [Double](repeating: .nan, count: other.count * width)
    failure = other.failure
    reasons = other.reasons
  }

  package var successCount: Int { failure.count(where: { $0 < 0 }) }
  package var failureCount: Int { count - successCount }
  /// Whether so many failed that no interval is given of anything (`Interval.largestUndefinedShare`).
  package var failsTooOften: Bool { Double(failureCount) > Interval.largestUndefinedShare * Double(count) }

  /// Value j of the replicates that succeeded, in order. NaN stays: it says that this value alone was undefined.
  package func column(_ j: Int) -> [Double] {
    precondition(j >= 0 && j < width, "no such column of the replicates")
    var result: [Double] = []
    result.reserveCapacity(count)
    for i in 0..<count where failure[i] < 0 { result.append(values[i * width + j]) }
    return result
  }

  /// Some columns of the replicates that succeeded: one row per replicate, in order.
  package func rows(_ columns: Range<Int>) -> [[Double]] {
    precondition(columns.lowerBound >= 0 && columns.upperBound <= width, "no such columns of the replicates")
    return (0..<count).filter { failure[$0] < 0 }.map { i in
      Array(values[i * width + columns.lowerBound..<i * width + columns.upperBound])
    }
  }

  /// The same, column by column.
  package func columns(_ columns: Range<Int>) -> ReplicateColumns {
    precondition(columns.lowerBound >= 0 && columns.upperBound <= width, "no such columns of the replicates")
    let succeeded = (0..<count).filter { failure[$0] < 0 }
    return values.withUnsafeBufferPointer { values in
      ReplicateColumns(count: succeeded.count, width: columns.count) {
        values[succeeded[$0] * width + columns.lowerBound + $1]
      }
    }
  }

  /// How many replicates failed, by reason.
  package var failuresByReason: [(reason: ReplicateFailure, count: Int)] {
    var counts = [Int](repeating: 0, count: reasons.count)
    for f in failure where f >= 0 { counts[Int(f)] += 1 }
    return zip(reasons, counts).map { (reason: $0.0, count: $0.1) }
  }

  /// New values from each successful replicate: `body` reads the replicate's `width` values and writes `newWidth` others.
  /// Shares, differences and quadrants are derived this way, once, after the loop.
  package func map(
    width newWidth: Int, _ body: (UnsafeBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Replicates {
    var result = Replicates(failuresOf: self, width: newWidth)
    values.withUnsafeBufferPointer { source in
      result.values.withUnsafeMutableBufferPointer { target in
        for i in 0..<count where failure[i] < 0 {
          body(
            UnsafeBufferPointer(rebasing: source[i * width..<(i + 1) * width]),
            UnsafeMutableBufferPointer(rebasing: target[i * newWidth..<(i + 1) * newWidth]))
        }
      }
    }
    return result
  }
}
