import Rendering

/// A linear congruential generator (Knuth's MMIX constants): tests need the same figures every time.
struct Seeded {
  var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func uniform() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 33) / Double(1 << 31)
  }
  mutating func below(_ limit: Int) -> Int { min(limit - 1, Int(uniform() * Double(limit))) }
}

/// How the points of a random map lie.
enum Scatter: CaseIterable, Sendable {
  case spread, clustered, identical, pairs, line, corners
}

enum FigureFixtures {
  static let quadrants = ["Concentrate here", "Keep up the good work", "Low priority", "Possible overkill"]

  /// Names of 1 to 60 characters: of words, unbroken, or of wide characters.
  static func name(_ index: Int, _ random: inout Seeded) -> String {
    let length = 1 + random.below(60)
    let kind = random.below(10)
    var name = ""
    while name.count < length {
      switch kind {
      case 0: name.append("W")
      case 1: name.append("質")
      default:
        if !name.isEmpty { name.append(" ") }
        for _ in 0...random.below(11) { name.append(Character(Unicode.Scalar(UInt8(97 + random.below(26))))) }
      }
    }
    name = String(name.prefix(length))
    while name.hasSuffix(" ") { name.removeLast() }
    return name
  }

  static func map(points count: Int, scatter: Scatter, seed: UInt64) -> QuadrantMap {
    var random = Seeded(seed &* 131 &+ UInt64(count))
    var places: [(Double, Double)] = []
    for index in 0..<count {
      let (u, v) = (random.uniform(), random.uniform())
      switch scatter {
      case .spread: places.append((50 + 40 * u, 0.3 * v))
      case .clustered: places.append((70 + 0.5 * u + (index == 0 ? 15 : 0), 0.1 + 0.004 * v))
      case .identical: places.append((70, 0.1))
      case .pairs: places.append(index % 2 == 1 ? places[index - 1] : (50 + 40 * u, 0.3 * v))
      case .line: places.append((50 + 40 * u, 0.1))
      case .corners: places.append((u < 0.5 ? 50 : 90, v < 0.5 ? 0 : 0.3))
      }
    }
    let points = places.enumerated().map { index, place in
      let (a, b) = (random.uniform() * 3, random.uniform() * 0.05)
      return QuadrantMap.Point(
        label: name(index, &random), x: Estimate(place.0, low: place.0 - a, high: place.0 + a),
        y: Estimate(place.1, low: place.1 - b, high: place.1 + b), isFlagged: random.uniform() < 0.2)
    }
    // The crosshair anywhere among the points, or outside of them.
    let cross = (45 + 50 * random.uniform(), -0.05 + 0.4 * random.uniform())
    return QuadrantMap(
      title: "Would recommend", xAxis: Axis(title: "Performance (0–100)"),
      yAxis: Axis(title: "Importance (share of R²)", style: .percent(0)), crosshairX: cross.0, crosshairY: cross.1,
      quadrants: quadrants, points: points, flagMeaning: "negative coefficient in the full model")
  }

  static func bars(_ count: Int, seed: UInt64) -> BarChart {
    var random = Seeded(seed)
    let bars = (0..<count).map { index in
      let value = random.uniform() - 0.3
      return BarChart.Bar(
        label: name(index, &random), estimate: Estimate(value, low: value - 0.1, high: value + 0.1),
        isFlagged: random.uniform() < 0.2)
    }
    return BarChart(
      title: "Importance", axis: Axis(title: "Share of R²", style: .percent(1)), bars: bars,
      flagMeaning: "negative coefficient in the full model")
  }

  /// Several series of shares, some of them missing.
  static func groupedBars(_ count: Int, series: Int, seed: UInt64) -> GroupedBarChart {
    var random = Seeded(seed &* 977 &+ UInt64(count))
    let rows = (0..<count).map { index in
      GroupedBarChart.Row(
        label: name(index, &random),
        estimates: (0..<series).map { _ in
          let value = random.uniform() * 0.3 - 0.05
          return random.uniform() < 0.1 ? nil : Estimate(value, low: value - 0.04, high: value + 0.1)
        }, isFlagged: random.uniform() < 0.2)
    }
    return GroupedBarChart(
      title: "Importance", axis: Axis(title: "Share of importance", style: .percent(0)),
      series: Array(["lmg", "first", "relative-weights", "car", "pratt", "genizi", "betasq", "last"].prefix(series)),
      rows: rows, flagMeaning: "negative coefficient in the full model")
  }

  /// Coefficients of several groups, some of them missing.
  static func forest(_ count: Int, series: Int, seed: UInt64) -> ForestPlot {
    var random = Seeded(seed &* 613 &+ 5)
    let rows = (0..<count).map { index in
      ForestPlot.Row(
        label: name(index, &random),
        estimates: (0..<series).map { _ in
          let value = random.uniform() - 0.4
          return random.uniform() < 0.1 ? nil : Estimate(value, low: value - 0.2, high: value + 0.3)
        })
    }
    return ForestPlot(
      title: "Coefficients", axis: Axis(title: "Points of the outcome per point of the term", style: .decimals(2)),
      series: (0..<series).map { "segment = number \($0)" }, rows: rows)
  }

  static func likert(_ count: Int, answers: Int, seed: UInt64) -> LikertChart {
    var random = Seeded(seed &* 271 &+ 9)
    let rows = (0..<count).map { index in
      let parts = (0..<answers).map { _ in random.uniform() < 0.2 ? 0 : random.uniform() }
      let sum = max(parts.reduce(0, +), 1e-9)
      return LikertChart.Row(label: name(index, &random), shares: parts.map { $0 / sum }, remark: "n = 1,187")
    }
    return LikertChart(title: "Answers", answers: (0..<answers).map { "answer \($0)" }, rows: rows)
  }

  static func figure(_ panels: [Figure.Panel]) -> Figure {
    Figure(
      title: "What drives recommendation", caption: "n = 1,187; importance: LMG; intervals: 95 %, 1000 replicates.",
      panels: panels)
  }
}
