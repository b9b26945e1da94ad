import Measures
import Survey

/// A study that was drafted from data, for a person to correct: batteries of items are constructs, questions about recommending and
/// buying again outcomes; why stands in the comments.
public struct StudyDraft: Sendable {
  /// The draft as a study.
  public private(set) var study: Study
  private var comments: [String: String] = [:]
  /// The text of a study file, with comments.
  public var text: String { StudyWriter(comments: comments).text(of: study) }

  /// - Parameters:
  ///   - dataset: all columns.
  ///   - study: what was said already, which stays.
  ///   - data: the path of the data as the study is to name it.
  init(_ dataset: Dataset, study: Study, data: String) {
    self.study = study
    self.study.specification.data = data
    let profiles = dataset.variables.enumerated().map { ColumnProfile($1, place: $0) }
    comments[""] =
      "A draft, made from the columns and answers of \(data). Correct it, and keep what is right.\n"
      + "\(dataset.rowCount) respondents, \(profiles.count) columns."
    var batteries = Battery.found(profiles)
    let stated = takeStated(&batteries)
    addOutcomes(&batteries, profiles)
    addConstructs(batteries, profiles, dataset)
    addMissing(batteries + stated)
    addWeight(profiles)
    addHints(profiles, batteries + stated)
  }

  // MARK: Stated importance

  /// Batteries whose items are called as others' with a beginning: how important people say those are.
  private mutating func takeStated(_ batteries: inout [Battery]) -> [Battery] {
    let names = Set(batteries.flatMap { $0.items.map(\.name) })
    for beginning in ["imp_", "importance_", "stated_", "i_"] {
      let stated = batteries.filter {
        $0.items.allSatisfy {
          $0.name.hasPrefix(beginning) && names.contains(String($0.name.dropFirst(beginning.count)))
        }
      }
      guard !stated.isEmpty else { continue }
      study.specification.statedPrefix = beginning
      batteries.removeAll { battery in stated.contains { $0.stem == battery.stem } }
      return stated
    }
    return []
  }

  // MARK: Outcomes

  private mutating func addOutcomes(_ batteries: inout [Battery], _ profiles: [ColumnProfile]) {
    guard study.specification.outcomes.isEmpty else { return }
    func isFree(_ profile: ColumnProfile) -> Bool {
      !profile.isText && profile.distinct >= 3 && !profile.isRunning && profile.answered > 0
        && !DraftWords.has(profile.words, DraftWords.technical + DraftWords.weight)
    }
    let inBattery = Set(batteries.flatMap { $0.items.map(\.name) })
    let free = profiles.filter(isFree)
    let rated = free.filter { ($0.ratings?.count ?? 0) >= 3 }
    var chosen = rated.filter { DraftWords.has($0.words, DraftWords.recommendation) }
    var why = "told by their words: recommending, buying again, coming back"
    chosen += rated.filter { profile in
      DraftWords.has(profile.words, DraftWords.intention) && !chosen.contains { $0.name == profile.name }
        && !inBattery.contains(profile.name)
    }
    if chosen.isEmpty {
      chosen = rated.filter { !inBattery.contains($0.name) && $0.low == 0 && $0.high == 10 }
      why = "answers from 0 to 10"
    }
    if chosen.isEmpty {
      chosen = Array(
        free.filter { !inBattery.contains($0.name) && DraftWords.has($0.words, DraftWords.overall) }.prefix(1))
      why = "told by its words: satisfaction as a whole. Say what is to be explained"
    }
    if chosen.isEmpty, let last = rated.last(where: { !inBattery.contains($0.name) }) ?? rated.last ?? free.last {
      chosen = [last]
      why = "the last question. Say what is to be explained"
    }
    comments["outcomes"] = why
    let names = Set(chosen.map(\.name))
    for place in batteries.indices { batteries[place].items.removeAll { names.contains($0.name) } }
    batteries.removeAll { $0.items.count < Battery.fewest }
    for profile in chosen.sorted(by: { $0.place < $1.place }) { add(outcome: profile) }
  }

  private mutating func add(outcome profile: ColumnProfile) {
    study.specification.outcomes.append(Selection.quoted(profile.name))
    guard let ratings = profile.ratings, study.specification.variables[profile.name]?.scale == nil else { return }
    var scale = profile.scale ?? Battery(stem: "", items: [profile]).scale
    var codes = profile.codes + Battery(stem: "", items: [profile]).gapCodes
    if DraftWords.has(profile.words, DraftWords.recommendation), ratings.contains(where: { $0 >= 9 }) {
      scale = RatingScale(0, 10)
      codes = profile.codes + ratings.filter { !scale.contains($0) }
    }
    var entry = study.specification.variables[profile.name] ?? .init()
    entry.scale = scale
    if !codes.isEmpty, entry.missing == nil {
      entry.missing = codes.map { SettingValue.numeric($0).word }
      comments["variables/\(profile.name)"] =
        "outside the scale, so taken for no answer: \(entry.missing!.joined(separator: ", "))"
    }
    study.specification.variables[profile.name] = entry
  }

  // MARK: Constructs

  private mutating func addConstructs(_ batteries: [Battery], _ profiles: [ColumnProfile], _ dataset: Dataset) {
    guard study.specification.constructs.isEmpty, study.specification.drivers == nil else { return }
    var taken = Set(profiles.map(\.name))
    var scales: [RatingScale] = []
    var constructs: [(construct: StudySpecification.Construct, battery: Battery)] = []
    for battery in batteries {
      let isSatisfaction = battery.stem.lowercased().hasPrefix("sat")
      if isSatisfaction, batteries.count > 1 {
        study.specification.satisfaction += battery.items.map { Selection.quoted($0.name) }
        continue
      }
      let name = battery.name(taken: taken)
      taken.insert(name)
      scales.append(battery.scale)
      constructs.append(
        (
          .init(
            name: name, label: battery.question, items: battery.items.map { Selection.quoted($0.name) },
            scale: battery.scale), battery
        ))
    }
    // A scale that all share stands once, above.
    if let common = scales.first, scales.allSatisfy({ $0 == common }), study.specification.scale == nil {
      study.specification.scale = common
      for place in constructs.indices { constructs[place].construct.scale = nil }
    }
    study.specification.constructs = constructs.map(\.construct)
    if constructs.isEmpty {
      addLooseDrivers(profiles)
    } else {
      comments["drivers"] =
        "Constructs: items that stand together on one scale under one stem. Give them names that people know."
      for (construct, battery) in constructs {
        let suspects = TurnedItems.among(battery.items.map(\.name), in: dataset)
        if !suspects.isEmpty {
          comments["drivers/\(construct.name)"] =
            "\(suspects.joined(separator: ", ")) go against the others; if worded the other way round, add: reversed: [\(suspects.joined(separator: ", "))]"
        }
      }
    }
  }

  /// Without batteries every column of numbers that could be a cause.
  private mutating func addLooseDrivers(_ profiles: [ColumnProfile]) {
    let outcomes = Set(study.specification.outcomes.map(Selection.unquoted))
    let numbers = profiles.filter { profile in
      !profile.isText && !outcomes.contains(profile.name) && profile.distinct >= 2 && !profile.isRunning
        && !DraftWords.has(profile.words, DraftWords.technical + DraftWords.weight + DraftWords.wave)
        && !isId(profile)
    }
    let rated = numbers.filter { ($0.ratings?.count ?? 0) >= 3 }
    let chosen = rated.isEmpty ? numbers : rated
    guard !chosen.isEmpty else { return }
    study.specification.drivers = chosen.map { Selection.quoted($0.name) }
    comments["drivers"] = "No items stand together under one stem: every question by itself."
  }

  // MARK: The rest

  private mutating func addMissing(_ batteries: [Battery]) {
    guard study.specification.missingCodes.isEmpty else { return }
    let codes = Set(batteries.flatMap { $0.gapCodes + $0.items.flatMap(\.codes) }).sorted()
    guard !codes.isEmpty else { return }
    study.specification.missingCodes = codes.map { SettingValue.numeric($0).word }
    comments["missing"] = "Far from the other answers, so taken for no answer."
  }

  private mutating func addWeight(_ profiles: [ColumnProfile]) {
    guard study.specification.weights == nil else { return }
    func couldWeigh(_ p: ColumnProfile) -> Bool { !p.isText && p.answered > 0 && p.low >= 0 && !p.isWhole }
    let candidates = profiles.filter(couldWeigh)
    let named = candidates.first { DraftWords.has($0.name.lowercased(), DraftWords.weight) }
    guard
      let weight = named ?? candidates.first(where: { $0.low > 0 && abs($0.mean - 1) < 0.02 && $0.distinct > 5 })
    else { return }
    study.specification.weights = .init(variable: weight.name)
    comments["weights"] =
      named == nil ? "Positive with a mean of 1, as weights of a survey are." : "Told by its name."
  }

  private func isId(_ profile: ColumnProfile) -> Bool {
    let name = profile.name.lowercased()
    return profile.distinct == profile.answered && profile.answered > 10
      && (profile.isRunning || profile.isText || name.hasSuffix("id") || name.hasPrefix("resp")
        || name.hasSuffix("num"))
  }

  /// Keys that a person may want, in the head.
  private mutating func addHints(_ profiles: [ColumnProfile], _ batteries: [Battery]) {
    let used = Set(batteries.flatMap { $0.items.map(\.name) } + study.specification.outcomes.map(Selection.unquoted))
    let free = profiles.filter { !used.contains($0.name) && $0.name != study.specification.weights?.variable }
    var lines: [String] = []
    if study.specification.wave == nil,
      let wave = free.first(where: {
        (2...40).contains($0.distinct) && DraftWords.has($0.name.lowercased(), DraftWords.wave)
      })
    {
      lines.append("wave: \(YAMLText.scalar(wave.name))  (waves are pooled as long as this is no key)")
    }
    let segments = free.filter {
      (2...12).contains($0.distinct) && !DraftWords.has($0.words, DraftWords.wave + DraftWords.technical)
    }.prefix(8)
    if study.specification.segment == nil, !segments.isEmpty {
      lines.append("segment: \(segments.map { YAMLText.scalar($0.name) }.joined(separator: ", or "))")
    }
    let ids = free.filter(isId).map(\.name)
    if !ids.isEmpty {
      lines.append("Taken for the respondents' numbers, and no part of the study: \(ids.joined(separator: ", "))")
    }
    if !lines.isEmpty {
      comments[""]! += "\nKeys to add, if they are what their names say:\n  " + lines.joined(separator: "\n  ")
    }
  }
}

extension SettingValue {
  /// A number or text as it is typed.
  fileprivate var word: String {
    switch self {
    case .integer(let number): String(number)
    case .number(let number): String(number)
    case .text(let text): text
    default: ""
    }
  }
}

/// Items that go against the rest of their battery.
enum TurnedItems {
  /// Rows that are looked at.
  private static let rows = 20_000

  /// Those whose correlation with the mean of the others is below −0.1.
  static func among(_ names: [String], in dataset: Dataset) -> [String] {
    guard names.count > 2 else { return [] }
    let columns = names.compactMap { dataset[$0]?.doubles.prefix(rows) }
    let complete = (0..<min(rows, dataset.rowCount)).filter { row in columns.allSatisfy { !$0[row].isNaN } }
    guard complete.count > 20, columns.count == names.count else { return [] }
    let sums = complete.map { row in columns.reduce(0) { $0 + $1[row] } }
    return names.indices.filter { place in
      let own = complete.map { columns[place][$0] }
      return correlation(own, zip(sums, own).map { $0 - $1 }) < -0.1
    }.map { names[$0] }
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let (a, b) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (u, v) in zip(x, y) {
      xx += (u - a) * (u - a)
      yy += (v - b) * (v - b)
      xy += (u - a) * (v - b)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 0
  }
}
