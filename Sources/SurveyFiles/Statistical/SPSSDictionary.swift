import Survey

/// What an SPSS file says before its rows that ReadStat 1.1.8 does not hand on: its multiple-response sets.
///
/// The records were described from the outside by the authors of PSPP (*PSPP Developers Guide*, "System File Format"): after a
/// header of 176 bytes come records of variables (2), value labels (3 and 4), documents (6) and extensions (7), whose subtypes
/// 7 and 19 list sets, 13 the long names of variables and 14 texts longer than 255 bytes, until a record 999. Whatever does not
/// fit ends the reading: whether a file is damaged is for ReadStat to say.
struct SPSSDictionary {
  private let bytes: StatisticalBytes
  private var place = 176
  private let isLittle: Bool
  /// The lines of the sets, and of names: `SHORT=long`, separated by tabs.
  private var setRecords: [[UInt8]] = []
  private var nameRecord: [UInt8] = []
  /// Whether texts of more than 255 bytes may be among the variables: their record is there, or not every record was read.
  private(set) var mayHoldLongTexts = true

  /// No record that is kept may be longer.
  private static let longestRecord = 1 << 24

  /// Reads the records.
  init(_ bytes: StatisticalBytes) {
    self.bytes = bytes
    let header = bytes.read(at: 64, count: 4) ?? [0]
    isLittle = header[0] == 2 || header[0] == 3
    var hasLongTexts = false
    if readRecords(hasLongTexts: &hasLongTexts) { mayHoldLongTexts = hasLongTexts }
  }

  /// The sets whose variables are among the columns, each name once.
  ///
  /// - Parameter encoding: of the file's texts, by a name that iconv knows.
  func sets(encoding: String?, names: [String]) -> [MultipleResponseSet] {
    func text(_ bytes: [UInt8]) -> String {
      let converted = encoding.flatMap { Transcoder.text(of: bytes, in: $0) } ?? bytes
      return Selection.trimmed(String(decoding: converted, as: UTF8.self))
    }
    let columns = Dictionary(names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    var long: [String: String] = [:]
    for pair in nameRecord.split(separator: 0x09) {
      let sides = pair.split(separator: 0x3D, maxSplits: 1)
      guard sides.count == 2 else { continue }
      long[text(Array(sides[0])).lowercased()] = text(Array(sides[1])).lowercased()
    }
    var sets: [MultipleResponseSet] = []
    for record in setRecords {
      var lines = SetLines(bytes: record)
      while let line = lines.next() {
        let name = MultipleResponseSet.plain(text(line.name))
        let variables = line.variables.compactMap { short -> String? in
          let short = text(short).lowercased()
          return columns[long[short] ?? short]
        }
        guard !name.isEmpty, !variables.isEmpty, !sets.contains(where: { $0.isNamed(name) }) else { continue }
        let label = text(line.label)
        sets.append(
          MultipleResponseSet(
            name: name, label: label.isEmpty ? nil : label,
            kind: line.counted.map { .dichotomies(counted: text($0)) } ?? .categories, variables: variables))
      }
    }
    return sets
  }

  private mutating func number() -> Int? {
    guard let four = bytes.read(at: place, count: 4) else { return nil }
    place += 4
    let value = four.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return Int(Int32(bitPattern: isLittle ? value.byteSwapped : value))
  }

  /// Reads what follows 999 no more; false where a record does not fit.
  private mutating func readRecords(hasLongTexts: inout Bool) -> Bool {
    while let type = number() {
      if type == 999 { return true }
      let fits: Bool =
        switch type {
        case 2: skipVariable()
        case 3: skipLabels()
        case 4, 6: skipItems(of: type == 4 ? 4 : 80)
        case 7: readExtension(hasLongTexts: &hasLongTexts)
        default: false
        }
      guard fits, place <= bytes.byteCount else { return false }
    }
    return false
  }

  private mutating func skipItems(of size: Int) -> Bool {
    guard let count = number(), 0...Self.longestRecord ~= count else { return false }
    place += count * size
    return true
  }

  private mutating func skipVariable() -> Bool {
    guard number() != nil, let hasLabel = number(), let missing = number(), -3...3 ~= missing else { return false }
    place += 16
    if hasLabel == 1 {
      guard let length = number(), 0...Self.longestRecord ~= length else { return false }
      place += (length + 3) / 4 * 4
    }
    place += abs(missing) * 8
    return true
  }

  private mutating func skipLabels() -> Bool {
    guard let count = number(), 0...Self.longestRecord ~= count else { return false }
    for _ in 0..<count {
      guard let length = bytes.read(at: place + 8, count: 1) else { return false }
      place += 8 + (Int(length[0]) + 8) / 8 * 8
    }
    return true
  }

  private mutating func readExtension(hasLongTexts: inout Bool) -> Bool {
    guard let subtype = number(), let size = number(), let count = number(), size >= 0, count >= 0 else { return false }
    let (length, isTooLong) = size.multipliedReportingOverflow(by: count)
    guard !isTooLong, length <= bytes.byteCount else { return false }
    if subtype == 14 { hasLongTexts = true }
    if [7, 13, 19].contains(subtype), length <= Self.longestRecord {
      guard let record = bytes.read(at: place, count: length) else { return false }
      if subtype == 13 { nameRecord = record } else { setRecords.append(record) }
    }
    place += length
    return true
  }
}

/// The lines of a record of sets: `$name=C 5 Label a b`, `$name=D1 1 5 Label a b` or `$name=E 1 1 1 5 Label a b`, where texts
/// follow the count of their bytes.
private struct SetLines {
  struct Line {
    var name: [UInt8]
    /// The value that means a choice; `nil` in sets of categories.
    var counted: [UInt8]?
    var label: [UInt8]
    var variables: [[UInt8]]
  }

  let bytes: [UInt8]
  private var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// `nil` at the end, and from the first line on that is none.
  mutating func next() -> Line? {
    while place < bytes.count, bytes[place] == 0x0A { place += 1 }
    guard let name = until(0x3D), let kind = one() else { return nil }
    var counted: [UInt8]?
    switch kind {
    case UInt8(ascii: "C"): guard one() == 0x20 else { return nil }
    case UInt8(ascii: "D"):
      guard let value = counts(), one() == 0x20 else { return nil }
      counted = value
    case UInt8(ascii: "E"):
      guard one() == 0x20, until(0x20) != nil, let value = counts(), one() == 0x20 else { return nil }
      counted = value
    default: return nil
    }
    guard let label = counts() else { return nil }
    let rest: [UInt8]
    if let line = until(0x0A) {
      rest = line
    } else {
      rest = Array(bytes[place...])
      place = bytes.count
    }
    let variables = rest.split(separator: 0x20).map { Array($0.filter { $0 != 0 && $0 != 0x0D }) }.filter {
      !$0.isEmpty
    }
    return Line(name: name, counted: counted, label: label, variables: variables)
  }

  private mutating func one() -> UInt8? {
    guard place < bytes.count else { return nil }
    place += 1
    return bytes[place - 1]
  }

  /// What stands before the next such byte, which is passed.
  private mutating func until(_ byte: UInt8) -> [UInt8]? {
    guard let end = bytes[place...].firstIndex(of: byte) else { return nil }
    defer { place = end + 1 }
    return Array(bytes[place..<end])
  }

  /// A count of bytes, a blank, and so many bytes.
  private mutating func counts() -> [UInt8]? {
    guard let digits = until(0x20), let count = Int(String(decoding: digits, as: UTF8.self)), count >= 0,
      count <= bytes.count - place
    else { return nil }
    defer { place += count }
    return Array(bytes[place..<place + count])
  }
}
