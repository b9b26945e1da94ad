/// What to take for granted about a survey instead of recognising it, whatever its format.
public struct ReadingOptions: Sendable, Equatable {
  /// Of text with separators, and of what becomes such text.
  public var csv: CSVOptions

  public init(csv: CSVOptions = CSVOptions()) {
    self.csv = csv
  }
}

/// The one place where a survey's format is recognised, by its first bytes, and its reader chosen.
public enum SurveyFile {
  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Throws: `FileFault`, and the faults of the format's reader.
  public static func reader(path: String, options: ReadingOptions = ReadingOptions()) throws -> any SurveyReader {
    try CSVReader(path: path, options: options.csv)
  }

  /// Reads from memory; messages call the bytes `name`.
  public static func reader(
    bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions()
  ) throws -> any SurveyReader {
    try CSVReader(bytes: bytes, name: name, options: options.csv)
  }
}
