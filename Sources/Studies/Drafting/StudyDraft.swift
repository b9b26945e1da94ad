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
  ///   - splitsByFactors: batteries of six items or more are taken apart by factor analysis, on so many threads.
  init(_ dataset: Dataset, study: Study, data: String, splitsByFactors: Bool = false, jobs: Int = 1) {
    self.study = study
    self.study.specification.data = data
    let profiles = dataset.variables.enumerated().map { ColumnProfile($1, place: $0) }
    comments[""] =
      "A draft, made from the columns and answers of \(data). Correct it, and keep what is right.\n"
      + "\(dataset.rowCount) respondents, \(profiles.count) columns."
    var batteries = Battery.found(profiles).map { battery in
      var told = battery
      told.offScale = OffScaleCodes.found(in: battery, dataset)
      return told
    }
    let all = batteries
    leaveOutTwoWay(&batteries)
    let stated = takeStated(&batteries)
    addOutcomes(&batteries, profiles)
    addConstructs(batteries, profiles, dataset, splitsByFactors ? jobs : nil)
    addMissing(all.filter { battery in (batteries + stated).contains { $0.stem == battery.stem } })
    addTreatment(batteries, dataset)
    addWeight(profiles)
    addHints(profiles, batteries + stated)
  }

  /// Questions to be answered by yes or no are no ratings.
  private mutating func leaveOutTwoWay(_ batteries: inout [Battery]) {
    let left = batteries.filter(\.isTwoWay)
    guard !left.isEmpty else { return }
    batteries.removeAll(where: \.isTwoWay)
    comments[""]! +=
      "\nLeft out, since nearly everybody gave one of two answers: "
      + left.flatMap { $0.items.map(\.name) }.joined(separator: ", ") + "."
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
        && !DraftWords.isTechnical(profile) && !DraftWords.has(profile.words, DraftWords.weight) && !isId(profile)
    }
    let inBattery = Set(batteries.flatMap { $0.items.map(\.name) })
    let free = profiles.filter(isFree)
    let rated = free.filter { ($0.ratings?.count ?? 0) >= 3 }
    let alone = rated.filter { !inBattery.contains($0.name) }
    // The battery that asks about most things asks about the whole.
    let overall = batteries.filter { $0.items.count > Battery.fewest }
      .sorted { $0.items.count > $1.items.count }
      .compactMap { battery in battery.items.last(where: \.isOverall) }
    let isPromoted = Set(profiles.compactMap { Self.promoted(by: $0.name) })
    func asksToRecommend(_ profile: ColumnProfile) -> Bool {
      DraftWords.has(profile.words, DraftWords.recommendation) || isPromoted.contains(profile.name)
    }
    var chosen = rated.filter(asksToRecommend)
    var why = "told by their words: recommending, buying again, coming back"
    chosen += alone.filter { profile in
      DraftWords.has(profile.words, DraftWords.intention) && !chosen.contains { $0.name == profile.name }
    }
    if chosen.isEmpty {
      chosen = alone.filter { $0.low == 0 && $0.high == 10 }
      why = "answers from 0 to 10"
    }
    if chosen.isEmpty {
      chosen = Array(
        (free.filter { !inBattery.contains($0.name) && DraftWords.has($0.words, DraftWords.overall) } + overall)
          .prefix(1))
      why = "told by its words: satisfaction as a whole. Say what is to be explained"
    } else {
      let names = Set(overall.map(\.name)).subtracting(chosen.map(\.name))
      // Satisfaction as a whole explains nothing of what it sums up.
      study.specification.satisfaction += overall.map(\.name).filter(names.contains).map(Selection.quoted)
      for place in batteries.indices { batteries[place].items.removeAll { names.contains($0.name) } }
    }
    if chosen.isEmpty, let last = alone.last ?? rated.last ?? free.last {
      chosen = [last]
      why = "the last question. Say what is to be explained"
    }
    comments["outcomes"] = why
    for profile in chosen.sorted(by: { $0.place < $1.place }) {
      add(
        outcome: profile, asksToRecommend: asksToRecommend(profile),
        batteries.first { battery in battery.items.contains { $0.name == profile.name } })
    }
    let names = Set(chosen.map(\.name))
    for place in batteries.indices { batteries[place].items.removeAll { names.contains($0.name) } }
    batteries.removeAll { $0.items.count < Battery.fewest }
  }

  /// The question that a platform made groups of promoters of: `Q6` of `Q6_NPS_GROUP`.
  private static func promoted(by name: String) -> String? {
    let ending = "_NPS_GROUP"
    return name.uppercased().hasSuffix(ending) ? String(name.dropLast(ending.count)) : nil
  }

  private mutating func add(outcome profile: ColumnProfile, asksToRecommend: Bool, _ battery: Battery?) {
    study.specification.outcomes.append(Selection.quoted(profile.name))
    guard let ratings = profile.ratings, study.specification.variables[profile.name]?.scale == nil else { return }
    let own = battery ?? Battery(stem: "", items: [profile])
    var scale = own.scale
    var codes = profile.codes + own.noAnswers.filter(ratings.contains)
    if asksToRecommend, profile.scale == nil,
      ratings.contains(where: { $0 == 0 || $0 >= 9 }) || profile.words.contains("0-10")
    {
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

  /// - Parameter jobs: threads of the factor analyses that take batteries apart; `nil` for none.
  private mutating func addConstructs(
    _ batteries: [Battery], _ profiles: [ColumnProfile], _ dataset: Dataset, _ jobs: Int?
  ) {
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
      let split = jobs.map { BatteryFactors(battery, dataset, jobs: $0) }
      let parts = split?.parts.isEmpty == false ? split!.parts.map(\.battery) : [battery]
      for (place, part) in parts.enumerated() {
        let isWhole = parts.count == 1
        let name = part.name(taken: taken, part: isWhole ? nil : place + 1)
        taken.insert(name)
        scales.append(battery.scale)
        constructs.append(
          (
            .init(
              name: name, label: isWhole ? part.question : nil, items: part.items.map { Selection.quoted($0.name) },
              scale: battery.scale), part
          ))
        if let split, !isWhole { comments["drivers/\(name)"] = split.parts[place].comment }
        if let refusal = split?.refusal { comments["drivers/\(name)"] = "Not taken apart: \(refusal)" }
      }
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
      if constructs.count == 1, study.specification.players == nil {
        // One driver alone has nothing to be compared with.
        study.specification.players = .items
        comments["players"] =
          "There is one battery, so its items are the drivers. Part it into constructs to compare those instead."
      }
      for (construct, battery) in constructs {
        let suspects = TurnedItems.among(battery.items.map(\.name), in: battery.answers(in: dataset))
        if !suspects.isEmpty {
          comments["drivers/\(construct.name)", default: ""] +=
            (comments["drivers/\(construct.name)"] == nil ? "" : "\n")
            + "\(suspects.joined(separator: ", ")) go against the others; if worded the other way round, add: reversed: [\(suspects.joined(separator: ", "))]"
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

  /// Codes far from the answers count everywhere; those next to a scale are answers of other questions.
  private mutating func addMissing(_ batteries: [Battery]) {
    guard study.specification.missingCodes.isEmpty else { return }
    let scales = batteries.map(\.scale)
    let common = Set(batteries.flatMap { $0.gapCodes + $0.items.flatMap(\.codes) })
      .filter { code in !scales.contains { $0.contains(code) } }.sorted()
    var codes = common.map { SettingValue.numeric($0).word }
    var owners: [Double: [ColumnProfile]] = [:]
    for battery in batteries {
      for code in battery.noAnswers where !common.contains(code) { owners[code, default: []] += battery.items }
    }
    let outcomes = Set(study.specification.outcomes.map(Selection.unquoted))
    for (code, items) in owners.sorted(by: { $0.key < $1.key }) {
      let columns = Self.ranges(items.filter { !outcomes.contains($0.name) })
      if !columns.isEmpty { codes.append("\(columns)=\(SettingValue.numeric(code).word)") }
    }
    guard !codes.isEmpty else { return }
    study.specification.missingCodes = codes
    comments["missing"] =
      (common.isEmpty ? "" : "Far from the other answers, so taken for no answer.")
      + (owners.isEmpty
        ? ""
        : "\(common.isEmpty ? "" : " ")\(owners.keys.sorted().map { SettingValue.numeric($0).word }.joined(separator: " and ")): outside the scale, by the labels or by what else such respondents answered.")
  }

  /// Columns that stand side by side as ranges: `Q7ART:Q7ALL,Q9ALL`.
  private static func ranges(_ items: [ColumnProfile]) -> String {
    var runs: [[ColumnProfile]] = []
    for item in items.sorted(by: { $0.place < $1.place }) {
      if let last = runs.last?.last, last.place + 1 == item.place {
        runs[runs.count - 1].append(item)
      } else {
        runs.append([item])
      }
    }
    return runs.map { run in
      let (first, last) = (Selection.quoted(run[0].name), Selection.quoted(run[run.count - 1].name))
      return run.count == 1 ? first : "\(first):\(last)"
    }.joined(separator: ",")
  }

  /// Many items that each did not concern some respondents leave few who answered all.
  private mutating func addTreatment(_ batteries: [Battery], _ dataset: Dataset) {
    guard study.specification.missing == nil, study.specification.players == .items else { return }
    let columns = batteries.flatMap { $0.answers(in: dataset).variables.map(\.doubles) }
    let complete = (0..<dataset.rowCount).count { row in columns.allSatisfy { !$0[row].isNaN } }
    guard columns.count > 1, complete < dataset.rowCount / 2 || complete < 10 * columns.count else { return }
    guard complete < dataset.rowCount else { return }
    study.specification.missing = .pairwise
    comments["missing", default: ""] +=
      (comments["missing"] == nil ? "" : "\n")
      + "Only \(complete) of \(dataset.rowCount) respondents rated every item, so pairs of answers are used."
  }

  private mutating func addWeight(_ profiles: [ColumnProfile]) {
    guard study.specification.weights == nil else { return }
    func couldWeigh(_ p: ColumnProfile) -> Bool { !p.isText && p.answered > 0 && p.low >= 0 && !p.isWhole }
    let candidates = profiles.filter(couldWeigh)
    let named = candidates.first {
      DraftWords.has($0.name.lowercased(), DraftWords.weight) || DraftWords.weightNames.contains($0.name.lowercased())
    }
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
    for (key, words) in [("strata", DraftWords.strata), ("cluster", DraftWords.cluster)] {
      let column = free.first { $0.distinct > 1 && DraftWords.has($0.name.lowercased(), words) }
      if let column { lines.append("\(key): \(YAMLText.scalar(column.name))  (if the sample was drawn by it)") }
    }
    let segments = free.filter {
      (2...12).contains($0.distinct)
        && !DraftWords.has(
          $0.words, DraftWords.wave + DraftWords.technical + DraftWords.strata + DraftWords.cluster)
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
