import Insight
import Measures
import Probability
import Regression
import Resampling
import Survey
import Testing

/// What groups differ in, against closed forms and in samples of known populations.
@Suite struct GroupDifferenceTests {
  private func fit(_ rows: Int, seed: UInt64, replicates: Int = 200, shift: Double = 0) throws -> DriverAnalysis.Fit {
    let plain = Samples.ratings(rows, drivers: 3, seed: seed)
    let data =
      shift == 0
      ? plain
      : Samples.dataset(
        plain.variables.map { variable in
          (variable.name, variable.doubles.map { variable.name == "x3" ? min(7, $0 + shift) : $0 })
        })
    return try DriverAnalysis(bootstrap: BootstrapSpecification(replicates: replicates), dominance: false)
      .fit(to: try ModelFrame(data, roles: Samples.roles(drivers: 3)), jobs: 1)
  }

  @Test("a difference of coefficients has the interval of two independent estimates") func closedForm() throws {
    let fits = [try fit(200, seed: 3), try fit(300, seed: 4)]
    let found = GroupDifference.between(fits).filter { $0.quantity == .coefficient }
    #expect(found.map(\.driver.name) == ["x1", "x2", "x3"])
    for (place, difference) in found.enumerated() {
      let terms = fits.map { $0.outcomes[0].regression.terms[place + 1] }
      #expect(difference.difference == terms[0].estimate! - terms[1].estimate!)
      // Both intervals are symmetric, so that the half-widths add up like standard errors.
      let halves = terms.map { $0.high! - $0.estimate! }
      let half = (halves[0] * halves[0] + halves[1] * halves[1]).squareRoot()
      #expect(abs(difference.low! - (difference.difference - half)) < 1e-12)
      #expect(abs(difference.high! - (difference.difference + half)) < 1e-12)
      // p of the normal distribution whose 97.5 % point is the half-width.
      let z = abs(difference.difference) / half * 1.959963984540054
      #expect(abs(difference.pValue! - Normal().twoSided(z)) < 1e-12)
      #expect((difference.pValue! < 0.05) == (difference.low! > 0 || difference.high! < 0))
    }
  }

  @Test("p-values are adjusted by Holm within one quantity of one outcome") func holm() throws {
    let fits = try (0..<3).map { try fit(150, seed: UInt64(20 + $0)) }
    let all = GroupDifference.between(fits)
    // Three drivers, three pairs, three quantities.
    #expect(all.count == 27)
    for quantity in GroupDifference.Quantity.allCases {
      let family = all.filter { $0.quantity == quantity }.sorted { $0.pValue! < $1.pValue! }
      var largest = 0.0
      for (place, difference) in family.enumerated() {
        largest = max(largest, min(1, Double(9 - place) * difference.pValue!))
        #expect(abs(difference.adjusted! - largest) < 1e-12)
      }
    }
  }

  @Test("without resamples shares have a difference and no interval") func unsampled() throws {
    let found = GroupDifference.between([try fit(100, seed: 1, replicates: 0), try fit(100, seed: 2, replicates: 0)])
    for difference in found where difference.quantity == .share {
      #expect(difference.low == nil && difference.pValue == nil && difference.adjusted == nil)
    }
    #expect(found.contains { $0.quantity == .share })
    #expect(GroupDifference.between([try fit(100, seed: 1, replicates: 0)]).isEmpty)
  }

  @Test("in groups of one population few differences are called clear, and a real one is found") func simulated() throws
  {
    var (tests, rejected, families, clear) = (0, 0, 0, 0)
    for sample in 0..<150 {
      let fits = [try fit(150, seed: UInt64(1000 + 2 * sample)), try fit(150, seed: UInt64(1001 + 2 * sample))]
      let found = GroupDifference.between(fits)
      tests += found.count
      rejected += found.count { $0.pValue! < 0.05 }
      for quantity in GroupDifference.Quantity.allCases {
        families += 1
        clear += found.contains { $0.quantity == quantity && $0.adjusted! < 0.05 } ? 1 : 0
      }
    }
    // 1350 tests in 450 families; drivers of one sample are not independent, hence room of three errors of 150 samples.
    let size = Double(rejected) / Double(tests)
    #expect(size > 0.02 && size < 0.08, "\(size)")
    let familywise = Double(clear) / Double(families)
    #expect(familywise < 0.08, "\(familywise)")

    let shifted = GroupDifference.between([try fit(300, seed: 7, shift: 1), try fit(300, seed: 8)])
      .filter { $0.quantity == .performance }
    #expect(shifted[2].adjusted! < 0.001 && shifted[2].low! > 0)
  }
}
