import LinearAlgebra
import Testing

@Suite("Cholesky's factor in buffers that stay")
struct PackedCholeskyTests {
  /// A = [4 2; 2 5], of which L = [2 0; 1 2] and A⁻¹ = [5 −2; −2 4]/16.
  private let matrix = [4.0, 2, 5]

  private func factored() throws -> [Double] {
    var factor = matrix
    try PackedCholesky.factor(matrix, order: 2, tolerance: 1e-12, into: &factor)
    return factor
  }

  @Test func `the factor, and both triangular solves`() throws {
    let factor = try factored()
    #expect(factor == [2, 1, 2])
    // L·(3, 4) = (6, 11); L'·(3, 4) = (10, 8).
    var lower = [6.0, 11]
    PackedCholesky.solveLower(factor, order: 2, &lower)
    #expect(lower == [3, 4])
    var upper = [10.0, 8]
    PackedCholesky.solveUpper(factor, order: 2, &upper)
    #expect(upper == [3, 4])
  }

  @Test func `the inverse and its diagonal`() throws {
    var (factor, inverse) = (try factored(), [0.0, 0, 0])
    PackedCholesky.invert(&factor, order: 2, into: &inverse)
    #expect(inverse == [0.3125, -0.125, 0.25])
    var (again, column, diagonal) = (try factored(), [0.0, 0], [0.0, 0])
    PackedCholesky.inverseDiagonal(&again, order: 2, column: &column, into: &diagonal)
    #expect(diagonal == [0.3125, 0.25])
  }

  @Test func `the error names the row whose pivot is not above zero`() {
    var factor = [0.0, 0, 0, 0, 0, 0]
    #expect(throws: NotPositiveDefinite(index: 1)) {
      try PackedCholesky.factor([1, 2, 1, 0, 0, 1], order: 3, tolerance: 1e-12, into: &factor)
    }
    // x₃ = x₁ + x₂: the third pivot is zero.
    #expect(throws: NotPositiveDefinite(index: 2)) {
      try PackedCholesky.factor([1, 0, 1, 1, 1, 2], order: 3, tolerance: 1e-12, into: &factor)
    }
    #expect(throws: NotPositiveDefinite(index: 0)) {
      try PackedCholesky.factor([.nan], order: 1, tolerance: 1e-12, into: &factor)
    }
  }

  @Test func `a ridge makes a singular matrix definite`() throws {
    var factor = [0.0, 0, 0]
    // [1 1; 1 1] + 3·I = [4 1; 1 4].
    try PackedCholesky.factor([1, 1, 1], order: 2, tolerance: 1e-12, ridge: 3, into: &factor)
    #expect(factor == [2, 0.5, 3.75.squareRoot()])
  }
}
