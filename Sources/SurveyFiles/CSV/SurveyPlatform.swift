/// The survey platform that wrote a file, as its header tells.
enum SurveyPlatform: String {
  case qualtrics = "Qualtrics"
  case surveyMonkey = "SurveyMonkey"
  case googleForms = "Google Forms"
  case limeSurvey = "LimeSurvey"

  /// - Parameters:
  ///   - names: the first row.
  ///   - answer: the first cell of the row below it.
  init?(names: [String], answer: String) {
    let own = Set(names.map { $0.lowercased() })
    func has(_ marks: String...) -> Bool { own.isSuperset(of: marks) }
    if has("responseid", "startdate") || has("responseid", "recordeddate") {
      self = .qualtrics
    } else if has("respondent id", "collector id") {
      self = .surveyMonkey
    } else if has("submitdate", "lastpage") || has("date submitted", "last page")
      || has("submitdate. date submitted", "lastpage. last page")
    {
      self = .limeSurvey
    } else if let first = names.first, Self.timestamps.contains(first),
      names.dropFirst().contains(where: { $0.split(separator: " ").count > 2 }),
      answer.first?.isNumber ?? false, answer.contains(":")
    {
      self = .googleForms
    } else {
      return nil
    }
  }

  /// What the first column of a form's answers is called, in the languages whose answers are known.
  private static let timestamps: Set<String> = [
    "Timestamp", "Tijdstempel", "Zeitstempel", "Tidsstämpel", "Tidsstempel", "Tidsstempler", "Tidsangivelse",
    "Horodateur",
    "Marca temporal",
  ]
}
