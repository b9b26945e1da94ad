public import Languages

/// What a note or an error says: text, and the settings that it names.
///
/// Written as a string literal, `"Use \(setting: .missing, "listwise")."`; as text it names settings as a study does, and
/// `text(naming:)` names them otherwise.
///
/// The words of a literal are a message of the table of messages, with a place for each interpolation; what is interpolated
/// is the data's own, or another sentence, which is a message by itself. So a sentence can be told in every language:
/// `"\(used) of \(read) rows"` is the message `{0} of {1} rows`.
public struct Sentence: Sendable {
  indirect enum Piece: Sendable {
    /// Our own words, which every language has.
    case words(String)
    /// A number, a name, a cell: the same in every language.
    case value(String)
    case setting(Setting)
    case sentence(Sentence)
  }

  private(set) var pieces: [Piece] = []

  /// A text that is the same in every language.
  public init(_ text: String) { if !text.isEmpty { pieces = [.value(text)] } }

  /// The sentence in a language, with each setting named by `name`.
  public func text(in language: Language = .english, naming name: (Setting) -> String) -> String {
    func told(_ piece: Piece) -> String {
      switch piece {
      case .words(let words): words
      case .value(let value): value
      case .setting(let setting): name(setting)
      case .sentence(let sentence): sentence.text(in: language, naming: name)
      }
    }
    if language != .english, let (before, message, after) = translated(into: language) {
      let values = pieces.compactMap { piece -> String? in
        if case .words = piece { nil } else { told(piece) }
      }
      return before + MessageTemplate.filled(message, values) + after
    }
    return pieces.reduce(into: "") { $0 += told($1) }
  }

  /// The message of its words in a language, and the white space around it; `nil` without words or translation.
  private func translated(into language: Language) -> (before: String, message: String, after: String)? {
    let template = template
    guard template.contains(where: \.isLetter) else { return nil }
    let inner = template.drop(while: \.isWhitespace)
    let before = String(template.prefix(template.count - inner.count))
    var core = inner
    while core.last?.isWhitespace ?? false { core.removeLast() }
    guard let message = language.translation(of: String(core)) else { return nil }
    return (before, message, String(inner.dropFirst(core.count)))
  }

  /// Its words with a numbered place for everything else: what the table of messages knows it by.
  package var template: String {
    var text = ""
    var place = 0
    for piece in pieces {
      if case .words(let words) = piece {
        text += words
      } else {
        text += "{\(place)}"
        place += 1
      }
    }
    return text
  }

  /// Whether it says nothing.
  package var isEmpty: Bool { pieces.isEmpty }

  /// Its words between the settings, and the settings' values.
  var texts: [String] {
    pieces.flatMap { piece in
      switch piece {
      case .words(let text), .value(let text): [text]
      case .setting(let setting): [setting.value].compactMap { $0 }
      case .sentence(let sentence): sentence.texts
      }
    }
  }

  /// Its words between the settings, and the settings' values, changed one by one.
  ///
  /// - Parameter change: is told whether the text stands between single quotes that are words before and behind it.
  func mappingText(_ change: (_ text: String, _ isQuoted: Bool) -> String) -> Sentence {
    var copy = self
    var before = ""
    copy.pieces = pieces.map { piece in
      let isQuoted = before.hasSuffix("'")
      before = ""
      switch piece {
      case .words(let text):
        before = text
        return .words(change(text, false))
      case .value(let text): return .value(change(text, isQuoted))
      case .setting(let setting): return .setting(Setting(setting.name, setting.value.map { change($0, false) }))
      case .sentence(let sentence): return .sentence(sentence.mappingText(change))
      }
    }
    return copy
  }

  /// Its pieces changed one by one, each told its place.
  func mappingPieces(_ change: (_ piece: Piece, _ place: Int) -> Piece) -> Sentence {
    var copy = self
    copy.pieces = pieces.enumerated().map { change($1, $0) }
    return copy
  }

  private mutating func append(_ piece: Piece) {
    switch piece {
    case .words(let words):
      if words.isEmpty { return }
      if case .words(let before)? = pieces.last {
        pieces[pieces.count - 1] = .words(before + words)
        return
      }
    case .value, .setting, .sentence: break
    }
    pieces.append(piece)
  }

  /// Whether it is a row of sentences and values, with no words of its own.
  private var isRow: Bool { pieces.allSatisfy { if case .words = $0 { false } else { true } } }

  /// Says `b` after it; each stays a message of its own.
  public static func += (a: inout Sentence, b: Sentence) {
    if b.isEmpty { return }
    if a.isEmpty {
      a = b
      return
    }
    if !a.isRow { a.pieces = [.sentence(a)] }
    if b.isRow { a.pieces += b.pieces } else { a.pieces.append(.sentence(b)) }
  }

  /// A number as sentences show it: the shortest text that gives it back, whole numbers without a point.
  package static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  /// What to do, after what is wrong; nothing where nobody knows.
  static func following(_ suggestion: Sentence?) -> Sentence { suggestion.map { " \($0)" } ?? "" }

  /// One after the other, with nothing between.
  public static func + (a: Sentence, b: Sentence) -> Sentence {
    var sum = a
    sum += b
    return sum
  }
}

// Equal sentences are equal however they were put together.
extension Sentence: Hashable {
  private enum Run: Hashable {
    case text(String)
    case setting(Setting)
  }

  /// The longest runs of text, and the settings between them.
  private var runs: [Run] {
    var runs: [Run] = []
    func add(_ sentence: Sentence) {
      for piece in sentence.pieces {
        switch piece {
        case .words(let text), .value(let text):
          if case .text(let before)? = runs.last {
            runs[runs.count - 1] = .text(before + text)
          } else if !text.isEmpty {
            runs.append(.text(text))
          }
        case .setting(let setting): runs.append(.setting(setting))
        case .sentence(let inner): add(inner)
        }
      }
    }
    add(self)
    return runs
  }

  public static func == (a: Sentence, b: Sentence) -> Bool { a.runs == b.runs }

  public func hash(into hasher: inout Hasher) { hasher.combine(runs) }
}

extension Sentence: ExpressibleByStringInterpolation {
  /// Collects the text and the settings of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var sentence = Sentence("")

    /// Starts with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// The text between interpolations.
    public mutating func appendLiteral(_ text: String) { sentence.append(.words(text)) }

    /// A text of the data's, the same in every language.
    public mutating func appendInterpolation(_ text: String) { sentence.append(.value(text)) }

    /// Another sentence, with its settings: a message by itself.
    public mutating func appendInterpolation(_ other: Sentence) { sentence.append(.sentence(other)) }

    /// A setting.
    public mutating func appendInterpolation(_ setting: Setting) { sentence.append(.setting(setting)) }

    /// A setting by name, or by name and value.
    public mutating func appendInterpolation(setting name: Setting.Name, _ value: String? = nil) {
      sentence.append(.setting(Setting(name, value)))
    }

    /// A number, or anything else that describes itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      sentence.append(.value(value.description))
    }
  }

  /// A sentence that names no setting.
  public init(stringLiteral value: String) { append(.words(value)) }

  /// A sentence with what is interpolated.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sentence }
}

extension Sentence: CustomStringConvertible {
  /// In English, with settings named as in a study.
  public var description: String { text(naming: \.inStudy) }
}
