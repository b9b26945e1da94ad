import Foundation
import Measures
import Resampling
import Survey
import Testing

@Suite("Correlations of bad input")
struct CorrelationFaultTests {
  let items = [
    Small.numbers("x", [1, 2, 3, 4, 5, 3]), Small.numbers("y", [2, 1, 4, 3, 5, 5]),
    Small.numbers("z", [5, 4, 4, 2, 1, 3]),
  ]

  func survey(_ more: Variable...) -> Dataset { Dataset(variables: items + more, rowCount: 6) }

  func fault(_ body: () throws -> CorrelationAnalysis.Fit) -> String? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? any Fault)?.description ?? "another error: \(error)" }
  }

  @Test(arguments: CorrelationMethod.allCases)
  func aConstantItem(_ method: CorrelationMethod) {
    let found = fault {
      try CorrelationAnalysis(method: method).fit(survey(Small.numbers("c", [2, 2, 2, 2, 2, 2])), ["x", "c"])
    }
    #expect(found?.hasPrefix("Column 'c' has the same value, 2, in every row used") == true)
  }

  @Test(arguments: CorrelationMethod.allCases)
  func aPairThatNobodyAnswers(_ method: CorrelationMethod) {
    let halves = survey(
      Small.numbers("h", [1, 2, 4, nil, nil, nil]), Small.numbers("k", [nil, nil, nil, 4, 2, 3]))
    let found = fault { try CorrelationAnalysis(method: method).fit(halves, ["x", "h", "k"], missing: .pairwise) }
    #expect(found?.hasPrefix("Only 0 respondents answered both 'k' and 'h'") == true)
    let listwise = fault { try CorrelationAnalysis(method: method).fit(halves, ["x", "h", "k"]) }
    #expect(listwise?.hasPrefix("No row is left") == true)
  }

  @Test func textCannotBeCorrelated() {
    let found = fault {
      try CorrelationAnalysis().fit(survey(Small.texts("t", ["a", "b", "a", "b", "a", "b"])), ["x", "t"])
    }
    #expect(
      found
        == "Column 't' holds text and cannot be correlated. Name a column of numbers, or code the answers as numbers.")
  }

  @Test func oneVariableIsNoPair() {
    let found = fault { try CorrelationAnalysis().fit(survey(), ["x"]) }
    #expect(found?.hasPrefix("No pair of variables is named.") == true)
  }

  @Test func aMeasurementIsNoRating() {
    let wide = survey(Small.numbers("m", [1.5, 2, 3, 4, 5, 6]))
    let found = fault { try CorrelationAnalysis(method: .polychoric).fit(wide, ["x", "m"]) }
    #expect(found?.hasPrefix("Column 'm' is not a rating") == true)
    let none = fault { try CorrelationAnalysis(method: .polyserial).fit(wide, ["x", "y"]) }
    #expect(none?.contains("there is no such pair here") == true)
    let unknown = fault { try CorrelationAnalysis(method: .mixed, ordinal: ["q"]).fit(wide, ["x", "y"]) }
    #expect(unknown?.hasPrefix("There is no column 'q'.") == true)
  }

  @Test func perfectCorrelationsHaveNoInterval() throws {
    let twins = survey(Small.numbers("twin", [3, 5, 7, 9, 11, 7]), Small.numbers("turned", [5, 4, 3, 2, 1, 3]))
    for method in [CorrelationMethod.pearson, .spearman, .kendall, .polychoric] {
      let fit = try CorrelationAnalysis(method: method).fit(twins, ["x", "twin", "turned"])
      #expect(abs(fit.pair("x", "twin")!.correlation - 1) < 1e-15, "\(method)")
      #expect(abs(fit.pair("x", "turned")!.correlation + 1) < 1e-15, "\(method)")
      #expect(fit.note("perfect_correlation") != nil, "\(method)")
      #expect(fit.pairs.allSatisfy { $0.low == nil && $0.high == nil }, "\(method)")
    }
    let partial = fault { try CorrelationAnalysis(method: .partial).fit(twins, ["x", "y", "twin"]) }
    #expect(partial?.hasPrefix("Column 'twin' is determined by the others") == true)
  }

  @Test func moreVariablesThanRowsHaveNoPartialCorrelations() {
    let rows: [[Double?]] = [[0, 1, 3, 5], [2, 0, 1, 6], [5, 4, 1, 2], [1, 6, 2, 3], [3, 3, 0, 1], [4, 2, 6, 0]]
    let few = Dataset(
      variables: rows.enumerated().map { Small.numbers("v\($0)", $1) }, rowCount: 4)
    let found = fault { try CorrelationAnalysis(method: .partial).fit(few, few.names) }
    #expect(found?.contains("is determined by the others") == true)
  }

  @Test(arguments: [CorrelationMethod.pearson, .spearman, .kendall, .polychoric])
  func twoRowsSayNothing(_ method: CorrelationMethod) throws {
    let fit = try CorrelationAnalysis(method: method)
      .fit(Small.survey(Small.numbers("x", [1, 2]), Small.numbers("y", [4, 3])), ["x", "y"])
    #expect(fit.pairs[0].correlation == -1)
    #expect(fit.pairs[0].low == nil && fit.pairs[0].pValue == nil)
  }

  @Test func hugeNumbers() throws {
    let huge = survey(Small.numbers("big", [1e120, 2e120, 4e120, 3e120, 5e120, 6e120]))
    let fit = try CorrelationAnalysis().fit(huge, ["x", "big"])
    let plain = try CorrelationAnalysis().fit(survey(Small.numbers("big", [1, 2, 4, 3, 5, 6])), ["x", "big"])
    #expect(abs(fit.pairs[0].correlation - plain.pairs[0].correlation) < 1e-14)
    let found = fault {
      try CorrelationAnalysis().fit(survey(Small.numbers("big", [1e200, 2, 3, 4, 5, 6])), ["x", "big"])
    }
    #expect(found?.hasPrefix("Column 'big', row 1: 1e+200 is too large") == true)
  }

  @Test func weightsThatMeanNothingHere() {
    let weighted = survey(Small.numbers("w", [1, 2, 1, 2, 1, 2]))
    let found = fault {
      try CorrelationAnalysis(method: .kendall).fit(weighted, ["x", "y"], weights: "w", kind: .precision)
    }
    #expect(found?.hasPrefix("Precision weights say how exactly") == true)
    let always = fault { try CorrelationAnalysis().fit(survey(), ["x", "y"], always: ["z"]) }
    #expect(always?.contains("only partial correlations do") == true)
  }
}
