import Foundation
import Rendering
import Testing

/// Figures in given sizes, without whiskers, with other words, side by side.
@Suite("Sizes and words of figures") struct FigureSizeTests {
  static func check(_ figure: Figure, _ settings: FigureSettings, _ what: Comment) -> Drawing {
    let layout = SVGRenderer.layout(of: figure, settings)
    let picture = Rect(x: -0.01, y: -0.01, width: layout.width + 0.02, height: layout.height + 0.02)
    for (index, box) in layout.texts.enumerated() {
      #expect(picture.contains(box.rect), "\(what): '\(box.text)' leaves the picture")
      // A line of text begins where the one above ends, to the last digit or two.
      let inner = Rect(
        x: box.rect.x + 1e-6, y: box.rect.y + 1e-6, width: box.rect.width - 2e-6, height: box.rect.height - 2e-6)
      for other in layout.texts[(index + 1)...] where inner.intersects(other.rect) {
        Issue.record("\(what): '\(box.text)' touches '\(other.text)'")
      }
    }
    return layout
  }

  private static func panels(_ kind: Int, _ seed: UInt64) -> [Figure.Panel] {
    var random = Seeded(seed)
    let count = 1 + random.below(14)
    switch kind {
    case 0: return [.quadrants(FigureFixtures.map(points: count, scatter: .spread, seed: seed))]
    case 1: return [.bars(FigureFixtures.bars(count, seed: seed))]
    case 2: return [.groupedBars(FigureFixtures.groupedBars(count, series: 3, seed: seed))]
    case 3: return [.forest(FigureFixtures.forest(count, series: 1 + Int(seed % 4), seed: seed))]
    case 4: return [.likert(FigureFixtures.likert(count, answers: 2 + Int(seed % 10), seed: seed))]
    default:
      return (0..<4).map { .quadrants(FigureFixtures.map(points: 6, scatter: .spread, seed: seed + UInt64($0))) }
    }
  }

  @Test("a slide is 1280 by 720, a column 321 wide, and texts keep apart in both", arguments: 0..<6)
  func sizes(kind: Int) {
    for seed in 0..<UInt64(4) {
      let figure = FigureFixtures.figure(Self.panels(kind, seed))
      for size in FigureSettings.Size.allCases {
        var settings = FigureSettings()
        settings.size = size
        let layout = Self.check(figure, settings, "kind \(kind), \(size), seed \(seed)")
        let svg = SVGRenderer.render(figure, settings)
        switch size {
        case .slide:
          #expect(svg.contains("width=\"1280\" height=\"720\""))
          #expect(abs(layout.width / layout.height - 16.0 / 9) < 0.01)
        case .column:
          #expect(svg.contains("width=\"321\""))
          // Letters of 13.5 are 8 pixels, 6 points, at least.
          #expect(layout.width <= 321 / 0.6)
        case .page: #expect(svg.contains("width=\"643\""))
        }
        #expect(svg == SVGRenderer.render(figure, settings))
      }
    }
  }

  @Test("width and height together hold sixty drivers and twenty-four panels") func fitted() {
    var settings = FigureSettings()
    (settings.width, settings.height) = (900, 500)
    let many = FigureFixtures.figure([.quadrants(FigureFixtures.map(points: 60, scatter: .spread, seed: 3))])
    _ = Self.check(many, settings, "sixty drivers")
    let panels = (0..<30).map { Figure.Panel.bars(FigureFixtures.bars(4, seed: UInt64($0))).titled("group \($0)") }
    let limited = FigureFixtures.figure(panels).limited()
    #expect(limited.panels.count == 24 && limited.notDrawn == (24..<30).map { "group \($0)" })
    _ = Self.check(limited, settings, "panels")
    #expect(SVGRenderer.render(limited, settings).contains("width=\"900\" height=\"500\""))
  }

  @Test("without whiskers no interval is drawn or told, with other words these stand there") func words() {
    var figure = FigureFixtures.figure([.quadrants(FigureFixtures.map(points: 5, scatter: .spread, seed: 3))])
    figure.intervals = "Intervals: 95 %."
    #expect(SVGRenderer.render(figure).contains("stroke-opacity=\"0.42\""))
    var settings = FigureSettings()
    settings.showsWhiskers = false
    let bare = SVGRenderer.render(figure, settings)
    #expect(!bare.contains("stroke-opacity=\"0.42\"") && !bare.contains("Intervals: 95"))
    (settings.title, settings.subtitle, settings.caption) = ("Mine", "Under it", "")
    let texts = SVGRenderer.layout(of: figure, settings).texts.map(\.text)
    #expect(texts.first == "Mine" && texts.contains("Under it") && !texts.contains(where: { $0.hasPrefix("n = ") }))
  }

  @Test("panels share the order of rows, the axis and the colours") func aligned() {
    func bars(_ values: [String: Double]) -> Figure.Panel {
      .bars(
        BarChart(
          title: "", axis: Axis(title: "", range: 0...0),
          bars: values.sorted { $0.key < $1.key }.map { .init(label: $0.key, estimate: Estimate($0.value)) }))
    }
    let figure = Figure(
      title: "", caption: "", panels: [bars(["a": 1, "b": 5, "c": 2]), bars(["a": 4, "b": 1, "c": 9])]
    ).aligned()
    for panel in figure.panels {
      guard case .bars(let chart) = panel else { continue }
      // By means: c 5.5, b 3, a 2.5.
      #expect(chart.bars.map(\.label) == ["c", "b", "a"])
      #expect(chart.axis.range == 0...9)
    }
    func heat(_ value: Double) -> Figure.Panel {
      .heatMap(HeatMap(title: "", rows: ["a"], columns: ["b"], values: [[value]], keyTitle: "r"))
    }
    for case .heatMap(let map) in Figure(title: "", caption: "", panels: [heat(-0.2), heat(0.75)]).aligned().panels {
      #expect(map.range == -0.2...0.8)
    }
  }
}
