/// An ordered set of answers in words, as questionnaires offer them, the worst or least first.
public struct AnswerScale: Sendable, Equatable {
  /// One per level, as shown: the first wording of each.
  public let levels: [String]
  /// Every wording's level, from 1.
  package let ranks: [String: Int]
  /// `*` in a wording stands for any words, the same in all answers.
  let isPattern: Bool

  /// Levels parted by `|`, wordings of one level by `/`; in the spelling of `AnswerText.normal`.
  init(_ text: String) {
    let parts = text.split(separator: "|").map { $0.split(separator: "/").map { AnswerText.normal(String($0)) } }
    levels = parts.map { $0[0] }
    var ranks: [String: Int] = [:]
    for (index, wordings) in parts.enumerated() { for wording in wordings { ranks[wording] = index + 1 } }
    self.ranks = ranks
    isPattern = text.contains("*")
  }

  /// How many levels there are.
  public var count: Int { levels.count }

  /// The level of each answer (normal spelling), from 1; `nil` when one is none of these, or when two are wordings of one
  /// level: a questionnaire that offers both means two levels by them.
  func ranks(of answers: [String]) -> [Int]? {
    guard let found = levels(of: answers), Set(found).count == Set(answers).count else { return nil }
    return found
  }

  private func levels(of answers: [String]) -> [Int]? {
    if !isPattern {
      var found: [Int] = []
      for answer in answers {
        guard let rank = ranks[answer] else { return nil }
        found.append(rank)
      }
      return found
    }
    // The words that `*` stands for are those of the first answer that fits.
    for (wording, _) in ranks {
      guard let words = AnswerScale.words(answers[0], like: wording) else { continue }
      var found: [Int] = []
      for answer in answers {
        guard
          let rank = ranks.first(where: { $0.key.replacing("*", with: words) == answer })?.value
        else { break }
        found.append(rank)
      }
      if found.count == answers.count { return found }
    }
    return nil
  }

  private static func words(_ answer: String, like wording: String) -> String? {
    let ends = wording.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, answer.hasPrefix(ends[0]), answer.hasSuffix(ends[1]),
      answer.count > ends[0].count + ends[1].count
    else { return nil }
    let words = String(answer.dropFirst(ends[0].count).dropLast(ends[1].count))
    return words.first?.isLetter ?? false && words.split(separator: " ").count <= 3 ? words : nil
  }
}

/// How answers in words are compared: without case, marks, or the way apostrophes and blanks are typed.
public enum AnswerText {
  /// `Teils, teils` and `teils-teils` are one answer, `Satisfait(e)` is `satisfait`.
  public static func normal(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    var isBlank = false
    for character in text.lowercased().replacing("(e)", with: "").replacing("(a)", with: "") {
      switch character {
      case "\u{2019}", "\u{2018}", "`", "\u{B4}":
        if isBlank, !result.isEmpty { result.append(" ") }
        isBlank = false
        result.append("'")
      case let c where c.isLetter || c.isNumber || c == "'" || c == "*":
        if isBlank, !result.isEmpty { result.append(" ") }
        isBlank = false
        result.append(c)
      default: isBlank = true
      }
    }
    return result
  }
}

/// Finds the scale that columns of answers are on.
public enum AnswerScales {
  /// In the eight languages.
  package static let all: [AnswerScale] = english + dutch + german + scandinavian + romance

  /// Scales by a wording; patterns apart.
  private static let places: [String: [Int]] = {
    var places: [String: [Int]] = [:]
    for (index, scale) in all.enumerated() where !scale.isPattern {
      for wording in scale.ranks.keys { places[wording, default: []].append(index) }
    }
    return places
  }()
  private static let patterns = all.indices.filter { all[$0].isPattern }

  /// More different answers than that are on no scale of words.
  public static let mostAnswers = 11

  /// The scale of each column, and the rank of each of its answers; `nil` where none fits, or several fit that rank the
  /// answers by different steps.
  ///
  /// Columns are settled together: where answers fit several scales, the one whose levels are all used somewhere in the file
  /// is taken, of those the one that most columns fit, and of those the shortest.
  ///
  /// - Parameter columns: the different answers of each, without those that give none.
  public static func settle(_ columns: [[String]]) -> [(scale: AnswerScale, ranks: [Int])?] {
    let fits = columns.map { answers -> [(scale: Int, ranks: [Int])] in
      let normal = answers.map(AnswerText.normal)
      guard 1...mostAnswers ~= Set(normal).count, !normal.contains("") else { return [] }
      let candidates = (places[normal[0]] ?? []) + patterns
      return candidates.compactMap { index in all[index].ranks(of: normal).map { (index, $0) } }
    }
    var used: [Int: Set<Int>] = [:]
    var supporters: [Int: Int] = [:]
    for fit in fits {
      for (scale, ranks) in fit {
        used[scale, default: []].formUnion(ranks)
        supporters[scale, default: 0] += 1
      }
    }
    func isWhole(_ scale: Int) -> Bool { used[scale]!.count == all[scale].count }
    func isBetter(_ a: Int, _ b: Int) -> Bool {
      if isWhole(a) != isWhole(b) { return isWhole(a) }
      if supporters[a]! != supporters[b]! { return supporters[a]! > supporters[b]! }
      let rest = (all[a].count - used[a]!.count, all[b].count - used[b]!.count)
      return rest.0 != rest.1 ? rest.0 < rest.1 : all[a].count < all[b].count
    }
    return fits.map { fit in
      guard let best = fit.min(by: { isBetter($0.scale, $1.scale) }) else { return nil }
      // Nothing but its order would be known of answers that two scales space differently, where neither is used whole.
      if !isWhole(best.scale) {
        // One or two answers are a contrast as they are, unless other columns show the scale that they are from.
        guard Set(best.ranks).count > 2 else { return nil }
        // Without either end it may as well be a shorter scale.
        guard used[best.scale]!.contains(1) || used[best.scale]!.contains(all[best.scale].count) else { return nil }
        let steps = { (ranks: [Int]) in ranks.map { $0 - ranks[0] } }
        // Three answers are too few to tell a scale from one that has a level more between them.
        let isShort = used[best.scale]!.count <= 3
        let unused = { (scale: Int) in all[scale].count - used[scale]!.count }
        let isDisputed = fit.contains {
          let isNear = isShort && unused($0.scale) <= unused(best.scale) + 1
          return (isNear || !isBetter(best.scale, $0.scale)) && steps($0.ranks) != steps(best.ranks)
        }
        if isDisputed { return nil }
      }
      return (all[best.scale], best.ranks)
    }
  }

  /// Scales of opposites: each template with each pair in place of `{n}` and `{p}`, `~` being the middle.
  static func opposites(
    _ pairs: [(negative: String, positive: String)], middle: String, _ templates: [String]
  ) -> [AnswerScale] {
    pairs.flatMap { pair in
      templates.map { template in
        AnswerScale(
          template.replacing("~", with: middle).replacing("{n}", with: pair.negative)
            .replacing("{p}", with: pair.positive))
      }
    }
  }
}
