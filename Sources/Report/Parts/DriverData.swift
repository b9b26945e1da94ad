import Importance
import Insight
import Languages
import LinearAlgebra
import Measures
import Presentation
import Regression
import Resampling
import Studies
import Survey

/// What the script knows of one view's drivers: importance, the matrix, coefficients, and what moving a driver goes with.
struct DriverData {
  let drivers: DriverAnalysis.Fit
  let matrix: ImportancePerformance.Fit?
  /// The drivers of the matrix, which has no products.
  let placed: DriverAnalysis.Fit?

  var outcomes: JSONValue { .list(drivers.outcomes.map(outcome)) }

  private func outcome(_ outcome: DriverAnalysis.OutcomeFit) -> JSONValue {
    let maps = (matrix?.maps ?? []).filter { $0.outcome.name == outcome.outcome.name }
    return .object([
      ("name", .text(outcome.outcome.name)), ("title", .text(outcome.outcome.title)),
      ("n", .number(outcome.regression.n)),
      ("drivers", .texts(drivers.players.map(\.title))),
      ("negative", .list(outcome.signs.map { .flag(($0 ?? 0) < 0) })),
      ("methods", .list(outcome.methods.filter(isDefined).map(method))),
      ("maps", .list(maps.map(map))), ("places", .list((maps.first?.positions ?? []).map(place))),
      ("terms", .list(outcome.regression.terms.filter { $0.name != "(Intercept)" }.map { term(outcome, $0) })),
      ("whatif", whatIf(outcome.outcome.name)),
    ])
  }

  private func isDefined(_ method: DriverAnalysis.MethodFit) -> Bool {
    method.drivers.contains { $0.share.value != nil }
  }

  private func method(_ method: DriverAnalysis.MethodFit) -> JSONValue {
    .object([
      ("name", .text(method.method.rawValue)),
      ("title", .text(Language.current.word(MethodDescription.describing(method.method).title))),
      ("shares", .list(method.drivers.map { .estimate($0.share.value, $0.share.low, $0.share.high) })),
      ("ranks", .list(method.drivers.map { JSONValue($0.rank.map { Double($0) }) })),
    ])
  }

  private func term(_ outcome: DriverAnalysis.OutcomeFit, _ term: LinearRegression.Fit.Term) -> JSONValue {
    .object([
      ("name", .text(outcome.regression.label(of: term) ?? term.name)),
      ("b", .estimate(term.estimate, term.low, term.high)), ("beta", JSONValue(term.beta)),
    ])
  }

  private func map(_ map: ImportancePerformance.Map) -> JSONValue {
    let importance = map.positions.map { $0.importance.value ?? .nan }
    let performance = map.positions.map { $0.performance.value ?? .nan }
    let isStated = map.importance == .stated
    func lines(_ rule: CrosshairRule) -> JSONValue {
      let lines = rule.crosshair(importance: importance, performance: performance, importanceIsStated: isStated)
      return .shorts([lines.performance, lines.importance])
    }
    return .object([
      ("method", .text(map.importance.name)), ("stated", .flag(isStated)),
      (
        "lines",
        .object([
          ("mean", lines(.mean)), ("median", lines(.median)), ("scale", lines(.scale)),
          ("given", .shorts([map.crosshair.performance, map.crosshair.importance])),
        ])
      ),
      (
        "y",
        .list(map.positions.map { .estimate($0.importance.value, $0.importance.low, $0.importance.high) })
      ),
      // How often resamples agree, by field.
      (
        "odds",
        .list(map.positions.map { position in .shorts(Quadrant.allCases.map { position.frequencies?[$0] }) })
      ),
    ])
  }

  /// What the drivers have in common on all maps of an outcome.
  private func place(_ position: ImportancePerformance.Position) -> JSONValue {
    let (performance, potential) = (position.performance, position.potential)
    return .object([
      ("x", .estimate(performance.value, performance.low, performance.high)),
      // In no field of the program's, whatever its place.
      ("against", .flag(position.quadrant == nil)), ("first", .flag(position.priority == 1)),
      ("priority", JSONValue(position.priority.map { Double($0) })),
      ("potential", .estimate(potential.value, potential.low, potential.high)),
    ])
  }

  /// Effects with their covariance (the floor), and how performance and the outcome vary together (the ceiling).
  private func whatIf(_ name: String) -> JSONValue {
    guard let placed, let outcome = placed.outcomes.first(where: { $0.outcome.name == name }) else { return .null }
    let movable = placed.players.indices.filter {
      outcome.effects[$0]?.isFinite == true && placed.performance[$0].value != nil
    }
    guard !movable.isEmpty, let mean = outcome.mean else { return .null }
    var entries: [(key: String, value: JSONValue)] = [
      ("drivers", .texts(movable.map { placed.players[$0].title })), ("mean", .number(mean)),
      ("low", JSONValue(outcome.outcome.scale?.low)), ("high", JSONValue(outcome.outcome.scale?.high)),
      ("performance", .numbers(movable.map { placed.performance[$0].value })),
      ("effects", .numbers(movable.map { outcome.effects[$0] })),
      (
        "intervals",
        .list(
          movable.map {
            let interval = outcome.effectIntervals[$0]
            return .numbers([interval?.low, interval?.high])
          })
      ),
      ("quantile", JSONValue(outcome.effectQuantile)), ("n", .number(outcome.regression.n)),
    ]
    if let covariance = outcome.effectCovariance { entries.append(("covariance", triangle(covariance, movable))) }
    if let movement = outcome.movement {
      entries.append(("ceilings", .numbers(movable.map { outcome.ceilings[$0] })))
      entries.append(("withOutcome", .numbers(movable.map { movement.withOutcome[$0] })))
      entries.append(("ofOutcome", .number(movement.ofOutcome)))
    }
    return .object(entries)
  }

  /// How the drivers that can be moved vary together: the same for every outcome.
  var together: JSONValue {
    guard let placed, let movement = placed.outcomes.lazy.compactMap(\.movement).first else { return .null }
    return triangle(movement.performance, placed.players.indices.filter { !movement.performance[$0, $0].isNaN })
  }

  /// Names of these drivers.
  var moving: JSONValue {
    guard let placed, let movement = placed.outcomes.lazy.compactMap(\.movement).first else { return .list([]) }
    return .list(
      placed.players.indices.filter { !movement.performance[$0, $0].isNaN }.map { .text(placed.players[$0].title) })
  }

  /// Drivers up to which covariances have all their digits; more would make a page too large.
  private static let mostPrecise = 20

  /// The lower triangle row by row.
  private func triangle(_ matrix: SymmetricMatrix, _ indices: [Int]) -> JSONValue {
    let isPrecise = indices.count <= Self.mostPrecise
    return .list(
      indices.enumerated().map { place, i in
        let row = indices[...place].map { Optional(matrix[i, $0]) }
        return isPrecise ? .numbers(row) : .shorts(row)
      })
  }
}
