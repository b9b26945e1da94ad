import Survey
import Testing

@Suite struct SettingLimitsTests {
  @Test("a setting takes what it can mean and nothing else") func limits() {
    for count in [0, 40, 1000, 10_000_000] { #expect(SettingLimits.replicates(count) == nil) }
    for count in [-1, 1, 10, 39, 10_000_001] { #expect(SettingLimits.replicates(count) != nil) }
    for share in [0.01, 0.95, 0.999] { #expect(SettingLimits.confidence(share) == nil) }
    for share in [0, 1, 95, -0.5, .nan, .infinity] { #expect(SettingLimits.confidence(share) != nil) }
    for n in [1.5, 2, 35_000] { #expect(SettingLimits.respondents(n) == nil) }
    for n in [1, 0, -3, 1e15, .nan, .infinity] { #expect(SettingLimits.respondents(n) != nil) }
    for folds in [0, 2, 10] { #expect(SettingLimits.folds(folds) == nil) }
    for folds in [-1, 1, 2_000_000_000] { #expect(SettingLimits.folds(folds) != nil) }
    for share in [0.1, 1] {
      #expect(SettingLimits.reliability(share) == nil && SettingLimits.answeredShare(share) == nil)
    }
    for share in [0, 1.5, .nan] { #expect(SettingLimits.reliability(share) != nil) }
    for text in ["auto", "1", "12"] { #expect(SettingLimits.factors(text) == nil) }
    for text in ["0", "-2", "1.5", "many", ""] { #expect(SettingLimits.factors(text) != nil) }
    for text in ["mean", "median", "scale", "70,0.25", "50, 20"] { #expect(SettingLimits.crosshair(text) == nil) }
    for text in ["", "top", "70", "70,,0.2", "101,0.2", "50,-1", "nan,1"] {
      #expect(SettingLimits.crosshair(text) != nil)
    }
  }
}
