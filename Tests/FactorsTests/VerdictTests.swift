import Factors
import Testing

@Suite struct VerdictTests {
  @Test(
    "sampling adequacy is judged at 0.50, 0.60 and 0.80",
    arguments: [
      (0.9, "good"), (0.8, "good"), (0.7999, "tolerable"), (0.6, "tolerable"), (0.5999, "bare"), (0.5, "bare"),
      (0.4999, "unsuited"),
    ])
  func kmo(_ kmo: Double, _ verdict: String) { #expect(SamplingAdequacy(kmo: kmo).rawValue == verdict) }

  @Test(
    "congruence is judged at 0.85 and 0.95",
    arguments: [
      (1, "same"), (0.95, "same"), (0.9499, "alike"), (0.85, "alike"), (0.8499, "different"), (-1, "different"),
    ])
  func congruence(_ congruence: Double, _ verdict: String) {
    #expect(FactorLikeness(congruence: congruence).rawValue == verdict)
  }
}
