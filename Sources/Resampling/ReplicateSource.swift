package import Probability

/// Where the moments of a replicate come from: what is random in it, whatever is made of it.
///
/// Rows, or blocks of them, are drawn with replacement, and a step turns their weights into moments; or a step draws a matrix
/// itself. The sources of each kind of data are made where the data are known (`Measures`).
package struct ReplicateSource: Sendable {
  /// From the weights drawn, or from the stream, to the moments of one thread; why there are none, or `nil`.
  package typealias Step = (ReplicateMoments, inout RandomStream) -> ReplicateFailure?

  /// What is drawn with replacement; `nil` when matrices are drawn.
  package let rows: RowResampler?
  /// Rows drawn after these and apart from them: those that only rate, so that as many respondents stand behind the model of
  /// every replicate as behind that of the sample.
  package let others: RowResampler?
  /// Columns of the moments.
  package let order: Int
  let scratchCount: Int
  private let makeStep: @Sendable () -> Step
  private let sum: Sum?

  /// From the weights of several replicates, one after the other, to the numbers that `Step` finds in each one's scratch.
  package typealias Sum =
    @Sendable (_ weights: UnsafePointer<Double>, _ replicates: Int, UnsafeMutablePointer<Double>) ->
    Void

  /// - Parameters:
  ///   - scratchCount: numbers that the step needs to work in.
  ///   - sum: fills the scratch of several replicates before their steps, where that is cheaper together.
  ///   - makeStep: called once per thread; what it returns may keep what it works with, and does not allocate.
  package init(
    rows: RowResampler?, others: RowResampler? = nil, order: Int, scratchCount: Int = 0, sum: Sum? = nil,
    makeStep: @escaping @Sendable () -> Step
  ) {
    precondition(rows != nil || others == nil, "those who only rate stand beside rows")
    self.rows = rows
    self.others = others
    self.order = order
    self.scratchCount = scratchCount
    self.sum = sum
    self.makeStep = makeStep
  }

  /// Scatter drawn from the Wishart distribution, in `unit`.
  package init(_ wishart: WishartSampler, unit: Double = .nan) {
    self.init(rows: nil, order: wishart.order, scratchCount: wishart.scratchCount) {
      { moments, stream in
        wishart.draw(stream: &stream, into: moments.scatter, scratch: moments.scratch)
        moments.unit = unit
        return nil
      }
    }
  }

  package var rowCount: Int { (rows?.rowCount ?? 0) + (others?.rowCount ?? 0) }

  package func makeMoments() -> ReplicateMoments {
    ReplicateMoments(order: order, rows: rowCount, scratch: scratchCount)
  }

  /// What one thread draws with.
  func makeDraws() -> Draws {
    Draws(
      moments: makeMoments(), step: makeStep(),
      batch: sum.map { _ in ReplicateBatch(weights: rowCount, numbers: scratchCount) })
  }

  struct Draws {
    let moments: ReplicateMoments
    fileprivate let step: Step
    /// Replicates that are summed together.
    fileprivate let batch: ReplicateBatch?
  }

  /// The moments of one replicate.
  ///
  /// - Parameter stream: of any replicate: the random stream that it owns.
  func draw(
    _ replicate: Int, _ draws: Draws, stream: inout RandomStream, streamOf: (Int) -> RandomStream
  ) -> ReplicateFailure? {
    if let given = rows?.given {
      given.fill(replicate, into: own(draws.moments.weights))
      return draws.step(draws.moments, &stream)
    }
    guard let batch = draws.batch, let sum else {
      if let rows {
        rows.draw(stream: &stream, into: own(draws.moments.weights))
        others?.draw(stream: &stream, into: rest(draws.moments.weights))
      }
      return draws.step(draws.moments, &stream)
    }
    stream = batch.take(
      replicate, into: draws.moments, streamOf: streamOf,
      draw: { stream, weights in
        rows?.draw(stream: &stream, into: own(weights))
        others?.draw(stream: &stream, into: rest(weights))
      }, sum: sum)
    return draws.step(draws.moments, &stream)
  }

  /// The moments of the sample itself.
  func drawBase(_ draws: Draws, stream: inout RandomStream) -> ReplicateFailure? {
    rows?.baseWeights(into: own(draws.moments.weights))
    others?.baseWeights(into: rest(draws.moments.weights))
    sum?(draws.moments.weights.baseAddress!, 1, draws.moments.scratch)
    return draws.step(draws.moments, &stream)
  }

  /// The moments without one group of units.
  func omit(_ group: Int, of jackknife: Jackknife, _ draws: Draws, stream: inout RandomStream) -> ReplicateFailure? {
    jackknife.omit(group, into: own(draws.moments.weights))
    others?.baseWeights(into: rest(draws.moments.weights))
    sum?(draws.moments.weights.baseAddress!, 1, draws.moments.scratch)
    return draws.step(draws.moments, &stream)
  }

  private func own(_ weights: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: weights[0..<(rows?.rowCount ?? 0)])
  }

  private func rest(_ weights: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: weights[(rows?.rowCount ?? 0)..<rowCount])
  }
}
