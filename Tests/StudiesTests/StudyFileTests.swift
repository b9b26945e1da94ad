import Foundation
import Importance
import Insight
import Platform
import Regression
import Resampling
import Studies
import Survey
import SurveyFiles
import Testing

@Suite struct StudyFileTests {
  static let example = """
    title: Webshop customer satisfaction
    data: webshop.csv                      # beside this file
    scale: [1, 7]
    missing: {codes: [9], treatment: listwise}
    weights: {variable: weight, kind: sampling}
    wave: wave
    segment: segment
    drivers:
      product_quality: {label: Product quality, items: [pq1, pq2, pq3, pq4]}
      process_ease: {label: Process ease, items: ["pe*"], scale: [7, 1], reversed: [pe2]}
      staff_courtesy: {items: [sc1, sc2], answered: 2}
    players: composites
    composites: {answered: 0.75}
    satisfaction: [sat1, sat2, sat3]
    outcomes:
      recommend: {label: Would recommend, scale: [0, 10]}
      repurchase:
    stated: {pq1: imp_pq1, pq2: imp_pq2}
    stated_prefix: imp_
    variables: {pq1: {label: Well made, scale: [1, 10]}}
    reversed: [pq4]
    always: age
    strata: region
    cluster: shop
    groups: {extra: [x1, x2]}
    bootstrap: {replicates: 1000, seed: 18446744073709551615, interval: percentile}
    confidence: 0.9
    errors: hc3
    methods: [lmg, "last, first"]
    crosshair: [50, 0.2]
    where: wave = 2
    by: segment
    """

  @Test func everyKeyIsRead() throws {
    let study = try StudyFile.parse(Self.example, file: "webshop.yaml")
    var expected = StudySpecification()
    expected.title = "Webshop customer satisfaction"
    expected.data = "webshop.csv"
    expected.scale = RatingScale(1, 7)
    expected.missingCodes = ["9"]
    expected.missing = .listwise
    expected.weights = AnalysisRoles.Weighting(variable: "weight", kind: .sampling)
    expected.wave = "wave"
    expected.segment = "segment"
    expected.constructs = [
      .init(name: "product_quality", label: "Product quality", items: ["pq1", "pq2", "pq3", "pq4"]),
      .init(
        name: "process_ease", label: "Process ease", items: ["pe*"], scale: RatingScale(7, 1), reversed: ["pe2"]),
      .init(name: "staff_courtesy", items: ["sc1", "sc2"], answered: 2),
    ]
    expected.players = .composites
    expected.answeredShare = 0.75
    expected.satisfaction = ["sat1", "sat2", "sat3"]
    expected.outcomes = ["recommend", "repurchase"]
    expected.stated = ["pq1": "imp_pq1", "pq2": "imp_pq2"]
    expected.statedPrefix = "imp_"
    expected.variables = [
      "pq1": .init(label: "Well made", scale: RatingScale(1, 10)),
      "recommend": .init(label: "Would recommend", scale: RatingScale(0, 10)),
    ]
    expected.reversed = ["pq4"]
    expected.always = ["age"]
    expected.strata = "region"
    expected.cluster = "shop"
    expected.groups = [.init(name: "extra", items: ["x1", "x2"])]
    expected.condition = "wave = 2"
    expected.by = ["segment"]
    #expect(study.specification == expected)
    var settings = StudySettings()
    settings.bootstrap = .init(replicates: 1000, seed: .max, interval: .percentile)
    settings.confidence = 0.9
    settings.errors = .hc3
    settings.methods = [.derived(.lmg), .derived(.last), .derived(.first)]
    settings.crosshair = .given(performance: 50, importance: 0.2)
    #expect(study.settings == settings)
    #expect(study.source == .path("webshop.csv"))
  }

  @Test(
    arguments: [
      ("outcome: [a]", 1, 1, "Did you mean 'outcomes'?"),
      ("title: x\nscale: 1:7", 2, 8, "Write [1, 7]; to YAML '1:7' is a time."),
      ("scale: [1, 7, 9]", 1, 8, "Write for example [1, 7]."),
      ("scale: [1, 1]", 1, 8, nil),
      ("scale: [low, high]", 1, 9, nil),
      ("title: x\ntitle: y", 1, 1, "Keep one of them."),
      ("drivers:\n  q: {items: [a]}\n  q: {items: [b]}", 2, 3, "Keep one of them."),
      ("drivers:\n  q: {itmes: [a]}", 2, 7, "Did you mean 'items'?"),
      ("drivers:\n  q: {label: Q}", 2, 6, "Write for example {items: [pq1, pq2]}."),
      ("drivers: []", 1, 10, nil),
      ("drivers:\n  q: {items: []}", 2, 14, nil),
      ("players: composite", 1, 10, "Did you mean 'composites'?"),
      ("missing: {treatment: pairwize}", 1, 22, "Did you mean 'pairwise'?"),
      ("missing: 9", 1, 10, nil),
      ("weights: {kind: sampling}", 1, 10, nil),
      ("weights: [w]", 1, 10, nil),
      ("confidence: 95", 1, 13, nil),
      ("confidence: yes", 1, 13, nil),
      ("composites: {answered: 0}", 1, 24, nil),
      ("bootstrap: {replicates: many}", 1, 25, nil),
      ("bootstrap: {replicates: -1}", 1, 25, nil),
      ("bootstrap: {seed: 1.5}", 1, 19, nil),
      ("bootstrap: 1000", 1, 12, nil),
      ("title: [a]", 1, 8, nil),
      ("outcomes: {r: {scale: [0, 10]}}\nvariables: {r: {scale: [1, 7]}}", 1, 23, "Keep one of them."),
      ("where: wave = ", 1, 8, nil),
      ("a: b: c", 1, 5, nil),
      ("drivers: [a\nscale: 1", 2, 6, nil),
      ("- a\n- b", 1, 1, nil),
      ("just words", 1, 1, nil),
      ("? [a, b]\n: c", 1, 3, nil),
      ("", 1, 1, "Begin with a key, such as 'data:'."),
      ("# nothing but a comment\n", 1, 1, "Begin with a key, such as 'data:'."),
      ("---\n", 2, 1, "Begin with a key, such as 'data:'."),
      ("drivers: [*at]", 1, 11, "Put a name that begins with '*' or '&' in quotes."),
      ("drivers: &a [x]\nalways: *a", 2, 9, nil),
    ] as [(String, Int, Int, String?)])
  func aMistakeHasItsLineAndColumn(text: String, line: Int, column: Int, suggestion: String?) {
    do {
      let study = try StudyFile.parse(text, file: "s.yaml")
      Issue.record("accepted as \(study)")
    } catch SyntaxFault.study(let file, let atLine, let atColumn, let problem, let said) {
      #expect(file == "s.yaml")
      #expect((atLine, atColumn) == (line, column), "\(problem.description)")
      if let suggestion { #expect(said?.description == suggestion) }
    } catch {
      Issue.record("\(error)")
    }
  }

  @Test func valuesAreReadAsWrittenNotAsYamlReadsThem() throws {
    // To YAML 1.1 `no` and `on` are booleans and 010 is eight.
    let study = try StudyFile.parse(
      "wave: on\ndrivers: [no, \"y\", 010]\nmissing: {codes: [-99, 010, \"NA\"]}", file: "s"
    ).specification
    #expect(study.wave == "on")
    #expect(study.drivers == ["no", "y", "010"])
    #expect(study.missingCodes == ["-99", "010", "NA"])
  }

  @Test func whatIsReadIsSaidInAStudyToo() throws {
    let study = try StudyFile.parse(
      "header_rows: 2\ncategorical: [region]\nreference: {region: 2}\nmissing: {codes: ['98:', 'age=0']}\n"
        + "variables:\n  minutes: {missing: []}\n  pq1: {missing: [-1, Blank]}", file: "s"
    ).specification
    #expect(study.headerRows == 2 && study.categorical == ["region"] && study.references == ["region": "2"])
    #expect(study.missingCodes == ["98:", "age=0"])
    #expect(study.variables["minutes"]?.missing == [] && study.variables["pq1"]?.missing == ["-1", "Blank"])
    for text in ["header_rows: 4", "header_rows: 0", "categorical: {a: b}"] {
      #expect(throws: SyntaxFault.self) { try StudyFile.parse(text, file: "s") }
    }
  }

  @Test func aFileThatUnfoldsWithoutEndIsRefusedAtOnce() {
    var bomb = "a0: &a0 [x, x]\n"
    for i in 1...60 { bomb += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1)]\n" }
    bomb += "? *a60\n: x\n"
    #expect(throws: SyntaxFault.self) { try StudyFile.parse(bomb, file: "bomb.yaml") }
    let lists = (0...60).map { "&b\($0) [" + ($0 > 0 ? "*b\($0 - 1), *b\($0 - 1)" : "x") + "]" }
    let flow = "a: [" + lists.joined(separator: ", ") + ", {[*b60]: y}]"
    #expect(throws: SyntaxFault.self) { try StudyFile.parse(flow, file: "bomb.yaml") }
  }

  @Test(arguments: [100, 999, 5_000, 200_000])
  func deepNestingIsAnError(depth: Int) {
    #expect(throws: SyntaxFault.self) {
      try StudyFile.parse("a: " + String(repeating: "[", count: depth), file: "deep.yaml")
    }
    #expect(throws: SyntaxFault.self) {
      let closed = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      return try StudyFile.parse("drivers: " + closed, file: "deep.yaml")
    }
    #expect(throws: SyntaxFault.self) {
      try StudyFile.parse(String(repeating: "- ", count: min(depth, 5_000)) + "x", file: "deep.yaml")
    }
  }

  @Test func theDataLieBesideTheStudy() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/mainspring-study-\(getpid())"
    mkdir(folder, 0o755)
    defer {
      unlink(folder + "/s.yaml")
      rmdir(folder)
    }
    try write("data: x.csv\n", folder + "/s.yaml")
    #expect(try StudyFile.read(path: folder + "/s.yaml").specification.data == folder + "/x.csv")
    try write("data: /abs/x.csv\n", folder + "/s.yaml")
    #expect(try StudyFile.read(path: folder + "/s.yaml").specification.data == "/abs/x.csv")
    try write("title: a\nwave: \u{1}\n", folder + "/s.yaml")
    #expect(throws: SyntaxFault.self) { try StudyFile.read(path: folder + "/s.yaml") }
    #expect(throws: FileFault.noSuchFile(path: folder + "/t.yaml")) { try StudyFile.read(path: folder + "/t.yaml") }
    #expect(throws: FileFault.self) { try StudyFile.read(path: folder) }
    try write(Array("title: a\nwave: M".utf8) + [0xFC, 0x0A], folder + "/s.yaml")
    #expect(throws: FileFault.notUTF8(source: folder + "/s.yaml", line: 2, byte: 0xFC)) {
      try StudyFile.read(path: folder + "/s.yaml")
    }
  }

  private func write(_ text: String, _ path: String) throws { try write(Array(text.utf8), path) }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
