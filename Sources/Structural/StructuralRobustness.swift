import Platform
import ModelSyntax
import LinearAlgebra

/// Errors and the scaling of χ² that hold for answers that need not be normal.
struct StructuralRobustness {
  /// Covariances of the free parameters.
  let covariance: SymmetricMatrix
  /// c·df.
  let trace: Double

  /// - Parameters:
  ///   - problem: with the moments of exogenous variables among the parameters, so that what is left are residuals alone.
  ///   - saturations: of each group where answers are missing.
  init(
    _ problem: StructuralProblem, at point: [Double], tangent: Tangent, rows: [StructuralRows],
    saturations: [IncompleteSaturation] = [],
    estimator: StructuralModel.Estimator, multiplier: Double
  ) throws {
    let isObserved = estimator == .mlr
    let isIncomplete = problem.groups.contains { $0 is IncompleteDiscrepancy }
    let (meat, saturated): (SymmetricMatrix, Double)
    if isIncomplete {
      let scores = IncompleteScores(problem: problem, saturations: saturations)
      (meat, saturated) = (scores.covariance(at: point, rows.map(\.units)), scores.saturatedTrace)
    } else {
      let scores = try RowScores(problem, at: point, rows: rows, isCentred: !isObserved)
      (meat, saturated) = (scores.meat, scores.saturatedTrace)
    }
    let information: SymmetricMatrix
    if isObserved {
      information = problem.observedInformation(at: point)
    } else {
      _ = problem.value(at: point)
      information = problem.information()
    }
    let bread = try Cholesky(tangent.project(information)).inverse
    let projected = tangent.project(meat)
    let sandwich = bread.sandwiching(projected)
    covariance = tangent.expand(
      SymmetricMatrix(order: sandwich.order, packed: sandwich.packed.map { $0 / multiplier }))
    var trace = saturated - bread.traceOfProduct(projected)
    if problem.table.hasMeans, !isIncomplete {
      // The means' part of tr(VΓ): tr(WS), of the model's W or the sample's.
      for group in problem.groups {
        let p = group.structure.p
        if isObserved {
          trace += Double(p)
        } else {
          for k in 0..<p * p { trace += group.weight[k] * group.sample[k] }
        }
      }
    }
    self.trace = trace
  }
}

extension ParameterTable {
  /// The model in which observed variables do not covary, but for exogenous ones, and auxiliary ones with all.
  func baseline(freesExogenous: Bool) -> ParameterTable {
    var table = self
    table.variables = Array(variables.prefix(observedCount))
    (table.parameters, table.labels, table.constants) = ([], [:], [:])
    (table.definitions, table.constraints) = ([], [])
    table.freeCount = 0
    for group in 0..<groupCount {
      func add(_ place: ParameterPlace, _ relation: String, isSample: Bool, _ i: Int, _ j: Int?) {
        var parameter = ModelParameter(
          left: variables[i], relation: .init(rawValue: relation)!, right: j.map { variables[$0] } ?? "", group: group,
          place: place, isWritten: false)
        parameter.isSample = isSample && !freesExogenous
        if !parameter.isSample {
          parameter.free = table.freeCount
          table.freeCount += 1
        }
        table.parameters.append(parameter)
      }
      for i in 0..<observedCount {
        let isExogenous = exogenous.contains(i)
        add(.symmetric(i, i), "~~", isSample: isExogenous, i, i)
        if isExogenous { for j in exogenous where j < i { add(.symmetric(i, j), "~~", isSample: true, i, j) } }
        if auxiliary.contains(i) { for j in 0..<i { add(.symmetric(i, j), "~~", isSample: false, i, j) } }
        if hasMeans { add(.mean(i), "~1", isSample: isExogenous, i, nil) }
      }
    }
    return table
  }
}
