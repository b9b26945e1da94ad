import Languages
import Rendering
import Survey

/// A lower triangle of correlations as papers print it: variables are numbered, and columns carry the numbers.
enum CorrelationMatrixTable {
  /// Variables that fit on a page.
  private static let most = 20

  /// - Parameter rows: row by row, without the diagonal: row i has i numbers.
  /// - Returns: `nil` of more variables than a page is wide.
  static func table(names: [String], rows: [[Double?]]) -> Table? {
    guard (2...most).contains(names.count) else { return nil }
    let columns =
      [Table.Column("variable", Language.current.word("Variable"))]
      + names.indices.dropLast().map { Table.Column("r\($0 + 1)", "\($0 + 1)", .proportion(2)) }
    let cells = names.indices.map { i -> [Cell] in
      let numbers = names.indices.dropLast().map { j -> Cell in
        if j > i { return .text("") }
        return j == i ? .missing : rows[i][j].map { .number($0) } ?? .text("")
      }
      return [.text("\(i + 1). \(names[i])")] + numbers
    }
    return Table(name: "matrix", title: said("Correlations"), columns: columns, rows: cells)
  }
}
