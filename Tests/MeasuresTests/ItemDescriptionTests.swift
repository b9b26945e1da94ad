import Measures
import Probability
import Survey
import Testing

@Suite("Descriptions of items")
struct ItemDescriptionTests {
  @Test("Missing answers are counted by reason, answers by value")
  func counts() throws {
    var item = Small.ratings("q", [3, 3, 1, nil, 7, nil, nil])
    item.values = .int8([3, 3, 1, MissingValue.int8(0), 7, MissingValue.int8(1), MissingValue.int8(1)])
    item.missingReasons = [.empty, .code("9")]
    let data = Small.survey(item)
    let d = try data.describe([Small.item("q", 1, 7)])[0]
    #expect(d.n == 4 && d.missing == 3 && d.distinct == 3)
    #expect(d.missingByReason.map(\.reason) == ["empty", "code 9"])
    #expect(d.missingByReason.map(\.n) == [1, 2])
    #expect(d.frequencies.map(\.value) == ["1", "3", "7"])
    #expect(d.frequencies.map(\.n) == [1, 2, 1])
    #expect(d.frequencies.map(\.share) == [0.25, 0.5, 0.25])
    #expect(d.mean == 3.5 && d.minimum == 1 && d.maximum == 7)
    // Σ(x − 3.5)² = .25 + .25 + 6.25 + 12.25 = 19.
    #expect(close(d.standardDeviation!, (19.0 / 3).squareRoot(), 1e-15))
    #expect(d.topBox == 0.25)
    // The best answer of a reversed scale is its low end.
    #expect(try data.describe([Small.item("q", 7, 1)])[0].topBox == 0.25)
    #expect(try data.describe([Small.item("q")])[0].topBox == nil)
  }

  @Test("The same numbers stored as bytes, in two bytes or as doubles are described the same")
  func storage() throws {
    let values = (0..<200).map { Double($0 * $0 % 13 - 4) }
    let weights = (0..<200).map { Double($0 % 5) / 4 }
    let data = Small.survey(
      Variable(name: "a", values: .int8(values.map { Int8($0) })),
      Variable(name: "b", values: .int16(values.map { Int16($0) })), Small.numbers("c", values),
      Small.numbers("w", weights))
    for weighting in [nil, AnalysisRoles.Weighting(variable: "w")] {
      let d = try data.describe(["a", "b", "c"].map { Small.item($0, -4, 8) }, weights: weighting)
      for other in d.dropFirst() {
        #expect(other.n == d[0].n && other.missing == 0 && other.distinct == d[0].distinct)
        #expect(other.topBox == d[0].topBox)
        #expect(other.frequencies.map(\.value) == d[0].frequencies.map(\.value))
        for (x, y) in [
          (other.mean, d[0].mean), (other.meanLow, d[0].meanLow), (other.standardDeviation, d[0].standardDeviation),
          (other.skewness, d[0].skewness), (other.kurtosis, d[0].kurtosis),
        ] { #expect(close(x!, y!, 1e-11)) }
      }
    }
  }

  @Test("Sampling weights times a constant change no description")
  func scaleOfWeights() throws {
    let complete = try Reference.survey("complete.csv")
    guard case .double(let w) = complete["w"]!.values else { return }
    let data = complete.replacing(Small.numbers("big", w.map { $0 * 4096 }))
    let items = ["y", "income"].map { Small.item($0) }
    let a = try data.describe(items, weights: .init(variable: "w"))
    let b = try data.describe(items, weights: .init(variable: "big"))
    for (x, y) in zip(a, b) {
      #expect(close(x.mean!, y.mean!, 1e-14) && close(x.meanLow!, y.meanLow!, 1e-13))
      #expect(close(x.skewness!, y.skewness!, 1e-12) && close(x.kurtosis!, y.kurtosis!, 1e-12))
      #expect(x.n == 60 && y.n == 60)
    }
  }

  @Test("Texts are listed by how often they occur")
  func texts() throws {
    let data = Small.survey(Small.texts("city", ["Rome", "Oslo", nil, "Rome", "Bern", "Oslo", "Rome"]))
    let d = try data.describe([Small.item("city")])[0]
    #expect(d.isText && d.n == 6 && d.missing == 1 && d.mean == nil && d.minimum == nil)
    #expect(d.frequencies.map(\.value) == ["Rome", "Oslo", "Bern"])
    #expect(d.frequencies.map(\.n) == [3, 2, 1])
  }

  @Test("Few answers, equal answers and none leave undefined what is undefined")
  func degenerate() throws {
    let data = Small.survey(
      Small.ratings("one", [nil, 5, nil]), Small.ratings("same", [4, 4, 4]), Small.ratings("none", [nil, nil, nil]),
      Small.ratings("two", [1, nil, 2]), Small.numbers("huge", [1e120, -1e120, 1]))
    let d = try data.describe(["one", "same", "none", "two", "huge"].map { Small.item($0) })
    #expect(d[0].mean == 5 && d[0].meanLow == nil && d[0].standardDeviation == nil)
    #expect(d[1].mean == 4 && d[1].standardDeviation == 0 && d[1].skewness == nil && d[1].kurtosis == nil)
    #expect(d[1].meanLow == 4 && d[1].meanHigh == 4)
    #expect(d[2].n == 0 && d[2].missing == 3 && d[2].mean == nil && d[2].frequencies.isEmpty)
    #expect(d[3].standardDeviation != nil && d[3].skewness == nil)
    #expect(d[4].standardDeviation!.isFinite && d[4].skewness?.isFinite != false)
    let empty = Dataset(variables: [Small.ratings("q", [])], rowCount: 0)
    #expect(try empty.describe([Small.item("q")])[0].n == 0)
  }

  @Test("More than 25 different numbers are not listed")
  func manyValues() throws {
    let data = Small.survey(
      Small.numbers("x", (0..<26).map { Double($0) / 2 }), Small.ratings("i", (0..<26).map { Int8($0) }))
    let d = try data.describe([Small.item("x"), Small.item("i")])
    #expect(d.map(\.distinct) == [26, 26] && d.allSatisfy { $0.frequencies.isEmpty })
    let texts = Small.survey(Small.texts("t", (0..<30).map { "t\($0)" }))
    #expect(try texts.describe([Small.item("t")])[0].frequencies.count == 25)
  }

  @Test("Values outside the scale, unknown names and bad weights are faults; unreadable text is missing")
  func faults() throws {
    var unreadable = Small.ratings("q", [1, nil, 9])
    unreadable.unreadable = UnreadableText([(row: 2, text: "many")])
    let data = Small.survey(unreadable, Small.numbers("w", [1, -1, 1]), Small.numbers("zero", [0, 0, 0]))
    #expect(try data.describe([Small.item("q")])[0].missing == 1)
    #expect(throws: DataFault.outsideScale(variable: "q", row: 3, value: 9, low: 1, high: 7, count: 1)) {
      try data.describe([Small.item("q", 1, 7)])
    }
    #expect(throws: DataFault.noSuchVariable(name: "r", nearest: ["q", "w"])) { try data.describe([Small.item("r")]) }
    #expect(throws: WeightFault.weightNegative(variable: "w", row: 2, value: -1)) {
      try data.describe([Small.item("q")], weights: .init(variable: "w"))
    }
    #expect(throws: WeightFault.noWeight(variable: "zero")) {
      try data.describe([Small.item("q")], weights: .init(variable: "zero"))
    }
  }

  @Test("Notes on weights: effective sample size and rows without weight")
  func weightNotes() throws {
    let data = Small.survey(Small.numbers("w", [1, 1, 4, 0]))
    let notes = try data.notes(on: [], design: Small.roles([], [], weights: "w"))
    #expect(notes.map(\.kind.name) == ["zero_weights", "effective_sample_size"])
    // (1 + 1 + 4)²/(1 + 1 + 16) = 2.
    #expect(notes[1].message.contains("3 respondents as informative as 2 "))
  }

  @Test("Intervals of quartiles hold those of the population as often as they say, with a ceiling and with weights")
  func quartiles() throws {
    // Every fifth gives the best mark; the third quartile lies one answer below it with room of one in twenty.
    let shares = [0.03, 0.05, 0.09, 0.13, 0.22, 0.28, 0.2]
    let truth = [4.0, 5.0, 6.0]
    var held = [[Int]](repeating: [0, 0, 0], count: 2)
    let samples = 1500
    for sample in 0..<samples {
      var stream = RandomStream(seed: UInt64(sample), stream: 3)
      var (answers, weights): ([Int8?], [Double]) = ([], [])
      for _ in 0..<80 {
        var (left, answer) = (stream.uniform(), 1)
        while answer < 7, left >= shares[answer - 1] {
          left -= shares[answer - 1]
          answer += 1
        }
        answers.append(Int8(answer))
        weights.append(stream.uniform() < 0.3 ? 3 : 1)
      }
      let data = Small.survey(
        Small.ratings("q", answers), Variable(name: "w", values: .double(weights)))
      let weighting = AnalysisRoles.Weighting(variable: "w", kind: .sampling)
      for (kind, weights) in [nil, weighting].enumerated() {
        let found = try data.describe([Small.item("q")], weights: weights)[0].quantiles
        for (k, quantile) in found.enumerated() {
          held[kind][k] += quantile.low! <= truth[k] && truth[k] <= quantile.high! ? 1 : 0
          #expect(quantile.low! <= quantile.estimate && quantile.estimate <= quantile.high!)
        }
      }
    }
    // Answers are whole numbers, so intervals hold at least as often.
    for counts in held { for count in counts { #expect(Double(count) / Double(samples) > 0.93, "\(held)") } }
  }
}
