import LinearAlgebra

extension StructuralModel {
  /// What the model leaves of one covariance.
  public struct Residual: Sendable, Equatable {
    /// One variable.
    public var a: String
    /// The other.
    public var b: String
    /// From 0.
    public var group: Int
    /// S and Σ.
    public var sample: Double
    /// What the model expects.
    public var implied: Double
    /// S − Σ over the sample's standard deviations: of another pair the residual correlation.
    public var correlation: Double
    /// Sample less model.
    public var residual: Double { sample - implied }
  }
}

extension StructuralModel.Fit {
  /// Every pair of observed variables, the largest residual correlation first.
  public func residuals() -> [StructuralModel.Residual] {
    var result: [StructuralModel.Residual] = []
    for (g, group) in groups.enumerated() {
      for i in observed.indices {
        for j in 0...i {
          let scale = (group.sample[i, i] * group.sample[j, j]).squareRoot()
          result.append(
            .init(
              a: observed[j], b: observed[i], group: g, sample: group.sample[i, j], implied: group.implied[i, j],
              correlation: (group.sample[i, j] - group.implied[i, j]) / scale))
        }
      }
    }
    return result.sorted { abs($0.correlation) > abs($1.correlation) }
  }
}
