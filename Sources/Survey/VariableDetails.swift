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

  public init(
    question: String? = nil, valueLabels: [ValueLabel] = [], level: Level? = nil, userMissing: [MissingCode] = []
  ) {
    self.question = question
    self.valueLabels = valueLabels
    self.level = level
    self.userMissing = userMissing
  }
}
