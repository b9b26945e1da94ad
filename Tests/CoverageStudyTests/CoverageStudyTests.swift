import CoverageStudy
import Foundation
import Resampling
import TestSupport
import Testing

/// The page on coverage shows what the study prints, and a small study covers as the page says.
@Suite struct CoverageStudyTests {
  private func pageText() throws -> String {
    let root = PackageFiles.root
    return try String(
      contentsOf: root.appending(path: "Sources/Mainspring/Mainspring.docc/Coverage.md"), encoding: .utf8)
  }

  @Test("the page's tables have the study's headings, and a row for every cell") func page() throws {
    let text = try pageText()
    let study = CoverageStudy(samples: 2, replicates: 19)
    let printed = CoverageTables.markdown([try study.run(.reference, jobs: 1)], study: study)
    let headings = CoverageTables.headings(in: printed)
    let ratings = RatingTables.markdown([try study.run(RatingCell.all[0], jobs: 1)], study: study)
    let ofRatings = CoverageTables.headings(in: ratings)
    #expect(headings.count == 6 && ofRatings.count == 3)
    #expect(CoverageTables.headings(in: text) == headings + ofRatings)
    let rows = text.split(separator: "\n").map { CoverageTables.cells(String($0)).prefix(4).joined(separator: "-") }
    for cell in StudyCell.all { #expect(rows.contains(cell.name), "\(cell.name)") }
    let twos = text.split(separator: "\n").map { CoverageTables.cells(String($0)).prefix(2).joined(separator: "-") }
    for cell in RatingCell.all { #expect(twos.contains(cell.name), "\(cell.name)") }
  }

  @Test("the reference cell covers as it must, and as the page says", .timeLimit(.minutes(5)))
  func reference() throws {
    let samples = 200
    let tally = try CoverageStudy(samples: samples, replicates: 199, seed: 20).run(.reference, jobs: 2)
    // The page's row: population, answers, R², n, drivers, percentile ± error, …
    let row = try #require(
      try pageText().split(separator: "\n").map { CoverageTables.cells(String($0)) }
        .first { $0.prefix(4).joined(separator: "-") == StudyCell.reference.name })
    let published = try #require(Double(row[5].split(separator: " ")[0])) / 100
    let percentile = try #require(tally.shares(.percentile))
    #expect(published > 0.925 && published < 0.975)
    // Both have errors; 199 resamples instead of 399 cost some tenths of a point.
    #expect(abs(percentile.value - published) < 4 * percentile.error + 0.01, "\(percentile) \(published)")
    #expect(try #require(tally.ranks).value >= 0.94)
    #expect(tally.failures.isEmpty)
  }

  @Test("the tables do not depend on the number of threads") func threads() throws {
    let study = CoverageStudy(samples: 9, replicates: 29)
    let cell = StudyCell(StudyDesign(.zero, .likert, rSquared: 0.3), respondents: 150)
    let one = CoverageTables.markdown([try study.run(cell, jobs: 1)], study: study)
    #expect(one == CoverageTables.markdown([try study.run(cell, jobs: 3)], study: study))
    // A share of zero has its own row, and percentile intervals never hold it.
    #expect(one.contains("| share 0 "))
  }
}
