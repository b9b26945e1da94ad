/// Error bars of a length for each point, taken from cells.
///
/// libxlsxwriter knows error bars of one length for all points of a series. Each that is wanted is asked for with a length that
/// nothing else has, and that length is replaced in the chart's part by two references to cells (ECMA-376-1, 21.2.2.20 `cust`,
/// 21.2.2.132 `plus`, 21.2.2.112 `minus`), with their numbers, as Excel writes them.
struct ErrorBarCells {
  /// The cells of one side, and what stands in them.
  struct Side {
    var reference: String
    var values: [Double]
  }

  private var bars: [(mark: Int, plus: Side, minus: Side)] = []
  private static let firstMark = 7_310_001

  /// The length that stands for these bars.
  mutating func mark(plus: Side, minus: Side) -> Double {
    let mark = Self.firstMark + bars.count
    bars.append((mark, plus, minus))
    return Double(mark)
  }

  /// The workbook with these bars in its charts.
  func written(into bytes: [UInt8], charts: Int) throws -> [UInt8] {
    guard !bars.isEmpty else { return bytes }
    var found = 0
    let names = (0..<charts).map { "xl/charts/chart\($0 + 1).xml" }
    let result = try ZipArchive.changing(names, in: bytes, form: ".xlsx") { text in
      guard text.contains(Self.kind) else { return text }
      // Bars stand in the order in which they were asked for, chart after chart.
      var pieces: [Substring] = []
      var rest = text[...]
      while found < bars.count, let place = rest.firstRange(of: Self.value(bars[found].mark)) {
        pieces.append(contentsOf: [
          rest[..<place.lowerBound], Self.element("plus", bars[found].plus)[...],
          Self.element("minus", bars[found].minus)[...],
        ])
        rest = rest[place.upperBound...]
        found += 1
      }
      return (pieces + [rest]).joined().replacing(Self.kind, with: "<c:errValType val=\"cust\"/>")
    }
    guard found == bars.count else {
      throw OfficeFileError(reason: .notWritten("the charts are not as this version knows them"))
    }
    return result
  }

  private static let kind = "<c:errValType val=\"fixedVal\"/>"

  private static func value(_ mark: Int) -> String { "<c:val val=\"\(mark)\"/>" }

  private static func element(_ name: String, _ side: Side) -> String {
    var text = "<c:\(name)><c:numRef><c:f>\(MarkupText.escaped(side.reference))</c:f><c:numCache>"
    text += "<c:formatCode>General</c:formatCode><c:ptCount val=\"\(side.values.count)\"/>"
    for (place, value) in side.values.enumerated() {
      text += "<c:pt idx=\"\(place)\"><c:v>\(shortest(value))</c:v></c:pt>"
    }
    return text + "</c:numCache></c:numRef></c:\(name)>"
  }
}
