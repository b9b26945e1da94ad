import Languages

/// A figure as SVG 1.1: for a page, a slide, or a browser; PNG and PDF are made from it.
///
/// The same figure is the same bytes: numbers have two decimals, nothing depends on time or machine. Texts never touch
/// each other; `layout(of:)` gives their rectangles, and the SVG is written from that layout.
public enum SVGRenderer {
  /// The picture as one SVG element, its text as text.
  public static func render(_ figure: Figure) -> String { SVGWriter.write(layout(of: figure), title: figure.title) }

  private static let margin = 30.0
  private static let gap = 36.0

  /// The places of everything on the picture.
  package static func layout(of figure: Figure) -> Drawing {
    // One column, or two narrower ones, whichever comes nearer to the shape of a slide.
    let single = arrangement(figure, columns: 1, panelWidth: 940)
    guard figure.panels.count > 1 else { return single }
    let double = arrangement(figure, columns: 2, panelWidth: 740)
    func distance(_ drawing: Drawing) -> Double {
      let ratio = drawing.width / drawing.height / 1.5
      return max(ratio, 1 / ratio)
    }
    return distance(double) < distance(single) ? double : single
  }

  private static func arrangement(_ figure: Figure, columns: Int, panelWidth: Double) -> Drawing {
    let inner = panelWidth * Double(columns) + gap * Double(columns - 1)
    var page = Drawing(width: inner + 2 * margin, height: 0)
    var y = margin - 4
    let title = FontMetrics.wrap(figure.title, width: inner, size: 22, isBold: true)
    y = page.write(title, x: margin, top: y, size: 22, isBold: true)
    for start in stride(from: 0, to: figure.panels.count, by: columns) {
      y += start == 0 ? 16 : gap
      var bottom = y
      let row = figure.panels[start..<min(figure.panels.count, start + columns)]
      let titles = row.map { panel in
        let text = panel.title == figure.title ? "" : panel.title
        return FontMetrics.wrap(text, width: panelWidth, size: 17, isBold: true).filter { !$0.isEmpty }
      }
      // Panels of a row begin at one height, however long their titles are.
      let height = titles.map { Drawing.height(of: $0.count, size: 17) }.max() ?? 0
      for (index, panel) in row.enumerated() {
        let x = margin + Double(index) * (panelWidth + gap)
        page.write(titles[index], x: x, top: y, size: 17, isBold: true)
        let top = y + height + (height > 0 ? 8 : 0)
        let below = start + index + columns
        let drawing = draw(
          panel.without(
            xTitle: below < figure.panels.count && panel.shares(.x, with: figure.panels[below]),
            yTitle: index > 0 && panel.shares(.y, with: row[row.startIndex + index - 1])), width: panelWidth)
        page.add(drawing, x: x, y: top)
        bottom = max(bottom, top + drawing.height)
      }
      y = bottom
    }
    let caption = FontMetrics.wrap(figure.caption, width: inner, size: 13.5)
    if !figure.caption.isEmpty { y = page.write(caption, x: margin, top: y + 18, size: 13.5, color: Palette.soft) }
    if !figure.notDrawn.isEmpty {
      let text = Language.current.message("Not drawn: {0}.", figure.notDrawn.joined(separator: ", "))
      let lines = FontMetrics.wrap(text, width: inner, size: 13.5)
      y = page.write(lines, x: margin, top: y + (figure.caption.isEmpty ? 18 : 6), size: 13.5, color: Palette.soft)
    }
    page.height = (y + margin - 6).rounded(.up)
    return page
  }

  private static func draw(_ panel: Figure.Panel, width: Double) -> Drawing {
    switch panel {
    case .quadrants(let map): QuadrantDrawing.draw(map, width: width, height: (width * 0.62).rounded())
    case .bars(let chart): BarDrawing.draw(chart, width: width)
    case .groupedBars(let chart): GroupedBarDrawing.draw(chart, width: width)
    case .scatter(let plot): ScatterDrawing.draw(plot, width: width, height: (width * 0.55).rounded())
    case .heatMap(let map): HeatMapDrawing.draw(map, width: width)
    case .lines(let chart): LineDrawing.draw(chart, width: width, height: (width * 0.5).rounded())
    case .paths(let diagram): PathDrawing.draw(diagram, width: width)
    }
  }
}

extension Figure.Panel {
  fileprivate enum Direction { case x, y }

  fileprivate var title: String {
    switch self {
    case .quadrants(let map): map.title
    case .bars(let chart): chart.title
    case .groupedBars(let chart): chart.title
    case .scatter(let plot): plot.title
    case .heatMap(let map): map.title
    case .lines(let chart): chart.title
    case .paths(let diagram): diagram.title
    }
  }

  /// Whether a neighbour of the same kind has an axis of the same title, which then is said once.
  fileprivate func shares(_ direction: Direction, with other: Figure.Panel) -> Bool {
    switch (self, other) {
    case (.quadrants(let own), .quadrants(let other)):
      direction == .x ? own.xAxis.title == other.xAxis.title : own.yAxis.title == other.yAxis.title
    case (.bars(let own), .bars(let other)): direction == .x && own.axis.title == other.axis.title
    case (.groupedBars(let own), .groupedBars(let other)): direction == .x && own.axis.title == other.axis.title
    default: false
    }
  }

  /// The panel without titles that its neighbours say.
  fileprivate func without(xTitle: Bool, yTitle: Bool) -> Figure.Panel {
    switch self {
    case .quadrants(var map):
      if xTitle { map.xAxis.title = "" }
      if yTitle { map.yAxis.title = "" }
      return .quadrants(map)
    case .bars(var chart):
      if xTitle { chart.axis.title = "" }
      return .bars(chart)
    case .groupedBars(var chart):
      if xTitle { chart.axis.title = "" }
      return .groupedBars(chart)
    default: return self
    }
  }
}
