import Languages

/// The text of a document of Word, block by block.
struct WordBody {
  private var elements: [String] = []
  private(set) var pictures: [[UInt8]] = []
  /// The page on which the blocks so far stand.
  private var isTurned = false

  /// Twips between the margins of a page of A4, upright and turned, and in height.
  private static let (upright, turned, height) = (9638, 14570, 13300)
  /// Characters of the smallest type in the lines of a turned page.
  private static let widest = 190
  /// English metric units of a twip.
  private static let emu = 635

  mutating func add(_ content: ReadingDocument) throws {
    if !content.title.isEmpty { add(paragraph(content.title, style: "Title")) }
    for block in content.blocks {
      switch block {
      case .heading(let text): add(paragraph(text, style: "Heading1"))
      case .paragraph(let text): add(paragraph(text))
      case .lines(let text):
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          add(paragraph(String(line), style: "Lines"))
        }
      case .figure(let figure): try add(figure)
      case .table(let table): for part in table.parts(width: Self.widest) { add(part) }
      }
    }
    turn(false)
    if !content.notes.isEmpty {
      add(paragraph(Language.current.word("Notes"), style: "Heading1"))
      for note in content.notes { add(paragraph(note, style: "ListBullet")) }
    }
  }

  private mutating func add(_ element: String) { elements.append(element) }

  /// Begins a page of the other direction.
  private mutating func turn(_ isTurned: Bool) {
    guard isTurned != self.isTurned else { return }
    add("<w:p><w:pPr>\(section)</w:pPr></w:p>")
    self.isTurned = isTurned
  }

  private var section: String {
    let size = isTurned ? "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"" : "w:w=\"11906\" w:h=\"16838\""
    return "<w:sectPr><w:pgSz \(size)/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" "
      + "w:header=\"708\" w:footer=\"708\" w:gutter=\"0\"/></w:sectPr>"
  }

  var document: String {
    WordPackage.head
      + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
      + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
      + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
      + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
      + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>\n"
      + elements.joined(separator: "\n") + "\n\(section)</w:body></w:document>\n"
  }

  // MARK: Paragraphs

  private func paragraph(_ text: String, style: String? = nil, keepsNext: Bool = false) -> String {
    paragraph(runs: run(text), style: style, keepsNext: keepsNext)
  }

  private func paragraph(runs: String, style: String? = nil, keepsNext: Bool = false, extra: String = "") -> String {
    let properties =
      (style.map { "<w:pStyle w:val=\"\($0)\"/>" } ?? "") + (keepsNext ? "<w:keepNext/>" : "") + extra
    return "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(runs)</w:p>"
  }

  private func run(_ text: String, _ properties: String = "") -> String {
    let content = MarkupText.escaped(text)
    let own = properties + (Self.isRightToLeft(text) ? "<w:rtl/>" : "")
    return "<w:r>\(own.isEmpty ? "" : "<w:rPr>\(own)</w:rPr>")<w:t xml:space=\"preserve\">\(content)</w:t></w:r>"
  }

  /// Hebrew, Arabic and their kin before any other letter.
  private static func isRightToLeft(_ text: String) -> Bool {
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      return (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
        || (0xFE70...0xFEFF).contains(scalar.value)
    }
    return false
  }

  // MARK: Pictures

  private mutating func add(_ figure: Figure) throws {
    let picture = try PictureExport.png(svg: SVGRenderer.render(figure))
    turn(false)
    pictures.append(picture)
    let number = pictures.count
    func pixels(at start: Int) -> Double { Double(picture[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }) }
    let (width, height) = (pixels(at: 16), pixels(at: 20))
    let scale = min(Double(Self.upright) / width, Double(Self.height) / height) * Double(Self.emu)
    let size = "cx=\"\(Int(width * scale))\" cy=\"\(Int(height * scale))\""
    let title = MarkupText.escaped(figure.title)
    add(
      paragraph(
        runs: "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent \(size)/>"
          + "<wp:docPr id=\"\(number)\" name=\"Figure \(number)\" descr=\"\(title)\"/>"
          + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
          + "<pic:nvPicPr><pic:cNvPr id=\"\(number)\" name=\"image\(number).png\"/><pic:cNvPicPr/></pic:nvPicPr>"
          + "<pic:blipFill><a:blip r:embed=\"rId\(number + WordPackage.relationshipCount)\"/><a:stretch><a:fillRect/>"
          + "</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext \(size)/></a:xfrm>"
          + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
          + "</wp:inline></w:drawing></w:r>"))
  }

  // MARK: Tables

  /// "Table 1" in bold, the title in italics, rules above and below the head and at the end, no vertical ones, a note below.
  private mutating func add(_ table: ReadingTable) {
    guard !table.columns.isEmpty else { return }
    let widths = table.columns.map { Double($0.isText ? min($0.width, 40) : $0.width) + 1.6 }
    let total = widths.reduce(0, +)
    // A character of a size in half points is about half as wide as high; numbers must not break.
    func needed(_ halfPoints: Int) -> Double { total * Double(halfPoints) * 10 * 0.5 }
    let isWide = needed(14) > Double(Self.upright)
    turn(isWide)
    let room = Double(isWide ? Self.turned : Self.upright)
    let size = [20, 18, 17, 16, 15, 14, 13, 12, 11].first { needed($0) <= room } ?? 10
    let unit = min(room / total, Double(size) * 10 * 0.6)
    let columns = widths.map { Int($0 * unit) }
    if let number = table.number {
      let language = Language.current
      let name = language.message("Table {0}", "\(number)")
      add(
        paragraph(
          table.isContinued ? language.message("{0} (continued)", name) : name, style: "TableNumber", keepsNext: true))
    }
    if !table.title.isEmpty { add(paragraph(table.title, style: "TableTitle", keepsNext: true)) }
    var text = "<w:tbl><w:tblPr><w:tblW w:w=\"\(columns.reduce(0, +))\" w:type=\"dxa\"/><w:tblBorders>"
    text += "<w:top \(Self.rule(8))/><w:bottom \(Self.rule(8))/></w:tblBorders><w:tblLayout w:type=\"fixed\"/>"
    text += "<w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/><w:right w:w=\"30\" w:type=\"dxa\"/></w:tblCellMar>"
    text += "<w:tblLook w:val=\"0020\" w:firstRow=\"1\"/></w:tblPr><w:tblGrid>"
    text += columns.map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>\n"
    let heads = table.columns.indices.map { index in
      cell(
        table.columns[index].heading, width: columns[index], size: size, isText: table.columns[index].isText,
        properties: "<w:tcBorders><w:bottom \(Self.rule(4))/></w:tcBorders><w:vAlign w:val=\"bottom\"/>",
        keepsNext: true)
    }
    text += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>\(heads.joined())</w:tr>\n"
    for row in table.rows {
      switch row {
      case .section(let title):
        text += "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        text += cell(
          title, width: columns.reduce(0, +), size: size, isText: true,
          properties: "<w:gridSpan w:val=\"\(columns.count)\"/>", keepsNext: true, isBold: true)
        text += "</w:tr>\n"
      case .cells(let cells):
        let written = cells.indices.map {
          cell(cells[$0], width: columns[$0], size: size, isText: table.columns[$0].isText)
        }
        text += "<w:tr><w:trPr><w:cantSplit/></w:trPr>\(written.joined())</w:tr>\n"
      }
    }
    add(text + "</w:tbl>")
    let note = table.note.map { run(Language.current.word("Note") + ". ", "<w:i/>") + run($0) } ?? ""
    add(paragraph(runs: note, style: "TableNote"))
  }

  private static func rule(_ eighths: Int) -> String {
    "w:val=\"single\" w:sz=\"\(eighths)\" w:space=\"0\" w:color=\"auto\""
  }

  private func cell(
    _ text: String, width: Int, size: Int, isText: Bool, properties: String = "", keepsNext: Bool = false,
    isBold: Bool = false
  ) -> String {
    let isTurned = isText && Self.isRightToLeft(text)
    let look = (isBold ? "<w:b/>" : "") + "<w:sz w:val=\"\(size)\"/><w:szCs w:val=\"\(size)\"/>"
    let content = paragraph(
      runs: run(text, look), style: "TableCell", keepsNext: keepsNext,
      extra: (isTurned ? "<w:bidi/>" : "") + (isText ? "" : "<w:jc w:val=\"right\"/>"))
    return "<w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/>\(properties)</w:tcPr>\(content)</w:tc>"
  }
}
