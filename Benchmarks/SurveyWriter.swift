import Platform

/// Writes a survey to standard output: an outcome y and correlated ratings x1, x2, … with falling effects on it, every value
/// from 1 to 7; in decimal-comma files from 1,0 to 7,5. Grouped files have a weight w from .50 to 1.99 and groups g of 7 and h of
/// 100 values behind them. The same numbers on every machine.
struct SurveyWriter {
  enum Style: String {
    case plain, quoted, grouped
    case decimalComma = "decimal-comma"
  }

  var rows: Int
  var drivers: Int
  var style: Style

  private var state: UInt64 = 7

  init(rows: Int, drivers: Int, style: Style) {
    self.rows = rows
    self.drivers = drivers
    self.style = style
  }

  consuming func write() {
    let separator = UInt8(ascii: style == .decimalComma ? ";" : ",")
    let names = ["y"] + (0..<drivers).map { "x\($0 + 1)" } + (style == .grouped ? ["w", "g", "h"] : [])
    var bytes = Array((names.joined(separator: style == .decimalComma ? ";" : ",") + "\n").utf8)
    var ratings = [Int](repeating: 0, count: drivers)
    let effects = (0..<drivers).map { Double(drivers - $0) / Double(drivers * (drivers + 1) / 2) }
    for _ in 0..<rows {
      let common = uniform()
      var mean = 0.0
      for j in 0..<drivers {
        ratings[j] = 1 + Int(7 * (0.5 * common + 0.5 * uniform()))
        mean += effects[j] * Double(ratings[j])
      }
      append(min(max(Int(mean + 2 * uniform() - 0.5), 1), 7), to: &bytes)
      for rating in ratings {
        bytes.append(separator)
        append(rating, to: &bytes)
      }
      if style == .grouped {
        let weight = 50 + Int(150 * uniform())
        bytes +=
          ",\(weight / 100).\(weight % 100 / 10)\(weight % 10),\(1 + Int(7 * uniform())),\(1 + Int(100 * uniform()))"
          .utf8
      }
      bytes.append(UInt8(ascii: "\n"))
      if bytes.count > 1 << 20 { flush(&bytes) }
    }
    flush(&bytes)
  }

  private mutating func append(_ rating: Int, to bytes: inout [UInt8]) {
    let digit = UInt8(ascii: "0") + UInt8(rating)
    switch style {
    case .plain, .grouped: bytes.append(digit)
    case .quoted: bytes += [UInt8(ascii: "\""), digit, UInt8(ascii: "\"")]
    case .decimalComma: bytes += [digit, UInt8(ascii: ","), UInt8(ascii: uniform() < 0.5 ? "0" : "5")]
    }
  }

  private func flush(_ bytes: inout [UInt8]) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { writeBytes(1, $0.baseAddress! + start, bytes.count - start) }
      precondition(count > 0, "standard output can be written")
      start += count
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Steele, Lea and Flood's SplitMix64 (doi:10.1145/2660193.2660195), as a number from 0 to 1.
  private mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((z ^ (z >> 31)) >> 11) * 0x1p-53
  }
}
