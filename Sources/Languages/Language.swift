/// A language that documents are written in.
///
/// The language is a value of a run: whoever makes a document does so within `$current.withValue(_:)`, and everything that is
/// worded meanwhile is in it. Names, labels and answers of the data, the names of columns and tables, kinds of notes and
/// closed words that programs compare are the same in every language.
public enum Language: String, Sendable, CaseIterable {
  case english = "en"
  case dutch = "nl"
  /// Norwegian Bokmål.
  case norwegian = "nb"
  case swedish = "sv"
  case german = "de"

  /// What is worded in this task is in this language.
  @TaskLocal public static var current: Language = .english

  /// The language of a code such as `nl`, whatever its case; `no` is Norwegian Bokmål.
  public init?(code: String) {
    let code = code.lowercased()
    self.init(rawValue: code == "no" ? Language.norwegian.rawValue : code)
  }

  /// The codes, in the order that messages name them.
  public static var codes: [String] { allCases.map(\.rawValue) }

  /// What an English message is in this language; `nil` when it has none, which is always so of English.
  ///
  /// - Parameter template: the message with its places, `{0} of {1} respondents`.
  public func translation(of template: String) -> String? { Catalogue.messages(of: self)[template] }

  /// A word or a message without places in this language; in English when it has none.
  public func word(_ english: String) -> String {
    self == .english ? english : translation(of: english) ?? english
  }

  /// A message in this language: `message("{0} interval", confidence)`.
  ///
  /// - Parameters:
  ///   - template: in English, with a place for each value.
  ///   - values: what stands in the places.
  public func message(_ template: String, _ values: String...) -> String {
    MessageTemplate.filled(word(template), values)
  }
}
