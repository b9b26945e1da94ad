import Measures
import Survey

/// On how many respondents a result rests, what was lost on the way, and what can be done about it.
enum Basis {
  /// From this share of lost respondents on the loss belongs into the opening; the notes count smaller ones.
  static let worthSaying = 0.1
  /// Above it those who are left may well be other people than those who are gone.
  static let alarming = 1.0 / 3

  /// - Parameters:
  ///   - n: respondents, with frequency weights their sum.
  ///   - loss: `nil` when only moments were given.
  ///   - takesPairwise: correlations of those who answered both are a way out.
  static func sentence(n: Double?, _ loss: RowLoss?, takesPairwise: Bool = true) -> Sentence? {
    guard let n else { return nil }
    guard let loss, loss.share > worthSaying else { return "Based on \(Words.count(n)) respondents." }
    return
      "Based on \(Words.count(n)) of \(Words.count(Double(loss.read))) respondents: \(lost(loss, takesPairwise: takesPairwise))"
  }

  /// How many were lost, by which question most, and above a third a warning.
  static func lost(_ loss: RowLoss, takesPairwise: Bool = true) -> Sentence {
    let count = Words.count(Double(loss.read - loss.used))
    let share = Words.percent(loss.share)
    guard let first = loss.lost.first else {
      let text: Sentence = "\(count) (\(share)) were left out because an answer is missing."
      guard loss.share > alarming else { return text }
      guard takesPairwise else {
        return text
          + " That is more than a third, and those who are left may differ from those who are gone."
      }
      return text
        + " That is more than a third, and those who are left may differ from those who are gone: use \(setting: .missing, "pairwise")."
    }
    let text: Sentence =
      "\(count) (\(share)) were left out because an answer is missing, most often to '\(first.variable)' (\(Words.count(Double(first.rows))))."
    guard loss.share > alarming else { return text }
    guard takesPairwise else {
      return text
        + " That is more than a third, and those who are left may differ from those who are gone: leave out '\(first.variable)'."
    }
    return text
      + " That is more than a third, and those who are left may differ from those who are gone: leave out '\(first.variable)', or use \(setting: .missing, "pairwise")."
  }
}
