public import Survey

/// Makes other bytes of a source's: unpacks them, or brings texts to UTF-8.
protocol ByteTransformer: AnyObject {
  /// Fills the buffer as far as the source goes; 0 when there is nothing more.
  func read(into buffer: UnsafeMutableRawBufferPointer, from source: ByteSource) throws -> Int
}

/// What keeps packed files, and texts in another encoding, from being read.
public enum BytesFault: Fault {
  /// It ends too early, or its check sums fail.
  case damaged(source: String, packing: String, isCut: Bool)
  /// It unpacks to far more than answers of people ever do.
  case swollen(source: String, packing: String, command: String)
  /// A text is in an encoding that its bytes do not tell for certain.
  case unknownEncoding(source: String, line: Int, byte: UInt8, candidates: [String])
  /// Bytes that are none in the encoding that was given or recognised.
  case notInEncoding(source: String, encoding: String, line: Int, column: Int, byte: UInt8)
  case noSuchEncoding(name: String)

  /// A name that is none is a fault of the request.
  public var exitStatus: Int32 { if case .noSuchEncoding = self { 64 } else { 65 } }

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .damaged(let source, let packing, let isCut):
      "\(source) is packed by \(packing) and \(isCut ? "ends before its packing does: it was cut short" : "damaged: its bytes are not what was packed"). Copy or download it again."
    case .swollen(let source, let packing, let command):
      "\(source) is packed by \(packing) and unpacks to more than \(UnpackedSize.largestRatio) times its size, as no survey does. If it is one, unpack it first: \(command) \(source) | mainspring … -."
    case .unknownEncoding(let source, let line, let byte, let candidates):
      "\(source), line \(line): byte 0x\(String(byte, radix: 16)) is not UTF-8, and its bytes do not tell for certain what it is\(candidates.isEmpty ? "" : " (it may be \(candidates.joined(separator: " or ")))"). Say it with \(setting: .encoding, (candidates.first ?? "windows-1252").lowercased())."
    case .notInEncoding(let source, let encoding, let line, let column, let byte):
      "\(source), line \(line), column \(column): the byte 0x\(byte < 16 ? "0" : "")\(String(byte, radix: 16)) is none of the encoding \(encoding), in which the file was read up to there. Name the right one with \(setting: .encoding)."
    case .noSuchEncoding(let name):
      "There is no encoding '\(name)'. There are, for example: utf-8, utf-16, windows-1252, iso-8859-15, macintosh, gb18030, shift_jis; `iconv -l` lists all."
    }
  }
}
