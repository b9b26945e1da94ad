import LinearAlgebra
import ModelSyntax

/// Where the search begins.
///
/// A loading is what its indicator shares with the construct's other indicators, beside what the marker (the one with a fixed
/// loading) shares with them; a construct's variance is what its marker shares with the others. Constructs without a marker
/// have loadings by the centroid method. Residual variances are what that leaves of an observed variable, at least a fifth
/// of it; effects and other covariances begin at zero, means at the sample's. What the text says goes before.
struct StartValues {
  let table: ParameterTable
  let samples: [SampleMoments]

  /// One number for each free parameter.
  func point() -> [Double] {
    var point = [Double](repeating: 0, count: table.freeCount)
    var isSet = [Bool](repeating: false, count: table.freeCount)
    for group in 0..<table.groupCount {
      let rule = GroupRule(table, samples[group], group)
      for parameter in table.parameters where parameter.group == group {
        guard let free = parameter.free, !isSet[free] || parameter.start != nil else { continue }
        point[free] = parameter.start ?? rule.value(parameter)
        isSet[free] = true
      }
    }
    return point
  }
}

/// The start values of one group.
private struct GroupRule {
  private let table: ParameterTable
  private let sample: SampleMoments
  private var loadings: [ParameterPlace: Double] = [:]
  private var variances: [Int: Double] = [:]
  /// What constructs explain of their indicators.
  private var explained: [Int: Double] = [:]
  private let dependent: Set<Int>

  init(_ table: ParameterTable, _ sample: SampleMoments, _ group: Int) {
    self.table = table
    self.sample = sample
    let own = table.parameters.filter { $0.group == group }
    dependent = Set(
      own.compactMap { parameter in
        guard case .directed(let to, _) = parameter.place, parameter.relation != .measuredBy else { return nil }
        return to
      })
    let loadings = own.filter { $0.relation == .measuredBy }
    var seen: Set<String> = []
    for construct in loadings.map(\.left) where seen.insert(construct).inserted {
      let indicators = loadings.filter { $0.left == construct }
      let index = table.index(construct)
      let variance = own.first { $0.place == .symmetric(index, index) }
      let fixedVariance = variance.flatMap { $0.free == nil ? $0.value : nil }
      start(index, indicators, fixedVariance: fixedVariance)
    }
  }

  private func covariance(_ i: Int, _ j: Int) -> Double { sample.covariance[i, j] }

  private mutating func start(_ construct: Int, _ indicators: [ModelParameter], fixedVariance: Double?) {
    let observed: [(Int, ModelParameter)] = indicators.compactMap { parameter in
      guard case .directed(let to, _) = parameter.place, to < table.observedCount else { return nil }
      return (to, parameter)
    }
    guard !observed.isEmpty else {
      variances[construct] = fixedVariance ?? 0.5
      for indicator in indicators { loadings[indicator.place] = indicator.free == nil ? indicator.value : 1 }
      return
    }
    let marker = observed.first { $0.1.free == nil && $0.1.value != 0 }
    if let (m, parameter) = marker {
      var shared: [Double] = []
      for (j, own) in observed {
        let others = observed.map(\.0).filter { $0 != m && $0 != j }
        let numerator = others.reduce(0) { $0 + covariance(j, $1) * covariance(m, $1) }
        let denominator = others.reduce(0) { $0 + covariance(m, $1) * covariance(m, $1) }
        let spread = (covariance(j, j) / max(covariance(m, m), 1e-300)).squareRoot()
        var ratio = denominator > 0 ? numerator / denominator : (covariance(j, m) < 0 ? -spread : spread)
        // A marker that shares next to nothing says nothing.
        ratio = min(max(ratio, -5 * spread), 5 * spread)
        if abs(ratio) < 0.05 * spread { ratio = (ratio < 0 ? -0.05 : 0.05) * spread }
        let loading = own.free == nil ? own.value : ratio * parameter.value
        loadings[own.place] = loading
        if j != m, loading != 0 { shared.append(covariance(j, m) / (loading * parameter.value)) }
      }
      let whole = covariance(m, m) / (parameter.value * parameter.value)
      let mean = shared.isEmpty ? 0.5 * whole : shared.reduce(0, +) / Double(shared.count)
      variances[construct] = fixedVariance ?? min(max(mean, 0.05 * whole), 0.9 * whole)
    } else {
      let variance = fixedVariance ?? 1
      var total = 0.0
      for (i, _) in observed { for (j, _) in observed where i != j { total += covariance(i, j) } }
      for (j, own) in observed {
        let sum = observed.reduce(0) { $0 + ($1.0 == j ? 0 : covariance(j, $1.0)) }
        let spread = covariance(j, j).squareRoot()
        var loading = total > 0 ? sum / total.squareRoot() : 0.5 * spread
        loading = min(max(loading, -0.9 * spread), 0.9 * spread)
        if abs(loading) < 0.1 * spread { loading = (loading < 0 ? -0.1 : 0.1) * spread }
        loadings[own.place] = own.free == nil ? own.value : loading / max(variance, 1e-12).squareRoot()
      }
      variances[construct] = variance
    }
    for (j, own) in observed {
      explained[j, default: 0] += loadings[own.place]! * loadings[own.place]! * variances[construct]!
    }
  }

  func value(_ parameter: ModelParameter) -> Double {
    switch parameter.place {
    case .directed: return loadings[parameter.place] ?? (parameter.relation == .formedBy ? 1 : 0)
    case .symmetric(let i, let j) where i == j:
      guard i < table.observedCount else { return variances[i] ?? 0.5 }
      let whole = covariance(i, i)
      if let part = explained[i] { return max(whole - part, 0.2 * whole) }
      return dependent.contains(i) ? 0.5 * whole : whole
    case .symmetric(let i, let j):
      // Of two observed variables that nothing explains, the sample's own.
      let isPlain = [i, j].allSatisfy { $0 < table.observedCount && explained[$0] == nil && !dependent.contains($0) }
      return isPlain ? covariance(i, j) : 0
    case .threshold: return 0
    case .mean(let i): return i < table.observedCount ? sample.means?[i] ?? 0 : 0
    }
  }
}
