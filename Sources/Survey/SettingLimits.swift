/// What numbers a setting may take: one rule for the option of the command line and for the key of a study.
///
/// Every function gives `nil` for a number that is allowed, else what to give instead, as the end of a sentence that names the
/// setting and the number.
package enum SettingLimits {
  /// Respondents behind a matrix. Above 10¹⁵ one respondent more is lost to rounding.
  package static func respondents(_ n: Double) -> String? {
    n > 1 && n < 1e15 ? nil : "the number of respondents must be above 1 and below 1e15"
  }

  /// Resamples, from which quantiles are taken.
  package static func replicates(_ count: Int) -> String? {
    if !(0...10_000_000).contains(count) { return "give a number of resamples from 0 to 10,000,000" }
    return (1..<40).contains(count) ? "at least 40 resamples are needed for an interval; 1000 is usual" : nil
  }

  /// Coverage of intervals.
  package static func confidence(_ share: Double) -> String? {
    share > 0 && share < 1 ? nil : "give a share between 0 and 1, such as 0.95"
  }

  /// Exchanges of a driver's rows.
  package static func permutations(_ count: Int) -> String? {
    (0...10_000_000).contains(count) ? nil : "give a number from 0 to 10,000,000"
  }

  /// Folds of a cross-validation.
  package static func folds(_ count: Int) -> String? {
    count == 0 || (2...1_000_000_000).contains(count)
      ? nil : "give at least 2 folds, or 0 for no cross-validation; 10 is usual"
  }

  /// A reliability that is known.
  package static func reliability(_ share: Double) -> String? {
    share > 0 && share <= 1 ? nil : "give a number above 0 and at most 1, such as 0.8"
  }

  /// The share of a composite's items that must be answered.
  package static func answeredShare(_ share: Double) -> String? {
    share > 0 && share <= 1 ? nil : "give a share above 0 and at most 1, such as 0.5"
  }

  /// A number of factors, or the word that leaves it to the data.
  package static func factors(_ text: String) -> String? {
    text == "auto" || Int(text).map({ $0 >= 1 }) ?? false ? nil : "give a number from 1 up, or auto"
  }

  /// The size below which loadings are left blank.
  package static func cut(_ size: Double) -> String? {
    (0...1).contains(size) ? nil : "give a number between 0 and 1"
  }

  /// Oblimin's γ.
  package static func gamma(_ weight: Double) -> String? {
    weight <= 1 && weight >= -50 ? nil : "give a number of at most 1, such as 0 or -0.5"
  }

  /// Promax's power.
  package static func kappa(_ power: Double) -> String? {
    power >= 1 && power <= 20 ? nil : "give a power between 1 and 20; 4 is usual"
  }

  /// Geomin's δ.
  package static func delta(_ size: Double) -> String? {
    size > 0 && size <= 1 ? nil : "give a small number above 0, such as 0.01"
  }

  /// Starts of a rotation.
  package static func starts(_ count: Int) -> String? {
    (1...10_000).contains(count) ? nil : "give a number from 1 to 10,000"
  }

  /// Random samples of a parallel analysis, from which quantiles are taken.
  package static func parallelSamples(_ count: Int) -> String? {
    count == 0 || (40...1_000_000).contains(count)
      ? nil : "give a number of samples from 40 to 1,000,000, or 0 for none"
  }
}

extension SettingLimits {
  /// Where the lines of a matrix stand: a rule by name, or performance and importance.
  package static func crosshair(_ text: String) -> String? {
    if ["mean", "median", "scale"].contains(text) { return nil }
    guard let (performance, importance) = crosshairNumbers(text) else {
      return
        "write mean, median, scale, or performance (0–100) and importance (a share of 1; stated importance 0–100), such as 70,0.25"
    }
    return (0...100).contains(performance) && (0...100).contains(importance)
      ? nil
      : "that lies outside the matrix: performance is between 0 and 100; importance is a share between 0 and 1, stated importance 0 to 100"
  }

  /// The two numbers of `70,0.25`; `nil` for anything else.
  package static func crosshairNumbers(_ text: String) -> (performance: Double, importance: Double)? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0.filter { $0 != " " }) }
    guard parts.count == 2, let performance = parts[0], let importance = parts[1], performance.isFinite,
      importance.isFinite
    else { return nil }
    return (performance, importance)
  }
}
