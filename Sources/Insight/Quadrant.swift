/// The four fields of the importance–performance matrix (Martilla & James 1977, doi:10.1177/002224297704100112).
public enum Quadrant: String, Sendable, CaseIterable, Codable {
  /// Important, and done badly: work here first.
  case concentrateHere = "concentrate_here"
  /// Important, and done well.
  case keepUpTheGoodWork = "keep_up_the_good_work"
  /// Neither important nor done well.
  case lowPriority = "low_priority"
  /// Done better than its importance asks for.
  case possibleOverkill = "possible_overkill"

  /// The field of a point. A value on the crosshair counts as high, and so does one that rounding has put just below it:
  /// the mean of equal numbers need not be that number.
  public init(importance: Double, performance: Double, crosshair: Crosshair) {
    func isHigh(_ value: Double, _ line: Double) -> Bool { value >= line - 1e-9 * abs(line) }
    switch (isHigh(importance, crosshair.importance), isHigh(performance, crosshair.performance)) {
    case (true, false): self = .concentrateHere
    case (true, true): self = .keepUpTheGoodWork
    case (false, false): self = .lowPriority
    case (false, true): self = .possibleOverkill
    }
  }

  /// The words of the field, as they stand in figures.
  public var title: String {
    switch self {
    case .concentrateHere: "Concentrate here"
    case .keepUpTheGoodWork: "Keep up the good work"
    case .lowPriority: "Low priority"
    case .possibleOverkill: "Possible overkill"
    }
  }
}

/// Where the lines of the matrix stand.
public struct Crosshair: Sendable, Equatable {
  /// Where the horizontal line stands.
  public var importance: Double
  /// Where the vertical line stands, on 0–100.
  public var performance: Double

  public init(importance: Double, performance: Double) {
    self.importance = importance
    self.performance = performance
  }
}

/// How the crosshair is found.
public enum CrosshairRule: Sendable, Equatable {
  /// The means of the drivers' importance and performance.
  case mean
  /// Their medians.
  case median
  /// The midpoint of the scale: performance 50; stated importance 50, derived importance the drivers' mean.
  case scale
  /// Given numbers: performance on 0–100; importance as a share (0–1), stated importance on 0–100.
  case given(performance: Double, importance: Double)

  /// As `--crosshair` and the table have it; `given` for numbers.
  public var name: String {
    switch self {
    case .mean: "mean"
    case .median: "median"
    case .scale: "scale"
    case .given: "given"
    }
  }

  /// The crosshair of these drivers; values that are not defined (NaN) are left out of means and medians.
  public func crosshair(importance: [Double], performance: [Double], importanceIsStated: Bool) -> Crosshair {
    switch self {
    case .mean: Crosshair(importance: mean(importance), performance: mean(performance))
    case .median: Crosshair(importance: median(importance), performance: median(performance))
    case .scale: Crosshair(importance: importanceIsStated ? 50 : mean(importance), performance: 50)
    case .given(let performance, let importance): Crosshair(importance: importance, performance: performance)
    }
  }

  private func mean(_ values: [Double]) -> Double {
    var (sum, count) = (0.0, 0)
    for value in values where !value.isNaN {
      sum += value
      count += 1
    }
    return count == 0 ? .nan : sum / Double(count)
  }

  private func median(_ values: [Double]) -> Double {
    let sorted = values.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
