import Foundation
import Simulation
import Studies
import Survey
import Testing

@Suite struct DrawTests {
  static let text = """
    title: Test
    respondents: 500
    seed: 3
    identifier: id
    dont_know: 9
    factors:
      a: {label: A, items: {a1: 0.8, a2: 0.7}}
      b: {items: {b1: 0.8}}
    correlations: {a: {b: 0.4}}
    answers: {scale: [1, 5], empty: 0.05, dont_know: 0.1}
    items: {a1: {label: First, stated: 4}, a2: {scale: [5, 1], cumulative: [0.1, 0.2, 0.5, 0.9]}}
    outcomes: {y: {label: Outcome, paths: {a: 0.5}, scale: [0, 10], dont_know: 0, mean: 7, deviation: 2}}
    waves: {variable: wave, parts: {1: {share: 0.4}, 2: {share: 0.6}}}
    segments: {variable: kind, parts: {new: {share: 0.5, sampled: 0.8}, old: {share: 0.5, sampled: 0.2}}}
    weights: {variable: w, log_deviation: 0.5}
    stated: {prefix: imp_, scale: [1, 5], deviation: 1, correlation: 0.5}
    """

  @Test func theColumnsAreThoseOfTheModel() throws {
    let data = try SurveyModel.parse(Self.text, file: "m").draw()
    #expect(data.names == ["id", "wave", "kind", "w", "a1", "a2", "b1", "y", "imp_a1"])
    #expect(data.rowCount == 500)
    #expect(data["a1"]?.label == "First")
    let answers = data["a1"]!.doubles.filter { !$0.isNaN }
    #expect(Set(answers) == [1, 2, 3, 4, 5, 9])
    #expect(data["y"]!.doubles.allSatisfy { $0.isNaN || (0...10).contains($0) })
    #expect(data["wave"]!.doubles.filter { $0 == 1 }.count == 200)
    #expect(data["kind"]!.isText)
    #expect(data["w"]!.doubles.allSatisfy { $0 > 0 })
  }

  @Test func sharesOfAnswersFollowTheThresholds() throws {
    let model = try SurveyModel.parse(Self.text, file: "m")
    let n = 100_000
    let data = try model.draw(respondents: n)
    /// Four and a half standard errors of a proportion.
    func check(_ name: String, _ value: Double, _ expected: Double) {
      let found = Double(data[name]!.doubles.count { $0 == value }) / Double(n)
      #expect(
        abs(found - expected) < 4.5 * (expected * (1 - expected) / Double(n)).squareRoot(),
        "\(name) = \(value): \(found)")
    }
    // 85 % answer; equal points, then points counted from the bad end, which is 5.
    for point in 1...5 { check("a1", Double(point), 0.85 / 5) }
    for (point, share) in [(5, 0.1), (4, 0.1), (3, 0.3), (2, 0.4), (1, 0.1)] {
      check("a2", Double(point), 0.85 * share)
    }
    check("a1", 9, 0.1)
    #expect(
      abs(Double(data["y"]!.doubles.count(where: \.isNaN)) / Double(n) - 0.05) < 4.5
        * (0.05 * 0.95 / Double(n)).squareRoot())
    // Rounded to the nearest point: P(y = 7) = P(|Z| < 0.25), of the 95 % who answer.
    check("y", 7, 0.95 * erf(0.25 / 2.0.squareRoot()))
    // Weights average 1 and give the segments their shares back.
    let w = data["w"]!.doubles
    #expect(abs(w.reduce(0, +) / Double(n) - 1) < 0.02)
    guard case .text(let codes, let categories) = data["kind"]!.values else { return }
    let new = Int32(categories.firstIndex(of: "new")!)
    #expect(abs(Double(codes.count { $0 == new }) / Double(n) - 0.8) < 0.006)
    let weighted = zip(codes, w).reduce(0) { $0 + ($1.0 == new ? $1.1 : 0) } / w.reduce(0, +)
    #expect(abs(weighted - 0.5) < 0.02)
  }

  @Test func aSeedIsASurveyAndMissingValuesDoNotChangeTheAnswers() throws {
    let model = try SurveyModel.parse(Self.text, file: "m")
    let first = try model.draw()
    let again = try model.draw(seed: 3)
    #expect(first.variables == again.variables)
    #expect(try model.draw(seed: 4).variables != first.variables)
    let whole = try SurveyModel.parse(
      Self.text.replacingOccurrences(of: "empty: 0.05, dont_know: 0.1", with: "empty: 0"), file: "m"
    ).draw()
    let pairs = zip(first["a1"]!.doubles, whole["a1"]!.doubles)
    #expect(pairs.allSatisfy { cell in cell.0.isNaN || cell.0 == 9 || cell.0 == cell.1 })
    #expect(pairs.contains { cell in cell.0 == 9 })
    let declared = try model.draw(areCodesMissing: true)["a1"]!
    #expect(declared.missingReasons == [.empty, .code("9")])
    #expect(!declared.doubles.contains(9))
  }

  @Test func surveysOfNobodyOrOfTooManyAreRefused() throws {
    let model = try SurveyModel.parse(Self.text, file: "m")
    #expect(throws: DataFault.self) { try model.draw(respondents: 0) }
    #expect(throws: DataFault.self) { try model.draw(respondents: .max) }
    #expect(try model.draw(respondents: 1).rowCount == 1)
  }

  @Test func aPartWithoutVarianceStillHasMoments() throws {
    let text = """
      factors: {f: {items: {x: 0.8}}}
      outcomes: {y: {scale: [1, 3], paths: {f: 1}}}
      segments: {variable: s, parts: {a: {share: 0.5}, b: {share: 0.5, paths: {y: {f: 0}}}}}
      """
    let shares = try SurveyModel.parse(text, file: "m").populationShares(segment: "b")[0]
    #expect(shares.rSquared == 0)
    #expect(shares.shares == [0])
    #expect(try SurveyModel.parse(text, file: "m").populationShares()[0].rSquared > 0)
  }

  @Test(arguments: [
    ("factors: {a: {items: {x: 0.8}}}", 1, "the model has no 'outcomes'"),
    ("outcomes: {y: {}}", 1, "the model has no 'factors'"),
    (
      "factors: {a: {items: {x: 1.8}}}\noutcomes: {y: {paths: {a: 0.5}}}", 1,
      "'x' of 'items' of 'a' of 'factors' must be from -1 to 1"
    ),
    ("factors: {a: {items: {x: 0.8}}}\noutcomes: {y: {paths: {b: 0.5}}}", 2, "there is no earlier variable 'b' here"),
    ("factors: {a: {items: {x: 0.8}}}\noutcomes: {y: {paths: {a: 1.5}}}", 1, "The paths to 'y' explain"),
    (
      "factors: {a: {items: {x: 0.8}}}\nanswers: {cumulative: [0.5]}\noutcomes: {y: {}}", 2,
      "has 1 numbers where the scale needs 6"
    ),
    (
      "factors: {a: {items: {x: 0.8}}}\nanswers: {scale: [1, 2.5]}\noutcomes: {y: {}}", 2,
      "from one whole number to another"
    ),
    ("factors: {a: {items: {x: 0.8}}}\nanswers: {dont_know: 0.1}\noutcomes: {y: {}}", 2, "has no code"),
    (
      "dont_know: 5\nfactors: {a: {items: {x: 0.8}}}\nanswers: {dont_know: 0.1}\noutcomes: {y: {}}", 3,
      "lies inside the scale 1 to 7"
    ),
    (
      "factors: {a: {items: {x: 0.8}}, b: {items: {z: 0.8}}, c: {items: {u: 0.8}}}\ncorrelations: -0.9\noutcomes: {y: {}}",
      2, "not positive definite"
    ),
    ("factors: {a: {items: {x: 0.8}}}\noutcomes: {x: {}}", 1, "two columns are named 'x'"),
    (
      "factors: {a: {items: {x: 0.8}}}\noutcomes: {y: {}}\nwaves: {variable: w, parts: {1: {share: 0.5}}}", 3,
      "add up to 0.5"
    ),
    ("factors: {a: {items: {x: 0.8}}}\noutcomes: {y: {}}\nrespondents: 0", 3, "must be at least 1"),
    ("factors: {a: {items: {x: 0.8}}}\noutcomes: {y: {}}\nitems: {z: {mean: 3}}", 3, "there is no item 'z' here"),
    ("factors: {a: {}}\noutcomes: {y: {}}", 1, "no factor with items can be a driver"),
  ])
  func aMistakeInAModelHasItsPlace(text: String, line: Int, words: String) {
    do {
      _ = try SurveyModel.parse(text, file: "m.yaml")
      Issue.record("accepted")
    } catch SyntaxFault.study("m.yaml", let at, _, let problem, _) {
      #expect(at == line, "\(problem.description)")
      #expect(problem.description.contains(words), "\(problem.description)")
    } catch {
      Issue.record("\(error)")
    }
  }
}
