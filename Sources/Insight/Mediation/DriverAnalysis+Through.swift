import Importance
import LinearAlgebra
import Measures
import Platform
import Regression
import Resampling
import Survey

extension DriverAnalysis {
  /// A driver's importance (lmg), split into what goes through a mediator and what goes past.
  ///
  /// Shapley's value is linear, so that both parts add up to the importance; either can be negative (see `CarriedSplit`).
  public struct CarriedImportance: Sendable {
    /// By name.
    public var outcome: String
    /// Into `Fit.players`; `nil`: all drivers together.
    public var driver: Int?
    /// By name; empty: through all of several mediators together.
    public var through: [String]
    /// lmg, in units of R².
    public var importance: Double?
    /// lmg / the sum over drivers.
    public var share: Double?
    /// The part that goes through, in units of R².
    public var carried: Estimated
    /// The part that goes past all mediators; not defined of one among several.
    public var direct: Estimated
    /// carried / the sum of all drivers' importance.
    public var carriedShare: Estimated
    /// direct / the sum of all drivers' importance.
    public var directShare: Estimated
    /// carried / the driver's own importance.
    public var portion: Estimated
  }

  /// What mediators carry, with intervals of the same resamples as everything else.
  public struct Through: Sendable {
    /// Effects of every driver in all, through the mediators and past them, as `MediationAnalysis` has them.
    public var effects: MediationAnalysis.Fit
    /// Of every outcome and mediator (where there are several, then of all together) each driver, then all drivers together.
    public var importance: [CarriedImportance]
  }

  /// `nil` without mediators.
  ///
  /// Throws `MediationFault` for mediators that nothing can go through, and `DataFault.request` where there is no lmg to split.
  func split(_ subject: Subject, _ engines: [ImportanceEngine]) throws -> CarriedSplit? {
    guard !subject.mediators.isEmpty else { return nil }
    guard let method = methods.firstIndex(of: .lmg) else {
      throw DataFault.request(
        problem: "\(setting: .through) splits the importance lmg, which is not among the methods",
        suggestion: "Add lmg to \(setting: .methods), or leave \(setting: .through) out.")
    }
    if subject.mediators.count > MediationAnalysis.mostMediators {
      throw MediationFault.sideBySide(count: subject.mediators.count)
    }
    let names = subject.moments.names
    let system = try MediationSystem(
      mediation(subject), always: subject.always,
      blocks: (subject.predictors + subject.outcomes + subject.mediators).byName,
      columns: names.map { ModelFrame.Column(term: $0, isWhole: false) }, moderator: nil)
    let plan = MediationPlan(system, nil)
    let map = MediationReplicates(system: system, sums: plan.sums, shares: plan.shares, partials: [])
    try system.requireCoefficients(subject.moments)
    return CarriedSplit(map, subject, engines, method: method)
  }

  fileprivate func mediation(_ subject: Subject) -> MediationAnalysis {
    MediationAnalysis(
      drivers: subject.players.map(\.name), mediators: subject.mediators.map(\.name),
      outcomes: subject.outcomes.map(\.name), inference: .bootstrap, bootstrap: bootstrap)
  }
}

extension CarriedSplit {
  /// Writes what these moments give into the row of a sample that holds their importance.
  ///
  /// - Returns: why there is nothing, or `nil`.
  func write(
    _ moments: Moments, _ layout: ReplicateLayout, jobs: Int = 1, into point: inout [Double]
  ) -> ReplicateFailure? {
    let workspace = Workspace(self)
    let means = moments.means ?? [Double](repeating: 0, count: moments.names.count)
    return point.withUnsafeMutableBufferPointer { row in
      moments.scatter.packed.withUnsafeBufferPointer { scatter in
        means.withUnsafeBufferPointer { means in
          guard let scatter = scatter.baseAddress, let means = means.baseAddress else { return .momentsNotFinite }
          return evaluate(workspace, scatter: scatter, means: means, layout, jobs: jobs, into: row)
        }
      }
    }
  }

  /// Of one set of moments, or of several completed data: of each its own and the mean of all.
  ///
  /// Throws `DataFault.notPositiveDefinite` for moments that no data have.
  func write(
    _ all: [Moments], _ layout: ReplicateLayout, jobs: Int, points: inout [[Double]], into point: inout [Double]
  ) throws {
    let impossible = DataFault.notPositiveDefinite(what: "The matrix of moments")
    guard !points.isEmpty else {
      guard write(all[0], layout, jobs: jobs, into: &point) == nil else { throw impossible }
      return
    }
    for (m, moments) in all.enumerated() {
      guard write(moments, layout, jobs: jobs, into: &points[m]) == nil else { throw impossible }
    }
    for column in layout.split { point[column] = points.reduce(0) { $0 + $1[column] } / Double(points.count) }
  }
}

extension DriverIntervals {
  /// What mediators carry, from the row of the sample and the replicates.
  func through(
    _ split: CarriedSplit, _ subject: Subject, _ regressions: [LinearRegression.Fit]
  ) -> DriverAnalysis.Through {
    var importance: [DriverAnalysis.CarriedImportance] = []
    for (o, outcome) in subject.outcomes.enumerated() {
      // Resamples say nothing of a driver that rests on one respondent.
      let lone = Set(regressions[o].loneBlocks.map { $0 - subject.always.count })
      for way in 0..<split.wayCount {
        let through = split.way(way).map { subject.mediators[$0].name }
        let own = subject.players.indices.map { k in
          carried(split, o, outcome.name, way: way, through, player: k, isLone: lone.contains(k))
        }
        importance += own
        importance.append(whole(own, of: layout.split.lowerBound + split.portionColumn(o, way: way)))
      }
    }
    return DriverAnalysis.Through(effects: effects(split, subject), importance: importance)
  }

  private func carried(
    _ split: CarriedSplit, _ o: Int, _ outcome: String, way: Int, _ through: [String], player k: Int, isLone: Bool
  ) -> DriverAnalysis.CarriedImportance {
    func told(_ quantity: CarriedSplit.Quantity) -> DriverAnalysis.Estimated {
      let column = layout.split.lowerBound + split.column(o, way: way, quantity, player: k)
      return isLone ? .init(value: point[column].isFinite ? point[column] : nil) : estimated(column)
    }
    let values = layout.importance(o, method: split.method).map { point[$0] }
    let share = values[k] / values.reduce(0, +)
    return DriverAnalysis.CarriedImportance(
      outcome: outcome, driver: k, through: through, importance: values[k].isFinite ? values[k] : nil,
      share: share.isFinite ? share : nil, carried: told(.carried), direct: told(.direct),
      carriedShare: told(.carriedShare), directShare: told(.directShare), portion: told(.portion))
  }

  /// All drivers together: sums, of which the portion alone has an interval.
  private func whole(_ own: [DriverAnalysis.CarriedImportance], of portion: Int) -> DriverAnalysis.CarriedImportance {
    func sum(_ value: (DriverAnalysis.CarriedImportance) -> Double?) -> Double? {
      let values = own.compactMap(value)
      return values.count == own.count ? values.reduce(0, +) : nil
    }
    var all = own[0]
    (all.driver, all.importance, all.share) = (nil, sum(\.importance), sum(\.share))
    all.carried = .init(value: sum(\.carried.value))
    all.direct = .init(value: sum(\.direct.value))
    all.carriedShare = .init(value: sum(\.carriedShare.value))
    all.directShare = .init(value: sum(\.directShare.value))
    all.portion = estimated(portion)
    return all
  }

  private func effects(_ split: CarriedSplit, _ subject: Subject) -> MediationAnalysis.Fit {
    let system = split.mediation.system
    var numbers = MediationNumbers(
      map: split.mediation, coefficients: [], basis: resampled.map { .resampled($0, bootstrap.interval) } ?? .none,
      confidence: bootstrap.confidence)
    numbers.firstColumn = layout.split.lowerBound
    numbers.values = Array(point[layout.split])
    let reader = EffectReader(
      covariance: subject.moments.covariance, system: system, plan: MediationPlan(system, nil), numbers: numbers)
    let blocks = subject.predictors + subject.outcomes + subject.mediators
    return MediationAnalysis.Fit(
      specification: specification.mediation(subject), inference: .bootstrap, effects: reader.effects, paths: [],
      labels: ModelFrame.Block.labels(blocks, terms: subject.moments.names), n: subject.moments.n,
      replicatesUsed: resampled?.bootstrap.successCount ?? 0, notes: [])
  }
}
