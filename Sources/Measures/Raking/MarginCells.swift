import Survey

/// The categories of one margin: which row is in which, and what each is to add up to.
struct MarginCells {
  let margin: RakingSpecification.Margin
  /// As they are shown, in the order of the targets.
  let titles: [String]
  /// Category of every row; −1 where the row does not count.
  let codes: [Int32]
  /// Rows in each category.
  let counts: [Int]

  /// - Parameter base: weights to start from; rows without one do not count.
  /// - Throws: `RakingFault`, `DataFault.noSuchVariable`.
  init(_ margin: RakingSpecification.Margin, _ dataset: Dataset, base: [Double]) throws {
    self.margin = margin
    let variables = try margin.variables.map { try dataset.variable($0) }
    let words = variables.map(ValueWords.init)
    var places: [[String]: Int32] = [:]
    var titles: [String] = []
    for (place, target) in margin.targets.enumerated() {
      guard target.cell.count == variables.count else {
        throw RakingFault.wrongCell(margin: margin.title, cell: target.title, parts: variables.count)
      }
      guard target.value >= 0, target.value.isFinite else {
        throw RakingFault.badTarget(margin: margin.title, category: target.title, value: target.value)
      }
      let cell = zip(target.cell, words).map { $1.value(of: $0) }
      guard places.updateValue(Int32(place), forKey: cell) == nil else {
        throw RakingFault.twoTargets(margin: margin.title, category: target.title)
      }
      titles.append(zip(cell, words).map { $1.title(of: $0) }.joined(separator: ":"))
    }
    self.titles = titles
    var codes = [Int32](repeating: -1, count: dataset.rowCount)
    var counts = [Int](repeating: 0, count: titles.count)
    var unknown: (cell: [String], first: Int, rows: Int)?
    for (variable, words) in zip(variables, words) {
      let lacking = base.indices.filter { base[$0] > 0 && words.text(at: $0) == nil }
      if let first = lacking.first {
        throw RakingFault.withoutAnswer(
          variable: variable.name, rows: lacking.count, row: dataset.rowNumber(first))
      }
    }
    for row in base.indices where base[row] > 0 {
      let cell = words.map { $0.text(at: row)! }
      guard let place = places[cell] else {
        if unknown == nil { unknown = (cell, row, 0) }
        if unknown!.cell == cell { unknown!.rows += 1 }
        continue
      }
      codes[row] = place
      counts[Int(place)] += 1
    }
    if let unknown {
      throw RakingFault.withoutTarget(
        margin: margin.title, category: zip(unknown.cell, words).map { $1.title(of: $0) }.joined(separator: ":"),
        rows: unknown.rows, row: dataset.rowNumber(unknown.first))
    }
    for (place, target) in margin.targets.enumerated() {
      if counts[place] == 0, target.value > 0 {
        throw RakingFault.unreachable(margin: margin.title, category: titles[place])
      }
      if counts[place] > 0, target.value == 0 {
        throw RakingFault.zeroTarget(margin: margin.title, category: titles[place], rows: counts[place])
      }
    }
    self.codes = codes
    self.counts = counts
  }
}

/// A variable's values as texts, and what their labels say.
private struct ValueWords {
  private let variable: Variable
  private let numbers: [Double]
  private let labels: [String: String]
  private let values: [String: String]

  init(_ variable: Variable) {
    self.variable = variable
    numbers = variable.isText ? [] : variable.doubles
    let all = variable.details.valueLabels.map { ($0.value.text, $0.label) }
    labels = Dictionary(all, uniquingKeysWith: { first, _ in first })
    values = Dictionary(all.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// `nil` where there is no answer.
  func text(at row: Int) -> String? {
    if case .text(let codes, let categories) = variable.values {
      return codes[row] < 0 ? nil : categories[Int(codes[row])]
    }
    return numbers[row].isNaN ? nil : plain(numbers[row])
  }

  /// The value that somebody writes, or whose label it is.
  func value(of written: String) -> String {
    if !variable.isText, let number = Double(written) { return plain(number) }
    if variable.isText, case .text(_, let categories) = variable.values, categories.contains(written) { return written }
    return values[written] ?? written
  }

  func title(of value: String) -> String { labels[value] ?? value }
}
