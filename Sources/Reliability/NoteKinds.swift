package import Survey

extension NoteKind {
  package static let singleItem = NoteKind(
    "single_item",
    "a construct of one item, whose reliability cannot be seen in one survey",
    advice: "Ask more than one question of it.")
  package static let tooFewRows = NoteKind(
    "too_few_rows",
    "too few respondents answered all items of a construct, or an item is always the same",
    advice: "Leave the item out that few answered.")
  package static let reversedItems = NoteKind(
    "reversed_items",
    "items go against the others of their construct, and how to turn them",
    advice: "Name those worded the other way round as reversed.")
  package static let negativeAlpha = NoteKind(
    "negative_alpha",
    "α is negative: the items go against each other",
    advice: "Look for reversed items, or take the construct apart.")
  package static let noOneFactorModel = NoteKind(
    "no_one_factor_model",
    "there is no one-factor model, because the correlations are not positive definite",
    advice: "Leave out items that repeat others.")
  package static let noGeneralFactor = NoteKind(
    "no_general_factor",
    "there is no ω hierarchical, as three group factors do not correlate as those of one factor",
    advice: "Take the construct for one factor.")
  package static let noOrdinalAlpha = NoteKind(
    "no_ordinal_alpha",
    "polychoric correlations contradict each other too much for ordinal coefficients",
    advice: "Use those of \(setting: .correlation, "pearson").")
  package static let noRows = NoteKind(
    "no_rows",
    "ordinal coefficients need the respondents' rows",
    advice: "Give the data.")
  /// Said by whoever opens the survey, who knows whether it can be read again.
  package static let commonRespondents = NoteKind(
    "common_respondents",
    "every construct is of the respondents who answered the items of all, because rows were summed and cannot be read again",
    advice: "Give a file of at most 256 MB, or ask for one construct at a time.")
  package static let splitHalvesDrawn = NoteKind(
    "split_halves_drawn",
    "best and worst split halves are of a random choice of them",
    advice: "Nothing.")
  package static let feldtInterval = NoteKind(
    "feldt_interval",
    "without resampling only α has an interval, under assumptions",
    advice: "Resample with \(setting: .bootstrap) for the others.")
  package static let beyondOne = NoteKind(
    "beyond_one",
    "HTMT or a corrected correlation lies outside −1 … 1",
    advice: "Consider joining the two constructs.")
  package static let commonMethod = NoteKind(
    "common_method",
    "what Harman's check shows, and that it shows little",
    advice: "Read nothing into it.")

  /// What is noted of reliability.
  package static let reliabilityFamily = Family(
    "Reliability",
    [
      .singleItem, .tooFewRows, .reversedItems, .negativeAlpha, .noOneFactorModel, .noGeneralFactor, .noOrdinalAlpha,
      .noRows, .commonRespondents, .splitHalvesDrawn, .feldtInterval, .beyondOne, .commonMethod,
    ])
}
