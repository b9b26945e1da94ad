import LinearAlgebra
import Platform
import Survey

/// How often each answer to a variable was given with each answer to another, for every pair of ratings: respondents of equal
/// answers are counted once.
///
/// Ranks, concordance, polychoric likelihoods and their errors depend on a pair of ratings by these counts alone, so that they
/// cost by the pairs of answers that occur, whatever the number of rows, and no row need be kept.
package struct PairTables: Sendable {
  /// Different answers that a variable may have.
  package static let mostAnswers = 16
  private static let cells = mostAnswers * mostAnswers
  /// Rows from which on a second thread is worth its start.
  private static let worthThreads = 4096

  package let names: [String]
  /// Of each variable, its answers in the order in which they came.
  private var answers: [[Double]]
  /// Pair by pair (the lower triangle with the diagonal), 16 × 16: the later variable's answers down, the earlier one's across.
  private var counts: [Double]

  package init(names: [String]) {
    self.names = names
    answers = names.map { _ in [] }
    counts = [Double](repeating: 0, count: names.count * (names.count + 1) / 2 * PairTables.cells)
  }

  /// Complete rows in memory.
  ///
  /// - Parameter columns: of the frame.
  /// - Returns: `nil` for a missing answer, or a variable with too many different ones.
  package init?(_ frame: ModelFrame, columns: [Int]) {
    self.init(names: columns.map { frame.columns[$0].term })
    let rows = frame.rowCount
    let isCounted = frame.values.withUnsafeBufferPointer { values in
      add(rowCount: rows, frequencies: frame.weights) { column, codes, code in
        let own = values.baseAddress! + columns[column] * rows
        for row in 0..<rows {
          guard let found = code(own[row]) else { return false }
          codes[row] = found
        }
        return true
      }
    }
    guard isCounted else { return nil }
  }

  /// Adds rows.
  ///
  /// - Parameters:
  ///   - frequencies: how many respondents each row stands for; `nil` for one each.
  ///   - jobs: threads that count.
  ///   - fill: writes the codes of a column's rows with what the last argument gives for an answer (`nil`: it has none); false where
  ///     a row has none.
  /// - Returns: false when an answer is missing, or a variable has too many different ones; the tables are then of no use.
  mutating func add(
    rowCount: Int, frequencies: [Double]?, jobs: Int = 1,
    _ fill: (Int, UnsafeMutablePointer<UInt8>, (Double) -> UInt8?) -> Bool
  ) -> Bool {
    guard rowCount > 0 else { return true }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: names.count * rowCount) { codes in
      let start = codes.baseAddress!
      for column in names.indices {
        var known = answers[column]
        var (last, lastCode): (Double, UInt8) = (.nan, 0)
        let isCoded = fill(column, start + column * rowCount) { answer in
          if answer == last { return lastCode }
          if answer.isNaN { return nil }
          var place = known.firstIndex(of: answer)
          if place == nil, known.count < PairTables.mostAnswers {
            place = known.count
            known.append(answer)
          }
          guard let place else { return nil }
          (last, lastCode) = (answer, UInt8(place))
          return lastCode
        }
        answers[column] = known
        guard isCoded else { return false }
      }
      counts.withUnsafeMutableBufferPointer { counts in
        // A pair's table is one task's alone.
        nonisolated(unsafe) let (codes, counts) = (UnsafePointer(start), counts.baseAddress!)
        let count = names.count
        TaskSharing.run(tasks: count, jobs: rowCount < PairTables.worthThreads ? 1 : jobs) {
        } body: { _, task in
          // The longest rows of the triangle first.
          let i = count - 1 - task
          for j in 0...i {
            PairTables.count(
              codes + i * rowCount, codes + j * rowCount, rowCount, frequencies,
              into: counts + SymmetricMatrix.position(i, j) * PairTables.cells)
          }
        }
      }
      return true
    }
  }

  private static func count(
    _ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, _ rows: Int, _ frequencies: [Double]?,
    into counts: UnsafeMutablePointer<Double>
  ) {
    if let frequencies {
      for row in 0..<rows { counts[Int(a[row]) << 4 + Int(b[row])] += frequencies[row] }
      return
    }
    // Four tables in turn, so that equal answers in a row do not wait for each other.
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * PairTables.cells) { tables in
      tables.update(repeating: 0)
      let base = tables.baseAddress!
      var row = 0
      while row + 4 <= rows {
        for k in 0..<4 { base[k &* PairTables.cells &+ (Int(a[row &+ k]) << 4 | Int(b[row &+ k]))] &+= 1 }
        row += 4
      }
      while row < rows {
        base[Int(a[row]) << 4 | Int(b[row])] &+= 1
        row += 1
      }
      for cell in 0..<PairTables.cells {
        for k in 0..<4 { counts[cell] += Double(base[k * PairTables.cells + cell]) }
      }
    }
  }

  /// A variable's answers, ascending, and how many respondents gave each.
  package func margin(_ column: Int) -> [(answer: Double, count: Double)] {
    let first = SymmetricMatrix.position(column, column) * PairTables.cells
    return answers[column].enumerated()
      .map { (answer: $1, count: counts[first + $0 * PairTables.mostAnswers + $0]) }
      .filter { $0.count > 0 }.sorted { $0.answer < $1.answer }
  }

  /// Cells of a pair's table in which nobody is.
  package func emptyCells(_ i: Int, _ j: Int) -> Int {
    margin(i).count * margin(j).count - patterns(i, j).count
  }

  /// The pairs of answers that occur, by the later variable's answer and then the earlier one's.
  func patterns(_ i: Int, _ j: Int) -> [(later: Double, earlier: Double, count: Double)] {
    let (later, earlier) = (max(i, j), min(i, j))
    let first = SymmetricMatrix.position(later, earlier) * PairTables.cells
    var found: [(later: Double, earlier: Double, count: Double)] = []
    for (a, x) in answers[later].enumerated() {
      for (b, y) in answers[earlier].enumerated() {
        let count = counts[first + a * PairTables.mostAnswers + b]
        if count > 0 { found.append((x, y, count)) }
      }
    }
    return found.sorted { ($0.later, $0.earlier) < ($1.later, $1.earlier) }
  }

  /// Two variables as rows with frequencies, the earlier first.
  ///
  /// - Throws: what `ModelFrame.init` throws of a variable with one answer alone.
  package func frame(_ i: Int, _ j: Int) throws -> ModelFrame {
    let patterns = patterns(i, j)
    let (a, b) = (names[min(i, j)], names[max(i, j)])
    let dataset = Dataset(
      variables: [
        Variable(name: a, values: .double(patterns.map(\.earlier))),
        Variable(name: b, values: .double(patterns.map(\.later))),
        // No variable of a survey has an empty name.
        Variable(name: "", values: .double(patterns.map(\.count))),
      ], rowCount: patterns.count)
    return try ModelFrame(
      dataset,
      roles: AnalysisRoles(
        outcomes: [],
        players: [a, b].map { AnalysisRoles.Player(name: $0, kind: .variable, items: [.init(name: $0)]) },
        weights: AnalysisRoles.Weighting(variable: "", kind: .frequency)), ratings: false)
  }
}

extension ColumnValues {
  /// Writes the codes of some rows' numbers (of all rows when `nil`); false where `code` has none for a number.
  func code(
    _ rows: [Int32]?, count: Int, into codes: UnsafeMutablePointer<UInt8>, _ code: (Double) -> UInt8?
  ) -> Bool {
    switch self {
    case .int8(let values):
      // Every different byte is asked for once.
      var known = [Int16](repeating: -1, count: 256)
      for i in 0..<count {
        let value = values[rows.map { Int($0[i]) } ?? i]
        let place = Int(value) + 128
        if known[place] < 0 {
          guard let found = code(Double(value)) else { return false }
          known[place] = Int16(found)
        }
        codes[i] = UInt8(truncatingIfNeeded: known[place])
      }
    case .int16(let values):
      for i in 0..<count {
        guard let found = code(Double(values[rows.map { Int($0[i]) } ?? i])) else { return false }
        codes[i] = found
      }
    case .double(let values):
      for i in 0..<count {
        guard let found = code(values[rows.map { Int($0[i]) } ?? i]) else { return false }
        codes[i] = found
      }
    case .text: return false
    }
    return true
  }
}
