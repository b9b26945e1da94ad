import LinearAlgebra
public import Measures
import Platform
import Probability
public import Resampling
import Survey

extension FactorCongruence {
  /// A group's solution, and the rows that it came from.
  public struct Group: Sendable {
    /// The group's factors.
    public var fit: FactorAnalysis.Fit
    /// Its rows, which are exchanged; `nil` from a matrix.
    public var frame: ModelFrame?
    /// What the factors started from.
    public var correlation: CorrelationMethod

    public init(_ fit: FactorAnalysis.Fit, frame: ModelFrame?, correlation: CorrelationMethod = .pearson) {
      self.fit = fit
      self.frame = frame
      self.correlation = correlation
    }
  }

  /// With what identical groups of these sizes would show: respondents are exchanged between the groups, as many times as
  /// there are to be replicates, and everything is done again, extraction, rotation of the first, turning of the second.
  ///
  /// Without rows or replicates nothing is known of it. An interval of congruence is not given: resamples of a group are less
  /// alike than samples of it, so that percentiles lie too low.
  ///
  /// - Parameter specification: how often, with which seed; its confidence less than one is the tail that is named.
  public init(_ target: Group, _ other: Group, _ specification: BootstrapSpecification, jobs: Int = 1) throws {
    self.init(target.fit, other.fit)
    guard specification.replicates > 0, let exchange = try CongruenceExchange(target, other) else { return }
    let plan = ReplicatePlan(
      ReplicateSource(rows: nil, order: target.fit.names.count) { { _, _ in nil } }, exchange,
      BootstrapSpecification(
        replicates: specification.replicates, seed: specification.seed, confidence: specification.confidence),
      firstStream: 1 << 40)
    let drawn = plan.run(jobs: jobs).bootstrap
    guard Double(drawn.failureCount) <= Interval.largestUndefinedShare * Double(drawn.count) else { return }
    identical = (factors + [total]).enumerated().map { at, value in
      let values = drawn.column(at).filter(\.isFinite).sorted()
      guard let least = values.first else { return nil }
      let reached = values.count { $0 <= value + 1e-9 }
      // The largest value that no more than that part of the exchanges stay below.
      let place = Int((1 - specification.confidence) * Double(values.count))
      return Identical(
        low: place > 0 ? values[place - 1] : least, pValue: Double(1 + reached) / Double(values.count + 1))
    }
  }
}

/// One exchange of respondents between two groups, and the congruence of the factors that they then have.
///
/// Clusters are exchanged whole, and everybody within his stratum. Answers are first brought to mean 0 and variance 1 within
/// each group, since what is compared is their correlations alone; ratings that polychorics start from keep their answers, so
/// that there identical groups have the same answers too.
private struct CongruenceExchange: ReplicateMap {
  let width: Int
  private let first: FactorReplicates
  private let second: FactorReplicates
  private let items: Int
  private let factors: Int
  private let isOblique: Bool
  /// Of the rows of both groups, one after the other; they stay with their rows.
  private let weights: [Double]
  /// The cluster, or the row itself, that each row goes with; which of them are the first group's.
  private let unitOfRow: [Int32]
  private let isFirst: [Bool]
  private let shuffler: RowShuffler
  private let products: WeightedProducts?
  private let engine: CorrelationEngine?

  /// - Returns: `nil` when a group has no rows, or has frequencies, which nothing tells apart.
  init?(_ target: FactorCongruence.Group, _ other: FactorCongruence.Group) throws {
    guard let a = target.frame, let b = other.frame, a.columnCount == b.columnCount else { return nil }
    let groups = try [a, b].map(Self.respondents)
    var pooled = groups[0]
    pooled.rowCount += groups[1].rowCount
    pooled.values = (0..<pooled.columnCount).flatMap { column in
      groups.flatMap { $0.values[column * $0.rowCount..<(column + 1) * $0.rowCount] }
    }
    weights = groups.flatMap { $0.weights ?? [Double](repeating: 1, count: $0.rowCount) }
    let isComplete = !pooled.values.contains(where: \.isNaN)
    if target.correlation == .pearson, isComplete {
      let columns = (0..<pooled.columnCount).flatMap { column in
        groups.flatMap { Self.standardized($0, column) }
      }
      products = WeightedProducts(columns: columns, rowCount: pooled.rowCount, columnCount: pooled.columnCount)
      engine = nil
    } else {
      pooled.weights = weights
      (pooled.clusters, pooled.subunits, pooled.strata) = (nil, nil, nil)
      products = nil
      engine = try CorrelationEngine(
        pooled, columns: Array(pooled.columns.indices), method: target.correlation)
    }
    let units = Self.units(groups)
    (unitOfRow, isFirst) = (units.ofRow, units.isFirst)
    shuffler = RowShuffler(rowCount: units.isFirst.count, groups: units.strata)
    first = FactorReplicates(target.fit)
    var unrotated = other.fit
    unrotated.specification.rotation = Rotation(.none)
    unrotated.loadings = other.fit.unrotated
    second = FactorReplicates(unrotated)
    (items, factors) = (target.fit.loadings.rows, target.fit.loadings.columns)
    isOblique = target.fit.isOblique
    width = factors + 1
  }

  /// A row for every respondent whom a frequency stands for.
  private static func respondents(_ frame: ModelFrame) throws -> ModelFrame {
    guard frame.weightsKind == .frequency, let frequencies = frame.weights else { return frame }
    let rows = frequencies.indices.flatMap { [Int](repeating: $0, count: Int(frequencies[$0])) }
    var copy = frame
    copy.values = (0..<frame.columnCount).flatMap { column in rows.map { frame.values[column * frame.rowCount + $0] } }
    copy.rowCount = rows.count
    (copy.weights, copy.weightsKind) = (nil, nil)
    copy.clusters = frame.clusters.map { clusters in rows.map { clusters[$0] } }
    copy.subunits = frame.subunits.map { subunits in rows.map { subunits[$0] } }
    copy.strata = frame.strata.map { strata in rows.map { strata[$0] } }
    return copy
  }

  private static func standardized(_ frame: ModelFrame, _ column: Int) -> [Double] {
    let values = Array(frame.values[column * frame.rowCount..<(column + 1) * frame.rowCount])
    func mean(_ part: (Int) -> Double) -> Double {
      var (sum, total) = (0.0, 0.0)
      for i in values.indices {
        let weight = frame.weights?[i] ?? 1
        sum += weight * part(i)
        total += weight
      }
      return sum / total
    }
    let center = mean { values[$0] }
    let deviation = mean { (values[$0] - center) * (values[$0] - center) }.squareRoot()
    return values.map { deviation > 0 ? ($0 - center) / deviation : 0 }
  }

  /// What is exchanged whole: clusters, else rows; each with its group, and its stratum by name.
  private static func units(
    _ groups: [ModelFrame]
  ) -> (ofRow: [Int32], isFirst: [Bool], strata: [Int32]?) {
    var (ofRow, isFirst): ([Int32], [Bool]) = ([], [])
    var strata: [Int32] = []
    var codes: [String: Int32] = [:]
    for (number, frame) in groups.enumerated() {
      var known: [Int64: Int32] = [:]
      for row in 0..<frame.rowCount {
        let stratum = frame.strata.map { $0[row] }
        let key = frame.clusters.map { Int64(stratum ?? 0) << 32 | Int64($0[row]) }
        if let key, let unit = known[key] {
          ofRow.append(unit)
          continue
        }
        let unit = Int32(isFirst.count)
        if let key { known[key] = unit }
        ofRow.append(unit)
        isFirst.append(number == 0)
        guard let stratum else { continue }
        let name = frame.strataNames.indices.contains(Int(stratum)) ? frame.strataNames[Int(stratum)] : "\(stratum)"
        let next = Int32(codes.count)
        codes[name] = codes[name] ?? next
        strata.append(codes[name]!)
      }
    }
    return (ofRow, isFirst, strata.count == isFirst.count ? strata : nil)
  }

  /// What one thread works in: moments, loadings and the like of each group.
  final class Workspace {
    fileprivate let order: OwnedBuffer<Int32>
    fileprivate let weights: OwnedBuffer<Double>
    fileprivate let moments: (ReplicateMoments, ReplicateMoments)
    fileprivate let factoring: (FactorReplicates.Workspace, FactorReplicates.Workspace)
    fileprivate let rowOfFirst: OwnedBuffer<Double>
    fileprivate let rowOfSecond: OwnedBuffer<Double>
    fileprivate var engine: CorrelationEngine.Workspace?

    fileprivate init(_ exchange: CongruenceExchange) {
      order = OwnedBuffer(count: exchange.isFirst.count)
      weights = OwnedBuffer(count: exchange.weights.count)
      let scratch = exchange.products?.scratchCount ?? 0
      func make() -> ReplicateMoments { ReplicateMoments(order: exchange.items, rows: 0, scratch: scratch) }
      moments = (make(), make())
      factoring = (exchange.first.makeWorkspace(moments.0), exchange.second.makeWorkspace(moments.1))
      rowOfFirst = OwnedBuffer(count: exchange.first.width)
      rowOfSecond = OwnedBuffer(count: exchange.second.width)
      engine = exchange.engine?.makeWorkspace()
    }
  }

  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { Workspace(self) }

  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    shuffler.draw(stream: &stream, into: workspace.order.values)
    if let failure = draw(workspace, workspace.moments.0, first: true) { return failure }
    if let failure = draw(workspace, workspace.moments.1, first: false) { return failure }
    if let failure = first.evaluate(workspace.factoring.0, stream: &stream, into: workspace.rowOfFirst.values) {
      return failure
    }
    if let failure = second.evaluate(workspace.factoring.1, stream: &stream, into: workspace.rowOfSecond.values) {
      return failure
    }
    let count = items * factors
    let goal = Matrix(rows: items, columns: factors, storage: Array(workspace.rowOfFirst.values[0..<count]))
    let own = Matrix(rows: items, columns: factors, storage: Array(workspace.rowOfSecond.values[0..<count]))
    let turned = FactorCongruence.turn(own, to: goal, isOblique: isOblique)
    let found = FactorCongruence.congruence(goal, turned)
    for j in 0..<factors { row[j] = found.factors[j] }
    row[factors] = found.total
    return nil
  }

  /// The moments of those who are in one group now.
  private func draw(_ workspace: Workspace, _ moments: ReplicateMoments, first: Bool) -> ReplicateFailure? {
    for i in weights.indices {
      let label = isFirst[Int(workspace.order.values[Int(unitOfRow[i])])]
      workspace.weights.values[i] = label == first ? weights[i] : 0
    }
    let drawn = UnsafePointer(workspace.weights.pointer)
    if let engine {
      return engine.positiveDefinite(weights: drawn, workspace: &workspace.engine!, into: moments.scatter)
    }
    _ = products!.scatter(weights: drawn, into: moments.scatter, means: moments.means, scratch: moments.scratch)
    return nil
  }
}
