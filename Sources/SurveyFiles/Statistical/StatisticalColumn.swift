import CReadStat
import Survey

/// One variable of a file of a statistical program, as the file describes it.
struct StatisticalColumn {
  /// What its values become.
  enum Kind: Equatable {
    case number
    case text
    /// A moment that the file counts in some unit, written as text in ISO 8601's way.
    case moment(CalendarMoment)
  }

  var name: String
  var label: String?
  var kind: Kind
  var level: VariableDetails.Level?
  /// The name of its set of value labels.
  var labelSet: String?
  var valueLabels: [VariableDetails.ValueLabel] = []
  /// Labels of Stata's and SAS's marks `.a` to `.z`.
  var markLabels: [UInt8: String] = [:]
  var userMissing: [MissingCode] = []
  /// The same as texts of a string variable.
  var missingTexts: [String] = []
  /// The same as numbers, single ones and ranges, both ends included.
  var missingRanges: [ClosedRange<Double>] = []

  init(_ variable: StatisticalPass.Column, _ format: StatisticalFormat, labels: String?) {
    name = readstat_variable_get_name(variable).map { Selection.plainSpaces(String(cString: $0)) } ?? ""
    label = readstat_variable_get_label(variable).map { String(cString: $0) }.flatMap { text in
      let trimmed = Selection.trimmed(text)
      return trimmed.isEmpty ? nil : trimmed
    }
    labelSet = labels
    level =
      switch readstat_variable_get_measure(variable) {
      case READSTAT_MEASURE_NOMINAL: .nominal
      case READSTAT_MEASURE_ORDINAL: .ordinal
      case READSTAT_MEASURE_SCALE: .scale
      default: nil
      }
    let written = readstat_variable_get_format(variable).map { String(cString: $0) } ?? ""
    if readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING {
      kind = .text
    } else if let moment = CalendarMoment(format: written, of: format) {
      kind = .moment(moment)
    } else {
      kind = .number
    }
    for index in 0..<readstat_variable_get_missing_ranges_count(variable) {
      let low = readstat_variable_get_missing_range_lo(variable, index)
      let high = readstat_variable_get_missing_range_hi(variable, index)
      if kind == .text {
        guard let text = readstat_string_value(low).map({ String(cString: $0) }) else { continue }
        missingTexts.append(text)
        userMissing.append(MissingCode("'\(text)'"))
      } else {
        let ends = (readstat_double_value(low), readstat_double_value(high))
        guard ends.0 <= ends.1 else { continue }
        missingRanges.append(ends.0...ends.1)
        userMissing.append(MissingCode(StatisticalColumn.text(of: ends.0...ends.1)))
      }
    }
  }

  /// A single number, or a range as `MissingCode` writes it, open where it has no end.
  static func text(of range: ClosedRange<Double>) -> String {
    let (low, high) = (range.lowerBound, range.upperBound)
    if low == high { return CSVWriter.text(of: low) }
    // SPSS has the largest and the smallest numbers for LOWEST and HIGHEST.
    let first = low <= -1e300 ? "" : CSVWriter.text(of: low)
    let last = high >= 1e300 ? "" : CSVWriter.text(of: high)
    return "\(first):\(last)"
  }

  var details: VariableDetails {
    VariableDetails(question: label, valueLabels: valueLabels, level: level, userMissing: userMissing)
  }

  /// The label of a number; `nil` without one.
  func label(of number: Double) -> String? { valueLabels.first { $0.value == .number(number) }?.label }
}
