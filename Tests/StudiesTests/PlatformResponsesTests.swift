import Insight
import Studies
import Survey
import Testing

/// Responses that a platform marks: counted in small files and in those that are summed alike.
@Suite struct PlatformResponsesTests {
  /// Every fifth response was never sent.
  private func export(rows: Int) -> Study {
    var text = "id,submitdate,lastpage,y,x\n"
    for row in 1...rows {
      text += "\(row),\(row % 5 == 0 ? "" : "2026-03-01 10:00:00"),3,\((row * 7) % 10),\((row * row) % 7)\n"
    }
    var study = Study(source: .bytes(Array(text.utf8), name: "export.csv"))
    study.specification.outcomes = ["y"]
    study.specification.drivers = ["x"]
    study.settings.bootstrap.replicates = 0
    return study
  }

  @Test(arguments: [60, 60_000]) func `Unfinished responses are counted`(rows: Int) throws {
    let notes = try export(rows: rows).drivers().notes
    let note = try #require(notes.first { $0.kind == .responsesInDoubt })
    #expect(note.message.contains("Of \(rows) responses \(rows / 5) are unfinished"))
    #expect(note.message.contains("submitdate is not missing"))
  }

  @Test(arguments: [60, 60_000]) func `Who leaves them out is not told of them`(rows: Int) throws {
    var study = export(rows: rows)
    study.specification.condition = "submitdate is not missing"
    let result = try study.drivers()
    #expect(!result.notes.contains { $0.kind == .responsesInDoubt })
    #expect(result.groups[0].drivers.rowsUsed == rows - rows / 5)
  }
}
