import Importance
package import Insight
import Languages
import Measures
import Structural
import Survey
import SurveyFiles

extension StudyKeys {
  /// How the study is analysed, and of whom.
  static let ofAnalysis: [StudyKey] = [
    StudyKey.object(
      "bootstrap",
      [
        .count("replicates", \.settings.bootstrap.replicates, SettingLimits.replicates),
        StudyKey("seed", .seed) {
          $1.settings.bootstrap.seed = try $0.seed()
        } write: {
          $0.settings.bootstrap.seed.map { seed in Int(exactly: seed).map(SettingValue.integer) ?? .text("\(seed)") }
        },
        .word("interval", \.settings.bootstrap.interval),
      ]
    ).documented(
      "`{replicates: 1000, seed: 1, interval: percentile}`; interval is `percentile`, `basic` or `bca`",
      options: ["bootstrap", "seed", "interval"], verbs: .resampling),
    StudyKey.count("imputations", \.settings.imputations, SettingLimits.imputations).documented(
      "how often missing answers are drawn with `missing: impute`; without it 20 times, or as often as a pilot of 20 asks for (von Hippel's rule)",
      options: ["imputations"], verbs: [.drivers, .ipa, .impute, .sem]),
    StudyKey.texts("imputation_methods", \.settings.imputationMethods).documented(
      "how they are drawn: `[pmm]` (predictive mean matching, the default for numbers), `normal`, `ordinal` (proportional odds) or `logit` (two values), for all or as `age=normal` for one column",
      options: ["imputation-methods"], verbs: [.drivers, .ipa, .impute, .sem]),
    StudyKey.flag("impute_resamples", \.settings.imputesResamples).documented(
      "`true`: with `missing: impute` intervals come from resamples of the incomplete respondents, each imputed anew: slow, and right where the models of the imputation are not those of the analysis",
      options: ["impute-resamples"], verbs: [.drivers, .ipa]),
    StudyKey.count("permutations", \.settings.permutations, SettingLimits.permutations).documented(
      "exchanges of each driver's rows for its permutation test; 0 is none", options: ["permutations"],
      verbs: [.drivers]),
    StudyKey.count("folds", \.settings.folds, SettingLimits.folds).documented(
      "folds of the cross-validated R²; 0 switches it off", options: ["folds"], verbs: [.drivers]),
    StudyKey.flag("diagnostics", \.settings.diagnostics).documented(
      "`true`: tests of the model, influence of single rows, collinearity", options: ["diagnostics"],
      verbs: [.drivers]),
    StudyKey.number("confidence", \.settings.confidence, SettingLimits.confidence).documented(
      "coverage of every interval", options: ["confidence"]),
    StudyKey.flag("decimal_comma", \.settings.usesDecimalComma).documented(
      "`true`: numbers for people have a decimal comma, and CSV has semicolons between its fields",
      options: ["decimal-comma"]),
    StudyKey.word("share_interval", \.settings.shareInterval).documented(
      "`adjusted`, `wald` or `score`: intervals of net promoter scores and shares; under weights and designs they are linearised",
      options: ["share-interval"], verbs: [.describe]),
    StudyKey.word("errors", \.settings.errors).documented(
      "`classical`, `hc0` … `hc4`, `cluster`, `design`, `jackknife` or `bootstrap`", options: ["errors"],
      verbs: [.drivers, .ipa, .mediate]),
    StudyKey.word("correlation", \.settings.correlation).documented(
      "`pearson`, `spearman`, `kendall`, `polychoric` or `mixed`: what `drivers`, `ipa`, `factor` and `sem` start from (`sem`: `pearson` is covariances)",
      options: ["correlation"], verbs: [.drivers, .ipa, .factor, .sem]),
    StudyKey.word("score_method", \.settings.scoreMethod).documented(
      "`mean`, `regression` or `bartlett`: how `drivers` and `ipa` score constructs", options: ["score-method"],
      verbs: .ofDrivers),
    StudyKey.word("correct", \.settings.correction).documented(
      "`reliability` or `cfa`: importance without the error of measurement, by reliabilities or on the covariances of the constructs in a factor model of all their items",
      options: ["correct", "model"], verbs: .ofDrivers),
    StudyKey("reliability", .mapping(.number)) { value, study in
      for (name, value) in try value.entries() {
        study.settings.reliabilities[name] = try value.number(SettingLimits.reliability)
      }
    } write: { study in
      .present(study.settings.reliabilities.sorted { $0.key < $1.key }.map { ($0.key, .numeric($0.value)) })
    }.documented("`{recommend: 0.8}`: reliabilities that are known", options: ["reliability"], verbs: .ofDrivers),
    StudyKey("methods", .list(.methods), read: readMethods) { SettingValue.texts($0.settings.methods.map(\.name)) }
      .documented(
        "importance methods; `mainspring explain` lists them", options: ["methods"], verbs: .ofDrivers),
    StudyKey("crosshair", .crosshair, read: readCrosshair) { $0.settings.crosshair?.recorded }
      .documented("`mean`, `median`, `scale` or `[70, 0.25]`", options: ["crosshair"], verbs: .ofDrivers),
    StudyKey.object(
      "factor",
      [
        StudyKey("factors", .either([.word(["auto"]), .count]), read: readFactors) {
          $0.settings.factor.factors?.recorded
        },
        .word("extraction", \.settings.factor.extraction), .word("rotation", \.settings.factor.rotation),
        .number("cut", \.settings.factor.cut, SettingLimits.cut), .word("scores", \.settings.factor.scores),
      ]
    ).documented(
      "`{factors: auto, extraction: minres, rotation: oblimin, cut: 0.3, scores: regression}`",
      options: ["factors", "extraction", "rotation", "cut", "score-method"], verbs: [.factor]),
    StudyKey.text("model", \.settings.structural.model).documented(
      "constructs and paths in lavaan's syntax, such as `satisfaction ~ product_quality; recommend ~ satisfaction`, or a file that holds them, beside the study; constructs of the study need no indicators in it",
      options: ["model"], verbs: [.sem]),
    StudyKey.object(
      "sem",
      [
        .word("estimator", \.settings.structural.estimator), .word("information", \.settings.structural.information),
        StudyKey("equal", .list(.words(of: StructuralModel.Invariance.self))) {
          $1.settings.structural.equal = try $0.list().map { try $0.word(StructuralModel.Invariance.self) }
        } write: {
          SettingValue.texts($0.settings.structural.equal.map(\.rawValue))
        },
        .texts("ordinal", \.settings.structural.ordinal), .texts("continuous", \.settings.structural.continuous),
        .flag("unit_variances", \.settings.structural.hasUnitVariances),
        .flag("orthogonal", \.settings.structural.isOrthogonal), .flag("means", \.settings.structural.hasMeans),
        .flag("invariance", \.settings.structural.testsInvariance),
        .word("inference", \.settings.structural.inference),
        .count("bollen_stine", \.settings.structural.bollenStine, SettingLimits.replicates),
      ]
    ).documented(
      "`{estimator: ml, information: expected, ordinal: [sat1], continuous: [spend], equal: [loadings, intercepts, residuals], unit_variances: false, orthogonal: false, means: false, invariance: false, inference: delta, bollen_stine: 1000}`: how a model is estimated; estimator is `ml`, `mlm`, `mlmv`, `mlr`, `uls`, `gls` or `wlsmv`, which takes variables for ordered answers or for measured as `ordinal` and `continuous` say; `equal` says what is the same in all groups of `by`; `inference` of effects is `delta`, `bootstrap` or `monte-carlo`; `bollen_stine` says how many resamples test χ²",
      options: [
        "estimator", "information", "ordinal", "continuous", "equal", "unit-variances", "orthogonal", "means",
        "invariance", "inference", "bollen-stine",
      ],
      verbs: [.sem]),
    mediation,
    StudyKey.count("min_cell", \.settings.smallestCell, SettingLimits.smallestCell).documented(
      "respondents that a count in a `report` must have to be told; `5` unless another is given",
      options: ["min-cell"], verbs: []),
    StudyKey("where", .text, read: readCondition) { $0.specification.condition.map(SettingValue.text) }
      .documented("a condition on rows", options: ["where"]),
    StudyKey.texts("by", \.specification.by).documented(
      "columns whose values are analysed apart", options: ["by"]),
    StudyKey("language", .word(Language.codes + ["no"]), read: readLanguage) {
      $0.settings.language.map { .text($0.rawValue) }
    }
    .documented("`en`, `nl`, `nb`, `sv` or `de`: the language of documents", options: ["language"]),
  ]

  @Sendable private static func readLanguage(_ value: YAMLValue, _ study: inout Study) throws {
    let code = try value.text()
    guard let language = Language(code: code) else {
      throw value.fault(
        "there is no language '\(code)'", "There are: \(Language.codes.joined(separator: ", ")).")
    }
    study.settings.language = language
  }

  @Sendable private static func readMethods(_ value: YAMLValue, _ study: inout Study) throws {
    do {
      study.settings.methods = try ImportancePerformance.Importance.named(value.texts().flatMap(Selection.split))
    } catch let unknown as ImportancePerformance.Importance.Unknown {
      throw value.fault(
        "there is no method '\(unknown.name)'",
        unknown.nearest.map { "Did you mean '\($0)'?" } ?? "There are: \(unknown.names.joined(separator: ", ")).")
    }
  }

  @Sendable private static func readCrosshair(_ value: YAMLValue, _ study: inout Study) throws {
    let text = value.isList ? try value.texts().joined(separator: ",") : try value.text()
    if let problem = SettingLimits.crosshair(text) { throw value.fault("'crosshair' is '\(text)': \(problem.advice)") }
    study.settings.crosshair = CrosshairRule(text)
  }

  @Sendable private static func readFactors(_ value: YAMLValue, _ study: inout Study) throws {
    let text = try value.text()
    guard let count = FactorSettings.Count(text) else {
      throw value.fault("\(value.name) is '\(text)': \(SettingProblem.factors.advice)")
    }
    study.settings.factor.factors = count
  }

  @Sendable private static func readCondition(_ value: YAMLValue, _ study: inout Study) throws {
    let text = try value.text()
    do {
      _ = try RowCondition(text)
    } catch SyntaxFault.expression(_, let position, let problem, let suggestion) {
      throw value.fault("in the condition, at character \(position): \(problem)", suggestion)
    }
    study.specification.condition = text
  }
}

extension ImportancePerformance.Importance {
  /// A name that is no measure's.
  package struct Unknown: Error {
    package var name: String
    package var nearest: String?
    package var names: [String]
  }

  /// The measures of these names, each once; `all` stands for every derived one.
  package static func named(_ names: [String]) throws(Unknown) -> [Self] {
    var chosen: [Self] = []
    for name in names {
      let meant: [Self]
      if name == "all" {
        meant = ImportanceMethod.allCases.map { .derived($0) }
      } else if name == Self.stated.name {
        meant = [.stated]
      } else if let method = ImportanceMethod(rawValue: name) {
        meant = [.derived(method)]
      } else {
        let known = ImportanceMethod.allCases.map(\.rawValue) + [Self.stated.name, "all"]
        throw Unknown(name: name, nearest: Spelling.nearest(to: name, among: known, limit: 1).first, names: known)
      }
      chosen += meant.filter { !chosen.contains($0) }
    }
    return chosen
  }
}

extension CrosshairRule {
  /// `mean`, `median`, `scale`, or performance and importance with a comma; `nil` for anything else.
  package init?(_ text: String) {
    switch text {
    case "mean": self = .mean
    case "median": self = .median
    case "scale": self = .scale
    default:
      guard let (performance, importance) = SettingLimits.crosshairNumbers(text) else { return nil }
      self = .given(performance: performance, importance: importance)
    }
  }

  var recorded: SettingValue {
    guard case .given(let performance, let importance) = self else { return .text(name) }
    return .list([.numeric(performance), .numeric(importance)])
  }
}

extension FactorSettings.Count {
  var recorded: SettingValue {
    switch self {
    case .auto: .text("auto")
    case .number(let number): .integer(number)
    }
  }
}
