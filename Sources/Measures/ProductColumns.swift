import LinearAlgebra
import Survey

/// A product term with its factors resolved: variables or composites, each to a power.
struct ProductRecipe: Sendable {
  struct Factor: Sendable {
    var name: String
    /// One for a variable; several are a composite's.
    var items: [FrameRecipe.Source]
    var isComposite: Bool
    var power: Int
  }

  var name: String
  var factors: [Factor]

  /// Whether every product is a whole number below 2³¹, as the bounds of the factors tell.
  func isWhole(_ scans: [String: ColumnScan]) -> Bool {
    var bound = 1.0
    for factor in factors {
      guard !factor.isComposite, let scan = scans[factor.items[0].name], scan.isWhole,
        factor.items[0].rescaling.keepsWhole, scan.answered > 0
      else { return false }
      let size = max(abs(factor.items[0].rescaling(scan.low)), abs(factor.items[0].rescaling(scan.high)))
      for _ in 0..<factor.power { bound *= max(1, size) }
    }
    return bound < 0x1p31
  }
}

/// The products of all rows read, NaN where a factor is missing, and what each lacks to the exact product of its factors
/// (rounded once more, beyond 32 digits); `remainders` is `nil` when nothing lacks.
struct ProductColumn {
  var values: [Double]
  var remainders: [Double]?

  /// - Parameter factors: a column and its power each.
  init(_ factors: [(column: [Double], power: Int)], count: Int) {
    var products = [DoubleDouble](repeating: DoubleDouble(1), count: count)
    for (column, power) in factors {
      for i in 0..<count {
        for _ in 0..<power { products[i] = products[i] * column[i] }
      }
    }
    values = products.map(\.high)
    // A product beyond the range of doubles is refused by the scan of the values; its low part is NaN.
    let isExact = products.allSatisfy { !($0.low != 0) || !$0.high.isFinite }
    remainders = isExact ? nil : products.map { $0.low.isFinite ? $0.low : 0 }
  }
}

extension PreparedRows {
  /// Throws `DataFault.notFinite` naming the term and the row where a product leaves the range of sums of squares.
  static func products(
    _ recipe: ProductRecipe, of frame: FrameRecipe, in dataset: Dataset
  ) throws -> ProductColumn {
    let factors = recipe.factors.map { factor -> (column: [Double], power: Int) in
      if factor.isComposite {
        let needed = frame.needed(of: factor.items.count, for: factor.name)
        return (compositeScores(factor.items, needed: needed, in: dataset), factor.power)
      }
      let source = factor.items[0]
      var column = [Double](repeating: .nan, count: dataset.rowCount)
      column.withUnsafeMutableBufferPointer { buffer in
        if let start = buffer.baseAddress { dataset[source.name]!.fill(start, rows: nil, by: source.rescaling) }
      }
      return (column, factor.power)
    }
    let product = ProductColumn(factors, count: dataset.rowCount)
    if ColumnScan(.double(product.values)).magnitude > ColumnScan.largest {
      let row = product.values.firstIndex { abs($0) > ColumnScan.largest } ?? 0
      throw DataFault.productTooLarge(term: recipe.name, row: dataset.rowNumber(row))
    }
    return product
  }
}

extension FrameRecipe {
  /// What the reader of products must know.
  var notesOnProducts: [Note] {
    let names = terms.compactMap { term in if case .product(let product) = term { product.name } else { nil } }
    guard !names.isEmpty else { return [] }
    let missing = lowerTermsLeftOut
    guard missing.isEmpty else {
      return [
        Note(
          .productTerms,
          missing.count == 1
            ? "The importance of \(Sentence.quoted(names)) depends on where zero lies on the scales of the factors, and so do R² and the tests, because \(Sentence.quoted(missing)) is not in the model. Add it to the drivers and products."
            : "The importance of \(Sentence.quoted(names)) depends on where zero lies on the scales of the factors, and so do R² and the tests, because \(Sentence.quoted(missing)) are not in the model. Add them to the drivers and products."
        )
      ]
    }
    return [
      Note(
        .productTerms,
        names.count == 1
          ? "\(Sentence.quoted(names)) enters a model only after its factors, so importance does not depend on where zero lies on their scales. The factors' own coefficients do: each is the effect where the other factors are 0."
          : "\(Sentence.quoted(names)) enter a model only after their factors, so importance does not depend on where zero lies on their scales. The factors' own coefficients do: each is the effect where the other factors are 0."
      )
    ]
  }

  /// What is one factor less than a product of the model and is not in the model itself.
  private var lowerTermsLeftOut: [String] {
    let products = terms.compactMap { term -> [String: Int]? in
      guard case .product(let product) = term else { return nil }
      return product.factors.reduce(into: [:]) { $0[$1.name, default: 0] += $1.power }
    }
    var known = Set(groups.map(\.name))
    for term in terms { known.insert(term.name) }
    var missing: [String] = []
    for product in products {
      for factor in product.keys.sorted() {
        var lower = product
        lower[factor] = product[factor]! > 1 ? product[factor]! - 1 : nil
        let isSingle = lower.values.reduce(0, +) == 1
        if isSingle ? known.contains(lower.keys.first!) : products.contains(lower) { continue }
        let name = lower.sorted { $0.key < $1.key }.map { $0.value == 1 ? $0.key : "\($0.key)^\($0.value)" }
          .joined(separator: ":")
        if !missing.contains(name) { missing.append(name) }
      }
    }
    return missing
  }
}
