import Rendering
import Studies

/// A JSON Schema (draft 2020-12), as the values that the JSON renderer writes.
enum JSONSchema {
  typealias Value = Document.RunValue
  typealias Entry = Document.RunEntry

  /// Which language of values a schema describes.
  enum Mode {
    /// A study file: numbers and truth values are read as texts where a text is wanted, one value counts as a list, and a key
    /// without a value is absent.
    case written
    /// What a result records.
    case recorded
  }

  static func text(_ string: String) -> Value { .cell(.text(string)) }
  static func flag(_ flag: Bool) -> Value { .cell(.flag(flag)) }
  static func texts(_ strings: [String]) -> Value { .list(strings.map(text)) }

  static func type(_ names: String...) -> Entry { Entry("type", names.count == 1 ? text(names[0]) : texts(names)) }

  /// An object with these keys and no others.
  static func object(_ properties: [Entry], required: [String] = [], and entries: [Entry] = []) -> [Entry] {
    [type("object")] + entries
      + [Entry("properties", .object(properties))]
      + (required.isEmpty ? [] : [Entry("required", texts(required))])
      + [Entry("additionalProperties", flag(false))]
  }

  /// The keywords of a shape.
  static func entries(_ shape: KeyShape, _ mode: Mode) -> [Entry] {
    switch shape {
    case .anything: []
    case .text: mode == .written ? [type("string", "number", "boolean")] : [type("string")]
    case .number: [type("number")]
    case .count: [type("integer")]
    case .seed: mode == .written ? [type("integer"), minimum(0)] : [type("integer", "string")]
    // As files of settings have always said it.
    case .flag:
      mode == .written ? [Entry("enum", .list([flag(true), flag(false), text("yes"), text("no")]))] : [type("boolean")]
    case .word(let words): [Entry("enum", texts(words))]
    case .scale:
      [
        type("array"), Entry("items", .object([type("number")])), Entry("minItems", .cell(.integer(2))),
        Entry("maxItems", .cell(.integer(2))),
      ]
    case .list(let element): list(element, mode)
    case .mapping(let value):
      [type("object"), Entry("additionalProperties", .object(orNothing(value, mode)))]
    case .object(let fields):
      object(
        fields.map { Entry($0.name, .object(orNothing($0.shape, mode))) },
        required: fields.filter(\.isRequired).map(\.name))
    case .either(let shapes): [Entry("anyOf", .list(shapes.map { .object(entries($0, mode)) }))]
    }
  }

  /// A shape, or in a study file nothing.
  static func orNothing(_ shape: KeyShape, _ mode: Mode) -> [Entry] {
    let own = entries(shape, mode)
    guard mode == .written, !own.isEmpty else { return own }
    return [Entry("anyOf", .list([.object(own), .object([type("null")])]))]
  }

  private static func list(_ element: KeyShape, _ mode: Mode) -> [Entry] {
    let list = [type("array"), Entry("items", .object(entries(element, mode)))]
    guard mode == .written else { return list }
    return [Entry("anyOf", .list([.object(list), .object(entries(element, mode))]))]
  }

  private static func minimum(_ number: Int) -> Entry { Entry("minimum", .cell(.integer(number))) }

  /// The whole document.
  static func document(_ title: String, _ description: String, _ entries: [Entry]) -> String {
    JSONRenderer.render(
      .object(
        [
          Entry("$schema", text("https://json-schema.org/draft/2020-12/schema")), Entry("title", text(title)),
          Entry("description", text(description)),
        ] + entries))
  }
}
