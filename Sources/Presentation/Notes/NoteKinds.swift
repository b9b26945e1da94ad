package import Survey

extension NoteKind {
  package static let missingGlyphs = NoteKind(
    "missing_glyphs",
    "characters of a figure that no installed font has",
    advice: "Install a font that has them, or write the figure as SVG.")

  /// What is noted of output.
  package static let outputFamily = Family(
    "Output",
    [
      .missingGlyphs
    ])
}
