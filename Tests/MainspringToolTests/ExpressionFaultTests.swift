import Foundation
import TestSupport
import Testing

/// What is wrong in an expression or a study is shown with a caret below its character.
@Suite struct ExpressionFaultTests {
  private static let csv = "region,q1,q2,y\n" + BadInputTests.rows(20) { "\($0 % 3),\($0 % 5),\($0 % 4),\($0 % 7)" }

  /// The lines behind the sentence.
  private static func lines(_ options: [String]) throws -> (text: String, caret: String, status: Int32) {
    let result = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "q1,q2", "--bootstrap", "0", "--quiet"] + options,
      csv: csv)
    let lines = result.error.split(separator: "\n").map(String.init)
    guard lines.count == 3 else {
      Issue.record("\(result.error)")
      return ("", "", result.status)
    }
    return (lines[1], lines[2], result.status)
  }

  @Test(
    arguments: [
      ("--where", "region = 1 and regoin = 2", "regoin", 65), ("--where", "q1 > 1 or or q2 = 1", "or q2", 64),
      ("--derive", "new=mean(q1, q3)", "q3", 65), ("--derive", "new=sum(q1, q1, answerd=1)", "answerd", 64),
      ("--where", "größe = 1", "größe", 65),
    ])
  func aCaretStandsBelowTheFault(option: String, text: String, wrong: String, status: Int) throws {
    // Of a derived column that plays a part.
    let more = option == "--derive" ? ["--always", "new"] : []
    let found = try Self.lines([option, text] + more)
    let expression = option == "--derive" ? String(text.dropFirst(4)) : text
    #expect(found.text == "  " + expression)
    let place = expression.distance(
      from: expression.startIndex, to: try #require(expression.firstRange(of: wrong)).lowerBound)
    #expect(found.caret == "  " + String(repeating: " ", count: place) + "^")
    #expect(Int(found.status) == status)
  }

  @Test func aLongConditionIsCutAroundTheFault() throws {
    let text = (1...40).map { "q1 = \($0)" }.joined(separator: " or ") + " or qq = 1"
    let found = try Self.lines(["--where", text])
    #expect(found.text.hasPrefix("  …") && found.text.count < 80)
    let place = found.caret.distance(from: found.caret.startIndex, to: try #require(found.caret.firstIndex(of: "^")))
    #expect(found.text.dropFirst(place).hasPrefix("qq"))
  }

  @Test func aStudyShowsItsLine() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.csv, to: "data.csv")
    try folder.write(
      "data: data.csv\nderive:\n  new: 'mean(q1, q2, answered=x)'\noutcomes: [y]\ndrivers: [q1, q2]\n", to: "s.yaml")
    let result = try Program.run(["drivers", "s.yaml", "--quiet"], directory: folder.url)
    let lines = result.error.split(separator: "\n").map(String.init)
    try #require(lines.count == 3, "\(result.error)")
    #expect(lines[0].contains("s.yaml:3:"))
    let place = try #require(lines.last?.firstIndex(of: "^"))
    #expect(lines[1].dropFirst(lines[2].distance(from: lines[2].startIndex, to: place)).hasPrefix("answered=x"))
  }
}
