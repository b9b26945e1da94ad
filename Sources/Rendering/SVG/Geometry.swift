/// A place on a picture, in pixels; y grows downwards.
package struct Place: Sendable, Equatable {
  package var x: Double
  package var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  func distance(to other: Place) -> Double {
    let (dx, dy) = (x - other.x, y - other.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}

/// A rectangle on a picture, in pixels.
package struct Rect: Sendable, Equatable {
  package var x: Double
  package var y: Double
  package var width: Double
  package var height: Double

  package init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  package var right: Double { x + width }
  package var bottom: Double { y + height }
  var center: Place { Place(x + width / 2, y + height / 2) }

  /// Whether the two share an area; touching edges do not.
  package func intersects(_ other: Rect) -> Bool {
    x < other.right && other.x < right && y < other.bottom && other.y < bottom
  }

  package func contains(_ other: Rect) -> Bool {
    x <= other.x && other.right <= right && y <= other.y && other.bottom <= bottom
  }

  func contains(_ place: Place) -> Bool { x < place.x && place.x < right && y < place.y && place.y < bottom }

  func grown(by margin: Double) -> Rect {
    Rect(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
  }

  func moved(by dx: Double, _ dy: Double) -> Rect { Rect(x: x + dx, y: y + dy, width: width, height: height) }

  func union(_ other: Rect) -> Rect {
    let (left, top) = (min(x, other.x), min(y, other.y))
    return Rect(x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
  }

  /// The place inside nearest to `place`.
  func nearest(to place: Place) -> Place { Place(min(max(place.x, x), right), min(max(place.y, y), bottom)) }
}

/// A straight line between two places.
struct Segment: Sendable, Equatable {
  var from: Place
  var to: Place

  var bounds: Rect {
    Rect(x: min(from.x, to.x), y: min(from.y, to.y), width: abs(from.x - to.x), height: abs(from.y - to.y))
  }

  /// The length of the part inside a rectangle (Liang and Barsky's clipping).
  func length(inside rect: Rect) -> Double {
    // Most pairs are far apart.
    if max(from.x, to.x) <= rect.x || min(from.x, to.x) >= rect.right { return 0 }
    if max(from.y, to.y) <= rect.y || min(from.y, to.y) >= rect.bottom { return 0 }
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (start, end) = (0.0, 1.0)
    /// Cuts off what lies beyond one edge.
    func clip(_ p: Double, _ q: Double) {
      if p < 0 {
        start = max(start, q / p)
      } else if p > 0 {
        end = min(end, q / p)
      } else if q < 0 {
        end = -1
      }
    }
    clip(-dx, from.x - rect.x)
    clip(dx, rect.right - from.x)
    clip(-dy, from.y - rect.y)
    clip(dy, rect.bottom - from.y)
    return start < end ? (end - start) * (dx * dx + dy * dy).squareRoot() : 0
  }

  /// Whether the two cross at an inner point of both.
  func crosses(_ other: Segment) -> Bool {
    func side(_ a: Place, _ b: Place, _ c: Place) -> Double {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    return side(from, to, other.from) * side(from, to, other.to) < 0
      && side(other.from, other.to, from) * side(other.from, other.to, to) < 0
  }

  func distance(to place: Place) -> Double {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let square = dx * dx + dy * dy
    guard square > 0 else { return from.distance(to: place) }
    let share = max(0, min(1, ((place.x - from.x) * dx + (place.y - from.y) * dy) / square))
    return Place(from.x + share * dx, from.y + share * dy).distance(to: place)
  }
}
