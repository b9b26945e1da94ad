/// What can be asked of a study, by the name that the result carries.
public enum Verb: String, Sendable, CaseIterable {
  case rake, describe, missing, impute, drivers, ipa, correlate, factor, reliability, sem, mediate
}

extension Set<Verb> {
  /// Every verb that analyses a study.
  static var all: Set<Verb> { Set(Verb.allCases) }
  /// Those about the importance of drivers.
  static let ofDrivers: Set<Verb> = [.drivers, .ipa]
  /// Those that can resample, or draw.
  static let resampling: Set<Verb> = [
    .impute, .drivers, .ipa, .correlate, .factor, .reliability, .sem, .mediate,
  ]
}
