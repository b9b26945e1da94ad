import Measures
import Survey

/// Small surveys written out in the tests.
enum Small {
  static func numbers(_ name: String, _ values: [Double?]) -> Variable {
    Variable(name: name, values: .double(values.map { $0 ?? MissingValue.double(0) }))
  }

  static func ratings(_ name: String, _ values: [Int8?]) -> Variable {
    Variable(name: name, values: .int8(values.map { $0 ?? MissingValue.int8(0) }))
  }

  static func texts(_ name: String, _ values: [String?]) -> Variable {
    var categories: [String] = []
    let codes = values.map { value -> Int32 in
      guard let value else { return MissingValue.text(0) }
      if let known = categories.firstIndex(of: value) { return Int32(known) }
      categories.append(value)
      return Int32(categories.count - 1)
    }
    return Variable(name: name, values: .text(codes: codes, categories: categories))
  }

  static func survey(_ variables: Variable...) -> Dataset {
    Dataset(variables: variables, rowCount: variables.first?.count ?? 0)
  }

  static func item(_ name: String, _ first: Double? = nil, _ last: Double? = nil) -> AnalysisRoles.Item {
    AnalysisRoles.Item(name: name, scale: first.map { RatingScale($0, last!) })
  }

  static func player(_ name: String, _ first: Double? = nil, _ last: Double? = nil) -> AnalysisRoles.Player {
    AnalysisRoles.Player(name: name, items: [item(name, first, last)])
  }

  static func composite(_ name: String, _ items: [AnalysisRoles.Item]) -> AnalysisRoles.Player {
    AnalysisRoles.Player(name: name, kind: .composite, items: items)
  }

  static func roles(
    _ outcomes: [String], _ players: [AnalysisRoles.Player], always: [String] = [],
    missing: MissingTreatment = .listwise,
    weights: String? = nil, kind: WeightsKind = .sampling, strata: String? = nil, cluster: String? = nil
  ) -> AnalysisRoles {
    AnalysisRoles(
      outcomes: outcomes.map { item($0) }, players: players, always: always.map { item($0) },
      weights: weights.map { .init(variable: $0, kind: kind) }, strata: strata, cluster: cluster, missing: missing)
  }
}

extension ModelFrame {
  /// One column of the frame by its term.
  func column(_ term: String) -> [Double]? {
    columns.firstIndex { $0.term == term }.map { Array(values[$0 * rowCount..<($0 + 1) * rowCount]) }
  }

  func note(_ kind: String) -> String? { notes.first { $0.kind.name == kind }?.message }
}
