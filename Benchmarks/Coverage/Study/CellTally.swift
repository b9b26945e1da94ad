public import Resampling

/// The findings of all samples of a cell, counted.
public struct CellTally: Sendable {
  /// A mean over samples with its Monte Carlo standard error.
  public struct Rate: Sendable, Equatable {
    public var value: Double
    public var error: Double
  }

  /// Statements "in this quadrant in f of the resamples" with f in one band.
  struct Band: Sendable {
    var statements = 0
    var frequencies = 0.0
    var hits = 0

    mutating func add(_ frequency: Double, isTrue: Bool) {
      statements += 1
      frequencies += frequency
      if isTrue { hits += 1 }
    }

    mutating func add(_ other: Band) {
      statements += other.statements
      frequencies += other.frequencies
      hits += other.hits
    }
  }

  public let cell: StudyCell
  public let samples: Int
  /// Samples without an analysis, by reason.
  public let failures: [(reason: String, count: Int)]
  private let rows: [[Double]]
  private let truth: StudyTruth

  init(_ cell: StudyCell, _ truth: StudyTruth, _ findings: Replicates) {
    self.cell = cell
    self.truth = truth
    samples = findings.count
    failures = findings.failuresByReason.map { ($0.reason.words, $0.count) }
    rows = findings.rows(0..<SampleFindings.width)
  }

  private func rate(_ columns: [Int]) -> Rate? { CellTally.rate(of: rows, columns) }

  /// The mean over samples of the mean over some columns of their rows; `nil` where no sample has a number.
  static func rate(of rows: [[Double]], _ columns: [Int]) -> Rate? {
    var values: [Double] = []
    for row in rows {
      let defined = columns.map { row[$0] }.filter { !$0.isNaN }
      if !defined.isEmpty { values.append(defined.reduce(0, +) / Double(defined.count)) }
    }
    guard values.count > 1 else { return nil }
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    return Rate(value: mean, error: (variance / n).squareRoot())
  }

  private func worst(_ columns: [Int]) -> Double? { columns.compactMap { rate([$0])?.value }.min() }

  /// Drivers whose share is above zero, and those whose share is zero.
  var drivers: [Int] { (truth.shares ?? []).indices.filter { truth.shares![$0] > 0 } }
  var zeroDrivers: [Int] { (truth.shares ?? []).indices.filter { truth.shares![$0] == 0 } }

  public func shares(_ kind: IntervalKind) -> Rate? { shares(kind, of: drivers) }
  func shares(_ kind: IntervalKind, of drivers: [Int]) -> Rate? { rate(drivers.map { SampleFindings.share(kind, $0) }) }
  public func worstShare(_ kind: IntervalKind) -> Double? { worstShare(kind, of: drivers) }
  func worstShare(_ kind: IntervalKind, of drivers: [Int]) -> Double? {
    worst(drivers.map { SampleFindings.share(kind, $0) })
  }
  func shareWidth(_ kind: IntervalKind, of drivers: [Int]) -> Double? {
    rate(drivers.map { SampleFindings.shareWidth(kind, $0) })?.value
  }
  public var ranks: Rate? { rate([SampleFindings.ranks]) }
  public var percentileRanks: Rate? { rate([SampleFindings.percentileRanks]) }
  var rankWidth: Double? { rate([SampleFindings.rankWidth])?.value }
  func rSquared(_ kind: SampleFindings.RSquaredKind) -> Rate? { rate([SampleFindings.rSquared(kind)]) }
  func rSquaredWidth(_ kind: SampleFindings.RSquaredKind) -> Double? {
    rate([SampleFindings.rSquaredWidth(kind)])?.value
  }
  public var performance: Rate? { rate((0..<StudyDesign.drivers).map(SampleFindings.performance)) }
  var worstPerformance: Double? { worst((0..<StudyDesign.drivers).map(SampleFindings.performance)) }

  /// The ends of the bands of frequencies; the last holds 1.
  static let bandEnds = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1]

  /// How true statements of quadrants are, by the frequency they state.
  var quadrantBands: [Band] {
    var bands = [Band](repeating: Band(), count: CellTally.bandEnds.count - 1)
    for row in rows {
      for k in 0..<StudyDesign.drivers {
        let frequency = row[SampleFindings.quadrantFrequency(k)]
        guard frequency >= CellTally.bandEnds[0] else { continue }
        let band = CellTally.bandEnds.dropFirst().firstIndex { frequency < $0 } ?? CellTally.bandEnds.count - 1
        bands[band - 1].add(frequency, isTrue: row[SampleFindings.quadrant(k)] == 1)
      }
    }
    return bands
  }
}
