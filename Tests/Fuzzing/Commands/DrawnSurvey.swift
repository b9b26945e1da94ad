import Foundation

/// Steele, Lea and Flood's SplitMix64: small, seeded, the same everywhere.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }
  mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &self)] }
  mutating func normal() -> Double {
    // Box and Muller.
    (-2 * log(Double.random(in: .ulpOfOne..<1, using: &self))).squareRoot()
      * cos(2 * .pi * Double.random(in: 0..<1, using: &self))
  }
}

/// A survey such as people have: ratings that pile up at the top, missing answers, decimals, a segment, weights, clusters; and
/// how it is written down.
struct DrawnSurvey {
  enum Column {
    case ratings([Int?])
    case decimals([Double?])
    case texts([String?])
  }

  private(set) var columns: [(name: String, column: Column)] = []
  let rowCount: Int
  let items: [String]
  let outcomes: [String]
  let points: Int
  let missingCode: Int?
  let separator: Character
  let isDecimalComma: Bool
  private let isQuoted: Bool
  private let lineEnd: String

  init(_ random: inout SplitMix) {
    rowCount = random.pick([30, 60, 120, 250, 400])
    points = random.pick([5, 7, 10])
    let itemCount = Int.random(in: 2...9, using: &random)
    items = (1...itemCount).map { "q\($0)" }
    outcomes = random.chance(0.3) ? ["overall", "again"] : ["overall"]
    missingCode = random.chance(0.3) ? 99 : nil
    separator = random.pick([",", ";", "\t", "|"])
    isDecimalComma = separator != "," && random.chance(0.4)
    isQuoted = random.chance(0.3)
    lineEnd = random.pick(["\n", "\r\n"])
    let halo = Double.random(in: 0...1.5, using: &random)
    let ceiling = Double.random(in: -0.5...1.5, using: &random)
    let gaps = random.pick([0, 0, 0.02, 0.15])
    let traits = (0..<rowCount).map { _ in random.normal() }
    func rating(_ value: Double, _ points: Int) -> Int {
      min(points, max(1, Int((value * Double(points) / 5 + Double(points + 1) / 2 + ceiling).rounded())))
    }
    var sums = [Double](repeating: 0, count: rowCount)
    for item in items {
      let values = traits.map { halo * $0 + random.normal() }
      for row in values.indices { sums[row] += values[row] * Double.random(in: 0...0.6, using: &random) }
      columns.append((item, .ratings(values.map { random.chance(gaps) ? nil : rating($0, points) })))
    }
    for outcome in outcomes {
      let noise = Double.random(in: 0.3...2, using: &random)
      columns.append((outcome, .ratings(sums.map { rating($0 + noise * random.normal(), points) })))
    }
    columns.append(("spend", .decimals((0..<rowCount).map { _ in (random.normal() * 400 + 2000).rounded() / 8 })))
    columns.append(("w", .decimals((0..<rowCount).map { _ in Double(Int.random(in: 2...14, using: &random)) / 4 })))
    columns.append(("segment", .texts((0..<rowCount).map { _ in random.pick(["new", "old", "lost"]) })))
    columns.append(("shop", .ratings((0..<rowCount).map { $0 % 10 + 1 })))
    columns.append(("region", .ratings((0..<rowCount).map { $0 % 10 / 5 + 1 })))
    columns.append(("remark", .texts((0..<rowCount).map { random.chance(0.5) ? "line \($0)\nof \"two\"" : nil })))
  }

  func ratings(_ name: String) -> [Int?]? {
    guard case .ratings(let values)? = columns.first(where: { $0.name == name })?.column else { return nil }
    return values
  }

  /// The file.
  var text: String {
    var lines = [columns.map(\.name).joined(separator: String(separator))]
    for row in 0..<rowCount {
      lines.append(columns.map { field($0.column, row) }.joined(separator: String(separator)))
    }
    return lines.joined(separator: lineEnd) + lineEnd
  }

  private func field(_ column: Column, _ row: Int) -> String {
    let text: String
    switch column {
    case .ratings(let values): text = values[row].map(String.init) ?? missingCode.map(String.init) ?? ""
    case .decimals(let values):
      let number = values[row].map { "\($0)" } ?? ""
      text = isDecimalComma ? number.replacingOccurrences(of: ".", with: ",") : number
    case .texts(let values):
      guard let value = values[row] else { return "" }
      return "\"" + value.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
    return isQuoted ? "\"\(text)\"" : text
  }
}
