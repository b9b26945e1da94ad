import LinearAlgebra
import Measures
import Regression
import Resampling
import Survey

/// What a mediation analysis is made of: the moments of all its columns, and the rows where there are some.
struct MediationData {
  var moments: Moments
  /// `nil` of a matrix.
  var frame: ModelFrame?
  var columns: [ModelFrame.Column]
  var always: [ModelFrame.Block]
  /// Covariates, players and outcomes.
  var blocks: [String: ModelFrame.Block]
  var moderator: MediationSystem.Moderator?
  var notes: [Note]

  /// Rows, with the products of the moderator behind their columns.
  init(_ frame: ModelFrame, _ specification: MediationAnalysis) throws {
    if frame.missing != .listwise { throw MediationFault.treatment(frame.missing) }
    if specification.bootstrap.replicates > 0 { try frame.requireUnits() }
    let blocks = (frame.always + frame.players + frame.outcomes).byName
    self.blocks = blocks
    always = frame.always
    notes = frame.notes
    var frame = frame
    for name in specification.mediators where frame.hasTwoAnswers(name) {
      throw MediationFault.twoAnswers(variable: name)
    }
    if let name = specification.moderator {
      guard let block = blocks[name] else {
        throw DataFault.noSuchVariable(name: name, nearest: Spelling.nearest(to: name, among: Array(blocks.keys)))
      }
      var units: [String] = []
      if !specification.stages.isDisjoint(with: [.first, .direct]) { units += specification.drivers }
      if specification.stages.contains(.second) { units += specification.mediators }
      moderator = MediationSystem.Moderator(block: block, products: [:], stages: specification.stages)
      for column in units.compactMap({ blocks[$0] }).flatMap({ Array($0.columns) }) {
        let first = frame.columns.count
        for other in block.columns { frame.appendProduct(column, other) }
        moderator!.products[column] = first..<frame.columns.count
      }
    }
    columns = frame.columns
    moments = Moments(frame)
    self.frame = frame
  }

  /// A matrix.
  init(_ model: ModelMoments, _ specification: MediationAnalysis) throws {
    if let moderator = specification.moderator {
      throw DataFault.needsRows(
        analysis: "The moderator '\(moderator)'", suggestion: "Leave it out, or give the data file.")
    }
    _ = try model.moments.requireN()
    blocks = (model.always + model.players + model.outcomes).byName
    (always, columns, moments, notes) = (model.always, model.columns, model.moments, model.notes)
  }

  /// One regression.
  ///
  /// Throws `MediationFault.dependent` for a term that has no coefficient of its own, and what `LinearRegression` throws.
  func regression(
    _ equation: MediationSystem.Equation, _ regression: LinearRegression
  ) throws -> LinearRegression.Fit {
    let fit = try fit(equation, equation.dependent.column, regression, moments, frame)
    if let term = fit.terms.first(where: \.isDropped) {
      throw MediationFault.dependent(variable: term.name, regression: equation.dependent.name)
    }
    return fit
  }

  private func fit(
    _ equation: MediationSystem.Equation, _ column: Int, _ regression: LinearRegression, _ moments: Moments?,
    _ frame: ModelFrame?
  ) throws -> LinearRegression.Fit {
    guard var own = frame else {
      return try regression.fit(to: self.moments, outcome: column, predictors: equation.predictors)
    }
    (own.always, own.players) = ([], equation.predictors)
    own.outcomes = [
      ModelFrame.Block(
        name: own.columns[column].term, label: nil, columns: column..<column + 1, isCategorical: false)
    ]
    return try regression.fit(to: own, outcome: 0, moments: moments)
  }

  /// How the coefficients of two mediators on the same columns go together, by the errors of their regressions.
  ///
  /// Classical errors: those of one, times σ₁₂/σ₁₁ of the residuals. All others are squares of what each row or unit adds to a
  /// coefficient, and of the regression of M₁ + M₂ both are added up: cov = (V₊ − V₁ − V₂)/2.
  func crossed(
    _ first: (equation: MediationSystem.Equation, fit: LinearRegression.Fit),
    _ second: (equation: MediationSystem.Equation, fit: LinearRegression.Fit), _ regression: LinearRegression
  ) throws -> SymmetricMatrix? {
    guard let one = first.fit.covariance, let two = second.fit.covariance else { return nil }
    guard first.fit.errors != .classical, var own = frame else {
      return SymmetricMatrix(order: one.order, packed: one.packed.map { $0 * ratio(first, second) })
    }
    own.appendSum(first.equation.dependent.column, second.equation.dependent.column)
    var asked = regression
    asked.errors = first.fit.errors
    guard let both = try fit(first.equation, own.columns.count - 1, asked, nil, own).covariance else { return nil }
    return SymmetricMatrix(
      order: one.order, packed: both.packed.indices.map { (both.packed[$0] - one.packed[$0] - two.packed[$0]) / 2 })
  }

  /// Σ of the products of both residuals over that of the first's squares.
  private func ratio(
    _ first: (equation: MediationSystem.Equation, fit: LinearRegression.Fit),
    _ second: (equation: MediationSystem.Equation, fit: LinearRegression.Fit)
  ) -> Double {
    func left(of column: Int) -> Double {
      zip(first.equation.columns, first.fit.terms.dropFirst()).reduce(
        moments.scatter[first.equation.dependent.column, column]
      ) { $0 - ($1.1.estimate ?? 0) * moments.scatter[$1.0, column] }
    }
    return left(of: second.equation.dependent.column) / left(of: first.equation.dependent.column)
  }
}

extension ModelFrame {
  /// Whether a column of numbers holds two values and no more.
  func hasTwoAnswers(_ name: String) -> Bool {
    (always + players + outcomes).first { $0.name == name }.map(hasTwoAnswers) ?? false
  }

  func hasTwoAnswers(_ block: Block) -> Bool {
    guard block.columns.count == 1, !block.isCategorical else { return false }
    let values = column(block.columns.lowerBound)
    return Set(values.prefix(10_000)).count <= 2 && Set(values).count == 2
  }

  /// One column, row by row.
  func column(_ column: Int) -> ArraySlice<Double> { values[column * rowCount..<(column + 1) * rowCount] }

  fileprivate mutating func appendProduct(_ a: Int, _ b: Int) {
    append("\(columns[a].term):\(columns[b].term)", zip(column(a), column(b)).map { $0 * $1 })
  }

  fileprivate mutating func appendSum(_ a: Int, _ b: Int) {
    append("\(columns[a].term)+\(columns[b].term)", zip(column(a), column(b)).map { $0 + $1 })
  }

  private mutating func append(_ term: String, _ more: [Double]) {
    columns.append(Column(term: term, isWhole: false))
    values += more
  }
}
