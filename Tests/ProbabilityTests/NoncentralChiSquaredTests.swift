import Foundation
import Probability
import TestSupport
import Testing

@Suite struct NoncentralChiSquaredTests {
  private func table() throws -> [[Double]] {
    let path = PackageFiles.references.appending(path: "probability/noncentral-chi-squared.csv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",").compactMap { Double($0) } }
  }

  @Test func lowerTailsAgreeWithThirtyDigits() throws {
    let rows = try table()
    #expect(rows.count == 10)
    for row in rows {
      let found = NoncentralChiSquared(degrees: row[0], noncentrality: row[1]).lowerTail(row[2])
      #expect(abs(found / row[3] - 1) < 1e-10, "\(row): \(found)")
    }
  }

  @Test func theNoncentralityIsFoundBackFromItsTail() throws {
    for row in try table() {
      let found = NoncentralChiSquared.noncentrality(degrees: row[0], x: row[2], lowerTail: row[3])
      #expect(abs(found / row[1] - 1) < 1e-8, "\(row): \(found)")
    }
    // A statistic that even the central distribution seldom falls below: nothing is left for a noncentrality.
    #expect(NoncentralChiSquared.noncentrality(degrees: 10, x: 1, lowerTail: 0.95) == 0)
  }

  @Test func withoutNoncentralityItIsTheCentralDistribution() {
    for x in [0.1, 3, 20.5] {
      #expect(NoncentralChiSquared(degrees: 7, noncentrality: 0).lowerTail(x) == ChiSquared(degrees: 7).lowerTail(x))
    }
    #expect(NoncentralChiSquared(degrees: 7, noncentrality: 3).lowerTail(0) == 0)
    #expect(NoncentralChiSquared(degrees: 7, noncentrality: 3).lowerTail(.infinity) == 1)
  }
}
