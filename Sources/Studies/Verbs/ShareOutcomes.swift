import Measures
import Survey

/// The outcomes whose net promoter score, top box and the like are told, with their scales.
struct ShareOutcomes {
  private(set) var items: [AnalysisRoles.Item] = []
  private(set) var notes: [Note] = []

  /// The study's outcomes among the variables described; without outcomes the variables that ask for a recommendation from 0 to 10.
  init(_ source: LoadedSource, _ study: StudySpecification) throws {
    guard case .rows(let dataset) = source.content else { return }
    let outcomes = Set(try Selection.resolve(study.outcomes, in: dataset.names))
    var assumed: [String] = []
    for item in source.roles.players.flatMap(\.items) {
      guard outcomes.isEmpty || outcomes.contains(item.name), let variable = dataset[item.name], !variable.isText
      else { continue }
      var item = item
      if item.scale == nil, variable.runsFromZeroToTen, !outcomes.isEmpty || item.asksToRecommend(variable) {
        item.scale = RatingScale(0, 10)
        assumed.append(item.name)
      }
      guard let scale = item.scale else { continue }
      let isRecommendation = scale.low == 0 && scale.high == 10 && item.asksToRecommend(variable)
      if !outcomes.isEmpty || isRecommendation { items.append(item) }
    }
    if !assumed.isEmpty {
      notes.append(
        Note(
          .scaleAssumed,
          "\(assumed.joined(separator: ", ")): answers run from 0 to 10, which is taken for the scale of a net promoter score."
        ))
    }
  }

  /// Every pair of groups compared; empty without groups.
  func differences(
    _ source: LoadedSource, interval: ShareIntervalKind, confidence: Double
  ) throws -> [ShareDifference] {
    var unheard: [Note] = []
    let parts = try source.parts(&unheard)
    guard !items.isEmpty, parts.count > 1, case .rows(let dataset) = source.content else { return [] }
    let known = try dataset.withKnownUnits(source.roles)
    var groupOfRow: [Int: Int] = [:]
    for (place, part) in parts.enumerated() {
      guard case .rows(let rows) = part.content else { continue }
      for row in 0..<rows.rowCount { groupOfRow[rows.rowNumber(row)] = place }
    }
    let labels = Dictionary(parts.map { ($0.value ?? "", $0.label) }, uniquingKeysWith: { first, _ in first })
    return try known.shareDifferences(
      items, groups: (0..<known.rowCount).map { groupOfRow[known.rowNumber($0)] ?? -1 },
      names: parts.map { $0.value ?? "" }, design: source.roles, interval: interval, confidence: confidence
    ).map { difference in
      var named = difference
      (named.groupLabel, named.versusLabel) = (labels[named.group] ?? nil, labels[named.versus] ?? nil)
      return named
    }
  }
}

extension LoadedSource {
  /// Whether the groups of `by` differ in these items; empty without groups.
  func groupTests(_ items: [AnalysisRoles.Item]) throws -> [GroupTest] {
    var unheard: [Note] = []
    let parts = try parts(&unheard)
    guard parts.count > 1, case .rows(let dataset) = content else { return [] }
    let known = try dataset.withKnownUnits(roles)
    var groupOfRow: [Int: Int] = [:]
    for (place, part) in parts.enumerated() {
      guard case .rows(let rows) = part.content else { continue }
      for row in 0..<rows.rowCount { groupOfRow[rows.rowNumber(row)] = place }
    }
    return try known.groupTests(
      items, groups: (0..<known.rowCount).map { groupOfRow[known.rowNumber($0)] ?? -1 }, design: roles)
  }
}

extension Variable {
  /// Its answers are whole numbers from 0 to 10, and both ends were given.
  var runsFromZeroToTen: Bool {
    var (hasZero, hasTen) = (false, false)
    for value in doubles where !value.isNaN {
      guard value >= 0, value <= 10, value == value.rounded() else { return false }
      hasZero = hasZero || value == 0
      hasTen = hasTen || value == 10
    }
    return hasZero && hasTen
  }
}

extension AnalysisRoles.Item {
  /// Beginnings of words that ask for a recommendation: English, Dutch, German, Danish, Norwegian, Swedish, French, Spanish.
  private static let stems = [
    "recommend", "nps", "netpro", "promoter", "aanbevel", "aanraden", "empfehl", "weiterempf", "anbefal", "rekommend",
    "recomend", "recommand", "recomiend",
  ]

  /// Its name, label or question asks whether one would recommend.
  func asksToRecommend(_ variable: Variable) -> Bool {
    let text = [name, label, variable.label, variable.details.question].compactMap { $0?.lowercased() }
      .joined(separator: " ")
    return Self.stems.contains { text.contains($0) }
  }
}
