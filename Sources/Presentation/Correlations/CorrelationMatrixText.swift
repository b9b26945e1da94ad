import Rendering

/// A lower triangle of correlations as plain lines: variables are numbered, and columns carry the numbers, so that many
/// fit side by side; what does not fit follows in further blocks.
struct CorrelationMatrixText {
  let names: [String]
  /// Row by row, without the diagonal: row i has i numbers.
  let rows: [[Double?]]
  let width: Int

  init(names: [String], rows: [[Double?]], width: Int) {
    // A line break in a name would tear its line.
    self.names = names.map(VisibleText.line)
    self.rows = rows
    self.width = width
  }

  var text: String {
    let digits = String(names.count).count
    let longest = max(8, min(28, names.map(\.count).max() ?? 0))
    let head = digits + 2 + longest
    let cell = 6
    let fitting = max(1, (width - head) / cell)
    var blocks: [String] = []
    for start in stride(from: 0, to: max(1, names.count - 1), by: fitting) {
      let columns = start..<min(names.count - 1, start + fitting)
      var lines = [padded("", head) + columns.map { trailing(String($0 + 1), cell) }.joined()]
      for i in start..<names.count {
        let shown = columns.filter { $0 <= i }
        let cells = shown.map { j in
          j == i ? trailing("–", cell) : trailing(rows[i][j].map { Words.proportion($0, 2) } ?? "", cell)
        }
        lines.append(
          trailing(String(i + 1), digits) + "  " + padded(shortened(names[i], longest), longest) + cells.joined())
      }
      blocks.append(lines.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n")
  }

  private func shortened(_ name: String, _ length: Int) -> String {
    name.count > length ? name.prefix(length - 1) + "…" : name
  }

  private func padded(_ text: String, _ length: Int) -> String {
    text + String(repeating: " ", count: max(0, length - text.count))
  }

  private func trailing(_ text: String, _ length: Int) -> String {
    String(repeating: " ", count: max(0, length - text.count)) + text
  }
}
