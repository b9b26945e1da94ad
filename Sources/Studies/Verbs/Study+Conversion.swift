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
  /// Rows of the source.
  public var rowsRead: Int
  /// Rows written.
  public var rows: Int
  /// Columns written.
  public var columns: Int
}

extension Study {
  /// The survey with its labels in another form, codes of missing answers as codes where the source has them.
  ///
  /// Rows that the study's condition leaves out are not copied; all waves are. `settings.variables` chooses columns, and variables
  /// that are derived become columns.
  ///
  /// - Parameter name: what the data file will be called, for the study beside it.
  /// - Throws: `DataFault`, and what reading throws.
  public func converted(
    to form: ConversionForm, name: String, _ execution: StudyExecution = StudyExecution()
  ) throws -> Conversion {
    try converted(to: form, name: name, execution) { $0 }
  }

  /// The same with something more made of the rows.
  func converted(
    to form: ConversionForm, name: String, _ execution: StudyExecution, adding: (Dataset) throws -> Dataset
  ) throws -> Conversion {
    let reader = try derivedReader(try conversionReader())
    let condition = try specification.condition.map { try RowCondition($0) }
    let chosen = try settings.variables.map { try Selection.resolve($0, in: reader.names) }
    let all = try reader.rows(
      ReadingRequest(
        columns: chosen.map { Set($0).union(condition?.variables ?? []) },
        missing: try specification.missingRules(in: reader.names),
        categorical: Set(try Selection.resolve(specification.categorical, in: reader.names)), jobs: execution.threads))
    execution.observer?.didRead(reader.report)
    let rows = try condition?.rows(in: all)
    if let rows, rows.isEmpty { throw DataFault.noRowsLeft(after: "the condition '\(specification.condition!)'") }
    let dataset = try adding((rows.map { all.selecting($0) } ?? all).keeping(chosen))
    for variable in dataset.variables {
      if let bad = variable.unreadable {
        throw DataFault.notNumeric(variable: variable.name, row: bad.row, value: bad.value, count: bad.count)
      }
    }
    let labelled = dataset.labelled(by: specification).titled(by: specification)
    var remarks: [String] = []
    let sets = reader.report.responseSets
    if !sets.isEmpty {
      remarks.append(
        "the multiple-response sets \(sets.map { "'\($0.name)'" }.joined(separator: ", ")) are not in the copy")
    }
    let (count, columns) = (dataset.rowCount, dataset.variables.count)
    let weights = reader.report.weightVariable
    switch form {
    case .csv:
      let codebook = ConvertedCodebook(labelled, data: name, weights: weights)
      return Conversion(
        bytes: CSVWriter.bytes(of: labelled), study: codebook.text, remarks: remarks + codebook.remarks,
        rowsRead: all.rowCount,
        rows: count, columns: columns)
    case .sav, .dta:
      let file = try StatisticalWriter.file(labelled, form: form == .sav ? .spss : .stata, weights: weights)
      return Conversion(
        bytes: file.bytes, remarks: remarks + file.remarks, rowsRead: all.rowCount, rows: count, columns: columns)
    }
  }

  /// With the study's derived variables behind the columns of a reader.
  func derivedReader(_ reader: any SurveyReader) throws -> any SurveyReader {
    guard !specification.derived.isEmpty else { return reader }
    let scales = try specification.scales(in: reader.names + specification.derived.map(\.name))
    return try DerivedReader(reader, study: specification) { scales[$0] }
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
  /// With these columns alone, or all of them.
  fileprivate func keeping(_ names: [String]?) -> Dataset {
    guard let names else { return self }
    return Dataset(
      variables: variables.filter { names.contains($0.name) }, rowCount: rowCount, firstRow: firstRow,
      rowNumbers: rowNumbers)
  }

  /// With the labels of variables that a study gives.
  fileprivate func titled(by study: StudySpecification) -> Dataset {
    Dataset(
      variables: variables.map { variable in
        var copy = variable
        // Labels that several columns share are told apart in reports; a copy has what the file says.
        copy.label = study.variables[variable.name]?.label ?? variable.details.question ?? variable.label
        return copy
      }, rowCount: rowCount)
  }
}

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
