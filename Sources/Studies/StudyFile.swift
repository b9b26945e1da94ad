import Survey
import SurveyFiles

/// The study file: what every analysis of a survey needs, said once. `StudyKeys` lists the keys.
public enum StudyFile {
  /// The keys of a study, in the order of the documentation.
  package static var keys: [String] { StudyKeys.ofStudy.map(\.name) }

  /// The study of a file; the path of its data is resolved beside the file.
  ///
  /// Throws `FileFault.noSuchFile`, `.unreadableFile`, `.notUTF8`, and `.study` with line and column.
  public static func read(path: String) throws -> Study {
    var study = try StudyKeys.read(YAMLFile.read(path: path), StudyKeys.ofStudy)
    if let data = study.specification.data, !data.hasPrefix("/"), let slash = path.lastIndex(of: "/") {
      study.specification.data = path[...slash] + data
    }
    if let model = study.settings.structural.model {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      study.settings.structural.model = try StructuralSettings.model(model, folder: folder)
    }
    if let table = study.specification.raking?.table, !table.hasPrefix("/"), let slash = path.lastIndex(of: "/") {
      study.specification.raking?.table = path[...slash] + table
    }
    study.source = study.specification.data.map(Study.Source.path)
    study.file = path
    return study
  }

  /// The study of a text; `file` is what messages call it. The path of the data stays as written.
  public static func parse(_ text: String, file: String) throws -> Study {
    var study = try StudyKeys.read(YAMLFile.parse(text, file: file), StudyKeys.ofStudy)
    study.source = study.specification.data.map(Study.Source.path)
    return study
  }
}
