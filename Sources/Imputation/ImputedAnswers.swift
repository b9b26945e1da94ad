import Measures
import Platform
import Probability
public import Survey

extension ImputationModel {
  /// Draws imputations.
  ///
  /// - Parameters:
  ///   - range: their numbers, from 0; imputation m is the same in whatever range.
  ///   - jobs: threads; the result does not depend on it.
  /// - Throws: `ImputationFault.tooMany`.
  public func draw(_ range: Range<Int>, jobs: Int = 1) throws -> ImputedAnswers {
    let count = range.count
    guard table.missingCount <= MultipleImputation.room / 8 / max(1, count) else {
      throw ImputationFault.tooMany(answers: table.missingCount, imputations: count)
    }
    let sweeps = specification.sweeps
    let traced = 2 * sweeps * table.visits.count
    var values = [Double](repeating: 0, count: count * table.missingCount)
    var trace = [Double](repeating: 0, count: count * traced)
    let (table, seed) = (table, specification.seed)
    values.withUnsafeMutableBufferPointer { values in
      trace.withUnsafeMutableBufferPointer { trace in
        guard let ends = Slots(values.baseAddress, trace.baseAddress) else { return }
        TaskSharing.run(tasks: count, jobs: jobs, makeWorkspace: { ImputationChain(table) }) { chain, task in
          var stream = RandomStream(seed: seed, stream: Self.firstStream + UInt64(range.lowerBound + task))
          chain.run(sweeps: sweeps, stream: &stream, trace: ends.trace + task * traced)
          (ends.values + task * table.missingCount).update(from: chain.values.pointer, count: table.missingCount)
        }
      }
    }
    return ImputedAnswers(model: self, count: count, values: values, trace: trace)
  }

  /// Streams that no resample owns.
  private static let firstStream: UInt64 = 1 << 40

  /// What the threads fill; no two write the same part.
  private struct Slots: @unchecked Sendable {
    let values: UnsafeMutablePointer<Double>
    let trace: UnsafeMutablePointer<Double>

    init?(_ values: UnsafeMutablePointer<Double>?, _ trace: UnsafeMutablePointer<Double>?) {
      guard let values, let trace else { return nil }
      (self.values, self.trace) = (values, trace)
    }
  }
}

/// Missing answers drawn several times.
public struct ImputedAnswers: Sendable {
  public let model: ImputationModel
  /// Imputations.
  public private(set) var count: Int
  /// Imputation after imputation, variable after variable.
  private var values: [Double]
  /// Mean and deviation of the answers drawn, by imputation, sweep and visited variable.
  private var trace: [Double]

  init(model: ImputationModel, count: Int, values: [Double], trace: [Double]) {
    (self.model, self.count, self.values, self.trace) = (model, count, values, trace)
  }

  /// With further imputations behind these.
  public mutating func append(_ others: ImputedAnswers) {
    count += others.count
    values += others.values
    trace += others.trace
  }

  /// The data with one imputation in the place of what is missing.
  ///
  /// - Parameters:
  ///   - shift: added to what was drawn for each number, in standard deviations of its answers; the sum is held between the least
  ///     and the greatest answer. For what would be if those who did not answer were unlike the others who answered alike.
  public func completed(_ imputation: Int, shift: Double = 0) -> Dataset {
    precondition(imputation >= 0 && imputation < count, "no such imputation")
    let table = model.table
    var replaced: [String: Variable] = [:]
    for column in table.columns where !column.missing.isEmpty {
      guard var variable = model.dataset[column.name] else { continue }
      let start = imputation * table.missingCount + column.start
      if case .text(var codes, let categories) = variable.values {
        for (at, row) in column.missing.enumerated() { codes[Int(row)] = Int32(values[start + at]) }
        variable.values = .text(codes: codes, categories: categories)
      } else {
        var numbers = column.raw
        if shift == 0 {
          for (at, row) in column.missing.enumerated() { numbers[Int(row)] = values[start + at] }
        } else {
          let bounds = column.bounds
          for (at, row) in column.missing.enumerated() {
            numbers[Int(row)] = min(max(values[start + at] + shift * column.scales[0], bounds.low), bounds.high)
          }
        }
        variable.values = ColumnValues(narrowest: numbers)
      }
      replaced[column.name] = variable
    }
    let all = model.dataset
    return Dataset(
      variables: all.variables.map { replaced[$0.name] ?? $0 }, rowCount: all.rowCount, firstRow: all.firstRow,
      rowNumbers: all.rowNumbers)
  }
}

extension ImputedAnswers {
  /// What was drawn for a variable, in the order of the rows without an answer.
  func answers(of column: ImputationTable.Column, imputation: Int) -> ArraySlice<Double> {
    let start = imputation * model.table.missingCount + column.start
    return values[start..<start + column.missing.count]
  }
}

extension ImputationTable.Column {
  fileprivate var bounds: (low: Double, high: Double) {
    var (low, high) = (Double.infinity, -Double.infinity)
    for x in raw where !x.isNaN { (low, high) = (min(low, x), max(high, x)) }
    return (low, high)
  }
}

extension ImputedAnswers {
  /// What was drawn for one variable, beside what was answered.
  public struct Summary: Sendable, Equatable {
    /// The column.
    public var variable: String
    /// What it is called; `nil` where nothing says so.
    public var label: String?
    /// How its answers are drawn.
    public var method: ImputationMethod
    /// Respondents with an answer.
    public var n: Int
    /// Respondents without one.
    public var missing: Int
    /// Of the answers; `nil` for names of categories.
    public var observedMean: Double?
    /// Of them.
    public var observedDeviation: Double?
    /// Of all answers drawn.
    public var imputedMean: Double?
    /// Of them.
    public var imputedDeviation: Double?
    /// Of the variable's mean over all respondents: the share of what is not known about it that comes of missing answers.
    public var missingInformation: Double?
    /// How far apart the chains' means lie beside how they move, in the second half of the sweeps (Gelman & Rubin 1992,
    /// doi:10.1214/ss/1177011136): near 1 when they no longer depend on where they began. `nil` for names of categories.
    public var convergence: Double?
  }

  /// Above it chains have not met.
  public static let largestConvergence = 1.2

  private static let fewestChains = 10

  /// Of each variable that has a missing answer, in the order of the analysis.
  public var summaries: [Summary] {
    let table = model.table
    return table.columns.enumerated().compactMap { (v, column) -> Summary? in
      guard !column.missing.isEmpty else { return nil }
      var result = Summary(
        variable: column.name, label: column.label, method: column.method, n: column.observed.count,
        missing: column.missing.count)
      guard !column.isCategories else { return result }
      let answered = column.observed.map { column.raw[Int($0)] }
      let drawn = (0..<count).map { Array(self.answers(of: column, imputation: $0)) }
      (result.observedMean, result.observedDeviation) = Self.spread(answered)
      (result.imputedMean, result.imputedDeviation) = Self.spread(drawn.flatMap { $0 })
      let completed = drawn.map { Self.spread(answered + $0) }
      let n = Double(answered.count + column.missing.count)
      result.missingInformation =
        PooledEstimate(
          estimates: completed.map(\.mean), variances: completed.map { $0.deviation * $0.deviation / n },
          degrees: n - 1)?.missingInformation
      result.convergence = convergence(v)
      return result
    }
  }

  /// √((n − 1)/n + B/W): W the mean variance of a chain's means over the last n sweeps, B the variance of the chains' means.
  private func convergence(_ v: Int) -> Double? {
    let (table, sweeps) = (model.table, model.specification.sweeps)
    guard count > 1, sweeps >= 4, let at = table.visits.firstIndex(of: v) else { return nil }
    let visits = table.visits.count
    let last = sweeps - sweeps / 2..<sweeps
    let chains = (0..<count).map { m in
      Self.spread(last.map { sweep in trace[2 * ((m * sweeps + sweep) * visits + at)] })
    }
    let within = chains.reduce(0) { $0 + $1.deviation * $1.deviation } / Double(count)
    let between = Self.spread(chains.map(\.mean)).deviation
    guard within > 0 else { return nil }
    let n = Double(last.count)
    return ((n - 1) / n + between * between / within).squareRoot()
  }

  /// Mean and deviation of the answers drawn for a variable in each sweep of a chain.
  package func trace(of variable: String, imputation: Int) -> [(mean: Double, deviation: Double)] {
    let (table, sweeps) = (model.table, model.specification.sweeps)
    guard let at = table.visits.firstIndex(where: { table.columns[$0].name == variable }) else { return [] }
    return (0..<sweeps).map { sweep in
      let start = 2 * ((imputation * sweeps + sweep) * table.visits.count + at)
      return (trace[start], trace[start + 1])
    }
  }

  private static func spread(_ values: [Double]) -> (mean: Double, deviation: Double) {
    guard let first = values.first else { return (.nan, .nan) }
    let count = Double(values.count)
    let mean = first + values.reduce(0) { $0 + ($1 - first) } / count
    let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, count > 1 ? (square / (count - 1)).squareRoot() : 0)
  }

  /// What the analyst must know of chains that have not met.
  package var notes: [Note] {
    // Few chains tell little of where they meet.
    guard count >= Self.fewestChains else { return [] }
    let slow = summaries.filter { $0.convergence ?? 1 > Self.largestConvergence }.map { $0.label ?? $0.variable }
    guard !slow.isEmpty else { return [] }
    return [
      Note(
        .chainsApart,
        "The imputations of \(Sentence.quoted(slow, most: 6)) still depend on where they began after \(model.specification.sweeps) sweeps: too little is answered together. Leave out what fewest answered, or name columns that tell of it with \(setting: .auxiliary)."
      )
    ]
  }
}
