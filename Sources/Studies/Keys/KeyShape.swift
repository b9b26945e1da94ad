import Importance
import Insight
import Survey

/// What the value of a key may look like.
///
/// Said beside the function that reads the key, so that the schema of study files is made of the table that reads them. A shape
/// is never narrower than its reader for what people write; limits of numbers and names of columns are the reader's own affair.
package indirect enum KeyShape: Sendable, Equatable {
  case anything
  /// A text, or a number or truth value, which is read as it is written.
  case text
  case number
  /// A whole number.
  case count
  /// A whole number up to 2⁶⁴ − 1; a result records what no signed number holds as a text.
  case seed
  case flag
  /// One of a closed list.
  case word([String])
  /// The two ends of a scale, the bad one first.
  case scale
  /// A list; one value alone counts as a list of one.
  case list(KeyShape)
  /// Names of the writer's choosing, each with such a value.
  case mapping(KeyShape)
  /// Keys from a closed list.
  case object([Field])
  case either([KeyShape])

  /// A key of an object.
  package struct Field: Sendable, Equatable {
    package let name: String
    package let shape: KeyShape
    package let isRequired: Bool

    init(_ name: String, _ shape: KeyShape, required isRequired: Bool = false) {
      (self.name, self.shape, self.isRequired) = (name, shape, isRequired)
    }
  }
}

extension KeyShape {
  static func words<Word: RawRepresentable & CaseIterable>(of _: Word.Type) -> KeyShape
  where Word.RawValue == String {
    .word(Word.allCases.map(\.rawValue))
  }

  /// What is known of a single column.
  static let codebookEntry = object([
    Field("label", .text), Field("scale", .scale), Field("missing", .list(.text)), Field("values", .mapping(.text)),
  ])

  static let weights = either([
    .text, .object([Field("variable", .text, required: true), Field("kind", .words(of: WeightsKind.self))]),
  ])

  static let wave = either([
    .text,
    .object([
      Field("from", .text, required: true),
      Field("by", .word(["year", "quarter", "month", "week"]), required: true),
    ]),
  ])

  /// The items of a construct, alone or with what is known of them.
  static let construct = either([
    .list(.text),
    .object([
      Field("label", .text), Field("items", .list(.text), required: true), Field("scale", .scale),
      Field("reversed", .list(.text)), Field("answered", .count),
    ]),
  ])

  static let outcome = object([Field("label", .text), Field("scale", .scale)])

  /// Measures of importance; several may stand in one text, separated by commas.
  static let methods = either([
    .word(ImportanceMethod.allCases.map(\.rawValue) + [ImportancePerformance.Importance.stated.name, "all"]), .text,
  ])

  static let crosshair = either([.word(["mean", "median", "scale"]), .list(.number)])
}
