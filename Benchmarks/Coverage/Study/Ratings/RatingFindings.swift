import Insight
import Measures
import Probability
import Regression
import Resampling

/// What one sample's analysis says, beside the truth, as a row of numbers: 1 where a statement is true, 0 where not, NaN where
/// none is made; and the frequencies that are stated.
struct RatingFindings {
  /// What is counted once per driver.
  enum OfDriver: Int, CaseIterable {
    case share, coefficient, performance, effect, potential
    /// The frequency of the driver's commonest quadrant, and whether that is the population's.
    case quadrantFrequency, quadrant
    /// The frequency with which the driver comes first, and whether it does.
    case firstFrequency, first
    /// The frequency with which the driver has the most potential, and whether it does.
    case bestFrequency, best
  }

  /// What is counted once per sample.
  enum OfSample: Int, CaseIterable {
    case rSquared, ranks
    /// The interval of the share of the driver that is first in the sample.
    case leader
    /// Whether the driver with the highest priority has the largest potential, and the part of that which it has.
    case pick, potentialOfPick
    /// Whether the best is among those that may be it, and how many these are.
    case bestIsLeftOpen, leftOpen
    /// Whether the set of drivers that may be first holds one that is.
    case firstIsLeftOpen
    /// What is said about who matters most: whether it is said, and whether it is true.
    case saysMost, most
  }

  let cell: RatingCell
  let truth: RatingTruth
  let replicates: Int
  static let confidence = 0.95

  private var p: Int { cell.population.drivers }
  var width: Int { OfDriver.allCases.count * p + OfSample.allCases.count }
  func column(_ what: OfDriver, _ driver: Int) -> Int { what.rawValue * p + driver }
  func column(_ what: OfSample) -> Int { OfDriver.allCases.count * p + what.rawValue }

  init(_ cell: RatingCell, replicates: Int) throws {
    self.cell = cell
    truth = try RatingTruth(cell.population)
    self.replicates = replicates
  }

  /// Draws a sample, analyses it with every default of the program, and writes its row.
  ///
  /// - Returns: why there is no analysis of this sample, or `nil`.
  func fill(_ row: UnsafeMutableBufferPointer<Double>, from stream: inout RandomStream) -> ReplicateFailure? {
    row.update(repeating: .nan)
    do {
      let survey = cell.population.draw(cell.respondents, truth, from: &stream)
      let analysis = DriverAnalysis(
        bootstrap: BootstrapSpecification(
          replicates: replicates, seed: stream.next(), confidence: RatingFindings.confidence), dominance: false)
      let fit = try analysis.fit(to: ModelFrame(survey, roles: cell.population.roles))
      let positions = try ImportancePerformance().fit(fit).maps[0].positions
      write(fit, row)
      write(positions, row)
      return nil
    } catch {
      return .stopped("\(error)")
    }
  }

  private func write(_ fit: DriverAnalysis.Fit, _ row: UnsafeMutableBufferPointer<Double>) {
    let outcome = fit.outcomes[0]
    let drivers = outcome.methods[0].drivers
    row[column(.rSquared)] = held(outcome.rSquared, truth.rSquared)
    for k in 0..<p {
      row[column(.share, k)] = held(drivers[k].share, truth.shares[k])
      row[column(.performance, k)] = held(fit.performance[k], truth.performance[k])
      let term = outcome.regression.terms[k + 1]
      row[column(.coefficient, k)] = held(
        .init(value: term.estimate, low: term.low, high: term.high), truth.coefficients[k])
      row[column(.firstFrequency, k)] = drivers[k].frequencyOfFirst ?? .nan
      row[column(.first, k)] = truth.ranks[k] == 1 ? 1 : 0
    }
    if drivers.allSatisfy({ $0.mayBeFirst != nil }) {
      row[column(.firstIsLeftOpen)] =
        drivers.indices.contains { drivers[$0].mayBeFirst! && truth.ranks[$0] == 1 } ? 1 : 0
    }
    if let leader = drivers.indices.first(where: { drivers[$0].rank == 1 }) {
      let own = drivers[leader].leaderInterval
      row[column(.leader)] = held(
        own.map { .init(value: nil, low: $0.low, high: $0.high) } ?? drivers[leader].share, truth.shares[leader])
      let isSaid = drivers[leader].rankHigh == 1
      row[column(.saysMost)] = isSaid ? 1 : 0
      if isSaid { row[column(.most)] = truth.ranks[leader] == 1 && truth.ranks.count { $0 == 1 } == 1 ? 1 : 0 }
    }
    let hasRanks = drivers.allSatisfy { $0.rankLow != nil && $0.rankHigh != nil }
    if hasRanks {
      // A driver that ties may have any rank of its tie.
      row[column(.ranks)] =
        zip(drivers, truth.ranks).allSatisfy { driver, rank in
          let last = rank + truth.ranks.count { $0 == rank } - 1
          return driver.rankLow! <= last && rank <= driver.rankHigh!
        } ? 1 : 0
    }
  }

  private func write(_ positions: [ImportancePerformance.Position], _ row: UnsafeMutableBufferPointer<Double>) {
    for (k, position) in positions.enumerated() {
      row[column(.effect, k)] = held(
        .init(value: position.effect, low: position.effectInterval?.low, high: position.effectInterval?.high),
        truth.effects[k])
      row[column(.potential, k)] = held(position.potential, truth.potentials[k])
      row[column(.bestFrequency, k)] = position.frequencyOfBest ?? .nan
      row[column(.best, k)] = truth.potentials[k] == truth.potentials.max() ? 1 : 0
      guard let frequencies = position.frequencies else { continue }
      // In the order of the cases, so that a tie is always settled alike.
      let commonest = Quadrant.allCases.max { frequencies[$0]! < frequencies[$1]! }!
      row[column(.quadrantFrequency, k)] = frequencies[commonest]!
      row[column(.quadrant, k)] = commonest == truth.positions[k].quadrant ? 1 : 0
    }
    if positions.contains(where: { $0.mayBeBest != nil }), let best = truth.potentials.max() {
      let open = positions.indices.filter { positions[$0].mayBeBest == true }
      row[column(.bestIsLeftOpen)] = open.contains { truth.potentials[$0] == best } ? 1 : 0
      row[column(.leftOpen)] = Double(open.count) / Double(p)
    }
    if let pick = positions.firstIndex(where: { $0.priority == 1 }), let best = truth.potentials.max() {
      row[column(.pick)] = truth.potentials[pick] == best ? 1 : 0
      row[column(.potentialOfPick)] = truth.potentials[pick] / best
    }
  }

  private func held(_ estimate: DriverAnalysis.Estimated, _ truth: Double) -> Double {
    guard let low = estimate.low, let high = estimate.high else { return .nan }
    return low <= truth && truth <= high ? 1 : 0
  }
}
