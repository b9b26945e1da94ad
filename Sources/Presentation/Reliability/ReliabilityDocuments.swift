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
      blocks += answers(group.fit).map { .paragraph($0) }
      blocks.append(.table(tables.reliability()))
      if let others = tables.others() { blocks.append(.view(others)) }
      blocks += [
        .table(tables.discriminant()), .table(tables.oneFactor()), .table(tables.itemStatistics()),
        .table(tables.splitHalves()), .table(tables.commonMethod()),
      ]
    }
    blocks += ReliabilityFigures.all(groups, title: title).map { .figure($0) }
    return Document(
      version: Version.current, command: "reliability", title: title ?? "Reliability", run: run.documented,
      blocks: blocks, notes: .lines(notes, groups.map { ($0.title, $0.fit.notes) }),
      defaultTable: "reliability", brevity: Document.Brevity(["reliability"]))
  }

  /// How reliable the constructs are, and which pairs may be one.
  static func answers(_ fit: ReliabilityAnalysis.Fit) -> [String] {
    var sentences: [String] = []
    func named(_ names: [String], _ words: String) {
      if !names.isEmpty { sentences.append("\(Words.list(names)) \(names.count == 1 ? "is" : "are") \(words).") }
    }
    func title(_ own: ReliabilityAnalysis.ScaleFit) -> String {
      let from = own.omegaTotal.interval.map { ", from \(Words.fixed($0.low, 2))" } ?? ""
      return "\(own.scale.title) (ω \(Words.fixed(own.omegaTotal.value ?? 0, 2))\(from))"
    }
    for quality in MeasurementQuality.allCases {
      named(fit.scales.filter { $0.quality == quality }.map(title), words(quality))
    }
    let unjudged = fit.scales.filter { $0.quality == nil && $0.omegaTotal.value != nil }.map(title)
    if !unjudged.isEmpty {
      sentences.append(
        "How well \(Words.list(unjudged)) \(unjudged.count == 1 ? "is" : "are") measured cannot be said without an interval of ω."
      )
    }
    var first = sentences.isEmpty ? [] : [sentences.joined(separator: " ")]
    let gains = fit.scales.flatMap { own in
      own.dispensableItems.map { ($0.item.variable, own.scale.title, $0.gain) }
    }
    if let best = gains.max(by: { ($0.2.value ?? 0) < ($1.2.value ?? 0) }), let interval = best.2.interval {
      first.append(
        "\(best.1) would be measured better without '\(best.0)' (α + \(Words.fixed(best.2.value ?? 0, 2)), interval \(Words.fixed(interval.low, 2)) to \(Words.fixed(interval.high, 2)))."
      )
    }
    if !fit.pairs.isEmpty { first.append(distinct(fit)) }
    if let basis = basis(fit) { first.append(basis) }
    return first.filter { !$0.isEmpty }
  }

  private static func words(_ quality: MeasurementQuality) -> String {
    switch quality {
    case .good: "measured well"
    case .tolerable: "measured at least tolerably"
    case .poor: "perhaps measured poorly: what they share with others may look smaller than it is"
    }
  }

  /// How many respondents each construct is on.
  private static func basis(_ fit: ReliabilityAnalysis.Fit) -> String? {
    let counts = fit.scales.compactMap(\.n)
    guard let least = counts.min(), let most = counts.max() else { return nil }
    guard let loss = fit.rowLoss else { return "Based on \(Words.count(least)) respondents." }
    var text = "Based on \(Words.count(most)) respondents."
    if least < most {
      text =
        "Each construct is on the respondents who answered all of its items: \(Words.count(least)) to \(Words.count(most))."
    }
    if loss.share > Basis.worthSaying, let worst = fit.scales.filter({ $0.n != nil }).min(by: { $0.n! < $1.n! }) {
      text += fit.scales.count > 1 ? " Most for \(worst.scale.title): of" : " Of"
      text += " \(Words.count(Double(loss.read))) respondents "
      text += Basis.lost(loss, "use --missing pairwise")
    }
    return text
  }

  private static func distinct(_ fit: ReliabilityAnalysis.Fit) -> String {
    func names(_ pair: ReliabilityAnalysis.Pair) -> String {
      "\(fit.scales[pair.b].scale.title) with \(fit.scales[pair.a].scale.title)"
    }
    guard let closest = fit.pairs.max(by: { ($0.htmt.value ?? 0) < ($1.htmt.value ?? 0) }),
      let value = closest.htmt.value
    else { return "" }
    let interval =
      closest.htmt.interval.map { ", interval \(Words.fixed($0.low, 2)) to \(Words.fixed($0.high, 2))" } ?? ""
    guard fit.pairs.contains(where: { $0.distinctness != nil }) else {
      return
        "The closest constructs, \(names(closest)), have an HTMT of \(Words.fixed(value, 2)). Whether they are distinct cannot be said without an interval."
    }
    let one = fit.pairs.filter { $0.distinctness == .maybeOne }
    let near = fit.pairs.filter { $0.distinctness == .overlapping }
    // Where reliabilities are too low to correct with, a small HTMT does not tell constructs apart.
    let unclear = fit.pairs.filter { $0.distinctness == nil || abs($0.correlation.value ?? 0) > 1 }
    if one.isEmpty, near.isEmpty, !unclear.isEmpty {
      return
        "Of \(Words.list(unclear.map(names))) it cannot be told whether they are distinct. The closest of the others, \(names(closest)), have an HTMT of \(Words.fixed(value, 2))\(interval)."
    }
    if one.isEmpty, near.isEmpty {
      return
        "The constructs are distinct: the closest, \(names(closest)), have an HTMT of \(Words.fixed(value, 2))\(interval), which ends below 0.85."
    }
    var text =
      "The closest constructs, \(names(closest)), have an HTMT of \(Words.fixed(value, 2))\(interval)."
    if !one.isEmpty {
      text += " May be one, as the interval of HTMT reaches 1: \(Words.list(one.map(names)))."
    }
    if !near.isEmpty {
      text +=
        " May overlap, as the interval of HTMT reaches above the careful limit of 0.85 (0.90 is the usual one): \(Words.list(near.map(names)))."
    }
    return text
  }
}
