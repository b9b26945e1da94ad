import Rendering
import Testing

@Suite("Widths of text")
struct FontMetricsTests {
  @Test("agree with cairo's for DejaVu Sans, regular and bold")
  func agreesWithCairo() throws {
    let lines = try referenceText("text-widths/widths.tsv").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 16)
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      for (isBold, expected) in [(false, Double(fields[1])), (true, Double(fields[2]))] {
        let width = FontMetrics.width(fields[0], size: 1, isBold: isBold)
        #expect(abs(width - (try #require(expected))) < 1e-5, "\(fields[0]), bold \(isBold)")
      }
    }
  }

  @Test("wide characters take an em, combining marks nothing")
  func otherScripts() {
    #expect(FontMetrics.width("顧客", size: 15) == 30)
    #expect(FontMetrics.width("e\u{301}", size: 15) == FontMetrics.width("e", size: 15))
  }
}
