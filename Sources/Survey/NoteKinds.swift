extension NoteKind {
  package static let columnReading = NoteKind(
    "column_reading",
    "a column in use writes its numbers in a way that does not go without saying: an example, and what it is read as",
    advice:
      "Compare the example with the file; where it is misread, write the column's numbers alike or set \(setting: .decimal)."
  )
  package static let weightOffered = NoteKind(
    "weight_offered",
    "the file itself names a column of weights, and nothing was said of weights",
    advice: "Use it with \(setting: .weights), or leave it out knowingly.")
  package static let responsesInDoubt = NoteKind(
    "responses_in_doubt",
    "a survey platform marks responses as previews, tests or unfinished, and they are in the analysis",
    advice: "Leave them out with \(setting: .where), or keep them knowingly.")
  package static let responseSet = NoteKind(
    "response_set",
    "the file lists a question with several answers that is spread over columns: its name, columns, and what counts as chosen",
    advice: "Use it as one driver by its name: \(setting: .groups).")
  package static let codeIsAnswer = NoteKind(
    "code_is_answer",
    "a missing code is an answer to a variable whose own scale holds it",
    advice: "Nothing, if people could answer that; otherwise give the variable codes of its own.")
  package static let codeInOutcome = NoteKind(
    "code_in_outcome",
    "a missing code takes answers from an outcome that has no scale of its own",
    advice: "If people could give that answer, declare the outcome's \(setting: .scale): a code within it is an answer."
  )
  package static let codeUnmatched = NoteKind(
    "code_unmatched",
    "a missing code that no answer in the columns read is",
    advice: "Check how the code is written in the data.")
  package static let conditionUnreadable = NoteKind(
    "condition_unreadable",
    "rows do not meet the condition because what stands in its column is no number",
    advice: "Mend those cells, or leave such rows out knowingly.")
  package static let diagonal = NoteKind(
    "diagonal",
    "what the diagonal of a matrix was said to hold, and what is made of it",
    advice: "Check it against the publication that the matrix is from.")
  package static let driversChosen = NoteKind(
    "drivers_chosen",
    "no drivers were named, and every column of numbers without another role is one",
    advice: "Name them with \(setting: .drivers).")
  package static let variablesChosen = NoteKind(
    "variables_chosen",
    "no variables were named, and every column of numbers without another role is taken",
    advice: "Name them with \(setting: .variables).")
  package static let itemsChosen = NoteKind(
    "items_chosen",
    "no items or constructs were named, and all columns of numbers are taken",
    advice: "Name items with \(setting: .variables), constructs with \(setting: .groups).")
  package static let columnsPassedOver = NoteKind(
    "columns_passed_over",
    "which columns `*` leaves out of the drivers, and why",
    advice: "Name a column to make it a driver all the same.")
  package static let wavesPooled = NoteKind(
    "waves_pooled",
    "all waves are analysed together, as asked",
    advice: "Keep in mind that answers of the same people are not independent.")
  package static let latestWave = NoteKind(
    "latest_wave",
    "only the latest of several waves is analysed",
    advice: "Choose another with \(setting: .wave), or repeat the analysis for each with \(setting: .by).")
  package static let noGroup = NoteKind(
    "no_group",
    "respondents without a value of the columns of \(setting: .by) are left out",
    advice: "See whether they are of one kind.")
  package static let groupLeftOut = NoteKind(
    "group_left_out",
    "a group cannot be analysed, and why; the others are",
    advice: "Join small groups, or leave the group out by \(setting: .where).")
  package static let termsLeftOut = NoteKind(
    "terms_left_out",
    "products and powers of a study have no place in the importance–performance matrix",
    advice: "Look at them in `drivers`.")
  package static let asAnswered = NoteKind(
    "as_answered",
    "items worded the other way round are described as they were answered",
    advice: "Read their means accordingly; only top box is the good end.")

  package static let partLeftOut = NoteKind(
    "part_left_out",
    "a part of a report cannot be made, and why; the others are",
    advice: "Ask the verb of that part, which says more.")
  package static let smallGroup = NoteKind(
    "small_group",
    "a group is left out of a report, because it has too few respondents to be told of, or because others could be told by it",
    advice: "Join small groups, such as by `recode`.")

  /// What is noted where data are read, and drivers, items, waves and groups are chosen.
  package static let surveyFamily = Family(
    "Reading and choosing",
    [
      .columnReading, .weightOffered, .responsesInDoubt, .responseSet, .codeIsAnswer, .codeInOutcome, .codeUnmatched,
      .conditionUnreadable, .diagonal,
      .driversChosen,
      .variablesChosen, .itemsChosen, .columnsPassedOver, .wavesPooled, .latestWave, .noGroup, .groupLeftOut,
      .termsLeftOut, .asAnswered, .partLeftOut, .smallGroup,
    ])
}
