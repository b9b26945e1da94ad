import Survey
import Testing

@Suite struct ProductTermTests {
  @Test("products and powers, quoted names and blanks")
  func reading() throws {
    func factors(_ text: String) throws -> [ProductTerm.Factor] { try ProductTerm(text).factors }
    #expect(try factors("a:b") == [.init(name: "a"), .init(name: "b")])
    #expect(try factors("a^2") == [.init(name: "a", power: 2)])
    #expect(try factors("a^2:b:c^3") == [.init(name: "a", power: 2), .init(name: "b"), .init(name: "c", power: 3)])
    #expect(try factors("'x:y':'a^b'^2") == [.init(name: "x:y"), .init(name: "a^b", power: 2)])
    #expect(try ProductTerm(" a ^ 2 : b ").name == "a^2:b")
    #expect(try factors(" a ^ 2 : b ") == [.init(name: "a", power: 2), .init(name: "b")])
  }

  @Test(
    "what is no product says how to write one",
    arguments: ["a", "a^1", "a:", ":", "a^", "a^x", "a^0", "a^-2", "a^2^2", "a^2.5", "a^21", "a^99999999999999999999"])
  func faults(text: String) {
    #expect {
      _ = try ProductTerm(text)
    } throws: {
      "\($0)".contains("a:b") && "\($0)".contains("a^2")
    }
  }

  private func study(_ terms: [String]) -> StudySpecification {
    var study = StudySpecification()
    study.outcomes = ["y"]
    study.drivers = ["a", "quality"]
    study.constructs = [
      .init(name: "quality", items: ["q1", "q2"], scale: RatingScale(1, 7)),
      .init(name: "staff", items: ["s1", "s2"], reversed: ["s2"]),
    ]
    study.scale = RatingScale(1, 5)
    study.terms = terms
    study.weights = .init(variable: "w")
    return study
  }
  private let names = ["y", "a", "b", "q1", "q2", "s1", "s2", "w", "city"]

  @Test("factors are drivers, constructs or other columns, on the scales they have by themselves")
  func roles() throws {
    let roles = try study(["a:b", "quality^2", "a:staff"]).roles(in: names, text: ["city"])
    #expect(roles.players.map(\.name) == ["a", "quality", "a:b", "quality^2", "a:staff"])
    let products = roles.players.suffix(3)
    #expect(products.allSatisfy { $0.kind == .product && $0.items.isEmpty })
    #expect(products.map { $0.factors.map(\.isComposite) } == [[false, false], [true], [false, true]])
    #expect(products.first!.factors[1].items == [.init(name: "b", scale: RatingScale(1, 5))])
    #expect(roles.players[3].factors[0].items.map(\.scale) == [RatingScale(1, 7), RatingScale(1, 7)])
    #expect(roles.players[3].factors[0].power == 2)
    #expect(roles.players[4].factors[1].items.map(\.scale) == [RatingScale(1, 5), RatingScale(5, 1)])
  }

  @Test(
    "a factor that cannot be one is named with the term",
    arguments: [
      ("a:nobody", "nobody"), ("a:city", "a factor of 'a:city'"), ("a:y", "an outcome"), ("a:w", "the weight"),
      ("a:b,b:a", "'a:b' and 'b:a' are the same"), ("a^2,a:a", "are the same product"),
      ("a:b,a:b", "The terms 'a:b' and 'a:b' are the same product"),
    ])
  func faults(terms: String, says: String) {
    #expect {
      _ = try study(Selection.split(terms)).roles(in: names, text: ["city"])
    } throws: {
      "\($0)".contains(says)
    }
  }
}
