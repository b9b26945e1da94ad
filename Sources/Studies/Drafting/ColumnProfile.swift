import Survey

/// What a column's answers look like, for a draft of a study.
struct ColumnProfile {
  let name: String
  /// Where it stands in the file.
  let place: Int
  /// Name, label and question in small letters, by which outcomes and weights are told.
  let words: String
  /// The question as asked, else the label.
  let question: String?
  let isText: Bool
  /// Different answers in ascending order with their counts; empty of texts and of more than `AnswerTally.limit`.
  private(set) var values: [(value: Double, count: Int)] = []
  let distinct: Int
  let answered: Int
  let isWhole: Bool
  let mean: Double
  let low: Double
  let high: Double
  /// Whole numbers in running order, each once.
  let isRunning: Bool
  /// The scale that answers in words were rated on.
  let scale: RatingScale?
  /// What numbers are called, in the order of the file.
  let labels: [(value: Double, label: String)]

  init(_ variable: Variable, place: Int) {
    name = variable.name
    self.place = place
    question = variable.details.question ?? variable.label
    words = [variable.name, variable.label, variable.details.question].compactMap { $0?.lowercased() }
      .joined(separator: " ")
    scale = variable.details.scale
    labels = variable.details.valueLabels.compactMap { entry in
      guard case .number(let number) = entry.value else { return nil }
      return (number, entry.label)
    }
    isText = variable.isText
    if case .text(let codes, _) = variable.values {
      let answers = codes.filter { $0 >= 0 }
      distinct = Set(answers).count
      answered = answers.count
      (isWhole, mean, low, high, isRunning) = (false, .nan, .nan, .nan, false)
      return
    }
    let tally = AnswerTally(variable.values)
    (distinct, answered, isWhole, isRunning) = (
      tally.distinct, tally.answered, tally.isWhole, tally.isWhole && tally.isRising && tally.answered > 10
    )
    (mean, low, high) = (tally.answered > 0 ? tally.sum / Double(tally.answered) : .nan, tally.low, tally.high)
    values = tally.values
  }

  /// Whole numbers that people could have ticked on a scale of at most eleven points, and no codes for missing answers among them.
  var ratings: [Double]? {
    guard !isText, isWhole, distinct >= 2, !values.isEmpty else { return nil }
    let plain = values.map(\.value).filter { !isCode($0) }
    guard plain.count >= 2, let first = plain.first, let last = plain.last, first >= -5, last <= 11,
      last - first <= 10 || asksToRecommend
    else { return nil }
    return plain
  }

  /// Zero to ten, with a code for no answer close behind.
  private var asksToRecommend: Bool { low == 0 && high <= 11 && DraftWords.has(words, DraftWords.recommendation) }

  /// Numbers that only stand for a missing answer.
  var codes: [Double] { values.map(\.value).filter(isCode) }

  private func isCode(_ value: Double) -> Bool {
    Self.usualCodes.contains(value) && values.contains { !Self.usualCodes.contains($0.value) && abs($0.value) <= 11 }
  }

  private static let usualCodes: Set<Double> = [
    -999, -998, -997, -99, -98, -97, -96, -9, -8, 95, 96, 97, 98, 99, 995, 996, 997, 998, 999, 9999,
  ]

  /// Numbers that are called answers, from the lowest to the highest; `nil` of fewer than two.
  var labelledScale: RatingScale? {
    let numbers = labels.filter { !Self.givesNone($0.label) }.map(\.value)
    guard let low = numbers.min(), let high = numbers.max(), low < high else { return nil }
    return RatingScale(low, high)
  }

  /// Numbers that are called no answer: "Never used / Not applicable".
  var labelledCodes: [Double] { labels.filter { Self.givesNone($0.label) }.map(\.value) }

  private static func givesNone(_ label: String) -> Bool {
    ([label] + label.split { "/,;()".contains($0) }.map(String.init)).contains { NoAnswers.contains($0) }
  }

  /// It asks about all that a battery asks about one by one: `Q7ALL`, "… - Overall".
  var isOverall: Bool {
    let own = question.flatMap { text in questionStem.map { String(text.dropFirst($0.count)) } } ?? ""
    let words = (own + " " + (stem.map { String(name.dropFirst($0.count)) } ?? "")).lowercased()
      .split { !$0.isLetter }
    return words.contains { ["all", "overall", "total", "general"].contains($0) }
  }

  /// The name without its number, and the number's place in the name's own series: `q5_1` is the first of `q5_`.
  var stem: String? {
    let characters = Array(name)
    var end = characters.count
    while end > 0, characters[end - 1].isASCII, characters[end - 1].isNumber { end -= 1 }
    if end < characters.count, end > 0 { return String(characters[..<end]) }
    // `Q7ART`: a question's number with a word for its item.
    if let digits = characters.firstIndex(where: { $0.isASCII && $0.isNumber }), digits > 0 {
      var after = digits
      while after < characters.count, characters[after].isASCII, characters[after].isNumber { after += 1 }
      if after < characters.count { return String(characters[..<after]) }
    }
    if let mark = characters.lastIndex(where: { "_.-".contains($0) }), mark > 0 { return String(characters[...mark]) }
    return nil
  }

  /// What items of one question have in common: the text before the last dash.
  var questionStem: String? {
    let question = question ?? name
    guard let range = question.ranges(of: " - ").last else { return nil }
    return String(question[..<range.lowerBound])
  }
}
