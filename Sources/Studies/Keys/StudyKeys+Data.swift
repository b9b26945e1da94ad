import Survey
import SurveyFiles

extension StudyKeys {
  /// What is known of the data: where they are, scales, labels, missing answers, weights and design.
  static let ofData: [StudyKey] = [
    StudyKey.text("title", \.specification.title).documented("what figures and documents are called"),
    StudyKey.text("data", \.specification.data).documented(
      "the data file, beside the study", options: ["SOURCE"], verbs: []),
    StudyKey("header_rows", .count) {
      $1.specification.headerRows = try $0.count(atLeast: 1, atMost: 3)
    } write: {
      $0.specification.headerRows.map(SettingValue.integer)
    }.documented(
      "rows above the answers: 1 (names), 2 (question texts below), 3 (one more to skip); recognised without it",
      options: ["header-rows"]),
    StudyKey.text("encoding", \.settings.encoding).documented(
      "of the data file's texts, such as `windows-1252`; recognised, or as the file says, without it",
      options: ["encoding"]),
    StudyKey.text("sheet", \.settings.sheet).documented(
      "of a workbook, by name or number; without it the first in view that holds a table", options: ["sheet"]),
    StudyKey.number("n", \.specification.n, SettingLimits.respondents).documented(
      "respondents behind a published matrix", options: ["n"]),
    StudyKey.word("diagonal", \.specification.diagonal).documented(
      "what the diagonal of a matrix holds where its numbers do not tell: `ones` (√AVE of Fornell and Larcker, or anything else; ones take its place), `reliability` (α or ω; ones take their place, and `correct` uses them) or `variances`",
      options: ["diagonal"]),
    StudyKey("scale", .scale) {
      $1.specification.scale = try $0.scale()
    } write: {
      $0.specification.scale?.recorded
    }
    .documented("`[1, 7]`: bounds of drivers and their items, the bad end first", options: ["scale 1:7"]),
    StudyKey("variables", .mapping(.codebookEntry), read: readVariables, write: writeVariables).documented(
      "`{name: {label: …, scale: [0, 10], missing: [98], values: {0: Never}}}`: what is known of single columns; `missing` are its codes instead of the study's, `[]` none; `values` say what answers stand for",
      options: ["scale name=0:10", "missing-codes name=98"]),
    StudyKey("levels", .mapping(.list(.text))) { value, study in
      for (columns, levels) in try value.entries() {
        let texts = try levels.texts()
        guard texts.count > 1, Set(texts).count == texts.count else {
          throw levels.fault(
            "levels are at least two different answers, the worst first", "Write for example [Bad, Fair, Good].")
        }
        study.settings.levels.append(GivenLevels(columns: Selection.split(columns), levels: texts))
      }
    } write: { study in
      .present(
        study.settings.levels.map { ($0.columns.joined(separator: ","), .list($0.levels.map(SettingValue.text))) })
    }.documented(
      "`{'q1:q9': [Bad, Fair, Good]}`: answers in words, the worst or least first, read as 1, 2, 3; needed where they are on no scale that is known",
      options: ["levels"]),
    StudyKey.texts("categorical", \.specification.categorical).documented(
      "columns whose values are names of categories, whatever they look like", options: ["categorical"]),
    StudyKey("reference", .mapping(.text)) { value, study in
      for (name, level) in try value.entries() { study.specification.references[name] = try level.text() }
    } write: {
      SettingValue.texts(byName: $0.specification.references)
    }
    .documented(
      "`{region: north}`: the category with which the others are compared; without it the first by alphabet",
      options: ["reference"]),
    StudyKey.texts("reversed", \.specification.reversed).documented("columns to be turned round before anything else"),
    StudyKey.object(
      "missing",
      [
        .texts("codes", \.specification.missingCodes), .word("treatment", \.specification.missing),
      ]
    ).documented(
      "`{codes: [9], treatment: listwise}`; treatment is `listwise`, `pairwise`, `em` (maximum likelihood moments of all that was answered) or `impute` (missing answers drawn several times, for `drivers`, `ipa` and `sem`)",
      options: ["missing-codes", "missing"]),
    StudyKey("weights", .weights, read: readWeights) { study in
      study.specification.weights.map { weights in
        .mapping([.init("variable", .text(weights.variable)), .init("kind", .text(weights.kind.rawValue))])
      }
    }.documented(
      "a column, or `{variable: w, kind: sampling}`; kind is `sampling`, `frequency` or `precision`",
      options: ["weights", "weights-kind"]),
    StudyKey.text("strata", \.specification.strata).documented("column of strata", options: ["strata"]),
    StudyKey.stages("cluster", \.specification.cluster).documented(
      "column of clusters; of a sample in two stages also that of the units drawn within them: `shop,visit`, or a list",
      options: ["cluster"]),
    StudyKey.stages("fpc", \.specification.populationSize).documented(
      "column of the population's units (clusters, else respondents) in each stratum, or of the shares of them that were drawn (up to 1): a sample that takes much of a population is surer; of a sample in two stages also that of the units in each cluster: `shops,visits`, or a list",
      options: ["fpc"]),
    StudyKey.word("lonely", \.specification.lonely).documented(
      "what a stratum with one unit adds to variances: `certainty` (nothing), `average` (what the others add on average) or `adjust` (its distance from the mean of all); without it such a stratum is an error",
      options: ["lonely"]),
    StudyKey.texts("replicate_weights", \.specification.replicateWeights).documented(
      "columns of replicate weights, as `'rw*'`: every error and interval comes from them; beside `weights`, in place of strata and clusters",
      options: ["replicate-weights"]),
    StudyKey("replicate_type", .text) { value, study in
      guard let kind = ReplicateKind(try value.text()) else {
        throw value.fault("replicate weights are of the kind \(ReplicateKind.words)", "Write for example jk1.")
      }
      study.specification.replicateKind = kind
    } write: {
      $0.specification.replicateKind.map { .text($0.text) }
    }.documented(
      "how they were made: `jk1`, `jkn`, `brr`, `fay=0.5` (the ρ of the documentation), `bootstrap` or `sdr` (successive differences)",
      options: ["replicate-type"]),
    StudyKey.number("replicate_scale", \.specification.replicateScale).documented(
      "what the squares of all replicates are multiplied by, where the data's documentation gives another number than the kind's",
      options: ["replicate-scale"]),
    StudyKey("replicate_rscales", .list(.number)) { value, study in
      study.specification.replicateRscales = try value.numbers()
    } write: { study in
      let factors = study.specification.replicateRscales
      return factors.isEmpty ? nil : .list(factors.map(SettingValue.numeric))
    }.documented("one factor for each replicate, which `jkn` needs", options: ["replicate-rscales"]),
    StudyKey.flag("replicate_mse", \.specification.replicateMSE).documented(
      "squares are about the estimate itself, and not about the replicates' mean", options: ["replicate-mse"]),
    rake,
    StudyKey("derive", .mapping(.text)) { value, study in
      for (name, text) in try value.entries() {
        do {
          study.specification.derived.append(try DerivedVariable(name: name, try text.text()))
        } catch SyntaxFault.derivation(_, _, let position, let problem, let suggestion) {
          throw text.fault(
            at: position, "at character \(position) of the expression: \(problem)", suggestion)
        }
      }
    } write: { study in
      .present(study.specification.derived.map { ($0.name, .text($0.text)) })
    }.documented(
      "`{promoter: top2(recommend), quality: 'mean(pq1:pq4, answered=3)', group: 'recode(age, 18:34 = young, 35: = older)'}`: columns made of others, in order; also `bottom3(x)`, `sum(a,b)`, `reverse(x)`, `standardize(x)`, `is(region, North)`, `dummies(region)`, `quarter(date)`, `month`, `week`, `year`",
      options: ["derive"]),
    StudyKey("wave", .wave, read: readWave) { $0.specification.wave.map(SettingValue.text) }.documented(
      "column of waves; the latest is analysed unless another is chosen; or `{from: date, by: quarter}` (`year`, `month`, `week`)",
      options: ["wave"]),
    StudyKey.text("segment", \.specification.segment).documented(
      "column of segments; never taken for a driver", options: ["by"]),
  ]

  @Sendable private static func readWave(_ wave: YAMLValue, _ study: inout Study) throws {
    guard wave.isMapping else {
      study.specification.wave = try wave.text()
      return
    }
    let parts = try wave.fields(["from", "by"])
    guard let from = parts["from"], let by = parts["by"] else {
      throw wave.fault("waves of dates need 'from' and 'by'", "Write for example {from: date, by: quarter}.")
    }
    let period = try by.word(of: ["year", "quarter", "month", "week"])
    let name = "\(try from.text())_\(period)"
    study.specification.derived.append(
      try DerivedVariable(name: name, "\(period)(\(Selection.quoted(try from.text())))"))
    study.specification.wave = name
  }

  @Sendable private static func readVariables(_ value: YAMLValue, _ study: inout Study) throws {
    for (name, value) in try value.entries() {
      let entry = try value.fields(["label", "scale", "missing", "values"])
      study.specification.variables[name] = StudySpecification.CodebookEntry(
        label: try entry["label"]?.text(), scale: try entry["scale"]?.scale(), missing: try entry["missing"]?.texts(),
        values: try entry["values"]?.entries().map { .init(.init($0.key), try $0.value.text()) } ?? [])
    }
  }

  @Sendable private static func writeVariables(_ study: Study) -> SettingValue? {
    .present(
      study.specification.variables.sorted { $0.key < $1.key }.map { name, entry in
        (
          name,
          .present([
            ("label", entry.label.map(SettingValue.text)), ("scale", entry.scale?.recorded),
            ("missing", entry.missing.map { .list($0.map(SettingValue.text)) }),
            ("values", .present(entry.values.map { ($0.value.text, .text($0.label)) })),
          ]) ?? .mapping([])
        )
      })
  }

  @Sendable private static func readWeights(_ weights: YAMLValue, _ study: inout Study) throws {
    guard weights.isMapping else {
      study.specification.weights = AnalysisRoles.Weighting(variable: try weights.text())
      return
    }
    let parts = try weights.fields(["variable", "kind"])
    guard let variable = parts["variable"] else {
      throw weights.fault("weights need a 'variable'", "Write for example {variable: weight, kind: sampling}.")
    }
    study.specification.weights = AnalysisRoles.Weighting(
      variable: try variable.text(), kind: try parts["kind"]?.word(WeightsKind.self) ?? .sampling)
  }
}

extension RatingScale {
  /// Its ends, the bad one first.
  var recorded: SettingValue { .list([.numeric(first), .numeric(last)]) }
}
