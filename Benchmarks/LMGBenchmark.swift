import Importance
import LinearAlgebra
import Measures

/// Exact LMG of drivers whose correlations fall with their distance, .8 to the power of it, and whose effects fall too; they
/// explain half of the outcome.
enum LMGBenchmark {
  static func seconds(players: Int, runs: Int, jobs: Int) -> Double {
    var matrix = SymmetricMatrix(order: players + 1)
    for i in 0..<players {
      matrix[i, i] = 1
      for j in 0..<i { matrix[i, j] = 0.8 * matrix[i - 1, j] }
    }
    let effects = (0..<players).map { 1 - Double($0) / Double(players) }
    let covariances = (0..<players).map { i in (0..<players).reduce(0) { $0 + matrix[i, $1] * effects[$1] } }
    let explained = zip(effects, covariances).reduce(0) { $0 + $1.0 * $1.1 }
    for i in 0..<players { matrix[players, i] = covariances[i] / (2 * explained).squareRoot() }
    matrix[players, players] = 1
    let engine = ImportanceEngine(
      problem: ImportanceProblem(players: (0..<players).map { [$0] }, outcome: players), methods: [.lmg])
    let workspace = engine.makeWorkspace()
    var result = [Double](repeating: 0, count: engine.width)
    var least = Double.infinity
    for _ in 0..<runs {
      let start = Benchmarks.now()
      let failure = result.withUnsafeMutableBufferPointer { buffer in
        engine.evaluate(matrix.packed, workspace: workspace, jobs: jobs, into: buffer)
      }
      least = min(least, Benchmarks.now() - start)
      precondition(failure == nil, "the benchmark's matrix is sound")
    }
    let columns = engine.importanceColumns(method: 0)
    precondition(abs(result[columns].reduce(0, +) - result[ImportanceEngine.rSquaredColumn]) < 1e-9, "lmg sums to R²")
    return least
  }
}
