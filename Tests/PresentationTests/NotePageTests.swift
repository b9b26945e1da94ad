import Foundation
import Presentation
import Rendering
import Survey
import Testing

@Suite struct NotePageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The text of every source file, without comments.
  private static let sources: String = {
    let files = FileManager.default.enumerator(at: root.appending(path: "Sources"), includingPropertiesForKeys: nil)
    var text = ""
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.lastPathComponent.hasPrefix("Embedded") else { continue }
      text += ((try? String(contentsOf: file, encoding: .utf8)) ?? "").replacing(/\/\/[^\n]*/, with: "") + "\n"
    }
    return text
  }()

  @Test("the page of notes holds the program's own list of kinds") func page() throws {
    let text = try String(
      contentsOf: Self.root.appending(path: "Sources/Mainspring/Mainspring.docc/Notes.md"), encoding: .utf8)
    let start = try #require(text.range(of: "the tests compare -->\n"))
    let end = try #require(text.range(of: "<!-- end of kinds -->"))
    #expect(String(text[start.upperBound..<end.lowerBound]) == NoteKind.page)
  }

  @Test("every kind that the sources declare is listed, once, and every kind listed is made somewhere") func closed() {
    let declared = Self.sources.matches(of: /static let (\w+) = NoteKind\(\s*"(\w+)"/).map {
      (String($0.1), String($0.2))
    }
    #expect(declared.count > 100)
    #expect(declared.map(\.1).sorted() == NoteKind.all.map(\.name).sorted())
    #expect(Set(declared.map(\.1)).count == declared.count)
    // Rendering stands below the notes and writes a kind's name itself.
    let written = Self.sources.matches(of: /NoteLine\(kind: "(\w+)"/).map { String($0.1) }
    // Where a note is made: `Note(.x, …)`, or a line of a document.
    let made = Set(Self.sources.matches(of: /(?:Note\(\s*|NoteKind)\.(\w+)/).map { String($0.1) })
    for (constant, name) in declared {
      #expect(made.contains(constant) || written.contains(name), "\(name) is listed and never made")
      #expect(name == constant.replacing(/[A-Z]/) { "_" + $0.output.lowercased() })
    }
    #expect(Set(written).isSubset(of: Set(NoteKind.all.map(\.name))), "\(written)")
  }

  @Test("a page tells of every kind", arguments: NoteKind.all.map(\.name)) func explained(_ name: String) throws {
    let document = try ExplanationDocuments.make(name)
    let kind = try #require(NoteKind.named(name))
    let paragraphs = document.blocks.compactMap { block -> String? in
      if case .paragraph(let text) = block { text } else { nil }
    }
    #expect(paragraphs.contains(kind.advice.withOptions))
    #expect(!kind.occasion.withOptions.isEmpty && kind.advice.withOptions.hasSuffix("."))
  }

  @Test("no sentence of a library spells an option: it names the setting") func settings() throws {
    let libraries = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
      .filter { !["MainspringTool", "Presentation", "Mainspring", "System"].contains($0) }
    for library in libraries {
      let files = FileManager.default.enumerator(
        at: Self.root.appending(path: "Sources/\(library)"), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift", !file.lastPathComponent.hasPrefix("Embedded") else { continue }
        let code = try String(contentsOf: file, encoding: .utf8).replacing(/\/\/[^\n]*/, with: "")
        let spelt = code.matches(of: /"[^"\n]*--[a-z][^"\n]*"/).map { String($0.0) }
        #expect(spelt.isEmpty, "\(file.lastPathComponent): \(spelt)")
      }
    }
  }

  @Test("every setting that a sentence may name has an option", arguments: Setting.Name.allCases)
  func options(_ name: Setting.Name) {
    let written = Self.sources.matches(of: /customLong\("([a-z-]+)"/).map { String($0.1) }
    let fromProperties = Self.sources.matches(of: /@(?:Option|Flag)\b[^@]*?\bvar `?(\w+)/).map { match in
      String(match.1).replacing(/[A-Z]/) { "-" + $0.output.lowercased() }
    }
    #expect((written + fromProperties).contains(name.option), "--\(name.option)")
  }
}
