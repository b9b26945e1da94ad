/// The value of a setting as a result records it.
public enum SettingValue: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case number(Double)
  case flag(Bool)
  case list([SettingValue])
  /// Keys in order.
  case mapping([Entry])

  /// A key with its value.
  public struct Entry: Sendable, Equatable {
    /// The key as a study writes it.
    public var key: String
    /// What was said.
    public var value: SettingValue

    /// A key and what was said.
    public init(_ key: String, _ value: SettingValue) {
      self.key = key
      self.value = value
    }
  }

  /// A number, without a point where it is whole.
  static func numeric(_ value: Double) -> SettingValue {
    Int(exactly: value).map(SettingValue.integer) ?? .number(value)
  }

  /// Texts as a list; `nil` without any.
  static func texts(_ values: [String]) -> SettingValue? {
    values.isEmpty ? nil : .list(values.map(SettingValue.text))
  }

  /// A mapping of what is there; `nil` when nothing is.
  static func present(_ entries: [(String, SettingValue?)]) -> SettingValue? {
    let present = entries.compactMap { key, value in value.map { Entry(key, $0) } }
    return present.isEmpty ? nil : .mapping(present)
  }

  /// Names to texts, in order of the names; `nil` without any.
  static func texts(byName values: [String: String]) -> SettingValue? {
    present(values.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
  }
}
