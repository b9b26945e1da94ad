package import Rendering
package import Studies

extension RunDescription {
  /// The `run` object of a document.
  package var documented: [Document.RunEntry] { entries.map { Document.RunEntry($0.key, $0.value.documented) } }
}

extension SettingValue {
  fileprivate var documented: Document.RunValue {
    switch self {
    case .text(let text): .cell(.text(text))
    case .integer(let number): .cell(.integer(number))
    case .number(let number): .cell(.number(number))
    case .flag(let flag): .cell(.flag(flag))
    case .list(let values): .list(values.map(\.documented))
    case .mapping(let entries): .object(entries.map { Document.RunEntry($0.key, $0.value.documented) })
    }
  }
}
