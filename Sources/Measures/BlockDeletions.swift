package import LinearAlgebra

/// Spread of estimates from leaving out blocks of rows in turn, blocks of unequal weight counting by it (Busing, Meijer & van der
/// Leeden 1999, doi:10.1023/A:1008800423698).
///
/// With θ of all rows, θ₍ᵦ₎ without block b and h = Σw of all / Σw of the block, pseudo-values are τ = hθ − (h − 1)θ₍ᵦ₎, θ_J = gθ −
/// Σ(1 − 1/h)θ₍ᵦ₎ their centre, and the covariance is the mean over the g blocks of (τ − θ_J)(τ − θ_J)′/(h − 1). Of blocks of equal
/// weight that is (g − 1)/g · Σ(θ₍ᵦ₎ − θ̄)(θ₍ᵦ₎ − θ̄)′ (Tukey 1958).
package struct BlockDeletions: Sendable {
  private let all: [Double]
  private let isCrossed: Bool
  package private(set) var count = 0
  /// Σ1/(h − 1), and of δ = θ₍ᵦ₎ − θ: Σ(1 − 1/h)δ, Σδ, Σ(h − 1)δδ′ (packed, or its diagonal).
  private var rests = 0.0
  private var centres: [Double]
  private var sums: [Double]
  private var products: [Double]

  /// - Parameters:
  ///   - all: the estimates from all rows; NaN for one that is not defined.
  ///   - isCrossed: whether covariances are wanted, or variances alone.
  package init(_ all: [Double], isCrossed: Bool) {
    self.all = all
    self.isCrossed = isCrossed
    centres = all.map { _ in 0 }
    sums = centres
    products = [Double](repeating: 0, count: isCrossed ? all.count * (all.count + 1) / 2 : all.count)
  }

  /// Adds the estimates without one block.
  ///
  /// - Parameter share: of the block in all Σw, below 1.
  package mutating func add(share: Double, _ values: UnsafePointer<Double>) {
    count += 1
    let rest = 1 / share - 1
    rests += 1 / rest
    for i in all.indices {
      let own = values[i] - all[i]
      centres[i] += (1 - share) * own
      sums[i] += own
      if isCrossed {
        let row = i * (i + 1) / 2
        for j in 0...i { products[row + j] += rest * own * (values[j] - all[j]) }
      } else {
        products[i] += rest * own * own
      }
    }
  }

  /// NaN where an estimate is not defined without some block.
  package func variance(_ i: Int) -> Double {
    let product = products[isCrossed ? SymmetricMatrix.position(i, i) : i]
    return (centres[i] * centres[i] * rests - 2 * centres[i] * sums[i] + product) / Double(count)
  }

  /// Of all estimates, zero where one of two is not defined without some block.
  package var covariance: SymmetricMatrix {
    precondition(isCrossed, "products were added up")
    var result = SymmetricMatrix(order: all.count)
    for i in all.indices {
      for j in 0...i {
        let value =
          (centres[i] * centres[j] * rests - centres[i] * sums[j] - centres[j] * sums[i]
            + products[SymmetricMatrix.position(i, j)]) / Double(count)
        result[i, j] = value.isNaN ? 0 : value
      }
    }
    return result
  }
}
