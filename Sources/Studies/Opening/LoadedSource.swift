import Measures
import Survey

/// A source after it was opened: what the study says of it, and its rows or its moments.
struct LoadedSource {
  enum Content {
    case rows(Dataset)
    case moments(Moments)
    /// Sums of rows that were not kept.
    case stream(ModelMoments)
  }

  var study: Study
  /// Rows are restricted to the condition and the wave.
  var content: Content
  var roles: AnalysisRoles
  var name: String
  var digest: String?
  var rowsRead: Int?
  var chosenWave: String?
  var notes: [Note]
  /// The questions with several answers that the file lists.
  var responseSets: [MultipleResponseSet] = []
  var specification: StudySpecification { study.specification }
  /// The groups of a table of sums, which has no rows to part.
  var summedParts: [SourcePart]?
  /// Reads the source again and keeps its rows; `nil` when it holds them, or cannot be read twice.
  var withRows: (() throws -> LoadedSource)?

  /// One part per value of the `--by` columns, in order of the values; the whole without them.
  ///
  /// Rows without such a value are left out, with a note.
  func parts(_ notes: inout [Note]) throws -> [SourcePart] {
    guard !specification.by.isEmpty else { return [SourcePart(content: content)] }
    if let summedParts {
      return summedParts
    }
    guard case .rows(let dataset) = content else {
      throw DataFault.needsRows(
        analysis: "\(setting: .by)", suggestion: "Give each group's rows, or choose one with \(setting: .`where`).")
    }
    let columns = try specification.by.map { try dataset.variable(Selection.unquoted($0)) }
    var rowsOfKey: [[RowKey]: [Int32]] = [:]
    for row in 0..<dataset.rowCount {
      let key = columns.map { RowKey($0, row: row) }
      if key.contains(.missing) { continue }
      rowsOfKey[key, default: []].append(Int32(row))
    }
    let grouped = rowsOfKey.values.reduce(0) { $0 + $1.count }
    if grouped < dataset.rowCount, grouped > 0 {
      notes.append(
        Note(
          .noGroup,
          "\(dataset.rowCount - grouped) of \(dataset.rowCount) respondents have no group, because '\(specification.by.joined(separator: ","))' is missing, and are left out."
        ))
    }
    guard !rowsOfKey.isEmpty else { throw DataFault.allMissing(variable: specification.by[0]) }
    guard rowsOfKey.count <= 200 else {
      throw DataFault.request(
        problem:
          "'\(specification.by.joined(separator: ","))' has \(rowsOfKey.count) different values, too many for groups",
        suggestion: "Name a column with few values, such as a segment or a wave.")
    }
    // Values that hold a comma could make two groups read alike: then each part is quoted.
    let plain = rowsOfKey.keys.map { $0.map(\.title).joined(separator: ", ") }
    let isAmbiguous = Set(plain).count < plain.count
    let keys = rowsOfKey.keys.sorted { $0.lexicographicallyPrecedes($1) }
    return keys.enumerated().map { place, key in
      SourcePart(
        by: specification.by.joined(separator: ", "),
        value: key.map { isAmbiguous ? "'\($0.title)'" : $0.title }.joined(separator: ", "),
        content: .rows(dataset.selecting(rowsOfKey[key]!)), place: place, count: keys.count)
    }
  }
}

/// The whole of a source, or the rows with one value of the columns that part it.
public struct SourcePart {
  /// The columns, and their values; `nil` of the whole.
  public var by: String?
  public var value: String?
  var content: LoadedSource.Content
  /// Which of how many parts it is, from zero.
  public var place = 0
  public var count = 1

  /// `segment = new`; `nil` of the whole.
  public var title: String? { by.flatMap { by in value.map { "\(by) = \($0)" } } }
}

extension LoadedSource {
  /// What comes of every part. One that cannot be analysed does not keep the others from it: it is left out, with a note.
  ///
  /// Throws the first fault when nothing is left.
  ///
  /// - Parameter leftOut: the titles of the parts left out, which a figure names.
  func analysed<Result>(
    _ notes: inout [Note], leftOut: inout [String], _ analyse: (SourcePart) throws -> Result
  ) throws -> [Result] {
    let parts = try parts(&notes)
    var results: [Result] = []
    var firstFault: (any Fault)?
    for part in parts {
      do {
        results.append(try analyse(part))
      } catch let fault as any Fault where parts.count > 1 {
        firstFault = firstFault ?? fault
        notes.append(Note(.groupLeftOut, "\(part.title ?? "A group") is left out: \(fault.sentence)"))
        leftOut.append(part.title ?? "a group")
      }
    }
    if results.isEmpty, let firstFault { throw firstFault }
    return results
  }
}

/// A value that rows are grouped by: numbers before text, numbers by size.
enum RowKey: Hashable, Comparable {
  case number(Double)
  case text(String)
  case missing

  init(_ variable: Variable, row: Int) {
    switch variable.values {
    case .int8(let values): self = MissingValue.reason(values[row]) == nil ? .number(Double(values[row])) : .missing
    case .int16(let values): self = MissingValue.reason(values[row]) == nil ? .number(Double(values[row])) : .missing
    case .double(let values): self = values[row].isNaN ? .missing : .number(values[row])
    case .text(let codes, let categories): self = codes[row] < 0 ? .missing : .text(categories[Int(codes[row])])
    }
  }

  var title: String {
    switch self {
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .text(let text): text
    case .missing: ""
    }
  }
}
