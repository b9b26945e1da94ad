import Factors
import LinearAlgebra
import Platform
import Probability
import Resampling

/// α, ω, composite reliability and AVE of every construct, HTMT, HTMT2 and the corrected correlation of every pair, from one
/// scatter matrix of all items after the other, or from each construct's and each pair's own complete rows, without
/// allocating.
struct ReliabilityReplicates: ReplicateMap {
  let scales: [[Int]]
  let order: Int
  /// In place of the moments drawn, the weights drawn say what counts.
  let rows: OwnRows?
  /// Where the models' searches begin in replicates: the sample's uniquenesses.
  var starts: [(residuals: [Double], likelihood: [Double])] = []
  let pairs: [(a: Int, b: Int)]
  /// The items of each scale and, after them, of each pair, as columns of products.
  private let chosen: [[Int32]]

  static let perScale = 4
  static let perPair = 3
  var width: Int { firstGain + gainStarts.last! }
  /// Where the scales' items begin among all, and their end.
  private let gainStarts: [Int]
  private var firstGain: Int { Self.perScale * scales.count + Self.perPair * pairs.count }

  /// - Parameters:
  ///   - order: how many items the scatter has.
  ///   - rows: of each construct's own; `nil` to work from the moments drawn.
  init(_ scales: [[Int]], order: Int, rows: OwnRows? = nil) {
    self.scales = scales
    self.rows = rows
    self.order = order
    let pairs = scales.indices.flatMap { a in (0..<a).map { (a: a, b: $0) } }
    self.pairs = pairs
    gainStarts = scales.reduce(into: [0]) { $0.append($0.last! + $1.count) }
    chosen = (scales + pairs.map { scales[$0.a] + scales[$0.b] }).map { $0.map(Int32.init) }
  }

  func column(scale: Int, _ place: Int) -> Int { Self.perScale * scale + place }
  func column(scale: Int, gain item: Int) -> Int { firstGain + gainStarts[scale] + item }
  func column(pair: Int, _ place: Int) -> Int { Self.perScale * scales.count + Self.perPair * pair + place }

  /// Buffers, and the models of every construct.
  final class Workspace {
    fileprivate let moments: ReplicateMoments
    fileprivate var scatter: UnsafeMutablePointer<Double> { moments.scatter }
    fileprivate let correlations: OwnedBuffer<Double>
    fileprivate let own: OwnedBuffer<Double>
    fileprivate let part: OwnedBuffer<Double>
    fileprivate let masked: OwnedBuffer<Double>
    fileprivate let deviations: OwnedBuffer<Double>
    /// By minimum residuals and by maximum likelihood.
    fileprivate let models: [(residuals: OneFactorModel, likelihood: OneFactorModel)]

    init(_ replicates: ReliabilityReplicates, _ moments: ReplicateMoments) {
      let p = replicates.order
      self.moments = moments
      correlations = OwnedBuffer(count: p * (p + 1) / 2)
      own = OwnedBuffer(count: p * (p + 1) / 2)
      part = OwnedBuffer(count: p * (p + 1) / 2)
      masked = OwnedBuffer(count: moments.weights.count)
      deviations = OwnedBuffer(count: p)
      models = replicates.scales.map {
        (OneFactorModel(items: $0.count), OneFactorModel(items: $0.count, extraction: .maximumLikelihood))
      }
    }
  }

  func makeWorkspace(_ moments: ReplicateMoments) -> Workspace { Workspace(self, moments) }

  func evaluate(
    _ workspace: Workspace, stream: inout RandomStream, into row: UnsafeMutableBufferPointer<Double>
  ) -> ReplicateFailure? {
    evaluate(workspace, into: row)
    return nil
  }

  /// Evaluates the sample's own scatter, and remembers its solutions as starts.
  mutating func point(_ scatter: SymmetricMatrix) -> [Double] {
    let moments = ReplicateMoments(order: order, rows: 0)
    moments.scatter.update(from: scatter.packed, count: scatter.packed.count)
    return point(moments)
  }

  /// The same of own rows.
  mutating func point(weights: [Double]) -> [Double] {
    let moments = ReplicateMoments(order: order, rows: weights.count, scratch: rows?.products.scratchCount ?? 0)
    _ = moments.weights.update(fromContentsOf: weights)
    return point(moments)
  }

  private mutating func point(_ moments: ReplicateMoments) -> [Double] {
    let workspace = makeWorkspace(moments)
    var row = [Double](repeating: .nan, count: width)
    row.withUnsafeMutableBufferPointer { evaluate(workspace, into: $0) }
    starts = workspace.models.map { model in
      (
        (0..<model.residuals.items).map { model.residuals.uniquenesses[$0] },
        (0..<model.likelihood.items).map { model.likelihood.uniquenesses[$0] }
      )
    }
    return row
  }

  private func evaluate(_ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>) {
    if let rows { return evaluate(rows, workspace, into: row) }
    evaluateScatter(workspace, into: row)
  }

  /// Evaluates the scatter in the workspace. What is not defined (of a construct with an item that does not vary) stays NaN.
  private func evaluateScatter(_ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>) {
    let scatter = workspace.scatter
    let correlations = workspace.correlations.pointer
    for i in 0..<order {
      let variance = scatter[i * (i + 1) / 2 + i]
      workspace.deviations[i] = variance > 0 ? variance.squareRoot() : .nan
    }
    for i in 0..<order {
      let start = i * (i + 1) / 2
      for j in 0..<i {
        correlations[start + j] = scatter[start + j] / (workspace.deviations[i] * workspace.deviations[j])
      }
      correlations[start + i] = 1
    }
    for s in scales.indices where scales[s].count > 1 { evaluate(s, workspace, row) }
    for k in pairs.indices { evaluatePair(k, correlations, row) }
  }

  /// Every construct on the rows that answer all of its items, every pair on those that answer all of both, under the weights
  /// in the workspace.
  private func evaluate(_ rows: OwnRows, _ workspace: Workspace, into row: UnsafeMutableBufferPointer<Double>) {
    for s in scales.indices where scales[s].count > 1 {
      load(chosen[s], rows, rows.masks[s], nil, workspace)
      evaluate(s, workspace, row)
    }
    for (k, pair) in pairs.enumerated() where scales[pair.a].count > 1 && scales[pair.b].count > 1 {
      load(chosen[scales.count + k], rows, rows.masks[pair.a], rows.masks[pair.b], workspace)
      evaluatePair(k, workspace.correlations.pointer, row)
    }
  }

  /// Puts scatter and correlations of some items, over the rows of one mask or two, into the places of the whole matrices.
  private func load(
    _ items: [Int32], _ rows: OwnRows, _ mask: [Double], _ other: [Double]?, _ workspace: Workspace
  ) {
    let (weights, masked) = (workspace.moments.weights, workspace.masked.pointer)
    for i in mask.indices { masked[i] = weights[i] * mask[i] }
    if let other { for i in mask.indices { masked[i] *= other[i] } }
    items.withUnsafeBufferPointer {
      _ = rows.products.scatter(
        weights: masked, columns: $0, into: workspace.part.pointer, scratch: workspace.moments.scratch)
    }
    var at = 0
    for i in items.indices {
      for j in 0...i {
        let (a, b) = (Int(items[i]), Int(items[j]))
        let place = SymmetricMatrix.position(max(a, b), min(a, b))
        workspace.scatter[place] = workspace.part[at]
        if i == j {
          workspace.deviations[a] = workspace.part[at] > 0 ? workspace.part[at].squareRoot() : .nan
        }
        at += 1
      }
    }
    at = 0
    for i in items.indices {
      for j in 0...i {
        let (a, b) = (Int(items[i]), Int(items[j]))
        workspace.correlations[SymmetricMatrix.position(max(a, b), min(a, b))] =
          i == j ? 1 : workspace.part[at] / (workspace.deviations[a] * workspace.deviations[b])
        at += 1
      }
    }
  }

  private func evaluate(_ s: Int, _ workspace: Workspace, _ row: UnsafeMutableBufferPointer<Double>) {
    let items = scales[s]
    let k = Double(items.count)
    var total = 0.0
    var trace = 0.0
    for item in items where workspace.deviations[item].isNaN { return }
    var at = 0
    for i in items.indices {
      for j in 0...i {
        let place = SymmetricMatrix.position(max(items[i], items[j]), min(items[i], items[j]))
        workspace.own[at] = workspace.correlations[place]
        total += (i == j ? 1 : 2) * workspace.scatter[place]
        if i == j { trace += workspace.scatter[place] }
        at += 1
      }
    }
    if total > 0 {
      let alpha = k / (k - 1) * (1 - trace / total)
      row[column(scale: s, 0)] = alpha
      if items.count > 2 { evaluateGains(s, workspace, row, alpha: alpha, total: total, trace: trace) }
    }
    let isWarm = !starts.isEmpty
    let model = workspace.models[s]
    if isWarm { model.residuals.uniquenesses.update(from: starts[s].residuals, count: items.count) }
    if model.residuals.fit(workspace.own.pointer, isWarm: isWarm) { row[column(scale: s, 1)] = model.residuals.omega() }
    if isWarm { model.likelihood.uniquenesses.update(from: starts[s].likelihood, count: items.count) }
    if model.likelihood.fit(workspace.own.pointer, isWarm: isWarm) {
      var sum = 0.0
      var squares = 0.0
      for i in items.indices {
        sum += model.likelihood.loadings[i]
        squares += model.likelihood.loadings[i] * model.likelihood.loadings[i]
      }
      row[column(scale: s, 2)] = sum * sum / (sum * sum + k - squares)
      row[column(scale: s, 3)] = squares / k
    }
  }

  /// α of the others, less α of all.
  private func evaluateGains(
    _ s: Int, _ workspace: Workspace, _ row: UnsafeMutableBufferPointer<Double>, alpha: Double, total: Double,
    trace: Double
  ) {
    let items = scales[s]
    let others = Double(items.count - 1)
    for (i, item) in items.enumerated() {
      let variance = workspace.scatter[SymmetricMatrix.position(item, item)]
      var sum = 0.0
      for other in items { sum += workspace.scatter[SymmetricMatrix.position(max(item, other), min(item, other))] }
      let rest = total - 2 * sum + variance
      if rest > 0 {
        row[column(scale: s, gain: i)] = others / (others - 1) * (1 - (trace - variance) / rest) - alpha
      }
    }
  }

  private func evaluatePair(
    _ pair: Int, _ correlations: UnsafeMutablePointer<Double>, _ row: UnsafeMutableBufferPointer<Double>
  ) {
    let (a, b) = pairs[pair]
    guard scales[a].count > 1, scales[b].count > 1 else { return }
    let between = sums(scales[a], scales[b], correlations)
    let within = (sums(scales[a], nil, correlations), sums(scales[b], nil, correlations))
    row[column(pair: pair, 0)] = between.absolute / (within.0.absolute * within.1.absolute).squareRoot()
    row[column(pair: pair, 1)] = exp(between.logarithm - (within.0.logarithm + within.1.logarithm) / 2)
    // Sums of standardised items: their variance is k + k(k − 1)·r̄.
    let (ka, kb) = (Double(scales[a].count), Double(scales[b].count))
    let va = ka + ka * (ka - 1) * within.0.signed
    let vb = kb + kb * (kb - 1) * within.1.signed
    let omegas = row[column(scale: a, 1)] * row[column(scale: b, 1)]
    if va > 0, vb > 0, omegas > 0 {
      row[column(pair: pair, 2)] = ka * kb * between.signed / (va * vb * omegas).squareRoot()
    }
  }

  /// Means of correlations, of their sizes, and of the logarithms of these: between two sets of items, or within one.
  private func sums(
    _ a: [Int], _ b: [Int]?, _ correlations: UnsafeMutablePointer<Double>
  ) -> (signed: Double, absolute: Double, logarithm: Double) {
    var signed = 0.0
    var absolute = 0.0
    var logarithm = 0.0
    var count = 0.0
    for (at, i) in a.enumerated() {
      for place in 0..<(b?.count ?? at) {
        let j = b?[place] ?? a[place]
        let r = correlations[SymmetricMatrix.position(max(i, j), min(i, j))]
        signed += r
        absolute += abs(r)
        logarithm += log(abs(r))
        count += 1
      }
    }
    return (signed / count, absolute / count, logarithm / count)
  }
}
