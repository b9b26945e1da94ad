import Factors
import Importance
import Insight
import Measures
import Reliability
import Structural
import Survey

extension Study {
  /// Describes the answers, explains the outcomes and examines the constructs, of the whole and of each group: what
  /// `mainspring report` makes a page of.
  ///
  /// Throws `DataFault` when the outcomes cannot be explained, and when nothing can be told at all. A part that the data do
  /// not allow otherwise is left out with a note.
  public func report(_ execution: StudyExecution = StudyExecution()) throws -> StudyReport {
    var run = ReportRun(study: self, execution: execution)
    return try run.result()
  }
}

/// One run of all verbs that a report is made of.
private struct ReportRun {
  let study: Study
  let execution: StudyExecution
  private var report: StudyReport
  private var hasRead = false

  /// Measures that stand side by side when none is named.
  private static let methods: [ImportanceMethod] = [.lmg, .relativeWeights, .first, .last, .betasq]
  /// More groups than these would make a page that nobody reads.
  private static let mostGroups = 20

  init(study: Study, execution: StudyExecution) {
    self.study = study
    self.execution = execution
    report = StudyReport(
      title: study.specification.title, views: [StudyReport.View()], smallestCell: study.settings.smallestCell ?? 5)
    report.factorSettings = study.settings.factor
  }

  mutating func result() throws -> StudyReport {
    let whole = self.whole
    let explains = !study.specification.outcomes.isEmpty
    let hasConstructs = !study.specification.constructs.isEmpty || !study.specification.groups.isEmpty
    let hasModel = study.settings.structural.model != nil
    guard explains || hasConstructs || hasModel else {
      throw DataFault.missingRole(
        role: "outcome",
        suggestion:
          "Name what is to be explained with \(setting: .outcomes), such as \(setting: .outcomes, "recommend").")
    }
    try describe(whole)
    if explains { try explain(whole) }
    if !study.specification.by.isEmpty { try group(explains) }
    if hasConstructs { measure(whole) }
    if hasModel { lead(whole) }
    var seen: Set<Note> = []
    report.notes = report.notes.filter { seen.insert($0).inserted }
    return report
  }

  /// The study of all respondents, who are in the groups together.
  private var whole: Study {
    var whole = study
    let waves = study.specification.wave
    whole.specification.by = []
    if let waves, study.specification.by.map(Selection.unquoted).contains(waves) {
      whole.specification.chosenWave = whole.specification.chosenWave ?? "all"
    }
    return whole
  }

  /// What is read is told of once.
  private mutating func telling() -> StudyExecution {
    defer { hasRead = true }
    return hasRead ? StudyExecution(jobs: execution.jobs) : execution
  }

  /// Leaves a part out, with a note unless there are no data for it.
  private mutating func attempt(
    _ leftOut: (Sentence) -> Note, _ work: (inout ReportRun) throws -> Void
  ) rethrows {
    do {
      try work(&self)
    } catch let fault as DataFault {
      if case .needsRows = fault { return }
      report.notes.append(leftOut(fault.sentence))
    } catch let fault as any Fault where fault.exitStatus == 65 {
      // Of data that do not allow it, not of files that are not there.
      report.notes.append(leftOut(fault.sentence))
    }
  }

  private mutating func describe(_ whole: Study) throws {
    // What cannot be read is told by the part that the report is for, and by no other.
    if study.settings.takesMoments || study.specification.n != nil { return }
    try attempt({ Note(.partLeftOut, "Answers are left out of the report: \($0)") }) { run in
      let found = try whole.description(run.telling())
      run.report.views[0].items = found.groups[0].fit
      run.report.views[0].quality = found.quality.first?.fit ?? []
      run.report.views[0].respondents = found.groups[0].fit.first.map { $0.n + $0.missing }
      run.report.notes += found.notes
      run.report.runs.append((.describe, found.run))
    }
  }

  private mutating func explain(_ whole: Study) throws {
    let found = try Self.explained(whole, telling())
    report.views[0].drivers = found.drivers.groups[0]
    report.views[0].matrix = found.matrices[0]
    report.notes +=
      found.drivers.notes + found.drivers.groups[0].drivers.notes + (found.matrices[0]?.matrix?.notes ?? [])
    report.runs.append((.drivers, found.drivers.run))
  }

  /// The drivers of every group, and the maps of every measure of importance.
  private static func explained(
    _ study: Study, _ execution: StudyExecution
  ) throws -> (drivers: StudyResult<DriverStudyFit>, matrices: [AnalysedGroup?]) {
    var study = study
    let isChosen = !study.settings.methods.isEmpty
    if !isChosen { study.settings.methods = methods.map { .derived($0) } }
    // A split would leave out respondents who say nothing of the mediator, and the report does not show it.
    study.settings.through = []
    let result = try study.drivers(execution)
    guard study.specification.terms.isEmpty else {
      let maps = try? study.importancePerformance(StudyExecution(jobs: execution.jobs))
      return (result, result.groups.map { group in maps?.groups.first { $0.value == group.value } })
    }
    let matrices = try result.groups.map { group -> AnalysedGroup? in
      guard ImportancePerformance.isPossible(group.drivers) else { return nil }
      var map = study.settings.matrix()
      let isStated = group.drivers.stated.allSatisfy { $0.value != nil }
      if !isStated { map.axes.removeAll { $0 == .stated } }
      if isStated, !isChosen { map.axes.append(.stated) }
      if map.axes.isEmpty { map.axes = [.derived(.lmg)] }
      var copy = group
      copy.fit.matrix = try map.fit(group.drivers, jobs: execution.threads)
      return copy
    }
    return (result, matrices)
  }

  private mutating func group(_ explains: Bool) throws {
    let quiet = StudyExecution(jobs: execution.jobs)
    var views: [StudyReport.View] = []
    var explained: StudyResult<DriverStudyFit>?
    let study = self.study
    if report.run(.describe) != nil {
      try attempt({ Note(.partLeftOut, "Groups are left out of the report: \($0)") }) { run in
        let found = try study.description(quiet)
        for (group, quality) in zip(found.groups, found.quality) {
          var view = StudyReport.View(by: group.by, value: group.value, label: group.label)
          (view.items, view.quality) = (group.fit, quality.fit)
          view.respondents = group.fit.first.map { $0.n + $0.missing }
          views.append(view)
        }
        run.report.shareDifferences = found.shareDifferences
        let told = Set(run.report.notes.map(\.kind))
        run.report.notes += found.notes.filter { !told.contains($0.kind) }
      }
    }
    if explains {
      do {
        let found = try Self.explained(study, quiet)
        explained = found.drivers
        for (group, matrix) in zip(found.drivers.groups, found.matrices) {
          let place = views.firstIndex { $0.value == group.value }
          if place == nil { views.append(.init(by: group.by, value: group.value, label: group.label)) }
          views[place ?? views.count - 1].drivers = group
          views[place ?? views.count - 1].matrix = matrix
          if views[place ?? views.count - 1].respondents == nil {
            views[place ?? views.count - 1].respondents = group.drivers.n
          }
        }
      } catch let fault as any Fault where fault.exitStatus == 65 {
        // The fault is of one group, perhaps a small one, of which nothing may be told.
        report.notes.append(
          Note(.partLeftOut, "Drivers of groups are left out of the report: none of the groups can be analysed."))
      }
    }
    keep(views, told: explained)
  }

  /// Keeps the groups that are large enough, and no group so few that the others tell of those left out.
  private mutating func keep(_ views: [StudyReport.View], told: StudyResult<DriverStudyFit>?) {
    let sizes = views.map { $0.respondents ?? 0 }
    let all = report.views[0].respondents ?? sizes.reduce(0, +)
    let choice = SmallGroups(sizes: sizes, all: all, smallest: Double(report.smallestCell), most: Self.mostGroups)
    if choice.small.count > 5 {
      report.notes.append(
        Note(
          .smallGroup,
          "\(choice.small.count) groups are left out of the report: each has fewer than \(report.smallestCell) respondents."
        ))
    } else {
      for place in choice.small {
        report.notes.append(
          Note(
            .smallGroup,
            "\(views[place].title ?? "") is left out of the report: it has fewer than \(report.smallestCell) respondents."
          ))
      }
    }
    for place in choice.protecting {
      report.notes.append(
        Note(
          .smallGroup,
          "\(views[place].title ?? "") is left out of the report: beside it, those who are fewer than \(report.smallestCell) could be told by subtraction."
        ))
    }
    if !choice.tooMany.isEmpty {
      report.notes.append(
        Note(
          .smallGroup,
          "A report shows \(Self.mostGroups) groups, the largest; \(choice.tooMany.count) smaller ones are left out of it."
        ))
    }
    let kept = choice.kept.map { views[$0] }
    let titles = Set(kept.compactMap(\.title))
    report.views += kept
    report.isWhollyGrouped = kept.count == views.count && sizes.reduce(0, +) == all
    let values = Set(kept.compactMap(\.value))
    report.shareDifferences.removeAll { !values.contains($0.group) || !values.contains($0.versus) }
    // A fault of a group that is not shown would tell of it.
    report.notes += (told?.notes ?? []).filter { note in
      note.kind == .groupLeftOut && titles.contains { note.message.hasPrefix($0) }
    }
    for view in kept {
      guard let title = view.title, let drivers = view.drivers else { continue }
      report.notes += (drivers.drivers.notes + (view.matrix?.matrix?.notes ?? [])).map {
        Note($0.kind, "\(title): \($0.sentence)")
      }
    }
  }

  private mutating func measure(_ whole: Study) {
    let quiet = StudyExecution(jobs: execution.jobs)
    attemptQuietly({ Note(.partLeftOut, "Reliability is left out of the report: \($0)") }) { run in
      let found = try whole.reliability(quiet)
      run.report.notes += found.notes + found.groups.flatMap(\.fit.notes)
      run.report.runs.append((.reliability, found.run))
      run.report.reliability = found
    }
    attemptQuietly({ Note(.partLeftOut, "Factor analysis is left out of the report: \($0)") }) { run in
      let found = try whole.factors(quiet)
      run.report.notes += found.result.notes + found.result.groups.flatMap(\.fit.notes)
      run.report.runs.append((.factor, found.result.run))
      run.report.factors = found
    }
  }

  private mutating func lead(_ whole: Study) {
    let quiet = StudyExecution(jobs: execution.jobs)
    attemptQuietly({ Note(.partLeftOut, "The path model is left out of the report: \($0)") }) { run in
      let found = try whole.structural(quiet)
      run.report.notes += found.result.notes + found.result.groups.flatMap(\.fit.notes)
      run.report.runs.append((.sem, found.result.run))
      run.report.structural = found
    }
  }

  /// As `attempt`; what is no fault of the data is told as one all the same, since the report does not hang on this part.
  private mutating func attemptQuietly(_ leftOut: (Sentence) -> Note, _ work: (inout ReportRun) throws -> Void) {
    do { try attempt(leftOut, work) } catch {
      report.notes.append(leftOut((error as? any Fault)?.sentence ?? Sentence(String(describing: error))))
    }
  }
}
