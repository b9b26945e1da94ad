extension DataFault: CustomStringConvertible {
  /// `sentence`, with settings named as in a study.
  public var description: String { sentence.description }

  /// What is wrong, where, and what to do, in plain sentences; a name or cell of more than 80 characters is cut.
  public var sentence: Sentence {
    var sentence = words
    // Whatever a case carries is cut in whatever sentence it stands.
    for payload in Mirror(reflecting: self).children.flatMap({ Mirror(reflecting: $0.value).children }) {
      let strings =
        payload.value as? [String] ?? (payload.value as? Sentence)?.texts
        ?? [payload.value as? String].compactMap { $0 }
      for long in strings where long.utf8.count > Quotation.limit {
        switch payload.label {
        // Files are told whole, and so is what has a place within it, and our own words.
        case "path", "source", "file", "text", "format", "advice": break
        case "problem", "suggestion", "reason", "role", "what", "analysis", "after":
          sentence = sentence.mappingText { $0.replacing(long, with: Quotation.cutQuotations(in: long)) }
        default: sentence = sentence.mappingText { $0.replacing(long, with: Quotation.cut(long)) }
        }
      }
    }
    return sentence
  }

  private var words: Sentence {
    switch self {
    case .noSuchFile(let path):
      "There is no file '\(path)'. Check the path; `mainspring datasets` lists the data that come with the program."
    case .unreadableFile(let path, let reason):
      "'\(path)' cannot be read: \(reason)."
    case .cannotWrite(let path, let reason):
      "'\(path)' cannot be written: \(reason). Nothing was written."
    case .notUTF8(let source, let line, let byte):
      "\(source), line \(line): byte 0x\(String(byte, radix: 16)) is not UTF-8. Convert the file first, for example: iconv -f WINDOWS-1252 -t UTF-8 old.csv > new.csv."
    case .utf16(let source):
      "\(source) is UTF-16. Convert the file first, for example: iconv -f UTF-16 -t UTF-8 old.csv > new.csv."
    case .nulByte(let source, let line):
      "\(source), line \(line): a NUL byte, which no text holds. The file is damaged, not a text file, or UTF-16: then convert it with iconv -f UTF-16LE -t UTF-8."
    case .emptyInput(let source):
      "\(source) is empty. A data file begins with a line of column names."
    case .noRows(let source):
      "\(source) has column names but no rows below them."
    case .duplicateVariable(let source, let name):
      "\(source) has two columns named '\(name)'. Rename one: columns are chosen by name."
    case .unequalFields(let source, let row, let found, let expected):
      "\(source), row \(row): \(found) fields where the header has \(expected). Look for a stray separator or an unclosed quote there."
    case .unterminatedQuote(let source, let row, let line):
      "\(source), row \(row), line \(line): a quoted field is opened and never closed. Close it, or double a quote that is meant literally."
    case .tornField(let source, let line):
      "\(source), line \(line): a quote opens a field that goes on over the end of the line, and text follows the quote that closes it: rows in between would be swallowed. A text that holds quotes stands in quotes, with its own doubled. Correct that line, or export the file anew."
    case .foreignFormat(let source, let format, let advice):
      "\(source) is \(format), not text with separators. \(advice)."
    case .titleRow(let source, let line, let title, let header):
      "\(source), line \(line): '\(title)' looks like a title; the names of the columns seem to stand in line \(header). Delete what is above them, or insist on the first line with \(setting: .headerRows, "1")."
    case .secondHeader(let source, let line, let example):
      "\(source), line \(line): texts ('\(example)') stand above numbers, as a second row of the header does. Say \(setting: .headerRows, "2") if they are question texts (3 with one more row below to skip), or \(setting: .headerRows, "1") if they are a respondent's answers."
    case .tooManyMissingCodes(let limit):
      "More than \(limit) different missing codes were given. Declare the few that the questionnaire uses."
    case .study(let file, let line, let column, let problem, let suggestion):
      "\(file):\(line):\(column): \(problem)." + sentence(suggestion)
    case .expression(let text, let position, let problem, let suggestion):
      "In the condition '\(text)', at character \(position): \(problem)." + sentence(suggestion)
    case .momentsFile(let source, let problem):
      "\(source): \(problem)."
    case .changedSource(let name, let digest, let recorded):
      "'\(name)' is not what the result was made of: its digest is \(digest), that of the result \(recorded). Put the data as they were beside the result, or run the analysis anew."
    case .referenceFile(let source, let problem, let suggestion):
      "\(source): \(problem). \(suggestion)"
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
      "Column '\(variable)', row \(row): \(number(value)) lies outside the scale \(number(low)) to \(number(high))"
        + (count > 1 ? " (and \(count - 1) more such value\(count > 2 ? "s" : ""))" : "")
        + ". Correct the scale, or declare the value missing with \(setting: .missingCodes, number(value))."
    case .missingCodeInsideScale(let code, let variable, let low, let high):
      "The missing code \(number(code)) lies inside the scale \(number(low)) to \(number(high)) of '\(variable)'. A code must be a number that nobody can answer; correct one of them."
    case .notFinite(let variable, let row, let value):
      "Column '\(variable)', row \(row): \(number(value)) is too large: up to 1e150 a number can be squared. Correct it, leave the field empty, or rescale the column."
    case .productTooLarge(let term, let row):
      "The product '\(term)' is too large in row \(row): up to 1e150 a number can be squared. Rescale its factors, for instance by a power of ten."
    case .constant(let variable, let value):
      "Column '\(variable)' has the same value, \(number(value)), in every row used, so it can neither explain nor be explained. Leave it out, or widen the selection of rows."
    case .tooLittleVariation(let variable, let low, let high):
      "'\(variable)' varies too little to be squared: from \(number(low)) to \(number(high)) in the rows used. Rescale it, for instance by a power of ten; of a product, its factors."
    case .oneCategory(let variable, let category):
      "Column '\(variable)' holds the one category '\(category)' in every row used, so it can explain nothing. Leave it out, or widen the selection of rows."
    case .tooManyCategories(let variable, let count, let limit):
      "Column '\(variable)' holds \(count) different texts; a driver or covariate may have \(limit) categories. If it holds names or remarks leave it out; otherwise join rare categories."
    case .allMissing(let variable):
      "Column '\(variable)' has no value in any row used. Leave it out, or check \(setting: .missingCodes) and \(setting: .where)."
    case .weightMissing(let variable, let row):
      "Weight '\(variable)', row \(row): the weight is missing. Every respondent needs one; give 0 to leave a respondent out."
    case .weightNegative(let variable, let row, let value):
      "Weight '\(variable)', row \(row): \(number(value)) is negative. A weight is zero or positive."
    case .weightTooLarge(let variable, let row, let value):
      "Weight '\(variable)', row \(row): \(number(value)) is too large for a weight. Correct it, or divide all weights by one number."
    case .weightNotWhole(let variable, let row, let value):
      "Weight '\(variable)', row \(row): \(number(value)) is not a whole number, which a frequency must be. For survey weights say \(setting: .weightsKind, "sampling")."
    case .noWeight(let variable):
      "Weight '\(variable)' is zero in every row used, so nobody is left."
    case .categoricalDriver(let variable, let analysis):
      "'\(variable)' holds categories, and \(analysis) needs ratings. Keep it as a covariate instead: \(setting: .always, variable)."
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
    case .loneCluster(let stratum):
      "Stratum '\(stratum)' holds a single cluster, so the variance within it is unknown. Merge it with a similar stratum."
    case .tooManyPlayers(let count, let limit, let analysis):
      "\(analysis) of \(count) drivers is beyond the limit of \(limit). Group drivers with \(setting: .groups), or choose fewer."
    case .tooManyColumns(let count, let limit, let analysis):
      "\(count) columns are more than \(analysis) takes: the limit is \(limit). Choose fewer, or average items into constructs."
    case .tooFewItems(let items, let needed, let analysis):
      "\(items) item\(items == 1 ? "" : "s") \(items == 1 ? "is" : "are") too few for \(analysis): at least \(needed) are needed. Name more with \(setting: .variables)."
    case .tooFewRespondents(let rows, let items, let analysis):
      "\(rows) respondent\(rows == 1 ? "" : "s") cannot carry \(analysis) of \(items) items: there must be more respondents than items, and many more are better. Choose fewer items or collect more answers."
    case .sameItems(let a, let b, let correlation):
      "'\(a)' and '\(b)' correlate at \(correlation < 0 ? "−1: one is the other turned round" : "1: they say the same"). Leave one of them out."
    case .dependentItems(let variable):
      "'\(variable)' is a combination of the items before it, a sum or a mean for instance. Leave it out."
    case .tooManyFactors(let factors, let items, let limit):
      "\(factors) factors are more than \(items) items can tell apart: at most \(limit). Ask for fewer with \(setting: .factors), or extract components with \(setting: .extraction, "components")."
    case .notPositiveDefinite(let what):
      "\(what) is not positive definite: no set of answers has these correlations. With pairwise deletion leave out the columns that few answered, or use \(setting: .missing, "listwise") where enough respondents answered everything; in a published matrix look for a misprint."
    case .correctionInadmissible(let eigenvalue, let a, let b, let correlation):
      "Corrected for unreliability the correlations contradict each other (smallest eigenvalue \(rounded(eigenvalue))): the closest, '\(a)' and '\(b)', would correlate at \(rounded(correlation)). Join constructs that are nearly one, give higher reliabilities with \(setting: .reliability), or leave \(setting: .correct) out."
    case .momentsNotFinite(let variable):
      "The variance of column '\(variable)', or a covariance with it, is beyond the range of double precision. Rescale the column, for instance by a power of ten."
    case .notSymmetric(let a, let b):
      "The matrix gives two different values for '\(a)' with '\(b)'. Correct the one that is misprinted."
    case .ambiguousDiagonal(let source, let variable, let value):
      "\(source): the diagonal holds \(number(value)) for '\(variable)', and no number lies outside -1 to 1: that can be correlations with something else on the diagonal, or covariances. Say what it holds: \(setting: .diagonal, "ones") (√AVE of Fornell and Larcker; ones take its place), \(setting: .diagonal, "reliability") (α or ω; ones take their place) or \(setting: .diagonal, "variances")."
    case .needsRows(let analysis, let suggestion):
      "\(analysis) needs the respondents' rows, and a matrix, or a stream, keeps none. \(suggestion)"
    case .needsN:
      "The file does not say how many respondents it is from. Give their number with \(setting: .n)."
    case .needsMeans(let analysis):
      "\(analysis) needs the mean and the scale of every driver, and they are not all known. Declare the scale with \(setting: .scale), such as \(setting: .scale, "1:7"); in a moments file add rows 'mean,<driver>,,<value>'."
    case .nothingExplained(let outcome):
      "The drivers explain nothing of '\(outcome)', so there are no shares of importance to set against performance. Look at the coefficients with `mainspring drivers`."
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
    case .ordered(let examples):
      let words = examples.map { "'\(Quotation.cut($0))'" }.joined(separator: ", ")
      return "and its answers look ordered (\(words)): a rating in words. Code them as numbers, or \(insist)."
    case .labelled(let example):
      return
        "numbers with labels ('\(Quotation.cut(example))'). Keep the numbers alone if they are ratings, or \(insist)."
    case .many(let count, let rows):
      return
        "\(count) different texts in \(rows) rows: names or remarks rather than categories. Leave it out, join rare ones, or \(insist)."
    }
  }

  private func sentence(_ suggestion: Sentence?) -> Sentence { suggestion.map { " \($0)" } ?? "" }

  private func rounded(_ value: Double) -> String { number((value * 1000).rounded() / 1000) }

  private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
