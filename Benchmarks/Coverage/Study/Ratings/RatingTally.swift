import Resampling

/// The findings of all samples of a cell of ratings, counted.
public struct RatingTally: Sendable {
  /// Statements with a frequency in one band, and how many are true.
  struct Band {
    var statements = 0
    var frequencies = 0.0
    var hits = 0.0

    mutating func add(_ other: Band) {
      statements += other.statements
      frequencies += other.frequencies
      hits += other.hits
    }
  }

  public var cell: RatingCell { findings.cell }
  public let samples: Int
  /// Samples without an analysis, by reason.
  public let failures: [(reason: String, count: Int)]
  let findings: RatingFindings
  private let rows: [[Double]]

  init(_ findings: RatingFindings, _ replicates: Replicates) {
    self.findings = findings
    samples = replicates.count
    failures = replicates.failuresByReason.map { ($0.reason.words, $0.count) }
    rows = replicates.rows(0..<findings.width)
  }

  private var drivers: Range<Int> { 0..<cell.population.drivers }

  func rate(_ what: RatingFindings.OfSample) -> CellTally.Rate? { CellTally.rate(of: rows, [findings.column(what)]) }
  func rate(_ what: RatingFindings.OfDriver) -> CellTally.Rate? {
    CellTally.rate(of: rows, drivers.map { findings.column(what, $0) })
  }
  /// The driver covered worst.
  func worst(_ what: RatingFindings.OfDriver) -> Double? {
    drivers.compactMap { CellTally.rate(of: rows, [findings.column(what, $0)])?.value }.min()
  }

  /// The ends of the bands of frequencies; the last holds 1.
  static let bandEnds = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1]

  /// How true statements with a frequency are, by that frequency.
  func bands(_ frequency: RatingFindings.OfDriver, _ truth: RatingFindings.OfDriver) -> [Band] {
    var bands = [Band](repeating: Band(), count: RatingTally.bandEnds.count - 1)
    for row in rows {
      for k in drivers {
        let stated = row[findings.column(frequency, k)]
        guard !stated.isNaN else { continue }
        let end = RatingTally.bandEnds.dropFirst().firstIndex { stated < $0 } ?? RatingTally.bandEnds.count - 1
        bands[end - 1].statements += 1
        bands[end - 1].frequencies += stated
        bands[end - 1].hits += row[findings.column(truth, k)]
      }
    }
    return bands
  }

  /// The mean squared difference between a stated frequency and what is true.
  func brier(_ frequency: RatingFindings.OfDriver, _ truth: RatingFindings.OfDriver) -> Double? {
    var (sum, count) = (0.0, 0)
    for row in rows {
      for k in drivers {
        let (stated, isTrue) = (row[findings.column(frequency, k)], row[findings.column(truth, k)])
        guard !stated.isNaN, !isTrue.isNaN else { continue }
        sum += (stated - isTrue) * (stated - isTrue)
        count += 1
      }
    }
    return count > 0 ? sum / Double(count) : nil
  }
}
