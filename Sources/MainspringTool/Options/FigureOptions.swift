import ArgumentParser
import Presentation
import Rendering
import Survey

/// Which figure a picture file holds, and how it is drawn.
struct FigureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The figure of picture files, or list: the names of those that this verb draws. Default: the first of them.",
      valueName: "name"))
  var figure: String?

  @Option(help: "The ground of pictures: light, dark, or print (greys on white). Default: light.")
  var theme: Theme.Look?

  @Option(
    help: ArgumentHelp(
      "Colours: blue-orange, okabe-ito, viridis, grey, or your own as #RRGGBB,#RRGGBB,… Default: blue-orange.",
      valueName: "colours"))
  var palette: String?

  @Option(help: ArgumentHelp("The family of letters that pictures ask for first.", valueName: "family"))
  var font: String?

  @Option(help: "Size of pictures: slide (16:9), column (85 mm) or page (170 mm). Default: as the content asks for.")
  var size: FigureSettings.Size?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Width of pictures in pixels of 1/96 inch; text stays readable.", valueName: "pixels"))
  var width: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Height of pictures in pixels; everything is fitted in.", valueName: "pixels"))
  var height: Double?

  @Option(help: "Intervals in pictures: on or off. Default: on.")
  var whiskers: Switch?

  @Option(help: ArgumentHelp("The title of the figure, in place of its own.", valueName: "text"))
  var figureTitle: String?

  @Option(help: ArgumentHelp("The subtitle.", valueName: "text"))
  var figureSubtitle: String?

  @Option(help: ArgumentHelp("The caption under it.", valueName: "text"))
  var figureCaption: String?

  enum Switch: String, ExpressibleByArgument, CaseIterable {
    case on, off

    static var allValueStrings: [String] { rawValues }
  }

  /// Options nobody was asked for.
  static var plain: FigureOptions {
    // Parsing nothing gives the defaults.
    guard let options = try? parse([]) else { preconditionFailure("every option has a default") }
    return options
  }

  func validate() throws {
    if let palette, Theme.Colors(palette) == nil {
      throw ValidationError("--palette \(palette): \(SettingProblem.palette.advice).")
    }
    try OptionText.check(width, "--width", SettingLimits.pictureSide)
    try OptionText.check(height, "--height", SettingLimits.pictureSide)
    if let font, font.trimmingPrefix(while: { $0 == " " }).isEmpty {
      throw ValidationError("--font: \(SettingProblem.font.advice).")
    }
  }

  /// What was said, and the rest from the study.
  func settings(_ study: FigureSettings = FigureSettings()) -> FigureSettings {
    var settings = FigureSettings()
    settings.name = figure
    settings.look = theme
    settings.colors = palette.flatMap(Theme.Colors.init)
    settings.font = font
    settings.size = size
    settings.width = width
    settings.height = height
    settings.showsWhiskers = whiskers.map { $0 == .on }
    settings.title = figureTitle
    settings.subtitle = figureSubtitle
    settings.caption = figureCaption
    return settings.completed(by: study)
  }

  /// The first option that was given, as it was typed; `nil` without any.
  private var given: String? {
    let words: [(String, String?)] = [
      ("figure", figure), ("theme", theme?.rawValue), ("palette", palette), ("font", font), ("size", size?.rawValue),
      ("width", width.map { "\($0)" }), ("height", height.map { "\($0)" }), ("whiskers", whiskers?.rawValue),
      ("figure-title", figureTitle), ("figure-subtitle", figureSubtitle), ("figure-caption", figureCaption),
    ]
    return words.first { $0.1 != nil }.map { "--\($0.0) \($0.1 ?? "")" }
  }

  /// Lists the figures, or fails when there is none of that name, or no file to hold it.
  func check(verb: String, writesPicture: Bool) throws {
    let contracts = FigureContract.of(verb)
    if let figure {
      if figure == "list" { throw CleanExit.message(FigureContract.list(verb, width: Console.outputWidth)) }
      guard contracts.contains(where: { $0.name == figure }) else {
        throw ValidationError(
          "--figure \(figure): `\(verb)` draws no such figure. Its figures:\n\(FigureContract.list(verb))")
      }
    }
    guard writesPicture || given == nil else {
      throw ValidationError(
        "\(given ?? ""): name a picture file too, such as --output \(figure ?? contracts.first?.name ?? verb).png.")
    }
  }
}
