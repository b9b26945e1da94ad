import Probability
public import Survey

extension Dataset {
  /// Differences of the figures between groups of these respondents, every pair of groups once.
  ///
  /// Of a simple sample the interval is made of both groups' intervals (Zou & Donner 2008, doi:10.1002/sim.3095; of score intervals
  /// Newcombe's 1998): d − √((a − l_a)² + (u_b − b)²) to d + √((u_a − a)² + (b − l_b)²). A share's test is the score test, with the
  /// variance of the pooled share; Wald's with `wald` and of net promoter scores, whose groups may differ in spread and not in score.
  /// Under weights or a design the difference of two domains is linearised, so that clusters in both count with their covariance.
  ///
  /// - Parameters:
  ///   - groups: what each row belongs to, a place in `names`; below zero for none.
  ///   - names: of the groups.
  public func shareDifferences(
    _ items: [AnalysisRoles.Item], groups: [Int], names: [String], design roles: AnalysisRoles,
    interval: ShareIntervalKind = .adjusted, confidence: Double = 0.95
  ) throws -> [ShareDifference] {
    precondition(groups.count == rowCount, "a group for every row")
    let weights = try roles.weights.map { try checkedWeights($0, in: self) }
    let sample = try roles.sample ?? sampledDesign(roles)
    let kind = roles.weights?.kind
    let means = try MeanVariance(self, roles, sample: sample, weights: weights)
    let isCounted = means == nil && (kind == nil || kind == .frequency)
    let parts = try names.indices.map { place in
      var roles = roles
      roles.sample = sample
      return try selecting((0..<Int32(rowCount)).filter { groups[Int($0)] == place })
        .shares(items, design: roles, interval: interval, confidence: confidence)
    }
    let scales = Dictionary(items.map { ($0.name, $0.scale) }, uniquingKeysWith: { first, _ in first })
    var found: [ShareDifference] = []
    let figures = parts.max { $0.count < $1.count } ?? []
    for figure in figures {
      func estimate(_ place: Int) -> ShareEstimate? {
        parts[place].first { $0.variable == figure.variable && $0.measure == figure.measure }
      }
      let values = try variable(figure.variable).doubles
      var pairs: [ShareDifference] = []
      for a in names.indices {
        for b in names.indices where b > a {
          guard let first = estimate(a), let second = estimate(b) else { continue }
          var pair = ShareDifference(
            variable: figure.variable, measure: figure.measure, group: names[a], versus: names[b],
            difference: first.estimate - second.estimate)
          if isCounted {
            pair.count(first, second, interval)
          } else if let scale = scales[figure.variable] ?? nil {
            try pair.linearise(
              first, second, means, confidence: confidence,
              scores: values.map { figure.measure.score($0, on: scale) + 0 * $0 },
              signs: groups.map { $0 == a ? 1 : $0 == b ? -1 : 0 },
              parts: Self.influence(values, weights, groups, (a, b), figure.measure, scale))
          }
          pairs.append(pair)
        }
      }
      let adjusted = PValueAdjustment.holm.adjust(pairs.map(\.pValue))
      for place in pairs.indices { pairs[place].adjusted = adjusted[place] }
      found += pairs
    }
    return found
  }

  /// What each row does to the difference of the mean scores of two groups; `nil` of rows in neither.
  private static func influence(
    _ values: [Double], _ weights: [Double]?, _ groups: [Int], _ pair: (Int, Int), _ measure: ShareMeasure,
    _ scale: RatingScale
  ) -> [Double?] {
    func sums(_ group: Int) -> (mean: Double, total: Double) {
      var (sum, total) = (0.0, 0.0)
      for i in values.indices where groups[i] == group && !values[i].isNaN {
        let w = weights?[i] ?? 1
        sum += w * measure.score(values[i], on: scale)
        total += w
      }
      return (sum / total, total)
    }
    let (a, b) = (sums(pair.0), sums(pair.1))
    return values.indices.map { i in
      guard !values[i].isNaN, weights?[i] != 0, groups[i] == pair.0 || groups[i] == pair.1 else { return nil }
      let (own, sign) = groups[i] == pair.0 ? (a, 1.0) : (b, -1.0)
      return sign * (weights?[i] ?? 1) * (measure.score(values[i], on: scale) - own.mean) / own.total
    }
  }
}

extension ShareDifference {
  /// Test and interval of two simple samples.
  fileprivate mutating func count(_ a: ShareEstimate, _ b: ShareEstimate, _ kind: ShareIntervalKind) {
    guard let lowA = a.low, let highA = a.high, let lowB = b.low, let highB = b.high else { return }
    (low, high) = ShareInterval.between((a.estimate, lowA, highA), (b.estimate, lowB, highB))
    let isPooled = measure != .netPromoterScore && kind != .wald
    guard let z = ShareInterval.statistic((a.plus, a.minus, a.n), (b.plus, b.minus, b.n), isPooled: isPooled) else {
      return
    }
    (statistic, pValue) = (z, Normal().twoSided(abs(z)))
  }

  /// The same of two domains of a weighted sample or a design.
  fileprivate mutating func linearise(
    _ a: ShareEstimate, _ b: ShareEstimate, _ means: MeanVariance?, confidence: Double, scores: [Double],
    signs: [Int], parts: [Double?]
  ) throws {
    let error: Double
    let degrees: Double
    if let means {
      guard let found = try means.error(ofDifferenceIn: scores, groups: signs, parts: parts) else { return }
      (error, degrees) = found
    } else {
      guard let first = a.standardError, let second = b.standardError else { return }
      (error, degrees) = ((first * first + second * second).squareRoot(), a.n + b.n - 1)
    }
    guard error > 0, degrees > 0 else { return }
    let distribution = StudentT(degrees: degrees)
    let margin = 100 * error * distribution.quantile((1 + confidence) / 2)
    (low, high) = (difference - margin, difference + margin)
    let t = difference / 100 / error
    (statistic, pValue) = (t, distribution.twoSided(abs(t)))
  }
}
