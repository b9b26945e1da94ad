public import ArgumentParser
public import Factors
public import Insight
public import Measures
public import Presentation
public import Regression
public import Resampling
public import Survey

// The words of options that are values of the modules.

extension MissingTreatment: ExpressibleByArgument {}
extension MatrixDiagonal: ExpressibleByArgument {}
extension WeightsKind: ExpressibleByArgument {}
extension StudySpecification.Players: ExpressibleByArgument {}
extension IntervalKind: ExpressibleByArgument {}
extension CorrelationMethod: ExpressibleByArgument {}
extension PValueAdjustment: ExpressibleByArgument {}
extension LinearRegression.ErrorKind: ExpressibleByArgument {}
extension DriverFigure: ExpressibleByArgument {}
extension FactorAnalysis.Extraction: ExpressibleByArgument {}
extension ConstructScoring.Scores: ExpressibleByArgument {}
extension FactorScores.Method: ExpressibleByArgument {}
extension FactorFigure: ExpressibleByArgument {}

enum Separator: String, ExpressibleByArgument, CaseIterable {
  case comma, semicolon, tab, pipe

  var byte: UInt8 {
    switch self {
    case .comma: UInt8(ascii: ",")
    case .semicolon: UInt8(ascii: ";")
    case .tab: UInt8(ascii: "\t")
    case .pipe: UInt8(ascii: "|")
    }
  }
}

enum DecimalMark: String, ExpressibleByArgument, CaseIterable {
  case point, comma
}
