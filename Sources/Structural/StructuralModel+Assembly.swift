import LinearAlgebra
import ModelSyntax
import Optimization
import Platform
import Probability
import Survey

extension StructuralEstimation {
  func assemble(
    _ solution: StructuralSolution, _ statistics: StructuralStatistics, _ search: Convergence
  ) -> StructuralModel.Fit {
    let observed = table.modelledCount
    var groups: [StructuralModel.Group] = []
    for (g, sample) in samples.enumerated() {
      let structure = solution.structure(g)
      let packed = (0..<observed * (observed + 1) / 2).map { structure.implied[$0] }
      groups.append(
        .init(
          n: sample.respondents, sample: sample.covariance.selecting(Array(0..<observed)),
          implied: SymmetricMatrix(order: observed, packed: packed),
          sampleMeans: table.hasMeans ? sample.means.map { Array($0.prefix(observed)) } : nil,
          impliedMeans: table.hasMeans ? (0..<observed).map { structure.means[$0] } : nil))
    }
    var fit = StructuralModel.Fit(
      specification: model, observed: Array(table.variables.prefix(observed)),
      latent: Array(table.variables.dropFirst(table.observedCount)), parameters: parameters(solution),
      freeCount: statistics.freeParameters, statistics: statistics, rSquared: explained(solution),
      effects: EffectList(solution: solution, confidence: model.confidence).all(), groups: groups, search: search,
      hasMeans: table.hasMeans, freeEstimates: solution.point,
      freeCovariance: solution.hasErrors ? solution.covariance : nil, table: table,
      structures: samples.indices.map {
        FittedStructure(
          solution.structure($0), sampleMeans: samples[$0].means, hasMeans: table.hasMeans, without: table.auxiliary)
      }, rowsUsed: samples.map(\.respondents), notes: [])
    fit.followsDesign = isDesign
    fit.usesReplicateWeights = isReplicated
    if !answers.isEmpty { fit.incompleteRows = answers.reduce(0) { $0 + $1.incompleteRespondents } }
    fit.notes = StructuralNotes(
      fit: fit, solution: solution, moments: moments, answers: answers, failedReplicates: failedReplicates
    ).all()
    return fit
  }

  private func parameters(_ solution: StructuralSolution) -> [StructuralModel.Parameter] {
    let latent = Standardization(solution: solution, kind: .latent)
    let all = Standardization(solution: solution, kind: .all)
    func error(_ part: (value: Double, gradient: [Double])?) -> Double? {
      guard let part, solution.hasErrors else { return nil }
      let error = solution.error(part.gradient)
      return error > 1e-9 ? error : nil
    }
    var result = table.parameters.filter { !$0.isAuxiliary }.map { parameter in
      let estimate = solution.value(parameter)
      let (byLatent, byAll) = (latent.value(parameter), all.value(parameter))
      let own = parameter.free.flatMap { free in
        solution.hasErrors ? max(0, solution.covariance[free, free]).squareRoot() : nil
      }
      // What a constraint determines has no error.
      let standardError = own.flatMap { $0 > 1e-10 ? $0 : nil }
      var gradient = [Double](repeating: 0, count: solution.point.count)
      if let free = parameter.free { gradient[free] = 1 }
      let reference = solution.reference(parameter.group, gradient)
      let half = standardError.map { reference.quantile(model.confidence) * $0 }
      return StructuralModel.Parameter(
        left: parameter.left, sign: parameter.relation.rawValue, right: parameter.right, label: parameter.label,
        group: parameter.group, isFree: parameter.free != nil, estimate: estimate, standardError: standardError,
        low: half.map { estimate - $0 }, high: half.map { estimate + $0 }, standardizedLatent: byLatent?.value,
        standardizedLatentError: error(byLatent), standardized: byAll?.value, standardizedError: error(byAll),
        degrees: standardError == nil ? nil : reference.degrees)
    }
    for definition in table.definitions {
      let estimate = table.value(of: definition.expression, at: solution.point)
      let gradient = table.gradient(of: definition.expression, at: solution.point)
      let own = solution.error(gradient)
      let standardError = solution.hasErrors && own > 0 && own.isFinite && estimate.isFinite ? own : nil
      let reference = solution.reference(nil, gradient)
      let half = standardError.map { reference.quantile(model.confidence) * $0 }
      let (byLatent, byAll) = (latent.value(of: definition), all.value(of: definition))
      result.append(
        StructuralModel.Parameter(
          left: definition.name, sign: ":=", right: definition.text, label: definition.name, group: nil, isFree: false,
          estimate: estimate, standardError: standardError, low: half.map { estimate - $0 },
          high: half.map { estimate + $0 }, standardizedLatent: byLatent?.value,
          standardizedLatentError: error(byLatent), standardized: byAll?.value, standardizedError: error(byAll),
          degrees: standardError == nil ? nil : reference.degrees))
    }
    return result
  }

  private func explained(_ solution: StructuralSolution) -> [StructuralModel.VariableValue] {
    var result: [StructuralModel.VariableValue] = []
    for group in 0..<table.groupCount {
      let structure = solution.structure(group)
      let v = structure.v
      let pointed = Set(
        table.parameters.compactMap { parameter -> Int? in
          guard parameter.group == group, case .directed(let to, _) = parameter.place else { return nil }
          return to
        })
      for index in pointed.sorted() {
        let variance = structure.covariance[index * v + index]
        guard variance > 0 else { continue }
        result.append(
          .init(
            variable: table.variables[index], group: group, value: 1 - structure.residual[index * v + index] / variance)
        )
      }
    }
    return result
  }
}
