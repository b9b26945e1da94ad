import Insight
import Measures
import Regression
import Resampling
import Studies
import Survey
import SurveyFiles
import Testing

/// What a result records of a study is the study again.
@Suite struct StudyKeysTests {
  /// A study with every key of a file.
  static let fullText =
    StudyFileTests.example + """

      n: 250
      diagonal: variances
      decimal_comma: true
      header_rows: 2
      encoding: windows-1252
      sheet: Answers
      levels: {'q1:q9': [Bad, 'So, so', 'Good: very'], city: [small, large]}
      derive: {promoter: 'top2(recommend)', quality: 'mean(pq1:pq3, answered=2)', turned: reverse(pq4), areas: dummies(region), z: 'standardize(age, unweighted)', ages: 'recode(age, 18:34, 99 = 1, else = 2)'}
      categorical: [region]
      reference: {region: north}
      terms: ["x1:x2", "x1^2"]
      auxiliary: [age, tenure]
      through: [satisfaction, age]
      blocks: {first: [x1], second: ["x*"]}
      imputations: 40
      imputation_methods: [pmm, 'age=normal']
      impute_resamples: true
      permutations: 1000
      folds: 5
      diagnostics: true
      correlation: mixed
      score_method: bartlett
      correct: reliability
      reliability: {recommend: 0.8, repurchase: 1}
      share_interval: score
      language: sv
      figure: {theme: dark, palette: '#15487A,#B4510B', font: Arial, size: slide, width: 1200, height: 800, whiskers: false}
      min_cell: 10
      factor: {factors: 3, extraction: principal-axis, rotation: promax-spss, cut: 0.4, scores: ten-berge}
      model: 'satisfaction ~ product_quality; recommend ~ satisfaction'
      sem: {estimator: mlr, information: observed, ordinal: [sat1, sat2], continuous: [spend], equal: [loadings, intercepts], unit_variances: true, orthogonal: true, means: true, invariance: true, inference: monte-carlo, bollen_stine: 500}
      mediation: {through: [satisfaction], serial: true, ordinal: [grade], moderator: region, moderates: [first, direct], inference: monte-carlo}
      fpc: shops
      lonely: average
      replicate_weights: ["rw*"]
      replicate_type: fay=0.5
      replicate_scale: 0.25
      replicate_rscales: [1, 0.5]
      replicate_mse: true
      rake: {margins: {gender: {female: 0.51, male: 0.49}, 'age:region': {'young:north': 0.1, 'old:south': 0.9}}, table: margins.csv, method: logit, bounds: [0.3, 3], trim: [0.2, 5]}
      """

  /// Everything that only options say.
  private static func full() throws -> Study {
    var study = try StudyFile.parse(fullText, file: "full.yaml")
    study.specification.data = nil
    study.source = nil
    study.specification.drivers = ["product_quality", "x1:x3"]
    study.specification.otherOutcomes = ["sat1"]
    study.specification.chosenWave = "2"
    study.specification.populationSize = "shops"
    study.specification.lonely = .average
    study.settings.separator = .semicolon
    study.settings.decimal = .comma
    study.settings.keepsNoRows = true
    study.settings.variables = ["pq*", "'odd, name'"]
    study.settings.namedConstructs = [.init(name: "staff", items: ["sc1:sc4"])]
    study.settings.correlate.method = .kendall
    study.settings.correlate.adjustment = .bh
    study.settings.correlate.given = ["age"]
    study.settings.correlate.ordinal = ["a"]
    study.settings.correlate.continuous = ["b"]
    study.settings.correlate.order = .clusters
    study.settings.factor.isNormalized = false
    study.settings.factor.gamma = -0.5
    study.settings.factor.kappa = 3
    study.settings.factor.delta = 0.02
    study.settings.factor.starts = 7
    study.settings.factor.parallel = 40
    study.settings.factor.isSorted = true
    study.settings.table = "importance"
    return study
  }

  @Test("two stages are a text or a list") func stages() throws {
    for (text, cluster) in [
      ("cluster: 'shop,visit'", "shop,visit"), ("cluster: [shop, visit]", "shop,visit"),
      ("cluster: [shop, 'by day, once']", "shop,'by day, once'"), ("cluster: 12", "12"),
    ] {
      #expect(try StudyFile.parse(text, file: "s.yaml").specification.cluster == cluster)
    }
    #expect(throws: (any Error).self) { try StudyFile.parse("cluster: {a: b}", file: "s.yaml") }
  }

  @Test("a study is read again from what is recorded of it") func roundTrip() throws {
    let study = try Self.full()
    let entries = StudyKeys.all.compactMap { key in key.write(study).map { SettingValue.Entry(key.name, $0) } }
    let silent = StudyKeys.all.map(\.name).filter { name in !entries.contains { $0.key == name } }
    // The place of the data is not a setting.
    #expect(silent == ["data"])
    let json = "{\"settings\": \(Self.json(.mapping(entries)))}"
    let settings = try #require(try JSONFile.parse(json, file: "r.json", keys: ["settings"])["settings"])
    let again = try StudyKeys.read(settings, StudyKeys.all)
    #expect(again.specification == study.specification)
    #expect(again.settings == study.settings)
  }

  @Test("a verb records what shapes its own result", arguments: Verb.allCases) func verbs(_ verb: Verb) throws {
    let keys = Set(StudyKeys.recorded(try Self.full(), for: verb).map(\.key))
    #expect(keys.isSuperset(of: ["scale", "missing", "weights", "confidence", "where", "by", "language", "table"]))
    #expect(keys.contains("methods") == (verb == .drivers || verb == .ipa))
    #expect(keys.contains("bootstrap") == (verb != .describe && verb != .missing && verb != .rake))
    #expect(keys.contains("factor") == (verb == .factor) && keys.contains("factoring") == (verb == .factor))
    #expect(keys.contains("permutations") == (verb == .drivers))
    #expect(keys.contains("correlate") == (verb == .correlate))
    #expect(keys.contains("named_constructs") == (verb == .reliability))
    #expect(keys.contains("mediation") == (verb == .mediate))
    #expect(keys.contains("sem") == (verb == .sem) && keys.contains("model") == (verb == .sem))
  }

  @Test("keys of one run are none of a study file") func ofRun() {
    for key in StudyKeys.all where !key.isInStudy {
      #expect(throws: SyntaxFault.self) { try StudyFile.parse("\(key.name): x", file: "s.yaml") }
    }
  }

  @Test("what keys are said to look like fits a study with every key, and what they record") func shapes() throws {
    let fields = try YAMLFile.parse(Self.fullText, file: "full.yaml").entries()
    for key in StudyKeys.ofStudy { #expect(key.shape != .anything, "\(key.name)") }
    for (name, value) in fields {
      let key = try #require(StudyKeys.ofStudy.first { $0.name == name })
      #expect(Self.fits(value, key.shape), "\(name)")
    }
    let study = try Self.full()
    for key in StudyKeys.all {
      guard let recorded = key.write(study) else { continue }
      let json = "{\"value\": \(Self.json(recorded))}"
      let value = try #require(try JSONFile.parse(json, file: "r.json", keys: ["value"])["value"])
      #expect(Self.fits(value, key.shape), "\(key.name)")
    }
  }

  private static func fits(_ value: YAMLValue, _ shape: KeyShape) -> Bool {
    if value.isNothing { return true }
    switch shape {
    case .anything: return true
    case .text: return (try? value.text()) != nil
    case .number: return (try? value.number()) != nil
    case .count: return (try? value.count(atLeast: 0)) != nil
    case .seed: return (try? value.seed()) != nil
    case .flag: return (try? value.flag()) != nil
    case .word(let words): return (try? value.word(of: words)) != nil
    case .scale: return (try? value.scale()) != nil
    case .list(let element):
      guard let list = try? value.list() else { return fits(value, element) }
      return list.allSatisfy { fits($0, element) }
    case .mapping(let element): return (try? value.entries())?.allSatisfy { fits($0.value, element) } ?? false
    case .object(let fields):
      guard let entries = try? value.entries() else { return false }
      let names = Set(entries.map(\.key))
      return fields.allSatisfy { !$0.isRequired || names.contains($0.name) }
        && entries.allSatisfy { entry in
          fields.first { $0.name == entry.key }.map { fits(entry.value, $0.shape) } ?? false
        }
    case .either(let shapes): return shapes.contains { fits(value, $0) }
    }
  }

  private static func json(_ value: SettingValue) -> String {
    switch value {
    case .text(let text): "\"\(text)\""
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .flag(let flag): "\(flag)"
    case .list(let values): "[" + values.map(json).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\"\($0.key)\": \(json($0.value))" }.joined(separator: ", ") + "}"
    }
  }
}

/// A specification says what it needs of the data.
@Suite struct DataNeedTests {
  @Test("drivers can be summed unless something looks at rows") func drivers() {
    let plain = DriverAnalysis()
    #expect(plain.need == .sums)
    #expect(DriverAnalysis(errors: .classical).need == .sums && DriverAnalysis(errors: .bootstrap).need == .sums)
    let summed: [LinearRegression.ErrorKind] = [.classical, .bootstrap, .jackknife]
    for kind in summed { #expect(DriverAnalysis(errors: kind).need == .sums) }
    for kind in LinearRegression.ErrorKind.allCases where !summed.contains(kind) {
      #expect(DriverAnalysis(errors: kind).need == .rows)
    }
    #expect(DriverAnalysis(permutations: 100).need == .rows && DriverAnalysis(folds: 5).need == .rows)
    #expect(DriverAnalysis(folds: 0).need == .sums && DriverAnalysis(diagnostics: true).need == .rows)
    #expect(DriverAnalysis(correlation: .spearman).need == .rows)
    #expect(DriverAnalysis(scoring: ConstructScoring(scores: .bartlett)).need == .rows)
    #expect(DriverAnalysis(scoring: ConstructScoring(correctsReliability: true)).need == .rows)
  }

  @Test("correlations of product moments alone can be summed") func correlations() {
    for method in CorrelationMethod.allCases {
      let needed: DataNeed =
        method == .pearson || method == .partial ? .sums : method == .polyserial ? .rows : .tables
      #expect(CorrelationAnalysis(method: method).need == needed)
    }
  }
}
