import Measures
public import Rendering
import Structural
public import Studies
import Survey

/// The document of `sem`: what carries what and how sure that is, how well the model fits, and what both rest on.
public enum StructuralDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [
      StructuralColumns.parameters.contract, StructuralColumns.fit.contract, StructuralColumns.effects.contract,
      StructuralColumns.rSquared.contract, StructuralColumns.modification.contract,
      StructuralColumns.residuals.contract, StructuralColumns.invariance.contract,
      StructuralColumns.partialInvariance.contract, StructuralColumns.contrasts.contract,
    ]
  }
  package static var pages: [Explanation] { Explanation.structuralProcedures }
  package static var figures: [FigureContract] { StructuralFigures.contracts }

  /// What people and programs get of a model.
  public static func make(_ study: StructuralStudy) -> Document {
    let result = study.result
    let fit = result.groups[0].fit
    let labels = result.labels
    let keys = study.groups.map(\.key)
    var blocks: [Document.Block] = []
    if let warning = StructuralSentences.warning(fit) { blocks.append(.paragraph(said(warning))) }
    if keys.count < 2 { blocks += paragraph(answer(fit, 0, labels)) }
    blocks.append(.paragraph(said(Words.joined(StructuralSentences.quality(fit) + basis(fit)))))
    blocks += StructuralFigures.all(study).map { .figure($0) }
    if let step = StructuralSentences.invariance(study.invariance) {
      blocks.append(.paragraph(said(Words.joined([step] + StructuralSentences.partial(study.partial, labels)))))
    }
    blocks += paragraph(
      StructuralSentences.contrasts(study.contrasts, keys, labels, confidence: fit.specification.confidence))
    for group in 0..<fit.groupCount {
      let key = keys.isEmpty ? nil : keys[group]
      if let key, keys.count > 1 {
        blocks.append(.heading(key.title))
        blocks += paragraph(answer(fit, group, labels))
      }
      let tables = StructuralTables(fit: fit, labels: labels, group: group, key: key)
      blocks += [tables.paths(), tables.ways(), tables.loadings(), tables.correlations()].compactMap { $0 }.map {
        .view($0)
      }
      blocks += tables.all().map { .table($0) }
    }
    blocks += ofAll(study, fit)
    return Document(
      version: Version.current, command: "sem",
      title: result.title ?? said(fit.parameters.contains { $0.sign == "~" } ? "Path model" : "Measurement model"),
      run: result.run.documented, blocks: blocks, notes: .lines(result.notes, [(nil, fit.notes)]),
      defaultTable: "parameters",
      brevity: Document.Brevity(["parameters", "effects", "fit", "invariance", "group_differences"]))
  }

  /// Nothing where there is nothing to say.
  private static func paragraph(_ sentences: [Sentence]) -> [Document.Block] {
    sentences.isEmpty ? [] : [.paragraph(said(Words.joined(sentences)))]
  }

  private static func answer(_ fit: StructuralModel.Fit, _ group: Int, _ labels: [String: String]) -> [Sentence] {
    StructuralSentences(fit: fit, group: group, labels: labels).answer()
  }

  private static func basis(_ fit: StructuralModel.Fit) -> [Sentence] {
    // Weights have mean 1 over all rows: n is the respondents.
    let n = fit.rowsUsed.reduce(0, +)
    guard let incomplete = fit.incompleteRows, incomplete > 0 else {
      return [Basis.sentence(n: n, fit.rowLoss, takesPairwise: false)].compactMap { $0 }
    }
    guard let loss = fit.rowLoss, loss.read > loss.used else {
      return [
        "Based on all \(Words.count(n)) respondents, \(Words.count(incomplete)) of whom left something out and count with what they answered."
      ]
    }
    return [
      "Based on \(Words.count(n)) of \(Words.count(Double(loss.read))) respondents, those who answered any of the questions; \(Words.count(incomplete)) of them left something out and count with what they answered."
    ]
  }

  /// What was set free so that groups can be compared, and what they differ in.
  private static func comparisons(_ study: StructuralStudy) -> [Document.Block] {
    let labels = study.result.labels
    let released = study.partial.flatMap { step -> [StructuralColumns.ReleaseRow] in
      guard !step.releases.isEmpty else { return [(step, nil, nil, labels)] }
      return step.releases.enumerated().map { (step, $0 + 1, $1, labels) }
    }
    var partial = StructuralColumns.partialInvariance.table(released, group: nil)
    partial.isShown = !released.isEmpty
    let keys = study.groups.map(\.key)
    let rows = study.contrasts.map { StructuralColumns.ContrastRow($0, keys, labels) }
    let caption = said(
      "Groups are taken for independent samples: clusters that lie in several of them count in each. Adjusted by Holm.")
    var contrasts = StructuralColumns.contrasts.table(
      rows, group: nil)
    contrasts.isShown = !rows.isEmpty
    if !rows.isEmpty { contrasts.caption = caption }
    return [.table(partial), .table(contrasts)]
  }

  /// What belongs to no single group: definitions, fit, steps of invariance.
  private static func ofAll(_ study: StructuralStudy, _ fit: StructuralModel.Fit) -> [Document.Block] {
    var blocks: [Document.Block] = []
    let first = study.groups.first?.key
    let tables = StructuralTables(fit: fit, labels: study.result.labels, group: nil, key: first)
    if let definitions = tables.definitions() {
      blocks.append(.view(definitions))
      if let first {
        let rows = fit.parameters.filter { $0.sign == ":=" }.map { ($0, study.result.labels) }
        blocks.append(.table(StructuralColumns.parameters.table(rows, group: first).ofAllGroups()))
      }
    }
    var caption: [Sentence] = []
    if fit.statistics.scaling != nil {
      caption.append(
        fit.followsDesign
          ? "χ² is scaled by the design of the sample, and answers need not be normal; CFI and RMSEA are those of the population."
          : "χ² is scaled, so that answers need not be normal; CFI and RMSEA are those of the population.")
    }
    if fit.statistics.rmsea != nil { caption.append("RMSEA's interval has 90 %.") }
    blocks.append(
      .table(
        StructuralColumns.fit.table(
          [fit], group: first, caption: caption.isEmpty ? nil : Words.joined(caption),
          hiding: StructuralColumns.hidden(fit.statistics)
        ).ofAllGroups()))
    let steps = study.invariance.enumerated().map { k, test -> StructuralColumns.InvarianceRow in
      (test: test, before: k > 0 ? study.invariance[k - 1] : nil)
    }
    var invariance = StructuralColumns.invariance.table(steps, group: nil)
    invariance.isShown = !steps.isEmpty
    blocks.append(.table(invariance))
    blocks += comparisons(study)
    return blocks
  }
}
