/// The visual language of figures: the ground they stand on, their colours, their letters.
public struct Theme: Sendable, Equatable {
  /// The ground of a picture.
  public enum Look: String, Sendable, CaseIterable {
    /// Dark on white.
    case light
    /// Light on nearly black.
    case dark
    /// Greys on white, for print without colour.
    case print
  }

  /// Sets of colours that stay apart for every kind of colour vision and, neighbours at least, in grey.
  public enum PaletteName: String, Sendable, CaseIterable {
    /// The program's own.
    case blueOrange = "blue-orange"
    /// Okabe and Ito's (2008), the one that journals name.
    case okabeIto = "okabe-ito"
    /// Steps of viridis (van der Walt and Smith 2015), the neighbours far apart.
    case viridis
    /// Steps of grey.
    case grey
  }

  /// The colours.
  public enum Colors: Sendable, Equatable {
    case named(PaletteName)
    /// Colours of one's own as `#RRGGBB`, at least two: the first for points and bars, the second for what is to stand out,
    /// all of them for series.
    case own([String])

    /// A palette's name, or colours `#RRGGBB` with commas; `nil` for anything else.
    public init?(_ text: String) {
      if let name = PaletteName(rawValue: text) {
        self = .named(name)
        return
      }
      let colors = text.split(separator: ",").map { part in
        String(part.filter { $0 != " " }).uppercased()
      }
      let isColor = { (color: String) in
        color.utf8.count == 7 && color.hasPrefix("#") && color.dropFirst().allSatisfy(\.isHexDigit)
      }
      guard colors.count >= 2, colors.allSatisfy(isColor) else { return nil }
      self = .own(colors)
    }

    /// As it was given.
    public var text: String {
      switch self {
      case .named(let name): name.rawValue
      case .own(let colors): colors.joined(separator: ",")
      }
    }
  }

  /// The ground.
  public var look: Look
  /// The colours; `nil`: blue-orange, and greys in print.
  public var colors: Colors?
  /// The family of letters that is asked for first; `nil`: DejaVu Sans, by which texts are measured.
  public var font: String?

  public init(look: Look = .light, colors: Colors? = nil, font: String? = nil) {
    self.look = look
    self.colors = colors
    self.font = font
  }

  /// What is drawn with.
  package var palette: Palette { Palette(look, colors ?? .named(look == .print ? .grey : .blueOrange)) }
}
