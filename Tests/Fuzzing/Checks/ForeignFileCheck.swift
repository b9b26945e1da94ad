import Survey
import SurveyFiles

/// Whether the bytes of a file are a survey, of which every way of reading gives the same, or have a fault that is a sentence.
package enum ForeignFileCheck {
  /// What differs, in a sentence; `nil` when nothing does.
  package static func disagreement(_ file: [UInt8]) -> String? {
    do {
      let reader = try SurveyFile.reader(bytes: file, name: "file")
      let data = try reader.rows(ReadingRequest())
      if let problem = problem(data, reader) { return problem }
      var rows = 0
      try SurveyFile.reader(bytes: file, name: "file").stream(ReadingRequest()).forEachBlock { rows += $0.rowCount }
      if rows != data.rowCount { return "\(rows) rows in blocks, \(data.rowCount) in one" }
      return try statisticalDifference(file)
    } catch let fault as any Fault {
      return fault.sentence.description.count > 20 ? nil : "\(fault) has no words"
    } catch { return "\(error) is no fault of the data" }
  }

  private static func problem(_ data: Dataset, _ reader: any SurveyReader) -> String? {
    if data.variables.contains(where: { $0.values.words.count != data.rowCount }) { return "columns of unequal length" }
    if Set(data.names).count != data.names.count { return "a name stands twice" }
    if reader.names != data.names { return "the names are \(data.names), before \(reader.names)" }
    if reader.schema.count != reader.names.count {
      return "\(reader.schema.count) descriptions of \(reader.names.count)"
    }
    return reader.report.lines().isEmpty ? "nothing is reported" : nil
  }

  /// Nothing in a file of a statistical program depends on what else is read; of texts answers in words do.
  private static func statisticalDifference(_ file: [UInt8]) throws -> String? {
    var options = ReadingOptions()
    options.keepsCodes = true
    guard let reader = try SurveyFile.reader(bytes: file, name: "file", options: options) as? StatisticalReader else {
      return nil
    }
    let whole = try reader.rows(ReadingRequest())
    for variable in [whole.variables[0], whole.variables[whole.variables.count - 1]] {
      let alone = try reader.rows(ReadingRequest(columns: [variable.name]))
      if alone.variables.map(\.values.words) != [variable.values.words] { return "'\(variable.name)' alone differs" }
    }
    var words: [[String]] = []
    try reader.stream(ReadingRequest()).forEachBlock { block in
      if words.isEmpty { words = Array(repeating: [], count: block.variables.count) }
      for (index, variable) in block.variables.enumerated() { words[index] += variable.values.words }
    }
    return words == whole.variables.map(\.values.words) ? nil : "the blocks hold other values"
  }
}
