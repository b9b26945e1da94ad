public import LinearAlgebra
public import Survey

/// Names, counts, means and scatter: the currency that every model starts from.
///
/// It can come from rows, from a stream, from a file of published moments, or from a random draw.
public struct Moments: Sendable, Equatable {
  /// How the moments were made.
  public struct Treatment: Sendable, Equatable {
    /// Which rows a pair of variables is on.
    public var missing: MissingTreatment
    /// What weights meant; `nil` without any.
    public var weights: WeightsKind?
    /// What sort of correlations the scatter holds; covariances are `.pearson`.
    public var correlation: CorrelationMethod
    /// The variables are themselves estimates: scores with estimated weights, or corrected for error of measurement.
    public var isEstimated: Bool
    public init(
      missing: MissingTreatment = .listwise, weights: WeightsKind? = nil, correlation: CorrelationMethod = .pearson,
      isEstimated: Bool = false
    ) {
      self.missing = missing
      self.weights = weights
      self.correlation = correlation
      self.isEstimated = isEstimated
    }

    /// Whether χ² and errors of normal theory hold for moments made so: product moments of rows that count as
    /// respondents. Of ranks, polychorics and weighted samples they do not: models then give none.
    public var hasNormalTheory: Bool {
      correlation.hasNormalTheory && !isEstimated && (weights == nil || weights == .frequency)
    }
  }

  /// In the order of the scatter's rows.
  public var names: [String]
  /// Respondents: rows used; with frequency weights their sum. With pairwise treatment the smallest count of any pair.
  /// NaN when the source (a published matrix) does not say: see `requireN`.
  public var n: Double
  /// Σw and Σw² over the rows used (n and n without weights and with frequencies; with pairwise treatment those of the
  /// pair with the fewest rows).
  public var sumOfWeights: Double
  /// Σw² over the rows used.
  public var sumOfSquaredWeights: Double
  /// Weighted means; `nil` when the source (a correlation matrix) has none.
  public var means: [Double]?
  /// Σw(x − x̄)(y − ȳ), unscaled. With pairwise treatment: r·s·s' of each pair, scaled so that `covariance` gives it back,
  /// where r is the pair's correlation on its own rows and s the deviation of all answers to a column.
  public var scatter: SymmetricMatrix
  /// Counts by pair with pairwise treatment, else `nil`.
  public var pairCounts: SymmetricMatrix?
  /// The scatter is of standardised variables: only correlations are known.
  public var isCorrelation: Bool
  /// How missing answers and weights were treated.
  public var treatment: Treatment
  /// Σ ln w of precision weights, for a likelihood; `nil` when not known.
  package var sumOfLogWeights: Double?

  public init(
    names: [String], n: Double, sumOfWeights: Double, sumOfSquaredWeights: Double, means: [Double]?,
    scatter: SymmetricMatrix, pairCounts: SymmetricMatrix? = nil, isCorrelation: Bool = false,
    treatment: Treatment = Treatment()
  ) {
    precondition(names.count == scatter.order, "one name per row of the scatter matrix")
    self.names = names
    self.n = n
    self.sumOfWeights = sumOfWeights
    self.sumOfSquaredWeights = sumOfSquaredWeights
    self.means = means
    self.scatter = scatter
    self.pairCounts = pairCounts
    self.isCorrelation = isCorrelation
    self.treatment = treatment
  }

  /// Covariances: scatter / Σw · n / (n − 1); for unweighted and frequency-weighted rows scatter / (n − 1).
  ///
  /// Of a source that does not say n the scatter is Σw times the covariances it gives.
  public var covariance: SymmetricMatrix {
    let scale = 1 / scatterUnit
    return SymmetricMatrix(order: scatter.order, packed: scatter.packed.map { $0 * scale })
  }

  /// What the scatter is divided by to be a covariance.
  package var scatterUnit: Double { n.isNaN ? sumOfWeights : sumOfWeights * (n - 1) / n }
}
