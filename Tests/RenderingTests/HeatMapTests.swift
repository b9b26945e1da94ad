import Rendering
import Testing

@Suite struct HeatMapTests {
  static func map(_ count: Int, name: (Int) -> String) -> Figure {
    var values: [[Double?]] = []
    for i in 1..<count {
      var row = [Double?](repeating: nil, count: count - 1)
      for j in 0..<i { row[j] = Double((i * 7 + j * 3) % 19) / 9.5 - 1 }
      values.append(row)
    }
    let map = HeatMap(
      title: "", rows: (1..<count).map(name), columns: (0..<count - 1).map(name), values: values,
      keyTitle: "correlation")
    return Figure(title: "Correlations", caption: "n = 100.", panels: [.heatMap(map)])
  }

  @Test("texts never touch each other and lie on the page", arguments: [2, 4, 9, 16, 25, 40])
  func labels(_ count: Int) {
    for name in [{ "q\($0)" }, { "How easy was it to find product number \($0)?" }] as [(Int) -> String] {
      let drawing = SVGRenderer.layout(of: Self.map(count, name: name))
      let page = Rect(x: 0, y: 0, width: drawing.width, height: drawing.height)
      for (i, text) in drawing.texts.enumerated() {
        #expect(page.contains(text.rect), "\(text.text) of \(count)")
        for other in drawing.texts[..<i] {
          #expect(!text.rect.intersects(other.rect), "\(text.text) on \(other.text), \(count)")
        }
      }
    }
  }

  @Test("numbers stand in their fields while these are large enough")
  func numbers() {
    let few = SVGRenderer.layout(of: Self.map(5) { "q\($0)" })
    #expect(few.texts.contains { $0.text == "−0.26" })
    let many = SVGRenderer.layout(of: Self.map(60) { "q\($0)" })
    #expect(!many.texts.contains { $0.text.hasPrefix("0.") && $0.text.count > 3 })
  }

  @Test("numbers stand out from every field: 4.5 to 1 at least") func ink() {
    for look in Theme.Look.allCases {
      for k in -100...100 {
        let field = Theme(look: look).palette.diverging(Double(k) / 100)
        #expect(Palette.contrast(Palette.ink(on: field), field) >= 4.5, "\(look), \(k)")
      }
    }
    // By definition: white on black is 21 to 1.
    #expect(abs(Palette.contrast("#FFFFFF", "#000000") - 21) < 1e-12)
    #expect(abs(Palette.contrast("#777777", "#FFFFFF") - 4.478) < 1e-3)
  }

  @Test("the key shows the range in use, and the limits that it is given") func key() {
    func texts(_ values: [[Double?]], marks: [Double] = []) -> [String] {
      let map = HeatMap(
        title: "", rows: ["b"], columns: values[0].map { _ in "a" }, values: values, keyTitle: "HTMT", marks: marks)
      return SVGRenderer.layout(of: Figure(title: "t", caption: "c", panels: [.heatMap(map)])).texts.map(\.text)
    }
    // Tenths outwards, with zero and what is marked.
    let signed = texts([[-0.37, 0.22]])
    #expect(signed.contains("−0.4") && signed.contains("0.3") && !signed.contains("1.0"))
    let positive = texts([[0.4]], marks: [0.85])
    #expect(positive.contains("0.0") && positive.contains("0.85") && positive.contains("0.9"))
    #expect(HeatMap(title: "", rows: ["a"], columns: ["b"], values: [[0.3]], keyTitle: "").range == 0...0.3)
    #expect(HeatMap(title: "", rows: ["a"], columns: ["b"], values: [[nil]], keyTitle: "").range == 0...1)
  }
}
