import LinearAlgebra
import Measures
import Platform
import Probability
public import Survey

/// One-way analysis of variance: do the means of a variable differ between groups by more than chance?
///
/// This is the specification, which has no options; `fit(to:outcome:group:)` gives a `Fit`.
public struct OneWayVariance: Sendable, Equatable, Codable {
  public init() {}

  /// What the groups differ by, and what is left within them.
  public struct Fit: Sendable, Equatable {
    /// The variable whose means are compared.
    public let outcome: String
    /// The variable whose values make the groups.
    public let group: String
    /// Rows with an answer and a group.
    public let n: Int
    /// The groups in order of appearance: rows and mean.
    public let groups: [Group]
    /// k − 1 and n − k.
    public let dfBetween: Int
    /// n − groups.
    public let dfWithin: Int
    /// Σnⱼ(x̄ⱼ − x̄)² and ΣΣ(x − x̄ⱼ)².
    public let sumOfSquaresBetween: Double
    /// Σ(x − its group's mean)².
    public let sumOfSquaresWithin: Double
    /// Sum of squares between groups over its degrees of freedom.
    public let meanSquareBetween: Double
    /// Sum of squares within groups over its degrees of freedom.
    public let meanSquareWithin: Double
    /// Their ratio; infinite when nothing varies within groups.
    public let fStatistic: Double
    /// P(F ≥ f), for independent normal values of equal variance.
    public let pValue: Double
    /// The share of the sum of squares that lies between groups (η²).
    public let rSquared: Double
    /// √ of the mean square within groups.
    public let sigma: Double
    /// What the analyst should know.
    public let notes: [Note]

    /// One group of the comparison.
    public struct Group: Sendable, Equatable {
      /// The group's value.
      public let name: String
      /// Rows of the group.
      public let n: Int
      /// Of the outcome in the group.
      public let mean: Double
    }
  }

  /// Compares the means of `outcome` between the values (numbers or texts) of `group`. Rows without either are left out,
  /// with a note.
  ///
  /// Means, deviations and sums are kept in twice the precision: group means of 1000000000000.4 and the like cancel in
  /// doubles until no digit of F is left, and here what the doubles hold is kept.
  ///
  /// Throws `DataFault.noSuchVariable`, `.textVariable`, `.notNumeric`, `.notFinite`, `.oneCategory`, `.tooFewRows`,
  /// `.constant`, `.noRowsLeft`.
  public func fit(to dataset: Dataset, outcome: String, group: String) throws -> Fit {
    let answers = try numbers(dataset, outcome)
    let membership = try GroupCodes(dataset.variable(group))
    let used = answers.indices.filter { !answers[$0].isNaN && membership.codes[$0] >= 0 }
    guard !used.isEmpty else { throw DataFault.noRowsLeft(after: "leaving out rows without an answer or a group") }
    let largest = used.reduce(0) { max($0, abs(answers[$1])) }
    let exponent = largest > 0 ? Int32(largest.exponent) : 0

    var place: [Int32: Int] = [:]
    var names: [String] = []
    let rows = used.map { row -> (value: Double, group: Int) in
      let code = membership.codes[row]
      let own = place[code] ?? names.count
      if place.updateValue(own, forKey: code) == nil { names.append(membership.names[Int(code)]) }
      return (scalbn(answers[row], -exponent), own)
    }
    guard names.count > 1 else { throw DataFault.oneCategory(variable: group, category: names[0]) }
    guard rows.count > names.count else {
      throw DataFault.tooFewRows(
        rows: rows.count, needed: names.count + 1, analysis: "an analysis of variance of \(names.count) groups")
    }
    var sums = [DoubleDouble](repeating: .zero, count: names.count)
    var counts = [Int](repeating: 0, count: names.count)
    for row in rows {
      sums[row.group] += row.value
      counts[row.group] += 1
    }
    let means = zip(sums, counts).map { $0 / Double($1) }
    let center = sums.reduce(DoubleDouble.zero, +) / Double(rows.count)
    var between = DoubleDouble.zero
    for (mean, count) in zip(means, counts) { between += (mean - center) * (mean - center) * Double(count) }
    var within = DoubleDouble.zero
    for row in rows {
      let deviation = -means[row.group] + row.value
      within += deviation * deviation
    }
    guard between.high > 0 || within.high > 0 else {
      throw DataFault.constant(variable: outcome, value: answers[used[0]])
    }
    let (dfBetween, dfWithin) = (names.count - 1, rows.count - names.count)
    let meanBetween = between / Double(dfBetween)
    let meanWithin = within / Double(dfWithin)
    let f = within.high > 0 ? (meanBetween / meanWithin).high : .infinity
    return Fit(
      outcome: outcome, group: group, n: rows.count,
      groups: names.indices.map { .init(name: names[$0], n: counts[$0], mean: scalbn(means[$0].high, exponent)) },
      dfBetween: dfBetween, dfWithin: dfWithin,
      sumOfSquaresBetween: scalbn(between.high, 2 * exponent), sumOfSquaresWithin: scalbn(within.high, 2 * exponent),
      meanSquareBetween: scalbn(meanBetween.high, 2 * exponent),
      meanSquareWithin: scalbn(meanWithin.high, 2 * exponent), fStatistic: f,
      pValue: FDistribution(numerator: Double(dfBetween), denominator: Double(dfWithin)).upperTail(f),
      rSquared: (between / (between + within)).high, sigma: scalbn(meanWithin.squareRoot().high, exponent),
      notes: used.count < dataset.rowCount
        ? [Note(.rowsDropped, "\(dataset.rowCount - used.count) rows without an answer or a group are left out.")]
        : [])
  }

  private func numbers(_ dataset: Dataset, _ outcome: String) throws -> [Double] {
    let variable = try dataset.variable(outcome)
    if variable.isText { throw DataFault.textVariable(variable: outcome, role: "the outcome") }
    if let text = variable.unreadable {
      throw DataFault.notNumeric(variable: outcome, row: text.row, value: text.value, count: text.count)
    }
    let values = variable.doubles
    if let row = values.firstIndex(where: { abs($0) > 1e150 }) {
      throw DataFault.notFinite(variable: outcome, row: dataset.rowNumber(row), value: values[row])
    }
    return values
  }
}

/// The groups of a column as codes, −1 where it has no value.
private struct GroupCodes {
  var codes: [Int32] = []
  var names: [String] = []

  init(_ variable: Variable) {
    if case .text(let codes, let categories) = variable.values {
      self.codes = codes.map { $0 < 0 ? -1 : $0 }
      names = categories
      return
    }
    var known: [Double: Int32] = [:]
    for value in variable.doubles {
      if value.isNaN {
        codes.append(-1)
        continue
      }
      if known[value] == nil {
        known[value] = Int32(names.count)
        names.append(value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value))
      }
      codes.append(known[value]!)
    }
  }
}
