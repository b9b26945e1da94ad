public import Survey

/// Writes a dataset as CSV (RFC 4180): commas, decimal points, LF, a header, quotes only where they are needed.
public enum CSVWriter {
  /// The bytes of the file. A missing value is an empty field, a whole number has no decimals, any other number is the
  /// shortest decimal that reads back the same.
  public static func bytes(of dataset: Dataset) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity((dataset.rowCount + 1) * dataset.variables.count * 3)
    let isSingle = dataset.variables.count == 1
    appendRecord(&bytes, dataset.names.map { Array(quoted($0, isSingle: isSingle).utf8) })
    let fields = dataset.variables.map { fieldWriter(of: $0, isSingle: isSingle) }
    for row in 0..<dataset.rowCount {
      for (column, field) in fields.enumerated() {
        if column > 0 { bytes.append(CSVByte.comma) }
        field(row, &bytes)
      }
      bytes.append(CSVByte.lineFeed)
    }
    return bytes
  }

  /// The shortest decimal that reads back as the same double; a whole number without decimals.
  package static func text(of number: Double) -> String {
    if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
    return number == .infinity ? "1e999" : number == -.infinity ? "-1e999" : String(number)
  }

  private static func appendRecord(_ bytes: inout [UInt8], _ fields: [[UInt8]]) {
    bytes.append(contentsOf: fields.joined(separator: [CSVByte.comma]))
    bytes.append(CSVByte.lineFeed)
  }

  /// A missing value in a single column is written as `NA`: a blank last line would be no row.
  private static func fieldWriter(of variable: Variable, isSingle: Bool) -> (Int, inout [UInt8]) ->
    Void
  {
    let missing = Array((isSingle ? "NA" : "").utf8)
    switch variable.values {
    case .int8(let values):
      return { row, bytes in
        let isMissing = MissingValue.reason(values[row]) != nil
        bytes.append(contentsOf: isMissing ? missing : Array(String(values[row]).utf8))
      }
    case .int16(let values):
      return { row, bytes in
        let isMissing = MissingValue.reason(values[row]) != nil
        bytes.append(contentsOf: isMissing ? missing : Array(String(values[row]).utf8))
      }
    case .double(let values):
      return { row, bytes in
        bytes.append(contentsOf: values[row].isNaN ? missing : Array(text(of: values[row]).utf8))
      }
    case .text(let codes, let categories):
      let written = categories.map { Array(quoted($0, isSingle: isSingle).utf8) }
      return { row, bytes in
        bytes.append(contentsOf: codes[row] < 0 ? missing : written[Int(codes[row])])
      }
    }
  }

  /// The text as a field: in quotes when it holds a separator, quote, line break or outer space, or would be blank.
  private static func quoted(_ text: String, isSingle: Bool) -> String {
    let bytes = text.utf8
    let spaces: [UInt8?] = [CSVByte.space, CSVByte.tab]
    let isOuterSpace = spaces.contains(bytes.first) || spaces.contains(bytes.last)
    let isSpecial = bytes.contains {
      $0 == CSVByte.comma || $0 == CSVByte.quote || CSVByte.isLineBreak($0)
    }
    guard isSpecial || isOuterSpace || (isSingle && bytes.isEmpty) else { return text }
    var result = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { result.unicodeScalars.append(scalar) }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
