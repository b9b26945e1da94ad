import FuzzingChecks
import Testing

/// Random files, read in blocks of any size on any number of threads, against a reader that goes byte by byte.
@Suite struct CSVAgainstNaiveReaderTests {
  @Test(arguments: 0..<150)
  func `Blocks on several threads give what a reader of single bytes gives`(seed: UInt64) throws {
    var random = SplitMix(seed)
    let separator = [0x2C, 0x3B, 0x09, 0x7C].randomElement(using: &random)! as UInt8
    let mark: UInt8 = separator != 0x2C && Bool.random(using: &random) ? 0x2C : 0x2E
    let bytes = randomFile(&random, separator, mark)
    var check = CSVCheck()
    check.separator = separator
    check.decimalComma = mark == 0x2C
    check.codes = ["9", "none"]
    check.exemptsFirst = seed % 2 == 0
    check.sampleSize = [16, 1 << 16].randomElement(using: &random)!
    check.streams = true
    for jobs in [1, 2, 3, 7] {
      check.jobs = jobs
      check.blockSizes = [1, 2, 5, 16, 61, 300, 1 << 18]
      #expect(check.disagreement(bytes) == nil)
    }
  }

  /// Blocks long enough that quotes are settled eight bytes at a time, and digits four fields at a time.
  @Test(arguments: 0..<21)
  func `Long blocks give what a reader of single bytes gives`(seed: UInt64) throws {
    var random = SplitMix(1000 + seed)
    let separator = [0x2C, 0x3B, 0x09].randomElement(using: &random)! as UInt8
    // Numbers, decimal numbers, texts.
    let names = ["nnnn", "nnnnnnnnnnnnn", "tnnnnnnnn", "ttnnt", "ttt", "nnnnntd", "ddddd"][Int(seed) % 7]
    let mark: UInt8 = separator != 0x2C && Bool.random(using: &random) ? 0x2C : 0x2E
    let bytes = randomFile(
      &random, separator, mark, rows: 700, names: names.enumerated().map { "\($1)\($0)" })
    var check = CSVCheck()
    check.separator = separator
    // A comma that separates fields stands for decimals within quotes only.
    check.decimalComma = mark == 0x2C || separator == 0x2C && seed % 2 == 0
    check.codes = ["9", "none"]
    check.streams = true
    check.blockSizes = [4200, 5003, 8192, 1 << 18]
    for (jobs, skipsSecond) in [(1, true), (3, false)] {
      check.jobs = jobs
      check.skipsSecond = skipsSecond
      #expect(check.disagreement(bytes) == nil)
    }
  }

  // MARK: - Random files

  private func randomFile(_ random: inout SplitMix, _ separator: UInt8, _ mark: UInt8) -> [UInt8] {
    let columnCount = Int.random(in: 1...6, using: &random)
    let names = (0..<columnCount).map { (Bool.random(using: &random) ? "n" : "t") + "\($0)" }
    return randomFile(&random, separator, mark, rows: Int.random(in: 1...60, using: &random), names: names)
  }

  private func randomFile(
    _ random: inout SplitMix, _ separator: UInt8, _ mark: UInt8, rows: Int, names: [String]
  ) -> [UInt8] {
    let lineEnds = [["\n"], ["\r\n"], ["\r"], ["\n", "\r\n", "\r"]].randomElement(using: &random)!
    func lineEnd(_ random: inout SplitMix) -> [UInt8] { Array(lineEnds.randomElement(using: &random)!.utf8) }
    var bytes = Array(names.joined(separator: String(UnicodeScalar(separator))).utf8) + lineEnd(&random)
    for row in 0..<rows {
      for (column, name) in names.enumerated() {
        if column > 0 { bytes.append(separator) }
        if name.hasPrefix("d") {
          bytes += randomDecimal(&random, mark, separator)
        } else if name.hasPrefix("n") {
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

  /// A short decimal number such as a survey has; seldom something else.
  private func randomDecimal(_ random: inout SplitMix, _ mark: UInt8, _ separator: UInt8) -> [UInt8] {
    if Int.random(in: 0..<20, using: &random) == 0 { return randomNumber(&random, mark, separator) }
    let digits = String(Int.random(in: 0..<12_000, using: &random))
    let decimals = min(digits.count - 1, Int.random(in: 0...4, using: &random))
    if decimals == 0 { return Array(digits.utf8) }
    return Array(digits.dropLast(decimals).utf8) + [mark] + Array(digits.suffix(decimals).utf8)
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
