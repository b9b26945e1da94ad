import Survey

/// What is done to every answer of an item before it enters a model: (x − origin) / unit · factor.
///
/// Nothing for a plain item, low + high − x for a reversed one, 0–100 of the scale for ratings of unequal scales.
struct Rescaling: Sendable, Equatable {
  var origin = 0.0
  var unit = 1.0
  var factor = 1.0

  static let identity = Rescaling()

  /// Turns a reversed item round and leaves the others alone.
  static func oriented(_ scale: RatingScale?) -> Rescaling {
    guard let scale, scale.isReversed else { return .identity }
    return Rescaling(origin: scale.low + scale.high, unit: 1, factor: -1)
  }

  /// The answer on 0 (bad end) … 100 (good end), in the order of operations of `RatingScale.percent`.
  static func percent(_ scale: RatingScale) -> Rescaling {
    Rescaling(origin: scale.first, unit: scale.last - scale.first, factor: 100)
  }

  var isIdentity: Bool { self == .identity }

  /// Whole numbers stay whole: nothing is divided, and the origin is whole.
  var keepsWhole: Bool { unit == 1 && (factor == 1 || factor == -1) && origin == origin.rounded() }

  @inline(__always) func callAsFunction(_ x: Double) -> Double {
    // Adding zero turns the −0 that a reversed scale from 0 gives at its end into 0.
    (x - origin) / unit * factor + 0
  }
}
