public import ArgumentParser
public import Factors
public import Insight
public import Measures
public import Presentation
public import Regression
public import Resampling
public import Studies
public import Survey

// The words of options that are values of the modules.

extension MissingTreatment: ExpressibleByArgument {}
extension SQLDialect: ExpressibleByArgument {}
extension MatrixDiagonal: ExpressibleByArgument {}
extension WeightsKind: ExpressibleByArgument {}
extension LonelyStratum: ExpressibleByArgument {}
extension StudySpecification.Players: ExpressibleByArgument {}
extension IntervalKind: ExpressibleByArgument {}
extension CorrelationErrors: ExpressibleByArgument {}
extension CorrelationMethod: ExpressibleByArgument {}
extension PValueAdjustment: ExpressibleByArgument {}
extension ShareIntervalKind: ExpressibleByArgument {}
extension LinearRegression.ErrorKind: ExpressibleByArgument {}
extension DriverFigure: ExpressibleByArgument {}
extension FactorAnalysis.Extraction: ExpressibleByArgument {}
extension ConstructScoring.Scores: ExpressibleByArgument {}
extension FactorScores.Method: ExpressibleByArgument {}
extension FactorFigure: ExpressibleByArgument {}
extension FieldSeparator: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
extension RotationName: ExpressibleByArgument {}
extension CorrelateSettings.Order: ExpressibleByArgument {}
