import Importance
import Measures
import Resampling
import Survey

/// Makes replicates that average sampled orders of entry agree with the exact importance of the sample.
///
/// With many players every replicate uses the same few orders. Their sampling error is then common to all replicates and
/// would shift every interval; the ratio of the sample's own exact value to its value from those orders takes it out.
struct SampledCorrection: Sendable {
  /// For each outcome and player.
  let ratios: [[Double]]
  let method: Int
  let note: Note
  /// What mediators carry lacks, by column: exact less sampled.
  private(set) var shifts: [(column: Int, shift: Double)] = []

  /// - Parameters:
  ///   - sampled: engines that use the orders of the replicates.
  ///   - exact: the importance of the sample.
  init(
    _ sampled: [ImportanceEngine], _ exact: [ImportanceFit], _ moments: Moments, method: Int, jobs: Int
  ) throws {
    self.method = method
    var largest = 0.0
    ratios = try zip(sampled, exact).map { engine, exact in
      let fit = try engine.fit(moments, jobs: jobs)
      largest = max(largest, fit.standardErrors?.max() ?? 0)
      return zip(exact.importance[method], fit.importance[method]).map { exact, sampled in
        guard let exact, let sampled, sampled > 0, exact > 0 else { return 1 }
        return exact / sampled
      }
    }
    note = Note(
      .replicatesSampled,
      "With so many drivers each resample averages some orders of entry, the same in all, instead of all subsets; the standard error of an importance from that is at most \(largest.rounded(toDecimals: 5)), and it is corrected by the sample's own value."
    )
  }

  /// Takes the sample's own value of what mediators carry into account as well. It can have either sign, so it is moved, not scaled.
  ///
  /// - Parameters:
  ///   - sampled: with the orders of the replicates.
  ///   - point: of the sample, exact.
  mutating func add(_ sampled: CarriedSplit, _ moments: Moments, _ layout: ReplicateLayout, exact point: [Double]) {
    var own = point
    for (o, ratios) in ratios.enumerated() {
      for (column, ratio) in zip(layout.importance(o, method: method), ratios) { own[column] /= ratio }
    }
    guard sampled.write(moments, layout, into: &own) == nil else { return }
    shifts = layout.split.compactMap { column in
      let shift = point[column] - own[column]
      return shift.isFinite && shift != 0 ? (column, shift) : nil
    }
  }
}

extension Double {
  fileprivate func rounded(toDecimals decimals: Int) -> Double {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    return (self * factor).rounded(.up) / factor
  }
}

extension Resampled {
  mutating func apply(_ correction: SampledCorrection, _ layout: ReplicateLayout) {
    func corrected(_ replicates: Replicates) -> Replicates {
      replicates.map(width: layout.width) { source, target in
        _ = target.update(from: source)
        for (o, ratios) in correction.ratios.enumerated() {
          for (column, ratio) in zip(layout.importance(o, method: correction.method), ratios) {
            target[column] *= ratio
          }
        }
        for (column, shift) in correction.shifts { target[column] += shift }
      }
    }
    self = mapping(corrected)
  }
}
