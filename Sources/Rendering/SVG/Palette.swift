import Platform

/// The colours of a theme by what they are for.
package struct Palette: Sendable, Equatable {
  /// Under everything.
  package let background: String
  /// Under bars and lines.
  let field: String
  package let ink: String
  let soft: String
  let grid: String
  let leader: String
  /// Points, their intervals and outlines.
  package let point: String
  let bar: String
  /// What is to stand out: the driver to work on first, the course of points.
  let accent: String
  /// What is negative.
  let negative: String
  /// Circles of diagrams.
  let circle: String
  /// Several series: neighbours differ in lightness, too.
  package let series: [String]
  /// Quadrants: top left, top right, bottom left, bottom right; four steps of lightness.
  package let tints: [String]
  let quadrantNames: [String]
  /// The ends of a scale that has a middle.
  let low: String
  let high: String
  /// Without hues: an order of answers is one of lightness alone.
  let isGrey: Bool

  init(_ look: Theme.Look, _ colors: Theme.Colors) {
    let isDark = look == .dark
    background = isDark ? "#15181C" : "#FFFFFF"
    field = isDark ? "#1B1F24" : "#FBFBFB"
    ink = isDark ? "#F0F0F0" : "#1A1A1A"
    soft = isDark ? "#B9BDC2" : "#555555"
    grid = isDark ? "#3A3F46" : "#D9D9D9"
    leader = isDark ? "#9AA0A6" : "#777777"
    let ground = background
    /// A colour that can be told from the ground.
    func seen(_ color: String, _ ratio: Double) -> String {
      var share = 1.0
      var shown = color
      while Palette.contrast(shown, ground) < ratio, share > 0.05 {
        share -= 0.05
        shown = Palette.mix(color, isDark ? "#FFFFFF" : "#000000", share)
      }
      return shown
    }
    let hues = Hues(colors)
    point = seen(hues.strong, isDark ? 5 : 4.5)
    bar = isDark ? Palette.mix(seen(hues.bar, 3), ground, 0.8) : hues.bar
    accent = seen(hues.accent, 4.5)
    negative = seen(hues.negative, 4.5)
    circle = isDark ? Palette.mix(hues.bar, ground, 0.3) : hues.tints[1]
    series = isDark ? hues.series.map(Palette.lifted) : hues.series
    low = isDark ? seen(hues.negative, 3) : hues.negative
    high = isDark ? seen(hues.strong, 3) : hues.strong
    tints =
      isDark
      ? [
        Palette.mix(hues.accent, ground, 0.34), Palette.mix(hues.bar, ground, 0.3), "#1B1F24", "#24292F",
      ] : hues.tints + ["#FAFAFA", "#F0F0F0"]
    quadrantNames =
      isDark
      ? [
        Palette.mix(hues.accent, "#FFFFFF", 0.4), Palette.mix(hues.bar, "#FFFFFF", 0.5), "#C9CDD2", "#D3D7DB",
      ] : [seen(hues.negative, 4.5), seen(hues.strong, 4.5), "#5A5A5A", "#4A4A4A"]
    isGrey = colors == .named(.grey)
  }

  /// What a palette says; the rest follows from the ground.
  private struct Hues {
    var strong: String
    var bar: String
    var accent: String
    var negative: String
    var series: [String]
    /// Of the two upper quadrants, on white.
    var tints: [String]

    init(_ colors: Theme.Colors) {
      switch colors {
      case .named(.blueOrange):
        (strong, bar, accent, negative) = ("#15487A", "#6FA3D0", "#B4510B", "#8A3F08")
        series = ["#6FA3D0", "#B4510B", "#E8B54A", "#15487A", "#5FB39B", "#8C5A83", "#B9B9B9", "#3D3D3D"]
        tints = ["#F8D5B8", "#DDECF8"]
      case .named(.okabeIto):
        (strong, bar, accent, negative) = ("#0072B2", "#56B4E9", "#D55E00", "#A34700")
        series = ["#0072B2", "#F0E442", "#009E73", "#E69F00", "#D55E00", "#56B4E9", "#000000", "#CC79A7"]
        tints = ["#F7D9C2", "#DCEFFA"]
      case .named(.viridis):
        (strong, bar, accent, negative) = ("#3B528B", "#21918C", "#440154", "#440154")
        series = ["#21918C", "#440154", "#FDE725", "#3B528B", "#5EC962", "#31688E", "#AADC32", "#482878"]
        tints = ["#DCCFE0", "#D9EEEC"]
      case .named(.grey):
        (strong, bar, accent, negative) = ("#333333", "#9A9A9A", "#000000", "#111111")
        series = ["#9A9A9A", "#333333", "#CFCFCF", "#6B6B6B", "#E6E6E6", "#111111", "#B4B4B4", "#4F4F4F"]
        tints = ["#D2D2D2", "#E6E6E6"]
      case .own(let own):
        (strong, bar, accent, negative) = (own[0], Palette.mix(own[0], "#FFFFFF", 0.7), own[1], own[1])
        series = own
        tints = [Palette.mix(own[1], "#FFFFFF", 0.28), Palette.mix(own[0], "#FFFFFF", 0.16)]
      }
    }
  }

  /// A part `share` of the one and the rest of the other, channel by channel.
  package static func mix(_ color: String, _ other: String, _ share: Double) -> String {
    let (a, b) = (value(color), value(other))
    func channel(_ shift: Int) -> String {
      let (x, y) = (Double(a >> shift & 0xFF), Double(b >> shift & 0xFF))
      let digits = String(Int((y + (x - y) * share).rounded()), radix: 16, uppercase: true)
      return digits.count < 2 ? "0" + digits : digits
    }
    return "#" + channel(16) + channel(8) + channel(0)
  }

  /// The colour for a dark ground: mixed with white until its lightness is 45 + 0.52·L*, so that what was lighter stays lighter.
  private static func lifted(_ color: String) -> String {
    let wanted = 45 + 0.52 * lightness(color)
    var (least, most) = (0.0, 1.0)
    guard lightness(color) < wanted else { return color }
    for _ in 0..<30 {
      let middle = (least + most) / 2
      if lightness(mix(color, "#FFFFFF", middle)) > wanted { least = middle } else { most = middle }
    }
    return mix(color, "#FFFFFF", most)
  }

  /// CIE L*, 0–100.
  private static func lightness(_ color: String) -> Double {
    let y = luminance(color)
    return y > 216.0 / 24389 ? 116 * pow(y, 1.0 / 3) - 16 : 24389.0 / 27 * y
  }

  /// Between `low` (−1) and `high` (1) through the ground; in the program's own colours both ends are as dark as each other
  /// in grey, and a sign is read off the number.
  package func diverging(_ share: Double) -> String {
    Palette.mix(share < 0 ? low : high, background, min(1, abs(share)))
  }

  /// Black or white, whichever stands out more from a field of that colour (`#RRGGBB`): the larger ratio
  /// (L₁ + 0.05)/(L₂ + 0.05) of relative luminances (WCAG 2.2, contrast ratio). One of the two has at least √21 = 4.58, where 4.5 is asked for.
  package static func ink(on field: String) -> String {
    let (black, white) = ("#000000", "#FFFFFF")
    return contrast(black, field) >= contrast(white, field) ? black : white
  }

  package static func contrast(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private static func value(_ color: String) -> Int { Int(color.dropFirst(), radix: 16) ?? 0 }

  /// Of 0 (black) to 1 (white), from sRGB.
  package static func luminance(_ color: String) -> Double {
    let value = value(color)
    func linear(_ shift: Int) -> Double {
      let channel = Double(value >> shift & 0xFF) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
