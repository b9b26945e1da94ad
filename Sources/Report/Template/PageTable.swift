import Rendering

/// A table as the template takes it: texts alone, which the template escapes.
enum PageTable {
  /// Longer tables are for those who ask a verb for them.
  static let mostRows = 400

  /// - Parameter isMinor: it stands behind a line that opens it.
  /// - Returns: `nil` of a table without rows.
  static func context(_ table: Table, title: String? = nil, caption: String? = nil) -> [String: Any]? {
    let columns = table.columns.indices.filter { table.columns[$0].isShown }
    let rows = table.visibleRows
    guard !rows.isEmpty, !columns.isEmpty else { return nil }
    let number = NumberText(unicode: true)
    // What is never filled need not be seen.
    let shown = columns.filter { place in rows.contains { $0[place] != .missing } }
    guard !shown.isEmpty else { return nil }
    var context: [String: Any] = [
      "name": table.name, "title": title ?? table.title,
      "headings": shown.map { ["heading": table.columns[$0].heading, "kind": isText(table.columns[$0]) ? "t" : "n"] },
    ]
    // A class for each column of texts: cells themselves stay bare.
    context["classes"] = shown.enumerated().filter { isText(table.columns[$1]) }.map { "t\($0.offset + 1)" }
      .joined(separator: " ")
    let drawn = rows.prefix(mostRows)
    context["rows"] = drawn.map { row -> [String: Any] in
      var texts = shown.map { number.string(row[$0], table.columns[$0].style) }
      let head = texts.removeFirst()
      return ["head": head, "cells": texts]
    }
    var captions = [caption ?? table.caption].compactMap { $0 }
    if rows.count > mostRows { captions.append("The first \(mostRows) of \(rows.count) rows.") }
    if !captions.isEmpty { context["caption"] = captions.joined(separator: " ") }
    return context
  }

  private static func isText(_ column: Table.Column) -> Bool { column.style == .text }
}
