import Imputation
import Survey
import Testing

/// What cannot be imputed says which column, and what to do.
@Suite struct BadInputTests {
  private static func draw(
    _ columns: [(String, [Double])], _ specification: MultipleImputation = MultipleImputation()
  ) throws -> ImputedAnswers {
    let data = Samples.dataset(columns)
    return try ImputationModel(specification, data, variables: Samples.items(data.names)).draw(0..<3)
  }

  private static let plain = (0..<40).map { Double($0 * 7 % 11) }
  private static let other = (0..<40).map { Double($0 * 5 % 13) }

  @Test("a variable without an answer") func unanswered() {
    #expect(throws: DataFault.allMissing(variable: "none")) {
      try Self.draw([("a", Self.plain), ("none", [Double](repeating: .nan, count: 40))])
    }
  }

  @Test("a constant with missing answers; one that is complete is passed over") func constant() throws {
    var same = [Double](repeating: 4, count: 40)
    #expect(try Self.draw([("a", Self.plain), ("same", same)]).model.missingCount == 0)
    same[3] = .nan
    #expect(throws: DataFault.constant(variable: "same", value: 4)) {
      try Self.draw([("a", Self.plain), ("same", same)])
    }
  }

  @Test("patterns without overlap") func neverTogether() {
    let a = Self.plain.enumerated().map { $0 < 20 ? $1 : .nan }
    let b = Self.other.enumerated().map { $0 < 20 ? .nan : $1 }
    #expect(throws: ImputationFault.neverTogether(a: "a", b: "b")) {
      try Self.draw([("c", Self.plain), ("a", a), ("b", b)])
    }
  }

  @Test("more variables than rows that answer") func tooMany() {
    let columns = (0..<14).map { (k: Int) -> (String, [Double]) in
      let values = (0..<40).map { (i: Int) -> Double in
        if k == 3, i % 3 > 0 { return .nan }
        return Double((i * (k + 2) + k * k) % (11 + k))
      }
      return ("v\(k)", values)
    }
    #expect(throws: ImputationFault.tooFewAnswers(variable: "v3", answers: 14, predictors: 13)) {
      try Self.draw(columns)
    }
  }

  @Test("items that say exactly the same predict each other exactly, and do no harm to others") func collinear() throws
  {
    var (a, b, c) = (Self.plain, Self.plain, Self.other)
    for i in 0..<40 {
      if i % 4 == 0 { b[i] = .nan }
      if i % 5 == 1 { c[i] = .nan }
    }
    a[7] = .nan
    for method in [ImputationMethod.normal, .matching] {
      let answers = try Self.draw([("a", a), ("b", b), ("c", c)], MultipleImputation(common: method))
      let completed = answers.completed(2)
      for i in 0..<40 {
        let found = completed["b"]!.doubles[i]
        #expect(abs(found - completed["a"]!.doubles[i]) < (method == .normal ? 1e-6 : 1.5), "\(method) \(i)")
        #expect(completed["c"]!.doubles[i].isFinite)
      }
    }
  }

  @Test("a predictor that tells two values apart without fail") func separation() throws {
    var yes = Self.plain.map { $0 > 5 ? 1.0 : 0 }
    for i in 0..<40 where i % 4 == 2 { yes[i] = .nan }
    let answers = try Self.draw([("a", Self.plain), ("yes", yes)])
    #expect(answers.completed(0)["yes"]!.doubles.allSatisfy { $0 == 0 || $0 == 1 })
  }

  @Test("methods that do not suit a variable") func methods() {
    var a = Self.plain
    a[0] = .nan
    for (method, word) in [(ImputationMethod.logit, "two values"), (.categories, "numbers")] {
      #expect {
        try Self.draw([("a", a), ("b", Self.other)], MultipleImputation(methods: ["a": method]))
      } throws: {
        ($0 as? ImputationFault)?.description.contains(word) ?? false
      }
    }
    #expect(throws: ImputationFault.notImputed(variable: "zz")) {
      try Self.draw([("a", a), ("b", Self.other)], MultipleImputation(methods: ["zz": .normal]))
    }
    #expect {
      let data = Samples.dataset([("a", a), ("b", Self.other)])
      _ = try ImputationModel(
        MultipleImputation(common: .normal), data,
        variables: [.init(name: "a", scale: RatingScale(0, 10)), .init(name: "b")])
    } throws: {
      ($0 as? ImputationFault)?.description.contains("leave its scale") ?? false
    }
  }

  @Test("von Hippel's rule") func needed() {
    // Of a pilot of 20 the upper end of logit γ ± 1.96·√0.1 is .4434 for γ = .3: 1 + ½(.4434/.05)² = 40.3.
    #expect(MultipleImputation.needed(fraction: 0.3, pilot: 20) == 41)
    #expect(MultipleImputation.needed(fraction: 0, pilot: 20) == 20)
    #expect(MultipleImputation.needed(fraction: 0.05, pilot: 20) == 20)
    #expect(MultipleImputation.needed(fraction: 0.99, pilot: 20) == 199)
    #expect(MultipleImputation.needed(fraction: 1, pilot: 20) == 200)
  }
}
