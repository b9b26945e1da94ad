import LinearAlgebra
import Survey

/// Whether the numbers can be sums of one table, read to its end.
extension SumsTable {
  /// - Parameters:
  ///   - total: the rows that whoever summed says there are; `nil` when nobody does.
  ///   - source: what messages call the table.
  /// - Throws: `SumsFault`, `WeightFault.noWeight`.
  package func check(total: Double?, source: String) throws {
    func fault(_ problem: Sentence, _ suggestion: Sentence) -> SumsFault {
      .table(source: source, problem: problem, suggestion: suggestion)
    }
    guard !entries.isEmpty else { throw fault("it has no rows", "The table that was summed is empty.") }
    var seen: Set<[String]> = []
    for entry in entries {
      guard entry.block >= 0, entry.block < plan.blocks else {
        throw fault(
          "block \(entry.block) is none of the \(plan.blocks) blocks, which count from 0",
          "Run the query anew.")
      }
      guard seen.insert(entry.group + ["\(entry.block)"]).inserted else {
        throw fault(
          "block \(entry.block)\(title(entry.group)) is there twice",
          "Results of several runs are added by `mainspring moments merge`, not by joining the files.")
      }
      try check(entry, source)
    }
    if let total, rows != total {
      throw fault(
        "its blocks hold \(plain(rows)) rows, and the query read \(plain(total)): blocks are missing",
        "Save the whole result of the query.")
    }
    try checkTable(source)
  }

  private func title(_ group: [String]) -> String {
    group.isEmpty ? "" : " of \(zip(plan.by, group).map { "\($0) = \($1)" }.joined(separator: ", "))"
  }

  private func check(_ entry: Entry, _ source: String) throws {
    let cell = entry.cell
    func fault(_ problem: Sentence) -> SumsFault {
      .table(
        source: source, problem: "block \(entry.block)\(title(entry.group)): \(problem)",
        suggestion: "No answers have such sums: run the query anew, and save its numbers with all their digits.")
    }
    let counts = [cell.rows, cell.n, cell.used, cell.zeroWeights, cell.noWeights, cell.badWeights, cell.badKeys]
    guard counts.allSatisfy({ $0 >= 0 && $0.isFinite && $0 == $0.rounded() }), cell.used <= cell.rows else {
      throw fault("its counts of rows (\(plain(cell.used)) used of \(plain(cell.rows))) are none")
    }
    for (name, values) in [("means", cell.shifts), ("sums", cell.sums)] {
      if let k = values.firstIndex(where: { !$0.isFinite }) {
        throw SumsFault.data(
          source: source,
          problem: "the \(name) of '\(plan.terms[k].name)' in block \(entry.block) are no finite numbers",
          suggestion: "The column holds an infinite number, or one above 1e150: correct it in the table.")
      }
    }
    guard cell.products.allSatisfy(\.isFinite), cell.weight.isFinite, cell.squares.isFinite else {
      throw fault("a sum is no finite number")
    }
    switch plan.weights?.kind {
    case nil:
      guard cell.n == cell.used, cell.weight == cell.n, cell.squares == cell.n else {
        throw fault("n is \(plain(cell.n)), and the sum of weights of unweighted rows is \(plain(cell.weight))")
      }
    case .frequency:
      guard cell.n == cell.weight, cell.n >= cell.used else {
        throw fault("n is \(plain(cell.n)), and the sum of frequencies \(plain(cell.weight))")
      }
    case .sampling, .precision:
      // (Σw)² ≤ nΣw² and Σw² ≤ (Σw)².
      let square = cell.weight * cell.weight
      guard cell.n == cell.used, cell.weight >= 0, square <= cell.n * cell.squares * (1 + 1e-9),
        cell.squares <= square * (1 + 1e-9)
      else { throw fault("n is \(plain(cell.n)), which does not fit the sums of weights and of their squares") }
    }
    for k in plan.terms.indices {
      let square = cell.products[SymmetricMatrix.position(k, k)]
      if cell.sums[k] * cell.sums[k] > cell.weight * square * (1 + 1e-9) + 1e-9 {
        throw fault("n does not fit the sums of '\(plan.terms[k].name)': its variance would be negative")
      }
      for j in 0..<k {
        let product = cell.products[SymmetricMatrix.position(k, j)]
        let limit = square * cell.products[SymmetricMatrix.position(j, j)]
        if product * product > limit * (1 + 1e-9) + 1e-9 {
          throw fault(
            "the correlation of '\(plan.terms[k].name)' with '\(plan.terms[j].name)' would be outside -1 to 1")
        }
      }
    }
  }

  /// What is wrong with the table that was summed.
  private func checkTable(_ source: String) throws {
    func sum(_ value: (SumsCell) -> Double) -> Double { entries.reduce(0) { $0 + value($1.cell) } }
    func fault(_ problem: Sentence, _ suggestion: Sentence) -> SumsFault {
      .data(source: source, problem: problem, suggestion: suggestion)
    }
    for (k, number) in plan.numbers.enumerated() {
      let texts = sum { $0.texts[k] }
      if texts > 0 {
        throw fault(
          "'\(number.name)' holds text in \(plain(texts)) rows, and its answers must be numbers",
          "Make a column of numbers of it in a view, or name the texts that mean no answer with \(setting: .missingCodes) and make the query anew."
        )
      }
      let off = sum { $0.offScale[k] }
      if off > 0, let scale = number.scale {
        throw fault(
          "'\(number.name)' has \(plain(off)) answers outside its scale of \(plain(scale.low)) to \(plain(scale.high))",
          "Correct the scale, or name the codes that mean no answer with \(setting: .missingCodes), and make the query anew."
        )
      }
    }
    if let weights = plan.weights {
      let (none, bad) = (sum(\.noWeights), sum(\.badWeights))
      if none > 0 {
        throw fault(
          "the weight '\(weights.variable)' is missing in \(plain(none)) rows",
          "Every respondent needs one; give 0 to leave a respondent out.")
      }
      if bad > 0 {
        throw fault(
          "the weight '\(weights.variable)' is negative\(weights.kind == .frequency ? " or no whole number" : "") in \(plain(bad)) rows",
          "Correct it in the table.")
      }
      if sum(\.zeroWeights) == rows { throw WeightFault.noWeight(variable: weights.variable) }
    }
    if let key = plan.key, case let bad = sum(\.badKeys), bad > 0 {
      throw fault(
        "the key '\(key)' is missing, or no whole number, in \(plain(bad)) rows",
        "Name a column of whole numbers that every row has, such as its number, or none: blocks are then drawn at random."
      )
    }
  }
}
