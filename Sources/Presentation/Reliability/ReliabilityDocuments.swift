import Measures
public import Reliability
public import Rendering
import Resampling
public import Survey
public import Studies

/// One group's reliabilities: the whole, or one value of the `--by` variable.
public typealias ReliabilityGroup = GroupedFit<ReliabilityAnalysis.Fit>

/// The document of `reliability`: how well the constructs are measured, whether they are distinct, what their items do.
public enum ReliabilityDocuments: VerbPresentation {
  package static var tables: [TableContract] {
    [
      ReliabilityColumns.reliability.contract, ReliabilityColumns.discriminant.contract,
      ReliabilityColumns.itemStatistics.contract, ReliabilityColumns.oneFactor.contract,
      ReliabilityColumns.splitHalves.contract, ReliabilityColumns.commonMethod.contract,
    ]
  }
  package static var pages: [Explanation] { Explanation.reliabilityProcedures }
  package static var figures: [FigureContract] { ReliabilityFigures.contracts }

  /// - Parameter labels: of items, by name.
  public static func make(
    _ groups: [ReliabilityGroup], labels: [String: String] = [:], title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      let tables = ReliabilityTables(group: group.key, fit: group.fit, labels: labels)
      blocks += answers(group.fit).map { .paragraph(said($0)) }
      blocks.append(.table(tables.reliability()))
      if let others = tables.others() { blocks.append(.view(others)) }
      blocks += [
        .table(tables.discriminant()), .table(tables.oneFactor()), .table(tables.itemStatistics()),
        .table(tables.splitHalves()), .table(tables.commonMethod()),
      ]
    }
    blocks += ReliabilityFigures.all(groups, title: title).map { .figure($0) }
    return Document(
      version: Version.current, command: "reliability", title: title ?? said("Reliability"), run: run.documented,
      blocks: blocks, notes: .lines(notes, groups.map { ($0.title, $0.fit.notes) }),
      defaultTable: "reliability", brevity: Document.Brevity(["reliability"]))
  }

  /// How reliable the constructs are, and which pairs may be one.
  static func answers(_ fit: ReliabilityAnalysis.Fit) -> [Sentence] {
    func title(_ own: ReliabilityAnalysis.ScaleFit) -> String {
      let omega = Words.proportion(own.omegaTotal.value ?? 0, 2)
      return said(
        own.omegaTotal.interval.map { "\(own.scale.title) (ω \(omega), from \(Words.proportion($0.low, 2)))" }
          ?? "\(own.scale.title) (ω \(omega))")
    }
    var sentences = MeasurementQuality.allCases.compactMap { quality in
      verdict(quality, fit.scales.filter { $0.quality == quality }.map(title))
    }
    let unjudged = fit.scales.filter { $0.quality == nil && $0.omegaTotal.value != nil }.map(title)
    if !unjudged.isEmpty {
      sentences.append(
        unjudged.count == 1
          ? "How well \(Words.list(unjudged)) is measured cannot be said without an interval of ω."
          : "How well \(Words.list(unjudged)) are measured cannot be said without an interval of ω.")
    }
    var first = sentences.isEmpty ? [] : [Words.joined(sentences)]
    let gains = fit.scales.flatMap { own in
      own.dispensableItems.map { ($0.item.variable, own.scale.title, $0.gain) }
    }
    if let best = gains.max(by: { ($0.2.value ?? 0) < ($1.2.value ?? 0) }), let interval = best.2.interval {
      first.append(
        "\(best.1) would be measured better without '\(best.0)' (α + \(Words.proportion(best.2.value ?? 0, 2)), interval \(Words.proportion(interval.low, 2)) to \(Words.proportion(interval.high, 2)))."
      )
    }
    if !fit.pairs.isEmpty { first.append(distinct(fit)) }
    if let basis = basis(fit) { first.append(basis) }
    return first.filter { !$0.isEmpty }
  }

  /// How well constructs are measured; `nil` of none.
  private static func verdict(_ quality: MeasurementQuality, _ names: [String]) -> Sentence? {
    guard !names.isEmpty else { return nil }
    let list = Words.list(names)
    return switch (quality, names.count == 1) {
    case (.good, true): "\(list) is measured well."
    case (.good, false): "\(list) are measured well."
    case (.tolerable, true): "\(list) is measured at least tolerably."
    case (.tolerable, false): "\(list) are measured at least tolerably."
    case (.poor, true):
      "\(list) is perhaps measured poorly: what they share with others may look smaller than it is."
    case (.poor, false):
      "\(list) are perhaps measured poorly: what they share with others may look smaller than it is."
    }
  }

  /// How many respondents each construct is on.
  private static func basis(_ fit: ReliabilityAnalysis.Fit) -> Sentence? {
    let counts = fit.scales.compactMap(\.n)
    guard let least = counts.min(), let most = counts.max() else { return nil }
    guard let loss = fit.rowLoss else { return "Based on \(Words.count(least)) respondents." }
    var text: Sentence = "Based on \(Words.count(most)) respondents."
    if least < most {
      text =
        "Each construct is on the respondents who answered all of its items: \(Words.count(least)) to \(Words.count(most))."
    }
    if loss.share > Basis.worthSaying, let worst = fit.scales.filter({ $0.n != nil }).min(by: { $0.n! < $1.n! }) {
      let read = Words.count(Double(loss.read))
      text +=
        fit.scales.count > 1
        ? " Most for \(worst.scale.title): of \(read) respondents \(Basis.lost(loss))"
        : " Of \(read) respondents \(Basis.lost(loss))"
    }
    return text
  }

  private static func distinct(_ fit: ReliabilityAnalysis.Fit) -> Sentence {
    func names(_ pair: ReliabilityAnalysis.Pair) -> String {
      said("\(fit.scales[pair.b].scale.title) with \(fit.scales[pair.a].scale.title)")
    }
    guard let closest = fit.pairs.max(by: { ($0.htmt.value ?? 0) < ($1.htmt.value ?? 0) }),
      let value = closest.htmt.value
    else { return "" }
    let interval: Sentence =
      closest.htmt.interval.map { ", interval \(Words.proportion($0.low, 2)) to \(Words.proportion($0.high, 2))" } ?? ""
    guard fit.pairs.contains(where: { $0.distinctness != nil }) else {
      return
        "The closest constructs, \(names(closest)), have an HTMT of \(Words.proportion(value, 2)). Whether they are distinct cannot be said without an interval."
    }
    let one = fit.pairs.filter { $0.distinctness == .maybeOne }
    let near = fit.pairs.filter { $0.distinctness == .overlapping }
    // Where reliabilities are too low to correct with, a small HTMT does not tell constructs apart.
    let unclear = fit.pairs.filter { $0.distinctness == nil || abs($0.correlation.value ?? 0) > 1 }
    if one.isEmpty, near.isEmpty, !unclear.isEmpty {
      return
        "Of \(Words.list(unclear.map(names))) it cannot be told whether they are distinct. The closest of the others, \(names(closest)), have an HTMT of \(Words.proportion(value, 2))\(interval)."
    }
    if one.isEmpty, near.isEmpty {
      return
        "The constructs are distinct: the closest, \(names(closest)), have an HTMT of \(Words.proportion(value, 2))\(interval), which ends below \(Words.proportion(0.85, 2))."
    }
    var text: Sentence =
      "The closest constructs, \(names(closest)), have an HTMT of \(Words.proportion(value, 2))\(interval)."
    if !one.isEmpty {
      text += " May be one, as the interval of HTMT reaches 1: \(Words.list(one.map(names)))."
    }
    if !near.isEmpty {
      text +=
        " May overlap, as the interval of HTMT reaches above the careful limit of \(Words.proportion(0.85, 2)) (\(Words.proportion(0.9, 2)) is the usual one): \(Words.list(near.map(names)))."
    }
    return text
  }
}
