import LinearAlgebra
import Platform

/// A discrepancy of moments β whose weight is not made of the model's covariances: information is Δ'AΔ with Δ = ∂β/∂θ' column
/// by column and A what a subclass multiplies by.
class DeltaDiscrepancy: Discrepancy {
  private var deltas: [ParameterPlace: [Double]] = [:]
  private var products: [ParameterPlace: [Double]] = [:]

  /// ∂β/∂a at what the structure was last updated to.
  func makeDelta(_ place: ParameterPlace) -> [Double] { [] }

  /// A times a column.
  func weigh(_ column: [Double]) -> [Double] { column }

  /// To be called when the structure or A changes.
  func forget() {
    deltas.removeAll(keepingCapacity: true)
    products.removeAll(keepingCapacity: true)
  }

  final func delta(_ place: ParameterPlace) -> [Double] {
    if let known = deltas[place] { return known }
    let made = makeDelta(place)
    deltas[place] = made
    return made
  }

  override final func information(_ a: ParameterPlace, _ b: ParameterPlace) -> Double {
    delta(b).product(product(a))
  }

  private func product(_ place: ParameterPlace) -> [Double] {
    if let known = products[place] { return known }
    let made = weigh(delta(place))
    products[place] = made
    return made
  }

  override func addInformation(
    _ free: [(index: Int, place: ParameterPlace)], _ share: Double, to matrix: UnsafeMutablePointer<Double>
  ) {
    prepareInformation()
    add(free, share, weigh) { matrix[$0] += $1 }
  }

  /// Δ'AΔ of free parameters, entry by entry of the packed lower triangle.
  final func add(
    _ free: [(index: Int, place: ParameterPlace)], _ share: Double, _ weigh: ([Double]) -> [Double],
    _ take: (Int, Double) -> Void
  ) {
    let columns = free.map { delta($0.place) }
    for a in free.indices {
      let product = weigh(columns[a])
      for b in 0...a {
        let value = share * columns[b].product(product)
        let (i, j) = (max(free[a].index, free[b].index), min(free[a].index, free[b].index))
        // Two places of one parameter count twice.
        take(i * (i + 1) / 2 + j, i == j && a != b ? 2 * value : value)
      }
    }
  }
}

extension [Double] {
  /// x'y.
  func product(_ other: [Double]) -> Double {
    withUnsafeBufferPointer { x in
      other.withUnsafeBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress else { return 0 }
        return LaneSums.product(x, y, count)
      }
    }
  }
}

extension SymmetricMatrix {
  /// Ax, where x may be zero almost everywhere.
  func times(_ x: [Double]) -> [Double] {
    var result = [Double](repeating: 0, count: order)
    let isSparse = x.count { $0 != 0 } * 8 < order
    packed.withUnsafeBufferPointer { a in
      x.withUnsafeBufferPointer { x in
        result.withUnsafeMutableBufferPointer { y in
          guard let (a, x, y) = Self.addresses(a, x, y) else { return }
          if isSparse {
            for j in 0..<order where x[j] != 0 { addColumn(j, x[j], a, to: y) }
          } else {
            // Each row once, for itself and for the column that it is.
            for i in 0..<order {
              let row = a + i * (i + 1) / 2
              let factor = x[i]
              y[i] += LaneSums.product(row, x, i) + factor * row[i]
              for j in 0..<i { y[j] += factor * row[j] }
            }
          }
        }
      }
    }
    return result
  }

  private static func addresses(
    _ a: UnsafeBufferPointer<Double>, _ x: UnsafeBufferPointer<Double>, _ y: UnsafeMutableBufferPointer<Double>
  ) -> (UnsafePointer<Double>, UnsafePointer<Double>, UnsafeMutablePointer<Double>)? {
    guard let a = a.baseAddress, let x = x.baseAddress, let y = y.baseAddress else { return nil }
    return (a, x, y)
  }

  private func addColumn(
    _ j: Int, _ factor: Double, _ a: UnsafePointer<Double>, to y: UnsafeMutablePointer<Double>
  ) {
    let row = a + j * (j + 1) / 2
    for i in 0...j { y[i] += factor * row[i] }
    var at = (j + 1) * (j + 2) / 2 + j
    for i in j + 1..<Swift.max(order, j + 1) {
      y[i] += factor * a[at]
      at += i + 1
    }
  }
}
