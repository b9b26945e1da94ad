import Foundation
import Probability
import Regression
import Survey
import Testing

@Suite struct OneWayVarianceTests {
  static func dataset(_ values: [Double], _ groups: [String?], name: String = "y") -> Dataset {
    let categories = Array(Set(groups.compactMap { $0 })).sorted()
    let codes = groups.map { group in group.map { Int32(categories.firstIndex(of: $0)!) } ?? -1 }
    return Dataset(
      variables: [
        Variable(name: name, values: .double(values)),
        Variable(name: "g", values: .text(codes: codes, categories: categories)),
      ], rowCount: values.count)
  }

  @Test("three regions of attitude agree with R's aov") func reference() throws {
    let file = SmallTable.references.appendingPathComponent("anova.csv")
    let expected = Dictionary(
      uniqueKeysWithValues: try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map {
        let cells = $0.split(separator: ",")
        return (String(cells[0]), Double(cells[1])!)
      })
    let groups = [("north", 7), ("south", 13), ("west", 10)].flatMap { Array(repeating: Optional($0.0), count: $0.1) }
    let data = Self.dataset(SmallTable(reference: "attitude")["rating"], groups)
    let fit = try OneWayVariance().fit(to: data, outcome: "y", group: "g")
    #expect(Double(fit.dfBetween) == expected["df_between"] && Double(fit.dfWithin) == expected["df_within"])
    #expect(agree(fit.sumOfSquaresBetween, expected["ss_between"], 1e-13))
    #expect(agree(fit.sumOfSquaresWithin, expected["ss_within"], 1e-13))
    #expect(agree(fit.meanSquareBetween, expected["ms_between"], 1e-13))
    #expect(agree(fit.meanSquareWithin, expected["ms_within"], 1e-13))
    #expect(agree(fit.fStatistic, expected["f"], 1e-13))
    #expect(agree(fit.pValue, expected["p"], 1e-12))
    #expect(fit.groups.map(\.name) == ["north", "south", "west"] && fit.groups.map(\.n) == [7, 13, 10])
  }

  @Test("by hand: 1 2 3 against 2 4 6, and numbers serve as groups") func byHand() throws {
    let values: [Double] = [1, 2, 2, 4, 3, 6]
    let data = Dataset(
      variables: [
        Variable(name: "y", values: .double(values)), Variable(name: "wave", values: .int8([1, 2, 1, 2, 1, 2])),
      ], rowCount: 6)
    let fit = try OneWayVariance().fit(to: data, outcome: "y", group: "wave")
    // Means 2 and 4 about 3: 3·1 + 3·1 between; 2 + 8 within on 4 degrees of freedom.
    #expect(fit.sumOfSquaresBetween == 6 && fit.sumOfSquaresWithin == 10)
    #expect(fit.fStatistic == 2.4 && fit.rSquared == 0.375 && fit.sigma == 2.5.squareRoot())
    #expect(fit.groups.map(\.name) == ["1", "2"] && fit.groups.map(\.mean) == [2, 4])
    // F of two groups is the square of Student's t, and so are the p-values one.
    #expect(agree(fit.pValue, StudentT(degrees: 4).twoSided(2.4.squareRoot()), 1e-13))
  }

  @Test("rows without an answer or a group are left out and counted") func missing() throws {
    let data = Self.dataset([1, 2, .nan, 4, 6, 9], ["a", "a", "a", "b", "b", nil])
    let fit = try OneWayVariance().fit(to: data, outcome: "y", group: "g")
    #expect(fit.n == 4 && fit.groups.map(\.mean) == [1.5, 5])
    #expect(fit.notes.map(\.kind.name) == ["rows_dropped"] && fit.notes[0].message.contains("2 rows"))
  }

  @Test("what cannot be compared is refused in words") func faults() {
    func fault(_ data: Dataset, _ outcome: String = "y", _ group: String = "g") -> DataFault? {
      do {
        _ = try OneWayVariance().fit(to: data, outcome: outcome, group: group)
        return nil
      } catch { return error as? DataFault }
    }
    #expect(fault(Self.dataset([1, 2], ["a", "a"])) == .oneCategory(variable: "g", category: "a"))
    #expect(
      fault(Self.dataset([1, 2], ["a", "b"]))
        == .tooFewRows(rows: 2, needed: 3, analysis: "an analysis of variance of 2 groups"))
    #expect(fault(Self.dataset([3, 3, 3], ["a", "b", "b"])) == .constant(variable: "y", value: 3))
    #expect(fault(Self.dataset([.nan], ["a"])) == .noRowsLeft(after: "leaving out rows without an answer or a group"))
    #expect(
      fault(Self.dataset([1, 2, .infinity], ["a", "b", "b"])) == .notFinite(variable: "y", row: 3, value: .infinity))
    let three = Self.dataset([1, 2, 3], ["a", "b", "b"])
    #expect(fault(three, "g", "y") == .textVariable(variable: "g", role: "the outcome"))
    #expect(fault(three, "z") == .noSuchVariable(name: "z", nearest: ["g", "y"]))
  }

  @Test("no spread within groups: F is infinite and p is zero") func perfect() throws {
    let fit = try OneWayVariance().fit(
      to: Self.dataset([1, 1, 2, 2], ["a", "a", "b", "b"]), outcome: "y", group: "g")
    #expect(fit.fStatistic == .infinity && fit.pValue == 0 && fit.rSquared == 1 && fit.sigma == 0)
  }

  @Test("under equal means one test in twenty rejects at 5 %") func size() throws {
    let groups = (0..<24).map { i -> String? in ["a", "b", "c"][i % 3] }
    var rejected = 0
    let samples = 2000
    for sample in 0..<samples {
      var stream = RandomStream(seed: 11, stream: UInt64(sample))
      let values = (0..<24).map { _ in Normal().quantile(stream.uniform()) }
      let fit = try OneWayVariance().fit(to: Self.dataset(values, groups), outcome: "y", group: "g")
      if fit.pValue < 0.05 { rejected += 1 }
    }
    // Three standard errors of a share of 5 % in 2000 samples.
    #expect(abs(Double(rejected) / Double(samples) - 0.05) < 3 * (0.05 * 0.95 / Double(samples)).squareRoot())
  }
}
