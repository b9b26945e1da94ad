extension Document {
  /// A document cut to a screen or so, and the names of the tables with rows that it leaves out.
  public struct Brief: Sendable {
    /// What is shown.
    public var document: Document
    /// Tables that the whole document shows.
    public var shownElsewhere: [String]
    /// Tables that are for machines, and for those who ask for them.
    public var hidden: [String]
  }

  /// What fits on a screen or so: openings, bars and the tables of `brevity`. Notes are all kept: what warns is never hidden.
  ///
  /// The choice depends on the document alone, never on a terminal.
  public var brief: Brief {
    guard let brevity else { return Brief(document: self, shownElsewhere: [], hidden: []) }
    var copy = self
    copy.blocks = blocks.compactMap { block in
      switch block {
      case .table(let table):
        brevity.tables.contains(table.name) ? .table(table.hiding(brevity.hiddenColumns[table.name] ?? [])) : nil
      case .view(let table):
        brevity.tables.contains(table.name) ? .view(table.hiding(brevity.hiddenColumns[table.name] ?? [])) : nil
      case .heading, .paragraph, .bars, .verbatim, .fitted, .markdown, .figure: block
      }
    }
    let all = Set(blocks.compactMap(\.shownTable))
    let here = Set(copy.blocks.compactMap(\.shownTable))
    var brief = Brief(document: copy, shownElsewhere: [], hidden: [])
    var seen = here
    for table in tables where !table.rows.isEmpty && seen.insert(table.name).inserted {
      if all.contains(table.name) { brief.shownElsewhere.append(table.name) } else { brief.hidden.append(table.name) }
    }
    return brief
  }
}

extension Table {
  /// The table without some of the columns that people see.
  fileprivate func hiding(_ names: Set<String>) -> Table {
    var copy = self
    for place in copy.columns.indices where names.contains(copy.columns[place].name) {
      copy.columns[place].isShown = false
    }
    return copy
  }
}

extension Document.Block {
  /// The name of the table that people see in this block.
  var shownTable: String? {
    switch self {
    case .table(let table): table.isShown ? table.name : nil
    case .view(let table): table.name
    case .heading, .paragraph, .bars, .verbatim, .fitted, .markdown, .figure: nil
    }
  }
}
