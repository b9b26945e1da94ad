import Survey
import Testing

@Suite struct RowConditionTests {
  /// Five rows; wave is in eight bits, age in sixteen, spent in doubles, segment is text; the last row is missing.
  static let data = Dataset(
    variables: [
      Variable(name: "wave", values: .int8([1, 1, 2, 2, MissingValue.int8(0)])),
      Variable(name: "age", values: .int16([20, 300, 40, 50, MissingValue.int16(0)])),
      Variable(name: "spent", values: .double([0.5, 1.5, -2, 1e9, MissingValue.double(0)])),
      Variable(
        name: "segment",
        values: .text(codes: [0, 1, 0, 2, MissingValue.text(0)], categories: ["new", "returning", "2"])),
      Variable(name: "odd name", values: .int8([1, 2, 3, 4, 5])),
    ], rowCount: 5)

  @Test(arguments: [
    ("wave = 2", [2, 3]), ("wave == 2", [2, 3]), ("wave != 2", [0, 1]), ("wave <> 2", [0, 1]),
    ("age < 50", [0, 2]), ("age <= 50", [0, 2, 3]), ("age > 50", [1]), ("age >= 50", [1, 3]),
    ("spent<-1.5", [2]), ("spent = 1e9", [3]), ("wave=-1", []), ("wave = '2'", [2, 3]),
    ("age in (20, 300)", [0, 1]), ("age not in (20,300)", [2, 3]), ("age between 40 and 50", [2, 3]),
    ("age not between 40 and 50", [0, 1]), ("age is missing", [4]), ("age is not missing", [0, 1, 2, 3]),
    ("segment = new", [0, 2]), ("segment != \"new\"", [1, 3]), ("segment in ('new', 2)", [0, 2, 3]),
    ("segment > 'new'", [1]), ("segment <= 'new'", [0, 2, 3]), ("segment between 'n' and 's'", [0, 1, 2]),
    ("segment is missing", [4]), ("`odd name` > 3", [3, 4]), ("\"odd name\" > 3", [3, 4]),
    ("wave = 1 and age = 20 or age = 50", [0, 3]), ("wave = 1 and (age = 20 or age = 50)", [0]),
    ("not wave = 1 and age = 40", [2]), ("not (wave = 1 or age = 40)", [3]), ("not not wave = 1", [0, 1]),
    ("NOT wave IN (1) AND age IS NOT MISSING", [2, 3]), ("(wave=1)or(age=50)", [0, 1, 3]),
  ])
  func aConditionPicksTheRowsForWhichItSurelyHolds(text: String, rows: [Int32]) throws {
    #expect(try RowCondition(text).rows(in: Self.data) == rows)
  }

  @Test(arguments: ["wave = 1", "age < 50", "spent > 0", "segment = 'new'", "age in (20)", "age between 1 and 30"])
  func aMissingValueIsNeitherInAConditionNorInItsOpposite(text: String) throws {
    let holds = try RowCondition(text).rows(in: Self.data)
    let fails = try RowCondition("not (\(text))").rows(in: Self.data)
    #expect((holds + fails).sorted() == [0, 1, 2, 3])
  }

  @Test func theVariablesOfAConditionAreListedOnceInOrder() throws {
    #expect(try RowCondition("b = 1 and (a = 2 or b = 3)").variables == ["b", "a"])
  }

  @Test(arguments: [
    ("", 1), ("   ", 4), ("wave", 5), ("wave =", 7), ("wave = 2 and", 13), ("= 2", 1), ("2 = wave", 1),
    ("wave = 2 age = 3", 10), ("(wave = 2", 1), ("wave = 2)", 9), ("wave => 2", 6), ("wave = 1 && age = 2", 10),
    ("wave in 2", 9), ("wave in (1", 11), ("wave in ()", 10), ("wave in (1 2)", 12), ("wave between 1, 2", 15),
    ("wave is 2", 9), ("wave = missing", 8), ("segment = 'new", 11), ("wave = `age`", 8), ("1 < wave < 3", 1),
    ("wave < 3 < 4", 10), ("wave = 2;", 9),
  ])
  func aMistakeIsFoundAtItsPlace(text: String, position: Int) {
    do {
      _ = try RowCondition(text)
      Issue.record("'\(text)' was accepted")
    } catch SyntaxFault.expression(let quoted, let found, let problem, _) {
      #expect(quoted == text)
      #expect(found == position, "\(problem.description)")
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func numbersAndTextAreNotCompared() throws {
    #expect(throws: SyntaxFault.self) { try RowCondition("wave = two").rows(in: Self.data) }
    #expect(throws: SyntaxFault.self) { try RowCondition("segment > 3").rows(in: Self.data) }
  }

  /// Codes with labels, of which two share one, and one reads as another's number; letters with labels.
  static let labelled: Dataset = {
    var region = Variable(name: "region", values: .int8([1, 2, 3, 1, 9, MissingValue.int8(0)]))
    region.details.valueLabels = [
      .init(.number(1), "North"), .init(.number(2), "South"), .init(.number(3), "North"), .init(.number(9), "2"),
    ]
    var plan = Variable(
      name: "plan", values: .text(codes: [0, 1, 0, 2, 1, MissingValue.text(0)], categories: ["b", "p", "x"]))
    plan.details.valueLabels = [.init(.text("b"), "Basic"), .init(.text("p"), "Plus")]
    return Dataset(variables: [region, plan], rowCount: 6)
  }()

  @Test(arguments: [
    ("region = 'North'", [0, 2, 3]), ("region = North", [0, 2, 3]), ("region = 1", [0, 3]),
    ("region != 'North'", [1, 4]),
    ("region in ('South', 9)", [1, 4]), ("region not in ('North')", [1, 4]), ("region >= 'South'", [1, 2, 4]),
    ("region between 'South' and 5", [1, 2]), ("region = '3'", [2]), ("not region = 'South'", [0, 2, 3, 4]),
    ("plan = 'Basic'", [0, 2]), ("plan = b", [0, 2]), ("plan != 'Plus'", [0, 2, 3]), ("plan in (Basic, x)", [0, 2, 3]),
  ])
  func anAnswerIsFoundByItsLabelOrItself(text: String, rows: [Int32]) throws {
    #expect(try RowCondition(text).rows(in: Self.labelled) == rows)
  }

  @Test(arguments: [
    ("region = 'Nroth'", 10, "'Nroth' is neither a number nor a label of column 'region'"),
    ("region in (1, West)", 15, "'West' is neither a number nor a label of column 'region'"),
    ("plan = 'x' and region < 'North'", 25, "several answers of column 'region' are called 'North'"),
    ("region = '2'", 10, "'2' may be the answer itself, or the label of 9 in column 'region'"),
  ])
  func aLabelThatIsNoneIsRefusedAtItsPlace(text: String, position: Int, problem: Sentence) {
    do {
      _ = try RowCondition(text).rows(in: Self.labelled)
      Issue.record("'\(text)' was accepted")
    } catch SyntaxFault.expression(_, let found, let said, _) {
      #expect(found == position)
      #expect(said == problem)
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func anUnknownColumnIsNamedWithItsNeighbour() throws {
    let text = "wave = 1 and (wave = 2 or wawe = 2)"
    let condition = try RowCondition(text)
    let fault = SyntaxFault.column(name: "wawe", nearest: ["wave"], text: text, position: 27, derived: nil)
    #expect(throws: fault) { try condition.rows(in: Self.data) }
    #expect(throws: fault) { try condition.check(columns: Self.data.names) }
    #expect(fault.exitStatus == 65)
  }

  @Test func unreadableTextStopsTheConditionOnlyInARowThatItChooses() throws {
    let lost = MissingValue.int8(2)
    let data = Dataset(
      variables: [
        Variable(
          name: "x", values: .int8([1, lost, 1, lost]), missingReasons: [.empty, .notAvailable, .unreadable],
          unreadable: UnreadableText([(row: 8, text: "l2"), (row: 10, text: "many")])),
        Variable(name: "f", values: .int8([1, 0, 1, 1])),
      ], rowCount: 4, firstRow: 7)
    #expect(try RowCondition("x = 1").rows(in: data) == [0, 2])
    #expect(try RowCondition("x != 1").rows(in: data) == [])
    #expect(try RowCondition("x = 1 or f = 0 and x > 5").rows(in: data) == [0, 2])
    #expect(throws: DataFault.notNumeric(variable: "x", row: 8, value: "l2", count: 2)) {
      try RowCondition("x is missing").rows(in: data)
    }
    #expect(throws: DataFault.notNumeric(variable: "x", row: 10, value: "many", count: 1)) {
      try RowCondition("x = 5 or f = 1").rows(in: data)
    }
    #expect(data.selecting([0, 2])["x"]?.unreadable == nil)
    #expect(data.selecting([0, 3])["x"]?.unreadable == UnreadableText([(row: 10, text: "many")]))
    #expect(data.selecting([0, 3]).selecting([0])["x"]?.unreadable == nil)
  }

  @Test func deepNestingIsAnErrorAndLongChainsAreNot() throws {
    let deep = String(repeating: "(", count: 100_000) + "wave = 2" + String(repeating: ")", count: 100_000)
    #expect(throws: SyntaxFault.self) { try RowCondition(deep) }
    let nots = String(repeating: "not ", count: 100_000) + "wave = 2"
    #expect(try RowCondition(nots).rows(in: Self.data) == [2, 3])
    let chain = String(repeating: "wave = 2 or ", count: 5_000) + "wave = 1"
    #expect(try RowCondition(chain).rows(in: Self.data) == [0, 1, 2, 3])
  }
}
