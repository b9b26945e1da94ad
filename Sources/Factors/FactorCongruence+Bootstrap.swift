import LinearAlgebra
public import Measures
public import Resampling

extension FactorCongruence {
  /// A group's solution, and the rows that it came from.
  public struct Group: Sendable {
    /// The group's factors.
    public var fit: FactorAnalysis.Fit
    /// Its rows, which are resampled; `nil` from a matrix.
    public var frame: ModelFrame?
    /// What the factors started from.
    public var correlation: CorrelationMethod

    public init(_ fit: FactorAnalysis.Fit, frame: ModelFrame?, correlation: CorrelationMethod = .pearson) {
      self.fit = fit
      self.frame = frame
      self.correlation = correlation
    }
  }

  /// With intervals: both groups are resampled, each by itself, extracted again, the first rotated again and the second turned
  /// to it.
  ///
  /// Without rows or replicates there are none. The intervals are percentile ones.
  public init(_ target: Group, _ other: Group, _ bootstrap: BootstrapSpecification, jobs: Int = 1) throws {
    self.init(target.fit, other.fit)
    guard bootstrap.replicates > 0, let first = target.frame, let second = other.frame else { return }
    try first.requireUnits()
    try second.requireUnits()
    var unrotated = other.fit
    unrotated.specification.rotation = Rotation(.none)
    unrotated.loadings = other.fit.unrotated
    var specification = bootstrap
    specification.interval = .percentile
    let a = FactorBootstrap.plan(
      target.fit, frame: first, engine: try FactorCongruence.engine(first, target.correlation), specification
    ).run(jobs: jobs).bootstrap
    let b = FactorBootstrap.plan(
      unrotated, frame: second, engine: try FactorCongruence.engine(second, other.correlation), specification,
      firstStream: UInt64(bootstrap.replicates)
    ).run(jobs: jobs).bootstrap
    let (p, k) = (target.fit.loadings.rows, target.fit.loadings.columns)
    let count = p * k
    var drawn = [[Double]](repeating: [], count: k + 1)
    for i in 0..<bootstrap.replicates where a.failure[i] < 0 && b.failure[i] < 0 {
      let goal = Matrix(rows: p, columns: k, storage: Array(a.values[i * a.width..<i * a.width + count]))
      let own = Matrix(rows: p, columns: k, storage: Array(b.values[i * b.width..<i * b.width + count]))
      let turned = FactorCongruence.turn(own, to: goal, isOblique: target.fit.isOblique)
      let (factors, total) = FactorCongruence.congruence(goal, turned)
      for j in 0..<k { drawn[j].append(factors[j]) }
      drawn[k].append(total)
    }
    intervals = (factors + [total]).enumerated().map { at, value in
      Interval.of(
        .percentile, estimate: value, replicates: drawn[at], failures: bootstrap.replicates - drawn[at].count,
        confidence: bootstrap.confidence)
    }
  }

  private static func engine(_ frame: ModelFrame, _ method: CorrelationMethod) throws -> CorrelationEngine? {
    method == .pearson ? nil : try CorrelationEngine(frame, columns: Array(frame.columns.indices), method: method)
  }
}
