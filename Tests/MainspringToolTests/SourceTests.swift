import Foundation
import TestSupport
import Testing

/// The same survey gives the same answer whichever way it comes in.
@Suite struct SourceTests {
  static let options = [
    "--outcome", "recommend", "--drivers", "pq1:sc4", "--scale", "1:7", "--missing-codes", "9", "--bootstrap", "0",
    "--format", "json", "--quiet",
  ]
  static let file = Program.root.appending(path: "datasets/webshop/webshop.csv").path

  func shares(_ result: Program.Outcome) throws -> [String: Double] {
    #expect(result.status == 0, "\(result.error)")
    return Dictionary(
      uniqueKeysWithValues: try JSONReader(result.output).rows("importance").map {
        ($0["driver"] as! String, $0["importance"] as! Double)
      })
  }

  func expectSame(_ a: [String: Double], _ b: [String: Double], _ tolerance: Double = 1e-11) {
    #expect(!a.isEmpty && a.keys == b.keys)
    for (key, value) in a { #expect(abs(value - (b[key] ?? .nan)) < tolerance, "\(key)") }
  }

  @Test("a study's products are drivers of their own, and the matrix leaves them out with a note") func terms() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "y,a,b\n" + BadInputTests.rows(40) { "\(($0 * 7) % 11),\(($0 * 3) % 8),\(($0 * 5) % 7)" }, to: "d.csv")
    try folder.write("data: d.csv\noutcomes: [y]\ndrivers: [a, b]\nscale: [0, 7]\nterms: [a:b, 'a^2']\n", to: "s.yaml")
    let options = ["s.yaml", "--bootstrap", "0", "--format", "json", "--quiet"]
    let drivers = try JSONReader(Program.run(["drivers"] + options, directory: folder.url).output)
    #expect(Set(drivers.rows("importance").compactMap { $0["driver"] as? String }) == ["a", "b", "a:b", "a^2"])
    #expect(drivers.rows("coefficients").map { $0["term"] as? String } == ["(Intercept)", "a", "b", "a:b", "a^2"])
    let matrix = try Program.run(["ipa"] + options, directory: folder.url).output
    #expect(try JSONReader(matrix).rows("ipa").map { $0["driver"] as? String } == ["a", "b"])
    #expect(matrix.contains("terms_left_out"))
    try folder.write("data: d.csv\noutcomes: [y]\ndrivers: [a, b]\nterms: ['a^']\n", to: "bad.yaml")
    let bad = try Program.run(["drivers", "bad.yaml"], directory: folder.url)
    #expect(bad.status == 64 || bad.status == 65)
    #expect(bad.error.contains("bad.yaml") && bad.error.contains("'a^'"))
  }

  @Test("a stream whose rows are not kept gives what rows in memory give") func streamed() throws {
    for extra in [
      [], ["--where", "segment = 'new' and pq1 > 2"], ["--group", "quality=pq1:pq4"], ["--terms", "pq1:pq2,pe1^2"],
    ] {
      let kept = try Program.run(["drivers", Self.file, "--errors", "jackknife"] + Self.options + extra)
      let streamed = try Program.run(["drivers", Self.file, "--stream"] + Self.options + extra)
      expectSame(try shares(kept), try shares(streamed))
      let a = try JSONReader(kept.output)
      let b = try JSONReader(streamed.output)
      #expect(a.run["rows_used"] as? Int == b.run["rows_used"] as? Int)
      #expect(b.run["errors"] as? String == "jackknife" && !streamed.output.contains("summed_errors"))
      for (x, y) in zip(a.rows("coefficients"), b.rows("coefficients")) {
        let (p, q) = (x["std_error"] as! Double, y["std_error"] as! Double)
        #expect(abs(p - q) < 1e-9 * p)
      }
    }
    let matrix = try Program.run(["ipa", Self.file, "--errors", "jackknife"] + Self.options)
    let streamed = try Program.run(["ipa", Self.file, "--stream"] + Self.options)
    let (a, b) = (try JSONReader(matrix.output).rows("ipa"), try JSONReader(streamed.output).rows("ipa"))
    #expect(a.count == 12 && b.count == 12)
    for (x, y) in zip(a, b) {
      for column in ["importance", "performance", "effect", "potential"] {
        #expect(abs((x[column] as! Double) - (y[column] as! Double)) < 1e-9, "\(column)")
      }
      #expect(x["quadrant"] as? String == y["quadrant"] as? String)
    }
  }

  @Test("a stream without rows says what it cannot do") func streamNeedsNoRows() throws {
    let options = ["drivers", Self.file, "--stream", "--outcome", "recommend", "--drivers", "pq1,pe1"]
    let groups = try Program.run(options + ["--by", "segment"])
    #expect(groups.status == 0)
    let pairs = try Program.run(options + ["--missing", "pairwise"])
    #expect(pairs.status == 64)
    #expect(pairs.error.contains("--bootstrap 0"))
  }

  /// Ratings 1–7 of three items and an outcome, sorted by the outcome as files from a database often are.
  static func large(_ rows: Int) -> String {
    var state: UInt64 = 5
    func next(_ n: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % Int(n)
    }
    let lines = (0..<rows).map { row -> (Int, String) in
      let common = next(4)
      let (a, b, c) = (1 + common + next(4), 1 + common + next(4), 1 + next(7))
      let y = (2 * a + b + next(8)) / 3
      return (y, "\(y),\(a),\(b),\(next(50) == 0 ? "" : String(c)),\(next(2))")
    }
    return "y,a,b,c,s\n" + lines.sorted { $0.0 < $1.0 }.map(\.1).joined(separator: "\n") + "\n"
  }

  @Test("a large survey gives the same bytes from a file and a pipe, on any number of threads")
  func largeSources() throws {
    let folder = try TemporaryFolder()
    let text = Self.large(60_000)
    try folder.write(text, to: "data.csv")
    let options = ["--outcome", "y", "--drivers", "a:c", "--bootstrap", "200", "--format", "csv", "--quiet"]
    let one = try Program.run(["drivers", "data.csv", "--jobs", "1"] + options, directory: folder.url)
    #expect(one.status == 0, "\(one.error)")
    for source in [["data.csv", "--jobs", "3"], ["data.csv", "--stream"], ["-"]] {
      let other = try Program.run(
        ["drivers"] + source + options, input: source[0] == "-" ? Data(text.utf8) : nil, directory: folder.url)
      #expect(other.output == one.output, "\(source)")
    }
    // Robust errors need the rows: the same blocks are made of them.
    let rows = try JSONReader(
      try Program.run(
        ["drivers", "data.csv", "--errors", "hc3", "--outcome", "y", "--drivers", "a:c", "--bootstrap", "200"]
          + ["--format", "json", "--quiet"], directory: folder.url
      ).output)
    let sums = try JSONReader(
      try Program.run(
        ["drivers", "data.csv", "--outcome", "y", "--drivers", "a:c", "--bootstrap", "200", "--format", "json"]
          + ["--quiet"], directory: folder.url
      ).output)
    for kind in ["importance", "differences"] {
      let (a, b) = (rows.rows(kind), sums.rows(kind))
      #expect(a.count == 3 && b.count == 3)
      for (x, y) in zip(a, b) {
        for column in ["conf_low", "conf_high"] {
          #expect(abs((x[column] as! Double) - (y[column] as! Double)) < 1e-9, "\(kind) \(column)")
        }
      }
    }
    // Fewer rows are kept and drawn one by one, whichever way they come.
    let selected = options + ["--where", "s = 1"]
    let some = try Program.run(["drivers", "data.csv"] + selected, directory: folder.url)
    let piped = try Program.run(["drivers", "-"] + selected, input: Data(text.utf8), directory: folder.url)
    #expect(some.status == 0 && some.output == piped.output)
    for (arguments, isBlocked) in [(options, true), (selected, false)] {
      let told = try Program.run(
        ["drivers", "data.csv"] + arguments.map { $0 == "csv" ? "json" : $0 }, directory: folder.url)
      #expect(told.output.contains("block_resampling") == isBlocked)
    }
  }

  @Test("separators, decimal commas, quotes and line ends do not matter") func dialects() throws {
    let plain = "y,a,b\n" + BadInputTests.rows(20) { "\(($0 * 7) % 5),\(Double(($0 * 3) % 4) + 0.5),\(($0 * 5) % 7)" }
    let dialects = [
      plain.replacingOccurrences(of: ",", with: ";").replacingOccurrences(of: ".", with: ","),
      plain.replacingOccurrences(of: ",", with: "\t"), plain.replacingOccurrences(of: "\n", with: "\r\n"),
      "\u{FEFF}" + plain, plain.replacingOccurrences(of: ",", with: "|"),
      "\"y\",\"a\",\"b\"\n"
        + plain.split(separator: "\n").dropFirst().map {
          $0.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ",")
        }.joined(separator: "\n"),
    ]
    let options = ["--outcome", "y", "--drivers", "a,b", "--bootstrap", "0", "--format", "json", "--quiet"]
    let expected = try shares(try Program.run(["drivers", "data.csv"] + options, csv: plain))
    for dialect in dialects {
      expectSame(expected, try shares(try Program.run(["drivers", "data.csv"] + options, csv: dialect)))
    }
  }

  @Test("a published correlation matrix with its n gives what the rows give") func matrix() throws {
    // The correlations of attitude as R prints them to 15 digits are not at hand: they are made from the data here.
    let text = try String(
      contentsOf: Program.root.appending(path: "datasets/attitude/attitude.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",").map { $0.filter { $0 != "\"" } } }
    let names = lines[0]
    let columns = names.indices.map { j in lines.dropFirst().map { Double($0[j])! } }
    func correlation(_ x: [Double], _ y: [Double]) -> Double {
      let (mx, my) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
      let xy = zip(x, y).reduce(0) { $0 + ($1.0 - mx) * ($1.1 - my) }
      let xx = x.reduce(0) { $0 + ($1 - mx) * ($1 - mx) }
      let yy = y.reduce(0) { $0 + ($1 - my) * ($1 - my) }
      return xy / (xx * yy).squareRoot()
    }
    var matrix = "," + names.joined(separator: ",") + "\n"
    for (i, name) in names.enumerated() {
      matrix +=
        name + ","
        + names.indices.map { "\(i == $0 ? 1 : correlation(columns[i], columns[$0]))" }.joined(separator: ",") + "\n"
    }
    let options = ["--outcome", "rating", "--drivers", "complaints:advance", "--format", "json", "--quiet"]
    let rows = try Program.run(
      [
        "drivers", Program.root.appending(path: "datasets/attitude/attitude.csv").path, "--bootstrap", "0", "--errors",
        "classical",
      ]
        + options)
    let published = try Program.run(["drivers", "data.csv", "--n", "30", "--bootstrap", "200"] + options, csv: matrix)
    expectSame(try shares(rows), try shares(published), 1e-10)
    let (a, b) = (
      try JSONReader(rows.output).rows("coefficients"), try JSONReader(published.output).rows("coefficients")
    )
    for (x, y) in zip(a, b).dropFirst() {
      #expect(abs((x["beta"] as! Double) - (y["beta"] as! Double)) < 1e-10)
      #expect(abs((x["p_value"] as! Double) - (y["p_value"] as! Double)) < 1e-9)
    }
    let refused = try Program.run(
      ["ipa", "data.csv", "--n", "30", "--outcome", "rating", "--drivers", "complaints:advance", "--scale", "0:100"],
      csv: matrix)
    #expect(refused.status == 65)
    #expect(refused.error.contains("mean and the scale"))
    let withoutN = try Program.run(["drivers", "data.csv"] + options, csv: matrix)
    #expect(withoutN.status == 65)
    #expect(withoutN.error.contains("--n"))
  }

  @Test("a matrix at full digits is one by name and on standard input, small and large") func fullDigits() throws {
    // r = 0.6 for neighbours of a chain; the last digits differ between the triangles, as sums in another order leave them.
    for order in [4, 130] {
      var csv = (0..<order).map { "v\($0)" }.joined(separator: ",") + "\n"
      for i in 0..<order {
        csv +=
          (0..<order).map { j in "\(pow(0.6, Double(abs(i - j))) + Double((i * 7 + j * 3) % 5 - 2) * 1e-16)" }
          .joined(separator: ",") + "\n"
      }
      let options = ["--n", "500", "--variables", "v0,v1,v2", "--format", "csv", "--quiet"]
      let byName = try Program.run(["correlate", "data.csv"] + options, csv: csv)
      let byInput = try Program.run(["correlate", "-"] + options, input: Data(csv.utf8))
      #expect(byName.status == 0, "\(byName.error)")
      #expect(byName.output == byInput.output)
      let r = try #require(byName.output.split(separator: "\n").dropFirst().first?.split(separator: ",")[2])
      #expect(abs(Double(r)! - 0.6) < 1e-15)
      for (arguments, input) in [(["correlate", "data.csv"], nil), (["correlate", "-"], Data(csv.utf8))] {
        let folder = try TemporaryFolder()
        try folder.write(csv, to: "data.csv")
        let without = try Program.run(arguments, input: input, directory: folder.url)
        #expect(without.status == 65 && without.error.contains("Give their number with --n"), "\(without.error)")
      }
    }
  }

  @Test("what the diagonal of a matrix holds is asked for and never guessed") func diagonal() throws {
    let (head, triangle) = (",quality,ease,staff,loyalty", ["0.45,0.38,0.52", "0.41,0.47", "0.36"])
    func table(_ diagonal: [String]) -> String {
      """
      \(head)
      quality,\(diagonal[0]),\(triangle[0])
      ease,0.45,\(diagonal[1]),\(triangle[1])
      staff,0.38,0.41,\(diagonal[2]),\(triangle[2])
      loyalty,0.52,0.47,0.36,\(diagonal[3])

      """
    }
    let published = table(["0.82", "0.79", "0.85", "0.88"])
    func betas(_ csv: String, _ more: [String]) throws -> [Double] {
      let result = try Program.run(
        ["drivers", "data.csv", "--n", "300", "--outcome", "loyalty", "--drivers", "quality,ease,staff"]
          + ["--bootstrap", "0", "--format", "json", "--quiet"] + more, csv: csv)
      #expect(result.status == 0, "\(result.error)")
      let json = try JSONReader(result.output)
      return [json.rows("fit")[0]["r_squared"] as! Double]
        + json.rows("coefficients").dropFirst().map { $0["estimate"] as! Double }
    }
    let refused = try Program.run(
      ["drivers", "data.csv", "--n", "300", "--outcome", "loyalty", "--drivers", "quality,ease,staff"], csv: published)
    #expect(refused.status == 65)
    for word in ["0.82", "'quality'", "--diagonal ones", "--diagonal reliability", "--diagonal variances"] {
      #expect(refused.error.contains(word), "\(refused.error)")
    }
    // Solved by hand from the correlations.
    let expected = [0.350958, 0.3582, 0.2609, 0.1169]
    for (csv, more) in [
      (table(["1", "1", "1", "1"]), []), (published, ["--diagonal", "ones"]),
      (published, ["--diagonal", "reliability"]),
    ] {
      for (found, known) in zip(try betas(csv, more), expected) { #expect(abs(found - known) < 5e-5) }
    }
    // A covariance is what it is without the error of measurement, so corrected by reliabilities on the diagonal the slopes
    // are those of the same table read as covariances.
    let corrected = try betas(published, ["--diagonal", "reliability", "--correct", "reliability"])
    for (a, b) in zip(corrected, try betas(published, ["--diagonal", "variances"])) { #expect(abs(a - b) < 1e-12) }
    let folder = try TemporaryFolder()
    try folder.write(published, to: "data.csv")
    try folder.write("data: data.csv\nn: 300\ndiagonal: ones\noutcomes: [loyalty]\n", to: "study.yaml")
    let study = try Program.run(
      ["drivers", "study.yaml", "--drivers", "quality,ease,staff", "--bootstrap", "0", "--format", "json"],
      directory: folder.url)
    let json = try JSONReader(study.output)
    #expect(abs((json.rows("fit")[0]["r_squared"] as! Double) - expected[0]) < 5e-7)
    #expect(json.notes.contains { $0.kind == "diagonal" })
    #expect(study.output.contains("\"diagonal\": \"ones\""))
    let rows = try Program.run(
      ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--diagonal", "ones"], csv: BadInputTests.good)
    #expect(rows.status == 65 && rows.error.contains("--diagonal"), "\(rows.error)")
  }

  @Test("every page of explain has a command that runs") func pages() throws {
    let list = try Program.run(["explain", "--format", "csv"])
    let names = list.output.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first }.map(
      String.init)
    #expect(names.count > 10)
    let folder = try TemporaryFolder()
    for name in names where !["output", "study", "notes"].contains(name) {
      let page = try Program.run(["explain", name])
      #expect(page.status == 0)
      let command = try #require(
        page.output.replacing("\\\n", with: "").split(separator: "\n").last { $0.hasPrefix("mainspring ") })
      let result = try Notebook.run(String(command), in: folder.url)
      #expect(result.status == 0, "\(command)\n\(result.error)")
    }
  }

  @Test(
    "mistakes in a study are told with their line and a suggestion",
    arguments: [
      ("outcoms: [y]", "study.yaml:2", "outcomes"), ("outcomes: [y]\nmethods: [lgm]", "study.yaml:3", "lmg"),
      ("outcomes: [y]\nscale: 1:7", "study.yaml:3", "[1, 7]"), ("outcomes: [y]\nerrors: hc9", "study.yaml:3", "hc"),
      ("outcomes: [y]\ncrosshair: meen", "study.yaml:3", "mean"),
      ("outcomes: [y]\nweights: bb", "study.yaml:3", "'b'"),
      ("outcomes: [y]\nbootstrap: {replicates: many}", "study.yaml:3", "replicates"),
      ("outcomes: [y]\nweights: {variable: w, kind: samplng}", "study.yaml:3", "sampling"),
    ])
  func studyMistakes(_ text: String, _ place: String, _ suggestion: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(BadInputTests.good, to: "data.csv")
    try folder.write("data: data.csv\n" + text + "\n", to: "study.yaml")
    let result = try Program.run(["drivers", "study.yaml"], directory: folder.url)
    #expect(result.status == 64, "\(result.error)")
    #expect(result.error.contains(place), "\(result.error)")
    #expect(result.error.contains(suggestion), "\(result.error)")
  }
}
