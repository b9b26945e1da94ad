import Factors
import LinearAlgebra
import Platform
import Probability
import Testing

/// One factor of many items is fitted by sweeps from a start that is near, and must be what Newton's search finds.
@Suite("Factors: one factor of many items") struct ManyItemsTests {
  /// Sample correlations of one factor with items of both directions, beside a weaker second one.
  private static func correlations(items: Int, rows: Int, seed: UInt64) -> SymmetricMatrix {
    var stream = RandomStream(seed: seed, stream: 0)
    var sums = [Double](repeating: 0, count: items)
    var products = SymmetricMatrix(order: items)
    for _ in 0..<rows {
      let (first, second) = (stream.normal(), stream.normal())
      let x = (0..<items).map { j in
        (j % 4 == 3 ? -0.6 : 0.7) * first + (j < items / 3 ? 0.3 : 0) * second + 0.6 * stream.normal()
      }
      for i in 0..<items {
        sums[i] += x[i]
        for j in 0...i { products[i, j] += x[i] * x[j] }
      }
    }
    var result = products
    for i in 0..<items { for j in 0...i { result[i, j] -= sums[i] * sums[j] / Double(rows) } }
    let deviations = (0..<items).map { result[$0, $0].squareRoot() }
    for i in 0..<items { for j in 0...i { result[i, j] = i == j ? 1 : result[i, j] / (deviations[i] * deviations[j]) } }
    return result
  }

  @Test("sweeps end where Newton's search does", arguments: [FactorAnalysis.Extraction.minres, .maximumLikelihood])
  func sweeps(_ extraction: FactorAnalysis.Extraction) {
    for items in [40, 61] {
      let sample = Self.correlations(items: items, rows: 300, seed: 5)
      let resample = Self.correlations(items: items, rows: 300, seed: 6)
      let searched = OneFactorModel(items: items, extraction: extraction)
      let swept = OneFactorModel(items: items, extraction: extraction)
      resample.packed.withUnsafeBufferPointer { #expect(searched.fit($0.baseAddress!)) }
      sample.packed.withUnsafeBufferPointer { #expect(swept.fit($0.baseAddress!)) }
      resample.packed.withUnsafeBufferPointer { #expect(swept.fit($0.baseAddress!, isWarm: true)) }
      for i in 0..<items {
        #expect(abs(swept.loadings[i] - searched.loadings[i]) < 1e-7)
        #expect(abs(swept.uniquenesses[i] - searched.uniquenesses[i]) < 1e-7)
      }
      // The equations themselves, naively: each loading is the weighted regression on the others.
      let loadings = (0..<items).map { swept.loadings[$0] }
      let weights = loadings.map { extraction == .minres ? 1 : 1 / (1 - $0 * $0) }
      for i in 0..<items {
        var (above, below) = (0.0, 0.0)
        for j in 0..<items where j != i {
          above += weights[j] * loadings[j] * resample[i, j]
          below += weights[j] * loadings[j] * loadings[j]
        }
        #expect(abs(above / below - loadings[i]) < 1e-11)
      }
      #expect(!swept.isHeywood)
    }
  }

  @Test("a uniqueness on its bound is left to the search") func heywood() {
    // Item 0 correlates so highly that no uniqueness above the bound reproduces it.
    let items = 45
    var matrix = SymmetricMatrix(order: items)
    for i in 0..<items { for j in 0...i { matrix[i, j] = i == j ? 1 : j == 0 ? 0.72 : 0.5 } }
    let (searched, swept) = (OneFactorModel(items: items), OneFactorModel(items: items))
    matrix.packed.withUnsafeBufferPointer {
      #expect(searched.fit($0.baseAddress!))
      for i in 0..<items { swept.uniquenesses[i] = 0.4 }
      #expect(swept.fit($0.baseAddress!, isWarm: true))
    }
    #expect(searched.isHeywood && swept.isHeywood)
    for i in 0..<items { #expect(abs(swept.loadings[i] - searched.loadings[i]) < 1e-7) }
  }
}
