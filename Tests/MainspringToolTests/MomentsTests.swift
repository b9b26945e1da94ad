import Foundation
import TestSupport
import Testing

/// `moments`: what stands in for rows gives what rows give.
@Suite("moments") struct MomentsTests {
  private static func run(_ arguments: [String], in folder: TemporaryFolder? = nil) throws -> Program.Outcome {
    let outcome = try Program.run(arguments, directory: folder?.url)
    #expect(outcome.status == 0, "\(arguments.joined(separator: " ")): \(outcome.error)")
    return outcome
  }

  private static func tables(_ arguments: [String], in folder: TemporaryFolder? = nil) throws -> [String: [[String:
    Any]]]
  {
    let outcome = try run(arguments + ["--format", "json", "--quiet"], in: folder)
    let object = try JSONObject.read(Data(outcome.output.utf8))
    return try #require(object["tables"] as? [String: [[String: Any]]])
  }

  /// The numbers of a column, in the order of the rows.
  private static func numbers(_ table: [[String: Any]]?, _ column: String) -> [Double] {
    (table ?? []).map { $0[column] as? Double ?? .nan }
  }

  private static func agree(_ a: [Double], _ b: [Double], _ tolerance: Double = 1e-9) -> Bool {
    a.count == b.count && !a.isEmpty
      && zip(a, b).allSatisfy { $0.isNaN && $1.isNaN || abs($0 - $1) <= tolerance * max(1, abs($0), abs($1)) }
  }

  /// Coefficients, shares and performance are those of the rows; `options` choose them, `reading` reads the sums.
  private static func expectRows(
    _ sums: String, _ options: [String], _ reading: [String] = [], in folder: TemporaryFolder, _ what: String
  ) throws {
    let rows = try tables(["drivers", "webshop"] + options + ["--bootstrap", "0"])
    let own = try tables(["drivers", "webshop", "--moments", sums, "--bootstrap", "0"] + reading, in: folder)
    for (table, columns) in [("coefficients", ["estimate", "beta", "vif"]), ("importance", ["importance", "share"])] {
      for column in columns {
        #expect(agree(numbers(own[table], column), numbers(rows[table], column)), "\(what): \(column)")
      }
    }
    let matrix = try tables(["ipa", "webshop"] + options + ["--bootstrap", "0"])
    let read = try tables(["ipa", "webshop", "--moments", sums, "--bootstrap", "0"] + reading, in: folder)
    for column in ["performance", "stated"] {
      #expect(agree(numbers(read["ipa"], column), numbers(matrix["ipa"], column)), "\(what): \(column)")
    }
    #expect(
      read["ipa"]?.compactMap { $0["quadrant"] as? String } == matrix["ipa"]?.compactMap { $0["quadrant"] as? String })
  }

  @Test(
    "Sums of a file give what its rows give: weights, composites of some items, groups, conditions",
    arguments: [
      ["--wave", "2"], ["--wave", "all", "--by", "segment"],
      ["--wave", "2", "--where", "pq1 >= 4 and segment = 'new'"],
      ["--wave", "all", "--weights-kind", "precision"], ["--wave", "2", "--players", "items"],
      ["--wave", "2", "--scale", "pq1=7:1"],
    ]) func file(_ options: [String]) throws
  {
    let folder = try TemporaryFolder()
    _ = try Self.run(["moments", "webshop"] + options + ["--key", "id", "--output", "m.csv"], in: folder)
    let reading = options.indices.filter { ["--by", "--weights-kind", "--players", "--scale"].contains(options[$0]) }
      .flatMap { [options[$0], options[$0 + 1]] }
    try Self.expectRows("m.csv", options, reading, in: folder, options.joined(separator: " "))
  }

  @Test("Sums stand in through a pipe, and results are made again from them") func pipe() throws {
    let folder = try TemporaryFolder()
    let sums = try Self.run(["moments", "webshop", "--wave", "2", "--key", "id"]).output
    try folder.write(sums, to: "m.csv")
    let read = try Program.run(
      ["drivers", "webshop", "--moments", "-", "--format", "csv"], input: Data(sums.utf8))
    let again = try Self.run(["drivers", "webshop", "--moments", "m.csv", "--format", "csv"], in: folder)
    #expect(read.status == 0 && read.output == again.output, "\(read.error)")
    let positional = try Self.run(["drivers", "webshop", "--moments", "m.csv", "--output", "r.json"], in: folder)
    #expect(positional.status == 0)
    _ = try Self.run(["rerun", "r.json"], in: folder)
  }

  @Test("Waves that are added are the waves together, errors and intervals too") func merge() throws {
    let folder = try TemporaryFolder()
    for wave in ["1", "2", "all"] {
      _ = try Self.run(["moments", "webshop", "--wave", wave, "--key", "id", "--output", "\(wave).csv"], in: folder)
    }
    _ = try Self.run(["moments", "merge", "1.csv", "2.csv", "--output", "both.csv"], in: folder)
    let whole = try Self.tables(["drivers", "webshop", "--moments", "all.csv"], in: folder)
    let merged = try Self.tables(["drivers", "webshop", "--moments", "both.csv"], in: folder)
    for (table, column) in [
      ("coefficients", "estimate"), ("coefficients", "std_error"), ("importance", "share_low"),
      ("importance", "p_first"),
    ] {
      #expect(Self.agree(Self.numbers(merged[table], column), Self.numbers(whole[table], column)), "\(column)")
    }
    let twice = try Program.run(["moments", "merge", "1.csv", "1.csv"], directory: folder.url)
    #expect(twice.status == 65 && twice.error.contains("would count twice"), "\(twice.error)")
    _ = try Self.run(["moments", "webshop", "--wave", "1", "--output", "other.csv"], in: folder)
    let other = try Program.run(["moments", "merge", "1.csv", "other.csv"], directory: folder.url)
    #expect(other.status == 65 && other.error.contains("the key of the blocks"), "\(other.error)")
  }

  @Test("Errors of blocks left out are near those of the sampling design") func jackknife() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["moments", "webshop", "--wave", "all", "--key", "id", "--output", "m.csv"], in: folder)
    let design = Self.numbers(
      try Self.tables(["drivers", "webshop", "--wave", "all", "--bootstrap", "0"])["coefficients"], "std_error")
    let own = Self.numbers(
      try Self.tables(["drivers", "webshop", "--moments", "m.csv"], in: folder)["coefficients"], "std_error")
    // 200 blocks tell a standard error to 5 % (one standard deviation).
    #expect(own.count == design.count && zip(own, design).allSatisfy { abs($0 / $1 - 1) < 0.2 }, "\(own) \(design)")
  }

  @Test("correlate, factor and reliability take sums of variables") func matrices() throws {
    let folder = try TemporaryFolder()
    let variables = ["--variables", "pq1:sc4"]
    _ = try Self.run(["moments", "webshop", "--wave", "2", "--output", "m.csv"] + variables, in: folder)
    for (verb, table, column) in [("correlate", "correlations", "correlation"), ("factor", "loadings", "loading")] {
      let rows = try Self.tables(
        [verb, "webshop", "--wave", "2"] + variables + (verb == "factor" ? ["--factors", "3"] : []))
      let own = try Self.tables(
        [verb, "webshop", "--moments", "m.csv"] + variables + (verb == "factor" ? ["--factors", "3"] : []), in: folder)
      #expect(Self.agree(Self.numbers(own[table], column), Self.numbers(rows[table], column), 1e-6), "\(verb)")
    }
  }

  // MARK: Engines

  @Test(
    "Results of engines that are kept give what the rows give", arguments: ["postgres", "duckdb", "spark", "sqlite"])
  func engines(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(Data(contentsOf: PackageFiles.references.appending(path: "engines/\(name).csv")), to: "m.csv")
    try Self.expectRows("m.csv", ["--wave", "2"], in: folder, name)
    // The same rows in the same blocks, whoever dealt them.
    _ = try Self.run(
      ["moments", "webshop", "--wave", "2", "--key", "id", "--blocks", "40", "--output", "f.csv"], in: folder)
    let file = try Self.tables(["drivers", "webshop", "--moments", "f.csv"], in: folder)
    let own = try Self.tables(["drivers", "webshop", "--moments", "m.csv"], in: folder)
    for (table, column) in [("coefficients", "std_error"), ("importance", "share_low"), ("importance", "share_high")] {
      #expect(Self.agree(Self.numbers(own[table], column), Self.numbers(file[table], column)), "\(column)")
    }
  }

  private static let sqlite = "/usr/bin/sqlite3"

  private static func sqlite(_ statements: String, in folder: TemporaryFolder) throws -> (status: Int32, output: String)
  {
    try folder.write(statements, to: "statements.sql")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "\(sqlite) base.db < statements.sql > result.csv 2> error.txt"]
    process.currentDirectoryURL = folder.url
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try folder.text("result.csv") + folder.text("error.txt"))
  }

  @Test(
    "SQLite runs the query: names that need quotes, codes, weights",
    .enabled(if: FileManager.default.isExecutableFile(atPath: sqlite), "sqlite3 is not installed")
  ) func runs() throws {
    let folder = try TemporaryFolder()
    let names = [
      "select", "a \"quoted\" one", "x'); DROP TABLE survey; --", String(repeating: "n", count: 200), "q`1", "b\\s",
    ]
    var csv =
      "id,w," + names.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
    var rows = ""
    for i in 0..<400 {
      let values = names.indices.map { k in
        (i * (k + 3) + i / (k + 2) + (i * i) % (k + 5)) % 5 + (i * k % 7 == 0 ? 0 : 1)
      }
      let shown = values.enumerated().map { k, value in
        (i + k) % 37 == 0 ? "9" : (i + 3 * k) % 41 == 0 ? "" : "\(value)"
      }
      let weight = Double(i % 9) / 4
      csv += "\(i),\(weight)," + shown.joined(separator: ",") + "\n"
      rows +=
        "INSERT INTO survey VALUES (\(i), \(weight), \(shown.map { $0.isEmpty ? "NULL" : $0 }.joined(separator: ", ")));\n"
    }
    try folder.write(csv, to: "data.csv")
    // Quotes of the study's own around each name, and YAML's around those.
    let items = names.map { name -> String in
      let quoted = name.contains("'") ? "\"\(name)\"" : "'\(name)'"
      return "  - '" + quoted.replacingOccurrences(of: "'", with: "''") + "'"
    }
    try folder.write(
      """
      data: data.csv
      missing: {codes: [9]}
      weights: {variable: w}
      drivers:
      \(items.dropLast().joined(separator: "\n"))
      outcomes:
      \(items.last!)
      """, to: "study.yaml")
    let query = try Self.run(
      ["moments", "sql", "study.yaml", "--dialect", "sqlite", "--table", "survey", "--key", "id", "--blocks", "30"],
      in: folder
    ).output
    let columns =
      (["id INTEGER", "w REAL"] + names.map { "\"\($0.replacingOccurrences(of: "\"", with: "\"\""))\" REAL" })
    let result = try Self.sqlite(
      "CREATE TABLE survey (\(columns.joined(separator: ", ")));\nBEGIN;\n\(rows)COMMIT;\n.mode csv\n.headers on\n\(query);\n",
      in: folder)
    #expect(result.status == 0, "\(result.output)")
    _ = try Self.run(
      ["moments", "study.yaml", "--key", "id", "--blocks", "30", "--output", "file.csv"], in: folder)
    let own = try Self.tables(["drivers", "study.yaml", "--moments", "result.csv"], in: folder)
    let file = try Self.tables(["drivers", "study.yaml", "--moments", "file.csv"], in: folder)
    let direct = try Self.tables(["drivers", "study.yaml", "--bootstrap", "0"], in: folder)
    #expect(Self.agree(Self.numbers(own["coefficients"], "estimate"), Self.numbers(direct["coefficients"], "estimate")))
    for column in ["estimate", "std_error"] {
      #expect(
        Self.agree(Self.numbers(own["coefficients"], column), Self.numbers(file["coefficients"], column)), "\(column)")
    }
  }

  @Test(
    "SQLite: words in a column of numbers, and answers off the scale, are told",
    .enabled(if: FileManager.default.isExecutableFile(atPath: sqlite), "sqlite3 is not installed")
  ) func words() throws {
    let folder = try TemporaryFolder()
    try folder.write("drivers: [a]\noutcomes: [y]\nvariables: {y: {scale: [0, 10]}}\n", to: "study.yaml")
    let query = try Self.run(
      ["moments", "sql", "study.yaml", "--dialect", "sqlite", "--table", "survey", "--blocks", "30"], in: folder
    ).output
    for (value, problem) in [("'often'", "holds text in 1 rows"), ("11", "1 answers outside its scale of 0 to 10")] {
      let rows = (0..<60).map { "INSERT INTO survey VALUES (\($0 % 4), \($0 % 11));" }.joined(separator: "\n")
      _ = try Self.sqlite(
        "DROP TABLE IF EXISTS survey; CREATE TABLE survey (a, y);\n\(rows)\nINSERT INTO survey VALUES (1, \(value));\n.mode csv\n.headers on\n\(query);\n",
        in: folder)
      let read = try Program.run(["drivers", "study.yaml", "--moments", "result.csv"], directory: folder.url)
      #expect(read.status == 65 && read.error.contains(problem), "\(read.error)")
    }
  }

  // MARK: Bad input

  /// Sums with one thing changed in the fields of the rows, header first.
  private static func changed(_ change: (inout [[String]]) -> Void) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    let sums = try run(["moments", "webshop", "--wave", "2", "--key", "id", "--blocks", "40"]).output
    var rows = sums.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    change(&rows)
    try folder.write(rows.map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n", to: "m.csv")
    return try Program.run(["drivers", "webshop", "--moments", "m.csv", "--bootstrap", "0"], directory: folder.url)
  }

  private static func expectFault(_ problem: String, _ change: (inout [[String]]) -> Void) throws {
    let outcome = try changed(change)
    #expect(outcome.status == 65 && outcome.error.contains(problem), "\(problem): \(outcome.status) \(outcome.error)")
  }

  @Test("Sums that cannot be those of answers are refused, with the reason") func refused() throws {
    func column(_ rows: [[String]], _ name: String) -> Int { rows[0].firstIndex(of: name)! }
    try Self.expectFault("blocks are missing") { $0.removeLast() }
    try Self.expectFault("results of two queries are mixed") { $0[5][0] = "xxh64:0000000000000000" }
    try Self.expectFault("is there twice") { $0.append($0[3]) }
    try Self.expectFault("which does not fit the sums of weights") { rows in
      let n = column(rows, "respondents")
      rows[4][n] = "2"
      rows[4][column(rows, "used_rows")] = "2"
    }
    try Self.expectFault("outside -1 to 1") { rows in rows[4][column(rows, "p_2_1")] = "1e6" }
    try Self.expectFault("variance would be negative") { rows in rows[4][column(rows, "p_1_1")] = "0" }
    try Self.expectFault("has no number in the column 's_2'") { rows in rows[6][column(rows, "s_2")] = "" }
    try Self.expectFault("it has no column 'p_3_1'") { rows in
      let k = column(rows, "p_3_1")
      for i in rows.indices { rows[i].remove(at: k) }
    }
    try Self.expectFault("no finite number") { rows in rows[4][column(rows, "s_1")] = "Infinity" }
    try Self.expectFault("its plan, which says what the sums are of, cannot be read") { rows in
      for i in rows.indices.dropFirst() { rows[i][1] = "form=2" }
    }
    try Self.expectFault("is zero in every row used") { rows in
      for i in rows.indices.dropFirst() {
        rows[i][column(rows, "zero_weights")] = rows[i][column(rows, "read_rows")]
        for name in ["respondents", "used_rows", "w", "ww", "s_1", "s_2", "s_3", "s_4", "s_5"] {
          rows[i][column(rows, name)] = "0"
        }
      }
    }
  }

  @Test("Sums that are not positive definite are refused") func indefinite() throws {
    let plan =
      "form=1 blocks=1 columns=a|b|c terms=a|b|c numbers=a::|b::|c:: ratings="
    var header = ["query", "plan", "block", "total_rows", "read_rows", "respondents", "used_rows"]
    header += [
      "zero_weights", "no_weights", "bad_weights", "bad_keys", "w", "ww", "m_1", "m_2", "m_3", "s_1", "s_2", "s_3",
    ]
    header += ["p_1_1", "p_2_1", "p_2_2", "p_3_1", "p_3_2", "p_3_3", "lost_1", "lost_2", "lost_3"]
    header += ["text_1", "text_2", "text_3"]
    // Correlations of .9, .9 and −.9, which no three variables have.
    let row =
      ["q", plan, "0", "100", "100", "100", "100"] + ["0", "0", "0", "0", "100", "100"] + [
        "0", "0", "0", "0", "0", "0",
      ]
      + ["100", "90", "100", "90", "-90", "100"] + ["0", "0", "0", "0", "0", "0"]
    let outcome = try Program.run(
      ["drivers", "data.csv", "--outcome", "a", "--drivers", "b,c", "--bootstrap", "0"],
      csv: header.joined(separator: ",") + "\n" + row.joined(separator: ",") + "\n")
    #expect(outcome.status == 65 && outcome.error.contains("not positive definite"), "\(outcome.error)")
  }

  @Test("What sums cannot tell is refused") func needsRows() throws {
    let folder = try TemporaryFolder()
    _ = try Self.run(["moments", "webshop", "--wave", "2", "--blocks", "10", "--output", "m.csv"], in: folder)
    for (options, problem) in [
      ([], "intervals need at least 20"), (["--where", "pq1 = 5", "--bootstrap", "0"], "--where"),
      (["--by", "segment", "--bootstrap", "0"], "not by group"),
      (["--errors", "hc3", "--bootstrap", "0"], "What is asked for"),
      (["--weights-kind", "precision", "--bootstrap", "0"], "are weighted by 'weight' (sampling)"),
      (["--players", "items", "--bootstrap", "0"], "is not among its sums"),
    ] as [([String], String)] {
      let outcome = try Program.run(["drivers", "webshop", "--moments", "m.csv"] + options, directory: folder.url)
      #expect(outcome.status != 0 && outcome.error.contains(problem), "\(options): \(outcome.error)")
    }
    for (arguments, problem) in [
      (["moments", "webshop"], "--wave"), (["moments", "webshop", "--wave", "2", "--strata", "segment"], "Strata"),
      (["moments", "webshop", "--wave", "2", "--missing", "pairwise"], "complete rows"),
      (["moments", "webshop", "--wave", "2", "--key", "segment"], "segment"),
      (["moments", "merge", "m.csv"], "two files"),
    ] as [([String], String)] {
      let outcome = try Program.run(arguments, directory: folder.url)
      #expect(outcome.status != 0 && outcome.error.contains(problem), "\(arguments): \(outcome.error)")
    }
  }
}
