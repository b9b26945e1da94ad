import Survey

/// What a sample of one column's answers says about how its numbers are written.
struct ColumnEvidence {
  /// Answers that are there at all.
  private(set) var answers = 0
  /// Answers that are plain numbers with a decimal point, or a decimal comma.
  private(set) var plain = (point: 0, comma: 0)
  /// Answers that are a number in no form.
  private(set) var misfits = 0
  /// The forms, by index in `forms`, in which every number so far can be read.
  private var mask: UInt8 = 0xFF
  /// Answers without any mark, and whether one of them has three digits, or four and more.
  private var bare = 0
  private var hasHundreds = false
  private var hasThousands = false
  private(set) var commas = 0
  private(set) var points = 0
  /// Answers of one to three digits, a mark, and exactly three digits: thousands, or decimals.
  private var doubtful = (point: 0, comma: 0)
  /// Answers such as `2,4`, which may be two.
  private var pairs = 0
  private var percents = 0
  private var currencies: Set<String> = []
  private var labels: [Int: String] = [:]
  private var labelled = 0
  private var hasUnlikeLabels = false
  private(set) var hasOdd = false
  /// The first answer with a mark, a dress or an odd sign.
  private(set) var example: String?
  private(set) var misfit: String?

  /// Every mark with every grouping that leaves it alone; by index in `mask`.
  private static let forms: [NumberForm] = [
    NumberForm(), NumberForm(decimalComma: true), NumberForm(grouping: .comma),
    NumberForm(decimalComma: true, grouping: .point), NumberForm(grouping: .apostrophe),
    NumberForm(decimalComma: true, grouping: .apostrophe), NumberForm(grouping: .space),
    NumberForm(decimalComma: true, grouping: .space),
  ]
  private static let withPoint: UInt8 = 0b0101_0101
  private static let withComma: UInt8 = 0b1010_1010

  // MARK: Taking answers in

  mutating func add(_ field: CSVField) {
    answers += 1
    let (start, stop) = field.content
    let text = UnsafeBufferPointer(start: start, count: stop - start)
    if !field.isEncoded, text.allSatisfy({ $0 &- 0x30 < 10 }) {
      plain.point += 1
      plain.comma += 1
      return addBare(digits: text.count)
    }
    if field.isEncoded || !addPlain(text), field.isEncoded || !addOther(text) {
      misfits += 1
      if misfit == nil { misfit = String(decoding: text, as: UTF8.self) }
    }
  }

  private mutating func addBare(digits: Int) {
    bare += 1
    if digits == 3 { hasHundreds = true }
    if digits > 3 { hasThousands = true }
  }

  /// A plain number with a sign, a mark or an exponent.
  private mutating func addPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, stop) = (text.baseAddress!, text.baseAddress! + text.count)
    let isPoint = CSVNumber.parse(start, stop, mark: CSVByte.point) != nil
    let isComma = CSVNumber.parse(start, stop, mark: CSVByte.comma) != nil
    guard isPoint || isComma else { return false }
    if isPoint { plain.point += 1 }
    if isComma { plain.comma += 1 }
    if isPoint, isComma {
      addBare(digits: text.count { $0 &- 0x30 < 10 })
      return true
    }
    note(text)
    let digits = text.first == 0x2D || text.first == 0x2B ? text.dropFirst() : text[...]
    let parts = digits.split(separator: isPoint ? CSVByte.point : CSVByte.comma, omittingEmptySubsequences: false)
    let isDoubtful =
      parts.count == 2 && 1...3 ~= parts[0].count && parts[0].first != 0x30 && parts[1].count == 3
      && parts[1].allSatisfy { $0 &- 0x30 < 10 }
    if isPoint {
      points += 1
      if isDoubtful { doubtful.point += 1 }
      mask &= isDoubtful ? Self.withPoint | 0b1000 : Self.withPoint
    } else {
      commas += 1
      if isDoubtful { doubtful.comma += 1 }
      let isPair = parts.count == 2 && parts.allSatisfy { 1...2 ~= $0.count && $0.first != 0x30 }
      if isPair, digits.count == text.count { pairs += 1 }
      mask &= isDoubtful ? Self.withComma | 0b100 : Self.withComma
    }
    return true
  }

  /// A number in another form.
  private mutating func addOther(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let number = NumberText(text.baseAddress!, text.baseAddress! + text.count) else { return false }
    var fits: UInt8 = 0
    for (index, form) in Self.forms.enumerated() where form.value(of: number) != nil { fits |= 1 << UInt8(index) }
    if fits == 0 { return false }
    note(text)
    mask &= fits
    if number.isOdd { hasOdd = true }
    if number.body.contains(CSVByte.comma) { commas += 1 }
    if number.body.contains(CSVByte.point) { points += 1 }
    switch number.dress {
    case .none: break
    case .percent: percents += 1
    case .currency(let currency): currencies.insert(currency)
    case .label:
      labelled += 1
      let value = number.body.reduce(0) { $0 * 10 + Int($1 & 0xF) }
      if let known = labels.updateValue(number.label, forKey: value), known != number.label { hasUnlikeLabels = true }
    }
    return true
  }

  private mutating func note(_ text: UnsafeBufferPointer<UInt8>) {
    if example == nil { example = String(decoding: text, as: UTF8.self) }
  }

  // MARK: What it comes to

  /// Whether the marks can be read in one way only: such columns say which mark the file uses.
  var certainMark: Bool? {
    guard isUniform, commas + points > 0 else { return nil }
    let (point, comma) = (mask & Self.withPoint != 0, mask & Self.withComma != 0)
    return point == comma ? nil : comma
  }

  /// Every answer is a number, all in one dress.
  private var isUniform: Bool { misfits == 0 && answers > 0 && mask != 0 && dress != nil }

  private var dress: NumberForm.Dress? {
    let kinds = (percents > 0 ? 1 : 0) + (currencies.isEmpty ? 0 : 1) + (labelled > 0 ? 1 : 0)
    if kinds == 0 { return NumberForm.Dress.none }
    guard kinds == 1 else { return nil }
    if percents > 0 { return percents == answers ? .percent : nil }
    if let currency = currencies.first { return currencies.count == 1 ? .currency(currency) : nil }
    return isLabelledScale ? .label : nil
  }

  /// Labelled numbers are ratings when some answers are bare numbers (a scale whose ends have labels), or when the labels
  /// are words of degree; `1 - North` is a name with a number.
  private var isLabelledScale: Bool {
    guard !hasUnlikeLabels, commas == 0, points == 0 else { return false }
    return bare > 0 || OrderedWords.looksOrdered(Array(labels.values))
  }

  /// Answers such as `2,4` beside whole numbers in a comma-separated file: two answers in one cell as well as a decimal.
  func maySayTwo(separator: UInt8) -> Bool {
    separator == CSVByte.comma && pairs > 0 && pairs == commas && bare > 0 && points == 0 && misfits == 0
  }

  /// The form in which every answer can be read; `nil` when there is none.
  ///
  /// - Parameters:
  ///   - given: the mark that was asked for.
  ///   - usual: the mark of columns in the file that allow one reading only; `nil` without such columns.
  ///   - fallback: the mark of a column that has none.
  ///   - separator: of the file.
  /// - Returns: the form, and whether another one fits as well.
  func form(
    given: Bool?, usual: Bool?, fallback: Bool, separator: UInt8
  ) -> (form: NumberForm, isDoubtful: Bool)? {
    guard isUniform, let dress else { return nil }
    var fits = mask
    if let given { fits &= given ? Self.withComma : Self.withPoint }
    guard fits != 0 else { return nil }
    let isDoubtful = fits & Self.withPoint != 0 && fits & Self.withComma != 0 && commas + points > 0
    let isComma: Bool
    if commas + points == 0 || isDoubtful {
      isComma = given ?? (isDoubtful ? doubtfulMark(usual, separator) : usual ?? fallback)
    } else {
      isComma = fits & Self.withComma != 0
    }
    fits &= isComma ? Self.withComma : Self.withPoint
    var form = Self.forms[fits.trailingZeroBitCount]
    form.dress = dress
    return (form, isDoubtful)
  }

  /// Whether the mark is a comma where all that is known are groups of three digits behind commas, or behind points.
  private func doubtfulMark(_ usual: Bool?, _ separator: UInt8) -> Bool {
    let isPoint = doubtful.point > 0
    // Grouped numbers below a thousand have no mark: 950 beside 1,234.
    let looksGrouped = hasHundreds && !hasThousands
    if looksGrouped { return isPoint }
    if let usual { return usual }
    if isPoint { return false }
    return separator != CSVByte.comma
  }
}
