extension Document {
  /// All rows of the tables of that name: an analysis by groups has one for each.
  public func table(named name: String) -> Table? {
    let parts = tables.filter { $0.name == name }
    guard var table = parts.first else { return nil }
    for part in parts.dropFirst() {
      if table.shownRows != nil || part.shownRows != nil {
        let first = table.rows.count
        table.shownRows =
          (table.shownRows ?? Array(table.rows.indices))
          + (part.shownRows ?? Array(part.rows.indices)).map { first + $0 }
      }
      for row in part.rows { table.append(row) }
    }
    return table
  }

  /// The document whose figure names these, too, as not drawn.
  public func naming(notDrawn names: [String]) -> Document {
    var copy = self
    copy.blocks = blocks.map { block in
      guard case .figure(var figure) = block else { return block }
      figure.notDrawn += names
      return .figure(figure)
    }
    return copy
  }

  /// The document with one of its tables and nothing else but title, figures, run and notes; the table is shown to people.
  public func keeping(table name: String) -> Document {
    var copy = self
    copy.blocks = blocks.filter { if case .figure = $0 { true } else { false } }
    copy.blocks +=
      table(named: name).map { table in
        var shown = table
        shown.isShown = true
        // Asked for by name it is shown whole; an order for people stays.
        if shown.shownRows?.count != shown.rows.count { shown.shownRows = nil }
        return [.table(shown)]
      } ?? []
    copy.defaultTable = name
    return copy
  }
}
