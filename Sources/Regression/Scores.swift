import LinearAlgebra
import Measures
import Platform
import Survey

/// Each row's contribution to the estimating equations, in the orthonormal coordinates of the factorization: √w·e·q̃ with
/// q̃ = (√w/√Σw, q₁ … qₘ) a row of Q with the intercept's column in front.
///
/// A sandwich needs only sums of products of these ("the meat"), and in these coordinates they lose nothing to
/// collinearity.
struct Scores {
  private let rows: LeastSquares.Rows
  /// Rows × (1 + m), column-major: q̃.
  private let q: Matrix
  /// Copies that each row stands for; `nil`: one.
  private let copies: [Double]?
  private var order: Int { q.columns }

  init(_ rows: LeastSquares.Rows, sumOfWeights: Double, isFrequency: Bool, hasIntercept: Bool = true) {
    self.rows = rows
    let scale = 1 / sumOfWeights.squareRoot()
    let constant =
      rows.weights?.map { $0.squareRoot() * scale } ?? Array(repeating: scale, count: rows.residuals.count)
    let thin = rows.factorization.thinQ
    q =
      hasIntercept
      ? Matrix(rows: thin.rows, columns: thin.columns + 1, storage: constant + thin.storage) : thin
    copies = isFrequency ? rows.weights : nil
  }

  /// One number per row in place of the scores: the rows' parts in another estimate, of which the same sums are wanted.
  init(_ rows: LeastSquares.Rows, parts: [Double], isFrequency: Bool) {
    var copy = rows
    copy.residuals = parts
    self.rows = copy
    q = Matrix(rows: parts.count, columns: 1, storage: [Double](repeating: 1, count: parts.count))
    copies = isFrequency ? rows.weights : nil
  }

  /// q̃ᵢ.
  func row(_ i: Int) -> [Double] { (0..<order).map { q[i, $0] } }

  /// hᵢ = |q̃ᵢ|², of each of the copies that a frequency stands for.
  var leverages: [Double] {
    var result = [Double](repeating: 0, count: q.rows)
    for a in 0..<order {
      for i in 0..<q.rows { result[i] += q[i, a] * q[i, a] }
    }
    if let copies { for i in result.indices { result[i] /= copies[i] } }
    return result
  }

  /// Units without whose rows some direction of the coefficients is lost: Σ q̃q̃ᵀ over them has an eigenvalue of 1.
  func dominatingUnits(_ units: [Int32], count: Int) -> [Int] {
    var traces = [Double](repeating: 0, count: count)
    for a in 0..<order {
      for i in 0..<q.rows { traces[Int(units[i])] += q[i, a] * q[i, a] }
    }
    return traces.indices.filter { unit in
      guard traces[unit] > 1 - 1e-8 else { return false }
      let members = units.indices.filter { units[$0] == Int32(unit) }
      var own = SymmetricMatrix(order: order)
      for a in 0..<order {
        for b in 0...a { own[a, b] = members.reduce(0) { $0 + q[$1, a] * q[$1, b] } }
      }
      return SymmetricEigen(own).values[0] > 1 - 1e-8
    }
  }

  /// Σ cᵢ q̃ᵢq̃ᵢᵀ.
  private func products(_ c: [Double]) -> SymmetricMatrix {
    var result = SymmetricMatrix(order: order)
    let n = q.rows
    q.storage.withUnsafeBufferPointer { q in
      c.withUnsafeBufferPointer { c in
        for a in 0..<order {
          for b in 0...a {
            var sum = 0.0
            for i in 0..<n { sum += c[i] * q[a * n + i] * q[b * n + i] }
            result[a, b] = sum
          }
        }
      }
    }
    return result
  }

  /// Sums of the scores within units: units × (1 + m).
  private func totals(_ units: [Int32], count: Int) -> Matrix {
    var result = Matrix(rows: count, columns: order)
    for a in 0..<order {
      for i in 0..<q.rows { result[Int(units[i]), a] += rows.residuals[i] * q[i, a] }
    }
    return result
  }

  /// HC0 … HC4 (White 1980; MacKinnon & White 1985; Cribari-Neto 2004), as R's sandwich 3.0 defines them.
  ///
  /// A row whose leverage is 1 counts nothing: its residual is zero, and the coefficients that rest on it have no error
  /// (see `LoneUnits`). Near 1 residual and 1 − h are both differences that rounding has eaten up: rows in `deleted` are
  /// left out, for the caller to add.
  func heteroscedastic(
    _ kind: LinearRegression.ErrorKind, n: Double, parameters k: Double,
    deleted: Set<Int>
  ) -> SymmetricMatrix {
    let needsLeverage = kind == .hc2 || kind == .hc3 || kind == .hc4
    var c = [Double](repeating: 0, count: q.rows)
    for i in 0..<q.rows {
      let count = copies?[i] ?? 1
      // A row that stands for several has their scores together: each copy's share is 1/√count of it.
      c[i] = rows.residuals[i] * rows.residuals[i] / count
      if kind == .hc1 { c[i] *= n / (n - k) }
      guard needsLeverage else { continue }
      var h = 0.0
      for a in 0..<order { h += q[i, a] * q[i, a] }
      h /= count
      // Added to the covariance as it is: here its digits would be lost.
      if deleted.contains(i) {
        c[i] = 0
        continue
      }
      if 1 - h < 1e-10 {
        c[i] = 0
        continue
      }
      switch kind {
      case .hc2: c[i] /= 1 - h
      case .hc3: c[i] /= (1 - h) * (1 - h)
      default: c[i] /= pow(1 - h, min(4, n * h / k))
      }
    }
    return products(c)
  }

  /// Scale · Σ over units of the outer product of their total score.
  func clustered(_ units: [Int32], count: Int, scale: Double) -> SymmetricMatrix {
    let sums = totals(units, count: count)
    var result = SymmetricMatrix(order: order)
    for a in 0..<order {
      for b in 0...a { result[a, b] = scale * (0..<count).reduce(0) { $0 + sums[$1, a] * sums[$1, b] } }
    }
    return result
  }

  /// The ultimate-cluster estimator: Σ over strata of s_h·(Σ zz' − c_h·(Σz)(Σz)') with z the total score of a cluster (of a
  /// respondent, without clusters) and what `StratumScales` says of strata; degrees of freedom are of the units and strata that
  /// have a row. A second stage of sampling adds its part (`SecondStage`).
  ///
  /// Throws `DesignFault.loneUnit`, `.loneSubunit`; with a single stratum `DataFault.tooFewClusters`.
  func design() throws -> (meat: SymmetricMatrix, units: Double, strata: Double) {
    if let calibrated = try CalibratedVariance(rows.design, rowNumbers: rows.numbers) {
      let columns = (0..<order).map { a in (0..<q.rows).map { rows.residuals[$0] * q[$0, a] } }
      let (units, count) = rows.designUnits
      let present = Set(rows.strata ?? []).count
      return (calibrated.covariance(columns), Double(units == nil ? q.rows : count), Double(max(1, present)))
    }
    let stratumCount = Int(rows.strata?.max() ?? 0) + 1
    func stratum(_ i: Int) -> Int { rows.strata.map { Int($0[i]) } ?? 0 }
    var present = [Double](repeating: 0, count: stratumCount)
    var sums = Matrix(rows: stratumCount, columns: order)
    for a in 0..<order {
      for i in 0..<q.rows { sums[stratum(i), a] += rows.residuals[i] * q[i, a] }
    }
    let (units, count) = rows.designUnits
    let scales: StratumScales
    var result: SymmetricMatrix
    if let units {
      var stratumOfUnit = [Int](repeating: 0, count: count)
      for i in 0..<q.rows { stratumOfUnit[Int(units[i])] = stratum(i) }
      for h in stratumOfUnit { present[h] += 1 }
      scales = try StratumScales(rows.design, present: present, isClustered: true)
      let totals = totals(units, count: count)
      result = SymmetricMatrix(order: order)
      for a in 0..<order {
        for b in 0...a {
          result[a, b] = (0..<count).reduce(0) {
            $0 + scales.scales[stratumOfUnit[$1]] * totals[$1, a] * totals[$1, b]
          }
        }
      }
    } else {
      for i in 0..<q.rows { present[stratum(i)] += copies?[i] ?? 1 }
      scales = try StratumScales(rows.design, present: present, isClustered: false)
      let squares = (0..<q.rows).map { i -> Double in
        let residual = rows.residuals[i]
        return scales.scales[stratum(i)] * residual * residual / (copies?[i] ?? 1)
      }
      result = products(squares)
    }
    for h in 0..<stratumCount where present[h] > 0 {
      for a in 0..<order {
        for b in 0...a { result[a, b] -= scales.scales[h] * scales.centring[h] * sums[h, a] * sums[h, b] }
      }
    }
    let second = try SecondStage(
      rows.design, strata: rows.strata, clusters: rows.clusters, subunits: rows.subunits)
    if let second {
      let parts = (0..<q.rows).flatMap { i in (0..<order).map { rows.residuals[i] * q[i, $0] } }
      second.add(parts, width: order, to: &result.packed)
    }
    return (result, scales.units, scales.strata)
  }
}

extension LeastSquares.Rows {
  /// The clusters that occur, within strata; `nil` where every row is a unit.
  var designUnits: (units: [Int32]?, count: Int) { design.rowsAreUnits ? (nil, 0) : sampledUnits(byStratum: true) }

  /// The clusters that occur, numbered from 0 in order of appearance; with `byStratum` a cluster's number counts anew in
  /// each stratum. `nil` without clusters.
  func sampledUnits(byStratum: Bool) -> (units: [Int32]?, count: Int) {
    guard let clusters else { return (nil, 0) }
    var numbers: [Int64: Int32] = [:]
    let units = clusters.indices.map { i -> Int32 in
      let stratum = byStratum ? Int64(strata?[i] ?? 0) : 0
      let key = stratum << 32 | Int64(clusters[i])
      if let number = numbers[key] { return number }
      let number = Int32(numbers.count)
      numbers[key] = number
      return number
    }
    return (units, numbers.count)
  }
}
