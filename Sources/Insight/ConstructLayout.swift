import Importance
import LinearAlgebra
import Measures
import Platform
import Regression
import Resampling
import Structural
import Survey

/// Which columns of an items' frame make which columns of the analysis, and what a reader must know of it.
struct ConstructLayout {
  private(set) var map: ConstructMap
  let always: [ModelFrame.Block]
  let players: [ModelFrame.Block]
  let outcomes: [ModelFrame.Block]
  private let roles: AnalysisRoles

  /// - Parameter columns: the terms of the items' frame; blocks number them.
  init(
    always: [ModelFrame.Block], players: [ModelFrame.Block], outcomes: [ModelFrame.Block], columns: [String],
    roles: AnalysisRoles, scoring: ConstructScoring
  ) {
    var rows: [ConstructMap.Row] = []
    func plain(_ block: ModelFrame.Block) -> ModelFrame.Block {
      var block = block
      let start = rows.count
      for column in block.columns {
        rows.append(
          ConstructMap.Row(
            name: columns[column], columns: [column], units: [1], isConstruct: false,
            reliability: scoring.reliabilities[columns[column]]))
      }
      block.columns = start..<rows.count
      return block
    }
    self.always = always.map(plain)
    var made: [ModelFrame.Block] = []
    for (block, player) in zip(players, roles.players) {
      guard player.kind == .composite else {
        made.append(plain(block))
        continue
      }
      let bounds = player.items.compactMap(\.scale)
      let isUnequal = bounds.count == player.items.count && Set(bounds.map { [$0.low, $0.high] }).count > 1
      rows.append(
        ConstructMap.Row(
          name: player.name, columns: Array(block.columns),
          units: player.items.map { isUnequal ? 100 / ($0.scale!.high - $0.scale!.low) : 1 }, isConstruct: true,
          reliability: scoring.reliabilities[player.name]))
      var own = block
      own.columns = rows.count - 1..<rows.count
      made.append(own)
    }
    self.players = made
    self.outcomes = outcomes.map(plain)
    self.roles = roles
    map = ConstructMap(rows: rows, scoring: scoring, itemCount: columns.count)
  }

  /// Fits the factor model of the constructs, where it is asked for.
  ///
  /// - Throws: `StructuralFault`; `DataFault.request` for a solution that is none.
  mutating func fitConstructs(_ items: Moments) throws {
    guard map.scoring.isLatent else { return }
    let latent = try LatentMoments(map.latentRows, items)
    if let item = latent.fit.parameters.first(where: { $0.sign == "~~" && $0.left == $0.right && $0.estimate < 0 }) {
      throw DataFault.request(
        problem:
          "In the factor model of the constructs the error of '\(item.left)' has a variance below zero, which no data have",
        suggestion: "Leave the item out, join constructs that are one, or use \(setting: .correct, "reliability").")
    }
    map.latent = latent
  }

  /// Moments of the analysis' columns; the workspace holds weights and reliabilities afterwards.
  func moments(_ items: Moments, _ workspace: ConstructMap.Workspace) throws -> Moments {
    let order = map.rows.count
    workspace.scatter.update(from: items.scatter.packed, count: items.scatter.packed.count)
    if let means = items.means { workspace.means.update(from: means, count: means.count) }
    var scatter = SymmetricMatrix(order: order)
    var means = [Double](repeating: 0, count: order)
    let failure = scatter.packed.withUnsafeMutableBufferPointer { scatter in
      means.withUnsafeMutableBufferPointer { means in
        map.apply(workspace, unit: items.scatterUnit, scatter: scatter.baseAddress!, means: means.baseAddress!)
      }
    }
    if failure == .correctedInadmissible { throw inadmissible(scatter) }
    if let failure {
      let blamed = map.rows.filter(\.isConstruct).map(\.name)
      throw DataFault.request(
        problem: "The constructs \(blamed.joined(separator: ", ")) cannot be scored: \(failure.words)",
        suggestion: "Look at `mainspring reliability`: items may be worded the other way round, or not belong together."
      )
    }
    for i in 0..<order where !(scatter[i, i] > 0) {
      throw DataFault.constant(variable: map.rows[i].name, value: means[i])
    }
    var treatment = items.treatment
    treatment.isEstimated = true
    return Moments(
      names: map.rows.map(\.name), n: items.n, sumOfWeights: items.sumOfWeights,
      sumOfSquaredWeights: items.sumOfSquaredWeights, means: items.means == nil ? nil : means, scatter: scatter,
      isCorrelation: items.isCorrelation, treatment: treatment)
  }

  /// Names the smallest eigenvalue, and the two columns that correlate most.
  private func inadmissible(_ scatter: SymmetricMatrix) -> DriverFault {
    var correlation = scatter
    var closest = (size: 0.0, a: 0, b: 0)
    for i in 0..<scatter.order {
      for j in 0..<i {
        correlation[i, j] = scatter[i, j] / (scatter[i, i] * scatter[j, j]).squareRoot()
        if abs(correlation[i, j]) > abs(closest.size) { closest = (correlation[i, j], j, i) }
      }
      correlation[i, i] = 1
    }
    return DriverFault.correctionInadmissible(
      eigenvalue: SymmetricEigen(correlation).values.last ?? 0, a: map.rows[closest.a].name,
      b: map.rows[closest.b].name, correlation: closest.size)
  }

  /// Points of performance per unit of each player's columns, from those of its items: a construct's items rise together.
  func slopes(_ items: [[Double]?], _ workspace: ConstructMap.Workspace) -> [[Double]?] {
    players.indices.map { k in
      guard roles.players[k].kind == .composite else { return items[k] }
      let row = players[k].columns.lowerBound
      if let latent = map.latent, let own = workspace.latent {
        guard let slopes = items[k], !slopes.isEmpty else { return nil }
        let loadings = latent.loadings(own, row: row)
        guard slopes.count == loadings.count else { return nil }
        return [zip(slopes, loadings).reduce(0) { $0 + $1.0 * $1.1 } / Double(slopes.count)]
      }
      guard let slopes = items[k], slopes.count == workspace.weights[row].count, !slopes.contains(0) else { return nil }
      var rise = 0.0
      for (weight, slope) in zip(workspace.weights[row], slopes) { rise += weight / slope }
      return rise > 0 ? [1 / rise] : nil
    }
  }

  func notes(_ workspace: ConstructMap.Workspace) -> [Note] {
    let scoring = map.scoring
    if let latent = map.latent { return notes(latent) + notesOnSingles() }
    guard scoring.correctsReliability else {
      return [
        Note(
          .factorScores,
          scoring.scores == .bartlett
            ? "Constructs are scored by one factor each (\(scoring.scores.rawValue) scores) of respondents who answered every item; resampling estimates the weights anew. As drivers regression scores are the better choice: with Bartlett's, coefficients shrink as with means."
            : "Constructs are scored by one factor each (\(scoring.scores.rawValue) scores) of respondents who answered every item; resampling estimates the weights anew."
        )
      ]
    }
    let known = map.rows.indices.filter { map.rows[$0].isConstruct || map.rows[$0].reliability != nil }
    let list = known.map { k -> Sentence in
      let thousandths = Int((workspace.reliabilities[k] * 1000).rounded())
      let value = "\(map.rows[k].name) \(Double(thousandths) / 1000)"
      return map.rows[k].reliability == nil ? Sentence(value) : "\(value) (given)"
    }
    return [
      Note(
        .corrected,
        "Importance, coefficients and R² are corrected for the error of measurement: the reliabilities are \(Sentence.joined(list, separator: ", ")), ω of means of the items as they are (`mainspring reliability` has it as omega_raw, beside that of standardised items). That errors of different constructs are uncorrelated is assumed; a general impression that colours all answers (halo) violates it, and then the correction makes constructs look more alike than they are."
      )
    ] + notesOnSingles()
  }

  /// What is taken as it is beside what has its error taken out.
  private func notesOnSingles() -> [Note] {
    let single = players.indices.filter { k in
      roles.players[k].kind != .composite && !players[k].isCategorical
        && players[k].columns.contains { map.rows[$0].reliability == nil }
    }.map { "'\(players[$0].name)'" }
    guard !single.isEmpty else { return [] }
    return [
      Note(
        .reliabilityUnknown,
        single.count == 1
          ? "\(single[0]) is taken as measured without error, which favours the others: say \(setting: .reliability, "NAME=0.8") if you know better."
          : "\(single.joined(separator: ", ")) are taken as measured without error, which favours the others: say \(setting: .reliability, "NAME=0.8") if you know better."
      )
    ]
  }

  /// What the constructs are, and how far the answers bear them out.
  private func notes(_ latent: LatentMoments) -> [Note] {
    func rounded(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
    let found = latent.fit.statistics
    var notes = [
      Note(
        .latentConstructs,
        "Importance, coefficients and R² are of the constructs themselves, as one factor model of all their items has them: the items' error of measurement is left out. The unit of a construct is that of the mean of its items."
      )
    ]
    // Of samples with a design the scaled ones alone hold.
    guard let cfi = found.robustCfi ?? found.cfi, let rmsea = found.robustRmsea ?? found.rmsea,
      let low = found.robustRmseaLow ?? found.rmseaLow, let high = found.robustRmseaHigh ?? found.rmseaHigh
    else {
      notes.append(
        Note(
          .constructFit,
          "What the factor model leaves of the items' correlations is \(rounded(found.srmr)) on average (SRMR); `mainspring cfa` tests it on the rows with their weights."
        ))
      return notes
    }
    let isPoor = cfi < Self.leastCfi || low > Self.largestRmsea
    notes.append(
      Note(
        .constructFit,
        isPoor
          ? "The factor model does not fit (CFI \(rounded(cfi)), RMSEA \(rounded(rmsea)), 90 % interval \(rounded(low)) to \(rounded(high))): the answers do not bear these constructs out, and their importance is as doubtful. `mainspring sem` tells in its modification indices where."
          : "The factor model has a CFI of \(rounded(cfi)) and an RMSEA of \(rounded(rmsea)) (90 % interval \(rounded(low)) to \(rounded(high)))."
      ))
    return notes
  }

  /// Bounds beyond which a model is widely held not to fit (Browne & Cudeck 1992; Bentler 1990).
  private static let leastCfi = 0.9
  private static let largestRmsea = 0.08
}
