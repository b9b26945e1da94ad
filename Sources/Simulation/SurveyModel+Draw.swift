import LinearAlgebra
import Platform
import Probability
public import Survey

extension SurveyModel {
  /// A survey drawn from the model.
  ///
  /// Columns: the respondent's number, wave, segment, weight, items, outcomes, stated importance. Waves are quotas, in
  /// order; segments are drawn by their share of the sample. Answers, segments and weights, missing values and stated
  /// ratings come from streams of their own, so that adding missing values does not change the answers.
  ///
  /// - Parameters:
  ///   - respondents: how many; the model's own number when `nil`.
  ///   - seed: the model's own when `nil`.
  ///   - areCodesMissing: "don't know" is a missing value rather than its code, as after reading with `--missing-codes`.
  /// - Throws: `DataFault.request`, `.notPositiveDefinite` for a model that cannot be.
  public func draw(respondents: Int? = nil, seed: UInt64? = nil, areCodesMissing: Bool = false) throws -> Dataset {
    let n = respondents ?? self.respondents
    guard n >= 1, n <= SurveyModel.respondentLimit else {
      throw DataFault.request(
        problem: "A survey of \(n) respondents cannot be drawn",
        suggestion: "Ask for 1 to \(SurveyModel.respondentLimit).")
    }
    let seed = seed ?? self.seed
    let cells = try cells()
    let (waveOf, segmentOf) = membership(n, seed)
    let segmentCount = segments?.parts.count ?? 1
    let cellOf = zip(waveOf, segmentOf).map { $0 * segmentCount + $1 }

    var columns: [Variable] = []
    if let identifier {
      let numbers =
        n <= Int(Int16.max) ? ColumnValues.int16((1...n).map(Int16.init)) : .double((1...n).map(Double.init))
      columns.append(Variable(name: identifier, values: numbers))
    }
    if let waves { columns.append(column(waves, waveOf)) }
    if let segments { columns.append(column(segments, segmentOf)) }
    if let weights { columns.append(weightColumn(weights, segmentOf, seed)) }

    let responses = responses(cells, cellOf, seed)
    var gaps = RandomStream(seed: seed, stream: 3)
    let answered = items.map { ($0.name, $0.label, $0.answer) } + outcomes.map { ($0.name, $0.label, $0.answer) }
    for (k, (name, label, answer)) in answered.enumerated() {
      let rule = AnswerRule(answer)
      let first = (factors.count + k) * n
      var values = responses[first..<first + n].map { response in
        let value = rule.value(response)
        return answer.scale.map { $0.oriented(value) } ?? value
      }
      if answer.empty + answer.dontKnow > 0 {
        for i in values.indices {
          let u = gaps.uniform()
          if u < answer.empty {
            values[i] = MissingValue.double(0)
          } else if u < answer.empty + answer.dontKnow {
            values[i] = areCodesMissing ? MissingValue.double(1) : dontKnowCode ?? MissingValue.double(0)
          }
        }
      }
      columns.append(
        Variable(
          name: name, label: label, values: narrowest(values),
          missingReasons: areCodesMissing ? [.empty, .code("\(Int(dontKnowCode ?? 0))")] : [.empty]))
    }
    columns += statedColumns(n, seed)
    return Dataset(variables: columns, rowCount: n)
  }

  // MARK: Parts of the population

  /// The wave and the segment of every respondent (0 when there is only one).
  private func membership(_ n: Int, _ seed: UInt64) -> (waves: [Int], segments: [Int]) {
    var stream = RandomStream(seed: seed, stream: 1)
    func place(_ u: Double, _ shares: [Double]) -> Int {
      var sum = 0.0
      for (k, share) in shares.enumerated() {
        sum += share
        if u < sum { return k }
      }
      return shares.count - 1
    }
    let waveShares = waves?.parts.map(\.sampled) ?? [1]
    let segmentShares = segments?.parts.map(\.sampled) ?? [1]
    return (
      (0..<n).map { place((Double($0) + 0.5) / Double(n), waveShares) },
      (0..<n).map { _ in place(stream.uniform(), segmentShares) }
    )
  }

  private func column(_ partition: Partition, _ memberOf: [Int]) -> Variable {
    let names = partition.parts.map(\.name)
    let numbers = names.compactMap { Int8($0) }
    if numbers.count == names.count, numbers.allSatisfy({ $0 >= MissingValue.int8Floor }) {
      return Variable(name: partition.variable, values: .int8(memberOf.map { numbers[$0] }))
    }
    return Variable(
      name: partition.variable, values: .text(codes: memberOf.map { Int32($0) }, categories: names))
  }

  private func weightColumn(_ weights: WeightColumn, _ segmentOf: [Int], _ seed: UInt64) -> Variable {
    var stream = RandomStream(seed: seed, stream: 2)
    let ratios = segments?.parts.map { $0.share / $0.sampled } ?? [1]
    let s = weights.logDeviation
    let values = segmentOf.map { segment in
      let factor = s == 0 ? 1 : exp(s * stream.normal() - s * s / 2)
      // Four decimals are what a fieldwork institute delivers; no weight is rounded to nothing.
      return max((ratios[segment] * factor * 10_000).rounded() / 10_000, 0.0001)
    }
    return Variable(name: weights.variable, values: .double(values))
  }

  // MARK: Answers

  /// The latent responses, variable by variable.
  private func responses(_ cells: [PopulationCell], _ cellOf: [Int], _ seed: UInt64) -> [Double] {
    let n = cellOf.count
    let count = cells[0].system.names.count
    var stream = RandomStream(seed: seed, stream: 0)
    let plans = cells.map { ResponsePlan($0.system) }
    var z = [Double](repeating: 0, count: cells[0].system.exogenous.count)
    var row = [Double](repeating: 0, count: count)
    return [Double](unsafeUninitializedCapacity: count * n) { responses, filled in
      for i in 0..<n {
        plans[cellOf[i]].draw(from: &stream, scratch: &z, into: &row)
        row.withUnsafeBufferPointer { row in
          for j in 0..<count { (responses.baseAddress! + j * n + i).initialize(to: row[j]) }
        }
      }
      filled = count * n
    }
  }

  private func statedColumns(_ n: Int, _ seed: UInt64) -> [Variable] {
    guard let stated else { return [] }
    var stream = RandomStream(seed: seed, stream: 4)
    let rated = items.filter { $0.stated != nil }
    var values = [[Double]](repeating: [], count: rated.count)
    let common = stated.correlation.squareRoot()
    let own = (1 - stated.correlation).squareRoot()
    for _ in 0..<n {
      let tendency = stream.normal()
      for (k, item) in rated.enumerated() {
        let rating = item.stated! + stated.deviation * (common * tendency + own * stream.normal())
        values[k].append(min(max(rating.rounded(), stated.scale.low), stated.scale.high))
      }
    }
    return zip(rated, values).map { item, column in
      Variable(
        name: stated.prefix + item.name, label: item.label.map { "Importance: " + $0 }, values: narrowest(column))
    }
  }

  /// Whole numbers in one byte where they fit.
  private func narrowest(_ values: [Double]) -> ColumnValues {
    let floor = Double(MissingValue.int8Floor)
    guard values.allSatisfy({ $0.isNaN || ($0 == $0.rounded() && floor <= $0 && $0 <= 127) }) else {
      return .double(values)
    }
    return .int8(values.map { value in MissingValue.reason(value).map(MissingValue.int8) ?? Int8(value) })
  }
}

/// A latent system laid out for drawing: every variable is a shift, a residual and a run of earlier variables.
private struct ResponsePlan {
  private let exogenous: [Int32]
  private let factor: [Double]
  private let shifts: [Double]
  private let residuals: [Double]
  /// Variable j follows from the parents `starts[j] ..< starts[j + 1]`.
  private let starts: [Int32]
  private let parents: [Int32]
  private let coefficients: [Double]
  private let isExogenous: [Bool]

  init(_ system: LatentSystem) {
    exogenous = system.exogenous.map(Int32.init)
    factor = system.exogenousFactor
    shifts = system.shifts
    residuals = system.residualDeviations
    let all = system.parents.joined()
    parents = all.map { Int32($0.index) }
    coefficients = all.map(\.coefficient)
    starts = system.parents.reduce(into: [0]) { $0.append($0.last! + Int32($1.count)) }
    isExogenous = system.names.indices.map(system.exogenous.contains)
  }

  /// One respondent: exogenous factors by the Cholesky factor of their correlations, then everything in order.
  func draw(from stream: inout RandomStream, scratch z: inout [Double], into row: inout [Double]) {
    for a in z.indices { z[a] = stream.normal() }
    z.withUnsafeBufferPointer { z in
      row.withUnsafeMutableBufferPointer { row in
        for a in exogenous.indices {
          let j = Int(exogenous[a])
          var value = shifts[j]
          let first = SymmetricMatrix.position(a, 0)
          for b in 0...a { value += factor[first + b] * z[b] }
          row[j] = value
        }
        for j in row.indices where !isExogenous[j] {
          var value = shifts[j] + residuals[j] * stream.normal()
          for k in Int(starts[j])..<Int(starts[j + 1]) { value += coefficients[k] * row[Int(parents[k])] }
          row[j] = value
        }
      }
    }
  }
}
