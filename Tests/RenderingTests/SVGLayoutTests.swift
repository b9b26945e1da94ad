import Rendering
import Testing

@Suite("The layout of figures")
struct SVGLayoutTests {
  /// No two texts share an area, and all are inside the picture.
  private func check(_ figure: Figure, _ what: Comment) -> Drawing {
    let layout = SVGRenderer.layout(of: figure)
    let picture = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
    for (index, box) in layout.texts.enumerated() {
      #expect(picture.contains(box.rect), "\(what): '\(box.text)' leaves the picture")
      for other in layout.texts[(index + 1)...] where box.rect.intersects(other.rect) {
        Issue.record("\(what): '\(box.text)' touches '\(other.text)'")
      }
    }
    return layout
  }

  @Test("no two texts of a quadrant map touch and every name is there, 2 to 40 drivers", arguments: Scatter.allCases)
  func quadrantMaps(scatter: Scatter) {
    for count in 2...40 {
      for seed in 0..<UInt64(2) {
        let map = FigureFixtures.map(points: count, scatter: scatter, seed: seed)
        let layout = check(FigureFixtures.figure([.quadrants(map)]), "\(scatter), \(count) points, seed \(seed)")
        expectNames(map.points.map(\.label), in: layout)
      }
    }
  }

  /// Each name stands there, whole or over lines that follow each other.
  private func expectNames(_ names: [String], in layout: Drawing) {
    func plain(_ text: String) -> String { text.replacing(" ", with: "") }
    let lines = layout.texts.map { plain($0.text) }
    for name in names {
      let wanted = plain(name)
      let isThere = lines.indices.contains { start in
        var joined = ""
        for line in lines[start...] {
          joined += line
          if joined.count >= wanted.count { break }
        }
        return joined == wanted
      }
      #expect(isThere, "'\(name)' is missing")
    }
  }

  @Test("the same holds for two and three panels, and for bars with long names", arguments: 0..<UInt64(12))
  func panels(seed: UInt64) {
    let maps = (0..<3).map { FigureFixtures.map(points: 8 + 5 * $0, scatter: .spread, seed: seed + UInt64($0)) }
    let bars = FigureFixtures.bars(2 + Int(seed) * 3, seed: seed)
    _ = check(FigureFixtures.figure(maps.prefix(2).map { .quadrants($0) }), "two maps")
    _ = check(FigureFixtures.figure(maps.map { .quadrants($0) }), "three maps")
    _ = check(FigureFixtures.figure([.bars(bars)]), "bars")
    _ = check(FigureFixtures.figure([.bars(bars), .quadrants(maps[0])]), "bars and a map")
  }

  @Test("scatter plots of 0 to 5,000 points keep their texts apart, and are small however many points they have")
  func scatterPlots() {
    for (seed, count) in [0, 1, 2, 30, 1500, 5000].enumerated() {
      var random = Seeded(UInt64(seed))
      let points = (0..<count).map { index in
        ScatterPlot.Point(
          x: random.uniform() * 10, y: index == 3 ? .nan : random.uniform() - 0.5,
          label: index < 8 ? "\(index * 997)" : nil)
      }
      for reference in [ScatterPlot.Reference.zero, .diagonal] {
        let plot = ScatterPlot(
          title: "Residuals", xAxis: Axis(title: "Fitted"), yAxis: Axis(title: "Residual", style: .decimals(1)),
          points: points, reference: reference, trend: Array(points.prefix(4)))
        let layout = check(FigureFixtures.figure([.scatter(plot), .scatter(plot)]), "\(count) points")
        // A point that has no place has no name either.
        #expect(!layout.texts.contains { $0.text == "2991" })
        #expect(SVGRenderer.render(FigureFixtures.figure([.scatter(plot)])).utf8.count < 250_000)
      }
    }
    let same = ScatterPlot(
      title: "", xAxis: Axis(title: ""), yAxis: Axis(title: ""),
      points: (0..<40).map { ScatterPlot.Point(x: 1, y: 1, label: "\($0)") })
    _ = check(FigureFixtures.figure([.scatter(same)]), "forty names in one place")
  }

  @Test("undefined, infinite, huge, tiny and empty figures are drawn without touching texts")
  func awkwardNumbers() {
    func map(_ values: [Double], cross: Double = 0) -> Figure.Panel {
      .quadrants(
        QuadrantMap(
          title: "", xAxis: Axis(title: "x", style: .decimals(2)), yAxis: Axis(title: "y", style: .percent(1)),
          crosshairX: cross, crosshairY: cross, quadrants: FigureFixtures.quadrants,
          points: values.enumerated().map { index, value in
            .init(
              label: "point \(index)", x: Estimate(value, low: -.infinity, high: value),
              y: Estimate(value, low: .nan, high: .infinity))
          }))
    }
    func bars(_ values: [Double]) -> Figure.Panel {
      .bars(
        BarChart(
          title: "", axis: Axis(title: "", style: .decimals(1)),
          bars: values.map { .init(label: "", estimate: Estimate($0, low: -.infinity, high: $0)) }))
    }
    let cases: [[Double]] = [
      [], [0], [.nan], [.infinity, 1], [1e300, -1e300], [.greatestFiniteMagnitude, -.greatestFiniteMagnitude],
      [.leastNonzeroMagnitude, 0], [1e-300, 2e-300], [1, 1 + 1e-15], [1e15, 1e15 + 1], [-3, -2],
      [123_456_789, 987_654_321],
    ]
    for values in cases {
      _ = check(FigureFixtures.figure([map(values), bars(values)]), "\(values)")
      _ = check(FigureFixtures.figure([map(values, cross: .nan)]), "\(values), no crosshair")
      _ = check(FigureFixtures.figure([map(values, cross: 50)]), "\(values), crosshair far off")
    }
    let layout = SVGRenderer.layout(of: FigureFixtures.figure([map([.nan, 1])]))
    #expect(layout.texts.contains { $0.text == "Without a position: point 0" })
    _ = check(FigureFixtures.figure([]), "no panels")
  }

  @Test("long titles, axis titles, quadrant names and captions wrap")
  func longTexts() {
    let long = Array(repeating: "a rather long text", count: 12).joined(separator: " ")
    var map = FigureFixtures.map(points: 6, scatter: .spread, seed: 4)
    map.title = long
    map.xAxis.title = long
    map.yAxis.title = long
    map.quadrants = Array(repeating: "A quadrant with a name of many words", count: 4)
    map.flagMeaning = long
    let figure = Figure(title: long, caption: long, panels: [.quadrants(map), .quadrants(map)])
    _ = check(figure, "long texts")
  }

  @Test("many more drivers than a map can name are still told apart by numbers")
  func manyPoints() {
    let map = FigureFixtures.map(points: 150, scatter: .spread, seed: 9)
    let layout = check(FigureFixtures.figure([.quadrants(map)]), "150 points")
    expectNames(map.points.map(\.label), in: layout)
  }
}
