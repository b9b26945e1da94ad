import CoverageStudy
import Platform

/// Runs the coverage study and prints its tables; `script/coverage` is how to call it.
///
///     MainspringCoverage [--samples 2000] [--replicates 399] [--seed 1] [--jobs N] [--cells text] [--study intervals]
///
/// `--cells` keeps the cells whose name (`graded-normal-0.5-500`, `halo-200`) contains the text.
/// `--study factor-counts` runs that of the number of factors in place of the intervals' (cells as `skewed-3-4-0.7-500`:
/// factors, items of each, φ, n), `--study factor-errors` that of loadings and χ² of factors, `--study shares` those of net
/// promoter scores and shares (cells as `10-10-0.1-0`: strata, respondents of a cluster, spread, missing answers), `--study blocks`
/// that of very many rows, `--study missing` that of missing answers (cells as `missing-mar-0.3-500`), `--study
/// constructs` that of constructs with and without the error of their measurement, `--study paths` that of χ² and indirect effects (cells as `paths-graded-500`).
@main
struct CoverageProgram {
  static func main() throws {
    var study = CoverageStudy()
    var jobs = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var cells = StudyCell.all
    var ratings = RatingCell.all
    var counts = FactorCountStudy.Cell.all
    var errors = FactorErrorStudy.Cell.all
    var blocks = BlockErrorStudy.Cell.all
    var designs = ShareDesignStudy.Cell.all
    var incomplete = MissingStudy.Cell.all
    var paths = PathStudy.Cell.all
    var kind = "intervals"
    var arguments = CommandLine.arguments.dropFirst().makeIterator()
    while let option = arguments.next() {
      guard let value = arguments.next() else { stop("\(option) needs a value") }
      func number(from least: Int) -> Int {
        guard let number = Int(value), number >= least else { stop("\(option) needs a number from \(least) on") }
        return number
      }
      switch option {
      case "--samples": study.samples = number(from: 2)
      case "--replicates": study.replicates = number(from: 2)
      case "--seed": study.seed = UInt64(number(from: 0))
      case "--jobs": jobs = number(from: 1)
      case "--cells":
        cells = cells.filter { $0.name.contains(value) }
        ratings = ratings.filter { $0.name.contains(value) }
        counts = counts.filter { $0.name.contains(value) }
        errors = errors.filter { $0.name.contains(value) }
        blocks = blocks.filter { $0.name.contains(value) }
        designs = designs.filter { $0.name.contains(value) }
        incomplete = incomplete.filter { $0.name.contains(value) }
        paths = paths.filter { $0.name.contains(value) }
        if cells.isEmpty, ratings.isEmpty, counts.isEmpty, errors.isEmpty, blocks.isEmpty, designs.isEmpty,
          incomplete.isEmpty, paths.isEmpty
        {
          let names = StudyCell.all.map(\.name) + RatingCell.all.map(\.name)
          stop("no cell is called '\(value)'; \(names.joined(separator: " "))")
        }
      case "--study":
        guard
          [
            "intervals", "factor-counts", "factor-errors", "blocks", "shares", "missing", "constructs", "paths",
          ].contains(value)
        else {
          stop("--study is intervals, factor-counts, factor-errors, blocks, shares, missing, constructs or paths")
        }
        kind = value
      default: stop("unknown option \(option); there are --samples --replicates --seed --jobs --cells --study")
      }
    }
    if kind == "factor-counts" { return countFactors(study, counts, jobs: jobs) }
    if kind == "factor-errors" { return testFactors(study, errors, jobs: jobs) }
    if kind == "blocks" { return countBlocks(study, blocks, jobs: jobs) }
    if kind == "shares" { return countShares(study, designs, jobs: jobs) }
    if kind == "missing" { return try countMissing(study, incomplete, jobs: jobs) }
    if kind == "paths" {
      let own = PathStudy(samples: study.samples, replicates: study.replicates, seed: study.seed)
      return print(PathStudy.markdown(try own.run(paths, jobs: jobs) { say($0.name) }), terminator: "")
    }
    if kind == "constructs" {
      let own = ConstructStudy(samples: study.samples, replicates: study.replicates, seed: study.seed)
      return print(ConstructStudy.markdown(try own.run(jobs: jobs, say)), terminator: "")
    }
    var tallies: [CellTally] = []
    for (k, cell) in cells.enumerated() {
      say("\(k + 1)/\(cells.count) \(cell.name)")
      tallies.append(try study.run(cell, jobs: jobs))
    }
    if !tallies.isEmpty {
      print(CoverageTables.markdown(tallies, study: study), terminator: ratings.isEmpty ? "" : "\n")
    }
    var ratingTallies: [RatingTally] = []
    for (k, cell) in ratings.enumerated() {
      say("\(k + 1)/\(ratings.count) \(cell.name)")
      ratingTallies.append(try study.run(cell, jobs: jobs))
    }
    if !ratingTallies.isEmpty { print(RatingTables.markdown(ratingTallies, study: study), terminator: "") }
  }

  private static func countFactors(_ study: CoverageStudy, _ cells: [FactorCountStudy.Cell], jobs: Int) {
    let own = FactorCountStudy(samples: study.samples, replicates: study.replicates, seed: study.seed)
    var found: [(FactorCountStudy.Cell, [(hits: Double, mean: Double)])] = []
    for (k, cell) in cells.enumerated() {
      say("\(k + 1)/\(cells.count) \(cell.name)")
      found.append((cell, own.run(cell, jobs: jobs)))
    }
    print(FactorCountStudy.markdown(found.map { (cell: $0.0, found: $0.1) }), terminator: "")
  }

  private static func testFactors(_ study: CoverageStudy, _ cells: [FactorErrorStudy.Cell], jobs: Int) {
    let own = FactorErrorStudy(samples: study.samples, seed: study.seed)
    var found: [(cell: FactorErrorStudy.Cell, found: [Double])] = []
    for (k, cell) in cells.enumerated() {
      say("\(k + 1)/\(cells.count) \(cell.name)")
      found.append((cell: cell, found: own.run(cell, jobs: jobs)))
    }
    print(FactorErrorStudy.markdown(found), terminator: "")
  }

  private static func countBlocks(_ study: CoverageStudy, _ cells: [BlockErrorStudy.Cell], jobs: Int) {
    let own = BlockErrorStudy(samples: study.samples, replicates: study.replicates, seed: study.seed)
    var found: [(cell: BlockErrorStudy.Cell, found: [Double])] = []
    for (k, cell) in cells.enumerated() {
      say("\(k + 1)/\(cells.count) \(cell.name)")
      found.append((cell: cell, found: own.run(cell, jobs: jobs)))
    }
    print(BlockErrorStudy.markdown(found), terminator: "")
  }

  private static func countShares(_ study: CoverageStudy, _ cells: [ShareDesignStudy.Cell], jobs: Int) {
    print(ShareIntervalStudy.markdown())
    let own = ShareDesignStudy(samples: study.samples, seed: study.seed)
    var found: [(cell: ShareDesignStudy.Cell, found: [Double])] = []
    for (k, cell) in cells.enumerated() {
      say("\(k + 1)/\(cells.count) \(cell.name)")
      found.append((cell: cell, found: own.run(cell, jobs: jobs)))
    }
    print(ShareDesignStudy.markdown(found), terminator: "")
  }

  private static func countMissing(_ study: CoverageStudy, _ cells: [MissingStudy.Cell], jobs: Int) throws {
    let own = MissingStudy(samples: study.samples, replicates: study.replicates, seed: study.seed)
    print(MissingStudy.markdown(try own.run(cells, jobs: jobs) { say($0.name) }), terminator: "")
  }

  /// To standard error, which is not the tables' stream.
  private static func say(_ text: String) {
    var line = text + "\n"
    line.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func stop(_ message: String) -> Never {
    say("MainspringCoverage: \(message)")
    exit(64)
  }
}
