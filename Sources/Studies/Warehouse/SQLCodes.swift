import Survey

/// Codes of missing answers as a test in SQL.
struct SQLCodes {
  let dialect: SQLDialect

  init(_ dialect: SQLDialect) { self.dialect = dialect }

  /// Whether the column holds one of the codes; `nil` without any.
  ///
  /// - Parameter number: the column as a number, which codes are compared with as numbers, whatever their decimals; `nil`
  ///   compares the letters of the column, of which no type is known.
  func test(_ codes: [MissingCode], column: String, number: String?) -> String? {
    var tests: [String] = []
    var texts: [String] = []
    var singles: [String] = []
    for code in codes {
      if code.numbers == nil || number == nil, !code.isRange {
        texts.append(dialect.text(code.text))
        if let value = code.numbers?.lowerBound, value == value.rounded(), abs(value) < 1e15 {
          texts += [dialect.text("\(Int64(value))"), dialect.text("\(value)")]
        }
      }
      guard let number, let range = code.numbers else { continue }
      if range.lowerBound == range.upperBound {
        singles.append(dialect.number(range.lowerBound))
      } else if range.lowerBound == -.infinity {
        tests.append("\(number) <= \(dialect.number(range.upperBound))")
      } else if range.upperBound == .infinity {
        tests.append("\(number) >= \(dialect.number(range.lowerBound))")
      } else {
        tests.append(
          "\(number) BETWEEN \(dialect.number(range.lowerBound)) AND \(dialect.number(range.upperBound))")
      }
    }
    if let number, !singles.isEmpty { tests.insert("\(number) IN (\(singles.joined(separator: ", ")))", at: 0) }
    if !texts.isEmpty {
      var seen: Set<String> = []
      let distinct = texts.filter { seen.insert($0).inserted }
      tests.append("\(dialect.asText(column)) IN (\(distinct.joined(separator: ", ")))")
    }
    return tests.isEmpty ? nil : tests.joined(separator: " OR ")
  }
}
