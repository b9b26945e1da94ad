import Importance
import LinearAlgebra
package import Measures
import Probability
import Regression
import Resampling
import Survey

/// Completed data, each with what was estimated from it, and resamples of all of them together.
///
/// Resample *i* is drawn from completed data *i* mod *m* (multiple imputation, then the bootstrap: Schomaker & Heumann 2018,
/// doi:10.1002/sim.7654; Zhou & Reiter 2010, doi:10.1198/tast.2010.09109). All of them together vary by what rows drawn anew bring,
/// Ū, and by what the completed data differ in, B; each is moved away from the mean of all by (√(1 + 1/m) − 1) of what its own
/// completed data differ from it, so that their variance is Rubin's Ū + (1 + 1/m)B. Everything that is read off
/// resamples (intervals, ranks, quadrants) is then of incomplete answers.
struct ImputedSets: Sendable {
  /// Of each completed data.
  let moments: [Moments]
  /// By completed data, then by outcome.
  let regressions: [[LinearRegression.Fit]]
  /// Performance, then stated importance, of each completed data.
  let ratings: [[Double]]
  /// Completed data again; they are not kept.
  let frame: @Sendable (Int) throws -> ModelFrame
  /// Draws rows of the incomplete data and imputes each resample; `nil`: resamples are of the completed data.
  var anew: ResampledImputation?

  var count: Int { moments.count }

  /// Moments whose means and scatter are the means of those of the completed data.
  var pooledMoments: Moments {
    var result = moments[0]
    let m = Double(count)
    result.treatment.missing = .impute
    result.means = result.means.map { means in
      means.indices.map { j in moments.reduce(0) { $0 + ($1.means?[j] ?? .nan) } / m }
    }
    for k in result.scatter.packed.indices {
      result.scatter.packed[k] = moments.reduce(0) { $0 + $1.scatter.packed[k] } / m
    }
    return result
  }

  /// The numbers of each completed data, in the layout of a replicate; signs are left out.
  func points(_ layout: ReplicateLayout, importance: [[ImportanceFit]]) -> [[Double]] {
    (0..<count).map { m in
      var point = [Double](repeating: .nan, count: layout.width)
      for (o, fit) in importance[m].enumerated() {
        layout.write(fit, outcome: o, into: &point)
        if layout.terms > 0 {
          for (column, term) in zip(layout.coefficients(o), regressions[m][o].terms) {
            point[column] = term.estimate ?? .nan
          }
        }
      }
      for (column, value) in zip(layout.performance.lowerBound..<layout.stated.upperBound, ratings[m]) {
        point[column] = value
      }
      return point
    }
  }

  /// Resamples of every completed data in turn.
  ///
  /// - Parameter points: of `points`.
  /// - Returns: `nil` when rows cannot be drawn.
  func resample(
    _ evaluator: ReplicateEvaluator, _ specification: BootstrapSpecification, points: [[Double]], jobs: Int,
    progress: (@Sendable (Int) -> Void)?
  ) -> Resampled? {
    let layout = evaluator.layout
    if let anew {
      return anew.resample(
        evaluator, specification, points: points, estimates: Self.estimates(layout), jobs: jobs, progress: progress)
    }
    var values: [Double] = []
    var reasons: [ReplicateFailure?] = []
    var degrees: Double?
    var done = 0
    let means = (0..<layout.width).map { j in points.reduce(0) { $0 + $1[j] } / Double(count) }
    let factor = (1 + 1 / Double(count)).squareRoot() - 1
    for m in 0..<count {
      var own = specification
      own.replicates = specification.replicates / count + (m < specification.replicates % count ? 1 : 0)
      // Seeds that differ, so that the same rows are not drawn from all completed data.
      own.seed = specification.seed &+ UInt64(m) &* 0x9E37_79B9_7F4A_7C15
      own.interval = .percentile
      guard own.replicates > 0 else { continue }
      guard let frame = try? frame(m) else { return nil }
      var map = evaluator
      map.ratings = PlayerRatings(frame)
      let before = done
      var told: (@Sendable (Int) -> Void)?
      if let progress { told = { progress(before + $0) } }
      guard let drawn = map.resample(own, draw: .rows(frame), jobs: jobs, progress: told) else { return nil }
      done += own.replicates
      degrees = drawn.degrees
      let shifts: [(column: Int, shift: Double)] = Self.estimates(layout).compactMap { column in
        let shift = factor * (points[m][column] - means[column])
        return shift.isFinite ? (column, shift) : nil
      }
      let replicates = drawn.bootstrap
      let start = values.count
      values += replicates.values
      for i in 0..<replicates.count {
        for (column, shift) in shifts { values[start + i * layout.width + column] += shift }
      }
      reasons += replicates.failure.map { $0 < 0 ? nil : replicates.reasons[Int($0)] }
    }
    return Resampled(
      bootstrap: Replicates(count: reasons.count, width: layout.width, values: values, reasons: reasons),
      degrees: degrees)
  }

  /// Columns of a replicate that are estimates: not signs.
  private static func estimates(_ layout: ReplicateLayout) -> [Int] {
    (0..<layout.outcomes).flatMap { o -> [Int] in
      let methods = (layout.engineWidth - 2 - layout.players) / max(1, layout.players)
      return [layout.rSquared(o)] + (0..<methods).flatMap { Array(layout.importance(o, method: $0)) }
        + Array(layout.coefficients(o))
    } + Array(layout.performance.lowerBound..<layout.split.upperBound)
  }

  /// Which completed data each successful replicate is of.
  func setOfReplicate(_ replicates: Replicates) -> [Int] {
    let base = replicates.count / count
    let extra = replicates.count % count
    var sets: [Int] = []
    for m in 0..<count { sets += [Int](repeating: m, count: base + (m < extra ? 1 : 0)) }
    return zip(sets, replicates.failure).filter { $0.1 < 0 }.map(\.0)
  }

  /// Degrees of freedom of a variance within completed data, below which resamples do not tell it.
  private static let leastDegrees = 20.0

  /// Variance of the estimates between completed data.
  static func between(_ points: [Double]) -> Double {
    let mean = points.reduce(0, +) / Double(points.count)
    return points.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, points.count - 1))
  }

  /// Rubin's rules for a number whose variance within completed data is that of its resamples; `nil` with too few of them.
  ///
  /// - Parameters:
  ///   - points: of each completed data.
  ///   - replicates: of all, in order.
  ///   - sets: of `setOfReplicate`.
  func pooled(points: [Double], replicates: [Double], sets: [Int], degrees: Double) -> PooledEstimate? {
    if anew != nil { return pooled(points: points, whole: replicates.filter(\.isFinite), degrees: degrees) }
    var sums = [(n: Double, sum: Double, squares: Double)](repeating: (0, 0, 0), count: count)
    let centre = points[0]
    for (value, m) in zip(replicates, sets) where value.isFinite {
      let d = value - centre
      sums[m].n += 1
      sums[m].sum += d
      sums[m].squares += d * d
    }
    let usable = sums.filter { $0.n > 1 }
    let free = usable.reduce(0) { $0 + $1.n - 1 }
    guard free >= Self.leastDegrees else { return nil }
    let variance = usable.reduce(0) { $0 + $1.squares - $1.sum * $1.sum / $1.n } / free
    return PooledEstimate(
      estimates: points, variances: [Double](repeating: max(0, variance), count: count), degrees: degrees)
  }

  /// The same where resamples, each imputed anew, vary as the estimate does: what is within is what is left of it.
  private func pooled(points: [Double], whole: [Double], degrees: Double) -> PooledEstimate? {
    guard Double(whole.count) > Self.leastDegrees else { return nil }
    let between = Self.between(points)
    return PooledEstimate(
      count: count, estimate: points.reduce(0, +) / Double(count),
      within: max(0, Self.between(whole) - (1 + 1 / Double(count)) * between), between: between, degrees: degrees)
  }
}

extension ImportanceFit {
  /// The mean over completed data; signs are those of the pooled regression's coefficients.
  static func pooled(_ fits: [ImportanceFit], signs: [Int?]) -> ImportanceFit {
    var result = fits[0]
    let m = Double(fits.count)
    result.rSquared = fits.reduce(0) { $0 + $1.rSquared } / m
    result.rSquaredAlways = fits.reduce(0) { $0 + $1.rSquaredAlways } / m
    result.importance = result.importance.indices.map { method in
      result.importance[method].indices.map { k in
        let values = fits.compactMap { $0.importance[method][k] }
        return values.count == fits.count ? values.reduce(0, +) / m : nil
      }
    }
    result.shares = result.importance.map { own in
      shares(own.map { $0 ?? .nan }).map { $0.isFinite ? $0 : nil }
    }
    result.signs = zip(result.signs, signs).map { $0 == nil ? nil : $1 }
    return result
  }
}

extension DominanceFit {
  /// The mean over completed data: of proportions too.
  static func pooled(_ fits: [DominanceFit]) -> DominanceFit {
    var result = fits[0]
    func mean(_ table: (DominanceFit) -> [[Double?]]?) -> [[Double?]]? {
      let tables = fits.compactMap(table)
      guard tables.count == fits.count else { return nil }
      return tables[0].indices.map { i in
        tables[0][i].indices.map { j in
          let values = tables.compactMap { $0[i][j] }
          return values.count == fits.count ? values.reduce(0, +) / Double(fits.count) : nil
        }
      }
    }
    result.levels = mean(\.levels)
    result.complete = mean(\.complete)
    result.conditional = mean(\.conditional)
    result.general = mean { $0.general.map { [$0] } }?.first?.compactMap { $0 }
    return result
  }
}

extension ImputedSets {
  /// What missing answers cost each coefficient and, where there are resamples, each share and performance.
  func quantities(of fit: DriverAnalysis.Fit) -> [PooledQuantity] {
    let resampled = fit.resampled?.bootstrap
    let sets = resampled.map(setOfReplicate) ?? []
    let layout = fit.layout
    let points = fit.imputedPoints
    let degrees = fit.resampled?.degrees ?? .infinity
    var result: [PooledQuantity] = []
    for (o, outcome) in fit.outcomes.enumerated() {
      for (term, pooled) in outcome.regression.pooledTerms {
        result.append(PooledQuantity(outcome: outcome.outcome.name, kind: .coefficient, term: term, pooled: pooled))
      }
      guard let resampled, !outcome.methods.isEmpty else { continue }
      let columns = layout.importance(o, method: 0)
      let shares = points.map { ImportanceFit.shares(Array($0[columns])) }
      let drawn = resampled.columns(columns).shares
      for (k, player) in fit.players.enumerated() {
        guard
          let pooled = pooled(
            points: shares.map { $0[k] }, replicates: drawn.column(k), sets: sets, degrees: degrees)
        else { continue }
        result.append(PooledQuantity(outcome: outcome.outcome.name, kind: .share, term: player.name, pooled: pooled))
      }
    }
    guard let resampled else { return result }
    for (k, player) in fit.players.enumerated() {
      let column = layout.performance.lowerBound + k
      guard
        let pooled = pooled(
          points: points.map { $0[column] }, replicates: resampled.column(column), sets: sets, degrees: degrees)
      else { continue }
      result.append(PooledQuantity(outcome: nil, kind: .performance, term: player.name, pooled: pooled))
    }
    return result
  }
}

extension LinearRegression.Fit {
  /// Each coefficient by Rubin's rules; none of a fit of one set of data.
  package var pooledTerms: [(term: String, pooled: PooledEstimate)] {
    guard let pooled else { return [] }
    return terms.filter { $0.estimate != nil }.enumerated().map { k, term in
      (
        term.name,
        PooledEstimate(
          count: pooled.count, estimate: pooled.estimates[k], within: pooled.within[k, k],
          between: pooled.between[k, k], degrees: pooled.completeDegrees)
      )
    }
  }
}
