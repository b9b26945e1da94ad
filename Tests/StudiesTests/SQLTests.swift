import Studies
import Survey
import Testing

/// The text of queries. That engines run it, and sum alike, is seen by `script/engines`.
@Suite("Queries of sums") struct SQLTests {
  private static func study(_ drivers: [String] = ["a", "b"], _ outcome: String = "y") -> Study {
    var study = Study()
    study.specification.drivers = drivers.map(Selection.quoted)
    study.specification.outcomes = [Selection.quoted(outcome)]
    return study
  }

  private func query(_ study: Study, _ dialect: SQLDialect, _ settings: SumsSettings = SumsSettings()) throws -> String
  {
    try study.sumsQuery(dialect, table: "survey", settings)
  }

  private func message(_ body: () throws -> String) -> String {
    do { return "no fault: \(try body().prefix(40))" } catch let fault as any Fault { return "\(fault)" } catch {
      return "\(error)"
    }
  }

  /// How a name with a quote, an apostrophe, a backtick and a backslash is written in each dialect.
  private static let quoted: [SQLDialect: String] = [
    .postgres: "\"a\"\"b'c`d\\e\"", .duckdb: "\"a\"\"b'c`d\\e\"", .sqlite: "\"a\"\"b'c`d\\e\"",
    .redshift: "\"a\"\"b'c`d\\e\"",
    .snowflake: "\"a\"\"b'c`d\\e\"", .spark: "`a\"b'c``d\\e`", .bigquery: "`a\"b'c\\`d\\\\e`",
    .clickhouse: "`a\"b'c\\`d\\\\e`",
  ]

  /// The statement without its remarks and without what stands between quotes.
  private func bare(_ query: String, _ dialect: SQLDialect) -> String {
    let lines = query.split(separator: "\n").filter { !$0.hasPrefix("--") }.joined(separator: "\n")
    let escapes = [.bigquery, .clickhouse, .spark, .snowflake, .redshift].contains(dialect)
    var open: Character?
    var isEscaped = false
    var text = ""
    for character in lines {
      if let quote = open {
        let takesBackslash = escapes && (quote == "'" || quote == "`" && dialect != .spark)
        if isEscaped {
          isEscaped = false
        } else if takesBackslash && character == "\\" {
          isEscaped = true
        } else if character == quote {
          open = nil
        }
      } else if "'\"`".contains(character) {
        open = character
        isEscaped = false
      } else {
        text.append(character)
      }
    }
    #expect(open == nil, "a quote is never closed")
    return text
  }

  @Test("Names are quoted as each dialect has it", arguments: SQLDialect.allCases)
  func names(_ dialect: SQLDialect) throws {
    let odd = "a\"b'c`d\\e"
    let text = try query(Self.study([odd, "select"]), dialect)
    #expect(text.contains(Self.quoted[dialect]!))
    #expect(text.contains([.spark, .bigquery, .clickhouse].contains(dialect) ? "`select`" : "\"select\""))
    #expect(!bare(text, dialect).contains("select "))
  }

  @Test(
    "Nothing in a name leaves its quotes", arguments: SQLDialect.allCases)
  func injection(_ dialect: SQLDialect) throws {
    let bad = [
      "x\"; DROP TABLE survey; --", "x`; DROP TABLE survey; --", "x'; DROP TABLE survey; --", "\\", "\\\"", "\\`; DROP",
      "\\'",
    ]
    let text = try query(Self.study(bad, "y'--"), dialect)
    let plain = bare(text, dialect)
    #expect(!plain.contains("DROP") && !plain.contains(";") && !plain.contains("--") && plain.contains("GROUP BY"))
    var study = Self.study()
    study.specification.condition = "`a` = '\\' or b in ('''; DROP TABLE survey; --', 'x\\')"
    let condition = bare(try query(study, dialect), dialect)
    #expect(!condition.contains("DROP") && condition.contains("WHERE"))
  }

  @Test("Names longer than the engine's, and control characters, are refused") func refused() throws {
    let long = String(repeating: "é", count: 100)
    #expect(
      message { try query(Self.study([long]), .postgres) }.contains(
        "200 bytes, and in PostgreSQL names have at most 63"))
    #expect(message { try query(Self.study([long]), .redshift) }.contains("at most 127"))
    for dialect in [SQLDialect.duckdb, .spark, .clickhouse, .sqlite, .snowflake, .bigquery] {
      #expect(try query(Self.study([long]), dialect).contains(long))
    }
    #expect(message { try query(Self.study(["a\u{0}b"]), .duckdb) }.contains("control characters"))
    let many = (1...60).map { "v\($0)" }
    #expect(message { try query(Self.study(many), .postgres) }.contains("PostgreSQL gives at most 1664"))
    #expect(try query(Self.study(many), .duckdb).contains("p_61_61"))
    for table in ["", "survey; DROP TABLE x", "survey -- x", "(SELECT 1", "'survey.parquet", "a/*"] {
      #expect(message { try Self.study().sumsQuery(.duckdb, table: table) }.contains("is no table's name"), "\(table)")
    }
    for table in [
      "survey", "sales.survey", "\"a;b\"", "'survey.parquet'", "read_csv('a--b.csv')", "(SELECT * FROM survey)",
    ] {
      #expect(try Self.study().sumsQuery(.duckdb, table: table).contains("FROM \(table)"))
    }
  }

  @Test("Only plain sums are asked for", arguments: SQLDialect.allCases)
  func plain(_ dialect: SQLDialect) throws {
    let text = bare(try query(Self.study(), dialect, SumsSettings(key: "id", columns: ["id", "a", "b", "y"])), dialect)
      .uppercased()
    for word in ["REGR_", "COVAR", "VAR_", "STDDEV", "AVG(", "CORR("] { #expect(!text.contains(word)) }
    #expect(text.contains("SUM(D2 * D1)"))
  }

  @Test("Codes, scales, weights, groups and conditions are in the query; its digest changes with each") func parts()
    throws
  {
    var study = Self.study()
    study.specification.missingCodes = ["9", "-99:-1", "don't know"]
    study.specification.variables["y"] = .init(scale: RatingScale(0, 8))
    study.specification.weights = .init(variable: "weight")
    study.specification.by = ["segment"]
    study.specification.condition = "wave between 2 and 3 and not (region = 'North' or age is missing)"
    let text = try query(study, .duckdb)
    for part in [
      "mainspring_v1 IN (9.0) OR mainspring_v1 BETWEEN -99.0 AND -1.0", "IN ('don''t know')", "x3 < 0.0 OR x3 > 8.0",
      "SUM(u * d1)",
      "GROUP BY block_number, g1", "\"age\"", "<> 'North'",
    ] { #expect(text.contains(part), "\(part)") }
    func digest(_ study: Study) throws -> Substring? {
      try query(study, .duckdb).split(separator: " ").first { $0.hasPrefix("xxh64") }
    }
    var digests: Set<Substring> = []
    for change in [
      { _ in }, { $0.specification.missingCodes = [] }, { $0.specification.by = [] },
      { $0.specification.weights = nil },
      { $0.specification.condition = nil }, { $0.specification.variables = [:] },
    ] as [(inout Study) -> Void] {
      var other = study
      change(&other)
      digests.insert(try #require(try digest(other)))
    }
    #expect(digests.count == 6)
    #expect(try digest(study) == digest(study))
  }

  @Test("Columns are those of the study where no data tell them; patterns need the table's") func columns() throws {
    var study = Self.study(["q1:q3"])
    study.specification.drivers = ["q1:q3"]
    let text = try query(study, .duckdb)
    #expect(text.contains("\"q2\"") && text.contains("p_4_4"))
    study.specification.drivers = ["q*"]
    #expect(message { try query(study, .duckdb) }.contains("nobody says what columns it has"))
    #expect(try query(study, .duckdb, SumsSettings(columns: ["y", "q7", "other", "q8"])).contains("\"q8\""))
    study.specification.drivers = ["a", "b"]
    study.specification.terms = ["a:b"]
    #expect(message { try query(study, .duckdb) }.contains("Make the product a column"))
  }
}
