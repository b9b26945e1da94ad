import LinearAlgebra
import Measures
import Resampling
import Survey

extension LoadedSource {
  /// What the run was made of, as far as every verb says it alike.
  ///
  /// - Parameter rowsUsed: of each group; `nil` where moments have no rows.
  func description(_ bootstrap: BootstrapSpecification, rowsUsed: [Int?]) -> RunDescription {
    let used = rowsUsed.compactMap { $0 }
    let resamples = bootstrap.replicates > 0
    return RunDescription(
      source: name, digest: digest, rowsRead: rowsRead, rowsUsed: used.isEmpty ? nil : used.reduce(0, +),
      condition: specification.condition, wave: chosenWave, seed: resamples ? bootstrap.seed : nil,
      replicates: bootstrap.replicates, interval: resamples ? bootstrap.interval.rawValue : nil,
      confidence: bootstrap.confidence, weights: roles.weights?.kind.rawValue, blas: blasConfiguration,
      diagonal: specification.diagonal?.rawValue)
  }
}

extension AnalysisRoles {
  /// What reports call the players that have a label.
  var labels: [String: String] {
    Dictionary(
      players.compactMap { player in player.label.map { (player.name, $0) } }, uniquingKeysWith: { first, _ in first })
  }
}
