import Insight
import Importance
import Measures
public import Rendering
public import Survey
public import Studies

/// The document of `drivers`, made of analysed groups.
public enum DriverDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [
      DriverColumns.fit.contract, DriverColumns.coefficients.contract, DriverColumns.importance.contract,
      DriverColumns.differences.contract, DriverColumns.dominance.contract, DriverColumns.dominanceLevels.contract,
      DiagnosticColumns.blocks.contract, GroupComparison.ofDrivers.contract, ImputationColumns.quantities.contract,
      MediationColumns.effectsOfDrivers.contract, ThroughColumns.importance.contract,
    ] + TableContract.ofDiagnostics
  }
  package static var figures: [FigureContract] {
    [
      FigureContract("importance", verb: "drivers", "shares of importance, of every method that is asked for"),
      FigureContract("coefficients", verb: "drivers", "coefficients with their intervals (a forest plot)"),
      FigureContract(
        "residuals", verb: "drivers",
        "residuals against fitted values and the normal distribution; makes --diagnostics",
        needs: "It needs the rows of the data."),
      ThroughFigure.contract,
    ]
  }
  package static var pages: [Explanation] {
    Explanation.importanceMethods + Explanation.procedures + Explanation.throughProcedures
      + Explanation.constructProcedures
  }

  /// The document of `drivers`: the answer, bars, tables, notes.
  public static func drivers(
    _ groups: [AnalysedGroup], title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      blocks += answers(group)
      for outcome in group.drivers.outcomes {
        guard let method = Answers.headline(outcome, group.drivers) ?? outcome.methods.first else { continue }
        blocks.append(.bars(DriverFigures.bars(outcome, method: method, fit: group.drivers, group: group.title)))
      }
      let through = ThroughDocument(group)
      blocks += through?.blocks ?? []
      let tables = DriverTables(group: group.key, fit: group.drivers)
      let more = DiagnosticTables(group: group.key, fit: group.drivers)
      blocks += (tables.all() + more.all()).map { .table($0) }
      if let story = group.drivers.imputation {
        blocks.append(.table(ImputationColumns.quantities.table(story.quantities, group: group.key)))
      }
    }
    blocks += GroupComparison(groups, isMatrix: false).blocks
    blocks.append(.figure(DriverFigures.importance(groups, title: title)))
    blocks.append(.figure(CoefficientFigure.make(groups, title: title)))
    let isSplit = groups.contains { $0.drivers.through != nil }
    if isSplit { blocks.append(.figure(ThroughFigure.make(groups, title: title))) }
    if groups.contains(where: { $0.drivers.outcomes.contains { $0.diagnostics != nil } }) {
      blocks.append(.figure(ResidualFigures.figure(groups, title: title)))
    }
    return Document(
      version: Version.current, command: "drivers", title: title ?? said("Drivers"), run: run.documented,
      blocks: blocks,
      notes: .lines(
        notes + (isSplit ? [MediationDocuments.assumed] : []),
        groups.map { ($0.title, $0.drivers.notes + ($0.matrix?.notes ?? [])) }),
      defaultTable: "importance", brevity: brevity(groups, blocks))
  }

  /// What the bars do not say: the coefficients, or the importance where several methods or tests are beside each other; and what was
  /// asked for by an option of its own.
  private static func brevity(_ groups: [AnalysedGroup], _ blocks: [Document.Block]) -> Document.Brevity {
    let isCompared = groups.contains { group in
      group.drivers.outcomes.contains { $0.methods.count > 1 }
    }
    let isTested = blocks.contains { block in
      guard case .table(let table) = block else { return false }
      return table.name == "importance" && table.columns.contains { $0.name == "p_permutation" && $0.isShown }
    }
    return Document.Brevity(
      Set([
        isCompared || isTested ? "importance" : "coefficients", "blocks", "diagnostics", "influence", "collinearity",
        "vif", "effects",
      ]).union(GroupComparison.views),
      hiding: ["coefficients": ["statistic", "vif"]])
  }

  /// One sentence per outcome with the answer, then what is behind it: of the shares, or, with the matrix, of the work.
  static func answers(_ group: AnalysedGroup, withMatrix: Bool = false) -> [Document.Block] {
    var leads: [Document.Block] = []
    var details: [Document.Block] = []
    for outcome in group.drivers.outcomes {
      let map = group.matrix?.maps.first { $0.outcome.name == outcome.outcome.name }
      leads.append(.paragraph(said(Answers.lead(outcome, fit: group.drivers, map: map))))
      // Of what chance may explain there is nothing more to say; the tables have the numbers.
      if Answers.chanceMayExplain(outcome, group.drivers) { continue }
      if !withMatrix, let text = Answers.drivers(outcome, fit: group.drivers) { details.append(.paragraph(said(text))) }
      if let map, let text = Answers.work(map, isWhole: withMatrix) { details.append(.paragraph(said(text))) }
    }
    if let basis = Basis.sentence(n: group.drivers.n, group.drivers.rowLoss) { leads.append(.paragraph(said(basis))) }
    return leads + details
  }
}
