import Imputation
import Measures
import Probability
import Regression
import Survey
import TestSupport
import Testing

/// Pooled coefficients of imputed data against mice (`Tests/References/imputation/mice.R`), within what chance leaves of both.
@Suite struct ImputationReferenceTests {
  @Test("normal draws and matching agree with mice on airquality", arguments: [ImputationMethod.normal, .matching])
  func airquality(_ method: ImputationMethod) throws {
    let names = ["Ozone", "Solar.R", "Wind", "Temp"]
    let data = try Samples.reference("airquality", names)
    let model = try ImputationModel(
      MultipleImputation(common: method, seed: 3), data, variables: Samples.items(names))
    #expect(model.missingCount == 44)
    let count = 400
    let fit = try pooledRegression(
      model.draw(0..<count, jobs: 2), outcome: "Ozone", predictors: Array(names.dropFirst()))
    let table = try ReferenceCSV("imputation/airquality-pooled.csv")
    for row in table.rows where row[0] == (method == .normal ? "norm" : "pmm") {
      let term = try #require(fit.term(row[1]))
      let (estimate, error, fmi, chance) = (Double(row[2])!, Double(row[3])!, Double(row[4])!, Double(row[5])!)
      // The reference is of 1000 imputations, ours of 400.
      let ours = chance * (1000.0 / Double(count)).squareRoot()
      // Matching on 111 respondents differs in ties: a tenth of the standard error besides.
      let slack = method == .matching ? 0.1 * error : 0
      #expect(
        abs(term.estimate! - estimate) < 4 * (chance * chance + ours * ours).squareRoot() + slack,
        "\(row[1]): \(term.estimate!) \(estimate)")
      #expect(abs(term.stdError! / error - 1) < 0.04, "\(row[1]): \(term.stdError!) \(error)")
      let own = try #require(fit.rubin(row[1])).missingInformation
      #expect(abs(own - fmi) < 0.08, "\(row[1]): \(own) \(fmi)")
    }
  }

  @Test("logits, proportional odds and categories agree with mice on variables of two values, steps and names")
  func levels() throws {
    let table = try ReferenceCSV("imputation/mixed.csv")
    let numbers = ["y", "x", "z", "yes", "steps"]
    let regions = ["east", "north", "west"]
    let at = table.header.firstIndex(of: "region")!
    let codes = table.rows.map { row in regions.firstIndex(of: row[at]).map { Int32($0) } ?? MissingValue.text(0) }
    var data = Samples.dataset(numbers.map { ($0, table.numbers($0)) })
    data = data.replacing(Variable(name: "region", values: .text(codes: codes, categories: regions)))
    let model = try ImputationModel(
      MultipleImputation(methods: ["steps": .ordinal], seed: 5), data, variables: Samples.items(numbers + ["region"]))
    let count = 60
    let answers = try model.draw(0..<count, jobs: 2)
    #expect(answers.summaries.map(\.method) == [.logit, .ordinal, .categories])
    for summary in answers.summaries where summary.variable == "steps" {
      #expect(summary.convergence! < 1.2 && abs(summary.observedMean! - summary.imputedMean!) < 0.8)
    }
    let completed = answers.completed(0)
    #expect(Set(completed["yes"]!.doubles) == [0, 1] && Set(completed["steps"]!.doubles) == [1, 2, 3, 4, 5])
    let fit = try pooledRegression(answers, outcome: "y", predictors: ["x", "z", "yes", "steps", "region"])
    for row in try ReferenceCSV("imputation/mixed-pooled.csv").rows {
      let term = try #require(fit.term(row[0]))
      let (estimate, error, chance) = (Double(row[1])!, Double(row[2])!, Double(row[4])!)
      let ours = chance * (200.0 / Double(count)).squareRoot()
      // mice draws levels with the coefficients as they are, ours draws those too; names by other logits: a tenth of an error.
      #expect(
        abs(term.estimate! - estimate) < 4 * (chance * chance + ours * ours).squareRoot() + 0.15 * error,
        "\(row[0]): \(term.estimate!) \(estimate) ± \(error)")
      #expect(abs(term.stdError! / error - 1) < 0.12, "\(row[0]): \(term.stdError!) \(error)")
    }
  }

  @Test("the same seed gives the same answers on any number of threads and in any range, another seed others")
  func determinism() throws {
    let data = Samples.ratings(120, items: 5, seed: 2)
    let items = Samples.items(data.names)
    let model = try ImputationModel(MultipleImputation(seed: 9), data, variables: items)
    let whole = try model.draw(0..<7, jobs: 1)
    let shared = try model.draw(0..<7, jobs: 3)
    var parts = try model.draw(0..<3, jobs: 2)
    parts.append(try model.draw(3..<7, jobs: 2))
    let other = try ImputationModel(MultipleImputation(seed: 10), data, variables: items).draw(0..<7)
    for m in 0..<7 {
      for name in data.names {
        let values = whole.completed(m)[name]!.values
        #expect(values == shared.completed(m)[name]!.values && values == parts.completed(m)[name]!.values)
      }
    }
    #expect(data.names.contains { whole.completed(0)[$0]!.values != other.completed(0)[$0]!.values })
    #expect(whole.completed(0)["x3"]!.values != whole.completed(1)["x3"]!.values)
  }

  @Test("answers stay as they were, drawn ones are among those given, and shifted ones within their bounds")
  func answers() throws {
    let data = Samples.ratings(200, items: 4, seed: 4)
    let answers = try ImputationModel(MultipleImputation(), data, variables: Samples.items(data.names)).draw(0..<5)
    for name in data.names {
      let before = data[name]!.doubles
      for m in 0..<5 {
        let after = answers.completed(m)[name]!.doubles
        #expect(zip(before, after).allSatisfy { $0.isNaN ? (1...7).contains($1) && $1 == $1.rounded() : $0 == $1 })
        let shifted = answers.completed(m, shift: 5)[name]!.doubles
        #expect(zip(before, shifted).allSatisfy { $0.isNaN ? $1 == 7 : $0 == $1 })
      }
    }
    #expect(answers.trace(of: "x2", imputation: 1).count == MultipleImputation.defaultSweeps)
  }

  @Test("imputation undoes the bias of complete rows when what is missing depends on what was answered")
  func recovery() throws {
    // x2 is missing where x1 is low, so that those who answered rate it higher than all would.
    let whole = Samples.ratings(4000, items: 3, seed: 6, missing: 0)
    let partial = Samples.ratings(4000, items: 3, seed: 6, missing: 0.5)
    func mean(_ values: [Double]) -> Double {
      let answered = values.filter { !$0.isNaN }
      return answered.reduce(0, +) / Double(answered.count)
    }
    let truth = mean(whole["x2"]!.doubles)
    let answers = try ImputationModel(MultipleImputation(), partial, variables: Samples.items(partial.names))
      .draw(0..<10, jobs: 2)
    let imputed = mean((0..<10).map { mean(answers.completed($0)["x2"]!.doubles) })
    #expect(mean(partial["x2"]!.doubles) - truth > 0.15)
    #expect(abs(imputed - truth) < 0.06, "\(imputed) \(truth)")
  }
}
