import LinearAlgebra
import Measures

/// Which respondents answered all items of each construct, and the products of all columns to draw from.
struct OwnRows: Sendable {
  /// Of each scale: 1 where a row answers all of its items, 0 elsewhere.
  let masks: [[Double]]
  let products: WeightedProducts

  /// - Returns: `nil` when every row answers everything.
  init?(_ frame: ModelFrame, scales: [[Int]]) {
    guard frame.values.contains(where: \.isNaN) else { return nil }
    masks = scales.map { items in frame.isComplete(on: items).map { $0 ? 1 : 0 } }
    // Missing answers have weight zero wherever they would count.
    var filled = frame.values
    for k in filled.indices where filled[k].isNaN { filled[k] = 0 }
    products = WeightedProducts(columns: filled, rowCount: frame.rowCount, columnCount: frame.columnCount)
  }
}
