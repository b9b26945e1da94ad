import Survey

extension FrameRecipe {
  /// How many respondents were left out, and what cost them.
  func notesOnRows(read: Int, used: Int, lost: [(variable: String, rows: Int)], zeroWeights: Int) -> [Note] {
    var notes: [Note] = []
    if let note = FrameRecipe.noteOnZeroWeights(zeroWeights) { notes.append(note) }
    let dropped = read - used - zeroWeights
    if dropped > 0 && lost.isEmpty {
      notes.append(
        Note(
          .rowsDropped,
          dropped == 1
            ? "\(dropped) respondent of \(read) without any answer was left out."
            : "\(dropped) respondents of \(read) without any answer were left out."))
    } else if dropped > 0 {
      notes.append(Note(.rowsDropped, FrameRecipe.loss(dropped, of: read, lost)))
    }
    return notes
  }

  /// How many rows miss an answer, and to which variables.
  private static func loss(_ dropped: Int, of read: Int, _ lost: [(variable: String, rows: Int)]) -> Sentence {
    let share = Double(dropped) / Double(read) * 100
    let percent: Sentence = share < 1 ? "under 1 %" : Sentence(String(Int(share.rounded())) + " %")
    let named = lost.prefix(12).map { "\($0.variable) \($0.rows)" }.joined(separator: ", ")
    let counts: Sentence =
      lost.count > 13
      ? "\(named) and \(lost.count - 12) more variables"
      : lost.count == 13 ? "\(named) and 1 more variable" : Sentence(named)
    let text: Sentence =
      dropped == 1
      ? "\(dropped) respondent of \(read) (\(percent)) was left out because an answer is missing: \(counts)."
      : "\(dropped) respondents of \(read) (\(percent)) were left out because an answer is missing: \(counts)."
    return lost.count > 1 ? text + " A respondent can miss several." : text
  }

  /// Of the composites, how many scores rest on part of their items.
  func notesOnPartialScores(_ partial: [Int: Int], used: Int) -> [Note] {
    let parts = partial.sorted { $0.key < $1.key }.compactMap { position, count -> Sentence? in
      guard count > 0, case .composite(let name, let items) = terms[position] else { return nil }
      return "\(count) of '\(name)' (\(needed(of: items.count, for: name)) of \(items.count) items are enough)"
    }
    guard !parts.isEmpty else { return [] }
    return [
      Note(
        .partialScores, "Of \(used) scores some rest on part of the items: \(Sentence.joined(parts, separator: ", ")).")
    ]
  }

  /// Which category the others are compared with.
  func notesOnLevels(_ levels: [CategoryLevels]) -> [Note] {
    zip(terms, levels).compactMap { term, levels in
      guard case .category(let name) = term, let reference = levels.names.first else { return nil }
      return Note(.referenceLevel, "The categories of '\(name)' are compared with '\(reference)'.")
    }
  }

  static func noteOnZeroWeights(_ count: Int) -> Note? {
    count == 0
      ? nil
      : Note(
        .zeroWeights,
        count == 1
          ? "\(count) respondent with weight 0 was left out." : "\(count) respondents with weight 0 were left out.")
  }
}

/// The scales taken for items that have none: the bounds of all their answers together, except of columns that no common
/// scale can hold.
struct PooledBounds: Sendable {
  /// With every scale settled; `nil` where there is none: such an item has no performance.
  private(set) var performance: FrameRecipe.RatingItems
  private(set) var stated: FrameRecipe.RatingItems
  private(set) var notes: [Note] = []

  init(_ recipe: FrameRecipe, _ scans: [String: ColumnScan]) {
    performance = recipe.performance
    stated = recipe.stated
    for (path, what) in [(\PooledBounds.performance, "ratings"), (\.stated, "stated importance")] {
      let items = self[keyPath: path]
      let apart = PooledBounds.apart(items, scans)
      let pooled = PooledBounds.pool(items, without: apart, scans)
      let count = items.scales.indices.filter { items.scales[$0] == nil && !apart.contains(items.names[$0]) }.count
      for k in items.names.indices where items.scales[k] == nil && !apart.contains(items.names[k]) {
        self[keyPath: path].scales[k] = pooled
      }
      if let pooled {
        let (low, high) = (plain(pooled.low), plain(pooled.high))
        let items: Sentence =
          what == "ratings"
          ? count == 1 ? "1 item of ratings" : "\(count) items of ratings"
          : count == 1 ? "1 item of stated importance" : "\(count) items of stated importance"
        notes.append(
          Note(
            .scaleAssumed,
            "No scale is declared for \(items); 0–100 is counted from the lowest answer, \(low), to the highest, \(high). Declare the scale with \(setting: .scale). Numbers that stand for kinds rather than degrees become categories with \(setting: .categorical)."
          ))
      }
      for name in apart {
        guard let scan = scans[name] else { continue }
        let (low, high) = (plain(scan.low), plain(scan.high))
        let scale = Setting(.scale, "\(name)=\(low):\(high)")
        notes.append(
          Note(
            .noScale,
            what == "ratings"
              ? "'\(name)' runs from \(low) to \(high), which is no scale of the other items, so it has no performance, and no potential: declare its scale if it has one, such as \(scale), or take it as a covariate with \(setting: .always)."
              : "'\(name)' runs from \(low) to \(high), which is no scale of the other items, so it has no stated importance: declare its scale if it has one, such as \(scale), or take it as a covariate with \(setting: .always)."
          ))
      }
    }
    for (item, scale) in recipe.assumed {
      notes.append(
        Note(
          .scaleAssumed,
          "No scale is declared for '\(item)'; it is taken to be \(plain(scale.low)) to \(plain(scale.high)) like the other items of its construct."
        ))
    }
  }

  private static func pool(
    _ items: FrameRecipe.RatingItems, without apart: [String], _ scans: [String: ColumnScan]
  ) -> RatingScale? {
    var all = ColumnScan()
    for (name, scale) in zip(items.names, items.scales) where scale == nil && !apart.contains(name) {
      if let scan = scans[name] { all.merge(scan) }
    }
    return all.answered > 0 && all.low < all.high ? RatingScale(all.low, all.high) : nil
  }

  /// The items without a scale that cannot be answers on the scale of the others: age beside ratings, a yes/no beside 1–7.
  ///
  /// The others' scale is that of the item with the middle range, declared scales included; of two in the middle the one that
  /// looks more like a rating. An item belongs to it when it shares more than a point with it and exceeds it on neither
  /// side by more than its own length: answers 5–7 of 1–7 do, and 0–10 beside 1–7 does.
  private static func apart(_ items: FrameRecipe.RatingItems, _ scans: [String: ColumnScan]) -> [String] {
    struct Range {
      var name: String
      var low: Double
      var high: Double
      var isDeclared: Bool
      var isWhole: Bool
      var length: Double { high - low }
      var looksLikeRating: Bool { isWhole && length >= 2 && length <= 10 }
    }
    var ranges: [Range] = []
    for (name, scale) in zip(items.names, items.scales) where !ranges.contains(where: { $0.name == name }) {
      if let scale {
        ranges.append(Range(name: name, low: scale.low, high: scale.high, isDeclared: true, isWhole: true))
      } else if let scan = scans[name], scan.answered > 0, scan.low < scan.high {
        ranges.append(Range(name: name, low: scan.low, high: scan.high, isDeclared: false, isWhole: scan.isWhole))
      }
    }
    guard ranges.count > 1 else { return [] }
    let sorted = ranges.sorted { $0.length < $1.length }
    let middle = [sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2]]
    let common = middle.first(where: \.looksLikeRating) ?? middle[0]
    return ranges.filter { range in
      guard !range.isDeclared else { return false }
      let shares = min(range.high, common.high) > max(range.low, common.low)
      let fits = range.low >= common.low - common.length && range.high <= common.high + common.length
      return !(shares && fits)
    }.map(\.name)
  }
}

/// Kish's (1965) effective sample size under sampling weights, (Σw)²/Σw²: how many respondents of equal weight would
/// give means as precise.
struct KishSize: Sendable {
  var size: Double
  var rows: Int

  /// `nil` unless sampling weights differ.
  init?(weights: [Double]?, kind: WeightsKind?) {
    guard kind == .sampling, let weights, let first = weights.first else { return nil }
    if weights.allSatisfy({ $0 == first }) { return nil }
    var sum = 0.0
    var squares = 0.0
    for w in weights {
      sum += w
      squares += w * w
    }
    self.init(sum: sum, squares: squares, rows: weights.count)
  }

  init?(sum: Double, squares: Double, rows: Int) {
    guard squares > 0, squares.isFinite, sum * sum / squares < Double(rows) * (1 - 1e-12) else { return nil }
    size = sum * sum / squares
    self.rows = rows
  }

  var note: Note {
    Note(
      .effectiveSampleSize,
      "The weights make \(rows) respondents as informative as \(Int(size.rounded())) of equal weight (Kish's effective sample size)."
    )
  }
}
