import LinearAlgebra
import Measures
import Survey
import Testing

@Suite struct ProductColumnsTests {
  private func product(_ text: String, scales: [String: (Double, Double)] = [:]) throws -> AnalysisRoles.Player {
    let term = try ProductTerm(text)
    return AnalysisRoles.Player(
      name: term.name, kind: .product, items: [],
      factors: term.factors.map { factor in
        let scale = scales[factor.name]
        return .init(
          name: factor.name, items: [Small.item(factor.name, scale?.0, scale?.1)], power: factor.power)
      })
  }

  private let survey = Small.survey(
    Small.ratings("a", [1, 2, 3, nil, 5, 2]), Small.ratings("b", [2, 5, 4, 1, 3, nil]),
    Small.numbers("c", [0.5, 1.5, 2.5, 3.5, nil, 0.25]), Small.numbers("y", [1, 2, 4, 3, 6, 5]))

  @Test("a product is missing where a factor is, whole numbers stay whole, and the reader is told about zero")
  func products() throws {
    let roles = Small.roles(["y"], [Small.player("a"), Small.player("b"), try product("a^2"), try product("a:b")])
    let frame = try ModelFrame(survey, roles: roles, ratings: false)
    #expect(frame.rowNumbers == [1, 2, 3, 5])
    #expect(frame.column("a^2") == [1, 4, 9, 25])
    #expect(frame.column("a:b") == [2, 10, 12, 15])
    #expect(frame.columns.allSatisfy(\.isWhole) && frame.remainders.isEmpty)
    #expect(frame.players.map(\.name) == ["a", "b", "a^2", "a:b"])
    #expect(frame.lost.map(\.variable).sorted() == ["a", "b"])
    #expect(frame.note("product_terms")?.contains("'a^2' and 'a:b'") == true)
  }

  @Test("factors need not be drivers; then the product's name stands for the rows it costs")
  func factorsApart() throws {
    let roles = Small.roles(["y"], [Small.player("a"), try product("b:c")])
    let frame = try ModelFrame(survey, roles: roles, ratings: false)
    #expect(frame.column("b:c") == [1, 7.5, 10])
    #expect(frame.lost.contains { $0.variable == "b:c" && $0.rows == 2 })
    #expect(!frame.columns[1].isWhole)
  }

  @Test("a factor is turned round as its driver is, and a construct's mean may be a factor")
  func factors() throws {
    let turned = Small.roles(
      ["y"], [Small.player("a", 5, 1), try product("a^2", scales: ["a": (5, 1)])])
    #expect(try ModelFrame(survey, roles: turned, ratings: false).column("a^2") == [25, 16, 9, 1, 16])
    let composite = AnalysisRoles.Player(
      name: "ab:c", kind: .product, items: [],
      factors: [
        .init(name: "ab", items: [Small.item("a"), Small.item("b")], isComposite: true),
        .init(name: "c", items: [Small.item("c")]),
      ])
    let frame = try ModelFrame(
      survey, roles: Small.roles(["y"], [Small.player("c"), composite]), ratings: false)
    // Row 4 has only b answered, row 6 only a: half is enough.
    #expect(frame.column("ab:c") == [0.75, 5.25, 8.75, 3.5, 0.5])
  }

  @Test("high and low part together are the product: of numbers of 40 bits, whole arithmetic tells")
  func remainders() throws {
    let whole = [1_099_511_627_775, 987_654_321_987, 123_456_789_123, 549_755_813_889]
    let unit = 0x1p-20
    let values = whole.map { Double($0) * unit }
    let data = Small.survey(Small.numbers("x", values), Small.numbers("y", [1, 2, 4, 3]))
    let frame = try ModelFrame(
      data, roles: Small.roles(["y"], [Small.player("x"), try product("x^2")]), ratings: false)
    let low = try #require(frame.remainders[1])
    for (i, x) in whole.enumerated() {
      let scale = unit * unit
      #expect(Int128(frame.column("x^2")![i] / scale) + Int128(low[i] / scale) == Int128(x) * Int128(x))
    }
    #expect(frame.remainders.count == 1)
  }

  @Test("blocks of a stream have the products of the rows, exactly while they are whole", arguments: [true, false])
  func streamed(isWhole: Bool) throws {
    let n = 500
    func column(_ seed: Int) -> [Double?] {
      (0..<n).map { ($0 * seed) % 37 == 5 ? nil : Double(($0 * seed) % 7 + 1) * (isWhole ? 1 : 0.1) }
    }
    let data = Small.survey(
      Small.numbers("a", column(3)), Small.numbers("b", column(11)), Small.numbers("y", column(5)))
    let roles = Small.roles(
      ["y"], [Small.player("a"), Small.player("b"), try product("a:b"), try product("a^2:b")])
    let frame = try ModelFrame(data, roles: roles, ratings: false)
    var accumulator = MomentsAccumulator(roles: roles, ratings: false)
    for start in stride(from: 0, to: n, by: 130) {
      let rows = start..<min(start + 130, n)
      try accumulator.add(
        Dataset(
          variables: data.variables.map { variable in
            guard case .double(let values) = variable.values else { return variable }
            return Variable(name: variable.name, values: .double(Array(values[rows])))
          }, rowCount: rows.count))
    }
    let model = try accumulator.finish()
    let moments = Moments(frame)
    #expect(model.moments.names == moments.names && model.rowCount == frame.rowCount)
    for (a, b) in zip(model.moments.scatter.packed, moments.scatter.packed) {
      #expect(isWhole ? a == b : abs(a - b) <= 1e-12 * abs(b))
    }
    #expect(model.notes.contains { $0.kind == .productTerms })
  }

  @Test("pairwise, a pair counts where all factors are answered")
  func pairwise() throws {
    let roles = Small.roles(
      ["y"], [Small.player("a"), Small.player("c"), try product("a:c")], missing: .pairwise)
    let moments = Moments(try ModelFrame(survey, roles: roles, ratings: false))
    // a and c are both there in rows 1, 2, 3 and 6.
    #expect(moments.pairCounts?[2, 2] == 4 && moments.pairCounts?[1, 1] == 5)
  }

  @Test("moments without rows have no products")
  func fromMoments() throws {
    let plain = Small.roles(["y"], [Small.player("a"), Small.player("b")])
    let moments = Moments(try ModelFrame(survey, roles: plain, ratings: false))
    let roles = Small.roles(["y"], [Small.player("a"), try product("a:b")])
    #expect {
      _ = try ModelMoments(moments, roles: roles)
    } throws: {
      "\($0)".contains("'a:b'") && "\($0)".contains("data file")
    }
  }

  @Test("a product beyond the range of sums of squares names its row")
  func overflow() throws {
    let data = Small.survey(Small.numbers("x", [1, 2, 1e30, 3]), Small.numbers("y", [1, 2, 4, 3]))
    #expect {
      _ = try ModelFrame(
        data, roles: Small.roles(["y"], [Small.player("x"), try product("x^6")]), ratings: false)
    } throws: {
      "\($0)".contains("'x^6'") && "\($0)".contains("row 3")
    }
  }
}
