import LinearAlgebra
import Probability
import Resampling
import Testing

@Suite struct WishartSamplerTests {
  private func draws(_ sampler: WishartSampler, _ count: Int) -> [SymmetricMatrix] {
    (0..<count).map { i in
      var stream = RandomStream(seed: 8, stream: UInt64(i))
      var matrix = SymmetricMatrix(order: sampler.order)
      var scratch = [Double](repeating: 0, count: sampler.scratchCount)
      matrix.packed.withUnsafeMutableBufferPointer { matrix in
        scratch.withUnsafeMutableBufferPointer {
          sampler.draw(stream: &stream, into: matrix.baseAddress!, scratch: $0.baseAddress!)
        }
      }
      return matrix
    }
  }

  @Test func `draws have the Wishart distribution's means and variances`() throws {
    // E S = νΣ, var Sᵢⱼ = ν(Σᵢⱼ² + ΣᵢᵢΣⱼⱼ).
    let nu = 24.0
    let scatter = SymmetricMatrix(order: 3, packed: [48, 12, 24, -2.4e3, 1.2e3, 24e6])
    let sampler = try #require(WishartSampler(scatter: scatter, degreesOfFreedom: nu))
    let count = 20_000
    let all = draws(sampler, count)
    for i in 0..<3 {
      for j in 0...i {
        let values = all.map { $0[i, j] }
        let mean = values.reduce(0, +) / Double(count)
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count - 1)
        let expected = (scatter[i, j] * scatter[i, j] + scatter[i, i] * scatter[j, j]) / nu
        #expect(abs(mean - scatter[i, j]) < 4.5 * (expected / Double(count)).squareRoot())
        #expect(abs(variance / expected - 1) < 0.07)
      }
    }
  }

  @Test func `a sum stays a sum, a constant a constant`() throws {
    // Third column = first + second, fourth constant.
    let scatter = SymmetricMatrix(order: 4, packed: [4, 1, 3, 5, 4, 9, 0, 0, 0, 0])
    for matrix in draws(try #require(WishartSampler(scatter: scatter, degreesOfFreedom: 10)), 20) {
      for i in 0..<3 { #expect(abs(matrix[i, 2] - matrix[i, 0] - matrix[i, 1]) < 1e-9) }
      for i in 0..<4 { #expect(matrix[i, 3] == 0) }
    }
  }

  @Test func `impossible matrices and too few cases are refused`() {
    let impossible = SymmetricMatrix(order: 3, packed: [1, 0.9, 1, 0.9, -0.9, 1])
    #expect(WishartSampler(scatter: impossible, degreesOfFreedom: 50) == nil)
    let fine = SymmetricMatrix(order: 3, packed: [1, 0, 1, 0, 0, 1])
    #expect(WishartSampler(scatter: fine, degreesOfFreedom: 2) == nil)
    #expect(WishartSampler(scatter: fine, degreesOfFreedom: 3) != nil)
    #expect(WishartSampler(scatter: SymmetricMatrix(order: 1, packed: [.nan]), degreesOfFreedom: 3) == nil)
  }
}
