package import Survey

extension NoteKind {
  package static let noVariation = NoteKind(
    "no_variation",
    "a driver does not vary, alone or beyond the covariates, and has no importance",
    advice: "Leave it out, or widen the selection of rows.")
  package static let undefinedForGroups = NoteKind(
    "undefined_for_groups",
    "which methods are not defined for groups and drivers of several categories",
    advice: "Use lmg, last, first or pratt.")
  package static let undefinedForProducts = NoteKind(
    "undefined_for_products",
    "which methods, or which values of a method, are not defined beside products",
    advice: "Use lmg.")
  package static let sampledOrders = NoteKind(
    "sampled_orders",
    "lmg averages sampled orders of entry instead of all subsets, and the largest error from that",
    advice: "Put drivers into groups, if that error is too large.")
  package static let dominanceLeftOut = NoteKind(
    "dominance_left_out",
    "there are too many drivers for dominance",
    advice: "Compare groups of drivers: \(setting: .groups).")
  package static let completeDominanceLeftOut = NoteKind(
    "complete_dominance_left_out",
    "there are too many drivers for complete dominance",
    advice: "Compare groups of drivers: \(setting: .groups).")

  /// What is noted of importance.
  package static let importanceFamily = Family(
    "Importance",
    [
      .noVariation, .undefinedForGroups, .undefinedForProducts, .sampledOrders, .dominanceLeftOut,
      .completeDominanceLeftOut,
    ])
}
