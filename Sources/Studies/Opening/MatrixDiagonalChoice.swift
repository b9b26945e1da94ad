import Survey

/// What follows from the diagonal of a matrix that is said to hold something else than ones.
enum MatrixDiagonalChoice {
  /// Takes reliabilities on the diagonal for those of the variables that are analysed as they are; one that was given by name
  /// stands above them, and a construct of several items has its own.
  static func apply(
    _ diagonal: [String: Double], to study: inout Study, _ roles: AnalysisRoles
  ) -> [Note] {
    switch study.specification.diagonal {
    case nil, .variances: return []
    case .ones:
      return [Note(.diagonal, "The diagonal of the matrix was replaced by ones, as asked.")]
    case .reliability:
      guard study.settings.correction != nil else {
        return [
          Note(
            .diagonal,
            "The diagonal of the matrix was taken for reliabilities and replaced by ones; nothing is corrected by them. \(setting: .correct, "reliability") takes the error of measurement out of importance."
          )
        ]
      }
      let single = roles.players.filter { $0.kind == .variable }.map(\.name)
      for name in roles.outcomes.map(\.name) + roles.always.map(\.name) + single
      where study.settings.reliabilities[name] == nil {
        study.settings.reliabilities[name] = diagonal[name].map { min($0, 1) }
      }
      return [
        Note(.diagonal, "The diagonal of the matrix was taken for reliabilities and replaced by ones, as asked.")
      ]
    }
  }
}
