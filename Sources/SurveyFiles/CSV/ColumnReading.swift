/// How a column is read, where that does not go without saying: an example, what it is taken for, and whether another
/// reading is possible.
public struct ColumnReading: Sendable, Equatable {
  /// An answer as it stands in the file.
  public let example: String
  /// What it is read as; `nil` when it stays a text.
  public let value: Double?
  /// The same digits can be a number with decimals, or with its thousands separated.
  public let isDoubtful: Bool

  /// `nil` when the reading goes without saying: plain numbers with the file's usual mark.
  init?(_ column: CSVRecognition.Column, usual: Bool) {
    guard let example = column.evidence.example else { return nil }
    let isUsual = column.form.isPlain && (column.form.decimalComma == usual || column.kind == .text)
    guard !isUsual || column.isDoubtful && usual || column.maySayTwo || column.evidence.hasOdd && column.kind == .number
    else { return nil }
    self.example = example
    let bytes = Array(example.utf8)
    value =
      column.kind == .number
      ? bytes.withUnsafeBufferPointer { column.form.value($0.baseAddress!, $0.baseAddress! + $0.count)?.value } : nil
    isDoubtful = column.isDoubtful
  }
}

extension ImportReport.Column {
  /// Columns of the same key are told of in one sentence.
  var readingKey: String? {
    if let rating { return rating.words }
    guard let reading else { return kind == .number && hasOdd ? "odd" : nil }
    return "\(kind) \(form) \(reading.isDoubtful)"
  }

  /// What is said of the column after its name.
  var readingWords: String? {
    if let rating { return rating.words }
    guard let reading else {
      return "some numbers have a typographic minus or space, or parentheses for a minus; they are read as meant"
    }
    guard kind == .number, let value = reading.value else {
      return
        "'\(reading.example)' beside whole numbers may be two answers in one cell, or a decimal comma; it is read as a text"
    }
    var words = "'\(reading.example)' is read as \(CSVWriter.text(of: value))"
    switch form.dress {
    case .none, .currency: break
    case .percent: words += " (per cent)"
    case .label: words += ", the number before or behind its label"
    }
    if form.grouping != .none { words += ", with thousands separated by \(form.grouping.word)" }
    if reading.isDoubtful {
      words +=
        form.grouping == .none
        ? "; if the \(form.decimalComma ? "comma separates" : "point separates") thousands, say which decimal mark the file has"
        : "; if that is a decimal mark, say so"
    }
    return words
  }
}
