import Measures
import Rendering
import Survey

/// How often each answer of a scale was given, one variable a line: a bar for each point, as high as its share of the most frequent.
struct DistributionText {
  let items: [ItemDescription]
  let width: Int

  /// Points that are drawn; longer scales have too many answers for bars.
  private static let points = 11
  private static let heights: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// Whether there is anything to draw.
  static func draws(_ item: ItemDescription) -> Bool {
    guard !item.isText, let (low, high) = ends(item), high - low < Double(points) else { return false }
    return item.n > 0 && item.frequencies.allSatisfy { $0.number.map { $0 == $0.rounded() } ?? false }
  }

  static func ends(_ item: ItemDescription) -> (low: Double, high: Double)? {
    if let scale = item.scale { return (scale.low, scale.high) }
    guard let low = item.minimum, let high = item.maximum else { return nil }
    return (low, high)
  }

  var text: String {
    let drawn = items.filter(Self.draws)
    let name = min(max(8, width - 46), drawn.map { displayed($0).count }.max() ?? 0)
    return drawn.map { line($0, name: name) }.joined(separator: "\n")
  }

  private func displayed(_ item: ItemDescription) -> String { VisibleText.line(item.variable) }

  private func line(_ item: ItemDescription, name: Int) -> String {
    guard let (low, high) = Self.ends(item) else { return "" }
    let shares = stride(from: low, through: high, by: 1).map { point in
      item.frequencies.first { $0.number == point }?.share ?? 0
    }
    let most = shares.max() ?? 0
    let bars = shares.map { share -> String in
      guard share > 0, most > 0 else { return "  " }
      return String(Self.heights[min(7, Int(share / most * 7.999))]) + " "
    }.joined()
    var title = displayed(item)
    if title.count > name { title = title.prefix(name - 1) + "…" }
    title += String(repeating: " ", count: max(0, name - title.count))
    let ends = (Words.count(low), Words.count(high))
    var text = "\(title)  \(trailing(ends.0, 3)) \(bars)\(ends.1)"
    if item.scale != nil, let floor = item.floor, let ceiling = item.ceiling {
      let beside = max(0, name + 30 - text.count)
      text +=
        String(repeating: " ", count: beside)
        + "  \(trailing(said(Words.percent(floor)), 5)) … \(trailing(said(Words.percent(ceiling)), 5))"
    }
    return text
  }

  private func trailing(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
