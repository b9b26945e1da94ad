/// What is wrong with the design of a sample. Rows count from 1; `stratum` is `nil` without strata; of a second stage of sampling the
/// strata are the clusters of the first, and `isCluster` says so.
public enum DesignFault: Sendable, Equatable {
  /// A stratum of the whole sample has one unit, and nothing says what it adds to a variance.
  case loneUnit(stratum: String, isCluster: Bool)
  /// A cluster of which not all was drawn has one unit of the second stage in the sample, and nothing says what it adds.
  case loneSubunit(cluster: String)
  /// Every stratum has one unit, and the others are to be averaged.
  case nothingToAverage
  /// The population's size is missing (NaN), not above zero, or infinite.
  case populationSize(variable: String, row: Int, value: Double)
  /// Numbers below 1 and above it.
  case sharesAndCounts(variable: String, share: Double, shareRow: Int, count: Double, countRow: Int)
  /// Two populations of one stratum.
  case twoPopulations(
    variable: String, row: Int, value: Double, other: Double, stratum: String?, isCluster: Bool = false)
  /// More units than the population has.
  case populationTooSmall(
    variable: String, units: Double, population: Double, stratum: String?, isCluster: Bool = false)
}

extension DesignFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .loneUnit(let stratum, let isCluster):
      "Stratum '\(stratum)' holds a single \(isCluster ? "cluster" : "respondent") in the whole sample, so the variance within it is unknown. Merge it with a similar stratum, or say what it adds: \(setting: .lonely, "certainty") (nothing), \(setting: .lonely, "average") (what the other strata add on average) or \(setting: .lonely, "adjust") (its distance from the mean of all)."
    case .loneSubunit(let cluster):
      "Cluster '\(cluster)' holds a single unit of the second stage in the whole sample, and more in the population, so the variance within it is unknown. Say what it adds: \(setting: .lonely, "certainty") (nothing), \(setting: .lonely, "average") (what the other clusters add on average) or \(setting: .lonely, "adjust") (the square of its total)."
    case .nothingToAverage:
      "Every stratum holds a single unit, so there is no variance to average. Merge strata, or use \(setting: .lonely, "adjust")."
    case .populationSize(let variable, let row, let value):
      "Column '\(variable)', row \(row): the population's size is \(value.isNaN ? "missing" : Sentence.number(value)). Give every row of the sample the number of units in its stratum's population, or the share of them that was drawn."
    case .sharesAndCounts(let variable, let share, let shareRow, let count, let countRow):
      "Column '\(variable)' holds both shares (\(Sentence.number(share)) in row \(shareRow)) and counts (\(Sentence.number(count)) in row \(countRow)). Give population counts throughout, or shares up to 1 throughout."
    case .twoPopulations(let variable, let row, let value, let other, let stratum?, true):
      "Column '\(variable)', row \(row): the population's size is \(Sentence.number(value)), and \(Sentence.number(other)) elsewhere in cluster '\(stratum)'. A cluster holds one number of units: correct it, or say with \(setting: .fpc) which column holds it."
    case .twoPopulations(let variable, let row, let value, let other, let stratum, _):
      "Column '\(variable)', row \(row): the population's size is \(Sentence.number(value)), and \(Sentence.number(other)) elsewhere in \(stratum.map { "stratum '\($0)'" } ?? "the sample"). A stratum has one population: correct it, or say with \(setting: .fpc) which column holds it."
    case .populationTooSmall(let variable, let units, let population, let stratum?, true):
      "Of cluster '\(stratum)' the sample holds \(Sentence.number(units)) units, and column '\(variable)' says that there are \(Sentence.number(population)). Count in it what was drawn within clusters: the units of the second stage."
    case .populationTooSmall(let variable, let units, let population, let stratum, _):
      "\(stratum.map { "Stratum '\($0)'" } ?? "The sample") holds \(Sentence.number(units)) units, and column '\(variable)' says that its population has \(Sentence.number(population)). Count in it what was drawn: clusters where there are clusters, else respondents."
    }
  }
}
