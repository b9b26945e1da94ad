import Presentation
import Rendering
import Studies
import Survey

/// Where the page comes from: enough to make it again.
struct Provenance {
  private let report: StudyReport
  private let command: String?

  init(_ report: StudyReport, command: String?) { (self.report, self.command) = (report, command) }

  var entries: [(String, String)] {
    var entries = [(said("Program"), "mainspring \(Version.current)")]
    if let command { entries.append((said("Command"), command)) }
    guard let run = report.run(.drivers) ?? report.runs.first?.run else { return entries }
    for entry in run.documented where Self.told.contains(entry.key) {
      entries.append((entry.key.replacing("_", with: " "), Self.text(entry.value)))
    }
    return entries
  }

  /// What was said of the study, by the names of its keys.
  var settings: [String] {
    let run = report.run(.drivers) ?? report.runs.first?.run
    guard case .object(let entries)? = run?.documented.first(where: { $0.key == "settings" })?.value else { return [] }
    return entries.map { "\($0.key): \(Self.text($0.value))" }
  }

  private static let told: Set<String> = [
    "source", "digest", "rows_read", "rows_used", "where", "wave", "weights", "methods", "errors", "replicates", "seed",
    "interval", "confidence", "folds", "blas",
  ]

  private static func text(_ value: Document.RunValue) -> String {
    switch value {
    case .cell(let cell): NumberText(unicode: true).string(cell, .text)
    case .list(let values): values.map(text).joined(separator: ", ")
    case .object(let entries):
      entries.map { entry in
        if case .object = entry.value {
          "\(entry.key): {\(text(entry.value))}"
        } else {
          "\(entry.key): \(text(entry.value))"
        }
      }.joined(separator: "; ")
    }
  }
}
