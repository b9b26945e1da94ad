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
          "rows_dropped",
          "\(respondents(dropped)) of \(read) without any answer \(dropped == 1 ? "was" : "were") left out."))
    } else if dropped > 0 {
      let share = Double(dropped) / Double(read) * 100
      let percent = share < 1 ? "under 1 %" : "\(Int(share.rounded())) %"
      let counts = lost.prefix(12).map { "\($0.variable) \($0.rows)" }.joined(separator: ", ")
      let rest = lost.count > 12 ? " and \(lost.count - 12) more variable\(lost.count == 13 ? "" : "s")" : ""
      notes.append(
        Note(
          "rows_dropped",
          "\(respondents(dropped)) of \(read) (\(percent)) \(dropped == 1 ? "was" : "were") left out because an answer "
            + "is missing: \(counts)\(rest)." + (lost.count > 1 ? " A respondent can miss several." : "")))
    }
    return notes
  }

  /// Which category the others are compared with.
  func notesOnLevels(_ levels: [CategoryLevels]) -> [Note] {
    zip(terms, levels).compactMap { term, levels in
      guard case .category(let name) = term, let reference = levels.names.first else { return nil }
      return Note("reference_level", "The categories of '\(name)' are compared with '\(reference)'.")
    }
  }

  static func noteOnZeroWeights(_ count: Int) -> Note? {
    count == 0
      ? nil : Note("zero_weights", "\(respondents(count)) with weight 0 \(count == 1 ? "was" : "were") left out.")
  }
}

private func respondents(_ count: Int) -> String { count == 1 ? "1 respondent" : "\(count) respondents" }

/// The scales taken for items that have none: the bounds of all their answers together.
struct PooledBounds: Sendable {
  var performance: RatingScale?
  var stated: RatingScale?
  private(set) var notes: [Note] = []

  init(_ recipe: FrameRecipe, _ scans: [String: ColumnScan]) {
    performance = PooledBounds.pool(recipe.performance, scans)
    stated = PooledBounds.pool(recipe.stated, scans)
    for (scale, items, what) in [
      (performance, recipe.performance, "ratings"), (stated, recipe.stated, "stated importance"),
    ] {
      guard let scale else { continue }
      let count = items.scales.filter { $0 == nil }.count
      notes.append(
        Note(
          "scale_assumed",
          "No scale is declared for \(count) item\(count == 1 ? "" : "s") of \(what); 0–100 is counted from the lowest "
            + "answer, \(plain(scale.low)), to the highest, \(plain(scale.high)). Declare the scale with --scale."))
    }
    for (item, scale) in recipe.assumed {
      notes.append(
        Note(
          "scale_assumed",
          "No scale is declared for '\(item)'; it is taken to be \(plain(scale.low)) to \(plain(scale.high)) like the "
            + "other items of its construct."))
    }
  }

  private static func pool(_ items: FrameRecipe.RatingItems, _ scans: [String: ColumnScan]) -> RatingScale? {
    var all = ColumnScan()
    for (name, scale) in zip(items.names, items.scales) where scale == nil {
      if let scan = scans[name] { all.merge(scan) }
    }
    return all.answered > 0 && all.low < all.high ? RatingScale(all.low, all.high) : nil
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
      "effective_sample_size",
      "The weights make \(rows) respondents as informative as \(Int(size.rounded())) of equal weight (Kish's effective "
        + "sample size).")
  }
}
