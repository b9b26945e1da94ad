import Probability
import Survey

/// How a latent response becomes a number, with high meaning good.
///
/// Reversed scales are turned round only when the number is written down.
struct AnswerRule {
  let scale: RatingScale?
  /// Ascending; the answer is the scale's low end plus the number of thresholds below the response.
  let thresholds: [Double]
  /// Of a continuous answer: mean + deviation · response.
  let mean: Double
  let deviation: Double

  init(_ answer: SurveyModel.Answer) {
    scale = answer.scale
    guard let scale else {
      thresholds = []
      if case .rounded(let mean, let deviation) = answer.thresholds {
        (self.mean, self.deviation) = (mean, deviation)
      } else {
        (mean, deviation) = (0, 1)
      }
      return
    }
    (mean, deviation) = (0, 1)
    let steps = Int(scale.high - scale.low)
    switch answer.thresholds {
    case .equal:
      thresholds = (1...steps).map { Normal().quantile(Double($0) / Double(steps + 1)) }
    case .cumulative(let probabilities):
      thresholds = probabilities.map { Normal().quantile($0) }
    case .rounded(let written, let deviation):
      let mean = scale.oriented(written)
      thresholds = (0..<steps).map { (scale.low + Double($0) + 0.5 - mean) / deviation }
    }
  }

  /// The answer, oriented so that high is good.
  func value(_ response: Double) -> Double {
    guard let scale else { return mean + deviation * response }
    var count = 0
    for threshold in thresholds where response > threshold { count += 1 }
    return scale.low + Double(count)
  }
}
