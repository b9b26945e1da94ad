import Foundation
import LinearAlgebra
import Measures
import ModelSyntax
import Structural
import Survey
import Testing

/// What must hold whatever the data, and what is said of models that cannot be fitted.
@Suite("Structural models: identities and bad input") struct IdentityTests {
  private func moments(_ names: [String]) throws -> Moments {
    try prepareLinearAlgebra()
    return LavaanData.moments(try LavaanData("HolzingerSwineford1939").frames(names)[0])
  }

  private func fit(_ text: String, _ change: (inout StructuralModel) -> Void = { _ in }) throws -> StructuralModel.Fit {
    var model = StructuralModel(try ModelSyntax(text))
    change(&model)
    return try model.fit(to: moments((1...9).map { "x\($0)" } + ["ageyr"]))
  }

  @Test func `a saturated model reproduces the covariances`() throws {
    let fit = try fit("x1 ~~ x2 + x3\nx2 ~~ x3")
    #expect(fit.statistics.degreesOfFreedom == 0 && abs(fit.statistics.chiSquared!) < 1e-9)
    #expect(fit.residuals().allSatisfy { abs($0.residual) < 1e-9 })
  }

  @Test func `degrees of freedom by hand`() throws {
    // 45 moments; 6 loadings, 9 residuals, 3 variances, 3 covariances.
    let text = "a =~ x1 + x2 + x3\nb =~ x4 + x5 + x6\nc =~ x7 + x8 + x9"
    #expect(try fit(text).statistics.degreesOfFreedom == 45 - 21)
    #expect(try fit(text) { $0.isOrthogonal = true }.statistics.degreesOfFreedom == 45 - 18)
    #expect(try fit(text) { $0.hasMeans = true }.statistics.degreesOfFreedom == 45 - 21)
    #expect(try fit(text) { $0.hasUnitVariances = true }.statistics.degreesOfFreedom == 45 - 21)
  }

  @Test func `a recursion of observed variables is regression`() throws {
    let fit = try fit("x4 ~ x1 + x2 + x3")
    let data = try moments(["x1", "x2", "x3", "x4"]).covariance
    let factor = try Cholesky(data.selecting([0, 1, 2]))
    let slopes = factor.solve([data[3, 0], data[3, 1], data[3, 2]])
    for (k, name) in ["x1", "x2", "x3"].enumerated() {
      let own = try #require(fit.parameters.first { $0.sign == "~" && $0.right == name })
      #expect(abs(own.estimate - slopes[k]) < 1e-9)
    }
  }

  @Test func `an indirect effect is the product of its paths, and so is its error`() throws {
    let fit = try fit("x4 ~ a*x1\nx7 ~ b*x4 + x1\nind := a*b")
    let effect = try #require(fit.effects.first { $0.through == ["x4"] })
    let defined = try #require(fit.parameters.first { $0.sign == ":=" })
    #expect(abs(effect.indirect.estimate - defined.estimate) < 1e-12)
    #expect(abs(effect.indirect.standardError! - defined.standardError!) < 1e-12)
    let (a, b) = (fit.parameters.first { $0.label == "a" }!, fit.parameters.first { $0.label == "b" }!)
    #expect(abs(defined.estimate - a.estimate * b.estimate) < 1e-12)
    let whole = try #require(fit.effects.first { $0.from == "x1" && $0.to == "x7" && $0.through == nil })
    #expect(abs(whole.total!.estimate - whole.direct!.estimate - whole.indirect.estimate) < 1e-12)
  }

  @Test func `units do not matter`() throws {
    let text = "a =~ x1 + x2 + x3\nb =~ x4 + x5 + x6\nb ~ a"
    var scaled = try moments((1...6).map { "x\($0)" })
    for i in 0..<6 { for j in 0...i { scaled.scatter[i, j] *= (i == 2 ? 1000 : 1) * (j == 2 ? 1000 : 1) } }
    let (own, other) = (try fit(text), try StructuralModel(ModelSyntax(text)).fit(to: scaled))
    #expect(abs(own.statistics.chiSquared! - other.statistics.chiSquared!) < 1e-7)
    for (x, y) in zip(own.parameters, other.parameters) {
      #expect(abs((x.standardized ?? 0) - (y.standardized ?? 0)) < 1e-7, "\(x.name)")
    }
  }

  private func sentence(_ text: String) -> String {
    do {
      _ = try fit(text)
      return ""
    } catch let fault as any Fault { return fault.sentence.description } catch { return "\(error)" }
  }

  @Test func `an unidentified model names its parameters`() {
    let said = sentence("a =~ NA*x1 + x2 + x3 + x4")
    #expect(said.contains("cannot tell") && said.contains("a ~~ a") && said.contains("a =~ x1"), "\(said)")
    #expect(sentence("a =~ x1 + x2").contains("more") || sentence("a =~ x1 + x2").contains("only 3"))
  }

  @Test func `what is wrong is said with its place`() {
    #expect(sentence("a =~ x1 + x22 + x3").contains("line 1, character 11"))
    #expect(sentence("x4 ~ x1\nind := q*x1").contains("no parameter has the label 'q'"))
    #expect(sentence("x1 =~ x2 + x3 + x4").contains("construct of the model and a column"))
    #expect(sentence("a =~ c(1,2)*x1 + x2 + x3").contains("2 groups"))
    #expect(sentence("x1 | t1").contains("threshold"))
  }

  @Test func `a negative variance is said`() throws {
    let fit = try fit("a =~ x1 + x2\nb =~ x4 + x5\na ~~ 3*b")
    #expect(
      fit.parameters.contains { $0.sign == "~~" && $0.isFree && $0.estimate < 0 }
        == fit.notes.contains { $0.kind.name == "negative_variance" })
  }

  /// The construct has more variance than two of its items: their residuals have to make up for it.
  @Test func `residuals that correlate beyond 1 are said`() throws {
    let fit = try fit("a =~ 1*x1 + 1*x2 + x3\na ~~ 1.3*a\nx1 ~~ x2")
    #expect(fit.parameters.allSatisfy { $0.left != $0.right || $0.estimate > 0 })
    let note = try #require(fit.notes.first { $0.kind.name == "improper_residuals" })
    #expect(note.sentence.description.contains("x1 ↔ x2 -"), "\(note.sentence.description)")
    #expect(try !self.fit("a =~ x1 + x2 + x3").notes.contains { $0.kind.name == "improper_residuals" })
  }

  @Test func `collinear columns are refused`() throws {
    var twice = try moments(["x1", "x2", "x3", "x4"])
    for j in 0..<4 { twice.scatter[3, j] = j == 3 ? twice.scatter[0, 0] : twice.scatter[0, j] }
    #expect(throws: StructuralFault.self) {
      try StructuralModel(ModelSyntax("a =~ x1 + x2 + x3 + x4")).fit(to: twice)
    }
  }
}
