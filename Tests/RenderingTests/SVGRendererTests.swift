import Foundation
import FoundationXML
import Rendering
import Testing

@Suite("SVG")
struct SVGRendererTests {
  /// The elements and texts of an SVG as an XML parser sees them.
  private final class Reader: NSObject, XMLParserDelegate {
    var texts: [(place: [String: String], text: String)] = []
    var counts: [String: Int] = [:]
    private var isText = false

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      counts[name, default: 0] += 1
      isText = name == "text"
      if isText { texts.append((attributes, "")) }
    }
    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) { isText = false }
    func parser(_ parser: XMLParser, foundCharacters string: String) {
      if isText { texts[texts.count - 1].text += string }
    }
  }

  private func read(_ svg: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
    return reader
  }

  @Test("the texts of the SVG are the layout's, each at its place")
  func writtenFromLayout() throws {
    let figure = FigureFixtures.figure([
      .quadrants(FigureFixtures.map(points: 12, scatter: .spread, seed: 1)), .bars(FigureFixtures.bars(6, seed: 2)),
    ])
    let layout = SVGRenderer.layout(of: figure)
    let read = try read(SVGRenderer.render(figure))
    #expect(read.texts.map(\.text) == layout.texts.map(\.text))
    for (element, box) in zip(read.texts, layout.texts) {
      guard let x = element.place["x"].flatMap(Double.init), let y = element.place["y"].flatMap(Double.init) else {
        #expect(element.place["transform"]?.hasSuffix("rotate(-90)") == true)
        continue
      }
      let size = try #require(element.place["font-size"].flatMap(Double.init))
      let width = FontMetrics.width(element.text, size: size, isBold: element.place["font-weight"] == "bold")
      let share = ["start": 0, "middle": 0.5, "end": 1][element.place["text-anchor"] ?? "start"]
      #expect(abs(x - width * (try #require(share)) - box.rect.x) < 0.02)
      #expect(abs(width - box.rect.width) < 1e-9)
      #expect(box.rect.y < y && y < box.rect.bottom)
    }
    // Twelve points, and one in the key for those that are flagged.
    #expect(read.counts["circle"] == 13)
  }

  @Test("hostile names are escaped and control characters do not break the file")
  func escaping() throws {
    var map = FigureFixtures.map(points: 2, scatter: .spread, seed: 1)
    map.points[0].label = "<script>&\"'"
    map.points[1].label = "a\u{1}b\u{FFFF}\u{1B}[0m\nc"
    let texts = try read(SVGRenderer.render(FigureFixtures.figure([.quadrants(map)]))).texts.map(\.text)
    #expect(texts.contains("<script>&\"'"))
    #expect(texts.contains { $0.hasPrefix(#"a\u{1}b"# + "\u{FFFD}" + #"\u{1B}[0m"#) })
  }

  @Test("a text in a script that the font lacks begins at the left edge of its rectangle")
  func unmeasuredText() throws {
    let chart = BarChart(
      title: "", axis: Axis(title: ""),
      bars: [.init(label: "顧客満足", estimate: Estimate(1)), .init(label: "Latin", estimate: Estimate(1))])
    let texts = try read(SVGRenderer.render(FigureFixtures.figure([.bars(chart)]))).texts
    #expect(texts.first { $0.text == "顧客満足" }?.place["text-anchor"] == nil)
    #expect(texts.first { $0.text == "Latin" }?.place["text-anchor"] == "end")
  }

  @Test("the same figure is the same bytes")
  func deterministic() {
    let figure = FigureFixtures.figure([.quadrants(FigureFixtures.map(points: 25, scatter: .clustered, seed: 3))])
    #expect(SVGRenderer.render(figure) == SVGRenderer.render(figure))
  }

  @Test("a bar is as long as its value says, on the axis it stands on")
  func barGeometry() throws {
    let chart = BarChart(
      title: "", axis: Axis(title: "", style: .decimals(0)),
      bars: [.init(label: "a", estimate: Estimate(20)), .init(label: "b", estimate: Estimate(-10))])
    let svg = SVGRenderer.render(FigureFixtures.figure([.bars(chart)]))
    let widths = svg.split(separator: "\n").filter { $0.contains("stroke=\"#15487A\"") }.compactMap { line in
      line.firstMatch(of: /width="([0-9.]+)" height="20"/).flatMap { Double($0.1) }
    }
    #expect(widths.count == 2)
    #expect(abs(widths[0] / widths[1] - 2) < 1e-3)
  }
}
