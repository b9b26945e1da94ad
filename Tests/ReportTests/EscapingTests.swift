import Foundation
import Languages
import Report
import TestSupport
import Testing

/// What comes from the data cannot become part of the page.
@Suite struct EscapingTests {
  private static let nasty =
    "</script><script>alert(1)</script> <!-- ]]> & \"quoted\" 'single' \u{2028}\u{2029} back\\slash \u{0}\u{1F} \u{202E}txet 漢字"

  @Test func `an island cannot be left, and reads back the same`() throws {
    let text = JSONIsland.text(.object([("a", .text(Self.nasty)), ("b", .numbers([1, nil, .infinity, 0.1]))]))
    for mark in ["<", ">", "&", "\u{2028}", "\u{2029}"] { #expect(!text.contains(mark)) }
    let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(read["a"] as? String == Self.nasty)
    #expect((read["b"] as? [Any])?.count == 4 && (read["b"] as? [Any])?[2] is NSNull)
  }

  @Test func `text is escaped by code point`() {
    // An accent makes a quote another character, and none that ends an attribute any less.
    #expect(PageText.escaped("\"\u{301} x=<\u{338}&'") == "&quot;\u{301} x=&lt;\u{338}&amp;&#39;")
    #expect(PageText.escaped("a\u{0}b\u{202E}c") == "a\u{FFFD}b\u{FFFD}c")
  }

  @Test func `the sources hold the files of the page`() throws {
    func file(_ name: String) throws -> String { try PackageFiles.text("Sources/Report/Page/\(name)") }
    for (name, text) in EmbeddedPage.templates { #expect(try text == file("\(name).mustache")) }
    #expect(try EmbeddedPage.style == file("page.css"))
    let scripts = ["core", "scales", "answers", "drivers", "matrix", "whatif", "tables", "page"]
    #expect(try EmbeddedPage.script == scripts.map { try file("script/\($0).js") }.joined())
    // Every message that the script says has a translation or is English alone; none is put together of pieces.
    let said = EmbeddedPage.script.matches(of: /\bsay\(("([^"]*)"|[^"])/).map { $0.output.2.map(String.init) }
    #expect(said.filter { $0 == nil }.count == 1, "the function itself; every other message is a text")
    #expect(Set(said.compactMap { $0 }).sorted() == EmbeddedPage.messages.sorted())
    for message in EmbeddedPage.messages {
      for language in Language.allCases where language != .english {
        #expect(language.translation(of: message) != nil, "\(message)")
      }
    }
    // A script that named its own end would end there.
    #expect(
      !EmbeddedPage.script.lowercased().contains("</script") && !EmbeddedPage.style.lowercased().contains("</style"))
  }

  @Test func `notes tell of no few respondents`() {
    #expect(
      GuardedNotes.message("3 of 1200 respondents have no group.", smallest: 5)
        == "fewer than 5 of 1200 respondents have no group.")
    #expect(GuardedNotes.message("12 of 1200 respondents were lost.", smallest: 5).hasPrefix("12"))
    #expect(GuardedNotes.message("The 3 drivers explain 60 %.", smallest: 5) == "The 3 drivers explain 60 %.")
  }
}
