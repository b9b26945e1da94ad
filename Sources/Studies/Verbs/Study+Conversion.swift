import Survey
import SurveyFiles

/// What a survey is copied to.
public enum ConversionForm: String, Sendable, CaseIterable {
  /// Text, with a study file that holds the codebook.
  case csv
  /// SPSS.
  case sav
  /// Stata.
  case dta
}

/// A survey copied to another form.
public struct Conversion: Sendable {
  /// The data.
  public var bytes: [UInt8]
  /// The study file beside data in text: labels of variables and answers, and codes of missing answers.
private struct ConvertedCodebook {
  let text: String
  private(set) var remarks: [String] = []

  init(_ dataset: Dataset, data: String, weights: String?) {
    var study = Study()
    study.specification.data = data
    for variable in dataset.variables {
      let details = variable.details
      let codes = Self.codes(details)
      let counts = MissingValue.counts(variable.values)
      if zip(variable.missingReasons, counts).contains(where: { $0 != .empty && $1 > 0 }) {
        remarks.append("'\(variable.name)': why some answers are missing is lost, since text is only empty")
      }
      guard variable.label != nil || !codes.isEmpty || !details.valueLabels.isEmpty else { continue }
      study.specification.variables[variable.name] = StudySpecification.CodebookEntry(
        label: variable.label, missing: codes.isEmpty ? nil : codes, values: details.valueLabels)
    }
    let offer = weights.map { ["": "The file names '\($0)' as its weights."] } ?? [:]
    text = StudyWriter(comments: offer).text(of: study)
  }

  /// What the file declares missing, and answers whose labels give none.
  private static func codes(_ details: VariableDetails) -> [String] {
    var codes = details.userMissing.map { code in
      code.numbers == nil || code.isRange ? (code.isRange ? code.text : "'\(code.text)'") : code.text
    }
    for entry in details.valueLabels where NoAnswers.contains(entry.label) {
      switch entry.value {
      case .number(let number) where !details.userMissing.contains { $0.numbers?.contains(number) ?? false }:
        codes.append(CSVWriter.text(of: number))
      case .text(let text) where !details.userMissing.contains { $0.text == text }: codes.append("'\(text)'")
      default: break
      }
    }
    return codes
  }
}
