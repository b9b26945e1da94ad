import ArgumentParser
import Languages
import LinearAlgebra
import Platform
import Presentation
import Rendering
import Studies
import Survey
import SurveyFiles
import Validation

struct ValidateCommand: LinearAlgebraCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Computes certified and published figures again on this machine and counts the digits that are right.",
    discussion: """
      Examples:
        mainspring validate
        mainspring validate --suite regression --table validation --format csv
        mainspring datasets nist --copy nist
        mainspring validate --expected nist/certified.csv
      Suites: regression, univariate, anova (NIST's certified sets), importance (relaimpo), factors (R), structural (lavaan).
      Standard errors of regressions are classical there, which is what NIST certifies.
      Tables: validation (every figure, the default for csv), validation_summary.
      Exit status 1 when a figure has fewer digits than it must have.
      """)

  @Option(
    name: .customLong("suite"),
    help: ArgumentHelp(
      "Only these suites: regression, univariate, anova, importance, factors, structural.", valueName: "a,b"))
  var suite: String?

  @Option(
    help: ArgumentHelp(
      "Certified values of your own for NIST's sets, with the columns of certified.csv (`datasets nist --copy` writes it): only its figures are compared.",
      valueName: "file"))
  var expected: String?

  @OptionGroup(title: "Output") var output: OutputOptions

  func run() throws {
    let emitter = Emitter(options: output)
    try emitter.check(hasFigure: false, command: "validate", source: expected)
    let suites = try chosenSuites()
    let digest = try digest()
    try (output.language ?? .english).worded {
      let (document, failure) = try Self.document(
        suites, expected: expected, source: expected, digest: digest, table: output.table)
      try emitter.emit(document)
      if let failure {
        Console.error("mainspring: \(failure)")
        throw ExitCode(1)
      }
    }
  }

  /// The digest of the file of certified values, when there is one to read.
  private func digest() throws -> String? {
    guard let expected, PathStatus.exists(expected) else { return nil }
    return try ContentDigest.of(path: expected)
  }

  /// - Parameters:
  ///   - expected: the file of certified values; `nil`: the bundled ones.
  ///   - source: what the result calls that file.
  /// - Returns: the document, and what to say when a figure falls short.
  static func document(
    _ suites: [ValidationRun.Suite], expected: String?, source: String?, digest: String?, table: String?
  ) throws -> (document: Document, failure: String?) {
    let run: ValidationRun
    if let expected {
      guard PathStatus.exists(expected) else { throw FileFault.noSuchFile(path: expected) }
      guard let text = Files.text(expected) else {
        throw FileFault.unreadableFile(path: expected, reason: "it is no file of certified values")
      }
      run = try ValidationRun(suites: suites, expected: text, source: source ?? expected)
    } else {
      run = ValidationRun(suites: suites)
    }
    let result = try run.run()
    let figures = result.figures.map(Self.shown)
    var description = RunDescription(
      source: source ?? bundledReferences, digest: digest, blas: blasConfiguration)
    description.settings = [
      SettingValue.Entry("suites", .list(suites.map { .text($0.rawValue) })),
      table.map { SettingValue.Entry("table", .text($0)) },
      Language.current == .english ? nil : SettingValue.Entry("language", .text(Language.current.rawValue)),
    ].compactMap { $0 }
    let document = ValidationDocument.make(
      run.suites.map { suite in
        ValidationDocument.Suite(
          name: suite.rawValue, title: suite.title,
          sets: result.groups.filter { $0.suite == suite }.map {
            ($0.figures.count, Self.shown($0.weakest), $0.passed)
          })
      }, figures: figures, expected: source, notes: result.notes, run: description)
    return (document, result.passed ? nil : ValidationDocument.sentence(figures))
  }

  /// What a result calls the references that come with the program.
  static let bundledReferences = "bundled references"

  private func chosenSuites() throws -> [ValidationRun.Suite] {
    try suite.map { try Self.suites(Selection.split($0)) } ?? ValidationRun.Suite.allCases
  }

  /// The suites of these names, in the order of all.
  static func suites(_ words: [String]) throws -> [ValidationRun.Suite] {
    if words.isEmpty {
      throw DataFault.request(
        problem: "No suite is named",
        suggestion:
          "There are: \(ValidationRun.Suite.allCases.map(\.rawValue).joined(separator: ", ")); leave --suite out for all."
      )
    }
    let names = ValidationRun.Suite.allCases.map(\.rawValue)
    if let unknown = words.first(where: { !names.contains($0) }) {
      let near = Spelling.nearest(to: unknown, among: names, limit: 1).first
      throw DataFault.request(
        problem: "There is no suite '\(unknown)'",
        suggestion: (near.map { "Did you mean '\($0)'? " } ?? "") + "There are: \(names.joined(separator: ", ")).")
    }
    return ValidationRun.Suite.allCases.filter { words.contains($0.rawValue) }
  }

  private static func shown(_ figure: ValidationRun.Figure) -> ValidationDocument.Figure {
    ValidationDocument.Figure(
      suite: figure.suite.rawValue, dataset: figure.dataset, quantity: figure.quantity, term: figure.term,
      expected: figure.expected, actual: figure.actual, digits: figure.digits, required: figure.required,
      ceiling: figure.ceiling, peer: figure.peer, peerDigits: figure.peerDigits, passed: figure.passed)
  }
}
