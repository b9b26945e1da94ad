import Foundation
import LinearAlgebra
import Measures
import Resampling
import Survey
import Testing

/// Tables whose likelihood is highest at ±1, and exact tests of few respondents.
@Suite("Correlations at the edge")
struct CorrelationBoundaryTests {
  /// A table of two ratings as a survey with frequencies.
  private static func fit(
    _ table: [[Double]], replicates: Int = 0, kind: WeightsKind = .frequency
  ) throws -> CorrelationAnalysis.Fit {
    var x: [Double] = []
    var y: [Double] = []
    var count: [Double] = []
    for (a, row) in table.enumerated() {
      for (b, n) in row.enumerated() where n > 0 {
        x.append(Double(a))
        y.append(Double(b))
        count.append(n)
      }
    }
    let survey = Small.survey(Small.numbers("x", x), Small.numbers("y", y), Small.numbers("count", count))
    return try CorrelationAnalysis(
      method: .polychoric, bootstrap: BootstrapSpecification(replicates: replicates, seed: 1)
    ).fit(survey, ["x", "y"], weights: "count", kind: kind)
  }

  /// The one free cell of a table of two by two is fitted exactly, so that an empty one is reached at ±1 only.
  @Test(
    "an empty cell of a table of two by two is a correlation of ±1 without interval and test",
    arguments: [
      ([[15.0, 0], [55, 50]], 1.0), ([[250, 0], [35, 15]], 1), ([[1, 0], [98, 1]], 1), ([[60, 0], [0, 40]], 1),
      ([[0, 15], [50, 55]], -1), ([[55, 50], [15, 0]], -1), ([[499, 1], [500, 0]], -1),
    ] as [([[Double]], Double)])
  func emptyCells(_ table: [[Double]], _ expected: Double) throws {
    for replicates in [0, 200] {
      let pair = try Self.fit(table, replicates: replicates).pairs[0]
      #expect(pair.correlation == expected)
      #expect(pair.low == nil && pair.high == nil && pair.pValue == nil && pair.standardError == nil)
    }
    let fit = try Self.fit(table)
    #expect(fit.notes.contains { $0.kind == .perfectCorrelation && $0.message.contains("neither an interval") })
  }

  /// Stairs: every answer of y goes with one or two neighbouring answers of x, as if both were cut from one variable.
  @Test func stairsAreCutFromOneVariable() throws {
    #expect(try Self.fit([[30, 10, 0], [0, 20, 15], [0, 0, 25]]).pairs[0].correlation == 1)
    #expect(try Self.fit([[0, 10, 30], [15, 20, 0], [25, 0, 0]]).pairs[0].correlation == -1)
  }

  /// One answer in the empty corner, however light, has probability zero at the limit: the maximum lies inside.
  @Test(
    arguments: [[[15, 1], [55, 50]], [[250, 1], [35, 15]], [[30, 10, 1], [1, 20, 15], [0, 1, 25]]] as [[[Double]]])
  func oneAnswerBringsItInside(_ table: [[Double]]) throws {
    let pair = try Self.fit(table).pairs[0]
    #expect(pair.correlation > 0.3 && pair.correlation < 0.99)
    let low = try #require(pair.low)
    let high = try #require(pair.high)
    #expect(low < pair.correlation && pair.correlation < high && pair.pValue != nil)
  }

  /// A rating that is the measurement's sign: thresholds and measurements are symmetric about zero.
  @Test func aMeasurementThatSaysEveryAnswer() throws {
    let sizes: [Double] = (1...40).map { Double($0) / 3 + 0.1 }
    let z: [Double] = sizes + sizes.map { -$0 }
    for sign in [1.0, -1] {
      let survey = Small.survey(
        Small.numbers("z", z), Small.numbers("rating", z.map { $0 * sign > 0 ? 2 : 1 }))
      let pair = try CorrelationAnalysis(method: .mixed).fit(survey, ["z", "rating"]).pairs[0]
      #expect(pair.method == .polyserial && pair.correlation == sign)
      #expect(pair.low == nil && pair.pValue == nil)
    }
  }

  /// Tests/References/correlations/ranks.csv: written by ranks.R.
  @Test func exactRankTests() throws {
    for row in try CorrelationReferences.lines("ranks.csv").dropFirst() {
      let method = try #require(CorrelationMethod(rawValue: row[2]))
      let y = row[1].split(separator: " ").compactMap { Double($0) }
      // Values, not ranks: only their order counts.
      let survey = Small.survey(
        Small.numbers("x", y.indices.map { exp(Double($0)) }), Small.numbers("y", y.map { $0 * $0 - 70 }))
      let pair = try CorrelationAnalysis(method: method).fit(survey, ["x", "y"]).pairs[0]
      let estimate = try #require(Double(row[3]))
      let expected = try #require(Double(row[4]))
      #expect(abs(pair.correlation - estimate) < 1e-12)
      #expect(abs(try #require(pair.pValue) - expected) < 1e-12, "\(row)")
      #expect(pair.isExact)
    }
  }

  @Test func ranksOfManyOrTiedAreApproximate() throws {
    let many = (0..<10).map { Double(($0 * 7) % 10) }
    let tied: [Double] = [1, 2, 2, 3, 4, 5, 6]
    for values in [many, tied] {
      let survey = Small.survey(
        Small.numbers("x", values.indices.map { Double($0) }), Small.numbers("y", values))
      for method in [CorrelationMethod.kendall, .spearman] {
        let fit = try CorrelationAnalysis(method: method).fit(survey, ["x", "y"])
        #expect(!fit.pairs[0].isExact && fit.pairs[0].pValue != nil)
        #expect(fit.notes.contains { $0.kind == .approximateP })
      }
    }
  }

  /// Blocks of variables that correlate .8, mixed up: each stands together again, and all are there once.
  @Test func clustersStandTogether() throws {
    let block = [0, 1, 2, 0, 1, 2, 0, 1, 2]
    var matrix = SymmetricMatrix(order: 9)
    for i in 0..<9 { matrix[i, i] = 1 }
    for i in 0..<9 { for j in 0..<i { matrix[i, j] = block[i] == block[j] ? (i % 2 == 0 ? 0.8 : -0.7) : 0.1 } }
    let order = ClusterOrder(matrix).order
    #expect(order.sorted() == Array(0..<9))
    let blocks = order.map { block[$0] }
    #expect(Set([0, 3, 6].map { Set(blocks[$0..<$0 + 3]) }.map(\.count)) == [1])
  }
}
