package import Survey

extension NoteKind {
  package static let imputed = NoteKind(
    "imputed",
    "how many answers are imputed how often, why so often, and what the results rest on",
    advice: "Name columns that tell of who left answers out with \(setting: .auxiliary).")
  package static let fewImputations = NoteKind(
    "few_imputations",
    "fewer imputations than standard errors need that another run would repeat",
    advice: "Leave \(setting: .imputations) out, or give as many as the note says.")
  package static let chainsApart = NoteKind(
    "chains_apart",
    "chains of imputations that still depend on where they began",
    advice: "Leave out what fewest answered together.")

  package static let noSensitivity = NoteKind(
    "no_sensitivity",
    "why there are no shares of importance under shifted imputations",
    advice: "What the note says, if you need them.")

  /// What is noted of answers that are drawn.
  package static let imputationFamily = Family("Imputation", [.imputed, .fewImputations, .chainsApart, .noSensitivity])
}
