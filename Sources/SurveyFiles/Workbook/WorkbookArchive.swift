import CArchives
import Platform
import Survey

/// The parts of a workbook: a ZIP archive of XML.
final class WorkbookArchive {
  let name: String
  private let archive: OpaquePointer
  private let memory: UnsafeMutableRawPointer?

  /// Bytes that the parts may unpack to in all; the rows of a sheet pass through, other parts are held.
  static let largestPart = 1 << 30
  /// Bytes unpacked so far: a workbook of very many sheets must not unpack a large part for each.
  private var total = 0
  /// Bytes of archives that are held because they have no place of their own.
  private static let largestHeld = 1 << 27

  /// Throws `WorkbookFault.damaged`, `FileFault.unreadableFile`.
  init(_ source: ByteSource) throws {
    name = source.name
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let origin: OpaquePointer?
    if let path = source.path {
      memory = nil
      origin = zip_source_file_create(path, 0, 0, &error)
    } else {
      let bytes = try source.rest(upTo: Self.largestHeld)
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
      bytes.withUnsafeBytes { if let base = $0.baseAddress { copy.copyMemory(from: base, byteCount: $0.count) } }
      memory = copy
      origin = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 0, &error)
    }
    guard let origin, let archive = zip_open_from_source(origin, ZIP_RDONLY, &error) else {
      let reason = String(cString: zip_error_strerror(&error)).lowercased()
      origin.map(zip_source_free)
      memory?.deallocate()
      throw WorkbookFault.noArchive(source: source.name, reason: reason)
    }
    self.archive = archive
  }

  deinit {
    zip_discard(archive)
    memory?.deallocate()
  }

  /// The archive, and the digest of all its bytes.
  static func open(_ source: ByteSource) throws -> (digest: String, archive: WorkbookArchive) {
    if let path = source.path { return (try ContentDigest.of(path: path), try WorkbookArchive(source)) }
    let archive = try WorkbookArchive(source)
    return (source.digest, archive)
  }

  func has(_ part: String) -> Bool { zip_name_locate(archive, part, 0) >= 0 }

  /// The names of the parts, at most so many.
  func names(upTo limit: Int) -> [String] {
    (0..<min(limit, Int(zip_get_num_entries(archive, 0)))).compactMap { index in
      zip_get_name(archive, zip_uint64_t(index), zip_flags_t(ZIP_FL_ENC_GUESS)).map { String(cString: $0) }
    }
  }

  /// The beginning of a part; `nil` when there is no such part, or it cannot be unpacked.
  func beginning(of part: String, count: Int) -> [UInt8]? {
    guard let file = zip_fopen(archive, part, 0) else { return nil }
    defer { zip_fclose(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let got = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
    return got < 0 ? nil : Array(bytes[..<Int(got)])
  }

  /// Runs the part's XML through the events; false when there is no such part.
  @discardableResult
  func parse(_ part: String, _ events: XMLEvents) throws -> Bool {
    guard let file = zip_fopen(archive, part, 0) else {
      guard has(part) else { return false }
      let isLocked = zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_NOPASSWD
      throw isLocked
        ? WorkbookFault.encrypted(source: name)
        : WorkbookFault.damaged(source: name, reason: "its part '\(part)' cannot be unpacked")
    }
    defer { zip_fclose(file) }
    let parser = XMLParser(events)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = block.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, zip_uint64_t($0.count)) }
      if got < 0 {
        throw WorkbookFault.damaged(source: name, reason: "its part '\(part)' is not what its check sum says")
      }
      total += Int(got)
      if total > Self.largestPart {
        throw WorkbookFault.tooLarge(source: name, part: part, megabytes: Self.largestPart >> 20)
      }
      let isOver = try parser.feed(block[..<Int(got)], isLast: got == 0) { reason in
        WorkbookFault.damaged(source: self.name, reason: "its part '\(part)' is no XML (\(reason))")
      }
      if got == 0 || isOver { return true }
    }
  }
}

/// Receives what stands in a part: elements by their name without prefix, and text.
class XMLEvents {
  /// Set to stop reading: everything wanted is known.
  final var isDone = false
  /// Set to stop reading with an error.
  final var fault: (any Error)?

  func start(_ name: String, _ attributes: XMLAttributes) {}
  func end(_ name: String) {}
  func text(_ bytes: UnsafeBufferPointer<CChar>) {}
}

/// The attributes of an element by their names without prefix, read only when they are asked for: a sheet has millions.
struct XMLAttributes {
  fileprivate let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>

  subscript(_ wanted: StaticString) -> String? {
    var next = pairs
    while let key = next[0], let value = next[1] {
      let local = strrchr(key, 0x3A).map { UnsafePointer($0 + 1) } ?? key
      if strcmp(local, UnsafeRawPointer(wanted.utf8Start).assumingMemoryBound(to: CChar.self)) == 0 {
        return String(cString: value)
      }
      next += 2
    }
    return nil
  }

  /// A count or a place, brought into bounds: what a damaged file says may be any number.
  func whole(_ wanted: StaticString, in bounds: ClosedRange<Int>) -> Int? {
    self[wanted].flatMap { Int($0) }.map { min(max($0, bounds.lowerBound), bounds.upperBound) }
  }
}

/// Expat with its callbacks turned into `XMLEvents`. Documents that declare entities are refused: workbooks have none.
private final class XMLParser {
  private let parser: XML_Parser
  private let events: XMLEvents
  private var declaresEntity = false
  private var depth = 0
  /// Bytes handed over so far.
  private var fed = 0
  /// Elements within elements; a workbook's take a dozen.
  private static let deepest = 256
  /// Bytes of one tag; the parser begins anew with a tag that is not at its end yet.
  private static let longestTag = 4 << 20

  init(_ events: XMLEvents) {
    self.events = events
    parser = XML_ParserCreate(nil)
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(parser) { context, name, attributes in
      let own = XMLParser.of(context)
      own.depth += 1
      own.events.start(XMLParser.local(name!), XMLAttributes(pairs: attributes!))
      if own.depth > XMLParser.deepest { XML_StopParser(own.parser, 0) }
      own.stopWhenDone()
    } _: { context, name in
      let own = XMLParser.of(context)
      own.depth -= 1
      own.events.end(XMLParser.local(name!))
      own.stopWhenDone()
    }
    XML_SetCharacterDataHandler(parser) { context, text, count in
      XMLParser.of(context).events.text(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    XML_SetEntityDeclHandler(parser) { context, _, _, _, _, _, _, _, _ in
      let own = XMLParser.of(context)
      own.declaresEntity = true
      XML_StopParser(own.parser, 0)
    }
  }

  deinit { XML_ParserFree(parser) }

  private func stopWhenDone() { if events.isDone || events.fault != nil { XML_StopParser(parser, 0) } }

  /// Gives true when the events want no more.
  func feed(_ bytes: ArraySlice<UInt8>, isLast: Bool, _ fault: (String) -> any Error) throws -> Bool {
    let status = bytes.withUnsafeBytes {
      XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), isLast ? 1 : 0)
    }
    if let error = events.fault { throw error }
    if events.isDone { return true }
    if depth > Self.deepest { throw fault("its elements stand within each other without end") }
    fed += bytes.count
    if fed - XML_GetCurrentByteIndex(parser) > Self.longestTag { throw fault("one of its tags has no end") }
    if declaresEntity { throw fault("it declares entities, which workbooks do not") }
    guard status == XML_STATUS_OK else {
      throw fault(String(cString: XML_ErrorString(XML_GetErrorCode(parser))))
    }
    return false
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLParser {
    Unmanaged<XMLParser>.fromOpaque(context!).takeUnretainedValue()
  }

  private static func local(_ name: UnsafePointer<CChar>) -> String {
    guard let colon = strrchr(name, 0x3A) else { return String(cString: name) }
    return String(cString: colon + 1)
  }
}
