import Platform

/// Eigenvalues of eight small symmetric matrices of one order at once: what thousands of random samples ask for.
///
/// Every number of the work is a vector of one number per matrix, so that nothing waits and no library is called for each.
/// Householder's reflections make the matrices tridiagonal (Martin, Reinsch & Wilkinson 1968, doi:10.1007/BF02161360); one
/// eigenvalue is then found by bisection with Sturm's counts, all of them by LAPACK's `dsterf`.
package final class EigenvalueLanes {
  package static let count = 8
  /// Beyond this order the matrices leave the processor's caches, and LAPACK is faster.
  package static let mostOrder = 64
  private typealias Lanes = SIMD4<Double>
  private static let groups = 2

  package let order: Int
  /// Of each group the lower triangles row by row; reduced in place.
  private let triangles: OwnedBuffer<Lanes>
  private let diagonal: OwnedBuffer<Lanes>
  /// Below the diagonal; the first is zero.
  private let beside: OwnedBuffer<Lanes>
  private let products: OwnedBuffer<Lanes>
  private let values: OwnedBuffer<Double>
  private let work: OwnedBuffer<Double>
  private var packedCount: Int { order * (order + 1) / 2 }

  package init(order: Int) {
    precondition(order > 0 && order <= Self.mostOrder, "small matrices")
    self.order = order
    triangles = OwnedBuffer(repeating: .zero, count: Self.groups * order * (order + 1) / 2)
    diagonal = OwnedBuffer(repeating: .zero, count: Self.groups * order)
    beside = OwnedBuffer(repeating: .zero, count: Self.groups * order)
    products = OwnedBuffer(repeating: .zero, count: order)
    values = OwnedBuffer(count: order)
    work = OwnedBuffer(count: order)
  }

  /// Takes the matrix of one lane, from its packed lower triangle row by row; its numbers are finite.
  package func load(_ packed: UnsafePointer<Double>, lane: Int) {
    let target = numbers(triangles + lane / 4 * packedCount) + lane % 4
    for at in 0..<packedCount { target[4 * at] = packed[at] }
  }

  /// Replaces the diagonal of one lane's matrix.
  package func loadDiagonal(lane: Int, _ value: (Int) -> Double) {
    let target = numbers(triangles + lane / 4 * packedCount) + lane % 4
    for i in 0..<order { target[4 * (i * (i + 1) / 2 + i)] = value(i) }
  }

  /// Makes all matrices tridiagonal, which uses them up.
  package func reduce() {
    for group in 0..<Self.groups {
      reduce(triangles + group * packedCount, diagonal + group * order, beside + group * order)
    }
  }

  /// After `reduce` all eigenvalues of one lane, descending; `false` when LAPACK's iteration fails.
  package func writeAll(lane: Int, into target: UnsafeMutablePointer<Double>) -> Bool {
    let d = numbers(diagonal + lane / 4 * order) + lane % 4
    let e = numbers(beside + lane / 4 * order) + lane % 4
    for i in 0..<order {
      values[i] = d[4 * i]
      if i > 0 { work[i - 1] = e[4 * i] }
    }
    guard LAPACK.shared.tridiagonalEigenvalues(order: order, values.pointer, beside: work.pointer) == 0 else {
      return false
    }
    for i in 0..<order { target[i] = values[order - 1 - i] }
    return true
  }

  /// After `reduce` eigenvalue number `place` (0: the largest) of every lane.
  package func writeOne(_ place: Int, into target: UnsafeMutablePointer<Double>) {
    precondition(place >= 0 && place < order, "no such eigenvalue")
    var low = SIMD8<Double>(repeating: .infinity)
    var high = -low
    // Gershgorin's discs.
    for i in 0..<order {
      let radius =
        absolute(joined(beside.pointer, i)) + (i + 1 < order ? absolute(joined(beside.pointer, i + 1)) : .zero)
      low = pointwiseMin(low, joined(diagonal.pointer, i) - radius)
      high = pointwiseMax(high, joined(diagonal.pointer, i) + radius)
    }
    // So many lie below it at most.
    let below = SIMD8<Double>(repeating: Double(order - 1 - place))
    let size = pointwiseMax(absolute(low), absolute(high))
    // Halves of the interval, until it is the last digits of the matrix.
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      let isBelow = countBelow(middle) .<= below
      low.replace(with: middle, where: isBelow)
      high.replace(with: middle, where: .!isBelow)
      if all(high - low .<= 2 * Double.ulpOfOne * size) { break }
    }
    let result = 0.5 * (low + high)
    for lane in 0..<Self.count { target[lane] = result[lane] }
  }

  /// How many eigenvalues of each lane lie below a number.
  private func countBelow(_ x: SIMD8<Double>) -> SIMD8<Double> {
    let least = SIMD8<Double>(repeating: 1e-300)
    var count = SIMD8<Double>.zero
    var q = SIMD8<Double>(repeating: 1)
    for i in 0..<order {
      let e = joined(beside.pointer, i)
      q = joined(diagonal.pointer, i) - x - e * e / q
      // A pivot of zero counts as a small negative one.
      q.replace(with: -least, where: absolute(q) .< least)
      count.replace(with: count + 1, where: q .< 0)
    }
    return count
  }

  private func reduce(
    _ a: UnsafeMutablePointer<Lanes>, _ d: UnsafeMutablePointer<Lanes>, _ e: UnsafeMutablePointer<Lanes>
  ) {
    let p = products.pointer
    for i in stride(from: order - 1, through: 1, by: -1) {
      let v = a + i * (i + 1) / 2
      var squares = Lanes.zero
      for k in 0..<i { squares += v[k] * v[k] }
      let last = v[i - 1]
      var g = squares.squareRoot()
      g.replace(with: -g, where: last .>= 0)
      e[i] = g
      var h = squares - last * g
      // A row of zeros needs no reflection.
      h.replace(with: 1, where: h .== 0)
      v[i - 1] = last - g
      for j in 0..<i { p[j] = .zero }
      for j in 0..<i {
        let row = a + j * (j + 1) / 2
        let vj = v[j]
        var sum = row[j] * vj
        for k in 0..<j {
          sum += row[k] * v[k]
          p[k] += row[k] * vj
        }
        p[j] += sum
      }
      var f = Lanes.zero
      for j in 0..<i {
        p[j] /= h
        f += p[j] * v[j]
      }
      let half = f / (h + h)
      for j in 0..<i {
        let vj = v[j]
        let pj = p[j] - half * vj
        p[j] = pj
        let row = a + j * (j + 1) / 2
        for k in 0...j { row[k] -= vj * p[k] + pj * v[k] }
      }
    }
    e[0] = .zero
    for i in 0..<order { d[i] = a[i * (i + 1) / 2 + i] }
  }

  @inline(__always)
  private func joined(_ groups: UnsafeMutablePointer<Lanes>, _ i: Int) -> SIMD8<Double> {
    SIMD8(lowHalf: groups[i], highHalf: groups[order + i])
  }

  @inline(__always)
  private func absolute(_ x: SIMD8<Double>) -> SIMD8<Double> { x.replacing(with: -x, where: x .< 0) }

  private func numbers(_ lanes: UnsafeMutablePointer<Lanes>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Double.self)
  }
}
