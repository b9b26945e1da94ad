import Survey

/// A plan as one word that stands in every row of its sums: `form=1 blocks=200 columns=pq1|pq2 …`.
///
/// Names are percent-encoded, so that the text needs quotes neither in SQL nor in CSV.
extension SumsPlan {
  /// The text. Equal plans have equal texts.
  package var text: String {
    let numbers = numbers.map { number in
      var parts = [encoded(number.name)]
      parts.append(number.scale.map { "\($0.first)" } ?? "")
      parts.append(number.scale.map { "\($0.last)" } ?? "")
      return (parts + number.codes.map(encoded)).joined(separator: ":")
    }
    let terms = terms.map { term in
      term.items.isEmpty
        ? encoded(term.name)
        : ([encoded(term.name), "\(term.needed)"]
          + term.items.map { "\(encoded($0.name)):\($0.origin):\($0.unit):\($0.factor)" }).joined(separator: "/")
    }
    var fields = [
      ("form", "1"), ("blocks", "\(blocks)"), ("columns", list(columns)), ("terms", terms.joined(separator: "|")),
      ("numbers", numbers.joined(separator: "|")), ("ratings", list(ratings)),
    ]
    if let weights { fields.append(("weights", "\(encoded(weights.variable)):\(weights.kind.rawValue)")) }
    if !by.isEmpty { fields.append(("by", list(by))) }
    if let key { fields.append(("key", encoded(key))) }
    return fields.map { "\($0)=\($1)" }.joined(separator: " ")
  }

  /// Reads the text of a plan; `nil` when it is none.
  package init?(text: String) {
    var fields: [String: String] = [:]
    for field in text.split(separator: " ") {
      let parts = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, fields.updateValue(String(parts[1]), forKey: String(parts[0])) == nil else { return nil }
    }
    func list(_ key: String) -> [String]? {
      guard let text = fields[key] else { return nil }
      return text.isEmpty ? [] : text.split(separator: "|", omittingEmptySubsequences: false).compactMap { decoded($0) }
    }
    guard fields["form"] == "1", let blocks = fields["blocks"].flatMap({ Int($0) }), blocks > 0, blocks < 1 << 24,
      let columns = list("columns"), let ratings = list("ratings")
    else { return nil }
    let terms = (fields["terms"] ?? "").split(separator: "|").compactMap { SumsPlan.term($0) }
    let numbers = (fields["numbers"] ?? "").split(separator: "|").compactMap { SumsPlan.number($0) }
    guard !terms.isEmpty, terms.count == (fields["terms"] ?? "").split(separator: "|").count,
      numbers.count == (fields["numbers"] ?? "").split(separator: "|").count,
      Set(numbers.map(\.name)).count == numbers.count
    else { return nil }
    // What is summed is read, and everything that is read is known.
    let known = Set(numbers.map(\.name))
    let used = terms.flatMap { $0.items.isEmpty ? [$0.name] : $0.items.map(\.name) } + ratings
    guard known.isSuperset(of: used), known == Set(columns), Set(columns).count == columns.count else { return nil }
    var weights: AnalysisRoles.Weighting?
    if let field = fields["weights"] {
      let parts = field.split(separator: ":")
      guard parts.count == 2, let name = decoded(parts[0]), let kind = WeightsKind(rawValue: String(parts[1])) else {
        return nil
      }
      weights = AnalysisRoles.Weighting(variable: name, kind: kind)
    }
    self.init(
      columns: columns, terms: terms, numbers: numbers, ratings: ratings, weights: weights, by: list("by") ?? [],
      key: fields["key"].flatMap { decoded($0[...]) }, blocks: blocks)
  }

  private static func term(_ text: Substring) -> Term? {
    let parts = text.split(separator: "/")
    guard let first = parts.first, let name = decoded(first) else { return nil }
    if parts.count == 1 { return Term(name: name) }
    let items = parts.dropFirst(2).compactMap { item -> Item? in
      let fields = item.split(separator: ":")
      guard fields.count == 4, let name = decoded(fields[0]), let origin = Double(fields[1]),
        let unit = Double(fields[2]), unit != 0, let factor = Double(fields[3])
      else { return nil }
      return Item(name: name, origin: origin, unit: unit, factor: factor)
    }
    guard parts.count > 2, items.count == parts.count - 2, let needed = Int(parts[1]), needed >= 1,
      needed <= items.count
    else { return nil }
    return Term(name: name, items: items, needed: needed)
  }

  private static func number(_ text: Substring) -> Number? {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count >= 3, let name = decoded(fields[0]) else { return nil }
    var scale: RatingScale?
    if !fields[1].isEmpty {
      guard let first = Double(fields[1]), let last = Double(fields[2]), first != last else { return nil }
      scale = RatingScale(first, last)
    }
    return Number(name: name, scale: scale, codes: fields.dropFirst(3).compactMap { decoded($0) })
  }
}

private func list(_ names: [String]) -> String { names.map(encoded).joined(separator: "|") }

private let plainBytes = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-".utf8)
private let digits = Array("0123456789ABCDEF".utf8)

/// The text with every byte that is no letter, digit, `_`, `.` or `-` as `%` and two digits.
private func encoded(_ text: String) -> String {
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    if plainBytes.contains(byte) {
      bytes.append(byte)
    } else {
      bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func decoded(_ text: Substring) -> String? {
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap({ digits.firstIndex(of: $0) }),
      let low = rest.popFirst().flatMap({ digits.firstIndex(of: $0) })
    else { return nil }
    bytes.append(UInt8(high << 4 | low))
  }
  return String(validating: bytes, as: UTF8.self)
}
