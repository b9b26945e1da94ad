import Studies
import Survey
import SurveyFiles
import Testing

/// Random input gives a study or a fault, never a crash or a hang.
@Suite struct StudyFuzzTests {
  /// A small generator of our own, so that a failure comes again.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let yaml = [
    "drivers", "scale", "outcomes", "items", ": ", ":", "\n", "\n  ", "\n- ", "[", "]", "{", "}", ",", " ", "1", "7",
    "'",
    "\"", "&a", "*a", "|", ">", "#", "?", "!!str", "---", "%", "é", "\t", "~", "where", "stated", "<<", "weights",
    "\u{FEFF}",
  ]
  static let conditions = [
    "wave", "and", "or", "not", "(", ")", "in", "between", "is", "missing", "=", "!=", "<", ">=", "'", "\"", "`", ",",
    "2",
    "-1", "1e400", "nan", " ", "  ", "é", ";", "segment", "'new'", "=", "not", "and",
  ]

  @Test func randomStudiesAreStudiesOrFaults() {
    var dice = Dice(state: 1)
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 1...25, using: &dice)).map { _ in Self.yaml.randomElement(using: &dice)! }.joined()
      do { _ = try StudyFile.parse(text, file: "f") } catch is any Fault {} catch {
        Issue.record("\(error) of \(text)")
      }
    }
  }

  @Test func randomConditionsAreConditionsOrFaults() {
    let data = Dataset(
      variables: [
        Variable(name: "wave", values: .int8([1, 2, MissingValue.int8(0)])),
        Variable(name: "segment", values: .text(codes: [0, 1, -1], categories: ["new", "old"])),
      ], rowCount: 3)
    var dice = Dice(state: 2)
    var accepted = 0
    for _ in 0..<50_000 {
      let text = (0..<Int.random(in: 1...12, using: &dice)).map { _ in
        Self.conditions.randomElement(using: &dice)! + " "
      }.joined()
      do {
        let rows = try RowCondition(text).rows(in: data)
        if let last = rows.last { #expect(last < 3) }
        accepted += 1
      } catch is any Fault {} catch { Issue.record("\(error) of \(text)") }
    }
    #expect(accepted > 5)
  }
}
