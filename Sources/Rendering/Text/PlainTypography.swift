/// Typographic characters in our own sentences, as a terminal without Unicode can show them. Everything else stays:
/// a name from the data is never rewritten.
func plainTypography(_ text: String) -> String {
  guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
  return text.reduce(into: "") { $0 += substitutes[$1] ?? String($1) }
}

private let substitutes: [Character: String] = [
  "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "…": "...", "²": "^2", "·": "|", "×": "x",
  "≤": "<=", "≥": ">=", "≈": "~", "≠": "!=", "±": "+/-", "→": "->", "∞": "inf", "•": "*", "\u{A0}": " ",
  "\u{202F}": " ", "σ": "sigma", "β": "beta", "Σ": "sum", "χ": "chi", "α": "alpha", "ω": "omega", "φ": "phi",
  "√": "sqrt", "▁": ".", "▂": ":", "▃": "-", "▄": "=", "▅": "+", "▆": "*", "▇": "#", "█": "@",
]
