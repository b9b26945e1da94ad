import Reliability
import Testing

@Suite struct VerdictTests {
  @Test(
    "ω is judged from 0.70 and from 0.80 on",
    arguments: [
      (0.95, "good"), (0.8, "good"), (0.7999, "tolerable"), (0.7, "tolerable"), (0.6999, "poor"), (-1, "poor"),
    ])
  func omega(_ omega: Double, _ verdict: String) { #expect(MeasurementQuality(omega: omega).rawValue == verdict) }

  @Test(
    "HTMT is judged at 0.85 and at 1",
    arguments: [
      (0, "distinct"), (0.8499, "distinct"), (0.85, "overlapping"), (0.9999, "overlapping"), (1, "maybe_one"),
    ])
  func htmt(_ htmt: Double, _ verdict: String) { #expect(Distinctness(htmt: htmt).rawValue == verdict) }
}
