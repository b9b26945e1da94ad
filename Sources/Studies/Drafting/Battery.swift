import Survey

/// Items on one scale that stand together and share a stem: what a draft makes a construct of.
struct Battery {
  var stem: String
  var items: [ColumnProfile]
  /// What the items' question texts have in common; `nil` where there are none.
  var question: String?
  /// Answers that lie next to the scale and stand for none, as the other items tell.
  var offScale: Set<Double> = []

  /// Fewer are no battery.
  static let fewest = 2

  /// The lowest and highest rating given to any item; the scale of answers in words where they were rated.
  var scale: RatingScale {
    if let scale = items.first?.scale, items.allSatisfy({ $0.scale == scale }) { return scale }
    if let scale = labelledScale { return scale }
    let ratings = answers
    let (low, high) = (ratings.first ?? 1, ratings.last ?? 5)
    // Nobody need have ticked the worst point.
    return RatingScale(low == 2 ? 1 : low, high == low ? low + 1 : high)
  }

  /// A 9 or 8 behind a gap, which stands for no answer on a shorter scale.
  var gapCodes: [Double] {
    let all = Set(items.flatMap { $0.ratings ?? [] })
    guard let top = all.filter({ $0 <= 7 }).max(), top >= 4 else { return [] }
    let above = all.filter { $0 > 7 }.sorted()
    // 9 without 8, or 8 and 9 behind a gap; 10 and 11 are points of a longer scale.
    guard let first = above.first, first > top + 1, above.allSatisfy({ $0 == 8 || $0 == 9 }) else { return [] }
    return above
  }

  private var answers: [Double] {
    let codes = Set(noAnswers)
    return Set(items.flatMap { $0.ratings ?? [] }).subtracting(codes).sorted()
  }

  /// The scale that labels give, where it holds nearly all answers.
  private var labelledScale: RatingScale? {
    guard let low = items.compactMap(\.labelledScale?.low).min(),
      let high = items.compactMap(\.labelledScale?.high).max(), low < high
    else { return nil }
    let labelled = Set(items.flatMap(\.labelledCodes))
    var (inside, all) = (0, 0)
    for entry in items.flatMap(\.values) where !labelled.contains(entry.value) {
      all += entry.count
      inside += (low...high).contains(entry.value) ? entry.count : 0
    }
    return 5 * inside >= 4 * all ? RatingScale(low, high) : nil
  }

  /// Numbers that stand for no answer: called so, outside the labelled scale, behind a gap, or told by the other items.
  var noAnswers: [Double] {
    var codes = Set(gapCodes).union(offScale).union(items.flatMap(\.labelledCodes))
    if let scale = labelledScale {
      codes.formUnion(items.flatMap { $0.ratings ?? [] }.filter { !scale.contains($0) })
      codes = codes.filter { code in
        !scale.contains(code) || offScale.contains(code) || items.contains { $0.labelledCodes.contains(code) }
      }
    }
    return codes.sorted()
  }

  /// Nearly everybody gave one of the lowest two answers to each item: yes or no, and not a rating.
  var isTwoWay: Bool {
    items.allSatisfy { item in
      guard item.scale == nil, let ratings = item.ratings, ratings.count <= 5 else { return false }
      let pairs: [Set<Double>] = [[0, 1], [1, 2]]
      let answered = item.values.reduce(0) { $0 + $1.count }
      return pairs.contains { pair in
        100 * item.values.reduce(0) { $0 + (pair.contains($1.value) ? $1.count : 0) } >= 85 * answered
      }
    }
  }

  /// The items alone, without answers that are none.
  func answers(in dataset: Dataset) -> Dataset {
    let codes = Set(noAnswers)
    let columns = items.compactMap { item in
      dataset[item.name].map { variable in
        Variable(
          name: item.name,
          values: ColumnValues(
            narrowest: variable.doubles.map { codes.contains($0) || $0.isNaN ? MissingValue.double(0) : $0 }))
      }
    }
    return Dataset(variables: columns, rowCount: dataset.rowCount)
  }

  /// No questionnaire has more items in one battery; wide tables of numbers have.
  private static let most = 100

  /// The batteries among the columns, in order.
  static func found(_ profiles: [ColumnProfile]) -> [Battery] {
    var batteries: [Battery] = []
    for profile in profiles where profile.ratings != nil && !DraftWords.isTechnical(profile) {
      // Names that are made of questions have no stem of their own; numbered ones have.
      let isQuestion = profile.questionStem != nil && !(profile.name.last?.isNumber ?? false)
      guard let stem = isQuestion ? profile.questionStem : profile.stem else { continue }
      let isNext = batteries.last.map { last in
        (last.stem == stem || (profile.questionStem != nil && last.question == profile.questionStem))
          && last.accepts(profile)
      }
      if isNext ?? false {
        batteries[batteries.count - 1].items.append(profile)
      } else {
        batteries.append(Battery(stem: stem, items: [profile], question: profile.questionStem))
      }
    }
    return batteries.filter { $0.items.count >= fewest }
  }

  /// Whether the item can be on the scale of the others, beside which it stands but for columns between that are none.
  private func accepts(_ profile: ColumnProfile) -> Bool {
    guard items.last?.scale == profile.scale, items.count < Battery.most else { return false }
    if profile.scale != nil { return true }
    var wider = self
    wider.items.append(profile)
    let (low, high) = (wider.answers.first ?? 0, wider.answers.last ?? 0)
    // A yes or no beside ratings, or eleven points beside five, is another question.
    let gaps = Set(wider.gapCodes)
    func length(_ item: ColumnProfile) -> Int { (item.ratings ?? []).count { !gaps.contains($0) } }
    let lengths = wider.items.map(length)
    return high - low <= 10 && 2 * (lengths.min() ?? 0) >= (lengths.max() ?? 0) + 1
      && abs((items[0].ratings?.first ?? 0) - (profile.ratings?.first ?? 0)) <= 2
  }

  /// A name for a construct: letters, digits and underscores of the stem.
  ///
  /// - Parameter part: its number among several of one battery.
  func name(taken: Set<String>, part: Int? = nil) -> String {
    var text = ""
    // A question's text gives a short name, as columns get it.
    for c in stem.contains(" ") ? ShortName.of(stem) : stem.lowercased() {
      text.append(c.isLetter || c.isNumber ? c : "_")
    }
    while text.hasSuffix("_") { text.removeLast() }
    text = String(text.prefix(40))
    if text.isEmpty || text.first!.isNumber { text = "q\(text)" }
    if let part { text += "_part\(part)" }
    var name = taken.contains(text) ? "\(text)_items" : text
    var number = 2
    while taken.contains(name) {
      name = "\(text)_\(number)"
      number += 1
    }
    return name
  }
}
