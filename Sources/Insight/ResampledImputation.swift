import Importance
import Imputation
import LinearAlgebra
import Measures
import Platform
import Probability
import Resampling
import Survey

/// Rows drawn anew from the incomplete sample, and every resample imputed anew: the bootstrap, then multiple imputation.
///
/// It says how much estimates vary even where the models that answers are drawn from are not those of the analysis, so that
/// Rubin's rules would say too much or too little (Schomaker & Heumann 2018, doi:10.1002/sim.7654; Bartlett & Hughes 2020,
/// doi:10.1177/0962280220932189). Each resample is imputed twice: of the mean squares between resamples, MSB, and between the
/// draws of one, MSW, the variance of an estimate without the noise of so few draws is (MSB − MSW)/2 (von Hippel & Bartlett
/// 2021, doi:10.1214/20-STS793). Resamples are drawn in to have that variance and what the imputations of the sample itself
/// leave, B/m.
struct ResampledImputation: Sendable {
  /// Imputations of each resample.
  static let draws = 2

  let specification: MultipleImputation
  /// The rows of `frame`.
  let dataset: Dataset
  /// Incomplete rows.
  let frame: ModelFrame
  let variables: [AnalysisRoles.Item]
  /// Of completed rows, whose design has been drawn from.
  let roles: AnalysisRoles

  init(_ model: ImputationModel, _ frame: ModelFrame, roles: AnalysisRoles) {
    specification = model.specification
    dataset = model.dataset
    self.frame = frame
    variables = roles.imputedItems
    var own = roles.treating(.listwise)
    (own.strata, own.cluster, own.populationSize) = (nil, nil, nil)
    (own.calibration, own.replicates, own.sampleReplicates) = (nil, nil, nil)
    self.roles = own
  }

  /// - Parameter points: the numbers of each completed data of the sample itself, in the layout of a replicate.
  func resample(
    _ evaluator: ReplicateEvaluator, _ bootstrap: BootstrapSpecification, points: [[Double]], estimates: [Int],
    jobs: Int,
    progress: (@Sendable (Int) -> Void)?
  ) -> Resampled {
    let rows = frame.resampler
    let width = evaluator.width
    let order = evaluator.subject.moments.names.count
    let drawn = ReplicateRunner.run(
      count: rows.given?.count ?? bootstrap.replicates, width: Self.draws * width, jobs: jobs, seed: bootstrap.seed,
      progress: progress,
      makeWorkspace: { Worker(evaluator, order: order, rows: rows.rowCount) }
    ) { worker, replicate, stream, row in
      if let given = rows.given {
        given.fill(replicate, into: worker.weights.values)
      } else {
        rows.draw(stream: &stream, into: worker.weights.values)
      }
      let sample = repeated(worker.weights.values)
      var specification = specification
      specification.seed = specification.seed &+ UInt64(replicate + 1) &* 0x9E37_79B9_7F4A_7C15
      guard
        let model = try? ImputationModel(
          specification, dataset.selecting(sample.rows), variables: variables,
          complete: roles.weights.map { [$0.variable] } ?? []),
        let answers = try? model.draw(0..<Self.draws, jobs: 1)
      else { return .imputationFailed }
      for m in 0..<Self.draws {
        guard let completed = try? ModelFrame(answers.completed(m), roles: roles),
          completed.rowCount == sample.rows.count, completed.columns.map(\.term) == evaluator.subject.moments.names
        else { return .imputationFailed }
        let part = UnsafeMutableBufferPointer(rebasing: row[m * width..<(m + 1) * width])
        let moments = Moments(completed, weights: sample.weights)
        worker.moments.scatter.update(from: moments.scatter.packed, count: moments.scatter.packed.count)
        if let means = moments.means { worker.moments.means.update(from: means, count: means.count) }
        if let failure = evaluator.evaluate(worker.workspace, stream: &stream, into: part) { return failure }
        for (column, value) in zip(
          evaluator.layout.performance.lowerBound..<evaluator.layout.stated.upperBound,
          PlayerRatings(completed).point(completed, weights: sample.weights))
        {
          part[column] = value
        }
      }
      return nil
    }
    return Resampled(
      bootstrap: drawnIn(drawn, width: width, points: points, estimates: estimates), degrees: rows.degrees)
  }

  private final class Worker {
    let moments: ReplicateMoments
    let weights: OwnedBuffer<Double>
    let workspace: ReplicateEvaluator.Workspace

    init(_ evaluator: ReplicateEvaluator, order: Int, rows: Int) {
      moments = ReplicateMoments(order: order, rows: 0)
      weights = OwnedBuffer(repeating: 0, count: rows)
      workspace = evaluator.makeWorkspace(moments)
    }
  }

  /// Rows as often as they were drawn, so that each gets answers of its own, and what each then counts.
  private func repeated(_ drawn: UnsafeMutableBufferPointer<Double>) -> (rows: [Int32], weights: [Double]) {
    var rows: [Int32] = []
    var weights: [Double] = []
    for (row, weight) in drawn.enumerated() where weight > 0 {
      let own = frame.weights?[row] ?? 1
      let times = max(1, (weight / own).rounded())
      for _ in 0..<Int(times) {
        rows.append(Int32(row))
        weights.append(weight / times)
      }
    }
    return (rows, weights)
  }

  /// Means of the draws of each resample, drawn in towards the mean of all.
  private func drawnIn(_ drawn: Replicates, width: Int, points: [[Double]], estimates: [Int]) -> Replicates {
    let count = drawn.count
    var values = [Double](repeating: .nan, count: count * width)
    for i in 0..<count {
      // Signs are those of one draw.
      for j in 0..<width { values[i * width + j] = drawn.values[i * Self.draws * width + j] }
    }
    let draws = Double(Self.draws)
    for j in estimates {
      var (means, within): ([Double], Double) = ([], 0)
      for i in 0..<count {
        let own = (0..<Self.draws).map { drawn.values[(i * Self.draws + $0) * width + j] }
        let mean = own.reduce(0, +) / draws
        values[i * width + j] = mean
        guard mean.isFinite else { continue }
        means.append(mean)
        within += own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (draws - 1)
      }
      guard means.count > 1 else { continue }
      let centre = means.reduce(0, +) / Double(means.count)
      let variance = means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / Double(means.count - 1)
      guard variance > 0 else { continue }
      let noise = within / Double(means.count) / draws
      let left = ImputedSets.between(points.map { $0[j] }) / Double(points.count)
      let scale = max(0, 1 + ((left.isFinite ? left : 0) - noise) / variance).squareRoot()
      for i in 0..<count { values[i * width + j] = centre + scale * (values[i * width + j] - centre) }
    }
    return Replicates(
      count: count, width: width, values: values,
      reasons: drawn.failure.map { $0 < 0 ? nil : drawn.reasons[Int($0)] })
  }
}
