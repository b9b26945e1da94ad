import Insight
import Presentation
import Rendering
import Resampling
import Studies
import Survey
import Testing

/// What a document shows of a result whose numbers are written here by hand: each in its column, each sentence as far as the
/// numbers go and no further.
@Suite struct HandMadeResultTests {
  /// Two drivers; every number that the tests look at is set below, whatever the rows say.
  private static let rows = "y,a,b\n1,1,2\n2,2,1\n4,3,4\n3,4,2\n6,5,5\n5,4,3\n7,5,4\n2,1,1\n5,3,5\n4,2,4\n"

  private func result(_ change: (inout DriverStudyFit) -> Void) throws -> StudyResult<DriverStudyFit> {
    var study = Study(source: .bytes(Array(Self.rows.utf8), name: "made.csv"))
    study.specification.outcomes = ["y"]
    study.specification.drivers = ["a", "b"]
    study.specification.scale = .init(1, 5)
    study.settings.bootstrap.replicates = 0
    var result = try study.drivers()
    func set(_ k: Int, _ share: (Double, Double, Double), rank: Int, _ low: Int, _ high: Int, mayBeFirst: Bool) {
      var driver = result.groups[0].fit.drivers.outcomes[0].methods[0].drivers[k]
      driver.share = .init(value: share.0, low: share.1, high: share.2)
      (driver.rank, driver.rankLow, driver.rankHigh) = (rank, low, high)
      driver.mayBeFirst = mayBeFirst
      result.groups[0].fit.drivers.outcomes[0].methods[0].drivers[k] = driver
    }
    set(0, (0.625, 0.5, 0.75), rank: 1, 1, 1, mayBeFirst: true)
    set(1, (0.375, 0.25, 0.5), rank: 2, 2, 2, mayBeFirst: false)
    change(&result.groups[0].fit)
    return result
  }

  private func drivers(_ result: StudyResult<DriverStudyFit>) -> Document {
    DriverDocuments.drivers(result.groups, title: nil, run: result.run, notes: [])
  }

  private func paragraphs(_ document: Document) -> [String] {
    document.blocks.compactMap { block in
      if case .paragraph(let text) = block { text } else { nil }
    }
  }

  private func table(_ name: String, of document: Document) throws -> Table {
    let tables = document.blocks.compactMap { block -> Table? in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first { $0.name == name })
  }

  private func cells(_ name: String, of document: Document, _ columns: [String]) throws -> [[Cell]] {
    let table = try table(name, of: document)
    let places = try columns.map { column in try #require(table.columns.firstIndex { $0.name == column }) }
    return table.rows.map { row in places.map { row[$0] } }
  }

  @Test func `each number stands in its column, and machines get it whole`() throws {
    let document = drivers(try result { _ in })
    let rows = try cells(
      "importance", of: document, ["driver", "share", "share_low", "share_high", "rank", "rank_low", "rank_high"])
    #expect(
      rows == [
        [.text("a"), .number(0.625), .number(0.5), .number(0.75), .integer(1), .integer(1), .integer(1)],
        [.text("b"), .number(0.375), .number(0.25), .number(0.5), .integer(2), .integer(2), .integer(2)],
      ])
    let csv = CSVRenderer.render(try table("importance", of: document))
    #expect(csv.contains(",0.625,") && csv.contains(",0.375,"))
    #expect(!csv.contains("62.5"))
  }

  @Test func `a driver matters most only where no other rank is left open`() throws {
    let sure = paragraphs(drivers(try result { _ in }))
    #expect(sure[0].hasPrefix("y: a matters most"), "\(sure[0])")
    let unsure = paragraphs(
      drivers(
        try result { fit in
          fit.drivers.outcomes[0].methods[0].drivers[0].rankHigh = 2
          fit.drivers.outcomes[0].methods[0].drivers[1].rankLow = 1
          fit.drivers.outcomes[0].methods[0].drivers[1].mayBeFirst = true
        }))
    #expect(unsure[0].hasPrefix("y: a has the largest share (62 %); the data do not tell it from b"), "\(unsure[0])")
    #expect(!unsure.joined().contains("matters most"))
    #expect(unsure.contains { $0.contains("a is credited with 62 % of that (95 % interval 50–75 %)") }, "\(unsure)")
  }

  @Test func `work is told with its floor, its ceiling and how sure it is`() throws {
    let made = try result { fit in
      guard var map = fit.matrix?.maps[0] else { return }
      for k in map.positions.indices {
        map.positions[k].priority = k == 0 ? 1 : 2
        map.positions[k].mayBeBest = true
      }
      map.positions[0].performance = .init(value: 50)
      map.positions[0].quadrant = .concentrateHere
      map.positions[0].effect = 0.34
      map.positions[0].effectInterval = Interval(low: 0.27, high: 0.41)
      map.positions[0].ceiling = 0.71
      map.positions[0].potential = .init(value: 1.5, low: 1.25, high: 1.75)
      map.positions[0].frequencyOfBest = 0.6
      map.expectedRegret = 0.25
      fit.matrix?.maps[0] = map
    }
    let text = paragraphs(MatrixDocuments.make(made.groups, title: nil, run: made.run, notes: [])).joined(
      separator: "\n")
    #expect(text.contains("work first on a (the data leave b open)."), "\(text)")
    #expect(text.contains("y: a stands at 50 of 100 and lies in 'Concentrate here'."), "\(text)")
    #expect(
      text.contains(
        "Ten points more go with +0.34 (0.27–0.41) points of y if nothing else moves, +0.71 if the rest moves along as it does among your respondents."
      ), "\(text)")
    #expect(text.contains("+1.50 (1.25–1.75)"), "\(text)")
    #expect(text.contains("in 60 % of what the data leave open; on average the choice forgoes 0.25 points"), "\(text)")
  }

  @Test func `what is not known is null, not zero`() throws {
    let document = drivers(
      try result { fit in
        fit.drivers.outcomes[0].methods[0].drivers[1].share = .init(value: nil)
        fit.drivers.outcomes[0].methods[0].drivers[1].rank = nil
      })
    let rows = try cells("importance", of: document, ["share", "share_low", "rank"])
    #expect(rows[1] == [.missing, .missing, .missing])
  }
}
