import Imputation
public import Rendering
public import Studies
public import Survey

/// The document of `impute`: how many answers were drawn, and whether they look like those that were given.
public enum ImputationDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [
      ImputationColumns.variables.contract, ImputationColumns.distributions.contract, ImputationColumns.trace.contract,
    ]
  }
  package static var figures: [FigureContract] { ImputationFigures.contracts }

  /// One group's imputations.
  public typealias Group = GroupedFit<ImputationFit>

  /// - Parameter files: where the completed data were written.
  public static func make(
    _ groups: [Group], title: String?, run: RunDescription, notes: [Note], files: [String] = []
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      blocks.append(.paragraph(said(answer(group.fit))))
      blocks.append(.table(ImputationColumns.variables.table(group.fit.variables, group: group.key)))
      blocks.append(
        .table(
          ImputationColumns.distributions.table(
            group.fit.distributions.flatMap { of in of.levels.map { .init(of: of, level: $0) } }, group: group.key)))
      blocks.append(.table(ImputationColumns.trace.table(group.fit.trace, group: group.key)))
    }
    blocks += ImputationFigures.all(groups, title: title).map { .figure($0) }
    if files.count == 1 {
      blocks.append(.paragraph(said("The completed data are in \(files[0]).")))
    } else if let first = files.first, let last = files.last {
      blocks.append(.paragraph(said("The completed data are in \(first) to \(last), a file for each imputation.")))
    }
    return Document(
      version: Version.current, command: "impute", title: title ?? said("Imputed answers"), run: run.documented,
      blocks: blocks, notes: .lines(notes, groups.map { ($0.title, $0.fit.notes) }), defaultTable: "imputation",
      brevity: Document.Brevity(["imputation"]))
  }

  private static func answer(_ fit: ImputationFit) -> Sentence {
    guard fit.missing > 0 else {
      return "All \(Words.count(Double(fit.respondents))) respondents answered everything: there is nothing to impute."
    }
    return
      "\(Words.count(Double(fit.missing))) missing answers of \(Words.count(Double(fit.respondents))) respondents are drawn \(fit.count) times."
  }
}
