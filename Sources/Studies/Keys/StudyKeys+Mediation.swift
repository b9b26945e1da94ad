import Insight
import Survey
import SurveyFiles

extension StudyKeys {
  /// What carries the effects of drivers.
  static let mediation = StudyKey.object(
    "mediation",
    [
      .texts("through", \.settings.mediation.through), .flag("serial", \.settings.mediation.isSerial),
      .texts("ordinal", \.settings.mediation.ordinal), .text("moderator", \.settings.mediation.moderator),
      StudyKey("moderates", .list(.words(of: MediationAnalysis.Stage.self))) {
        $1.settings.mediation.moderates = try $0.list().map { try $0.word(MediationAnalysis.Stage.self) }
      } write: {
        SettingValue.texts($0.settings.mediation.moderates.map(\.rawValue))
      },
      .word("inference", \.settings.mediation.inference),
    ]
  ).documented(
    "`{through: [satisfaction], serial: false, ordinal: [grade], moderator: segment, moderates: [first, second, direct], inference: bootstrap}`: what carries the effects of the drivers, constructs or columns; `serial`: each acts on those behind it; `ordinal` names outcomes of ordered answers, on whose chances effects are told; `moderates` says which parts of the way the moderator changes (all unless it is given); `inference` is `bootstrap`, `monte-carlo` or `delta`",
    options: ["through", "serial", "ordinal", "moderator", "moderates", "inference"], verbs: [.mediate])
}
