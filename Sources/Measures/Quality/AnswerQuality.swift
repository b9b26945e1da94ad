public import Survey

/// Something about answers that is worth a look before they are analysed. It tells what stands there, not why.
public struct QualityCheck: Sendable, Equatable {
  /// What is looked for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Respondents who gave every item of a battery the same answer.
    case sameAnswers = "same_answers"
    /// Respondents who took less than a third of the median time.
    case fast
    /// Respondents who are at least twice as fast as the median, page by page on average.
    case relativeSpeed = "relative_speed"
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
  /// The time in the column's unit below which a respondent is fast, or the index from which; `nil` of anything else.
  public var limit: Double?
}

/// What was found in a whole survey, row by row, so that it can be counted in any part of it.
public struct QualityFlags: Sendable {
  /// What was looked for, and where.
  public let kind: QualityCheck.Kind
  public let variables: String
  /// As `QualityCheck.limit`.
  public let limit: Double?
  /// By row: whether it could be looked at, and whether it concerns it.
  private let isLooked: [Bool]
  private let isFlagged: [Bool]
  private let firstRow: Int

  init(
    _ kind: QualityCheck.Kind, _ variables: String, limit: Double? = nil, isLooked: [Bool], isFlagged: [Bool],
    in dataset: Dataset
  ) {
    precondition(dataset.rowNumbers.isEmpty, "the whole survey")
    (self.kind, self.variables, self.limit) = (kind, variables, limit)
    (self.isLooked, self.isFlagged, firstRow) = (isLooked, isFlagged, dataset.firstRow)
  }

  /// Rows that are named.
  private static let named = 5

  /// What of it concerns these rows of the survey.
  public func check(_ dataset: Dataset) -> QualityCheck {
    var (looked, flagged) = (0, 0)
    var rows: [Int] = []
    for row in 0..<dataset.rowCount {
      let number = dataset.rowNumber(row)
      let place = number - firstRow
      looked += isLooked[place] ? 1 : 0
      guard isFlagged[place] else { continue }
      flagged += 1
      if rows.count < Self.named { rows.append(number) }
    }
    return QualityCheck(kind: kind, variables: variables, count: flagged, of: looked, rows: rows, limit: limit)
  }
}

extension Dataset {
  /// Respondents who gave every item the same answer, of those who answered all.
  ///
  /// Straight-lining where items are worded both ways or stand for unlike things; where all are worded alike, people may well mean it.
  public func sameAnswers(_ items: [String], called name: String) throws -> QualityFlags? {
    let columns = try items.map { try variable($0) }.filter { !$0.isText }
    guard columns.count >= 4 else { return nil }
    let first = columns[0].doubles
    var isComplete = first.map { !$0.isNaN }
    var isSame = [Bool](repeating: true, count: rowCount)
    for column in columns.dropFirst() {
      for (row, value) in column.doubles.enumerated() {
        if value.isNaN { isComplete[row] = false } else if value != first[row] { isSame[row] = false }
      }
    }
    return QualityFlags(
      .sameAnswers, name, isLooked: isComplete, isFlagged: zip(isComplete, isSame).map { $0 && $1 }, in: self)
  }

  /// Respondents who took less than a third of the median time: three times as fast as half of the others.
  public func fast(_ duration: String) throws -> QualityFlags? {
    let times = try variable(duration).doubles
    guard let median = Self.median(times) else { return nil }
    return QualityFlags(
      .fast, duration, limit: median / 3, isLooked: times.map { $0 > 0 },
      isFlagged: times.map { $0 > 0 && $0 < median / 3 }, in: self)
  }

  /// Respondents with a relative speed index of 2 or more: the mean over pages of median time/own time, each at most 3
  /// (Leiner 2019, "Too fast, too straight, too weird", Survey Research Methods 13(3), doi:10.18148/srm/2019.v13i3.7403).
  ///
  /// - Parameter pages: columns with the time of each page; or the one of the whole interview. Of those a respondent did not see (missing or
  ///   not above zero) none counts.
  public func relativeSpeed(_ pages: [String]) throws -> QualityFlags? {
    var sums = [Double](repeating: 0, count: rowCount)
    var counts = [Double](repeating: 0, count: rowCount)
    var used: [String] = []
    for page in pages {
      let times = try variable(page).doubles
      guard let median = Self.median(times) else { continue }
      used.append(page)
      for (row, time) in times.enumerated() where time > 0 {
        sums[row] += min(Self.fastestPage, median / time)
        counts[row] += 1
      }
    }
    guard let first = used.first, let last = used.last else { return nil }
    return QualityFlags(
      .relativeSpeed, used.count == 1 ? first : "\(first) … \(last) (\(used.count) columns)", limit: Self.fastIndex,
      isLooked: counts.map { $0 > 0 }, isFlagged: zip(sums, counts).map { $1 > 0 && $0 / $1 >= Self.fastIndex },
      in: self)
  }

  /// The index from which a respondent counts, and the most that one page adds.
  private static let fastIndex = 2.0
  private static let fastestPage = 3.0

  /// Of the times above zero; `nil` of fewer than ten.
  private static func median(_ times: [Double]) -> Double? {
    let known = times.filter { $0 > 0 }.sorted()
    guard known.count >= 10 else { return nil }
    let middle = known.count / 2
    return known.count.isMultiple(of: 2) ? (known[middle - 1] + known[middle]) / 2 : known[middle]
  }

  /// Rows whose number, or name, of the respondent stood in an earlier row.
  public func repeatedIds(_ id: String) throws -> QualityFlags {
    let values = try variable(id).doubles
    var seen = Set<Double>(minimumCapacity: rowCount)
    let flagged = values.map { !$0.isNaN && !seen.insert($0).inserted }
    return QualityFlags(.repeatedId, id, isLooked: values.map { !$0.isNaN }, isFlagged: flagged, in: self)
  }

  /// Rows that equal an earlier one in all these columns, missing answers and their reasons included.
  ///
  /// Rows are compared by 64 bits made of their answers: of a hundred thousand unlike rows two are taken for equal once in
  /// three thousand million surveys.
  public func repeatedAnswers(_ names: [String]) throws -> QualityFlags? {
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
    return QualityFlags(
      .repeatedAnswers, "\(first) … \(last) (\(names.count) columns)",
      isLooked: [Bool](repeating: true, count: rowCount), isFlagged: keys.map { !seen.insert($0).inserted }, in: self)
  }
}
