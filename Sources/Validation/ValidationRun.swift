import Regression
public import Survey

/// Computes reference figures again on this machine and counts the digits that are right.
///
/// This is the specification; `run()` gives a `Result`.
public struct ValidationRun: Sendable {
  /// What is computed again.
  public enum Suite: String, CaseIterable, Sendable {
    /// NIST's linear regressions: coefficients, standard errors, residual sd, R², F.
    case regression
    /// NIST's univariate sets: mean, standard deviation, lag-1 autocorrelation.
    case univariate
    /// NIST's one-way analyses of variance.
    case anova
    /// Relative importance against relaimpo.
    case importance
    /// Factor analysis against R.
    case factors
    /// Models of constructs and paths against lavaan.
    case structural

    /// What people read over its table.
    public var title: String {
      switch self {
      case .regression: "Linear regression (NIST)"
      case .univariate: "Univariate statistics (NIST)"
      case .anova: "One-way analysis of variance (NIST)"
      case .importance: "Relative importance (relaimpo 2.2-7)"
      case .factors: "Factor analysis (R, psych, GPArotation)"
      case .structural: "Path models (lavaan 0.6-14)"
      }
    }
  }

  /// One figure beside its reference.
  public struct Figure: Sendable, Equatable {
    /// The suite it belongs to.
    public let suite: Suite
    /// The reference set.
    public let dataset: String
    /// What is compared: `coefficient`, `mean`, `lmg`, ….
    public let quantity: String
    /// Which coefficient or driver; `nil` for a figure of the whole set.
    public let term: String?
    /// The reference as it was published.
    public let expected: String
    /// `nil` when the program gives none.
    public let actual: Double?
    /// Correct digits, 0 … 15.
    public let digits: Double
    /// Digits that it must have.
    public let required: Double
    /// The most digits that the data allow as doubles, in the worst term of the set; `nil` where it is not known.
    public let ceiling: Double?
    /// Why no more is required.
    public let reason: String
    /// Another program that computes it, and how many digits it gets.
    public let peer: String?
    /// The digits that another program gets; `nil` where none computes it.
    public let peerDigits: Double?

    /// It has the digits that it must have.
    public var passed: Bool { digits >= required }
  }

  /// What a run came to.
  public struct Result: Sendable {
    /// In the order of suites and sets.
    public let figures: [Figure]
    /// What the analyst should know.
    public let notes: [Note]

    /// The figures with too few digits.
    public var failures: [Figure] { figures.filter { !$0.passed } }
    /// Every figure has its digits.
    public var passed: Bool { failures.isEmpty }

    /// The figures of one set.
    public struct Group: Sendable {
      /// The suite it belongs to.
      public let suite: Suite
      /// The reference set.
      public let dataset: String
      /// All of this set.
      public let figures: [Figure]
      /// The figure with the least to spare over what is required.
      public var weakest: Figure { figures.min { $0.digits - $0.required < $1.digits - $1.required }! }
      /// Every figure has its digits.
      public var passed: Bool { figures.allSatisfy(\.passed) }
    }

    /// By set, in the order of the figures.
    public var groups: [Group] {
      var order: [[String]] = []
      var members: [[String]: [Figure]] = [:]
      for figure in figures {
        let key = [figure.suite.rawValue, figure.dataset]
        if members[key] == nil { order.append(key) }
        members[key, default: []].append(figure)
      }
      return order.map { Group(suite: members[$0]![0].suite, dataset: $0[1], figures: members[$0]!) }
    }
  }

  /// Which are run, in their order.
  public var suites: [Suite]
  private let certified: [CertifiedValue]

  /// Against NIST's certified values, relaimpo's figures and R's.
  public init(suites: [Suite] = Suite.allCases) {
    self.suites = suites
    certified = CertifiedValue.nist()
  }

  /// Against certified values of the caller's own for NIST's sets: a table with the columns of `certified.csv`. Only the
  /// figures that stand in it are compared.
  ///
  /// Throws `DataFault` naming the row when it is no such table.
  public init(suites: [Suite] = Suite.allCases, expected text: String, source: String) throws {
    certified = try CertifiedValue.read(text, source: source)
    let named = Set(certified.compactMap { NISTSets.suite(of: $0.dataset) })
    self.suites = suites.filter(named.contains)
    if self.suites.isEmpty {
      throw ReferenceFault.referenceFile(
        source: source, problem: "it holds no figure of \(suites.map(\.rawValue).joined(separator: ", "))",
        suggestion: "Its figures are of \(named.map(\.rawValue).sorted().joined(separator: ", ")).")
    }
  }

  /// Computes everything again.
  public func run() throws -> Result {
    var figures: [Figure] = []
    for suite in suites {
      switch suite {
      case .importance: figures += try ImportanceSuite.figures()
      case .factors: figures += try FactorSuite.figures()
      case .structural: figures += try StructuralSuite.figures()
      default:
        for dataset in NISTSets.of(suite) {
          let own = certified.filter { $0.dataset == dataset }
          if own.isEmpty { continue }
          for (label, actual) in try NISTSets.compute(dataset, suite) {
            figures += own.map { NISTSets.figure($0, suite, label: label, actual: actual) }
          }
        }
      }
    }
    let infinite = figures.filter { $0.passed && $0.actual == .infinity }.map(\.dataset)
    let notes =
      infinite.isEmpty
      ? []
      : [
        Note(
          .infinite,
          "\(infinite.joined(separator: ", ")): the fit is perfect and F infinite, as certified. JSON writes null for it."
        )
      ]
    return Result(figures: figures, notes: notes)
  }
}
