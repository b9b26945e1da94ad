import Foundation
import Studies
import TestSupport
import Testing

/// An option and the key of a study are one setting: what the option says stands in `run` as the key would have it, for every option
/// of every verb. That an option fills the very field that its key reads is seen here, since neither goes through the other: options are
/// typed from the command line on, keys from the file on.
@Suite struct OptionTests {
  /// An option with a value, and what a result records for it; of some verbs, or (`nil`) of all that have it.
  struct Given: Sendable, CustomTestStringConvertible {
    var words: [String]
    var recorded: String
    var verbs: Set<Verb>?
    var source: String?

    init(_ words: [String], _ recorded: String, of verbs: Set<Verb>? = nil, source: String? = nil) {
      (self.words, self.recorded, self.verbs, self.source) = (words, recorded, verbs, source)
    }

    var option: String { String(words[0].dropFirst(2)) }
    var testDescription: String { words.joined(separator: " ") }
  }

  private static let replicates = ["--replicate-type", "jk1", "--weights", "weight"]

  private static let data = [
    Given(["--where", "wave = 2"], #"{"where": "wave = 2"}"#),
    Given(["--by", "segment"], #"{"by": ["segment"]}"#, of: Set(Verb.allCases).subtracting([.rake])),
    Given(["--wave", "1"], #"{"chosen_wave": "1"}"#, source: "webshop.yaml"),
    Given(["--missing-codes", "9,-99:-1"], #"{"missing": {"codes": ["9", "-99:-1"]}}"#),
    Given(["--missing", "listwise"], #"{"missing": {"treatment": "listwise"}}"#),
    Given(["--scale", "9:1"], #"{"scale": [9, 1]}"#),
    Given(["--scale", "pq1=0:9"], #"{"variables": {"pq1": {"scale": [0, 9]}}}"#),
    Given(["--categorical", "wave,segment"], #"{"categorical": ["wave", "segment"]}"#),
    Given(
      ["--weights", "weight"], #"{"weights": {"variable": "weight", "kind": "sampling"}}"#),
    Given(
      ["--weights-kind", "precision", "--weights", "weight"], #"{"weights": {"kind": "precision"}}"#,
      of: Set(Verb.allCases).subtracting([.impute, .rake, .sem])),
    Given(
      ["--weights-kind", "sampling", "--weights", "weight"], #"{"weights": {"kind": "sampling"}}"#,
      of: [.impute, .rake, .sem]),
    Given(["--strata", "segment"], #"{"strata": "segment"}"#), Given(["--cluster", "team"], #"{"cluster": "team"}"#),
    Given(["--fpc", "share", "--strata", "segment"], #"{"fpc": "share"}"#),
    Given(["--cluster", "segment,team"], #"{"cluster": "segment,team"}"#),
    Given(["--lonely", "adjust"], #"{"lonely": "adjust"}"#),
    Given(["--replicate-weights", "rw*"] + replicates, #"{"replicate_weights": ["rw*"]}"#),
    Given(
      ["--replicate-type", "fay=0.3", "--replicate-weights", "rw*", "--weights", "weight"],
      #"{"replicate_type": "fay=0.3"}"#),
    Given(
      ["--replicate-scale", "0.25", "--replicate-weights", "rw*"] + replicates, #"{"replicate_scale": 0.25}"#),
    Given(
      ["--replicate-rscales", "1,0.5", "--replicate-weights", "rw*"] + replicates, #"{"replicate_rscales": [1, 0.5]}"#),
    Given(["--replicate-mse", "--replicate-weights", "rw*"] + replicates, #"{"replicate_mse": true}"#),
    Given(["--separator", "comma"], #"{"separator": "comma"}"#),
    Given(["--decimal", "point"], #"{"decimal": "point"}"#), Given(["--header-rows", "1"], #"{"header_rows": 1}"#),
    Given(["--derive", "low=bottom2(pq1, 1:9)"], #"{"derive": {"low": "bottom2(pq1, 1:9)"}}"#),
    Given(["--share-interval", "score"], #"{"share_interval": "score"}"#),
    Given(["--sheet", "2"], #"{"sheet": "2"}"#),
    Given(["--levels", "segment=new,returning"], #"{"levels": {"segment": ["new", "returning"]}}"#),
    Given(["--encoding", "utf-8"], #"{"encoding": "utf-8"}"#),
    Given(["--n", "250", "--diagonal", "reliability", "--scale", "1:7"], #"{"n": 250}"#, source: "m.csv"),
    Given(
      ["--diagonal", "reliability", "--n", "250", "--scale", "1:7"], #"{"diagonal": "reliability"}"#, source: "m.csv"),
    Given(["--language", "no"], #"{"language": "nb"}"#),
    Given(["--table", "TABLE"], #"{"table": "TABLE"}"#), Given(["--confidence", "0.9"], #"{"confidence": 0.9}"#),
    Given(["--decimal-comma"], #"{"decimal_comma": true}"#),
    Given(["--bootstrap", "50"], #"{"bootstrap": {"replicates": 50}}"#),
    Given(["--interval", "basic"], #"{"bootstrap": {"interval": "basic"}}"#),
    Given(["--seed", "7"], #"{"bootstrap": {"seed": 7}}"#),
  ]

  private static let drivers = [
    Given(["--outcome", "repurchase,recommend"], #"{"outcomes": ["repurchase", "recommend"]}"#),
    Given(["--drivers", "pq1:pq3,sc1"], #"{"drivers": ["pq1:pq3", "sc1"]}"#, of: [.drivers, .ipa, .mediate]),
    Given(["--group", "a=pq1,pq2"], #"{"groups": {"a": ["pq1", "pq2"]}}"#, of: [.drivers, .ipa]),
    Given(["--terms", "pq1:pq2,pq1^2"], #"{"terms": ["pq1:pq2", "pq1^2"]}"#),
    Given(["--reference", "segment=new", "--always", "segment"], #"{"reference": {"segment": "new"}}"#),
    Given(["--always", "wave,sat1"], #"{"always": ["wave", "sat1"]}"#, of: [.drivers, .ipa]),
    Given(["--always", "wave,sat3"], #"{"always": ["wave", "sat3"]}"#, of: [.mediate]),
    Given(
      ["--auxiliary", "wave,sat1", "--missing", "em"], #"{"auxiliary": ["wave", "sat1"]}"#,
      of: [.drivers, .ipa, .correlate, .factor, .reliability, .sem]),
    Given(["--imputations", "5", "--missing", "impute"], #"{"imputations": 5}"#, of: [.drivers, .ipa, .impute]),
    Given(["--imputations", "5", "--missing", "impute", "--bootstrap", "0"], #"{"imputations": 5}"#, of: [.sem]),
    Given(
      ["--imputation-methods", "normal", "--missing", "impute", "--imputations", "5", "--bootstrap", "0"],
      #"{"imputation_methods": ["normal"]}"#, of: [.sem]),
    Given(
      ["--imputation-methods", "pmm,pq1=ordinal", "--missing", "impute", "--imputations", "5"],
      #"{"imputation_methods": ["pmm", "pq1=ordinal"]}"#, of: [.drivers, .ipa, .impute]),
    Given(
      ["--impute-resamples", "--missing", "impute", "--imputations", "5"],
      #"{"impute_resamples": true}"#, of: [.drivers, .ipa]),
    Given(["--players", "groups"], #"{"players": "groups"}"#, of: [.drivers, .ipa]),
    Given(
      ["--score-method", "regression"], #"{"score_method": "regression"}"#, of: [.drivers, .ipa], source: "webshop.yaml"
    ),
    Given(["--correct", "reliability"], #"{"correct": "reliability"}"#, of: [.drivers, .ipa], source: "webshop.yaml"),
    Given(["--correct", "cfa"], #"{"correct": "cfa"}"#, of: [.drivers, .ipa], source: "webshop.yaml"),
    Given(
      ["--reliability", "recommend=0.75", "--correct", "reliability"], #"{"reliability": {"recommend": 0.75}}"#,
      of: [.drivers, .ipa], source: "webshop.yaml"),
    Given(["--methods", "lmg,last"], #"{"methods": ["lmg", "last"]}"#, of: [.drivers, .ipa]),
    Given(["--errors", "hc1"], #"{"errors": "hc1"}"#, of: [.drivers, .ipa, .mediate]),
    Given(
      ["--correlation", "spearman", "--errors", "bootstrap"], #"{"correlation": "spearman"}"#, of: [.drivers, .ipa]),
    Given(["--correlation", "spearman"], #"{"correlation": "spearman"}"#, of: [.factor, .sem]),
    Given(["--block", "a=pq1,pq2", "--block", "b=pq3"], #"{"blocks": {"a": ["pq1", "pq2"], "b": ["pq3"]}}"#),
    Given(["--permutations", "20"], #"{"permutations": 20}"#), Given(["--folds", "4"], #"{"folds": 4}"#),
    Given(["--diagnostics"], #"{"diagnostics": true}"#),
    Given(["--stream", "--bootstrap", "0"], #"{"stream": true}"#),
    Given(["--crosshair", "60,0.2"], #"{"crosshair": [60, 0.2]}"#),
    Given(["--stated", "pq1=imp_pq1"], #"{"stated": {"pq1": "imp_pq1"}}"#),
    Given(["--stated-prefix", "imp_"], #"{"stated_prefix": "imp_"}"#),
  ]

  private static let others = [
    Given(
      ["--margins", "segment=new:0.3,returning:0.7"],
      #"{"rake": {"margins": {"segment": {"new": 0.3, "returning": 0.7}}}}"#, of: [.rake]),
    Given(["--margins-table", "margins.csv"], #"{"rake": {"table": "margins.csv"}}"#, of: [.rake]),
    Given(["--method", "linear"], #"{"rake": {"method": "linear"}}"#, of: [.rake]),
    Given(["--bounds", "0.4,3"], #"{"rake": {"bounds": [0.4, 3]}}"#, of: [.rake]),
    Given(["--trim", "0.2,4"], #"{"rake": {"trim": [0.2, 4]}}"#, of: [.rake]),
    Given(["--variables", "pq1:pq3"], #"{"named_variables": ["pq1:pq3"]}"#),
    Given(
      ["--drivers", "pq1:pq3"], #"{"named_variables": ["pq1:pq3"]}"#,
      of: [.describe, .missing, .impute, .correlate, .factor]),
    Given(["--group", "a=pq1:pq3"], #"{"groups": {"a": ["pq1:pq3"]}}"#, of: [.factor]),
    Given(["--group", "a=pq1:pq3"], #"{"named_constructs": {"a": ["pq1:pq3"]}}"#, of: [.reliability]),
    Given(["--method", "kendall"], #"{"correlate": {"method": "kendall"}}"#, of: [.correlate]),
    Given(["--always", "sat1", "--method", "partial"], #"{"correlate": {"always": ["sat1"]}}"#, of: [.correlate]),
    Given(["--errors", "classical"], #"{"correlate": {"errors": "classical"}}"#, of: [.correlate]),
    Given(["--adjust", "holm"], #"{"correlate": {"adjust": "holm"}}"#),
    Given(["--ordinal", "pq1", "--method", "mixed"], #"{"correlate": {"ordinal": ["pq1"]}}"#, of: [.correlate]),
    Given(["--continuous", "pq1", "--method", "mixed"], #"{"correlate": {"continuous": ["pq1"]}}"#, of: [.correlate]),
    Given(["--order", "clusters"], #"{"correlate": {"order": "clusters"}}"#),
    Given(["--factors", "auto"], #"{"factor": {"factors": "auto"}}"#),
    Given(["--cut", "0.4"], #"{"factor": {"cut": 0.4}}"#),
    Given(["--extraction", "ml"], #"{"factor": {"extraction": "ml"}}"#),
    Given(["--rotation", "varimax"], #"{"factor": {"rotation": "varimax"}}"#),
    Given(["--score-method", "bartlett"], #"{"factor": {"scores": "bartlett"}}"#, of: [.factor]),
    Given(["--kaiser"], #"{"factoring": {"kaiser": true}}"#),
    Given(["--no-kaiser"], #"{"factoring": {"kaiser": false}}"#),
    Given(["--gamma", "-0.5"], #"{"factoring": {"gamma": -0.5}}"#),
    Given(["--kappa", "3", "--rotation", "promax"], #"{"factoring": {"kappa": 3}}"#),
    Given(["--delta", "0.02", "--rotation", "geomin"], #"{"factoring": {"delta": 0.02}}"#),
    Given(["--starts", "5"], #"{"factoring": {"starts": 5}}"#),
    Given(["--parallel", "50"], #"{"factoring": {"parallel": 50}}"#),
    Given(["--sort"], #"{"factoring": {"sort": true}}"#),
    Given(["--group", "a=pq1:pq3"], #"{"groups": {"a": ["pq1:pq3"]}}"#, of: [.sem]),
    Given(["--model", "q =~ pq1 + pq2 + pq3"], #"{"model": "q =~ pq1 + pq2 + pq3"}"#, of: [.sem]),
    Given(["--bollen-stine", "40"], #"{"sem": {"bollen_stine": 40}}"#),
    Given(["--estimator", "mlr"], #"{"sem": {"estimator": "mlr"}}"#),
    Given(["--information", "observed"], #"{"sem": {"information": "observed"}}"#),
    Given(["--equal", "loadings,intercepts", "--by", "segment"], #"{"sem": {"equal": ["loadings", "intercepts"]}}"#),
    Given(["--ordinal", "pq1:pq2"], #"{"sem": {"ordinal": ["pq1:pq2"]}}"#, of: [.sem]),
    Given(["--continuous", "pq1", "--estimator", "wlsmv"], #"{"sem": {"continuous": ["pq1"]}}"#, of: [.sem]),
    Given(["--invariance", "--by", "segment"], #"{"sem": {"invariance": true}}"#),
    Given(["--unit-variances"], #"{"sem": {"unit_variances": true}}"#),
    Given(["--orthogonal"], #"{"sem": {"orthogonal": true}}"#),
    Given(["--means"], #"{"sem": {"means": true}}"#),
    Given(["--through", "sat3,sat1"], #"{"through": ["sat3", "sat1"]}"#, of: [.drivers]),
    Given(["--through", "sat3,sat1"], #"{"mediation": {"through": ["sat3", "sat1"]}}"#, of: [.mediate]),
    Given(["--serial"], #"{"mediation": {"serial": true}}"#),
    Given(["--moderator", "segment"], #"{"mediation": {"moderator": "segment"}}"#),
    Given(
      ["--moderates", "first,direct", "--moderator", "sc4"], #"{"mediation": {"moderates": ["first", "direct"]}}"#),
    Given(["--inference", "delta"], #"{"mediation": {"inference": "delta"}}"#, of: [.mediate]),
    Given(
      ["--ordinal", "recommend", "--bootstrap", "40"], #"{"mediation": {"ordinal": ["recommend"]}}"#, of: [.mediate]),
    Given(["--inference", "monte-carlo"], #"{"sem": {"inference": "monte-carlo"}}"#, of: [.sem]),
  ]

  static let given = data + drivers + others

  /// What each verb needs besides, and one of its tables.
  private static func base(_ verb: Verb) -> (words: [String], table: String) {
    switch verb {
    case .describe: (["--variables", "pq1:pq4"], "items")
    case .missing: (["--variables", "pq1:pq4"], "missing_variables")
    case .impute: (["--variables", "pq1:pq4"], "imputation")
    case .rake: (["--margins", "segment=new:0.4,returning:0.6"], "margins")
    case .drivers, .ipa: (["--outcome", "recommend", "--drivers", "pq1:pq4"], verb == .ipa ? "ipa" : "importance")
    case .correlate: (["--variables", "pq1:pq4"], "correlations")
    case .factor: (["--variables", "pq1:pq4", "--factors", "1", "--parallel", "0"], "loadings")
    case .reliability: (["--group", "quality=pq1:pq4"], "reliability")
    case .sem: (["--group", "quality=pq1:pq4"], "parameters")
    case .mediate: (["--outcome", "recommend", "--drivers", "pq1,pq2", "--through", "pq3,pq4"], "effects")
    }
  }

  private static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let copied = try Program.run(["datasets", "webshop", "--copy", ".", "--quiet"], directory: folder.url)
    #expect(copied.status == 0, "\(copied.error)")
    let lines = try folder.text("webshop.csv").split(separator: "\n")
    try folder.write(
      (["team,share,rw1,rw2," + lines[0]]
        + lines.dropFirst().enumerated().map {
          "\($0.offset % 40),0.1,\($0.offset % 2),\(1 + $0.offset % 3),\($0.element)"
        })
        .joined(separator: "\n") + "\n", to: "webshop.csv")
    try folder.write(
      "variable,recommend,pq1,pq2,pq3,pq4\nrecommend,.9,.4,.3,.3,.2\npq1,.4,.8,.5,.4,.4\npq2,.3,.5,.8,.4,.3\n"
        + "pq3,.3,.4,.4,.8,.3\npq4,.2,.4,.3,.3,.7\nmean,7,5,5,5,5\n", to: "m.csv")
    try folder.write("margin,category,target\nwave,1,40\nwave,2,60\n", to: "margins.csv")
    return folder
  }

  @Test("what an option says is recorded as its key would have it", arguments: Verb.allCases)
  func recorded(_ verb: Verb) throws {
    let folder = try Self.folder()
    let base = Self.base(verb)
    let names = Set(
      StudyKeys.all.filter { $0.verbs.contains(verb) }.flatMap(\.options).map { String($0.prefix { $0 != " " }) })
    let help = try Program.run([verb.rawValue, "--help-all"]).output
    for given in Self.given where given.verbs?.contains(verb) ?? true {
      guard
        help.contains("--\(given.option) ") || help.contains("--\(given.option)\n")
          || help.contains("--\(given.option)/")
          || help.contains("/--\(given.option)")
      else { continue }
      let words = given.words.map { $0 == "TABLE" ? base.table : $0 }
      var own = base.words
      if given.source == "webshop.yaml", verb != .rake, verb != .mediate { own = [] }
      // What is given takes the place of the same option here.
      for index in stride(from: own.count - 2, through: 0, by: -2)
      where own[index] == words[0]
        || (["--variables", "--drivers"].contains(words[0]) && ["--group", "--variables"].contains(own[index]))
      {
        own.removeSubrange(index...index + 1)
      }
      let resampling = help.contains("--bootstrap") && !words.contains("--bootstrap") ? ["--bootstrap", "40"] : []
      let result = try Program.run(
        [verb.rawValue, given.source ?? "webshop.csv"] + own + words + resampling + ["--format", "json", "--quiet"],
        directory: folder.url)
      #expect(result.status == 0, "\(verb.rawValue) \(words): \(result.error)")
      guard result.status == 0 else { continue }
      let settings = try JSONReader(result.output).run["settings"]
      let expected = try JSONSerialization.jsonObject(
        with: Data(given.recorded.replacing("TABLE", with: base.table).utf8))
      #expect(Self.holds(settings, expected), "\(verb.rawValue) \(words): \(settings ?? "nothing")")
    }
    let tried = Set(Self.given.filter { $0.verbs?.contains(verb) ?? true }.map(\.option))
    // Other options may be spoken of.
    let offered = Set(help.matches(of: /\n  (?:--[a-z-]+\/)?--([a-z-]+)/).map { String($0.1) })
    let untried = names.intersection(offered).subtracting(tried)
    #expect(untried.isEmpty, "options that no row tries: \(untried.sorted())")
  }

  /// Whether everything of `part` stands in `whole`, lists and numbers exactly.
  private static func holds(_ whole: Any?, _ part: Any) -> Bool {
    guard let keys = part as? [String: Any] else {
      return (whole as? NSObject).map { $0.isEqual(part) } ?? false
    }
    guard let known = whole as? [String: Any] else { return false }
    return keys.allSatisfy { key, value in holds(known[key], value) }
  }
}
