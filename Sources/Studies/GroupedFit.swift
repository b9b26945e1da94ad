/// What came of one group: the whole, or one value of the grouping columns.
public struct GroupedFit<Fit: Sendable>: Sendable {
  /// The grouping columns, and their values; `nil` of the whole.
  public var by: String?
  public var value: String?
  /// What was found in the group.
  public var fit: Fit

  public init(by: String? = nil, value: String? = nil, fit: Fit) {
    self.by = by
    self.value = value
    self.fit = fit
  }

  package var key: (by: String, value: String)? { by.flatMap { by in value.map { (by, $0) } } }
  /// `segment = new`; `nil` of the whole.
  public var title: String? { key.map { "\($0.by) = \($0.value)" } }
}
