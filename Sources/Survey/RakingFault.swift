/// Why weights cannot be made to add up to their targets. Rows count from 1.
public enum RakingFault: Sendable, Equatable {
  /// No margin.
  case nothing
  /// Two margins of the same variables.
  case twice(margin: String)
  /// A target of a cell that does not have as many parts as the margin has variables.
  case wrongCell(margin: String, cell: String, parts: Int)
  /// The same category twice.
  case twoTargets(margin: String, category: String)
  /// Below zero, or no number.
  case badTarget(margin: String, category: String, value: Double)
  /// Zero, and somebody is in the category.
  case zeroTarget(margin: String, category: String, rows: Int)
  /// Shares that are not 1 together, nor percentages 100, and too small for counts.
  case doNotAddUp(margin: String, sum: Double)
  /// Two margins of counts are of different populations.
  case twoTotals(margin: String, total: Double, other: String, otherTotal: Double)
  /// A target of a category in which nobody is.
  case unreachable(margin: String, category: String)
  /// Respondents in a category without a target.
  case withoutTarget(margin: String, category: String, rows: Int, row: Int)
  /// Respondents without an answer to the variable.
  case withoutAnswer(variable: String, rows: Int, row: Int)
  /// Limits that contradict each other.
  case badLimits(setting: String, low: Double, high: Double)
  /// Logit needs bounds about 1, and takes no trimming.
  case logitLimits
  /// A trimming that leaves no respondent room.
  case trimmedAway
  /// The targets cannot all be reached together, or not within the limits.
  case notReached(margin: String, category: String, target: Double, achieved: Double, isLimited: Bool)
  /// Linear factors below zero.
  case negative(rows: Int, row: Int)
  /// Other kinds of weights mean something else.
  case weightsKind(WeightsKind)
  /// A file of margins without these columns.
  case tableColumns(path: String, found: [String])
  /// The column that is to be written is there.
  case nameTaken(String)
  /// Under replicate weights the targets are not reached.
  case replicateNotReached(name: String)
}

extension RakingFault: Fault {
  /// The one place where these cases are worded.
  public var words: Sentence {
    func number(_ value: Double) -> String { Sentence.number(value) }
    switch self {
    case .nothing:
      return
        "There is nothing to rake to. Name a margin with its targets, such as \(setting: .margins, "gender=female:0.51,male:0.49")."
    case .twice(let margin): return "The margin '\(margin)' is given twice. Give its targets once."
    case .wrongCell(let margin, let cell, let parts):
      return
        "Margin '\(margin)': the cell '\(cell)' should have \(parts) parts with colons between them, one for each variable. Write it so, and quote a value that holds a colon."
    case .twoTargets(let margin, let category):
      return "Margin '\(margin)' has two targets of '\(category)'. Give one."
    case .badTarget(let margin, let category, let value):
      return
        "Margin '\(margin)': the target of '\(category)' is \(value.isNaN ? "missing" : number(value)). A target is a share, a percentage or a count, zero or more."
    case .zeroTarget(let margin, let category, let rows):
      return
        "Margin '\(margin)': the target of '\(category)' is 0 and \(rows) respondents are in it, who would be left without a weight. Give them the weight 0, or correct the target."
    case .doNotAddUp(let margin, let sum):
      return
        "The targets of margin '\(margin)' add up to \(number(sum)): neither to 1, as shares do, nor to 100, as percentages do, and for counts they are too few. Correct them, or add the category that is missing."
    case .twoTotals(let margin, let total, let other, let otherTotal):
      return
        "Margin '\(margin)' adds up to \(number(total)) and margin '\(other)' to \(number(otherTotal)): they are not of one population. Correct one of them, or give shares."
    case .unreachable(let margin, let category):
      return
        "Margin '\(margin)': nobody in the sample is in '\(category)', so no weights reach its target. Join it with another category, in the data and among the targets, or correct its name."
    case .withoutTarget(let margin, let category, let rows, let row):
      return
        "Margin '\(margin)': \(rows == 1 ? "a respondent is" : "\(rows) respondents are") in '\(category)', the first in row \(row), and it has no target. Give it one, or give them the weight 0."
    case .withoutAnswer(let variable, let rows, let row):
      return
        "'\(variable)' is missing for \(rows == 1 ? "a respondent" : "\(rows) respondents"), the first in row \(row), who would be left without a weight. Recode them into a category with a target, or give them the weight 0."
    case .badLimits(let name, let low, let high):
      return
        "The limits \(number(low)) and \(number(high)) of '\(name)' leave out 1: a weight must be free to stay as it is. Give a number below 1 and one above it, such as 0.3,3."
    case .logitLimits:
      return
        "Logit calibration runs between two bounds. Give \(setting: .bounds), such as \(setting: .bounds, "0.3,3"), and no \(setting: .trim)."
    case .trimmedAway:
      return
        "The limits of the weights and the bounds of their ratios leave some respondents no weight at all. Widen \(setting: .trim) or \(setting: .bounds)."
    case .notReached(let margin, let category, let target, let achieved, let isLimited):
      return isLimited
        ? "Within the limits the targets cannot be reached: '\(category)' of margin '\(margin)' comes to \(number(achieved)) and should be \(number(target)). Widen \(setting: .bounds) or \(setting: .trim), or join small categories."
        : "The margins contradict each other for these respondents: '\(category)' of margin '\(margin)' comes to \(number(achieved)) and should be \(number(target)), and no weights reach all targets. Join small categories, or leave a margin out."
    case .negative(let rows, let row):
      return
        "Linear calibration gives \(rows == 1 ? "a respondent" : "\(rows) respondents") a negative weight, the first in row \(row). Use \(setting: .method, "raking"), or set \(setting: .bounds), such as \(setting: .bounds, "0.3,3")."
    case .weightsKind(let kind):
      return
        "The weights to start from are said to be of the kind \(kind.rawValue), and only sampling weights can be raked. Leave \(setting: .weightsKind) out."
    case .tableColumns(let path, let found):
      return
        "'\(path)' has the columns \(found.joined(separator: ", ")), and a file of margins has margin, category and target. Name them so."
    case .nameTaken(let name):
      return "The data have a column '\(name)' already. Give the raked weight another name."
    case .replicateNotReached(let name):
      return
        "With the replicate weight '\(name)' the targets cannot be reached: some category is nearly empty in it. Join small categories, or widen the limits."
    }
  }
}
