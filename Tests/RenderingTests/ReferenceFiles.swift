import Foundation

/// A committed file under Tests/References, as text.
func referenceText(_ path: String, from file: String = #filePath) throws -> String {
  let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
  return try String(contentsOf: tests.appendingPathComponent("References/\(path)"), encoding: .utf8)
}
