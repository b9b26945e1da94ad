/// What is wrong with a file as a whole: it is not there, cannot be read or written, or holds no table.
public enum FileFault: Sendable, Equatable {
  /// Nothing stands at the path.
  case noSuchFile(path: String)
  /// The system, or the format, refuses it.
  case unreadableFile(path: String, reason: String)
  /// The system refuses to write.
  case cannotWrite(path: String, reason: String)
  /// A byte that is no text, by line.
  case notUTF8(source: String, line: Int, byte: UInt8)
  /// Names, and nothing below them.
  case noRows(source: String)
  /// Two columns of a name that is asked for.
  case duplicateVariable(source: String, name: String)
}

extension FileFault: Fault {
  /// 66 for what cannot be read, 73 for what cannot be written, 65 for what is in it.
  public var exitStatus: Int32 {
    switch self {
    case .noSuchFile, .unreadableFile: 66
    case .cannotWrite: 73
    case .notUTF8, .noRows, .duplicateVariable: 65
    }
  }

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .noSuchFile(let path):
      "There is no file '\(path)'. Check the path; `mainspring datasets` lists the data that come with the program."
    case .unreadableFile(let path, let reason):
      "'\(path)' cannot be read: \(reason)."
    case .cannotWrite(let path, let reason):
      "'\(path)' cannot be written: \(reason). Nothing was written."
    case .notUTF8(let source, let line, let byte):
      "\(source), line \(line): byte 0x\(String(byte, radix: 16)) is not UTF-8. Say its encoding with \(setting: .encoding, "windows-1252"), or convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv."
    case .noRows(let source):
      "\(source) has column names but no rows below them."
    case .duplicateVariable(let source, let name):
      "\(source) has two columns named '\(name)'. Rename one: columns are chosen by name."
    }
  }
}
