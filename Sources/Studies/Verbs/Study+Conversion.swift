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
  /// The study file beside data in text; `nil` of other forms.
  public var study: String?
  /// What the copy does not hold, a sentence each, without an end.
  public var remarks: [String]
  public var rows: Int
  public var columns: Int
}

extension Study {
  /// The survey with its labels in another form: all rows and columns, codes of missing answers as codes where the source has
  /// them.
  ///
  /// - Parameter name: what the data file will be called, for the study beside it.
  /// - Throws: `DataFault`, and what reading throws.
  public func converted(
    to form: ConversionForm, name: String, _ execution: StudyExecution = StudyExecution()
  ) throws -> Conversion {
    let reader = try conversionReader()
    let dataset = try reader.rows(
      ReadingRequest(missing: try specification.missingRules(in: reader.names), jobs: execution.threads))
    execution.observer?.didRead(reader.report)
    for variable in dataset.variables {
      if let bad = variable.unreadable {
        throw DataFault.notNumeric(variable: variable.name, row: bad.row, value: bad.value, count: bad.count)
      }
    }
    let labelled = dataset.labelled(by: specification)
    var remarks: [String] = []
    let sets = reader.report.responseSets
    if !sets.isEmpty {
      remarks.append(
        "the multiple-response sets \(sets.map { "'\($0.name)'" }.joined(separator: ", ")) are not in the copy")
    }
    let (rows, columns) = (dataset.rowCount, dataset.variables.count)
    let weights = reader.report.weightVariable
    switch form {
    case .csv:
      let codebook = ConvertedCodebook(labelled, data: name, weights: weights)
      return Conversion(
        bytes: CSVWriter.bytes(of: labelled), study: codebook.text, remarks: remarks + codebook.remarks, rows: rows,
        columns: columns)
    case .sav, .dta:
      let file = try StatisticalWriter.file(labelled, form: form == .sav ? .spss : .stata, weights: weights)
      return Conversion(bytes: file.bytes, remarks: remarks + file.remarks, rows: rows, columns: columns)
    }
  }

  private func conversionReader() throws -> any SurveyReader {
    var options = ReadingOptions(
      csv: CSVOptions(
        separator: settings.separator?.byte, decimalComma: settings.decimal.map { $0 == .comma },
        headerRows: specification.headerRows), encoding: settings.encoding, sheet: settings.sheet,
      levels: settings.levels)
    options.keepsCodes = true
    switch source {
    case .path(let path): return try SurveyFile.reader(path: path, options: options)
    case .bytes(let bytes, let name): return try SurveyFile.reader(bytes: bytes, name: name, options: options)
    case nil: throw DataFault.missingRole(role: "data file", suggestion: "Add a line 'data: survey.csv' to the study.")
    }
  }
}

extension Dataset {
  /// With the labels that a study gives.
  fileprivate func labelled(by study: StudySpecification) -> Dataset {
    Dataset(
      variables: variables.map { variable in
        var copy = variable
        // Labels that several columns share are told apart in reports; a copy has what the file says.
        copy.label = study.variables[variable.name]?.label ?? variable.details.question ?? variable.label
        return copy
      }, rowCount: rowCount)
  }
}

/// The study file beside data in text: labels and codes of missing answers; value labels and levels as comments.
private struct ConvertedCodebook {
  private(set) var text: String
  private(set) var remarks: [String] = []

  init(_ dataset: Dataset, data: String, weights: String?) {
    text = "data: \(Self.quoted(data))\n"
    if let weights { text += Self.comment("The file names '\(weights)' as its weights.", indent: "") }
    var entries = ""
    for variable in dataset.variables {
      let details = variable.details
      var comments: [String] = []
      if let level = details.level { comments.append("level: \(level.rawValue)") }
      comments += details.valueLabels.map { entry in
        switch entry.value {
        case .number(let number): "\(CSVWriter.text(of: number)): \(entry.label)"
        case .text(let text): "\(text): \(entry.label)"
        }
      }
      let codes = Self.codes(details)
      let counts = MissingValue.counts(variable.values)
      if zip(variable.missingReasons, counts).contains(where: { $0 != .empty && $1 > 0 }) {
        remarks.append("'\(variable.name)': why some answers are missing is lost, since text is only empty")
      }
      guard variable.label != nil || !codes.isEmpty || !details.valueLabels.isEmpty else { continue }
      entries += comments.map { Self.comment($0, indent: "  ") }.joined()
      let parts =
        [
          variable.label.map { "label: \(Self.quoted($0))" },
          codes.isEmpty ? nil : "missing: [\(codes.map(Self.quoted).joined(separator: ", "))]",
        ]
        .compactMap(\.self)
      entries += "  \(Self.quoted(variable.name)): {\(parts.joined(separator: ", "))}\n"
    }
    if !entries.isEmpty { text += "variables:\n" + entries }
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

  private static func comment(_ text: String, indent: String) -> String {
    let plain = text.unicodeScalars.map { $0.value < 0x20 || "&*".unicodeScalars.contains($0) ? " " : String($0) }
    return "\(indent)# \(plain.joined())\n"
  }

  /// In double quotes; marks of anchors and aliases, which study files do not have, are escaped.
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "\"": quoted += "\\\(scalar)"
      case "&": quoted += "\\x26"
      case "*": quoted += "\\x2A"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      default:
        quoted +=
          scalar.value < 0x20 || scalar.value == 0x7F
          ? "\\x" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : String(scalar)
      }
    }
    return quoted + "\""
  }
}
