import LinearAlgebra
import Platform

/// Mean, standard deviation and lag-1 autocorrelation of one column of numbers, as exact as the numbers themselves.
///
/// With d = x − x̄: s = √(Σd²/(n − 1)) and r₁ = Σdᵢdᵢ₊₁/Σd², the latter as NIST defines it (one mean and one sum of
/// squares for all rows). Mean, deviations, squares and sums are kept in twice the precision, so that what is lost is
/// only what the data lost when they were written as doubles: of 1000000.1 and 1000000.3 a textbook sum of squares
/// keeps three digits of s, two passes in doubles nine at best, and so many have the data.
public struct UnivariateStatistics: Sendable, Equatable {
  /// Numbers.
  public let n: Int
  /// Σx/n.
  public let mean: Double
  /// `nil` below two values.
  public let standardDeviation: Double?
  /// `nil` without spread.
  public let autocorrelation: Double?

  /// - Precondition: at least one value, all of them finite.
  public init(_ values: [Double]) {
    let largest = values.reduce(0) { max($0, abs($1)) }
    precondition(!values.isEmpty && largest.isFinite && !values.contains(where: \.isNaN), "finite values")
    // To size about one, so that no square over- or underflows; a power of two costs no digit.
    let exponent = largest > 0 ? Int32(largest.exponent) : 0
    let scaled = values.map { scalbn($0, -exponent) }
    let center = DoubleDouble.sum(of: scaled) / Double(values.count)
    let deviations = scaled.map { -center + $0 }
    let columns = TwofoldColumn(high: deviations.map(\.high), low: deviations.map(\.low))
    let count = values.count
    let (square, lagged) = columns.withPointers { all -> (DoubleDouble, DoubleDouble) in
      let next = Twofold(high: all.high.map { $0 + 1 }, low: all.low.map { $0 + 1 })
      return (
        TwofoldKernels.dotProduct(all, all, count: count), TwofoldKernels.dotProduct(all, next, count: count - 1)
      )
    }
    n = count
    mean = scalbn(center.high, exponent)
    standardDeviation =
      count > 1 ? scalbn((square / Double(count - 1)).squareRoot().high, exponent) : nil
    autocorrelation = square.high > 0 ? (lagged / square).high : nil
  }
}
