import Survey

/// What becomes of the columns of a dataset that hold answers in words.
struct AnswerPlan {
  /// One column's answers as numbers.
  struct Column {
    /// By the answer as it is written.
    var numbers: [String: Int]
    /// By `AnswerText.normal`, for answers that come later in a stream.
    var ranks: [String: Int]
    /// The levels in order, with their numbers; empty of numbers that only lose some texts.
    var labels: [(number: Int, label: String)]
    var scale: RatingScale?
    /// Numbers with labels are read by their number.
    var takesLabelled: Bool
    /// What a blank cell says, where it says something.
    var blank: Int?
    var rating: ColumnRating
  }

  private(set) var columns: [String: Column] = [:]

  /// More different texts than that are no answers of a scale.
  private static let mostTexts = 60

  /// - Parameter dataset: all rows, or the first block of a stream.
  /// Throws what is wrong with the patterns of the levels.
  init(_ dataset: Dataset, levels: [GivenLevels], categorical: Set<String>) throws {
    for given in levels {
      for name in try Selection.resolve(given.columns, in: dataset.names) where columns[name] == nil {
        columns[name] = Column(given: given.levels)
      }
    }
    var open: [(name: String, answers: [String], none: [String])] = []
    for variable in dataset.variables where columns[variable.name] == nil && !categorical.contains(variable.name) {
      switch variable.values {
      case .text(let codes, let categories):
        guard 1...Self.mostTexts ~= categories.count else { continue }
        var isMet = [Bool](repeating: false, count: categories.count)
        for code in codes where code >= 0 { isMet[Int(code)] = true }
        let met = categories.indices.filter { isMet[$0] }.map { categories[$0] }
        let answers = met.filter { !NoAnswers.contains($0) }
        let none = met.filter(NoAnswers.contains)
        if met.count == 1, Self.isChoice(met[0], of: variable.details.question ?? variable.name) {
          columns[variable.name] = Column(choice: met[0])
        } else if let column = Column(labelled: answers, none: none) {
          columns[variable.name] = column
        } else if !answers.isEmpty {
          open.append((variable.name, answers, none))
        }
      default:
        if let texts = variable.unreadable?.values, let column = Column(beside: Set(texts)) {
          columns[variable.name] = column
        }
      }
    }
    // Columns on one scale are told of together, with what all of them hold.
    let settled = zip(open, AnswerScales.settle(open.map(\.answers))).compactMap { column, found in
      found.map { (column: column, scale: $0.scale, ranks: $0.ranks) }
    }
    var scales: [AnswerScale] = []
    for one in settled where !scales.contains(one.scale) { scales.append(one.scale) }
    for scale in scales {
      let own = settled.filter { $0.scale == scale }
      var written: [Int: String] = [:]
      var none: [String] = []
      for one in own {
        for (answer, rank) in zip(one.column.answers, one.ranks) where written[rank] == nil { written[rank] = answer }
        for text in one.column.none where !none.contains(text) { none.append(text) }
      }
      for one in own {
        columns[one.column.name] = Column(scale, one.column.answers, one.ranks, written: written, none: none)
      }
    }
  }
}

extension AnswerPlan {
  /// Whether a column's only text is the part of its question: `Acme` below `Which brands? - Acme`, or `Y` below the code of a
  /// part, `G02Q03[SQ001]`.
  fileprivate static func isChoice(_ text: String, of question: String) -> Bool {
    guard let part = ShortName.parts(question).part else { return false }
    if text == "Y" { return question.last == "]" }
    // A choice may have a dash of its own.
    let (text, whole) = (AnswerText.normal(text), AnswerText.normal(question))
    return text.hasSuffix(AnswerText.normal(part)) && whole.hasSuffix(" " + text)
  }
}

extension AnswerPlan.Column {
  /// On a scale that was recognised.
  ///
  /// - Parameters:
  ///   - written: how the columns on it write its levels; of a level that nobody chose there is nothing.
  ///   - none: their answers that give none.
  init(_ scale: AnswerScale, _ answers: [String], _ ranks: [Int], written: [Int: String], none: [String]) {
    numbers = Dictionary(zip(answers, ranks), uniquingKeysWith: { first, _ in first })
    // Later blocks of a stream may hold answers of the scale that the first did not; of a level one wording alone, since two
    // would mean two levels.
    let own = Set(ranks)
    let later = (1...scale.count).filter { !own.contains($0) }
      .map { (AnswerText.normal(written[$0] ?? scale.levels[$0 - 1]), $0) }
    self.ranks = Dictionary(
      Array(zip(answers.map(AnswerText.normal), ranks)) + later, uniquingKeysWith: { first, _ in first })
    let isPattern = scale.levels.contains { $0.contains("*") }
    labels = (1...scale.count).compactMap { rank in
      written[rank].map { (rank, $0) } ?? (isPattern ? nil : (rank, scale.levels[rank - 1]))
    }
    self.scale = RatingScale(1, Double(scale.count))
    takesLabelled = false
    let unchosen = (1...scale.count).filter { written[$0] == nil }
    let chosen = Self.named(labels.filter { written[$0.number] != nil })
    var words: Sentence = "answers in words are read as 1 to \(scale.count): \(chosen)"
    if !unchosen.isEmpty {
      let others = unchosen.map { isPattern ? "\($0)" : "\($0) ('\(scale.levels[$0 - 1])')" }
      words += "; nobody chose \(others.joined(separator: ", "))"
    }
    rating = ColumnRating(words: Self.saying(words, none: none))
  }

  /// On levels that were given: every other text is unreadable.
  init(given levels: [String]) {
    numbers = [:]
    ranks = Dictionary(
      levels.enumerated().map { (AnswerText.normal($1), $0 + 1) }, uniquingKeysWith: { first, _ in first })
    labels = levels.enumerated().map { ($0 + 1, $1) }
    scale = RatingScale(1, Double(levels.count))
    takesLabelled = false
    rating = ColumnRating(
      words: "answers in words are read as 1 to \(levels.count), as was said: \(Self.named(labels))")
  }

  /// One choice of a question with several, which holds its own text where it was chosen.
  init(choice: String) {
    numbers = [choice: 1]
    ranks = [:]
    labels = [(0, "Not chosen"), (1, choice)]
    scale = nil
    takesLabelled = false
    blank = 0
    rating = ColumnRating(words: "the text of a choice is read as 1, a blank cell as 0: not chosen")
  }

  /// Numbers that all have their label, or some of them; `nil` when they may be names with a number (`1 - North`).
  init?(labelled answers: [String], none: [String]) {
    var labelOf: [Int: String] = [:]
    var numbers: [String: Int] = [:]
    var bare = 0
    for answer in answers {
      if let found = LabelledNumber(answer) {
        let label = AnswerText.normal(found.label)
        if let known = labelOf.updateValue(label, forKey: found.number), known != label { return nil }
        numbers[answer] = found.number
      } else if let number = Int(answer), 0...999 ~= number {
        bare += 1
        numbers[answer] = number
      } else {
        return nil
      }
    }
    guard !labelOf.isEmpty, bare > 0 || OrderedWords.looksOrdered(Array(labelOf.values)) else { return nil }
    self.numbers = numbers
    ranks = [:]
    labels = answers.compactMap { LabelledNumber($0) }.map { ($0.number, $0.label) }.sorted { $0.0 < $1.0 }
    scale = nil
    takesLabelled = true
    rating = ColumnRating(words: Self.saying(Self.labelled(labels), none: none))
  }

  /// Texts beside numbers: their labels, and answers that give none; `nil` when all of them are something else.
  init?(beside texts: Set<String>) {
    let labelled = texts.sorted().compactMap { LabelledNumber($0) }
    let none = texts.filter(NoAnswers.contains).sorted()
    guard !labelled.isEmpty || !none.isEmpty else { return nil }
    numbers = [:]
    ranks = [:]
    labels = labelled.map { ($0.number, $0.label) }.sorted { $0.0 < $1.0 }
    scale = nil
    takesLabelled = true
    rating = ColumnRating(words: Self.saying(labelled.isEmpty ? "" : Self.labelled(labels), none: none))
  }

  /// `1 'Bad', 2 'Good'`.
  private static func named(_ labels: [(number: Int, label: String)]) -> String {
    labels.map { "\($0.number) '\($0.label)'" }.joined(separator: ", ")
  }

  private static func labelled(_ labels: [(number: Int, label: String)]) -> Sentence {
    let examples = labels.prefix(2).map { label -> Sentence in "'\(label.label)' as \(label.number)" }
    return "numbers are read without their labels, such as \(Sentence.joined(examples, separator: ", "))"
  }

  /// The words, and which answers count as missing.
  private static func saying(_ words: Sentence, none: [String]) -> Sentence {
    guard !none.isEmpty else { return words }
    let names = none.map { "'\($0)'" }.joined(separator: ", ")
    let missing: Sentence = none.count == 1 ? "\(names) counts as missing" : "\(names) count as missing"
    return words.isEmpty ? missing : words + "; " + missing
  }

  // MARK: - Applying it

  /// The number of an answer, its reason when it gives none, or neither.
  private func value(of text: String) -> (number: Int?, reason: MissingReason?) {
    if let number = numbers[text] { return (number, nil) }
    if !ranks.isEmpty, let number = ranks[AnswerText.normal(text)] { return (number, nil) }
    if takesLabelled {
      if let found = LabelledNumber(text) { return (found.number, nil) }
      if let number = Int(text), 0...999 ~= number { return (number, nil) }
    }
    return (nil, NoAnswers.contains(text) ? .answer(text) : nil)
  }

  /// The column as numbers.
  func rated(_ variable: Variable, rowNumber: (Int) -> Int) -> Variable {
    var result = variable
    func place(_ reason: MissingReason) -> Int {
      if let known = result.missingReasons.firstIndex(of: reason) { return known }
      if result.missingReasons.count < MissingValue.reasonLimit { result.missingReasons.append(reason) }
      return result.missingReasons.count - 1
    }
    var values: [Double]
    var unreadable: [(row: Int, text: String)] = []
    switch variable.values {
    case .text(let codes, let categories):
      let read = categories.map(value)
      let marks = read.map { $0.reason.map { MissingValue.double(place($0)) } }
      // Texts that are nothing of this are told as unreadable.
      let rest = MissingValue.double(place(.unreadable))
      values = codes.enumerated().map { row, code in
        if let reason = MissingValue.reason(text: code) {
          if let blank, variable.missingReasons[reason] == .empty { return Double(blank) }
          return MissingValue.double(reason)
        }
        if let number = read[Int(code)].number { return Double(number) }
        if let mark = marks[Int(code)] { return mark }
        unreadable.append((rowNumber(row), categories[Int(code)]))
        return rest
      }
    default:
      guard let texts = variable.unreadable else { return variable }
      values = variable.values.numbersWithReasons
      let textOfRow = Dictionary(zip(texts.rows, texts.values), uniquingKeysWith: { first, _ in first })
      for row in values.indices where values[row].isNaN {
        guard let text = textOfRow[rowNumber(row)] else { continue }
        let read = value(of: text)
        if let number = read.number {
          values[row] = Double(number)
        } else if let reason = read.reason {
          values[row] = MissingValue.double(place(reason))
        } else {
          unreadable.append((rowNumber(row), text))
        }
      }
    }
    result.values = ColumnValues(narrowest: values)
    result.unreadable = UnreadableText(unreadable)
    if !labels.isEmpty, result.details.valueLabels.isEmpty {
      result.details.valueLabels = labels.map { .init(.number(Double($0.number)), $0.label) }
      result.details.level = .ordinal
    }
    result.details.scale = scale
    return result
  }
}
