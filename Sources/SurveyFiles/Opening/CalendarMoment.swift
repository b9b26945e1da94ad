import Survey

/// How a file counts time: statistical programs and workbooks write moments as numbers.
struct CalendarMoment: Equatable {
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
    case .date: return CivilDate(days: Int(day) + origin).text
    case .both: return CivilDate(days: Int(day) + origin).text + " " + Self.time(rest)
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
}
