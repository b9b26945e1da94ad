import CEncodings
import Survey

/// The encoding of a text, as its beginning tells it.
enum TextEncoding: Equatable {
  /// Read as it is.
  case utf8
  /// Recognised for certain: its name, and how it is called.
  case other(iconv: String, title: String)
  /// Not UTF-8, and not certain; what it may be.
  case unknown(candidates: [String])

  /// - Parameter bytes: the beginning of the text.
  static func recognise(_ bytes: [UInt8]) -> TextEncoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return .other(iconv: "UTF-16", title: "UTF-16")
    }
    if let little = isLittleEndian(bytes) {
      return little ? .other(iconv: "UTF-16LE", title: "UTF-16") : .other(iconv: "UTF-16BE", title: "UTF-16")
    }
    if bytes.allSatisfy({ $0 < 0x80 }) || bytes.contains(0) { return .utf8 }
    // The end may stand within a character.
    let whole = bytes.withUnsafeBufferPointer { CSVText.firstFault($0) }
    guard let fault = whole, fault < bytes.count - 4 else { return .utf8 }
    let isWindows = letters(Transcoder.text(of: bytes, in: "WINDOWS-1252")) != nil
    // Signs alone could be anything.
    let isMac = letters(Transcoder.text(of: bytes, in: "MACINTOSH")) ?? 0 > 0
    if isWindows != isMac {
      if isMac { return .other(iconv: "MACINTOSH", title: "Mac Roman") }
      // These signs are others in ISO-8859-15, which has no characters where Windows-1252 has its quotes and dashes.
      let hasWindowsOnly = bytes.contains { 0x80...0x9F ~= $0 }
      let differs = bytes.contains { [0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE].contains($0) }
      if differs, !hasWindowsOnly { return .unknown(candidates: ["Windows-1252", "ISO-8859-15"]) }
      return .other(iconv: "WINDOWS-1252", title: "Windows-1252")
    }
    let guess = detected(bytes)
    // Where a character takes several bytes, bytes at random are none.
    for (name, title) in [
      ("GB18030", "GB18030"), ("SHIFT_JIS", "Shift-JIS"), ("EUC-JP", "EUC-JP"), ("BIG5", "Big5"), ("EUC-KR", "EUC-KR"),
    ]
    where guess.uppercased() == name && Transcoder.text(of: bytes, in: name) != nil {
      return .other(iconv: name, title: title)
    }
    return .unknown(candidates: isWindows ? ["Windows-1252", "Macintosh"] : guess.isEmpty ? [] : [guess])
  }

  /// Every second byte of Latin text in UTF-16 is zero; `nil` when it is not that.
  private static func isLittleEndian(_ bytes: [UInt8]) -> Bool? {
    guard bytes.count >= 8 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in bytes.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let half = bytes.count / 2
    if zeros.odd * 5 > half * 3, zeros.even * 20 < half { return true }
    if zeros.even * 5 > half * 3, zeros.odd * 20 < half { return false }
    return nil
  }

  /// Letters and signs that Western texts hold beyond ASCII.
  private static let western = Set(
    "áàâäãåæçéèêëíìîïñóòôöõøœúùûüýÿßÁÀÂÄÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ€£¤§°–—‘’“”„…«»¿¡·\u{A0}½²³ºª®™©×´•")

  /// Letters beyond ASCII in a text that reads like one: Western letters and signs, capitals only where words begin or
  /// everything is capital; `nil` of anything else.
  private static func letters(_ utf8: [UInt8]?) -> Int? {
    guard let utf8 else { return nil }
    var letters = 0
    var before: Character = " "
    var beforeThat: Character = " "
    var run = 0
    for character in String(decoding: utf8, as: UTF8.self) {
      if !character.isASCII {
        guard western.contains(character) else { return nil }
        if character.isLetter {
          run += 1
          letters += 1
          if run > 2 || character.isUppercase && before.isLowercase { return nil }
        } else if before.isLetter, "´·".contains(character) {
          return nil
        }
      } else {
        run = 0
        // A dash within a word is a letter of another encoding.
        if character.isLowercase, "–—".contains(before), beforeThat.isLetter { return nil }
      }
      (beforeThat, before) = (before, character)
    }
    return letters
  }

  private static func detected(_ bytes: [UInt8]) -> String {
    guard let detector = uchardet_new() else { return "" }
    defer { uchardet_delete(detector) }
    bytes.withUnsafeBytes {
      _ = uchardet_handle_data(detector, $0.baseAddress!.assumingMemoryBound(to: CChar.self), $0.count)
    }
    uchardet_data_end(detector)
    return String(cString: uchardet_get_charset(detector))
  }
}
