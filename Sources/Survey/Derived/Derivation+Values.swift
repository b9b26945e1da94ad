/// What is made of answers one by one.
extension Derivation {
  /// Whether each distinct answer meets a value as written; of labelled numbers also by label.
  ///
  /// Throws `SyntaxFault.derivation` for a text that no number can be, nor is called.
  private func meets(
    _ value: DerivedVariable.Value, _ source: Variable
  ) throws -> (_ number: Double?, _ text: String?) -> Bool {
    let code = value.code
    let labels = source.details.valueLabels
    let labelled = labels.filter { $0.label.lowercased() == code.text.lowercased() }.map(\.value)
    if !source.isText, code.numbers == nil, labelled.isEmpty {
      let names = labels.map(\.label)
      let near = Spelling.nearest(to: code.text, among: names, limit: 1).first
      throw fault(
        labels.isEmpty
          ? "'\(source.name)' holds numbers, and '\(code.text)' is none"
          : "'\(code.text)' is neither a number nor a label of '\(source.name)'",
        near.map { "Did you mean '\($0)'?" }
          ?? (labels.isEmpty
            ? "Write a number or a range, such as 1:3."
            : "Its labels are \(names.prefix(8).map { "'\($0)'" }.joined(separator: ", "))\(names.count > 8 ? " …" : "")."),
        at: value.place)
    }
    return { number, text in
      if let number { return code.numbers?.contains(number) ?? false || labelled.contains(.number(number)) }
      guard let text else { return false }
      if text == code.text || labelled.contains(.text(text)) { return true }
      return code.numbers.map { range in Double(text).map(range.contains) ?? false } ?? false
    }
  }

  /// The categories of a column, by label.
  func dummies(_ dataset: Dataset) throws -> Variable {
    let source = try source(dataset)
    if let bad = source.unreadable {
      throw DataFault.notNumeric(variable: source.name, row: bad.row, value: bad.value, count: bad.count)
    }
    var made = try source.asCategories(isWhole: isWhole)
    (made.name, made.label) = (variable.name, nil)
    made.details = VariableDetails()
    return made
  }

  func isOne(_ dataset: Dataset, _ values: [DerivedVariable.Value]) throws -> Variable {
    let source = try source(dataset)
    let tests = try values.map { try meets($0, source) }
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

  func recoded(
    _ dataset: Dataset, _ recodings: [DerivedVariable.Recoding], _ rest: DerivedVariable.Rest
  ) throws -> Variable {
    let source = try source(dataset)
    let tests = try recodings.map { try meets($0.from, source) }
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

extension Variable {
  /// Numbers as names of categories: their labels, or the numbers as they are written; none twice.
  ///
  /// Throws `DataFault.request` for numbers of a block of rows that have no labels: the blocks would number them apart.
  package func asCategories(isWhole: Bool) throws -> Variable {
    if isText { return self }
    // Labels first, in their order, which all blocks share.
    var names: [String] = []
    var known: [UInt64: Int32] = [:]
    func add(_ number: Double, _ name: String) {
      let written = Sentence.number(number)
      known[number.bitPattern] = Int32(names.count)
      names.append(name == written || !names.contains(name) ? name : "\(name) (\(written))")
    }
    for entry in details.valueLabels {
      if case .number(let number) = entry.value, known[number.bitPattern] == nil { add(number, entry.label) }
    }
    var isGiven = [Bool](repeating: false, count: names.count)
    let codes = try values.numbersWithReasons.map { number -> Int32 in
      if let reason = MissingValue.reason(number) { return MissingValue.text(reason) }
      // Two zeros are one answer.
      let number = number == 0 ? 0 : number
      if known[number.bitPattern] == nil {
        guard isWhole else {
          throw DataFault.request(
            problem: "'\(name)' makes categories of numbers without labels, which are all known only at the end",
            suggestion: "Leave \(setting: .stream) out, or label every answer.")
        }
        add(number, Sentence.number(number))
        isGiven.append(false)
      }
      let code = known[number.bitPattern]!
      isGiven[Int(code)] = true
      return code
    }
    var copy = self
    // A category that nobody chose is none, where all answers are known.
    guard isWhole, isGiven.contains(false) else {
      copy.values = .text(codes: codes, categories: names)
      return copy
    }
    var places: [Int32] = []
    for given in isGiven { places.append((places.last ?? 0) + (given ? 1 : 0)) }
    copy.values = .text(
      codes: codes.map { $0 < 0 ? $0 : places[Int($0)] - 1 },
      categories: zip(names, isGiven).filter(\.1).map(\.0))
    return copy
  }
}
