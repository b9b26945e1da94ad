/// A node of a diagram with the size of its form and of the boxes beside it, around a centre at (0, 0).
struct DiagramBody {
  /// Where the boxes of indicators stand.
  enum Side: Sendable {
    case left, right, above, below
  }

  static let labelSize = 13.5
  static let remarkSize = 11.5
  /// Between label and remark.
  static let remarkGap = 1.0
  static let boxSize = 11.5
  static let numberSize = 11.0
  /// Between boxes and the form, beside it and above.
  private static let reach = 66.0
  private static let rise = 48.0

  var label: [String]
  var remarks: [String]
  let isEllipse: Bool
  let isComposite: Bool
  /// Half of the width and height of the form.
  var rx: Double
  var ry: Double
  /// Lines of text in each box.
  let boxes: [[String]]
  /// Beside each box.
  let numbers: [String]
  private let numberWidths: [Double]
  /// Of the text in the form.
  let text: (width: Double, height: Double)
  /// Of all boxes of the diagram.
  var box: (width: Double, height: Double) = (0, 0)

  /// - Parameters:
  ///   - remarks: in small letters under the label.
  ///   - numbers: of the indicators, written.
  ///   - detail: whether there are boxes, and what stands in them.
  init(_ node: ModelDiagram.Node, remarks: [String], numbers: [String], detail: DiagramLayout.Detail) {
    label = FontMetrics.balanced(node.label, width: 112, size: Self.labelSize)
    self.remarks = remarks.filter { !$0.isEmpty }
    isEllipse = !node.isObserved
    isComposite = node.isComposite
    boxes =
      detail == .collapsed
      ? []
      : node.indicators.map { indicator in
        detail == .labels && !indicator.label.isEmpty
          ? FontMetrics.balanced(indicator.label, width: 118, size: Self.boxSize)
          : FontMetrics.balanced(indicator.name, width: 104, size: Self.boxSize)
      }
    self.numbers = detail == .collapsed ? [] : numbers
    numberWidths = self.numbers.map { FontMetrics.width($0, size: Self.numberSize) }
    let wide = max(
      label.map { FontMetrics.width($0, size: Self.labelSize) }.max() ?? 0,
      self.remarks.map { FontMetrics.width($0, size: Self.remarkSize) }.max() ?? 0)
    let high =
      Drawing.height(of: label.count, size: Self.labelSize)
      + Drawing.height(of: self.remarks.count, size: Self.remarkSize) + (self.remarks.isEmpty ? 0 : Self.remarkGap)
    text = (wide, high)
    // An ellipse whose width is 1.32 times that of its text holds the text's corners when its height is
    // 1/√(1 − 1/1.32²) = 1.53 times.
    (rx, ry) = isEllipse ? (max(44, wide * 0.66 + 6), max(24, high * 0.766 + 3)) : (wide / 2 + 11, high / 2 + 7)
  }

  /// Bodies of one diagram: ellipses alike, and boxes.
  static func evened(_ bodies: [DiagramBody]) -> [DiagramBody] {
    func most(_ bodies: [DiagramBody], _ value: (DiagramBody) -> Double) -> Double { bodies.map(value).max() ?? 0 }
    let ellipses = bodies.filter(\.isEllipse)
    let rest = bodies.filter { !$0.isEllipse }
    let lines = bodies.flatMap(\.boxes)
    let width = max(46, (lines.joined().map { FontMetrics.width($0, size: boxSize) }.max() ?? 0) + 12)
    let height = Drawing.height(of: lines.map(\.count).max() ?? 1, size: boxSize) + 5
    return bodies.map { body in
      var copy = body
      let own = body.isEllipse ? ellipses : rest
      (copy.rx, copy.ry) = (most(own, \.rx), most(own, \.ry))
      copy.box = (width, height)
      return copy
    }
  }

  /// The form.
  var core: Rect { Rect(x: -rx, y: -ry, width: 2 * rx, height: 2 * ry) }

  /// Boxes on a side, with arrows and the places of their numbers.
  struct Fan {
    var boxes: [Rect] = []
    var lines: [Segment] = []
    var numbers: [Rect] = []
    /// Holds all of it; `nil` without boxes.
    var bounds: Rect?

    func moved(by x: Double, _ y: Double) -> Fan {
      Fan(
        boxes: boxes.map { $0.moved(by: x, y) },
        lines: lines.map {
          Segment(from: Place($0.from.x + x, $0.from.y + y), to: Place($0.to.x + x, $0.to.y + y))
        }, numbers: numbers.map { $0.moved(by: x, y) }, bounds: bounds?.moved(by: x, y))
    }
  }

  func fan(_ side: Side) -> Fan {
    var fan = Fan()
    let count = Double(boxes.count)
    for index in boxes.indices {
      let shift = Double(index) - (count - 1) / 2
      let rect: Rect
      let end: Place
      let share: Double
      switch side {
      case .left, .right:
        let y = shift * (box.height + 4)
        let x = side == .left ? -rx - Self.reach - box.width : rx + Self.reach
        rect = Rect(x: x, y: y - box.height / 2, width: box.width, height: box.height)
        end = Place(side == .left ? rect.right : rect.x, y)
        share = 1 - 25 / (rx + Self.reach)
      case .above, .below:
        let x = shift * (box.width + 5)
        let y = side == .above ? -ry - Self.rise - box.height : ry + Self.rise
        rect = Rect(x: x - box.width / 2, y: y, width: box.width, height: box.height)
        end = Place(x, side == .above ? rect.bottom : rect.y)
        share = 1 - 18 / (ry + Self.rise)
      }
      let start = boundary(toward: end)
      fan.boxes.append(rect)
      fan.lines.append(isComposite ? Segment(from: end, to: start) : Segment(from: start, to: end))
      // Composites have their heads at the form: numbers may stand where they do otherwise.
      let center = Place(end.x * share, end.y * share)
      let width = numberWidths[index]
      let height = Drawing.height(of: numbers[index].isEmpty ? 0 : 1, size: Self.numberSize)
      fan.numbers.append(Rect(x: center.x - width / 2, y: center.y - height / 2, width: width, height: height))
      fan.bounds = (fan.bounds ?? rect).union(rect).union(fan.lines[index].bounds)
    }
    return fan
  }

  /// Where a line from the centre to a place leaves the form.
  func boundary(toward place: Place) -> Place { boundary(from: Place(0, 0), toward: place) }

  /// Where a line from an inner place to an outer one leaves the form.
  func boundary(from inner: Place, toward outer: Place) -> Place {
    var (low, high) = (0.0, 1.0)
    func at(_ share: Double) -> Place {
      Place(inner.x + (outer.x - inner.x) * share, inner.y + (outer.y - inner.y) * share)
    }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if holds(at(middle)) { low = middle } else { high = middle }
    }
    return at(high)
  }

  private func holds(_ place: Place) -> Bool {
    let (x, y) = (place.x / rx, place.y / ry)
    return isEllipse ? x * x + y * y < 1 : abs(x) < 1 && abs(y) < 1
  }
}
