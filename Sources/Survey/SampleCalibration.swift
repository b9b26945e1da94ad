/// How the weights of a whole sample were made to reach known totals: what errors of estimates under them must know.
///
/// An estimate moves with the sample only as far as the margins do not already tell: in its variance each row's part gives way to
/// what a regression on the margins leaves of it (Deville & Särndal 1992).
public struct SampleCalibration: Sendable, Equatable {
  /// Rows of the sample, as their source numbers them.
  public let rowNumbers: [Int32]
  /// Weights before, and after.
  public let base: [Double]
  public let weights: [Double]
  /// Of each margin the category of every row.
  public let margins: [[Int32]]
  /// How many categories each has.
  public let sizes: [Int]
  /// Of every row; `nil` without any.
  public let strata: [Int32]?
  public let strataNames: [String]
  /// Where clusters join rows.
  public let clusters: [Int32]?
  /// Units of the second stage, and by cluster what was drawn of them and what the cluster is called; `nil` and empty without one.
  public let subunits: [Int32]?
  public let clusterSizes: [SampledDesign.Stratum]
  public let clusterNames: [String]

  package init(
    rowNumbers: [Int32], base: [Double], weights: [Double], margins: [[Int32]], sizes: [Int], strata: [Int32]?,
    strataNames: [String], clusters: [Int32]?, subunits: [Int32]? = nil, clusterSizes: [SampledDesign.Stratum] = [],
    clusterNames: [String] = []
  ) {
    self.rowNumbers = rowNumbers
    self.base = base
    self.weights = weights
    self.margins = margins
    self.sizes = sizes
    self.strata = strata
    self.strataNames = strataNames
    self.clusters = clusters
    self.subunits = subunits
    self.clusterSizes = clusterSizes
    self.clusterNames = clusterNames
  }
}
