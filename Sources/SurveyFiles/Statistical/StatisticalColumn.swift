import CReadStat
import Survey

/// One variable of a file of a statistical program, as the file describes it.
struct StatisticalColumn {
  /// What its values become.
  enum Kind: Equatable {
    case number
    case text
    /// A moment that the file counts in some unit, written as text in ISO 8601's way.
    case moment(StatisticalMoment)
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
    } else if let moment = StatisticalMoment(format: written, of: format) {
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

/// How a format counts time.
struct StatisticalMoment: Equatable {
  enum Kind { case date, time, both }

  var kind: Kind
  /// Seconds of one unit.
  var unit: Double
  /// Days from 1970-01-01 to day zero.
  var origin: Int

  init(kind: Kind, unit: Double, origin: Int) { (self.kind, self.unit, self.origin) = (kind, unit, origin) }

  /// `nil` of a format of plain numbers.
  init?(format written: String, of file: StatisticalFormat) {
    let name = written.uppercased().prefix { $0.isLetter || $0 == "%" }
    switch file {
    case .sav, .por:
      origin = -141_428
      unit = 1
      switch name {
      case "DATE", "ADATE", "EDATE", "SDATE", "JDATE": kind = .date
      case "DATETIME", "YMDHMS": kind = .both
      case "TIME", "DTIME", "MTIME": kind = .time
      default: return nil
      }
    case .dta:
      origin = -3653
      switch written.dropFirst(written.hasPrefix("%-") ? 2 : 1).prefix(2) {
      case "tc", "tC": (kind, unit) = (.both, 1e-3)
      case "td": (kind, unit) = (.date, 86400)
      case let two where two.hasPrefix("d"): (kind, unit) = (.date, 86400)
      default: return nil
      }
    case .sas7bdat, .xport:
      origin = -3653
      let dates = ["DATE", "DDMMYY", "MMDDYY", "YYMMDD", "JULIAN", "WEEKDATE", "WORDDATE", "E8601DA", "B8601DA"]
      if name.hasPrefix("DATETIME") || ["E8601DT", "B8601DT"].contains(where: written.uppercased().hasPrefix) {
        (kind, unit) = (.both, 1)
      } else if dates.contains(where: { written.uppercased().hasPrefix($0) }) {
        (kind, unit) = (.date, 86400)
      } else if ["TIME", "HHMM", "TOD"].contains(where: name.hasPrefix) {
        (kind, unit) = (.time, 1)
      } else {
        return nil
      }
    }
  }

  /// `2024-05-01`, `10:11:12`, or both with a space between; `nil` of what is no moment within ten thousand years.
  func text(of value: Double) -> String? {
    let seconds = value * unit
    guard abs(seconds) < 4e11 else { return nil }
    let whole = (seconds * 1000).rounded() / 1000
    let day = (whole / 86400).rounded(.down)
    let rest = whole - day * 86400
    switch kind {
    case .date: return Self.date(Int(day) + origin)
    case .both: return Self.date(Int(day) + origin) + " " + Self.time(rest)
    case .time: return Self.time(whole)
    }
  }

  /// Hours may pass 24: a time can be a duration.
  private static func time(_ seconds: Double) -> String {
    let size = abs(seconds)
    let whole = Int(size)
    let fraction = Int(((size - Double(whole)) * 1000).rounded())
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    var text = "\(two(whole / 3600)):\(two(whole / 60 % 60)):\(two(whole % 60))"
    if fraction > 0 { text += "." + "\(1000 + fraction)".dropFirst() }
    return seconds < 0 ? "-" + text : text
  }

  /// The day so many days after 1970-01-01, by Howard Hinnant's reckoning of the Gregorian calendar.
  static func date(_ days: Int) -> String {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(abs(number))
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
