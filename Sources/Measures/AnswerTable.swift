import LinearAlgebra
import Survey

/// The answers to one variable with how often each was given: for narrow integers and texts one entry per different
/// answer, for doubles one per row.
struct AnswerTable {
  struct Entry {
    var value: Double
    var text: String?
    var rows = 0.0
    var weight = 0.0
    var squaredWeight = 0.0

    mutating func add(_ w: Double) {
      // A row without weight is no respondent.
      if w == 0 { return }
      rows += 1
      weight += w
      squaredWeight += w * w
    }
  }

  private(set) var entries: [Entry] = []
  /// By reason.
  private(set) var missing = [Entry](repeating: Entry(value: .nan), count: MissingValue.reasonLimit)
  private(set) var distinct = 0
  /// The answers worth listing one by one.
  private(set) var frequencies: [Entry] = []
  /// Different numbers in ascending order; empty of texts.
  private(set) var ascending: [Entry] = []

  init(_ variable: Variable, scale: RatingScale?, weights: [Double]?, in dataset: Dataset) throws {
    if !variable.isText {
      var readable = variable
      readable.unreadable = nil
      _ = try readable.scanned(role: "an item", scale: scale, in: dataset)
    }
    switch variable.values {
    case .int8(let v): tabulate(v, least: Int(Int8.min), span: 256, weights) { Int($0) }
    case .int16(let v): tabulate(v, least: Int(Int16.min), span: 65_536, weights) { Int($0) }
    case .double(let v): list(v, weights)
    case .text(let codes, let categories): tabulate(codes, categories, weights)
    }
  }

  /// Counts by value; the lowest values of the type are the missing reasons.
  private mutating func tabulate<T: FixedWidthInteger>(
    _ values: [T], least: Int, span: Int, _ weights: [Double]?, _ number: (T) -> Int
  ) {
    var table = [Entry](repeating: Entry(value: 0), count: span)
    if let weights {
      for i in values.indices { table[number(values[i]) - least].add(weights[i]) }
    } else {
      var counts = [Int](repeating: 0, count: span)
      for value in values { counts[number(value) - least] += 1 }
      for i in 0..<span {
        table[i].rows = Double(counts[i])
        table[i].weight = Double(counts[i])
        table[i].squaredWeight = Double(counts[i])
      }
    }
    for i in 0..<span where table[i].rows > 0 {
      if i < MissingValue.reasonLimit {
        missing[i] = table[i]
      } else {
        table[i].value = Double(i + least)
        entries.append(table[i])
      }
    }
    distinct = entries.count
    ascending = entries
    frequencies = distinct <= ItemDescription.frequencyLimit ? entries : []
  }

  private mutating func list(_ values: [Double], _ weights: [Double]?) {
    entries.reserveCapacity(values.count)
    for (i, value) in values.enumerated() {
      let w = weights?[i] ?? 1
      if let reason = MissingValue.reason(value) {
        missing[reason].add(w)
      } else if w > 0 {
        var entry = Entry(value: value)
        entry.add(w)
        entries.append(entry)
      }
    }
    if weights == nil {
      for value in entries.map(\.value).sorted() { append(Entry(value: value, rows: 1, weight: 1, squaredWeight: 1)) }
    } else {
      // Small elements sort several times faster than entries.
      let pairs = entries.map { (value: $0.value, weight: $0.weight) }.sorted { $0.value < $1.value }
      for (value, weight) in pairs {
        append(Entry(value: value, rows: 1, weight: weight, squaredWeight: weight * weight))
      }
    }
    distinct = ascending.count
    frequencies = distinct <= ItemDescription.frequencyLimit ? ascending : []
  }

  /// Adds an answer that is not below those before it.
  private mutating func append(_ entry: Entry) {
    guard let last = ascending.indices.last, ascending[last].value == entry.value else {
      return ascending.append(entry)
    }
    ascending[last].rows += entry.rows
    ascending[last].weight += entry.weight
    ascending[last].squaredWeight += entry.squaredWeight
  }

  private mutating func tabulate(_ codes: [Int32], _ categories: [String], _ weights: [Double]?) {
    var table = categories.enumerated().map { Entry(value: Double($0), text: $1) }
    for (i, code) in codes.enumerated() {
      let w = weights?[i] ?? 1
      if let reason = MissingValue.reason(text: code) {
        missing[min(reason, MissingValue.reasonLimit - 1)].add(w)
      } else {
        table[Int(code)].add(w)
      }
    }
    entries = table.filter { $0.rows > 0 }
    distinct = entries.count
    frequencies = Array(
      entries.sorted { a, b in
        a.weight != b.weight
          ? a.weight > b.weight : a.text!.unicodeScalars.lexicographicallyPrecedes(b.text!.unicodeScalars)
      }.prefix(ItemDescription.frequencyLimit))
  }
}

/// Mean, spread and shape of a table of answers. Sums of weights, values and squared deviations are kept in twice the
/// precision, so that mean and standard deviation are as good as the data (see `UnivariateStatistics`).
struct AnswerShape {
  let mean: Double
  let standardDeviation: Double?
  let standardError: Double?
  let skewness: Double?
  let kurtosis: Double?

  /// - Parameter sampled: respondents of the whole sample; `nil`: those who answered.
  init(_ entries: [AnswerTable.Entry], n: Double, kind: WeightsKind?, sampled: Double? = nil) {
    var weights = DoubleDouble.zero
    var products = DoubleDouble.zero
    for entry in entries {
      weights += entry.weight
      products.add(product: entry.weight, entry.value)
    }
    let center = products / weights
    var squares = DoubleDouble.zero
    var (m3, m4, linearized) = (0.0, 0.0, 0.0)
    for entry in entries {
      let deviation = -center + entry.value
      squares += deviation * deviation * entry.weight
      let d = deviation.high
      let square = d * d
      m3 += entry.weight * square * d
      m4 += entry.weight * square * square
      linearized += entry.squaredWeight * square
    }
    let (total, m2) = (weights.high, squares.high)
    mean = center.high
    guard n > 1 else {
      (standardDeviation, standardError, skewness, kurtosis) = (nil, nil, nil, nil)
      return
    }
    let spread = squares / weights * n / (n - 1)
    let variance = spread.high
    standardDeviation = spread.squareRoot().high
    let units = max(n, sampled ?? n)
    standardError =
      kind == .sampling
      ? (linearized * (units / (units - 1))).squareRoot() / total : (variance / n).squareRoot()

    // With W = Σw scaled to n: s² = M2/(W − 1), skewness W·M3/((W − 1)(W − 2)s³),
    // kurtosis (W(W + 1)M4 − 3(W − 1)M2²)/((W − 1)(W − 2)(W − 3)s⁴).
    let scale = n / total
    let s = (m2 * scale / (n - 1)).squareRoot()
    let hasShape = m2 > 0 && s * s * s * s > 0 && m4.isFinite
    skewness = hasShape && n > 2 ? n / ((n - 1) * (n - 2)) * (m3 * scale / (s * s * s)) : nil
    kurtosis =
      hasShape && n > 3
      ? n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * (m4 * scale / (s * s * s * s)) - 3 * (n - 1) * (n - 1)
        / ((n - 2) * (n - 3)) : nil
  }
}
