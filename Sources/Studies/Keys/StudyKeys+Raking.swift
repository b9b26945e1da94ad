import Survey
import SurveyFiles

extension StudyKeys {
  /// What weights are made to add up to.
  static let rake = StudyKey.object(
    "rake",
    [
      StudyKey("margins", .mapping(.mapping(.number))) { value, study in
        study.raking.margins = try value.entries().map { title, cells in
          RakingSpecification.Margin(
            variables: RakingSpecification.parts(title),
            targets: try cells.entries().map { cell, target in
              .init(cell: RakingSpecification.parts(cell), value: try target.number())
            })
        }
      } write: { study in
        .present(
          (study.specification.raking?.margins ?? []).map { margin in
            (
              RakingSpecification.title(margin.variables),
              .present(margin.targets.map { (RakingSpecification.title($0.cell), .numeric($0.value)) })
            )
          })
      },
      .text("table", \.raking.table), .word("method", \.raking.method),
      StudyKey("bounds", .list(.number)) {
        $1.raking.bounds = try $0.numbers()
      } write: {
        $0.specification.raking?.bounds.map { .list($0.map(SettingValue.numeric)) }
      },
      StudyKey("trim", .list(.number)) {
        $1.raking.trim = try $0.numbers()
      } write: {
        $0.specification.raking?.trim.map { .list($0.map(SettingValue.numeric)) }
      },
    ]
  ).documented(
    "`{margins: {gender: {female: 0.51, male: 0.49}, 'age:region': {'young:north': 0.1, …}}, trim: [0.2, 5]}`: weights are brought to these shares, percentages or counts of the population, and every verb uses them; `table` names a file of margins (margin, category, target), `method` is `raking`, `linear` or `logit`, `bounds` limit the ratio of a weight to the one before, `trim` the weights in mean weights",
    options: ["margins", "margins-table", "method", "bounds", "trim"])
}

extension Study {
  /// What is said of raking; made where something is.
  fileprivate var raking: RakingSpecification {
    get { specification.raking ?? RakingSpecification() }
    set { specification.raking = newValue }
  }
}
