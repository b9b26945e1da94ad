import Foundation

/// A plain CSV file under `References`: no quotes; lines that begin with `#` are remarks.
public struct ReferenceCSV: Sendable {
  public let header: [String]
  public let rows: [[String]]

  public init(_ reference: String) throws {
    let text = try String(contentsOf: PackageFiles.references.appending(path: reference), encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    header = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  /// The numbers of a column; NaN for what is none.
  public func numbers(_ name: String) -> [Double] {
    guard let at = header.firstIndex(of: name) else { return [] }
    return rows.map { Double($0[at]) ?? .nan }
  }

  /// One number, by what its row begins with.
  public func number(_ row: String, _ column: String) -> Double {
    guard let at = header.firstIndex(of: column), let own = rows.first(where: { $0.first == row }) else { return .nan }
    return Double(own[at]) ?? .nan
  }
}

/// BCa intervals as R's boot gives them: `References/resampling/bca.R` made them.
public enum BCaReference {
  public static let replicates = 4000

  /// The items' columns.
  public static func items() throws -> [[Double]] {
    let table = try ReferenceCSV("resampling/bca-items.csv")
    return table.header.map(table.numbers)
  }

  /// Ends of an interval with how far one bootstrap of 4000 may be off: four standard deviations of it.
  public static func interval(_ quantity: String) throws -> (
    low: Double, high: Double, lowError: Double, highError: Double
  ) {
    let table = try ReferenceCSV("resampling/bca.csv")
    func number(_ column: String) -> Double { table.number(quantity, column) }
    return (number("low"), number("high"), 4 * number("low_sd"), 4 * number("high_sd"))
  }
}
