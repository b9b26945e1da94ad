import LinearAlgebra
import Measures
import Platform
import Resampling
import Survey

/// The answers of one group, of which some are missing: every respondent counts with what was answered.
struct IncompleteAnswers: Sendable {
  /// Means and covariances without a model: where the saturated model's likelihood is largest.
  let saturated: MaximumLikelihoodMoments
  /// Respondents who answered any of the variables.
  let frame: ModelFrame

  var patterns: AnswerPatterns { saturated.patterns }

  /// - Parameter frame: with the model's observed variables in their order.
  /// - Throws: `MissingFault`.
  init(_ frame: ModelFrame) throws {
    self.frame = frame.answeringAny
    saturated = try MaximumLikelihoodMoments(self.frame)
  }

  /// Respondents who left something out; frequencies repeat them.
  var incompleteRespondents: Double {
    let isFrequency = frame.weightsKind == .frequency
    return patterns.patterns.filter { $0.answered.count < patterns.width }.reduce(0) { sum, pattern in
      pattern.rows.reduce(sum) { $0 + (isFrequency ? frame.weights?[Int(patterns.rows[$1])] ?? 1 : 1) }
    }
  }

  func makeLikelihood() -> NormalLikelihood { NormalLikelihood(patterns, weights: saturated.weights) }
}

/// Full information maximum likelihood (Arbuckle 1996): F = 2(ln L₁ − ln L)/Σw with ln L of all answers under the model and ln L₁
/// under the saturated one, so that χ² = n·F is the test against it.
///
/// Derivatives are those of ln L in the means and covariances β, pattern by pattern (`NormalLikelihood`), times Δ = ∂β/∂θ'. The
/// information that steps and the search for unidentified parameters use is the expected one given who answered what; errors
/// take the observed one, which holds whenever answers are missing at random (Kenward & Molenberghs 1998,
/// doi:10.1214/ss/1028905828). What is of patterns is in their units and order.
final class IncompleteDiscrepancy: DeltaDiscrepancy {
  let answers: IncompleteAnswers
  let likelihood: NormalLikelihood
  /// ln L₁ in the units of the patterns.
  private let saturated: Double
  /// Means, then the packed covariances, of the model.
  private let theta: OwnedBuffer<Double>
  /// ∂ ln L/∂μ and Σ w(uu' − W).
  private let first: OwnedBuffer<Double>
  private let second: OwnedBuffer<Double>
  private let mean: OwnedBuffer<Double>
  private var expected: SymmetricMatrix?

  var momentCount: Int { p + p * (p + 1) / 2 }

  init(_ answers: IncompleteAnswers, structure: CovarianceStructure) {
    let (likelihood, p) = (answers.makeLikelihood(), structure.p)
    self.answers = answers
    self.likelihood = likelihood
    theta = OwnedBuffer(repeating: 0, count: p + p * (p + 1) / 2)
    first = OwnedBuffer(repeating: 0, count: p)
    second = OwnedBuffer(repeating: 0, count: p * (p + 1) / 2)
    mean = OwnedBuffer(repeating: 0, count: p)
    let (u, square) = (first.pointer, second.pointer)
    saturated =
      answers.saturated.estimate.withUnsafeBufferPointer { theta in
        likelihood.evaluate(mean: theta.baseAddress!, covariance: theta.baseAddress! + p, first: u, second: square)
      } ?? .nan
    super.init(kind: .likelihood, structure: structure, withMeans: true)
  }

  private var isHeld = false

  override var holdsAnswers: Bool {
    get { isHeld }
    set { isHeld = newValue }
  }

  /// Brings the model's moments into the units and order of the patterns.
  private func place() {
    let patterns = answers.patterns
    for a in 0..<p {
      let column = patterns.columnAt[a]
      theta[a] = (structure.means[column] - patterns.centers[a]) / patterns.scales[a]
      for b in 0...a {
        theta[p + a * (a + 1) / 2 + b] =
          structure.implied[SymmetricMatrix.position(column, patterns.columnAt[b])]
          / (patterns.scales[a] * patterns.scales[b])
      }
    }
  }

  override func value() -> Double {
    forget()
    guard structure.update() else { return .infinity }
    if isHeld { return 0 }
    place()
    guard
      let own = likelihood.evaluate(
        mean: theta.pointer, covariance: theta + p, first: first.pointer, second: second.pointer)
    else { return .infinity }
    return 2 * (saturated - own) / likelihood.total
  }

  /// F as if everybody had answered, and the answers' moments were those of the saturated model.
  func completedValue() -> Double { super.value() }

  /// β of the model, in the units and order of the patterns.
  var modelMoments: [Double] { Array(theta.values) }

  override func prepareSlopes() {
    let patterns = answers.patterns
    let scale = -1 / likelihood.total
    for a in 0..<p {
      let column = patterns.columnAt[a]
      mean[column] = -scale * first[a] / patterns.scales[a]
      for b in 0...a {
        let other = patterns.columnAt[b]
        let value = scale * second[a * (a + 1) / 2 + b] / (patterns.scales[a] * patterns.scales[b])
        product[column * p + other] = value
        product[other * p + column] = value
      }
    }
    structure.prepare(product.pointer, needsBoth: false)
    structure.transposedEffects(of: mean.pointer, into: slopes.pointer)
  }

  // MARK: Information

  /// ∂β/∂a in the units and order of the patterns.
  override func makeDelta(_ place: ParameterPlace) -> [Double] {
    let patterns = answers.patterns
    var result = [Double](repeating: 0, count: momentCount)
    for a in 0..<p {
      let column = patterns.columnAt[a]
      result[a] = structure.derivative(ofMean: column, place) / patterns.scales[a]
      if case .mean = place { continue }
      for b in 0...a {
        result[p + a * (a + 1) / 2 + b] =
          structure.derivative(ofCovariance: column, patterns.columnAt[b], place)
          / (patterns.scales[a] * patterns.scales[b])
      }
    }
    return result
  }

  /// Of β, one respondent's, at what the structure was last updated to.
  func saturatedInformation(isExpected: Bool) -> SymmetricMatrix? {
    place()
    let own = NormalInformation.information(likelihood, at: Array(theta.values), isExpected: isExpected)
    return own.map { SymmetricMatrix(order: $0.order, packed: $0.packed.map { $0 / likelihood.total }) }
  }

  override func prepareInformation() {
    forget()
    expected = saturatedInformation(isExpected: true)
  }

  override func weigh(_ column: [Double]) -> [Double] { expected?.times(column) ?? column.map { _ in .nan } }

  override func addCurvature(
    _ free: [(index: Int, place: ParameterPlace)], _ share: Double, to matrix: inout SymmetricMatrix
  ) {
    guard let own = saturatedInformation(isExpected: false) else { return }
    add(free, share, own.times) { matrix.packed[$0] += $1 }
  }
}

extension ModelFrame {
  /// Without the rows that answer none of the columns: they say nothing.
  fileprivate var answeringAny: ModelFrame {
    let rows = (0..<rowCount).filter { row in
      columns.indices.contains { !values[$0 * rowCount + row].isNaN }
    }
    guard rows.count < rowCount else { return self }
    var result = self
    result.rowCount = rows.count
    result.values = columns.indices.flatMap { column in rows.map { values[column * rowCount + $0] } }
    result.weights = weights.map { all in rows.map { all[$0] } }
    result.clusters = clusters.map { all in rows.map { all[$0] } }
    result.subunits = subunits.map { all in rows.map { all[$0] } }
    result.strata = strata.map { all in rows.map { all[$0] } }
    result.rowNumbers = rows.map { rowNumbers[$0] }
    result.replicates = replicates?.selecting(rows)
    return result
  }
}
