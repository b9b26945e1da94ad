/// The parts of a document of Word that are the same for all.
enum WordPackage {
  static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let package = "http://schemas.openxmlformats.org/package/2006"

  static let contentTypes =
    head + """
      <Types xmlns="\(package)/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
      ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>\
      <Override PartName="/word/document.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>\
      <Override PartName="/word/styles.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>\
      <Override PartName="/word/numbering.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>\
      <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
      </Types>

      """

  static let relationships =
    head + """
      <Relationships xmlns="\(package)/relationships"><Relationship Id="rId1" Type="\(office)/officeDocument" \
      Target="word/document.xml"/><Relationship Id="rId2" Type="\(package)/relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>

      """

  /// Relationships of the text before those of its pictures.
  static let relationshipCount = 2

  static func relationships(pictures: Int) -> String {
    var text = head + "<Relationships xmlns=\"\(package)/relationships\">"
    text += "<Relationship Id=\"rId1\" Type=\"\(office)/styles\" Target=\"styles.xml\"/>"
    text += "<Relationship Id=\"rId2\" Type=\"\(office)/numbering\" Target=\"numbering.xml\"/>"
    for index in 0..<pictures {
      text +=
        "<Relationship Id=\"rId\(relationshipCount + 1 + index)\" Type=\"\(office)/image\" "
        + "Target=\"media/image\(index + 1).png\"/>"
    }
    return text + "</Relationships>\n"
  }

  static func properties(title: String) -> String {
    head + "<cp:coreProperties xmlns:cp=\"\(package)/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>\(MarkupText.escaped(title))</dc:title>"
      + "</cp:coreProperties>\n"
  }

  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// Bullets.
  static let numbering =
    head + """
      <w:numbering xmlns:w="\(word)"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>\
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>\
      <w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1">\
      <w:abstractNumId w:val="0"/></w:num></w:numbering>

      """

  static let styles =
    head + """
      <w:styles xmlns:w="\(word)"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" \
      w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/><w:sz w:val="22"/>\
      <w:szCs w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" \
      w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
      <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>
      \(style("Title", "Title", "<w:spacing w:after=\"200\"/>", "<w:b/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"))
      \(style("Heading1", "heading 1", "<w:keepNext/><w:spacing w:before=\"280\" w:after=\"100\"/><w:outlineLvl w:val=\"0\"/>", "<w:b/><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/>"))
      \(style("ListBullet", "List Bullet", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:after=\"60\"/>", ""))
      \(style("Lines", "Lines", "<w:spacing w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:rFonts w:ascii=\"DejaVu Sans Mono\" w:hAnsi=\"DejaVu Sans Mono\" w:cs=\"DejaVu Sans Mono\"/><w:sz w:val=\"16\"/><w:szCs w:val=\"16\"/>"))
      \(style("TableNumber", "Table Number", "<w:spacing w:before=\"240\" w:after=\"40\"/>", "<w:b/>"))
      \(style("TableTitle", "Table Title", "<w:spacing w:after=\"80\"/>", "<w:i/>"))
      \(style("TableCell", "Table Cell", "<w:spacing w:before=\"20\" w:after=\"20\" w:line=\"240\" w:lineRule=\"auto\"/>", ""))
      \(style("TableNote", "Table Note", "<w:spacing w:before=\"60\" w:after=\"240\"/>", "<w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"))
      </w:styles>

      """

  private static func style(_ id: String, _ name: String, _ paragraph: String, _ run: String) -> String {
    "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"><w:name w:val=\"\(name)\"/><w:basedOn w:val=\"Normal\"/>"
      + "<w:qFormat/><w:pPr>\(paragraph)</w:pPr><w:rPr>\(run)</w:rPr></w:style>"
  }
}
