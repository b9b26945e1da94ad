import LinearAlgebra
import Survey

/// The latent variables of a model in one part of the population: factors, items, outcomes, in that order.
///
/// Exogenous factors have the stated correlations; every other variable is Σ coefficient · earlier variable + shift +
/// residual. Means and covariances follow by one pass.
struct LatentSystem {
  struct Parent {
    var index: Int
    var coefficient: Double
  }

  let names: [String]
  let exogenous: [Int]
  /// Lower triangle of the Cholesky factor of the exogenous correlations.
  let exogenousFactor: [Double]
  /// Empty for exogenous factors.
  let parents: [[Parent]]
  let shifts: [Double]
  let residualDeviations: [Double]
  let means: [Double]
  let covariance: SymmetricMatrix

  /// The reference population; throws `DataFault.request` when paths explain more than all variance, and
  /// `.notPositiveDefinite` for impossible correlations.
  init(reference model: SurveyModel) throws {
    let names = model.factors.map(\.name) + model.items.map(\.name) + model.outcomes.map(\.name)
    let paths = model.factors.map(\.paths) + model.items.map(\.loadings) + model.outcomes.map(\.paths)
    let positions = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let parents = try zip(names, paths).enumerated().map { i, entry in
      try entry.1.map { path in
        guard let index = positions[path.from], index < i else {
          throw DataFault.request(
            problem: "'\(entry.0)' is to follow from '\(path.from)', which is no earlier variable of the model",
            suggestion: "Paths lead from factors to items to outcomes, in the order in which they are listed.")
        }
        return Parent(index: index, coefficient: path.coefficient)
      }
    }
    let exogenous = model.factors.indices.filter { model.factors[$0].paths.isEmpty }
    guard let cholesky = try? Cholesky(model.correlations) else {
      throw DataFault.notPositiveDefinite(what: "The matrix of the factors' correlations")
    }
    try self.init(
      names: names, exogenous: exogenous, exogenousFactor: cholesky.packed, correlations: model.correlations,
      parents: parents, shifts: [Double](repeating: 0, count: names.count), residualDeviations: nil)
  }

  /// The reference with the shifts and paths of some parts of the population; later parts win.
  init(_ reference: LatentSystem, correlations: SymmetricMatrix, parts: [SurveyModel.Partition.Part]) throws {
    var parents = reference.parents
    var shifts = reference.shifts
    let positions = Dictionary(reference.names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    for part in parts {
      for (name, shift) in part.means { shifts[positions[name]!] += shift }
      for (name, changes) in part.paths {
        let i = positions[name]!
        for (from, coefficient) in changes {
          let index = positions[from]!
          precondition(index < i && !reference.exogenous.contains(i), "a changed path leads forward")
          if let k = parents[i].firstIndex(where: { $0.index == index }) {
            parents[i][k].coefficient = coefficient
          } else {
            parents[i].append(Parent(index: index, coefficient: coefficient))
          }
        }
      }
    }
    try self.init(
      names: reference.names, exogenous: reference.exogenous, exogenousFactor: reference.exogenousFactor,
      correlations: correlations, parents: parents, shifts: shifts,
      residualDeviations: reference.residualDeviations)
  }

  private init(
    names: [String], exogenous: [Int], exogenousFactor: [Double], correlations: SymmetricMatrix, parents: [[Parent]],
    shifts: [Double], residualDeviations given: [Double]?
  ) throws {
    var covariance = SymmetricMatrix(order: names.count)
    var means: [Double] = []
    var residuals: [Double] = []
    let rank = Dictionary(uniqueKeysWithValues: exogenous.enumerated().map { ($1, $0) })
    for j in names.indices {
      means.append(shifts[j] + parents[j].reduce(0) { $0 + $1.coefficient * means[$1.index] })
      if let a = rank[j] {
        for i in 0..<j {
          covariance[i, j] =
            rank[i].map { correlations[a, $0] }
            ?? parents[i].reduce(0) { $0 + $1.coefficient * covariance[$1.index, j] }
        }
        covariance[j, j] = 1
        residuals.append(0)
        continue
      }
      for i in 0..<j {
        covariance[i, j] = parents[j].reduce(0) { $0 + $1.coefficient * covariance[i, $1.index] }
      }
      let explained = parents[j].reduce(0) { $0 + $1.coefficient * covariance[$1.index, j] }
      let residual = given.map { $0[j] } ?? max(0, 1 - explained).squareRoot()
      guard given != nil || explained <= 1 + 1e-12 else {
        throw DataFault.request(
          problem: "The paths to '\(names[j])' explain \(explained) of its variance, which is 1",
          suggestion: "Make its coefficients smaller.")
      }
      covariance[j, j] = explained + residual * residual
      residuals.append(residual)
    }
    self.names = names
    self.exogenous = exogenous
    self.exogenousFactor = exogenousFactor
    self.parents = parents
    self.shifts = shifts
    self.residualDeviations = residuals
    self.means = means
    self.covariance = covariance
  }
}

/// A part of the population, by segment and wave, with its latent system.
struct PopulationCell {
  let segment: Int?
  let wave: Int?
  /// The share of the population.
  let share: Double
  let system: LatentSystem
}

extension SurveyModel {
  /// Every combination of segment and wave, waves outermost.
  func cells() throws -> [PopulationCell] {
    let reference = try LatentSystem(reference: self)
    let segmentIndices: [Int?] = segments.map { Array($0.parts.indices) } ?? [nil]
    let waveIndices: [Int?] = waves.map { Array($0.parts.indices) } ?? [nil]
    return try waveIndices.flatMap { wave in
      try segmentIndices.map { segment in
        let segmentPart = segment.map { segments!.parts[$0] }
        let wavePart = wave.map { waves!.parts[$0] }
        return PopulationCell(
          segment: segment, wave: wave, share: (segmentPart?.share ?? 1) * (wavePart?.share ?? 1),
          system: try LatentSystem(
            reference, correlations: correlations, parts: [segmentPart, wavePart].compactMap { $0 }))
      }
    }
  }
}
