import Importance
import LinearAlgebra
import Measures
import Platform
import Probability
import Resampling
import Survey

/// The permutation test of a driver: could a driver that is unrelated to everything, outcome and other drivers alike, reach
/// this importance?
///
/// The driver's column (of a group or a categorical driver: the rows of all its columns together) is exchanged among the
/// respondents; covariates, the other drivers, the outcomes and the weights stay. p = (1 + #{importance* ≥ importance}) /
/// (N + 1), which is valid for any N (Phipson & Smyth 2010, doi:10.2202/1544-6115.1585). The coefficient's own test asks
/// another question: whether the driver adds anything *beyond the others*; a driver may pass one and fail the other.
///
/// Rows are exchanged within strata, and within clusters where there are such: respondents of different clusters are not
/// exchangeable (Winkler et al. 2014, doi:10.1016/j.neuroimage.2014.01.060). Frequencies stand for respondents, who are
/// exchanged one by one.
struct PermutationTest: Sendable {
  let permutations: Int
  let seed: UInt64

  /// p-values by outcome, method and player; `nil` where the importance is not defined or nothing can be exchanged.
  struct Result: Sendable {
    var pValues: [[[Double?]]]
    var notes: [Note]
  }

  /// More respondents than that are not written out one by one.
  private static let largestExpansion = 20_000_000.0

  func run(_ frame: ModelFrame, _ subject: Subject, methods: [ImportanceMethod], jobs: Int) -> Result {
    let players = subject.players.count
    var result = Result(
      pValues: subject.outcomes.map { _ in methods.map { _ in [Double?](repeating: nil, count: players) } }, notes: [])
    guard let respondents = respondents(frame) else {
      result.notes.append(
        Note(
          .noPermutation,
          "There is no permutation test: the frequencies stand for too many respondents to exchange them one by one."))
      return result
    }
    let products = PermutedProducts(
      columns: respondents.columns, rowCount: respondents.count, columnCount: frame.columnCount,
      weights: respondents.weights)
    let shuffler = RowShuffler(rowCount: respondents.count, groups: respondents.groups)
    let engines = subject.outcomes.indices.map { o in
      let problem = subject.problem(o)
      return ImportanceEngine(
        problem: problem, methods: methods,
        subsets: ImportanceEngine.subsets(for: problem, inReplicates: true, seed: seed))
    }
    let base = subject.moments.scatter.packed
    let width = engines.count * methods.count
    var fixed: [String] = []
    var bound: [String] = []
    let precedence = subject.problem(0).precedence
    for (k, player) in subject.players.enumerated() {
      if precedence.waits(k) || precedence.isAwaited(k) {
        bound.append(player.title)
        continue
      }
      if let groups = respondents.groups, !respondents.varies(player.columns, within: groups) {
        fixed.append(player.title)
        continue
      }
      let makeWorkspace: @Sendable () -> Workspace = {
        Workspace(
          engines, base, rows: respondents.count, scratch: products.scratchCount(moved: player.columns))
      }
      var observed = [Double](repeating: .nan, count: width)
      observed.withUnsafeMutableBufferPointer { makeWorkspace().write(importanceOf: k, engines, into: $0) }
      let replicates = ReplicateRunner.run(
        count: permutations, width: width, jobs: jobs, seed: seed, firstStream: UInt64(k + 1) << 32,
        makeWorkspace: makeWorkspace
      ) { workspace, _, stream, row in
        shuffler.draw(stream: &stream, into: workspace.order.values)
        products.exchange(
          player.columns, order: workspace.order.pointer, into: workspace.scatter.pointer,
          scratch: workspace.scratch.pointer)
        workspace.write(importanceOf: k, engines, into: row)
        return nil
      }
      for (column, pValue) in pValues(observed, replicates).enumerated() {
        result.pValues[column / methods.count][column % methods.count][k] = pValue
      }
    }
    result.notes += notes(frame, fixed)
    if !bound.isEmpty {
      result.notes.append(
        Note(
          .noPermutation,
          "There is no permutation test of \(quoted(bound)): a factor and its product cannot be exchanged one without the other. The product's coefficient has a test of its own."
        ))
    }
    return result
  }

  /// How many exchanges reached what was observed, the observation among them: (1 + reached)/(permutations + 1), by column.
  private func pValues(_ observed: [Double], _ replicates: Replicates) -> [Double?] {
    observed.enumerated().map { column, value in
      guard value.isFinite else { return nil }
      // Exchanges of equal answers tie but for rounding; what is undefined counts as no less.
      let limit = value - 1e-9 * abs(value)
      let reached = replicates.column(column).count { !($0 < limit) }
      return Double(1 + reached) / Double(permutations + 1)
    }
  }

  private func notes(_ frame: ModelFrame, _ fixed: [String]) -> [Note] {
    var notes: [Note] = []
    if frame.unitClusters != nil {
      notes.append(
        Note(
          .permutationWithinClusters,
          "The permutation test exchanges respondents within their clusters: it asks whether a driver is unrelated to everything inside the clusters, and says nothing of differences between them."
        ))
    }
    if !fixed.isEmpty {
      notes.append(
        Note(
          .noPermutation,
          frame.unitClusters != nil
            ? "There is no permutation test of \(quoted(fixed)): within the clusters there are no different answers to exchange."
            : "There is no permutation test of \(quoted(fixed)): within the strata there are no different answers to exchange."
        ))
    }
    if frame.weights != nil, frame.weightsKind != .frequency {
      notes.append(
        Note(
          .permutationWeights,
          "Weights stay with the rows while a driver is exchanged: the permutation test takes the driver to be unrelated to the weights too."
        ))
    }
    return notes
  }

  // MARK: Respondents

  /// Rows as they are exchanged: frequencies written out.
  private struct Respondents: Sendable {
    var count: Int
    var columns: [Double]
    var weights: [Double]?
    var groups: [Int32]?

    /// Whether any of the columns has two different values within some group.
    func varies(_ moved: Range<Int>, within groups: [Int32]) -> Bool {
      for column in moved {
        var first: [Int32: Double] = [:]
        for i in 0..<count {
          let value = columns[column * count + i]
          if let known = first[groups[i]] {
            if known != value { return true }
          } else {
            first[groups[i]] = value
          }
        }
      }
      return false
    }
  }

  private func respondents(_ frame: ModelFrame) -> Respondents? {
    let groups = frame.unitClusters ?? frame.strata
    guard frame.weightsKind == .frequency, let frequencies = frame.weights else {
      return Respondents(count: frame.rowCount, columns: frame.values, weights: frame.weights, groups: groups)
    }
    guard frequencies.reduce(0, +) <= PermutationTest.largestExpansion else { return nil }
    let rows = frequencies.indices.flatMap { [Int](repeating: $0, count: Int(frequencies[$0])) }
    var columns: [Double] = []
    columns.reserveCapacity(rows.count * frame.columnCount)
    for j in 0..<frame.columnCount { for row in rows { columns.append(frame.values[j * frame.rowCount + row]) } }
    return Respondents(count: rows.count, columns: columns, groups: groups.map { groups in rows.map { groups[$0] } })
  }

  // MARK: Work

  /// What one thread works in.
  private final class Workspace {
    let engines: [ImportanceEngine.Workspace]
    let scatter: OwnedBuffer<Double>
    let order: OwnedBuffer<Int32>
    let scratch: OwnedBuffer<Double>
    let numbers: OwnedBuffer<Double>

    init(_ engines: [ImportanceEngine], _ base: [Double], rows: Int, scratch count: Int) {
      self.engines = engines.map { $0.makeWorkspace() }
      scatter = OwnedBuffer(base)
      order = OwnedBuffer(count: rows)
      scratch = OwnedBuffer(count: max(1, count))
      numbers = OwnedBuffer(count: engines.first?.width ?? 0)
    }

    /// The importance of one player by outcome and method; NaN where there is none.
    func write(
      importanceOf player: Int, _ specifications: [ImportanceEngine], into row: UnsafeMutableBufferPointer<Double>
    ) {
      var column = 0
      for (engine, workspace) in zip(specifications, engines) {
        let failure = engine.evaluate(scatter.pointer, workspace: workspace, into: numbers.values)
        for m in engine.methods.indices {
          row[column] = failure == nil ? numbers[engine.importanceColumns(method: m).lowerBound + player] : .nan
          column += 1
        }
      }
    }
  }
}
