/// A name that LimeSurvey makes of a question's code and its text: `Q1[SQ002]. How satisfied are you with … [Staff]`.
package struct CodedQuestion {
  package let code: String
  package let text: String

  /// `nil` of any other name.
  package init?(_ name: String) {
    guard let stop = name.firstRange(of: ". "), let first = name.first, first.isLetter else { return nil }
    let code = name[..<stop.lowerBound]
    // Letters and digits, then parts in brackets.
    let stem = code.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    var rest = code.dropFirst(stem.count)
    while rest.first == "[", let end = rest.firstIndex(of: "]") { rest = rest[rest.index(after: end)...] }
    guard rest.isEmpty else { return nil }
    self.code = String(code)
    text = Selection.trimmed(String(name[stop.upperBound...]))
  }
}
