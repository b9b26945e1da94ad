import Languages
import CWorkbooks

extension ChartSheet {
  /// Horizontal bars with their intervals, from the top, a colour for each series.
  mutating func add(_ bars: GroupedBarChart, title: String) throws {
    guard !bars.rows.isEmpty, !bars.series.isEmpty else { return }
    let chart = try sheet.book.chart(LXW_CHART_BAR)
    let headings = bars.series.flatMap { [$0, "low", "high", "minus", "plus"] }
    let first = writeHeadings([Language.current.word("Label")] + headings + [bars.flagMeaning ?? ""], title: title)
    let last = first + bars.rows.count - 1
    for (index, row) in bars.rows.enumerated() {
      sheet.write(row.label, first + index, Self.firstColumn)
      for (place, estimate) in row.estimates.enumerated() {
        guard let estimate else { continue }
        write(estimate, bars.axis.style, first + index, Self.firstColumn + 1 + place * 5)
      }
      if row.isFlagged { sheet.write(true, first + index, Self.firstColumn + 1 + bars.series.count * 5) }
    }
    for (place, name) in bars.series.enumerated() {
      let series = chart_add_series(chart, nil, nil)
      chart_series_set_name(series, Workbook.chartText(name.isEmpty ? title : name))
      let column = Self.firstColumn + 1 + place * 5
      setCells(series, rows: first...last, x: Self.firstColumn, y: column)
      setErrorBars(
        series, isX: true, bars.rows.map { $0.estimates[place] ?? Estimate(0) }, rows: first...last,
        minusColumn: column + 3)
      var fill = lxw_chart_fill()
      fill.color = Workbook.color(Workbook.palette.series[place % Workbook.palette.series.count])
      chart_series_set_fill(series, &fill)
      setPale(series, bars.rows.map(\.isFlagged))
    }
    // Read from the top, names are in reverse, and the scale stands at the far side.
    chart_axis_set_reverse(axis(chart, isX: false))
    chart_axis_set_interval_unit(axis(chart, isX: false), 1)
    let scale = axis(chart, isX: true)
    setWords(scale, bars.axis)
    setGrid(scale, isShown: true)
    chart_axis_set_label_position(scale, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
    chart_set_series_gap(chart, 60)
    let position = bars.series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
    chart_legend_set_position(chart, UInt8(position.rawValue))
    let count = Double(bars.rows.count * max(1, bars.series.count))
    insert(chart, title: title, height: min(4000, max(300, 130 + count * 28)), cells: bars.rows.count)
  }

  /// Flagged bars are pale with an outline.
  private func setPale(_ series: UnsafeMutablePointer<lxw_chart_series>?, _ flags: [Bool]) {
    guard flags.contains(true) else { return }
    var line = lxw_chart_line()
    line.color = Workbook.color(Workbook.palette.point)
    var white = lxw_chart_fill()
    white.color = 0xFFFFFF
    withUnsafeMutablePointer(to: &line) { line in
      withUnsafeMutablePointer(to: &white) { white in
        var pale = lxw_chart_point(line: line, fill: white, pattern: nil)
        var plain = lxw_chart_point()
        withUnsafeMutablePointer(to: &pale) { pale in
          withUnsafeMutablePointer(to: &plain) { plain in
            var list: [UnsafeMutablePointer<lxw_chart_point>?] = flags.map { $0 ? pale : plain } + [nil]
            _ = chart_series_set_points(series, &list)
          }
        }
      }
    }
  }

  /// Points with their course.
  mutating func add(_ plot: ScatterPlot, title: String) throws {
    let points = plot.points.filter { $0.x.isFinite && $0.y.isFinite }
    guard !points.isEmpty else { return }
    let chart = try sheet.book.chart(LXW_CHART_SCATTER)
    // More than a chart of Excel takes are left out of it, not of the cells.
    let first = writeHeadings([Language.current.word("Label"), plot.xAxis.title, plot.yAxis.title], title: title)
    for (index, point) in (points + plot.trend).enumerated() {
      let isTrend = index >= points.count
      sheet.write(isTrend ? "Course" : point.label ?? "", first + index, Self.firstColumn)
      sheet.write(point.x, first + index, Self.firstColumn + 1)
      sheet.write(point.y, first + index, Self.firstColumn + 2)
    }
    _ = set(axis(chart, isX: true), plot.xAxis, values: points.map(\.x))
    _ = set(axis(chart, isX: false), plot.yAxis, values: points.map(\.y))
    for isX in [true, false] {
      setGrid(axis(chart, isX: isX), isShown: false)
      chart_axis_set_crossing_min(axis(chart, isX: isX))
    }
    let drawn = min(points.count, 32_000)
    addSeries(chart, "Points", first...(first + drawn - 1), isLine: false)
    if !plot.trend.isEmpty {
      addSeries(chart, "Course", (first + points.count)...(first + points.count + plot.trend.count - 1), isLine: true)
    }
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    insert(chart, title: title, height: 480, cells: 0)
    advance(max(0, points.count + plot.trend.count + 4 - 26))
  }

  /// Lines over 1, 2, 3, ….
  mutating func add(_ lines: LineChart, title: String) throws {
    let count = lines.series.map(\.values.count).max() ?? 0
    guard count > 0 else { return }
    let chart = try sheet.book.chart(LXW_CHART_SCATTER)
    let first = writeHeadings([lines.xTitle] + lines.series.map(\.label), title: title)
    for index in 0..<count {
      sheet.write(Double(index + 1), first + index, Self.firstColumn)
      for (place, series) in lines.series.enumerated() where index < series.values.count {
        sheet.write(series.values[index], first + index, Self.firstColumn + 1 + place)
      }
    }
    for (place, series) in lines.series.enumerated() where !series.values.isEmpty {
      addSeries(
        chart, series.label, first...(first + series.values.count - 1), isLine: true, x: Self.firstColumn,
        y: Self.firstColumn + 1 + place, isMarked: series.look == .marked,
        color: Workbook.palette.series[[3, 1, 4, 5][place % 4]])
    }
    setWords(axis(chart, isX: true), Axis(title: lines.xTitle))
    setWords(axis(chart, isX: false), lines.yAxis)
    setGrid(axis(chart, isX: true), isShown: false)
    setGrid(axis(chart, isX: false), isShown: true)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    insert(chart, title: title, height: 420, cells: count)
  }

  private func addSeries(
    _ chart: UnsafeMutablePointer<lxw_chart>, _ name: String, _ rows: ClosedRange<Int>, isLine: Bool,
    x: Int = ChartSheet.firstColumn + 1, y: Int = ChartSheet.firstColumn + 2, isMarked: Bool = false,
    color: String? = nil
  ) {
    let series = chart_add_series(chart, nil, nil)
    chart_series_set_name(series, Workbook.chartText(name.isEmpty ? "Series" : name))
    setCells(series, rows: rows, x: x, y: y)
    let color = Workbook.color(color ?? (isLine ? Workbook.palette.accent : Workbook.palette.point))
    if isLine {
      var line = lxw_chart_line()
      line.color = color
      line.width = 1.75
      if !isMarked { line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue) }
      chart_series_set_line(series, &line)
    }
    let marker = isLine && !isMarked ? LXW_CHART_MARKER_NONE : LXW_CHART_MARKER_CIRCLE
    chart_series_set_marker_type(series, UInt8(marker.rawValue))
    guard !isLine || isMarked else { return }
    chart_series_set_marker_size(series, isLine ? 6 : 4)
    var fill = lxw_chart_fill()
    fill.color = color
    chart_series_set_marker_fill(series, &fill)
  }

  /// A block of numbers, coloured by size from its limit below zero over white to the limit above.
  mutating func add(_ map: HeatMap, title: String) {
    guard !map.rows.isEmpty, !map.columns.isEmpty else { return }
    sheet.write(title, row, 0, Workbook.Look(isBold: true))
    for (index, name) in map.columns.enumerated() {
      sheet.write(name, row + 1, index + 1, Workbook.Look(isHeading: true, isRight: true))
    }
    let look = Workbook.Look(number: NumberFormat.code(map.style))
    for (index, name) in map.rows.enumerated() {
      sheet.write(name, row + 2 + index, 0)
      for (place, value) in map.values[index].enumerated() {
        if let value { sheet.write(value, row + 2 + index, place + 1, look) }
      }
    }
    var colors = lxw_conditional_format()
    colors.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
    for rule in [\lxw_conditional_format.min_rule_type, \.mid_rule_type, \.max_rule_type] {
      colors[keyPath: rule] = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
    }
    (colors.min_value, colors.mid_value, colors.max_value) = (-map.limit, 0, map.limit)
    (colors.min_color, colors.mid_color, colors.max_color) = (0xE8955C, 0xFFFFFF, 0x6FA3D0)
    _ = worksheet_conditional_format_range(
      sheet.handle, lxw_row_t(row + 2), 1, lxw_row_t(row + 1 + map.rows.count), lxw_col_t(map.columns.count), &colors)
    advance(map.rows.count + 4)
  }
}
