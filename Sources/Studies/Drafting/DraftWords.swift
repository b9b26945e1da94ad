/// Beginnings of words by which a column's part is told: English, Dutch, German, Danish, Norwegian, Swedish, French, Spanish.
enum DraftWords {
  /// One is asked to recommend.
  static let recommendation = [
    "recommend", "nps", "netpro", "promoter", "aanbevel", "aanraden", "empfehl", "anbefal", "rekommend", "recomend",
    "recommand", "recomiend",
  ]
  /// One is asked what one means to do: buy again, come back, stay.
  static let intention = [
    "again", "repurchase", "rebuy", "return to", "renew", "loyal", "intention", "opnieuw", "wieder", "erneut", "igen",
    "igjen", "igång", "återköp", "genkøb", "gjenkjøp", "de nouveau", "racheter", "renouvel", "volver", "de nuevo",
    "otra vez", "repeat",
  ]
  /// Satisfaction as a whole.
  static let overall = [
    "overall", "satisf", "as a whole", "tevreden", "zufrieden", "tilfreds", "fornøyd", "nöjd", "rating", "q_all",
  ]
  static let weight = ["weight", "gewicht", "weging", "wgt", "poids", "vægt", "vekt", "vikt", "ponder", "peso"]
  static let wave = ["wave", "welle", "year", "period", "quarter", "month", "golf", "bølge", "våg", "vague", "ola"]
  /// Columns about the interview, not about the matter.
  static let technical = [
    "duration", "progress", "latitude", "longitude", "startdate", "enddate", "recordeddate", "ipaddress", "collector",
    "respondent", "responseid", "finished", "status", "interviewer", "userlanguage", "interview language",
  ]
  /// Whole names of columns about the interview.
  static let technicalNames: Set<String> = [
    "lang", "language", "sprache", "taal", "langue", "idioma", "språk", "sprog",
  ]

  /// Whole names of weights.
  static let weightNames: Set<String> = ["w", "wt", "wts", "pond"]
  /// Columns of a sample's design.
  static let strata = ["strat", "schicht"]
  static let cluster = ["cluster", "psu", "klumpen", "klynge", "kluster"]

  /// Whether a column is about the interview, not about the matter.
  static func isTechnical(_ profile: ColumnProfile) -> Bool {
    has(profile.words, technical) || technicalNames.contains(profile.name.lowercased())
  }

  static func has(_ words: String, _ stems: [String]) -> Bool { stems.contains { words.contains($0) } }
}
