/// One rule for every quantile of replicates.
package enum Quantile {
  /// The quantile at probability p of B sorted values: the order statistic number (B + 1)p, interpolated linearly between
  /// its neighbours, and never beyond the extremes (definition 6 of Hyndman & Fan 1996, doi:10.2307/2684934).
  ///
  /// With 999 replicates and p = 0.025 it is the 25th: under an exact bootstrap one more draw falls below it with
  /// probability p (Davison & Hinkley 1997, section 5.2.1), which definition 7, R's default, does not give.
  package static func ofSorted(_ sorted: [Double], _ p: Double) -> Double {
    let place = Place(p, of: sorted.count)
    return place.value(sorted[place.below], place.fraction == 0 ? 0 : sorted[place.below + 1])
  }

  /// The same of values in any order, none of them NaN: only those near the places asked for are sorted.
  ///
  /// - Returns: a quantile for each probability.
  package static func of(_ values: UnsafeBufferPointer<Double>, _ probabilities: [Double]) -> [Double] {
    let places = probabilities.map { Place($0, of: values.count) }
    var wanted: [Int] = []
    for place in places {
      wanted.append(place.below)
      if place.fraction != 0 { wanted.append(place.below + 1) }
    }
    var found = OrderStatistics.values(of: values, at: wanted)[...]
    return places.map { place in
      let below = found.removeFirst()
      return place.value(below, place.fraction == 0 ? 0 : found.removeFirst())
    }
  }

  package static func of(_ values: [Double], _ probabilities: [Double]) -> [Double] {
    values.withUnsafeBufferPointer { of($0, probabilities) }
  }

  /// Where a quantile stands among sorted values.
  private struct Place {
    /// The value below, and how far it is from there to the next one; 0 where that is not needed.
    let below: Int
    let fraction: Double

    init(_ p: Double, of count: Int) {
      precondition(count > 0, "no values, no quantile")
      precondition(p >= 0 && p <= 1, "a probability lies between 0 and 1")
      let position = Double(count + 1) * p
      if position <= 1 {
        (below, fraction) = (0, 0)
      } else if position >= Double(count) {
        (below, fraction) = (count - 1, 0)
      } else {
        let whole = Int(position)
        let rest = position - Double(whole)
        // A position that is whole but for rounding is that order statistic.
        (below, fraction) = rest < 1e-9 ? (whole - 1, 0) : rest > 1 - 1e-9 ? (whole, 0) : (whole - 1, rest)
      }
    }

    func value(_ low: Double, _ high: Double) -> Double { fraction == 0 ? low : low + fraction * (high - low) }
  }
}
