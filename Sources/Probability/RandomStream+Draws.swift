import Platform

extension RandomStream {
  /// A standard normal number.
  ///
  /// The ziggurat of Marsaglia & Tsang (2000, doi:10.18637/jss.v005.i08) in Doornik's (2005) form: 128 layers, the layer
  /// and the abscissa from separate bits of one draw, as the original's sharing of bits fails tests.
  public mutating func normal() -> Double {
    let ziggurat = Ziggurat.shared
    while true {
      let bits = next()
      let layer = Int(bits & 0x7F)
      // On (−1, 1), from the upper 53 bits.
      let u = (Double(bits >> 11) + 0.5) * 0x1p-52 - 1
      let x = u * ziggurat.edges[layer]
      if u.magnitude < ziggurat.ratios[layer] { return x }
      if layer == 0 { return u < 0 ? -normalTail() : normalTail() }
      let upper = exp(-0.5 * (ziggurat.edges[layer] * ziggurat.edges[layer] - x * x))
      let lower = exp(-0.5 * (ziggurat.edges[layer + 1] * ziggurat.edges[layer + 1] - x * x))
      if lower + uniform() * (upper - lower) < 1 { return x }
    }
  }

  /// A normal number beyond the last layer (Marsaglia 1964, doi:10.1080/00401706.1964.10490150).
  private mutating func normalTail() -> Double {
    while true {
      let x = log(uniform()) / Ziggurat.tail
      let y = log(uniform())
      if -2 * y >= x * x { return Ziggurat.tail - x }
    }
  }

  /// An exponential number of mean 1.
  public mutating func exponential() -> Double { -log(uniform()) }

  /// A gamma number of the given shape and scale 1: mean and variance are `shape`.
  ///
  /// Marsaglia & Tsang (2000, doi:10.1145/358407.358414); a shape below 1 is drawn one higher and scaled by U^(1/shape).
  public mutating func gamma(shape: Double) -> Double {
    precondition(shape > 0 && shape.isFinite, "the shape of a gamma distribution is positive")
    guard shape >= 1 else { return gamma(shape: shape + 1) * pow(uniform(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(uniform()) < 0.5 * x * x + d * (1 - v + log(v)) { return d * v }
    }
  }

  /// A chi-squared number; its mean is the degrees of freedom, which need not be whole.
  public mutating func chiSquared(degreesOfFreedom: Double) -> Double { 2 * gamma(shape: degreesOfFreedom / 2) }
}

/// The layers under exp(−x²/2): 128 of equal area, the lowest with the tail.
private struct Ziggurat {
  /// Where the tail begins, and the area of a layer.
  static let tail = 3.442619855899
  static let area = 9.91256303526217e-3
  static let shared = Ziggurat()

  /// `edges[i]` is the right end of layer i; `ratios[i]` the part of it that lies under the curve wholly.
  let edges: [Double]
  let ratios: [Double]

  private init() {
    var edges = [Ziggurat.area * exp(0.5 * Ziggurat.tail * Ziggurat.tail), Ziggurat.tail]
    var height = exp(-0.5 * Ziggurat.tail * Ziggurat.tail)
    while edges.count < 128 {
      let next = (-2 * log(Ziggurat.area / edges[edges.count - 1] + height)).squareRoot()
      edges.append(next)
      height = exp(-0.5 * next * next)
    }
    edges.append(0)
    self.edges = edges
    ratios = (0..<128).map { edges[$0 + 1] / edges[$0] }
  }
}
