import Foundation
import Rendering
import Testing

/// What is marked on a map, and that no label touches it; forest plots, diverging bars, arrows.
@Suite("Marks of figures") struct FigureMarkTests {
  /// Intervals of a map as drawn, as thin rectangles.
  private static func whiskers(_ svg: String) -> [Rect] {
    svg.split(separator: "\n").filter { $0.hasPrefix("<line") && $0.contains("stroke-opacity=\"0.42\"") }.map { line in
      func number(_ name: String) -> Double {
        Double(line[line.range(of: " \(name)=\"")!.upperBound...].prefix { $0 != "\"" })!
      }
      let (x1, x2, y1, y2) = (number("x1"), number("x2"), number("y1"), number("y2"))
      return Rect(x: min(x1, x2) - 0.8, y: min(y1, y2) - 0.8, width: abs(x1 - x2) + 1.6, height: abs(y1 - y2) + 1.6)
    }
  }

  @Test("no label touches another or an interval, 1 to 60 drivers", arguments: [Scatter.spread, .clustered, .corners])
  func clear(scatter: Scatter) {
    for count in [1, 2, 3, 5, 8, 13, 21, 34, 47, 60] {
      for seed in 0..<UInt64(2) {
        var map = FigureFixtures.map(points: count, scatter: scatter, seed: seed)
        map.points[0].isFirst = true
        map.meanings.first = "Ring: work on this first"
        map.firmness = [1, 0.5, 0.2, 0]
        map.meanings.shade = "the deeper the surer"
        let figure = FigureFixtures.figure([.quadrants(map)])
        let layout = FigureSizeTests.check(figure, FigureSettings(), "\(scatter), \(count), seed \(seed)")
        let lines = Self.whiskers(SVGRenderer.render(figure))
        #expect(lines.count == 2 * count)
        for box in layout.texts {
          #expect(
            !lines.contains { $0.intersects(box.rect) }, "\(scatter), \(count), seed \(seed): '\(box.text)' is struck")
        }
      }
    }
  }

  @Test("the first is ringed in the accent, bubbles have areas in proportion, arrows lead to the last place")
  func marks() throws {
    var map = FigureFixtures.map(points: 3, scatter: .spread, seed: 8)
    for index in map.points.indices {
      map.points[index].isFlagged = false
      map.points[index].earlier = [.init(x: 60, y: 0.05), .init(x: 70, y: 0.2)]
    }
    map.points[1].isFirst = true
    map.meanings.first = "Ring: work on this first"
    map.meanings.arrow = "From wave 1 to wave 3"
    let svg = SVGRenderer.render(FigureFixtures.figure([.quadrants(map)]))
    // Two arrows for each point and one in the key, the ring at the point and in the key.
    #expect(svg.components(separatedBy: "<polygon").count - 1 == 7)
    #expect(svg.components(separatedBy: "fill=\"none\" stroke=\"#B4510B\"").count - 1 == 2)
    #expect(svg.contains(">Ring: work on this first</text>") && svg.contains(">From wave 1 to wave 3</text>"))
    for (index, weight) in [0.0, 1, 4].enumerated() {
      map.points[index].weight = weight
      map.points[index].isFirst = false
      map.points[index].earlier = []
    }
    let bubbles = SVGRenderer.render(FigureFixtures.figure([.quadrants(map)]))
    let radii = bubbles.split(separator: "\n").filter { $0.hasPrefix("<circle") && $0.contains("fill-opacity") }.map {
      Double($0.split(separator: " r=\"")[1].prefix { $0 != "\"" })!
    }
    #expect(radii.prefix(3).sorted() == [4, 13, 22])
  }

  @Test("forest plots and diverging bars keep texts apart and inside", arguments: 1...8) func rows(series: Int) {
    for count in [1, 2, 7, 19, 60] {
      let forest = FigureFixtures.forest(count, series: series, seed: UInt64(count * series))
      _ = FigureSizeTests.check(FigureFixtures.figure([.forest(forest)]), FigureSettings(), "forest \(count)")
      let likert = FigureFixtures.likert(count, answers: series + 1, seed: UInt64(count * series))
      _ = FigureSizeTests.check(FigureFixtures.figure([.likert(likert)]), FigureSettings(), "likert \(count)")
    }
  }

  @Test("a mark stands at its value: 1 is half-way between 0 and 2") func forestGeometry() throws {
    let plot = ForestPlot(
      title: "", axis: Axis(title: "b", style: .decimals(1)),
      rows: [0.0, 1, 2].map { ForestPlot.Row(label: "x", estimates: [Estimate($0, low: $0 - 0.5, high: $0 + 0.5)]) })
    let svg = SVGRenderer.render(FigureFixtures.figure([.forest(plot)]))
    let marks = svg.split(separator: "\n").filter { $0.hasPrefix("<circle") }.map {
      Double($0.split(separator: "cx=\"")[1].prefix { $0 != "\"" })!
    }
    try #require(marks.count == 3)
    #expect(abs(marks[1] - (marks[0] + marks[2]) / 2) < 0.02)
    for text in ["1.0", "0.5–1.5"] { #expect(svg.contains(">\(text)</text>"), "\(text)") }
  }

  @Test("a diverging bar has half of its middle answer on each side of the line") func likertGeometry() throws {
    let chart = LikertChart(
      title: "", answers: ["bad", "so-so", "good"],
      rows: [.init(label: "a", shares: [0.2, 0.2, 0.6]), .init(label: "b", shares: [0.6, 0.2, 0.2])])
    let svg = SVGRenderer.render(FigureFixtures.figure([.likert(chart)]))
    func number(_ line: Substring, _ name: String) -> Double {
      Double(line[line.range(of: " \(name)=\"")!.upperBound...].prefix { $0 != "\"" })!
    }
    let bars = svg.split(separator: "\n").filter { $0.hasPrefix("<rect") && $0.contains("height=\"22\"") }
    let line = try #require(svg.split(separator: "\n").first { $0.contains("stroke-dasharray=\"3 3\"") })
    try #require(bars.count == 6)
    for middle in [bars[1], bars[4]] {
      #expect(abs(number(middle, "x") + number(middle, "width") / 2 - number(line, "x1")) < 0.02)
    }
    #expect(abs(number(bars[2], "width") - 3 * number(bars[0], "width")) < 0.05)
    for text in ["20 %", "60 %"] { #expect(svg.contains(">\(text)</text>")) }
  }

  @Test("names of items and factors are whole, arrows end at the items") func diagram() {
    let long = "How satisfied are you with the time that it took until somebody answered your question?"
    let nodes = [
      ModelDiagram.Node(
        label: "Quality of the product itself", indicators: [.init(name: "pq1", label: long, value: Estimate(0.7))]),
      ModelDiagram.Node(label: "F2", indicators: [.init(name: "pq2", value: Estimate(-0.5))]),
    ]
    let figure = FigureFixtures.figure([.model(ModelDiagram(title: "", nodes: nodes, arrows: [], key: "k"))])
    let layout = FigureSizeTests.check(figure, FigureSettings(), "diagram")
    let texts = layout.texts.map(\.text).joined(separator: " ")
    #expect(texts.contains(long) && texts.contains("Quality of the product itself") && !texts.contains("…"))
    #expect(SVGRenderer.render(figure).components(separatedBy: "<polygon").count - 1 == 2)
  }

  @Test("text from right to left says so, other scripts name families that have them") func scripts() {
    let chart = BarChart(
      title: "", axis: Axis(title: ""),
      bars: ["رضا العملاء", "顧客満足", "Latin"].map { .init(label: $0, estimate: Estimate(1)) })
    let lines = SVGRenderer.render(FigureFixtures.figure([.bars(chart)])).split(separator: "\n")
    let arabic = lines.first { $0.contains("رضا") }
    #expect(arabic?.contains("direction=\"rtl\"") == true && arabic?.contains("Noto Sans Arabic") == true)
    #expect(lines.first { $0.contains("顧客満足") }?.contains("Noto Sans CJK") == true)
    #expect(lines.first { $0.contains(">Latin<") }?.contains("font-family") == false)
  }
}
