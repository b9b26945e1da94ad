/// The decimal mark of numbers for people: of tables, sentences, bars and figures.
///
/// It is a value of a run: whoever makes and renders a document does so within `$usesDecimalComma.withValue(_:)`. JSON, and CSV unless
/// its settings say otherwise, have points always.
public enum NumberStyle {
  /// Whether numbers written in this task have a decimal comma.
  @TaskLocal public static var usesDecimalComma = false

  /// A number that was written with a decimal point.
  package static func localized(_ number: String) -> String {
    usesDecimalComma ? number.replacing(".", with: ",") : number
  }
}
