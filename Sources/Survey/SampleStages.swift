/// The columns that say how a sample was drawn in one stage or two: `--cluster psu,ssu --fpc a,b`.
struct SampleStages {
  /// Of clusters, and of the units drawn within each of them.
  private(set) var clusters: [String] = []
  /// Of the population's units at each of these stages.
  private(set) var populations: [String] = []

  /// A name that holds commas and is a column's is one column; else commas part names, and quotes protect those in one.
  ///
  /// Throws `DataFault.noSuchVariable`, and `.request` for stages that do not fit.
  init(_ study: StudySpecification, columns: Selection.Columns) throws {
    clusters = try Self.columns(study.cluster, columns)
    populations = try Self.columns(study.populationSize, columns)
    if clusters.count > 2 || populations.count > 2 {
      throw DataFault.request(
        problem: "Errors take two stages of sampling, and more are named",
        suggestion:
          "Name those of the first two: clusters, and the units drawn within them. What later stages add is in the spread of these, but for clusters and units of which most were drawn."
      )
    }
    if populations.count == 2, clusters.isEmpty {
      throw DataFault.request(
        problem: "\(setting: .fpc) names populations of two stages, and nothing says what was drawn first",
        suggestion: "Name the clusters with \(setting: .cluster).")
    }
  }

  private static func columns(_ text: String?, _ columns: Selection.Columns) throws -> [String] {
    guard let text else { return [] }
    let parts = Selection.split(text)
    if parts.count < 2 { return [try columns.exactly(text)] }
    if let whole = try? columns.exactly(text) { return [whole] }
    return try parts.map(columns.exactly)
  }

  /// Says in roles what is known of both stages. Where nothing is known of the population the clusters are taken for few of very
  /// many, and the second stage has no part in errors.
  func apply(to roles: inout AnalysisRoles) {
    roles.cluster = clusters.first
    roles.populationSize = populations.first
    roles.subpopulationSize = populations.count > 1 ? populations[1] : nil
    let inner = clusters.count > 1 ? clusters[1] : nil
    if populations.isEmpty { roles.unusedSubcluster = inner } else { roles.subcluster = inner }
  }
}

extension StudySpecification {
  /// Says in roles what the study says of clusters and populations.
  ///
  /// Throws `DataFault.noSuchVariable` and `.request`.
  package func applyStages(to roles: inout AnalysisRoles, in names: [String]) throws {
    try SampleStages(self, columns: Selection.Columns(names)).apply(to: &roles)
  }

  /// Columns that the text of clusters or populations may mean where no data tell: each part, and the whole.
  package static func namedStages(_ text: String) -> [String] {
    let parts = Selection.split(text).map(Selection.unquoted)
    return parts.count > 1 ? parts : [Selection.unquoted(text)]
  }
}
