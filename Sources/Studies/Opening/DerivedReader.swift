import Survey
import SurveyFiles

/// A reader with derived variables, around any other: they stand behind the columns of the file.
///
/// Only the columns that are asked for, and those that derived ones are made of, are read.
final class DerivedReader: HoldingReader {
  private let reader: any SurveyReader
  private let study: StudySpecification
  private var derived: [DerivedVariable] { study.derived }
  private let scale: (String) -> RatingScale?
  private var isText: [String: Bool] = [:]

  /// Throws `DataFault.request` for a name that is a column's already, or another derived variable's.
  ///
  /// - Parameters:
  ///   - study: what is derived, its weights, for what standardises by them, and its value labels.
  ///   - scale: the declared scale of a column.
  init(
    _ reader: any SurveyReader, study: StudySpecification, scale: @escaping (String) -> RatingScale?
  ) throws {
    var known = Set(reader.names)
    for variable in study.derived where !known.insert(variable.name).inserted {
      throw DataFault.request(
        problem: "The derived variable '\(variable.name)' has the name of a column", suggestion: "Give it another name."
      )
    }
    self.reader = reader
    self.study = study
    self.scale = scale
  }

  var names: [String] { reader.names + derived.map(\.name) }
  var schema: [VariableDetails] { reader.schema + derived.map { _ in VariableDetails() } }

  var report: ImportReport {
    var report = reader.report
    report.columns += derived.compactMap { variable in
      isText[variable.name].map { ImportReport.Column(name: variable.name, kind: $0 ? .text : .number) }
    }
    return report
  }

  func rows(_ request: ReadingRequest) throws -> Dataset {
    let plan = try plan(request, isWhole: true)
    return try made(try reader.rows(plan.request), plan, request, isWhole: true)
  }

  func stream(_ request: ReadingRequest) -> any RowSource { DerivedRows(reader: self, request: request) }

  fileprivate func stream(_ request: ReadingRequest, _ body: (Dataset) throws -> Void) throws {
    let plan = try plan(request, isWhole: false)
    try reader.stream(plan.request).forEachBlock { try body(try made($0, plan, request, isWhole: false)) }
  }

  func wholeInput(upTo limit: Int) throws -> [UInt8]? { try (reader as? any HoldingReader)?.wholeInput(upTo: limit) }
  var heldDigest: String? { (reader as? any HoldingReader)?.heldDigest }
  func wholeMatrix() throws -> [UInt8]? { nil }

  private struct Plan {
    var request: ReadingRequest
    var derivations: [Derivation]
  }

  /// What has to be read and made for the columns that are asked for; each variable may use those before it.
  private func plan(_ request: ReadingRequest, isWhole: Bool) throws -> Plan {
    var known = reader.names
    var derivations: [(name: String, derivation: Derivation)] = []
    for variable in derived {
      derivations.append(
        (variable.name, try Derivation(variable, in: known, isWhole: isWhole, weights: study.weights, scale: scale)))
      known.append(variable.name)
    }
    guard var needed = request.columns else {
      return Plan(request: request, derivations: derivations.map(\.derivation))
    }
    var used: [Derivation] = []
    for (name, derivation) in derivations.reversed() where needed.contains(name) {
      needed.formUnion(derivation.columns)
      used.insert(derivation, at: 0)
    }
    var inner = request
    inner.columns = needed.subtracting(derived.map(\.name))
    return Plan(request: inner, derivations: used)
  }

  private func made(
    _ dataset: Dataset, _ plan: Plan, _ request: ReadingRequest, isWhole: Bool
  ) throws -> Dataset {
    var result = dataset.labelled(by: study)
    for derivation in plan.derivations {
      var variable = try derivation.make(result)
      if request.categorical.contains(variable.name) { variable = try variable.asCategories(isWhole: isWhole) }
      isText[variable.name] = variable.isText
      result = result.replacing(variable)
    }
    guard let columns = request.columns else { return result }
    return Dataset(
      variables: result.variables.filter { columns.contains($0.name) }, rowCount: result.rowCount,
      firstRow: result.firstRow, rowNumbers: result.rowNumbers)
  }
}

private struct DerivedRows: RowSource {
  let reader: DerivedReader
  let request: ReadingRequest

  func forEachBlock(_ body: (Dataset) throws -> Void) throws { try reader.stream(request, body) }
}
