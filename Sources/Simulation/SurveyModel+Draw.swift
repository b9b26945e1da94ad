import Glibc
import LinearAlgebra
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
    precondition(n > 0, "a survey has respondents")
    let seed = seed ?? self.seed
    let cells = try cells()
    let (waveOf, segmentOf) = membership(n, seed)
    let segmentCount = segments?.parts.count ?? 1
    let cellOf = zip(waveOf, segmentOf).map { $0 * segmentCount + $1 }

    var columns: [Variable] = []
    if let identifier {
      columns.append(Variable(name: identifier, values: .double((1...n).map(Double.init)), missingReasons: ["empty"]))
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
          missingReasons: areCodesMissing ? ["empty", "code \(Int(dontKnowCode ?? 0))"] : ["empty"]))
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
    let exogenous = cells[0].system.exogenous
    let isExogenous = (0..<count).map { exogenous.contains($0) }
    let factor = cells[0].system.exogenousFactor
    var stream = RandomStream(seed: seed, stream: 0)
    var responses = [Double](repeating: 0, count: count * n)
    var z = [Double](repeating: 0, count: exogenous.count)
    var row = [Double](repeating: 0, count: count)
    for i in 0..<n {
      let system = cells[cellOf[i]].system
      for a in z.indices { z[a] = stream.normal() }
      for (a, j) in exogenous.enumerated() {
        var value = system.shifts[j]
        for b in 0...a { value += factor[SymmetricMatrix.position(a, b)] * z[b] }
        row[j] = value
      }
      for j in 0..<count {
        if !isExogenous[j] {
          var value = system.shifts[j] + system.residualDeviations[j] * stream.normal()
          for parent in system.parents[j] { value += parent.coefficient * row[parent.index] }
          row[j] = value
        }
        responses[j * n + i] = row[j]
      }
    }
    return responses
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
