import LinearAlgebra
import Survey

/// The numbers of a moments file before they are put together, each kept once.
struct MomentEntries {
  let source: String
  var names: [String] = []
  var n: Double?
  var sumOfWeights: Double?
  var sumOfSquaredWeights: Double?
  var weights: WeightsKind?
  var means: [String: Double] = [:]
  var variances: [String: Double] = [:]
  var covariances: [Pair: Double] = [:]
  var correlations: [Pair: Double] = [:]
  var pairCounts: [Pair: Double] = [:]

  /// Two variables in either order.
  struct Pair: Hashable {
    var a: String
    var b: String
    init(_ a: String, _ b: String) { (self.a, self.b) = a < b ? (a, b) : (b, a) }
  }

  init(source: String) { self.source = source }

  func fault(_ problem: Sentence) -> MatrixFault { .momentsFile(source: source, problem: problem) }

  /// Numbers that are printed twice agree when they differ by rounding only.
  private func agree(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(a), abs(b)) }

  mutating func note(_ name: String) { if !names.contains(name) { names.append(name) } }

  mutating func set(
    _ table: WritableKeyPath<MomentEntries, [Pair: Double]>, _ a: String, _ b: String, _ value: Double
  ) throws {
    note(a)
    note(b)
    let pair = Pair(a, b)
    if let known = self[keyPath: table][pair], !agree(known, value) { throw MatrixFault.notSymmetric(a: a, b: b) }
    self[keyPath: table][pair] = value
  }

  mutating func set(
    _ table: WritableKeyPath<MomentEntries, [String: Double]>, _ a: String, _ value: Double, _ what: String
  ) throws {
    note(a)
    if let known = self[keyPath: table][a], !agree(known, value) {
      throw fault("it gives two different \(what)s for '\(a)'")
    }
    self[keyPath: table][a] = value
  }

  /// Puts the numbers together, after checking that they can belong to answers.
  func moments() throws -> Moments {
    if names.isEmpty { throw fault("it names no variables") }
    if let n, !(n > 1 && n < 1e15) {
      throw fault("\(plain(n)) cannot be a number of respondents: at least 2 are needed")
    }
    let order = names.count
    var isCorrelation = false
    var matrix = SymmetricMatrix(order: order)
    if !covariances.isEmpty {
      for i in 0..<order {
        for j in 0...i {
          let own = i == j ? variances[names[i]] : nil
          guard let value = covariances[Pair(names[i], names[j])] ?? own else {
            throw fault("the covariance of '\(names[i])' with '\(names[j])' is missing")
          }
          matrix[i, j] = value
        }
        if !(matrix[i, i] > 0) {
          throw fault("the variance of '\(names[i])' is \(plain(matrix[i, i])); it must be positive")
        }
      }
    } else if !correlations.isEmpty {
      for i in 0..<order {
        for j in 0..<i {
          guard let value = correlations[Pair(names[i], names[j])] else {
            throw fault("the correlation of '\(names[i])' with '\(names[j])' is missing")
          }
          matrix[i, j] = value
        }
        let own = correlations[Pair(names[i], names[i])] ?? 1
        if abs(own - 1) > 1e-6 { throw fault("the correlation of '\(names[i])' with itself is \(plain(own)), not 1") }
        matrix[i, i] = 1
      }
      for (name, variance) in variances where !(variance > 0) {
        throw fault("the variance of '\(name)' is \(plain(variance)); it must be positive")
      }
      isCorrelation = !names.allSatisfy { variances[$0] != nil }
      if !isCorrelation {
        let deviations = names.map { variances[$0]!.squareRoot() }
        for i in 0..<order { for j in 0...i { matrix[i, j] *= deviations[i] * deviations[j] } }
      }
    } else {
      throw fault("it gives neither covariances nor correlations")
    }
    for i in 0..<order {
      for j in 0..<i {
        let r = matrix[i, j] / matrix[i, i].squareRoot() / matrix[j, j].squareRoot()
        if abs(r) > 1 + 1e-6 {
          throw fault(
            "the correlation of '\(names[i])' with '\(names[j])' is \(plain((r * 1e6).rounded() / 1e6)), outside -1 to 1"
          )
        }
      }
    }
    let known = names.compactMap { means[$0] }
    if !known.isEmpty && known.count < order {
      let without = names.first { means[$0] == nil }!
      throw fault("it gives means, but none of '\(without)'")
    }
    let result = assembled(matrix, isCorrelation: isCorrelation, means: known.isEmpty ? nil : known)
    if result.treatment.missing == .listwise { try result.requirePositiveDefinite() }
    return result
  }

  private func assembled(_ matrix: SymmetricMatrix, isCorrelation: Bool, means: [Double]?) -> Moments {
    let n = n ?? .nan
    // Without n the scatter stands for one respondent's worth: only ratios of it mean anything.
    let total = sumOfWeights ?? (n.isNaN ? 1 : n)
    let scale = n.isNaN ? total : total * (n - 1) / n
    var counts: SymmetricMatrix?
    if !pairCounts.isEmpty {
      var table = SymmetricMatrix(order: names.count)
      for i in names.indices {
        for j in 0...i { table[i, j] = pairCounts[Pair(names[i], names[j])] ?? n }
      }
      counts = table
    }
    return Moments(
      names: names, n: n, sumOfWeights: total, sumOfSquaredWeights: sumOfSquaredWeights ?? total, means: means,
      scatter: SymmetricMatrix(order: matrix.order, packed: matrix.packed.map { $0 * scale }), pairCounts: counts,
      isCorrelation: isCorrelation,
      treatment: .init(missing: counts == nil ? .listwise : .pairwise, weights: weights))
  }
}

extension MomentEntries {
  /// Reads `statistic,a,b,value`.
  init(long dataset: Dataset, source: String) throws {
    self.init(source: source)
    let columns = dataset.variables
    let statistic = columns[0].strings
    let a = columns[1].strings
    let b = columns[2].strings
    let values = try columns[3].momentNumbers(in: dataset)
    for row in 0..<dataset.rowCount {
      let where_ = "row \(dataset.rowNumber(row))"
      guard let word = statistic[row]?.lowercased() else { throw fault("\(where_) names no statistic") }
      let value = values[row]
      if value.isNaN { throw fault("\(where_) ('\(word)') has no value") }
      switch word {
      case "n": n = value
      case "sum_of_weights": (sumOfWeights, weights) = (value, .sampling)
      case "sum_of_squared_weights": (sumOfSquaredWeights, weights) = (value, .sampling)
      case "sum_of_precisions": (sumOfWeights, weights) = (value, .precision)
      case "sum_of_squared_precisions": (sumOfSquaredWeights, weights) = (value, .precision)
      case "mean", "sd", "variance":
        guard let name = a[row] else { throw fault("\(where_) ('\(word)') names no variable in column a") }
        if word == "mean" {
          try set(\.means, name, value, "mean")
        } else {
          if value < 0 { throw fault("the \(word) of '\(name)' is \(plain(value)); it must be positive") }
          try set(\.variances, name, word == "sd" ? value * value : value, "spread")
        }
      case "covariance", "correlation", "pair_n":
        guard let first = a[row], let second = b[row] ?? (word == "covariance" ? nil : a[row]) else {
          throw fault("\(where_) ('\(word)') must name two variables, in columns a and b")
        }
        let table =
          word == "covariance"
          ? \MomentEntries.covariances : word == "correlation" ? \.correlations : \.pairCounts
        try set(table, first, second, value)
      default:
        throw fault(
          "\(where_): '\(word)' is not a statistic this program knows (n, mean, sd, variance, covariance, correlation, "
            + "sum_of_weights, sum_of_squared_weights, pair_n)")
      }
    }
    for sum in [sumOfWeights, sumOfSquaredWeights].compactMap({ $0 }) where !(sum > 0) {
      throw fault("a sum of weights is \(plain(sum)); it must be positive")
    }
  }
}

extension Variable {
  /// The values as they would be written in a file; a missing one is `nil`.
  var strings: [String?] {
    if case .text(let codes, let categories) = values { return codes.map { $0 < 0 ? nil : categories[Int($0)] } }
    return doubles.map { $0.isNaN ? nil : plain($0) }
  }

  /// The values as numbers. Throws `DataFault.notNumeric` with the first text, and `.notFinite`.
  func momentNumbers(in dataset: Dataset) throws -> [Double] {
    if case .text(let codes, let categories) = values {
      guard let row = codes.firstIndex(where: { $0 >= 0 }) else { return codes.map { _ in .nan } }
      throw DataFault.notNumeric(
        variable: name, row: dataset.rowNumber(row), value: categories[Int(codes[row])],
        count: codes.reduce(0) { $0 + ($1 < 0 ? 0 : 1) })
    }
    _ = try scanned(role: "a value", scale: nil, in: dataset)
    return doubles
  }
}
