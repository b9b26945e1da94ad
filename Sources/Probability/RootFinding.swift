/// A zero of a continuous function between two points where its signs differ, by bisection and inverse quadratic or
/// linear interpolation, whichever can be trusted (Brent 1973, chapter 4).
///
/// - Parameters:
///   - relative: the width, relative to the root, at which the search ends (never below four ulps).
/// - Returns: the root, or `nil` when the signs at the ends do not differ.
package func root(
  between low: Double, and high: Double, relative: Double = 1e-13, of function: (Double) -> Double
) -> Double? {
  var a = low
  var b = high
  var fa = function(a)
  var fb = function(b)
  if fa == 0 { return a }
  if fb == 0 { return b }
  guard (fa < 0) != (fb < 0), !fa.isNaN, !fb.isNaN else { return nil }
  var c = a
  var fc = fa
  var step = b - a
  var previous = step
  // Bisection alone would need some 1,100 steps for the whole range of doubles.
  for _ in 0..<2000 {
    if abs(fc) < abs(fb) { (a, b, c, fa, fb, fc) = (b, c, b, fb, fc, fb) }
    let tolerance = (2 * Double.ulpOfOne + relative / 2) * abs(b) + .leastNormalMagnitude
    let middle = (c - b) / 2
    if abs(middle) <= tolerance || fb == 0 { return b }
    if abs(previous) >= tolerance, abs(fa) > abs(fb) {
      var p: Double
      var q: Double
      let s = fb / fa
      if a == c {
        p = 2 * middle * s
        q = 1 - s
      } else {
        let t = fa / fc
        let r = fb / fc
        p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1))
        q = (t - 1) * (r - 1) * (s - 1)
      }
      if p > 0 { q = -q } else { p = -p }
      if 2 * p < min(3 * middle * q - abs(tolerance * q), abs(previous * q)) {
        previous = step
        step = p / q
      } else {
        step = middle
        previous = middle
      }
    } else {
      step = middle
      previous = middle
    }
    a = b
    fa = fb
    b += abs(step) > tolerance ? step : (middle > 0 ? tolerance : -tolerance)
    fb = function(b)
    if (fb < 0) == (fc < 0) {
      c = a
      fc = fa
      step = b - a
      previous = step
    }
  }
  return b
}
