import Insight
import Measures
import Presentation
import Rendering
import Studies
import Survey

/// The parts of the page, made of the documents of the verbs: the numbers are the program's own.
struct ReportParts {
  let report: StudyReport
  let answers: GuardedAnswers
  private let titles: [String?]
  private let driverDocuments: [Document?]
  private let matrixDocuments: [Document?]
  private let descriptions: [Document?]

  init(_ report: StudyReport) {
    self.report = report
    answers = GuardedAnswers(report)
    let isGrouped = report.views.count > 1
    titles = report.views.map { view in isGrouped ? view.title ?? said("All respondents") : nil }
    let (driversRun, describeRun) = (report.run(.drivers), report.run(.describe))
    driverDocuments = report.views.map { view in
      view.drivers.flatMap { group in
        driversRun.map { DriverDocuments.drivers([group.alone], title: nil, run: $0, notes: []) }
      }
    }
    matrixDocuments = report.views.map { view in
      view.matrix.flatMap { group in
        driversRun.map { MatrixDocuments.make([group.alone], title: nil, run: $0, notes: []) }
      }
    }
    descriptions = report.views.map { view in
      view.items.flatMap { items in
        describeRun.map {
          DescribeDocument.make(
            [GroupedFit(fit: items)], title: nil, run: $0, notes: [], quality: [GroupedFit(fit: view.quality)])
        }
      }
    }
  }

  /// In the order of the page.
  var all: [PagePart] {
    [answer, sample, distribution, scores, model, importance, matrix, groups, whatIf, reliability, factors, paths]
  }

  private func views(_ blocks: (Int) -> [PageBlock]) -> [(title: String?, blocks: [PageBlock])] {
    report.views.indices.map { (titles[$0], blocks($0)) }
  }

  // MARK: The answer

  /// Nothing answers where nothing is to be explained.
  var answer: PagePart {
    guard report.run(.drivers) != nil else { return PagePart(id: "answer", heading: "") }
    return PagePart(
      id: "answer", heading: said("The answer"),
      views: views { place in
        let sentences = sentences(place)
        let leads = report.views[place].drivers?.drivers.outcomes.count ?? 0
        if sentences.isEmpty {
          return [.paragraph(said("The drivers of this group could not be analysed."))]
        }
        return sentences.enumerated().map { $0 < leads ? .lead($1) : .paragraph($1) }
      })
  }

  /// What the matrix says, which goes further, and what only the drivers do.
  private func sentences(_ place: Int) -> [String] {
    let ofDrivers = driverDocuments[place]?.paragraphs ?? []
    guard let ofMatrix = matrixDocuments[place]?.paragraphs, !ofMatrix.isEmpty else { return ofDrivers }
    let more = ofDrivers.filter { sentence in !ofMatrix.contains { $0.hasPrefix(sentence) } }
    let leads = report.views[place].drivers?.drivers.outcomes.count ?? 0
    return (ofMatrix.prefix(leads + 1) + more + ofMatrix.dropFirst(leads + 1)).map {
      GuardedNotes.message($0, smallest: report.smallestCell)
    }
  }

  // MARK: Answers

  private func guarded(_ place: Int) -> GuardedTables? {
    guard let document = descriptions[place], let items = report.views[place].items else { return nil }
    return GuardedTables(
      answers: answers, view: place,
      tables: Dictionary(document.tables.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }),
      hiddenChecks: hiddenChecks[place], described: items)
  }

  /// Counts of answers to look at that are hidden, by view.
  private var hiddenChecks: [[Bool]] {
    let views = report.views
    let rows = views[0].quality.indices.map { row in
      CellSuppression.Row(
        block: "", part: 0,
        counts: views.map { $0.quality.indices.contains(row) ? Double($0.quality[row].count) : 0 })
    }
    let found = CellSuppression(rows, smallest: answers.smallest, sums: false).hidden
    return views.indices.map { view in found.map { $0[view] } }
  }

  private var sample: PagePart {
    PagePart(
      id: "sample", heading: said("Sample and data quality"),
      opening: [.terms(SampleFacts(report).entries)],
      views: views { place in
        guard let tables = guarded(place) else { return [] }
        var blocks: [PageBlock] = []
        if let items = tables.items() { blocks.append(.table(items)) }
        if let quality = tables.quality(), quality.isShown {
          blocks.append(
            .table(quality, caption: said("What to look at before analysing; there are honest reasons for each.")))
        }
        return blocks
      },
      closing: notes.all.isEmpty
        ? [] : [.heading(said("Notes")), .list(notes.all), .folded(said("Notes on the groups"), notes.ofGroups)])
  }

  /// Notes of the whole, and of groups, which name theirs.
  private var notes: (all: [String], ofGroups: [String]) {
    var notes = report.notes.map { GuardedNotes.message(of: $0, smallest: report.smallestCell) }
    if answers.hidesAnything {
      notes.append(
        said(
          "Counts of fewer than \(report.smallestCell) respondents are not told, nor are counts that they could be subtracted from."
        ))
    }
    let names = report.views.compactMap(\.title).map { "\($0): " }
    let ofGroups = notes.filter { note in names.contains { note.hasPrefix($0) } }
    return (notes.filter { !ofGroups.contains($0) }, ofGroups)
  }

  private var distribution: PagePart {
    guard report.views.contains(where: { $0.items != nil }) else { return PagePart(id: "distribution", heading: "") }
    return PagePart(
      id: "distribution", heading: said("Answers to the items"),
      opening: [.figure("distribution", label: said("Answers by point of the scale, as bars about its middle"))],
      views: views { place in
        guard let table = guarded(place)?.frequencies() else { return [] }
        return [.details(said("Answers as a table"), [table])]
      })
  }

  private var scores: PagePart {
    let views = views { place in
      guard let items = report.views[place].items,
        let table = guarded(place)?.shares(items.flatMap(\.shares)), table.isShown
      else { return [] }
      return [.table(table)]
    }
    guard views.contains(where: { !$0.blocks.isEmpty }) else { return PagePart(id: "scores", heading: "") }
    var part = PagePart(
      id: "scores", heading: said("Net promoter score and top box"),
      opening: [.figure("scores", label: said("Net promoter scores and shares of outcomes with their intervals"))],
      views: views)
    // A difference from a figure that is hidden would tell it.
    let hidden = Set(
      report.views.indices.dropFirst().flatMap { place in
        (report.views[place].items ?? []).flatMap(\.shares).filter { !answers.allows($0, view: place) }
          .map { "\(report.views[place].value ?? "") \($0.variable) \($0.measure.rawValue)" }
      })
    let differences = report.shareDifferences.filter { difference in
      ![difference.group, difference.versus].contains {
        hidden.contains("\($0) \(difference.variable) \(difference.measure.rawValue)")
      }
    }
    if !differences.isEmpty, let run = report.run(.describe) {
      let document = DescribeDocument.make([], title: nil, run: run, notes: [], differences: differences)
      if let table = document.table(named: "share_differences") { part.closing.append(.table(table)) }
    }
    return part
  }

  // MARK: Drivers

  private func tables(_ document: Document?, _ names: [String]) -> [PageBlock] {
    names.compactMap { name in document?.table(named: name).map { .table($0) } }
  }

  private var model: PagePart {
    let views = views { tables(driverDocuments[$0], ["fit", "coefficients", "blocks", "diagnostics", "vif"]) }
    return PagePart(
      id: "model", heading: said("Model"),
      opening: [
        .figure("coefficients", label: said("Standardised coefficients and coefficients with their intervals"))
      ],
      views: views)
  }

  private var importance: PagePart {
    PagePart(
      id: "importance", heading: said("Importance of the drivers"),
      opening: [.figure("importance", label: said("Shares of importance by method with their intervals"))],
      views: views { place in
        guard let document = driverDocuments[place] else { return [] }
        return tables(document, ["importance"]) + [
          .details(said("Differences between drivers"), tables(document, ["differences"]).compactMap(\.table)),
          .details(said("Dominance"), tables(document, ["dominance"]).compactMap(\.table)),
        ]
      })
  }

  private var matrix: PagePart {
    PagePart(
      id: "matrix", heading: said("Importance and performance"),
      opening: [.figure("matrix", label: said("Importance–performance matrix"))],
      views: views { tables(matrixDocuments[$0], ["ipa", "crosshair"]) })
  }

  /// The groups beside each other, and what they differ in.
  private var groups: PagePart {
    let views = report.views.dropFirst()
    let drivers = views.compactMap(\.drivers)
    guard drivers.count > 1, let run = report.run(.drivers) else { return PagePart(id: "groups", heading: "") }
    var documents = [DriverDocuments.drivers(drivers, title: nil, run: run, notes: [])]
    let matrices = views.compactMap(\.matrix)
    if matrices.count == drivers.count {
      documents.append(MatrixDocuments.make(matrices, title: nil, run: run, notes: []))
    }
    var part = PagePart(id: "groups", heading: said("Groups side by side"))
    var sentences: Set<String> = []
    var tables: Set<String> = []
    var details: [Table] = []
    let outcomes = drivers[0].drivers.outcomes.map { "\($0.outcome.title): " }
    for (place, document) in documents.enumerated() {
      // What compares the groups stands after the last of them.
      let start =
        document.blocks.lastIndex { if case .heading = $0 { true } else { false } } ?? document.blocks.endIndex
      for block in document.blocks[start...] {
        switch block {
        // Of shares both documents tell.
        case .paragraph(let text) where place > 0 && outcomes.contains { text.hasPrefix($0) }: continue
        case .paragraph(let text) where sentences.insert(text).inserted: part.opening.append(.paragraph(text))
        case .view(let table) where tables.insert(table.title).inserted: part.closing.append(.table(table))
        case .table(let table): details.append(table)
        default: break
        }
      }
    }
    part.closing.append(.details(said("Differences, with intervals and tests"), details))
    return part
  }

  private var whatIf: PagePart {
    guard report.views.contains(where: { $0.matrix != nil }) else { return PagePart(id: "whatif", heading: "") }
    return PagePart(
      id: "whatif", heading: said("What if"),
      opening: [
        .paragraph(
          said(
            "Move a driver's performance and see what goes with it. The floor is what goes with the move if the other drivers stay where they are, from the coefficients; the ceiling lets those that are not moved go along as they do among the respondents. That work on a driver changes the outcome is an assumption; it takes an experiment to know."
          )
        ),
        .figure("whatif", label: said("What if drivers performed otherwise")),
      ])
  }

  // MARK: Constructs

  private var reliability: PagePart {
    guard let found = report.reliability else { return PagePart(id: "reliability", heading: "") }
    let document = ReliabilityDocuments.make(
      found.groups, labels: found.labels, title: nil, run: found.run, notes: [])
    return part(
      "reliability", said("Are the constructs well measured?"), document, said("Items and other coefficients"))
  }

  private var factors: PagePart {
    guard let found = report.factors else { return PagePart(id: "factors", heading: "") }
    let settings = report.factorSettings
    let view = FactorDocuments.View(
      cut: settings.cut ?? 0.3, isSorted: settings.isSorted, labels: found.result.labels)
    let document = FactorDocuments.make(
      found.result.groups, congruences: found.congruences, view: view, title: nil, run: found.result.run, notes: [])
    return part("factors", said("Factors of the items"), document, said("Fit, number of factors, and other tables"))
  }

  /// What leads where, as a diagram and a table of the paths.
  private var paths: PagePart {
    guard let found = report.structural else { return PagePart(id: "paths", heading: "") }
    return part(
      "paths", said("What carries what"), StructuralDocuments.make(found),
      said("Effects, loadings, fit, and other tables"), showsWhole: false)
  }

  /// - Parameter showsWhole: whether the whole of the document's first table goes before a view of it.
  private func part(
    _ id: String, _ heading: String, _ document: Document, _ more: String, showsWhole: Bool = true
  ) -> PagePart {
    var part = PagePart(id: id, heading: heading)
    var first: Table?
    var rest: [Table] = []
    for block in document.blocks {
      switch block {
      case .paragraph(let text):
        part.opening.append(.paragraph(GuardedNotes.message(text, smallest: report.smallestCell)))
      case .table(let table) where table.isShown:
        guard table.name == document.defaultTable else {
          rest.append(table)
          continue
        }
        if first == nil || showsWhole { first = table }
      case .view(let table):
        if table.name == document.defaultTable, first == nil { first = table } else { rest.append(table) }
      default: break
      }
    }
    if titles.count > 1 { part.opening.insert(.paragraph(said("Of all respondents.")), at: 0) }
    if let figure = document.figure { part.opening.append(.picture(figure, name: id)) }
    if let first { part.opening.append(.table(first)) }
    part.closing = [.details(more, rest)]
    return part
  }
}

extension GroupedFit {
  /// The group as if it were all there is: its tables need no column that names it.
  fileprivate var alone: GroupedFit { GroupedFit(fit: fit) }
}

extension Document {
  fileprivate var paragraphs: [String] {
    blocks.compactMap { if case .paragraph(let text) = $0 { text } else { nil } }
  }
}

extension PageBlock {
  fileprivate var table: Table? { if case .table(let table, _) = self { table } else { nil } }
}
