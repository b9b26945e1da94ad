import CoverageStudy
import Foundation
import Measures
import TestSupport
import Testing

/// Coverage of intervals of shares and net promoter scores is what R counts over all samples, and what the page says.
@Suite struct ShareIntervalStudyTests {
  typealias Study = ShareIntervalStudy

  /// Lines of Tests/References/shares/coverage.txt (coverage.R, R 4.2.2) that begin so: words, then numbers.
  private static func reference(_ beginning: String) throws -> [[String]] {
    try PackageFiles.text("Tests/References/shares/coverage.txt").split(separator: "\n")
      .filter { $0.hasPrefix(beginning + " ") }.map { $0.split(separator: " ").map(String.init) }
  }

  @Test("one group: coverage and length are R's") func single() throws {
    for words in try Self.reference("share") + Self.reference("nps") {
      let kind = try #require(ShareIntervalKind(rawValue: words[1]))
      let numbers = words.dropFirst(2).compactMap { Double($0) }
      let isScore = words[0] == "nps"
      let population = isScore ? Study.Population(numbers[0], numbers[1]) : Study.Population(numbers[0])
      let found = Study.single(population, n: Int(numbers[isScore ? 2 : 1]), kind)
      let expected = numbers.suffix(2)
      #expect(abs(found.coverage - expected.first!) < 1e-6, "\(words)")
      #expect(abs(found.width - expected.last!) < 1e-5, "\(words)")
    }
  }

  @Test("two groups: coverage, length and how often the test rejects are R's") func pair() throws {
    for words in try Self.reference("pair score") {
      let numbers = words.dropFirst(2).compactMap { Double($0) }
      let found = Study.pair(
        .init(numbers[0]), n: Int(numbers[2]), .init(numbers[1]), m: Int(numbers[3]), .score)
      #expect(abs(found.coverage - numbers[4]) < 2e-5 && abs(found.rejected - numbers[6]) < 2e-5, "\(words)")
      #expect(abs(found.width - numbers[5]) < 1e-3, "\(words)")
    }
  }

  @Test("the page shows what is counted, and a row for every design") func page() throws {
    let page = try PackageFiles.text("Sources/Mainspring/Mainspring.docc/ShareCoverage.md")
    for table in Study.markdown().split(separator: "\n\n") { #expect(page.contains(table)) }
    let study = ShareDesignStudy(samples: 2, seed: 1)
    let rows = ShareDesignStudy.markdown(ShareDesignStudy.Cell.all.map { (cell: $0, found: study.run($0, jobs: 2)) })
    for row in rows.split(separator: "\n") {
      let beginning = row.split(separator: "|").prefix(4).joined(separator: "|")
      #expect(page.contains("|\(beginning)|"), "\(beginning)")
    }
  }

  @Test("linearised intervals of two clusters a stratum hold in 93 to 97 of 100 samples") func design() throws {
    let cell = try #require(ShareDesignStudy.Cell.all.first { $0.name == "30-10-0.1-0.0" })
    let samples = 600
    let found = ShareDesignStudy(samples: samples, seed: 4).run(cell, jobs: 2)
    let error = (0.95 * 0.05 / Double(samples)).squareRoot()
    for share in [found[0], found[1], found[3], 1 - found[4]] {
      #expect(share > 0.93 - 3 * error && share < 0.97 + 3 * error, "\(found)")
    }
  }
}
