import Measures
import Survey

/// What is taken in of a survey that is read block by block: the rows that a condition and the wave leave, apart for each group.
struct SummedRows {
  /// With the scales that answers in words were recognised to be on.
  private(set) var specification: StudySpecification
  private(set) var resolved: (roles: AnalysisRoles, notes: [Note])
  /// Every column that plays a part.
  let columns: Set<String>
  /// Columns whose values part the rows.
  let by: [String]
  private(set) var responses: PlatformResponses?
  private(set) var groupLabels = GroupLabels([])
  /// The wave as its column has it; `nil` where groups by wave have made the choice, or there are none.
  private(set) var waveTitle: String?
  private let wave: String?
  private let condition: RowCondition?
  private let resolve: (StudySpecification, Set<String>) throws -> (roles: AnalysisRoles, notes: [Note])
  private let makeIntake: (AnalysisRoles, Int) -> SurveyIntake
  private let jobs: Int
  private var intake: GroupedIntake?
  private var passedOver: [String: [UnreadableText]] = [:]

  /// - Parameters:
  ///   - names: of the survey's columns.
  ///   - jobs: threads; no result depends on it.
  ///   - resolve: the part that each column plays, given those that hold text.
  /// - Throws: what resolving throws, and `SyntaxFault` for a condition on columns that there are not.
  init(
    _ specification: StudySpecification, names: [String], jobs: Int,
    resolve: @escaping (StudySpecification, Set<String>) throws -> (roles: AnalysisRoles, notes: [Note]),
    makeIntake: @escaping (_ roles: AnalysisRoles, _ jobs: Int) -> SurveyIntake
  ) throws {
    self.specification = specification
    self.jobs = jobs
    self.resolve = resolve
    self.makeIntake = makeIntake
    resolved = try resolve(specification, [])
    condition = try specification.condition.map { try RowCondition($0) }
    try condition?.check(columns: names)
    by = specification.by.map(Selection.unquoted)
    let isParted = by.contains(specification.wave ?? "")
    wave = specification.chosenWave == "all" || isParted ? nil : specification.wave
    waveTitle = isParted ? nil : specification.chosenWave
    // A condition may have left them out already.
    responses = condition == nil ? PlatformResponses(names) : nil
    columns = resolved.roles.columns.union(condition?.variables ?? []).union(by).union([wave].compactMap { $0 })
      .union(responses?.columns ?? [])
  }

  /// Takes in one block as it was read.
  mutating func add(_ read: Dataset) throws {
    let block = read.labelled(by: specification)
    if intake == nil { try begin(block) }
    responses?.add(block)
    var chosen = try condition?.rows(in: block)
    for name in condition?.variables ?? [] {
      if let bad = block[name]?.unreadable { passedOver[name, default: []].append(bad) }
    }
    if let wave, let asked = specification.chosenWave {
      let variable = try block.variable(wave)
      chosen = (chosen ?? Array(0..<Int32(block.rowCount))).filter {
        let key = RowKey(variable, row: Int($0))
        guard key.isAsked(asked, variable.details.valueLabels) else { return false }
        waveTitle = key.title
        return true
      }
    }
    try intake!.add(chosen.map { block.selecting($0) } ?? block)
  }

  /// What answers in words were recognised to be on is their scale, and which columns hold text the first block tells.
  private mutating func begin(_ block: Dataset) throws {
    let text = Set(block.variables.filter(\.isText).map(\.name))
    if specification.takeScales(of: block) || !text.isEmpty { resolved = try resolve(specification, text) }
    groupLabels = GroupLabels(try by.map { try block.variable($0) })
    intake = makeGroups()
  }

  /// Threads share groups, or the work on the only one.
  private func makeGroups() -> GroupedIntake {
    let (roles, makeIntake, own) = (resolved.roles, makeIntake, by.isEmpty ? jobs : 1)
    return GroupedIntake(by: by, jobs: jobs) { makeIntake(roles, own) }
  }

  /// The groups, or the whole as one.
  mutating func finish() throws -> [SourceGroup] {
    if intake == nil { intake = makeGroups() }
    return try intake!.finish { outcome in
      switch outcome {
      case .sums(let model): .stream(model)
      case .rows(let dataset): .rows(dataset)
      }
    }
  }

  /// Rows that the condition and the wave left.
  var rowCount: Int { intake?.rowCount ?? 0 }

  /// What is to be said of platforms' responses and of respondents without a group.
  var notes: [Note] {
    [responses?.note, SourceGroup.note(ungrouped: intake?.ungrouped ?? 0, of: rowCount, specification.by)]
      .compactMap { $0 }
  }

  /// Texts among numbers that the condition passed over.
  var unreadable: [(String, UnreadableText)] {
    passedOver.sorted { $0.key < $1.key }.compactMap { name, parts in UnreadableText(joining: parts).map { (name, $0) }
    }
  }
}
