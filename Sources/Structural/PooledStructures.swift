import LinearAlgebra
public import Measures
import ModelSyntax
import Optimization
import Platform
import Probability
import Survey

/// One model fitted to completed data, one after the other: what is kept of each, and what is made of all of them.
///
/// Estimates are means over completed data, their covariances Rubin's T = Ū + (1 + 1/m)B, and what follows from both (standardised
/// values, effects, defined parameters) is worked out at the means, with errors by the delta method from T. Each number has the
/// degrees of freedom of Barnard and Rubin, complete data having as many as respondents less parameters.
///
/// χ² is D₂ of Li, Meng, Raghunathan & Rubin (1991, Statistica Sinica 1, 65–92) times its degrees of freedom k: with d̄ the mean of
/// the χ² of completed data, r = (1 + 1/m) times the variance of their roots,
///
///     D₂ = (d̄/k − (m + 1)/(m − 1)·r)/(1 + r),
///
/// (zero where that is below it), held against F with k and k^(−3/m)(m − 1)(1 + 1/r)² degrees of freedom; the baseline's likewise, and fit indices follow from both,
/// as lavaan.mi has them. Where χ² is scaled, D₂ is of it as it is before, and the scaling is the mean of all.
public struct PooledStructures: Sendable {
  let model: StructuralModel
  private var estimates: [[Double]] = []
  private var covariances: [SymmetricMatrix] = []
  private var statistics: [StructuralStatistics] = []
  /// By completed data, then by group.
  private var groups: [[StructuralModel.Group]] = []
  private var first: StructuralModel.Fit?
  /// Of each group: respondents, where sampling weights have mean 1 over all groups.
  private var counts: [Double] = []

  /// Completed data that were fitted.
  public var count: Int { estimates.count }

  public init(_ model: StructuralModel) { self.model = model }

  /// Fits one more set of completed data, group by group.
  ///
  /// - Throws: what `StructuralModel.fit` throws; `StructuralFault.notPooled` where the model has no errors.
  public mutating func add(_ frames: [ModelFrame], jobs: Int = 1) throws {
    let fit = try model.fit(to: frames, jobs: jobs)
    guard let covariance = fit.freeCovariance else { throw StructuralFault.notPooled }
    if first == nil {
      first = fit
      let sums = frames.map { $0.weightsKind == .sampling ? $0.weights?.reduce(0, +) : nil }
      let known = sums.compactMap { $0 }
      let (sum, total) = (known.reduce(0, +), fit.rowsUsed.reduce(0, +))
      counts = known.count == sums.count ? known.map { $0 / sum * total } : fit.rowsUsed
    }
    estimates.append(fit.freeEstimates)
    covariances.append(covariance)
    statistics.append(fit.statistics)
    groups.append(fit.groups)
  }

  /// The largest fraction of missing information about any parameter.
  public var missingInformation: Double {
    guard let pooled else { return 0 }
    return (0..<pooled.estimates.count).map { pooled.estimate(of: [$0: 1]).missingInformation }.max() ?? 0
  }

  private var pooled: PooledVector? {
    guard count > 1, let first else { return nil }
    let degrees = first.parameters.compactMap(\.degrees).min()
    return PooledVector(
      estimates: estimates, covariances: covariances,
      degrees: degrees ?? max(1, first.statistics.n - Double(first.freeCount)))
  }

  /// What all of them say together; `nil` of fewer than two.
  ///
  /// - Throws: `StructuralFault` where the means of the estimates are no model.
  public func fit() throws -> StructuralModel.Fit? {
    guard let pooled, let first else { return nil }
    let table = first.table
    let samples = model.estimator.sharing(samples(first))
    let estimation = StructuralEstimation(
      model: first.specification, table: table, samples: samples, rows: nil, moments: [])
    let problem = StructuralProblem(table: table, kind: model.estimator.kind)
    try problem.take(samples)
    let solution = try StructuralSolution(
      problem: problem, samples: samples, point: pooled.estimates, constraints: ConstraintSet(table),
      multiplier: estimation.multiplier)
    solution.covariance = pooled.covariance
    solution.pooled = pooled
    var statistics = try estimation.statistics(solution, table.freeCount - first.freeCount)
    combine(&statistics, groups: samples.count, count: estimation.multiplier)
    if first.followsDesign { statistics.dropNormalTheory() }
    _ = problem.value(at: pooled.estimates)
    var fit = estimation.assemble(solution, statistics, first.search)
    fit.followsDesign = first.followsDesign
    for k in fit.parameters.indices {
      fit.parameters[k].missingInformation = missing(fit.parameters[k], at: k, pooled, table)
    }
    if samples.count > 1 {
      fit.contrasts = GroupContrastList(solution: solution, confidence: model.confidence).all()
    }
    fit.imputations = count
    return model.drawing(fit)
  }

  private func missing(
    _ parameter: StructuralModel.Parameter, at k: Int, _ pooled: PooledVector, _ table: ParameterTable
  ) -> Double? {
    guard parameter.standardError != nil else { return nil }
    if k < table.parameters.count {
      return table.parameters[k].free.map { pooled.estimate(of: [$0: 1]).missingInformation }
    }
    let definition = table.definitions[k - table.parameters.count]
    let gradient = table.gradient(of: definition.expression, at: pooled.estimates)
    return pooled.estimate(of: gradient).missingInformation
  }

  /// Means of the moments of completed data.
  private func samples(_ first: StructuralModel.Fit) -> [SampleMoments] {
    let m = Double(count)
    return first.groups.indices.map { g in
      var covariance = first.groups[g].sample
      for k in covariance.packed.indices {
        covariance.packed[k] = groups.reduce(0) { $0 + $1[g].sample.packed[k] } / m
      }
      let means = first.groups[g].sampleMeans.map { own in
        own.indices.map { i in groups.reduce(0) { $0 + ($1[g].sampleMeans?[i] ?? .nan) } / m }
      }
      return SampleMoments(
        names: first.observed, n: counts[g], respondents: first.groups[g].n, covariance: covariance,
        means: means)
    }
  }

  // MARK: χ²

  private func combine(_ result: inout StructuralStatistics, groups: Int, count: Double) {
    (result.logLikelihood, result.saturatedLogLikelihood, result.aic, result.bic) = (nil, nil, nil, nil)
    func mean(_ values: [Double?]) -> Double? {
      let known = values.compactMap { $0 }
      return known.count == values.count ? known.reduce(0, +) / Double(known.count) : nil
    }
    let own = Self.pooled(statistics.map(\.chiSquared), result.degreesOfFreedom)
    result.chiSquared = own?.chiSquared
    result.baselineChiSquared = Self.pooled(statistics.map(\.baselineChiSquared), result.baselineDegrees)?.chiSquared
    result.scaling = mean(statistics.map(\.scaling))
    result.baselineScaling = mean(statistics.map(\.baselineScaling))
    result.derive(groups: groups, count: count)
    result.pValue = own?.pValue
  }

  /// D₂·k and its p-value.
  static func pooled(_ values: [Double?], _ degrees: Int) -> (chiSquared: Double, pValue: Double)? {
    let known = values.compactMap { $0 }
    guard degrees > 0, known.count == values.count, known.count > 1 else { return nil }
    let (m, k) = (Double(known.count), Double(degrees))
    let roots = known.map { $0.squareRoot() }
    let centre = roots.reduce(0, +) / m
    let r = (1 + 1 / m) * roots.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / (m - 1)
    let statistic = max(0, (known.reduce(0, +) / m / k - (m + 1) / (m - 1) * r) / (1 + r))
    let denominator = r > 0 ? pow(k, -3 / m) * (m - 1) * (1 + 1 / r) * (1 + 1 / r) : .infinity
    return (statistic * k, FDistribution(numerator: k, denominator: denominator).upperTail(statistic))
  }
}

extension PooledVector {
  /// A sum of the numbers by Rubin's rules.
  ///
  /// - Parameter weights: of each number.
  func estimate(of weights: [Double]) -> PooledEstimate {
    estimate(of: Dictionary(uniqueKeysWithValues: weights.enumerated().filter { $0.1 != 0 }.map { ($0, $1) }))
  }

  func estimate(of weights: [Int: Double]) -> PooledEstimate {
    func form(_ matrix: SymmetricMatrix) -> Double {
      weights.reduce(0) { sum, a in weights.reduce(sum) { $0 + a.value * $1.value * matrix[a.key, $1.key] } }
    }
    return PooledEstimate(
      count: count, estimate: weights.reduce(0) { $0 + $1.value * estimates[$1.key] }, within: form(within),
      between: form(between), degrees: completeDegrees)
  }
}
