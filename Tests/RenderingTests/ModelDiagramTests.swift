import Foundation
import Rendering
import Testing

/// Path diagrams of drawn models: nothing touches a text, whatever the model.
@Suite("Path diagrams") struct ModelDiagramTests {
  private static let words = [
    "Product quality", "Ease", "Trust in the company", "Satisfaction with everything", "Value",
  ]

  /// A model of `count` constructs whose arrows lead to later ones, but for some that lead back.
  private static func model(_ count: Int, seed: UInt64) -> ModelDiagram {
    var random = Seeded(seed &* 977 &+ 5)
    func estimate(_ random: inout Seeded) -> Estimate {
      let value = 1.2 * random.uniform() - 0.3
      return random.uniform() < 0.1 ? Estimate(value) : Estimate(value, low: value - 0.12, high: value + 0.12)
    }
    var nodes: [ModelDiagram.Node] = []
    for index in 0..<count {
      let isObserved = random.uniform() < 0.2
      var node = ModelDiagram.Node(
        label: "\(words[random.below(words.count)]) \(index + 1)", isObserved: isObserved,
        remark: random.uniform() < 0.5 ? "R² .45" : "", isComposite: random.uniform() < 0.1)
      for item in 0..<(isObserved ? 0 : 1 + random.below(6)) {
        node.indicators.append(
          .init(
            name: "q\(index + 1)_\(item + 1)",
            label: random.uniform() < 0.5 ? "I am served quickly, question \(item)" : "",
            value: estimate(&random)))
      }
      nodes.append(node)
    }
    var arrows: [ModelDiagram.Arrow] = []
    for to in 0..<count {
      for from in 0..<to where random.uniform() < min(0.6, 2 / Double(count)) {
        arrows.append(.init(from: from, to: to, value: estimate(&random)))
        if random.uniform() < 0.05 { arrows.append(.init(from: to, to: from, value: estimate(&random))) }
      }
    }
    var ties: [ModelDiagram.Tie] = []
    for first in 0..<count where !arrows.contains(where: { $0.to == first }) {
      for second in 0..<first where !arrows.contains(where: { $0.to == second }) {
        ties.append(.init(.node(second), .node(first), value: estimate(&random)))
      }
    }
    for _ in 0..<random.below(4) {
      let (a, b) = (random.below(count), random.below(count))
      guard a != b, !nodes[a].indicators.isEmpty, !nodes[b].indicators.isEmpty else { continue }
      ties.append(.init(.indicator(a, 0), .indicator(b, nodes[b].indicators.count - 1), value: estimate(&random)))
    }
    return ModelDiagram(
      title: "", nodes: nodes, arrows: arrows, ties: ties, key: "Numbers are standardised.",
      brackets: "In brackets: the interval.",
      dashes: "Dashed: it holds zero.", negatives: "In the other colour: negative.")
  }

  /// Places on a chain, at most two pixels apart.
  private static func samples(_ chain: [Place]) -> [Place] {
    zip(chain, chain.dropFirst()).flatMap { from, to in
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let steps = max(1, Int((dx * dx + dy * dy).squareRoot() / 2))
      return (0...steps).map { step -> Place in
        var place = from
        place.x += dx * Double(step) / Double(steps)
        place.y += dy * Double(step) / Double(steps)
        return place
      }
    }
  }

  @Test("no text touches another or leaves the page, no line runs through a text", arguments: 1...10)
  func random(count: Int) {
    for seed in 0..<UInt64(3) {
      let diagram = Self.model(count, seed: UInt64(count) &* 31 &+ seed)
      let what: Comment = "\(count) constructs, seed \(seed)"
      var settings = FigureSettings()
      settings.size = seed == 1 ? .column : nil
      _ = FigureSizeTests.check(FigureFixtures.figure([.model(diagram)]), settings, what)
      let layout = DiagramLayout(diagram, width: seed == 1 ? 460 : 940)
      let texts = layout.texts + layout.boxes + layout.numbers
      for (index, chain) in layout.chains.enumerated() {
        let places = Self.samples(chain)
        for text in texts {
          let inner = Rect(x: text.x + 1.5, y: text.y + 1.5, width: text.width - 3, height: text.height - 3)
          let isStruck = places.contains {
            inner.x < $0.x && $0.x < inner.right && inner.y < $0.y && $0.y < inner.bottom
          }
          #expect(!isStruck, "\(what): line \(index) runs through a text")
        }
      }
      for (index, own) in layout.written.enumerated() {
        guard let own else { continue }
        #expect(layout.bounds.contains(own), "\(what): number \(index)")
        #expect(!texts.contains { $0.intersects(own) }, "\(what): number \(index) covers a text")
        for other in layout.written[(index + 1)...].compactMap({ $0 }) { #expect(!own.intersects(other), "\(what)") }
      }
    }
  }

  /// The share of the length of a chain, from 0.
  private static func place(on chain: [Place], at share: Double) -> Place {
    let places = samples(chain)
    return places[min(places.count - 1, Int(share * Double(places.count - 1) + 0.5))]
  }

  /// Looked for in another way than the layout does: places along the line at which a number of that size, with two pixels to spare, covers nothing.
  private static func freePlaces(_ layout: DiagramLayout, of label: Int, _ size: Rect) -> [Place] {
    let chain = layout.chains[label]
    guard let first = chain.first, let last = chain.last else { return [] }
    let strange = (layout.chains.enumerated().filter { $0.offset != label }.map(\.element) + layout.leaders)
      .flatMap(samples)
    let taken =
      layout.forms + layout.boxes + layout.numbers
      + layout.written.enumerated().compactMap { $0.offset == label ? nil : $0.element }
    return stride(from: 0.15, through: 0.85, by: 0.05).map { place(on: chain, at: $0) }.filter { center in
      let rect = Rect(
        x: center.x - size.width / 2 - 5, y: center.y - size.height / 2 - 5, width: size.width + 10,
        height: size.height + 10)
      func holds(_ place: Place, _ margin: Double) -> Bool {
        rect.x - margin < place.x && place.x < rect.right + margin && rect.y - margin < place.y
          && place.y < rect.bottom + margin
      }
      return !holds(first, 2) && !holds(last, 12) && !taken.contains { $0.intersects(rect) }
        && !strange.contains { holds($0, 0) }
    }
  }

  @Test("no number covers another line where its own has a free stretch", arguments: 2...10)
  func coveredLines(count: Int) {
    var (struck, all) = (0, 0)
    for seed in 0..<UInt64(6) {
      let diagram = Self.model(count, seed: UInt64(count) &* 131 &+ seed)
      let layout = DiagramLayout(diagram, width: seed % 2 == 1 ? 460 : 940)
      for (label, rect) in layout.written.enumerated() {
        guard let rect else { continue }
        all += 1
        let others = layout.chains.enumerated().filter { $0.offset != label }.map(\.element) + layout.leaders
        let isStruck = others.flatMap(Self.samples).contains {
          rect.x < $0.x && $0.x < rect.right && rect.y < $0.y && $0.y < rect.bottom
        }
        guard isStruck else { continue }
        struck += 1
        let free = Self.freePlaces(layout, of: label, rect)
        #expect(free.isEmpty, "\(count) constructs, seed \(seed): number \(label) could stand at \(free)")
      }
    }
    // Most find a free stretch; of ten constructs drawn at random with a line to every other arrows cross everywhere.
    #expect(Double(struck) <= 0.15 * Double(all), "\(struck) of \(all)")
  }

  @Test("arcs cross no node") func arcs() {
    for count in 2...7 {
      let nodes = (0..<count).map { index in
        ModelDiagram.Node(
          label: "Construct \(index)",
          indicators: (0..<3).map { .init(name: "x\(index)\($0)", value: Estimate(0.7)) })
      }
      let ties = (0..<count).flatMap { second in
        (0..<second).map { ModelDiagram.Tie(.node($0), .node(second), value: Estimate(0.4, low: 0.3, high: 0.5)) }
      }
      let layout = DiagramLayout(
        ModelDiagram(title: "", nodes: nodes, arrows: [], ties: ties, key: ""), width: 940)
      // Of more than fifteen none is drawn, and that is told.
      #expect(layout.chains.count == (ties.count > 15 ? 0 : ties.count))
      for (chain, rect) in zip(layout.chains, layout.written) {
        let places = Self.samples(chain).dropFirst(3).dropLast(3)
        for form in layout.forms + layout.boxes {
          let inner = Rect(x: form.x + 8, y: form.y + 8, width: form.width - 16, height: form.height - 16)
          #expect(
            !places.contains { inner.x < $0.x && $0.x < inner.right && inner.y < $0.y && $0.y < inner.bottom })
        }
        #expect(rect != nil, "\(count)")
      }
      // No two arcs end at one place.
      let ends = layout.chains.flatMap { [$0[0], $0[$0.count - 1]] }
      for (index, end) in ends.enumerated() {
        for other in ends[..<index] {
          let (dx, dy) = (end.x - other.x, end.y - other.y)
          #expect(dx * dx + dy * dy > 4, "\(count) constructs")
        }
      }
    }
  }

  @Test("the same model is the same picture") func same() {
    let figure = FigureFixtures.figure([.model(Self.model(7, seed: 3))])
    #expect(SVGRenderer.render(figure) == SVGRenderer.render(figure))
  }

  /// In an order that is kept, the mean of what violates it is least squares: two that want one place part by halves.
  @Test("heights keep their distances with the least squares") func pooled() {
    func heights(_ wanted: [(Double, Double)], _ distances: [Double]) -> [Double] {
      DiagramPlacement.pooled(wanted.map { ($0.0, $0.1) }, distances: distances)
    }
    #expect(heights([(0, 1), (0, 1)], [10]) == [-5, 5])
    #expect(heights([(0, 1), (0, 3)], [8]) == [-6, 2])
    #expect(heights([(0, 1), (50, 1)], [10]) == [0, 50])
    #expect(heights([(6, 1), (6, 1), (6, 1)], [3, 3]) == [3, 6, 9])
  }

  @Test("every construct and arrow is drawn; what is not is told") func whole() {
    let nodes = (0..<3).map {
      ModelDiagram.Node(label: "C\($0)", indicators: [.init(name: "x\($0)", value: Estimate(0.8))])
    }
    let diagram = ModelDiagram(
      title: "", nodes: nodes,
      arrows: [
        .init(from: 0, to: 1, value: Estimate(0.5, low: 0.4, high: 0.6)),
        .init(from: 1, to: 2, value: Estimate(-0.25, low: -0.5, high: 0.1)),
      ], ties: [], key: "key", brackets: "brackets", dashes: "dashes", negatives: "negatives")
    let svg = SVGRenderer.render(FigureFixtures.figure([.model(diagram)]))
    #expect(svg.components(separatedBy: "<ellipse").count - 1 == 3)
    // Three loadings and two arrows.
    #expect(svg.components(separatedBy: "<polygon").count - 1 == 5)
    #expect(svg.components(separatedBy: "stroke-dasharray").count - 1 == 1)
    for text in ["C0", "x2", ".50", "[.40, .60]", "−.25", "[−.50, .10]"] {
      #expect(svg.contains(">\(text)</text>"), "\(text)")
    }
    #expect(svg.contains("key brackets negatives dashes"))
    #expect(svg.contains("C0 → C1 .50; C1 → C2 −.25; C0: x0 .80"))
    // What there is no room for is told.
    for count in [4, 9] {
      var narrow = FigureSettings()
      narrow.width = 240
      let small = SVGRenderer.render(FigureFixtures.figure([.model(Self.model(count, seed: 2))]), narrow)
      #expect(small.contains(">[") || small.contains(">Intervals found") || small.contains(" Intervals found"))
    }
  }
}
