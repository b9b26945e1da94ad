import Platform

/// What `script/bench` needs beside the program: timings inside a process, the timing of whole processes, and surveys of any
/// size. Every command prints numbers, or a survey.
@main
struct Benchmarks {
  static let usage = """
    lmg PLAYERS RUNS JOBS               seconds of an exact LMG, the least of several runs
    read FILE JOBS                      seconds of reading every column of a CSV file, block by block
    time RUNS COMMAND… [-- COMMAND…]    per command: seconds, seconds it prints itself, peak memory in kB
    survey ROWS DRIVERS plain|quoted|decimal-comma|grouped    a CSV survey on standard output
    ratings                             a CSV survey of 2436 × 25 ratings with five factors on standard output
    gaps                                a CSV survey of 2000 × 15 ratings with missing answers on standard output
    missing JOBS                        names and least seconds of maximum likelihood moments and imputations of it
    answers                             a CSV survey of 2000 × 30 answers on five points with six factors on standard output
    structural JOBS                     names and least seconds of models of constructs
    measurement JOBS                    names and least seconds of correlations and factor analyses of these ratings

    """

  static func main() throws {
    let words = Array(CommandLine.arguments.dropFirst())
    func number(_ index: Int) -> Int { words.indices.contains(index) ? Int(words[index]) ?? 0 : 0 }
    switch (words.first, words.count) {
    case ("lmg", 4): print(LMGBenchmark.seconds(players: number(1), runs: number(2), jobs: number(3)))
    case ("read", 3): print(try ReadingBenchmark.seconds(path: words[1], jobs: number(2)))
    case ("ratings", 1): RatingsSample.write()
    case ("gaps", 1): MissingBenchmarks.write()
    case ("missing", 2): try MissingBenchmarks.run(jobs: number(1))
    case ("answers", 1): StructuralBenchmarks.write()
    case ("structural", 2): try StructuralBenchmarks.run(jobs: number(1))
    case ("measurement", 2): try MeasurementBenchmarks.run(jobs: number(1))
    case ("time", 3...):
      ProcessTimer.run(runs: number(1), commands: words.dropFirst(2).split(separator: "--").map(Array.init))
    case ("survey", 4):
      SurveyWriter(rows: number(1), drivers: number(2), style: SurveyWriter.Style(rawValue: words[3]) ?? .plain).write()
    default:
      let text = Array(usage.utf8)
      _ = write(2, text, text.count)
      exit(64)
    }
  }

  /// The least seconds that a piece of work took.
  static func least(runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<runs {
      let start = now()
      try work()
      least = min(least, now() - start)
    }
    return least
  }

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
