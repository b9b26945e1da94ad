import CReadStat
import Platform
import Survey

/// One pass of ReadStat over a file: what it says of the file, of each variable, of value labels, and each value in the order
/// of the file.
///
/// A pass is a class because C calls back into it through a pointer.
class StatisticalPass {
  typealias Column = UnsafeMutablePointer<readstat_variable_t>

  /// The encoding that the file names, and its rows; −1 when it does not say.
  private(set) var encoding: String?
  private(set) var rowCount = -1
  private(set) var isCompressed = false
  /// What went wrong in a callback, to be thrown when ReadStat has returned.
  var fault: (any Error)?
  /// ReadStat's own words on what it could not read.
  private var message: String?

  /// A variable, and the name of its set of labels. Gives false to leave its values out.
  func variable(_ index: Int, _ variable: Column, labels: String?) -> Bool { true }
  func label(_ value: readstat_value_t, _ label: String, set: String) {}
  func weight(_ variable: Column) {}
  /// In a damaged Stata file the name of a set of labels fills its room to the last byte, and no zero ends it: ReadStat hands on
  /// where it stands in the file's table.
  private var longestLabelName = Int.max
  private func nameOfLabels(_ name: UnsafePointer<CChar>) -> String {
    let count = longestLabelName == .max ? strlen(name) : strnlen(name, longestLabelName)
    return String(decoding: UnsafeRawBufferPointer(start: name, count: count), as: UTF8.self)
  }

  /// Whether values are wanted at all.
  var takesValues: Bool { false }
  /// Gives false to stop.
  func value(_ row: Int, _ variable: Column, _ value: readstat_value_t) -> Bool { true }

  /// Runs over all bytes.
  ///
  /// - Throws: `StatisticalFault`, and what the pass itself threw.
  final func run(_ bytes: StatisticalBytes, _ format: StatisticalFormat, encoding given: String?) throws {
    guard let parser = readstat_parser_init() else {
      throw FileFault.unreadableFile(path: bytes.name, reason: "no memory")
    }
    defer { readstat_parser_free(parser) }
    if format == .dta { longestLabelName = Self.roomOfLabelNames(bytes) }
    bytes.attach(to: parser)
    // The parser keeps the pointer.
    let encodingName = given.map { strdup($0) } ?? nil
    defer { free(encodingName) }
    if let encodingName { readstat_set_file_character_encoding(parser, encodingName) }
    readstat_set_metadata_handler(parser) { metadata, context in
      let pass = StatisticalPass.of(context)
      pass.encoding = readstat_get_file_encoding(metadata).map { String(cString: $0) }
      pass.rowCount = Int(readstat_get_row_count(metadata))
      pass.isCompressed = readstat_get_compression(metadata) == READSTAT_COMPRESS_BINARY
      return Int32(READSTAT_HANDLER_OK)
    }
    readstat_set_variable_handler(parser) { index, variable, labels, context in
      let pass = StatisticalPass.of(context)
      let isWanted = pass.variable(Int(index), variable!, labels: labels.map(pass.nameOfLabels))
      return Int32((isWanted ? READSTAT_HANDLER_OK : READSTAT_HANDLER_SKIP_VARIABLE))
    }
    readstat_set_value_label_handler(parser) { labels, value, label, context in
      if let labels, let label {
        StatisticalPass.of(context).label(value, String(cString: label), set: String(cString: labels))
      }
      return Int32(READSTAT_HANDLER_OK)
    }
    readstat_set_fweight_handler(parser) { variable, context in
      if let variable { StatisticalPass.of(context).weight(variable) }
      return Int32(READSTAT_HANDLER_OK)
    }
    // Of a number without an end in a portable file ReadStat words more than it has read.
    if format != .por {
      readstat_set_error_handler(parser) { message, context in
        if let message { StatisticalPass.of(context).message = String(cString: message) }
      }
    }
    if takesValues {
      readstat_set_value_handler(parser) { row, variable, value, context in
        let goesOn = StatisticalPass.of(context).value(Int(row), variable!, value)
        return Int32((goesOn ? READSTAT_HANDLER_OK : READSTAT_HANDLER_ABORT))
      }
    }
    let context = Unmanaged.passUnretained(self).toOpaque()
    let result =
      switch format {
      case .sav: readstat_parse_sav(parser, bytes.name, context)
      case .por: readstat_parse_por(parser, bytes.name, context)
      case .dta: readstat_parse_dta(parser, bytes.name, context)
      case .sas7bdat: readstat_parse_sas7bdat(parser, bytes.name, context)
      case .xport: readstat_parse_xport(parser, bytes.name, context)
      }
    if let fault { throw fault }
    guard result != READSTAT_OK else { return }
    switch result {
    case READSTAT_ERROR_CONVERT, READSTAT_ERROR_CONVERT_BAD_STRING, READSTAT_ERROR_CONVERT_SHORT_STRING,
      READSTAT_ERROR_CONVERT_LONG_STRING, READSTAT_ERROR_UNSUPPORTED_CHARSET:
      throw StatisticalFault.encoding(source: bytes.name, format: format.title, encoding: given ?? encoding)
    default:
      var reason = message ?? String(cString: readstat_error_message(result))
      while reason.last.map({ $0.isWhitespace || $0 == "." }) ?? false { reason.removeLast() }
      throw StatisticalFault.damaged(
        source: bytes.name, format: format.title, reason: reason.prefix(1).lowercased() + reason.dropFirst())
    }
  }

  /// Bytes of the name of a set of labels, by the version: 9 before 110, 33 before 118, then 129.
  private static func roomOfLabelNames(_ bytes: StatisticalBytes) -> Int {
    let head = bytes.read(at: 0, count: 31) ?? bytes.read(at: 0, count: 1) ?? [0]
    var version = Int(head[0])
    if head[0] == UInt8(ascii: "<"), head.count == 31 {
      version = Int(String(decoding: head[28..<31], as: UTF8.self)) ?? 0
    }
    return version < 110 ? 9 : version < 118 ? 33 : 129
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> StatisticalPass {
    Unmanaged<StatisticalPass>.fromOpaque(context!).takeUnretainedValue()
  }
}
