import Foundation
import Probability
import TestSupport
import Testing

@Suite struct BivariateNormalTests {
  @Test func tailsAgreeWithQuadratureInFortyDigits() throws {
    let path = PackageFiles.references.appending(path: "probability/bivariate-normal.csv")
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

@Suite struct BivariateNormalGridTests {
  static let rows = [-Double.infinity, -2.3, -0.4, 0.9, 3.1, .infinity]
  static let columns = [-1.7, 0.0, 0.2, 1.4]

  @Test(arguments: [-0.99, -0.93, -0.8, -0.31, -0.05, 0, 0.2, 0.6, 0.9, 0.9249, 0.97])
  func crossingsAreThoseOfTheDistribution(_ r: Double) {
    let grid = BivariateNormalGrid(rows: Self.rows, columns: Self.columns)
    let found = Self.evaluated(grid, r)
    let distribution = BivariateNormal(correlation: r)
    for (i, h) in Self.rows.enumerated() {
      for (j, k) in Self.columns.enumerated() {
        #expect(abs(found.probability[i * 4 + j] - distribution.lowerTail(h, k)) < 4e-16, "\(h) \(k)")
      }
    }
  }

  @Test(arguments: [-0.95, -0.6, 0, 0.3, 0.85])
  func slopesAndCurvaturesAreThoseOfDifferences(_ r: Double) {
    let grid = BivariateNormalGrid(rows: Self.rows, columns: Self.columns)
    let step = 1e-4
    let (below, at, above) = (Self.evaluated(grid, r - step), Self.evaluated(grid, r), Self.evaluated(grid, r + step))
    for i in 0..<24 {
      let scale = 1 / pow(1 - r * r, 4)
      let slope = (above.probability[i] - below.probability[i]) / (2 * step)
      #expect(abs(slope - at.slope[i]) < 1e-7 * scale)
      let curvature = (above.slope[i] - below.slope[i]) / (2 * step)
      #expect(abs(curvature - at.curvature[i]) < 1e-7 * scale * scale)
    }
  }

  static func evaluated(
    _ grid: BivariateNormalGrid, _ r: Double
  ) -> (probability: [Double], slope: [Double], curvature: [Double]) {
    let count = grid.rows.count * grid.columns.count
    var buffer = [Double](repeating: .nan, count: 3 * count)
    buffer.withUnsafeMutableBufferPointer { b in
      let start = b.baseAddress!
      grid.evaluate(
        correlation: r, probability: start, slope: start + count, curvature: start + 2 * count)
    }
    return (Array(buffer[..<count]), Array(buffer[count..<2 * count]), Array(buffer[(2 * count)...]))
  }
}
