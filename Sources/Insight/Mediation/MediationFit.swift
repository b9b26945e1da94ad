public import Measures
public import Regression
public import Survey

extension MediationAnalysis {
  /// A number, its error and the ends of its interval.
  public struct Estimate: Sendable, Equatable {
    /// In units of the outcome per unit of the driver, unless it is a share or a correlation.
    public var value: Double
    /// Its standard error; `nil` where these data give none.
    public var standardError: Double?
    /// Lower end of the interval.
    public var low: Double?
    /// Upper end of the interval.
    public var high: Double?

    public init(_ value: Double, standardError: Double? = nil, low: Double? = nil, high: Double? = nil) {
      self.value = value
      self.standardError = standardError
      self.low = low
      self.high = high
    }

    /// Whether the interval leaves zero out; `nil` without one.
    public var isClear: Bool? {
      guard let low, let high else { return nil }
      return low > 0 || high < 0
    }
  }

  /// What the intervals of both parts bear, never the want of significance of the direct one alone.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The interval of the share that is carried lies above four fifths, and that of the direct part holds zero.
    case wholly
    /// Both parts leave zero out, on the same side.
    case inPart = "in_part"
    /// Both leave zero out, on opposite sides: they work against each other.
    case against
    /// What is carried leaves zero out; how much goes past it is open.
    case atLeastInPart = "at_least_in_part"
    /// The interval of what is carried holds zero.
    case open
  }

  /// The share from which on one speaks of all: what goes past is less than a fifth.
  public static let wholeShare = 0.8

  /// One way from a driver to an outcome, or all of them together.
  public struct Effect: Sendable {
    /// By name.
    public var outcome: String
    /// The driver's term: of categories `variable=level`.
    public var driver: String
    /// Mediators of the way in their order; empty: all ways together.
    public var through: [String]
    /// The product along the way, or the sum of all ways.
    public var indirect: Estimate
    /// Past the mediators; `nil` of one way among several.
    public var direct: Estimate?
    /// Both together; `nil` of one way among several.
    public var total: Estimate?
    /// indirect / total, with ends only where the interval of the total leaves zero out.
    public var share: Estimate
    /// The indirect effect with driver and outcome of variance 1; `nil` of categories.
    public var standardized: Double?
    /// `nil` without intervals, and of one way among several.
    public var verdict: Verdict?
    /// Whether it is the only way, or all ways: what sentences are about.
    public var isWhole: Bool
    /// Of an outcome of two answers the upper one, of ordered answers one of them: effects are on the chance of it or a higher one;
    /// `nil`: they are points of the outcome.
    public var answer: Double?
    /// Of chances, the driver's values that are compared; `nil` of categories, and of points of the outcome.
    public var values: ClosedRange<Double>?
  }

  /// One coefficient of one regression.
  public struct Path: Sendable {
    /// The column that is explained.
    public var dependent: String
    /// What stands for it in formulas: `a`, `d`, `b`, `c'`; `nil` of covariates and the intercept.
    public var role: String?
    /// The term with its test, as the regression has it.
    public var term: LinearRegression.Fit.Term
    /// Of the regression.
    public var rSquared: Double
    /// Kind of the error.
    public var errors: LinearRegression.ErrorKind
  }

  /// Effects at one value of the moderator.
  public struct ConditionalEffect: Sendable {
    /// Whose effect it is; its share and verdict are not told.
    public var effect: Effect
    /// The moderator's value; `nil` of a category.
    public var value: Double?
    /// The category, or which of the values it is: `low` (mean − sd), `mean`, `high` (mean + sd), `value`.
    public var level: String
  }

  /// How an indirect effect changes with the moderator.
  public struct ModeratedMediation: Sendable {
    /// The outcome's column.
    public var outcome: String
    /// The driver's term.
    public var driver: String
    /// Mediators of the way in their order.
    public var through: [String]
    /// `index`: per unit of the moderator. `difference`: at `level` less at `versus`.
    public var quantity: String
    /// A level of the moderator; `nil` of an index.
    public var level: String?
    /// The level compared with.
    public var versus: String?
    /// With its interval.
    public var estimate: Estimate
  }

  /// Values of a moderator between which a coefficient is of one kind (Johnson & Neyman 1936; Bauer & Curran 2005,
  /// doi:10.1207/s15327906mbr4003_5).
  public struct Region: Sendable {
    /// The outcome's column.
    public var outcome: String
    /// Where the coefficient begins.
    public var from: String
    /// Where it ends.
    public var to: String
    /// Values within those observed.
    public var low: Double
    /// The upper end, within those observed.
    public var high: Double
    /// 1 or −1 where the interval of the coefficient leaves zero out, 0 where it holds it.
    public var sign: Int
    /// Of the respondents.
    public var share: Double
  }

  /// How strongly something unmeasured would have to move mediator and outcome to undo an indirect effect.
  public struct Sensitivity: Sendable {
    /// The outcome's column.
    public var outcome: String
    /// The mediator.
    public var through: String
    /// The correlation of what is left of mediator and outcome at which every indirect effect by this mediator is zero.
    public var rho: Estimate
    /// ρ²·(1 − R²_M)(1 − R²_Y): the product of the shares of all variance.
    public var ofAllVariance: Double
  }

  /// All of one analysis, complete.
  public struct Fit: Sendable {
    /// The options that it was made with.
    public var specification: MediationAnalysis
    /// Where intervals come from.
    public var inference: Inference
    /// Of every outcome and driver, way by way.
    public var effects: [Effect]
    /// Of every regression.
    public var paths: [Path]
    /// At values of the moderator.
    public var conditional: [ConditionalEffect] = []
    /// How effects change with the moderator.
    public var moderated: [ModeratedMediation] = []
    /// Where coefficients leave zero out.
    public var regions: [Region] = []
    /// What would undo the effects.
    public var sensitivity: [Sensitivity] = []
    /// All effects but those on the chances of ordered answers below the highest: what people are told first.
    public var foremostEffects: [Effect] {
      var highest: [String: Double] = [:]
      for effect in effects {
        guard let answer = effect.answer else { continue }
        highest[effect.outcome] = max(answer, highest[effect.outcome] ?? answer)
      }
      return effects.filter { $0.answer == highest[$0.outcome] }
    }
    /// What columns are called, by name.
    public var labels: [String: String]
    /// Respondents.
    public var n: Double
    /// `nil` when only moments were given.
    public var rowsUsed: Int?
    /// Rows that missing answers cost; `nil` when only moments were given.
    public var rowLoss: RowLoss?
    /// Resamples, or draws, that gave numbers.
    public var replicatesUsed = 0
    /// What a reader must know.
    public var notes: [Note]

    /// The label of a column, or its name.
    public func title(_ name: String) -> String { labels[name] ?? name }
  }
}

extension MediationAnalysis.Verdict {
  /// What the intervals say; `nil` without them.
  init?(
    indirect: MediationAnalysis.Estimate, direct: MediationAnalysis.Estimate, share: MediationAnalysis.Estimate
  ) {
    guard let isCarried = indirect.isClear, let isDirect = direct.isClear else { return nil }
    guard isCarried else {
      self = .open
      return
    }
    if isDirect {
      self = (indirect.value > 0) == (direct.value > 0) ? .inPart : .against
    } else {
      self = share.low.map { $0 >= MediationAnalysis.wholeShare } ?? false ? .wholly : .atLeastInPart
    }
  }
}
