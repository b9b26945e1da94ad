extension Sentence {
  /// The sentence with some of its numbers and names replaced, wherever they stand in it; its own words stay, so that it keeps its
  /// translations.
  ///
  /// - Parameter replacement: what stands in the place of a value, of which it is told, with the English text behind it up to the end
  ///   of the whole sentence; `nil` keeps the value.
  package func replacingValues(_ replacement: (_ value: String, _ following: String) -> Sentence?) -> Sentence {
    replacingValues(before: "", replacement)
  }

  private func replacingValues(
    before tail: String, _ replacement: (_ value: String, _ following: String) -> Sentence?
  ) -> Sentence {
    var following = [tail]
    for piece in pieces.reversed() { following.append(piece.english + following[following.count - 1]) }
    following.removeLast()
    return mappingPieces { piece, place in
      let behind = following[pieces.count - 1 - place]
      switch piece {
      case .words, .setting: return piece
      case .value(let value): return replacement(value, behind).map { .sentence($0) } ?? piece
      case .sentence(let inner): return .sentence(inner.replacingValues(before: behind, replacement))
      }
    }
  }
}

extension Sentence.Piece {
  fileprivate var english: String {
    switch self {
    case .words(let text), .value(let text): text
    case .setting(let setting): setting.value ?? ""
    case .sentence(let sentence): sentence.description
    }
  }
}
