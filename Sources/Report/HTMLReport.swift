import Insight
import Languages
import Measures
import Mustache
import Presentation
import Rendering
public import Studies
import Survey

/// A study as one page of HTML that needs nothing else: no network, no file beside it.
public enum HTMLReport {
  /// The page.
  ///
  /// It holds no respondent's row, no count below the report's smallest cell, and none that such a count could be subtracted
  /// from. The same report is the same bytes.
  ///
  /// - Parameters:
  ///   - report: what is told.
  ///   - command: the command that makes the page again; `nil` where none does.
  public static func page(_ report: StudyReport, command: String? = nil) throws -> String {
    let smallest = report.smallestCell
    let filter = SentenceFilter { GuardedNotes.sentence($0, smallest: smallest) }
    return try SentenceFilter.$current.withValue(filter) {
      try made(report, command: command)
    }
  }

  private static func made(_ report: StudyReport, command: String?) throws -> String {
    let parts = ReportParts(report)
    let methods = MethodsText(report)
    var context: [String: Any] = [
      "pageTitle": report.title ?? said("Report"), "language": Language.current.rawValue, "style": EmbeddedPage.style,
      "script": EmbeddedPage.script,
      "data": JSONIsland.text(data(report, parts.answers)),
      "version": Version.current, "skip": said("Skip to the answer"), "skipTo": "answer",
      "partsLabel": said("Parts of the report"),
      "controlsLabel": said("What is shown"),
      "noScript": said("Without scripts there are no drawings and no what-if; the tables hold all numbers."),
    ]
    var all = parts.all
    all.append(
      PagePart(
        id: "methods", heading: said("Methods"),
        opening: methods.sentences.map { .paragraph($0) } + [.heading(said("References")), .list(methods.references)]))
    let provenance = Provenance(report, command: command)
    all.append(
      PagePart(
        id: "provenance", heading: said("Provenance"), opening: [.terms(provenance.entries)],
        closing: [.folded(said("Settings of the run"), provenance.settings)]))
    // Without an answer the keyboard is led past the list of parts all the same.
    if parts.answer.context(most: largestTable) == nil,
      let first = all.first(where: { $0.context(most: largestTable) != nil })
    {
      (context["skip"], context["skipTo"]) = (first.heading, first.id)
    }
    let library = try library()
    // Of many groups, drivers and methods tables show their first rows: data behind figures stay whole.
    var page = ""
    for share in [1, 4, 16] {
      context["parts"] = all.compactMap { $0.context(most: largestTable / report.views.count / share) }
      page = library.render(context, withTemplate: "page") ?? ""
      if page.utf8.count <= largestPage { break }
    }
    return page
  }

  /// Bytes that a page should not go beyond.
  static let largestPage = 1_500_000
  /// Cells of the largest table of one view.
  private static let largestTable = 10_000

  private static func library() throws -> MustacheLibrary {
    MustacheContentTypes.register(PageText(), named: PageText.name)
    var library = MustacheLibrary()
    for (name, text) in EmbeddedPage.templates { try library.register(text, named: name) }
    return library
  }

  /// The script's messages in the language of the moment; none in English, which it is written in.
  private static var words: JSONValue {
    .object(
      EmbeddedPage.messages.compactMap { english in
        Language.current.translation(of: english).map { (english, .text($0)) }
      })
  }

  /// What the script draws and works out from.
  private static func data(_ report: StudyReport, _ answers: GuardedAnswers) -> JSONValue {
    let rule = report.views[0].matrix?.matrix?.rule.name
    return .object([
      ("title", .text(report.title ?? said("Report"))), ("smallest", .number(Double(report.smallestCell))),
      ("comma", .flag(NumberStyle.usesDecimalComma)), ("words", words),
      ("rule", JSONValue(rule)), ("confidence", JSONValue(report.run(.drivers)?.confidence)),
      ("errors", JSONValue(report.run(.drivers)?.errors)),
      (
        "views",
        .list(
          report.views.enumerated().map { place, view in
            let answerData = AnswerData(answers: answers, view: place, items: view.items ?? [])
            var entries: [(key: String, value: JSONValue)] = [
              ("title", .text(view.title ?? said("All respondents"))), ("items", answerData.distributions),
              ("scores", answerData.scores),
            ]
            if let drivers = view.drivers?.drivers {
              let own = DriverData(drivers: drivers, matrix: view.matrix?.matrix, placed: view.matrix?.drivers)
              entries.append(("outcomes", own.outcomes))
              entries.append(("together", own.together))
              entries.append(("moving", own.moving))
            } else {
              entries.append(("outcomes", .list([])))
            }
            return .object(entries)
          })
      ),
    ])
  }
}
