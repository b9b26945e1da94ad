import Imputation
import Survey

extension StudySettings {
  /// The imputation that the settings mean.
  ///
  /// - Throws: `DataFault.request` for a method that is none.
  func multipleImputation() throws -> MultipleImputation {
    var result = MultipleImputation(seed: bootstrap.seed ?? 1)
    for text in imputationMethods {
      let parts = text.split(separator: "=", maxSplits: 1).map { Selection.trimmed(String($0)) }
      let word = parts.last ?? ""
      guard let method = ImputationMethod(rawValue: word) else {
        let near = Spelling.nearest(to: word, among: ImputationMethod.allCases.map(\.rawValue), limit: 1).first
        throw DataFault.request(
          problem: "There is no method of imputation '\(word)'",
          suggestion: near.map { "Did you mean '\($0)'?" }
            ?? "There are: \(ImputationMethod.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      if parts.count == 2 {
        result.methods[Selection.unquoted(parts[0])] = method
      } else if method == .logit || method == .categories {
        throw DataFault.request(
          problem: "The method \(method.rawValue) cannot be that of all variables",
          suggestion:
            "Variables of two values and names of categories are drawn by logits without being asked; name single columns, such as \(setting: .imputationMethods, "bought=logit")."
        )
      } else {
        result.common = method
      }
    }
    return result
  }

  /// What says how answers are imputed is of no use where they are not.
  func checkImputation(_ missing: MissingTreatment?) throws {
    guard missing != .impute else { return }
    let given: Setting? =
      imputations.map { Setting(.imputations, "\($0)") }
      ?? imputationMethods.first.map { Setting(.imputationMethods, $0) }
      ?? (imputesResamples == true ? Setting(.imputeResamples) : nil)
    guard let given else { return }
    throw DataFault.request(
      problem: "\(given) says how missing answers are imputed, and they are not",
      suggestion: "Add \(setting: .missing, "impute"), or leave it out.")
  }
}
