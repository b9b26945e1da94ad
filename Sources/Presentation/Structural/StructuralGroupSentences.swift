import Rendering
import Structural
import Studies
import Survey

/// What makes a step of invariance hold, and what groups then differ in.
extension StructuralSentences {
  private static func probability(_ p: Double) -> String {
    p < 0.001 ? "< \(Words.proportion(0.001, 3))" : "= \(Words.proportion(p, 3))"
  }

  /// What was set free in the steps that do not hold as they are.
  static func partial(_ partial: [PartialInvariance], _ labels: [String: String]) -> [Sentence] {
    partial.map { step in
      let names = Words.list(step.releases.map { said(name($0.test, labels)) })
      guard step.holds, let p = step.releases.last?.after.difference?.pValue else {
        return step.releases.isEmpty
          ? "No item could be set free that would leave each construct two that are the same in all groups: the step does not hold in part either."
          : "Even with \(names) set free in each group the step does not hold, and no more can be set free."
      }
      return step.level == .metric
        ? "With \(names) set free in each group the step holds (p \(probability(p))): paths of constructs can be compared by the other items. What to set free was chosen by these data."
        : step.level == .scalar
          ? "With \(names) set free in each group the step holds (p \(probability(p))): means of constructs can be compared by the other items. What to set free was chosen by these data."
          : "With \(names) set free in each group the step holds (p \(probability(p))). What to set free was chosen by these data."
    }
  }

  private static func name(_ test: StructuralModel.EqualityTest, _ labels: [String: String]) -> Sentence {
    func title(_ name: String) -> String { labels[name] ?? name }
    switch test.sign {
    case "=~": return "the loading of \(title(test.right))"
    case "~1": return "the intercept of \(title(test.left))"
    default: return "the residual variance of \(title(test.left))"
    }
  }

  /// The differences that are more than chance, the clearest first; or that none is.
  static func contrasts(
    _ contrasts: [StructuralModel.GroupContrast], _ keys: [GroupKey?], _ labels: [String: String], confidence: Double
  ) -> [Sentence] {
    let tested = contrasts.filter { $0.adjusted != nil }
    guard !tested.isEmpty else { return [] }
    let clear = tested.filter { $0.adjusted! < 1 - confidence }.sorted { $0.adjusted! < $1.adjusted! }
    guard !clear.isEmpty else {
      return ["Of no path and no mean of a construct do the data tell that the groups differ (adjusted by Holm)."]
    }
    func title(_ name: String) -> String { labels[name] ?? name }
    return clear.prefix(3).map { contrast in
      let (group, versus) = (
        keys[contrast.group]?.title ?? "\(contrast.group + 1)", keys[contrast.versus]?.title ?? "\(contrast.versus + 1)"
      )
      let isMore = contrast.difference >= 0
      let amount = Words.fixed(abs(contrast.difference), 2)
      let (low, high) = (contrast.low ?? .nan, contrast.high ?? .nan)
      let ends = isMore ? (low, high) : (-high, -low)
      let interval: Sentence =
        "\(Words.percent(confidence)) interval \(Words.fixed(ends.0, 2)) to \(Words.fixed(ends.1, 2))"
      switch contrast.kind {
      case .mean:
        return isMore
          ? "With \(group), \(title(contrast.left)) is \(amount) higher than with \(versus) (\(interval))."
          : "With \(group), \(title(contrast.left)) is \(amount) lower than with \(versus) (\(interval))."
      case .path:
        return isMore
          ? "With \(group), one more of \(title(contrast.right)) goes with \(amount) more of \(title(contrast.left)) than with \(versus) (\(interval))."
          : "With \(group), one more of \(title(contrast.right)) goes with \(amount) less of \(title(contrast.left)) than with \(versus) (\(interval))."
      }
    }
  }
}
