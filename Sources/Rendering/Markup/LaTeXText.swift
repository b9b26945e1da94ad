/// Text for LaTeX: what the language would interpret is escaped, and characters that pdfLaTeX does not know are commands.
///
/// XeLaTeX and LuaLaTeX read every character. What neither has a command nor is in the fonts of pdfLaTeX is declared in the preamble
/// (`declarations`), so that it compiles and shows what is missing.
enum LaTeXText {
  static func escaped(_ text: String) -> String { written(TextFlow.clean(text)) }

  /// A line whose blanks stay, as columns of characters need them.
  static func line(_ text: String) -> String { escaped(text).replacing(" ", with: "~") }

  private static func written(_ text: String) -> String {
    var result = ""
    var isAfterDash = false
    for scalar in text.unicodeScalars {
      // Two hyphens would become a dash, `?` and a backquote another mark.
      if scalar == "-" && isAfterDash { result += "{}" }
      isAfterDash = scalar == "-"
      result += command(scalar) ?? String(scalar)
    }
    return result
  }

  private static func command(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\\": "\\textbackslash{}"
    case "&", "%", "$", "#", "_", "{", "}": "\\\(scalar)"
    case "~": "\\textasciitilde{}"
    case "^": "\\textasciicircum{}"
    case "<": "\\textless{}"
    case ">": "\\textgreater{}"
    case "|": "\\textbar{}"
    case "\"": "\\textquotedbl{}"
    case "'": "'{}"
    case "`": "\\textasciigrave{}"
    // At the beginning of a row these two would be read as the argument of the break before it.
    case "[": "{[}"
    case "]": "{]}"
    case "*": "{*}"
    default: symbols[scalar]
    }
  }

  private static let symbols: [Unicode.Scalar: String] = [
    "–": "--", "—": "---", "−": "\\ensuremath{-}", "…": "\\ldots{}", "\u{A0}": "~", "\u{202F}": "\\,",
    "‘": "`", "’": "'", "“": "``", "”": "''", "•": "\\textbullet{}", "·": "\\ensuremath{\\cdot}",
    "×": "\\ensuremath{\\times}", "÷": "\\ensuremath{\\div}", "±": "\\ensuremath{\\pm}",
    "≤": "\\ensuremath{\\leq}", "≥": "\\ensuremath{\\geq}", "≠": "\\ensuremath{\\neq}",
    "≈": "\\ensuremath{\\approx}", "∞": "\\ensuremath{\\infty}", "√": "\\ensuremath{\\surd}",
    "∑": "\\ensuremath{\\sum}", "→": "\\ensuremath{\\rightarrow}", "←": "\\ensuremath{\\leftarrow}",
    "²": "\\textsuperscript{2}", "³": "\\textsuperscript{3}", "¹": "\\textsuperscript{1}", "₀": "\\textsubscript{0}",
    "₁": "\\textsubscript{1}", "₂": "\\textsubscript{2}", "½": "\\ensuremath{\\frac12}",
    "α": "\\ensuremath{\\alpha}", "β": "\\ensuremath{\\beta}", "γ": "\\ensuremath{\\gamma}",
    "δ": "\\ensuremath{\\delta}", "ε": "\\ensuremath{\\varepsilon}", "ζ": "\\ensuremath{\\zeta}",
    "η": "\\ensuremath{\\eta}", "θ": "\\ensuremath{\\theta}", "κ": "\\ensuremath{\\kappa}",
    "λ": "\\ensuremath{\\lambda}", "μ": "\\ensuremath{\\mu}", "ν": "\\ensuremath{\\nu}", "ξ": "\\ensuremath{\\xi}",
    "π": "\\ensuremath{\\pi}", "ρ": "\\ensuremath{\\rho}", "σ": "\\ensuremath{\\sigma}",
    "τ": "\\ensuremath{\\tau}", "φ": "\\ensuremath{\\varphi}", "χ": "\\ensuremath{\\chi}",
    "ψ": "\\ensuremath{\\psi}", "ω": "\\ensuremath{\\omega}", "Δ": "\\ensuremath{\\Delta}",
    "Σ": "\\ensuremath{\\Sigma}", "Ω": "\\ensuremath{\\Omega}", "Λ": "\\ensuremath{\\Lambda}",
    "Φ": "\\ensuremath{\\Phi}", "Ψ": "\\ensuremath{\\Psi}", "Γ": "\\ensuremath{\\Gamma}",
    "│": "\\textbar{}", "─": "--", "█": "\\rule{0.5em}{1.5ex}",
  ]

  /// Whether pdfLaTeX with T1 fonts and UTF-8 input knows a character by itself: ASCII, Latin-1 and most of Latin Extended-A.
  private static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA1...0xAC, 0xAE...0x17F, 0x218...0x21B:
      ![0x126, 0x127, 0x138, 0x149, 0x166, 0x167, 0x17F].contains(scalar.value)
    default: scalar == "\n"
    }
  }

  /// A line of the preamble for each character of the text that pdfLaTeX does not know: it shows the code in a box of its place.
  static func declarations(for text: String) -> [String] {
    var seen: Set<UInt32> = []
    return text.unicodeScalars.filter { !isKnown($0) && seen.insert($0.value).inserted }.map { scalar in
      let code = String(scalar.value, radix: 16, uppercase: true)
      return "  \\DeclareUnicodeCharacter{\(String(repeating: "0", count: max(0, 4 - code.count)) + code)}"
        + "{{\\scriptsize[U+\(code)]}}"
    }
  }
}
