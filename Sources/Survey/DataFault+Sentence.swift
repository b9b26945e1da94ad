extension DataFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    switch self {
    case .noSuchVariable(let name, let nearest):
      "There is no column '\(name)'."
        + (nearest.isEmpty
          ? " `mainspring describe` lists the columns."
          : " Did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?")
    case .noMatch(let pattern):
      "No column matches '\(pattern)'. `mainspring describe` lists the columns."
    case .twoRoles(let name, let first, let second):
      "'\(name)' is both \(first) and \(second). A column has one role: take it out of one of them."
    case .missingRole(let role, let suggestion):
      "No \(role) is named. \(suggestion)"
    case .notNumeric(let variable, let row, let value, let count):
      "Column '\(variable)', row \(row): '\(value)' is not a number"
        + (count > 1 ? " (and \(count - 1) more such value\(count > 2 ? "s" : ""))" : "")
        + ". " + advice(onUnreadable: value, row: row)
    case .notCategorical(let variable, let look):
      "Column '\(variable)' holds text, " + advice(on: look, variable)
    case .textVariable(let variable, let role):
      "Column '\(variable)' holds text and cannot be \(role). Name a column of numbers, or code the answers as numbers."
    case .outsideScale(let variable, let row, let value, let low, let high, let count):
      "Column '\(variable)', row \(row): \(Sentence.number(value)) lies outside the scale \(Sentence.number(low)) to \(Sentence.number(high))"
        + (count > 1 ? " (and \(count - 1) more such value\(count > 2 ? "s" : ""))" : "")
        + ". Correct the scale, or declare the value missing with \(setting: .missingCodes, Sentence.number(value))."
    case .missingCodeInsideScale(let code, let variable, let low, let high):
      "The missing code \(Sentence.number(code)) lies inside the scale \(Sentence.number(low)) to \(Sentence.number(high)) of '\(variable)'. A code must be a number that nobody can answer; correct one of them."
    case .notFinite(let variable, let row, let value):
      "Column '\(variable)', row \(row): \(Sentence.number(value)) is too large: up to 1e150 a number can be squared. Correct it, leave the field empty, or rescale the column."
    case .productTooLarge(let term, let row):
      "The product '\(term)' is too large in row \(row): up to 1e150 a number can be squared. Rescale its factors, for instance by a power of ten."
    case .constant(let variable, let value):
      "Column '\(variable)' has the same value, \(Sentence.number(value)), in every row used, so it can neither explain nor be explained. Leave it out, or widen the selection of rows."
    case .tooLittleVariation(let variable, let low, let high):
      "'\(variable)' varies too little to be squared: from \(Sentence.number(low)) to \(Sentence.number(high)) in the rows used. Rescale it, for instance by a power of ten; of a product, its factors."
    case .oneCategory(let variable, let category):
      "Column '\(variable)' holds the one category '\(category)' in every row used, so it can explain nothing. Leave it out, or widen the selection of rows."
    case .tooManyCategories(let variable, let count, let limit):
      "Column '\(variable)' holds \(count) different texts; a driver or covariate may have \(limit) categories. If it holds names or remarks leave it out; otherwise join rare categories."
    case .allMissing(let variable):
      "Column '\(variable)' has no value in any row used. Leave it out, or check \(setting: .missingCodes) and \(setting: .where)."
    case .notOrdinal(let variable, let distinct, let limit):
      "Column '\(variable)' is not a rating: its \(distinct) different numbers are not whole, or more than \(limit). Take it as measured, with the method mixed, or leave it out."
    case .dependentVariable(let variable, let analysis):
      "Column '\(variable)' is determined by the others, so \(analysis) are not defined. Leave it, or one of those that it repeats, out."
    case .noRowsLeft(let after, let lost):
      lost.isEmpty
        ? "No row is left after \(after)."
        : "No row is left after \(after). Missing answers by row: \(lost.prefix(6).map { "'\($0.variable)' \($0.rows)" }.joined(separator: ", "))\(lost.count > 6 ? " and other columns" : ""). Leave out a column that hardly anybody answered; \(setting: .missing, "pairwise") takes each pair's own answers, where the pairs do not contradict each other."
    case .tooFewRows(let rows, let needed, let analysis):
      "\(rows) usable row\(rows == 1 ? "" : "s") \(rows == 1 ? "is" : "are") too few for \(analysis): at least \(needed) are needed. Use fewer drivers or more respondents."
    case .tooFewCommonRows(let a, let b, let rows):
      "Only \(rows) respondent\(rows == 1 ? "" : "s") answered both '\(a)' and '\(b)' with answers that differ: too few for pairwise deletion. Leave one of them out."
    case .tooFewClusters(let clusters):
      "\(clusters) cluster\(clusters == 1 ? "" : "s") cannot carry clustered errors: at least 2 are needed."
    case .tooManyColumns(let count, let limit, let analysis):
      "\(count) columns are more than \(analysis) takes: the limit is \(limit). Choose fewer, or average items into constructs."
    case .notPositiveDefinite(let what):
      "\(what) is not positive definite: no set of answers has these correlations. With pairwise deletion leave out the columns that few answered, or use \(setting: .missing, "listwise") where enough respondents answered everything; in a published matrix look for a misprint."
    case .momentsNotFinite(let variable):
      "The variance of column '\(variable)', or a covariance with it, is beyond the range of double precision. Rescale the column, for instance by a power of ten."
    case .needsRows(let analysis, let suggestion):
      "\(analysis) needs the respondents' rows, and a matrix, or a stream, keeps none. \(suggestion)"
    case .request(let problem, let suggestion):
      "\(problem). \(suggestion)"
    }
  }

  /// What to do about a text in a column of numbers. Only a word may be a missing answer.
  private func advice(onUnreadable value: String, row: Int) -> Sentence {
    switch CellLook(value) {
    case .number:
      "It looks like a number that is written in another way than the rest of its column. Write all of them alike, or say with \(setting: .decimal) which mark is meant."
    case .labelled(let number):
      "It looks like the answer \(number) with its label. Write all answers as numbers, or all with a label."
    case .several:
      "It looks like several answers in one cell. Make a column of each answer, with 1 where it was given and 0 where it was not."
    case .words:
      if row == 1, value.count(where: \.isLetter) > 12 {
        "If row 1 holds question texts instead of answers, say \(setting: .headerRows, "2"); otherwise correct it."
      } else if value.count > 40 {
        "Correct it, or empty that cell."
      } else {
        "Correct it, or declare it missing with \(setting: .missingCodes, Selection.shellQuoted(value))."
      }
    }
  }

  private func advice(on look: CategoryLook, _ variable: String) -> Sentence {
    let insist: Sentence =
      "insist on categories with \(setting: .categorical, Selection.shellQuoted(Selection.quoted(variable)))"
    switch look {
    case .numbers(let example, let misfit):
      return "but most of it looks like numbers ('\(Quotation.cut(example))')"
        + (misfit.map { ", while '\(Quotation.cut($0))' does not" } ?? ", which no one way of writing numbers fits")
        + ". Write them alike\(misfit == nil ? "" : ", or declare what is no answer missing with \(setting: .missingCodes)"), or \(insist)."
    case .several(let example):
      return
        "and '\(Quotation.cut(example))' may be two answers in one cell, or a number with a decimal comma (then say \(setting: .decimal, "comma")). Make a column of each answer, or \(insist)."
    case .codes(let codes):
      let order = codes.joined(separator: ",")
      return
        "the codes of answers (\(codes.prefix(3).map { "'\($0)'" }.joined(separator: ", "))), and only the questionnaire tells their order. Say it, the worst first, with \(setting: .levels, Selection.shellQuoted("\(Selection.quoted(variable))=\(order)")), or \(insist)."
    case .ordered(let examples):
      let words = examples.map { "'\(Quotation.cut($0))'" }.joined(separator: ", ")
      return
        "and its answers look ordered (\(words)): a rating in words that is on no known scale. Say their order, the worst first, with \(setting: .levels, "\(Selection.quoted(variable))=…"), or \(insist)."
    case .labelled(let example):
      return
        "numbers with labels ('\(Quotation.cut(example))'). Keep the numbers alone if they are ratings, or \(insist)."
    case .many(let count, let rows):
      return
        "\(count) different texts in \(rows) rows: names or remarks rather than categories. Leave it out, join rare ones, or \(insist)."
    }
  }
}
