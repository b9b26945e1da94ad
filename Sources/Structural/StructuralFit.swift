public import LinearAlgebra
public import Measures
public import Optimization
public import Survey

extension StructuralModel {
  /// One parameter of a fitted model.
  public struct Parameter: Sendable, Equatable {
    public var left: String
    /// A relation's sign, or `:=`.
    public var sign: String
    /// Empty for intercepts; of a definition its formula.
    public var right: String
    public var label: String?
    /// From 0; `nil` of definitions.
    public var group: Int?
    /// Estimated, and not held at a value.
    public var isFree: Bool
    public var estimate: Double
    /// `nil` of what is fixed, and where there is none.
    public var standardError: Double?
    public var low: Double?
    public var high: Double?
    /// With constructs of variance 1, and its standard error.
    public var standardizedLatent: Double?
    public var standardizedLatentError: Double?
    /// With all variables of variance 1, and its standard error.
    public var standardized: Double?
    public var standardizedError: Double?

    /// z, estimate over standard error.
    public var statistic: Double? { standardError.flatMap { $0 > 0 ? estimate / $0 : nil } }
    /// `a =~ b`.
    public var name: String { sign == "~1" ? "\(left) ~ 1" : "\(left) \(sign) \(right)" }
  }

  /// A number of a variable.
  public struct VariableValue: Sendable, Equatable {
    public var variable: String
    public var group: Int
    public var value: Double
  }

  /// What came of a model.
  public struct Fit: Sendable {
    public var specification: StructuralModel
    /// Observed, in the order of the model.
    public var observed: [String]
    public var latent: [String]
    public var parameters: [Parameter]
    /// Free parameters, equal ones counted once, less constraints.
    public var freeCount: Int
    public var statistics: StructuralStatistics
    /// Of every variable that something points at: the share of its variance that the model explains.
    public var rSquared: [VariableValue]
    public var effects: [StructuralEffect]
    /// Of every group Σ, the sample's covariances, and with means both.
    public var groups: [Group]
    public var search: Convergence
    public var hasMeans: Bool
    /// Every free parameter, by its number.
    let freeEstimates: [Double]
    /// Their covariances; `nil` where there are none.
    let freeCovariance: SymmetricMatrix?
    let table: ParameterTable
    let structures: [FittedStructure]
    public var rowsUsed: [Double]
    /// Rows that missing answers cost; `nil` where only moments were given.
    public var rowLoss: RowLoss?
    public var notes: [Note]
    /// What would fit better, the largest index first; empty where nobody asked.
    public var modifications: [Modification] = []
    /// Resamples, and how many of them gave nothing.
    public var replicatesUsed = 0
    public var replicatesFailed = 0

    public var groupCount: Int { groups.count }
  }

  /// Moments of one group.
  public struct Group: Sendable {
    public var n: Double
    public var sample: SymmetricMatrix
    public var implied: SymmetricMatrix
    public var sampleMeans: [Double]?
    public var impliedMeans: [Double]?
  }
}
