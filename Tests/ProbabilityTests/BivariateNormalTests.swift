import Foundation
import Probability
import Testing

@Suite struct BivariateNormalTests {
  @Test func tailsAgreeWithQuadratureInFortyDigits() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../References/probability/bivariate-normal.csv")
    let lines = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(lines.count == 112)
    for line in lines {
      let cells = line.split(separator: ",").compactMap { Double($0) }
      let found = BivariateNormal(correlation: cells[2]).upperTail(cells[0], cells[1])
      #expect(abs(found - cells[3]) < 2e-15, "\(line): \(found)")
    }
  }

  @Test func atTheOriginItIsSheppardsFormula() {
    for r in stride(from: -1.0, through: 1, by: 0.0625) {
      let found = BivariateNormal(correlation: r).upperTail(0, 0)
      #expect(abs(found - (0.25 + asin(r) / (2 * .pi))) < 1e-15, "\(r)")
    }
  }

  @Test func perfectCorrelationsAndInfiniteBoundsAreOneDimensional() {
    let q = Normal().upperTail
    #expect(abs(BivariateNormal(correlation: 1).upperTail(0.3, 1.1) - q(1.1)) < 1e-16)
    #expect(abs(BivariateNormal(correlation: -1).upperTail(-1.0, 0.2) - (q(0.2) - q(1))) < 1e-16)
    #expect(BivariateNormal(correlation: -1).upperTail(1, 0.2) == 0)
    #expect(abs(BivariateNormal(correlation: 0.4).upperTail(-.infinity, 0.7) - q(0.7)) < 1e-16)
    #expect(BivariateNormal(correlation: 0.4).upperTail(.infinity, -3) == 0)
  }
}
