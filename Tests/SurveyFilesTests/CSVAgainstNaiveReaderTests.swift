import Glibc
import Survey
import SurveyFiles
import Testing

/// Random files, read in blocks of any size on any number of threads, against a reader that goes byte by byte.
@Suite struct CSVAgainstNaiveReaderTests {
  @Test(arguments: 0..<150)
  func `Blocks on several threads give what a reader of single bytes gives`(seed: UInt64) throws {
    var random = SplitMix(seed)
    let separator = [0x2C, 0x3B, 0x09, 0x7C].randomElement(using: &random)! as UInt8
    let mark: UInt8 = separator != 0x2C && Bool.random(using: &random) ? 0x2C : 0x2E
    let bytes = randomFile(&random, separator, mark)
    let naive = NaiveCSV(bytes, separator: separator)
    let expected = columns(naive, mark)
    let options = CSVOptions(separator: separator, decimalComma: mark == 0x2C)

    for blockSize in [1, 2, 5, 16, 61, 300, 1 << 18] {
      for jobs in [1, 2, 3, 7] {
        let settings = CSVReader.Settings(
          sampleSize: [16, 1 << 16].randomElement(using: &random)!, blockSize: blockSize)
        let source = { ByteSource(bytes: bytes, name: "random") }
        let reader = try CSVReader(source: source(), options: options, settings: settings)
        let data = try reader.read(missingCodes: ["9", "none"], exempt: ["n1"], jobs: jobs)
        #expect(data.names == naive.records[0].map(\.content))
        #expect(data.rowCount == naive.records.count - 1)
        for (variable, column) in zip(data.variables, expected) {
          #expect(variable.values == column, "\(variable.name), blocks of \(blockSize), \(jobs) jobs")
        }

        let again = try CSVReader(source: source(), options: options, settings: settings)
        let rows = again.rows(missingCodes: ["9", "none"], exempt: ["n1"], jobs: jobs)
        #expect(try collected(rows) == data.variables.map { readable($0.values) })
        #expect(again.report == reader.report)
      }
    }
  }

  // MARK: - What is expected

  /// The columns by the naive reader and the C library's strtod: n… are numbers, t… are text.
  private func columns(_ naive: NaiveCSV, _ mark: UInt8) -> [ColumnValues] {
    naive.records[0].enumerated().map { index, header in
      let fields = naive.records.dropFirst().map { $0[index] }
      return header.content.hasPrefix("n")
        ? numbers(fields, mark, codesApply: header.content != "n1") : text(fields, codesApply: header.content != "n1")
    }
  }

  private func missingReason(_ text: String, codesApply: Bool) -> Int? {
    if text.isEmpty { return 0 }
    if ["NA", "N/A", "null", "#N/A"].contains(text) { return 1 }
    if codesApply, text == "9" { return 2 }
    if codesApply, text == "none" { return 3 }
    return nil
  }

  private func numbers(_ fields: [NaiveCSV.Field], _ mark: UInt8, codesApply: Bool) -> ColumnValues {
    let values = fields.map { field -> Double in
      if let reason = missingReason(field.trimmed, codesApply: codesApply) { return MissingValue.double(reason) }
      if field.trimmed == "." { return MissingValue.double(1) }
      let text = mark == 0x2C ? String(field.trimmed.map { $0 == "," ? "." : $0 == "." ? "x" : $0 }) : field.trimmed
      var end: UnsafeMutablePointer<CChar>?
      let (value, isWhole) = text.withCString { start in (strtod(start, &end), end![0] == 0) }
      // The C library also reads hexadecimal and words; a survey's numbers are decimal.
      let isDecimal = text.allSatisfy { "0123456789.eE+-".contains($0) }
      guard isWhole, isDecimal, !text.isEmpty else { return MissingValue.double(4) }
      return codesApply && value == 9 ? MissingValue.double(2) : value
    }
    let present = values.filter { !$0.isNaN }
    if present.allSatisfy({ $0 == $0.rounded() && -112...127 ~= $0 }) {
      return .int8(values.map { MissingValue.reason($0).map { MissingValue.int8($0) } ?? Int8($0) })
    }
    if present.allSatisfy({ $0 == $0.rounded() && -32752...32767 ~= $0 }) {
      return .int16(values.map { MissingValue.reason($0).map { MissingValue.int16($0) } ?? Int16($0) })
    }
    return .double(values)
  }

  private func text(_ fields: [NaiveCSV.Field], codesApply: Bool) -> ColumnValues {
    var categories: [String] = []
    let codes = fields.map { field -> Int32 in
      if let reason = missingReason(field.trimmed, codesApply: codesApply) { return MissingValue.text(reason) }
      if let code = categories.firstIndex(of: field.content) { return Int32(code) }
      categories.append(field.content)
      return Int32(categories.count - 1)
    }
    return .text(codes: codes, categories: categories)
  }

  /// Every value of a column as a string, so that widths do not matter.
  private func readable(_ values: ColumnValues) -> [String] {
    switch values {
    case .int8(let v): v.map { MissingValue.reason($0).map { "missing \($0)" } ?? "\(Double($0))" }
    case .int16(let v): v.map { MissingValue.reason($0).map { "missing \($0)" } ?? "\(Double($0))" }
    case .double(let v): v.map { MissingValue.reason($0).map { "missing \($0)" } ?? "\($0)" }
    case .text(let codes, let categories): codes.map { $0 < 0 ? "missing \(-1 - $0)" : categories[Int($0)] }
    }
  }

  private func collected(_ rows: CSVRows) throws -> [[String]] {
    var columns: [[String]] = []
    var next = 1
    try rows.forEachBlock { block in
      #expect(block.firstRow == next)
      next += block.rowCount
      if columns.isEmpty { columns = Array(repeating: [], count: block.variables.count) }
      for (i, variable) in block.variables.enumerated() { columns[i] += readable(variable.values) }
    }
    return columns
  }

  // MARK: - Random files

  private func randomFile(_ random: inout SplitMix, _ separator: UInt8, _ mark: UInt8) -> [UInt8] {
    let columnCount = Int.random(in: 1...6, using: &random)
    let names = (0..<columnCount).map { (Bool.random(using: &random) ? "n" : "t") + "\($0)" }
    let lineEnds = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]].randomElement(using: &random)!
    func lineEnd(_ random: inout SplitMix) -> [UInt8] { Array(lineEnds.randomElement(using: &random)!.utf8) }
    var bytes = Array(names.joined(separator: String(UnicodeScalar(separator))).utf8) + lineEnd(&random)
    for row in 0..<Int.random(in: 1...60, using: &random) {
      for (column, name) in names.enumerated() {
        if column > 0 { bytes.append(separator) }
        if name.hasPrefix("n") {
          bytes += row == 0 ? [0x31] : randomNumber(&random, mark, separator)
        } else {
          bytes += row == 0 ? [0x78] : randomText(&random, separator)
        }
      }
      bytes += lineEnd(&random)
    }
    switch Int.random(in: 0..<4, using: &random) {
    case 0: while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    case 1: for _ in 0..<3 { bytes += lineEnd(&random) }
    default: break
    }
    return bytes
  }

  private func randomNumber(_ random: inout SplitMix, _ mark: UInt8, _ separator: UInt8) -> [UInt8] {
    var text: String
    switch Int.random(in: 0..<20, using: &random) {
    case 0: text = ["", " ", "NA", ".", "#N/A", "none", "9", "9.0", "null"].randomElement(using: &random)!
    case 1: text = ["abc", "1e", "0x10", "Infinity", "nan0", "1 2", "--1", "+"].randomElement(using: &random)!
    case 2: text = String(Int.random(in: -200...200, using: &random))
    case 3 where seedAllowsWide(random): text = String(Int.random(in: -40_000...40_000, using: &random))
    case 4 where seedAllowsWide(random): text = String(Double.random(in: -10...10, using: &random))
    case 5: text = ["007", "+5", "5.", "1e1", " 7 ", "\t3", "10.0", "-5"].randomElement(using: &random)!
    default: text = String(Int.random(in: 1...10, using: &random))
    }
    if separator == 0x09 { text = String(text.filter { $0 != "\t" }) }
    if mark == 0x2C { text = String(text.map { $0 == "." && text != "." ? "," : $0 }) }
    return Int.random(in: 0..<5, using: &random) == 0 ? Array("\"\(text)\"".utf8) : Array(text.utf8)
  }

  /// Some files hold only narrow integers, others everything.
  private func seedAllowsWide(_ random: SplitMix) -> Bool { random.seed % 3 != 0 }

  private func randomText(_ random: inout SplitMix, _ separator: UInt8) -> [UInt8] {
    let pieces = ["a", "b", "ab", " ", "é", "漢", "NA", "x y", ","]
    let special = ["\"\"", "\n", "\r", "\r\n", String(UnicodeScalar(separator)), "a", " ", "é"]
    let isQuoted = Int.random(in: 0..<3, using: &random) == 0
    if Int.random(in: 0..<10, using: &random) == 0 { return isQuoted ? [0x22, 0x39, 0x22] : [0x39] }
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let piece = (isQuoted && Bool.random(using: &random) ? special : pieces).randomElement(using: &random)!
      if !isQuoted, piece.utf8.first == separator { continue }
      bytes += Array(piece.utf8)
    }
    if isQuoted {
      // Sometimes text behind the closing quote, sometimes a quote within it.
      let tail = Int.random(in: 0..<8, using: &random) == 0 ? ["z", "z\"z"].randomElement(using: &random)! : ""
      return [0x22] + bytes + [0x22] + Array(tail.utf8)
    }
    if Int.random(in: 0..<8, using: &random) == 0 { bytes = [0x71, 0x22] + bytes }
    return bytes
  }
}

/// Steele, Lea and Flood's SplitMix64: small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64
  init(_ seed: UInt64) {
    self.seed = seed
    state = seed &* 0x9E37_79B9_7F4A_7C15
  }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
