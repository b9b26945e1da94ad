import Survey

/// How the answers of one variable are spread: those given, and those drawn in all imputations.
public struct ImputedDistribution: Sendable, Equatable {
  /// One answer, or a range of them.
  public struct Level: Sendable, Equatable {
    /// A whole number or a category as it is; a range by its ends.
    public var name: String
    /// Of the answers given, 0 … 1.
    public var given: Double
    /// Of the answers drawn.
    public var drawn: Double
  }

  /// The column.
  public var variable: String
  /// What it is called.
  public var label: String?
  /// In order; their shares add up to 1.
  public var levels: [Level]
}

/// What one sweep of one chain drew for a variable.
public struct ImputationTraceStep: Sendable, Equatable {
  /// The column.
  public var variable: String
  /// What it is called; `nil` where nothing says so.
  public var label: String?
  /// From 1.
  public var imputation: Int
  /// From 1.
  public var sweep: Int
  /// Of the answers drawn.
  public var mean: Double
  /// Of them.
  public var deviation: Double
}

extension ImputedAnswers {
  /// Answers that are told one by one; more of them fall into as many ranges of equal width.
  static let mostLevels = 11
  private static let ranges = 10

  /// Of each variable that has a missing answer.
  public var distributions: [ImputedDistribution] {
    model.table.columns.compactMap { column in
      guard !column.missing.isEmpty else { return nil }
      let given = column.observed.map { column.raw[Int($0)] }
      let drawn = (0..<count).flatMap { answers(of: column, imputation: $0) }
      let values = Set(given).union(drawn)
      let names = names(of: column)
      var levels: [ImputedDistribution.Level] = []
      if column.isCategories || values.count <= Self.mostLevels {
        for value in column.isCategories ? column.levels : values.sorted() {
          levels.append(
            .init(
              name: names[value] ?? Sentence.number(value), given: Self.share(given) { $0 == value },
              drawn: Self.share(drawn) { $0 == value }))
        }
      } else if let low = values.min(), let high = values.max() {
        let width = (high - low) / Double(Self.ranges)
        let place = { (x: Double) in min(Self.ranges - 1, Int((x - low) / width)) }
        for k in 0..<Self.ranges {
          let ends = [low + Double(k) * width, low + Double(k + 1) * width].map { Self.rounded($0, width) }
          levels.append(
            .init(
              name: "\(ends[0])–\(ends[1])", given: Self.share(given) { place($0) == k },
              drawn: Self.share(drawn) { place($0) == k }))
        }
      }
      return ImputedDistribution(variable: column.name, label: column.label, levels: levels)
    }
  }

  /// What the file calls answers.
  private func names(of column: ImputationTable.Column) -> [Double: String] {
    guard let variable = model.dataset[column.name] else { return [:] }
    if case .text(_, let categories) = variable.values {
      return Dictionary(uniqueKeysWithValues: categories.enumerated().map { (Double($0), $1) })
    }
    return Dictionary(
      variable.details.valueLabels.compactMap { named in
        guard case .number(let value) = named.value else { return nil }
        return (value, named.label)
      }, uniquingKeysWith: { first, _ in first })
  }

  private static func share(_ values: [Double], _ holds: (Double) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.count(where: holds)) / Double(values.count)
  }

  /// With as many decimals as tell ranges of that width apart.
  private static func rounded(_ value: Double, _ width: Double) -> String {
    var (unit, decimals) = (1.0, 0)
    while decimals < 9, width / unit < 2 { (unit, decimals) = (unit / 10, decimals + 1) }
    return Sentence.number((value / unit).rounded() / (1 / unit).rounded())
  }

  /// Each step of each chain, by variable with numbers, imputation and sweep.
  public var traceSteps: [ImputationTraceStep] {
    let table = model.table
    return table.columns.filter { !$0.missing.isEmpty && !$0.isCategories }.flatMap { column in
      (0..<count).flatMap { m in
        trace(of: column.name, imputation: m).enumerated().map { sweep, spread in
          ImputationTraceStep(
            variable: column.name, label: column.label, imputation: m + 1, sweep: sweep + 1, mean: spread.mean,
            deviation: spread.deviation)
        }
      }
    }
  }
}
