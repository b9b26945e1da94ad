/// Breaking text into lines, padding it to columns, and making it safe to show.
package enum TextFlow {
  /// Text that moves no cursor: a line break in a label becomes a space, an escape sequence hidden in a data file is spelled.
  static func clean(_ text: String) -> String { VisibleText.line(text) }

  /// The words of a text. A percent sign stays with its number and `<` with what follows, so that neither `37.1 %` nor `< .001` is
  /// torn apart.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    for part in clean(text).split(separator: " ") {
      if let last = words.last, let end = last.last,
        part.first == "%" && end.isNumber || last == "<" && (part.first == "." || part.first == ",")
      {
        words[words.count - 1] = "\(last) \(part)"
      } else {
        words.append(String(part))
      }
    }
    return words
  }

  /// The same for whoever breaks lines elsewhere: what must stay together is joined by no-break spaces.
  static func bound(_ text: String) -> String {
    words(text).map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: " ")
  }

  /// Lines of at most `width`, broken at spaces; a longer word is broken where the line ends.
  ///
  /// - Parameter measure: the width of a string; columns of a terminal unless something else is given.
  static func wrap<Width: Comparable>(
    _ text: String, width: Width, measure: (String) -> Width
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      let longer = line.isEmpty ? word : "\(line) \(word)"
      if measure(longer) <= width {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      line = ""
      if measure(word) <= width {
        line = word
        continue
      }
      for character in word {
        if !line.isEmpty && measure(line + String(character)) > width {
          lines.append(line)
          line = ""
        }
        line.append(character)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  package static func wrap(_ text: String, width: Int) -> [String] {
    wrap(text, width: max(1, width), measure: displayWidth)
  }

  /// At most `lines` lines of at most `width`; what does not fit ends in `ellipsis`.
  static func wrap(_ text: String, width: Int, lines limit: Int, ellipsis: String) -> [String] {
    var lines = wrap(text, width: width)
    guard lines.count > limit else { return lines }
    lines = Array(lines.prefix(limit))
    var last = lines[limit - 1]
    while !last.isEmpty && (last.hasSuffix(" ") || displayWidth(last + ellipsis) > width) { last.removeLast() }
    lines[limit - 1] = last + ellipsis
    return lines
  }

  /// The least width at which the text takes no more than `limit` lines without breaking a word, at least the longest
  /// word's.
  static func narrowest(_ text: String, lines limit: Int) -> Int {
    let widths = words(text).map(displayWidth)
    var width = widths.max() ?? 0
    let whole = displayWidth(clean(text))
    while width < whole && wrap(text, width: width).count > limit { width += 1 }
    return width
  }

  static func padded(_ text: String, to width: Int, right: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - displayWidth(text)))
    return right ? spaces + text : text + spaces
  }

  static func trimmedEnd(_ text: String) -> String {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)] == " " { end = text.index(before: end) }
    return String(text[..<end])
  }
}
