/// What came of one group: the whole, or one value of the grouping columns.
public struct GroupedFit<Fit: Sendable>: Sendable {
  /// The grouping columns, and their values; `nil` of the whole.
  public var by: String?
  /// The values of the grouping columns; `nil` of the whole.
  public var value: String?
  /// What the values are called where the columns have value labels; no two groups have the same.
  public var label: String?
  /// What was found in the group.
  public var fit: Fit

  /// A result of a group, or of all.
  public init(by: String? = nil, value: String? = nil, label: String? = nil, fit: Fit) {
    self.by = by
    self.value = value
    self.label = label
    self.fit = fit
  }

  /// What was found in a part of a source.
  init(_ part: SourcePart, fit: Fit) {
    self.init(by: part.by, value: part.value, label: part.label, fit: fit)
  }

  package var key: GroupKey? { by.flatMap { by in value.map { GroupKey(by: by, value: $0, label: label) } } }
  /// `segment = New customers`, by label where there is one; `nil` of the whole.
  public var title: String? { key?.title }
}

/// Which group a row of a table is of.
package struct GroupKey: Sendable, Equatable {
  /// The grouping columns.
  package let by: String
  /// Their values.
  package let value: String
  /// What the values are called; `nil` where they have no labels.
  package let label: String?

  package init(by: String, value: String, label: String? = nil) {
    self.by = by
    self.value = value
    self.label = label
  }

  /// `segment = New customers`.
  package var title: String { "\(by) = \(label ?? value)" }
}
