/// What a file says of a column besides its name and its answers.
///
/// CSV knows question texts alone; formats of statistical programs know all of it.
public struct VariableDetails: Sendable, Equatable {
  /// What an answer stands for: `1` is "not at all".
  public struct ValueLabel: Sendable, Equatable {
    /// The answer as it stands in the data.
    public enum Value: Sendable, Equatable {
      case number(Double)
      case text(String)
    }

    /// The answer.
    public var value: Value
    /// What it is called.
    public var label: String

    /// A label of one answer.
    public init(_ value: Value, _ label: String) {
      self.value = value
      self.label = label
    }
  }

  /// What may be done with a variable's values.
  public enum Level: String, Sendable, CaseIterable {
    /// Names: only equal or not.
    case nominal
    /// In order, without distances.
    case ordinal
    /// Numbers with distances.
    case scale
  }

  /// The question as it was asked; a report that has no shorter label shows it.
  public var question: String?
  /// In the order of the file; empty where answers have no names.
  public var valueLabels: [ValueLabel] = []
  /// `nil` where the file does not say.
  public var level: Level?
  /// The scale that its answers in words were recognised to be on; `nil` of anything else.
  public var scale: RatingScale?
  /// Answers that the file itself declares missing: single values and ranges.
  public var userMissing: [MissingCode] = []

  /// What a file says; nothing where nothing is given.
  public init(
    question: String? = nil, valueLabels: [ValueLabel] = [], level: Level? = nil, userMissing: [MissingCode] = []
  ) {
    self.question = question
    self.valueLabels = valueLabels
    self.level = level
    self.userMissing = userMissing
  }
}

extension VariableDetails.ValueLabel.Value {
  /// An answer as a study file writes it: a number where it reads as one.
  package init(_ text: String) {
    self = Double(text).flatMap { $0.isFinite ? .number($0) : nil } ?? .text(text)
  }

  /// The answer as it is written; a whole number without a point.
  package var text: String {
    switch self {
    case .text(let text): text
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    }
  }
}

extension VariableDetails {
  /// The value labels of the file, those of the study in the place of the ones for the same answers.
  mutating func name(_ named: [ValueLabel]) {
    let answers = Set(named.map(\.value.text))
    valueLabels = named + valueLabels.filter { !answers.contains($0.value.text) }
  }
}

extension Dataset {
  /// The data with the value labels that a study gives them.
  package func labelled(by study: StudySpecification) -> Dataset {
    guard study.variables.contains(where: { !$0.value.values.isEmpty }) else { return self }
    let columns = variables.map { variable in
      var copy = variable
      if let entry = study.variables[variable.name], !entry.values.isEmpty { copy.details.name(entry.values) }
      return copy
    }
    return Dataset(variables: columns, rowCount: rowCount, firstRow: firstRow, rowNumbers: rowNumbers)
  }
}
