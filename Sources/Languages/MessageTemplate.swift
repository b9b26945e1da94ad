/// A message with numbered places: `{0} of {1} respondents`.
public enum MessageTemplate {
  /// A part of a message.
  public enum Part: Sendable, Equatable {
    case words(String)
    case place(Int)
  }

  /// The parts in their order. A brace that opens no number is text.
  public static func parts(_ template: String) -> [Part] {
    var parts: [Part] = []
    var words = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...]
      guard let close = inside.firstIndex(of: "}"), let place = Int(inside[..<close]), place >= 0 else {
        words += rest[...open]
        rest = inside
        continue
      }
      words += rest[..<open]
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      parts.append(.place(place))
      rest = inside[inside.index(after: close)...]
    }
    words += rest
    if !words.isEmpty { parts.append(.words(words)) }
    return parts
  }

  /// The message with a value in every place. A place that has none stays as it is.
  public static func filled(_ template: String, _ values: [String]) -> String {
    parts(template).reduce(into: "") { text, part in
      switch part {
      case .words(let words): text += words
      case .place(let place): text += values.indices.contains(place) ? values[place] : "{\(place)}"
      }
    }
  }

  /// The numbers of its places, each once, in order.
  public static func places(_ template: String) -> [Int] {
    let places = parts(template).compactMap { part in if case .place(let place) = part { place } else { nil } }
    return Set(places).sorted()
  }
}
