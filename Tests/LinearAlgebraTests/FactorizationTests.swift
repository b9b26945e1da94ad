import Foundation
import LinearAlgebra
import Testing

private func close(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool { abs(a - b) <= tolerance * max(1, abs(b)) }

/// 1/(i + j + 1), whose inverse is (−1)^(i+j)(i+j+1)·C(n+i, n−j−1)·C(n+j, n−i−1)·C(i+j, i)².
private func hilbert(_ order: Int) -> SymmetricMatrix {
  var h = SymmetricMatrix(order: order)
  for i in 0..<order { for j in 0...i { h[i, j] = 1 / Double(i + j + 1) } }
  return h
}

private func choose(_ n: Int, _ k: Int) -> Double {
  (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }.rounded()
}

/// The matrix with 1 on the diagonal and `r` elsewhere: eigenvalues 1 + (p − 1)r and 1 − r.
private func equicorrelated(_ order: Int, _ r: Double) -> SymmetricMatrix {
  var m = SymmetricMatrix(order: order)
  for i in 0..<order { for j in 0...i { m[i, j] = i == j ? 1 : r } }
  return m
}

@Suite struct CholeskyTests {
  @Test("the inverse of a Hilbert matrix is the known matrix of integers")
  func inverse() throws {
    let n = 5
    let inverse = try Cholesky(hilbert(n)).inverse
    for i in 0..<n {
      for j in 0...i {
        let sign: Double = (i + j) % 2 == 0 ? 1 : -1
        let exact =
          sign * Double(i + j + 1) * choose(n + i, n - j - 1) * choose(n + j, n - i - 1) * choose(i + j, i)
          * choose(i + j, i)
        #expect(close(inverse[i, j], exact, 1e-9))
      }
    }
  }

  @Test("solution and determinant of an equicorrelated matrix have their closed forms")
  func solution() throws {
    let factor = try Cholesky(equicorrelated(4, 0.5))
    // The rows of A sum to 2.5, so A·1 = 2.5·1.
    for x in factor.solve([2.5, 2.5, 2.5, 2.5]) { #expect(close(x, 1, 1e-15)) }
    #expect(close(factor.logDeterminant, log(2.5 * 0.125), 1e-14))
    let two = factor.solve(Matrix(rows: 4, columns: 2, storage: [2.5, 2.5, 2.5, 2.5, 5, 5, 5, 5]))
    #expect(close(two[3, 1], 2, 1e-15))
  }

  @Test("a matrix that is not positive definite names the row where it fails")
  func failure() {
    #expect(throws: NotPositiveDefinite(index: 2)) {
      try Cholesky(SymmetricMatrix(order: 3, packed: [1, 0.9, 1, 0.9, -0.9, 1]))
    }
    #expect(throws: NotPositiveDefinite(index: 0)) { try Cholesky(SymmetricMatrix(order: 1, packed: [.nan])) }
    #expect(throws: NotPositiveDefinite(index: 1)) { try Cholesky(SymmetricMatrix(order: 2, packed: [1, .nan, 1])) }
    #expect(throws: Never.self) { try Cholesky(SymmetricMatrix(order: 0)) }
  }
}

@Suite struct SymmetricEigenTests {
  @Test("an equicorrelated matrix has its two known eigenvalues, condition and first vector")
  func values() {
    let eigen = SymmetricEigen(equicorrelated(4, 0.5))
    for (value, exact) in zip(eigen.values, [2.5, 0.5, 0.5, 0.5]) { #expect(close(value, exact, 1e-14)) }
    #expect(close(eigen.conditionNumber, 5, 1e-13))
    for i in 0..<4 { #expect(close(eigen.vectors[i, 0], 0.5, 1e-14)) }
  }

  @Test("powers multiply as powers do")
  func powers() {
    let eigen = SymmetricEigen(hilbert(3))
    let half = eigen.power(0.5)
    let inverseHalf = eigen.power(-0.5)
    for i in 0..<3 {
      for j in 0...i {
        let square = (0..<3).reduce(0.0) { $0 + half[i, $1] * half[$1, j] }
        let unit = (0..<3).reduce(0.0) { $0 + half[i, $1] * inverseHalf[$1, j] }
        #expect(close(square, hilbert(3)[i, j], 1e-14))
        #expect(close(unit, i == j ? 1 : 0, 1e-12))
      }
    }
  }

  @Test("the inverse of a singular matrix's power is the generalised one")
  func singular() {
    // All ones: eigenvalue 3 with vector 1/√3; the pseudo-inverse is the matrix over 9.
    let inverse = SymmetricEigen(equicorrelated(3, 1)).power(-1)
    for value in inverse.packed { #expect(close(value, 1.0 / 9, 1e-14)) }
    #expect(SymmetricEigen(equicorrelated(3, 1)).conditionNumber > 1e14)
    #expect(SymmetricEigen(SymmetricMatrix(order: 0)).values.isEmpty)
  }
}

@Suite struct SweepTests {
  @Test("sweeping the predictors leaves coefficients, residual variance and minus the inverse")
  func regression() {
    // x = 1, 2, 3, 4 and y = 2, 4, 5, 9 about their means: Sxx 5, Sxy 11, Syy 26; b = 2.2, residual 1.8.
    var sweep = Sweep(SymmetricMatrix(order: 2, packed: [5, 11, 26]))
    sweep.sweep(0)
    #expect(close(sweep.matrix[1, 0], 2.2, 1e-15))
    #expect(close(sweep.matrix[1, 1], 1.8, 1e-14))
    #expect(close(sweep.matrix[0, 0], -0.2, 1e-15))
  }

  @Test("a matrix swept throughout is minus its inverse")
  func inverse() throws {
    var sweep = Sweep(hilbert(4))
    for k in [2, 0, 3, 1] { sweep.sweep(k) }
    #expect(sweep.isSwept == [true, true, true, true])
    let inverse = try Cholesky(hilbert(4)).inverse
    for (a, b) in zip(sweep.matrix.packed, inverse.packed) { #expect(close(a, -b, 1e-10)) }
  }

  @Test("a row that depends on those swept before is not swept")
  func dependent() {
    // The third variable is the sum of the first two, which are uncorrelated.
    var sweep = Sweep(SymmetricMatrix(order: 3, packed: [1, 0, 1, 1, 1, 2]))
    let swept = (0..<3).map { sweep.sweep($0) }
    #expect(swept == [true, true, false])
    #expect(sweep.isSwept == [true, true, false])
  }
}

@Suite struct HouseholderQRTests {
  /// Columns 1, x, x², their sum, x³ for x = 0 … 5.
  private let design: Matrix = {
    var m = Matrix(rows: 6, columns: 5)
    for i in 0..<6 {
      let x = Double(i)
      let row = [1, x, x * x, 1 + x + x * x, x * x * x]
      for j in 0..<5 { m[i, j] = row[j] }
    }
    return m
  }()

  @Test("of collinear columns the earlier stays, and the dropped one tells what it depends on")
  func rank() {
    let qr = HouseholderQR(design)
    #expect(qr.kept == [0, 1, 2, 4])
    #expect(qr.dropped == [3])
    for coefficient: Double in qr.dependence(0) { #expect(close(coefficient, 1, 1e-13)) }
    let reversed = HouseholderQR(
      Matrix(rows: 6, columns: 5, storage: (0..<5).reversed().flatMap { j in (0..<6).map { design[$0, j] } }))
    #expect(reversed.kept == [0, 1, 2, 3])
    // The last (1) is the third-named sum less x² and x: (x³, sum, x², x) → (0, 1, −1, −1).
    for (a, b) in zip(reversed.dependence(0), [0, 1, -1, -1] as [Double]) { #expect(close(a, b, 1e-13)) }
  }

  @Test("coefficients, residual, leverages and inverse of an exact polynomial")
  func solution() throws {
    let qr = HouseholderQR(design)
    // y = 3 − 2x + x³ and one residual orthogonal to cubics: fifth differences 1, −5, 10, −10, 5, −1.
    let residual: [Double] = [1, -5, 10, -10, 5, -1]
    let y: [Double] = (0..<6).map { (i: Int) -> Double in
      let x = Double(i)
      return 3 - 2 * x + x * x * x + residual[i]
    }
    let z = qr.transposedProduct(y)
    for (b, exact) in zip(qr.backSubstitute(z), [3, -2, 0, 1] as [Double]) { #expect(close(b, exact, 1e-12)) }
    let back = qr.product([0, 0, 0, 0, z[4], z[5]])
    for (e, exact) in zip(back, residual) { #expect(close(e, exact, 1e-12)) }
    // Leverages: their sum is the rank, and QᵀQ is the unit matrix.
    let q = qr.thinQ
    #expect(close(q.storage.reduce(0) { $0 + $1 * $1 }, 4, 1e-14))
    for a in 0..<4 {
      for b in 0..<a { #expect(abs((0..<6).reduce(0) { $0 + q[$1, a] * q[$1, b] }) < 1e-14) }
    }
    var gram = SymmetricMatrix(order: 4)
    for (a, i) in qr.kept.enumerated() {
      for (b, j) in qr.kept.prefix(a + 1).enumerated() {
        gram[a, b] = (0..<6).reduce(0) { $0 + design[$1, i] * design[$1, j] }
      }
    }
    let inverse = try Cholesky(gram).inverse
    for (a, b) in zip(qr.inverseGram.packed, inverse.packed) { #expect(close(a, b, 1e-9)) }
  }

  @Test("more columns than rows, columns of zeros, and near-collinear columns")
  func edges() {
    let wide = HouseholderQR(Matrix(rows: 2, columns: 3, storage: [1, 2, 3, 5, 8, 13]))
    #expect(wide.kept == [0, 1])
    #expect(HouseholderQR(Matrix(rows: 3, columns: 1)).rank == 0)
    // Relative pivots of 1e-9 and 1e-13: the first stays, the second goes.
    let near = HouseholderQR(
      Matrix(rows: 3, columns: 3, storage: [1, 0, 0, 1, 1e-9, 0, 1, 0, 1e-13]))
    #expect(near.kept == [0, 1])
  }
}
