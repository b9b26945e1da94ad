import Foundation
import Presentation
import TestSupport
import Testing

/// The promises of the command line: names, columns, statuses, identical output.
@Suite struct ContractTests {
  static let study = Program.root.appending(path: "datasets/webshop/webshop.yaml").path

  @Test(
    "JSON holds the tables and columns of the contract, and no others",
    arguments: ["drivers", "ipa", "describe", "correlate"])
  func columns(_ verb: String) throws {
    let result = try Program.run(
      [verb, Self.study, "--format", "json", "--quiet"]
        + (["describe", "correlate"].contains(verb) ? [] : ["--bootstrap", "60"])
        + (verb == "drivers"
          ? ["--diagnostics", "--block", "product=product_quality", "--through", "satisfaction"] : []))
    #expect(result.status == 0, "\(result.error)")
    #expect(result.error.isEmpty)
    let json = try JSONReader(result.output)
    #expect(json.object.keys.sorted() == ["command", "mainspring", "notes", "run", "tables"])
    #expect(json.object["command"] as? String == verb)
    // What imputation costs is told where answers are imputed, which none of these does.
    #expect(
      json.tables
        == TableContract.all.filter { $0.verb == verb && $0.name != "missing_information" }.map(\.name).sorted())
    for name in json.tables {
      let expected = Set(try #require(TableContract.named(name, verb: verb)).columns.map(\.name))
      for row in json.rows(name) { #expect(Set(row.keys) == expected, "\(name)") }
      // There are no differences without groups.
      #expect(
        json.rows(name).isEmpty == ["share_differences", "group_tests", "group_differences"].contains(name), "\(name)")
    }
  }

  @Test("the columns are those that the design lists") func designColumns() {
    // Written out by hand from the design: the contract itself, not a copy of the program's list.
    let expected: [String: String] = [
      "fit":
        "outcome n r_squared r_squared_low r_squared_high adj_r_squared sigma f_statistic df_model df_residual p_value log_lik aic bic cv_r_squared outcome_label",
      "coefficients":
        "outcome term estimate std_error statistic df p_value conf_low conf_high beta partial_correlation part_correlation vif outcome_label term_label",
      "importance":
        "outcome driver method importance share sign rank conf_low conf_high share_low share_high rank_low rank_high p_first p_permutation may_be_first p_first_resamples shrunken_share leader_low leader_high outcome_label driver_label",
      "differences":
        "outcome method driver versus difference conf_low conf_high outcome_label driver_label versus_label",
      "blocks":
        "outcome block terms df r_squared adj_r_squared delta_r_squared f_statistic df_model df_residual p_value outcome_label terms_label",
      "diagnostics": "outcome test statistic df df_residual p_value outcome_label",
      "influence":
        "outcome row fitted residual leverage standardized_residual studentized_residual cooks_distance outcome_label",
      "collinearity": "outcome dimension eigenvalue condition_index term variance_proportion outcome_label term_label",
      "vif": "outcome term gvif df gvif_scaled outcome_label term_label",
      "dominance": "outcome driver versus complete conditional general outcome_label driver_label versus_label",
      "dominance_levels": "outcome driver level importance outcome_label driver_label",
      "ipa":
        "outcome driver method importance share share_low share_high performance performance_low performance_high sign stated stated_low stated_high gap quadrant p_concentrate_here p_keep_up_the_good_work p_low_priority p_possible_overkill headroom effect potential priority n effect_low effect_high effect_ceiling effect_shrunken potential_low potential_high potential_together priority_low priority_high p_best may_be_best expected_regret outcome_label driver_label",
      "crosshair": "outcome share stated performance rule outcome_label",
      "correlations": "a b correlation conf_low conf_high p_value n method a_label b_label",
    ]
    for (name, columns) in expected {
      #expect(TableContract.named(name)?.columns.map(\.name).joined(separator: " ") == columns)
    }
  }

  @Test("tables of --by begin with by and group") func groups() throws {
    let result = try Program.run(
      ["drivers", Self.study, "--by", "segment", "--bootstrap", "0", "--format", "csv", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("by,group,outcome,driver,method,importance,share") == true)
    #expect(Set(lines.dropFirst().map { $0.split(separator: ",")[1] }).count == 2)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("segment,") })
    #expect(lines.first?.hasSuffix(",group_label") == true)
  }

  @Test("output is the same to the byte whatever --jobs", arguments: [["percentile"], ["bca"]])
  func jobs(_ interval: [String]) throws {
    // Few rows of a rare answer: some resamples have a constant outcome and fail, and that must not depend on jobs.
    let csv = "y,a,b\n" + BadInputTests.rows(14) { "\($0 == 3 ? 1 : 0),\(($0 * 3) % 4),\(($0 * 5) % 7)" }
    var outputs: Set<String> = []
    for jobs in ["1", "2", "3", "7"] {
      let result = try Program.run(
        ["drivers", "data.csv", "--outcome", "y", "--drivers", "a,b", "--bootstrap", "500", "--interval"] + interval
          + ["--jobs", jobs, "--format", "json", "--quiet"], csv: csv)
      #expect(result.status == 0, "\(result.error)")
      outputs.insert(result.output)
    }
    #expect(outputs.count == 1)
    let notes = try JSONReader(outputs.first!).notes
    #expect(notes.contains { $0.kind == "replicates_failed" && $0.message.contains("of 500") }, "\(notes)")

    var studies: Set<String> = []
    for jobs in ["1", "2", "3", "7"] {
      for verb in ["ipa"] {
        studies.insert(
          try Program.run(
            [verb, Self.study, "--bootstrap", "300", "--jobs", jobs, "--format", "json", "--quiet", "--interval"]
              + interval
          ).output)
      }
    }
    #expect(studies.count == 1)
  }

  @Test("another seed gives other intervals, the same seed the same") func seeds() throws {
    func run(_ seed: String) throws -> String {
      try Program.run(["drivers", Self.study, "--bootstrap", "200", "--seed", seed, "--format", "csv", "--quiet"])
        .output
    }
    let one = try run("1")
    #expect(try run("1") == one)
    #expect(try run("2") != one)
  }

  @Test("standard input is a data file like any other") func standardInput() throws {
    let file = Program.root.appending(path: "datasets/attitude/attitude.csv")
    let options = [
      "--outcome", "rating", "--drivers", "complaints:advance", "--bootstrap", "100", "--format", "csv", "--quiet",
    ]
    let fromFile = try Program.run(["drivers", file.path] + options)
    let fromPipe = try Program.run(["drivers", "-"] + options, input: try Data(contentsOf: file))
    #expect(fromFile.status == 0, "\(fromFile.error)")
    #expect(fromFile.output == fromPipe.output)
  }

  @Test("every form of output is written, whole and the same again") func forms() throws {
    let folder = try TemporaryFolder()
    let suffixes = ["json", "csv", "md", "txt", "svg"] + (Self.hasPictures ? ["png", "pdf"] : [])
    var arguments = ["ipa", Self.study, "--bootstrap", "60", "--quiet"]
    for suffix in suffixes { arguments += ["--output", "matrix.\(suffix)"] }
    #expect(try Program.run(arguments, directory: folder.url).status == 0)
    #expect(folder.names == suffixes.map { "matrix.\($0)" }.sorted())
    let first = try suffixes.map { try Data(contentsOf: folder.url.appending(path: "matrix.\($0)")) }
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try Program.run(arguments, directory: folder.url).status == 0)
    let second = try suffixes.map { try Data(contentsOf: folder.url.appending(path: "matrix.\($0)")) }
    #expect(first == second)
    #expect(first.allSatisfy { $0.count > 200 })
  }

  static let hasPictures =
    FileManager.default.fileExists(atPath: "/usr/lib/x86_64-linux-gnu/librsvg-2.so.2")
    || FileManager.default.fileExists(atPath: "/usr/lib/aarch64-linux-gnu/librsvg-2.so.2")

  @Test(
    "text fits 80 columns",
    arguments: ["drivers", "ipa", "describe", "correlate", "reliability", "sem", "datasets", "explain"])
  func width(_ verb: String) throws {
    var arguments = [verb]
    if verb == "explain" { arguments.append("lmg") }
    if ["drivers", "ipa", "describe", "correlate", "reliability", "sem"].contains(verb) {
      arguments.append(Self.study)
    }
    if ["drivers", "ipa"].contains(verb) { arguments += ["--bootstrap", "60"] }
    let result = try Program.run(arguments + (verb == "explain" || verb == "datasets" ? [] : ["--quiet"]))
    #expect(result.status == 0, "\(result.error)")
    for line in result.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test("plain ASCII when asked for") func ascii() throws {
    let result = try Program.run(["drivers", Self.study, "--bootstrap", "60", "--quiet", "--ascii"])
    #expect(result.status == 0)
    #expect(result.output.utf8.allSatisfy { $0 < 128 })
  }

  @Test("a closed pipe is success") func closedPipe() throws {
    let folder = try TemporaryFolder()
    let line = "mainspring drivers '\(Self.study)' --bootstrap 0 --quiet; echo $? > status"
    let result = try Notebook.run("(\(line)) | true", in: folder.url)
    #expect(result.status == 0)
    var waited = 0
    while (try? folder.text("status"))?.isEmpty ?? true, waited < 100 {
      Thread.sleep(forTimeInterval: 0.05)
      waited += 1
    }
    #expect(try folder.text("status") == "0\n")
  }

  @Test("an interrupt leaves no partial file", arguments: [SIGINT, SIGTERM]) func interrupt(_ signal: Int32) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["drivers", Self.study, "--bootstrap", "2000000", "--jobs", "1", "--output", "result.json"]
    process.currentDirectoryURL = folder.url
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 0.4)
    #expect(process.isRunning)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + signal)
    #expect(folder.names.isEmpty)
  }

  @Test(
    "usage errors have status 64",
    arguments: [
      ["drivers"], ["drivers", "x.csv", "--no-such-option"], ["nonsense"],
      ["drivers", "x.csv", "--confidence", "95"], ["drivers", "x.csv", "--output", "x.doc"],
      ["drivers", "x.csv", "--bootstrap", "-1"],
      ["drivers", "x.csv", "--permutations=-1"], ["drivers", "x.csv", "--folds", "1"],
      ["ipa", "x.csv", "--permutations", "100"], ["ipa", "x.csv", "--crosshair", "middle"],
    ])
  func usage(_ arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64, "\(result.error)")
    #expect(!result.error.isEmpty)
    #expect(result.output.isEmpty)
  }

  @Test("a table of a verb is written alone, and a wrong name is told the right ones") func oneTable() throws {
    let result = try Program.run(
      ["drivers", Self.study, "--bootstrap", "0", "--table", "dominance_levels", "--format", "csv", "--quiet"])
    #expect(result.output.hasPrefix("outcome,driver,level,importance,outcome_label,driver_label\n"))
    let wrong = try Program.run(["drivers", Self.study, "--table", "levels"])
    #expect(wrong.status == 64)
    #expect(wrong.error.contains("dominance_levels"))
  }

  @Test("only the methods that are asked for are worked out") func methods() throws {
    let result = try Program.run(
      ["drivers", Self.study, "--methods", "first,last", "--bootstrap", "0", "--format", "json", "--quiet"])
    #expect(result.status == 0, "\(result.error)")
    let json = try JSONReader(result.output)
    #expect(Set(json.rows("importance").compactMap { $0["method"] as? String }) == ["first", "last"])
    #expect(json.run["methods"] as? [String] == ["first", "last"])
  }

  @Test("the version is one line") func version() throws {
    let result = try Program.run(["--version"])
    #expect(result.status == 0)
    #expect(result.output == Version.current + "\n")
  }

  @Test(
    "help names every verb",
    arguments: [
      "drivers", "ipa", "describe", "missing", "impute", "rake", "correlate", "factor", "reliability", "sem", "mediate",
      "simulate",
      "validate",
      "datasets",
      "rerun", "explain", "init", "convert", "notebook", "schema",
    ])
  func help(_ verb: String) throws {
    #expect(try Program.run(["--help"]).output.contains(verb))
    #expect(try Program.run([verb, "--help"]).output.contains("USAGE: mainspring \(verb)"))
  }
}
