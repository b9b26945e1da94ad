import LinearAlgebra
import Resampling
import Survey

/// Correlations of very many ratings by the pairs of answers that occur: respondents with the same two answers are counted once.
///
/// Ranks, concordance and likelihoods of two ratings depend on how often each pair of answers was given, and so do their errors
/// and tests; a table of 49 cells stands for a million rows. Each pair of variables is then analysed as these cells, each with
/// its number of respondents for a frequency.
extension CorrelationAnalysis {
  /// Rows from which on counting the pairs of answers pays.
  static let fewestForPatterns = 5_000
  /// Different answers of a variable that is counted.
  static let mostAnswers = 64

  /// - Returns: `nil` where rows are few, or some variable has many answers, or rows are no respondents drawn alike.
  func fitPatterns(_ frame: ModelFrame) throws -> Fit? {
    guard frame.rowCount >= Self.fewestForPatterns, !isOfSums, bootstrap.replicates == 0, frame.missing == .listwise,
      frame.weightsKind == nil || frame.weightsKind == .frequency, frame.clusters == nil, frame.strata == nil,
      !frame.design.isFinite
    else { return nil }
    let indices = frame.players.flatMap { Array($0.columns) }
    var coded: [CodedColumn] = []
    for index in indices {
      guard let column = CodedColumn(frame, index) else { return nil }
      coded.append(column)
    }
    // Pairs of measured variables hold more answers than cells.
    guard method != .polyserial, coded.allSatisfy({ isOrdinal($0, frame) }) else { return nil }
    var pairs: [Pair] = []
    var cells = CellCounts()
    for i in indices.indices {
      for j in 0..<i {
        let counts = coded[i].counts(with: coded[j], frequencies: frame.weights)
        let mini = patterns(frame, (indices[j], coded[j]), (indices[i], coded[i]), counts)
        var fit = try self.fit(to: mini).pairs[0]
        (fit.a, fit.b) = (i, j)
        pairs.append(fit)
        if fit.method == .polychoric {
          cells.add(counts, names: (frame.columns[indices[j]].term, frame.columns[indices[i]].term))
        }
      }
    }
    for (i, value) in adjustment.adjust(pairs.map(\.pValue)).enumerated() { pairs[i].pValue = value }
    let total = frame.weights?.reduce(0, +) ?? Double(frame.rowCount)
    var fit = Fit(
      specification: self, names: indices.map { frame.columns[$0].term }, labels: frame.players.flatMap(labels),
      pairs: pairs, always: [], n: total, sumOfWeights: total, sumOfSquaredWeights: total, missing: .listwise,
      weightsKind: frame.weightsKind, rowsUsed: frame.rowCount, rowLoss: RowLoss(frame), replicatesUsed: 0,
      notes: frame.notes)
    fit.notes += CorrelationNotes(ofPatterns: fit, cells).notes
    return fit
  }

  /// Whether the method ranks the column or takes it for a rating; a named exception is left to the usual way.
  private func isOrdinal(_ column: CodedColumn, _ frame: ModelFrame) -> Bool {
    switch method {
    case .spearman, .kendall: true
    case .polychoric, .mixed:
      continuous.isEmpty && ordinal.isEmpty && column.isWhole && column.distinct.count <= Self.largestScale
    case .pearson, .partial, .polyserial: false
    }
  }

  /// The pairs of answers that occur, as rows.
  private func patterns(
    _ frame: ModelFrame, _ first: (index: Int, column: CodedColumn), _ second: (index: Int, column: CodedColumn),
    _ counts: [Double]
  ) -> ModelFrame {
    var (x, y, frequencies) = ([Double](), [Double](), [Double]())
    let width = first.column.distinct.count
    for (at, count) in counts.enumerated() where count > 0 {
      y.append(second.column.distinct[at / width])
      x.append(first.column.distinct[at % width])
      frequencies.append(count)
    }
    var mini = frame
    mini.columns = [frame.columns[first.index], frame.columns[second.index]]
    mini.rowCount = x.count
    mini.values = x + y
    mini.remainders = [:]
    mini.always = []
    mini.players = mini.columns.enumerated().map {
      ModelFrame.Block(name: $1.term, label: nil, columns: $0..<$0 + 1, isCategorical: false)
    }
    mini.outcomes = []
    mini.weights = frequencies
    mini.weightsKind = .frequency
    mini.rowNumbers = x.indices.map { Int32($0 + 1) }
    mini.rowsRead = x.count
    (mini.performance, mini.stated, mini.raters) = (ModelFrame.Ratings(), ModelFrame.Ratings(), nil)
    (mini.lost, mini.notes) = ([], [])
    return mini
  }
}

/// Tables of two ratings with cells that hold nobody.
struct CellCounts {
  private(set) var tables = 0
  private(set) var withEmpty = 0
  private(set) var empty = 0
  private(set) var first: String?

  mutating func add(_ counts: [Double], names: (a: String, b: String)) {
    tables += 1
    let none = counts.count { $0 == 0 }
    guard none > 0 else { return }
    withEmpty += 1
    empty += none
    first = first ?? "'\(names.a)' and '\(names.b)'"
  }
}

/// A column of few answers as bytes: the place of each row's answer among them.
private struct CodedColumn {
  /// Ascending.
  private(set) var distinct: [Double] = []
  private(set) var codes: [UInt8] = []
  private(set) var isWhole = true

  /// - Returns: `nil` for a missing answer, or more than `CorrelationAnalysis.mostAnswers` different ones.
  init?(_ frame: ModelFrame, _ index: Int) {
    let count = frame.rowCount
    codes = [UInt8](repeating: 0, count: count)
    var places: [(value: Double, code: UInt8)] = []
    let isFew = frame.values.withUnsafeBufferPointer { values -> Bool in
      let column = values.baseAddress! + index * count
      for row in 0..<count {
        let value = column[row]
        if value.isNaN { return false }
        if let known = places.first(where: { $0.value == value }) {
          codes[row] = known.code
        } else {
          guard places.count < CorrelationAnalysis.mostAnswers else { return false }
          codes[row] = UInt8(places.count)
          places.append((value, UInt8(places.count)))
          if value != value.rounded() { isWhole = false }
        }
      }
      return true
    }
    guard isFew else { return nil }
    let order = places.sorted { $0.value < $1.value }
    distinct = order.map(\.value)
    var rank = [UInt8](repeating: 0, count: order.count)
    for (place, entry) in order.enumerated() { rank[Int(entry.code)] = UInt8(place) }
    for row in 0..<count { codes[row] = rank[Int(codes[row])] }
  }

  /// How often each answer goes with each of another column's: row by row, its own answers down.
  func counts(with other: CodedColumn, frequencies: [Double]?) -> [Double] {
    let width = other.distinct.count
    let cells = distinct.count * width
    if let frequencies {
      var sums = [Double](repeating: 0, count: cells)
      for row in codes.indices { sums[Int(codes[row]) * width + Int(other.codes[row])] += frequencies[row] }
      return sums
    }
    // Four tables in turn, so that equal answers in a row do not wait for each other.
    var tables = [UInt32](repeating: 0, count: 4 * cells)
    tables.withUnsafeMutableBufferPointer { tables in
      codes.withUnsafeBufferPointer { a in
        other.codes.withUnsafeBufferPointer { b in
          for row in 0..<a.count {
            tables[(row & 3) * cells + Int(a[row]) &* width &+ Int(b[row])] &+= 1
          }
        }
      }
    }
    return (0..<cells).map { cell in (0..<4).reduce(0) { $0 + Double(tables[$1 * cells + cell]) } }
  }
}
