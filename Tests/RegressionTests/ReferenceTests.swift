import Foundation
import LinearAlgebra
import Measures
import Regression
import Survey
import Testing

/// The numbers of `Tests/References/regression/regression.R`.
struct RegressionReference: Decodable {
  struct Kind: Decodable {
    var std_error, statistic, p_value, low, high: [Double]
    var df, f, f_p: Double
  }
  struct Case: Decodable, CustomTestStringConvertible {
    var name, data, outcome: String
    var predictors: [String]
    var weights, kind, strata, cluster: String?
    var confidence: Double
    var estimate: [Double]
    var r_squared, adj_r_squared, sigma, n, df_residual: Double
    var log_lik, aic, bic: Double?
    var beta, partial, part, vif: [Double]?
    var covariance: [[Double]]
    var kinds: [String: Kind]
    var testDescription: String { name }
  }
  var cases: [Case]

  static let shared: RegressionReference = {
    let file = SmallTable.references.appendingPathComponent("regression.json")
    return try! JSONDecoder().decode(RegressionReference.self, from: Data(contentsOf: file))
  }()
}

@Suite struct ReferenceTests {
  static let tasks = RegressionReference.shared.cases.flatMap { c in c.kinds.keys.sorted().map { (c, $0) } }

  @Test("the reference holds every kind of error, weight and design")
  func coverage() {
    let kinds = Set(ReferenceTests.tasks.map(\.1))
    #expect(kinds == ["classical", "hc0", "hc1", "hc2", "hc3", "hc4", "cluster", "design"])
    #expect(RegressionReference.shared.cases.count == 9)
  }

  @Test("estimates, errors, tests and intervals agree with lm, sandwich and survey", arguments: tasks)
  func inference(c: RegressionReference.Case, kind: String) throws {
    let table = SmallTable(reference: c.data)
    let frame = table.frame(
      c.outcome, on: c.predictors, weights: c.weights, kind: c.kind.map { WeightsKind(rawValue: $0)! },
      clusters: c.cluster, strata: c.strata)
    let model = LinearRegression(errors: .init(rawValue: kind)!, confidence: c.confidence)
    let fit = try model.fit(to: frame, outcome: 0)
    let expected = c.kinds[kind]!
    #expect(fit.errors.rawValue == kind)
    #expect(fit.terms.map(\.name) == ["(Intercept)"] + c.predictors)
    for (k, term) in fit.terms.enumerated() {
      #expect(agree(term.estimate, c.estimate[k]), "\(c.name) \(term.name) estimate")
      #expect(agree(term.stdError, expected.std_error[k]), "\(c.name) \(kind) \(term.name) error")
      #expect(agree(term.statistic, expected.statistic[k]), "\(c.name) \(kind) \(term.name) t")
      #expect(agree(term.df, expected.df))
      #expect(agree(term.pValue, expected.p_value[k], 1e-9), "\(c.name) \(kind) \(term.name) p")
      #expect(agree(term.low, expected.low[k], 1e-9) && agree(term.high, expected.high[k], 1e-9))
      if k > 0, let beta = c.beta {
        #expect(agree(term.beta, beta[k - 1]) && agree(term.vif, c.vif?[k - 1]), "\(c.name) \(term.name) vif")
        #expect(agree(term.partialCorrelation, c.partial?[k - 1]) && agree(term.partCorrelation, c.part?[k - 1]))
      }
    }
    #expect(agree(fit.fStatistic, expected.f), "\(c.name) \(kind) F \(fit.fStatistic ?? .nan) \(expected.f)")
    #expect(agree(fit.pValue, expected.f_p, 1e-9))
    #expect(fit.dfModel == Double(c.predictors.count))
    #expect(fit.dfResidual == expected.df)
    if kind == "hc3" || kind == "design" {
      let covariance = try #require(fit.covariance)
      for (i, row) in c.covariance.enumerated() {
        for (j, value) in row.enumerated() { #expect(agree(covariance[i, j], value, absolute: 1e-13)) }
      }
    }
    #expect(fit.n == c.n)
    #expect(agree(fit.rSquared, c.r_squared) && agree(fit.adjustedRSquared, c.adj_r_squared))
    #expect(agree(fit.sigma, c.sigma))
    #expect(agree(fit.logLikelihood, c.log_lik) && agree(fit.aic, c.aic) && agree(fit.bic, c.bic))
    #expect(fit.rSquaredBasis == (kind == "classical" ? .normalTheory : .influence) && fit.rSquaredLow != nil)
  }

  @Test("White's errors of attitude's 'complaints' are those published with the methods")
  func attitude() throws {
    let frame = SmallTable(reference: "attitude").frame(
      "rating", on: ["complaints", "privileges", "learning", "raises", "critical", "advance"])
    let expected: [(LinearRegression.ErrorKind, Double)] = [
      (.classical, 0.160983), (.hc0, 0.103591), (.hc1, 0.118310), (.hc2, 0.124607), (.hc3, 0.153613),
      (.hc4, 0.148750),
    ]
    for (kind, value) in expected {
      let fit = try LinearRegression(errors: kind).fit(to: frame, outcome: 0)
      #expect(abs(fit.term("complaints")!.stdError! - value) < 5e-7)
    }
  }

  @Test("the regressions of 3197 hospitals agree with Excel and R, and their sign reversals are pointed out")
  func hospitals() throws {
    // Beside the repository, however deep the checkout lies.
    var folder = SmallTable.references
    var candidates: [URL] = []
    while folder.path != "/" {
      candidates.append(folder.appendingPathComponent("shared/data/hcahps/hcahps_hospital_2024.csv"))
      folder.deleteLastPathComponent()
    }
    guard let file = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) }) else {
      print("skipped: the shared hospital data are not here")
      return
    }
    let table = SmallTable(file: file)
    let drivers = [
      "Nurse_Communication", "Doctor_Communication", "Staff_Responsiveness", "Medicine_Communication",
      "Discharge_Information", "Care_Transition", "Cleanliness", "Quietness",
    ]
    let outcome = "Recommendation_Score"
    let fit = try LinearRegression(errors: .classical).fit(to: table.frame(outcome, on: drivers), outcome: 0)
    #expect(agree(fit.rSquared, 0.7812033423642253, 1e-12))
    #expect(agree(fit.adjustedRSquared, 0.7806542917804467, 1e-12))
    #expect(agree(fit.sigma, 2.3491202862005536, 1e-12))
    #expect(agree(fit.fStatistic, 1422.8258113996098, 1e-11))
    #expect(agree(fit.terms[0].estimate, -49.959529760068634, 1e-11))
    #expect(agree(fit.terms[1].estimate, 0.5141107721704609, 1e-11))
    #expect(agree(fit.terms[1].stdError, 0.042532329925911265, 1e-11))
    #expect(agree(fit.terms[6].estimate, 0.9566181883493012, 1e-11))
    #expect(agree(fit.terms[4].estimate, -0.12498754157138349, 1e-11))
    #expect(fit.notes.contains { $0.kind == .signReversal && $0.message.contains(fit.terms[4].name) })
  }
}
