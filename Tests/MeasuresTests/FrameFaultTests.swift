import Measures
import Survey
import Testing

@Suite("Data that an analysis cannot use")
struct FrameFaultTests {
  let y = Small.ratings("y", [1, 2, 3, 4, 5, 3])
  let a = Small.ratings("a", [2, 1, 4, 4, 5, 1])

  /// The fault of a frame over y, a and further columns, in memory and streamed two rows at a time: the same.
  func fault<F: Fault>(_ more: [Variable], _ roles: AnalysisRoles, as _: F.Type = DataFault.self) -> F? {
    let data = Dataset(variables: [y, a] + more, rowCount: 6)
    var found: F?
    do { _ = try ModelFrame(data, roles: roles) } catch { found = error as? F }
    do {
      _ = try ModelMoments(Blocks(dataset: data, sizes: [2]), roles: roles)
      #expect(found == nil)
    } catch { #expect(kind(error as? F) == kind(found)) }
    return found
  }

  /// Counts within a block differ from counts within the file: the fault without them.
  func kind<F: Fault>(_ fault: F?) -> F? {
    if case .outsideScale(let v, let row, let value, let low, let high, _)? = fault as? DataFault {
      return DataFault.outsideScale(variable: v, row: row, value: value, low: low, high: high, count: 1) as? F
    }
    return fault
  }

  func with(_ name: String, scale: RatingScale? = nil) -> AnalysisRoles {
    Small.roles(["y"], [Small.player("a"), .init(name: name, items: [.init(name: name, scale: scale)])])
  }

  @Test("Names that do not exist")
  func names() {
    #expect(fault([], with("b")) == .noSuchVariable(name: "b", nearest: ["a", "y"]))
    #expect(
      fault([], Small.roles(["y"], [Small.player("a")], weights: "w"))
        == .noSuchVariable(name: "w", nearest: ["a", "y"]))
    #expect(fault([], Small.roles(["y"], [Small.player("a")], cluster: "w")) != nil)
  }

  @Test("Text where numbers are needed")
  func text() {
    let city = Small.texts("city", ["x", "y", "x", "y", "x", "y"])
    #expect(
      fault([city], Small.roles(["city"], [Small.player("a")])) == .textVariable(variable: "city", role: "an outcome"))
    #expect(
      fault([city], Small.roles(["y"], [Small.player("a")], weights: "city"))
        == .textVariable(variable: "city", role: "a weight"))
    let composite = Small.composite("c", [Small.item("a"), Small.item("city")])
    #expect(fault([city], Small.roles(["y"], [composite])) == .textVariable(variable: "city", role: "an item of 'c'"))
    var stated = Small.player("a")
    stated.stated = [Small.item("city")]
    #expect(fault([city], Small.roles(["y"], [stated])) == .textVariable(variable: "city", role: "a stated importance"))
  }

  @Test("Text in a column of numbers, infinite numbers, and numbers whose squares overflow")
  func values() {
    var b = Small.numbers("b", [1, 2, nil, 4, 5, 7])
    b.unreadable = UnreadableText([(row: 3, text: "many"), (row: 4, text: "x")])
    #expect(fault([b], with("b")) == .notNumeric(variable: "b", row: 3, value: "many", count: 2))
    for bad in [Double.infinity, -.infinity, 1e200] {
      let column = Small.numbers("b", [1, 2, 3, 4, bad, 7])
      #expect(fault([column], with("b")) == .notFinite(variable: "b", row: 5, value: bad))
    }
  }

  @Test("Numbers that differ, but too little for their squares")
  func tooLittleVariation() {
    let values = (0..<6).map { Double($0) * 1e-170 }
    #expect(
      fault([Small.numbers("b", values)], with("b")) == .tooLittleVariation(variable: "b", low: 0, high: 5e-170))
  }

  @Test("A value outside its scale, in a driver, an outcome, a covariate, a stated importance")
  func scales() {
    let b = Small.ratings("b", [1, 7, 8, nil, 0, 3])
    let expected = DataFault.outsideScale(variable: "b", row: 3, value: 8, low: 1, high: 7, count: 2)
    #expect(fault([b], with("b", scale: RatingScale(1, 7))) == expected)
    #expect(fault([b], with("b", scale: RatingScale(7, 1))) == expected)
    var roles = Small.roles(["y"], [Small.player("a")])
    roles.always = [Small.item("b", 1, 7)]
    #expect(fault([b], roles) == expected)
    roles = Small.roles(["y"], [Small.player("a")])
    roles.outcomes.append(Small.item("b", 1, 7))
    #expect(fault([b], roles) == expected)
    roles = Small.roles(["y"], [Small.player("a")])
    roles.players[0].stated = [Small.item("b", 1, 7)]
    #expect(fault([b], roles) == expected)
    let doubles = Small.numbers("b", [1, 7, 8, nil, 0, 3])
    #expect(fault([doubles], with("b", scale: RatingScale(1, 7))) == expected)
  }

  @Test("Row numbers are those of the file after a selection")
  func rowNumbers() {
    let data = Dataset(variables: [y, a, Small.ratings("b", [1, 2, 3, 9, 5, 3])], rowCount: 6)
    #expect(throws: DataFault.outsideScale(variable: "b", row: 4, value: 9, low: 1, high: 7, count: 1)) {
      try ModelFrame(data.selecting([1, 3, 5]), roles: with("b", scale: RatingScale(1, 7)))
    }
  }

  @Test("Columns without answers and without variation")
  func columns() {
    let none = Small.ratings("b", [nil, nil, nil, nil, nil, nil])
    #expect(fault([none], with("b")) == .allMissing(variable: "b"))
    #expect(fault([Small.texts("b", [nil, nil, nil, nil, nil, nil])], with("b")) == .allMissing(variable: "b"))
    #expect(fault([Small.ratings("b", [3, 3, 3, 3, 3, 3])], with("b")) == .constant(variable: "b", value: 3))
    // It varies only among rows that another variable costs.
    let late = Small.ratings("b", [3, 3, 3, 3, 3, 4])
    let gap = Small.ratings("c", [1, 2, 3, 4, 5, nil])
    #expect(
      fault([late, gap], Small.roles(["y"], [Small.player("b"), Small.player("c")]))
        == .constant(variable: "b", value: 3))
    #expect(
      fault([Small.numbers("b", [0.1, 0.1, 0.1, 0.1, 0.1, 0.1])], with("b")) == .constant(variable: "b", value: 0.1))
    #expect(
      fault([Small.texts("b", ["x", "x", nil, "x", "x", "x"])], with("b")) == .oneCategory(variable: "b", category: "x")
    )
    let composite = Small.composite("c", [Small.item("a"), Small.item("p"), Small.item("q"), Small.item("r")])
    let sparse = ["p", "q", "r"].map { Small.ratings($0, [nil, nil, nil, nil, nil, 3]) }
    #expect(
      fault(Array(sparse), Small.roles(["y"], [composite])) == .tooFewRows(rows: 1, needed: 3, analysis: "an analysis"))
    let item = Small.composite("c", [Small.item("a"), Small.item("p")])
    #expect(
      fault([Small.ratings("p", [nil, nil, nil, nil, nil, nil])], Small.roles(["y"], [item]))
        == .allMissing(variable: "p"))
  }

  @Test("Too many categories")
  func categories() throws {
    let texts = Small.texts("b", (0..<301).map { "name \($0)" })
    let data = Dataset(
      variables: [texts, Small.ratings("y", (0..<301).map { Int8($0 % 7) })], rowCount: 301)
    var roles = Small.roles(["y"], [Small.player("b")])
    let look = CategoryLook.many(count: 301, rows: 301)
    #expect(throws: DataFault.notCategorical(variable: "b", look: look)) { try ModelFrame(data, roles: roles) }
    #expect(throws: DataFault.self) { try Moments(Blocks(dataset: data, sizes: [50]), roles: roles) }
    roles.categorical = ["b"]
    let expected = DataFault.tooManyCategories(variable: "b", count: 301, limit: 300)
    #expect(throws: expected) { try ModelFrame(data, roles: roles) }
    #expect(throws: expected) { try Moments(Blocks(dataset: data, sizes: [50]), roles: roles) }
  }

  @Test("Texts that are hardly categories: numbers, words of degree, remarks; two of anything are one contrast")
  func hardlyCategories() throws {
    func look(_ texts: [String], rows: Int = 120) -> CategoryLook? {
      let data = Dataset(
        variables: [
          Small.texts("b", (0..<rows).map { texts[$0 % texts.count] }),
          Small.ratings("y", (0..<rows).map { Int8($0 % 7) }),
        ], rowCount: rows)
      let roles = Small.roles(["y"], [Small.player("b")])
      do {
        _ = try ModelFrame(data, roles: roles)
        _ = try Moments(Blocks(dataset: data, sizes: [50]), roles: roles)
      } catch DataFault.notCategorical(_, let look) { return look } catch {}
      return nil
    }
    #expect(look(["north", "south", "west"]) == nil)
    #expect(look(["18-24", "25-34", "35-44", "45+"]) == nil)
    #expect(look(["yes", "no"], rows: 8) == nil && look(["Agree", "Disagree"]) == nil)
    #expect(look(["web", "shop", "phone"], rows: 29) == .many(count: 3, rows: 29))
    #expect(look(["web", "shop", "phone"], rows: 30) == nil)
    #expect(look((0..<13).map { "town \($0)" }, rows: 260) == .many(count: 13, rows: 260))
    #expect(look((0..<12).map { "town \($0)" }, rows: 260) == nil)
    #expect(look(["$5", "€6", "unknown"]) == .numbers(example: "$5", misfit: "unknown"))
    #expect(look(["2,4", "3", "2", "none"]) == .several(example: "2,4"))
    #expect(
      look(["Very satisfied", "Satisfied", "Dissatisfied"]) == .ordered(examples: ["Dissatisfied", "Satisfied"]))
    #expect(look(["Sehr zufrieden", "Eher zufrieden", "Unzufrieden"]) != nil)
    #expect(look(["Stimme zu", "Teils, teils", "Stimme nicht zu"]) != nil)
  }

  @Test("Weights: missing, negative, infinite, fractional frequencies, all zero")
  func weights() {
    func weighted(_ w: [Double?], _ kind: WeightsKind = .sampling) -> WeightFault? {
      fault(
        [Small.numbers("w", w)], Small.roles(["y"], [Small.player("a")], weights: "w", kind: kind), as: WeightFault.self
      )
    }
    #expect(weighted([1, 1, nil, 1, 1, 1]) == .weightMissing(variable: "w", row: 3))
    #expect(weighted([1, 1, 1, 1, -0.5, 1]) == .weightNegative(variable: "w", row: 5, value: -0.5))
    #expect(weighted([1, .infinity, 1, 1, 1, 1]) == .weightTooLarge(variable: "w", row: 2, value: .infinity))
    #expect(weighted([1, 2, 1.5, 1, 1, 1], .frequency) == .weightNotWhole(variable: "w", row: 3, value: 1.5))
    #expect(weighted([1, 2, 1e12, 1, 1, 1], .frequency) == .weightTooLarge(variable: "w", row: 3, value: 1e12))
    #expect(weighted([0, 0, 0, 0, 0, 0]) == .noWeight(variable: "w"))
    #expect(weighted([1, 2, 1.5, 1, 1, 1]) == nil)
    #expect(weighted([1, 2, 0, 1, 1, 1], .frequency) == nil)
  }

  @Test("No row left, one row left, no row at all")
  func rows() throws {
    let b = Small.ratings("b", [nil, 1, nil, nil, nil, nil])
    #expect(fault([b], with("b")) == .tooFewRows(rows: 1, needed: 3, analysis: "an analysis"))
    let c = Small.ratings("c", [1, nil, 1, 1, 1, 2])
    #expect(
      fault([b, c], Small.roles(["y"], [Small.player("b"), Small.player("c")]))
        == .noRowsLeft(
          after: "leaving out respondents with a missing answer",
          lost: [.init(variable: "b", rows: 5), .init(variable: "c", rows: 1)]))
    let empty = Dataset(variables: [Small.ratings("y", []), Small.ratings("a", [])], rowCount: 0)
    #expect(throws: DataFault.noRowsLeft(after: "selecting rows")) {
      try ModelFrame(empty, roles: Small.roles(["y"], [Small.player("a")]))
    }
  }

  @Test("Pairs that nobody answered both of")
  func pairs() {
    let b = Small.ratings("b", [1, 2, 3, nil, nil, nil])
    let c = Small.ratings("c", [nil, nil, 3, 4, 5, 3])
    #expect(
      fault([b, c], Small.roles(["y"], [Small.player("b"), Small.player("c")], missing: .pairwise))
        == .tooFewCommonRows(a: "c", b: "b", rows: 1))
  }

  @Test("A composite of items on unequal scales of which one is unknown")
  func unknownScale() {
    let b = Small.ratings("b", [1, 2, 3, 4, 5, 3])
    let composite = Small.composite("c", [Small.item("y", 1, 5), Small.item("b", 1, 7), Small.item("a")])
    if case .request(let problem, _)? = fault([b], Small.roles(["y"], [composite])) {
      #expect(problem.description.contains("the scale of 'a' is unknown"))
    } else {
      Issue.record("accepted")
    }
  }

  @Test("Every fault has a sentence that names the column")
  func sentences() {
    #expect(
      "\(DataFault.oneCategory(variable: "city", category: "Rome"))".contains("'city' holds the one category 'Rome'"))
    #expect("\(DataFault.tooManyCategories(variable: "city", count: 400, limit: 300))".contains("400 different texts"))
    #expect(
      "\(DataFault.tooFewCommonRows(a: "p", b: "q", rows: 1))".contains("Only 1 respondent answered both 'p' and 'q'"))
  }
}
