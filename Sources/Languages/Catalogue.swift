/// The table of messages: what each English message is in every other language.
///
/// It is text, in paragraphs of five lines, of which the first is the English message as the sources have it and every other
/// begins with the code of its language:
///
///     en {0} matters most
///     nl {0} weegt het zwaarst
///     nb {0} betyr mest
///     sv {0} betyder mest
///     de {0} ist am wichtigsten
///
/// Places are filled by number, so their order is free. White space around a message is none of it. English is never looked
/// up, and a language is read when its first message is.
public enum Catalogue {
  /// The table in parts, each a file of its own.
  static let parts: [StaticString] = [
    Messages.headings1, Messages.headings2, Messages.headings3, Messages.words, Messages.drivers1, Messages.drivers2,
    Messages.measurement1, Messages.measurement2, Messages.readingNotes1, Messages.readingNotes2, Messages.driverNotes1,
    Messages.driverNotes2, Messages.measurementNotes, Messages.figures, Messages.more, Messages.reportPage,
    Messages.report, Messages.structural, Messages.structuralResamples, Messages.imputation, Messages.weights,
    Messages.diagrams,
    Messages.mediation, Messages.paths,
  ]

  /// The messages of a language by their English ones; none of English.
  static func messages(of language: Language) -> [String: String] {
    switch language {
    case .english: [:]
    case .dutch: dutch
    case .norwegian: norwegian
    case .swedish: swedish
    case .german: german
    }
  }

  private static let dutch = read("nl")
  private static let norwegian = read("nb")
  private static let swedish = read("sv")
  private static let german = read("de")

  /// The lines of one language beside the English ones.
  private static func read(_ code: String) -> [String: String] {
    var messages: [String: String] = [:]
    var english = ""
    for (tag, text) in lines {
      if tag == "en" { english = text } else if tag == code { messages[english] = text }
    }
    return messages
  }

  /// Every line of the table: the code of its language and its text. Lines that begin with no code are white space.
  public static var lines: [(code: String, text: String)] {
    parts.flatMap { part in
      part.withUTF8Buffer { bytes in
        bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
          guard line.count > 3, line[line.startIndex + 2] == UInt8(ascii: " ") else { return nil }
          return (
            String(decoding: line.prefix(2), as: UTF8.self), String(decoding: line.dropFirst(3), as: UTF8.self)
          )
        }
      }
    }
  }

  /// The English messages, in the order of the table.
  public static var english: [String] { lines.filter { $0.code == "en" }.map(\.text) }
}

/// The parts of the table.
enum Messages {}
