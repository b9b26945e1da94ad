import LinearAlgebra
package import Measures
import Platform
import Probability
package import Survey

extension SurveyModel {
  /// The moments that an analyst would find with infinitely many respondents: players, then outcomes.
  ///
  /// Exact: the product moment of two answers on scales is a sum of bivariate normal probabilities over pairs of
  /// thresholds, E[(X − a)(Y − b)] = Σⱼ Σₖ P(X* > τⱼ, Y* > υₖ); segments and waves are mixed moment by moment. Answers
  /// missing at random change only composites, which then average whatever items are answered: their moments are taken
  /// over all patterns of missing items. Composites of unequal scales are on 0–100. `scatter` is for the model's number
  /// of respondents, so that `covariance` is the population's.
  ///
  /// - Parameters:
  ///   - players: composites, or items (groups have the moments of their items).
  ///   - wave, segment: one part of the population; `nil` mixes all.
  ///   - answeredShare: the share of a composite's items that must be answered.
  /// - Throws: `DataFault` for a model that cannot be, or a part that it does not have.
  package func populationMoments(
    players: StudySpecification.Players = .composites, wave: String? = nil, segment: String? = nil,
    answeredShare: Double = 0.5
  ) throws -> Moments {
    let constructs = drivers.compactMap { factor($0) }
    let driverItems = constructs.flatMap(\.items).compactMap { item($0) }
    let raw = try answerMoments(driverItems, wave: wave, segment: segment)
    let playerMap =
      players == .composites
      ? try compositeMap(constructs, driverItems, answeredShare) : AnswerMap(identity: driverItems.count)
    let names = (players == .composites ? constructs.map(\.name) : driverItems.map(\.name)) + outcomes.map(\.name)

    let p = playerMap.weights.count
    var means = [Double](repeating: 0, count: names.count)
    var products = SymmetricMatrix(order: names.count)
    let first = driverItems.count
    func x(_ i: Int) -> Double { playerMap.offset[i] + playerMap.slope[i] * raw.means[i] }
    /// E[x_i x_j] of the rescaled answers.
    func xx(_ i: Int, _ j: Int) -> Double {
      playerMap.offset[i] * x(j) + playerMap.slope[i] * raw.means[i] * playerMap.offset[j]
        + playerMap.slope[i] * playerMap.slope[j] * raw.products[i, j]
    }
    for a in 0..<p {
      means[a] = playerMap.weights[a].reduce(0) { $0 + $1.weight * x($1.item) }
      for b in 0...a {
        products[a, b] =
          a == b
          ? playerMap.pairs[a].reduce(0) { $0 + $1.weight * xx($1.first, $1.second) }
          : playerMap.weights[a].reduce(0) { sum, u in
            sum + playerMap.weights[b].reduce(0) { $0 + u.weight * $1.weight * xx(u.item, $1.item) }
          }
      }
      for o in outcomes.indices {
        products[a, p + o] = playerMap.weights[a].reduce(0) {
          $0 + $1.weight
            * (playerMap.offset[$1.item] * raw.means[first + o]
              + playerMap.slope[$1.item] * raw.products[$1.item, first + o])
        }
      }
    }
    for o in outcomes.indices {
      means[p + o] = raw.means[first + o]
      for q in 0...o { products[p + o, p + q] = raw.products[first + o, first + q] }
    }
    let n = Double(max(respondents, 2))
    var scatter = SymmetricMatrix(order: names.count)
    for a in names.indices {
      for b in 0...a { scatter[a, b] = (products[a, b] - means[a] * means[b]) * (n - 1) }
    }
    return Moments(
      names: names, n: n, sumOfWeights: n, sumOfSquaredWeights: n, means: means, scatter: scatter)
  }

  // MARK: Composites

  /// How players are made of answers: expected weights of single answers and of pairs, over patterns of missing ones.
  private struct AnswerMap {
    var weights: [[(item: Int, weight: Double)]]
    var pairs: [[(first: Int, second: Int, weight: Double)]]
    /// x = offset + slope · answer.
    var offset: [Double]
    var slope: [Double]

    init(weights: [[(item: Int, weight: Double)]], pairs: [[(first: Int, second: Int, weight: Double)]], count: Int) {
      self.weights = weights
      self.pairs = pairs
      offset = [Double](repeating: 0, count: count)
      slope = [Double](repeating: 1, count: count)
    }

    init(identity count: Int) {
      self.init(
        weights: (0..<count).map { [($0, 1)] }, pairs: (0..<count).map { [($0, $0, 1)] }, count: count)
    }
  }

  private func compositeMap(_ constructs: [Factor], _ items: [Item], _ answeredShare: Double) throws -> AnswerMap {
    var map = AnswerMap(weights: [], pairs: [], count: items.count)
    var first = 0
    for construct in constructs {
      let members = Array(first..<first + construct.items.count)
      first += members.count
      let scales = members.map { items[$0].answer.scale }
      if let one = scales[0], scales.contains(where: { $0.map { ($0.low, $0.high) != (one.low, one.high) } ?? true }) {
        for (k, scale) in zip(members, scales) {
          guard let scale else {
            throw DataFault.request(
              problem: "'\(construct.name)' mixes continuous items with rated ones",
              suggestion: "Give all of them a scale, or none.")
          }
          map.slope[k] = 100 / (scale.high - scale.low)
          map.offset[k] = -scale.low * map.slope[k]
        }
      }
      guard members.count <= 16 else {
        throw DataFault.request(
          problem: "'\(construct.name)' has \(members.count) items, too many for exact shares of the population",
          suggestion: "At most 16 items are possible.")
      }
      let (weights, pairs) = expectedWeights(members, items, answeredShare)
      map.weights.append(weights)
      map.pairs.append(pairs)
    }
    return map
  }

  /// E[wᵢ] and E[wᵢwⱼ] of wᵢ = 1/|S| for the answered items S, given that enough are answered.
  private func expectedWeights(
    _ members: [Int], _ items: [Item], _ answeredShare: Double
  ) -> ([(item: Int, weight: Double)], [(first: Int, second: Int, weight: Double)]) {
    let m = members.count
    let missing = members.map { items[$0].answer.empty + items[$0].answer.dontKnow }
    var single = [Double](repeating: 0, count: m)
    var pair = [Double](repeating: 0, count: m * m)
    var total = 0.0
    for pattern in 1..<(1 << m) {
      let size = pattern.nonzeroBitCount
      guard Double(size) >= answeredShare * Double(m) - 1e-9 else { continue }
      var probability = 1.0
      for k in 0..<m { probability *= pattern >> k & 1 == 1 ? 1 - missing[k] : missing[k] }
      guard probability > 0 else { continue }
      total += probability
      let w = 1 / Double(size)
      for k in 0..<m where pattern >> k & 1 == 1 {
        single[k] += probability * w
        for l in 0..<m where pattern >> l & 1 == 1 { pair[k * m + l] += probability * w * w }
      }
    }
    return (
      (0..<m).map { (members[$0], single[$0] / total) },
      (0..<m * m).map { (members[$0 / m], members[$0 % m], pair[$0] / total) }
    )
  }

  // MARK: Answers

  /// Means and raw product moments of the items' and the outcomes' answers (oriented: high is good).
  private func answerMoments(
    _ items: [Item], wave: String?, segment: String?
  ) throws -> (means: [Double], products: SymmetricMatrix) {
    let cells = try cells(wave: wave, segment: segment)
    let names = items.map(\.name) + outcomes.map(\.name)
    let rules = (items.map(\.answer) + outcomes.map(\.answer)).map(AnswerRule.init)
    var means = [Double](repeating: 0, count: names.count)
    var products = SymmetricMatrix(order: names.count)
    let total = cells.reduce(0) { $0 + $1.share }
    for cell in cells {
      let share = cell.share / total
      let positions = names.map { name in cell.system.names.firstIndex(of: name)! }
      let latent = zip(rules, positions).map { rule, j in
        LatentAnswer(rule, mean: cell.system.means[j], variance: cell.system.covariance[j, j])
      }
      for a in names.indices {
        means[a] += share * latent[a].mean
        for b in 0..<a {
          let covariance = cell.system.covariance[positions[a], positions[b]]
          products[a, b] += share * latent[a].product(with: latent[b], covariance: covariance)
        }
        products[a, a] += share * latent[a].square
      }
    }
    return (means, products)
  }

  private func cells(wave: String?, segment: String?) throws -> [PopulationCell] {
    func index(_ name: String?, _ partition: Partition?, _ word: String) throws -> Int? {
      guard let name else { return nil }
      let names = partition?.parts.map(\.name) ?? []
      guard let index = names.firstIndex(of: name) else {
        throw DataFault.request(
          problem: "The model has no \(word) '\(name)'",
          suggestion: names.isEmpty ? "It has only one." : "It has \(names.joined(separator: ", ")).")
      }
      return index
    }
    let wave = try index(wave, waves, "wave")
    let segment = try index(segment, segments, "segment")
    return try cells().filter { (wave == nil || $0.wave == wave) && (segment == nil || $0.segment == segment) }
  }
}

/// An answer in one part of the population: a normal response with its rule.
private struct LatentAnswer {
  let rule: AnswerRule
  /// Thresholds in standard units of the response.
  let cuts: [Double]
  let responseMean: Double
  let responseDeviation: Double
  /// Moments of the answer.
  let mean: Double
  let square: Double

  init(_ rule: AnswerRule, mean: Double, variance: Double) {
    self.rule = rule
    responseMean = mean
    // A response without variance in this part of the population falls between the same thresholds for all.
    responseDeviation = max(variance, 1e-300).squareRoot()
    let deviation = responseDeviation
    guard let scale = rule.scale else {
      cuts = []
      self.mean = rule.mean + rule.deviation * mean
      square = self.mean * self.mean + rule.deviation * rule.deviation * variance
      return
    }
    cuts = rule.thresholds.map { ($0 - mean) / deviation }
    let tails = cuts.map { Normal().upperTail($0) }
    let steps = tails.reduce(0, +)
    // E[K²] of K thresholds passed is Σ (2k − 1) P(K ≥ k).
    let stepSquare = tails.enumerated().reduce(0) { $0 + Double(2 * $1.offset + 1) * $1.element }
    self.mean = scale.low + steps
    square = scale.low * scale.low + 2 * scale.low * steps + stepSquare
  }

  /// E[X·Y] with another answer whose response has this covariance with ours.
  func product(with other: LatentAnswer, covariance: Double) -> Double {
    switch (rule.scale, other.rule.scale) {
    case (nil, nil):
      return mean * other.mean + rule.deviation * other.rule.deviation * covariance
    case (nil, _):
      return other.product(with: self, covariance: covariance)
    case (_, nil):
      // Cov(1{X* > τ}, Y*) = Cov(X*, Y*) / sd(X*) · φ(cut).
      let density = cuts.reduce(0) { $0 + exp(-$1 * $1 / 2) / (2 * .pi).squareRoot() }
      return mean * other.mean + other.rule.deviation * covariance / responseDeviation * density
    case (.some(let a), .some(let b)):
      let correlation = covariance / (responseDeviation * other.responseDeviation)
      let normal = BivariateNormal(correlation: min(max(correlation, -1), 1))
      var both = 0.0
      for h in cuts {
        for k in other.cuts { both += normal.upperTail(h, k) }
      }
      return a.low * other.mean + (mean - a.low) * b.low + both
    }
  }
}
