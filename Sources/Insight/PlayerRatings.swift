import LinearAlgebra
import Measures
import Survey

/// Performance and stated importance of each player: means of its items on 0–100, for many vectors of weights.
struct PlayerRatings: Sendable {
  /// Items side by side, performance first; `nil` when the means are given, or come from blocks of rows.
  private let items: MaskedMeans?
  private let blocks: BlockMoments?
  private let performanceItems: [[Int]]
  private let statedItems: [[Int]]
  /// From moments: the means themselves with their standard errors.
  private let given: [(mean: Double, error: Double)]
  private let givenStated: [Double]
  /// Of maximum likelihood moments, the lines by which a player's performance follows the means of its columns; `nil` for a
  /// player without one, whose performance is of those who answered.
  private let lines: [[Line]?]

  /// Performance − intercept per unit of a column.
  private struct Line {
    var column: Int
    var intercept: Double
    var slope: Double
  }

  /// - Parameter followsMeans: performance is what the model's means make of it, so that it is of everyone where those are: with
  ///   answers that are missing at random, means of those who answered are not.
  init(_ frame: ModelFrame, followsMeans: Bool = false) {
    lines = followsMeans ? PlayerRatings.lines(frame) : []
    let first = frame.performance.names.count
    items = MaskedMeans(
      columns: frame.performance.values + frame.stated.values, rowCount: frame.ratingRowCount,
      columnCount: first + frame.stated.names.count)
    performanceItems = PlayerRatings.padded(frame.performance.columnsOfPlayer, frame.players.count)
    statedItems = PlayerRatings.padded(frame.stated.columnsOfPlayer, frame.players.count).map { $0.map { $0 + first } }
    blocks = nil
    given = []
    givenStated = []
  }

  /// The means of reweighted blocks.
  init(_ blocks: BlockMoments, players: Int) {
    items = nil
    lines = []
    self.blocks = blocks
    performanceItems = PlayerRatings.padded(blocks.performanceOfPlayer, players)
    statedItems = PlayerRatings.padded(blocks.statedOfPlayer, players)
    given = []
    givenStated = []
  }

  /// The means of a stream.
  init(_ model: ModelMoments) {
    items = nil
    lines = []
    blocks = nil
    performanceItems = []
    statedItems = []
    given = model.players.indices.map { (model.performance.mean(ofPlayer: $0) ?? .nan, 0) }
    givenStated = model.players.indices.map { model.stated.mean(ofPlayer: $0) ?? .nan }
  }

  /// Performance from the means of a matrix file and the declared scales; NaN without either.
  init(moments: Moments, roles: AnalysisRoles) {
    items = nil
    lines = []
    blocks = nil
    performanceItems = []
    statedItems = []
    givenStated = [Double](repeating: .nan, count: roles.players.count)
    let covariance = moments.covariance
    given = roles.players.map { player in
      var sum = 0.0
      var variance = 0.0
      for item in player.items {
        guard let means = moments.means, let scale = item.scale,
          let index = moments.names.firstIndex(of: item.name)
        else { return (.nan, .nan) }
        sum += scale.percent(means[index])
        for other in player.items {
          guard let otherScale = other.scale, let j = moments.names.firstIndex(of: other.name) else {
            return (.nan, .nan)
          }
          variance += covariance[index, j] * 1e4 / ((scale.last - scale.first) * (otherScale.last - otherScale.first))
        }
      }
      let count = Double(player.items.count)
      return (sum / count, (max(0, variance) / (count * count * moments.n)).squareRoot())
    }
  }

  /// Performance, then stated importance, of the players of a frame, under its weights or others.
  func point(_ frame: ModelFrame, weights: [Double]? = nil) -> [Double] {
    let weights = weights ?? frame.ratingWeights ?? [Double](repeating: 1, count: frame.ratingRowCount)
    var scratch = [Double](repeating: 0, count: max(1, itemCount))
    var result = [Double](repeating: .nan, count: 2 * frame.players.count)
    let none = [0.0]
    weights.withUnsafeBufferPointer { weights in
      none.withUnsafeBufferPointer { none in
        scratch.withUnsafeMutableBufferPointer { scratch in
          result.withUnsafeMutableBufferPointer { result in
            guard let first = weights.baseAddress else { return }
            means(
              weights: first, columnMeans: none.baseAddress!, scratch: scratch.baseAddress!, into: result)
          }
        }
      }
    }
    return result
  }

  private static func padded(_ columns: [[Int]], _ players: Int) -> [[Int]] {
    columns.isEmpty ? [[Int]](repeating: [], count: players) : columns
  }

  var itemCount: Int { items?.columnCount ?? blocks?.itemCount ?? 0 }

  /// Writes each player's performance, then each player's stated importance; NaN for what it does not have.
  ///
  /// - Parameters:
  ///   - columnMeans: of the model's columns under the same weights; blocks need them.
  ///   - scratch: `itemCount` numbers.
  func means(
    weights: UnsafePointer<Double>, columnMeans: UnsafePointer<Double>, scratch: UnsafeMutablePointer<Double>,
    into result: UnsafeMutableBufferPointer<Double>
  ) {
    if let items {
      items.means(weights: weights, into: scratch)
    } else if let blocks {
      blocks.ratingMeans(weights: weights, columnMeans: columnMeans, into: scratch)
    } else {
      return
    }
    for (k, columns) in (performanceItems + statedItems).enumerated() {
      var sum = 0.0
      for column in columns { sum += scratch[column] }
      result[k] = columns.isEmpty ? .nan : sum / Double(columns.count)
    }
    for (k, own) in lines.enumerated() {
      guard let own else { continue }
      var sum = 0.0
      for line in own { sum += line.intercept + line.slope * columnMeans[line.column] }
      result[k] = sum / Double(own.count)
    }
  }

  /// The given means, or means drawn about them: `normal` gives standard normal numbers.
  func given(normal: () -> Double, into result: UnsafeMutableBufferPointer<Double>) {
    for (k, value) in given.enumerated() {
      result[k] = value.mean + value.error * normal()
      result[given.count + k] = givenStated[k]
    }
  }

  /// Points of performance per unit of each column of each player; `nil` for a player without performance.
  static func slopes(_ frame: ModelFrame) -> [[Double]?] { lines(frame).map { $0?.map(\.slope) } }

  /// By player, performance as a linear function of each of its columns; `nil` without performance.
  ///
  /// Two rows say all of a line: those with the least and the greatest value.
  private static func lines(_ frame: ModelFrame) -> [[Line]?] {
    let columnsOfPlayer = padded(frame.performance.columnsOfPlayer, frame.players.count)
    return frame.players.indices.map { k in
      let items = columnsOfPlayer[k]
      let columns = Array(frame.players[k].columns)
      guard !items.isEmpty else { return nil }
      if columns.count == 1 { return line(frame, column: columns[0], items: items).map { [$0] } }
      guard columns.count == items.count else { return nil }
      let lines = zip(columns, items).compactMap { line(frame, column: $0, items: [$1]) }
      return lines.count == columns.count ? lines : nil
    }
  }

  private static func line(_ frame: ModelFrame, column: Int, items: [Int]) -> Line? {
    let n = frame.rowCount
    var least: (x: Double, y: Double)?
    var greatest: (x: Double, y: Double)?
    for i in 0..<n {
      let x = frame.values[column * n + i]
      var y = 0.0
      for item in items { y += frame.performance.values[item * frame.ratingRowCount + i] }
      guard !x.isNaN, !y.isNaN else { continue }
      if least == nil || x < least!.x { least = (x, y / Double(items.count)) }
      if greatest == nil || x > greatest!.x { greatest = (x, y / Double(items.count)) }
    }
    guard let least, let greatest, greatest.x > least.x else { return nil }
    let slope = (greatest.y - least.y) / (greatest.x - least.x)
    return Line(column: column, intercept: least.y - slope * least.x, slope: slope)
  }

  /// The same of a stream, whose rows are gone, from the scales that its ratings were put on.
  static func slopes(_ model: ModelMoments) -> [[Double]?] {
    zip(model.players, padded(model.performance.columnsOfPlayer, model.players.count)).map { player, items in
      let scales = items.compactMap { model.performanceScales[$0] }
      guard !items.isEmpty, scales.count == items.count else { return nil }
      let slopes = scales.map { 100 / ($0.high - $0.low) }
      if player.columns.count == items.count { return slopes }
      guard player.columns.count == 1 else { return nil }
      // A composite of unequal scales is on 0–100 already.
      return [Set(scales.map { [$0.low, $0.high] }).count == 1 ? slopes[0] : 1]
    }
  }

  /// The same from declared scales alone, for columns that stand in the good direction; a composite of unequal scales is
  /// on 0–100 already.
  static func slopes(_ roles: AnalysisRoles) -> [[Double]?] {
    roles.players.map { player in
      let slopes = player.items.compactMap { $0.scale.map { 100 / ($0.high - $0.low) } }
      guard slopes.count == player.items.count, let first = slopes.first else { return nil }
      guard player.kind == .composite else { return slopes }
      let bounds = player.items.compactMap(\.scale).map { [$0.low, $0.high] }
      return [Set(bounds).count == 1 ? first : 1]
    }
  }
}
