import Survey

/// What columns are called when their question texts are known.
struct QuestionTexts {
  /// The part of a question that several columns share (`Delivery` of `How satisfied are you with: - Delivery`), else the whole
  /// text; where a part stands under several questions, the whole text as well.
  let labels: [String]

  init(_ texts: [String]) {
    let parts = texts.map { ShortName.parts($0) }
    var columns: [String: Int] = [:]
    var uses: [String: Int] = [:]
    for (question, part) in parts {
      guard let part else { continue }
      columns[question, default: 0] += 1
      uses[part, default: 0] += 1
    }
    labels = zip(texts, parts).map { text, split in
      guard let part = split.part, columns[split.question]! > 1, uses[part] == 1, !texts.contains(part) else {
        return text
      }
      return part
    }
  }
}
