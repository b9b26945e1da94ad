import LinearAlgebra
import Platform
import Survey

/// All correlations of a set of columns under one vector of weights after the other: the sample's own, then replicates'.
///
/// What does not depend on weights is prepared once: the order of every column, its categories, shifted columns for
/// products. A rating's table is counted anew for every vector, and the search for a polychoric correlation begins at the
/// sample's own.
package struct CorrelationEngine: Sendable {
  package private(set) var method: CorrelationMethod
  package let names: [String]
  let columns: [CorrelationColumn]
  let rowCount: Int
  /// How each pair is correlated, by its place in the packed lower triangle; the diagonal is Pearson.
  let methods: [CorrelationMethod]
  /// The covariates come first and are held constant (partial).
  private(set) var alwaysCount: Int
  private let products: WeightedProducts?
  private let productColumns: [Int]
  private var starts: [Double]?

  /// - Parameters:
  ///   - indices: the frame's columns, those of covariates first.
  ///   - always: how many of them are covariates to be held constant.
  /// - Throws: `DataFault.notOrdinal`, `.noSuchVariable` (in `ordinal` or `continuous`), `.request` when `polyserial` has
  ///   no pair to work on.
  package init(
    _ frame: ModelFrame, columns indices: [Int], always: Int = 0, method: CorrelationMethod, ordinal: [String] = [],
    continuous: [String] = []
  ) throws {
    self.method = method
    rowCount = frame.rowCount
    names = indices.map { frame.columns[$0].term }
    alwaysCount = always
    var columns = indices.map { index in
      CorrelationColumn(
        name: frame.columns[index].term,
        values: Array(frame.values[index * frame.rowCount..<(index + 1) * frame.rowCount]),
        sorted: method != .pearson && method != .partial)
    }
    try CorrelationEngine.settleLevels(&columns, method, ordinal, continuous)
    self.columns = columns
    var methods: [CorrelationMethod] = []
    for i in columns.indices {
      for j in 0...i { methods.append(i == j ? .pearson : CorrelationEngine.method(method, columns[i], columns[j])) }
    }
    self.methods = methods
    if method == .polyserial, !methods.contains(.polyserial) {
      throw DataFault.request(
        problem: "A polyserial correlation is of a rating with a measured variable, and there is no such pair here",
        suggestion: "Take polychoric for ratings, pearson for measured variables.")
    }
    let measured = columns.indices.filter { !columns[$0].isOrdinal }
    let needsProducts =
      switch method {
      case .pearson, .partial: true
      case .spearman, .kendall: false
      case .polychoric, .polyserial, .mixed: measured.count > 1
      }
    if needsProducts, measured.allSatisfy({ !columns[$0].hasMissing }) {
      productColumns = measured
      products = WeightedProducts(
        columns: measured.flatMap { columns[$0].values }, rowCount: rowCount, columnCount: measured.count)
    } else {
      productColumns = measured
      products = nil
    }
  }

  package var order: Int { columns.count - alwaysCount }

  /// The engine that begins its searches at the given correlations (packed, the diagonal included).
  package func starting(at correlations: [Double]) -> CorrelationEngine {
    var copy = self
    copy.starts = correlations
    return copy
  }

  /// Plain correlations of the same columns, covariates included.
  var asPearson: CorrelationEngine {
    var copy = self
    copy.method = .pearson
    copy.alwaysCount = 0
    return copy
  }

  private static func method(
    _ asked: CorrelationMethod, _ a: CorrelationColumn, _ b: CorrelationColumn
  ) -> CorrelationMethod {
    switch asked {
    case .pearson, .spearman, .kendall, .partial: asked
    case .polychoric, .polyserial, .mixed:
      a.isOrdinal && b.isOrdinal ? .polychoric : a.isOrdinal || b.isOrdinal ? .polyserial : .pearson
    }
  }

  private static func settleLevels(
    _ columns: inout [CorrelationColumn], _ method: CorrelationMethod, _ ordinal: [String], _ continuous: [String]
  ) throws {
    guard [.polychoric, .polyserial, .mixed].contains(method) else { return }
    for name in ordinal + continuous where !columns.contains(where: { $0.name == name }) {
      throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: columns.map(\.name)))
    }
    for i in columns.indices {
      let column = columns[i]
      let isOrdinal =
        method == .polychoric || ordinal.contains(column.name)
        || (!continuous.contains(column.name) && column.looksOrdinal)
      if isOrdinal, !column.looksOrdinal {
        throw DataFault.notOrdinal(
          variable: column.name, distinct: column.count, limit: CorrelationAnalysis.largestScale)
      }
      columns[i].isOrdinal = isOrdinal
    }
  }

  /// What an evaluation works in: one per thread.
  package struct Workspace {
    var scratch: UnsafeMutableBufferPointer<Double> { buffers.scratch.values }
    var products: UnsafeMutableBufferPointer<Double> { buffers.products.values }
    var thresholds: UnsafeMutableBufferPointer<Double> { buffers.thresholds.values }
    var ranks: UnsafeMutableBufferPointer<Double> { buffers.ranks.values }
    var polychoric: PolychoricPair
    private let buffers: Buffers

    /// Freed with the last copy of the workspace.
    private final class Buffers {
      let scratch: OwnedBuffer<Double>
      let products: OwnedBuffer<Double>
      let thresholds: OwnedBuffer<Double>
      let ranks: OwnedBuffer<Double>

      init(scratch: Int, products: Int, thresholds: Int, ranks: Int) {
        self.scratch = OwnedBuffer(repeating: 0, count: max(1, scratch))
        self.products = OwnedBuffer(repeating: 0, count: max(1, products))
        self.thresholds = OwnedBuffer(repeating: 0, count: max(1, thresholds))
        self.ranks = OwnedBuffer(repeating: 0, count: max(1, ranks))
      }
    }

    init(scratch: Int, products: Int, thresholds: Int, ranks: Int, scale: Int) {
      buffers = Buffers(scratch: scratch, products: products, thresholds: thresholds, ranks: ranks)
      polychoric = PolychoricPair(capacity: scale)
    }
  }

  /// Room for the thresholds of each rating.
  var scale: Int { columns.lazy.filter(\.isOrdinal).map(\.count).max() ?? 0 }

  package func makeWorkspace() -> Workspace {
    var scratch = 4 * scale * scale
    if methods.contains(.kendall) {
      for i in columns.indices {
        for j in 0..<i { scratch = max(scratch, KendallPair.scratchCount(columns[i], columns[j])) }
      }
    }
    scratch = max(scratch, products?.scratchCount ?? 0)
    let q = columns.count
    return Workspace(
      scratch: scratch, products: q * (q + 1) / 2, thresholds: max(1, scale) * q,
      ranks: methods.contains(.spearman) || methods.contains(.polyserial) ? rowCount * max(2, q) : 0, scale: scale)
  }

  /// The packed lower triangle of all correlations (covariates left out), ones on the diagonal; NaN where a column does not
  /// vary under these weights, and throughout when partial correlations are not defined.
  ///
  /// - Parameters:
  ///   - weights: `rowCount` numbers ≥ 0.
  ///   - result: `order`·(`order` + 1)/2 numbers.
  package func evaluate(
    weights: UnsafePointer<Double>, workspace: inout Workspace, into result: UnsafeMutablePointer<Double>
  ) {
    switch method {
    case .pearson:
      productMoments(weights, &workspace)
      result.update(from: workspace.products.baseAddress!, count: methods.count)
    case .partial:
      productMoments(weights, &workspace)
      partial(workspace, into: result)
    case .spearman: spearman(weights, workspace, into: result)
    case .kendall:
      for i in columns.indices {
        for j in 0..<i {
          result[SymmetricMatrix.position(i, j)] =
            KendallPair(columns[i], columns[j], weights: weights, scratch: workspace.scratch.baseAddress!).correlation
        }
        result[SymmetricMatrix.position(i, i)] = 1
      }
    case .polychoric, .polyserial, .mixed: latent(weights, &workspace, into: result)
    }
  }

  /// Pearson's r between the measured columns, in `workspace.products` by their places among all columns.
  private func productMoments(_ weights: UnsafePointer<Double>, _ workspace: inout Workspace) {
    let out = workspace.products.baseAddress!
    guard let products else {
      pairwiseProducts(weights, out)
      return
    }
    products.scatter(weights: weights, into: out, scratch: workspace.scratch.baseAddress!)
    let q = productColumns.count
    // The deviations first: the diagonal is overwritten on the way.
    withUnsafeTemporaryAllocation(of: Double.self, capacity: max(1, q)) { roots in
      for i in 0..<q { roots[i] = out[SymmetricMatrix.position(i, i)].squareRoot() }
      for i in 0..<q {
        for j in 0..<i {
          let at = SymmetricMatrix.position(i, j)
          out[at] = roots[i] > 0 && roots[j] > 0 ? max(-1, min(1, out[at] / roots[i] / roots[j])) : .nan
        }
        out[SymmetricMatrix.position(i, i)] = 1
      }
    }
    // From the places among the measured columns to those among all, from the end so that none is overwritten unread.
    guard q < columns.count else { return }
    for i in stride(from: q - 1, through: 0, by: -1) {
      for j in stride(from: i, through: 0, by: -1) {
        out[SymmetricMatrix.position(productColumns[i], productColumns[j])] = out[SymmetricMatrix.position(i, j)]
      }
    }
  }

  private func pairwiseProducts(_ weights: UnsafePointer<Double>, _ out: UnsafeMutablePointer<Double>) {
    let all = Array(UnsafeBufferPointer(start: weights, count: rowCount))
    let flat = productColumns.flatMap { columns[$0].values }
    flat.withUnsafeBufferPointer { values in
      var sums = PairwiseSums(width: productColumns.count)
      sums.add(
        columns: productColumns.indices.map { values.baseAddress! + $0 * rowCount }, rowCount: rowCount, weights: all)
      for (i, a) in productColumns.enumerated() {
        for (j, b) in productColumns.enumerated() where j < i {
          let pair = sums.sums[SymmetricMatrix.position(i, j)]
          out[SymmetricMatrix.position(a, b)] = pair.varies ? pair.correlation : .nan
        }
        out[SymmetricMatrix.position(a, a)] = 1
      }
    }
  }

  private func partial(_ workspace: Workspace, into result: UnsafeMutablePointer<Double>) {
    let q = columns.count
    let matrix = SymmetricMatrix(order: q, packed: Array(workspace.products.prefix(q * (q + 1) / 2)))
    let found = PartialCorrelations(matrix, always: alwaysCount)
    for k in 0..<order * (order + 1) / 2 { result[k] = found?.matrix.packed[k] ?? .nan }
  }

  private func spearman(
    _ weights: UnsafePointer<Double>, _ workspace: Workspace, into result: UnsafeMutablePointer<Double>
  ) {
    let ranks = workspace.ranks.baseAddress!
    let isComplete = columns.allSatisfy { !$0.hasMissing }
    if isComplete {
      for (k, column) in columns.enumerated() {
        MidRanks.fill(column, weights: weights, also: nil, into: ranks + k * rowCount)
      }
    }
    for i in columns.indices {
      for j in 0..<i {
        let (a, b) = isComplete ? (ranks + i * rowCount, ranks + j * rowCount) : (ranks, ranks + rowCount)
        if !isComplete {
          MidRanks.fill(columns[i], weights: weights, also: columns[j], into: a)
          MidRanks.fill(columns[j], weights: weights, also: columns[i], into: b)
        }
        result[SymmetricMatrix.position(i, j)] =
          CommonRows(columns[i], columns[j]).productMoment(a, b, weights).correlation
      }
      result[SymmetricMatrix.position(i, i)] = 1
    }
  }

  private func latent(
    _ weights: UnsafePointer<Double>, _ workspace: inout Workspace, into result: UnsafeMutablePointer<Double>
  ) {
    let scale = max(1, self.scale)
    let scratch = workspace.scratch.baseAddress!
    let thresholds = workspace.thresholds.baseAddress!
    if productColumns.count > 1 {
      productMoments(weights, &workspace)
    }
    for (k, column) in columns.enumerated() {
      if column.isOrdinal {
        column.margin(weights, into: scratch)
        Thresholds.fill(margin: scratch, count: column.count, into: thresholds + k * scale)
      } else if methods.contains(.polyserial) {
        column.standardize(weights, into: workspace.ranks.baseAddress! + k * rowCount)
      }
    }
    for i in columns.indices {
      for j in 0..<i {
        let at = SymmetricMatrix.position(i, j)
        let (a, b) = (columns[i], columns[j])
        switch methods[at] {
        case .polychoric:
          a.table(with: b, weights, into: scratch)
          workspace.polychoric.set(
            rows: UnsafeBufferPointer(start: thresholds + i * scale, count: a.count),
            columns: UnsafeBufferPointer(start: thresholds + j * scale, count: b.count))
          result[at] = workspace.polychoric.correlation(
            scratch, start: starts?[at], scratch: scratch + a.count * b.count)
        case .polyserial:
          let (rating, measured) = a.isOrdinal ? (i, j) : (j, i)
          result[at] = columns[rating].places.withUnsafeBufferPointer { places in
            PolyserialPair.correlation(
              z: workspace.ranks.baseAddress! + measured * rowCount, places: places.baseAddress!,
              thresholds: thresholds + rating * scale, count: columns[rating].count, weights: weights,
              rowCount: rowCount, start: starts?[at])
          }
        default: result[at] = workspace.products[at]
        }
      }
      result[SymmetricMatrix.position(i, i)] = 1
    }
  }
}
