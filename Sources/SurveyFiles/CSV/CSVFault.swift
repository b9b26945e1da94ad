public import Survey

/// What keeps a text file from being read as a table, with the line or row that is to blame.
public enum CSVFault: Fault {
  case utf16(source: String)
  case nulByte(source: String, line: Int)
  case emptyInput(source: String)
  case unequalFields(source: String, row: Int, found: Int, expected: Int)
  case unterminatedQuote(source: String, row: Int, line: Int)
  case tornField(source: String, line: Int)
  case foreignFormat(source: String, format: String, advice: String)
  case titleRow(source: String, line: Int, title: String, header: Int)
  case secondHeader(source: String, line: Int, example: String)
  case tooManyMissingCodes(limit: Int)

  /// Too many codes are a fault of the request, everything else of the file.
  public var exitStatus: Int32 { if case .tooManyMissingCodes = self { 64 } else { 65 } }

  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .utf16(let source):
      "\(source) is UTF-16. Convert the file first, for example: iconv -f UTF-16 -t UTF-8 old.csv > new.csv."
    case .nulByte(let source, let line):
      "\(source), line \(line): a NUL byte, which no text holds. The file is damaged, not a text file, or UTF-16: then convert it with iconv -f UTF-16LE -t UTF-8."
    case .emptyInput(let source):
      "\(source) is empty. A data file begins with a line of column names."
    case .unequalFields(let source, let row, let found, let expected):
      "\(source), row \(row): \(found) fields where the header has \(expected). Look for a stray separator or an unclosed quote there."
    case .unterminatedQuote(let source, let row, let line):
      "\(source), row \(row), line \(line): a quoted field is opened and never closed. Close it, or double a quote that is meant literally."
    case .tornField(let source, let line):
      "\(source), line \(line): a quote opens a field that goes on over the end of the line, and text follows the quote that closes it: rows in between would be swallowed. A text that holds quotes stands in quotes, with its own doubled. Correct that line, or export the file anew."
    case .foreignFormat(let source, let format, let advice):
      "\(source) is \(format), not text with separators. \(advice)."
    case .titleRow(let source, let line, let title, let header):
      "\(source), line \(line): '\(title)' looks like a title; the names of the columns seem to stand in line \(header). Delete what is above them, or insist on the first line with \(setting: .headerRows, "1")."
    case .secondHeader(let source, let line, let example):
      "\(source), line \(line): texts ('\(example)') stand above numbers, as a second row of the header does. Say \(setting: .headerRows, "2") if they are question texts (3 with one more row below to skip), or \(setting: .headerRows, "1") if they are a respondent's answers."
    case .tooManyMissingCodes(let limit):
      "More than \(limit) different missing codes were given. Declare the few that the questionnaire uses."
    }
  }
}
