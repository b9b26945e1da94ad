import Rendering

/// A table as the template takes it: texts alone, which the template escapes.
enum PageTable {
  /// - Parameter cells: longer tables are for those who ask a verb for them.
  /// - Returns: `nil` of a table without rows.
  static func context(_ table: Table, caption: String? = nil, most cells: Int) -> [String: Any]? {
    let columns = table.columns.indices.filter { table.columns[$0].isShown }
    let all = table.visibleRows
    guard !all.isEmpty, !columns.isEmpty else { return nil }
    let number = NumberText(unicode: true)
    // What differs in nothing that is shown is shown once.
    var rows: [[Cell]] = []
    for row in all where rows.last.map({ last in columns.contains { last[$0] != row[$0] } }) ?? true {
      rows.append(row)
    }
    // What is never filled need not be seen.
    let shown = columns.filter { place in rows.contains { $0[place] != .missing } }
    guard !shown.isEmpty else { return nil }
    var context: [String: Any] = [
      "name": table.name, "title": table.title,
      "headings": shown.map {
        [
          "heading": table.columns[$0].heading, "column": table.columns[$0].name,
          "kind": isText(table.columns[$0]) ? "t" : "n",
        ]
      },
    ]
    // A class for each column of texts: cells themselves stay bare.
    context["classes"] = shown.enumerated().filter { isText(table.columns[$1]) }.map { "t\($0.offset + 1)" }
      .joined(separator: " ")
    let drawn = rows.prefix(max(10, cells / shown.count))
    context["rows"] = drawn.map { row -> [String: Any] in
      var texts = shown.map { number.string(row[$0], table.columns[$0].style) }
      let head = texts.removeFirst()
      return ["head": head, "cells": texts]
    }
    var captions = [caption ?? table.caption].compactMap { $0 }
    if drawn.count < rows.count { captions.append("The first \(drawn.count) of \(rows.count) rows.") }
    if !captions.isEmpty { context["caption"] = captions.joined(separator: " ") }
    return context
  }

  private static func isText(_ column: Table.Column) -> Bool { column.style == .text }
}
