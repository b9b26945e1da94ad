import Insight
import Studies
import Survey
import SurveyFiles

/// Whether a text is a study or has a fault with its place, and whether the roles that it gives to columns fit together.
package enum StudyCheck {
  static let names = [
    "weight", "wave", "segment", "pq1", "pq2", "pe1", "pe2", "sc1", "recommend", "repurchase", "imp_pq1", "imp_pq2",
    "sat1", "odd, name", "q*",
  ]
  package static func disagreement(_ input: [UInt8]) -> String? {
    guard let text = String(validating: input, as: UTF8.self) else { return nil }
    do {
      let study = try StudyFile.parse(text, file: "study.yaml")
      if let problem = valueProblem(study) { return problem }
      return try roleProblem(study.specification)
    } catch let fault as any Fault {
      return faultProblem(fault, text)
    } catch { return "\(error) is no fault of the data" }
  }

  /// What the file promises of single values.
  private static func valueProblem(_ file: Study) -> String? {
    let study = file.specification
    let scales =
      [study.scale] + study.constructs.map(\.scale)
      + study.variables.values.map(\.scale)
    for scale in scales {
      if let scale, !scale.first.isFinite || !scale.last.isFinite || scale.first == scale.last {
        return "\(scale) is no scale"
      }
    }
    if let confidence = file.settings.confidence, !(confidence > 0 && confidence < 1) {
      return "confidence is \(confidence)"
    }
    if let share = study.answeredShare, !(share > 0 && share <= 1) { return "the answered share is \(share)" }
    if Set(file.settings.methods).count != file.settings.methods.count { return "a method stands twice" }
    if let condition = study.condition, (try? RowCondition(condition)) == nil { return "the condition '\(condition)'" }
    return nil
  }

  /// Every column has one role; names of drivers are unique.
  private static func roleProblem(_ study: StudySpecification) throws -> String? {
    let roles: AnalysisRoles
    do { roles = try study.roles(in: names, text: ["segment"]) } catch let fault as any Fault {
      return fault.description.isEmpty ? "a fault without words" : nil
    }
    let items = roles.players.flatMap(\.items).map(\.name)
    let outcomes = roles.outcomes.map(\.name)
    let always = roles.always.map(\.name)
    let single = items + outcomes + always + [roles.weights?.variable].compactMap(\.self)
    if let twice = single.first(where: { name in single.count { $0 == name } > 1 }) {
      return "'\(twice)' has two roles"
    }
    let stated = roles.players.flatMap(\.stated).map(\.name)
    let all = single + stated + [roles.strata, roles.cluster].compactMap(\.self)
    if let stray = all.first(where: { !names.contains($0) }) { return "'\(stray)' is no column" }
    if Set(roles.players.map(\.name)).count != roles.players.count { return "two drivers share a name" }
    if roles.players.contains(where: \.items.isEmpty) { return "a driver without items" }
    return nil
  }

  private static func faultProblem(_ fault: any Fault, _ text: String) -> String? {
    if fault.description.isEmpty { return "a fault without words" }
    guard case .study(_, let line, let column, let problem, _)? = fault as? SyntaxFault else {
      return "\(fault) names no place"
    }
    // YAML knows line breaks that others do not.
    let lines = text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 1
    if line < 1 || line > lines + 1 || column < 1 || problem.description.isEmpty {
      return "the place of the fault: \(fault)"
    }
    return nil
  }
}
