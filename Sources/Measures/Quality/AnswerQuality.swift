public import Survey

/// Something about answers that is worth a look before they are analysed. It tells what stands there, not why.
public struct QualityCheck: Sendable, Equatable {
  /// What is looked for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Respondents who gave every item of a battery the same answer.
    case sameAnswers = "same_answers"
    /// Respondents who took less than a third of the median time.
    case fast
    /// Rows whose respondent's number stands in an earlier row.
    case repeatedId = "repeated_id"
    /// Rows that are equal to an earlier one in all answers.
    case repeatedAnswers = "repeated_answers"
  }

  /// What was looked for.
  public var kind: Kind
  /// The battery, the column, or the first and last column of those compared.
  public var variables: String
  /// Respondents it concerns.
  public var count: Int
  /// Respondents who were looked at.
  public var of: Int
  /// Of those that could be looked at, 0–1.
  public var share: Double { of > 0 ? Double(count) / Double(of) : 0 }
  /// Numbers of the first rows it concerns (1 is the first below the header).
  public var rows: [Int]
}

extension Dataset {
  /// Rows that are named.
  private static let named = 5

  /// Respondents who gave every item the same answer, of those who answered all.
  ///
  /// Straight-lining where items are worded both ways or stand for unlike things; where all are worded alike, people may well mean it.
  public func sameAnswers(_ items: [String], called name: String) throws -> QualityCheck? {
    let columns = try items.map { try variable($0) }.filter { !$0.isText }
    guard columns.count >= 4 else { return nil }
    // 0 unanswered so far, NaN left out.
    var first = columns[0].doubles
    var isSame = [Bool](repeating: true, count: rowCount)
    for column in columns.dropFirst() {
      for (row, value) in column.doubles.enumerated() {
        if value.isNaN { first[row] = .nan } else if value != first[row] { isSame[row] = false }
      }
    }
    let complete = (0..<rowCount).filter { !first[$0].isNaN }
    return check(.sameAnswers, name, complete.filter { isSame[$0] }, of: complete.count)
  }

  /// Respondents who took less than a third of the median time: three times as fast as half of the others.
  public func fast(_ duration: String) throws -> QualityCheck? {
    let times = try variable(duration).doubles
    let known = times.filter { $0 > 0 }.sorted()
    guard known.count >= 10 else { return nil }
    let middle = known.count / 2
    let median = known.count.isMultiple(of: 2) ? (known[middle - 1] + known[middle]) / 2 : known[middle]
    return check(.fast, duration, times.indices.filter { times[$0] > 0 && times[$0] < median / 3 }, of: known.count)
  }

  /// Rows whose number of the respondent stood in an earlier row.
  public func repeatedIds(_ id: String) throws -> QualityCheck? {
    let values = try variable(id).doubles
    var seen: Set<Double> = []
    let repeated = values.indices.filter { !values[$0].isNaN && !seen.insert(values[$0]).inserted }
    return check(.repeatedId, id, repeated, of: values.count { !$0.isNaN })
  }

  /// Rows that equal an earlier one in all these columns, missing answers and their reasons included.
  ///
  /// Rows are compared by 64 bits made of their answers: of a hundred thousand unlike rows two are taken for equal once in
  /// three thousand million surveys.
  public func repeatedAnswers(_ names: [String]) throws -> QualityCheck? {
    guard let first = names.first, let last = names.last, names.count > 1 else { return nil }
    var keys = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: rowCount)
    func mix(_ row: Int, _ value: UInt64) {
      var x = (keys[row] ^ value) &* 0xBF58_476D_1CE4_E5B9
      x ^= x >> 29
      keys[row] = x &* 0x94D0_49BB_1331_11EB ^ (x >> 32)
    }
    for name in names {
      switch try variable(name).values {
      case .int8(let values): for row in values.indices { mix(row, UInt64(bitPattern: Int64(values[row]))) }
      case .int16(let values): for row in values.indices { mix(row, UInt64(bitPattern: Int64(values[row]))) }
      case .double(let values): for row in values.indices { mix(row, values[row].bitPattern) }
      case .text(let codes, _): for row in codes.indices { mix(row, UInt64(bitPattern: Int64(codes[row]))) }
      }
    }
    var seen = Set<UInt64>(minimumCapacity: rowCount)
    let repeated = keys.indices.filter { !seen.insert(keys[$0]).inserted }
    return check(.repeatedAnswers, "\(first) … \(last) (\(names.count) columns)", repeated, of: rowCount)
  }

  private func check(_ kind: QualityCheck.Kind, _ variables: String, _ rows: [Int], of count: Int) -> QualityCheck {
    QualityCheck(
      kind: kind, variables: variables, count: rows.count, of: count,
      rows: rows.prefix(Self.named).map { rowNumber($0) })
  }
}
