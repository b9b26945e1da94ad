public import Measures
public import Rendering
public import Studies
public import Survey

/// The document of `rake`: what the weights reach, and what they cost.
public enum RakingDocuments: VerbPresentation {
  package static var tables: [TableContract] { [RakingColumns.margins.contract, RakingColumns.weights.contract] }

  public static func make(
    _ raked: RakedSample, title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    let summary = raked.summary
    var parts: [Sentence] = [
      "The weights of \(Words.count(Double(summary.n))) respondents reach all \(raked.categories.count) targets."
    ]
    if let farthest = raked.categories.max(by: { abs($0.before - $0.target) < abs($1.before - $1.target) }),
      abs(farthest.before - farthest.target) > 5e-4
    {
      parts.append(
        "Farthest from its target was \(farthest.category) (\(farthest.margin)): \(Words.percent(farthest.before)) instead of \(Words.percent(farthest.target))."
      )
    }
    parts.append(
      "They are worth \(Words.count(summary.effective.rounded())) respondents of equal weight (design effect \(Words.proportion(summary.designEffect, 2)))."
    )
    return Document(
      version: Version.current, command: "rake", title: title ?? said("Raked weights"), run: run.documented,
      blocks: [
        .paragraph(said(Words.joined(parts))),
        .table(RakingColumns.margins.table(raked.categories, group: nil)),
        .table(RakingColumns.weights.table([summary], group: nil)),
      ], notes: .lines(notes, []), defaultTable: "margins")
  }
}
