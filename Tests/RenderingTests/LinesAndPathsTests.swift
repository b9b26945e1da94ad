import Foundation
import Rendering
import Testing

@Suite("Line charts and path diagrams")
struct LinesAndPathsTests {
  private func check(_ panel: Figure.Panel, _ what: Comment) -> Drawing {
    let layout = SVGRenderer.layout(of: Figure(title: "Title", caption: "Caption", panels: [panel]))
    let picture = Rect(x: 0, y: 0, width: layout.width, height: layout.height)
    for (index, box) in layout.texts.enumerated() {
      #expect(picture.contains(box.rect), "\(what): '\(box.text)' leaves the picture")
      for other in layout.texts[(index + 1)...] where box.rect.intersects(other.rect) {
        Issue.record("\(what): '\(box.text)' touches '\(other.text)'")
      }
    }
    return layout
  }

  @Test("lines of any number of places keep their texts apart", arguments: [1, 2, 7, 25, 80, 300])
  func lines(count: Int) {
    let values = (0..<count).map { 8 / Double($0 + 1) - 0.2 }
    let chart = LineChart(
      title: "Components", xTitle: "Component", yAxis: Axis(title: "Eigenvalue", style: .decimals(1)),
      series: [
        .init(label: "data", values: values, look: .marked),
        .init(label: "95th percentile of random data", values: values.map { $0 * 0.5 }, look: .dashed),
        .init(label: "a rather long name of a line that wraps", values: values.map { $0 * 0.4 }, look: .dotted),
      ], level: 1)
    let layout = check(.lines(chart), "\(count) places")
    #expect(layout.texts.contains { $0.text == "Eigenvalue" } && layout.texts.contains { $0.text == "1" })
  }

  @Test("awkward numbers are drawn") func awkward() {
    for values in [[], [.nan], [.infinity, 1], [0, 0], [-1e300, 1e300]] as [[Double]] {
      _ = check(
        .lines(
          LineChart(
            title: "", xTitle: "x", yAxis: Axis(title: "y", style: .decimals(2)),
            series: [.init(label: "a", values: values, look: .marked)])), "\(values)")
    }
  }

  @Test("diagrams keep names and numbers apart", arguments: 1...8) func diagram(factors: Int) {
    var random = Seeded(UInt64(factors) &+ 40)
    let boxes = factors * 5
    var nodes = (0..<factors).map { ModelDiagram.Node(label: "F\($0 + 1)") }
    var crossings: [ModelDiagram.CrossLoading] = []
    for box in 0..<boxes {
      nodes[box / 5].indicators.append(
        .init(name: "item \(box)", label: "item \(box) with words", value: Estimate(0.3 + 0.6 * random.uniform())))
      let other = random.below(factors)
      if other != box / 5, random.uniform() < 0.3 {
        crossings.append(.init(from: other, to: box / 5, indicator: box % 5, value: Estimate(-0.35)))
      }
    }
    let ties = (0..<factors).flatMap { a in
      (0..<a).map { ModelDiagram.Tie(.node($0), .node(a), value: Estimate(random.uniform() - 0.5)) }
    }
    var diagram = ModelDiagram(
      title: "Items and factors", nodes: nodes, arrows: [], ties: Array(ties.prefix(10)), key: "the key")
    diagram.crossLoadings = crossings
    let layout = check(.model(diagram), "\(factors) factors")
    let heads =
      SVGRenderer.render(FigureFixtures.figure([.model(diagram)])).components(separatedBy: "<polygon").count - 1
    #expect(heads == boxes + crossings.count + 2 * min(10, ties.count), "\(factors) factors")
    for k in 0..<factors { #expect(layout.texts.contains { $0.text == "F\(k + 1)" }) }
  }
}
