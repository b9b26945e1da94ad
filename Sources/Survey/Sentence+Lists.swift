/// Lists within sentences, as every language has them.
extension Sentence {
  /// `a, b and c`; nothing of none.
  package static func list(_ names: [String]) -> Sentence {
    guard names.count > 1 else { return Sentence(names.first ?? "") }
    return "\(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])"
  }

  /// `'a', 'b' and 'c'`.
  ///
  /// - Parameter most: of more names than these all but the last of so many are named, and the others are counted.
  package static func quoted(_ names: [String], most: Int = .max) -> Sentence {
    let quoted = names.map { "'\($0)'" }
    guard quoted.count > most else { return list(quoted) }
    return "\(quoted.prefix(most - 1).joined(separator: ", ")) and \(quoted.count - most + 1) others"
  }

  /// `a, b, c and 4 more` of seven names, when three are to be named.
  package static func first(_ count: Int, of names: [String]) -> Sentence {
    let named = names.prefix(count).joined(separator: ", ")
    return names.count > count ? "\(named) and \(names.count - count) more" : Sentence(named)
  }

  /// Sentences one after the other.
  package static func joined(_ sentences: [Sentence], separator: String) -> Sentence {
    sentences.enumerated().reduce(into: "") { all, next in
      if next.offset > 0 { all += Sentence(separator) }
      all += next.element
    }
  }
}
