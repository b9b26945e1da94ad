public import Insight
public import Measures
public import Rendering
public import Studies
public import Survey

/// The document of `missing`: one sentence that recommends a treatment, and what it rests on.
public enum MissingDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [
      MissingColumns.variables.contract, MissingColumns.patterns.contract, MissingColumns.reasons.contract,
      MissingColumns.treatments.contract, MissingColumns.little.contract, MissingColumns.predictors.contract,
      MissingColumns.sensitivity.contract,
    ]
  }

  /// One group's missing answers.
  public typealias Group = GroupedFit<MissingDescription>

  /// Patterns that people read; files hold all.
  private static let shownPatterns = 12

  public static func make(
    _ groups: [Group], title: String?, run: RunDescription, notes: [Note],
    sensitivity: [GroupedFit<[ShiftedShare]>] = []
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      blocks.append(.paragraph(answer(group.fit)))
      blocks.append(.paragraph(group.fit.recommendation.withOptions))
      let fit = group.fit
      blocks.append(.table(MissingColumns.treatments.table(fit.treatments, group: group.key)))
      blocks.append(.table(MissingColumns.variables.table(fit.items, group: group.key)))
      var patterns = MissingColumns.patterns.table(fit.patterns, group: group.key)
      patterns.isShown = fit.patterns.count <= shownPatterns
      blocks.append(.table(patterns))
      blocks.append(.table(MissingColumns.little.table(fit.little.map { [$0] } ?? [], group: group.key)))
      blocks.append(.table(MissingColumns.predictors.table(fit.predictors, group: group.key)))
      blocks.append(.table(MissingColumns.reasons.table(fit.reasons, group: group.key)))
      if let shares = sensitivity.first(where: { $0.value == group.value })?.fit {
        blocks.append(.table(MissingColumns.sensitivity.table(shares, group: group.key)))
      }
    }
    return Document(
      version: Version.current, command: "missing", title: title ?? said("Missing answers"), run: run.documented,
      blocks: blocks, notes: .lines(notes, groups.map { ($0.title, $0.fit.notes) }),
      defaultTable: "missing_variables", brevity: Document.Brevity(["missing_treatments", "missing_variables"]))
  }

  /// How many left something out, and what most.
  private static func answer(_ fit: MissingDescription) -> String {
    let complete = fit.patterns.first { $0.missing.isEmpty }?.n ?? 0
    let variables = Words.plural(fit.items.count, { "\($0) variable" }, { "\($0) variables" })
    var parts: [Sentence] = [
      "\(Words.count(complete)) of \(Words.count(fit.respondents)) respondents answered all of \(variables)."
    ]
    if let worst = fit.items.max(by: { $0.missing < $1.missing }), worst.missing > 0 {
      parts.append(
        "\(worst.label ?? worst.variable) is left out most: by \(Words.count(worst.missing)) (\(Words.percent(worst.share)))."
      )
    }
    if let little = fit.little, let p = little.pValue {
      let value = p < 0.001 ? "< \(Words.proportion(0.001, 3))" : "= \(Words.proportion(p, 3))"
      parts.append(
        p < 0.05
          ? "Who left something out differs from the others in what they answered (Little's test, p \(value))."
          : "Those who left something out do not clearly differ from the others in what they answered (Little's test, p \(value))."
      )
    }
    return said(Words.joined(parts))
  }
}
