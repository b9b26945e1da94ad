import Survey
package import SurveyFiles

/// The one table of settings: study files are read by it, results record by it, and the page of keys shows it.
package enum StudyKeys {
  /// Every key, those of study files in the order of the documentation, then those of one run.
  package static let all: [StudyKey] = ofData + ofRoles + ofAnalysis + [ofFigure] + ofRun

  /// The keys of a study file.
  package static let ofStudy: [StudyKey] = all.filter(\.isInStudy)

  /// Reads the keys of a study file, or those that a result recorded.
  package static func read(_ root: YAMLValue, _ keys: [StudyKey]) throws -> Study {
    let fields = try root.fields(keys.map(\.name))
    var study = Study()
    for key in keys { if let value = fields[key.name] { try key.read(value, &study) } }
    return study
  }

  /// What the result of a verb records of a study: every setting that was said and that shapes it.
  package static func recorded(_ study: Study, for verb: Verb) -> [SettingValue.Entry] {
    all.compactMap { key in
      guard key.verbs.contains(verb) else { return nil }
      return key.write(study).map { SettingValue.Entry(key.name, $0) }
    }
  }
}
