/// Unrotated minres solutions of one matrix, each found once however many rules ask for it.
final class MinresSolutions {
  let input: CorrelationInput
  private var found: [Int: FactorAnalysis.Fit?] = [:]

  init(_ input: CorrelationInput) { self.input = input }

  /// `nil` when so many factors cannot be extracted.
  func fit(factors: Int) -> FactorAnalysis.Fit? {
    if let known = found[factors] { return known }
    let fit = try? FactorAnalysis(factors: factors, rotation: Rotation(.none), starts: 1).fit(to: input)
    found[factors] = .some(fit)
    return fit
  }
}
