extension Messages {
  /// Notes on reading a survey, on rows, weights and groups, part 2 of 2.
  static let readingNotes2: StaticString = #"""
    en {0}: the fit is perfect and F infinite, as certified. JSON writes null for it.
    nl {0}: de fit is volmaakt en F oneindig, zoals gecertificeerd. JSON schrijft er null voor.
    nb {0}: tilpasningen er perfekt og F uendelig, som sertifisert. JSON skriver null for den.
    sv {0}: anpassningen är perfekt och F oändligt, som certifierat. JSON skriver null för det.
    de {0}: Die Anpassung ist vollkommen und F unendlich, wie zertifiziert. JSON schreibt dafür null.
    en {0} rows without an answer or a group are left out.
    nl {0} rijen zonder antwoord of groep zijn weggelaten.
    nb {0} rader uten svar eller gruppe er utelatt.
    sv {0} rader utan svar eller grupp är utelämnade.
    de {0} Zeilen ohne Antwort oder Gruppe bleiben unberücksichtigt.
    """#
}
