public import Simulation
import Survey
import SurveyFiles

extension SurveyModel {
  // A model file, with all its keys (`datasets/webshop/model.yaml` is a full example):
  //
  //   title, respondents (1000), seed (1), identifier (a column of numbers 1 … n), dont_know (the code)
  //   factors:       name: {label, paths: {earlier factor: coefficient}, items: {item: loading}, answers: {…}}
  //   correlations:  one number for all pairs, or {factor: {other factor: r}}; pairs not named do not correlate
  //   answers:       scale ([1, 7]; [7, 1]; continuous), mean and deviation, or cumulative; empty and dont_know (chances)
  //   items:         item: {label, stated (mean rating of importance), and the keys of answers}
  //   outcomes:      name: {label, paths: {factor, item or earlier outcome: coefficient}, and the keys of answers}
  //   drivers:       the factors whose items are the drivers; by default the exogenous ones
  //   segments:      {variable, parts: {name: {share, sampled, means: {variable: shift}, paths: {variable: {from: b}}}}}
  //   waves:         the same, without `sampled`
  //   weights:       {variable, log_deviation}
  //   stated:        {prefix, scale, deviation, correlation}

  /// The model of a file; throws `FileFault.noSuchFile`, `.unreadableFile`, `.notUTF8`, and `.study` with its place.
  public static func read(path: String) throws -> SurveyModel { try model(YAMLFile.read(path: path)) }

  /// The model of a text; `file` is what messages call it.
  public static func parse(_ text: String, file: String) throws -> SurveyModel {
    try model(YAMLFile.parse(text, file: file))
  }

  private static func model(_ root: YAMLValue) throws -> SurveyModel {
    let fields = try root.fields([
      "title", "respondents", "seed", "identifier", "factors", "correlations", "answers", "items", "outcomes",
      "drivers", "segments", "waves", "weights", "stated", "dont_know",
    ])
    func required(_ key: String, _ example: String) throws -> YAMLValue {
      guard let value = fields[key] else {
        throw root.fault("the model has no '\(key)'", "Write for example \(example)")
      }
      return value
    }
    var reader = ModelReader()
    try reader.readDefaults(fields)
    let respondents = try fields["respondents"]?.count(atLeast: 1, atMost: respondentLimit) ?? 1000
    try reader.readFactors(
      required("factors", "factors: {quality: {items: {pq1: 0.8, pq2: 0.7}}}"), details: fields["items"])
    try reader.readCorrelations(fields["correlations"])
    try reader.readOutcomes(required("outcomes", "outcomes: {recommend: {paths: {quality: 0.6}}}"))
    let segments = try fields["segments"].map { try reader.partition($0, samples: true) }
    let waves = try fields["waves"].map { try reader.partition($0, samples: false) }

    var model = SurveyModel(
      title: try fields["title"]?.text(), respondents: respondents, seed: try fields["seed"]?.seed() ?? 1,
      identifier: try fields["identifier"]?.text(), factors: reader.factors, correlations: reader.correlations,
      items: reader.items, outcomes: reader.outcomes, segments: segments, waves: waves,
      dontKnowCode: reader.dontKnowCode)
    if let drivers = fields["drivers"] {
      model.drivers = try drivers.list().map { entry in
        let name = try entry.text()
        let known = reader.factors.filter { !$0.items.isEmpty }.map(\.name)
        guard known.contains(name) else { throw reader.unknown(name, known, "no factor with items", entry) }
        return name
      }
    }
    if model.drivers.isEmpty { throw root.fault("no factor with items can be a driver", "Give a factor 'items'.") }
    model.weights = try fields["weights"].map { value in
      let parts = try value.fields(["variable", "log_deviation"])
      guard let variable = parts["variable"] else { throw value.fault("weights need a 'variable'") }
      let deviation = try parts["log_deviation"]?.number("from 0 to 3") { $0 >= 0 && $0 <= 3 } ?? 0
      return WeightColumn(variable: try variable.text(), logDeviation: deviation)
    }
    if model.weights == nil, let segments, segments.parts.contains(where: { $0.share != $0.sampled }) {
      throw fields["segments"]!.fault(
        "segments are sampled out of proportion, and no weights make up for it", "Add weights: {variable: weight}.")
    }
    model.stated = try fields["stated"].map { value in
      let parts = try value.fields(["prefix", "scale", "deviation", "correlation"])
      guard let scale = try parts["scale"]?.scale() else { throw value.fault("stated importance needs a 'scale'") }
      return StatedRatings(
        prefix: try parts["prefix"]?.text() ?? "imp_", scale: scale,
        deviation: try parts["deviation"]?.number("above 0") { $0 > 0 } ?? 1,
        correlation: try parts["correlation"]?.number("from 0 to 1") { $0 >= 0 && $0 <= 1 } ?? 0)
    }
    try reader.checkNames(of: model, root)
    do {
      try model.check()
    } catch DataFault.request(let problem, let suggestion) {
      throw root.fault(problem, suggestion)
    } catch DataFault.notPositiveDefinite(let what) {
      throw (fields["correlations"] ?? root).fault(
        "\(what) is not positive definite: no population has these correlations", "Make them smaller.")
    }
    return model
  }
}
