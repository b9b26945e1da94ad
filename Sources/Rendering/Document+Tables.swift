extension Document {
  /// All rows of the tables of that name: an analysis by groups has one for each.
  public func table(named name: String) -> Table? {
    let parts = tables.filter { $0.name == name }
    guard var table = parts.first else { return nil }
    for part in parts.dropFirst() {
      for row in part.rows { table.append(row) }
    }
    return table
  }

  /// The document whose figure names these, too, as not drawn.
  public func naming(notDrawn names: [String]) -> Document {
    var copy = self
    copy.figure?.notDrawn += names
    return copy
  }

  /// The document with one of its tables and nothing else but title, run and notes; the table is shown to people.
  public func keeping(table name: String) -> Document {
    var copy = self
    copy.blocks =
      table(named: name).map { table in
        var shown = table
        shown.isShown = true
        shown.shownRows = nil
        return [.table(shown)]
      } ?? []
    copy.defaultTable = name
    return copy
  }
}
