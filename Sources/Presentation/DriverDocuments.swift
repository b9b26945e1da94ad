public import Insight
import Measures
public import Rendering
public import Survey

/// One group's results: the whole, or one value of the `--by` variable.
public struct AnalysedGroup: Sendable {
  public var by: String?
  public var value: String?
  public var drivers: DriverAnalysis.Fit
  /// `nil` when the drivers have no performance (categories, moments without means).
  public var matrix: ImportancePerformance.Fit?

  public init(
    by: String? = nil, value: String? = nil, drivers: DriverAnalysis.Fit, matrix: ImportancePerformance.Fit? = nil
  ) {
    self.by = by
    self.value = value
    self.drivers = drivers
    self.matrix = matrix
  }

  var key: (by: String, value: String)? { by.flatMap { by in value.map { (by, $0) } } }
  var title: String? { key.map { "\($0.by) = \($0.value)" } }
}

public enum DriverDocuments {
  /// The document of `drivers`: the answer, bars, tables, notes.
  public static func drivers(
    _ groups: [AnalysedGroup], title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    var panels: [Figure.Panel] = []
    for group in groups {
      if let title = group.title { blocks.append(.heading(title)) }
      for outcome in group.drivers.outcomes {
        blocks.append(.paragraph(Answers.drivers(outcome, fit: group.drivers, group: nil)))
        if let map = group.matrix?.maps.first(where: { $0.outcome.name == outcome.outcome.name }),
          let work = Answers.work(map, outcome: outcome, group: nil)
        {
          blocks.append(.paragraph(work))
        }
      }
      for outcome in group.drivers.outcomes {
        guard let method = outcome.methods.first else { continue }
        let chart = DriverFigures.bars(outcome, method: method, fit: group.drivers, group: group.title)
        blocks.append(.bars(chart))
        panels.append(.bars(chart))
      }
      let tables = DriverTables(group: group.key, fit: group.drivers)
      blocks += [
        .table(tables.importance()), .table(tables.model()), .table(tables.coefficients()),
        .table(tables.differences()), .table(tables.dominance()), .table(tables.dominanceLevels()),
      ]
    }
    return Document(
      version: Version.current, command: "drivers", title: title ?? "Drivers", run: run.entries, blocks: blocks,
      notes: lines(groups, notes: notes),
      figure: Figure(
        title: title ?? "What drives the outcome", caption: DriverFigures.caption(groups.map(\.drivers), title: nil),
        panels: panels),
      defaultTable: "importance")
  }

  /// The document of `ipa`: what to work on, the matrix, the crosshair, notes.
  public static func matrix(
    _ groups: [AnalysedGroup], title: String?, run: RunDescription, notes: [Note]
  ) -> Document {
    var blocks: [Document.Block] = []
    var panels: [Figure.Panel] = []
    for group in groups {
      guard let matrix = group.matrix else { continue }
      if let title = group.title { blocks.append(.heading(title)) }
      for outcome in group.drivers.outcomes {
        if let map = matrix.maps.first(where: { $0.outcome.name == outcome.outcome.name }),
          let work = Answers.work(map, outcome: outcome, group: nil)
        {
          blocks.append(.paragraph(work))
        }
        if !outcome.methods.isEmpty {
          blocks.append(.paragraph(Answers.drivers(outcome, fit: group.drivers, group: nil)))
        }
      }
      for map in matrix.maps { blocks.append(.verbatim(Answers.fields(map, isOnly: matrix.maps.count == 1))) }
      panels += matrix.maps.map { .quadrants(DriverFigures.map($0, group: group.title)) }
      blocks.append(.table(MatrixTables(group: group.key, fit: matrix).positions()))
      blocks.append(.table(MatrixTables(group: group.key, fit: matrix).crosshairs()))
    }
    return Document(
      version: Version.current, command: "ipa", title: title ?? "Importance and performance", run: run.entries,
      blocks: blocks, notes: lines(groups, notes: notes),
      figure: Figure(
        title: title ?? "Importance and performance",
        caption: DriverFigures.caption(groups.map(\.drivers), title: nil)
          + " Crosshair: \(groups.first?.matrix?.rule.name ?? "mean").", panels: panels),
      defaultTable: "ipa")
  }

  /// Notes of the source first, then of each group; the same words once.
  private static func lines(_ groups: [AnalysedGroup], notes: [Note]) -> [Document.NoteLine] {
    var seen: Set<Note> = []
    var lines: [Document.NoteLine] = []
    func add(_ note: Note, _ group: String?) {
      let message = group.map { "\($0): \(note.message)" } ?? note.message
      let line = Note(note.kind, message)
      if seen.insert(line).inserted { lines.append(Document.NoteLine(kind: note.kind, message: message)) }
    }
    for note in notes { add(note, nil) }
    for group in groups {
      for note in group.drivers.notes { add(note, group.title) }
      for note in group.matrix?.notes ?? [] { add(note, group.title) }
    }
    return lines
  }
}
