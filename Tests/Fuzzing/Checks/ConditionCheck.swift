import Survey

/// Whether `RowCondition` picks the rows that `NaiveCondition` picks, and refuses what that refuses.
package enum ConditionCheck {
  /// A column of every width, text, an odd name, and numbers with text among them.
  static let data = Dataset(
    variables: [
      Variable(name: "wave", values: .int8([1, 1, 2, 2, -112, MissingValue.int8(0)])),
      Variable(name: "age", values: .int16([20, 300, 40, 50, -32752, MissingValue.int16(3)])),
      Variable(name: "x", values: .double([0.5, 1.5, -2, 1e9, .infinity, MissingValue.double(0)])),
      Variable(
        name: "seg",
        values: .text(codes: [0, 1, 0, 2, 3, MissingValue.text(0)], categories: ["new", "old", "2", "\u{E9}t\u{E9}"])),
      Variable(name: "odd name", values: .int8([1, 2, 3, 4, 5, 6])),
      Variable(
        name: "bad", values: .int8([1, 2, 3, 4, 5, MissingValue.int8(2)]),
        unreadable: UnreadableText([(row: 6, text: "l2")])),
    ], rowCount: 6)

  package static func disagreement(_ input: [UInt8]) -> String? {
    guard let text = String(validating: input, as: UTF8.self) else { return nil }
    let naive = try? NaiveCondition.evaluate(text, on: data)
    do {
      let condition = try RowCondition(text)
      let rows = try condition.rows(in: data)
      guard let naive else { return "'\(text)' is accepted and gives \(rows)" }
      if rows != naive.rows { return "'\(text)' gives \(rows) instead of \(naive.rows)" }
      if condition.variables != naive.variables { return "'\(text)' asks for \(condition.variables)" }
      return nil
    } catch let fault as any Fault {
      if let naive { return "'\(text)' is refused (\(fault)) instead of giving \(naive.rows)" }
      if case .expression(let quoted, let position, let problem, _)? = fault as? SyntaxFault {
        if quoted != text { return "the fault is one of '\(quoted)', not of '\(text)'" }
        if !(1...text.count + 1 ~= position) || problem.description.isEmpty {
          return "a fault at \(position) of '\(text)'"
        }
      }
      return nil
    } catch { return "'\(text)': \(error) is no fault of the data" }
  }
}
