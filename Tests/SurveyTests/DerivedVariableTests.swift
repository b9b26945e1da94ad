import Survey
import Testing

/// Derived columns of five rows, counted by hand.
@Suite struct DerivedVariableTests {
  private static let none = MissingValue.int8(0)
  static let data: Dataset = {
    var region = Variable(
      name: "region", values: .text(codes: [0, 1, 0, 2, -1], categories: ["North", "South", "East"]))
    region.details.valueLabels = [.init(.text("East"), "Sunrise")]
    return Dataset(
      variables: [
        Variable(name: "a", values: .int8([1, 7, none, 4, 2])),
        Variable(name: "b", values: .int8([2, none, none, 4, 3]), missingReasons: [.code("9")]),
        Variable(name: "c", values: .int8([3, 6, 5, none, 7])),
        Variable(name: "nps", values: .int8([10, 9, 8, 0, none])), region,
        Variable(
          name: "date",
          values: .text(
            codes: [0, 1, 2, 3, -1], categories: ["2024-01-01", "2023-01-01", "2024-12-31", "2021-01-03"])),
      ], rowCount: 5)
  }()

  static func made(_ expression: String) throws -> Variable {
    try Derivation(DerivedVariable(name: "new", expression), in: data.names, isWhole: true) {
      $0 == "nps" ? RatingScale(0, 10) : nil
    }.make(data)
  }

  static func words(_ variable: Variable) -> [String] {
    if case .text(let codes, let categories) = variable.values {
      return codes.map { $0 < 0 ? "-" : categories[Int($0)] }
    }
    return variable.doubles.map { $0.isNaN ? "-" : "\($0)" }
  }

  @Test(arguments: [
    ("mean(a:c)", ["2.0", "-", "-", "-", "4.0"]),
    ("mean(a, b, c, answered=1)", ["2.0", "6.5", "5.0", "4.0", "4.0"]),
    ("mean(a:c, answered=2)", ["2.0", "6.5", "-", "4.0", "4.0"]),
    ("sum(a:c)", ["6.0", "-", "-", "-", "12.0"]),
    ("top2(nps)", ["1.0", "1.0", "0.0", "0.0", "-"]),
    ("bottom1(nps)", ["0.0", "0.0", "0.0", "1.0", "-"]),
    ("top1(a, 7:1)", ["1.0", "0.0", "-", "0.0", "0.0"]),
    (
      "recode(nps, 0:6 = detractor, 7:8 = passive, 9:10 = promoter)",
      ["promoter", "promoter", "passive", "detractor", "-"]
    ),
    ("recode(a, 1:2 = 1, 4 = 2.5, else = missing)", ["1.0", "-", "-", "2.5", "1.0"]),
    ("recode(region, North = 1, 'South' = 1, else = 0)", ["1.0", "1.0", "1.0", "0.0", "-"]),
    ("recode(region, South = S, else = keep)", ["North", "S", "North", "East", "-"]),
    ("is(region, North)", ["1.0", "0.0", "1.0", "0.0", "-"]),
    ("is(region, Sunrise)", ["0.0", "0.0", "0.0", "1.0", "-"]),
    ("is(a, 7, 1)", ["1.0", "1.0", "-", "0.0", "0.0"]),
    ("year(date)", ["2024", "2023", "2024", "2021", "-"]),
    ("quarter(date)", ["2024-Q1", "2023-Q1", "2024-Q4", "2021-Q1", "-"]),
    ("month(date)", ["2024-01", "2023-01", "2024-12", "2021-01", "-"]),
    // By the calendar of ISO 8601.
    ("week(date)", ["2024-W01", "2022-W52", "2025-W01", "2020-W53", "-"]),
  ])
  func aDerivedColumnHoldsWhatItsFunctionSays(expression: String, expected: [String]) throws {
    #expect(Self.words(try Self.made(expression)) == expected)
  }

  @Test func aMeanIsMissingForTheReasonOfItsFirstMissingItem() throws {
    let made = try Self.made("mean(a:c, answered=3)")
    let reasons = made.values.numbersWithReasons.map { MissingValue.reason($0).map { made.missingReasons[$0] } }
    #expect(reasons == [nil, .code("9"), .empty, .empty, nil])
  }

  @Test func namesThatAreKeptHaveTheSameCodesInEveryBlock() throws {
    let blocks = [[0, 1, 2], [2, 1, 0]].map { (codes: [Int32]) in
      Dataset(
        variables: [Variable(name: "r", values: .text(codes: codes, categories: ["N", "E", "S"]))], rowCount: 3)
    }
    let kept = try blocks.map { block in
      try Derivation(DerivedVariable(name: "k", "recode(r, E = x, else = keep)"), in: ["r"], isWhole: false) { _ in nil
      }
      .make(block).values
    }
    #expect(kept[0] == .text(codes: [1, 0, 2], categories: ["x", "N", "S"]))
    #expect(kept[1] == .text(codes: [2, 0, 1], categories: ["x", "N", "S"]))
  }

  @Test func whatIsNotCoveredIsRefused() {
    #expect(throws: DataFault.self) { try Self.made("recode(a, 1:4 = low)") }
    #expect(throws: SyntaxFault.self) { try Self.made("recode(a, 1:3 = 1, 3:7 = 2)") }
    #expect(throws: SyntaxFault.self) { try Self.made("top2(a)") }
    #expect(throws: DataFault.outsideScale(variable: "a", row: 2, value: 7, low: 1, high: 5, count: 1)) {
      try Self.made("top2(a, 1:5)")
    }
    #expect(throws: SyntaxFault.self) { try Self.made("month(region)") }
    #expect(throws: SyntaxFault.self) { try Self.made("mean(region)") }
    // Nothing that a number could be, or is called.
    #expect(throws: SyntaxFault.self) { try Self.made("recode(a, often = 1, else = 0)") }
    // Texts that are no answer here may be one elsewhere.
    #expect(throws: Never.self) { try Self.made("is(region, West)") }
  }

  /// Where an expression is wrong: the characters before the mark are right.
  @Test(arguments: [
    "mean(a, b, |zz)", "mean(a:|zz)", "sum(a, a, |b1)", "top2(nps, 0:10, |0:10)", "recode(a, 1 = 1, |1 = 2)",
    "recode(a, 1 = 1, 2, |1, 3 = 2)", "recode(a, 1 = 1, |9)", "is(|zz, 1)", "standardize(a, |a)",
    "year(date, dmy, |dmy)",
    "week(date, |a)", "mean(a, b, |answer=1)", "|men(a, b)", "reverse(|a)", "top2(|a)", "  reverse(a, |x)",
    "mean(a, |region)", "recode(a, 1:4 = 1, |often = 2, else = 0)", "dummies(region, |a)", "month(|region)",
    "mean(a, b, |answered=4)", "standardize(|region)", "recode(region, 'a,b' = 1, |'a,b' = 2)",
  ])
  func anExpressionIsWrongAtItsCharacter(marked: String) throws {
    let expression = marked.replacing("|", with: "")
    let place = marked.distance(from: marked.startIndex, to: marked.firstIndex(of: "|")!) + 1
    do {
      _ = try Self.made(expression)
      Issue.record("'\(expression)' was accepted")
    } catch let fault as SyntaxFault {
      #expect(fault.place?.position == place, "\(fault)")
      #expect(fault.place?.text == expression)
    }
  }

  @Test func anUnknownColumnOfAnExpressionIsNamedWithItsNeighbour() throws {
    #expect(
      throws: SyntaxFault.column(
        name: "regio", nearest: ["region"], text: "is( regio, North)", position: 5, derived: "new")
    ) { try Self.made("is( regio, North)") }
  }
}
