import Languages

/// Panels on a page: a title and a subtitle above, a caption below, the panels in columns between them.
struct PageLayout {
  let figure: Figure
  let palette: Palette

  private static let margin = 30.0
  private static let gap = 36.0
  /// Letters are no smaller than this part of their size on a page of 1,000 pixels: 15 become 9.3 pixels, 7 points.
  private static let leastScale = 0.62

  /// As wide as the content asks for: one column, or two narrower ones, whichever comes nearer to the shape of a slide.
  func natural() -> Drawing {
    let single = arrangement(columns: 1, panelWidth: 940)
    guard figure.panels.count > 1 else { return single }
    let double = arrangement(columns: 2, panelWidth: 740)
    func distance(_ drawing: Drawing) -> Double {
      let ratio = drawing.width / drawing.height / 1.5
      return max(ratio, 1 / ratio)
    }
    return distance(double) < distance(single) ? double : single
  }

  /// As high as the content needs at that width. Narrow pictures are laid out narrowly, so that letters stay readable.
  func fitted(width: Double) -> Drawing {
    let single = arrangement(columns: 1, panelWidth: min(1000, width / Self.leastScale) - 2 * Self.margin)
    let room = width / Self.leastScale
    guard figure.panels.count > 1, room >= 1200 else { return single }
    let panel = (min(1576, room) - 2 * Self.margin - Self.gap) / 2
    let double = arrangement(columns: 2, panelWidth: panel)
    return double.height / double.width > 0.4 ? double : single
  }

  /// Everything within width and height, the letters as large as that allows, the plots as high.
  func fitted(width: Double, height: Double) -> Drawing {
    var best: Drawing?
    var scale = 1.3
    while best == nil, scale > 0.25 {
      let (roomX, roomY) = (width / scale, height / scale)
      for columns in 1...max(1, min(4, figure.panels.count)) where best == nil {
        let panel = (roomX - 2 * Self.margin - Self.gap * Double(columns - 1)) / Double(columns)
        guard panel >= (columns == 1 ? 300 : 460) else { continue }
        // What is too high when its plots are low is so when they are higher.
        let lowest = arrangement(columns: columns, panelWidth: panel, plotShare: 0.62)
        guard lowest.height <= roomY else { continue }
        best = grown(lowest, to: roomY, columns: columns, panelWidth: panel, plotShare: 0.62)
      }
      scale *= 0.86
    }
    if let best { return best }
    // So much that it fits only as a whole made smaller.
    var drawing = natural()
    let ratio = width / height
    if drawing.width / drawing.height < ratio {
      var page = Drawing(width: drawing.height * ratio, height: drawing.height, palette: palette)
      page.add(drawing, x: (page.width - drawing.width) / 2, y: 0)
      return page
    }
    drawing.height = drawing.width / ratio
    return drawing
  }

  /// The same with higher plots where there is room below.
  private func grown(
    _ drawing: Drawing, to height: Double, columns: Int, panelWidth: Double, plotShare: Double
  ) -> Drawing {
    let rows = (figure.panels.count + columns - 1) / columns
    let spare = height - drawing.height
    var best = drawing
    if spare > 20, rows > 0 {
      // Labels may ask for more height than the plots were given.
      for part in [0.98, 0.8, 0.5] {
        let more = plotShare + spare * part / Double(rows) / (panelWidth * 0.62)
        let higher = arrangement(columns: columns, panelWidth: panelWidth, plotShare: min(1.8, more))
        guard higher.height <= height else { continue }
        if higher.height > drawing.height { best = higher }
        break
      }
    }
    best.height = height
    return best
  }

  /// - Parameter plotShare: of the height that plots without rows have by themselves.
  private func arrangement(columns: Int, panelWidth: Double, plotShare: Double = 1) -> Drawing {
    let (margin, gap) = (Self.margin, Self.gap)
    let inner = panelWidth * Double(columns) + gap * Double(columns - 1)
    var page = Drawing(width: inner + 2 * margin, height: 0, palette: palette)
    var y = margin - 4
    if !figure.title.isEmpty {
      let title = FontMetrics.wrap(figure.title, width: inner, size: 22, isBold: true)
      y = page.write(title, x: margin, top: y, size: 22, isBold: true)
    }
    if !figure.subtitle.isEmpty {
      let lines = FontMetrics.wrap(figure.subtitle, width: inner, size: 15.5)
      y = page.write(lines, x: margin, top: y + 5, size: 15.5, color: palette.soft)
    }
    for start in stride(from: 0, to: figure.panels.count, by: columns) {
      y += start == 0 ? 16 : gap
      y = row(start, columns: columns, panelWidth: panelWidth, plotShare: plotShare, top: y, &page)
    }
    let caption = figure.captionAndIntervals
    if !caption.isEmpty {
      let lines = FontMetrics.wrap(caption, width: inner, size: 13.5)
      y = page.write(lines, x: margin, top: y + 18, size: 13.5, color: palette.soft)
    }
    if !figure.notDrawn.isEmpty {
      let text = Language.current.message("Not drawn: {0}.", figure.notDrawn.joined(separator: ", "))
      let lines = FontMetrics.wrap(text, width: inner, size: 13.5)
      y = page.write(lines, x: margin, top: y + (caption.isEmpty ? 18 : 6), size: 13.5, color: palette.soft)
    }
    page.height = (y + margin - 6).rounded(.up)
    return page
  }

  /// Panels beside each other. Returns their lower edge.
  private func row(
    _ start: Int, columns: Int, panelWidth: Double, plotShare: Double, top y: Double, _ page: inout Drawing
  ) -> Double {
    var bottom = y
    let row = figure.panels[start..<min(figure.panels.count, start + columns)]
    let titles = row.map { panel in
      let text = panel.title == figure.title ? "" : panel.title
      return FontMetrics.wrap(text, width: panelWidth, size: 17, isBold: true).filter { !$0.isEmpty }
    }
    // Panels of a row begin at one height, however long their titles are.
    let height = titles.map { Drawing.height(of: $0.count, size: 17) }.max() ?? 0
    for (index, panel) in row.enumerated() {
      let x = Self.margin + Double(index) * (panelWidth + Self.gap)
      page.write(titles[index], x: x, top: y, size: 17, isBold: true)
      let top = y + height + (height > 0 ? 8 : 0)
      let below = start + index + columns
      let drawing = draw(
        panel.without(
          xTitle: below < figure.panels.count && panel.shares(.x, with: figure.panels[below]),
          yTitle: index > 0 && panel.shares(.y, with: row[row.startIndex + index - 1]),
          unlessLast: start + index + 1 < figure.panels.count ? figure.panels.last : nil), width: panelWidth,
        plotShare: plotShare)
      page.add(drawing, x: x, y: top)
      bottom = max(bottom, top + drawing.height)
    }
    return bottom
  }

  private func draw(_ panel: Figure.Panel, width: Double, plotShare: Double) -> Drawing {
    func height(_ share: Double) -> Double { max(150, (width * share * plotShare).rounded()) }
    return switch panel {
    case .quadrants(let map): QuadrantDrawing.draw(map, width: width, height: height(0.62), palette: palette)
    case .bars(let chart): BarDrawing.draw(chart, width: width, palette: palette)
    case .groupedBars(let chart): GroupedBarDrawing.draw(chart, width: width, palette: palette)
    case .scatter(let plot): ScatterDrawing.draw(plot, width: width, height: height(0.55), palette: palette)
    case .heatMap(let map): HeatMapDrawing.draw(map, width: width, palette: palette)
    case .lines(let chart): LineDrawing.draw(chart, width: width, height: height(0.5), palette: palette)
    case .model(let diagram): DiagramDrawing.draw(diagram, width: width, palette: palette)
    case .forest(let plot): ForestDrawing.draw(plot, width: width, palette: palette)
    case .likert(let chart): LikertDrawing.draw(chart, width: width, palette: palette)
    }
  }
}

extension Figure.Panel {
  fileprivate enum Direction { case x, y }

  /// Whether a neighbour of the same kind has an axis of the same title, which then is said once.
  fileprivate func shares(_ direction: Direction, with other: Figure.Panel) -> Bool {
    switch (self, other) {
    case (.quadrants(let own), .quadrants(let other)):
      direction == .x ? own.xAxis.title == other.xAxis.title : own.yAxis.title == other.yAxis.title
    case (.bars(let own), .bars(let other)): direction == .x && own.axis.title == other.axis.title
    case (.groupedBars(let own), .groupedBars(let other)): direction == .x && own.axis.title == other.axis.title
    case (.forest(let own), .forest(let other)): direction == .x && own.axis.title == other.axis.title
    default: false
    }
  }

  /// The panel without titles that its neighbours say.
  ///
  /// - Parameter last: the panel that says what marks of all panels mean; `nil` for that panel itself.
  fileprivate func without(xTitle: Bool, yTitle: Bool, unlessLast last: Figure.Panel?) -> Figure.Panel {
    switch self {
    case .quadrants(var map):
      if case .quadrants(let other) = last {
        if map.meanings.shade == other.meanings.shade, !other.firmness.isEmpty { map.meanings.shade = nil }
        if map.meanings.arrow == other.meanings.arrow { map.meanings.arrow = nil }
        let isFlagged = other.points.contains { $0.isFlagged && $0.x.value.isFinite && $0.y.value.isFinite }
        if map.meanings.flag == other.meanings.flag, isFlagged { map.meanings.flag = nil }
      }
      if xTitle { map.xAxis.title = "" }
      if yTitle { map.yAxis.title = "" }
      return .quadrants(map)
    case .bars(var chart):
      if xTitle { chart.axis.title = "" }
      return .bars(chart)
    case .groupedBars(var chart):
      if xTitle { chart.axis.title = "" }
      return .groupedBars(chart)
    case .forest(var plot):
      if xTitle { plot.axis.title = "" }
      return .forest(plot)
    default: return self
    }
  }
}
