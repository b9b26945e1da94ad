/// What a verb presents. A new one is a folder of its own and a line in `Verbs.all`.
package protocol VerbPresentation: SendableMetatype {
  /// Its tables, in the order of the page of columns.
  static var tables: [TableContract] { get }
  /// Its pages of `mainspring explain`.
  static var pages: [Explanation] { get }
  /// What picture files can hold, the main figure first.
  static var figures: [FigureContract] { get }
}

extension VerbPresentation {
  package static var pages: [Explanation] { [] }
  package static var figures: [FigureContract] { [] }
}

/// Every verb, in the order of the pages.
package enum Verbs {
  package static let all: [any VerbPresentation.Type] = [
    DriverDocuments.self, MatrixDocuments.self, DescribeDocument.self, MissingDocuments.self, ImputationDocuments.self,
    RakingDocuments.self, CorrelationDocument.self,
    FactorDocuments.self,
    ReliabilityDocuments.self, StructuralDocuments.self, MediationDocuments.self, DatasetDocuments.self,
    SimulationDocuments.self,
    ValidationDocument.self,
    ExplanationDocuments.self,
  ]
}
