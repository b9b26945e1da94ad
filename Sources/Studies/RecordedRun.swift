import Datasets
import Platform
import Survey
package import SurveyFiles

/// What a result in JSON says of how it was made, and the study that makes it again.
public struct RecordedRun: Sendable {
  /// The verb, by name.
  public var command: String
  /// The version of the program that made it.
  public var version: String?
  /// What the result calls its source.
  public var source: String
  /// The digest of the source's bytes.
  public var digest: String?
  /// Every setting of the run, as its verb reads it.
  package let settings: YAMLValue
  /// The folder of the result, with a slash; empty for the working directory.
  private var folder: String

  /// Reads the result at `path`.
  ///
  /// Throws `FileFault.noSuchFile`, `.unreadableFile`, and `.study` with line and column for what is no result or whose
  /// settings are not understood.
  public init(path: String) throws {
    let text = try YAMLFile.text(path: path, limit: 1 << 28, kind: "a result")
    try self.init(text: text, file: path)
    if let slash = path.lastIndex(of: "/") { folder = String(path[...slash]) }
  }

  /// Reads a result's text; `file` is what messages call it.
  init(text: String, file: String) throws {
    let parts = try JSONFile.parse(text, file: file, keys: ["mainspring", "command", "run"])
    guard let command = parts["command"], let run = parts["run"], run.isMapping else {
      throw SyntaxFault.study(
        file: file, line: 1, column: 1, problem: "this is no result of mainspring: it has no 'command' or no 'run'",
        suggestion: "Give a result that mainspring wrote in JSON.")
    }
    self.command = try command.text()
    version = try parts["mainspring"]?.text()
    folder = ""
    let entries = Dictionary(try run.entries().map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    guard let source = entries["source"] else { throw run.fault("'run' names no source, so nothing can be made again") }
    self.source = try source.text()
    digest = try entries["digest"]?.text()
    guard let settings = entries["settings"] else {
      throw run.fault(
        "'run' holds no settings, so the result cannot be made again",
        "Results of this version of mainspring hold them.")
    }
    self.settings = settings
  }

  /// The study that makes the result again, with its source found.
  ///
  /// Throws `SyntaxFault.study` for a setting that is not understood, and what `located` throws.
  public func study() throws -> Study {
    var study = try StudyKeys.read(settings, StudyKeys.all)
    study.recordedSource = source
    study.recordedDigest = digest
    study.source = try located()
    return study
  }

  /// The source, which is looked for by its name: where the result says, beside the result, in the working directory, among the
  /// bundled sets. `standard input` is standard input again, whose digest is seen when it has been read.
  ///
  /// Throws `FileFault.noSuchFile`, and `StudyFault.changedSource` when none has the digest of the result.
  package func located() throws -> Study.Source {
    if source == "standard input" { return .path("-") }
    var changed: [(path: String, digest: String)] = []
    for path in places where PathStatus.size(path) != nil {
      let found = try ContentDigest.of(path: path)
      if digest == nil || found == digest { return .path(path) }
      changed.append((path, found))
    }
    if let bundled = BundledDatasets.all.first(where: { source == "\($0.name).csv" }), let data = bundled.data,
      digest == nil || ContentDigest.of(data.bytes) == digest
    {
      return .bytes(data.bytes, name: source)
    }
    if let first = changed.first {
      throw StudyFault.changedSource(source: first.path, digest: first.digest, recorded: digest ?? "none")
    }
    throw FileFault.noSuchFile(path: source)
  }

  /// The name of the source without its folders.
  private var name: String { source.split(separator: "/").last.map(String.init) ?? source }

  /// Where the source may be, the likeliest first.
  private var places: [String] {
    var places = [source]
    for place in (source.hasPrefix("/") ? [] : [folder + source]) + [folder + name, name] where !places.contains(place)
    {
      places.append(place)
    }
    return places
  }
}
