import Survey

/// The respondents with one value of the columns that part a survey.
struct SourceGroup {
  /// A value of each column.
  var key: [RowKey]
  var content: LoadedSource.Content
  /// Why the group cannot be analysed; `nil` as far as it was read.
  var fault: (any Fault)?

  static func parts(_ groups: [SourceGroup], _ by: [String], _ names: GroupLabels) -> [SourcePart] {
    // Values that hold a comma could make two groups read alike: then each part is quoted.
    let plain = groups.map { $0.key.map(\.title).joined(separator: ", ") }
    let isAmbiguous = Set(plain).count < plain.count
    let values = groups.map { $0.key.map { isAmbiguous ? "'\($0.title)'" : $0.title }.joined(separator: ", ") }
    let labels = names.labels(of: groups.map(\.key), values: values)
    return groups.enumerated().map { place, group in
      SourcePart(
        by: by.joined(separator: ", "), value: values[place], label: labels[place], content: group.content,
        place: place, count: groups.count, fault: group.fault)
    }
  }

  static func requireFew(_ count: Int, _ by: [String]) throws {
    guard count <= 200 else {
      throw DataFault.request(
        problem: "'\(by.joined(separator: ","))' has more than 200 different values, too many for groups",
        suggestion: "Name a column with few values, such as a segment or a wave.")
    }
  }

  /// `nil` when every respondent, or none, has a group.
  static func note(ungrouped: Int, of rows: Int, _ by: [String]) -> Note? {
    guard ungrouped > 0, ungrouped < rows else { return nil }
    return Note(
      .noGroup,
      "\(ungrouped) of \(rows) respondents have no group, because '\(by.joined(separator: ","))' is missing, and are left out."
    )
  }
}

/// What groups are called by the value labels of their columns.
struct GroupLabels {
  private let labels: [[VariableDetails.ValueLabel]]

  init(_ columns: [Variable]) { labels = columns.map(\.details.valueLabels) }

  /// One for each group, none twice; `nil` where no value has a label.
  ///
  /// - Parameter values: what the groups are called without labels; two that have the same label show it behind.
  func labels(of keys: [[RowKey]], values: [String]) -> [String?] {
    let named = keys.map { key -> String? in
      let own = zip(labels, key).map { labels, value in labels.first { $0.value == value.answer }?.label }
      guard own.contains(where: { $0 != nil }) else { return nil }
      return zip(own, key).map { $0 ?? $1.title }.joined(separator: ", ")
    }
    var counts: [String: Int] = [:]
    for (label, value) in zip(named, values) { counts[label ?? value, default: 0] += 1 }
    return zip(named, values).map { label, value in
      label.map { counts[$0]! > 1 ? "\($0) (\(value))" : $0 }
    }
  }
}
