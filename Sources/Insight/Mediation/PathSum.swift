/// A sum of products of regression coefficients: every indirect, direct, total and conditional effect is one.
///
/// Along a way from driver to outcome the coefficients are multiplied, and the ways are added up (Wright 1934). With a moderator
/// each link of a way is a line, a + a′·w, which at a given w is a linear combination of coefficients. So one kind of value is
/// evaluated in every resample and in every draw, and has the gradient that the delta method needs.
package struct PathSum: Sendable {
  /// Σ factorₖ·coefficient at placeₖ.
  package struct Link: Sendable {
    var places: [Int]
    var factors: [Double]

    package init(_ place: Int) { (places, factors) = ([place], [1]) }

    package init(places: [Int], factors: [Double]) {
      precondition(places.count == factors.count, "a factor per coefficient")
      (self.places, self.factors) = (places, factors)
    }

    func value(_ coefficients: UnsafePointer<Double>) -> Double {
      var sum = 0.0
      for k in places.indices { sum += factors[k] * coefficients[places[k]] }
      return sum
    }

    var negated: Link { Link(places: places, factors: factors.map { -$0 }) }
  }

  /// Products that are added up.
  var ways: [[Link]]

  package init(_ ways: [[Link]]) { self.ways = ways }

  /// Allocates nothing.
  func value(_ coefficients: UnsafePointer<Double>) -> Double {
    var sum = 0.0
    for way in ways {
      var product = 1.0
      for link in way { product *= link.value(coefficients) }
      sum += product
    }
    return sum
  }

  package func value(_ coefficients: [Double]) -> Double {
    coefficients.withUnsafeBufferPointer { value($0.baseAddress!) }
  }

  /// ∂/∂ of every coefficient.
  package func gradient(_ coefficients: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: coefficients.count)
    for way in ways {
      let values = coefficients.withUnsafeBufferPointer { c in way.map { $0.value(c.baseAddress!) } }
      for (k, link) in way.enumerated() {
        var others = 1.0
        for (j, value) in values.enumerated() where j != k { others *= value }
        for (place, factor) in zip(link.places, link.factors) { result[place] += factor * others }
      }
    }
    return result
  }

  static func + (a: PathSum, b: PathSum) -> PathSum { PathSum(a.ways + b.ways) }

  package static func - (a: PathSum, b: PathSum) -> PathSum {
    PathSum(a.ways + b.ways.map { way in way.indices.map { $0 == 0 ? way[$0].negated : way[$0] } })
  }
}
