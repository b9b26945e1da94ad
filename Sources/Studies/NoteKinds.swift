package import Survey

extension NoteKind {
  package static let measurementOnly = NoteKind(
    "measurement_only",
    "no model of paths was given, and the measurement of the constructs alone is fitted",
    advice: "Give one with \(setting: .model).")
  package static let modelGroups = NoteKind(
    "model_groups",
    "which group of a model of several groups has which number",
    advice: "Values in c(…) stand in that order.")
  package static let groupsNotResampled = NoteKind(
    "groups_not_resampled",
    "a model of several groups has no resampled intervals",
    advice: "Choose one group with \(setting: .`where`) to resample it.")

  package static let groupsShareMargins = NoteKind(
    "groups_share_margins",
    "groups of a model of constructs were raked to the same margins",
    advice: "Read errors of a group's own parameters; compare groups within one model with the group as a cause.")

  package static let groupsShareClusters = NoteKind(
    "groups_share_clusters",
    "groups of a model of constructs have respondents of the same clusters",
    advice:
      "Read errors of a group's own parameters; compare groups with replicate weights (\(setting: .replicateWeights)), or within one model with the group as a cause."
  )

  /// What is noted of how models of constructs and paths are run.
  package static let studiesFamily = Family(
    "Runs of models of constructs and paths",
    [.measurementOnly, .modelGroups, .groupsNotResampled, .groupsShareClusters, .groupsShareMargins])
}
