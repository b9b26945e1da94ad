public import Measures
public import Rendering
public import Survey
public import Studies

/// The document of `describe`: each variable's centre, spread and shape, how often each answer was given, and what is
/// missing for which reason.
public enum DescribeDocument: VerbPresentation {
  package static var tables: [TableContract] {
    [
      DescribeColumns.items.contract, DescribeColumns.shares.contract, DescribeColumns.shareDifferences.contract,
      DescribeColumns.groupTests.contract,
      DescribeColumns.quality.contract, DescribeColumns.quantiles.contract, DescribeColumns.frequencies.contract,
    ]
  }
  package static var pages: [Explanation] { Explanation.surveyPages }
  package static var figures: [FigureContract] { DescribeFigures.contracts }

  /// One group's items.
  public typealias Group = GroupedFit<[ItemDescription]>

  /// A table of the items and one of their answers for each group.
  ///
  /// - Parameters:
  ///   - differences: of scores and shares between the groups.
  ///   - tests: whether the groups differ in each item.
  ///   - quality: what of the answers is worth a look, in the order of the groups.
  public static func make(
    _ groups: [Group], title: String?, run: RunDescription, notes: [Note], differences: [ShareDifference] = [],
    tests: [GroupTest] = [], quality: [GroupedFit<[QualityCheck]>] = []
  ) -> Document {
    var blocks: [Document.Block] = []
    for (place, group) in groups.enumerated() {
      if let title = group.title { blocks.append(.heading(title)) }
      if let answer = answer(group.items) { blocks.append(.paragraph(said(answer))) }
      blocks.append(.table(items(group)))
      let drawn = group.items.filter(DistributionText.draws)
      if !drawn.isEmpty, drawn.count <= Self.mostDrawn {
        let heading = said("Answers by point of the scale; right: shares at its ends")
        blocks.append(
          .fitted {
            heading + "\n"
              + DistributionText(items: drawn, width: $0).text
          })
      }
      blocks.append(.table(shares(group)))
      blocks.append(
        .table(checks(quality.indices.contains(place) ? quality[place].fit : [], key: group.key)))
      blocks.append(
        .table(
          DescribeColumns.quantiles.table(
            group.items.flatMap { item in item.quantiles.map { (item.variable, item.label, item.n, $0) } },
            group: group.key)))
      blocks.append(.table(frequencies(group)))
    }
    blocks += DescribeFigures.all(groups, title: title).map { .figure($0) }
    var compared = DescribeColumns.shareDifferences.table(differences, group: nil)
    compared.isShown = !differences.isEmpty
    blocks.append(.table(compared))
    var tested = DescribeColumns.groupTests.table(tests, group: nil)
    tested.isShown = !tests.isEmpty
    blocks.append(.table(tested))
    return Document(
      version: Version.current, command: "describe", title: title ?? said("Items"), run: run.documented, blocks: blocks,
      notes: notes.map(Document.NoteLine.init), defaultTable: "items",
      // Names are what one types, labels what one knows: both stand on the first screen, and give way to less.
      brevity: Document.Brevity(
        ["items", "shares"],
        hiding: groups.contains { hasLabels($0) }
          ? ["items": ["conf_low", "conf_high", "skewness", "kurtosis"]] : [:]))
  }

  /// Variables whose answers are drawn as bars; more would push the rest off the screen.
  private static let mostDrawn = 40

  /// How many items there are, and which misses most answers.
  private static func answer(_ items: [ItemDescription]) -> Sentence? {
    guard let first = items.first else { return nil }
    let variables = Words.plural(items.count, { "\($0) variable" }, { "\($0) variables" })
    let text: Sentence = "\(variables) of \(Words.count(first.n + first.missing)) respondents."
    guard let worst = items.max(by: { $0.missing < $1.missing }), worst.missing > 0 else {
      return text + " Nothing is missing."
    }
    let reasons = worst.missingByReason.map { "\(Words.count($0.n)) \($0.reason)" }.joined(separator: ", ")
    return text
      + " Most often missing is \(worst.variable): \(Words.count(worst.missing)) (\(Words.percent(worst.missing / (worst.n + worst.missing)))): \(reasons)."
  }

  private static func hasLabels(_ group: Group) -> Bool { group.items.contains { $0.label != nil } }

  private static func items(_ group: Group) -> Table {
    var hidden: Set<String> = []
    if group.items.allSatisfy({ $0.topBox == nil }) { hidden.insert("top_box") }
    if !hasLabels(group) { hidden.insert("label") }
    return DescribeColumns.items.table(group.items, group: group.key, hiding: hidden)
  }

  private static func shares(_ group: Group) -> Table {
    let shares = group.items.flatMap(\.shares)
    let isScored = shares.contains { $0.promoters != nil }
    var table = DescribeColumns.shares.table(
      shares, group: group.key, hiding: isScored ? [] : ["promoters", "passives", "detractors"])
    table.isShown = !shares.isEmpty
    return table
  }

  private static func checks(_ checks: [QualityCheck], key: GroupKey?) -> Table {
    var table = DescribeColumns.quality.table(
      checks, group: key,
      caption: checks.isEmpty
        ? nil
        : "What to look at before analysing; there are honest reasons for each. Rows count from the first below the header."
    )
    table.isShown = checks.contains { $0.count > 0 }
    return table
  }

  private static func frequencies(_ group: Group) -> Table {
    let rows = group.items.flatMap { item in
      item.frequencies.map { DescribeColumns.FrequencyRow(item.variable, $0.value, false, $0.n, $0.share, $0.label) }
        + item.missingByReason.map { DescribeColumns.FrequencyRow(item.variable, $0.reason, true, $0.n, nil, nil) }
    }
    return DescribeColumns.frequencies.table(rows, group: group.key)
  }
}

extension GroupedFit where Fit == [ItemDescription] {
  /// In the order of the columns.
  var items: [ItemDescription] { fit }
}
