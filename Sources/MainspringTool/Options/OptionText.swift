import ArgumentParser
import Importance
import Insight
import Measures
import Studies
import Survey
import SurveyFiles

/// The small languages of option values.
enum OptionText {
  /// Throws what is wrong with the number of an option, by the rule that the key of a study follows too.
  static func check<Value>(
    _ value: Value?, _ option: String, _ problem: (Value) -> SettingProblem?, _ words: (Value) -> String
  ) throws {
    guard let value, let problem = problem(value) else { return }
    throw ValidationError("\(option) \(words(value)): \(problem.advice).")
  }

  static func check(_ value: Int?, _ option: String, _ problem: (Int) -> SettingProblem?) throws {
    try check(value, option, problem) { "\($0)" }
  }

  /// A whole number is shown without a decimal point, as it was typed.
  static func check(_ value: Double?, _ option: String, _ problem: (Double) -> SettingProblem?) throws {
    try check(value, option, problem) { Int(exactly: $0).map(String.init) ?? "\($0)" }
  }

  /// `1:7` for drivers and their items, `name=0:10` for one variable; the bad end comes first.
  static func scale(_ text: String, into study: inout StudySpecification) throws {
    let parts = Selection.assignment(text)
    guard let scale = RatingScale(parts?.value ?? text) else {
      throw ValidationError(
        "--scale \(text): write the bad end, a colon and the good end, such as 1:7 or recommend=0:10.")
    }
    guard let parts else {
      study.scale = scale
      return
    }
    for name in Selection.split(parts.name) {
      study.variables[name, default: StudySpecification.CodebookEntry()].scale = scale
    }
  }

  /// The sort of correlation that drivers and factors start from. Partial and polyserial ones are words too, so that the
  /// analysis can say why they are none; `--help` does not offer them.
  static func correlation(_ text: String) throws -> CorrelationMethod {
    guard let method = CorrelationMethod(rawValue: text) else {
      throw ValidationError("there are pearson, spearman, kendall, polychoric and mixed.")
    }
    return method
  }

  /// `gender=female:0.51,male:0.49`, of cells `age:region=young:north:0.1,…`: what stands behind the last colon is the target.
  static func margin(_ text: String) throws -> RakingSpecification.Margin {
    let (name, list) = try pair(text, option: "--margins", example: "gender=female:0.51,male:0.49")
    return RakingSpecification.Margin(
      variables: RakingSpecification.parts(name),
      targets: try Selection.split(list).map { entry in
        guard let colon = entry.lastIndex(of: ":"), let value = Double(entry[entry.index(after: colon)...]) else {
          throw ValidationError("--margins \(text): '\(entry)' has no target; write for example female:0.51.")
        }
        return .init(cell: RakingSpecification.parts(String(entry[..<colon])), value: value)
      })
  }

  /// Two numbers with a comma between them.
  static func limits(_ text: String, _ option: String) throws -> [Double] {
    let parts = text.split(separator: ",").map { Double($0) }
    guard parts.count == 2, let low = parts[0], let high = parts[1] else {
      throw ValidationError("\(option) \(text): give two numbers, such as 0.3,3.")
    }
    return [low, high]
  }

  /// How replicate weights were made.
  static func replicateKind(_ text: String) throws -> ReplicateKind {
    guard let kind = ReplicateKind(text) else {
      throw ValidationError("--replicate-type \(text): there are jk1, jkn, brr, fay=0.5, bootstrap and sdr.")
    }
    return kind
  }

  /// Numbers with commas between them, one for each replicate.
  static func factors(_ text: String) throws -> [Double] {
    try text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      guard let value = Double(part.trimmingPrefix { $0 == " " }) else {
        throw ValidationError("--replicate-rscales: '\(part)' is not a number; write for example 0.9,0.9,0.75.")
      }
      return value
    }
  }

  /// `product=prod1,prod2`: drivers that count as one.
  static func group(_ text: String, option: String) throws -> StudySpecification.Group {
    let (name, items) = try pair(text, option: option, example: "product=prod1,prod2")
    return StudySpecification.Group(name: name, items: Selection.split(items))
  }

  /// The same, or the name of a multiple-response set of the file.
  static func groupOrSet(_ text: String, option: String) throws -> StudySpecification.Group {
    let name = Selection.unquoted(Selection.trimmed(text))
    guard !text.contains("="), !text.contains(","), !name.isEmpty else { return try group(text, option: option) }
    return StudySpecification.Group(name: MultipleResponseSet.plain(name), items: [])
  }

  /// `q1:q9=Bad,Fair,Good`: answers in words, the worst first.
  static func levels(_ text: String) throws -> GivenLevels {
    let (columns, answers) = try pair(text, option: "--levels", example: "q1:q9=Bad,Fair,Good")
    let levels = Selection.split(answers).map(Selection.unquoted)
    guard levels.count > 1, Set(levels).count == levels.count else {
      throw ValidationError("--levels \(text): name at least two different answers, the worst first.")
    }
    return GivenLevels(columns: Selection.split(columns), levels: levels)
  }

  static func pair(_ text: String, option: String, example: String) throws -> (name: String, value: String) {
    guard let pair = Selection.assignment(text) else {
      throw ValidationError("\(option) \(text): write two names with = between them, such as \(example).")
    }
    return pair
  }

  /// Measures of importance by name, separated by commas.
  static func methods(_ text: String) throws -> [ImportancePerformance.Importance] {
    do {
      return try ImportancePerformance.Importance.named(Selection.split(text))
    } catch {
      let names = ImportanceMethod.allCases.map(\.rawValue)
      throw noChoice(error.name, "method", among: names)
    }
  }

  static func correction(_ text: String) throws -> ErrorCorrection {
    guard let correction = ErrorCorrection(rawValue: text) else {
      throw DataFault.request(
        problem: "Importance cannot be corrected for '\(text)'",
        suggestion: "There are: \(ErrorCorrection.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return correction
  }

  private static func noChoice(_ word: String, _ what: String, among names: [String]) -> DataFault {
    let near = Spelling.nearest(to: word, among: names, limit: 1)
    return DataFault.request(
      problem: "There is no \(what) '\(word)'",
      suggestion: (near.first.map { "Did you mean '\($0)'? " } ?? "") + "There are: \(names.joined(separator: ", ")).")
  }
}
