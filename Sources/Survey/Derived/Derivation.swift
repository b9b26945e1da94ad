/// Makes derived variables of the columns of a dataset, or of a block of one.
package struct Derivation {
  let variable: DerivedVariable
  /// The columns that it is made of, by name.
  package let sources: [String]
  /// Where the argument that names each of them begins in the expression.
  private let places: [Int]
  /// What respondents are weighted by where a distribution counts; `nil` where it does not.
  private let weights: AnalysisRoles.Weighting?
  /// The scale of a column, where one is declared.
  let scale: (String) -> RatingScale?
  /// Whether all rows are at hand: what needs them all is refused otherwise.
  let isWhole: Bool

  /// Throws `SyntaxFault.column` for one that is not there, and `.derivation` for several columns where one is meant.
  ///
  /// - Parameter weights: the study's; only what standardises asks for them.
  package init(
    _ variable: DerivedVariable, in names: [String], isWhole: Bool, weights: AnalysisRoles.Weighting? = nil,
    scale: @escaping (String) -> RatingScale?
  ) throws {
    self.variable = variable
    self.scale = scale
    self.isWhole = isWhole
    var found: [String] = []
    var places: [Int] = []
    for (pattern, place) in zip(variable.sources, variable.places) {
      do {
        for name in try Selection.resolve([pattern], in: names) where !found.contains(name) {
          found.append(name)
          places.append(place)
        }
      } catch DataFault.noSuchVariable(let name, let nearest) {
        throw SyntaxFault.column(
          name: name, nearest: nearest, text: variable.text, position: variable.place(of: name, from: place),
          derived: variable.name)
      }
    }
    (sources, self.places) = (found, places)
    if case .standardize(isWeighted: true) = variable.function {
      self.weights = weights
    } else {
      self.weights = nil
    }
    if let first = variable.places.first, sources.count > 1, !variable.takesSeveral {
      throw fault(
        "it is made of one column, and '\(variable.sources[0])' names \(sources.count)", "Name one of them.", at: first)
    }
  }

  /// Columns that have to be read: the sources, and the weights where they count.
  package var columns: [String] { sources + [weights.map { Selection.unquoted($0.variable) }].compactMap { $0 } }

  /// The variable, with a row for each of the dataset's.
  ///
  /// Throws `DataFault.notNumeric` for texts where numbers are needed, `.request` for answers that nothing was said of.
  package func make(_ dataset: Dataset) throws -> Variable {
    switch variable.function {
    case .box(let count, let isTop, let given): return try box(dataset, count, isTop: isTop, given)
    case .mean(let answered): return try composite(dataset, answered, isMean: true)
    case .sum(let answered): return try composite(dataset, answered, isMean: false)
    case .reverse(let given): return try reversed(dataset, given)
    case .recode(let recodings, let rest): return try recoded(dataset, recodings, rest)
    case .standardize: return try standardized(dataset)
    case .isOne(let values): return try isOne(dataset, values)
    case .dummies: return try dummies(dataset)
    case .period(let period, let order): return try period.map(dataset, order, in: self)
    }
  }

  // MARK: - Columns

  func source(_ dataset: Dataset) throws -> Variable { try dataset.variable(sources[0]) }

  func numbers(_ name: String, _ dataset: Dataset) throws -> (values: [Double], variable: Variable) {
    let variable = try dataset.variable(name)
    if let bad = variable.unreadable {
      throw DataFault.notNumeric(variable: name, row: bad.row, value: bad.value, count: bad.count)
    }
    if case .text(_, let categories) = variable.values, let first = categories.first {
      throw fault(
        "'\(name)' holds texts ('\(Quotation.cut(first))'), and numbers are needed",
        "Derive it of a column of numbers.", at: place(name))
    }
    return (variable.values.numbersWithReasons, variable)
  }

  /// Where the argument that names a column begins.
  func place(_ name: String) -> Int { sources.firstIndex(of: name).map { places[$0] } ?? 1 }

  func fault(_ problem: Sentence, _ suggestion: Sentence, at position: Int = 1) -> SyntaxFault {
    SyntaxFault.derivation(
      name: variable.name, text: variable.text, position: position, problem: problem, suggestion: suggestion)
  }

  func result(
    _ values: [Double], like source: Variable, labels: [VariableDetails.ValueLabel] = [], scale: RatingScale? = nil
  ) -> Variable {
    var made = Variable(
      name: variable.name, values: ColumnValues(narrowest: values), missingReasons: source.missingReasons)
    made.details.valueLabels = labels
    made.details.scale = scale
    return made
  }

  // MARK: - Scales

  /// The scale that is written, declared, was recognised, or is spanned by the labels, in this order.
  private func knownScale(_ source: Variable, _ given: RatingScale?) throws -> RatingScale {
    if let scale = given ?? scale(sources[0]) ?? source.details.scale ?? source.labelledScale { return scale }
    let start = variable.text.prefix { $0 != "(" }
    throw fault(
      "the scale of '\(sources[0])' is not known",
      "Declare it with \(setting: .scale, "\(Selection.quoted(sources[0]))=0:10"), or write it behind the column: \(start)(\(sources[0]), 0:10).",
      at: place(sources[0]))
  }

  /// Refuses an answer off the scale.
  private func check(_ values: [Double], on scale: RatingScale, _ dataset: Dataset) throws {
    guard let row = values.firstIndex(where: { !$0.isNaN && !scale.contains($0) }) else { return }
    throw DataFault.outsideScale(
      variable: sources[0], row: dataset.rowNumber(row), value: values[row], low: scale.low, high: scale.high,
      count: values.count { !$0.isNaN && !scale.contains($0) })
  }

  private func box(_ dataset: Dataset, _ count: Int, isTop: Bool, _ given: RatingScale?) throws -> Variable {
    let (values, source) = try numbers(sources[0], dataset)
    let scale = try knownScale(source, given)
    guard Double(count) < scale.high - scale.low + 1 else {
      throw fault("the scale has no \(count) answers to spare", "Take fewer.")
    }
    try check(values, on: scale, dataset)
    // The end that is good, or bad, and how far in it reaches.
    let end = isTop ? scale.last : scale.first
    let reach = Double(count) - 1
    return result(
      values.map { $0.isNaN ? $0 : abs($0 - end) <= reach ? 1 : 0 }, like: source, scale: RatingScale(0, 1))
  }

  /// Lowest + highest − answer; its labels go with the answers. What it gives is on the scale of the items that it stands beside.
  private func reversed(_ dataset: Dataset, _ given: RatingScale?) throws -> Variable {
    let (values, source) = try numbers(sources[0], dataset)
    let scale = try knownScale(source, given)
    try check(values, on: scale, dataset)
    let sum = scale.low + scale.high
    let labels = source.details.valueLabels.compactMap { entry -> VariableDetails.ValueLabel? in
      guard case .number(let number) = entry.value, scale.contains(number) else { return nil }
      return .init(.number(sum - number), entry.label)
    }
    return result(
      values.map { $0.isNaN ? $0 : sum - $0 }, like: source, labels: labels.reversed(),
      scale: RatingScale(scale.low, scale.high))
  }

  // MARK: - Distribution

  private func standardized(_ dataset: Dataset) throws -> Variable {
    guard isWhole else {
      throw DataFault.request(
        problem: "'\(variable.name)' is standardised by all rows, and they are not kept",
        suggestion: "Leave \(setting: .stream) out.")
    }
    let (values, source) = try numbers(sources[0], dataset)
    let weighing = try weights.map { try weights($0, dataset) }
    var (total, count, sum) = (0.0, 0.0, 0.0)
    for (row, value) in values.enumerated() where !value.isNaN {
      let weight = weighing?[row] ?? 1
      total += weight
      count += weight > 0 ? 1 : 0
      sum += weight * value
    }
    if weights?.kind == .frequency { count = total }
    let mean = sum / total
    let squares = values.enumerated().reduce(0.0) { sum, entry in
      entry.element.isNaN
        ? sum : sum + (weighing?[entry.offset] ?? 1) * (entry.element - mean) * (entry.element - mean)
    }
    // As `describe` has it: √(Σw(x − x̄)²/Σw·n/(n − 1)).
    let spread = (squares / total * count / (count - 1)).squareRoot()
    guard count > 1, spread > 0 else {
      throw fault("'\(sources[0])' does not vary", "Leave it out.", at: place(sources[0]))
    }
    return result(values.map { $0.isNaN ? $0 : ($0 - mean) / spread }, like: source)
  }

  private func weights(_ weighting: AnalysisRoles.Weighting, _ dataset: Dataset) throws -> [Double] {
    let name = Selection.unquoted(weighting.variable)
    let (values, _) = try numbers(name, dataset)
    for (row, weight) in values.enumerated() {
      if weight.isNaN { throw WeightFault.weightMissing(variable: name, row: dataset.rowNumber(row)) }
      if weight < 0 { throw WeightFault.weightNegative(variable: name, row: dataset.rowNumber(row), value: weight) }
    }
    return values
  }

  // MARK: - Composites

  private func composite(_ dataset: Dataset, _ answered: Int?, isMean: Bool) throws -> Variable {
    let read = try sources.map { try numbers($0, dataset) }
    let columns = read.map(\.values)
    if let answered, answered > columns.count {
      throw fault(
        "\(answered) answers are more than the \(columns.count) items", "Ask for fewer.",
        at: variable.place(of: "answered", from: 1))
    }
    let least = answered ?? columns.count
    // What is missing is so for the reason of its first missing item.
    var reasons: [MissingReason] = []
    let places = read.map { column in
      column.variable.missingReasons.map { reason in
        if let known = reasons.firstIndex(of: reason) { return known }
        guard reasons.count < MissingValue.reasonLimit else { return 0 }
        reasons.append(reason)
        return reasons.count - 1
      }
    }
    let values = (0..<dataset.rowCount).map { row -> Double in
      var (sum, count) = (0.0, 0)
      for column in columns where !column[row].isNaN {
        sum += column[row]
        count += 1
      }
      guard count >= least else {
        let lost = columns.indices.first { columns[$0][row].isNaN }!
        let reason = MissingValue.reason(columns[lost][row])!
        return MissingValue.double(reason < places[lost].count ? places[lost][reason] : 0)
      }
      return isMean ? sum / Double(count) : sum
    }
    let shared = try sharedScale(dataset)
    var made = Variable(
      name: variable.name, values: ColumnValues(narrowest: values),
      missingReasons: reasons.isEmpty ? [.empty] : reasons)
    made.details.scale = isMean ? shared : nil
    return made
  }

  /// The scale of all the items; `nil` where one has none that is known.
  ///
  /// Throws `SyntaxFault.derivation` when two have different ones: their answers mean different things.
  private func sharedScale(_ dataset: Dataset) throws -> RatingScale? {
    let scales = try sources.map { try self.scale($0) ?? dataset.variable($0).details.scale }
    let known = scales.compactMap(\.self)
    if let other = known.first(where: { $0 != known[0] }) {
      func text(_ scale: RatingScale) -> String { "\(Sentence.number(scale.first)):\(Sentence.number(scale.last))" }
      throw fault(
        "its items are on different scales, such as \(text(known[0])) and \(text(other))",
        "Turn those that are worded the other way round with reverse(…) first; recode those on another scale.",
        at: place(sources[scales.firstIndex { $0 == other }!]))
    }
    return known.count == scales.count ? known.first : nil
  }
}

extension DerivedVariable {
  /// Whether several columns may be named.
  fileprivate var takesSeveral: Bool {
    switch function {
    case .mean, .sum: true
    default: false
    }
  }

  /// Where a word first stands in the expression at or behind a place; that place where it does not.
  func place(of word: String, from place: Int) -> Int {
    let start = text.index(text.startIndex, offsetBy: max(0, place - 1), limitedBy: text.endIndex) ?? text.startIndex
    guard let range = text[start...].firstRange(of: word) else { return place }
    return text.distance(from: text.startIndex, to: range.lowerBound) + 1
  }
}

extension Variable {
  /// From the lowest to the highest number that has a label and is an answer; `nil` of fewer than two.
  var labelledScale: RatingScale? {
    let numbers = details.valueLabels.compactMap { entry -> Double? in
      guard case .number(let number) = entry.value, !NoAnswers.contains(entry.label),
        !details.userMissing.contains(where: { $0.numbers?.contains(number) ?? false })
      else { return nil }
      return number
    }
    guard let low = numbers.min(), let high = numbers.max(), low < high else { return nil }
    return RatingScale(low, high)
  }
}
