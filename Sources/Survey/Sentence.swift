/// What a note or an error says: text, and the settings that it names.
///
/// Written as a string literal, `"Use \(setting: .missing, "listwise")."`; as text it names settings as a study does, and
/// `text(naming:)` names them otherwise.
public struct Sentence: Sendable, Hashable {
  enum Piece: Sendable, Hashable {
    case text(String)
    case setting(Setting)
  }

  private(set) var pieces: [Piece] = []

  /// A sentence that names no setting.
  public init(_ text: String) { append(.text(text)) }

  /// The sentence, with each setting named by `name`.
  public func text(naming name: (Setting) -> String) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let words): text += words
      case .setting(let setting): text += name(setting)
      }
    }
  }

  /// Its words between the settings, and the settings' values.
  var texts: [String] {
    pieces.compactMap { piece in
      switch piece {
      case .text(let words): words
      case .setting(let setting): setting.value
      }
    }
  }

  /// Its words between the settings, and the settings' values, changed one by one.
  func mappingText(_ change: (String) -> String) -> Sentence {
    var copy = self
    copy.pieces = pieces.map { piece in
      switch piece {
      case .text(let words): .text(change(words))
      case .setting(let setting): .setting(Setting(setting.name, setting.value.map(change)))
      }
    }
    return copy
  }

  /// The longest runs of text stand as one piece, so that equal sentences are equal however they were put together.
  private mutating func append(_ piece: Piece) {
    if case .text(let words) = piece {
      if words.isEmpty { return }
      if case .text(let before)? = pieces.last {
        pieces[pieces.count - 1] = .text(before + words)
        return
      }
    }
    pieces.append(piece)
  }

  /// Appends the pieces of `b`.
  public static func += (a: inout Sentence, b: Sentence) {
    for piece in b.pieces { a.append(piece) }
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

extension Sentence: ExpressibleByStringInterpolation {
  /// Collects the text and the settings of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var sentence = Sentence("")

    /// Starts with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// The text between interpolations.
    public mutating func appendLiteral(_ text: String) { sentence += Sentence(text) }

    /// Text.
    public mutating func appendInterpolation(_ text: String) { sentence += Sentence(text) }

    /// Another sentence, with its settings.
    public mutating func appendInterpolation(_ other: Sentence) { sentence += other }

    /// A setting.
    public mutating func appendInterpolation(_ setting: Setting) { sentence.append(.setting(setting)) }

    /// A setting by name, or by name and value.
    public mutating func appendInterpolation(setting name: Setting.Name, _ value: String? = nil) {
      sentence.append(.setting(Setting(name, value)))
    }

    /// A number, or anything else that describes itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      sentence += Sentence(value.description)
    }
  }

  /// A sentence that names no setting.
  public init(stringLiteral value: String) { self.init(value) }

  /// A sentence with what is interpolated.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sentence }
}

extension Sentence: CustomStringConvertible {
  /// With settings named as in a study.
  public var description: String { text(naming: \.inStudy) }
}
