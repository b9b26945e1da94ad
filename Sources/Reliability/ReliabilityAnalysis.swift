import LinearAlgebra
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
    public var name: String
    public var label: String?
    public var items: [Int]

    public init(name: String, label: String? = nil, items: [Int]) {
      self.name = name
      self.label = label
      self.items = items
    }
    public var title: String { label ?? name }
  }

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
    public var value: Double?
    public var interval: Interval?

    public init(_ value: Double? = nil, interval: Interval? = nil) {
      self.value = value
      self.interval = interval
    }
  }

  /// One construct. What is not defined (of a single item, without rows, of an unlucky matrix) is `nil`, and a note says why.
  public struct ScaleFit: Sendable {
    public var scale: Scale
    public var alpha = Estimated()
    public var standardizedAlpha: Double?
    public var lambda2: Double?
    public var lambda6: Double?
    public var omegaTotal = Estimated()
    public var omegaHierarchical: Double?
    /// α and ω of polychoric correlations.
    public var ordinalAlpha: Double?
    public var ordinalOmega: Double?
    public var compositeReliability = Estimated()
    public var averageVarianceExtracted = Estimated()
    public var halves: SplitHalves?
    public var check: OneFactorCheck?
    public var items: [ItemStatistics] = []
  }

  /// Two constructs.
  public struct Pair: Sendable, Equatable {
    /// Positions in `scales`, `b` the earlier.
    public var a: Int
    public var b: Int
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
    public var items: Int
    /// Of the first principal component.
    public var componentShare: Double
    /// Of one factor by minimum residuals.
    public var factorShare: Double?
  }

  public struct Fit: Sendable {
    public var specification: ReliabilityAnalysis
    /// Respondents; `nil` when a matrix does not say.
    public var n: Double?
    public var rowsUsed: Int?
    public var replicatesUsed: Int
    public var scales: [ScaleFit]
    public var pairs: [Pair]
    /// `nil` for a single construct.
    public var commonMethod: CommonMethod?
    public var notes: [Note]
  }
}
