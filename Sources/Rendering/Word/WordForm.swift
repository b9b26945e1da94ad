/// A document of Word: headings, sentences, tables as APA has them, the figure as a picture, notes.
///
/// A package of Office Open XML (ECMA-376) with as few parts as Word needs; it carries no date.
public enum WordForm: DocumentForm {
  /// `.docx`
  public static var suffix: String { "docx" }
  /// The text of its pictures is drawn here.
  public static var drawsFonts: Bool { true }

  /// The same document is the same bytes.
  ///
  /// - Throws: `OfficeFileError` when libzip is not installed, `PictureExportError` for a document with a figure when librsvg is not.
  public static func bytes(of document: Document, _ settings: FormSettings) throws -> [UInt8] {
    var body = WordBody()
    try body.add(ReadingDocument(document, numbers: NumberText(unicode: true), width: 78))
    var parts = [
      ZipArchive.Part("[Content_Types].xml", WordPackage.contentTypes),
      ZipArchive.Part("_rels/.rels", WordPackage.relationships),
      ZipArchive.Part("docProps/core.xml", WordPackage.properties(title: document.title)),
      ZipArchive.Part("word/document.xml", body.document),
      ZipArchive.Part("word/styles.xml", WordPackage.styles),
      ZipArchive.Part("word/numbering.xml", WordPackage.numbering),
      ZipArchive.Part("word/_rels/document.xml.rels", WordPackage.relationships(pictures: body.pictures.count)),
    ]
    for (index, picture) in body.pictures.enumerated() {
      parts.append(ZipArchive.Part("word/media/image\(index + 1).png", picture))
    }
    return try ZipArchive.bytes(of: parts, form: ".docx")
  }
}
