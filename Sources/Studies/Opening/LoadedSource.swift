import Measures
import Platform
import Survey
import Synchronization

/// A source after it was opened: what the study says of it, and its rows or its moments.
struct LoadedSource {
  enum Content {
    case rows(Dataset)
    case moments(Moments)
    /// Sums of rows that were not kept.
    case stream(ModelMoments)
    /// What the columns of `by` part, each group by its own size.
    indirect case groups([SourceGroup], GroupLabels)
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
  /// All rows that were read, before any were selected; `nil` where none are kept.
  var allRows: Dataset?
  /// What raking made of the whole sample; `nil` where none is asked for.
  var raked: RakedSample?
  /// The questions with several answers that the file lists.
  var responseSets: [MultipleResponseSet] = []
  var specification: StudySpecification { study.specification }
  /// The groups of a table of sums, which has no rows to part.
  var summedParts: [SourcePart]?
  /// Reads the source again and keeps its rows; `nil` when it holds them, or cannot be read twice.
  var withRows: (() throws -> LoadedSource)?

  /// The sums that stand for rows: of the whole, or of the groups that are summed.
  var sums: [ModelMoments] {
    func sums(_ content: Content) -> [ModelMoments] {
      switch content {
      case .stream(let model): [model]
      case .groups(let groups, _): groups.flatMap { sums($0.content) }
      case .rows, .moments: []
      }
    }
    return sums(content)
  }

  /// One part per value of the `--by` columns, in order of the values; the whole without them.
  ///
  /// Rows without such a value are left out, with a note.
  func parts(_ notes: inout [Note]) throws -> [SourcePart] {
    guard !specification.by.isEmpty else { return [SourcePart(content: content)] }
    if let summedParts { return summedParts }
    switch content {
    case .groups(let groups, let labels): return SourceGroup.parts(groups, specification.by, labels)
    case .rows(let dataset):
      let columns = try specification.by.map { try dataset.variable(Selection.unquoted($0)) }
      return SourceGroup.parts(try groups(dataset, columns, &notes), specification.by, GroupLabels(columns))
    case .moments, .stream:
      throw DataFault.needsRows(
        analysis: "\(setting: .by)", suggestion: "Give each group's rows, or choose one with \(setting: .`where`).")
    }
  }

  private func groups(
    _ dataset: Dataset, _ columns: [Variable], _ notes: inout [Note]
  ) throws -> [SourceGroup] {
    var rowsOfKey: [[RowKey]: [Int32]] = [:]
    for row in 0..<dataset.rowCount {
      let key = columns.map { RowKey($0, row: row) }
      if key.contains(.missing) { continue }
      rowsOfKey[key, default: []].append(Int32(row))
    }
    let grouped = rowsOfKey.values.reduce(0) { $0 + $1.count }
    if let note = SourceGroup.note(ungrouped: dataset.rowCount - grouped, of: dataset.rowCount, specification.by) {
      notes.append(note)
    }
    guard !rowsOfKey.isEmpty else { throw DataFault.allMissing(variable: specification.by[0]) }
    try SourceGroup.requireFew(rowsOfKey.count, specification.by)
    return rowsOfKey.keys.sorted { $0.lexicographicallyPrecedes($1) }
      .map { SourceGroup(key: $0, content: .rows(dataset.selecting(rowsOfKey[$0]!))) }
  }
}

/// The whole of a source, or the rows with one value of the columns that part it.
public struct SourcePart {
  /// The columns, and their values; `nil` of the whole.
  public var by: String?
  /// The values of the grouping columns; `nil` of the whole.
  public var value: String?
  /// What the values are called where the columns have value labels.
  public var label: String?
  var content: LoadedSource.Content
  /// Which of how many parts it is, from zero.
  public var place = 0
  /// How many parts there are.
  public var count = 1
  /// Why it cannot be analysed, when reading it has told.
  var fault: (any Fault)?

  /// `segment = New customers`, by label where there is one; `nil` of the whole.
  public var title: String? { GroupedFit(self, fit: ()).title }
}

extension LoadedSource {
  /// What comes of every part. One that cannot be analysed does not keep the others from it: it is left out, with a note.
  ///
  /// Throws the first fault when nothing is left.
  ///
  /// - Parameters:
  ///   - leftOut: the titles of the parts left out, which a figure names.
  ///   - analyse: called for several parts at once where there are many; with the execution that the part's work is to have.
  func analysed<Result>(
    _ notes: inout [Note], leftOut: inout [String], _ execution: StudyExecution,
    _ analyse: (SourcePart, StudyExecution) throws -> Result
  ) throws -> [Result] {
    let parts = try parts(&notes)
    let outcomes =
      parts.count < 2 * execution.threads || execution.threads == 1
      ? parts.map { part in PartOutcome(part) { try analyse($0, execution) } } : execution.sharing(parts, analyse)
    var results: [Result] = []
    var firstFault: (any Fault)?
    for (part, outcome) in zip(parts, outcomes) {
      do {
        results.append(try outcome.get())
      } catch let fault as any Fault where parts.count > 1 {
        firstFault = firstFault ?? fault
        notes.append(
          Note(
            .groupLeftOut,
            part.title.map { "\($0) is left out: \(fault.sentence)" } ?? "A group is left out: \(fault.sentence)"))
        leftOut.append(part.title ?? "a group")
      }
    }
    if results.isEmpty, let firstFault { throw firstFault }
    return results
  }
}

/// What came of one part.
private typealias PartOutcome<Value> = Result<Value, any Error>

extension PartOutcome {
  fileprivate init(_ part: SourcePart, _ analyse: (SourcePart) throws -> Success) where Failure == any Error {
    self.init {
      if let fault = part.fault { throw fault }
      return try analyse(part)
    }
  }
}

extension StudyExecution {
  /// Parts in parallel, each on one thread: there are so many that none waits for the largest.
  fileprivate func sharing<Value>(
    _ parts: [SourcePart], _ analyse: (SourcePart, StudyExecution) throws -> Value
  ) -> [PartOutcome<Value>] {
    var outcomes = [PartOutcome<Value>?](repeating: nil, count: parts.count)
    // Steps are whole parts here: nobody follows the work on one of several.
    let whole = SourcePart(content: .rows(Dataset(variables: [], rowCount: 0)))
    let counter = observer?.willAnalyse(whole, steps: parts.count)
    let finished = Mutex(0)
    withoutActuallyEscaping(analyse) { analyse in
      outcomes.withUnsafeMutableBufferPointer { outcomes in
        // Every task writes at its own place, and an analysis of a part changes nothing else.
        nonisolated(unsafe) let (places, analyse, parts) = (outcomes.baseAddress!, analyse, parts)
        TaskSharing.run(tasks: parts.count, jobs: threads) {
        } body: { _, place in
          places[place] = PartOutcome(parts[place]) { try analyse($0, StudyExecution(jobs: 1)) }
          counter?.report(
            finished.withLock { count in
              count += 1
              return count
            })
        }
      }
    }
    counter?.finish()
    return outcomes.map { $0! }
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

  /// The answer, as value labels know it.
  var answer: VariableDetails.ValueLabel.Value? {
    switch self {
    case .number(let value): .number(value)
    case .text(let text): .text(text)
    case .missing: nil
    }
  }

  /// Whether a text names the value: as it is written, as a number, or by its label where that is no other's answer.
  func isAsked(_ text: String, _ labels: [VariableDetails.ValueLabel]) -> Bool {
    if title == text || self == Double(text).map(RowKey.number) { return true }
    return labels.contains { $0.label == text && $0.value == answer } && !labels.contains { $0.value.text == text }
  }

  var title: String {
    switch self {
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
    case .text(let text): text
    case .missing: ""
    }
  }
}
