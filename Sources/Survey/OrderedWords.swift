/// Words of degree, by which answers in words are told to be ratings rather than names.
///
/// English, Dutch, German, Danish, Norwegian, Swedish, French and Spanish, as the survey platforms' ready-made questions
/// have them. A word here only makes the program ask; it never turns an answer into a number.
public enum OrderedWords {
  /// Beginnings of words: `satisf` is in "very satisfied" and "dissatisfied".
  private static let stems: [String] = [
    // English
    "satisf", "dissatisf", "agree", "disagree", "likely", "unlikely", "important", "unimportant", "excellent", "good",
    "fair", "poor", "bad", "average", "never", "rarely", "seldom", "sometimes", "occasionally", "often", "frequently",
    "always", "usually", "easy", "difficult", "strongly", "somewhat", "slightly", "moderately", "extremely", "neutral",
    "neither", "better", "worse", "high", "low", "definitely", "probably", "expected", "concerned",
    // Dutch
    "tevreden", "ontevreden", "eens", "oneens", "waarschijnlijk", "onwaarschijnlijk", "belangrijk", "onbelangrijk",
    "goed", "slecht", "matig", "voldoende", "onvoldoende", "uitstekend", "nooit", "soms", "vaak", "altijd", "helemaal",
    "neutraal", "makkelijk", "moeilijk",
    // German
    "zufrieden", "unzufrieden", "stimme", "trifft", "wahrscheinlich", "unwahrscheinlich", "wichtig", "unwichtig", "gut",
    "schlecht", "befriedigend", "ausreichend", "mangelhaft", "ungenügend", "nie", "selten", "manchmal", "häufig",
    "immer",
    "teils", "einfach", "schwierig",
    // Danish, Norwegian, Swedish
    "tilfreds", "utilfreds", "fornøyd", "misfornøyd", "nöjd", "missnöjd", "enig", "uenig", "sannsynlig", "usannsynlig",
    "sandsynlig", "usandsynlig", "sannolik", "osannolik", "viktig", "uviktig", "vigtig", "oviktig", "god", "dårlig",
    "dålig", "bra", "aldri", "aldrig", "sjelden", "sällan", "ofte", "ofta", "alltid", "altid", "nøytral", "instämmer",
    "verken", "varken", "hverken",
    // French
    "satisfait", "insatisfait", "accord", "désaccord", "probable", "improbable", "bien", "bon", "mauvais", "moyen",
    "jamais", "rarement", "parfois", "souvent", "toujours", "facile", "difficile", "neutre",
    // Spanish
    "satisfecho", "insatisfecho", "acuerdo", "desacuerdo", "bueno", "malo", "regular", "nunca", "siempre", "fácil",
    "difícil",
  ]

  /// Whether at least three answers are given, and most of them hold a word of degree. Two answers make the same
  /// contrast as words or as numbers, so that there is nothing to ask.
  public static func looksOrdered(_ answers: [String]) -> Bool {
    let different = Set(answers.map { $0.lowercased() })
    guard different.count >= 3 else { return false }
    return different.count(where: hasDegree) * 2 > different.count
  }

  /// Whether an answer holds a word of degree.
  public static func hasDegree(_ answer: String) -> Bool {
    answer.lowercased().split(whereSeparator: { !$0.isLetter }).contains { word in
      stems.contains { word.hasPrefix($0) }
    }
  }
}
