import Platform
import Rendering
import Testing

let hasLibrary: Bool = dlopen("librsvg-2.so.2", RTLD_NOW) != nil

@Suite("PNG and PDF", .enabled(if: hasLibrary, "librsvg2-2 is not installed"))
struct PictureExportTests {
  private let svg = SVGRenderer.render(
    FigureFixtures.figure([.quadrants(FigureFixtures.map(points: 7, scatter: .spread, seed: 1))]))

  @Test("a PNG is at least 2000 pixels wide and in the picture's proportions")
  func png() throws {
    let bytes = try PictureExport.png(svg: svg)
    #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    func number(at start: Int) -> Int { bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
    // IHDR follows the signature: length, name, width, height.
    #expect(number(at: 16) == 2000)
    let small = "<svg xmlns='http://www.w3.org/2000/svg' width='10' height='5'><rect width='3' height='3'/></svg>"
    let drawn = try PictureExport.png(svg: small)
    #expect(drawn[16..<24].elementsEqual([0, 0, 7, 208, 0, 0, 3, 232]))
  }

  @Test("two PDFs made a second apart are the same bytes and carry no date")
  func pdf() throws {
    let first = try PictureExport.pdf(svg: svg)
    sleep(1)
    let second = try PictureExport.pdf(svg: svg)
    #expect(first == second)
    #expect(String(decoding: first.prefix(5), as: UTF8.self) == "%PDF-")
    let text = String(decoding: first, as: Unicode.ASCII.self)
    #expect(!text.contains("CreationDate") && !text.contains("ModDate"))
  }

  @Test("what is no SVG is refused in words")
  func notSVG() {
    for text in ["", "<svg", "<html/>", "<svg xmlns='http://www.w3.org/2000/svg' width='0' height='0'/>"] {
      #expect(throws: PictureExportError.self) { try PictureExport.png(svg: text) }
      #expect(throws: PictureExportError.self) { try PictureExport.pdf(svg: text) }
    }
  }
}

@Suite("Without librsvg")
struct MissingLibraryTests {
  @Test("the error names the Debian package to install")
  func missing() {
    let error = PictureExportError(reason: .missingLibrary("librsvg-2.so.2"))
    #expect(error.description.contains("librsvg2-2"))
  }
}

@Suite("Characters without a glyph", .enabled(if: hasLibrary, "librsvg2-2 is not installed"))
struct MissingGlyphsTests {
  @Test("a private character that no font has is found once, what DejaVu has is not")
  func found() throws {
    let svg = SVGRenderer.render(
      Figure(title: "Qualität \u{10FFF0}é – ω ≥ \u{10FFF0}", caption: "\u{10FFF1}a\u{200B}", panels: []))
    #expect(PictureExport.missingGlyphs(svg: svg) == ["\u{10FFF0}", "\u{10FFF1}"])
    #expect(PictureExport.missingGlyphs(svg: "<svg/>").isEmpty)
    // The picture is drawn all the same.
    #expect(try PictureExport.png(svg: svg).count > 1000)
  }
}
