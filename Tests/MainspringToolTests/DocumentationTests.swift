import Foundation
import TestSupport
import Testing

/// What the documentation points to is there.
@Suite struct DocumentationTests {
  static let pages = [
    "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "Documentation/Architecture.md", "Documentation/Adding.md",
    "Documentation/Decisions.md", "Sources/Mainspring/Mainspring.docc/GettingStarted.md",
  ]

  @Test("every place that a page names exists", arguments: pages) func places(_ page: String) throws {
    let manager = FileManager.default
    let tops = Set(try manager.contentsOfDirectory(atPath: PackageFiles.root.path))
    let targets = Set(try manager.contentsOfDirectory(atPath: PackageFiles.root.appending(path: "Sources").path))
    var found = 0
    for match in try PackageFiles.text(page).matches(of: /`([A-Za-z][\w.+-]*(?:\/[\w.+-]+)+)`/) {
      let place = String(match.1)
      let first = String(place.prefix { $0 != "/" })
      let candidates: [String]
      if tops.contains(first) {
        candidates = [place]
      } else if targets.contains(first) {
        candidates = ["Sources/\(place)", "Sources/\(place).swift"]
      } else {
        continue
      }
      found += 1
      #expect(
        candidates.contains { manager.fileExists(atPath: PackageFiles.root.appending(path: $0).path) }, "\(place)")
    }
    if page.hasPrefix("Documentation/A") { #expect(found > 5) }
  }

  @Test("every page that a page links to exists", arguments: pages) func links(_ page: String) throws {
    let folder = PackageFiles.root.appending(path: page).deletingLastPathComponent()
    for match in try PackageFiles.text(page).matches(of: /\]\(([^)#:]+)\)/) {
      let file = folder.appending(path: String(match.1)).standardized
      #expect(FileManager.default.fileExists(atPath: file.path), "\(match.1)")
    }
  }

  @Test("the program of the getting-started page is the one that is built") func gettingStarted() throws {
    let program = try PackageFiles.text("Examples/GettingStarted/Sources/GettingStarted/main.swift")
    let page = try PackageFiles.text("Sources/Mainspring/Mainspring.docc/GettingStarted.md")
    #expect(page.contains("```swift\n\(program)```"))
  }
}
