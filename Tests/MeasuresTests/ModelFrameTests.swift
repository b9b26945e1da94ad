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
    let frame = try ModelFrame(
      data, roles: Small.roles(["y"], [Small.player("a"), Small.player("channel")], always: ["age"]))
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
}
