import Factors
import Foundation
import LinearAlgebra
import Measures
import Probability
import Survey
import TestSupport
import Testing

@Suite struct FactorCountTests {
  @Test func `clear structure is found by every rule but revised MAP, which is strict with four items a factor`() throws
  {
    let population = Population(factors: 3, itemsPerFactor: 4, correlation: 0.3)
    let frame = try population.frame(population.rows(500, seed: 2, stream: 7))
    let count = FactorCount(try CorrelationInput(Moments(frame)), frame: frame, replicates: 200)
    #expect(count.recommended == 3 && count.recommendation == "parallel_factors_95")
    for name in [
      "parallel_components_95", "parallel_components_mean", "parallel_factors_95", "parallel_components_95_permuted",
      "parallel_factors_95_permuted", "next_eigenvalue", "comparison_data", "map", "kaiser", "empirical_kaiser", "hull",
    ] {
      #expect(count.rules.first { $0.name == name }?.factors == 3, "\(name)")
    }
  }

  @Test func `with nothing to find the 95th percentile is passed in one sample of twenty`() throws {
    // Independent items: the first eigenvalue is above the percentile with probability 5 %.
    let names = (1...6).map { "x\($0)" }
    var above = 0
    let samples = 300
    var reference: [Double]?
    for s in 0..<samples {
      var stream = RandomStream(seed: 4, stream: UInt64(s))
      let columns = (0..<6).map { _ in (0..<100).map { _ in stream.normal() } }
      let frame = try ModelFrame(
        Dataset(variables: zip(names, columns).map { Variable(name: $0.0, values: .double($0.1)) }, rowCount: 100),
        roles: AnalysisRoles(outcomes: [], players: names.map { .init(name: $0, items: [.init(name: $0)]) }),
        ratings: false)
      let input = try CorrelationInput(Moments(frame))
      // The reference depends on n and p alone.
      if reference == nil { reference = ParallelAnalysis(input, replicates: 2000, seed: 9)!.componentPercentiles }
      if SymmetricEigen(input.correlation).values[0] > reference![0] { above += 1 }
    }
    let share = Double(above) / Double(samples)
    #expect(abs(share - 0.05) < 3 * (0.05 * 0.95 / Double(samples)).squareRoot(), "\(share)")
  }

  /// Ten thousand samples in R: the mean of 2000 of ours is within 0.004, their percentile within 0.012 (four errors).
  @Test func `random eigenvalues are those of simulation in R`() throws {
    let file = Reference.folder.appendingPathComponent("parallel.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",").map { $0.filter { $0 != " " } } }
    #expect(rows.count == 40)
    for p in [8, 12] {
      let own = rows.filter { $0[1] == "\(p)" }
      var unit = SymmetricMatrix(order: p)
      for i in 0..<p { unit[i, i] = 1 }
      let input = try CorrelationInput(
        names: (0..<p).map { "x\($0)" }, correlation: unit, n: Double(own[0][0]), isNormalTheory: true)
      let found = try #require(ParallelAnalysis(input, replicates: 2000, seed: 6))
      let means = found.componentMeans + found.commonFactorMeans
      let percentiles = found.componentPercentiles + found.commonFactorPercentiles
      for (k, row) in own.enumerated() {
        #expect(abs(means[k] - Double(row[4])!) < 0.004, "\(row)")
        #expect(abs(percentiles[k] - Double(row[5])!) < 0.012, "\(row)")
      }
    }
  }

  @Test func `normal and permuted samples agree on normal data`() throws {
    let population = Population(factors: 2, itemsPerFactor: 4, correlation: 0.2)
    let frame = try population.frame(population.rows(200, seed: 8, stream: 1))
    let input = try CorrelationInput(Moments(frame))
    let normal = try #require(ParallelAnalysis(input, replicates: 1000, seed: 1))
    let permuted = try #require(ParallelAnalysis(permuting: frame, input, replicates: 1000, seed: 1))
    #expect(distance(normal.componentMeans, permuted.componentMeans) < 0.01)
    #expect(distance(normal.commonFactorMeans, permuted.commonFactorMeans) < 0.01)
    #expect(distance(normal.componentPercentiles, permuted.componentPercentiles) < 0.03)
    // Means of eigenvalues of correlations add up to the number of items.
    #expect(abs(normal.componentMeans.reduce(0, +) - 8) < 1e-9)
    // Common factors: the data's own reduced matrix has trace Σ smc.
    let inverse = try Cholesky(input.correlation).inverse
    let smc = (0..<8).reduce(0) { $0 + 1 - 1 / inverse[$1, $1] }
    #expect(abs(normal.commonFactors.reduce(0, +) - smc) < 1e-9)
    let again = try #require(ParallelAnalysis(input, replicates: 1000, seed: 1, jobs: 3))
    #expect(again == normal)
  }

  /// `References/factors/counts.R`.
  @Test func `the rules that simulate draw what plain simulation in R draws`() throws {
    let table = try ReferenceCSV("factors/counts.csv")
    func values(_ rule: String) -> [Double] {
      table.rows.filter { $0[0] == rule }.map { Double($0[2])! }
    }
    let (holzinger, _, _) = try Reference.set("holzinger")
    let test = try #require(NextEigenvalueTest(holzinger, replicates: 1000, seed: 2, jobs: 2))
    // Three factors suffice, as the battery was made.
    #expect(test.factors == 3 && test.steps.count == 4)
    for (step, expected) in zip(test.steps, values("next_eigenvalue")) {
      #expect(abs(step.reference - expected) < 0.015, "\(step)")
    }
    #expect(test == NextEigenvalueTest(holzinger, replicates: 1000, seed: 2, jobs: 1))
    let own = try ReferenceCSV("factors/robust.csv")
    let items = (1...8).map { "x\($0)" }
    let frame = try ModelFrame(
      Dataset(
        variables: items.map { Variable(name: $0, values: .double(own.numbers($0))) }, rowCount: own.rows.count),
      roles: AnalysisRoles(outcomes: [], players: items.map { .init(name: $0, items: [.init(name: $0)]) }),
      ratings: false)
    let input = try CorrelationInput(Moments(frame))
    let comparison = try #require(ComparisonData(input, frame, seed: 2, jobs: 2))
    // The differences from two factors on are all alike.
    #expect(comparison.factors >= 2)
    for (difference, expected) in zip(comparison.differences, values("comparison_data")) {
      #expect(abs(difference / expected - 1) < 0.06, "\(comparison.differences)")
    }
    #expect(comparison == ComparisonData(input, frame, seed: 2, jobs: 1))
  }

  /// Independent items: the first eigenvalue is taken for a factor in one sample of twenty.
  @Test func `the next-eigenvalue test holds its level`() throws {
    let population = Population(factors: 1, itemsPerFactor: 6, correlation: 0)
    var found = [0, 0, 0]
    for s in 0..<200 {
      var stream = RandomStream(seed: 21, stream: UInt64(s))
      let columns = (0..<6).map { _ in (0..<80).map { _ in stream.normal() } }
      let input = try CorrelationInput(Moments(population.frame(columns)))
      found[min(2, try #require(NextEigenvalueTest(input, replicates: 199, seed: 5, jobs: 1)).factors)] += 1
    }
    let share: Double = Double(200 - found[0]) / 200
    let error: Double = 0.0154
    #expect(abs(share - 0.05) < 3 * error, "\(found)")
  }

  @Test func `components that see fewer factors are told with the reason`() throws {
    let population = Population(factors: 3, itemsPerFactor: 4, correlation: 0.7)
    let frame = try population.frame(population.rows(1200, seed: 2, stream: 7))
    let fit = try FactorExploration(parallelReplicates: 100).fit(to: frame)
    #expect(fit.count.recommended == 3 && fit.count.factors(by: "parallel_components_95")! < 3)
    #expect(fit.notes.contains { $0.kind == .componentsDiffer && $0.message.contains("above about .6") })
    #expect(fit.notes.contains { $0.kind == .minorFactors })
    let apart = Population(factors: 3, itemsPerFactor: 4, correlation: 0.1)
    let other = try FactorExploration(parallelReplicates: 100).fit(to: apart.frame(apart.rows(300, seed: 2, stream: 7)))
    #expect(!other.notes.contains { $0.kind == .componentsDiffer || $0.kind == .minorFactors })
  }

  @Test func `empirical Kaiser follows its formula`() throws {
    let (input, _, _) = try Reference.set("holzinger")
    let eigenvalues = SymmetricEigen(input.correlation).values
    // Braeken & van Assen 2017, equation 2, transcribed.
    var kept = 0
    for j in 0..<9 {
      let before = eigenvalues[0..<j].reduce(0, +)
      let reference = max((9 - before) / Double(9 - j) * pow(1 + sqrt(9.0 / 301), 2), 1)
      if eigenvalues[j] > reference { kept += 1 } else { break }
    }
    #expect(FactorCount(input, replicates: 0).rules.first { $0.name == "empirical_kaiser" }?.factors == kept)
  }

  @Test func `the average partials are those of the definition`() throws {
    let (input, _, _) = try Reference.set("cahps")
    let p = input.names.count
    let eigen = SymmetricEigen(input.correlation)
    // Velicer 1976, naively: partial correlations given m components.
    func average(_ m: Int, _ power: Double) -> Double {
      var left = input.correlation
      for c in 0..<m {
        for i in 0..<p { for j in 0...i { left[i, j] -= eigen.values[c] * eigen.vectors[i, c] * eigen.vectors[j, c] } }
      }
      var sum = 0.0
      for i in 0..<p {
        for j in 0..<p where i != j { sum += pow(abs(left[i, j] / sqrt(left[i, i] * left[j, j])), power) }
      }
      return sum / Double(p * (p - 1))
    }
    for (name, power) in [("map", 2.0), ("map_revised", 4.0)] {
      let values = (0..<p - 1).map { average($0, power) }
      let expected = values.indices.min { values[$0] < values[$1] }!
      #expect(FactorCount(input, replicates: 0).rules.first { $0.name == name }?.factors == expected)
    }
  }
}
