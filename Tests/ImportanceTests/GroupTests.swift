import Importance
import LinearAlgebra
import Measures
import Survey
import Testing

@Suite("Many large groups") struct GroupTests {
  /// Groups whose columns correlate .5 within and not between; the outcome's correlations fall from group to group.
  private func orthogonal(groups: Int, columns: Int) -> (
    problem: ImportanceProblem, matrix: SymmetricMatrix, own: [Double]
  ) {
    var matrix = SymmetricMatrix(order: 1 + groups * columns)
    matrix[0, 0] = 1
    var own: [Double] = []
    for g in 0..<groups {
      let r = 0.1 * Double(groups - g) / Double(groups)
      for i in 0..<columns {
        let a = 1 + g * columns + i
        matrix[a, a] = 1
        matrix[a, 0] = r
        for j in 0..<i { matrix[a, 1 + g * columns + j] = 0.5 }
      }
      // r'R⁻¹r with equal correlations: k·r²/(1 + (k − 1)/2).
      own.append(Double(columns) * r * r / (1 + 0.5 * Double(columns - 1)))
    }
    let players = (0..<groups).map { g in (0..<columns).map { 1 + g * columns + $0 } }
    return (ImportanceProblem(players: players, outcome: 0), matrix, own)
  }

  @Test func `orthogonal groups have their own R² as lmg, sampled or not`() throws {
    // Exact in one evaluation, and in replicates.
    for (groups, columns, exact) in [(12, 3, [true, true]), (30, 6, [false, false]), (22, 8, [true, false])] {
      let (problem, matrix, own) = orthogonal(groups: groups, columns: columns)
      for (inReplicates, isExact) in zip([false, true], exact) {
        let subsets = ImportanceEngine.subsets(for: problem, inReplicates: inReplicates, seed: 1)
        #expect((subsets == .all) == isExact, "\(groups) × \(columns)")
        let fit = try ImportanceEngine(problem: problem, methods: [.lmg, .first, .last], subsets: subsets)
          .fit(momentsOf(matrix))
        for m in 0..<3 {
          for g in 0..<groups { #expect(abs(fit.importance[m][g]! - own[g]) < 1e-12) }
        }
        #expect(fit.notes.contains { $0.kind == .sampledOrders } == !isExact)
      }
    }
  }
}
