import Insight
import Measures
public import Rendering
public import Survey
public import Studies

/// The document of `ipa`, made of analysed groups.
public enum MatrixDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [MatrixColumns.positions.contract, MatrixColumns.crosshairs.contract, GroupComparison.ofMatrix.contract]
  }

  package static var figures: [FigureContract] { MatrixFigures.contracts }

  /// The document of `ipa`: what to work on, the matrix, the crosshair, notes.
  public static func make(
    _ groups: [AnalysedGroup], title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      guard let matrix = group.matrix else { continue }
      if let title = group.title { blocks.append(.heading(title)) }
      blocks += DriverDocuments.answers(group, withMatrix: true)
      if let raters = raters(group.drivers) { blocks.append(.paragraph(said(raters))) }
      for map in matrix.maps { blocks.append(.verbatim(Answers.fields(map, isOnly: matrix.maps.count == 1))) }
      blocks.append(.table(MatrixTables(group: group.key, fit: matrix).positions()))
      blocks.append(.table(MatrixTables(group: group.key, fit: matrix).crosshairs()))
    }
    blocks += GroupComparison(groups, isMatrix: true).blocks
    blocks += MatrixFigures.all(groups, title: title).map { .figure($0) }
    return Document(
      version: Version.current, command: "ipa", title: title ?? said("Importance and performance"), run: run.documented,
      blocks: blocks, notes: .lines(notes, groups.map { ($0.title, $0.drivers.notes + ($0.matrix?.notes ?? [])) }),
      defaultTable: "ipa",
      brevity: Document.Brevity(
        GroupComparison.views.union(["ipa"]),
        hiding: ["ipa": ["p_concentrate_here", "p_keep_up_the_good_work", "p_low_priority", "p_possible_overkill"]]))
  }

  /// Whom performance is of, when these are more than the respondents of the model.
  private static func raters(_ fit: DriverAnalysis.Fit) -> Sentence? {
    let counts = fit.performanceCounts.compactMap { $0 }
    guard let least = counts.min(), let most = counts.max(), most > fit.n else { return nil }
    return least < most
      ? "Performance is that of all who rated the driver: \(Words.count(least)) to \(Words.count(most)) respondents."
      : "Performance is that of all who rated the driver: \(Words.count(most)) respondents."
  }
}
