/// Why a file for an office program could not be made, in words.
public struct OfficeFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What stood in the way.
  public enum Reason: Sendable, Equatable {
    /// A library that is not on this machine, the Debian package that has it, and what needs it.
    case missingLibrary(String, package: String, form: String)
    /// The library refused; its own words.
    case notWritten(String)
  }
  /// What stood in the way.
  public var reason: Reason

  package init(reason: Reason) { self.reason = reason }

  static let noWorkbookWriter = OfficeFileError(
    reason: .missingLibrary("libxlsxwriter", package: "libxlsxwriter-dev", form: ".xlsx"))

  static func noArchives(_ form: String) -> OfficeFileError {
    OfficeFileError(reason: .missingLibrary("libzip", package: "libzip-dev", form: form))
  }

  /// A sentence that says what to install, or to write instead.
  public var description: String {
    switch reason {
    case .missingLibrary(let library, let package, let form):
      "\(form) needs \(library), which could not be loaded. Install the Debian package \(package) "
        + "(apt-get install \(package)), or write .html or .csv, which need nothing. Nothing was written."
    case .notWritten(let words): "The file could not be made: \(words). Nothing was written."
    }
  }
}
