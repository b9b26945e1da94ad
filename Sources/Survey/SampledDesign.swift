/// How a sample was drawn, before any of its rows are selected or left out.
///
/// A condition, a group or a missing answer makes a *domain* of a sample: how many units each stratum holds is a fact of the
/// whole sample, and units without a row in the domain count in it with zeros.
public struct SampledDesign: Sendable, Equatable {
  /// One stratum, or the whole sample without strata.
  public struct Stratum: Sendable, Equatable {
    /// Units drawn: clusters; without clusters respondents (with frequency weights their sum).
    public var units: Double
    /// The share of the population's units that was drawn, 0 … 1; 0 where nothing is said of the population.
    public var fraction: Double

    public init(units: Double, fraction: Double = 0) {
      self.units = units
      self.fraction = fraction
    }
  }

  /// A cluster by its stratum's value in the data (the empty text without strata) and its own.
  public struct Cluster: Sendable, Hashable {
    public let stratum: String
    public let name: String

    public init(stratum: String, name: String) {
      self.stratum = stratum
      self.name = name
    }
  }

  /// By the stratum's value in the data; one of the empty text without strata.
  public var strata: [String: Stratum]
  /// Of each cluster the units that were drawn within it, and their share of those that it holds; empty without a second stage.
  public var clusters: [Cluster: Stratum] = [:]
  /// Every cluster is a single row, or there are no clusters: the rows are the units.
  public var rowsAreUnits: Bool

  public init(strata: [String: Stratum], clusters: [Cluster: Stratum] = [:], rowsAreUnits: Bool) {
    self.strata = strata
    self.clusters = clusters
    self.rowsAreUnits = rowsAreUnits
  }
}

/// What a stratum with a single unit adds to a variance, which its own data do not tell (R's `survey.lonely.psu`).
public enum LonelyStratum: String, Sendable, Codable, CaseIterable {
  /// Nothing: the unit was certain to be drawn. Resamples keep it as it is.
  case certainty
  /// What the other strata add on average. Resamples, in which nothing can be averaged, do as `adjust` says.
  case average
  /// The square of its distance from the mean of all. Resamples take the unit twice or not at all, with equal chances.
  case adjust
}
