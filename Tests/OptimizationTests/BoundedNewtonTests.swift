import Optimization
import Testing

/// Rosenbrock's function Σ 100(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)² of two variables: its minimum is 0 at (1, 1).
private final class Rosenbrock: TwiceDifferentiable {
  let dimension = 2
  private var x = 0.0
  private var y = 0.0

  func value(at point: UnsafePointer<Double>) -> Double {
    (x, y) = (point[0], point[1])
    return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x)
  }

  func derivatives(
    gradient: UnsafeMutablePointer<Double>, hessian: UnsafeMutablePointer<Double>,
    fallback: UnsafeMutablePointer<Double>
  ) {
    gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x)
    gradient[1] = 200 * (y - x * x)
    hessian[0] = 1200 * x * x - 400 * y + 2
    hessian[1] = -400 * x
    hessian[2] = 200
    fallback[0] = 800 * x * x + 2
    fallback[1] = -400 * x
    fallback[2] = 200
  }
}

@Suite struct BoundedNewtonTests {
  private func search(from start: [Double], lower: Double, upper: Double) -> (point: [Double], story: Convergence) {
    var point = start
    let story = point.withUnsafeMutableBufferPointer {
      BoundedNewton(dimension: 2).minimise(Rosenbrock(), from: $0.baseAddress!, lower: lower, upper: upper)
    }
    return (point, story)
  }

  @Test(arguments: [[-1.2, 1.0], [2.0, -2.0], [0.0, 3.0], [-3.0, -3.0]])
  func `finds the minimum of Rosenbrock's valley`(start: [Double]) {
    let (point, story) = search(from: start, lower: -5, upper: 5)
    #expect(story.isConverged)
    #expect(abs(point[0] - 1) < 1e-8 && abs(point[1] - 1) < 1e-8)
    #expect(story.end < 1e-18 && story.iterations < 60)
  }

  @Test func `stops at a bound where the slope leads outside`() {
    // With x ≤ ½ the minimum lies at x = ½, y = x²: there the slope in x is −2(1 − x) < 0.
    let (point, story) = search(from: [-0.5, 0.2], lower: -1, upper: 0.5)
    #expect(story.isConverged)
    #expect(point[0] == 0.5)
    #expect(abs(point[1] - 0.25) < 1e-12)
  }

  @Test func `a start outside the bounds is brought inside, and the story is told`() {
    let (_, story) = search(from: [10, -10], lower: -2, upper: 2)
    #expect(story.isConverged && story.evaluations >= story.iterations && story.start > story.end)
  }
}
