import Presentation
import Survey

/// What a picture cannot show because no installed font has it, in words.
enum MissingGlyphs {
  static func message(_ characters: [Character]) -> String {
    let shown = characters.prefix(8).map { character in
      let codes = character.unicodeScalars.map { "U+\(String($0.value, radix: 16, uppercase: true))" }
      return "\(character) (\(codes.joined(separator: " ")))"
    }
    let names = shown.joined(separator: ", ")
    let text: Sentence =
      characters.count > 8
      ? "No installed font has \(names) and \(characters.count - 8) more: the picture shows a box in each one's place."
      : "No installed font has \(names): the picture shows a box in each one's place."
    let advice: Sentence =
      "Install a font that has them (Debian: fonts-noto-cjk for Chinese, Japanese and Korean, fonts-noto-core for other scripts), or write .svg, which is drawn with the reader's fonts."
    return (text + " " + advice).withOptions
  }
}
