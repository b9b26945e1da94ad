/// Columns of names that tables of effects share; each row brings what its variables are called.
extension Column {
  static func outcome(
    _ name: @escaping @Sendable (Row) -> (String, [String: String])
  ) -> Column {
    Column(
      names: "outcome", "Outcome", "the outcome", value: { name($0).0 },
      labels: "what it is called; null without a label",
      label: {
        let (own, labels) = name($0)
        return labels[own]
      })
  }

  static func driver(
    _ name: @escaping @Sendable (Row) -> (String, [String: String])
  ) -> Column {
    Column(
      names: "driver", "Driver", "the driver; of categories `variable=level`", value: { name($0).0 },
      labels: "what it is called; null without a label",
      label: {
        let (own, labels) = name($0)
        return labels[own]
      })
  }

  static func through(
    _ names: @escaping @Sendable (Row) -> ([String], [String: String])
  ) -> Column {
    Column(
      names: "through", "Through", "the mediators of the way in their order; null of all ways together",
      value: {
        let (own, _) = names($0)
        return own.isEmpty ? nil : own.joined(separator: " → ")
      }, labels: "what they are called; null without a label",
      label: {
        let (own, labels) = names($0)
        return own.contains { labels[$0] != nil } ? own.map { labels[$0] ?? $0 }.joined(separator: " → ") : nil
      })
  }
}
