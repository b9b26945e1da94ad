import Foundation
import Rendering
import Testing

/// Colours are told apart by everybody, and in grey.
@Suite("Themes") struct ThemeTests {
  private static func linear(_ color: String) -> [Double] {
    let value = Int(color.dropFirst(), radix: 16)!
    return [16, 8, 0].map { shift in
      let channel = Double(value >> shift & 0xFF) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// CIE L*a*b* of linear sRGB under D65 (IEC 61966-2-1).
  private static func lab(_ rgb: [Double]) -> [Double] {
    let xyz = product(
      [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
      ], rgb)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      let t = value / white
      return t > 216.0 / 24389 ? pow(t, 1.0 / 3) : (24389.0 / 27 * t + 16) / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// Protanopia and deuteranopia in linear sRGB (Viénot, Brettel & Mollon 1999, doi:10.1002/(SICI)1520-6378(199908)24:4).
  private static let visions: [(name: String, matrix: [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    ("protan", [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]),
    ("deutan", [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]),
  ]

  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  @Test(
    "series are told apart with every vision, neighbours in grey too", arguments: Theme.PaletteName.allCases,
    Theme.Look.allCases)
  func series(name: Theme.PaletteName, look: Theme.Look) {
    let series = Theme(look: look, colors: .named(name)).palette.series
    #expect(series.count == 8)
    for vision in Self.visions {
      let seen = series.map { color in
        Self.lab(Self.product(vision.matrix, Self.linear(color)).map { min(1, max(0, $0)) })
      }
      for i in seen.indices {
        for j in 0..<i {
          let apart = Self.distance(seen[i], seen[j])
          // On a dark ground only half of the lightnesses can be seen.
          let least = look == .dark ? (i < 4 ? 9.0 : 4) : i < 4 ? 17 : 8
          #expect(apart >= least, "\(name), \(look), \(vision.name): \(series[j]) and \(series[i]) are \(apart) apart")
        }
      }
    }
    let lightness = series.map { Self.lab(Self.linear($0))[0] }
    for (a, b) in zip(lightness, lightness.dropFirst()) {
      #expect(abs(a - b) >= (look == .dark ? 6 : 12), "\(name), \(look): \(a), \(b)")
    }
  }

  @Test("letters and points stand out from the ground", arguments: Theme.Look.allCases) func contrast(look: Theme.Look)
  {
    for name in Theme.PaletteName.allCases {
      let palette = Theme(look: look, colors: .named(name)).palette
      #expect(Palette.contrast(palette.ink, palette.background) >= 7)
      #expect(Palette.contrast(palette.point, palette.background) >= 4.5)
      for tint in palette.tints { #expect(Palette.contrast(palette.ink, tint) >= 4.5, "\(name), \(look): \(tint)") }
    }
  }

  @Test("palettes are read by name or as colours") func colors() {
    #expect(Theme.Colors("okabe-ito") == .named(.okabeIto))
    #expect(Theme.Colors("#15487a, #B4510B") == .own(["#15487A", "#B4510B"]))
    for text in ["", "blue", "#15487A", "#15487,#B4510B", "#15487G,#B4510B", "15487A,B4510B"] {
      #expect(Theme.Colors(text) == nil, "\(text)")
    }
    #expect(Palette.mix("#000000", "#FFFFFF", 0.5) == "#808080")
  }

  @Test("the ground and the family of letters are the theme's, and quotes do not leave the attribute") func written() {
    let figure = FigureFixtures.figure([.bars(FigureFixtures.bars(3, seed: 1))])
    var settings = FigureSettings()
    settings.look = .dark
    settings.font = "Source \"Sans' 3"
    let svg = SVGRenderer.render(figure, settings)
    #expect(svg.contains("fill=\"\(Theme(look: .dark).palette.background)\""))
    #expect(svg.contains("font-family=\"'Source Sans 3', 'DejaVu Sans'"))
    #expect(!svg.contains("#FFFFFF"))
  }
}
