import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Structural
import Survey
import TestSupport
import Testing

/// Scores of constructs beside lavaan's `lavPredict`: `References/structural/scores.R` made the figures.
@Suite("Scores of constructs") struct ScoreTests {
  private func fit(_ reference: [String: Any]) throws -> (StructuralModel.Fit, ModelFrame) {
    let model = StructuralModel(try ModelSyntax(reference["model"] as! String))
    let isIncomplete = reference["missing"] is String
    let frame = try LavaanData(reference["data"] as! String)
      .frames(model.observed, .init(isIncomplete: isIncomplete))[0]
    return (try model.fit(to: [frame]), frame)
  }

  @Test(arguments: ["holzinger", "democracy", "holes"], StructuralModel.ScoreMethod.allCases)
  func `scores are lavaan's`(_ name: String, _ method: StructuralModel.ScoreMethod) throws {
    try prepareLinearAlgebra()
    let reference = try #require(PackageFiles.json("structural/scores.json")[name] as? [String: Any])
    let (fit, frame) = try fit(reference)
    let scores = try fit.scores(of: frame, method: method)
    let theirs = try #require(reference[method.rawValue] as? [String: [Any]])
    #expect(Set(scores.constructs) == Set(theirs.keys))
    for (construct, values) in zip(scores.constructs, scores.values) {
      for (row, value) in (theirs[construct] ?? []).enumerated() {
        guard let value = (value as? NSNumber)?.doubleValue else { continue }
        #expect(abs(values[row] - value) < 2e-4, "\(name) \(construct) \(row): \(values[row]), \(value)")
      }
    }
  }

  /// Var f̂ of regression is the determinacy times the construct's variance, if the sample's covariances are the model's.
  @Test func `scores vary as the model says`() throws {
    try prepareLinearAlgebra()
    let model = StructuralModel(try ModelSyntax("visual =~ x1 + x2 + x3"))
    let frame = try LavaanData("HolzingerSwineford1939").frames(model.observed)[0]
    // Three indicators of one construct: the model is saturated.
    let fit = try model.fit(to: [frame])
    let scores = try fit.scores(of: frame)
    let n = Double(frame.rowCount)
    let mean = scores.values[0].reduce(0, +) / n
    let variance = scores.values[0].reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    let whole = try #require(fit.parameters.first { $0.name == "visual ~~ visual" }).estimate
    #expect(abs(mean) < 1e-9)
    #expect(abs(variance - scores.determinacies[0] * whole) < 1e-6)
  }

  @Test func `nothing answered is no score, and thresholds give none`() throws {
    try prepareLinearAlgebra()
    let model = StructuralModel(try ModelSyntax("visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6"))
    let frame = try LavaanData("HolzingerSwineford1939").frames(model.observed)[0]
    let fit = try model.fit(to: [frame])
    var holes = frame
    for column in 0..<3 { holes.values[column * frame.rowCount] = .nan }
    let bartlett = try fit.scores(of: holes, method: .bartlett)
    #expect(bartlett.values[0][0].isNaN && bartlett.values[1][0].isFinite)
    #expect(try fit.scores(of: holes).values[0][0].isFinite)
    let ordered = StructuralModel(try ModelSyntax("visual =~ x1 + x2 + x3"), estimator: .wlsmv)
    let ratings = try LavaanData("ordered").frames(ordered.observed)[0]
    let thresholds = try ordered.fit(to: [ratings])
    #expect(throws: StructuralFault.self) { try thresholds.scores(of: ratings) }
  }
}
