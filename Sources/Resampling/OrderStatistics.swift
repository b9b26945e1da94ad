/// Some of the values in order of size, without sorting all of them.
///
/// Values are dealt into cells of one width between the smallest and the largest, and only the cells of those asked for are
/// sorted: a few per cent of the work of sorting replicates for the two ends of an interval.
enum OrderStatistics {
  /// Fewer are sorted as they are.
  private static let fewest = 64

  /// - Parameters:
  ///   - values: none is NaN.
  ///   - places: of the sorted values, from 0; in any order.
  /// - Returns: a value for each place.
  static func values(of values: UnsafeBufferPointer<Double>, at places: [Int]) -> [Double] {
    let count = values.count
    guard count >= fewest, let base = values.baseAddress else { return sorted(values, places) }
    let (low, high) = range(base, count)
    let cells = max(64, min(4096, count / 4))
    let scale = Double(cells) / (high - low)
    // Values that are all the same, or too far apart for their range to be a number.
    guard scale.isFinite, scale > 0, (high - low).isFinite else { return sorted(values, places) }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: count + cells) { buffer in
      let cellOf = buffer.baseAddress!
      let ends = cellOf + count
      ends.update(repeating: 0, count: cells)
      let last = Double(cells - 1)
      for i in 0..<count {
        let position = (base[i] - low) * scale
        let cell = Int32(position < last ? position : last)
        cellOf[i] = cell
        ends[Int(cell)] += 1
      }
      for cell in 1..<cells { ends[cell] += ends[cell - 1] }
      var result: [Double] = []
      var members: [Double] = []
      var open: Int32 = -1
      for place in places {
        let cell = Int32(firstCell(ends, cells, reaching: place))
        if cell != open {
          members.removeAll(keepingCapacity: true)
          for i in 0..<count where cellOf[i] == cell { members.append(base[i]) }
          members.sort()
          open = cell
        }
        result.append(members[place - (cell == 0 ? 0 : Int(ends[Int(cell) - 1]))])
      }
      return result
    }
  }

  private static func sorted(_ values: UnsafeBufferPointer<Double>, _ places: [Int]) -> [Double] {
    let sorted = values.sorted()
    return places.map { sorted[$0] }
  }

  /// The first cell up to whose end more than `place` values lie.
  private static func firstCell(_ ends: UnsafePointer<Int32>, _ cells: Int, reaching place: Int) -> Int {
    var (low, high) = (0, cells - 1)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) > place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func range(_ values: UnsafePointer<Double>, _ count: Int) -> (low: Double, high: Double) {
    var lows = SIMD4<Double>(repeating: values[0])
    var highs = lows
    let raw = UnsafeRawPointer(values)
    let whole = count & ~3
    for i in stride(from: 0, to: whole, by: 4) {
      let four = raw.loadUnaligned(fromByteOffset: 8 * i, as: SIMD4<Double>.self)
      lows.replace(with: four, where: four .< lows)
      highs.replace(with: four, where: four .> highs)
    }
    var (low, high) = (lows.min(), highs.max())
    for i in whole..<count {
      low = min(low, values[i])
      high = max(high, values[i])
    }
    return (low, high)
  }
}
