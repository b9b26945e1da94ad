public import LinearAlgebra
public import Measures
import Survey

/// Correlations that a factor analysis starts from, with what is known of their sample.
///
/// They may be Pearson's from `Moments`, or of any other kind: then the test of the model that assumes normal data and
/// Pearson correlations is not to be had.
public struct CorrelationInput: Sendable, Equatable {
  /// The items.
  public var names: [String]
  /// Ones on the diagonal.
  public var correlation: SymmetricMatrix
  /// Respondents; `nil` when a published matrix does not say.
  public var n: Double?
  /// Whether χ² and what follows from it may be computed: complete, unweighted (or frequency-weighted) rows and Pearson's
  /// correlations.
  public var isNormalTheory: Bool

  /// - Throws: `DataFault` for an item without variation, for two items that are the same, for too few items, for too few
  ///   respondents, and for a matrix that is not positive definite.
  public init(
    names: [String], correlation: SymmetricMatrix, n: Double?, isNormalTheory: Bool
  ) throws {
    precondition(names.count == correlation.order, "one name per row of the correlations")
    self.names = names
    self.correlation = correlation
    self.n = n.flatMap { $0.isNaN ? nil : $0 }
    self.isNormalTheory = isNormalTheory
    try check()
  }

  /// Pearson's correlations.
  public init(_ moments: Moments) throws {
    try moments.requireVariances()
    try self.init(
      names: moments.names, correlation: moments.correlation, n: moments.n,
      isNormalTheory: moments.treatment.missing == .listwise && moments.treatment.hasNormalTheory)
  }

  private func check() throws {
    let p = names.count
    if p < 3 { throw FactorFault.tooFewItems(items: p, needed: 3, analysis: "a factor analysis") }
    if let n, n <= Double(p) {
      throw FactorFault.tooFewRespondents(rows: Int(n), items: p, analysis: "a factor analysis")
    }
    for i in 0..<p {
      for j in 0..<i {
        let r = correlation[i, j]
        guard r.isFinite else { throw DataFault.momentsNotFinite(variable: names[i]) }
        if abs(r) > 1 - 1e-9 { throw FactorFault.sameItems(a: names[j], b: names[i], correlation: r) }
      }
    }
    let definiteness = Definiteness(correlation)
    if !definiteness.isSemidefinite { throw DataFault.notPositiveDefinite(what: "The correlation matrix of the items") }
    if !definiteness.isDefinite {
      throw FactorFault.dependentItems(variable: names[dependentItem])
    }
  }

  /// The first item that is a combination of those before it.
  private var dependentItem: Int {
    var sweep = Sweep(correlation)
    for i in names.indices where !sweep.sweep(i) { return i }
    return names.count - 1
  }

  /// R⁻¹.
  var inverse: SymmetricMatrix {
    get throws { try factor.inverse }
  }

  var factor: Cholesky {
    get throws {
      do { return try Cholesky(correlation) } catch {
        throw DataFault.notPositiveDefinite(what: "The correlation matrix of the items")
      }
    }
  }
}
