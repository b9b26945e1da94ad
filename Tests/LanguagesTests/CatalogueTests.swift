import Foundation
import Languages
import TestSupport
import Testing

@Suite struct CatalogueTests {
  private static let others = Language.allCases.filter { $0 != .english }.map(\.rawValue)

  /// Names of methods, tests and indices, which are the same in every language.
  private static let shared: Set<String> = [
    "AIC", "AVE", "BIC", "CFI", "GVIF", "HTMT", "HTMT2", "KMO", "RMSEA", "RMSR", "SRMR", "TLI", "VIF", "R 4.2",
    "Kaiser",
    "hull", "max", "min",
  ]

  /// Read once: the sources are long.
  private static let sources = Result { try SourceMessages() }

  @Test func `Every message has every language, once and in their order`() {
    let lines = Catalogue.lines
    var seen: Set<String> = []
    #expect(lines.count > 3000 && lines.count % 5 == 0)
    for start in stride(from: 0, to: lines.count - 4, by: 5) {
      let codes = lines[start..<start + 5].map(\.code)
      #expect(codes == ["en"] + Self.others, "\(lines[start].text)")
      #expect(seen.insert(lines[start].text).inserted, "twice: \(lines[start].text)")
    }
  }

  @Test func `Every language takes the places of the English message, and its quotation marks`() {
    for english in Catalogue.english {
      let places = MessageTemplate.places(english)
      #expect(places == Array(places.indices), "the places of '\(english)' are not numbered from 0")
      for language in Language.allCases where language != .english {
        guard let message = language.translation(of: english) else { continue }
        #expect(MessageTemplate.places(message) == places, "\(language.rawValue): \(message)")
        #expect(!message.isEmpty && message.first != " " && message.last != " ", "\(language.rawValue): \(english)")
        #expect(message.contains("\"") == english.contains("\""), "\(language.rawValue): \(message)")
        // A sentence ends as the English one does.
        if let end = english.last, ".?:".contains(end) {
          #expect(message.last == end, "\(language.rawValue): \(message)")
        }
      }
    }
  }

  @Test func `Numbers within a message are the same in every language`() {
    func numbers(_ text: String) -> [String] {
      text.replacing(/\{[0-9]+\}/, with: "").matches(of: /[0-9]+([.,][0-9]+)?/).map { String($0.output.0) }.sorted()
    }
    for english in Catalogue.english {
      for language in Language.allCases where language != .english {
        guard let message = language.translation(of: english) else { continue }
        #expect(numbers(message) == numbers(english), "\(language.rawValue): \(message)")
      }
    }
  }

  @Test func `Everything that documents say is in the table of messages`() throws {
    let known = Set(Catalogue.english)
    let found = try Self.sources.get().messages
    #expect(found.count > 500)
    let missing = found.filter { !known.contains($0.template) && !Self.shared.contains($0.template) }
    for message in missing {
      Issue.record("not in the table of messages: \(message.file):\(message.line) \(message.template)")
    }
  }

  @Test func `The table of messages holds nothing that nobody says`() throws {
    let literals = try Self.sources.get().literals
    for english in Catalogue.english where !literals.contains(english) {
      Issue.record("no source says: \(english)")
    }
  }
}
