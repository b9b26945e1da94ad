import Foundation
import LinearAlgebra
import Measures
import Survey
import TestSupport
import Testing

@Suite("Files of moments")
struct MomentsFileTests {
  /// A table as the reader of CSV files hands it over: texts, or numbers with missing values.
  static func table(_ lines: String) -> Dataset {
    let rows = lines.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let count = rows[0].count
    return Dataset(
      variables: (0..<count).map { k in
        let fields = rows.dropFirst().map { $0[k] }
        return fields.allSatisfy { $0.isEmpty || Double($0) != nil } && fields.contains { !$0.isEmpty }
          ? Small.numbers(rows[0][k], fields.map { Double($0) })
          : Small.texts(rows[0][k], fields.map { $0.isEmpty ? nil : $0 })
      }, rowCount: rows.count - 1)
  }

  static func problem<F: Fault>(_ lines: String, n: Double? = 100, as _: F.Type = MatrixFault.self) -> F? {
    do {
      _ = try Moments(table: table(lines), n: n)
      return nil
    } catch { return error as? F }
  }

  static func says(_ lines: String, _ words: String) -> Bool {
    if case .momentsFile(_, let problem)? = problem(lines) { return problem.description.contains(words) }
    return false
  }

  @Test("What is written reads back the same", arguments: [nil, WeightsKind.sampling, .precision, .frequency])
  func roundTrip(kind: WeightsKind?) throws {
    let data = Drawn.survey(rows: 300)
    for missing in [MissingTreatment.listwise, .pairwise] {
      let roles = Small.roles(
        ["q0"], Drawn.players(["group", "income"]), missing: missing,
        weights: kind.map { $0 == .frequency ? "f" : "w" }, kind: kind ?? .sampling)
      var moments = Moments(try ModelFrame(data, roles: roles))
      if kind == .frequency { moments.treatment.weights = nil }
      let lines = moments.table.map { "\($0.statistic),\($0.a),\($0.b),\($0.value)" }
      let back = try Moments(table: Self.table((["statistic,a,b,value"] + lines).joined(separator: "\n")))
      #expect(agree(back, moments, 1e-14))
      #expect(back.pairCounts == moments.pairCounts)
    }
  }

  @Test("A matrix file gives an analysis the moments of its rows, composites and reversed items included")
  func fileEqualsRows() throws {
    let all = Drawn.survey(rows: 300)
    let names = (0..<6).map { "q\($0)" }
    let wide = Small.roles(["q0"], names.dropFirst().map { Small.player($0) })
    let frame = try ModelFrame(all, roles: wide)
    let complete = all.selecting(frame.rowNumbers.map { $0 - 1 })
    let players = [
      Small.player("q1", 10, 1),
      Small.composite("both", [Small.item("q3", 1, 10), Small.item("q4", 10, 1), Small.item("q5", 0, 20)]),
      Small.composite("same", [Small.item("q2"), Small.item("q5")]),
    ]
    let roles = Small.roles(["q0"], players)
    let file = Moments(try ModelFrame(complete, roles: wide)).table
      .map { "\($0.statistic),\($0.a),\($0.b),\($0.value)" }
    let read = try Moments(table: Self.table((["statistic,a,b,value"] + file).joined(separator: "\n")))
    let fromFile = try ModelMoments(read, roles: roles)
    let fromRows = ModelMoments(try ModelFrame(complete, roles: roles))
    #expect(agree(fromFile.moments, fromRows.moments, 1e-12))
    #expect(fromFile.players == fromRows.players)
    #expect(close(fromFile.performance.mean(ofPlayer: 1)!, fromRows.performance.mean(ofPlayer: 1)!, 1e-12))
    // Without declared scales a file does not say where 0 and 100 lie.
    #expect(fromFile.performance.mean(ofPlayer: 2) == nil)
  }

  static let satisfactionStudy = PackageFiles.shared.appending(path: "reference/ecsi-moments.csv")

  @Test(
    "The published covariances of a satisfaction study are read",
    .enabled(if: FileManager.default.fileExists(atPath: satisfactionStudy.path), "the shared references are absent"))
  func published() throws {
    let moments = try Moments(table: Self.table(String(contentsOf: Self.satisfactionStudy, encoding: .utf8)))
    #expect(moments.n == 250 && moments.names.count == 24)
    #expect(moments.means?[0] == 7.58)
    #expect(close(moments.covariance[1, 0], 0.9472289156626509, 1e-15))
  }

  /// Azen & Budescu's (2003) correlations.
  static let triangle = """
    variable,y,x1,x2,x3,x4
    y,1,,,,
    x1,.6,1,,,
    x2,.3,.8,1,,
    x3,.4,.1,.1,1,
    x4,.5,.3,.1,.5,1
    """

  @Test("A published triangle of correlations, with and without names, diagonal and order")
  func triangles() throws {
    let moments = try Moments(table: Self.table(Self.triangle), n: 50)
    #expect(moments.isCorrelation && moments.means == nil && moments.n == 50)
    #expect(moments.correlation[2, 1] == 0.8 && moments.correlation[4, 0] == 0.5)
    #expect(close(moments.covariance[1, 1], 1, 1e-15))
    let upper = "variable,y,x1,x2\ny,,.6,.3\nx1,,,.8\nx2,,,"
    #expect(Moments.looksLikeMatrix(Self.table(upper)))
    #expect(try Moments(table: Self.table(upper), n: 50).correlation[2, 1] == 0.8)
    let bare = "y,x1\n1,.6\n.6,1"
    #expect(Moments.looksLikeMatrix(Self.table(bare)))
    #expect(try Moments(table: Self.table(bare), n: 50).correlation[1, 0] == 0.6)
    let permuted = "variable,y,x1,x2\nx2,.3,.8,1\ny,1,.6,.3\nx1,.6,1,.8\nMean,3,4,5\nSD,2,1,3\nN,40,50,60"
    #expect(Moments.looksLikeMatrix(Self.table(permuted)))
    let full = try Moments(table: Self.table(permuted))
    #expect(full.n == 40 && full.means == [3, 4, 5] && !full.isCorrelation)
    #expect(close(full.covariance[2, 0], 0.3 * 2 * 3, 1e-14))
    let covariances = "y,x\n4,1.5\n1.5,9"
    #expect(close(try Moments(table: Self.table(covariances), n: 30).correlation[1, 0], 0.25, 1e-15))
  }

  @Test("A survey is not taken for a file of moments")
  func surveysAreSurveys() {
    #expect(!Moments.looksLikeMoments(names: ["statistic", "a", "b"]))
    #expect(Moments.looksLikeMoments(names: ["statistic", "a", "b", "value"]))
    #expect(!Moments.looksLikeMatrix(Self.table("a,b,c\n1,2,3\n4,5,1\n2,2,2")))
    #expect(!Moments.looksLikeMatrix(Self.table("name,a,b\nAnn,1,2\nBob,2,3")))
    #expect(!Moments.looksLikeMatrix(Self.table("a,b\n1,2\n3,4\n5,6")))
    #expect(!Moments.looksLikeMatrix(Self.table("a\n1")))
  }

  @Test("Each mistake in a file is named")
  func mistakes() {
    let head = "statistic,a,b,value\n"
    #expect(Self.problem("v,y,x\ny,1,.5\nx,.4,1") == .notSymmetric(a: "x", b: "y"))
    #expect(Self.problem("y,x,z\n1,.5,.1\n.4,1,.2\n.1,.2,1") == .notSymmetric(a: "x", b: "y"))
    #expect(Self.says("v,y,x,z\ny,1,.5,.1\nx,.5,1.9,.1\nz,.1,.1,1", "'x' with itself is 1.9, not 1"))
    #expect(Self.says("v,y,x\ny,1,1.2\nx,1.2,1", "outside -1 to 1"))
    #expect(Self.says("v,y,x\ny,4,1\nx,1,-2", "variance of 'x' is -2"))
    #expect(Self.says("v,y,x,z\ny,1,,.5\nx,,1,.1\nz,.5,.1,1", "correlation of 'x' with 'y' is missing"))
    #expect(Self.says("v,y,x\ny,1,.5\nq,.5,1", "row 'q'"))
    #expect(Self.says("v,y,x\ny,1,.5\ny,.5,1", "two rows of the matrix are named 'y'"))
    #expect(
      Self.problem("v,x,y,z\nx,1,.9,-.9\ny,.9,1,.9\nz,-.9,.9,1", as: DataFault.self)
        == .notPositiveDefinite(what: "The correlation matrix"))
    #expect(Self.says(head + "median,a,,3", "'median' is not a statistic"))
    #expect(Self.says(head + "mean,,,3", "names no variable"))
    #expect(Self.says(head + "mean,a,,3\nmean,a,,4\ncovariance,a,a,1", "two different means for 'a'"))
    #expect(Self.says(head + "mean,a,,3\ncovariance,a,a,1\ncovariance,b,b,1\ncovariance,a,b,.1", "none of 'b'"))
    #expect(Self.says(head + "mean,a,,3", "neither covariances nor correlations"))
    #expect(Self.says(head + "sd,a,,-3\ncorrelation,a,a,1", "must be positive"))
    #expect(Self.says(head + "covariance,a,,1", "must name two variables"))
    #expect(Self.says(head + "covariance,a,a,", "has no value") || Self.problem(head + "covariance,a,a,") != nil)
    #expect(
      Self.problem(head + "covariance,a,a,one", as: DataFault.self)
        == .notNumeric(variable: "value", row: 1, value: "one", count: 1))
    #expect(
      Self.problem(head + "covariance,a,a,inf\ncovariance,b,b,1", as: DataFault.self)
        == .notFinite(variable: "value", row: 1, value: .infinity))
    if case .momentsFile(_, let problem)? = Self.problem(
      head + "covariance,a,a,1\ncovariance,b,b,1\ncovariance,a,b,0", n: 1)
    {
      #expect(problem.description.contains("1 cannot be a number of respondents"))
    } else {
      Issue.record("one respondent was accepted")
    }
  }

  @Test("Without a number of respondents the correlations stand, and who needs it says so")
  func withoutN() throws {
    let moments = try Moments(table: Self.table(Self.triangle))
    #expect(moments.correlation[2, 1] == 0.8)
    #expect(close(moments.covariance[0, 0], 1, 1e-15))
    #expect(throws: MatrixFault.needsN) { try moments.requireN() }
    #expect(throws: MatrixFault.needsMeans(analysis: "ipa")) { try moments.requireMeans(for: "ipa") }
    #expect(!moments.table.contains { $0.statistic == "n" })
  }

  @Test("What needs rows is refused")
  func needsRows() throws {
    let moments = try Moments(table: Self.table(Self.triangle), n: 50)
    for roles in [
      Small.roles(["y"], [Small.player("x1")], weights: "x2"), Small.roles(["y"], [Small.player("x1")], strata: "x2"),
      Small.roles(["y"], [Small.player("x1")], cluster: "x2"),
    ] {
      #expect { try ModelMoments(moments, roles: roles) } throws: { error in
        if case DataFault.needsRows? = error as? DataFault { true } else { false }
      }
    }
    #expect(throws: DataFault.noSuchVariable(name: "x9", nearest: ["x1", "x2", "x3"])) {
      try ModelMoments(moments, roles: Small.roles(["y"], [Small.player("x9")]))
    }
    // Composites of correlations are of standardised items, and stay standardised: r(x1 + x2, y) = .9/√3.6.
    let both = try ModelMoments(
      moments, roles: Small.roles(["y"], [Small.composite("both", [Small.item("x1"), Small.item("x2")])]))
    #expect(close(both.moments.correlation[1, 0], 0.9 / (3.6).squareRoot(), 1e-14))
    #expect(close(both.moments.standardDeviations[0], 1, 1e-14))
    #expect(both.notes.contains { $0.kind == .standardisedComposite })
  }

  @Test("Collinear variables are allowed; pairs that contradict each other are noted")
  func definiteness() throws {
    let collinear = "v,x,y,z\nx,1,1,.5\ny,1,1,.5\nz,.5,.5,1"
    #expect(try Moments(table: Self.table(collinear), n: 50).correlation[1, 0] == 1)
    let head = "statistic,a,b,value\nn,,,40\n"
    let pairs =
      "correlation,x,y,.9\ncorrelation,y,z,.9\ncorrelation,x,z,-.9\npair_n,x,y,40\npair_n,y,z,60\npair_n,x,z,50"
    let moments = try Moments(table: Self.table(head + pairs))
    #expect(moments.notes.map(\.kind.name) == ["pairwise_counts", "not_positive_definite"])
    #expect(moments.notes[0].message.contains("between 40 and 60"))
    #expect(throws: DataFault.notPositiveDefinite(what: "The correlation matrix")) {
      try moments.requirePositiveDefinite()
    }
    #expect(Definiteness(moments.correlation).isDefinite == false)
    #expect(Definiteness(SymmetricMatrix(order: 2, packed: [1, 0.5, 1])).isDefinite)
    #expect(!Definiteness(SymmetricMatrix(order: 2, packed: [1, 1, 1])).isDefinite)
    #expect(Definiteness(SymmetricMatrix(order: 2, packed: [1, 1, 1])).isSemidefinite)
  }

  @Test("A matrix that was rounded in its last digits is a matrix of correlations, whatever the size")
  func rounded() throws {
    let four = "a,b,c,d\n1,.3,.4,.5\n.3,1,.2,0.30000000000000004\n.4,.2,0.9999999999999999,.1\n.5,.3,.1,1"
    #expect(Moments.looksLikeMatrix(Self.table(four)))
    let moments = try Moments(table: Self.table(four), n: 100)
    #expect(moments.isCorrelation && moments.correlation[2, 2] == 1)
    #expect(abs(moments.correlation[3, 1] - 0.3) < 1e-15)
    for order in [2, 3, 10, 40] {
      let names = (0..<order).map { "v\($0)" }
      // Noise of the last digits: relative to a correlation of zero it is as large as can be.
      let lines = names.indices.map { i in
        names.indices.map { j in
          "\((i == j ? 1 : i + j == order - 1 ? 0 : 0.5 / Double(1 + abs(i - j))) + Double((i * 7 + j * 3) % 5 - 2) * 1e-16)"
        }.joined(separator: ",")
      }
      let table = Self.table(([names.joined(separator: ",")] + lines).joined(separator: "\n"))
      #expect(Moments.looksLikeMatrix(table), "\(order)")
      #expect(try Moments(table: table, n: 100).isCorrelation)
    }
    // Columns without names of their own are numbered, and so are their rows.
    let numbered = "column_1,0,1,2\n0,1,.6,.3\n1,.6,1,.8\n2,.3,.8,1"
    #expect(Moments.looksLikeMatrix(Self.table(numbered)))
    #expect(try Moments(table: Self.table(numbered), n: 50).correlation[2, 1] == 0.8)
    #expect(!Moments.looksLikeMatrix(Self.table("id,1,2,3\n1,4,2,5\n2,3,3,4\n3,1,5,2")))
    // A hundredth of a millionth is rounding, a millionth is not.
    #expect(try Moments(table: Self.table("v,y,x\ny,1,.5\nx,.500000009,1"), n: 9).n == 9)
    #expect(Self.problem("v,y,x\ny,1,.5\nx,.500001,1") == .notSymmetric(a: "x", b: "y"))
    // Of variances it is a part of their size.
    #expect(try Moments(table: Self.table("v,y,x\ny,4e12,1e12\nx,1.00000001e12,9e12"), n: 9).n == 9)
    #expect(Self.problem("v,y,x\ny,4e-9,1e-9\nx,2e-9,9e-9", n: 9) != nil)
  }

  /// A table as Fornell and Larcker made it: correlations of constructs, √AVE on the diagonal.
  static let fornellLarcker = """
    ,quality,ease,staff,loyalty
    quality,0.82,0.45,0.38,0.52
    ease,0.45,0.79,0.41,0.47
    staff,0.38,0.41,0.85,0.36
    loyalty,0.52,0.47,0.36,0.88
    """

  @Test("Reliabilities on a diagonal are not taken for variances: who knows must say")
  func diagonals() throws {
    let table = Self.table(Self.fornellLarcker)
    #expect(Moments.looksLikeMatrix(table))
    #expect(Moments.diagonal(of: table) == ["quality": 0.82, "ease": 0.79, "staff": 0.85, "loyalty": 0.88])
    #expect(throws: MatrixFault.ambiguousDiagonal(source: "The moments file", variable: "quality", value: 0.82)) {
      try Moments(table: table, n: 300)
    }
    for holds in [MatrixDiagonal.ones, .reliability] {
      let moments = try Moments(table: table, n: 300, diagonal: holds)
      #expect(moments.isCorrelation && moments.correlation[0, 0] == 1 && close(moments.correlation[1, 0], 0.45, 1e-15))
    }
    let variances = try Moments(table: table, n: 300, diagonal: .variances)
    #expect(!variances.isCorrelation && close(variances.covariance[1, 1], 0.79, 1e-14))
    // √AVE below a correlation beside it: no covariances at all, but a table all the same.
    let low = "a,b\n.5,.6\n.6,.7"
    #expect(Moments.looksLikeMatrix(Self.table(low)))
    #expect(Self.problem(low) == .ambiguousDiagonal(source: "The moments file", variable: "a", value: 0.5))
    // Constructs of a single item have 1 there, and one triangle is enough.
    let single = "v,a,b,c\na,1,,\nb,.4,1,\nc,.3,.2,.8"
    #expect(Self.problem(single) == .ambiguousDiagonal(source: "The moments file", variable: "c", value: 0.8))
    #expect(try Moments(table: Self.table(single), n: 50, diagonal: .ones).correlation[2, 0] == 0.3)
    #expect(Self.problem("v,a,b\na,1.2,.4\nb,.4,.8") == nil)
    #expect(throws: MatrixFault.self) {
      try Moments(table: Self.table("v,a,b\na,1.2,.4\nb,.4,.8"), diagonal: .reliability)
    }
    let long = "statistic,a,b,value\ncorrelation,x,y,.4"
    #expect(throws: MatrixFault.self) { try Moments(table: Self.table(long), n: 9, diagonal: .ones) }
  }
}
