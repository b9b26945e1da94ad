public import LinearAlgebra
public import Measures
public import Optimization
import Platform
public import Survey

extension FactorAnalysis {
  /// What came of a factor analysis, in canonical form: factors in the order of what they explain, each with a positive
  /// sum of loadings.
  public struct Fit: Sendable {
    /// The options that the fit was made with.
    public var specification: FactorAnalysis
    /// The correlations, and what they rest on.
    public var input: CorrelationInput
    /// p × k: as extracted, before rotation.
    public var unrotated: Matrix
    /// p × k: the pattern Λ, regression weights of the items on the factors.
    public var loadings: Matrix
    /// p × k: ΛΦ, correlations of items with factors; the pattern itself when factors are orthogonal.
    public var structure: Matrix
    /// Φ, k × k.
    public var factorCorrelations: SymmetricMatrix
    /// X with Λ = unrotated · X.
    public var transformation: Matrix
    /// ψ, as estimated: within the bounds of the specification. Of components, what they leave of each item.
    public var uniquenesses: [Double]
    /// diag(ΛΦΛ'); with the uniqueness it adds up to 1, but for an item whose uniqueness stands on its bound: see `remainders`.
    public var communalities: [Double]
    /// What the communalities leave of each item, 1 − h². Of an item whose uniqueness stands on its bound (a Heywood case) it
    /// may be negative, which no variance is: the solution is improper there. Of all others it is the uniqueness.
    public var remainders: [Double] {
      names.indices.map { heywoodItems.contains($0) ? 1 - communalities[$0] : uniquenesses[$0] }
    }
    /// Hofmann's (1978) (Σλ²)²/Σλ⁴ of each item: on how many factors it loads.
    public var complexities: [Double]
    /// Eigenvalues of the correlations, descending.
    public var eigenvalues: [Double]
    /// diag(ΦΛ'Λ): what each factor explains, in items.
    public var sumsOfSquares: [Double]
    /// R − ΛΦΛ' off the diagonal; on it 1 − communality.
    public var residuals: SymmetricMatrix
    /// How well the factors reproduce the correlations.
    public var statistics: FactorFitStatistics
    /// Items whose uniqueness stands on its lower bound.
    public var heywoodItems: [Int]
    /// The search for the uniquenesses; `nil` for components.
    public var extraction: Convergence?
    /// The rotation's best start, how many were made, how many ended there; `nil` when nothing is rotated.
    public var rotation: RotationStory?
    /// Standard errors of `loadings`, p × k; `nil` where the extraction or the rotation has no analytic ones.
    public var loadingErrors: Matrix?
    /// Standard errors of the factors' correlations; zero on the diagonal.
    public var correlationErrors: SymmetricMatrix?
    /// What the analyst should know: improper solutions, starts that disagree, and the like.
    public var notes: [Note]

    /// The items, in the order of the rows of `loadings`.
    public var names: [String] { input.names }
    /// `F1`, `F2`, …: the columns of `loadings`.
    public var factorNames: [String] { (1...specification.factors).map { "F\($0)" } }
    /// The factors may correlate: there is more than one, and the rotation lets them.
    public var isOblique: Bool { specification.rotation.isOblique && specification.factors > 1 }
  }

  /// How the rotation went.
  public struct RotationStory: Sendable, Equatable {
    /// Of the start that ended best.
    public var convergence: Convergence
    /// How many starts were tried.
    public var starts: Int
    /// How many of them ended at the best value; few say that the criterion has several.
    public var startsAtBest: Int
  }

  /// Fits Pearson's correlations of the moments.
  public func fit(to moments: Moments) throws -> Fit { try fit(to: CorrelationInput(moments)) }

  /// Fits correlations.
  ///
  /// - Throws: `FactorFault.tooManyFactors`, and `DataFault.notPositiveDefinite` for ml and gls.
  public func fit(to input: CorrelationInput) throws -> Fit {
    let p = input.names.count
    let limit = extraction == .components ? p : FactorAnalysis.mostFactors(items: p)
    if factors > limit { throw FactorFault.tooManyFactors(factors: factors, items: p, limit: limit) }
    let extractor = Extractor(self, items: p)
    let rotator = Rotator(rotation, items: p, factors: factors)
    var (story, isFailed) = input.correlation.packed.withUnsafeBufferPointer {
      extractor.extract($0.baseAddress!, isWarm: false)
    }
    if let first = story {
      // A solution on a bound is often one of several: look for a better one.
      let isOnBound = (0..<p).contains { isHeywood(extractor.uniquenesses[$0]) }
      if !first.isConverged || isOnBound {
        story = extractor.extractAgain(after: first, starts: 5, seed: seed).story
        isFailed = !story!.isConverged
      }
    }
    if isFailed, story == nil || !story!.end.isFinite {
      throw DataFault.notPositiveDefinite(what: "The correlation matrix of the items")
    }
    let outcome = rotator.rotate(extractor.loadings.pointer, starts: starts, seed: seed)
    return assemble(input, extractor, rotator, story, outcome)
  }

  func isHeywood(_ uniqueness: Double) -> Bool {
    extraction != .components && uniqueness <= leastUniqueness * (1 + 1e-9)
  }

  private func assemble(
    _ input: CorrelationInput, _ extractor: Extractor, _ rotator: Rotator, _ story: Convergence?,
    _ outcome: Rotator.Outcome?
  ) -> Fit {
    let p = input.names.count
    let k = factors
    func matrix(_ buffer: UnsafeMutablePointer<Double>, _ rows: Int) -> Matrix {
      Matrix(rows: rows, columns: k, storage: Array(UnsafeBufferPointer(start: buffer, count: rows * k)))
    }
    let loadings = matrix(rotator.loadings.pointer, p)
    var phi = SymmetricMatrix(order: k)
    for i in 0..<k { for j in 0...i { phi[i, j] = rotator.correlations[i + j * k] } }
    var unrotated = matrix(extractor.loadings.pointer, p)
    // X belongs to the unrotated loadings as they are shown.
    var transformation = matrix(rotator.matrix.pointer, k)
    for l in 0..<k where (0..<p).reduce(0, { $0 + unrotated[$1, l] }) < 0 {
      for i in 0..<p { unrotated[i, l] = -unrotated[i, l] }
      for j in 0..<k { transformation[l, j] = -transformation[l, j] }
    }
    let structure = Fit.structure(loadings, phi)
    let communalities = (0..<p).map { i in (0..<k).reduce(0) { $0 + loadings[i, $1] * structure[i, $1] } }
    let uniquenesses = (0..<p).map { extractor.uniquenesses[$0] }
    var residuals = input.correlation
    for i in 0..<p {
      for j in 0...i {
        residuals[i, j] =
          (i == j ? 1 : input.correlation[i, j]) - (0..<k).reduce(0) { $0 + loadings[i, $1] * structure[j, $1] }
      }
    }
    let eigen = SymmetricEigen(input.correlation)
    let heywood = (0..<p).filter { isHeywood(uniquenesses[$0]) }
    var fit = Fit(
      specification: self, input: input, unrotated: unrotated, loadings: loadings, structure: structure,
      factorCorrelations: phi, transformation: transformation, uniquenesses: uniquenesses,
      communalities: communalities, complexities: (0..<p).map { Fit.complexity(loadings, row: $0) },
      eigenvalues: eigen.values,
      sumsOfSquares: (0..<k).map { j in (0..<p).reduce(0) { $0 + loadings[$1, j] * structure[$1, j] } },
      residuals: residuals, statistics: FactorFitStatistics(rmsr: 0), heywoodItems: heywood, extraction: story,
      rotation: outcome.map {
        RotationStory(convergence: $0.story, starts: $0.starts, startsAtBest: $0.startsAtBest)
      }, loadingErrors: nil, correlationErrors: nil, notes: [])
    fit.statistics = FactorFitStatistics(fit)
    if extraction == .maximumLikelihood, let errors = LoadingErrors(fit) {
      fit.loadingErrors = errors.loadings
      fit.correlationErrors = errors.correlations
    }
    fit.notes = fit.makeNotes()
    return fit
  }
}

extension FactorAnalysis.Fit {
  /// ΛΦ.
  static func structure(_ loadings: Matrix, _ phi: SymmetricMatrix) -> Matrix {
    var result = Matrix(rows: loadings.rows, columns: loadings.columns)
    for j in 0..<loadings.columns {
      for l in 0..<loadings.columns {
        for i in 0..<loadings.rows { result[i, j] += loadings[i, l] * phi[l, j] }
      }
    }
    return result
  }

  static func complexity(_ loadings: Matrix, row: Int) -> Double {
    var squares = 0.0
    var fourths = 0.0
    for j in 0..<loadings.columns {
      let square = loadings[row, j] * loadings[row, j]
      squares += square
      fourths += square * square
    }
    return fourths > 0 ? squares * squares / fourths : 1
  }

  /// The share of the items' variance that each factor explains.
  public var proportions: [Double] { sumsOfSquares.map { $0 / Double(names.count) } }

  fileprivate func makeNotes() -> [Note] {
    var notes: [Note] = []
    if !heywoodItems.isEmpty {
      let items = heywoodItems.map { "'\(names[$0])'" }.joined(separator: ", ")
      let isImproper = heywoodItems.contains { communalities[$0] > 1 }
      notes.append(
        Note(
          .heywoodCase,
          isImproper
            ? "Heywood case: the uniqueness of \(items) was estimated at its lower bound, \(specification.leastUniqueness), and a communality is above 1, which leaves less than nothing. Usually there are too many factors, too few items of one factor, or too few respondents; do not read the solution as it stands."
            : "Heywood case: the uniqueness of \(items) was estimated at its lower bound, \(specification.leastUniqueness). Usually there are too many factors, too few items of one factor, or too few respondents; do not read the solution as it stands."
        ))
    }
    if let extraction, !extraction.isConverged {
      notes.append(
        Note(
          .notConverged,
          "The extraction did not converge: after \(extraction.iterations) iterations the gradient's largest element was \(extraction.gradientNorm)."
        ))
    }
    if let rotation {
      if !rotation.convergence.isConverged {
        notes.append(
          Note(
            .notConverged,
            "The rotation did not converge in \(rotation.convergence.iterations) iterations from any start; another criterion may."
          ))
      } else if rotation.startsAtBest < rotation.starts {
        notes.append(
          Note(
            .localMinima,
            "Of \(rotation.starts) starts of the rotation \(rotation.startsAtBest) ended at the best solution, which is shown; the others ended at worse local minima."
          ))
      }
    }
    if !input.isNormalTheory && specification.extraction != .components {
      notes.append(
        Note(
          .noChiSquared,
          "χ² and what follows from it need complete rows, or Pearson correlations of independent respondents, and under a design as many clusters beyond strata as degrees of freedom: they are left out."
        ))
    } else if input.n == nil {
      notes.append(
        Note(.noN, "How many respondents the correlations are from is not known: there is no χ². Say \(setting: .n)."))
    }
    if specification.extraction == .components {
      notes.append(
        Note(
          .components,
          "Components take all of the items' variance, measurement error included: their loadings are larger than those of factors, and there is no test of fit."
        ))
    }
    return notes
  }
}
