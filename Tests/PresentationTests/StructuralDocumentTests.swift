import Presentation
import Rendering
import Structural
import Studies
import Survey
import Testing

/// What the document of `sem` says of results whose numbers are written here by hand.
@Suite struct StructuralDocumentTests {
  private static let rows =
    "x,m,y\n1,1,2\n2,2,1\n4,3,4\n3,4,2\n6,5,5\n5,4,3\n7,5,4\n2,1,1\n5,3,5\n4,2,4\n3,3,3\n6,4,4\n"

  private func document(_ change: (inout StructuralModel.Fit) -> Void) throws -> Document {
    var study = Study(source: .bytes(Array(Self.rows.utf8), name: "made.csv"))
    study.settings.structural.model = "m ~ x; y ~ m"
    var result = try study.structural()
    change(&result.result.groups[0].fit)
    return StructuralDocuments.make(result)
  }

  private func paragraphs(_ document: Document) -> [String] {
    document.blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
  }

  private func set(_ fit: inout StructuralModel.Fit, indirect: (Double, Double, Double)) {
    for k in fit.effects.indices where fit.effects[k].through != nil {
      fit.effects[k].indirect.estimate = indirect.0
      (fit.effects[k].indirect.low, fit.effects[k].indirect.high) = (indirect.1, indirect.2)
    }
  }

  @Test func `what is carried is told with its interval, less as less`() throws {
    let more = paragraphs(try document { set(&$0, indirect: (0.31, 0.12, 0.5)) })
    #expect(
      more[0].hasPrefix("Through m, one more of x goes with 0.31 more of y (95 % interval 0.12 to 0.50)."), "\(more)")
    let less = paragraphs(try document { set(&$0, indirect: (-0.31, -0.5, -0.12)) })
    #expect(
      less[0].hasPrefix("Through m, one more of x goes with 0.31 less of y (95 % interval 0.12 to 0.50)."), "\(less)")
  }

  @Test func `an interval that holds zero claims nothing`() throws {
    let text = paragraphs(
      try document { fit in
        set(&fit, indirect: (0.31, -0.01, 0.6))
        for k in fit.parameters.indices where fit.parameters[k].sign == "~" {
          (fit.parameters[k].standardized, fit.parameters[k].standardizedError) = (0.2, 0.2)
        }
      })[0]
    #expect(text.hasPrefix("Of no effect that other variables carry does the 95 % interval leave zero out."), "\(text)")
    #expect(text.contains("That y depends on m cannot be told") && !text.contains("y depends on m ("), "\(text)")
  }

  @Test func `a path is told as clear where both its intervals are`() throws {
    let text = paragraphs(
      try document { fit in
        for k in fit.parameters.indices where fit.parameters[k].sign == "~" {
          (fit.parameters[k].standardized, fit.parameters[k].standardizedError) = (0.4, 0.01)
          (fit.parameters[k].low, fit.parameters[k].high) = (-0.26, 1.32)
        }
      })[0]
    #expect(text.contains("That y depends on m cannot be told"), "\(text)")
  }

  @Test func `what is no share is not told as one`() throws {
    let text = paragraphs(
      try document { fit in for k in fit.rSquared.indices { fit.rSquared[k].value = -4.56 } })[0]
    #expect(text.contains("y depends on m") && !text.contains("explains"), "\(text)")
  }

  @Test func `of very many effects the largest are shown, and how many there are`() throws {
    let made = try document { fit in
      let own = fit.effects.filter { $0.from == "x" }
      for k in 1...60 {
        fit.effects += own.map { effect in
          var other = effect
          (other.from, other.standardized) = ("x\(k)", effect.standardized.map { $0 * Double(k) })
          return other
        }
      }
    }
    let tables = made.blocks.compactMap { if case .view(let table) = $0 { table } else { nil } }
    let ways = try #require(tables.first { $0.name == "effects" })
    #expect(ways.rows.count == 40 && ways.caption?.contains("40 rows of 122") == true, "\(ways.caption ?? "")")
    #expect(ways.rows[0][0] == .text("x60"))
  }

  @Test func `fit is told without a verdict, and a saturated model as one that nothing tests`() throws {
    let text = paragraphs(
      try document { fit in
        fit.statistics.srmr = 0.0314
        (fit.statistics.chiSquared, fit.statistics.degreesOfFreedom, fit.statistics.pValue) = (3.84, 1, 0.05)
        (fit.statistics.rmsea, fit.statistics.rmseaLow, fit.statistics.rmseaHigh) = (0.123, 0.01, 0.2)
        fit.statistics.cfi = 0.987
      })[1]
    #expect(
      text.contains(
        "χ² is 3.8 with one degree of freedom (p = .050), RMSEA .123 (90 % interval .010 to .200), CFI .987."),
      "\(text)")
    #expect(text.contains(".031 on average (SRMR)"))
    let saturated = paragraphs(try document { $0.statistics.degreesOfFreedom = 0 })[1]
    #expect(saturated.hasPrefix("The model has as many parameters as the data have moments"), "\(saturated)")
  }

  @Test func `numbers stand in their columns, whole for machines`() throws {
    let document = try document { fit in
      for k in fit.parameters.indices where fit.parameters[k].name == "m ~ x" {
        fit.parameters[k].estimate = 0.125
        fit.parameters[k].standardError = 0.0625
      }
    }
    let table = try #require(document.tables.first { $0.name == "parameters" })
    func cell(_ name: String) throws -> Cell {
      let row = try #require(table.rows.first { $0[0] == .text("m") && $0[1] == .text("~") && $0[2] == .text("x") })
      return row[try #require(table.columns.firstIndex { $0.name == name })]
    }
    #expect(try cell("estimate") == .number(0.125) && cell("std_error") == .number(0.0625))
    #expect(try cell("statistic") == .number(2))
    guard case .number(let p) = try cell("p_value") else {
      Issue.record("no p-value")
      return
    }
    // 2Φ(−2).
    #expect(abs(p - 0.0455002638963584) < 1e-12)
  }
}
