import Measures
import Survey

/// Which variables of a model are ordered, by the answers of all groups together.
struct VariableLevels {
  /// Of each observed variable the answers that are given to it, ascending; `nil` of a measured one.
  let answers: [[Double]?]

  var ordered: [Bool] { answers.map { $0 != nil } }
  /// Thresholds of each variable.
  var thresholds: [Int] { answers.map { $0.map { $0.count - 1 } ?? 0 } }

  /// - Parameter frames: of each group, with the model's observed variables in their order.
  /// - Throws: `StructuralFault.noSuchLevel`, `.notOrdered`, `.emptyCategory`, `.constantInGroup`, `.twoValues`,
  /// `.nothingOrdered`, `DataFault.constant`.
  init(_ model: StructuralModel, _ frames: [ModelFrame]) throws {
    let names = frames[0].columns.map(\.term)
    for (setting, named) in [(Setting.Name.ordinal, model.ordinal), (.continuous, model.continuous)] {
      if let name = named.first(where: { !names.contains($0) }) {
        throw StructuralFault.noSuchLevel(
          name: name, setting: setting, nearest: Spelling.nearest(to: name, among: names, limit: 2))
      }
    }
    if let name = model.ordinal.first(where: model.continuous.contains) { throw StructuralFault.bothLevels(name: name) }
    answers = try names.enumerated().map { k, name in
      let own = frames.map { AnswerValues($0.values[k * $0.rowCount..<(k + 1) * $0.rowCount]) }
      let all = own.reduce(into: AnswerValues()) { $0.join($1) }
      if all.isConstant { throw DataFault.constant(variable: name, value: all.distinct.first ?? .nan) }
      let isNamed = model.ordinal.contains(name)
      guard isNamed || all.isScale && !model.continuous.contains(name) else {
        if let constant = own.firstIndex(where: \.isConstant) {
          throw StructuralFault.constantInGroup(
            variable: name, value: own[constant].distinct.first ?? .nan, group: constant + 1)
        }
        if model.information == .expected, own.contains(where: { $0.distinct.count == 2 }) {
          throw StructuralFault.twoValues(variable: name)
        }
        return nil
      }
      guard all.isScale else { throw StructuralFault.notOrdered(variable: name) }
      for (g, group) in own.enumerated() {
        if let missing = all.distinct.filter({ !group.distinct.contains($0) }).min() {
          throw StructuralFault.emptyCategory(variable: name, answer: missing, group: g + 1)
        }
      }
      return all.distinct.sorted()
    }
    if answers.allSatisfy({ $0 == nil }) { throw StructuralFault.nothingOrdered(variables: names) }
  }

  /// Which are taken as which, where there are both, and what that asks of those that are far from normal.
  func notes(_ names: [String], notNormal: [String]) -> [Note] {
    let (ratings, measured) = (names.indices.filter { ordered[$0] }, names.indices.filter { !ordered[$0] })
    guard !measured.isEmpty else { return [] }
    var notes = [
      Note(
        .orderedAndMeasured,
        "Taken for ordered answers, with thresholds: \(Sentence.quoted(ratings.map { names[$0] })). Taken as measured, with a mean and a variance: \(Sentence.quoted(measured.map { names[$0] })). \(setting: .ordinal) and \(setting: .continuous) say otherwise."
      )
    ]
    if !notNormal.isEmpty {
      notes.append(
        Note(
          .measuredNotNormal,
          "\(Sentence.quoted(notNormal)): far from normal, and errors and χ² rest on normal measured variables. \(setting: .information, "observed") takes what they rest on from the answers themselves."
        ))
    }
    return notes
  }
}

/// The different answers to one variable, as far as a scale can have so many.
private struct AnswerValues {
  /// Few: looked through faster than hashed.
  private(set) var distinct: [Double] = []
  private var isWhole = true
  private var isFull = false

  init() {}

  init(_ values: ArraySlice<Double>) {
    var last = Double.nan
    for value in values where value != last && !value.isNaN {
      last = value
      add(value)
      if isFull { return }
    }
  }

  private mutating func add(_ value: Double) {
    if value != value.rounded() { isWhole = false }
    if !distinct.contains(value) { distinct.append(value) }
    isFull = distinct.count > CorrelationAnalysis.largestScale
  }

  mutating func join(_ other: AnswerValues) {
    isWhole = isWhole && other.isWhole
    for value in other.distinct { add(value) }
  }

  var isConstant: Bool { distinct.count < 2 }
  /// Whole numbers, and few of them.
  var isScale: Bool { isWhole && !isFull }
}
