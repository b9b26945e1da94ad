public import Foundation

/// The files of the package that tests read.
public enum PackageFiles {
  /// The folder that holds `Package.swift`.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().standardized

  /// Figures of other programs, each with the script that made them.
  public static let references = root.appending(path: "Tests/References")

  /// Bundled data as files.
  public static let datasets = root.appending(path: "datasets")

  /// Data that come from elsewhere and lie beside the package; absent on other machines, and then tests are skipped.
  public static let shared = root.appending(path: "../shared").standardized

  /// A file of the package as text.
  public static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// A file under `references` as a JSON object.
  public static func json(_ reference: String) throws -> [String: Any] {
    try JSONObject.read(Data(contentsOf: references.appending(path: reference)))
  }
}

/// JSON that tests look into.
public enum JSONObject {
  /// What the text should have been.
  public struct NotAnObject: Error {}

  public static func read(_ data: Data) throws -> [String: Any] {
    guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else { throw NotAnObject() }
    return object
  }
}

/// A document of the program's JSON.
public struct JSONReader {
  public let object: [String: Any]

  public init(_ text: String) throws { object = try JSONObject.read(Data(text.utf8)) }

  public func rows(_ table: String) -> [[String: Any]] {
    (object["tables"] as? [String: [[String: Any]]])?[table] ?? []
  }
  /// Names of the tables, sorted.
  public var tables: [String] { ((object["tables"] as? [String: Any])?.keys).map { $0.sorted() } ?? [] }
  public var run: [String: Any] { object["run"] as? [String: Any] ?? [:] }
  public var notes: [(kind: String, message: String)] {
    (object["notes"] as? [[String: String]] ?? []).map { ($0["kind"] ?? "", $0["message"] ?? "") }
  }
}
