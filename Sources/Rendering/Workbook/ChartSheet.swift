import CWorkbooks

/// The sheet of charts: each panel of the figure as a native chart with the cells that it is drawn from beside it, so that both can be
/// edited, in Excel and, copied, in PowerPoint.
struct ChartSheet {
  /// Charts stand left of this column, their cells from it on.
  static let firstColumn = 14
  /// A chart of the library's usual size is this many pixels wide and high; a row is 20.
  static let (usualWidth, usualHeight, rowHeight) = (480.0, 288.0, 20.0)

  let sheet: Sheet
  private(set) var row = 0

  /// Writes the panels that have a native chart, or are a block of coloured cells. Without any there is no sheet.
  static func write(_ figure: Figure, to book: Workbook) throws {
    guard figure.panels.contains(where: { isWritten($0) }) else { return }
    var charts = ChartSheet(sheet: try book.sheet("Charts"))
    charts.sheet.setWidth(28, firstColumn...firstColumn)
    charts.sheet.setWidth(13, (firstColumn + 1)...(firstColumn + 40))
    for panel in figure.panels {
      switch panel {
      case .quadrants(let map): try charts.add(map, title: charts.title(map.title, figure))
      case .bars(let chart):
        try charts.add(GroupedBarChart(chart), title: charts.title(chart.title, figure))
      case .groupedBars(let chart): try charts.add(chart, title: charts.title(chart.title, figure))
      case .scatter(let plot): try charts.add(plot, title: charts.title(plot.title, figure))
      case .lines(let chart): try charts.add(chart, title: charts.title(chart.title, figure))
      case .heatMap(let map): charts.add(map, title: charts.title(map.title, figure))
      default: break
      }
    }
    let words = [figure.caption, figure.intervals].filter { !$0.isEmpty }.joined(separator: " ")
    if !words.isEmpty { charts.sheet.write(words, charts.row, 0, Workbook.Look(isItalic: true)) }
  }

  private static func isWritten(_ panel: Figure.Panel) -> Bool {
    switch panel {
    case .quadrants, .bars, .groupedBars, .scatter, .lines, .heatMap: true
    default: false
    }
  }

  private func title(_ own: String, _ figure: Figure) -> String {
    own.isEmpty || own == figure.title ? figure.title : own
  }

  // MARK: Cells

  /// Headings of a block of cells, and where its rows begin.
  func writeHeadings(_ headings: [String], title: String) -> Int {
    sheet.write(title, row, Self.firstColumn, Workbook.Look(isBold: true))
    for (index, heading) in headings.enumerated() {
      sheet.write(heading, row + 1, Self.firstColumn + index, Workbook.Look(isHeading: true, isRight: index > 0))
    }
    sheet.setHeight(62, row: row + 1)
    return row + 2
  }

  /// An estimate with its interval as five cells: value, low, high, and how far both are away.
  func write(_ estimate: Estimate, _ style: Table.Style, _ row: Int, _ column: Int) {
    let look = Workbook.Look(number: Self.cellFormat(style))
    sheet.write(estimate.value, row, column, look)
    if let low = estimate.low { sheet.write(low, row, column + 1, look) }
    if let high = estimate.high { sheet.write(high, row, column + 2, look) }
    let lengths = Self.lengths(estimate)
    sheet.write(lengths.minus, row, column + 3, look)
    sheet.write(lengths.plus, row, column + 4, look)
  }

  /// Lengths of the whiskers; zero without an interval.
  static func lengths(_ estimate: Estimate) -> (minus: Double, plus: Double) {
    guard let low = estimate.low, let high = estimate.high, low.isFinite, high.isFinite else { return (0, 0) }
    return (max(0, estimate.value - low), max(0, high - estimate.value))
  }

  /// One more decimal than an axis needs.
  static func cellFormat(_ style: Table.Style) -> String {
    switch style {
    case .percent(let count): NumberFormat.code(.percent(count + 1))
    case .decimals(let count), .proportion(let count): NumberFormat.code(.decimals(count + 2))
    default: "General"
    }
  }

  // MARK: Charts

  /// Puts a chart at the current row and goes on below it and its cells.
  mutating func insert(
    _ chart: UnsafeMutablePointer<lxw_chart>, title: String, width: Double = 880, height: Double, cells: Int
  ) {
    withText(Workbook.chartText(title)) { text in
      chart_title_set_name(chart, text)
      var options = lxw_chart_options()
      options.x_scale = width / Self.usualWidth
      options.y_scale = height / Self.usualHeight
      options.x_offset = 4
      options.y_offset = 4
      options.description = UnsafeMutablePointer(mutating: text)
      _ = worksheet_insert_chart_opt(sheet.handle, lxw_row_t(row), 0, chart, &options)
    }
    var font = lxw_chart_font()
    font.size = 13
    font.bold = 1
    chart_title_set_name_font(chart, &font)
    advance(max(cells + 4, Int((height / Self.rowHeight).rounded(.up)) + 2))
  }

  mutating func advance(_ rows: Int) { row += rows }

  func axis(_ chart: UnsafeMutablePointer<lxw_chart>, isX: Bool) -> UnsafeMutablePointer<lxw_chart_axis>? {
    chart_axis_get(chart, isX ? LXW_CHART_AXIS_TYPE_X : LXW_CHART_AXIS_TYPE_Y)
  }

  /// A title and round ends that hold all values.
  func set(_ axis: UnsafeMutablePointer<lxw_chart_axis>?, _ description: Axis, values: [Double]) -> ClosedRange<Double>
  {
    var scale = AxisScale(values: values, declared: description.range, room: 0.06, start: 0, end: 1)
    if values.allSatisfy({ $0 >= 0 }) { scale.keepAboveZero() }
    let ticks = scale.ticks(7)
    let low = (scale.low / ticks.step + 1e-9).rounded(.down) * ticks.step
    let high = (scale.high / ticks.step - 1e-9).rounded(.up) * ticks.step
    chart_axis_set_min(axis, low)
    chart_axis_set_max(axis, high)
    chart_axis_set_major_unit(axis, ticks.step)
    setWords(axis, description)
    return low...high
  }

  func setWords(_ axis: UnsafeMutablePointer<lxw_chart_axis>?, _ description: Axis) {
    let title = Workbook.chartText(description.title)
    if !title.isEmpty { chart_axis_set_name(axis, title) }
    var font = lxw_chart_font()
    font.size = 10
    font.bold = 0
    // An undeclared weight is bold.
    font.italic = 0
    chart_axis_set_name_font(axis, &font)
    chart_axis_set_num_format(axis, NumberFormat.code(description.style))
  }

  func setGrid(_ axis: UnsafeMutablePointer<lxw_chart_axis>?, isShown: Bool) {
    chart_axis_major_gridlines_set_visible(axis, isShown ? 1 : 0)
    guard isShown else { return }
    var line = lxw_chart_line()
    line.color = Workbook.color(Workbook.palette.grid)
    line.width = 0.5
    chart_axis_major_gridlines_set_line(axis, &line)
  }

  /// Error bars whose lengths stand in two columns beside each other, minus before plus.
  func setErrorBars(
    _ series: UnsafeMutablePointer<lxw_chart_series>?, isX: Bool, _ estimates: [Estimate], rows: ClosedRange<Int>,
    minusColumn: Int
  ) {
    guard estimates.contains(where: { Self.lengths($0) != (0, 0) }) else { return }
    let lengths = estimates.map(Self.lengths)
    let mark = sheet.book.errorBars.mark(
      plus: ErrorBarCells.Side(
        reference: sheet.reference(rows, column: minusColumn + 1), values: lengths.map(\.plus)),
      minus: ErrorBarCells.Side(reference: sheet.reference(rows, column: minusColumn), values: lengths.map(\.minus)))
    let bars = chart_series_get_error_bars(
      series, isX ? LXW_CHART_ERROR_BAR_AXIS_X : LXW_CHART_ERROR_BAR_AXIS_Y)
    chart_series_set_error_bars(bars, UInt8(LXW_CHART_ERROR_BAR_TYPE_FIXED.rawValue), mark)
    var line = lxw_chart_line()
    line.color = Workbook.color(Workbook.palette.soft)
    line.width = 1
    chart_series_set_error_bars_line(bars, &line)
  }

  func setCells(
    _ series: UnsafeMutablePointer<lxw_chart_series>?, rows: ClosedRange<Int>, x: Int, y: Int
  ) {
    let (first, last) = (lxw_row_t(rows.lowerBound), lxw_row_t(rows.upperBound))
    chart_series_set_categories(series, sheet.name, first, lxw_col_t(x), last, lxw_col_t(x))
    chart_series_set_values(series, sheet.name, first, lxw_col_t(y), last, lxw_col_t(y))
  }
}

extension AxisScale {
  /// No room below zero where nothing is.
  fileprivate mutating func keepAboveZero() { if low < 0 { standOnZero() } }
}

extension GroupedBarChart {
  /// Bars of one series.
  fileprivate init(_ chart: BarChart) {
    self.init(
      title: chart.title, axis: chart.axis, series: [chart.axis.title],
      rows: chart.bars.map { Row(label: $0.label, estimates: [$0.estimate], isFlagged: $0.isFlagged) },
      flagMeaning: chart.flagMeaning)
  }
}
