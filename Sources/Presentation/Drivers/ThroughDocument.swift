import Importance
import Insight
import Measures
import Rendering
import Resampling
import Studies
import Survey

/// What `drivers --through` says of one group: sentences, bars and tables of what mediators carry.
struct ThroughDocument {
  let fit: DriverAnalysis.Fit
  let through: DriverAnalysis.Through
  let key: GroupKey?
  let title: String?

  /// `nil` without mediators.
  init?(_ group: AnalysedGroup) {
    guard let through = group.drivers.through else { return nil }
    (fit, key, title) = (group.drivers, group.key, group.title)
    self.through = through
  }

  var blocks: [Document.Block] {
    var blocks: [Document.Block] = []
    let text = sentences
    if !text.isEmpty { blocks.append(.paragraph(said(Words.joined(text)))) }
    if let loss { blocks.append(.paragraph(said(loss))) }
    for outcome in fit.outcomes {
      if let chart = bars(outcome) { blocks.append(.bars(chart)) }
    }
    blocks.append(.view(MediationDocuments.ways(through.effects)))
    blocks.append(
      .table(
        MediationColumns.effectsOfDrivers.table(
          through.effects.effects.map { ($0, through.effects.labels) }, group: key)))
    blocks.append(.table(table))
    return blocks
  }

  private var mediatorTitles: [String] { through.effects.specification.mediators.map(through.effects.title) }
  private var mediators: String { said(Words.list(mediatorTitles)) }
  private var carrier: String { MediationSentences.carrier(mediatorTitles) }

  /// Who is in no table for want of a mediator's answer; `nil` where nobody is.
  private var loss: Sentence? {
    let effects = through.effects
    let lost = fit.rowLoss?.lost.filter { effects.specification.mediators.contains($0.variable) } ?? []
    guard !lost.isEmpty else { return nil }
    let list = Words.list(lost.map { "\(effects.title($0.variable)) (\(Words.count(Double($0.rows))))" })
    return
      "Respondents without an answer to \(said(list)) are left out of every table here; without \(setting: .through) those of them count who answered all else."
  }

  /// Rows of all mediators together, by driver.
  private func whole(_ outcome: String) -> [DriverAnalysis.CarriedImportance] {
    let isOfSeveral = through.effects.specification.mediators.count > 1
    return through.importance.filter { $0.outcome == outcome && (!isOfSeveral || $0.through.isEmpty) }
  }

  // MARK: Sentences

  /// Of what chance may explain nothing is said.
  private var sentences: [Sentence] {
    let told = fit.outcomes.filter { !Answers.chanceMayExplain($0, fit) }
    let names = Set(told.map(\.outcome.name))
    return told.compactMap(portion) + MediationSentences(fit: through.effects).effects(on: names)
  }

  private func portion(_ outcome: DriverAnalysis.OutcomeFit) -> Sentence? {
    guard let all = whole(outcome.outcome.name).first(where: { $0.driver == nil }), let value = all.portion.value,
      let low = all.portion.low, let high = all.portion.high
    else { return nil }
    let name = outcome.outcome.title
    guard low > 0 || high < 0 else {
      return
        "Whether \(carrier) carries anything of what the drivers explain of \(name) is open: the interval holds zero."
    }
    guard low > 0 else {
      return
        "What goes through \(mediators) works against the rest of what the drivers explain of \(name): \(Words.percent(value)) of it (\(Words.percent(fit.specification.bootstrap.confidence)) interval \(Words.percent(low)) to \(Words.percent(high)))."
    }
    return
      "Of what the drivers explain of \(name), \(Words.percent(value)) goes through \(mediators) (\(Words.percent(fit.specification.bootstrap.confidence)) interval \(Words.percent(low)) to \(Words.percent(high)))."
  }

  // MARK: Bars and tables

  /// Drivers by rank, each with what is carried and what goes past.
  static func ranked(
    _ rows: [DriverAnalysis.CarriedImportance]
  ) -> [DriverAnalysis.CarriedImportance] {
    rows.filter { $0.driver != nil && $0.carriedShare.value != nil }
      .enumerated().sorted { (-($0.element.share ?? 0), $0.offset) < (-($1.element.share ?? 0), $1.offset) }
      .map(\.element)
  }

  private func bars(_ outcome: DriverAnalysis.OutcomeFit) -> BarChart? {
    let rows = Self.ranked(whole(outcome.outcome.name))
    guard !rows.isEmpty else { return nil }
    func bar(_ row: DriverAnalysis.CarriedImportance, _ words: String, _ part: DriverAnalysis.Estimated) -> BarChart
      .Bar?
    {
      guard let driver = row.driver, let value = part.value else { return nil }
      return BarChart.Bar(
        label: "\(fit.players[driver].title), \(words)", estimate: Estimate(value, low: part.low, high: part.high))
    }
    let words = said("What drives \(outcome.outcome.title), through \(mediators) and past it")
    return BarChart(
      title: title.map { "\(words) (\($0))" } ?? words,
      axis: Axis(
        title: said("Share of importance (\(ImportanceMethod.lmg.rawValue))"), style: .percent(0), range: 0...0),
      bars: rows.flatMap { row in
        [bar(row, said("carried"), row.carriedShare), bar(row, said("directly"), row.directShare)].compactMap(\.self)
      })
  }

  private var table: Table {
    var hidden: Set<String> = fit.outcomes.count == 1 ? ["outcome"] : []
    if fit.resampled == nil {
      hidden.formUnion(["carried_share_low", "carried_share_high", "direct_share_low", "direct_share_high"])
    }
    if through.effects.specification.mediators.count == 1 { hidden.insert("through") }
    var table = ThroughColumns.importance.table(
      through.importance.map { row in (row, row.driver.map { fit.players[$0].name }, labels) }, group: key,
      caption:
        "Each driver's share of importance (lmg) is what goes through and what goes past, added up. A part below zero works against the other.",
      hiding: hidden)
    // All drivers together are in a sentence.
    table.shownRows = through.importance.indices.filter { through.importance[$0].driver != nil }
    return table
  }

  private var labels: [String: String] {
    through.effects.labels.merging(
      fit.players.compactMap { player in player.label.map { (player.name, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
}

/// Shares of importance split by what mediators carry: a panel per outcome and group.
enum ThroughFigure {
  static let contract = FigureContract(
    "through", verb: "drivers", "shares of importance, what mediators carry beside what goes past them",
    needs: "It is made with --through.")

  static func make(_ groups: [AnalysedGroup], title: String?) -> Figure {
    var panels = DriverPanels()
    for group in groups {
      guard let through = group.drivers.through else { continue }
      for outcome in group.drivers.outcomes {
        panels.add(panel(outcome, through, group.drivers), outcome: outcome.outcome.title, group: group.title)
      }
    }
    let fits = groups.map(\.drivers)
    let effects = fits.first { $0.through != nil }?.through?.effects
    let mediators = effects.map { said(Words.few($0.specification.mediators.map($0.title))) } ?? ""
    return panels.figure(
      name: "through", title: title, one: { "What drives \($0), through \(mediators) and past it" },
      several: "What drives the outcomes, through \(mediators) and past it", by: groups.first?.by,
      caption: DriverFigures.caption(fits), intervals: DriverFigures.intervals(fits))
  }

  private static func panel(
    _ outcome: DriverAnalysis.OutcomeFit, _ through: DriverAnalysis.Through, _ fit: DriverAnalysis.Fit
  ) -> Figure.Panel? {
    let isOfSeveral = through.effects.specification.mediators.count > 1
    let rows = ThroughDocument.ranked(
      through.importance.filter { $0.outcome == outcome.outcome.name && (!isOfSeveral || $0.through.isEmpty) })
    guard !rows.isEmpty else { return nil }
    func drawn(_ part: DriverAnalysis.Estimated) -> Estimate? {
      part.value.map { Estimate($0, low: part.low, high: part.high) }
    }
    return .groupedBars(
      GroupedBarChart(
        title: "",
        axis: Axis(
          title: said("Share of importance (\(ImportanceMethod.lmg.rawValue))"), style: .percent(0), range: 0...0),
        series: [said("carried"), said("directly")],
        rows: rows.map { row in
          GroupedBarChart.Row(
            label: row.driver.map { fit.players[$0].title } ?? "",
            estimates: [drawn(row.carriedShare), drawn(row.directShare)])
        }))
  }
}
