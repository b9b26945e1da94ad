import LinearAlgebra
package import Measures
import ModelSyntax
import Optimization
import Platform
package import Resampling

/// Covariances of constructs as a factor model of their items has them, beside columns that are taken as they are: every construct
/// measured by its items alone, everything else correlated freely, maximum likelihood.
///
/// The error of measurement is then out of the constructs by what the items have in common across all constructs, not by a
/// reliability of each by itself. A construct's unit is that of the mean of its items: the mean of its unstandardised loadings
/// is 1.
package struct LatentMoments: Sendable {
  /// What one construct is measured by.
  package struct Construct: Sendable {
    package var name: String
    /// Among the columns of the items' moments.
    package var items: [Int]
    /// What an item's unit counts in the construct's.
    package var units: [Double]

    package init(name: String, items: [Int], units: [Double]) {
      (self.name, self.items, self.units) = (name, items, units)
    }
  }

  /// One row of the result.
  package enum Row: Sendable {
    case column(Int)
    case construct(Construct)
  }

  /// The model of the sample.
  package let fit: StructuralModel.Fit
  private let rows: [Row]
  private let table: ParameterTable
  /// The model's observed variables among the columns of the moments.
  private let columns: [Int]
  /// Of each row its variable in the model.
  private let variables: [Int]
  private let start: [Double]

  /// - Parameters:
  ///   - rows: constructs have two items or more.
  ///   - moments: of all items and columns, with their n.
  /// - Throws: `StructuralFault`, `MatrixFault.needsN`.
  package init(_ rows: [Row], _ moments: Moments) throws {
    var syntax = ModelSyntax()
    var names: [String] = []
    for row in rows {
      switch row {
      case .column(let column): names.append(moments.names[column])
      case .construct(let construct):
        // A construct may be called as a column is.
        let name = moments.names.contains(construct.name) ? construct.name + " (construct)" : construct.name
        names.append(name)
        syntax.measure(name, by: construct.items.map { moments.names[$0] })
      }
    }
    for (k, name) in names.enumerated() {
      for other in names[0..<k] { syntax.covary(name, other) }
      if case .column = rows[k] { syntax.covary(name, name) }
    }
    let model = StructuralModel(syntax, hasMeans: false, fixesExogenous: false, hasUnitVariances: true)
    let fit = try model.fit(to: [moments])
    self.fit = fit
    table = fit.table
    self.rows = rows
    columns = fit.observed.map { name in moments.names.firstIndex(of: name)! }
    variables = names.map { fit.table.index($0) }
    start = fit.freeEstimates
  }

  package final class Workspace {
    fileprivate let problem: StructuralProblem
    fileprivate let search: ScoringWorkspace
    fileprivate let point: OwnedBuffer<Double>
    fileprivate let covariance: OwnedBuffer<Double>
    fileprivate let scales: OwnedBuffer<Double>

    package init(_ map: LatentMoments) {
      problem = StructuralProblem(table: map.table, kind: .likelihood)
      search = ScoringWorkspace(count: map.table.freeCount)
      point = OwnedBuffer(repeating: 0, count: max(1, map.start.count))
      covariance = OwnedBuffer(repeating: 0, count: map.columns.count * (map.columns.count + 1) / 2)
      scales = OwnedBuffer(repeating: 1, count: map.rows.count)
    }

    /// Of row k, a construct: what its variance of 1 is multiplied by to have the unit of its items' mean, squared.
    package func scale(_ row: Int) -> Double { scales[row] }
  }

  /// - Parameters:
  ///   - scatter: packed, of all items and columns.
  ///   - unit: what it is divided by to be covariances.
  ///   - result: packed, a row for each of the rows; in the unit of the scatter.
  /// - Returns: why there is no result, or `nil`.
  package func apply(
    _ workspace: Workspace, scatter: UnsafePointer<Double>, unit: Double, into result: UnsafeMutablePointer<Double>
  ) -> ReplicateFailure? {
    let problem = workspace.problem
    for (i, a) in columns.enumerated() {
      for j in 0...i {
        let b = columns[j]
        let value = scatter[SymmetricMatrix.position(max(a, b), min(a, b))] / unit
        guard value.isFinite else { return .momentsNotFinite }
        workspace.covariance[i * (i + 1) / 2 + j] = value
      }
    }
    let group = problem.groups[0]
    guard group.take(workspace.covariance.pointer, means: nil) else { return .correlationsIndefinite }
    problem.setFixed()
    for k in start.indices { workspace.point[k] = start[k] }
    let story = workspace.search.minimise(
      problem, from: workspace.point.pointer, limit: 200, tolerance: 1e-13, known: nil)
    guard story.isConverged else { return .modelNotFound }
    let structure = group.structure
    let v = structure.v
    // An improper solution is none: a negative variance of an item has no explanation.
    for (i, _) in columns.enumerated() where structure.residual[i * v + i] < 0 { return .correctedInadmissible }
    for (k, row) in rows.enumerated() {
      guard case .construct(let construct) = row else { continue }
      var sum = 0.0
      for (item, unit) in zip(construct.items, construct.units) {
        // Columns are few: the search is short.
        let place = columns.firstIndex(of: item)!
        sum += structure.effects[place * v + variables[k]] * unit
      }
      workspace.scales[k] = sum / Double(construct.items.count)
      guard workspace.scales[k] != 0 else { return .noReliability }
    }
    for k in rows.indices {
      for l in 0...k {
        result[SymmetricMatrix.position(k, l)] =
          structure.covariance[variables[k] * v + variables[l]] * workspace.scales[k] * workspace.scales[l] * unit
      }
    }
    return nil
  }

  /// Of row k of the sample, a construct: the loadings of its items on the construct in the unit of their mean.
  package func loadings(_ workspace: Workspace, row k: Int) -> [Double] {
    guard case .construct(let construct) = rows[k] else { return [1] }
    let structure = workspace.problem.groups[0].structure
    return construct.items.map { item in
      structure.effects[columns.firstIndex(of: item)! * structure.v + variables[k]] / workspace.scales[k]
    }
  }
}
