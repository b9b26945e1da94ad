import Languages

/// A model of paths with a place for everything, in pixels of its own; what does not fit is left out and counted.
///
/// Several ways to lay layers into columns are tried, and the one is taken whose arrows cross least, are shortest and least
/// bent, on the page that there is. Numbers on arrows have their intervals, as long as all of them find a place; then they
/// go, and after them the boxes of indicators, whose number is told instead.
package struct DiagramLayout: Sendable {
  /// How much is shown.
  enum Detail: CaseIterable {
    case labels, intervals, numbers, collapsed

    var hasIntervals: Bool { self == .labels || self == .intervals }
  }

  /// What is written on a line, a number and its interval.
  struct Label: Sendable {
    var lines: [String]
    var rect: Rect
  }

  /// What is left to the tables.
  struct Dropped: Sendable, Equatable {
    var intervals = false
    /// Boxes of indicators.
    var boxes = false
    /// Lines without direction.
    var ties = 0
    /// Numbers of lines that are drawn.
    var numbers = 0
  }

  var bodies: [DiagramBody]
  var centers: [Place]
  var fans: [DiagramBody.Fan]
  var lines: [DiagramLine]
  /// Of each line; `nil` where it has none.
  var labels: [Label?]
  var dropped: Dropped
  /// Holds everything.
  package var bounds: Rect

  static let valueSize = 13.0
  static let intervalSize = 10.5
  /// Text is made no smaller than this for details to be kept.
  private static let leastScale = 0.8

  /// - Parameter width: of the page.
  package init(_ diagram: ModelDiagram, width: Double) {
    var best: DiagramLayout?
    for detail in Self.details(diagram) {
      for gutter in [detail.hasIntervals ? 128.0 : 92, 150, 200] {
        let layout = DiagramLayout(diagram, width: width, detail: detail, gutter: gutter)
        let isFitting = layout.bounds.width * Self.leastScale <= width
        if isFitting, layout.dropped.numbers == 0 {
          self = layout.spread(diagram, width: width, detail: detail, gutter: gutter)
          return
        }
        // Smaller letters go before numbers that are missing, missing numbers before letters that nobody can read.
        if best.map({ layout.loss(width) < $0.loss(width) }) ?? true { best = layout }
        if !isFitting { break }
      }
    }
    self = best ?? DiagramLayout(diagram, width: width, detail: .collapsed, gutter: 92)
  }

  private func loss(_ width: Double) -> Double { Double(dropped.numbers) * 0.04 + max(0, bounds.width / width - 1) }

  private static func details(_ diagram: ModelDiagram) -> [Detail] {
    Detail.allCases.filter { detail in
      switch detail {
      case .labels: diagram.nodes.contains { $0.indicators.contains { !$0.label.isEmpty } }
      case .intervals: diagram.hasIntervals
      case .numbers: true
      case .collapsed: diagram.nodes.contains { !$0.indicators.isEmpty }
      }
    }
  }

  /// The same with wider gutters where the page has room.
  private func spread(_ diagram: ModelDiagram, width: Double, detail: Detail, gutter: Double) -> DiagramLayout {
    let count = Double(Set(centers.map(\.x)).count - 1)
    guard count > 0, bounds.width < width else { return self }
    let wider = DiagramLayout(
      diagram, width: width, detail: detail, gutter: min(gutter + 90, gutter + (width - bounds.width) / count))
    return wider.dropped == dropped && wider.bounds.width <= width + 1 ? wider : self
  }

  private init(_ diagram: ModelDiagram, width: Double, detail: Detail, gutter: Double) {
    let text = DiagramText(style: diagram.style)
    let isCollapsed = detail == .collapsed
    bodies = DiagramBody.evened(
      diagram.nodes.map { node in
        let count = node.indicators.count
        let items =
          isCollapsed && count > 0
          ? Language.current.message(count == 1 ? "{0} item" : "{0} items", String(count)) : ""
        return DiagramBody(
          node, remarks: [node.remark, items], numbers: node.indicators.map { text.value($0.value) },
          detail: detail)
      })
    let rise = detail.hasIntervals ? 66.0 : 46
    let chosen = Self.arranged(diagram, bodies, width: width, gutter: gutter, rise: rise)
    var placed = chosen.lines
    placed.finish()
    (centers, fans, lines) = (chosen.placement.centers, chosen.placement.fans, placed.lines)
    dropped = Dropped()
    dropped.ties = placed.lost.count
    dropped.boxes = isCollapsed && diagram.nodes.contains { !$0.indicators.isEmpty }
    dropped.intervals =
      !detail.hasIntervals && diagram.hasIntervals

    let written = placed.lines.map { line -> [String] in
      switch line.kind {
      case .arrow(let index): text.lines(diagram.arrows[index].value, withInterval: detail.hasIntervals)
      case .crossLoading(let index): text.lines(diagram.crossLoadings[index].value, withInterval: false)
      case .tie(let index):
        // Where all lines are ties, they are what the picture is about.
        text.lines(
          diagram.ties[index].value, withInterval: detail.hasIntervals && diagram.arrows.isEmpty)
      }
    }
    let asked = placed.lines.indices.filter { !written[$0].isEmpty }.map { line -> DiagramLabels.Label in
      let size = DiagramText.size(written[line], isSmall: placed.lines[line].isMinor)
      return DiagramLabels.Label(line: line, width: size.width, height: size.height)
    }
    let texts =
      placed.router.cores + fans.flatMap { $0.boxes + $0.numbers.filter { $0.width > 0 }.map { $0.grown(by: 1) } }
    let found = DiagramLabels(asked, lines: lines, texts: texts, others: fans.flatMap(\.lines)).places
    var labels: [Label?] = Array(repeating: nil, count: placed.lines.count)
    for (label, place) in zip(asked, found) {
      labels[label.line] = place.map { Label(lines: written[label.line], rect: $0) }
      if place == nil { dropped.numbers += 1 }
    }
    let rects =
      placed.router.cores + fans.compactMap(\.bounds) + fans.flatMap(\.numbers).filter { $0.width > 0 }
      + lines.flatMap { $0.segments.map(\.bounds) } + labels.compactMap { $0?.rect }
    bounds = (rects.dropFirst().reduce(rects.first ?? Rect(x: 0, y: 0, width: 0, height: 0)) { $0.union($1) })
      .grown(by: 3)
    self.labels = labels
  }

  // MARK: Columns

  private struct Arrangement {
    var placement: DiagramPlacement
    var lines: DiagramLines
    var price: Double
  }

  private static func arranged(
    _ diagram: ModelDiagram, _ bodies: [DiagramBody], width: Double, gutter: Double, rise: Double
  ) -> Arrangement {
    let layers = DiagramLayers(nodes: diagram.nodes.count, arrows: diagram.arrows)
    let foldings = layers.foldings().map { folding in layers.layers.map { folding[$0] } }
    let sizes = (
      outer: bodies.map { body in body.fan(.left).bounds.map { body.core.union($0) } ?? body.core },
      inner: bodies.map { body in body.fan(.above).bounds.map { body.core.union($0) } ?? body.core }
    )
    let rough = foldings.map { roughly(diagram, sizes, column: $0, width: width, gutter: gutter) }
    let tried = foldings.indices.sorted { (rough[$0], $0) < (rough[$1], $1) }.prefix(6)
    let arrangements = tried.map { index -> Arrangement in
      let column = foldings[index]
      var order = DiagramOrder(diagram, column: column)
      order.improve()
      let placement = DiagramPlacement(diagram, bodies, column: column, order: order, gutter: gutter, rise: rise)
      let lines = DiagramLines(diagram, bodies, column: column, placement: placement)
      return Arrangement(
        placement: placement, lines: lines, price: price(diagram, placement, lines, column: column, width: width))
    }
    // There is at least one folding.
    return arrangements.min { $0.price < $1.price }!
  }

  /// What a folding costs that is not laid out yet: breadth and height beyond the page, arrows within columns.
  private static func roughly(
    _ diagram: ModelDiagram, _ sizes: (outer: [Rect], inner: [Rect]), column: [Int], width: Double, gutter: Double
  ) -> Double {
    let count = (column.max() ?? 0) + 1
    var (across, down) = (gutter * Double(count - 1), 0.0)
    for c in 0..<count {
      let own = column.indices.filter { column[$0] == c }
      let frames = c == 0 || c == count - 1 ? sizes.outer : sizes.inner
      across += own.map { frames[$0].width }.max() ?? 0
      down = max(down, own.reduce(0) { $0 + frames[$1].height + 20 })
    }
    let inside = diagram.arrows.filter { column[$0.from] == column[$0.to] }.count
    return shape(across, down, width: width) + 25 * Double(inside)
  }

  /// What breadth and height cost: beyond the page, and far from the shape of a slide.
  private static func shape(_ across: Double, _ down: Double, width: Double) -> Double {
    500 * max(0, across / width - 1) + 130 * max(0, down / max(1, across) - 0.7)
  }

  private static func price(
    _ diagram: ModelDiagram, _ placement: DiagramPlacement, _ lines: DiagramLines, column: [Int], width: Double
  ) -> Double {
    let rects = lines.router.cores + lines.router.fans.compactMap { $0 }
    let bounds = rects.dropFirst().reduce(rects.first ?? Rect(x: 0, y: 0, width: 0, height: 0)) { $0.union($1) }
    var price = shape(bounds.width, bounds.height, width: width)
    let segments = lines.lines.flatMap(\.segments)
    for (index, segment) in segments.enumerated() {
      price += segment.from.distance(to: segment.to) / 20
      for other in segments[..<index] where other.crosses(segment) { price += 45 }
    }
    price += 90 * Double(lines.blocked.count)
    price += 30 * Double(diagram.arrows.filter { column[$0.from] == column[$0.to] }.count)
    // Residuals go together beside one column of boxes.
    for tie in diagram.ties {
      guard case .indicator(let a, _) = tie.first, case .indicator(let b, _) = tie.second else { continue }
      let isSeen =
        column[a] == column[b] && placement.sides[a] == placement.sides[b]
        && (a == b || [.left, .right].contains(placement.sides[a]))
      if !isSeen { price += 60 }
    }
    return price
  }
}

/// What can be checked without reading the picture.
extension DiagramLayout {
  /// Places along each arrow and tie.
  package var chains: [[Place]] { lines.map(\.points) }
  /// The arrows between nodes and their indicators.
  package var leaders: [[Place]] { fans.flatMap { fan in fan.lines.map { [$0.from, $0.to] } } }
  /// The forms of nodes.
  package var forms: [Rect] {
    zip(bodies, centers).map { $0.core.moved(by: $1.x, $1.y) }
  }
  /// Of the texts in ellipses and boxes of nodes.
  package var texts: [Rect] {
    zip(bodies, centers).map { body, center in
      let (width, height) = body.text
      return Rect(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
    }
  }
  /// Of indicators.
  package var boxes: [Rect] { fans.flatMap(\.boxes) }
  /// Of the numbers beside them.
  package var numbers: [Rect] { fans.flatMap(\.numbers).filter { $0.width > 0 } }
  /// Of each chain its number, as far as there is one.
  package var written: [Rect?] { labels.map { $0?.rect } }
}

extension ModelDiagram {
  /// Whether numbers that stand on lines have intervals.
  fileprivate var hasIntervals: Bool {
    (arrows.isEmpty ? ties.map(\.value) : arrows.map(\.value)).contains { $0?.low != nil && $0?.high != nil }
  }
}

/// How numbers of a diagram are written.
struct DiagramText {
  let style: Table.Style

  private func written(_ value: Double) -> String {
    NumberText(unicode: true).string(.number(value), style).replacing("-", with: "−")
  }

  /// Empty without a value.
  func value(_ estimate: Estimate?) -> String {
    guard let estimate, estimate.value.isFinite else { return "" }
    return written(estimate.value)
  }

  /// The number, and under it its interval in brackets.
  func lines(_ estimate: Estimate?, withInterval: Bool) -> [String] {
    let own = value(estimate)
    guard !own.isEmpty else { return [] }
    guard withInterval, let low = estimate?.low, let high = estimate?.high, low.isFinite, high.isFinite else {
      return [own]
    }
    return [own, "[\(written(low))\(NumberStyle.usesDecimalComma ? ";" : ",") \(written(high))]"]
  }

  static func size(_ lines: [String], isSmall: Bool) -> (width: Double, height: Double) {
    let first = isSmall ? DiagramBody.numberSize : DiagramLayout.valueSize
    let widths = lines.enumerated().map { place, line in
      FontMetrics.width(line, size: place == 0 ? first : DiagramLayout.intervalSize, isBold: place == 0 && !isSmall)
    }
    return (
      (widths.max() ?? 0) + 6,
      Drawing.height(of: 1, size: first)
        + (lines.count > 1 ? Drawing.height(of: lines.count - 1, size: DiagramLayout.intervalSize) : 0)
    )
  }
}
