import LinearAlgebra
import Measures
import Platform
import Survey

/// What is taken from the columns of a regression before they are factored.
enum ColumnCentring {
  /// Nothing: there is no intercept.
  case none
  /// About their mean under these weights (1 when `nil`) of the given sum.
  case mean(weights: [Double]?, sum: Double)
}

/// A column brought to size about one by a power of two and shifted to about its mean, no digit of it lost.
///
/// The shift is a double, so that a value less the shift is exactly a pair of doubles; of a column of whole numbers it is
/// whole, and the difference has no low part. What the frame carries beyond the doubles of a column (the remainders of
/// products) goes into the low part.
struct PreparedColumn {
  let exponent: Int
  /// In scaled units.
  let shift: Double
  /// About the mean of `values`, which the shift has left: what the factorization takes out as well.
  let offset: Double
  /// Scaled and shifted.
  private(set) var values: TwofoldColumn

  /// Throws `DataFault.notFinite` or `.constant` naming the column.
  init(_ column: Int, of frame: ModelFrame, rows: [Int32], centring: ColumnCentring) throws {
    let term = frame.columns[column].term
    let start = column * frame.rowCount
    var low = Double.infinity
    var high = -Double.infinity
    for row in rows {
      let value = frame.values[start + Int(row)]
      guard value.isFinite else {
        let number = frame.rowNumbers.isEmpty ? Int(row) + 1 : Int(frame.rowNumbers[Int(row)])
        throw DataFault.notFinite(variable: term, row: number, value: value)
      }
      low = min(low, value)
      high = max(high, value)
    }
    if case .mean = centring, !(low < high) { throw DataFault.constant(variable: term, value: low) }
    let size = max(abs(low), abs(high))
    exponent = size > 0 ? Int(size.exponent) : 0
    let scale = Int32(-exponent)
    var scaled = rows.map { scalbn(frame.values[start + Int($0)], scale) }
    var rests = frame.remainders[column].map { rests in rows.map { scalbn(rests[Int($0)], scale) } }
    guard case .mean(let weights, let sum) = centring else {
      shift = 0
      offset = 0
      values = TwofoldColumn(high: scaled, low: rests)
      return
    }
    // Twice: the mean of the differences is what the first mean lost to rounding.
    var center = average(scaled, from: scaled[0], weights, sum)
    center = average(scaled, from: center, weights, sum)
    // Of whole numbers the nearest whole one, in their own units.
    if frame.columns[column].isWhole { center = scalbn(scalbn(center, -scale).rounded(), scale) }
    shift = center
    var lows = rests ?? []
    var isExact = rests == nil
    for i in scaled.indices {
      let difference = DoubleDouble.sum(scaled[i], -center)
      scaled[i] = difference.high
      if isExact, difference.low != 0 {
        isExact = false
        lows = [Double](repeating: 0, count: scaled.count)
      }
      if !isExact { lows[i] += difference.low }
    }
    rests = isExact ? nil : lows
    offset = average(scaled, from: 0, weights, sum)
    values = TwofoldColumn(high: scaled, low: rests)
  }

  /// Without its numbers, which are in a matrix by then.
  var withoutValues: PreparedColumn {
    var copy = self
    copy.values = TwofoldColumn(high: [])
    return copy
  }

  /// Writes √w·(value − offset) into a column of the matrix that is factored.
  func write(into matrix: inout Matrix, column: Int, roots: [Double]?) {
    let start = column * matrix.rows
    if let roots {
      for i in values.high.indices { matrix.storage[start + i] = (values.high[i] - offset) * roots[i] }
    } else {
      for i in values.high.indices { matrix.storage[start + i] = values.high[i] - offset }
    }
  }
}

/// center + Σw(x − center)/Σw.
private func average(_ values: [Double], from center: Double, _ weights: [Double]?, _ sum: Double) -> Double {
  var total = 0.0
  if let weights {
    for i in values.indices { total += weights[i] * (values[i] - center) }
  } else {
    for value in values { total += value - center }
  }
  return center + total / sum
}
