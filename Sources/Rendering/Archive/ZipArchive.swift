import CArchives
import CLibraries
import Platform

/// ZIP archives made in memory by libzip: the packages of office programs.
///
/// Every part that is written here is of 1 January 1980, the first day that the format knows: the same parts are the same bytes.
enum ZipArchive {
  /// A file of the archive.
  struct Part: Sendable, Equatable {
    var name: String
    var bytes: [UInt8]

    init(_ name: String, _ text: String) { (self.name, bytes) = (name, Array(text.utf8)) }
    init(_ name: String, _ bytes: [UInt8]) { (self.name, self.bytes) = (name, bytes) }
  }

  /// An archive of these parts in their order.
  ///
  /// - Parameter form: the suffix of the file that is made, for the message when libzip is missing.
  static func bytes(of parts: [Part], form: String) throws -> [UInt8] {
    try edited([], form: form) { archive in
      for part in parts {
        let source = try buffer(part.bytes, archive)
        let place = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard place >= 0 else {
          zip_source_free(source)
          throw failure(archive)
        }
        try setDate(archive, zip_uint64_t(place))
      }
    }
  }

  /// The archive with the text of some of its parts changed: of each that is there, `change` gives the new one.
  static func changing(
    _ names: [String], in bytes: [UInt8], form: String, _ change: (String) throws -> String
  ) throws -> [UInt8] {
    try edited(bytes, form: form) { archive in
      for name in names {
        let place = zip_name_locate(archive, name, 0)
        guard place >= 0 else { continue }
        let old = try text(of: name, archive)
        let new = try change(old)
        guard new != old else { continue }
        let source = try buffer(Array(new.utf8), archive)
        guard zip_file_replace(archive, zip_uint64_t(place), source, 0) == 0 else {
          zip_source_free(source)
          throw failure(archive)
        }
        try setDate(archive, zip_uint64_t(place))
      }
    }
  }

  private static func edited(
    _ start: [UInt8], form: String, _ change: (OpaquePointer) throws -> Void
  ) throws -> [UInt8] {
    guard mainspring_has_archives() == 1 else { throw OfficeFileError.noArchives(form) }
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    func failed() -> OfficeFileError {
      OfficeFileError(reason: .notWritten(String(cString: zip_error_strerror(&error)).lowercased()))
    }
    guard let source = zip_source_buffer_create(copy(start), zip_uint64_t(start.count), 1, &error) else {
      throw failed()
    }
    // Once for the archive, which lets go when it is closed, and once for reading what it has written.
    zip_source_keep(source)
    defer { zip_source_free(source) }
    guard let archive = zip_open_from_source(source, start.isEmpty ? ZIP_CREATE | ZIP_TRUNCATE : 0, &error) else {
      zip_source_free(source)
      throw failed()
    }
    do { try change(archive) } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      let reason = failure(archive)
      zip_discard(archive)
      throw reason
    }
    return try contents(source)
  }

  private static func setDate(_ archive: OpaquePointer, _ place: zip_uint64_t) throws {
    // Day 1 of month 1 of year 0, which is 1980.
    guard zip_file_set_dostime(archive, place, 0, 1 << 5 | 1, 0) == 0 else { throw failure(archive) }
  }

  private static func text(of name: String, _ archive: OpaquePointer) throws -> String {
    guard let file = zip_fopen(archive, name, 0) else { throw failure(archive) }
    defer { zip_fclose(file) }
    return String(decoding: try all { zip_fread(file, $0, $1) }, as: UTF8.self)
  }

  private static func contents(_ source: OpaquePointer) throws -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw OfficeFileError(reason: .notWritten("the archive is not there")) }
    defer { zip_source_close(source) }
    return try all { zip_source_read(source, $0, $1) }
  }

  private static func all(_ read: (UnsafeMutableRawPointer, zip_uint64_t) -> zip_int64_t) throws -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = block.withUnsafeMutableBytes { read($0.baseAddress!, zip_uint64_t($0.count)) }
      guard got >= 0 else { throw OfficeFileError(reason: .notWritten("the archive cannot be read back")) }
      if got == 0 { return bytes }
      bytes += block[..<Int(got)]
    }
  }

  private static func buffer(_ bytes: [UInt8], _ archive: OpaquePointer) throws -> OpaquePointer {
    guard let source = zip_source_buffer_create(copy(bytes), zip_uint64_t(bytes.count), 1, zip_get_error(archive))
    else { throw failure(archive) }
    return source
  }

  /// Bytes that the library frees when it has used them.
  private static func copy(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
    guard !bytes.isEmpty, let memory = malloc(bytes.count) else { return nil }
    bytes.withUnsafeBytes { memory.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
    return memory
  }

  private static func failure(_ archive: OpaquePointer) -> OfficeFileError {
    OfficeFileError(reason: .notWritten(String(cString: zip_error_strerror(zip_get_error(archive))).lowercased()))
  }
}
