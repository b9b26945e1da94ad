public import Survey

/// The files of statistical programs, known by their first bytes.
enum StatisticalFormat: String, Sendable, CaseIterable {
  case sav, por, dta, sas7bdat, xport

  /// What the first bytes are; `nil` for anything else.
  static func recognise(_ bytes: [UInt8]) -> StatisticalFormat? {
    func has(_ text: String, at offset: Int = 0) -> Bool { bytes.dropFirst(offset).starts(with: Array(text.utf8)) }
    if has("$FL2") || has("$FL3") { return .sav }
    if has("<stata_dta>") { return .dta }
    // Versions 105 to 115, big or little end first, then a type of file that is always 1, and nothing.
    if bytes.count > 4, 0x69...0x73 ~= bytes[0], 1...2 ~= bytes[1], bytes[2] == 1, bytes[3] == 0 { return .dta }
    if bytes.starts(with: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xC2, 0xEA, 0x81, 0x60]) { return .sas7bdat }
    if has("HEADER RECORD*******LIB") { return .xport }
    if Array(bytes.prefix(600)).contains(Array("SPSS PORT FILE".utf8)) || isPortable(bytes) { return .por }
    return nil
  }

  /// A portable file's lines are 80 characters, the fourth to sixth of a table; its mark stands at 464 with line ends left out.
  private static func isPortable(_ bytes: [UInt8]) -> Bool {
    let characters = bytes.prefix(700).filter { $0 != 0x0A && $0 != 0x0D }
    return characters.count > 472 && characters[456..<472].contains(Array("SPSSPORT".utf8))
  }

  /// As sentences have it.
  var title: String {
    switch self {
    case .sav: "SPSS file"
    case .por: "SPSS portable file"
    case .dta: "Stata file"
    case .sas7bdat: "SAS file"
    case .xport: "SAS transport file"
    }
  }
}

/// What keeps a file of a statistical program from being read.
public enum StatisticalFault: Fault {
  /// It breaks the rules of its format, in the words of the library that reads it.
  case damaged(source: String, format: String, reason: String)
  /// Its texts are not in the encoding that it names, or in none that is known.
  case encoding(source: String, format: String, encoding: String?)

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .damaged(let source, let format, let reason):
      "\(source) begins as \(format) and cannot be read as one: \(reason). It may be cut short or damaged: copy or export it again."
    case .encoding(let source, let format, let encoding):
      "\(source) is \(format) whose texts are not in the encoding \(encoding.map { "'\($0)' that was taken" } ?? "that it names"). Name the right one with \(setting: .encoding), such as \(setting: .encoding, "windows-1252")."
    }
  }
}
