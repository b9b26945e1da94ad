import Rendering
import Survey
import SurveyFiles

extension StudyKeys {
  /// How pictures are drawn: no number of a result depends on it, so that no result records it.
  static let ofFigure = StudyKey.object(
    "figure",
    [
      .word("theme", \.settings.figure.look),
      StudyKey("palette", .text) { value, study in
        let text = try value.text()
        guard let colors = Theme.Colors(text) else {
          throw value.fault("\(value.name) is '\(text)': \(SettingProblem.palette.advice)")
        }
        study.settings.figure.colors = colors
      } write: {
        ($0.settings.figure.colors?.text).map(SettingValue.text)
      },
      .text("font", \.settings.figure.font), .word("size", \.settings.figure.size),
      .number("width", \.settings.figure.width, SettingLimits.pictureSide),
      .number("height", \.settings.figure.height, SettingLimits.pictureSide),
      .flag("whiskers", \.settings.figure.showsWhiskers),
    ]
  ).documented(
    "`{theme: dark, palette: okabe-ito, font: Arial, size: slide, width: 1200, height: 800, whiskers: false}`: how pictures are drawn; theme is `light`, `dark` or `print`, palette `blue-orange`, `okabe-ito`, `viridis`, `grey` or colours such as `'#15487A,#B4510B'`, size `slide`, `column` or `page`",
    options: ["theme", "palette", "font", "size", "width", "height", "whiskers"], verbs: [])
}
