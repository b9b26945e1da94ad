import Survey

/// A column as a file of a statistical program holds it.
struct WrittenColumn {
  enum Kind: Equatable { case number, text, date, time, both }

  enum Cell {
    case number(Double)
    case text(String)
    /// Stata's `.a` to `.z`.
    case mark(UInt8)
    case empty
  }

  let source: Variable
  let name: String
  private(set) var kind: Kind
  private(set) var label: String?
  private(set) var format: String?
  /// Bytes of the longest text.
  private(set) var width = 1
  private(set) var labels: [VariableDetails.ValueLabel] = []
  private(set) var missing: [ClosedRange<Double>] = []
  private(set) var missingTexts: [String] = []
  private(set) var marks: [(mark: UInt8, label: String)] = []
  var remarks: [String] = []
  /// By reason: the code or mark that stands for it; `nil` for nothing at all.
  private var reasonCells: [Cell?]
  /// Codes of missing answers, which Stata marks.
  private var markOfNumber: [Double: UInt8] = [:]
  /// Of texts: what their categories become.
  private var categoryCells: [Cell] = []

  init(_ variable: Variable, name: String, form: StatisticalWriter.Form) {
    source = variable
    self.name = name
    kind = .number
    label = variable.label ?? variable.details.question ?? (name == variable.name ? nil : variable.name)
    labels = variable.details.valueLabels
    reasonCells = [Cell?](repeating: nil, count: MissingValue.reasonLimit)
    if case .text(_, let categories) = variable.values { takeTexts(categories, form) }
    if kind != .text {
      labels.removeAll { if case .text = $0.value { true } else { false } }
    }
    takeMissing(form)
    if form == .stata {
      let others = labels.filter { entry in
        if case .number(let number) = entry.value { number.rounded() != number || abs(number) > 2e9 } else { true }
      }
      if !others.isEmpty {
        remarks.append("'\(variable.name)' loses \(others.count) value labels: Stata labels whole numbers alone")
      }
      labels.removeAll { others.contains($0) }
    }
    if form == .spss, kind == .number, isWhole { format = "F8.0" }
  }

  func cell(_ row: Int) -> Cell {
    func of(_ reason: Int) -> Cell { reasonCells[reason] ?? .empty }
    func of(_ number: Double) -> Cell { markOfNumber[number].map(Cell.mark) ?? .number(number) }
    switch source.values {
    case .int8(let values): return MissingValue.reason(values[row]).map(of) ?? of(Double(values[row]))
    case .int16(let values): return MissingValue.reason(values[row]).map(of) ?? of(Double(values[row]))
    case .double(let values): return MissingValue.reason(values[row]).map(of) ?? of(values[row])
    case .text(let codes, _): return codes[row] < 0 ? of(Int(-1 - codes[row])) : categoryCells[Int(codes[row])]
    }
  }

  private var isWhole: Bool {
    if case .double(let values) = source.values { values.allSatisfy { $0.isNaN || $0.rounded() == $0 } } else { true }
  }

  // MARK: Texts

  /// Days and times by ISO 8601 become the program's own; other texts stay.
  private mutating func takeTexts(_ categories: [String], _ form: StatisticalWriter.Form) {
    let moments = categories.map(WrittenMoment.init)
    let kinds = Set(moments.map { $0?.kind })
    if let kind = kinds.first, let kind, kinds.count == 1 {
      self.kind = kind
      switch (form, kind) {
      case (.spss, .date): format = "DATE11"
      case (.spss, .both): format = "DATETIME20"
      case (.spss, _): format = "TIME8"
      case (.stata, .date): format = "%td"
      case (.stata, _): format = "%tc"
      }
      // Stata has no times of day without a day.
      if form == .spss || kind != .time {
        categoryCells = moments.map { .number($0!.value(form)) }
        return
      }
      format = nil
    }
    kind = .text
    categoryCells = categories.map { .text($0) }
    width = max(1, categories.map(\.utf8.count).max() ?? 1)
  }

  // MARK: Missing answers

  private mutating func takeMissing(_ form: StatisticalWriter.Form) {
    let counts = MissingValue.counts(source.values)
    let reasons = source.missingReasons.enumerated().filter { index, reason in
      index < counts.count && counts[index] > 0 && reason != .empty
    }.map { (index: $0.offset, reason: $0.element) }
    let declared = source.details.userMissing
    if form == .spss {
      for code in declared { declare(code) }
      declareReasons(reasons)
    } else if kind != .text {
      markNumbers(declared)
      for (index, reason) in reasons {
        guard let mark = nextMark("\(reason)") else { continue }
        reasonCells[index] = .mark(mark)
      }
    } else if !declared.isEmpty {
      let codes = declared.map { "'\($0.text)'" }.joined(separator: ", ")
      remarks.append("'\(source.name)': \(codes) is an answer there, since Stata declares no text missing")
    } else if !reasons.isEmpty {
      remarks.append("'\(source.name)': why texts are missing is lost, since Stata's texts are only empty")
    }
  }

  private mutating func declare(_ code: MissingCode) {
    if kind == .text {
      if code.text.utf8.count <= 8 { missingTexts.append(Selection.unquoted(code.text)) }
    } else if let numbers = code.numbers {
      missing.append(
        max(-Double.greatestFiniteMagnitude, numbers.lowerBound)...min(.greatestFiniteMagnitude, numbers.upperBound))
    }
  }

  /// Reasons without a code in the data get one: their own, or the next below every answer.
  private mutating func declareReasons(_ reasons: [(index: Int, reason: MissingReason)]) {
    guard !reasons.isEmpty else { return }
    guard kind == .number, missing.isEmpty else {
      remarks.append("'\(source.name)': why some answers are missing is lost")
      return
    }
    let answers = source.doubles.filter { !$0.isNaN }
    var next = min(0, (answers.min() ?? 0).rounded(.down))
    for (index, reason) in reasons.prefix(3) {
      var code: Double?
      if case .code(let text) = reason, let number = Double(text), !answers.contains(number) { code = number }
      if code == nil {
        next -= 1
        code = next
        labels.append(.init(.number(next), "\(reason)"))
      }
      reasonCells[index] = .number(code!)
      missing.append(code!...code!)
    }
    if reasons.count > 3 {
      remarks.append("'\(source.name)': SPSS has three codes of missing answers; the other reasons are lost")
    }
  }

  /// Declared codes that occur become `.a`, `.b`, … in their order.
  private mutating func markNumbers(_ declared: [MissingCode]) {
    guard !declared.isEmpty else { return }
    let isMissing = { (number: Double) in declared.contains { $0.numbers?.contains(number) ?? false } }
    let known = source.details.valueLabels
    var codes = Set(kind == .number ? source.doubles.filter { !$0.isNaN && isMissing($0) } : [])
    for entry in known { if case .number(let number) = entry.value, isMissing(number) { codes.insert(number) } }
    for number in codes.sorted() {
      let label = known.first { $0.value == .number(number) }?.label
      guard let mark = nextMark(label ?? CSVWriter.text(of: number)) else { continue }
      markOfNumber[number] = mark
      labels.removeAll { $0.value == .number(number) }
    }
  }

  private mutating func nextMark(_ label: String) -> UInt8? {
    guard marks.count < 26 else {
      remarks.append("'\(source.name)': Stata has 26 kinds of missing answers; '\(label)' is one without a reason")
      return nil
    }
    let mark = UInt8(ascii: "a") + UInt8(marks.count)
    marks.append((mark, label))
    return mark
  }
}

/// A day, a time or both, as ISO 8601 writes them.
struct WrittenMoment {
  let kind: WrittenColumn.Kind
  /// Days after 1970-01-01, and seconds of the day.
  private let days: Int
  private let seconds: Double

  init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2 else { return nil }
    let day = Self.day(parts[0])
    let time = Self.time(parts[parts.count - 1])
    switch (day, time, parts.count) {
    case (let day?, nil, 1): (kind, days, seconds) = (.date, day, 0)
    case (nil, let time?, 1): (kind, days, seconds) = (.time, 0, time)
    case (let day?, let time?, 2): (kind, days, seconds) = (.both, day, time)
    default: return nil
    }
  }

  /// As the program counts: SPSS seconds after 1582-10-14, Stata days or milliseconds after 1960-01-01.
  func value(_ form: StatisticalWriter.Form) -> Double {
    switch (form, kind) {
    case (.spss, .time): seconds
    case (.spss, _): Double(days + 141_428) * 86400 + seconds
    case (.stata, .date): Double(days + 3653)
    case (.stata, _): (Double(days + 3653) * 86400 + seconds) * 1000
    }
  }

  private static func numbers(_ text: Substring, _ separator: Character) -> [Int]? {
    let parts = text.split(separator: separator, omittingEmptySubsequences: false)
    guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    return numbers.count == 3 ? numbers : nil
  }

  private static func day(_ text: Substring) -> Int? {
    guard let date = CivilDate(String(text), .ymd), date.text == text else { return nil }
    return date.days
  }

  private static func time(_ text: Substring) -> Double? {
    guard text.utf8.count == 8, let parts = numbers(text, ":"), parts[1] < 60, parts[2] < 60 else { return nil }
    return Double(parts[0] * 3600 + parts[1] * 60 + parts[2])
  }
}
