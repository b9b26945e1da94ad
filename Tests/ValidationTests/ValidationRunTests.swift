import Datasets
import Foundation
import Testing
import Validation

@Suite struct ValidationRunTests {
  @Test("every figure has the digits it must have", arguments: ValidationRun.Suite.allCases)
  func passes(_ suite: ValidationRun.Suite) throws {
    let result = try ValidationRun(suites: [suite]).run()
    #expect(!result.figures.isEmpty)
    for figure in result.figures {
      #expect(
        figure.passed,
        "\(figure.dataset) \(figure.quantity) \(figure.term ?? "") \(figure.digits), needed \(figure.required)")
    }
    #expect(result.passed && result.failures.isEmpty)
    #expect(result.groups.reduce(0) { $0 + $1.figures.count } == result.figures.count)
  }

  @Test("all certified values but counts and sums that follow from others are compared") func complete() throws {
    let file = try #require(BundledDatasets.named("nist")?.file("certified.csv"))
    let compared: Set = [
      "coef", "se", "residual_sd", "r_squared", "F", "mean", "sd", "acf1", "ss_between", "ms_between", "ss_within",
      "ms_within",
    ]
    let lines = file.text.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      .filter { compared.contains(String($0[1])) }
    let result = try ValidationRun(suites: [.regression, .univariate, .anova]).run()
    // Filip comes twice: with its powers carried and with each rounded to a double.
    let once = result.figures.filter { $0.dataset != "Filip powers rounded" }
    #expect(once.count == lines.count)
    #expect(once.allSatisfy { $0.ceiling != nil && $0.peer == "R 4.2.2" && $0.peerDigits != nil && !$0.reason.isEmpty })
    #expect(Set(once.map(\.expected)).isSubset(of: Set(lines.map { String($0[3]) })))
  }

  @Test("one altered value fails, and names itself", arguments: ["Norris", "NumAcc4", "SmLs09"])
  func altered(_ dataset: String) throws {
    let (statistic, right, wrong) =
      switch dataset {
      case "Norris": ("coef,B1", "1.00211681802045", "1.00211681802145")
      case "NumAcc4": ("sd,", "0.1", "0.1000001")
      default: ("F,", "2.00100000000000E+03", "2.00200000000000E+03")
      }
    let header = "dataset,statistic,term,certified\n"
    let passing = try ValidationRun(expected: "\(header)\(dataset),\(statistic),\(right)\n", source: "e").run()
    #expect(passing.passed && passing.figures.count == 1)
    let failing = try ValidationRun(expected: "\(header)\(dataset),\(statistic),\(wrong)\n", source: "e").run()
    #expect(failing.failures.map(\.dataset) == [dataset])
    #expect(failing.failures[0].digits < failing.failures[0].required)
  }

  @Test(
    "a table that is none says what is wrong",
    arguments: [
      ("", "is empty"), ("dataset,statistic,term,certified\n", "no rows"),
      ("dataset,statistic,certified\nNorris,sd,1\n", "no column 'term'"),
      ("dataset,statistic,term,certified\nNoris,coef,B0,1\n", "row 1: there is no set 'Noris'. Did you mean 'Norris'?"),
      (
        "dataset,statistic,term,certified\nNorris,coef,B0,1\nNorris,slope,B0,1\n",
        "row 2: there is no statistic 'slope'"
      ),
      ("dataset,statistic,term,certified\nNorris,coef,B0,one\n", "row 1: 'one' is not a number"),
      ("dataset,statistic,term,certified\nNorris,coef,B0\n", "row 1: 3 fields"),
      ("dataset,statistic,term,certified\nNorris,df_res,,34\n", "none of its rows"),
    ])
  func faults(_ text: String, _ words: String) {
    do {
      _ = try ValidationRun(expected: text, source: "own.csv")
      Issue.record("taken for a table: \(text)")
    } catch {
      #expect("\(error)".contains(words), "\(error)")
      #expect("\(error)".contains("own.csv"))
    }
  }

  @Test("a term that no set has counts as missing, not as right") func unknownTerm() throws {
    let text = "dataset,statistic,term,certified\nNorris,coef,B7,1\n"
    let result = try ValidationRun(expected: text, source: "own.csv").run()
    #expect(result.figures.map(\.actual) == [nil])
    #expect(!result.passed)
  }
}
