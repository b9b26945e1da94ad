import Foundation
import Regression
import Testing

/// Courses of points against R's `lowess` (4.2.2): `Tests/References/lowess/lowess.R`.
@Suite struct LowessTests {
  private struct Key: Hashable {
    var set: String
    var span: Double
    var rounds: Int
    var delta: Double
  }

  @Test("agrees with R's lowess on every point, spans, rounds and distances") func reference() throws {
    let file = SmallTable.references.deletingLastPathComponent().appendingPathComponent("lowess/lowess.csv")
    var cases: [Key: [[Double]]] = [:]
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst() {
      let fields = line.split(separator: ",")
      let numbers = fields.dropFirst().compactMap { Double($0) }
      try #require(numbers.count == 6)
      let key = Key(set: String(fields[0]), span: numbers[0], rounds: Int(numbers[1]), delta: numbers[2])
      cases[key, default: []].append(Array(numbers[3...]))
    }
    #expect(cases.count == 32)
    for (key, points) in cases {
      let course = Lowess(span: key.span, rounds: key.rounds)
        .smooth(points.map { $0[0] }, points.map { $0[1] }, delta: key.delta)
      let size = points.map { abs($0[2]) }.max() ?? 1
      for (own, point) in zip(course, points) {
        #expect(abs(own - point[2]) <= 1e-10 * size, "\(key): \(own) for \(point[2])")
      }
    }
  }

  @Test("points on a line stay there; few points and points in one place have a course") func identities() {
    let x = (0..<40).map { Double($0 * $0) }
    for (own, value) in zip(Lowess().smooth(x, x.map { 3 - 0.5 * $0 }), x) {
      #expect(abs(own - (3 - 0.5 * value)) < 1e-9)
    }
    #expect(Lowess().smooth([], []) == [] && Lowess().smooth([2], [5]) == [5])
    #expect(Lowess().smooth([1, 1, 1], [2, 2, 2]) == [2, 2, 2])
  }
}
