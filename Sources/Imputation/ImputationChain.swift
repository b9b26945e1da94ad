import Platform
import Probability

/// One chain of imputations: every variable's missing answers drawn in turn from its regression on all others as they stand, sweep
/// after sweep (van Buuren & Groothuis-Oudshoorn 2011, doi:10.18637/jss.v045.i03).
///
/// Sums of products of all rows are kept up to date. A linear regression of what was answered takes from them the products of the rows
/// that were not, or adds up the others when these are fewer, so that a draw costs what the smaller part costs. One object serves one
/// thread; after its making nothing is allocated.
final class ImputationChain {
  let table: ImputationTable
  private let z: OwnedBuffer<Double>
  /// Of all rows; the lower triangle, and what of the upper lies in the same four.
  private let sums: OwnedBuffer<Double>
  private let partial: OwnedBuffer<Double>
  private let gram: OwnedBuffer<Double>
  private let moments: OwnedBuffer<Double>
  private let noise: OwnedBuffer<Double>
  private let estimate: OwnedBuffer<Double>
  private let drawn: OwnedBuffer<Double>
  private let predictions: OwnedBuffer<Double>
  private let everybody: [Int32]
  private let search: DonorSearch
  private let levels: LevelDraws
  /// Of logits and proportional odds, by variable: where their searches ended in the sweep before.
  private let starts: OwnedBuffer<Double>
  private let startOf: [Int]
  private let levelOf: OwnedBuffer<Int32>
  /// Columns that predict each variable, the intercept first.
  private let predictors: [[Int]]
  /// The answers drawn, variable after variable.
  let values: OwnedBuffer<Double>

  init(_ table: ImputationTable) {
    self.table = table
    let (width, stride) = (table.width, table.stride)
    z = OwnedBuffer(repeating: 0, count: table.rowCount * stride)
    sums = OwnedBuffer(repeating: 0, count: width * stride)
    partial = OwnedBuffer(repeating: 0, count: width * stride)
    gram = OwnedBuffer(repeating: 0, count: width * width)
    moments = OwnedBuffer(repeating: 0, count: width)
    noise = OwnedBuffer(repeating: 0, count: width)
    let most = table.columns.map(\.levels.count).max() ?? 0
    estimate = OwnedBuffer(repeating: 0, count: stride)
    drawn = OwnedBuffer(repeating: 0, count: (stride + most) * max(1, most))
    predictions = OwnedBuffer(repeating: 0, count: table.rowCount)
    everybody = (0..<Int32(table.rowCount)).map { $0 }
    search = DonorSearch(capacity: table.columns.map(\.observed.count).max() ?? 0)
    levels = LevelDraws(width: width, stride: stride, levels: most)
    predictors = table.columns.map { column in (0..<width).filter { !column.columns.contains($0) } }
    var room = 0
    startOf = table.columns.map { column in
      defer { room += column.isCategories ? column.levels.count * stride : stride + column.levels.count }
      return room
    }
    starts = OwnedBuffer(repeating: 0, count: max(1, room))
    levelOf = OwnedBuffer(repeating: 0, count: max(1, table.rowCount * (most > 0 ? table.columns.count : 0)))
    values = OwnedBuffer(repeating: 0, count: max(1, table.missingCount))
    if most > 0 { settleLevels() }
  }

  /// The number of each answer among its variable's values.
  private func settleLevels() {
    for (v, column) in table.columns.enumerated() where !column.levels.isEmpty {
      let own = levelOf + v * table.rowCount
      let place = Dictionary(column.levels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      for i in column.observed { own[Int(i)] = Int32(place[column.raw[Int(i)]]!) }
    }
  }

  /// Runs the chain.
  ///
  /// - Parameters:
  ///   - trace: mean and deviation of the answers drawn, by sweep and visited variable; of categories NaN.
  func run(sweeps: Int, stream: inout RandomStream, trace: UnsafeMutablePointer<Double>) {
    let (width, stride) = (table.width, table.stride)
    table.start.withUnsafeBufferPointer { z.update(from: $0.baseAddress!, count: $0.count) }
    for k in starts.values.indices { starts[k] = 0 }
    for (v, column) in table.columns.enumerated() where column.method == .ordinal {
      starts[startOf[v] + stride] = .nan
    }
    for v in table.visits { begin(v, &stream) }
    let visits = table.visits.count
    for sweep in 0..<sweeps {
      // Anew in each sweep, so that rounding does not add up.
      everybody.withUnsafeBufferPointer {
        RowProducts.sum(z.pointer, $0.baseAddress!, $0.count, width: width, stride: stride, into: sums.pointer)
      }
      for (at, v) in table.visits.enumerated() {
        draw(v, &stream)
        let target = trace + 2 * (sweep * visits + at)
        (target[0], target[1]) = spread(v)
      }
    }
  }

  /// Answers of others by chance, to start from.
  private func begin(_ v: Int, _ stream: inout RandomStream) {
    let column = table.columns[v]
    for (at, row) in column.missing.enumerated() {
      let donor = column.observed[stream.below(column.observed.count)]
      put(v, column, at, row, donor: donor)
    }
  }

  /// Gives a row the answer of another.
  @inline(__always)
  private func put(_ v: Int, _ column: ImputationTable.Column, _ at: Int, _ row: Int32, donor: Int32) {
    let stride = table.stride
    values[column.start + at] = column.raw[Int(donor)]
    for k in column.columns { z[Int(row) * stride + k] = z[Int(donor) * stride + k] }
  }

  private func draw(_ v: Int, _ stream: inout RandomStream) {
    let column = table.columns[v]
    switch column.method {
    case .matching, .normal: drawLinear(v, column, &stream)
    case .logit, .ordinal, .categories:
      changeSums(column, by: -1)
      drawLevels(v, column, &stream)
      changeSums(column, by: 1)
    }
  }

  // MARK: Linear regressions

  private func drawLinear(_ v: Int, _ column: ImputationTable.Column, _ stream: inout RandomStream) {
    let (width, stride) = (table.width, table.stride)
    let (target, own) = (column.columns.lowerBound, predictors[v])
    let isMissingFewer = column.missing.count <= column.observed.count
    (isMissingFewer ? column.missing : column.observed).withUnsafeBufferPointer {
      RowProducts.sum(z.pointer, $0.baseAddress!, $0.count, width: width, stride: stride, into: partial.pointer)
    }
    // Of the rows that answered, in `gram`; of the others' products with the variable nothing is left in `sums`.
    func observed(_ i: Int, _ j: Int) -> Double {
      let (a, b) = (max(i, j), min(i, j))
      return isMissingFewer ? sums[a * stride + b] - partial[a * stride + b] : partial[a * stride + b]
    }
    let q = own.count
    for (a, i) in own.enumerated() {
      for b in 0...a { gram[a * q + b] = observed(i, own[b]) }
      moments[a] = observed(i, target)
    }
    let whole = observed(target, target)
    for k in 0..<width {
      let (a, b) = (max(k, target), min(k, target))
      sums[a * stride + b] = observed(k, target)
    }
    let factor = SkippingFactor(l: gram.pointer, order: q)
    let rank = factor.factor()
    factor.solveLower(moments.pointer)
    var residual = whole
    for a in 0..<q { residual -= moments[a] * moments[a] }
    let degrees = Double(max(1, column.observed.count - rank))
    let sigma = (max(residual, 0) / stream.chiSquared(degreesOfFreedom: degrees)).squareRoot()
    for a in 0..<q { noise[a] = moments[a] + sigma * stream.normal() }
    factor.solveUpper(moments.pointer)
    factor.solveUpper(noise.pointer)
    for k in 0..<stride { (estimate[k], drawn[k]) = (0, 0) }
    for (a, i) in own.enumerated() { (estimate[i], drawn[i]) = (moments[a], noise[a]) }
    if column.method == .normal {
      let (center, scale) = (column.centers[0], column.scales[0])
      for (at, row) in column.missing.enumerated() {
        let line = z + Int(row) * stride
        let value = RowProducts.dot(line, drawn.pointer, stride: stride) + sigma * stream.normal()
        line[target] = value
        values[column.start + at] = center + scale * value
      }
    } else {
      for row in column.observed {
        predictions[Int(row)] = RowProducts.dot(z + Int(row) * stride, estimate.pointer, stride: stride)
      }
      search.take(column.observed, predictions: predictions.pointer, stream: &stream)
      for (at, row) in column.missing.enumerated() {
        let prediction = RowProducts.dot(z + Int(row) * stride, drawn.pointer, stride: stride)
        put(v, column, at, row, donor: search.draw(near: prediction, stream: &stream))
      }
    }
    changeSums(column, by: 1)
  }

  /// Adds to, or takes from, the sums what the rows without an answer have in the variable's columns.
  private func changeSums(_ column: ImputationTable.Column, by sign: Double) {
    let (width, stride) = (table.width, table.stride)
    for target in column.columns {
      for k in 0..<stride { estimate[k] = 0 }
      for row in column.missing {
        let line = z + Int(row) * stride
        let own = line[target]
        var k = 0
        while k < stride {
          RowProducts.store(RowProducts.load(estimate + k) + own * RowProducts.load(line + k), estimate + k)
          k += 4
        }
      }
      for k in 0..<width {
        // Products of two of its own columns are met at the first.
        if column.columns.contains(k), k < target { continue }
        let (a, b) = (max(k, target), min(k, target))
        sums[a * stride + b] += sign * estimate[k]
      }
    }
  }

  // MARK: Levels

  private func drawLevels(_ v: Int, _ column: ImputationTable.Column, _ stream: inout RandomStream) {
    let stride = table.stride
    let own = levelOf + v * table.rowCount
    let start = starts + startOf[v]
    let count = column.levels.count
    switch column.method {
    case .ordinal:
      // What thresholds are is no matter for an intercept.
      levels.proportionalOdds(
        z.pointer, column.observed, levels: count, predictors: withoutIntercept[v], start: start, stream: &stream,
        into: drawn.pointer
      ) { Int(own[Int($0)]) }
      for (at, row) in column.missing.enumerated() {
        let level = levels.level(z + Int(row) * stride, drawn.pointer, levels: count, stream: &stream)
        put(column, at, row, level: level)
      }
    default:
      // Each level against those after it, among respondents who have no level before it.
      for k in 0..<count - 1 {
        levels.logit(
          z.pointer, column.observed, predictors: predictors[v], start: start + k * stride, stream: &stream,
          into: drawn + k * stride
        ) { row in
          let level = Int(own[Int(row)])
          return level < k ? nil : level == k
        }
      }
      for (at, row) in column.missing.enumerated() {
        var k = 0
        while k < count - 1, !levels.isOne(z + Int(row) * stride, drawn + k * stride, stream: &stream) { k += 1 }
        put(column, at, row, level: k)
      }
    }
  }

  private lazy var withoutIntercept = predictors.map { Array($0.dropFirst()) }

  @inline(__always)
  private func put(_ column: ImputationTable.Column, _ at: Int, _ row: Int32, level: Int) {
    values[column.start + at] = column.levels[level]
    column.write(column.isCategories ? Double(level) : column.levels[level], into: z + Int(row) * table.stride)
  }

  // MARK: Trace

  private func spread(_ v: Int) -> (mean: Double, deviation: Double) {
    let column = table.columns[v]
    guard !column.isCategories else { return (.nan, .nan) }
    let count = column.missing.count
    let own = values + column.start
    var mean = 0.0
    for k in 0..<count { mean += own[k] }
    mean /= Double(count)
    var square = 0.0
    for k in 0..<count { square += (own[k] - mean) * (own[k] - mean) }
    return (mean, count > 1 ? (square / Double(count - 1)).squareRoot() : 0)
  }
}
