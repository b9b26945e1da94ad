import LinearAlgebra
import Measures
import Survey
import Testing

@Suite("Sums by block") struct SumsTests {
  private static let plan = SumsPlan(
    columns: ["a", "b"], terms: [.init(name: "a"), .init(name: "b")], numbers: [.init(name: "a"), .init(name: "b")],
    ratings: ["a"], weights: nil, by: [], key: nil, blocks: 4)

  /// Rows summed about a shift.
  private func cell(_ rows: [(Double, Double)], about shifts: [Double]) -> SumsCell {
    var cell = SumsCell(Self.plan)
    cell.shifts = shifts
    for (a, b) in rows {
      let d = [a - shifts[0], b - shifts[1]]
      for path in [\SumsCell.rows, \.n, \.used, \.weight, \.squares] { cell[keyPath: path] += 1 }
      for i in 0..<2 {
        cell.sums[i] += d[i]
        for j in 0...i { cell.products[SymmetricMatrix.position(i, j)] += d[i] * d[j] }
      }
    }
    return cell
  }

  @Test("Sums counted from different numbers add to the sums of all rows") func merge() {
    // Values that halves and quarters hold exactly, so that every way of adding has one result.
    let first = (0..<30).map { (i: Int) -> (Double, Double) in (Double(i % 7) / 2, Double(i * i % 11) / 4) }
    let second = (0..<18).map { (i: Int) -> (Double, Double) in (100 + Double(i % 5) / 4, Double(i % 3) - 8) }
    var merged = cell(first, about: [1.5, 1])
    merged.merge(cell(second, about: [100.5, -7]))
    var all = cell(first + second, about: [0, 0])
    all.move(to: merged.shifts)
    #expect(merged.n == 48)
    for (a, b) in zip(merged.sums + merged.products, all.sums + all.products) {
      #expect(abs(a - b) <= 1e-9 * max(1, abs(b)))
    }
    // Chan, Golub & LeVeque's formula for the scatter of both.
    let (w1, w2) = (30.0, 18.0)
    func scatter(_ cell: SumsCell) -> Double { cell.products[0] - cell.sums[0] * cell.sums[0] / cell.weight }
    let (one, two) = (cell(first, about: [1.5, 1]), cell(second, about: [100.5, -7]))
    let difference = two.mean(0)! - one.mean(0)!
    let expected = scatter(one) + scatter(two) + w1 * w2 / (w1 + w2) * difference * difference
    #expect(abs(scatter(merged) - expected) <= 1e-12 * expected)
  }

  @Test("A plan reads back from its text, whatever its names") func text() {
    let odd = ["a b", "c=d|e:f/g", "%41", "ü\"'\\", "x\ny"]
    let plan = SumsPlan(
      columns: odd,
      terms: odd.dropLast().map { SumsPlan.Term(name: $0) } + [
        .init(name: "mean of all", items: odd.map { .init(name: $0, origin: 8, unit: 1, factor: -1) }, needed: 3)
      ],
      numbers: odd.map { SumsPlan.Number(name: $0, scale: RatingScale(7, 1), codes: ["9", "-99:-1", "don't know"]) },
      ratings: [odd[1]], weights: .init(variable: "w t", kind: .precision), by: ["s=1"], key: "i|d", blocks: 37)
    #expect(SumsPlan(text: plan.text) == plan)
    #expect(!plan.text.contains(where: { "\"',;\\\n".contains($0) }))
    for bad in [
      "", "form=1", plan.text.replacing("blocks=37", with: "blocks=0"), plan.text + " form=1",
      plan.text.replacing("ratings=", with: "ratings=zz"),
    ] {
      #expect(SumsPlan(text: bad) == nil, "\(bad)")
    }
  }

  @Test("Keys that follow each other fall into blocks as if at random") func keys() {
    let count = 50
    let rows: Int64 = 200_000
    var sizes = [Double](repeating: 0, count: count)
    var pairs = [Double](repeating: 0, count: count * count)
    var last = 0
    for key in 0..<rows {
      let block = KeyedBlocks.block(of: key, count: count)
      sizes[block] += 1
      if key > 0 { pairs[last * count + block] += 1 }
      last = block
    }
    func chiSquared(_ counts: [Double], _ total: Double) -> Double {
      let expected = total / Double(counts.count)
      return counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
    }
    // χ² within four standard deviations √(2df) of its mean df: neither too uneven nor, as systematic dealing is, too even.
    #expect(abs(chiSquared(sizes, Double(rows)) - 49) < 4 * (2 * 49.0).squareRoot())
    #expect(abs(chiSquared(pairs, Double(rows - 1)) - 2499) < 4 * (2 * 2499.0).squareRoot())
    #expect(KeyedBlocks.block(of: -1, count: count) >= 0 && KeyedBlocks.block(of: .min, count: count) >= 0)
  }
}
