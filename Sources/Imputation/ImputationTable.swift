import LinearAlgebra
import Measures
import Survey

/// The answers that imputation works on: a column or more for each variable, in units of its own spread, and which are missing.
///
/// Rows stand one after the other, `stride` numbers each, so that what a row adds to sums of products lies together: a one for the
/// intercept, then the columns, then zeros.
struct ImputationTable: Sendable {
  struct Column: Sendable {
    var name: String
    var label: String?
    var method: ImputationMethod
    /// The answers; of names of categories their codes. NaN where one is missing.
    var raw: [Double]
    /// The values there are, ascending; of names the codes in the order of `levels`. Empty for numbers drawn by matching or normal.
    var levels: [Double] = []
    var missing: [Int32] = []
    var observed: [Int32] = []
    /// In a row.
    var columns: Range<Int> = 0..<0
    /// Of each column: what is taken off, and what it is divided by.
    var centers: [Double] = []
    var scales: [Double] = []
    /// Where its drawn answers begin among those of all variables.
    var start = 0

    var isCategories: Bool { method == .categories }

    /// Writes an answer into a row: of categories `value` is the number of the level.
    @inline(__always)
    func write(_ value: Double, into row: UnsafeMutablePointer<Double>) {
      if isCategories {
        for k in 0..<columns.count {
          row[columns.lowerBound + k] = ((Int(value) == k + 1 ? 1 : 0) - centers[k]) / scales[k]
        }
      } else {
        row[columns.lowerBound] = (value - centers[0]) / scales[0]
      }
    }
  }

  var columns: [Column]
  let rowCount: Int
  /// Numbers in a row that count.
  let width: Int
  let stride: Int
  /// The rows, zeros where nothing is answered.
  let start: [Double]
  /// Missing answers in all.
  let missingCount: Int
  /// Into `columns`: those with missing answers, the least first.
  let visits: [Int]

  /// - Parameter columns: with name, method, raw values and levels.
  init(_ given: [Column], rowCount: Int) {
    var columns = given
    var next = 1
    var drawn = 0
    for v in columns.indices {
      let raw = columns[v].raw
      for i in 0..<rowCount {
        if raw[i].isNaN { columns[v].missing.append(Int32(i)) } else { columns[v].observed.append(Int32(i)) }
      }
      columns[v].start = drawn
      drawn += columns[v].missing.count
      let count = columns[v].isCategories ? columns[v].levels.count - 1 : 1
      columns[v].columns = next..<next + count
      next += count
      let answered = Double(max(1, columns[v].observed.count))
      if columns[v].isCategories {
        for k in 1...count {
          let own = columns[v].levels[k]
          let share = Double(raw.count { $0 == own }) / answered
          columns[v].centers.append(share)
          columns[v].scales.append((share * (1 - share)).squareRoot())
        }
      } else {
        let first = raw.first { !$0.isNaN } ?? 0
        var mean = 0.0
        for x in raw where !x.isNaN { mean += x - first }
        mean = first + mean / answered
        var square = 0.0
        for x in raw where !x.isNaN { square += (x - mean) * (x - mean) }
        let scale = (square / answered).squareRoot()
        columns[v].centers = [mean]
        columns[v].scales = [scale > 0 && scale.isFinite ? scale : 1]
      }
    }
    let stride = (next + 3) & ~3
    (width, self.stride, missingCount) = (next, stride, drawn)
    self.rowCount = rowCount
    visits = columns.indices.filter { !columns[$0].missing.isEmpty }
      .sorted { (columns[$0].missing.count, $0) < (columns[$1].missing.count, $1) }
    let all = columns
    var start = [Double](repeating: 0, count: rowCount * stride)
    start.withUnsafeMutableBufferPointer { start in
      guard let base = start.baseAddress else { return }
      for i in 0..<rowCount { base[i * stride] = 1 }
      for column in all {
        let place = Dictionary(
          column.levels.enumerated().map { ($1, Double($0)) }, uniquingKeysWith: { first, _ in first })
        for i in column.observed {
          let value = column.raw[Int(i)]
          column.write(column.isCategories ? place[value]! : value, into: base + Int(i) * stride)
        }
      }
    }
    self.start = start
    self.columns = all
  }
}

extension ImputationTable {
  /// Every two variables are answered by respondents enough, and every variable with missing answers too.
  func requireAnswers() throws {
    let words = (rowCount + 63) / 64
    let answered = columns.map { column in
      var bits = [UInt64](repeating: 0, count: words)
      for i in column.observed { bits[Int(i) / 64] |= 1 << UInt64(Int(i) % 64) }
      return bits
    }
    for (a, column) in columns.enumerated() where !column.missing.isEmpty {
      let predictors = width - column.columns.count - 1
      if column.observed.count <= predictors + 2 {
        throw ImputationFault.tooFewAnswers(
          variable: column.name, answers: column.observed.count, predictors: predictors)
      }
      for (b, other) in columns.enumerated() where b != a {
        var both = 0
        for k in 0..<words { both += (answered[a][k] & answered[b][k]).nonzeroBitCount }
        let (first, second) = a < b ? (column.name, other.name) : (other.name, column.name)
        if both == 0 { throw ImputationFault.neverTogether(a: first, b: second) }
        if both <= predictors {
          throw ImputationFault.tooFewPairs(a: first, b: second, rows: both, predictors: predictors)
        }
      }
    }
  }
}
