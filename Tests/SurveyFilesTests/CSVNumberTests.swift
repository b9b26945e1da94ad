import Platform
import Survey
import SurveyFiles
import Testing

/// Numbers against the C library's strtod, bit for bit.
@Suite struct CSVNumberTests {
  private func parse(_ text: String, mark: UInt8 = 0x2E) -> Double? {
    let bytes = Array(text.utf8) + [0x2C]
    return bytes.withUnsafeBufferPointer {
      CSVNumber.parse($0.baseAddress!, $0.baseAddress! + bytes.count - 1, mark: mark)
    }
  }

  private func expectSame(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let expected = strtod(text, nil) + 0  // −0 + 0 = +0: a negative zero is read as zero
    #expect(parse(text)?.bitPattern == expected.bitPattern, "\(text)", sourceLocation: sourceLocation)
  }

  @Test func `Doubles of every magnitude read back exactly`() {
    var random = SplitMix(1)
    for _ in 0..<100_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      expectSame("\(value)")
    }
  }

  @Test func `Digits in any number with any exponent give the nearest double`() {
    var random = SplitMix(2)
    for _ in 0..<100_000 {
      let count = Int.random(in: 1...25, using: &random)
      var text = (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      if Bool.random(using: &random) {
        let place = Int.random(in: 0...count, using: &random)
        text.insert(".", at: text.index(text.startIndex, offsetBy: place))
      }
      if Bool.random(using: &random) {
        text += ["e", "E", "e+", "e-"].randomElement(using: &random)!
        text += String(Int.random(in: 0...(Bool.random(using: &random) ? 30 : 340), using: &random))
      }
      if Bool.random(using: &random) { text = "-" + text }
      expectSame(text)
    }
  }

  @Test func `Halfway cases go to the even neighbour, and a digit behind them decides`() {
    for base in [9_007_199_254_740_993, 9_007_199_254_740_995, 18_014_398_509_481_987] as [UInt64] {
      for suffix in ["", ".0", ".00001", "e0", "0e-1", "000e-3", "e5", "e20"] { expectSame("\(base)\(suffix)") }
      for neighbour in [base - 1, base + 1] { expectSame("\(neighbour).5") }
    }
    for text in [
      "0.500000000000000166533453693773481063544750213623046875",
      "1.00000000000000011102230246251565404236316680908203125",
      "1.00000000000000011102230246251565404236316680908203124",
      "1.00000000000000011102230246251565404236316680908203126",
      "2.2250738585072011e-308", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
      "1.7976931348623157e308",
      "1.7976931348623159e308", "1e23", "8.5e22", "123456789012345678e-27", "9999999999999999999e27", "1e-27",
      "0000000000000000000000000000000000000001.5", "0.00000000000000000000000000000000000000001234567890123456789",
    ] { expectSame(text) }
  }

  @Test func `Beyond the range are infinities and zero, however many digits the exponent has`() {
    #expect(parse("1e999") == .infinity)
    #expect(parse("-1e999") == -.infinity)
    #expect(parse("1e99999999999999999999") == .infinity)
    #expect(parse("1e-99999999999999999999") == 0)
    #expect(parse("0e99999999999999999999") == 0)
    #expect(parse("1" + String(repeating: "0", count: 400)) == .infinity)
    #expect(parse("-0.0")?.sign == .plus)
  }

  @Test func `What is no decimal number is text`() {
    for text in [
      "", "+", "-", ".", "+.", "e5", ".e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "0b1", "inf", "Infinity", "nan",
      "1 000",
      "1_000", "--1", "+-1", "1-", "1a", "5 ", " 5", "１", "1e5.0", "½", "5%", "$5",
    ] { #expect(parse(text) == nil, "\(text)") }
    for text in ["5.", ".5", "+.5e+1", "007", "1E3"] { #expect(parse(text) == strtod(text, nil)) }
    #expect(parse("4,5", mark: 0x2C) == 4.5)
    #expect(parse("4.5", mark: 0x2C) == nil)
    #expect(parse("1.234,5", mark: 0x2C) == nil)
    #expect(parse("12345678901234567890123,25e-3", mark: 0x2C) == 12345678901234567890123.25e-3)
  }
}
