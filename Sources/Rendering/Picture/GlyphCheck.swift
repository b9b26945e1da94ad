/// Asks Pango, which librsvg draws text with, whether the installed fonts have a glyph.
///
/// Declarations follow `pango/pango-layout.h` (`pango_layout_get_unknown_glyphs_count`, 1.16 and later),
/// `pango/pango-font.h` and `pango/pangocairo.h`.
final class GlyphCheck {
  private typealias Pointer = UnsafeMutableRawPointer

  private typealias SetText = @convention(c) (Pointer, UnsafePointer<CChar>, CInt) -> Void
  private typealias Count = @convention(c) (Pointer) -> CInt
  private typealias Release = @convention(c) (Pointer) -> Void

  private let setText: SetText
  private let unknownGlyphs: Count
  private let unref: Release
  private let context: Pointer
  private let layout: Pointer

  /// `nil` where Pango or one of its functions is missing: then nothing is known.
  init?() {
    typealias Make = @convention(c) () -> Pointer?
    typealias MakeOf = @convention(c) (Pointer) -> Pointer?
    guard let pango = try? Library("libpango-1.0.so.0"), let cairo = try? Library("libpangocairo-1.0.so.0"),
      let gobject = try? Library("libgobject-2.0.so.0"),
      let fontMap = try? cairo.function("pango_cairo_font_map_get_default"),
      let newContext = try? pango.function("pango_font_map_create_context"),
      let newLayout = try? pango.function("pango_layout_new"),
      let describe = try? pango.function("pango_font_description_from_string"),
      let setDescription = try? pango.function("pango_layout_set_font_description"),
      let freeDescription = try? pango.function("pango_font_description_free"),
      let setText = try? pango.function("pango_layout_set_text"),
      let unknown = try? pango.function("pango_layout_get_unknown_glyphs_count"),
      let unref = try? gobject.function("g_object_unref")
    else { return nil }
    let release = unsafeBitCast(unref, to: Release.self)
    // The default font map belongs to Pango; context and layout are ours.
    guard let map = unsafeBitCast(fontMap, to: Make.self)(),
      let context = unsafeBitCast(newContext, to: MakeOf.self)(map)
    else { return nil }
    guard let layout = unsafeBitCast(newLayout, to: MakeOf.self)(context) else {
      release(context)
      return nil
    }
    (self.context, self.layout, self.unref) = (context, layout, release)
    self.setText = unsafeBitCast(setText, to: SetText.self)
    unknownGlyphs = unsafeBitCast(unknown, to: Count.self)
    let from = unsafeBitCast(describe, to: (@convention(c) (UnsafePointer<CChar>) -> Pointer?).self)
    let set = unsafeBitCast(setDescription, to: (@convention(c) (Pointer, Pointer) -> Void).self)
    let free = unsafeBitCast(freeDescription, to: Release.self)
    if let description = from("DejaVu Sans,Helvetica,Arial,sans-serif 12") {
      set(layout, description)
      free(description)
    }
  }

  deinit {
    unref(layout)
    unref(context)
  }

  func hasGlyphs(for character: Character) -> Bool {
    let text = String(character)
    setText(layout, text, CInt(text.utf8.count))
    return unknownGlyphs(layout) == 0
  }
}
