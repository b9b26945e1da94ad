import Foundation
import TestSupport
import Testing

/// Samples of two stages are what R's survey makes of them.
@Suite struct StagesTests {
  private static let folder = Program.root.appending(path: "Tests/References")

  /// Words of a command line, single quotes respected.
  private static func words(_ text: String) -> [String] {
    text.split(separator: "'", omittingEmptySubsequences: false).enumerated().flatMap { at, part in
      at.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [String(part)]
    }
  }

  private static func tables(_ words: [String], directory: URL = Program.root) throws -> JSONReader {
    let result = try Program.run(words + ["--format", "json", "--quiet"], directory: directory)
    #expect(result.status == 0, "\(words): \(result.error)")
    return try JSONReader(result.output)
  }

  private static func isNear(_ value: Any?, _ expected: Double, _ tolerance: Double = 1e-8) -> Bool {
    abs((value as? Double ?? .nan) / expected - 1) <= tolerance
  }

  /// Student's t from an interval and the error that R gives: the same for every number of the design.
  private static func half(_ row: [String: Any], _ value: String) -> Double {
    (row["conf_high"] as? Double ?? .nan) - (row[value] as? Double ?? .nan)
  }

  @Test("means, regressions, correlations, design effects and tests of groups are R's") func references() throws {
    // stages.R: svymean, svyglm, svycontrast, svychisq and regTermTest of R 4.2.2's survey 4.1.1.
    let data = try Data(contentsOf: Self.folder.appending(path: "designs/stages.json"))
    let cases = try #require(JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(cases.count == 11)
    for reference in cases {
      let name = reference["name"] as! String
      let path = Self.folder.appending(path: "designs/\(reference["file"]!).csv").path
      let options = Self.words(reference["options"] as! String)
      let fitted = try Self.tables(
        [
          "drivers", path, "--outcome", reference["outcome"] as! String, "--drivers", reference["drivers"] as! String,
          "--errors", "design", "--bootstrap", "0",
        ] + options)
      let rows = fitted.rows("coefficients")
      let (estimates, errors) = (reference["estimate"] as! [Double], reference["std_error"] as! [Double])
      #expect(rows.count == estimates.count && fitted.rows("fit")[0]["n"] as? Int == reference["n"] as? Int, "\(name)")
      for (row, (estimate, error)) in zip(rows, zip(estimates, errors)) {
        #expect(Self.isNear(row["estimate"], estimate), "\(name)")
        #expect(Self.isNear(row["std_error"], error), "\(name)")
        #expect(row["df"] as? Int == reference["df"] as? Int, "\(name)")
      }
      let item = reference["item"] as! String
      let described = try Self.tables(["describe", path, "--variables", item] + options)
      let row = described.rows("items")[0]
      let t = Self.half(row, "mean") / (reference["mean_error"] as! Double)
      #expect(Self.isNear(row["mean"], reference["mean"] as! Double), "\(name)")
      #expect(Self.isNear(t, Self.student[reference["degf"] as! Int]!, 1e-7), "\(name): \(t)")
      let effect = ((reference["deff"] as! Double) * 100).rounded() / 100
      #expect(described.notes.contains { $0.message.contains("(design effect \(effect))") }, "\(name): \(effect)")
      var known = options
      if let place = known.firstIndex(of: "--where") {
        known[place + 1] += " and \(item) >= 0"
      } else {
        known += ["--where", "\(item) >= 0"]
      }
      let pair = try Self.tables(["correlate", path, "--variables", reference["pair"] as! String] + known)
        .rows("correlations")[0]
      let r = pair["correlation"] as! Double
      #expect(Self.isNear(r, reference["correlation"] as! Double), "\(name)")
      let error = (atanh(pair["conf_high"] as! Double) - atanh(r)) / t * (1 - r * r)
      #expect(Self.isNear(error, reference["correlation_error"] as! Double, 1e-7), "\(name)")
      guard let by = reference["by"] as? String else { continue }
      let variable = (reference["pair"] as! String).split(separator: ",")[0]
      let tests = try Self.tables(["describe", path, "--variables", "grade,\(variable)", "--by", by] + options)
        .rows("group_tests")
      for (tested, test, key) in [("grade", "distribution", "chi"), (String(variable), "mean", "wald")] {
        let row = try #require(
          tests.first { $0["variable"] as? String == tested && $0["test"] as? String == test }, "\(name)")
        for (column, value) in zip(["f_statistic", "df_model", "df_residual", "p_value"], reference[key] as! [Double]) {
          #expect(Self.isNear(row[column], value, 1e-7), "\(name) \(column)")
        }
      }
    }
  }

  /// qt(.975, df), R 4.2.2.
  private static let student: [Int: Double] = [
    10: 2.2281388519862735, 20: 2.0859634472658644, 39: 2.0226909200367604,
  ]

  @Test("errors of loadings and the scaling of a factor's χ², of two stages and of raked weights") func factors() throws
  {
    // factors/designs.R: R 4.2.2, survey 4.1.1; the same script gives lavaan's figures on clusters.
    let data = try Data(contentsOf: Self.folder.appending(path: "factors/designs.json"))
    let cases = try #require(JSONSerialization.jsonObject(with: data) as? [String: [String: Any]])
    #expect(cases.count == 5)
    for (name, reference) in cases {
      let path = Self.folder.appending(path: reference["file"] as! String).path
      var (source, options) = (path, Self.words(reference["options"] as! String))
      let folder = try TemporaryFolder()
      if let margins = reference["margins"] as? [String: [String: Int]] {
        var text = "data: '\(path)'\nweights: w\n\(reference["options"]!)\nrake:\n  margins:\n"
        for (margin, cells) in margins.sorted(by: { $0.key < $1.key }) {
          text +=
            "    '\(margin)': {\(cells.sorted { $0.key < $1.key }.map { "'\($0)': \($1)" }.joined(separator: ", "))}\n"
        }
        try folder.write(text, to: "study.yaml")
        (source, options) = ("study.yaml", [])
      }
      let fitted = try Self.tables(
        [
          "factor", source, "--variables", reference["items"] as! String, "--factors", "1", "--extraction", "ml",
          "--bootstrap", "0",
        ] + options, directory: folder.url)
      #expect(Self.isNear(fitted.rows("fit")[0]["scaling"], reference["scaling"] as! Double, 1e-6), "\(name)")
      let rows = fitted.rows("loadings")
      let (loadings, errors) = (reference["loadings"] as! [Double], reference["errors"] as! [Double])
      let items = (reference["items"] as! String).split(separator: ",").map(String.init)
      let first = rows.first { $0["variable"] as? String == items[0] }?["loading"] as? Double ?? 0
      let sign = first * loadings[0] > 0 ? 1.0 : -1
      for (k, item) in items.enumerated() {
        let row = try #require(rows.first { $0["variable"] as? String == item }, "\(name)")
        #expect(Self.isNear(row["loading"], sign * loadings[k], 1e-6), "\(name)")
        #expect(Self.isNear(row["std_error"], errors[k], 1e-6), "\(name)")
      }
    }
  }

  @Test("where every cluster was drawn, clusters are strata and units of the second stage clusters")
  func wholeFirstStage() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOf: Self.folder.appending(path: "designs/stages-both.csv"), encoding: .utf8)
    let lines = text.split(separator: "\n")
    let whole = lines.enumerated().map { at, line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      return line + (at == 0 ? ",share,place" : ",1,\(cells[0])-\(cells[1])")
    }
    try folder.write(whole.joined(separator: "\n") + "\n", to: "data.csv")
    let shares = lines.count
    #expect(shares == 101)
    let stages = ["--strata", "region", "--cluster", "town,shop", "--fpc", "share,shops"]
    let one = ["--strata", "place", "--cluster", "shop", "--fpc", "shops"]
    for (command, table, columns) in [
      ("drivers --outcome y --drivers a,b --errors design --bootstrap 0", "coefficients", ["estimate", "std_error"]),
      ("factor --variables y,a,c,d --factors 1 --extraction ml --bootstrap 0", "loadings", ["loading", "std_error"]),
      ("factor --variables y,a,c,d --factors 1 --bootstrap 0", "fit", ["chi_squared", "scaling"]),
      ("factor --variables y,a,b,c,d --factors 1 --missing em --bootstrap 0", "fit", ["chi_squared", "scaling"]),
    ] {
      for weights in [[], ["--weights", "w"]] {
        let words = Self.words(command)
        let start = [words[0], "data.csv"] + words.dropFirst() + weights
        let own = try Self.tables(start + stages, directory: folder.url).rows(table)
        let other = try Self.tables(start + one, directory: folder.url).rows(table)
        #expect(!own.isEmpty && own.count == other.count)
        for (a, b) in zip(own, other) {
          for column in columns {
            #expect(Self.isNear(a[column], b[column] as? Double ?? .nan, 1e-9), "\(command) \(column)")
          }
        }
      }
    }
  }

  @Test("what is wrong with two stages is said") func faults() throws {
    let rows = "1,2,p,1,10,4\n2,3,p,1,10,4\n3,5,p,2,10,4\n4,1,q,1,10,3\n5,2,q,2,10,3\n6,1,q,2,10,3\n"
    func described(_ more: [String], _ rows: String) throws -> Program.Outcome {
      try Program.run(
        ["describe", "data.csv", "--variables", "x", "--quiet"] + more, csv: "x,y,p,s,N,M\n" + rows)
    }
    let stages = ["--cluster", "p,s", "--fpc", "N,M"]
    #expect(try described(stages, rows).status == 0)
    for (more, data, says) in [
      (stages, rows.replacingOccurrences(of: "2,q,2,10,3", with: "2,q,2,10,4"), ["'M'", "row 5", "cluster 'q'", "4"]),
      (stages, rows.replacingOccurrences(of: ",10,3", with: ",10,1.5"), ["cluster 'q'", "2 units", "1.5"]),
      (stages, rows.replacingOccurrences(of: "q,1", with: "q,2"), ["'q'", "single unit of the second stage"]),
      (["--cluster", "p,s,x", "--fpc", "N,M"], rows, ["two stages"]),
      (["--fpc", "N,M"], rows, ["two stages", "--cluster"]),
      (["--cluster", "p,t"], rows, ["'t'"]),
    ] {
      let result = try described(more, data)
      #expect([64, 65].contains(result.status), "\(more)")
      for word in says { #expect(result.error.contains(word), "\(more): \(result.error)") }
    }
    for (more, says) in [
      (["--cluster", "p,s"], "few of very many"), (["--cluster", "p,s", "--fpc", "N"], "as the second of --fpc"),
    ] {
      let result = try described(more, rows)
      #expect(result.status == 0 && result.output.replacingOccurrences(of: "\n", with: " ").contains(says), "\(result)")
    }
    // Rows without a unit of the second stage stand for nobody, where it counts.
    let lacking = try described(stages, rows + "7,2,q,,10,3\n")
    #expect(lacking.status == 0 && lacking.output.contains("1 of 7 respondents"), "\(lacking)")
  }

  @Test("names with a comma stay names") func names() throws {
    let csv = "x,y,\"p,s\",p,s,N\n1,2,1,a,1,3\n2,3,1,a,2,3\n3,5,2,b,1,3\n4,4,2,b,2,3\n"
    for (cluster, clusters) in [("p,s", "p,s"), ("'p,s'", "p,s"), ("'p,s',s", "both"), ("p, s", "both")] {
      let result = try Program.run(
        [
          "describe", "data.csv", "--variables", "x", "--cluster", cluster, "--format", "json", "--quiet",
        ], csv: csv)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output.contains("second_stage") == (clusters == "both"), "\(cluster)")
    }
  }
}
