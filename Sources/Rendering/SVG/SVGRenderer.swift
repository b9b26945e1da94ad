import Languages

/// A figure as SVG 1.1: for a page, a slide, or a browser; PNG and PDF are made from it.
///
/// The same figure is the same bytes: numbers have two decimals, nothing depends on time or machine. Texts never touch
/// each other; `layout(of:_:)` gives their rectangles, and the SVG is written from that layout.
public enum SVGRenderer {
  /// The picture as one SVG element, its text as text.
  public static func render(_ figure: Figure, _ settings: FigureSettings = FigureSettings()) -> String {
    let shown = settings.applied(to: figure)
    let drawing = layout(of: figure, settings)
    let page = settings.page
    let width = page.width ?? page.height.map { $0 * drawing.width / drawing.height } ?? drawing.width
    let height = page.height ?? width * drawing.height / drawing.width
    return SVGWriter.write(
      drawing, size: (width, page.width == nil && page.height == nil ? drawing.height : height), title: shown.title,
      description: shown.words, font: settings.font)
  }

  /// The places of everything on the picture, before it is brought to its size.
  package static func layout(of figure: Figure, _ settings: FigureSettings = FigureSettings()) -> Drawing {
    let page = PageLayout(figure: settings.applied(to: figure), palette: settings.theme.palette)
    switch settings.page {
    case (nil, nil), (nil, _?): return page.natural()
    case (let width?, nil): return page.fitted(width: width)
    case (let width?, let height?): return page.fitted(width: width, height: height)
    }
  }
}

extension Figure {
  /// What stands under the panels.
  var captionAndIntervals: String { [caption, intervals].filter { !$0.isEmpty }.joined(separator: " ") }

  /// What a reader who does not see the picture is told first.
  var words: String {
    ([subtitle] + panels.flatMap { [$0.title, $0.relations] } + [captionAndIntervals]).filter { !$0.isEmpty }.joined(
      separator: ". ")
  }
}
