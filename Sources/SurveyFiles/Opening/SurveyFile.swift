/// What to take for granted about a survey instead of recognising it, whatever its format.
public struct ReadingOptions: Sendable, Equatable {
  /// Of text with separators, and of what becomes such text.
  public var csv: CSVOptions
  /// The encoding of texts, by a name that iconv knows; `nil`: as the file says, or recognised.
  public var encoding: String?
  /// The sheet of a workbook, by name or by number from 1; `nil`: the first in view that holds a table.
  public var sheet: String?
  /// Answers in words that are on no scale that is known, by columns.
  public var levels: [GivenLevels]
  /// Answers that a file of a statistical program declares missing stay the numbers and texts that they are, and answers in
  /// words stay words: for copies of the file.
  package var keepsCodes = false

  /// What is given; the rest is recognised.
  public init(
    csv: CSVOptions = CSVOptions(), encoding: String? = nil, sheet: String? = nil, levels: [GivenLevels] = []
  ) {
    self.csv = csv
    self.encoding = encoding
    self.sheet = sheet
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

  /// Reads a text that was held: unpacked, in UTF-8, or the table of a sheet. `digest` is that of the file.
  package static func reader(
    held bytes: [UInt8], name: String, digest: String?, options: ReadingOptions = ReadingOptions()
  ) throws -> any SurveyReader {
    RatedReader(
      try CSVReader(
        source: ByteSource(bytes: bytes, name: name, digest: digest), options: options.csv,
        settings: CSVReader.Settings()), levels: options.levels)
  }

  /// Bytes that tell one format from another.
  private static let signatureSize = 4096
  /// Bytes that tell one encoding from another.
  private static let encodingSample = 1 << 16

  private static func reader(_ source: ByteSource, _ options: ReadingOptions) throws -> any SurveyReader {
    var source = source
    var remarks: [String] = []
    var head = try source.peek(signatureSize)
    // A packed file within a packed file is an accident, and more of them an attack.
    for _ in 0..<2 {
      guard let packing = Packing.recognise(head) else { break }
      source = ByteSource(source, by: try packing.transformer(of: source.name))
      remarks.append("unpacked from \(packing.title)")
      head = try source.peek(signatureSize)
    }
    func rated(_ reader: any SurveyReader) -> any SurveyReader {
      RatedReader(reader, levels: options.levels, remarks: remarks)
    }
    if let format = StatisticalFormat.recognise(head) {
      let reader = try StatisticalReader(
        source, format, encoding: options.encoding, keepsCodes: options.keepsCodes)
      return options.keepsCodes ? reader : rated(reader)
    }
    if head.starts(with: CompoundFile.signature) {
      let (name, advice) = CompoundFile(try StatisticalBytes(source)).title
      throw ForeignFormat.fault(source.name, name, advice)
    }
    if WorkbookFormat.isArchive(head) {
      source = try WorkbookFormat.text(of: source, sheet: options.sheet, remarks: &remarks)
    } else if ForeignFormat.recognise(head) == nil {
      source = try inUTF8(source, options.encoding, remarks: &remarks)
    }
    return rated(try CSVReader(source: source, options: options.csv, settings: CSVReader.Settings()))
  }

  /// The text in UTF-8: as it is, by the encoding given, or by one that is certain.
  private static func inUTF8(
    _ source: ByteSource, _ given: String?, remarks: inout [String]
  ) throws -> ByteSource {
    if let given {
      let isUTF8 = ["utf-8", "utf8"].contains(given.lowercased())
      return isUTF8 ? source : ByteSource(source, by: try Transcoder(given))
    }
    let sample = try source.peek(encodingSample)
    switch TextEncoding.recognise(sample) {
    case .utf8: return source
    case .other(let name, let title):
      remarks.append("its texts are read as \(title); name another encoding if they look wrong")
      return ByteSource(source, by: try Transcoder(name))
    case .unknown(let candidates):
      let place = sample.withUnsafeBufferPointer { CSVText.firstFault($0) } ?? 0
      let line = sample[..<place].withUnsafeBufferPointer { CSVText.summary($0).lineCount } + 1
      throw BytesFault.unknownEncoding(source: source.name, line: line, byte: sample[place], candidates: candidates)
    }
  }
}
