/// A stretch of the calendar.
enum DatePeriod: String, Sendable {
  case year, quarter, month, week

  /// Text that sorts in time: `2024`, `2024-Q1`, `2024-01`, `2024-W05` (ISO 8601's weeks).
  func text(_ date: CivilDate) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch self {
    case .year: return "\(date.year)"
    case .quarter: return "\(date.year)-Q\((date.month + 2) / 3)"
    case .month: return "\(date.year)-\(two(date.month))"
    case .week:
      let (year, week) = date.isoWeek
      return "\(year)-W\(two(week))"
    }
  }
}

/// In which order the parts of a date stand.
package enum DateOrder: String, Sendable, CaseIterable {
  case ymd, dmy, mdy
}

/// A day of the Gregorian calendar.
package struct CivilDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  /// `nil` when there is no such day.
  init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, 1...31 ~= day else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day <= days[month - 1] else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date at the beginning of a text, a time behind it left out; `nil` when it is none in that order.
  package init?(_ text: String, _ order: DateOrder) {
    let date = text.prefix { $0.isNumber || "-/.".contains($0) }
    let rest = text.dropFirst(date.count)
    guard rest.isEmpty || rest.first == " " || rest.first == "T" else { return nil }
    let parts = date.split { !$0.isNumber }.compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    let isYearFirst = date.prefix(4).allSatisfy(\.isNumber)
    switch order {
    case .ymd:
      guard isYearFirst else { return nil }
      self.init(year: parts[0], month: parts[1], day: parts[2])
    case .dmy:
      guard !isYearFirst, parts[2] > 99 else { return nil }
      self.init(year: parts[2], month: parts[1], day: parts[0])
    case .mdy:
      guard !isYearFirst, parts[2] > 99 else { return nil }
      self.init(year: parts[2], month: parts[0], day: parts[1])
    }
  }

  /// The day so many days after 1970-01-01 (Howard Hinnant's reckoning), in any year.
  package init(days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `2024-05-01`.
  package var text: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(abs(number))
      return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Days after 1970-01-01.
  package var days: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// The week that holds the day, Monday first; week 1 holds the year's first Thursday.
  var isoWeek: (year: Int, week: Int) {
    let weekday = ((days + 3) % 7 + 7) % 7
    let thursday = days - weekday + 3
    var year = year
    if thursday >= CivilDate(year: year + 1, month: 1, day: 1)!.days { year += 1 }
    if thursday < CivilDate(year: year, month: 1, day: 1)!.days { year -= 1 }
    return (year, (thursday - CivilDate(year: year, month: 1, day: 1)!.days) / 7 + 1)
  }
}
