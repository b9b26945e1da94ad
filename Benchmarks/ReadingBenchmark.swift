import Survey
import SurveyFiles

/// Reading alone: every column of every row is parsed and handed over, and nothing is done with it.
enum ReadingBenchmark {
  static func seconds(path: String, jobs: Int) throws -> Double {
    let start = Benchmarks.now()
    let reader = try CSVReader(path: path)
    var rows = 0
    try reader.rows(jobs: jobs).forEachBlock { rows += $0.rowCount }
    let seconds = Benchmarks.now() - start
    precondition(rows == reader.report.rows, "every row is handed over")
    return seconds
  }
}
