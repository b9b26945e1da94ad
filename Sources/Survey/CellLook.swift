/// What a text looks like that stands where a number is expected: what to do about it depends on that.
enum CellLook: Equatable {
  /// A number, written in another way than the program reads the column: `5,211.53`, `$5`, `53 %`.
  case number
  /// A number with its label: `10 - Extremely likely`, `Very satisfied (5)`.
  case labelled(number: String)
  /// Several whole numbers: `2,4` or `1;3;5`.
  case several
  case words

  init(_ text: String) {
    let text = Selection.plainSpaces(text)
    if CellLook.isSeveral(text) {
      self = .several
    } else if CellLook.isNumber(text) {
      self = .number
    } else if let number = CellLook.labelled(text) {
      self = .labelled(number: number)
    } else {
      self = .words
    }
  }

  private static func isSeveral(_ text: String) -> Bool {
    let parts = text.split(omittingEmptySubsequences: false) { ",;|/".contains($0) }
      .map { Selection.trimmed(String($0)) }
    return parts.count > 1 && parts.allSatisfy { 1...2 ~= $0.count && $0.allSatisfy { $0.isASCIIDigit } }
  }

  /// Digits and marks; around them signs, parentheses, a percent sign and a currency of at most three letters.
  private static func isNumber(_ text: String) -> Bool {
    var body = Array(text)
    func isAround(_ c: Character) -> Bool {
      "+-\u{2212}()% ".contains(c) || c.isCurrencySymbol || c.isLetter
    }
    while let first = body.first, isAround(first) { body.removeFirst() }
    while let last = body.last, isAround(last) { body.removeLast() }
    let letters = text.count(where: \.isLetter) - body.count(where: \.isLetter)
    return letters <= 3 && body.contains { $0.isASCIIDigit }
      && body.allSatisfy { $0.isASCIIDigit || ".,'\u{2019} ".contains($0) }
  }

  private static func labelled(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCIIDigit }
    let rest = Selection.trimmed(String(text.dropFirst(digits.count)))
    if 1...3 ~= digits.count, let mark = rest.first, "-\u{2013}\u{2014}\u{2212}:=.)".contains(mark),
      Selection.trimmed(String(rest.dropFirst())).first?.isLetter ?? false
    {
      return String(digits)
    }
    guard text.last == ")", let open = text.lastIndex(of: "("), text.first?.isLetter ?? false else { return nil }
    let inner = text[text.index(after: open)...].dropLast()
    return 1...3 ~= inner.count && inner.allSatisfy { $0.isASCIIDigit } ? String(inner) : nil
  }
}

/// Why a column of texts is hardly one of categories.
public enum CategoryLook: Sendable, Equatable {
  /// Most of its texts look like numbers; `misfit` is one that does not.
  case numbers(example: String, misfit: String?)
  /// Several answers in one cell.
  case several(example: String)
  /// Codes of a survey platform: the same letters before different numbers (`A1`, `A2`, …), in the order of their numbers.
  case codes([String])
  /// Answers on a scale, in words.
  case ordered(examples: [String])
  /// A number with its label.
  case labelled(example: String)
  /// Names or remarks: more texts than a question has answers.
  case many(count: Int, rows: Int)

  /// More different texts than that are no categories without being asked for.
  public static let largestCount = 12

  /// - Parameters:
  ///   - categories: the different texts that occur.
  ///   - rows: respondents with one of them.
  /// - Returns: `nil` when nothing speaks against categories.
  public init?(_ categories: [String], rows: Int) {
    // Two answers are one contrast, whatever they are called.
    guard categories.count > 2 else { return nil }
    let looks = categories.map { CellLook($0) }
    func first(_ isWanted: (CellLook) -> Bool) -> String? { zip(categories, looks).first { isWanted($0.1) }?.0 }
    func isMost(_ isWanted: (CellLook) -> Bool) -> Bool { looks.count(where: isWanted) * 2 > looks.count }
    let isNumeric = { (look: CellLook) in look == .number || look == .several }
    if let codes = CategoryLook.codes(categories) {
      self = .codes(codes)
    } else if isMost(isNumeric), let example = first({ $0 == .several }) {
      self = .several(example: example)
    } else if isMost(isNumeric), let example = first(isNumeric) {
      self = .numbers(example: example, misfit: first { !isNumeric($0) })
    } else if OrderedWords.looksOrdered(categories) {
      self = .ordered(examples: Array(categories.filter(OrderedWords.hasDegree).prefix(2)))
    } else if isMost({ if case .labelled = $0 { true } else { false } }), categories.count > CategoryLook.largestCount {
      self = .labelled(example: categories[0])
    } else if categories.count > CategoryLook.largestCount || categories.count * 10 > rows {
      self = .many(count: categories.count, rows: rows)
    } else {
      return nil
    }
  }

  /// The answers by their numbers, when all are one or two letters and a number.
  private static func codes(_ categories: [String]) -> [String]? {
    let letters = Set(categories.map { $0.prefix(while: \.isLetter) })
    let numbers = categories.compactMap { Int($0.drop(while: \.isLetter)) }
    guard letters.count == 1, 1...2 ~= letters.first!.count, numbers.count == categories.count,
      numbers.allSatisfy({ 0...20 ~= $0 })
    else { return nil }
    return zip(numbers, categories).sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { "0"..."9" ~= self }
}
