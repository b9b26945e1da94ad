import Presentation
import Rendering
import Survey

/// A table as the template takes it: texts alone, which the template escapes.
enum PageTable {
  /// - Parameter cells: longer tables are for those who ask a verb for them.
  /// - Returns: `nil` of a table without rows.
  static func context(_ table: Table, caption: String? = nil, most cells: Int) -> [String: Any]? {
    let columns = table.columns.indices.filter { table.columns[$0].isShown }
    let all = table.visibleRows
    // What is never filled need not be seen.
    let shown = columns.filter { place in all.contains { $0[place] != .missing } }
    guard !shown.isEmpty else { return nil }
    let number = NumberText(unicode: true)
    // What differs in nothing that is shown is shown once.
    var rows: [[String]] = []
    for row in all {
      let texts = shown.map { number.string(row[$0], table.columns[$0].style) }
      if rows.last != texts { rows.append(texts) }
    }
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
    context["rows"] = drawn.map { ["head": $0[0], "cells": Array($0.dropFirst())] as [String: Any] }
    var captions = [caption ?? table.caption].compactMap { $0 }
    if drawn.count < rows.count { captions.append(said("The first \(drawn.count) of \(rows.count) rows.")) }
    if !captions.isEmpty { context["caption"] = captions.joined(separator: " ") }
    return context
  }

  private static func isText(_ column: Table.Column) -> Bool { column.style == .text }
}
