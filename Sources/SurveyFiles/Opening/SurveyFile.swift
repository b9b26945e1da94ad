/// What to take for granted about a survey instead of recognising it, whatever its format.
public struct ReadingOptions: Sendable, Equatable {
  /// Of text with separators, and of what becomes such text.
  public var csv: CSVOptions
  /// The encoding of texts, by a name that iconv knows; `nil`: as the file says, or recognised.
  public var encoding: String?
  /// Answers in words that are on no scale that is known, by columns.
  public var levels: [GivenLevels]

  public init(csv: CSVOptions = CSVOptions(), encoding: String? = nil, levels: [GivenLevels] = []) {
    self.csv = csv
    self.encoding = encoding
    self.levels = levels
  }
}

/// The one place where a survey's format is recognised, by its first bytes, and its reader chosen.
public enum SurveyFile {
  /// Opens the file at `path`; `-` is standard input.
  ///
  /// - Throws: `FileFault`, and the faults of the format's reader.
  public static func reader(path: String, options: ReadingOptions = ReadingOptions()) throws -> any SurveyReader {
    try reader(ByteSource(path: path), options)
  }

  /// Reads from memory; messages call the bytes `name`.
  public static func reader(
    bytes: [UInt8], name: String, options: ReadingOptions = ReadingOptions()
  ) throws -> any SurveyReader {
    try reader(ByteSource(bytes: bytes, name: name), options)
  }

  /// Bytes that tell one format from another.
  private static let signatureSize = 4096

  private static func reader(_ source: ByteSource, _ options: ReadingOptions) throws -> any SurveyReader {
    RatedReader(try plainReader(source, options), levels: options.levels)
  }

  /// The reader of the format, before answers in words become ratings.
  private static func plainReader(_ source: ByteSource, _ options: ReadingOptions) throws -> any SurveyReader {
    let head = try source.peek(signatureSize)
    if let format = StatisticalFormat.recognise(head) {
      return try StatisticalReader(source, format, encoding: options.encoding)
    }
    return try CSVReader(source: source, options: options.csv, settings: CSVReader.Settings())
  }
}
