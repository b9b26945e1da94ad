import Measures
import Probability
import Survey

/// Small surveys made in the tests.
enum Samples {
  /// Ratings 1–7 of `drivers` items that share a factor, and an outcome 0–10 that the earlier items move more.
  static func ratings(_ rows: Int, drivers: Int = 4, seed: UInt64 = 1, missing: Double = 0) -> Dataset {
    var stream = RandomStream(seed: seed, stream: 0)
    var items = [[Double]](repeating: [], count: drivers)
    var outcome: [Double] = []
    for _ in 0..<rows {
      let common = stream.normal()
      var sum = 0.0
      for k in 0..<drivers {
        let latent = 0.6 * common + 0.8 * stream.normal()
        items[k].append(max(1, min(7, (4.4 + 1.3 * latent).rounded())))
        sum += latent * Double(drivers - k) / Double(drivers)
      }
      outcome.append(max(0, min(10, (6 + 1.2 * sum + 1.5 * stream.normal()).rounded())))
    }
    if missing > 0 {
      for k in 0..<drivers {
        for i in 0..<rows where stream.uniform() < missing { items[k][i] = .nan }
      }
    }
    return dataset(
      items.enumerated().map { ("x\($0 + 1)", $1) } + [("y", outcome)])
  }

  static func dataset(_ columns: [(String, [Double])]) -> Dataset {
    Dataset(
      variables: columns.map {
        Variable(name: $0.0, values: .double($0.1.map { $0.isNaN ? MissingValue.double(0) : $0 }))
      },
      rowCount: columns[0].1.count)
  }

  static func roles(
    drivers: Int = 4, scale: RatingScale? = RatingScale(1, 7), weights: AnalysisRoles.Weighting? = nil,
    missing: MissingTreatment = .listwise
  ) -> AnalysisRoles {
    AnalysisRoles(
      outcomes: [.init(name: "y")],
      players: (1...drivers).map { .init(name: "x\($0)", items: [.init(name: "x\($0)", scale: scale)]) },
      weights: weights, missing: missing)
  }
}
