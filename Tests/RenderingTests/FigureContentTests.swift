import Foundation
import Rendering
import Testing

/// What stands where on a figure, beyond texts that do not touch.
@Suite("What figures show")
struct FigureContentTests {
  private typealias Box = (text: String, rect: Rect)

  private func texts(_ figure: Figure) -> [Box] {
    SVGRenderer.layout(of: figure).texts.map { ($0.text, $0.rect) }
  }

  /// The intervals of a map as the SVG draws them, as thin rectangles.
  private func whiskers(_ figure: Figure) -> [Rect] {
    SVGRenderer.render(figure).split(separator: "\n").filter {
      $0.hasPrefix("<line") && $0.contains("stroke-opacity=\"0.42\"")
    }.map { line in
      func number(_ name: String) -> Double {
        let rest = line[line.range(of: " \(name)=\"")!.upperBound...]
        return Double(rest.prefix { $0 != "\"" })!
      }
      let (x1, x2, y1, y2) = (number("x1"), number("x2"), number("y1"), number("y2"))
      return Rect(x: min(x1, x2) - 0.8, y: min(y1, y2) - 0.8, width: abs(x1 - x2) + 1.6, height: abs(y1 - y2) + 1.6)
    }
  }

  @Test(
    "no interval meets the name of a quadrant, 2 to 40 drivers, alone and on a common axis", arguments: Scatter.allCases
  )
  func whiskersAndNames(scatter: Scatter) {
    for count in [2, 3, 5, 8, 12, 17, 25, 40] {
      for seed in 0..<UInt64(2) {
        for isDeclared in [false, true] {
          var map = FigureFixtures.map(points: count, scatter: scatter, seed: seed)
          // Lengths up to a third of the plot, to both sides.
          for index in map.points.indices {
            let y = map.points[index].y.value
            map.points[index].y.low = y - 0.1
            map.points[index].y.high = y + 0.12
          }
          if isDeclared {
            // As panels of several groups declare it: from the least end to the greatest.
            let ends = map.points.flatMap { [$0.y.low!, $0.y.high!] } + [map.crosshairY]
            map.yAxis.range = ends.min()!...ends.max()!
            let sides = map.points.flatMap { [$0.x.low!, $0.x.high!] } + [map.crosshairX]
            map.xAxis.range = sides.min()!...sides.max()!
          }
          // Alone a panel is 940 pixels wide, beside another 740, where names take more lines.
          let panels = Array(repeating: Figure.Panel.quadrants(map), count: isDeclared ? 2 : 1)
          let figure = FigureFixtures.figure(panels)
          let lines = whiskers(figure)
          #expect(lines.count == 2 * count * panels.count)
          for name in texts(figure)
          where map.quadrants.contains(where: { $0.contains(name.text) && name.text.count > 3 }) {
            #expect(
              !lines.contains { $0.intersects(name.rect) },
              "\(scatter), \(count), seed \(seed), declared \(isDeclared): '\(name.text)'")
          }
        }
      }
    }
  }

  @Test("a label with room in its point's quadrant stands there, however near the lines the point is")
  func labelsAtHome() {
    // Points hard by the crosshair, at distances where a label beside the point would lie across it.
    let near = [(1.0, 0.01), (1.0, -0.01), (-1.0, 0.01), (-1.0, -0.01)]
    let map = QuadrantMap(
      title: "", xAxis: Axis(title: "x"), yAxis: Axis(title: "y", style: .percent(0)), crosshairX: 50,
      crosshairY: 0.2, quadrants: FigureFixtures.quadrants,
      points: near.enumerated().map { index, place in
        .init(
          label: "A driver called \(index)", x: Estimate(50 + place.0, low: 40, high: 60),
          y: Estimate(0.2 + place.1, low: 0.1, high: 0.3))
      } + [
        .init(label: "far", x: Estimate(0), y: Estimate(0)), .init(label: "off", x: Estimate(100), y: Estimate(0.4)),
      ])
    let boxes = texts(FigureFixtures.figure([.quadrants(map)]))
    func rect(_ text: String) -> Rect { boxes.first { $0.text == text }!.rect }
    let (right, left) = (rect("A driver called 0"), rect("A driver called 2"))
    #expect(left.right < right.x)
    #expect(rect("A driver called 3").right < rect("A driver called 1").x)
    #expect(right.bottom < rect("A driver called 1").y && left.bottom < rect("A driver called 3").y)
  }

  @Test("an axis title that panels share is written once per row and column")
  func sharedTitles() {
    var maps = (0..<4).map { FigureFixtures.map(points: 6, scatter: .spread, seed: UInt64($0)) }
    func count(_ text: String) -> Int {
      texts(FigureFixtures.figure(maps.map { .quadrants($0) })).count { $0.text == text }
    }
    // Two columns of two panels, as a slide is wider than high.
    #expect(count(maps[0].xAxis.title) == 2)
    #expect(count(maps[0].yAxis.title) == 2)
    maps[3].xAxis.title = "Another axis"
    #expect(count(maps[0].xAxis.title) == 2, "that of the upper panel is not the one below")
    #expect(count("Another axis") == 1)
  }

  @Test("several series keep their texts apart, 2 to 40 rows, 2 to 8 series", arguments: 2...8)
  func groupedBars(series: Int) {
    for count in 2...40 {
      let chart = FigureFixtures.groupedBars(count, series: series, seed: UInt64(series))
      let layout = SVGRenderer.layout(of: FigureFixtures.figure([.groupedBars(chart)]))
      let picture = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
      for (index, box) in layout.texts.enumerated() {
        #expect(picture.contains(box.rect), "'\(box.text)' leaves the picture")
        for other in layout.texts[(index + 1)...] where box.rect.intersects(other.rect) {
          Issue.record("\(count) rows: '\(box.text)' touches '\(other.text)'")
        }
      }
      for name in chart.series { #expect(layout.texts.contains { $0.text == name }, "\(name) has no legend") }
    }
  }

  @Test("each value of each series has a bar, in the series' colour") func barsOfSeries() {
    let chart = GroupedBarChart(
      title: "", axis: Axis(title: "", style: .percent(0)), series: ["one", "two"],
      rows: [
        .init(label: "a", estimates: [Estimate(0.5), Estimate(0.25)]),
        .init(label: "b", estimates: [Estimate(0.1), nil], isFlagged: true),
      ])
    let svg = SVGRenderer.render(FigureFixtures.figure([.groupedBars(chart)]))
    func widths(_ fill: String) -> [Double] {
      svg.split(separator: "\n").filter { $0.contains("fill=\"\(fill)\"") && $0.contains("height=\"12\"") }
        .map { line in Double(line.split(separator: "width=\"")[1].prefix { $0 != "\"" })! }
    }
    // The legend's box is 22 wide and comes first.
    let (first, second) = (widths("#6FA3D0"), widths("#B4510B"))
    #expect(first.count == 2 && second.count == 2 && first[0] == 22 && second[0] == 22)
    #expect(abs(first[1] / second[1] - 2) < 0.01)
    let flagged = widths("url(#hatch)")
    #expect(flagged.count == 1 && abs(first[1] / flagged[0] - 5) < 0.02)
    for text in ["50 %", "25 %", "10 %", "–"] { #expect(svg.contains(">\(text)</text>"), "\(text)") }
  }

  @Test("what is not drawn is named under the caption") func notDrawn() {
    var figure = FigureFixtures.figure([.bars(FigureFixtures.bars(3, seed: 2))])
    figure.notDrawn = ["segment = north", "segment = east"]
    let boxes = texts(figure)
    let line = boxes.first { $0.text == "Not drawn: segment = north, segment = east." }
    #expect(line != nil)
    #expect(boxes.allSatisfy { $0.text == line?.text || $0.rect.bottom <= (line?.rect.y ?? 0) })
    figure.notDrawn = (0..<300).map { "segment = \($0)" }
    let picture = SVGRenderer.layout(of: figure)
    #expect(picture.texts.allSatisfy { $0.rect.right <= picture.width && $0.rect.bottom <= picture.height })
  }

  @Test(
    "whole per cents at bars have a decimal below 10 %",
    arguments: [
      (0.007, "0.7 %"), (0.0994, "9.9 %"), (0.0996, "10 %"), (0.1, "10 %"), (0.371, "37 %"), (0, "0 %"),
      (-0.012, "-1.2 %"),
      (-0.0999, "-10 %"), (1, "100 %"),
    ])
  func smallShares(value: Double, text: String) {
    #expect(NumberText(unicode: true).bar(value, .percent(0)) == text)
    let chart = BarChart(
      title: "", axis: Axis(title: "", style: .percent(0)), bars: [.init(label: "a", estimate: Estimate(value))])
    let svg = SVGRenderer.render(FigureFixtures.figure([.bars(chart)]))
    #expect(svg.contains(">\(text.replacing("-", with: "−"))</text>"))
    let document = Document(version: "", command: "", title: "", blocks: [.bars(chart)], defaultTable: "")
    #expect(TextRenderer(width: 60, unicode: true, color: false).render(document).contains("  \(text)\n"))
  }

  @Test("an interval at a bar has its decimals end by end, other styles keep theirs") func smallIntervals() {
    let numbers = NumberText(unicode: true)
    #expect(numbers.barInterval(low: 0.007, high: 0.12, .percent(0)) == "0.7–12 %")
    #expect(
      numbers.barInterval(low: -0.007, high: 0.012, .percent(0)) == "-0.7 % to 1.2 %".replacing(" % to", with: " to"))
    #expect(numbers.bar(0.0071, .percent(2)) == "0.71 %")
    #expect(numbers.bar(0.0071, .decimals(2)) == "0.01")
  }
}
