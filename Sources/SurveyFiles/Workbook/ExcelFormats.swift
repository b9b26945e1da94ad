import Survey

/// What a cell's number format makes of its number.
enum ExcelDisplay: Equatable {
  case date, time, both
  /// Elapsed time: its hours, minutes or seconds go on.
  case duration

  /// Of a format that every workbook knows by its number; `nil` of plain numbers and of numbers that are not known.
  init?(builtIn format: Int) {
    switch format {
    case 14...17, 27...31, 34...36, 50...58: self = .date
    case 18...21, 32, 33, 45, 47: self = .time
    case 46: self = .duration
    case 22: self = .both
    default: return nil
    }
  }

  /// Of a format's own code, by the first of its sections: what stands in quotes, brackets or behind a backslash shows as it
  /// is. `nil` of plain numbers.
  init?(code: String) {
    var plain = ""
    var isElapsed = false
    var isQuoted = false
    var bracket: String?
    var skips = false
    reading: for character in code.lowercased() {
      switch character {
      case _ where skips: skips = false
      case _ where isQuoted: isQuoted = character != "\""
      case "]" where bracket != nil:
        // [h], [mm], [ss]; other brackets hold colours, conditions and languages.
        if let open = bracket, !open.isEmpty, "hms".contains(open.first!), Set(open).count == 1 { isElapsed = true }
        bracket = nil
      case _ where bracket != nil: bracket!.append(character)
      case "\"": isQuoted = true
      case "[": bracket = ""
      case "\\", "_", "*": skips = true
      case ";": break reading
      default: plain.append(character)
      }
    }
    if isElapsed {
      self = .duration
      return
    }
    if plain.contains("general") || plain.contains("standard") { return nil }
    let hasTime = plain.contains("h") || plain.contains("s")
    let hasDate = plain.contains("y") || plain.contains("d") || plain.contains("m") && !hasTime
    guard hasDate || hasTime else { return nil }
    self = hasDate ? (hasTime ? .both : .date) : .time
  }

  /// The moment that a number stands for; `nil` of a number that is none there.
  func text(of number: Double, is1904: Bool) -> String? {
    if self == .duration { return CalendarMoment(kind: .time, unit: 86400, origin: 0).text(of: number) }
    guard number >= 0, number < 2_958_466 else { return nil }
    // As written, to a thousandth of a second.
    let days = (number * 86_400_000).rounded() / 86_400_000
    // In the system of 1900 day 0 is no day: what is less than one is a time.
    let isTime = days < 1 && (self == .time || !is1904)
    if isTime {
      // A cell that shows another, empty one as a date.
      if number == 0, self != .time { return nil }
      return CalendarMoment(kind: .time, unit: 86400, origin: 0).text(of: number)
    }
    // 1900 is taken for a leap year: from day 60 on serials are one ahead.
    let origin = is1904 ? -24_107 : days >= 60 ? -25_569 : -25_568
    // A date with a time shows the time as well, a time of day with its day the day.
    let kind: CalendarMoment.Kind = self == .date && days == days.rounded(.down) ? .date : .both
    return CalendarMoment(kind: kind, unit: 86400, origin: origin).text(of: number)
  }
}

/// What the formats of a workbook's cells make of numbers, by the styles' place.
final class ExcelStyles: XMLEvents {
  private var codes: [Int: String] = [:]
  private var isCellStyle = false
  private(set) var displays: [ExcelDisplay?] = []

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) { codes[id] = attributes["formatCode"] ?? "" }
    case "cellXfs": isCellStyle = true
    case "xf":
      guard isCellStyle else { return }
      let format = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      // A workbook may word a number that is known anew.
      displays.append(codes[format].map { ExcelDisplay(code: $0) } ?? ExcelDisplay(builtIn: format))
    default: break
    }
  }
  override func end(_ name: String) { if name == "cellXfs" { isCellStyle = false } }
}
