import Foundation
import Measures
import Simulation
import Studies
import SurveyFiles
import TestSupport
import Testing

/// The bundled webshop survey is what its model draws, and its README tells the truth.
@Suite struct WebshopFilesTests {
  static let folder = PackageFiles.datasets.appending(path: "webshop")

  @Test func theDataAreWhatTheModelDraws() throws {
    let model = try SurveyModel.read(path: Self.folder.appending(path: "model.yaml").path)
    let file = try Data(contentsOf: Self.folder.appending(path: "webshop.csv"))
    #expect(CSVWriter.bytes(of: try model.draw()) == [UInt8](file))
  }

  @Test func theReadmeStatesThePopulationsShares() throws {
    let model = try SurveyModel.read(path: Self.folder.appending(path: "model.yaml").path)
    let readme = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    for wave in model.waveNames {
      for truth in try model.populationShares(wave: wave) {
        let shares = truth.shares.map { String(format: "%.1f %%", 100 * $0) }.joined(separator: " | ")
        let row = "| \(wave) | \(truth.outcome) | \(String(format: "%.3f", truth.rSquared)) | \(shares) |"
        #expect(readme.contains(row), "\(row)")
      }
    }
    let means = try model.waveNames.map { try model.populationMoments(wave: $0).means! }
    for (k, name) in ["product quality", "process ease", "staff courtesy"].enumerated() {
      let sentence = "\(name) \(String(format: "%.2f", means[0][k])) and \(String(format: "%.2f", means[1][k]))"
      #expect(readme.replacingOccurrences(of: "\n", with: " ").contains(sentence), "\(sentence)")
    }
  }
}
