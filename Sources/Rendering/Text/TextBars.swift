import Languages

/// A bar chart drawn with characters, a row for each bar:
///
///     Product quality  ██████████████├███▌──┤   37.1 %  31.2–43.0 %  first in 93 %
///
/// The bar ends at the estimate, to an eighth of a character; `├` and `┤` mark the ends of the interval, a line what of
/// it lies beyond the bar. Bars to the left of zero grow leftwards from a zero line.
struct TextBars {
  let chart: BarChart
  let width: Int
  let unicode: Bool

  private struct Layout {
    var label: Int, bar: Int, value: Int, interval: Int, remark: Int
    var remarkBelow = false, intervalBelow = false
  }

  /// The chart's rows, and the key under them.
  var lines: (chart: [String], key: [String]) {
    let glyphs = TextGlyphs(unicode: unicode)
    let numbers = NumberText(unicode: unicode)
    let style = chart.axis.style
    func spelled(_ text: String) -> String { TextFlow.clean(unicode ? text : plainTypography(text)) }

    let labels = chart.bars.map { spelled($0.label) }
    let values = chart.bars.map { numbers.bar($0.estimate.value, style) }
    let intervals = chart.bars.map { bar in
      bar.estimate.low == nil && bar.estimate.high == nil
        ? "" : numbers.barInterval(low: bar.estimate.low, high: bar.estimate.high, style)
    }
    let remarks = chart.bars.map { spelled($0.remark ?? "") }
    let layout = layout(labels: labels, values: values, intervals: intervals, remarks: remarks)
    let scale = Scale(chart, cells: layout.bar)

    var rows: [String] = []
    for (index, bar) in chart.bars.enumerated() {
      let label = TextFlow.wrap(labels[index], width: layout.label, lines: 3, ellipsis: glyphs.ellipsis)
      let indent = String(repeating: " ", count: layout.label + 2)
      var first = TextFlow.padded(label[0], to: layout.label) + "  " + scale.drawing(bar, glyphs)
      first += "  " + TextFlow.padded(values[index], to: layout.value, right: true)
      var below: [String] = []
      if layout.intervalBelow {
        below.append(intervals[index])
      } else if layout.interval > 0 {
        first += "  " + TextFlow.padded(intervals[index], to: layout.interval)
      }
      if layout.remarkBelow { below.append(remarks[index]) } else { first += "  " + remarks[index] }
      rows.append(TextFlow.trimmedEnd(first))

      let more = below.filter { !$0.isEmpty }.flatMap { TextFlow.wrap($0, width: width - layout.label - 2) }
      for line in 0..<max(label.count - 1, more.count) {
        let left = line + 1 < label.count ? TextFlow.padded(label[line + 1], to: layout.label) + "  " : indent
        rows.append(TextFlow.trimmedEnd(left + (line < more.count ? more[line] : "")))
      }
    }
    if chart.bars.isEmpty { rows.append(Language.current.word("(no bars)")) }
    return (rows, key(glyphs).flatMap { TextFlow.wrap($0, width: width) })
  }

  /// What the characters mean, only those in use.
  private func key(_ glyphs: TextGlyphs) -> [String] {
    var key: [String] = []
    if chart.bars.contains(where: { $0.estimate.low != nil || $0.estimate.high != nil }) {
      key.append("\(glyphs.low)\(glyphs.line)\(glyphs.line)\(glyphs.high) \(Language.current.word("interval"))")
    }
    if let meaning = chart.flagMeaning, chart.bars.contains(where: \.isFlagged) {
      key.append(String(repeating: glyphs.flagged, count: 3) + " " + (unicode ? meaning : plainTypography(meaning)))
    }
    if !chart.axis.title.isEmpty {
      key.insert((unicode ? chart.axis.title : plainTypography(chart.axis.title)), at: 0)
    }
    return key.isEmpty ? [] : [key.joined(separator: "; ")]
  }

  /// Bars get what the texts leave, 40 characters at most; short of room, labels wrap first, then the remarks and at
  /// last the intervals go to a line of their own.
  private func layout(labels: [String], values: [String], intervals: [String], remarks: [String]) -> Layout {
    func widest(_ texts: [String]) -> Int { texts.map(displayWidth).max() ?? 0 }
    let natural = max(1, widest(labels))
    var layout = Layout(
      label: min(natural, 28, width * 2 / 5), bar: 0, value: widest(values), interval: widest(intervals),
      remark: widest(remarks))
    func room() -> Int {
      width - layout.label - 2 - (layout.value + 2)
        - (layout.interval > 0 && !layout.intervalBelow ? layout.interval + 2 : 0)
        - (layout.remark > 0 && !layout.remarkBelow ? layout.remark + 2 : 0)
    }
    func narrowLabels(to least: Int, for bars: Int) {
      layout.label = max(min(layout.label, least), min(layout.label, layout.label + room() - bars))
    }
    narrowLabels(to: 18, for: 20)
    if room() < 16 { layout.remarkBelow = true }
    narrowLabels(to: 14, for: 16)
    if room() < 12 { layout.intervalBelow = true }
    narrowLabels(to: 6, for: 10)
    layout.label = max(min(natural, 4), min(layout.label, layout.label + room() - 4))
    layout.bar = max(1, min(40, room()))
    return layout
  }

  /// Where values stand among the cells: `left` cells below zero, a zero line if there are any, `right` cells above.
  struct Scale {
    let left: Int
    let right: Int
    /// The value of one cell.
    let unit: Double

    init(_ chart: BarChart, cells: Int) {
      var ends = chart.bars.flatMap { [$0.estimate.value, $0.estimate.low, $0.estimate.high].compactMap { $0 } }
      if let range = chart.axis.range { ends += [range.lowerBound, range.upperBound] }
      let finite = ends.filter(\.isFinite)
      let below = -min(0, finite.min() ?? 0)
      let above = max(0, finite.max() ?? 0)
      if below > 0 && cells >= 3 {
        let rest = cells - 1
        let share = above > 0 ? 1 / (1 + above / below) : 1
        left = max(1, min(above > 0 ? rest - 1 : rest, Int((Double(rest) * share).rounded())))
        right = rest - left
        unit = max(below / Double(left), right > 0 ? above / Double(right) : 0)
      } else {
        left = 0
        right = cells
        unit = above > 0 ? above / Double(cells) : 1
      }
    }

    func drawing(_ bar: BarChart.Bar, _ glyphs: TextGlyphs) -> String {
      var cells = [Character](repeating: " ", count: left + (left > 0 ? 1 : 0) + right)
      if left > 0 { cells[left] = glyphs.zero }
      fill(&cells, bar, glyphs)
      let low = bar.estimate.low.map { max($0, -Double(left) * unit) }
      let high = bar.estimate.high.map { min($0, Double(right) * unit) }
      if let low, let high, low.isFinite, high.isFinite, let from = cell(of: low, isHigh: false),
        let to = cell(of: high, isHigh: true), to > from
      {
        for index in (from + 1)..<to {
          if cells[index] == " " { cells[index] = glyphs.line }
          if cells[index] == glyphs.zero { cells[index] = glyphs.cross }
        }
        cells[from] = glyphs.low
        cells[to] = glyphs.high
      }
      return String(cells)
    }

    private func fill(_ cells: inout [Character], _ bar: BarChart.Bar, _ glyphs: TextGlyphs) {
      let value = bar.estimate.value
      guard value.isFinite, value != 0 else { return }
      let isRight = value > 0
      let limit = isRight ? right : left
      let eighths = max(1, min(limit * 8, Int((abs(value) / unit * 8).rounded())))
      let character = bar.isFlagged ? glyphs.flagged : glyphs.bar
      let isFine = isRight && !bar.isFlagged && !glyphs.eighths.isEmpty
      let whole = isFine ? eighths / 8 : min(limit, (eighths + (isRight || bar.isFlagged ? 4 : 0)) / 8)
      let start = left > 0 ? left + 1 : 0
      for step in 0..<whole { cells[isRight ? start + step : left - 1 - step] = character }
      guard whole < limit else { return }
      let rest = eighths - whole * 8
      if isFine && rest > 0 {
        cells[start + whole] = glyphs.eighths[rest - 1]
      } else if !isRight && !bar.isFlagged && rest >= 4 {
        cells[left - 1 - whole] = glyphs.rightHalf
      } else if whole == 0 {
        // However small, a bar is not nothing.
        cells[isRight ? start : left - 1] =
          bar.isFlagged ? character : isRight ? character : glyphs.rightEighth
      }
    }

    /// The cell that holds the low end of an interval, or the last cell that its high end reaches into.
    private func cell(of value: Double, isHigh: Bool) -> Int? {
      let place = value / unit
      guard place.isFinite else { return nil }
      let floor = Int(place.rounded(.down))
      let step = isHigh && Double(floor) == place ? floor - 1 : floor
      let index = left + (left > 0 && step >= 0 ? 1 : 0) + step
      return max(0, min(left + (left > 0 ? 1 : 0) + right - 1, index))
    }
  }
}
