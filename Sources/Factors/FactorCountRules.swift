import LinearAlgebra
import Platform

/// The rules for the number of factors that need nothing but the correlations and n.
enum FactorCountRules {
  /// Velicer's (1976, doi:10.1007/BF02293557) minimum average partial: the number m of components, 0 … p − 1, whose removal
  /// leaves the smallest mean of the squared partial correlations (`power` 2), or of their fourth powers (`power` 4;
  /// Velicer, Eaton & Fava 2000).
  ///
  /// - Returns: the number and the smallest mean.
  static func minimumAveragePartial(_ correlation: SymmetricMatrix, power: Int) -> (factors: Int, least: Double) {
    let p = correlation.order
    let eigen = SymmetricEigen(correlation)
    var left = correlation
    var best = (factors: 0, least: Double.infinity)
    for m in 0..<p {
      if m > 0 {
        for i in 0..<p {
          for j in 0...i { left[i, j] -= eigen.values[m - 1] * eigen.vectors[i, m - 1] * eigen.vectors[j, m - 1] }
        }
      }
      // When nothing is left of an item its partial correlations are not defined, nor is anything beyond.
      guard (0..<p).allSatisfy({ left[$0, $0] > 1e-10 }) else { break }
      var sum = 0.0
      for i in 0..<p {
        for j in 0..<i {
          let square = left[i, j] * left[i, j] / (left[i, i] * left[j, j])
          sum += power == 2 ? square : square * square
        }
      }
      let mean = sum / Double(p * (p - 1) / 2)
      if mean < best.least { best = (m, mean) }
    }
    return best
  }

  /// Eigenvalues above 1 (Kaiser 1960).
  static func kaiser(_ eigenvalues: [Double]) -> Int { eigenvalues.prefix { $0 > 1 }.count }

  /// The reference eigenvalues of Braeken & van Assen (2017, doi:10.1037/met0000074): what the largest of the remaining
  /// eigenvalues would be without further factors, and at least 1:
  /// max((p − Σ of those before)/(p − j + 1)·(1 + √(p/n))², 1).
  static func empiricalKaiserReferences(_ eigenvalues: [Double], n: Double) -> [Double] {
    let p = Double(eigenvalues.count)
    let factor = (1 + (p / n).squareRoot()) * (1 + (p / n).squareRoot())
    var before = 0.0
    return eigenvalues.enumerated().map { j, value in
      let reference = max((p - before) / (p - Double(j)) * factor, 1)
      before += value
      return reference
    }
  }

  /// The hull method (Lorenzo-Seva, Timmerman & Kiers 2011, doi:10.1080/00273171.2011.564527): of the solutions with
  /// 0 … `limit` factors on the convex hull of fit against degrees of freedom the one at the sharpest bend.
  ///
  /// Fit is the common part accounted for, 1 − KMO of the residual correlations, of minres solutions.
  /// - Returns: `nil` when the hull has no inner point.
  static func hull(_ solutions: MinresSolutions, limit: Int) -> (factors: Int, bend: Double)? {
    let input = solutions.input
    let p = input.names.count
    var points = [HullPoint(factors: 0, df: Double(p * (p - 1) / 2), fit: commonPart(input.correlation))]
    let most = min(limit, FactorAnalysis.mostFactors(items: p))
    guard most >= 2 else { return nil }
    for k in 1...most {
      guard let fit = solutions.fit(factors: k) else { continue }
      var residual = fit.residuals
      for i in 0..<p { residual[i, i] = 1 }
      let part = commonPart(residual)
      guard part.isFinite else { continue }
      points.append(
        HullPoint(factors: k, df: Double(fit.specification.degreesOfFreedom(items: p)), fit: part))
    }
    // A solution that fits worse than a simpler one is none.
    var rising: [HullPoint] = []
    for point in points where rising.last.map({ point.fit > $0.fit }) ?? true { rising.append(point) }
    var at = 1
    while at < rising.count - 1 {
      let (a, b, c) = (rising[at - 1], rising[at], rising[at + 1])
      let line = a.fit + (c.fit - a.fit) / (c.df - a.df) * (b.df - a.df)
      if b.fit <= line {
        rising.remove(at: at)
        at = 1
      } else {
        at += 1
      }
    }
    guard rising.count >= 3 else { return nil }
    var best: (factors: Int, bend: Double)?
    for i in 1..<rising.count - 1 {
      let (a, b, c) = (rising[i - 1], rising[i], rising[i + 1])
      let bend = ((b.fit - a.fit) / (a.df - b.df)) / ((c.fit - b.fit) / (b.df - c.df))
      if best == nil || bend > best!.bend { best = (b.factors, bend) }
    }
    return best
  }

  private struct HullPoint {
    var factors: Int
    var df: Double
    var fit: Double
  }

  /// 1 − KMO; NaN when the residuals have no inverse.
  private static func commonPart(_ correlation: SymmetricMatrix) -> Double {
    guard let inverse = try? Cholesky(correlation).inverse else { return .nan }
    var squares = 0.0
    var partials = 0.0
    for i in 0..<correlation.order {
      for j in 0..<i {
        squares += correlation[i, j] * correlation[i, j]
        partials += inverse[i, j] * inverse[i, j] / (inverse[i, i] * inverse[j, j])
      }
    }
    return squares + partials > 0 ? 1 - squares / (squares + partials) : .nan
  }
}
