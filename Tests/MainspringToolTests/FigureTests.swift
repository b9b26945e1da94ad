import Foundation
import Testing

/// Which picture a file holds.
@Suite struct FigureTests {
  @Test("--figure residuals draws residuals instead of importance, and makes their tables") func residuals() throws {
    let folder = try TemporaryFolder()
    let pictures = ["residuals", "importance"].map { folder.url.appending(path: "\($0).svg").path }
    let run = try Program.run(
      ["drivers", "attitude", "--bootstrap", "0", "--figure", "residuals", "--output", pictures[0], "--quiet"])
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("Influence of single rows"))
    let residuals = try String(contentsOfFile: pictures[0], encoding: .utf8)
    for words in ["Residuals against fitted values", "Normal quantile", "Studentised residual"] {
      #expect(residuals.contains(words))
    }
    // One mark per row and panel: 30 supervisors, two panels.
    #expect(residuals.split(separator: "\n").filter { $0.hasPrefix("<circle") }.count == 60)
    #expect(try Program.run(["drivers", "attitude", "--bootstrap", "0", "--output", pictures[1]]).status == 0)
    #expect(try !String(contentsOfFile: pictures[1], encoding: .utf8).contains("Normal quantile"))
  }

  @Test("a figure without a picture file to hold it is an error that says what to do") func nowhere() throws {
    let run = try Program.run(["drivers", "attitude", "--figure", "residuals", "--output", "residuals.json"])
    #expect(run.status == 64)
    #expect(run.error.contains("--output residuals.png"))
  }
}
