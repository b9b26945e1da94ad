import Resampling

/// How often intervals hold what they promise to hold: samples are drawn from populations that are known exactly, each is
/// analysed as the program does it, and the intervals that hold the population's value are counted.
public struct CoverageStudy: Sendable {
  /// Samples per cell.
  public var samples: Int
  /// Resamples per sample.
  public var replicates: Int
  public var seed: UInt64

  public init(samples: Int = 2000, replicates: Int = 399, seed: UInt64 = 1) {
    precondition(samples > 1 && replicates > 1, "at least two samples and two resamples")
    self.samples = samples
    self.replicates = replicates
    self.seed = seed
  }

  /// One cell. Sample i draws from stream i of a seed of the cell's own, so that the result depends neither on the number
  /// of threads nor on which other cells are run.
  public func run(_ cell: StudyCell, jobs: Int) throws -> CellTally {
    let findings = try SampleFindings(cell, replicates: replicates)
    let rows = ReplicateRunner.run(
      count: samples, width: SampleFindings.width, jobs: jobs, seed: seed(of: cell.name),
      makeWorkspace: { () }
    ) { _, _, stream, row in
      findings.fill(row, from: &stream)
    }
    return CellTally(cell, findings.truth, rows)
  }

  /// A cell's own seed.
  func seed(of name: String) -> UInt64 { seed ^ CoverageStudy.digest(name) }

  /// FNV-1a: the same on every machine, which `Hasher` is not.
  private static func digest(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
