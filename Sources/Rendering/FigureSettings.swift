/// How a figure is drawn: which one, in what theme and size, with what words. What is `nil` was not said.
public struct FigureSettings: Sendable, Equatable {
  /// Sizes by name.
  public enum Size: String, Sendable, CaseIterable {
    /// 1280 by 720 pixels, 16:9: what a slide holds.
    case slide
    /// A column of a paper: 85 mm, as high as it needs.
    case column
    /// The width of a paper's page: 170 mm.
    case page
  }

  /// The figure of the document by its name; `nil`: the verb's main figure.
  public var name: String?
  /// The ground.
  public var look: Theme.Look?
  /// The colours.
  public var colors: Theme.Colors?
  /// The family of letters.
  public var font: String?
  /// A size by name; `width` and `height` go before it.
  public var size: Size?
  /// Of the picture, in pixels of 1/96 inch.
  public var width: Double?
  /// The same.
  public var height: Double?
  /// Whether intervals are drawn; `nil`: they are.
  public var showsWhiskers: Bool?
  /// In place of the figure's own; empty: none.
  public var title: String?
  /// The same.
  public var subtitle: String?
  /// The same.
  public var caption: String?

  public init() {}

  /// The least and greatest width and height that can be drawn.
  public static let sides = 240.0...8000.0

  /// How it is drawn.
  public var theme: Theme { Theme(look: look ?? .light, colors: colors, font: font) }

  /// What was said here, and the rest from there.
  public func completed(by other: FigureSettings) -> FigureSettings {
    var copy = self
    copy.name = name ?? other.name
    copy.look = look ?? other.look
    copy.colors = colors ?? other.colors
    copy.font = font ?? other.font
    // A named size of a run goes before the numbers of a study.
    if size == nil, width == nil, height == nil {
      (copy.size, copy.width, copy.height) = (other.size, other.width, other.height)
    }
    copy.showsWhiskers = showsWhiskers ?? other.showsWhiskers
    copy.title = title ?? other.title
    copy.subtitle = subtitle ?? other.subtitle
    copy.caption = caption ?? other.caption
    return copy
  }

  /// Width and height in pixels; `nil`: as the content asks for.
  var page: (width: Double?, height: Double?) {
    let named: (width: Double?, height: Double?) =
      switch size {
      case .slide: (1280, 720)
      case .column: (321, nil)
      case .page: (643, nil)
      case nil: (nil, nil)
      }
    return (width ?? named.width, height ?? named.height)
  }

  /// The figure with the words and without the whiskers that are asked for.
  func applied(to figure: Figure) -> Figure {
    var copy = figure
    if showsWhiskers == false { copy = copy.withoutIntervals() }
    if let title { copy.title = title }
    if let subtitle { copy.subtitle = subtitle }
    if let caption {
      copy.caption = caption
      copy.intervals = ""
    }
    return copy
  }
}
