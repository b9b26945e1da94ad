import Rendering
import Testing

@Suite("Numbers for people")
struct NumberTextTests {
  private let numbers = NumberText(unicode: true)

  @Test(
    "each style writes its numbers",
    arguments: [
      (0.3712, Table.Style.percent(1), "37.1 %"), (1, .percent(0), "100 %"), (0.0121, .pValue, ".012"),
      (0.0009, .pValue, "< .001"), (0.001, .pValue, ".001"), (1, .pValue, "1.000"), (0, .pValue, "< .001"),
      (2.345, .decimals(1), "2.3"), (-2.25, .decimals(1), "-2.2"), (2.5, .decimals(0), "2"), (0, .decimals(2), "0.00"),
      (-0.0, .decimals(2), "0.00"), (1.5e12, .decimals(2), "1.50e+12"), (3.1e-7, .decimals(3), "3.1e-07"),
      (-0.0004, .decimals(2), "-0.0004"), (0.0004, .percent(1), "0.0 %"), (-0.0004, .percent(1), "0.0 %"),
      (1234.5678, .significant(3), "1235"), (0.012345, .significant(3), "0.0123"), (9.996, .significant(3), "10.0"),
      (1e-9, .significant(3), "1.00e-09"), (1e20, .significant(3), "1.00e+20"), (12, .integer, "12"),
      (0.042, .proportion(2), ".04"), (-0.042, .proportion(2), "-.04"), (1, .proportion(2), "1.00"),
      (0, .proportion(2), ".00"), (0.9999, .proportion(3), "1.000"), (0.00003, .proportion(3), "3.0e-05"),
      (0.1, .text, "0.1"), (3, .text, "3"), (.infinity, .decimals(2), "∞"), (-.infinity, .percent(1), "-∞"),
      (.nan, .decimals(2), "–"),
    ])
  func styles(number: Double, style: Table.Style, expected: String) {
    #expect(numbers.string(number, style) == expected)
  }

  @Test("with a decimal comma all numbers for people have one, and no other mark")
  func decimalComma() {
    NumberStyle.$usesDecimalComma.withValue(true) {
      #expect(numbers.string(0.0009, .pValue) == "< ,001" && numbers.string(0.042, .proportion(2)) == ",04")
      #expect(numbers.string(0.3712, .percent(1)) == "37,1 %" && numbers.string(1.5e12, .decimals(2)) == "1,50e+12")
      #expect(numbers.interval(low: 0.312, high: 0.43, .percent(1)) == "31,2–43,0 %")
      #expect(numbers.bar(0.0996, .percent(0)) == "10 %" && numbers.bar(0.031, .percent(0)) == "3,1 %")
      #expect(numbers.string(.infinity, .decimals(2)) == "∞" && numbers.string(12, .integer) == "12")
    }
    #expect(numbers.string(0.5, .decimals(1)) == "0.5")
  }

  @Test("the greatest and the least doubles are written")
  func extremes() {
    #expect(numbers.string(.greatestFiniteMagnitude, .decimals(3)) == "1.80e+308")
    #expect(numbers.string(.leastNonzeroMagnitude, .decimals(3)) == "4.9e-324")
    #expect(fixed(.greatestFiniteMagnitude, decimals: 2).hasPrefix("17976931348623157"))
  }

  @Test("an interval says its percent sign once, and spells a dash beside a minus")
  func intervals() {
    #expect(numbers.interval(low: 0.312, high: 0.43, .percent(1)) == "31.2–43.0 %")
    #expect(numbers.interval(low: -0.12, high: 0.3, .decimals(2)) == "-0.12 to 0.30")
    #expect(numbers.interval(low: nil, high: 0.3, .decimals(2)) == "– to 0.30")
    #expect(NumberText(unicode: false).interval(low: 1, high: 2, .decimals(0)) == "1 to 2")
  }

  @Test("columns of characters agree with UAX #11")
  func displayWidths() throws {
    let lines = try referenceText("display-width/widths.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 20)
    for line in lines {
      let fields = line.split(separator: "\t")
      #expect(displayWidth(String(fields[0])) == Int(fields[1]), "\(fields[0])")
    }
  }
}
