import Foundation
import FuzzingChecks
import TestSupport
import Testing

/// Every input that fuzzing has kept, run through the same checks without a fuzzer. See `script/fuzz`.
@Suite struct CorpusTests {
  private func inputs(_ target: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = PackageFiles.root.appending(path: "Tests/Fuzzing/corpus/\(target)")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
      .map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
  }

  private func replay(_ target: String, _ check: ([UInt8]) -> String?) throws {
    let inputs = try inputs(target)
    #expect(inputs.count > 10)
    for input in inputs {
      let problem = check(input.bytes)
      #expect(problem == nil, "\(target)/\(input.name): \(problem ?? "")")
    }
  }

  @Test func `Files of the corpus are read as a reader of single bytes reads them`() throws {
    try replay("csv", CSVCheck.disagreement)
  }

  @Test func `Studies of the corpus are studies or have a fault with its place`() throws {
    try replay("study", StudyCheck.disagreement)
  }

  @Test func `Conditions of the corpus pick the rows that a naive evaluation picks`() throws {
    try replay("condition", ConditionCheck.disagreement)
  }

  @Test func `Models of the corpus are fitted or have a fault with its place`() throws {
    try replay("model", ModelCheck.disagreement)
  }

  @Test func `Files of SPSS, Stata and SAS of the corpus are read the same in every way or have a sentence`() throws {
    try replay("statistical", ForeignFileCheck.disagreement)
  }

  @Test func `Workbooks and packed files of the corpus are read the same in every way or have a sentence`() throws {
    try replay("workbook", WorkbookCheck.disagreement)
  }
}
