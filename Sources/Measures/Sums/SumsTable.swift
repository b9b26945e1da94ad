/// Sums by group and block, as an engine or a pass over a file gives them: all that an analysis needs of very many rows.
package struct SumsTable: Sendable, Equatable {
  /// One row of the table.
  package struct Entry: Sendable, Equatable {
    /// The values of the plan's columns of groups; empty texts for missing ones.
    package var group: [String]
    package var block: Int
    package var cell: SumsCell

    package init(group: [String], block: Int, cell: SumsCell) {
      (self.group, self.block, self.cell) = (group, block, cell)
    }
  }

  package var plan: SumsPlan
  /// The digest of what made it.
  package var query: String
  package var entries: [Entry]

  package init(plan: SumsPlan, query: String, entries: [Entry]) {
    (self.plan, self.query, self.entries) = (plan, query, entries)
  }

  /// Rows read in all.
  package var rows: Double { entries.reduce(0) { $0 + $1.cell.rows } }

  /// The groups in the order of their first rows.
  package var groups: [[String]] {
    var seen: Set<[String]> = []
    return entries.map(\.group).filter { seen.insert($0).inserted }
  }

  /// The blocks of one group, or of all rows.
  package func cells(of group: [String]? = nil) -> [Int: SumsCell] {
    var cells: [Int: SumsCell] = [:]
    for entry in entries where group == nil || entry.group == group {
      if cells[entry.block] == nil {
        cells[entry.block] = entry.cell
      } else {
        cells[entry.block]!.merge(entry.cell)
      }
    }
    return cells
  }

  /// Adds the sums of other rows, made by an equal plan.
  package mutating func merge(_ other: SumsTable) {
    precondition(plan == other.plan, "sums of one plan")
    var places: [[String]: [Int: Int]] = [:]
    for (place, entry) in entries.enumerated() { places[entry.group, default: [:]][entry.block] = place }
    for entry in other.entries {
      if let place = places[entry.group]?[entry.block] {
        entries[place].cell.merge(entry.cell)
      } else {
        entries.append(entry)
      }
    }
  }

  // MARK: Columns

  /// Columns before the sums: what made the row, what is in it, and where it belongs.
  package static let query = "query"
  package static let plan = "plan"
  package static let block = "block"
  package static let total = "total_rows"

  /// Whether columns of these names are sums by block.
  package static func looksLikeSums(names: [String]) -> Bool {
    let folded = names.prefix(3).map { $0.lowercased() }
    return folded == [query, plan, block]
  }

  /// What a column of sums holds.
  package enum Field: Equatable, Sendable {
    case count(any WritableKeyPath<SumsCell, Double> & Sendable)
    case list(any WritableKeyPath<SumsCell, [Double]> & Sendable, Int)
    case rating(any WritableKeyPath<SumsCell.Rating, Double> & Sendable, Int)
  }

  /// The columns of sums with their names, in order. Terms, numbers, items and groups are numbered from 1.
  package static func fields(_ plan: SumsPlan) -> [(name: String, field: Field)] {
    var fields: [(name: String, field: Field)] = [
      ("read_rows", .count(\.rows)), ("respondents", .count(\.n)), ("used_rows", .count(\.used)),
      ("zero_weights", .count(\.zeroWeights)), ("no_weights", .count(\.noWeights)),
      ("bad_weights", .count(\.badWeights)), ("bad_keys", .count(\.badKeys)), ("w", .count(\.weight)),
      ("ww", .count(\.squares)),
    ]
    for k in plan.terms.indices { fields.append(("m_\(k + 1)", .list(\.shifts, k))) }
    for k in plan.terms.indices { fields.append(("s_\(k + 1)", .list(\.sums, k))) }
    var place = 0
    for i in plan.terms.indices {
      for j in 0...i {
        fields.append(("p_\(i + 1)_\(j + 1)", .list(\.products, place)))
        place += 1
      }
    }
    for k in plan.terms.indices { fields.append(("lost_\(k + 1)", .list(\.lost, k))) }
    for k in plan.numbers.indices where plan.numbers[k].scale != nil {
      fields.append(("off_\(k + 1)", .list(\.offScale, k)))
    }
    for k in plan.numbers.indices { fields.append(("text_\(k + 1)", .list(\.texts, k))) }
    for k in plan.ratings.indices {
      fields.append(("rated_\(k + 1)", .rating(\.n, k)))
      fields.append(("rating_w_\(k + 1)", .rating(\.weight, k)))
      fields.append(("rating_s_\(k + 1)", .rating(\.sum, k)))
      fields.append(("low_\(k + 1)", .rating(\.low, k)))
      fields.append(("high_\(k + 1)", .rating(\.high, k)))
    }
    return fields
  }

  /// The names of a plan's columns of groups in the table.
  package static func groupColumns(_ plan: SumsPlan) -> [String] { plan.by.indices.map { "by_\($0 + 1)" } }
}

extension SumsCell {
  /// The number in a column.
  package subscript(field: SumsTable.Field) -> Double {
    get {
      switch field {
      case .count(let path): self[keyPath: path]
      case .list(let path, let k): self[keyPath: path][k]
      case .rating(let path, let k): ratings[k][keyPath: path]
      }
    }
    set {
      switch field {
      case .count(let path): self[keyPath: path] = newValue
      case .list(let path, let k): self[keyPath: path][k] = newValue
      case .rating(let path, let k): ratings[k][keyPath: path] = newValue
      }
    }
  }
}
