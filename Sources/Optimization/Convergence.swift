/// The story of a search for a minimum: where it began, where and why it ended, and what it cost.
///
/// It is part of the result that the search led to, and warnings are made from it.
public struct Convergence: Sendable, Equatable {
  /// Why an optimizer stopped.
  public enum Reason: String, Sendable, Codable {
    /// The (projected) gradient is smaller than the tolerance.
    case gradient
    /// No step makes the function smaller by more than rounding, and the gradient is small.
    case precision
    /// The limit of iterations was reached before.
    case iterations
    /// No step makes the function smaller although the gradient is not small, or the function is not defined.
    case failed
  }

  /// The function's value at the start and at the end.
  public var start: Double
  /// The value where it stopped.
  public var end: Double
  /// Steps taken.
  public var iterations: Int
  /// How often the function was evaluated.
  public var evaluations: Int
  /// The length of the gradient at the end: along the manifold, or of the variables that are not held by a bound.
  public var gradientNorm: Double
  /// Why it stopped.
  public var reason: Reason

  public init(
    start: Double, end: Double, iterations: Int, evaluations: Int, gradientNorm: Double, reason: Reason
  ) {
    self.start = start
    self.end = end
    self.iterations = iterations
    self.evaluations = evaluations
    self.gradientNorm = gradientNorm
    self.reason = reason
  }

  /// Whether the end is a minimum, as far as a search can tell.
  public var isConverged: Bool { reason == .gradient || reason == .precision }
}
