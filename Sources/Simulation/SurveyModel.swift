public import LinearAlgebra
public import Survey

/// A stated model of a survey: what people think, how they answer, who they are and what goes missing.
///
/// Everything latent is a linear combination of normal variables with unit variance in the reference population (the one
/// without shifts): factors correlate, items load on factors, outcomes follow from factors, items and other outcomes by
/// standardised paths, and what the paths leave over is a residual. An answer is the latent response cut at thresholds.
/// Segments and waves shift means and may change paths; residual variances and thresholds stay those of the reference.
/// So the population's own moments, and with them its importance of drivers, are known exactly.
public struct SurveyModel: Sendable, Equatable {
  /// A coefficient on an earlier variable, which has unit variance in the reference population.
  public struct Path: Sendable, Equatable {
    /// The factor that it comes from.
    public var from: String
    /// Units of the target per unit of the factor.
    public var coefficient: Double

    public init(from: String, coefficient: Double) {
      self.from = from
      self.coefficient = coefficient
    }
  }

  /// Something people have in mind. Without paths it is exogenous, and correlates with the other exogenous factors.
  public struct Factor: Sendable, Equatable {
    /// The factor's name.
    public var name: String
    /// What people call it.
    public var label: String?
    /// From earlier factors; what they do not explain is independent normal, so that the variance is one.
    public var paths: [Path]
    /// The items that measure it, in order.
    public var items: [String]

    public init(name: String, label: String? = nil, paths: [Path] = [], items: [String] = []) {
      self.name = name
      self.label = label
      self.paths = paths
      self.items = items
    }
  }

  /// How a latent response becomes an answer.
  public struct Answer: Sendable, Equatable {
    /// Where an answer's latent value is cut into points of its scale.
    public enum Thresholds: Sendable, Equatable {
      /// Every point of the scale is equally probable in the reference population.
      case equal
      /// The probabilities of answering at most each point but the last, from the bad end of the scale.
      case cumulative([Double])
      /// The response, scaled to this mean and standard deviation as numbers are written, is rounded to the nearest point.
      case rounded(mean: Double, deviation: Double)
    }
    /// The points, from the bad end; `nil`: the answer is continuous, with the mean and deviation of `rounded`.
    public var scale: RatingScale?
    /// Where the latent value is cut.
    public var thresholds: Thresholds
    /// The chances that the answer is empty and that it is the code for "don't know".
    public var empty: Double
    /// Probability that the answer is the code for don't know.
    public var dontKnow: Double

    public init(scale: RatingScale?, thresholds: Thresholds, empty: Double = 0, dontKnow: Double = 0) {
      self.scale = scale
      self.thresholds = thresholds
      self.empty = empty
      self.dontKnow = dontKnow
    }
  }

  /// A question that shows factors.
  public struct Item: Sendable, Equatable {
    /// The column's name.
    public var name: String
    /// The question's text.
    public var label: String?
    /// Standardised loadings on factors.
    public var loadings: [Path]
    /// How the latent value becomes an answer.
    public var answer: Answer
    /// The mean of respondents' ratings of how important the item is.
    public var stated: Double?

    public init(name: String, label: String? = nil, loadings: [Path], answer: Answer, stated: Double? = nil) {
      self.name = name
      self.label = label
      self.loadings = loadings
      self.answer = answer
      self.stated = stated
    }
  }

  /// A question that is to be explained.
  public struct Outcome: Sendable, Equatable {
    /// The column's name.
    public var name: String
    /// The question's text.
    public var label: String?
    /// From factors.
    public var paths: [Path]
    /// How the latent value becomes an answer.
    public var answer: Answer

    public init(name: String, label: String? = nil, paths: [Path], answer: Answer) {
      self.name = name
      self.label = label
      self.paths = paths
      self.answer = answer
    }
  }

  /// A column that says which part of the population a respondent belongs to.
  public struct Partition: Sendable, Equatable {
    /// A segment or a wave: a share of the respondents, and what differs in it.
    public struct Part: Sendable, Equatable {
      /// The value in the column.
      public var name: String
      /// The share of the population.
      public var share: Double
      /// The share of the sample, when the sample is not proportional; weights make up for it.
      public var sampled: Double
      /// What is added to the mean of a factor, item or outcome, in its standard deviations.
      public var means: [String: Double]
      /// Other coefficients: `paths[outcome][from]`.
      public var paths: [String: [String: Double]]

      public init(
        name: String, share: Double, sampled: Double? = nil, means: [String: Double] = [:],
        paths: [String: [String: Double]] = [:]
      ) {
        self.name = name
        self.share = share
        self.sampled = sampled ?? share
        self.means = means
        self.paths = paths
      }
    }
    /// The column that says which part a respondent belongs to.
    public var variable: String
    /// Every respondent belongs to one.
    public var parts: [Part]

    public init(variable: String, parts: [Part]) {
      self.variable = variable
      self.parts = parts
    }
  }

  /// A column of weights: population share over sample share of the segment, times a lognormal factor of mean 1.
  public struct WeightColumn: Sendable, Equatable {
    /// The column that holds the weights.
    public var variable: String
    /// The standard deviation of the factor's logarithm.
    public var logDeviation: Double

    public init(variable: String, logDeviation: Double) {
      self.variable = variable
      self.logDeviation = logDeviation
    }
  }

  /// Columns that hold how important respondents say the items are.
  public struct StatedRatings: Sendable, Equatable {
    /// Before the item's name: `imp_pq1` rates `pq1`.
    public var prefix: String
    /// Of stated importance.
    public var scale: RatingScale
    /// Of a rating around the item's own, in points.
    public var deviation: Double
    /// The correlation of any two ratings of one respondent.
    public var correlation: Double

    public init(prefix: String, scale: RatingScale, deviation: Double, correlation: Double) {
      self.prefix = prefix
      self.scale = scale
      self.deviation = deviation
      self.correlation = correlation
    }
  }

  /// What the survey is.
  public var title: String?
  /// Rows to draw.
  public var respondents: Int
  /// Of the random streams: the same seed is the same survey.
  public var seed: UInt64
  /// The name of a column that numbers the respondents.
  public var identifier: String?
  /// Each after those that it comes from.
  public var factors: [Factor]
  /// Correlations of the exogenous factors, in their order.
  public var correlations: SymmetricMatrix
  /// In the order of columns.
  public var items: [Item]
  /// After the items.
  public var outcomes: [Outcome]
  /// The factors whose items are the drivers of an analysis.
  public var drivers: [String]
  /// A column of segments; `nil` for none.
  public var segments: Partition?
  /// A column of waves; `nil` for none.
  public var waves: Partition?
  /// A column of weights; `nil` for none.
  public var weights: WeightColumn?
  /// Columns of stated importance; `nil` for none.
  public var stated: StatedRatings?
  /// The number that stands for "don't know".
  public var dontKnowCode: Double?

  public init(
    title: String? = nil, respondents: Int, seed: UInt64 = 1, identifier: String? = nil, factors: [Factor],
    correlations: SymmetricMatrix, items: [Item], outcomes: [Outcome], drivers: [String]? = nil,
    segments: Partition? = nil, waves: Partition? = nil, weights: WeightColumn? = nil, stated: StatedRatings? = nil,
    dontKnowCode: Double? = nil
  ) {
    self.title = title
    self.respondents = respondents
    self.seed = seed
    self.identifier = identifier
    self.factors = factors
    self.correlations = correlations
    self.items = items
    self.outcomes = outcomes
    self.drivers = drivers ?? factors.filter { $0.paths.isEmpty && !$0.items.isEmpty }.map(\.name)
    self.segments = segments
    self.waves = waves
    self.weights = weights
    self.stated = stated
    self.dontKnowCode = dontKnowCode
  }

  /// The names of the waves, in order; empty when there is one only.
  public var waveNames: [String] { waves?.parts.map(\.name) ?? [] }
  /// The values of the column of segments; empty without one.
  public var segmentNames: [String] { segments?.parts.map(\.name) ?? [] }

  func item(_ name: String) -> Item? { items.first { $0.name == name } }
  func factor(_ name: String) -> Factor? { factors.first { $0.name == name } }
}

extension SurveyModel {
  /// The most respondents that are drawn at once.
  public static let respondentLimit = 5_000_000

  /// Whether there is such a population.
  ///
  /// Throws `DataFault.notPositiveDefinite` for correlations that no population has, `.request` for parts that contradict each
  /// other.
  package func check() throws { _ = try cells() }
}
