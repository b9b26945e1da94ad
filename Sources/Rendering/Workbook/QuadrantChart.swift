import CWorkbooks

extension ChartSheet {
  /// The matrix: a scatter chart of points with both intervals, their names behind the whiskers, two lines across, a name in each
  /// corner.
  mutating func add(_ map: QuadrantMap, title: String) throws {
    let points = map.points.filter { $0.x.value.isFinite && $0.y.value.isFinite }
    guard !points.isEmpty else { return }
    let chart = try sheet.book.chart(LXW_CHART_SCATTER)
    let first = writeHeadings(
      [
        "Label", map.xAxis.title, "low", "high", "minus", "plus", map.yAxis.title, "low", "high", "minus", "plus",
        "label from", map.flagMeaning ?? "",
      ], title: title)
    let column = Self.firstColumn
    for (index, point) in points.enumerated() {
      sheet.write(point.label, first + index, column)
      write(point.x, map.xAxis.style, first + index, column + 1)
      write(point.y, map.yAxis.style, first + index, column + 6)
      // A name begins where the whisker ends.
      sheet.write(
        max(point.x.value, point.x.high ?? point.x.value), first + index, column + 11,
        Workbook.Look(number: Self.cellFormat(map.xAxis.style)))
      if point.isFlagged { sheet.write(true, first + index, column + 12) }
    }
    func ends(_ estimate: Estimate) -> [Double] { [estimate.value, estimate.low, estimate.high].compactMap { $0 } }
    // Names need room at the right.
    let width = points.flatMap { ends($0.x) }.filter(\.isFinite) + [map.crosshairX]
    let across = set(
      axis(chart, isX: true), map.xAxis, values: width + [width.max()! + 0.15 * (width.max()! - width.min()!)])
    let up = set(axis(chart, isX: false), map.yAxis, values: points.flatMap { ends($0.y) } + [map.crosshairY])
    for isX in [true, false] {
      setGrid(axis(chart, isX: isX), isShown: false)
      chart_axis_set_crossing_min(axis(chart, isX: isX))
    }
    let rows = first...(first + points.count - 1)
    // Lines and names below the points, so that they are drawn under them.
    let next = addLines(map, chart, across, up, row: rows.upperBound + 2)
    let end = addNames(map, chart, across, up, row: next)
    addPoints(points, chart, rows)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    insert(chart, title: title, height: 560, cells: end - row)
  }

  private func addPoints(
    _ points: [QuadrantMap.Point], _ chart: UnsafeMutablePointer<lxw_chart>, _ rows: ClosedRange<Int>
  ) {
    let series = chart_add_series(chart, nil, nil)
    chart_series_set_name(series, "Drivers")
    setCells(series, rows: rows, x: Self.firstColumn + 1, y: Self.firstColumn + 6)
    setErrorBars(series, isX: true, points.map(\.x), rows: rows, minusColumn: Self.firstColumn + 4)
    setErrorBars(series, isX: false, points.map(\.y), rows: rows, minusColumn: Self.firstColumn + 9)
    var line = lxw_chart_line()
    line.color = Workbook.color(Workbook.palette.point)
    line.width = 1.5
    var fill = lxw_chart_fill()
    fill.color = Workbook.color(Workbook.palette.point)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(series, 8)
    chart_series_set_marker_line(series, &line)
    chart_series_set_marker_fill(series, &fill)
    if points.contains(where: \.isFlagged) { setHollow(series, points.map(\.isFlagged), &line) }
    let names = chart_add_series(chart, nil, nil)
    chart_series_set_name(names, "Names")
    setCells(names, rows: rows, x: Self.firstColumn + 11, y: Self.firstColumn + 6)
    chart_series_set_marker_type(names, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    setLabels(names, points.map(\.label), position: LXW_CHART_LABEL_POSITION_RIGHT)
  }

  /// Flagged points are white inside.
  private func setHollow(
    _ series: UnsafeMutablePointer<lxw_chart_series>?, _ flags: [Bool], _ line: inout lxw_chart_line
  ) {
    var white = lxw_chart_fill()
    white.color = 0xFFFFFF
    withUnsafeMutablePointer(to: &white) { fill in
      withUnsafeMutablePointer(to: &line) { line in
        var hollow = lxw_chart_point(line: line, fill: fill, pattern: nil)
        var plain = lxw_chart_point()
        withUnsafeMutablePointer(to: &hollow) { hollow in
          withUnsafeMutablePointer(to: &plain) { plain in
            var list: [UnsafeMutablePointer<lxw_chart_point>?] = flags.map { $0 ? hollow : plain } + [nil]
            _ = chart_series_set_points(series, &list)
          }
        }
      }
    }
  }

  /// A text at each point instead of its number.
  private func setLabels(
    _ series: UnsafeMutablePointer<lxw_chart_series>?, _ labels: [String], position: lxw_chart_label_position,
    color: String = Workbook.palette.ink, size: Double = 9
  ) {
    chart_series_set_labels(series)
    chart_series_set_labels_position(series, UInt8(position.rawValue))
    var font = lxw_chart_font()
    font.size = size
    font.color = Workbook.color(color)
    chart_series_set_labels_font(series, &font)
    // The library copies what it is given.
    let texts = labels.map { strdup(Workbook.chartText($0.isEmpty ? " " : $0)) }
    defer { for text in texts { free(text) } }
    withUnsafeMutablePointer(to: &font) { font in
      var all = texts.map { text in
        var label = lxw_chart_data_label()
        label.value = text
        label.font = font
        return label
      }
      all.withUnsafeMutableBufferPointer { buffer in
        var list: [UnsafeMutablePointer<lxw_chart_data_label>?] = buffer.indices.map { buffer.baseAddress! + $0 }
        list.append(nil)
        _ = chart_series_set_labels_custom(series, &list)
      }
    }
  }

  /// The crosshair: two series of two points.
  private func addLines(
    _ map: QuadrantMap, _ chart: UnsafeMutablePointer<lxw_chart>, _ across: ClosedRange<Double>,
    _ up: ClosedRange<Double>, row: Int
  ) -> Int {
    let ends = [
      ("Vertical line", [(map.crosshairX, up.lowerBound), (map.crosshairX, up.upperBound)]),
      ("Horizontal line", [(across.lowerBound, map.crosshairY), (across.upperBound, map.crosshairY)]),
    ]
    var next = row
    for (name, places) in ends where places.allSatisfy({ $0.0.isFinite && $0.1.isFinite }) {
      writePlaces(places.map { (name, $0.0, $0.1) }, map, row: next)
      let series = chart_add_series(chart, nil, nil)
      chart_series_set_name(series, name)
      setCells(series, rows: next...(next + 1), x: Self.firstColumn + 1, y: Self.firstColumn + 6)
      var line = lxw_chart_line()
      line.color = Workbook.color(Workbook.palette.leader)
      line.width = 1.25
      line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
      chart_series_set_line(series, &line)
      chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
      next += 2
    }
    return next
  }

  /// The names of the quadrants, in their corners: a series of points that are not seen.
  private func addNames(
    _ map: QuadrantMap, _ chart: UnsafeMutablePointer<lxw_chart>, _ across: ClosedRange<Double>,
    _ up: ClosedRange<Double>, row: Int
  ) -> Int {
    func place(_ range: ClosedRange<Double>, _ share: Double) -> Double {
      range.lowerBound + share * (range.upperBound - range.lowerBound)
    }
    let (left, right) = (place(across, 0.13), place(across, 0.87))
    let (bottom, top) = (place(up, 0.03), place(up, 0.97))
    let places = zip(map.quadrants, [(left, top), (right, top), (left, bottom), (right, bottom)])
      .map { ($0, $1.0, $1.1) }
    writePlaces(places, map, row: row)
    let series = chart_add_series(chart, nil, nil)
    chart_series_set_name(series, "Quadrants")
    setCells(series, rows: row...(row + 3), x: Self.firstColumn + 1, y: Self.firstColumn + 6)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_NONE.rawValue))
    setLabels(
      series, map.quadrants, position: LXW_CHART_LABEL_POSITION_CENTER, color: Workbook.palette.quadrantNames[2], size: 11)
    return row + 4
  }

  private func writePlaces(_ places: [(name: String, x: Double, y: Double)], _ map: QuadrantMap, row: Int) {
    for (index, place) in places.enumerated() {
      sheet.write(place.name, row + index, Self.firstColumn)
      sheet.write(place.x, row + index, Self.firstColumn + 1, Workbook.Look(number: Self.cellFormat(map.xAxis.style)))
      sheet.write(place.y, row + index, Self.firstColumn + 6, Workbook.Look(number: Self.cellFormat(map.yAxis.style)))
    }
  }
}
