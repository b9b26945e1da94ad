import Glibc
import Importance
import LinearAlgebra
import Measures

/// Times what can only be measured inside a process; `script/bench` prints it beside whole-process figures.
///
/// Output: one line per measurement, `name<TAB>seconds`, the least of several runs.
@main
struct Benchmarks {
  static func main() {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    for (players, runs, jobs) in [
      (10, 2000, 1), (16, 50, 1), (20, 20, cores), (24, 5, cores), (26, 3, cores), (30, 1, cores),
    ] {
      print("lmg \(players)\t\(lmg(players: players, runs: runs, jobs: jobs))")
    }
    var usage = rusage()
    // RUSAGE_SELF, which the C library declares as another type than getrusage takes.
    getrusage(0, &usage)
    print("lmg peak memory (kB)\t\(usage.ru_maxrss)")
  }

  /// Exact LMG of drivers whose correlations fall with their distance, .8 to the power of it, and whose effects fall too;
  /// they explain half of the outcome.
  static func lmg(players: Int, runs: Int, jobs: Int) -> Double {
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
      let start = now()
      let failure = result.withUnsafeMutableBufferPointer { buffer in
        engine.evaluate(matrix.packed, workspace: workspace, jobs: jobs, into: buffer)
      }
      least = min(least, now() - start)
      precondition(failure == nil, "the benchmark's matrix is sound")
    }
    let columns = engine.importanceColumns(method: 0)
    precondition(abs(result[columns].reduce(0, +) - result[ImportanceEngine.rSquaredColumn]) < 1e-9, "lmg sums to R²")
    return least
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
