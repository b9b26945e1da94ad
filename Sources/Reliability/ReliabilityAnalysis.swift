import LinearAlgebra
public import Measures
public import Resampling
public import Survey

/// How well constructs are measured, each by several items, and whether they are distinct. A specification: options without
/// data.
///
/// Composite reliability and average variance extracted are those of a one-factor model by maximum likelihood; ω total is of
/// one factor by minimum residuals (McDonald 1999). All but α are of standardised items.
public struct ReliabilityAnalysis: Sendable, Equatable {
  /// A construct and the positions of its items.
  public struct Scale: Sendable, Equatable {
    /// The construct's name.
    public var name: String
    /// What people call it; `nil` where the study does not say.
    public var label: String?
    /// Columns of its items.
    public var items: [Int]
    /// The items' declared scales as their columns are read, one per item; `nil` where none is declared. Empty: none is.
    public var bounds: [RatingScale?]

    public init(name: String, label: String? = nil, items: [Int], bounds: [RatingScale?] = []) {
      precondition(bounds.isEmpty || bounds.count == items.count, "a scale, or none, per item")
      self.name = name
      self.label = label
      self.items = items
      self.bounds = bounds
    }
    /// The label, or the name where there is none.
    public var title: String { label ?? name }
  }

  /// The constructs.
  public var scales: [Scale]
  /// Without replicates α has Feldt's interval, and nothing else has one.
  public var bootstrap: BootstrapSpecification

  public init(scales: [Scale], bootstrap: BootstrapSpecification = BootstrapSpecification()) {
    precondition(!scales.isEmpty, "at least one construct")
    precondition(scales.allSatisfy { !$0.items.isEmpty }, "a construct has items")
    self.scales = scales
    self.bootstrap = bootstrap
  }

  /// A number and its interval.
  public struct Estimated: Sendable, Equatable {
    /// `nil` where it is not defined.
    public var value: Double?
    /// `nil` without resamples, or where too many failed.
    public var interval: Interval?

    public init(_ value: Double? = nil, interval: Interval? = nil) {
      self.value = value
      self.interval = interval
    }
  }

  /// One construct. What is not defined (of a single item, without rows, of an unlucky matrix) is `nil`, and a note says why.
  public struct ScaleFit: Sendable {
    /// The construct.
    public var scale: Scale
    /// Respondents who answered all of its items; with pairwise treatment the fewest who answered a pair of them. `nil` when a
    /// matrix does not say.
    public var n: Double?
    /// Cronbach's α of the items as they are; may be negative.
    public var alpha = Estimated()
    /// α of standardised items.
    public var standardizedAlpha: Double?
    /// Guttman's λ₂ of standardised items.
    public var lambda2: Double?
    /// Guttman's λ₆ of standardised items; `nil` when an item repeats others.
    public var lambda6: Double?
    /// McDonald's ω of one factor (minimum residuals) of standardised items.
    public var omegaTotal = Estimated()
    /// The same of the mean of the items as they are: what the correction for error divides by.
    public var rawOmega: Double?
    /// Share of a general factor behind three group factors (Schmid–Leiman); `nil` below six items.
    public var omegaHierarchical: Double?
    /// The three group factors do not correlate as those of a general factor do, so that there is no ω hierarchical.
    public var lacksGeneralFactor = false
    /// α and ω of polychoric correlations.
    public var ordinalAlpha: Double?
    /// ω of polychoric correlations.
    public var ordinalOmega: Double?
    /// Green and Yang's ω of the sum of the ratings, from one factor of the polychoric correlations.
    public var ordinalSumOmega: Double?
    /// The polychoric correlations contradict each other so much that α of them is none.
    public var hasImproperOrdinalAlpha = false
    /// (Σλ)²/((Σλ)² + Σ(1 − λ²)), standardised loadings of one factor by maximum likelihood.
    public var compositeReliability = Estimated()
    /// The mean of λ².
    public var averageVarianceExtracted = Estimated()
    /// The best, mean and worst split into halves; `nil` of one item.
    public var halves: SplitHalves?
    /// Whether one factor fits; `nil` below three items.
    public var check: OneFactorCheck?
    /// In the order of the scale's items.
    public var items: [ItemStatistics] = []
    /// What α gains without each item; of two items none.
    public var alphaGains: [Estimated] = []
    /// Positions of the items that go against the others (`ReversedItems`).
    public var turned: [Int] = []
    /// Resamples without an ω of this construct.
    public var undefinedReplicates = 0
  }

  /// Two constructs.
  public struct Pair: Sendable, Equatable {
    /// Positions in `scales`, `b` the earlier.
    public var a: Int
    /// The later construct, into `Fit.scales`.
    public var b: Int
    /// Respondents who answered all items of both; `nil` when a matrix does not say.
    public var n: Double?
    /// Mean absolute correlation between the constructs' items over the geometric mean of those within (Henseler, Ringle &
    /// Sarstedt 2015, doi:10.1007/s11747-014-0403-8).
    public var htmt: Estimated
    /// The same with geometric means throughout (Roemer, Schuberth & Henseler 2021, doi:10.1108/IMDS-02-2021-0082).
    public var htmt2: Estimated
    /// Of the sums of standardised items, divided by √(ω·ω): of the constructs without the error of their items.
    public var correlation: Estimated
  }

  /// How much the first factor of all items together takes: Harman's single-factor check.
  public struct CommonMethod: Sendable, Equatable {
    /// Of all constructs together.
    public var items: Int
    /// Respondents who answered all of them; `nil` when a matrix does not say.
    public var n: Double?
    /// Of the first principal component.
    public var componentShare: Double
    /// Of one factor by minimum residuals.
    public var factorShare: Double?
  }

  /// Very many rows are summed, and their pairs of answers counted; a matrix does where there are none.
  public static let need = DataNeed.tables

  /// The reliabilities of all constructs, complete.
  public struct Fit: Sendable {
    /// The options that the fit was made with.
    public var specification: ReliabilityAnalysis
    /// Respondents with an answer to any item; `nil` when a matrix does not say. Each construct has its own n.
    public var n: Double?
    /// Rows with an answer to any item; `nil` from a matrix.
    public var rowsUsed: Int?
    /// Of the construct that lost most. `nil` when only moments were given.
    public var rowLoss: RowLoss?
    /// Resamples that gave numbers; 0 when none were asked for.
    public var replicatesUsed: Int
    /// In the order of the specification's scales.
    public var scales: [ScaleFit]
    /// Every pair of constructs with two items or more.
    public var pairs: [Pair]
    /// `nil` for a single construct.
    public var commonMethod: CommonMethod?
    /// What the analyst should know.
    public var notes: [Note]

    /// A few respondents who happen to have answered two constructs say nothing of them.
    mutating func dropPairsOfFewRows() {
      for k in pairs.indices where (pairs[k].n ?? .infinity) < 3 {
        (pairs[k].htmt, pairs[k].htmt2, pairs[k].correlation) = (Estimated(), Estimated(), Estimated())
      }
    }
  }
}
