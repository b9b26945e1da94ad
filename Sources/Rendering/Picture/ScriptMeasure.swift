import Synchronization

/// How wide Pango, which librsvg draws text with, sets a text that DejaVu Sans lacks letters of: other scripts, shaped and in
/// their own order.
///
/// Loaded when a figure first has such a text; a machine without Pango assumes an em for each letter. Declarations follow
/// `pango/pango-layout.h`, `pango/pango-font.h` and `pango/pangocairo.h`.
final class ScriptMeasure: Sendable {
  private typealias Pointer = UnsafeMutableRawPointer

  /// What belongs to Pango is used by one thread at a time.
  private struct State: @unchecked Sendable {
    var layout: Pointer
    var plain: Pointer
    var bold: Pointer
    var known: [Key: Double] = [:]
  }

  private struct Key: Hashable {
    var text: String
    var isBold: Bool
  }

  private let state: Mutex<State>
  private let setText: @convention(c) (Pointer, UnsafePointer<CChar>, CInt) -> Void
  private let setFont: @convention(c) (Pointer, Pointer) -> Void
  private let getSize: @convention(c) (Pointer, UnsafeMutablePointer<CInt>, UnsafeMutablePointer<CInt>) -> Void

  /// The one measure of the process; `nil` without Pango.
  static let shared = ScriptMeasure()

  /// Pixels that the measured letters are high, and Pango's units in a pixel.
  private static let size = 100.0
  private static let scale = 1024.0

  private init?() {
    typealias Make = @convention(c) () -> Pointer?
    typealias MakeOf = @convention(c) (Pointer) -> Pointer?
    guard let pango = try? Library("libpango-1.0.so.0"), let cairo = try? Library("libpangocairo-1.0.so.0"),
      let fontMap = try? cairo.function("pango_cairo_font_map_get_default"),
      let newContext = try? pango.function("pango_font_map_create_context"),
      let newLayout = try? pango.function("pango_layout_new"),
      let describe = try? pango.function("pango_font_description_from_string"),
      let setSize = try? pango.function("pango_font_description_set_absolute_size"),
      let setDescription = try? pango.function("pango_layout_set_font_description"),
      let setText = try? pango.function("pango_layout_set_text"),
      let getSize = try? pango.function("pango_layout_get_size")
    else { return nil }
    let from = unsafeBitCast(describe, to: (@convention(c) (UnsafePointer<CChar>) -> Pointer?).self)
    let size = unsafeBitCast(setSize, to: (@convention(c) (Pointer, Double) -> Void).self)
    // The layout keeps its context, and both live as long as the process.
    guard let map = unsafeBitCast(fontMap, to: Make.self)(),
      let context = unsafeBitCast(newContext, to: MakeOf.self)(map),
      let layout = unsafeBitCast(newLayout, to: MakeOf.self)(context),
      let plain = from("DejaVu Sans,Helvetica,Arial,sans-serif"),
      let bold = from("DejaVu Sans,Helvetica,Arial,sans-serif Bold")
    else { return nil }
    for description in [plain, bold] { size(description, Self.size * Self.scale) }
    self.setText = unsafeBitCast(setText, to: type(of: self.setText))
    setFont = unsafeBitCast(setDescription, to: type(of: setFont))
    self.getSize = unsafeBitCast(getSize, to: type(of: self.getSize))
    state = Mutex(State(layout: layout, plain: plain, bold: bold))
  }

  /// In em.
  func width(_ text: String, isBold: Bool) -> Double {
    let key = Key(text: text, isBold: isBold)
    return state.withLock { state in
      if let known = state.known[key] { return known }
      setFont(state.layout, isBold ? state.bold : state.plain)
      setText(state.layout, text, CInt(text.utf8.count))
      var (width, height): (CInt, CInt) = (0, 0)
      getSize(state.layout, &width, &height)
      let em = Double(width) / Self.scale / Self.size
      state.known[key] = em
      return em
    }
  }
}
