public import LinearAlgebra
public import Measures
public import Optimization
public import Survey

extension StructuralModel {
  /// One parameter of a fitted model.
  public struct Parameter: Sendable, Equatable {
    /// Left of the sign.
    public var left: String
    /// A relation's sign, or `:=`.
    public var sign: String
    /// Empty for intercepts; of a definition its formula.
    public var right: String
    /// The label that the text gives it.
    public var label: String?
    /// From 0; `nil` of definitions.
    public var group: Int?
    /// Estimated, and not held at a value.
    public var isFree: Bool
    /// As estimated, or as fixed.
    public var estimate: Double
    /// `nil` of what is fixed, and where there is none.
    public var standardError: Double?
    /// Lower end of the interval.
    public var low: Double?
    /// Upper end of the interval.
    public var high: Double?
    /// With constructs of variance 1, and its standard error.
    public var standardizedLatent: Double?
    /// By the delta method.
    public var standardizedLatentError: Double?
    /// With all variables of variance 1, and its standard error.
    public var standardized: Double?
    /// By the delta method.
    public var standardizedError: Double?

    /// Of t, where a design leaves few to errors; `nil`: z.
    public var degrees: Double?

    /// The fraction of its information that missing answers cost; `nil` but of completed data.
    public var missingInformation: Double?

    /// z, estimate over standard error.
    public var statistic: Double? { standardError.flatMap { $0 > 0 ? estimate / $0 : nil } }
    /// `a =~ b`.
    public var name: String { sign == "~1" ? "\(left) ~ 1" : "\(left) \(sign) \(right)" }
  }

  /// A number of a variable.
  public struct VariableValue: Sendable, Equatable {
    /// Its name.
    public var variable: String
    /// From 0.
    public var group: Int
    /// The number.
    public var value: Double
  }

  /// What came of a model.
  public struct Fit: Sendable {
    /// What was asked.
    public var specification: StructuralModel
    /// Observed, in the order of the model.
    public var observed: [String]
    /// Constructs, in the order of the model.
    public var latent: [String]
    /// In the order of the text, then what convention adds.
    public var parameters: [Parameter]
    /// Free parameters, equal ones counted once, less constraints.
    public var freeCount: Int
    /// How well it fits.
    public var statistics: StructuralStatistics
    /// Of every variable that something points at: the share of its variance that the model explains.
    public var rSquared: [VariableValue]
    /// What each variable does to those it leads to.
    public var effects: [StructuralEffect]
    /// Of every group Σ, the sample's covariances, and with means both.
    public var groups: [Group]
    /// How the search for the estimates ended.
    public var search: Convergence
    /// Errors and χ² follow weights, strata, clusters or replicate weights.
    public var followsDesign = false
    /// They come from replicate weights.
    public var usesReplicateWeights = false
    /// Respondents with gaps in their answers, whose other answers count; `nil` where rows with gaps are not kept.
    public var incompleteRows: Double?
    /// Whether means are part of the model.
    public var hasMeans: Bool
    /// Every free parameter, by its number.
    let freeEstimates: [Double]
    /// Their covariances; `nil` where there are none.
    let freeCovariance: SymmetricMatrix?
    let table: ParameterTable
    let structures: [FittedStructure]
    /// Respondents of each group.
    public var rowsUsed: [Double]
    /// Rows that missing answers cost; `nil` where only moments were given.
    public var rowLoss: RowLoss?
    /// What a reader must know.
    public var notes: [Note]
    /// What would fit better, the largest index first; empty where nobody asked.
    public var modifications: [Modification] = []
    /// Paths and means of constructs in one group less those in another; whether they can be compared is another question.
    public var contrasts: [GroupContrast] = []
    /// Score tests of what all groups have in common, the largest first; empty where nobody asked.
    public var equalityTests: [EqualityTest] = []
    /// Completed data that were pooled; `nil` where nothing was imputed.
    public var imputations: Int?
    /// Resamples, and how many of them gave nothing.
    public var replicatesUsed = 0
    /// Resamples without a result.
    public var replicatesFailed = 0

    /// Groups of respondents.
    public var groupCount: Int { groups.count }
  }

  /// Moments of one group.
  public struct Group: Sendable {
    /// Respondents.
    public var n: Double
    /// Covariances of the sample.
    public var sample: SymmetricMatrix
    /// Covariances of the model, Σ.
    public var implied: SymmetricMatrix
    /// Means of the sample; `nil` without means.
    public var sampleMeans: [Double]?
    /// Means of the model, μ.
    public var impliedMeans: [Double]?
  }
}
