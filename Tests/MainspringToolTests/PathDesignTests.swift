import Foundation
import TestSupport
import Testing

/// `sem` of answers with gaps, of samples with strata and clusters and of replicate weights, as a process. `References/structural`
/// holds what made the figures: designs.R (lavaan 0.6-14), survey.R (survey 4.1); `References/replicates` those of `svrepglm`.
@Suite struct PathDesignTests {
  private static let folder = Program.root.appending(path: "Tests/References/structural")
  private static let three = "visual =~ x1 + x2 + x3; textual =~ x4 + x5 + x6; speed =~ x7 + x8 + x9"
  private static let paths = three + "; speed ~ a*visual + textual; twice := 2*a"
  private static let holes = folder.appending(path: "holes.csv").path
  private static let whole = folder.appending(path: "weights.csv").path

  private static func reference(_ key: String) throws -> [String: Any] {
    try #require(PackageFiles.json("structural/designs.json")[key] as? [String: Any])
  }

  private static func compare(_ arguments: [String], _ key: String, robust: Bool, directory: URL? = nil) throws
    -> JSONReader
  {
    let theirs = try reference(key)
    let json = try PathModelTests.json(arguments, directory: directory)
    PathModelTests.compare(json, PathModelTests.rows(theirs["parameters"] as? [String: Any] ?? [:]))
    let fit = try #require(json.rows("fit").first)
    let other = theirs["fit"] as? [String: Any] ?? [:]
    var names = ["chisq": "chi_squared", "df": "df", "npar": "parameters", "srmr": "srmr"]
    if robust {
      for (own, name) in [
        ("chisq.scaled", "chi_squared_robust"), ("pvalue.scaled", "p_value_robust"),
        ("chisq.scaling.factor", "scaling"),
      ] { names[own] = name }
    } else {
      for (own, name) in [
        ("pvalue", "p_value"), ("logl", "log_lik"), ("aic", "aic"), ("bic", "bic"), ("cfi.robust", "cfi_robust"),
        ("rmsea.robust", "rmsea_robust"),
      ] { names[own] = name }
    }
    for (own, name) in names {
      #expect(
        PathModelTests.isClose(PathModelTests.number(fit, name), PathModelTests.number(other, own)),
        "\(name): \(fit[name] ?? "") \(other[own] ?? "")")
    }
    #expect(fit["n"] as? Int == theirs["n"] as? Int)
    return json
  }

  // MARK: Answers with gaps

  @Test("whoever answered anything counts with that, as in lavaan") func gaps() throws {
    let json = try Self.compare(["sem", Self.holes, "--model", Self.paths, "--missing", "em"], "gaps", robust: false)
    let note = try #require(json.notes.first { $0.kind == "incomplete_answers" })
    #expect(note.message.contains("147 of 301 left something out"))
    let text = try Program.run(["sem", Self.holes, "--model", Self.paths, "--missing", "em", "--quiet"]).output
    #expect(
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "Based on all 301 respondents, 147 of whom left something out and count with what they answered."))
  }

  @Test("who answered nothing is left out and counted") func nothing() throws {
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: Self.holes, encoding: .utf8).split(separator: "\n").map(String.init)
    try folder.write(
      (lines + ["998,Pasteur,,,,,,,,,", "999,Pasteur,,,,,,,,,"]).joined(separator: "\n") + "\n", to: "d.csv")
    let words = ["cfa", "d.csv", "--model", Self.three, "--missing", "em", "--quiet"]
    let text = try Program.run(words, directory: folder.url).output
    #expect(
      text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "Based on 301 of 303 respondents, those who answered any of the questions; 147 of them left something out"),
      "\(text.prefix(800))")
    let fit = try #require(PathModelTests.json(words, directory: folder.url).rows("fit").first)
    #expect(fit["n"] as? Int == 301)
  }

  @Test(
    "steps of invariance are lavaan's",
    arguments: [
      ("invariance", ["--missing", "em"]), ("invariance_mlr", ["--missing", "em", "--estimator", "mlr"]),
      ("invariance_clusters", ["--cluster", "c"]),
    ])
  func invariance(_ key: String, _ options: [String]) throws {
    let theirs = try Self.reference(key)
    func numbers(_ key: String) -> [Double?] {
      (theirs[key] as? [Any] ?? []).map { ($0 as? NSNumber)?.doubleValue }
    }
    let file = key == "invariance_clusters" ? Self.whole : Self.holes
    let json = try PathModelTests.json(
      ["cfa", file, "--model", Self.three, "--by", "school", "--invariance"] + options)
    let rows = json.rows("invariance")
    #expect(rows.count == 4)
    for (k, row) in rows.enumerated() {
      #expect(PathModelTests.isClose(PathModelTests.number(row, "chi_squared"), numbers("chisq")[k]))
      #expect(PathModelTests.isClose(PathModelTests.number(row, "df"), numbers("df")[k]))
      guard k > 0 else { continue }
      let own = PathModelTests.number(row, "delta_chi_squared")
      // lavaan counts C/(C − 1) with the clusters of each group, we with those of the whole sample, of which groups are domains.
      let tolerance = key == "invariance_clusters" ? 0.02 : 2e-5
      #expect(
        PathModelTests.isClose(own, numbers("difference")[k], tolerance),
        "\(own ?? .nan) \(numbers("difference")[k] ?? .nan)")
      #expect(PathModelTests.isClose(PathModelTests.number(row, "delta_df"), numbers("df_difference")[k]))
    }
  }

  @Test("scores of who left something out are lavaan's") func scores() throws {
    let theirs = try #require(PackageFiles.json("structural/designs.json")["scores"] as? [String: [Double]])
    let folder = try TemporaryFolder()
    _ = try PathModelTests.json(
      ["cfa", Self.holes, "--model", Self.three, "--missing", "em", "--scores", "scores.csv"], directory: folder.url)
    let lines = try folder.text("scores.csv").split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    #expect(theirs.count == 3)
    for (name, values) in theirs {
      let column = try #require(lines[0].firstIndex(of: name))
      let own = lines.dropFirst().map { Double($0[column]) }
      #expect(own.count == values.count)
      #expect(zip(own, values).allSatisfy { PathModelTests.isClose($0, $1) }, "\(name)")
    }
  }

  @Test("effects of answers with gaps are resampled") func resampled() throws {
    let words = ["sem", Self.holes, "--model", Self.paths, "--missing", "em", "--bootstrap", "100"]
    let json = try PathModelTests.json(words)
    let row = try #require(json.rows("parameters").first { $0["lhs"] as? String == "twice" })
    let plain = try #require(
      PathModelTests.json(Array(words.dropLast(2))).rows("parameters").first { $0["lhs"] as? String == "twice" })
    let (own, other) = (PathModelTests.number(row, "std_error")!, PathModelTests.number(plain, "std_error")!)
    #expect(own != other && abs(own / other - 1) < 0.4)
  }

  // MARK: Designs

  @Test("clusters, with weights or gaps, are lavaan's") func clusters() throws {
    _ = try Self.compare(
      [
        "sem", Self.whole, "--model", Self.three + "; speed ~ a*visual + textual; twice := 2*a", "--cluster", "c",
        "--weights", "w", "--means",
      ], "clusters_weights", robust: true)
    let folder = try TemporaryFolder()
    let clusters = try ReferenceCSV("structural/weights.csv").numbers("c")
    let lines = try String(contentsOfFile: Self.holes, encoding: .utf8).split(separator: "\n")
    try folder.write(
      lines.enumerated().map { $0 == 0 ? "\($1),c" : "\($1),\(Int(clusters[$0 - 1]))" }.joined(separator: "\n") + "\n",
      to: "d.csv")
    _ = try Self.compare(
      ["sem", "d.csv", "--model", Self.paths, "--missing", "em", "--cluster", "c"], "gaps_clusters", robust: true,
      directory: folder.url)
  }

  @Test("a regression in strata and clusters has the errors of svyglm, and t of their degrees of freedom")
  func strata() throws {
    let theirs = try #require(PackageFiles.json("structural/survey.json")["strata"] as? [String: Any])
    let folder = try TemporaryFolder()
    let clusters = try ReferenceCSV("structural/weights.csv").numbers("c")
    let lines = try String(contentsOfFile: Self.whole, encoding: .utf8).split(separator: "\n")
    try folder.write(
      lines.enumerated().map { row, line in row == 0 ? "\(line),s" : "\(line),\(1 + Int(clusters[row - 1]) % 3)" }
        .joined(separator: "\n") + "\n", to: "d.csv")
    let rows = try PathModelTests.json(
      ["sem", "d.csv", "--model", "x4 ~ x1 + x2", "--means", "--weights", "w", "--cluster", "c", "--strata", "s"],
      directory: folder.url
    ).rows("parameters")
    let (estimates, errors) = (theirs["estimate"] as! [String: Any], theirs["error"] as! [String: Any])
    let degrees = Double(Set(clusters).count - 3)
    for (term, estimate) in estimates {
      let own = try #require(
        rows.first {
          term == "(Intercept)"
            ? $0["op"] as? String == "~1" && $0["lhs"] as? String == "x4"
            : $0["op"] as? String == "~" && $0["rhs"] as? String == term
        })
      #expect(PathModelTests.isClose(PathModelTests.number(own, "estimate"), (estimate as! NSNumber).doubleValue, 1e-8))
      #expect(
        PathModelTests.isClose(
          PathModelTests.number(own, "std_error"), (errors[term] as! NSNumber).doubleValue, 1e-6))
      #expect(PathModelTests.number(own, "df") == degrees)
    }
  }

  @Test("groups that share clusters are told so") func shared() throws {
    let json = try PathModelTests.json(["cfa", Self.whole, "--model", Self.three, "--by", "school", "--cluster", "c"])
    #expect(json.notes.contains { $0.kind == "groups_share_clusters" })
  }

  // MARK: Replicate weights

  @Test("a regression has the errors of svrepglm", arguments: ReplicateWeightsTests.references)
  func replicates(_ reference: ReplicateWeightsTests.Reference) throws {
    let json = try PathModelTests.json(
      ["sem", reference.file, "--model", "api00 ~ ell + meals + mobility", "--means"] + reference.options)
    let rows = json.rows("parameters")
    for (k, term) in ["", "ell", "meals", "mobility"].enumerated() {
      let own = try #require(
        rows.first {
          k == 0
            ? $0["op"] as? String == "~1" && $0["lhs"] as? String == "api00"
            : $0["op"] as? String == "~" && $0["rhs"] as? String == term
        })
      #expect(
        PathModelTests.isClose(PathModelTests.number(own, "estimate"), reference.list("estimate")[k], 1e-8), "\(term)")
      #expect(
        PathModelTests.isClose(PathModelTests.number(own, "std_error"), reference.list("std_error")[k], 1e-6), "\(term)"
      )
      // Those of R's regression, less the predictors there.
      #expect(PathModelTests.number(own, "df") == reference.number("df") + 3)
    }
  }

  /// Jackknife replicates that leave out a respondent each give nearly what linearised errors and the scaling of χ² are.
  @Test("errors and χ² of a model of constructs are near the linearised ones") func jackknife() throws {
    let folder = try TemporaryFolder()
    let lines = try String(contentsOfFile: Self.whole, encoding: .utf8).split(separator: "\n").map(String.init)
    let clusters = try ReferenceCSV("structural/weights.csv").numbers("c")
    let weights = try ReferenceCSV("structural/weights.csv").numbers("w")
    let all = Set(clusters).sorted()
    let factor = Double(all.count) / Double(all.count - 1)
    var rows = [lines[0] + all.indices.map { ",r\($0)" }.joined()]
    for (row, line) in lines.dropFirst().enumerated() {
      rows.append(line + all.map { clusters[row] == $0 ? ",0" : ",\(weights[row] * factor)" }.joined())
    }
    try folder.write(rows.joined(separator: "\n") + "\n", to: "d.csv")
    for gaps in [[], ["--missing", "em"]] {
      let words = ["sem", "d.csv", "--model", Self.paths, "--weights", "w"] + gaps
      let replicated = try PathModelTests.json(
        words + ["--replicate-weights", "r*", "--replicate-type", "jk1"], directory: folder.url)
      let linear = try PathModelTests.json(words + ["--cluster", "c"], directory: folder.url)
      for (own, other) in zip(replicated.rows("parameters"), linear.rows("parameters")) {
        #expect(own["estimate"] as? Double == other["estimate"] as? Double)
        guard let a = own["std_error"] as? Double, let b = other["std_error"] as? Double else { continue }
        #expect(abs(a / b - 1) < 0.25, "\(own["lhs"] ?? "") \(own["op"] ?? "") \(own["rhs"] ?? ""): \(a) \(b)")
      }
      let (own, other) = (replicated.rows("fit")[0], linear.rows("fit")[0])
      #expect(
        PathModelTests.isClose(
          PathModelTests.number(own, "scaling"), PathModelTests.number(other, "scaling"), 1e-6))
    }
  }
}
