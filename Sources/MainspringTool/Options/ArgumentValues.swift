public import ArgumentParser
public import Factors
public import Insight
public import Languages
public import Measures
public import Presentation
public import Regression
public import Rendering
public import Resampling
public import Structural
public import Studies
public import Survey

// The words of options that are values of the modules.

extension Theme.Look: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension FigureSettings.Size: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension MissingTreatment: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension Schemas: ExpressibleByArgument {
  package static var allValueStrings: [String] { rawValues }
}
extension SQLDialect: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension MatrixDiagonal: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension WeightsKind: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension RakingSpecification.Method: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension LonelyStratum: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension StudySpecification.Players: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension IntervalKind: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension CorrelationErrors: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension CorrelationMethod: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension PValueAdjustment: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension ShareIntervalKind: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension LinearRegression.ErrorKind: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension FactorAnalysis.Extraction: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension ConstructScoring.Scores: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension FactorScores.Method: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension FieldSeparator: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension DecimalMark: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension RotationName: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
extension CorrelateSettings.Order: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}

extension CaseIterable where Self: RawRepresentable, RawValue == String {
  /// All words. ArgumentParser's own way to them goes by key paths, which take longer to set up than a small file to read.
  static var rawValues: [String] { allCases.map { $0.rawValue } }
}

extension Language: ExpressibleByArgument {
  /// By its code; `no` is Norwegian Bokmål.
  public init?(argument: String) { self.init(code: argument) }
  public static var allValueStrings: [String] { codes }
}
extension StructuralModel.Information: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
/// As lavaan writes them too: `MLR`.
extension StructuralModel.Estimator: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument.lowercased()) }
  public static var allValueStrings: [String] { rawValues }
}
extension EffectInference: ExpressibleByArgument {
  public static var allValueStrings: [String] { rawValues }
}
