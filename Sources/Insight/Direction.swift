import Measures
import Platform
import Probability
import Survey

/// Drivers of which more goes with less of the outcome.
enum Direction {
  /// Asks for the scale of drivers whose own correlation is negative as well as their coefficient: beyond chance, or not.
  static func notes(_ outcome: DriverAnalysis.OutcomeFit, _ players: [ModelFrame.Block], n: Double) -> [Note] {
    // What is on no scale of ratings, such as age, may well go with less.
    let against = players.indices.filter {
      players[$0].powers.isEmpty && outcome.effects[$0] != nil && outcome.isAgainst($0)
    }
    let clear = against.filter { isClear(outcome.correlations[$0]!, n: n) }
    let vague = against.filter { !clear.contains($0) }
    var notes: [Note] = []
    if !clear.isEmpty {
      let names = clear.map { players[$0].title }
      let outcome = outcome.outcome.title
      var sentence: Sentence =
        clear.count == 1
        ? "\(quoted(names)): more of it goes with less of \(outcome), by itself as well as beside the other drivers. Is its scale turned round?"
        : "\(quoted(names)): more of them goes with less of \(outcome), by themselves as well as beside the other drivers. Is their scale turned round?"
      if let example = clear.first(where: { players[$0].scale != nil }), let scale = players[example].scale {
        sentence = "\(sentence) Then say so: \(setting: .scale, "\(players[example].name)=\(turned(scale))")."
      }
      notes.append(Note(.scaleTurned, sentence))
    }
    if !vague.isEmpty {
      notes.append(
        Note(
          .scaleTurned,
          vague.count == 1
            ? "\(quoted(vague.map { players[$0].title })): more of it goes with less of \(outcome.outcome.title), by so little that it may be chance."
            : "\(quoted(vague.map { players[$0].title })): more of them goes with less of \(outcome.outcome.title), by so little that it may be chance."
        ))
    }
    return notes
  }

  /// Whether a correlation of this size is beyond the two-sided 5 % of chance.
  private static func isClear(_ correlation: Double, n: Double) -> Bool {
    guard n > 2, abs(correlation) < 1 else { return abs(correlation) >= 1 }
    let statistic = correlation * ((n - 2) / (1 - correlation * correlation)).squareRoot()
    return StudentT(degrees: n - 2).twoSided(statistic) < 0.05
  }

  /// `7:1` of a scale from 1 to 7.
  private static func turned(_ scale: RatingScale) -> String { "\(number(scale.last)):\(number(scale.first))" }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
