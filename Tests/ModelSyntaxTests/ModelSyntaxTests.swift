import ModelSyntax
import Testing

/// What a model's text is read as, and what is said of a text that is none.
@Suite("Model syntax") struct ModelSyntaxTests {
  private func terms(_ text: String) throws -> [String] {
    try ModelSyntax(text).terms.map { "\($0.left) \($0.relation.rawValue) \($0.right)" }
  }

  @Test func `every sign is read`() throws {
    #expect(
      try terms("f =~ a + b\nc <~ d\ny ~ f + c; a ~~ b\ny ~ 1\nu | t1 + t2\nu ~*~ u") == [
        "f =~ a", "f =~ b", "c <~ d", "y ~ f", "y ~ c", "a ~~ b", "y ~1 ", "u | t1", "u | t2", "u ~*~ u",
      ])
    #expect(try terms("a + b ~~ c") == ["a ~~ c", "b ~~ c"])
  }

  @Test func `lines go on where a sign is open or begins the next`() throws {
    #expect(
      try terms("f =~ a +\n  b\n  + c # a remark\n\n! another\ny ~\nf") == ["f =~ a", "f =~ b", "f =~ c", "y ~ f"])
    #expect(try terms("f =~ a\r\n  + b\r\ny ~ f") == ["f =~ a", "f =~ b", "y ~ f"])
    #expect(try terms("\"a name\" ~ `another one` + été_1") == ["a name ~ another one", "a name ~ été_1"])
  }

  @Test func `what stands before a variable`() throws {
    let model = try ModelSyntax(
      "f =~ NA*a + l*b + 0.5*c + start(2)*d + c(1, NA)*e + c(p, q)*g + equal(\"f=~b\")*h + -2*i + l2*start(.3)*j")
    let own = model.terms.map(\.modifiers)
    #expect(own[0].fixed == [nil] && own[1].label == ["l"] && own[2].fixed == [0.5] && own[3].start == [2])
    #expect(
      own[4].fixed == [1, nil] && own[5].label == ["p", "q"] && own[6].equal == ["f=~b"] && own[7].fixed == [-2])
    #expect(own[8].label == ["l2"] && own[8].start == [0.3] && model.groups == 2)
    let joined = try ModelSyntax("f =~ NA*a + l*a + b\ny ~ i*1\nz ~ 0\nw ~ 3*1").terms
    #expect(joined[0].modifiers.fixed == [nil] && joined[0].modifiers.label == ["l"])
    #expect(joined[2].modifiers.label == ["i"] && joined[3].modifiers.fixed == [0] && joined[4].modifiers.fixed == [3])
  }

  @Test func `formulas have values and slopes`() throws {
    let model = try ModelSyntax("x := a*b^2 - sqrt(a)/(1 + exp(-b))\na == 2*b\na > 0; b < 1")
    let point = ["a": 1.7, "b": 0.6]
    let expression = model.definitions[0].expression
    let value = expression.value { point[$0]! }
    #expect(abs(value - (1.7 * 0.36 - 1.7.squareRoot() / (1 + 0.5488116360940264))) < 1e-12)
    for name in ["a", "b"] {
      let h = 1e-6
      func at(_ step: Double) -> Double { expression.value { point[$0]! + ($0 == name ? step : 0) } }
      let slope = expression.dual { (point[$0]!, $0 == name ? 1 : 0) }.slope
      #expect(abs(slope - (at(h) - at(-h)) / (2 * h)) < 1e-8)
    }
    #expect(model.constraints.map(\.kind) == [.equal, .greater, .less])
    #expect(try ModelSyntax("x := -a^2").definitions[0].expression.value { _ in 3 } == -9)
  }

  static let mistakes: [(text: String, line: Int, column: Int, word: String)] = [
    ("f = a", 1, 3, "single '='"), ("f =~ a + ", 1, 8, "missing"), ("f =~ a b", 1, 8, "cannot stand"),
    ("f", 1, 1, "says nothing"), ("=~ a", 1, 1, "before"), ("f =~", 1, 3, "after"), ("f =~ a ~ b", 1, 8, "second"),
    ("f =~ a\nf =~ a", 2, 6, "twice"), ("f =~ f", 1, 6, "both sides"), ("x := a +", 1, 8, "missing"),
    ("x := (a", 1, 6, "never closed"), ("x := nope(a)", 1, 6, "no function"), ("f =~ what(1)*a", 1, 6, "no 'what"),
    ("f =~ 2a", 1, 6, "neither a number"), ("f =~ \"a", 1, 6, "never closed"), ("f =~ a*", 1, 7, "after this '*'"),
    ("f =~ *a", 1, 6, "before this '*'"), ("f =~ 2", 1, 6, "number"), ("a := b\na := c", 2, 1, "defined twice"),
    ("group: 1", 1, 6, "group by group"), ("f =~ a:b", 1, 7, "':'"), ("f =~ a @ b", 1, 8, "character '@'"),
  ]

  @Test(arguments: mistakes) func `a mistake has its place`(
    _ mistake: (text: String, line: Int, column: Int, word: String)
  ) throws {
    let error = try #require(throws: ModelSyntaxError.self) { try ModelSyntax(mistake.text) }
    #expect(error.problem.contains(mistake.word), "\(mistake.text): \(error.problem)")
    #expect(error.place == .init(line: mistake.line, column: mistake.column), "\(mistake.text): \(error.place)")
  }

  /// Random bytes, and texts of models with characters lost, doubled and exchanged: a model or a mistake within the text, never a crash.
  @Test func `no text breaks it`() {
    var state: UInt64 = 20
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = [
      "f", "=~", "~", "~~", ":=", "==", "<", ">", "|", "<~", "~*~", "+", "*", "(", ")", ",", ";", "\n", "c(", "NA",
      "start(",
      "1", "0.5", "1e5", "\"", "'", "`", "#", "!", "x1", "equal(", "exp(", "^", "-", "/", " ", "\r\n", "é", "🙂",
      "label(", "%",
    ]
    let whole = Array("f =~ NA*x1 + c(a, b)*x2 + start(0.5)*x3\ng ~ f\nq := a*b^2 + exp(-a)\na == 2 * b; x1 ~~ x2 # r")
    for round in 0..<20_000 {
      var text = ""
      switch round % 3 {
      case 0: for _ in 0..<next(40) { text += pieces[next(pieces.count)] }
      case 1: text = String(decoding: (0..<next(60)).map { _ in UInt8(next(256)) }, as: UTF8.self)
      default:
        var characters = whole
        for _ in 0...next(6) where !characters.isEmpty {
          let at = next(characters.count)
          switch next(3) {
          case 0: characters.remove(at: at)
          case 1: characters.insert(characters[next(characters.count)], at: at)
          default: characters.swapAt(at, next(characters.count))
          }
        }
        text = String(characters)
      }
      do {
        let model = try ModelSyntax(text)
        #expect(
          !model.terms.isEmpty || !model.definitions.isEmpty || !model.constraints.isEmpty || model == ModelSyntax())
      } catch {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        #expect(error.place.line >= 1 && error.place.line <= lines.count && error.place.column >= 1, "\(text)")
      }
    }
    // Deep and long texts end in a sentence as well.
    #expect(throws: ModelSyntaxError.self) { try ModelSyntax("x := " + String(repeating: "(", count: 100_000)) }
    #expect(throws: ModelSyntaxError.self) { try ModelSyntax("x := " + String(repeating: "a^", count: 100_000) + "a") }
    #expect(throws: ModelSyntaxError.self) { try ModelSyntax("x := " + String(repeating: "a+", count: 100_000) + "a") }
  }
}
