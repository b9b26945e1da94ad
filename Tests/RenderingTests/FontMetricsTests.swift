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

  @Test("combining marks take nothing, letters of other scripts about an em") func otherScripts() {
    #expect(FontMetrics.width("e\u{301}", size: 15) == FontMetrics.width("e", size: 15))
    // An em without Pango; with it the font's own width, or that of the boxes that stand for letters no font has.
    let em = FontMetrics.width("顧客満足", size: 1) / 4
    #expect(em > 0.4 && em < 1.4)
  }

  /// Advances of DejaVuSans.ttf and DejaVuSans-Bold.ttf 2.37 shaped by HarfBuzz (uharfbuzz, HarfBuzz 15.0.0), in em:
  /// `Tests/References/text-widths/shaped.py`. Letters of Arabic join, so that a word is narrower than its letters.
  @Test(
    "text from right to left is as wide as HarfBuzz shapes it", .enabled(if: hasLibrary, "librsvg2-2 is not installed"),
    arguments: [
      ("رضا العملاء", 4.66455078125, 5.4892578125), ("جودة المنتج", 4.83154296875, 5.72509765625),
      ("שביעות רצון", 5.08642578125, 5.64453125), ("شیء ۱۲۳", 4.07080078125, 4.685546875),
    ])
  func shaped(text: String, regular: Double, bold: Double) {
    for (isBold, expected) in [(false, regular), (true, bold)] {
      let width = FontMetrics.width(text, size: 1, isBold: isBold)
      // A little room is added; Pango rounds places of letters to pixels of a hundredth of an em.
      #expect(width >= expected * 0.99 && width <= expected * 1.05, "\(width) of \(expected)")
    }
  }
}
