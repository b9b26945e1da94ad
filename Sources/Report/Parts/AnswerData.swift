import Measures
import Studies
import Survey

/// What the script knows of the answers to items: shares by point of the scale, those hidden left out.
struct AnswerData {
  let answers: GuardedAnswers
  let view: Int
  let items: [ItemDescription]

  /// Longer scales are no ratings.
  private static let mostPoints = 11

  var distributions: JSONValue {
    .list(
      items.compactMap { item -> JSONValue? in
        guard !item.isText, item.n >= answers.smallest, let scale = item.scale,
          scale.low == scale.low.rounded(), scale.high == scale.high.rounded(),
          scale.high - scale.low < Double(Self.mostPoints)
        else { return nil }
        let points = stride(from: scale.low, through: scale.high, by: 1).map { $0 }
        let given = item.frequencies.compactMap { frequency in frequency.number.map { ($0, frequency) } }
        // Answers between the points of a scale are no ratings of one.
        guard given.allSatisfy({ points.contains($0.0) }), !given.isEmpty else { return nil }
        let shares = points.map { point -> Double? in
          guard let own = given.first(where: { $0.0 == point })?.1 else { return 0 }
          return answers.hides(item.variable, own.value, view: view) ? nil : own.share
        }
        let labels = points.map { point in given.first { $0.0 == point }?.1.label ?? "" }
        return .object([
          ("name", .text(item.variable)), ("title", .text(item.label ?? item.variable)), ("low", .number(scale.low)),
          ("high", .number(scale.high)), ("reversed", .flag(scale.isReversed)), ("shares", .shorts(shares)),
          ("labels", .texts(labels)), ("mean", .estimate(item.mean, item.meanLow, item.meanHigh)),
          ("n", answers.hidesMissing(item.variable, view: view) ? .null : .number(item.n)),
        ])
      })
  }

  /// Net promoter scores and boxes.
  var scores: JSONValue {
    .list(
      items.flatMap { item -> [JSONValue] in
        item.shares.filter { answers.allows($0, view: view) }.map { share -> JSONValue in
          .object([
            ("name", .text(share.variable)), ("title", .text(item.label ?? share.variable)),
            ("measure", .text(share.measure.rawValue)), ("value", .estimate(share.estimate, share.low, share.high)),
            ("parts", .shorts([share.detractors, share.passives, share.promoters])),
          ])
        }
      })
  }
}
