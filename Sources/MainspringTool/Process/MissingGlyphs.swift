/// What a picture cannot show because no installed font has it, in words.
enum MissingGlyphs {
  static func message(_ characters: [Character]) -> String {
    let shown = characters.prefix(8).map { character in
      let codes = character.unicodeScalars.map { "U+\(String($0.value, radix: 16, uppercase: true))" }
      return "\(character) (\(codes.joined(separator: " ")))"
    }
    let more = characters.count > 8 ? " and \(characters.count - 8) more" : ""
    return
      "No installed font has \(shown.joined(separator: ", "))\(more): the picture shows a box in each one's place. "
      + "Install a font that has them (Debian: fonts-noto-cjk for Chinese, Japanese and Korean, fonts-noto-core for other "
      + "scripts), or write .svg, which is drawn with the reader's fonts."
  }
}
