/// Makes derived variables of the columns of a dataset, or of a block of one.
package struct Derivation {
  let variable: DerivedVariable
  /// The columns that it is made of, by name.
  package let sources: [String]
  /// The scale of a column, where one is declared.
  let scale: (String) -> RatingScale?
  /// Whether all rows are at hand: what needs them all is refused otherwise.
  let isWhole: Bool

  /// Throws `DataFault.noSuchVariable`, and `SyntaxFault.derivation` for several columns where one is meant.
  package init(
    _ variable: DerivedVariable, in names: [String], isWhole: Bool, scale: @escaping (String) -> RatingScale?
  ) throws {
    self.variable = variable
    self.scale = scale
    self.isWhole = isWhole
    sources = try Selection.resolve(variable.sources, in: names)
    switch variable.function {
    case .mean, .sum: break
    default:
      if sources.count > 1 {
        throw SyntaxFault.derivation(
          name: variable.name, text: variable.text, position: 1,
          problem: "it is made of one column, and '\(variable.sources[0])' names \(sources.count)",
          suggestion: "Name one of them.")
      }
    }
  }

  /// The variable, with a row for each of the dataset's.
  ///
  /// Throws `DataFault.notNumeric` for texts where numbers are needed, `.request` for answers that nothing was said of.
  package func make(_ dataset: Dataset) throws -> Variable {
    switch variable.function {
    case .box(let count, let isTop, let given): return try box(dataset, count, isTop: isTop, given)
    case .mean(let answered): return try composite(dataset, answered, isMean: true)
    case .sum(let answered): return try composite(dataset, answered, isMean: false)
    case .recode(let recodings, let rest): return try recoded(dataset, recodings, rest)
    case .standardize: return try standardized(dataset)
    case .isOne(let values): return try isOne(dataset, values)
    case .period(let period, let order): return try period.map(dataset, order, in: self)
    }
  }

  // MARK: - Numbers

  func source(_ dataset: Dataset) throws -> Variable { try dataset.variable(sources[0]) }

  func numbers(_ name: String, _ dataset: Dataset) throws -> (values: [Double], variable: Variable) {
    let variable = try dataset.variable(name)
    if let bad = variable.unreadable {
      throw DataFault.notNumeric(variable: name, row: bad.row, value: bad.value, count: bad.count)
    }
    if case .text(_, let categories) = variable.values, let first = categories.first {
      throw fault(
        "'\(name)' holds texts ('\(Quotation.cut(first))'), and numbers are needed", "Derive it of a column of numbers."
      )
    }
    return (variable.values.numbersWithReasons, variable)
  }

  func fault(_ problem: Sentence, _ suggestion: Sentence) -> SyntaxFault {
    SyntaxFault.derivation(
      name: variable.name, text: variable.text, position: 1, problem: problem, suggestion: suggestion)
  }

  private func result(
    _ values: [Double], like source: Variable, labels: [VariableDetails.ValueLabel] = [], scale: RatingScale? = nil
  ) -> Variable {
    var made = Variable(
      name: variable.name, values: ColumnValues(narrowest: values), missingReasons: source.missingReasons)
    made.details.valueLabels = labels
    made.details.scale = scale
    return made
  }

  private func box(_ dataset: Dataset, _ count: Int, isTop: Bool, _ given: RatingScale?) throws -> Variable {
    let (values, source) = try numbers(sources[0], dataset)
    let start = variable.text.prefix { $0 != "(" }
    guard let scale = given ?? scale(sources[0]) ?? source.details.scale else {
      throw fault(
        "the scale of '\(sources[0])' is not known",
        "Declare it with \(setting: .scale, "\(Selection.quoted(sources[0]))=0:10"), or write it behind the column: \(start)(\(sources[0]), 0:10)."
      )
    }
    guard Double(count) < scale.high - scale.low + 1 else {
      throw fault(
        "the scale has no \(count) answers to spare",
        "Take fewer.")
    }
    // The end that is good, or bad, and how far in it reaches.
    let end = isTop ? scale.last : scale.first
    let reach = Double(count) - 1
    let boxed = try values.enumerated().map { row, value -> Double in
      if value.isNaN { return value }
      guard scale.contains(value) else {
        throw DataFault.outsideScale(
          variable: sources[0], row: dataset.rowNumber(row), value: value, low: scale.low, high: scale.high,
          count: values.count { !$0.isNaN && !scale.contains($0) })
      }
      return abs(value - end) <= reach ? 1 : 0
    }
    return result(boxed, like: source, scale: RatingScale(0, 1))
  }

  private func composite(_ dataset: Dataset, _ answered: Int?, isMean: Bool) throws -> Variable {
    let read = try sources.map { try numbers($0, dataset) }
    let columns = read.map(\.values)
    if let answered, answered > columns.count {
      throw fault("\(answered) answers are more than the \(columns.count) items", "Ask for fewer.")
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
        "Recode those that are worded the other way round, or on another scale, first.")
    }
    return known.count == scales.count ? known.first : nil
  }

  private func standardized(_ dataset: Dataset) throws -> Variable {
    guard isWhole else {
      throw DataFault.request(
        problem: "'\(variable.name)' is standardised by all rows, and they are not kept",
        suggestion: "Leave \(setting: .stream) out.")
    }
    let (values, source) = try numbers(sources[0], dataset)
    let present = values.filter { !$0.isNaN }
    let n = Double(present.count)
    let mean = present.reduce(0, +) / n
    let spread = (present.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
    guard n > 1, spread > 0 else { throw fault("'\(sources[0])' does not vary", "Leave it out.") }
    return result(values.map { $0.isNaN ? $0 : ($0 - mean) / spread }, like: source)
  }

  // MARK: - Values by name

  /// Whether each distinct answer meets a code; of labelled numbers also by label.
  private func meets(_ code: MissingCode, _ source: Variable) -> (_ number: Double?, _ text: String?) -> Bool {
    let labelled = source.details.valueLabels.filter { $0.label.lowercased() == code.text.lowercased() }.map(\.value)
    return { number, text in
      if let number { return code.numbers?.contains(number) ?? false || labelled.contains(.number(number)) }
      guard let text else { return false }
      if text == code.text || labelled.contains(.text(text)) { return true }
      return code.numbers.map { range in Double(text).map(range.contains) ?? false } ?? false
    }
  }

  private func isOne(_ dataset: Dataset, _ values: [String]) throws -> Variable {
    let source = try source(dataset)
    let tests = values.map { meets(MissingCode($0), source) }
    return result(
      try map(dataset, source) { number, text, _ in tests.contains { $0(number, text) } ? 1 : 0 }, like: source)
  }

  /// A number for each answer; missing ones keep their reason.
  private func map(
    _ dataset: Dataset, _ source: Variable, _ value: (Double?, String?, _ row: Int) throws -> Double
  ) throws -> [Double] {
    if let bad = source.unreadable {
      throw DataFault.notNumeric(variable: source.name, row: bad.row, value: bad.value, count: bad.count)
    }
    switch source.values {
    case .text(let codes, let categories):
      var known: [Int32: Double] = [:]
      return try codes.enumerated().map { row, code in
        if let reason = MissingValue.reason(text: code) { return MissingValue.double(reason) }
        if let done = known[code] { return done }
        let made = try value(nil, categories[Int(code)], row)
        known[code] = made
        return made
      }
    default:
      var known: [UInt64: Double] = [:]
      return try source.values.numbersWithReasons.enumerated().map { row, number in
        if number.isNaN { return number }
        if let done = known[number.bitPattern] { return done }
        let made = try value(number, nil, row)
        known[number.bitPattern] = made
        return made
      }
    }
  }

  private func recoded(
    _ dataset: Dataset, _ recodings: [DerivedVariable.Recoding], _ rest: DerivedVariable.Rest
  ) throws -> Variable {
    let source = try source(dataset)
    let tests = recodings.map { meets($0.code, source) }
    var values = recodings.map(\.value)
    if case .value(let other) = rest { values.append(other) }
    let isNumeric = values.allSatisfy { Double($0) != nil } && !(rest == .kept && source.isText)
    // New names are numbered in the order in which they were written; what is kept follows.
    var names: [String] = []
    for value in values where !names.contains(value) { names.append(value) }
    func place(_ name: String) -> Double {
      if isNumeric { return Double(name)! }
      if let known = names.firstIndex(of: name) { return Double(known) }
      names.append(name)
      return Double(names.count - 1)
    }
    if rest == .kept, !isNumeric {
      // Names that are kept stand in the order of the source's, which the blocks of a stream share.
      if case .text(_, let categories) = source.values {
        for text in categories where !tests.contains(where: { $0(nil, text) }) { _ = place(text) }
      } else if !isWhole {
        throw DataFault.request(
          problem: "'\(variable.name)' keeps numbers among names, which is known only at the end",
          suggestion: "Leave \(setting: .stream) out, or name every answer.")
      }
    }
    let made = try map(dataset, source) { number, text, row in
      if let index = tests.firstIndex(where: { $0(number, text) }) { return place(recodings[index].value) }
      let written = text ?? Sentence.number(number!).description
      switch rest {
      case .missing: return MissingValue.double(0)
      case .kept: return isNumeric ? number! : place(written)
      case .value(let other): return place(other)
      case .refused:
        throw DataFault.request(
          problem:
            "'\(variable.name)' has no value for '\(Quotation.cut(written))' of '\(source.name)' (row \(dataset.rowNumber(row)))",
          suggestion: "Add it to the recoding, or say 'else = missing', 'else = keep' or a value.")
      }
    }
    if isNumeric { return result(made, like: source) }
    let codes = made.map { number in MissingValue.reason(number).map { MissingValue.text($0) } ?? Int32(number) }
    return Variable(
      name: variable.name, values: .text(codes: codes, categories: names), missingReasons: source.missingReasons)
  }
}

extension DatePeriod {
  /// The period of each date.
  fileprivate func map(_ dataset: Dataset, _ given: DateOrder?, in derivation: Derivation) throws -> Variable {
    let source = try derivation.source(dataset)
    guard case .text(let codes, let categories) = source.values else {
      throw derivation.fault("'\(source.name)' holds numbers, not dates", "Write dates as 2024-05-01.")
    }
    let orders = given.map { [$0] } ?? DateOrder.allCases
    let fits = orders.filter { order in categories.allSatisfy { CivilDate($0, order) != nil } }
    guard let order = fits.first else {
      let bad = categories.first { text in !orders.contains { CivilDate(text, $0) != nil } } ?? categories[0]
      throw derivation.fault("'\(Quotation.cut(bad))' of '\(source.name)' is no date", "Write dates as 2024-05-01.")
    }
    guard fits.count == 1 || categories.isEmpty else {
      throw derivation.fault(
        "the dates of '\(source.name)' ('\(categories[0])') may have the day or the month first",
        "Say which: \(rawValue)(\(source.name), dmy) or \(rawValue)(\(source.name), mdy).")
    }
    // A stretch that holds several dates is one category.
    var names: [String] = []
    let places = categories.map { text -> Int32 in
      let name = self.text(CivilDate(text, order)!)
      if let known = names.firstIndex(of: name) { return Int32(known) }
      names.append(name)
      return Int32(names.count - 1)
    }
    return Variable(
      name: derivation.variable.name,
      values: .text(codes: codes.map { $0 < 0 ? $0 : places[Int($0)] }, categories: names),
      missingReasons: source.missingReasons)
  }
}

extension Variable {
  /// Numbers as names of categories: their labels, or the numbers as they are written.
  package var asCategories: Variable {
    if isText { return self }
    var names: [String] = []
    var known: [UInt64: Int32] = [:]
    let codes = values.numbersWithReasons.map { number -> Int32 in
      if let reason = MissingValue.reason(number) { return MissingValue.text(reason) }
      if let code = known[number.bitPattern] { return code }
      let label = details.valueLabels.first { $0.value == .number(number) }?.label
      names.append(label ?? Sentence.number(number).description)
      known[number.bitPattern] = Int32(names.count - 1)
      return Int32(names.count - 1)
    }
    var copy = self
    copy.values = .text(codes: codes, categories: names)
    return copy
  }
}
