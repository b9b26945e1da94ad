import Survey
import Testing

@Suite struct SelectionTests {
  let columns = ["prod1", "prod2", "proc1", "a:b", "x,y", "wave", "don't know", "p*"]

  @Test func listsAreSplitAtCommasOutsideQuotes() {
    #expect(Selection.split("a, b ,c") == ["a", "b", "c"])
    #expect(Selection.split("a,'x,y',\"u,v\"") == ["a", "'x,y'", "\"u,v\""])
    #expect(Selection.split("'a,1':'b,2',c") == ["'a,1':'b,2'", "c"])
    #expect(Selection.split("don't know, b") == ["don't know", "b"])
    #expect(Selection.split("") == [])
    #expect(Selection.split(" , ,") == [])
  }

  @Test func anAssignmentIsSplitAtItsFirstEqualSignOutsideQuotes() throws {
    let plain = try #require(Selection.assignment("product=prod1,prod2"))
    #expect(plain == ("product", "prod1,prod2"))
    let quoted = try #require(Selection.assignment("'a=b' = c=d"))
    #expect(quoted == ("a=b", "c=d"))
    #expect(Selection.assignment("1:7") == nil)
    #expect(Selection.assignment("=x") == nil)
    #expect(Selection.assignment("x=") == nil)
  }

  @Test func exactNamesWinOverRangesAndGlobs() throws {
    #expect(try Selection.resolve(["a:b"], in: columns) == ["a:b"])
    #expect(try Selection.resolve(["p*"], in: columns) == ["p*"])
    #expect(try Selection.resolve(["'x,y'", "\"wave\""], in: columns) == ["x,y", "wave"])
    #expect(try Selection.resolve(["don't know"], in: columns) == ["don't know"])
  }

  @Test func rangesFollowTheOrderOfColumns() throws {
    #expect(try Selection.resolve(["prod2:a:b"], in: columns) == ["prod2", "proc1", "a:b"])
    #expect(try Selection.resolve(["'a:b':wave"], in: columns) == ["a:b", "x,y", "wave"])
    #expect(throws: DataFault.self) { try Selection.resolve(["proc1:prod1"], in: columns) }
    #expect(throws: DataFault.noSuchVariable(name: "prod9", nearest: ["prod1", "prod2"])) {
      try Selection.resolve(["prod1:prod9"], in: ["prod1", "prod2"])
    }
  }

  @Test func globsMatchAnyOrOneCharacterAndEachColumnCountsOnce() throws {
    #expect(try Selection.resolve(["prod?", "pro*1"], in: columns) == ["prod1", "prod2", "proc1"])
    #expect(throws: DataFault.noMatch(pattern: "z*")) { try Selection.resolve(["z*"], in: columns) }
    #expect(throws: DataFault.noMatch(pattern: "prod??")) { try Selection.resolve(["prod??"], in: columns) }
  }

  @Test func aGlobOfManyStarsIsQuick() throws {
    let name = String(repeating: "a", count: 5_000)
    #expect(throws: DataFault.self) {
      try Selection.resolve([String(repeating: "*a", count: 200) + "*b"], in: [name])
    }
  }

  @Test func aProtectedNameIsNoGlob() {
    #expect(throws: DataFault.noSuchVariable(name: "prod*", nearest: ["prod1", "prod2"])) {
      try Selection.resolve(["'prod*'"], in: columns)
    }
  }

  @Test(arguments: [("1:7", 1.0, 7.0), ("7:1", 7, 1), (" -3 : 3 ", -3, 3), ("0:0.5", 0, 0.5)])
  func scalesAreTwoNumbersJoinedByAColon(text: String, first: Double, last: Double) {
    #expect(RatingScale(text) == RatingScale(first, last))
  }

  @Test(arguments: ["", "1", "1:1", "a:b", "1:2:3", "1:inf", "nan:2", "1-7"])
  func whatIsNoScaleIsRefused(text: String) {
    #expect(RatingScale(text) == nil)
  }
}
