import Foundation
import Insight
import Languages
import LinearAlgebra
import Measures
import Report
import Studies
import Survey
import TestSupport
import Testing

/// What stands on the page, and what does not.
@Suite struct HTMLReportTests {
  private static func page(_ study: Study, command: String? = nil) throws -> String {
    try HTMLReport.page(study.report(StudyExecution(jobs: 2)), command: command)
  }

  private static func webshop() throws -> Study {
    var study = try Study(path: "webshop")
    study.settings.bootstrap.replicates = 60
    return study
  }

  /// The data that the page's script reads.
  private static func island(_ page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: "<script type=\"application/json\" id=\"data\">"))
    let rest = page[start.upperBound...]
    let end = try #require(rest.range(of: "</script>"))
    return try #require(try JSONSerialization.jsonObject(with: Data(rest[..<end.lowerBound].utf8)) as? [String: Any])
  }

  private static func made(_ csv: String, _ change: (inout Study) -> Void) -> Study {
    var study = Study(source: .bytes(Array(csv.utf8), name: "made.csv"))
    study.settings.bootstrap.replicates = 60
    change(&study)
    return study
  }

  /// Sixty respondents of two groups, and three of a third.
  private static let rows: String = {
    var text = "y,a,b,g\n"
    for row in 0..<63 {
      let (a, b) = (1 + row % 5, 1 + (row / 3) % 5)
      text += "\(min(10, a + b + row % 2)),\(a),\(b),\(row < 30 ? "one" : row < 60 ? "two" : "rare")\n"
    }
    return text
  }()

  private static func small(_ change: (inout Study) -> Void = { _ in }) -> Study {
    made(rows) { study in
      study.specification.outcomes = ["y"]
      study.specification.drivers = ["a", "b"]
      study.specification.scale = RatingScale(1, 5)
      study.specification.variables["y"] = .init(label: "Recommends", scale: RatingScale(0, 10))
      change(&study)
    }
  }

  @Test func `the path model of a study is told, drawn for light and dark pages, with its paths`() throws {
    let page = try Self.page(Study(path: "ecsi"))
    let start = try #require(page.range(of: "<section id=\"paths\""))
    let end = try #require(page[start.upperBound...].range(of: "</section>"))
    let part = page[start.lowerBound..<end.lowerBound]
    for look in ["light", "dark"] {
      #expect(part.matches(of: try Regex("<svg role=\"img\" class=\"\(look)\"")).count == 1, "\(look)")
    }
    // Seven constructs in each picture, and the names of the paths' table.
    #expect(part.components(separatedBy: "<ellipse").count - 1 == 14)
    for text in ["<caption>Paths</caption>", "Loyalty", "CFI .877", "RMSEA .075"] {
      #expect(part.contains(text), "\(text)")
    }
    #expect(page.contains("Path model: all paths and loadings were fitted at once, estimator ml."))
    // A model that cannot be leaves the rest as it is.
    var study = try Study(path: "ecsi")
    study.settings.structural.model = "loyalty ~ nothing"
    let other = try Self.page(study)
    #expect(!other.contains("<section id=\"paths\"") && other.contains("The path model is left out of the report"))
  }

  @Test func `a study has every part on one page that needs nothing else`() throws {
    var study = try Self.webshop()
    study.specification.by = ["segment"]
    let page = try Self.page(study, command: "mainspring report webshop")
    for part in [
      "answer", "sample", "distribution", "scores", "model", "importance", "matrix", "whatif", "reliability", "factors",
      "methods", "provenance",
    ] { #expect(page.contains("<section id=\"\(part)\""), "\(part)") }
    #expect(page.utf8.count < 1_500_000)
    #expect(page.contains("mainspring report webshop") && page.contains("doi:10.1177/002224297704100112"))
    // Nothing is fetched: no address in an attribute, a style or the script but those of namespaces.
    #expect(page.matches(of: /(?:src|href|action)\s*=\s*"(?!#)/).isEmpty)
    #expect(page.matches(of: /url\((?!#)/).isEmpty && !page.contains("@import"))
    let addresses = Set(page.matches(of: /https?:\/\/[^\s"'<)]+/).map { String($0.output) })
    #expect(addresses.subtracting(["http://www.w3.org/2000/svg"]).isEmpty, "\(addresses)")
    #expect(!page.contains("{{") && !page.contains("Optional("))
  }

  @Test func `the same study is the same bytes on any number of threads`() throws {
    let study = Self.small()
    let one = try HTMLReport.page(study.report(StudyExecution(jobs: 1)))
    let four = try HTMLReport.page(study.report(StudyExecution(jobs: 4)))
    #expect(one == four)
  }

  @Test func `parts whose data are absent are left out`() throws {
    let page = try Self.page(Self.small())
    for part in ["reliability", "factors"] { #expect(!page.contains("id=\"\(part)\"")) }
    #expect(page.contains("id=\"matrix\""))
    // Categories have no performance, no place in a matrix, and nothing to move.
    let plain = try Self.page(
      Self.made(Self.rows) { study in
        study.specification.outcomes = ["y"]
        study.specification.drivers = ["a", "g"]
      })
    for part in ["matrix", "whatif"] { #expect(!plain.contains("<section id=\"\(part)\"")) }
    #expect(plain.contains("id=\"importance\""))
    // A published matrix has no answers.
    let moments = "variable,y,a,b\ny,1,.5,.4\na,.5,1,.3\nb,.4,.3,1\n"
    let published = try Self.page(
      Self.made(moments) { study in
        study.specification.outcomes = ["y"]
        study.specification.drivers = ["a", "b"]
        study.specification.n = 200
      })
    for part in ["distribution", "scores"] { #expect(!published.contains("<section id=\"\(part)\"")) }
    #expect(published.contains("id=\"model\""))
  }

  @Test func `where nothing is to be explained there is no answer, of the whole or of groups`() throws {
    let study = Self.made(Self.rows) { study in
      study.specification.constructs = [.init(name: "both", items: ["a", "b"], scale: RatingScale(1, 5))]
      study.specification.by = ["g"]
    }
    let page = try Self.page(study)
    #expect(!page.contains("id=\"answer\"") && !page.contains("#answer"))
    #expect(!page.contains("could not be analysed"))
    #expect(page.contains("<a class=\"skip\" href=\"#sample\">Sample and data quality</a>"))
    // Of a matrix the respondents are those of its model.
    let published = try Self.page(Study(path: "ecsi"))
    #expect(published.contains("<dt>Respondents</dt><dd>250</dd>"))
  }

  @Test func `the page is in the language of the moment, and counts of few are kept in every one`() throws {
    var rows = Self.rows.components(separatedBy: "\n")
    rows[5] = rows[5].replacing(/,[0-9],/, with: ",,", maxReplacements: 1)
    let study = Self.made(rows.joined(separator: "\n")) { study in
      study.specification.outcomes = ["y"]
      study.specification.drivers = ["a", "b"]
      study.specification.variables["y"] = .init(label: "Recommends", scale: RatingScale(0, 10))
    }
    let few: [Language: String] = [
      .english: "fewer than 5 respondent of 63 (under 8 %) was left out because an answer is missing: a fewer than 5.",
      .dutch: "minder dan 5 respondent van 63 (onder 8 %)", .norwegian: "færre enn 5 respondent av 63 (under 8 %)",
      .swedish: "färre än 5 svarande av 63 (under 8 %)", .german: "weniger als 5 Befragter von 63 (unter 8 %)",
    ]
    for language in Language.allCases {
      let page = try Language.$current.withValue(language) { try Self.page(study) }
      #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(page.contains(few[language]!), "\(language)")
      #expect(
        page.contains(">\(language.word("The answer"))</h2>") && page.contains(language.word("Sample and data quality"))
      )
      let words = try #require(try Self.island(page)["words"] as? [String: String])
      #expect(words.count == (language == .english ? 0 : EmbeddedPage.messages.count))
      #expect(language == .english || !page.contains("Skip to the answer"))
    }
  }

  @Test func `labels cannot become part of the page`() throws {
    let label = "</script><img src=x onerror=alert(1)> \"\u{301} onfocus=\"x"
    let page = try Self.page(
      Self.small { study in
        study.specification.title = label
        study.specification.variables["a"] = .init(label: label, scale: RatingScale(1, 5))
      })
    #expect(!page.contains("<img") && !page.contains("\u{301} onfocus=\"x"))
    #expect(page.components(separatedBy: "</script").count == page.components(separatedBy: "<script").count)
    let views = try #require(try Self.island(page)["views"] as? [[String: Any]])
    let outcome = try #require((views[0]["outcomes"] as? [[String: Any]])?.first)
    #expect((outcome["drivers"] as? [String])?.first == label)
  }

  @Test func `small groups, and those that would tell of them, are left out and named`() throws {
    let page = try Self.page(Self.small { $0.specification.by = ["g"] })
    let views = try #require(try Self.island(page)["views"] as? [[String: Any]])
    #expect(views.compactMap { $0["title"] as? String } == ["All respondents", "g = two"])
    #expect(page.contains("g = rare is left out of the report: it has fewer than 5 respondents."))
    #expect(page.contains("g = one is left out of the report: beside it"))
    let all = try Self.page(
      Self.small {
        $0.specification.by = ["g"]
        $0.settings.smallestCell = 1
      })
    #expect(try #require(try Self.island(all)["views"] as? [[String: Any]]).count >= 3)
  }

  @Test func `counts of few are not told, nor what they could be subtracted from`() throws {
    // Of item c the answer 1 has two respondents, 2 has seven, the others more.
    var rows = "y,a,b,c\n"
    for row in 0..<60 {
      rows += "\(row % 11),\(1 + row % 5),\(1 + (row / 3) % 5),\(row < 2 ? 1 : row < 9 ? 2 : row < 30 ? 4 : 5)\n"
    }
    func page(_ smallest: Int) throws -> [String: Any] {
      try Self.island(
        Self.page(
          Self.made(rows) { study in
            study.specification.outcomes = ["y"]
            study.specification.drivers = ["a", "b", "c"]
            study.specification.scale = RatingScale(1, 5)
            study.specification.variables["y"] = .init(scale: RatingScale(0, 10))
            study.settings.smallestCell = smallest
          }))
    }
    func shares(_ data: [String: Any]) throws -> [Any] {
      let views = try #require(data["views"] as? [[String: Any]])
      let item = try #require((views[0]["items"] as? [[String: Any]])?.first { $0["name"] as? String == "c" })
      return try #require(item["shares"] as? [Any])
    }
    let told = try shares(page(5))
    #expect(told.map { $0 is NSNull } == [true, true, false, false, false])
    let all = try shares(page(1)).compactMap { $0 as? Double }
    for (share, expected) in zip(all, [2.0 / 60, 7.0 / 60, 0, 21.0 / 60, 30.0 / 60]) {
      #expect(abs(share - expected) < 1e-7)
    }
    #expect(all.count == 5)
  }

  @Test func `no row of a respondent is named`() throws {
    let study = try Self.webshop()
    let page = try Self.page(study)
    #expect(!page.contains("First rows"))
    let identifiers = try #require(try Self.island(page)["views"] as? [[String: Any]])
    #expect(identifiers.allSatisfy { $0["rows"] == nil })
  }

  @Test func `what moves along is the regression itself when all drivers move`() throws {
    let report = try Self.webshop().report(StudyExecution(jobs: 2))
    let fit = try #require(report.views[0].matrix?.drivers)
    let reference = try ReferenceCSV("report/ceiling.csv")
    for outcome in fit.outcomes {
      // R's survey: the regression on one driver alone, and its line of the file.
      for row in reference.rows where row[0] == outcome.outcome.name {
        guard let k = fit.players.firstIndex(where: { $0.name == row[1] }) else { continue }
        #expect(abs(try #require(outcome.ceilings[k]) - (try #require(Double(row[2])))) < 1e-8)
      }
      let movement = try #require(outcome.movement)
      for k in fit.players.indices {
        // Normal equations: S b = s, with effects of ten points.
        let product = fit.players.indices.reduce(0.0) { sum, l in
          sum + movement.performance[k, l] * outcome.effects[l]! / 10
        }
        #expect(abs(product - movement.withOutcome[k]) < 1e-9 * abs(movement.withOutcome[k]))
        #expect(outcome.ceilings[k] == 10 * movement.withOutcome[k] / movement.performance[k, k])
      }
    }
  }

  @Test func `a smallest cell is a key of a study`() throws {
    let study = try StudyFile.parse("min_cell: 12\n", file: "s.yaml")
    #expect(study.settings.smallestCell == 12)
    #expect(throws: (any Error).self) { try StudyFile.parse("min_cell: 0\n", file: "s.yaml") }
  }

  @Test func `a study that asks for nothing is told so`() {
    #expect(throws: (any Error).self) { try Study(source: .bytes(Array("a\n1\n".utf8), name: "x.csv")).report() }
  }
}
