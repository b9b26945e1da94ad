import Survey
import TestSupport
import Testing

/// Derived columns of an export with holes, weights and frequencies are those of R (Tests/References/derived).
@Suite struct DerivedReferenceTests {
  private static func columns(_ file: String) throws -> [String: [Double]] {
    let lines = try PackageFiles.text("Tests/References/derived/\(file)").split(separator: "\n")
    let names = lines[0].split(separator: ",").map(String.init)
    var columns: [String: [Double]] = [:]
    for line in lines.dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      for (name, cell) in zip(names, cells) {
        columns[name, default: []].append(Double(cell) ?? MissingValue.double(0))
      }
    }
    return columns
  }

  private static func survey() throws -> Dataset {
    let columns = try columns("survey.csv")
    var variables = columns.sorted { $0.key < $1.key }.map { Variable(name: $0.key, values: .double($0.value)) }
    let a = variables.firstIndex { $0.name == "a" }!
    variables[a].details.valueLabels = [.init(.number(1), "Never"), .init(.number(5), "Always")]
    let region = variables.firstIndex { $0.name == "region" }!
    variables[region].details.valueLabels = zip([1.0, 2, 3, 7], ["North", "South", "East", "West"]).map {
      .init(.number($0), $1)
    }
    return Dataset(variables: variables, rowCount: columns["a"]!.count)
  }

  @Test(
    arguments: [
      ("reverse_a", "reverse(a)", nil), ("mean_two", "mean(a:c, answered=2)", nil), ("mean_all", "mean(a, b, c)", nil),
      ("sum_one", "sum(a:c, answered=1)", nil), ("top2", "top2(nps)", nil), ("bottom7", "bottom7(nps)", nil),
      ("recoded", "recode(region, North, 3 = 10, South, 7 = 20)", nil), ("is_one_seven", "is(region, 1, West)", nil),
      ("standardized", "standardize(nps)", nil), ("standardized", "standardize(nps, unweighted)", WeightsKind.sampling),
      ("weighted", "standardize(nps)", .sampling), ("weighted", "standardise(nps)", .precision),
      ("frequency", "standardize(nps)", .frequency),
    ] as [(String, String, WeightsKind?)])
  func aColumnIsThatOfR(column: String, expression: String, kind: WeightsKind?) throws {
    let data = try Self.survey()
    let weights = kind.map { AnalysisRoles.Weighting(variable: $0 == .frequency ? "f" : "w", kind: $0) }
    let made = try Derivation(
      DerivedVariable(name: "new", expression), in: data.names, isWhole: true, weights: weights
    ) { $0 == "nps" ? RatingScale(0, 10) : nil }.make(data).doubles
    let expected = try #require(try Self.columns("derived.csv")[column])
    #expect(made.count == expected.count)
    for (row, (found, known)) in zip(made, expected).enumerated() {
      #expect(found.isNaN ? known.isNaN : abs(found - known) < 1e-13 * max(1, abs(known)), "row \(row + 1)")
    }
  }

  @Test func labelsTurnWithTheirAnswers() throws {
    let made = try Derivation(DerivedVariable(name: "r", "reverse(a)"), in: ["a"], isWhole: true) { _ in nil }
      .make(Self.survey())
    #expect(made.details.valueLabels == [.init(.number(1), "Always"), .init(.number(5), "Never")])
    #expect(made.details.scale == RatingScale(1, 5))
  }

  @Test func dummiesAreNamedByLabels() throws {
    let data = try Self.survey()
    let made = try Derivation(DerivedVariable(name: "d", "dummies(region)"), in: data.names, isWhole: true) { _ in nil }
      .make(data)
    guard case .text(let codes, let categories) = made.values else {
      Issue.record("no categories")
      return
    }
    #expect(categories == ["North", "South", "East", "West"])
    let names = [1.0: "North", 2: "South", 3: "East", 7: "West"]
    for (code, number) in zip(codes, data["region"]!.doubles) {
      #expect(number.isNaN ? code < 0 : categories[Int(code)] == names[number])
    }
  }
}
