import Platform

/// The bivariate normal distribution at every crossing of two sets of thresholds: what the likelihood of a table of two
/// ratings needs.
///
/// P(X < hᵢ, Y < kⱼ) = Φ(hᵢ)Φ(kⱼ) + ∫₀^ρ φ₂(hᵢ, kⱼ; r) dr by Gauss–Legendre over arcsin r, as `BivariateNormal` does it:
/// the nodes belong to ρ alone and are shared by all crossings, and the one-dimensional probabilities by all ρ. Above
/// |ρ| = 0.925 each crossing is left to `BivariateNormal`.
package struct BivariateNormalGrid: Sendable {
  /// The thresholds of X and of Y in ascending order; ±∞ is allowed.
  package private(set) var rows: [Double]
  package private(set) var columns: [Double]
  /// Φ of the thresholds.
  package private(set) var rowTails: [Double]
  package private(set) var columnTails: [Double]

  /// A grid to be filled: room for so many thresholds.
  package init(rowCapacity: Int, columnCapacity: Int) {
    rows = []
    columns = []
    rowTails = []
    columnTails = []
    rows.reserveCapacity(rowCapacity)
    columns.reserveCapacity(columnCapacity)
    rowTails.reserveCapacity(rowCapacity)
    columnTails.reserveCapacity(columnCapacity)
  }

  package init(rows: [Double], columns: [Double]) {
    self.init(rowCapacity: rows.count, columnCapacity: columns.count)
    rows.withUnsafeBufferPointer { r in columns.withUnsafeBufferPointer { c in set(rows: r, columns: c) } }
  }

  /// Takes other thresholds, within the capacity without allocating.
  package mutating func set(
    rows newRows: UnsafeBufferPointer<Double>, columns newColumns: UnsafeBufferPointer<Double>
  ) {
    BivariateNormalGrid.set(&rows, &rowTails, newRows)
    BivariateNormalGrid.set(&columns, &columnTails, newColumns)
  }

  private static func set(_ values: inout [Double], _ tails: inout [Double], _ new: UnsafeBufferPointer<Double>) {
    values.removeAll(keepingCapacity: true)
    tails.removeAll(keepingCapacity: true)
    for x in new {
      values.append(x)
      tails.append(0.5 * erfc(-x * 0.5.squareRoot()))
    }
  }

  /// The probabilities, and their first and second derivatives in ρ, at all crossings.
  ///
  /// ∂Φ₂/∂ρ = φ₂ (Plackett 1954), ∂φ₂/∂ρ = φ₂·(ρ/(1 − ρ²) + ((1 + ρ²)hk − ρ(h² + k²))/(1 − ρ²)²).
  ///
  /// - Parameters:
  ///   - correlation: ρ, |ρ| < 1.
  ///   - probability, slope, curvature: one number per crossing, the columns of a row side by side.
  package func evaluate(
    correlation: Double, probability: UnsafeMutablePointer<Double>, slope: UnsafeMutablePointer<Double>,
    curvature: UnsafeMutablePointer<Double>
  ) {
    precondition(correlation.magnitude < 1, "the derivatives are infinite at ±1")
    evaluateProbability(correlation, into: probability)
    let r = correlation
    let complement = (1 - r) * (1 + r)
    let scale = 1 / (2 * .pi * complement.squareRoot())
    let width = columns.count
    for i in rows.indices {
      let h = rows[i]
      for j in 0..<width {
        let k = columns[j]
        let at = i * width + j
        guard h.isFinite, k.isFinite else {
          slope[at] = 0
          curvature[at] = 0
          continue
        }
        let squares = h * h + k * k
        let hk = h * k
        let density = scale * exp(-(squares - 2 * r * hk) / (2 * complement))
        slope[at] = density
        curvature[at] = density * (r / complement + ((1 + r * r) * hk - r * squares) / (complement * complement))
      }
    }
  }

  private func evaluateProbability(_ r: Double, into probability: UnsafeMutablePointer<Double>) {
    let width = columns.count
    guard r.magnitude < 0.925 else {
      let distribution = BivariateNormal(correlation: r)
      for i in rows.indices {
        for j in 0..<width { probability[i * width + j] = distribution.lowerTail(rows[i], columns[j]) }
      }
      return
    }
    let rule = GaussLegendre.rule(r)
    let half = asin(r) / 2
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * 20) { nodes in
      let count = rule.nodes.count
      for m in 0..<count {
        let sine = sin(half * (1 + rule.nodes[m]))
        nodes[m] = sine
        nodes[20 + m] = 1 / ((1 - sine) * (1 + sine))
        nodes[40 + m] = rule.weights[m] * half / (2 * .pi)
      }
      for i in rows.indices {
        let h = rows[i]
        for j in 0..<width {
          let k = columns[j]
          var sum = 0.0
          if h.isFinite && k.isFinite {
            let half = (h * h + k * k) / 2
            let hk = h * k
            for m in 0..<count { sum += nodes[40 + m] * exp((nodes[m] * hk - half) * nodes[20 + m]) }
          }
          probability[i * width + j] = max(0, min(1, rowTails[i] * columnTails[j] + sum))
        }
      }
    }
  }
}

extension GaussLegendre {
  /// The rule that keeps an error near 1e-15 for a correlation of that size (Genz 2004).
  static func rule(_ correlation: Double) -> GaussLegendre {
    correlation.magnitude < 0.3 ? .six : correlation.magnitude < 0.75 ? .twelve : .twenty
  }
}
