import Foundation
import LinearAlgebra
import Measures
import Regression
import Survey
import TestSupport
import Testing

/// Rubin's rules against mice's `pool` and `D1` on the same completed data (`Tests/References/imputation/mice.R`).
@Suite struct PooledRegressionTests {
  private static let terms = ["(Intercept)", "Solar.R", "Wind", "Temp"]

  private static func fits() throws -> [LinearRegression.Fit] {
    let table = try ReferenceCSV("imputation/kept-data.csv")
    let imputation = table.numbers("imputation")
    let names = ["Ozone", "Solar.R", "Wind", "Temp"]
    let roles = AnalysisRoles(
      outcomes: [.init(name: "Ozone")],
      players: names.dropFirst().map { .init(name: $0, items: [.init(name: $0)]) })
    return try (1...7).map { m in
      let rows = imputation.indices.filter { imputation[$0] == Double(m) }
      let variables = names.map { name in
        let values = table.numbers(name)
        return Variable(name: name, values: .double(rows.map { values[$0] }))
      }
      return try LinearRegression(errors: .classical).fit(
        to: ModelFrame(Dataset(variables: variables, rowCount: rows.count), roles: roles, ratings: false), outcome: 0)
    }
  }

  private static func agree(_ a: Double?, _ b: Double, _ tolerance: Double = 1e-8) -> Bool {
    guard let a else { return false }
    return abs(a - b) <= tolerance * max(1e-3, abs(b))
  }

  @Test("each coefficient has mice's estimate, error, degrees of freedom, interval and missing information")
  func pool() throws {
    let fit = try #require(LinearRegression.Fit.pooled(Self.fits()))
    let reference = try ReferenceCSV("imputation/pooled.csv")
    for name in Self.terms {
      let term = try #require(fit.term(name))
      for (value, column) in [
        (term.estimate, "estimate"), (term.stdError, "std_error"), (term.statistic, "statistic"), (term.df, "df"),
        (term.pValue, "p_value"), (term.low, "low"), (term.high, "high"),
      ] {
        #expect(Self.agree(value, reference.number(name, column)), "\(name) \(column): \(value ?? .nan)")
      }
      let pooled = try #require(fit.rubin(name))
      for (value, column) in [
        (pooled.within, "within"), (pooled.between, "between"), (pooled.missingShare, "lambda"),
        (pooled.relativeIncrease, "riv"), (pooled.missingInformation, "fmi"),
      ] {
        #expect(Self.agree(value, reference.number(name, column)), "\(name) \(column): \(value)")
      }
    }
  }

  @Test("several coefficients are tested together as mice's D1 does") func joint() throws {
    let fit = try #require(LinearRegression.Fit.pooled(Self.fits()))
    let reference = try ReferenceCSV("imputation/d1.csv")
    #expect(Self.agree(fit.fStatistic, reference.number("all", "statistic")))
    #expect(Self.agree(fit.dfResidual, reference.number("all", "df2")))
    #expect(Self.agree(fit.pValue, reference.number("all", "p_value"), 1e-6))
    let vector = try #require(fit.pooled)
    let part = try #require(vector.test(of: [1, 3]))
    #expect(Self.agree(part.statistic, reference.number("solar_temp", "statistic")))
    #expect(Self.agree(part.degrees, reference.number("solar_temp", "df2")))
  }

  @Test("by hand: two estimates") func byHand() throws {
    // Ū = 2, B = 2, T = 2 + 1.5·2 = 5, λ = .6, r = 1.5; ν_m = 1/.36.
    let pooled = try #require(PooledEstimate(estimates: [1, 3], variances: [1, 3]))
    #expect(pooled.estimate == 2 && pooled.within == 2 && pooled.between == 2 && pooled.variance == 5)
    #expect(abs(pooled.missingShare - 0.6) < 1e-15 && abs(pooled.degrees - 1 / 0.36) < 1e-12)
    #expect(abs(pooled.missingInformation - (1.5 + 2 / (1 / 0.36 + 3)) / 2.5) < 1e-12)
    #expect(PooledEstimate(estimates: [1], variances: [1]) == nil)
    let same = try #require(PooledEstimate(estimates: [1, 1, 1], variances: [2, 2, 2], degrees: 30))
    #expect(same.variance == 2 && same.missingShare == 0 && abs(same.degrees - 31.0 / 33 * 30) < 1e-12)
  }
}

extension LinearRegression.Fit {
  /// A coefficient by Rubin's rules.
  func rubin(_ name: String) -> PooledEstimate? {
    guard let pooled, let k = terms.filter({ $0.estimate != nil }).firstIndex(where: { $0.name == name }) else {
      return nil
    }
    return PooledEstimate(
      count: pooled.count, estimate: pooled.estimates[k], within: pooled.within[k, k],
      between: pooled.between[k, k], degrees: pooled.completeDegrees)
  }
}
