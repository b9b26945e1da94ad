import Survey

/// An engine's SQL, where it differs from the others'.
public enum SQLDialect: String, Sendable, CaseIterable {
  case postgres, duckdb, spark, bigquery, snowflake, clickhouse, sqlite, redshift

  /// What people call it.
  public var title: String {
    switch self {
    case .postgres: "PostgreSQL"
    case .duckdb: "DuckDB"
    case .spark: "Spark"
    case .bigquery: "BigQuery"
    case .snowflake: "Snowflake"
    case .clickhouse: "ClickHouse"
    case .sqlite: "SQLite"
    case .redshift: "Redshift"
    }
  }

  /// Columns that one result can have; `nil` without a limit that matters.
  ///
  /// PostgreSQL: MaxTupleAttributeNumber, 1664. Redshift: 1600. SQLite: SQLITE_MAX_COLUMN, 2000. BigQuery: 10,000.
  var mostColumns: Int? {
    switch self {
    case .postgres: 1664
    case .redshift: 1600
    case .sqlite: 2000
    case .bigquery: 10_000
    case .duckdb, .spark, .snowflake, .clickhouse: nil
    }
  }

  /// Bytes of a column's name; `nil` without a limit. Longer ones are cut in silence (PostgreSQL), or refused.
  var longestName: Int? {
    switch self {
    case .postgres: 63
    case .redshift: 127
    case .snowflake: 255
    case .bigquery: 300
    case .duckdb, .spark, .clickhouse, .sqlite: nil
    }
  }

  private var escapesByBackslash: Bool {
    switch self {
    case .spark, .bigquery, .clickhouse, .snowflake, .redshift: true
    case .postgres, .duckdb, .sqlite: false
    }
  }

  /// A name between quotes, so that reserved words, blanks and quotes in it are letters like others.
  ///
  /// Throws `DataFault.request` for control characters, and for names longer than the engine's.
  func name(_ name: String) throws -> String {
    if name.isEmpty || name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
      throw DataFault.request(
        problem:
          "The column '\(name.debugDescription.dropFirst().dropLast())' has control characters in its name, or none, and no query can name it",
        suggestion: "Give it another name in a view of the table.")
    }
    if let limit = longestName, name.utf8.count > limit {
      throw DataFault.request(
        problem:
          "The column '\(name)' has a name of \(name.utf8.count) bytes, and in \(title) names have at most \(limit)",
        suggestion: "Use the table's own name for it, or a shorter one in a view of the table.")
    }
    switch self {
    case .postgres, .duckdb, .sqlite, .redshift, .snowflake: return "\"\(name.replacing("\"", with: "\"\""))\""
    case .spark: return "`\(name.replacing("`", with: "``"))`"
    case .bigquery, .clickhouse:
      return "`\(name.replacing("\\", with: "\\\\").replacing("`", with: "\\`"))`"
    }
  }

  /// A text between quotes.
  func text(_ text: String) -> String {
    if escapesByBackslash {
      return "'\(text.replacing("\\", with: "\\\\").replacing("'", with: "\\'"))'"
    }
    return "'\(text.replacing("'", with: "''"))'"
  }

  /// A number as a floating-point literal.
  func number(_ value: Double) -> String {
    let text = "\(value)"
    let isPlain = text.contains(".") || text.contains("e")
    // Decimals of PostgreSQL and others would be summed as such.
    return self == .sqlite || self == .bigquery || self == .duckdb
      ? (isPlain ? text : text + ".0") : "CAST(\(text) AS \(double))"
  }

  /// The type of floating-point numbers of eight bytes.
  var double: String {
    switch self {
    case .postgres, .redshift: "DOUBLE PRECISION"
    case .duckdb, .spark: "DOUBLE"
    case .bigquery: "FLOAT64"
    case .snowflake: "FLOAT"
    case .clickhouse: "Nullable(Float64)"
    case .sqlite: "REAL"
    }
  }

  private var integer: String {
    switch self {
    case .bigquery: "INT64"
    case .clickhouse: "Nullable(Int64)"
    case .sqlite: "INTEGER"
    case .postgres, .redshift, .duckdb, .spark: "BIGINT"
    case .snowflake: "NUMBER(38, 0)"
    }
  }

  private var characters: String {
    switch self {
    case .bigquery, .spark: "STRING"
    case .clickhouse: "Nullable(String)"
    case .sqlite, .postgres: "TEXT"
    case .duckdb, .snowflake: "VARCHAR"
    case .redshift: "VARCHAR(65535)"
    }
  }

  /// The column as text.
  func asText(_ expression: String) -> String {
    self == .clickhouse ? "toString(\(expression))" : "CAST(\(expression) AS \(characters))"
  }

  /// The column as a number; NULL for NaN, and, where the engine can tell without an error, for text.
  func asNumber(_ expression: String) -> String {
    let number =
      switch self {
      case .duckdb, .spark: "TRY_CAST(\(expression) AS DOUBLE)"
      case .bigquery: "SAFE_CAST(\(expression) AS FLOAT64)"
      case .clickhouse: "toFloat64OrNull(toString(\(expression)))"
      case .sqlite: "CASE WHEN trim(\(expression)) = '' THEN NULL ELSE CAST(\(expression) AS REAL) END"
      case .postgres, .redshift, .snowflake: "CAST(\(expression) AS \(double))"
      }
    return switch self {
    case .sqlite: number
    case .postgres, .redshift: "NULLIF(\(number), CAST('NaN' AS \(double)))"
    case .snowflake: "NULLIF(\(number), CAST('NaN' AS FLOAT))"
    case .duckdb, .spark: "CASE WHEN isnan(\(number)) THEN NULL ELSE \(number) END"
    case .bigquery: "IF(IS_NAN(\(number)), NULL, \(number))"
    case .clickhouse: "if(isNaN(\(number)), NULL, \(number))"
    }
  }

  /// Whether the column holds a text that is no number; `nil` where the engine itself stops at one.
  func isText(_ expression: String) -> String? {
    switch self {
    case .postgres, .redshift, .snowflake: nil
    case .duckdb, .spark: "\(expression) IS NOT NULL AND TRY_CAST(\(expression) AS DOUBLE) IS NULL"
    case .bigquery: "\(expression) IS NOT NULL AND SAFE_CAST(\(expression) AS FLOAT64) IS NULL"
    case .clickhouse: "\(expression) IS NOT NULL AND toFloat64OrNull(toString(\(expression))) IS NULL"
    case .sqlite:
      // CAST makes a zero of a word. What reads back the same is a number.
      "typeof(\(expression)) IN ('text', 'blob') AND trim(\(expression)) <> '' AND CAST(CAST(\(expression) AS REAL) AS TEXT) <> trim(\(expression)) AND CAST(CAST(\(expression) AS INTEGER) AS TEXT) <> trim(\(expression))"
    }
  }

  /// The column as a whole number; NULL, or an error of the engine, for what is none.
  func asWhole(_ expression: String) -> String {
    switch self {
    case .duckdb, .spark: "TRY_CAST(\(expression) AS BIGINT)"
    case .bigquery: "SAFE_CAST(\(expression) AS INT64)"
    case .clickhouse: "toInt64OrNull(toString(\(expression)))"
    case .sqlite:
      "CASE WHEN typeof(\(expression)) = 'integer' OR CAST(CAST(\(expression) AS INTEGER) AS TEXT) = \(expression) THEN CAST(\(expression) AS INTEGER) END"
    case .postgres, .redshift, .snowflake: "CAST(\(expression) AS \(integer))"
    }
  }

  /// The remainder, with the sign of the dividend.
  func remainder(_ a: String, _ b: Int64) -> String {
    switch self {
    case .sqlite, .duckdb, .spark: "((\(a)) % \(b))"
    // The remainder there has the type of the divisor.
    case .clickhouse: "toInt64((\(a)) % \(b))"
    case .postgres, .bigquery, .snowflake, .redshift: "MOD(\(a), \(b))"
    }
  }

  /// A block drawn at random.
  func randomBlock(_ count: Int) -> String {
    switch self {
    case .postgres, .duckdb, .redshift: "CAST(FLOOR(random() * \(count)) AS BIGINT)"
    case .spark: "CAST(FLOOR(rand() * \(count)) AS BIGINT)"
    case .bigquery: "CAST(FLOOR(RAND() * \(count)) AS INT64)"
    case .snowflake: "UNIFORM(0, \(count - 1), RANDOM())"
    case .clickhouse: "toInt64(rand64() % \(count))"
    case .sqlite: "abs(random() % \(count))"
    }
  }

  /// Whether a number is whole.
  func isWhole(_ expression: String) -> String {
    self == .sqlite
      ? "\(expression) = CAST(\(expression) AS INTEGER)" : "\(expression) = FLOOR(\(expression))"
  }

  /// A sum with all its digits in the result.
  func shown(_ expression: String) -> String {
    // The shell of SQLite prints fifteen digits.
    self == .sqlite ? "printf('%!.17g', \(expression))" : expression
  }
}
