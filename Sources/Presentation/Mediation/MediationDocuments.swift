public import Insight
public import Rendering
public import Studies
public import Survey

/// One group's direct and indirect effects: the whole, or one value of the `--by` variable.
public typealias MediationGroup = GroupedFit<MediationAnalysis.Fit>

/// The document of `mediate`: what carries the effects of the drivers, how sure that is, and what would undo it.
public enum MediationDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [
      MediationColumns.effects.contract, MediationColumns.paths.contract, MediationColumns.sensitivity.contract,
      MediationColumns.conditional.contract, MediationColumns.moderated.contract,
      MediationColumns.johnsonNeyman.contract,
    ]
  }
  package static var pages: [Explanation] { Explanation.mediationProcedures }
  package static var figures: [FigureContract] { [MediationFigure.contract] }

  /// What people and programs get of an analysis.
  public static func make(
    _ groups: [MediationGroup], title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      let fit = group.fit
      let sentences = MediationSentences(fit: fit)
      blocks += [sentences.answer(), sentences.moderation(), sentences.sensitivity()].filter { !$0.isEmpty }.map {
        .paragraph(said(Words.joined($0)))
      }
      blocks.append(.view(ways(fit)))
      blocks += tables(fit, group.key).map { .table($0) }
    }
    let figure = MediationFigure.make(groups, title: title)
    if !figure.panels.isEmpty { blocks.append(.figure(figure)) }
    return Document(
      version: Version.current, command: "mediate", title: title ?? said("Direct and indirect effects"),
      run: run.documented, blocks: blocks,
      notes: .lines(notes + [assumed], groups.map { ($0.title, $0.fit.notes) }), defaultTable: "effects",
      brevity: Document.Brevity(["effects", "conditional_effects", "moderated_mediation"]))
  }

  /// What effects rest on.
  static let assumed = Note(
    .effectsAssumed,
    "Direct and indirect effects are what regressions give if the arrows are right: they are effects only if nothing left out moves two of driver, mediator and outcome, if no arrow runs the other way, and if what a mediator does is the same for every value of a driver, whose product with it is left out."
  )

  private static func tables(_ fit: MediationAnalysis.Fit, _ key: GroupKey?) -> [Table] {
    let labels = fit.labels
    let moderator = fit.specification.moderator ?? ""
    var conditional = MediationColumns.conditional.table(
      fit.conditional.map { ($0, labels, moderator) }, group: key,
      hiding: fit.conditional.allSatisfy { $0.value == nil } ? ["value"] : [])
    conditional.isShown = !fit.conditional.isEmpty
    var moderated = MediationColumns.moderated.table(
      fit.moderated.map { ($0, labels, moderator) }, group: key)
    moderated.isShown = !fit.moderated.isEmpty
    return [
      MediationColumns.effects.table(fit.effects.map { ($0, labels) }, group: key),
      conditional, moderated,
      MediationColumns.paths.table(fit.paths.map { ($0, labels) }, group: key),
      MediationColumns.sensitivity.table(fit.sensitivity.map { ($0, labels) }, group: key),
      MediationColumns.johnsonNeyman.table(fit.regions.map { ($0, labels, moderator) }, group: key),
    ]
  }

  /// Way by way, past the mediators, and in all, one below the other.
  static func ways(_ fit: MediationAnalysis.Fit) -> Table {
    var table = Table(
      name: "effects", title: said("Direct and indirect effects"),
      columns: [
        Table.Column("outcome", said("Outcome"), .text), Table.Column("driver", said("Driver"), .text),
        Table.Column("through", said("Through"), .text), Table.Column("effect", "b", .decimals(3)),
        Table.Column("conf_low", said("low"), .decimals(3)), Table.Column("conf_high", said("high"), .decimals(3)),
        Table.Column("share", said("Share"), .percent(0)), Table.Column("share_low", said("low"), .percent(0)),
        Table.Column("share_high", said("high"), .percent(0)),
      ],
      caption: said(
        "Share: of the effect in all, where its interval leaves zero out."))
    table.sectionColumn = "outcome"
    func append(
      _ effect: MediationAnalysis.Effect, _ through: String, _ value: MediationAnalysis.Estimate,
      _ share: MediationAnalysis.Estimate?
    ) {
      let share = share.flatMap { $0.low == nil ? nil : $0 }
      table.append([
        .text(fit.title(effect.outcome)), .text(fit.title(effect.driver)), .text(through), .number(value.value),
        Cell(value.low), Cell(value.high), Cell(share?.value), Cell(share?.low), Cell(share?.high),
      ])
    }
    for effect in fit.foremostEffects {
      let through = effect.through.map { fit.title($0) }.joined(separator: " → ")
      append(effect, effect.through.isEmpty ? said("all mediators") : through, effect.indirect, effect.share)
      guard let direct = effect.direct, let total = effect.total else { continue }
      append(effect, said("directly"), direct, nil)
      append(effect, said("in all"), total, nil)
    }
    return table
  }
}
