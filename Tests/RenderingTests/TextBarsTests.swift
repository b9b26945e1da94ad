import Rendering
import Testing

@Suite("Bars drawn with characters")
struct TextBarsTests {
  private func drawn(_ bars: [BarChart.Bar], width: Int = 40, unicode: Bool = true) -> [String] {
    let chart = BarChart(title: "", axis: Axis(title: "", style: .integer), bars: bars)
    let document = Document(
      version: "", command: "", title: "", blocks: [.bars(chart)], defaultTable: "")
    return TextRenderer(width: width, unicode: unicode, color: false).render(document)
      .split(separator: "\n").map(String.init)
  }

  @Test("a bar ends at its value to an eighth of a cell")
  func eighths() {
    // 40 columns, less 1 + 2 for the label and 2 + 2 for the value: 33 cells for 33 units, one cell each.
    let lines = drawn([
      .init(label: "a", estimate: Estimate(33)), .init(label: "b", estimate: Estimate(2.5)),
      .init(label: "c", estimate: Estimate(2.125)), .init(label: "d", estimate: Estimate(0.001)),
    ])
    #expect(lines[0].contains(String(repeating: "█", count: 33)))
    #expect(lines[1].hasPrefix("b  ██▌ "))
    #expect(lines[2].hasPrefix("c  ██▏ "))
    #expect(lines[3].hasPrefix("d  ▏ "), "however small, it is not nothing")
  }

  @Test("negative bars grow to the left of a zero line that all rows share")
  func negative() {
    let lines = drawn([
      .init(label: "a", estimate: Estimate(16, low: -4, high: 16)), .init(label: "b", estimate: Estimate(-8)),
    ])
    let zero = lines.map { line in
      line.firstIndex { $0 == "│" || $0 == "┼" }.map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(zero[0] != nil && zero[0] == zero[1])
    #expect(lines[1].contains("█│") && !lines[1].contains("│█"))
    #expect(lines[0].contains("├") && lines[0].contains("┼█"))
  }

  @Test("infinite and undefined values have no bar and break nothing")
  func undefined() {
    let lines = drawn([
      .init(label: "a", estimate: Estimate(.infinity)), .init(label: "b", estimate: Estimate(.nan)),
      .init(label: "c", estimate: Estimate(1e308, low: -1e308, high: 1e308)),
      .init(label: "d", estimate: Estimate(.leastNonzeroMagnitude)),
    ])
    #expect(lines[0].hasSuffix("∞") && !lines[0].contains("█"))
    #expect(lines[1].hasSuffix("–") && !lines[1].contains("█"))
    #expect(lines[2].contains("█"))
  }
}
