import LinearAlgebra
import Measures
import Platform
import Resampling

/// The respondents of one group.
struct StructuralRows {
  /// In the order of the model's observed variables; empty where some answers are missing.
  var columns: [[Double]]
  /// How their scores add up.
  var units: ScoreUnits
  /// Where some are missing.
  var answers: IncompleteAnswers?
  /// Where there are replicate weights: the rows that they weigh.
  private(set) var replicated: ModelFrame?
  var count: Int { columns.first?.count ?? 0 }

  /// - Parameters:
  ///   - frame: with the model's observed variables in their order.
  ///   - meanWeight: see `ScoreUnits`.
  /// - Throws: `MissingFault`, `DataFault.tooFewClusters`, `DesignFault.loneUnit`.
  init(_ frame: ModelFrame, isIncomplete: Bool, meanWeight: Double) throws {
    let n = frame.rowCount
    answers = isIncomplete ? try IncompleteAnswers(frame) : nil
    columns = isIncomplete ? [] : frame.columns.indices.map { Array(frame.values[$0 * n..<($0 + 1) * n]) }
    let own = answers?.frame ?? frame
    units = try ScoreUnits(own, meanWeight: meanWeight)
    if own.replicates?.variance != nil { replicated = own }
  }
}

/// What the respondents' rows say of a likelihood that need not hold: the scores' covariance, and what χ² is divided by.
///
/// A respondent's score is s_a = ½(y'Σ_a y − tr(Σ⁻¹Σ_a)) + μ_a'y with y = Σ⁻¹(x − μ). With B their mean square, A the information and
/// V = ½(Σ⁻¹ ⊗ Σ⁻¹), errors are those of A⁻¹BA⁻¹/n, and χ² is divided by c with c·df = tr(VΓ) − tr(A⁻¹B). Weights, clusters and
/// strata enter B and Γ by `ScoreUnits`.
struct RowScores {
  /// B of one respondent.
  let meat: SymmetricMatrix
  /// tr(VΓ), added up over groups, without the means' part, which a model without restrictions on means gives back.
  let saturatedTrace: Double

  /// - Parameters:
  ///   - isCentred: scores about their mean in each group, and V of the model; else V of the sample.
  init(_ problem: StructuralProblem, at point: [Double], rows: [StructuralRows], isCentred: Bool) throws {
    _ = problem.value(at: point)
    let count = problem.count
    var meat = SymmetricMatrix(order: count)
    var trace = 0.0
    for (g, group) in problem.groups.enumerated() {
      let units = rows[g].units
      trace += try Self.trace(group, rows[g], isOfModel: isCentred)
      var scores = Self.scores(group, problem.free[g], count, rows[g], isCentred: isCentred)
      if isCentred { Self.centre(&scores, count, units) }
      let own = units.covariance(scores, count: count)
      for k in own.packed.indices { meat.packed[k] += problem.shares[g] * own.packed[k] }
    }
    self.meat = meat
    saturatedTrace = trace
  }

  private static func centre(_ scores: inout [Double], _ count: Int, _ units: ScoreUnits) {
    guard count > 0 else { return }
    var means = [Double](repeating: 0, count: count)
    for row in 0..<scores.count / count {
      let weight = (units.weights?[row] ?? 1) / units.total
      for k in 0..<count { means[k] += weight * scores[row * count + k] }
    }
    for row in 0..<scores.count / count { for k in 0..<count { scores[row * count + k] -= means[k] } }
  }

  /// A row of `count` numbers for each respondent.
  private static func scores(
    _ group: Discrepancy, _ free: [(index: Int, place: ParameterPlace)], _ count: Int, _ rows: StructuralRows,
    isCentred: Bool
  ) -> [Double] {
    let structure = group.structure
    let (p, v) = (structure.p, structure.v)
    group.prepareInformation()
    let traces = free.map { structure.slope($0.place) }
    var scores = [Double](repeating: 0, count: rows.count * count)
    var deviation = [Double](repeating: 0, count: p)
    var weighted = deviation
    var r = [Double](repeating: 0, count: v)
    var t = r
    for row in 0..<rows.count {
      for i in 0..<p {
        deviation[i] =
          rows.columns[i][row] - (group.withMeans && !isCentred ? structure.means[i] : group.sampleMeans[i])
      }
      for i in 0..<p {
        var sum = 0.0
        for j in 0..<p { sum += group.weight[i * p + j] * deviation[j] }
        weighted[i] = sum
      }
      structure.transposedEffects(of: weighted, into: &r)
      for k in 0..<v {
        var sum = 0.0
        for i in 0..<p { sum += structure.covariance[k * v + i] * weighted[i] }
        t[k] = sum
      }
      for (k, parameter) in free.enumerated() {
        var score = -traces[k]
        switch parameter.place {
        case .directed(let i, let j): score += r[i] * t[j] + (group.withMeans ? r[i] * structure.means[j] : 0)
        case .symmetric(let i, let j): score += r[i] * r[j] * (i == j ? 0.5 : 1)
        case .mean(let i): score += r[i]
        case .threshold: break
        }
        scores[row * count + parameter.index] += score
      }
    }
    return scores
  }

  /// tr(VΓ) = ½(mean of (d'Wd)² − tr(WSWS)), d about the sample's mean.
  private static func trace(_ group: Discrepancy, _ rows: StructuralRows, isOfModel: Bool) throws -> Double {
    let p = group.structure.p
    var weight = [Double](repeating: 0, count: p * p)
    if isOfModel {
      for k in 0..<p * p { weight[k] = group.weight[k] }
    } else {
      var sample = SymmetricMatrix(order: p)
      for i in 0..<p { for j in 0...i { sample[i, j] = group.sample[i * p + j] } }
      let inverse = try Cholesky(sample).inverse
      for i in 0..<p { for j in 0..<p { weight[i * p + j] = inverse[i, j] } }
    }
    if rows.units.isDesign { return try designTrace(weight, group, rows) }
    var sum = 0.0
    var deviation = [Double](repeating: 0, count: p)
    for row in 0..<rows.count {
      for i in 0..<p { deviation[i] = rows.columns[i][row] - group.sampleMeans[i] }
      var distance = 0.0
      for i in 0..<p {
        var own = 0.0
        for j in 0..<p { own += weight[i * p + j] * deviation[j] }
        distance += own * deviation[i]
      }
      sum += (rows.units.weights?[row] ?? 1) * distance * distance
    }
    var product = [Double](repeating: 0, count: p * p)
    for i in 0..<p {
      for j in 0..<p {
        for k in 0..<p { product[i * p + k] += weight[i * p + j] * group.sample[j * p + k] }
      }
    }
    var square = 0.0
    for i in 0..<p { for j in 0..<p { square += product[i * p + j] * product[j * p + i] } }
    return 0.5 * (sum / rows.units.total - square)
  }

  /// tr(VΓ) of a sample with a design: the trace of what scores of the saturated model add up to, each in its own unit of
  /// information: with e = L'd and W = LL' those of (ee' − 1)/√2, and e itself where means are modelled, less what the means' part
  /// of independent respondents is.
  private static func designTrace(
    _ weight: [Double], _ group: Discrepancy, _ rows: StructuralRows
  ) throws -> Double {
    let p = group.structure.p
    var matrix = SymmetricMatrix(order: p)
    for i in 0..<p { for j in 0...i { matrix[i, j] = weight[i * p + j] } }
    let factor = try Cholesky(matrix)
    let means = group.withMeans ? p : 0
    let count = means + p * (p + 1) / 2
    var scores = [Double](repeating: 0, count: rows.count * count)
    var (deviation, e) = ([Double](repeating: 0, count: p), [Double](repeating: 0, count: p))
    for row in 0..<rows.count {
      for i in 0..<p { deviation[i] = rows.columns[i][row] - group.sampleMeans[i] }
      for j in 0..<p {
        e[j] = (j..<p).reduce(0) { $0 + factor.packed[SymmetricMatrix.position($1, j)] * deviation[$1] }
      }
      let own = row * count
      for i in 0..<means { scores[own + i] = e[i] }
      var at = own + means
      for i in 0..<p {
        for j in 0..<i { scores[at + j] = e[i] * e[j] }
        scores[at + i] = (e[i] * e[i] - 1) * 0.5.squareRoot()
        at += i + 1
      }
    }
    return rows.units.trace(scores, count: count) - Double(means)
  }
}

extension SymmetricMatrix {
  /// ABA, both symmetric.
  func sandwiching(_ b: SymmetricMatrix) -> SymmetricMatrix {
    let n = order
    guard n > 0 else { return self }
    let (left, middle) = (square, b.square)
    var half = [Double](repeating: 0, count: n * n)
    var result = SymmetricMatrix(order: n)
    left.withUnsafeBufferPointer { left in
      middle.withUnsafeBufferPointer { middle in
        half.withUnsafeMutableBufferPointer { half in
          for i in 0..<n {
            let row = half.baseAddress! + i * n
            for k in 0..<n where left[i * n + k] != 0 {
              let (factor, source) = (left[i * n + k], middle.baseAddress! + k * n)
              for j in 0..<n { row[j] += factor * source[j] }
            }
          }
          result.packed.withUnsafeMutableBufferPointer { packed in
            for i in 0..<n {
              for j in 0...i {
                packed[i * (i + 1) / 2 + j] = LaneSums.product(half.baseAddress! + i * n, left.baseAddress! + j * n, n)
              }
            }
          }
        }
      }
    }
    return result
  }

  /// All elements, row by row.
  private var square: [Double] {
    var result = [Double](repeating: 0, count: order * order)
    var at = 0
    for i in 0..<order {
      for j in 0...i {
        (result[i * order + j], result[j * order + i]) = (packed[at], packed[at])
        at += 1
      }
    }
    return result
  }

  /// tr(AB).
  func traceOfProduct(_ b: SymmetricMatrix) -> Double {
    var sum = 0.0
    var at = 0
    for i in 0..<order {
      for _ in 0..<i {
        sum += 2 * packed[at] * b.packed[at]
        at += 1
      }
      sum += packed[at] * b.packed[at]
      at += 1
    }
    return sum
  }
}
