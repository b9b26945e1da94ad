import Languages
import Rendering
package import Survey

/// Words and numbers in sentences.
package enum Words {
  /// `37 %`; below one per cent with a decimal.
  static func percent(_ share: Double) -> Sentence {
    let value = share * 100
    if value < 100, value >= 99.5 { return "over 99 %" }
    return Sentence(abs(value) < 1 && abs(value) >= 0.05 ? fixed(value, 1) + " %" : fixed(value, 0) + " %")
  }

  /// A frequency of resamples: never rounded up to certainty or down to never.
  package static func frequency(_ share: Double) -> Sentence {
    if share >= 1 { return "all" }
    if share >= 0.995 { return "over 99 %" }
    if share <= 0 { return "none" }
    if share <= 0.005 { return "under 1 %" }
    return Sentence(fixed(share * 100, 0) + " %")
  }

  /// How often a driver came first, beside its bar.
  static func first(_ share: Double) -> Sentence {
    share >= 1 ? "always first" : share <= 0 ? "never first" : "first in \(frequency(share))"
  }

  /// A number with a fixed count of decimals, rounded as in the tables.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    value.isFinite ? NumberStyle.localized(Rendering.fixed(value, decimals: decimals)) : "\(value)"
  }

  /// What cannot exceed 1 in size, without the zero before the point.
  static func proportion(_ value: Double, _ decimals: Int) -> String {
    NumberText(unicode: true).string(value, .proportion(decimals))
  }

  /// 1,200; beside decimal commas 1 200.
  package static func count(_ value: Double) -> String {
    let text = fixed(value, 0)
    var result = ""
    for (place, character) in text.reversed().enumerated() {
      if place > 0, place % 3 == 0, character != "-" { result.append(NumberStyle.usesDecimalComma ? "\u{A0}" : ",") }
      result.append(character)
    }
    return String(result.reversed())
  }

  /// Names with commas and an "and"; of many only the first few.
  static func list(_ names: [String]) -> Sentence {
    guard names.count > 1 else { return Sentence(names.first ?? "") }
    if names.count > 6 { return "\(names.prefix(4).joined(separator: ", ")) and \(names.count - 4) others" }
    return "\(names.dropLast().joined(separator: ", ")) and \(names.last!)"
  }

  /// Names with commas and an "and"; of more than three the first two, and how many others there are.
  static func few(_ names: [String]) -> Sentence {
    names.count > 3 ? "\(names.prefix(2).joined(separator: ", ")) and \(names.count - 2) others" : list(names)
  }

  /// A number of things: each of the two is a message with a place for the number.
  static func plural(_ count: Int, _ one: (String) -> Sentence, _ many: (String) -> Sentence) -> Sentence {
    (count == 1 ? one : many)(Words.count(Double(count)))
  }

  /// Sentences one after the other.
  static func joined(_ sentences: [Sentence], separator: String = " ") -> Sentence {
    sentences.enumerated().reduce(into: "") { all, next in
      if next.offset > 0 { all += Sentence(separator) }
      all += next.element
    }
  }

  /// Words that go on behind others: their first letter is small, but in German, where most are nouns.
  static func continued(_ words: String) -> String {
    Language.current == .german ? words : words.prefix(1).lowercased() + words.dropFirst()
  }
}

/// A sentence as the document says it: in the language of the moment, with settings named by their options.
package func said(_ sentence: Sentence) -> String { sentence.withOptions }

extension Cell {
  /// A count or a degree of freedom: a whole number is written as one.
  init(whole value: Double?) {
    self = value.map { $0 == $0.rounded() && abs($0) < 1e15 ? .integer(Int($0)) : .number($0) } ?? .missing
  }
}
