import Survey

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
    if let rating { return rating.words.description }
    guard let reading else { return kind == .number && hasOdd ? "odd" : nil }
    return "\(kind) \(form) \(reading.isDoubtful)"
  }

  /// What is said of the column after its name.
  var readingWords: Sentence? {
    if let rating { return rating.words }
    guard let reading else {
      return "some numbers have a typographic minus or space, or parentheses for a minus; they are read as meant"
    }
    guard kind == .number, let value = reading.value else {
      return
        "'\(reading.example)' beside whole numbers may be two answers in one cell, or a decimal comma; it is read as a text"
    }
    let number = CSVWriter.text(of: value)
    var words: Sentence
    switch form.dress {
    case .none, .currency: words = "'\(reading.example)' is read as \(number)"
    case .percent: words = "'\(reading.example)' is read as \(number) (per cent)"
    case .label: words = "'\(reading.example)' is read as \(number), the number before or behind its label"
    }
    if let separated = form.grouping.separated { words += ", " + separated }
    if reading.isDoubtful {
      if form.grouping != .none {
        words += "; if that is a decimal mark, say so"
      } else {
        words +=
          form.decimalComma
          ? "; if the comma separates thousands, say which decimal mark the file has"
          : "; if the point separates thousands, say which decimal mark the file has"
      }
    }
    return words
  }
}
