import Platform
public import Resampling
public import Structural
import SurveyFiles

/// The model of constructs and paths, and how it is estimated.
public struct StructuralSettings: Sendable, Equatable {
  /// In lavaan's syntax, with the study's constructs for what it does not measure itself; `nil`: these constructs alone.
  public var model: String?
  /// `nil`: `wlsmv` where variables are said to be ordered, else maximum likelihood.
  public var estimator: StructuralModel.Estimator?
  /// Which information the errors come from; `nil`: the expected one.
  public var information: StructuralModel.Information?
  /// Variables that are taken for ordered answers, with thresholds, and, beside them, for measured, whatever they look like.
  public var ordinal: [String] = []
  /// Variables that count as measured beside ordered ones.
  public var continuous: [String] = []
  /// What is the same in all groups.
  public var equal: [StructuralModel.Invariance] = []
  /// Constructs have variance 1 instead of a first loading of 1.
  public var hasUnitVariances = false
  /// Constructs do not covary but where the model says so.
  public var isOrthogonal = false
  /// Means and intercepts are part of the model.
  public var hasMeans = false
  /// Where the intervals of effects and defined parameters come from; `nil`: resamples where there are some, else the delta method.
  public var inference: EffectInference?
  /// Resamples for the test of Bollen and Stine; `nil`: none.
  public var bollenStine: Int?
  /// The groups are compared: configural, metric, scalar and strict invariance.
  public var testsInvariance = false

  /// Nothing said.
  public init() {}

  /// What the model is estimated by.
  var chosenEstimator: StructuralModel.Estimator { estimator ?? (ordinal.isEmpty ? .ml : .wlsmv) }

  /// The model that a text is, or the file that it names holds: what has a sign of the syntax and is no file is a model.
  ///
  /// - Parameter folder: where a file is looked for, with its slash; empty for the working directory.
  /// - Throws: `FileFault.noSuchFile` and what reading throws.
  package static func model(_ text: String, folder: String = "") throws -> String {
    if text.allSatisfy(\.isWhitespace) { return text }
    let path = text.hasPrefix("/") ? text : folder + text
    let isModel = text.contains(where: { "~=<>\n".contains($0) })
    if isModel, PathStatus.size(path) == nil { return text }
    return try YAMLFile.text(path: path, kind: "a model")
  }
}
