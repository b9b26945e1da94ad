/// What numbers a setting may take: one rule for the option of the command line and for the key of a study.
///
/// Every function gives `nil` for a number that is allowed, else what is wrong with it.
package enum SettingLimits {
  /// Respondents behind a matrix. Above 10¹⁵ one respondent more is lost to rounding.
  package static func respondents(_ n: Double) -> SettingProblem? {
    n > 1 && n < 1e15 ? nil : .respondents
  }

  /// Respondents of a survey that is drawn.
  package static func drawnRespondents(_ count: Int) -> SettingProblem? {
    (1...5_000_000).contains(count) ? nil : .drawnRespondents
  }

  /// Resamples, from which quantiles are taken.
  package static func replicates(_ count: Int) -> SettingProblem? {
    if !(0...10_000_000).contains(count) { return .replicates }
    return (1..<40).contains(count) ? .fewReplicates : nil
  }

  /// How often missing answers are drawn.
  package static func imputations(_ count: Int) -> SettingProblem? {
    (2...1000).contains(count) ? nil : .imputations
  }

  /// Width or height of a picture in pixels.
  package static func pictureSide(_ pixels: Double) -> SettingProblem? {
    pixels >= 240 && pixels <= 8000 ? nil : .pictureSide
  }

  /// Coverage of intervals.
  package static func confidence(_ share: Double) -> SettingProblem? {
    share > 0 && share < 1 ? nil : .confidence
  }

  /// Exchanges of a driver's rows.
  package static func permutations(_ count: Int) -> SettingProblem? {
    (0...10_000_000).contains(count) ? nil : .permutations
  }

  /// Folds of a cross-validation.
  package static func folds(_ count: Int) -> SettingProblem? {
    count == 0 || (2...1_000_000_000).contains(count)
      ? nil : .folds
  }

  /// The smallest count that a report tells.
  package static func smallestCell(_ count: Int) -> SettingProblem? {
    (1...1_000_000).contains(count) ? nil : .smallestCell
  }

  /// A reliability that is known.
  package static func reliability(_ share: Double) -> SettingProblem? {
    share > 0 && share <= 1 ? nil : .reliability
  }

  /// The share of a composite's items that must be answered.
  package static func answeredShare(_ share: Double) -> SettingProblem? {
    share > 0 && share <= 1 ? nil : .answeredShare
  }

  /// A number of factors, or the word that leaves it to the data.
  package static func factors(_ text: String) -> SettingProblem? {
    text == "auto" || Int(text).map({ $0 >= 1 }) ?? false ? nil : .factors
  }

  /// The size below which loadings are left blank.
  package static func cut(_ size: Double) -> SettingProblem? {
    (0...1).contains(size) ? nil : .cut
  }

  /// Oblimin's γ.
  package static func gamma(_ weight: Double) -> SettingProblem? {
    weight <= 1 && weight >= -50 ? nil : .gamma
  }

  /// Promax's power.
  package static func kappa(_ power: Double) -> SettingProblem? {
    power >= 1 && power <= 20 ? nil : .kappa
  }

  /// Geomin's δ.
  package static func delta(_ size: Double) -> SettingProblem? {
    size > 0 && size <= 1 ? nil : .delta
  }

  /// Starts of a rotation.
  package static func starts(_ count: Int) -> SettingProblem? {
    (1...10_000).contains(count) ? nil : .starts
  }

  /// Random samples of a parallel analysis, from which quantiles are taken.
  package static func parallelSamples(_ count: Int) -> SettingProblem? {
    count == 0 || (40...1_000_000).contains(count)
      ? nil : .parallelSamples
  }
}

extension SettingLimits {
  /// Where the lines of a matrix stand: a rule by name, or performance and importance.
  package static func crosshair(_ text: String) -> SettingProblem? {
    if ["mean", "median", "scale"].contains(text) { return nil }
    guard let (performance, importance) = crosshairNumbers(text) else {
      return .crosshair
    }
    return (0...100).contains(performance) && (0...100).contains(importance)
      ? nil
      : .outsideMatrix
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
