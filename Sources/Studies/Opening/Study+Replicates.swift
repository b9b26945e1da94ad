import Measures
import Regression
import Resampling
import Survey

extension Study {
  /// Throws `ReplicateFault` for settings that ask for other errors or intervals than the replicate weights give.
  func checkReplicates() throws {
    let asked = settings.errors
    guard !specification.replicateWeights.isEmpty else {
      if asked == .replicates { throw ReplicateFault.withoutColumns(setting: .errors) }
      return
    }
    if let asked, asked != .replicates {
      throw ReplicateFault.otherErrors(setting: .errors, value: asked.rawValue)
    }
    if let errors = settings.correlate.errors, errors == .classical {
      throw ReplicateFault.otherErrors(setting: .errors, value: errors.rawValue)
    }
    if settings.bootstrap.replicates == 0 { throw ReplicateFault.otherErrors(setting: .bootstrap, value: "0") }
    if let interval = settings.bootstrap.interval, interval != .percentile {
      throw ReplicateFault.otherErrors(setting: .interval, value: interval.rawValue)
    }
  }

  /// The settings of a verb that resamples only where that is asked for: replicate weights ask for it.
  var resamplingSettings: StudySettings {
    var chosen = settings
    if !specification.replicateWeights.isEmpty, chosen.bootstrap.replicates == nil {
      chosen.bootstrap.replicates = 1000
    }
    return chosen
  }
}
