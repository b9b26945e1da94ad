import Measures
import Survey
import Testing

@Suite("The frame of an analysis")
struct ModelFrameTests {
  @Test("Columns stand in the order covariates, players, outcomes")
  func orderOfColumns() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, 3, 5]), Small.ratings("a", [4, 4, 5, 1]), Small.numbers("age", [20.5, 31, 44, 18]),
      Small.texts("channel", ["web", "shop", "phone", "web"]))
    var roles = Small.roles(["y"], [Small.player("a"), Small.player("channel")], always: ["age"])
    roles.categorical = ["channel"]
    let frame = try ModelFrame(data, roles: roles)
    #expect(frame.columns.map(\.term) == ["age", "a", "channel=shop", "channel=web", "y"])
    #expect(frame.columns.map(\.isWhole) == [false, true, true, true, true])
    #expect(frame.column("channel=shop") == [0, 1, 0, 0])
    #expect(frame.column("channel=web") == [1, 0, 0, 1])
    #expect(frame.always.map(\.columns) == [0..<1])
    #expect(frame.players.map(\.columns) == [1..<2, 2..<4])
    #expect(frame.players.map(\.isCategorical) == [false, true])
    #expect(frame.outcomes.map(\.columns) == [4..<5])
    #expect(frame.note("reference_level")?.contains("'phone'") == true)
    #expect(frame.rowNumbers == [1, 2, 3, 4])
  }

  @Test("A reversed item is low + high − x, and its rating 0 at the bad end")
  func reversedScale() throws {
    let data = Small.survey(Small.ratings("y", [1, 2, 3]), Small.ratings("wait", [7, 1, 3]))
    let frame = try ModelFrame(data, roles: Small.roles(["y"], [Small.player("wait", 7, 1)]))
    #expect(frame.column("wait") == [1, 7, 5])
    #expect(frame.performance.names == ["wait"])
    #expect(frame.performance.values[0] == 0)
    #expect(frame.performance.values[1] == 100)
    #expect(abs(frame.performance.values[2] - 200.0 / 3) < 1e-12)
    #expect(frame.columns[0].isWhole)
  }

  @Test("A composite is the mean of the answered items, missing below half of them")
  func composite() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, 3, 4]), Small.ratings("p", [1, 2, nil, nil]), Small.ratings("q", [3, nil, 4, nil]),
      Small.ratings("r", [5, nil, 2, 4]))
    let items = [Small.item("p", 1, 5), Small.item("q", 1, 5), Small.item("r", 5, 1)]
    let frame = try ModelFrame(data, roles: Small.roles(["y"], [Small.composite("c", items)]))
    // r turned round is 1, –, 4, 2; rows 2 and 4 have one answer of three.
    #expect(frame.column("c") == [5.0 / 3, 4])
    #expect(frame.rowNumbers == [1, 3])
    #expect(frame.lost.map(\.variable) == ["c"])
    #expect(frame.lost.map(\.rows) == [2])
    #expect(frame.note("rows_dropped")?.hasPrefix("2 respondents of 4 (50 %) were left out") == true)
  }

  @Test("Rows lost are counted by variable, the biggest first")
  func rowsLost() throws {
    let data = Small.survey(
      Small.ratings("y", [1, nil, 3, 4, 5, 2]), Small.ratings("a", [1, nil, nil, 4, nil, 3]),
      Small.ratings("b", [2, 1, 2, 1, nil, 3]))
    let frame = try ModelFrame(data, roles: Small.roles(["y"], [Small.player("a"), Small.player("b")]))
    #expect(frame.lost.map(\.variable) == ["a", "b", "y"])
    #expect(frame.lost.map(\.rows) == [3, 1, 1])
    #expect(frame.rowsRead == 6)
    #expect(frame.rowNumbers == [1, 4, 6])
    #expect(frame.note("rows_dropped")?.contains("a 3, b 1, y 1") == true)
  }

  @Test("Items of unequal scales are put on 0–100 before they are averaged")
  func unequalScales() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, 3]), Small.ratings("p", [1, 3, 5]), Small.ratings("q", [10, 5, 0]))
    let items = [Small.item("p", 1, 5), Small.item("q", 10, 0)]
    let frame = try ModelFrame(data, roles: Small.roles(["y"], [Small.composite("c", items)]))
    #expect(frame.column("c") == [0, 50, 100])
  }

  @Test("An item without a scale is on the scale of its composite's other items, and a note says so")
  func scaleOfTheOthers() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, 3]), Small.ratings("p", [2, 3, 5]), Small.ratings("q", [2, 5, 4]))
    let composite = Small.composite("c", [Small.item("p", 7, 1), Small.item("q")])
    let frame = try ModelFrame(data, roles: Small.roles(["y"], [composite]))
    #expect(frame.column("c") == [4, 5, 3.5])
    #expect(frame.note("scale_assumed")?.contains("'q'; it is taken to be 1 to 7") == true)
    let outside = Small.survey(
      Small.ratings("y", [1, 2, 3]), Small.ratings("p", [2, 3, 5]), Small.ratings("q", [2, 9, 4]))
    #expect(throws: DataFault.outsideScale(variable: "q", row: 2, value: 9, low: 1, high: 7, count: 1)) {
      try ModelFrame(outside, roles: Small.roles(["y"], [composite]))
    }
  }

  @Test("Without a declared scale ratings are on the pooled bounds, taken before rows are dropped")
  func pooledBounds() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, nil, 4]), Small.ratings("a", [2, 3, 9, 4]), Small.ratings("b", [1, 5, 5, 3]),
      Small.ratings("sa", [1, 2, 3, nil]), Small.ratings("sb", [3, 2, 1, 3]))
    var players = [Small.player("a"), Small.player("b")]
    players[0].stated = [Small.item("sa")]
    players[1].stated = [Small.item("sb", 0, 4)]
    let frame = try ModelFrame(data, roles: Small.roles(["y"], players))
    // The ninth point was given by a respondent who is left out of the model; the answer stands behind those of its rows.
    #expect(frame.rowCount == 3 && frame.raters?.count == 1 && frame.raters?.rowNumbers == [3])
    #expect(frame.performance.values == [12.5, 25, 37.5, 100, 0, 50, 25, 50])
    #expect(frame.performance.columnsOfPlayer == [[0], [1]])
    #expect(frame.stated.values[0] == 0 && frame.stated.values[1] == 50 && frame.stated.values[2].isNaN)
    #expect(Array(frame.stated.values[3...]) == [100, 75, 50, 75, 25])
    let notes = frame.notes.filter { $0.kind == .scaleAssumed }.map(\.message)
    #expect(
      notes.count == 2 && notes[0].contains("2 items of ratings") && notes[0].contains("answer, 1, to the highest, 9"))
    #expect(close(frame.performanceMeans.mean(ofPlayer: 0)!, 43.75, 1e-15))
    #expect(frame.statedMeans.means == [50, 56.25])
    #expect(frame.statedMeans.counts == [3, 4])
    let none = try ModelFrame(data, roles: Small.roles(["y"], players), ratings: false)
    #expect(none.performance.names.isEmpty && none.note("scale_assumed") == nil)
  }

  @Test("A categorical player has no ratings")
  func categoricalRatings() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, 3]), Small.ratings("a", [1, 3, 2]), Small.texts("t", ["u", "v", "u"]))
    let frame = try ModelFrame(data, roles: Small.roles(["y"], [Small.player("t"), Small.player("a", 1, 3)]))
    #expect(frame.performance.columnsOfPlayer == [[], [0]])
    #expect(frame.performanceMeans.mean(ofPlayer: 0) == nil)
  }

  @Test("A zero weight drops the row and is nobody's loss")
  func zeroWeights() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, 3, 4, 5]), Small.ratings("a", [nil, 3, 2, 5, nil]),
      Small.numbers("w", [0, 1, 2.5, 1, 1]))
    let frame = try ModelFrame(data, roles: Small.roles(["y"], [Small.player("a")], weights: "w"))
    #expect(frame.rowNumbers == [2, 3, 4])
    #expect(frame.weights == [1, 2.5, 1])
    #expect(frame.lost.map(\.rows) == [1])
    #expect(frame.note("zero_weights") == "1 respondent with weight 0 was left out.")
    #expect(frame.note("rows_dropped")?.hasPrefix("1 respondent of 5 (20 %) was left out") == true)
  }

  @Test("Clusters are numbered within strata; who has none is left out and counted")
  func design() throws {
    let data = Small.survey(
      Small.ratings("y", [1, 2, 3, 4, 5, 1]), Small.ratings("a", [3, 2, 5, 1, 4, 2]),
      Small.texts("region", ["north", "north", "south", "south", nil, "north"]),
      Small.numbers("school", [7, 8, 7, 7, 8, 7]))
    let both = try ModelFrame(
      data, roles: Small.roles(["y"], [Small.player("a")], strata: "region", cluster: "school"))
    #expect(both.strata == [0, 0, 1, 1, 0] && both.strataNames == ["north", "south"])
    #expect(both.clusters == [0, 1, 2, 2, 0] && both.clusterCount == 3)
    #expect(both.lost.map(\.variable) == ["region"] && both.rowNumbers == [1, 2, 3, 4, 6])
    let clusters = try ModelFrame(data, roles: Small.roles(["y"], [Small.player("a")], cluster: "school"))
    #expect(clusters.clusters == [0, 1, 0, 0, 1, 0] && clusters.clusterCount == 2 && clusters.strata == nil)
  }

  @Test("With pairwise treatment only a respondent without any answer goes")
  func pairwise() throws {
    let data = Small.survey(
      Small.ratings("y", [1, nil, 3, nil, 5]), Small.ratings("a", [2, 4, nil, nil, 1]),
      Small.ratings("b", [2, 1, 2, nil, 4]))
    let frame = try ModelFrame(
      data, roles: Small.roles(["y"], [Small.player("a"), Small.player("b")], missing: .pairwise))
    #expect(frame.rowNumbers == [1, 2, 3, 5])
    #expect(frame.lost.isEmpty)
    #expect(frame.column("a")![2].isNaN && frame.column("a")![0] == 2)
    #expect(frame.note("rows_dropped") == "1 respondent of 5 without any answer was left out.")
  }

  @Test("Categories that no row used has are not in the model; names are sorted by code point")
  func unusedCategories() throws {
    let data = Small.survey(
      Small.ratings("y", [1, nil, 3, 4]), Small.texts("t", ["b", "a", "B", "10"]))
    var roles = Small.roles(["y"], [Small.player("t")])
    roles.categorical = ["t"]
    let frame = try ModelFrame(data, roles: roles)
    #expect(frame.columns.map(\.term) == ["t=B", "t=b", "y"])
  }

  @Test("Labels come from the roles, else from the variable")
  func labels() throws {
    var a = Small.ratings("a", [1, 3, 2])
    a.label = "Ease of use"
    let data = Small.survey(Small.ratings("y", [1, 2, 3]), a)
    #expect(try ModelFrame(data, roles: Small.roles(["y"], [Small.player("a")])).players[0].title == "Ease of use")
  }
}
