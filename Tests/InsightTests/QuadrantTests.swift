import Insight
import Testing

@Suite struct QuadrantTests {
  let crosshair = Crosshair(importance: 0.25, performance: 60)

  @Test("the four fields of Martilla and James") func fields() {
    #expect(Quadrant(importance: 0.4, performance: 50, crosshair: crosshair) == .concentrateHere)
    #expect(Quadrant(importance: 0.4, performance: 70, crosshair: crosshair) == .keepUpTheGoodWork)
    #expect(Quadrant(importance: 0.1, performance: 50, crosshair: crosshair) == .lowPriority)
    #expect(Quadrant(importance: 0.1, performance: 70, crosshair: crosshair) == .possibleOverkill)
  }

  @Test("a value on a line of the crosshair counts as high") func onTheLine() {
    #expect(Quadrant(importance: 0.25, performance: 60, crosshair: crosshair) == .keepUpTheGoodWork)
    #expect(Quadrant(importance: 0.25, performance: 59, crosshair: crosshair) == .concentrateHere)
    #expect(Quadrant(importance: 0.2, performance: 60, crosshair: crosshair) == .possibleOverkill)
  }

  @Test("equal numbers lie on their mean, however it rounds") func rounding() {
    let third = 0.1 + 0.2 - 0.3 + 1.0 / 3
    let lines = CrosshairRule.mean.crosshair(
      importance: [third, third, third], performance: [70.1, 70.1, 70.1], importanceIsStated: false)
    #expect(Quadrant(importance: third, performance: 70.1, crosshair: lines) == .keepUpTheGoodWork)
  }

  @Test("crosshair rules, by hand") func rules() {
    let importance = [0.5, 0.3, 0.2]
    let performance = [40.0, 70.0, 100.0]
    func lines(_ rule: CrosshairRule, stated: Bool = false) -> Crosshair {
      rule.crosshair(importance: importance, performance: performance, importanceIsStated: stated)
    }
    #expect(abs(lines(.mean).importance - 1 / 3.0) < 1e-15)
    #expect(lines(.mean).performance == 70)
    #expect(lines(.median) == Crosshair(importance: 0.3, performance: 70))
    #expect(lines(.scale).performance == 50)
    #expect(abs(lines(.scale).importance - 1 / 3.0) < 1e-15)
    #expect(lines(.scale, stated: true).importance == 50)
    #expect(lines(.given(performance: 65, importance: 0.4)) == Crosshair(importance: 0.4, performance: 65))
    let even = CrosshairRule.median.crosshair(
      importance: [1, 2, 4, 10], performance: [1, 1, 2, 2], importanceIsStated: false)
    #expect(even == Crosshair(importance: 3, performance: 1.5))
  }
}
