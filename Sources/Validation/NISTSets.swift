import Datasets
import Measures
import Regression
import Survey
import SurveyFiles

/// NIST's Statistical Reference Datasets (doi:10.18434/T43G6C): which there are, and what the program makes of them.
enum NISTSets {
  /// The figures of one set, by NIST's word for the statistic and its number of the term (`coef/B1`), each with what the
  /// program calls the term.
  typealias Computed = [String: (term: String?, value: Double?)]

  static let regressions = [
    "Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3", "Wampler4",
    "Wampler5",
  ]
  static let univariates = [
    "PiDigits", "Lottery", "Lew", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4",
  ]
  static let variances = [
    "SiRstv", "SmLs01", "SmLs02", "SmLs03", "SmLs04", "SmLs05", "SmLs06", "SmLs07", "SmLs08", "SmLs09", "AtmWtAg",
  ]
  static var all: [String] { regressions + univariates + variances }

  static func of(_ suite: ValidationRun.Suite) -> [String] {
    switch suite {
    case .regression: regressions
    case .univariate: univariates
    case .anova: variances
    case .importance, .factors, .structural: []
    }
  }

  static func suite(of dataset: String) -> ValidationRun.Suite? {
    ValidationRun.Suite.allCases.first { of($0).contains(dataset) }
  }

  /// A certified value beside what was computed.
  static func figure(
    _ certified: CertifiedValue, _ suite: ValidationRun.Suite, label: String, actual computed: Computed
  ) -> ValidationRun.Figure {
    let own = computed["\(certified.statistic)/\(certified.term)"]
    let requirement = Requirement.certified[Requirement.key(label, certified.statistic)]
    let peer = Peer.value(label, certified.statistic, certified.term)
    return ValidationRun.Figure(
      suite: suite, dataset: label, quantity: CertifiedValue.quantities[certified.statistic] ?? certified.statistic,
      term: own?.term ?? (certified.term.isEmpty ? nil : certified.term), expected: certified.text,
      actual: own?.value, digits: CorrectDigits.count(own?.value, certified: certified.value),
      required: requirement?.required ?? CorrectDigits.most, ceiling: requirement?.ceiling,
      reason: requirement?.reason ?? "", peer: peer.map { _ in Peer.name },
      peerDigits: peer.map { CorrectDigits.count($0, certified: certified.value) })
  }

  /// What the program makes of a set: once, or (Filip) once for each way to form its powers.
  static func compute(_ dataset: String, _ suite: ValidationRun.Suite) throws -> [(label: String, Computed)] {
    let data = try read(dataset)
    switch suite {
    case .univariate: return [(dataset, univariate(try data.variable("y").doubles))]
    case .anova: return [(dataset, variance(try OneWayVariance().fit(to: data, outcome: "y", group: "treatment")))]
    case .regression:
      return try RegressionSets.models(dataset, data).map { ($0.label, try RegressionSets.figures($0)) }
    case .importance, .factors, .structural: return []
    }
  }

  static func read(_ dataset: String) throws -> Dataset {
    guard let file = BundledDatasets.named("nist")?.file("\(dataset).csv") else {
      preconditionFailure("the set comes with the program")
    }
    return try CSVReader(bytes: file.bytes, name: file.name).read(jobs: 1)
  }

  private static func univariate(_ values: [Double]) -> Computed {
    let statistics = UnivariateStatistics(values)
    return [
      "mean/": (nil, statistics.mean), "sd/": (nil, statistics.standardDeviation),
      "acf1/": (nil, statistics.autocorrelation),
    ]
  }

  private static func variance(_ fit: OneWayVariance.Fit) -> Computed {
    [
      "ss_between/": (nil, fit.sumOfSquaresBetween), "ms_between/": (nil, fit.meanSquareBetween),
      "ss_within/": (nil, fit.sumOfSquaresWithin), "ms_within/": (nil, fit.meanSquareWithin),
      "F/": (nil, fit.fStatistic), "r_squared/": (nil, fit.rSquared), "residual_sd/": (nil, fit.sigma),
    ]
  }
}
