import Measures
import Survey
import SurveyFiles

/// One query that sums a table by a plan: shifts near the means in a first pass, products about them in a second.
///
/// Only SUM, MIN and MAX are asked of the engine: what its statistical functions divide by differs between engines. Where all
/// answers to a variable are whole numbers its shift is one too, and every sum of unweighted rows exact, in whatever order an
/// engine adds.
struct SQLQuery {
  let dialect: SQLDialect
  let plan: SumsPlan
  /// What stands after FROM.
  let table: String
  /// What stands after WHERE.
  let condition: String?
  /// What a variable's answers are compared with.
  let codes: (String) -> [MissingCode]

  private let indent = ",\n    "

  /// The query, with its own digest in it.
  ///
  /// Throws `DataFault.request` for names that the engine cannot have and results that are too wide for it.
  func text() throws -> String {
    let fields = SumsTable.fields(plan)
    let width = fields.count + plan.by.count + 4
    if let most = dialect.mostColumns, width > most {
      throw DataFault.request(
        problem: "The result would have \(width) columns, and \(dialect.title) gives at most \(most)",
        suggestion:
          "Take fewer variables: \(plan.terms.count) of them have \(plan.terms.count * (plan.terms.count + 1) / 2) products."
      )
    }
    let body = try statement(fields)
    let digest = ContentDigest.of(Array(body.utf8))
    let header = [
      "-- Sums of \(plan.terms.count) columns by block, for mainspring. \(dialect.title); query \(digest)",
      "-- Two passes over the columns named here; one row for each block\(plan.by.isEmpty ? "" : " of each group"). Save the result as CSV with a header.",
      plan.key == nil
        ? "-- Blocks are drawn at random, anew by each run; a key, a column of whole numbers, makes them the same."
        : nil,
      dialect == .postgres
        ? "-- PostgreSQL compiles long queries for longer than it runs them; set jit to off in the session before"
        : nil,
      dialect == .snowflake
        ? "-- Names are quoted, so that their letters count as they stand here; for a table with names in capitals:\n-- ALTER SESSION SET QUOTED_IDENTIFIERS_IGNORE_CASE = TRUE;"
        : nil,
    ].compactMap { $0 }.joined(separator: "\n")
    return header + "\n" + body.replacing(Self.placeholder, with: digest) + "\n"
  }

  private static let placeholder = "{digest}"

  private func statement(_ fields: [(name: String, field: SumsTable.Field)]) throws -> String {
    """
    WITH table_rows AS (
      SELECT
        \(try source().joined(separator: indent))
      FROM \(table)\(condition.map { "\n  WHERE \($0)" } ?? "")
    ),
    answers AS (
      SELECT
        \(answers.joined(separator: indent))
      FROM table_rows
    ),
    scores AS (
      SELECT
        \(scores.joined(separator: indent))
      FROM answers
    ),
    \(rowsAndBlocks)
    shifts AS (
      SELECT
        \(shifts.joined(separator: indent))
      FROM model_rows
    ),
    deviations AS (
      SELECT
        \(deviations.joined(separator: indent))
      FROM model_rows CROSS JOIN shifts
    )
    SELECT
      \(results(fields).joined(separator: ",\n  "))
    FROM deviations
    GROUP BY \((["block_number"] + plan.by.indices.map { "g\($0 + 1)" }).joined(separator: ", "))
    ORDER BY \((plan.by.indices.map { "g\($0 + 1)" } + ["block_number"]).joined(separator: ", "))
    """
  }

  private func number(_ name: String) -> Int { plan.numbers.firstIndex { $0.name == name }! + 1 }
  /// What goes along with the numbers.
  private var others: [String] {
    (plan.weights == nil ? [] : ["rw"]) + (plan.key == nil ? [] : ["row_key"]) + plan.by.indices.map { "g\($0 + 1)" }
  }

  // MARK: Parts

  /// Before names that stand beside those of the table: in ClickHouse they hide them.
  private static let own = "mainspring_"

  /// Columns of the table, as numbers, with codes as NULL where they are texts.
  private func source() throws -> [String] {
    var columns: [String] = []
    for (k, number) in plan.numbers.enumerated() {
      let column = try dialect.name(number.name)
      let texts = codes(number.name).filter { $0.numbers == nil }
      let isCode = SQLCodes(dialect).test(texts, column: column, number: nil)
      let value = dialect.asNumber(column)
      columns.append("\(isCode.map { "CASE WHEN \($0) THEN NULL ELSE \(value) END" } ?? value) AS \(Self.own)v\(k + 1)")
      if let isText = dialect.isText(column) {
        let noCode = isCode.map { " AND NOT (\($0))" } ?? ""
        columns.append("CASE WHEN \(isText)\(noCode) THEN 1 ELSE 0 END AS \(Self.own)t\(k + 1)")
      } else {
        columns.append("0 AS \(Self.own)t\(k + 1)")
      }
    }
    if let weights = plan.weights {
      columns.append("\(dialect.asNumber(try dialect.name(weights.variable))) AS \(Self.own)w")
    }
    if let key = plan.key { columns.append("\(dialect.asWhole(try dialect.name(key))) AS \(Self.own)key") }
    for (k, name) in plan.by.enumerated() { columns.append("\(try dialect.name(name)) AS \(Self.own)g\(k + 1)") }
    return columns
  }

  /// Answers without codes.
  private var answers: [String] {
    plan.numbers.enumerated().flatMap { k, number in
      let value = "\(Self.own)v\(k + 1)"
      let numbers = codes(number.name).filter { $0.numbers != nil }
      let isCode = SQLCodes(dialect).test(numbers, column: value, number: value)
      return [
        "\(isCode.map { "CASE WHEN \($0) THEN NULL ELSE \(value) END" } ?? value) AS x\(k + 1)",
        "\(Self.own)t\(k + 1) AS t\(k + 1)",
      ]
    }
      + (plan.weights == nil ? [] : ["\(Self.own)w AS rw"]) + (plan.key == nil ? [] : ["\(Self.own)key AS row_key"])
      + plan.by.indices.map { "\(Self.own)g\($0 + 1) AS g\($0 + 1)" }
  }

  /// The model's columns: variables, and means of answered items.
  private var scores: [String] {
    plan.numbers.indices.flatMap { ["x\($0 + 1)", "t\($0 + 1)"] } + others
      + plan.terms.enumerated().map { k, term in
        if term.items.isEmpty { return "x\(number(term.name)) AS z\(k + 1)" }
        let columns = term.items.map { "x\(number($0.name))" }
        let count = columns.map { "CASE WHEN \($0) IS NULL THEN 0 ELSE 1 END" }.joined(separator: " + ")
        let sum = zip(columns, term.items).map { column, item in
          let score =
            item.unit == 1 && item.factor == 1 && item.origin == 0
            ? column
            : "(\(column) - \(dialect.number(item.origin))) / \(dialect.number(item.unit)) * \(dialect.number(item.factor))"
          return "COALESCE(\(score), \(dialect.number(0)))"
        }.joined(separator: " + ")
        return "CASE WHEN \(count) >= \(term.needed) THEN (\(sum)) / (\(count)) END AS z\(k + 1)"
      }
  }

  /// Which rows count, and the block of each.
  private var rowsAndBlocks: String {
    let complete = plan.terms.indices.map { "z\($0 + 1) IS NOT NULL" }.joined(separator: " AND ")
    let weighs = plan.weights == nil ? "" : " AND rw > 0"
    let used = "CASE WHEN \(complete)\(weighs) THEN 1 ELSE 0 END AS used"
    guard plan.key != nil else {
      return """
        model_rows AS (
          SELECT scores.*, \(used), \(dialect.randomBlock(plan.blocks)) AS block_number
          FROM scores
        ),
        """
    }
    let p = KeyedBlocks.modulus
    func mod(_ text: String) -> String { dialect.remainder(text, p) }
    let first = mod("\(mod("COALESCE(row_key, 0)")) + \(p)")
    let steps = [
      ("hash_0", "SELECT scores.*, \(used), \(first) AS h0", "scores"),
      (
        "hash_1", "SELECT hash_0.*, \(mod("h0 * \(KeyedBlocks.multipliers[0]) + \(KeyedBlocks.increments[0])")) AS h1",
        "hash_0"
      ),
      ("hash_2", "SELECT hash_1.*, \(mod("h1 * h1 + h0")) AS h2", "hash_1"),
      (
        "hash_3", "SELECT hash_2.*, \(mod("h2 * \(KeyedBlocks.multipliers[1]) + \(KeyedBlocks.increments[1])")) AS h3",
        "hash_2"
      ),
      (
        "model_rows",
        "SELECT hash_3.*, \(dialect.remainder(mod("h3 * h3 + h1"), Int64(plan.blocks))) AS block_number", "hash_3"
      ),
    ]
    return steps.map { "\($0.0) AS (\n  \($0.1)\n  FROM \($0.2)\n)," }.joined(separator: "\n")
  }

  /// A number near each column's mean over the rows that count, whole for whole answers; and how many rows there are.
  private var shifts: [String] {
    ["COUNT(*) AS row_total"]
      + plan.terms.indices.map { k in
        let z = "z\(k + 1)"
        let mean = "SUM(CASE WHEN used = 1 THEN \(z) END) / NULLIF(SUM(used), 0)"
        let fractions = "SUM(CASE WHEN used = 1 AND NOT (\(dialect.isWhole(z))) THEN 1 ELSE 0 END)"
        return
          "COALESCE(CASE WHEN \(fractions) = 0 THEN ROUND(\(mean)) ELSE \(mean) END, \(dialect.number(0))) AS m\(k + 1)"
      }
  }

  /// What is multiplied: nothing of rows that do not count.
  private var deviations: [String] {
    let zero = dialect.number(0)
    return ["block_number", "row_total", "used"] + plan.by.indices.map { "g\($0 + 1)" }
      + (plan.key == nil ? [] : ["row_key"])
      + (plan.weights == nil ? [] : ["rw", "CASE WHEN used = 1 THEN rw ELSE \(zero) END AS u"])
      + plan.numbers.indices.flatMap { ["x\($0 + 1)", "t\($0 + 1)"] } + plan.terms.indices.map { "z\($0 + 1)" }
      + plan.terms.indices.map { "m\($0 + 1)" }
      + plan.terms.indices.map { "CASE WHEN used = 1 THEN z\($0 + 1) - m\($0 + 1) ELSE \(zero) END AS d\($0 + 1)" }
  }

  private func results(_ fields: [(name: String, field: SumsTable.Field)]) -> [String] {
    var columns = [
      "'\(Self.placeholder)' AS \(quoted(SumsTable.query))", "\(dialect.text(plan.text)) AS \(quoted(SumsTable.plan))",
      "block_number AS \(quoted(SumsTable.block))",
    ]
    for (k, name) in SumsTable.groupColumns(plan).enumerated() { columns.append("g\(k + 1) AS \(quoted(name))") }
    columns.append("MAX(row_total) AS \(quoted(SumsTable.total))")
    let sums = SQLSums(plan: plan, dialect: dialect)
    for (name, field) in fields { columns.append("\(sums.expression(name, field)) AS \(quoted(name))") }
    return columns
  }

  // Plain words, which every engine takes.
  private func quoted(_ name: String) -> String { (try? dialect.name(name)) ?? name }
}

/// Each sum of the result.
struct SQLSums {
  let plan: SumsPlan
  let dialect: SQLDialect

  func expression(_ name: String, _ field: SumsTable.Field) -> String {
    let parts = name.split(separator: "_")
    let k = parts.last.flatMap { Int($0) } ?? 0
    let isWeighted = plan.weights != nil
    let isFrequency = plan.weights?.kind == .frequency
    func count(_ test: String) -> String { "SUM(CASE WHEN \(test) THEN 1 ELSE 0 END)" }
    func weighted(_ text: String) -> String { isWeighted ? "u * \(text)" : text }
    switch name {
    case "read_rows": return "COUNT(*)"
    case "used_rows": return "SUM(used)"
    case "respondents": return isFrequency ? dialect.shown("SUM(u)") : "SUM(used)"
    case "zero_weights": return isWeighted ? count("rw = 0") : "0"
    case "no_weights": return isWeighted ? count("rw IS NULL") : "0"
    case "bad_weights":
      let fraction = isFrequency ? " OR NOT (\(dialect.isWhole("rw")))" : ""
      return isWeighted ? count("rw < 0\(fraction)") : "0"
    case "bad_keys": return plan.key == nil ? "0" : count("row_key IS NULL")
    case "w": return isWeighted ? dialect.shown("SUM(u)") : "SUM(used)"
    case "ww": return isWeighted ? dialect.shown("SUM(u * u)") : "SUM(used)"
    default: break
    }
    switch (parts.first, field) {
    case ("m", _): return dialect.shown("MAX(m\(k))")
    case ("s", _): return dialect.shown("SUM(\(weighted("d\(k)")))")
    case ("p", _): return dialect.shown("SUM(\(weighted("d\(parts[1]) * d\(k)")))")
    case ("lost", _): return count("z\(k) IS NULL\(isWeighted ? " AND rw > 0" : "")")
    case ("off", _):
      let scale = plan.numbers[k - 1].scale!
      return count("x\(k) < \(dialect.number(scale.low)) OR x\(k) > \(dialect.number(scale.high))")
    case ("text", _): return "SUM(t\(k))"
    default: break
    }
    let x = "x\((plan.numbers.firstIndex { $0.name == plan.ratings[k - 1] } ?? 0) + 1)"
    let counts = isWeighted ? "\(x) IS NOT NULL AND rw > 0" : "\(x) IS NOT NULL"
    switch name.dropLast("\(k)".count + 1) {
    case "rated": return isFrequency ? dialect.shown("SUM(CASE WHEN \(counts) THEN rw ELSE 0 END)") : count(counts)
    case "rating_w":
      return isWeighted
        ? dialect.shown("SUM(CASE WHEN \(counts) THEN rw ELSE \(dialect.number(0)) END)") : count(counts)
    case "rating_s":
      return dialect.shown(
        "SUM(CASE WHEN \(counts) THEN \(isWeighted ? "rw * \(x)" : x) ELSE \(dialect.number(0)) END)")
    case "low": return "MIN(\(x))"
    default: return "MAX(\(x))"
    }
  }
}
