import LinearAlgebra
import Simulation
import Survey
import SurveyFiles

/// Reads the parts of a model file in their order; each part may refer to those before it.
struct ModelReader {
  typealias Answer = SurveyModel.Answer

  var factors: [SurveyModel.Factor] = []
  var correlations = SymmetricMatrix(order: 0)
  var items: [SurveyModel.Item] = []
  var outcomes: [SurveyModel.Outcome] = []
  var defaults = Answer(scale: RatingScale(1, 7), thresholds: .equal)
  var dontKnowCode: Double?

  static let answerKeys = ["scale", "mean", "deviation", "cumulative", "empty", "dont_know"]

  func unknown(_ name: String, _ known: [String], _ what: String, _ place: YAMLValue) -> SyntaxFault {
    let nearest = Spelling.nearest(to: name, among: known, limit: 1).first
    return place.fault("there is \(what) '\(name)' here", nearest.map { "Did you mean '\($0)'?" })
  }

  mutating func readDefaults(_ fields: [String: YAMLValue]) throws {
    dontKnowCode = try fields["dont_know"]?.number()
    if let answers = fields["answers"] {
      defaults = try answer(try answers.fields(Self.answerKeys), from: defaults, answers)
    }
  }

  /// An answer's fields over what is inherited.
  func answer(_ fields: [String: YAMLValue], from inherited: Answer, _ place: YAMLValue) throws -> Answer {
    var answer = inherited
    if let value = fields["scale"] {
      if case .some("continuous") = try? value.text() {
        answer.scale = nil
        answer.thresholds = .rounded(mean: 0, deviation: 1)
      } else {
        let scale = try value.scale()
        guard scale.low == scale.low.rounded(), scale.high == scale.high.rounded(), scale.high - scale.low <= 100 else {
          throw value.fault("\(value.name) must go from one whole number to another, at most 100 apart")
        }
        if scale != inherited.scale { answer.thresholds = .equal }
        answer.scale = scale
      }
    }
    if fields["mean"] != nil || fields["deviation"] != nil {
      var (mean, deviation) = (0.0, 1.0)
      if case .rounded(let m, let d) = answer.thresholds {
        (mean, deviation) = (m, d)
      } else if let scale = answer.scale {
        (mean, deviation) = ((scale.low + scale.high) / 2, (scale.high - scale.low) / 5)
      }
      mean = try fields["mean"]?.number() ?? mean
      deviation = try fields["deviation"]?.number("above 0") { $0 > 0 } ?? deviation
      answer.thresholds = .rounded(mean: mean, deviation: deviation)
    }
    if let value = fields["cumulative"] {
      guard let scale = answer.scale else { throw value.fault("a continuous answer has no cumulative probabilities") }
      guard fields["mean"] == nil, fields["deviation"] == nil else {
        throw value.fault(
          "thresholds come either from 'cumulative' or from 'mean' and 'deviation'", "Keep one of them.")
      }
      let probabilities = try value.numbers()
      guard probabilities.count == Int(scale.high - scale.low) else {
        throw value.fault(
          "\(value.name) has \(probabilities.count) numbers where the scale needs \(Int(scale.high - scale.low))",
          "Give the probability of at most each point but the last.")
      }
      guard zip([0] + probabilities, probabilities + [1]).allSatisfy({ $0 < $1 }) else {
        throw value.fault("\(value.name) must increase between 0 and 1")
      }
      answer.thresholds = .cumulative(probabilities)
    }
    answer.empty = try fields["empty"]?.number("from 0 to below 1") { $0 >= 0 && $0 < 1 } ?? answer.empty
    answer.dontKnow = try fields["dont_know"]?.number("from 0 to below 1") { $0 >= 0 && $0 < 1 } ?? answer.dontKnow
    guard answer.empty + answer.dontKnow < 1 else { throw place.fault("nobody answers: all is missing") }
    if answer.dontKnow > 0 {
      guard let code = dontKnowCode else {
        throw place.fault("\"don't know\" has no code", "Add 'dont_know: 9' to the model.")
      }
      if let scale = answer.scale, scale.contains(code) {
        throw place.fault(
          "the code \(Int(code)) for \"don't know\" lies inside the scale \(Int(scale.low)) to \(Int(scale.high))",
          "Choose a number that nobody can answer, or 'dont_know: 0' for this answer.")
      }
    }
    return answer
  }

  // MARK: Factors and items

  mutating func readFactors(_ value: YAMLValue, details: YAMLValue?) throws {
    var loadings: [String: [SurveyModel.Path]] = [:]
    var order: [(name: String, place: YAMLValue)] = []
    var inherited: [String: Answer] = [:]
    for (name, entry) in try value.entries() {
      let fields = try entry.fields(["label", "paths", "items", "answers"])
      let known = factors.map(\.name)
      let answers = try fields["answers"].map { try answer(try $0.fields(Self.answerKeys), from: defaults, $0) }
      var factor = SurveyModel.Factor(
        name: name, label: try fields["label"]?.text(), paths: try paths(fields["paths"], among: known))
      for (item, loading) in try fields["items"]?.entries() ?? [] {
        let coefficient = try loading.number("from -1 to 1") { $0.magnitude <= 1 }
        if loadings[item] == nil {
          order.append((item, loading))
          inherited[item] = answers ?? defaults
          factor.items.append(item)
        }
        loadings[item, default: []].append(SurveyModel.Path(from: name, coefficient: coefficient))
      }
      factors.append(factor)
    }
    if factors.isEmpty { throw value.fault("no factors are named") }

    var known = Dictionary(
      uniqueKeysWithValues: order.map {
        (
          $0.name,
          SurveyModel.Item(
            name: $0.name, loadings: loadings[$0.name]!, answer: inherited[$0.name]!)
        )
      })
    for (name, entry) in try details?.entries() ?? [] {
      guard var item = known[name] else { throw unknown(name, order.map(\.name), "no item", entry) }
      let fields = try entry.fields(["label", "stated"] + Self.answerKeys)
      item.label = try fields["label"]?.text()
      item.stated = try fields["stated"]?.number()
      item.answer = try answer(fields, from: item.answer, entry)
      known[name] = item
    }
    items = order.map { known[$0.name]! }
  }

  private func paths(_ value: YAMLValue?, among known: [String]) throws -> [SurveyModel.Path] {
    try value?.entries().map { from, coefficient in
      guard known.contains(from) else { throw unknown(from, known, "no earlier variable", coefficient) }
      return SurveyModel.Path(from: from, coefficient: try coefficient.number())
    } ?? []
  }

  mutating func readCorrelations(_ value: YAMLValue?) throws {
    let names = factors.filter(\.paths.isEmpty).map(\.name)
    correlations = SymmetricMatrix(order: names.count)
    for i in names.indices { correlations[i, i] = 1 }
    guard let value else { return }
    guard value.isMapping else {
      let r = try value.number("between -1 and 1") { $0.magnitude < 1 }
      for i in names.indices { for j in 0..<i { correlations[i, j] = r } }
      return
    }
    // As in {quality: {ease: 0.5, courtesy: 0.4}}.
    for (first, entry) in try value.entries() {
      guard let i = names.firstIndex(of: first) else { throw unknown(first, names, "no exogenous factor", entry) }
      for (second, r) in try entry.entries() {
        guard let j = names.firstIndex(of: second), j != i else {
          throw unknown(second, names, "no other exogenous factor", r)
        }
        guard correlations[i, j] == 0 else { throw r.fault("this correlation is given twice") }
        correlations[i, j] = try r.number("between -1 and 1") { $0.magnitude < 1 }
      }
    }
  }

  // MARK: Outcomes and parts of the population

  mutating func readOutcomes(_ value: YAMLValue) throws {
    for (name, entry) in try value.entries() {
      let fields = try entry.fields(["label", "paths"] + Self.answerKeys)
      let known = factors.map(\.name) + items.map(\.name) + outcomes.map(\.name)
      outcomes.append(
        SurveyModel.Outcome(
          name: name, label: try fields["label"]?.text(), paths: try paths(fields["paths"], among: known),
          answer: try answer(fields, from: defaults, entry)))
    }
    if outcomes.isEmpty { throw value.fault("no outcomes are named") }
  }

  func partition(_ value: YAMLValue, samples: Bool) throws -> SurveyModel.Partition {
    let fields = try value.fields(["variable", "parts"])
    guard let variable = fields["variable"], let parts = fields["parts"] else {
      throw value.fault("\(value.name) needs a 'variable' and 'parts'")
    }
    let names = factors.map(\.name) + items.map(\.name) + outcomes.map(\.name)
    var result = SurveyModel.Partition(variable: try variable.text(), parts: [])
    for (name, entry) in try parts.entries() {
      let keys = try entry.fields(["share", "means", "paths"] + (samples ? ["sampled"] : []))
      guard let share = try keys["share"]?.number("above 0 and at most 1", where: { $0 > 0 && $0 <= 1 }) else {
        throw entry.fault("\(entry.name) has no 'share'")
      }
      var part = SurveyModel.Partition.Part(
        name: name, share: share,
        sampled: try keys["sampled"]?.number("above 0 and at most 1") { $0 > 0 && $0 <= 1 })
      for (target, shift) in try keys["means"]?.entries() ?? [] {
        guard names.contains(target) else { throw unknown(target, names, "no variable", shift) }
        part.means[target] = try shift.number()
      }
      for (target, changes) in try keys["paths"]?.entries() ?? [] {
        guard let i = names.firstIndex(of: target), !factors.contains(where: { $0.name == target && $0.paths.isEmpty })
        else { throw unknown(target, names, "no variable with paths", changes) }
        part.paths[target] = Dictionary(
          uniqueKeysWithValues: try paths(changes, among: Array(names[..<i])).map { ($0.from, $0.coefficient) })
      }
      result.parts.append(part)
    }
    for (word, sum) in [
      ("share", result.parts.reduce(0) { $0 + $1.share }), ("sampled", result.parts.reduce(0) { $0 + $1.sampled }),
    ] where abs(sum - 1) > 1e-9 {
      throw parts.fault("the parts' '\(word)' add up to \(sum), not to 1")
    }
    return result
  }

  /// Every column has a name of its own.
  func checkNames(of model: SurveyModel, _ root: YAMLValue) throws {
    let columns =
      [model.identifier, model.waves?.variable, model.segments?.variable, model.weights?.variable].compactMap { $0 }
      + model.items.map(\.name) + model.outcomes.map(\.name)
      + (model.stated.map { stated in model.items.filter { $0.stated != nil }.map { stated.prefix + $0.name } } ?? [])
    var seen: Set<String> = []
    for name in columns where !seen.insert(name).inserted {
      throw root.fault("two columns are named '\(name)'", "Rename one of them.")
    }
    var latent: Set<String> = []
    for name in model.factors.map(\.name) + model.items.map(\.name) + model.outcomes.map(\.name)
    where !latent.insert(name).inserted {
      throw root.fault("'\(name)' names two variables of the model", "Rename one of them.")
    }
    if model.stated == nil, let item = model.items.first(where: { $0.stated != nil }) {
      throw root.fault(
        "'\(item.name)' has a stated importance, and the model does not say how it is rated",
        "Add stated: {prefix: imp_, scale: [1, 7]}.")
    }
  }
}
