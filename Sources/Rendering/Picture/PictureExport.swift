/// A picture as PNG or PDF, drawn by librsvg and cairo, which are loaded when first needed: programs that draw nothing
/// neither need them nor wait for them.
public enum PictureExport {
  /// PNG of `scale` pixels for each pixel of the SVG, never narrower than 2000.
  ///
  /// - Throws: `PictureExportError` when librsvg is not installed, or cannot draw this SVG.
  public static func png(svg: String, scale: Double = 2) throws -> [UInt8] {
    precondition(scale.isFinite && scale > 0, "a positive scale")
    let library = try PictureLibrary.loaded.get()
    let picture = try library.picture(svg)
    defer { library.unref(picture.handle) }
    // Cairo's images end at 32767 pixels.
    let scale = min(max(scale, 2000 / picture.width), 32000 / max(picture.width, picture.height))
    let (width, height) = ((picture.width * scale).rounded(), (picture.height * scale).rounded())
    let surface = library.imageSurfaceCreate(PictureLibrary.argb32, CInt(max(1, width)), CInt(max(1, height)))
    defer { library.surfaceDestroy(surface) }
    try library.draw(picture, on: surface, width: width, height: height)
    let collector = ByteCollector()
    try library.check(library.surfaceWriteToPNGStream(surface, ByteCollector.append, collector.pointer))
    return collector.bytes
  }

  /// PDF of one page in the size of the SVG, a pixel being 1/96 inch. It carries no date: the same SVG is the same bytes.
  ///
  /// - Throws: `PictureExportError` when librsvg is not installed, or cannot draw this SVG.
  public static func pdf(svg: String) throws -> [UInt8] {
    let library = try PictureLibrary.loaded.get()
    let picture = try library.picture(svg)
    defer { library.unref(picture.handle) }
    let (width, height) = (picture.width * 0.75, picture.height * 0.75)
    let collector = ByteCollector()
    let surface = library.pdfSurfaceCreateForStream(ByteCollector.append, collector.pointer, width, height)
    defer { library.surfaceDestroy(surface) }
    library.pdfSurfaceSetMetadata(surface, PictureLibrary.createDate, "")
    try library.draw(picture, on: surface, width: width, height: height)
    library.surfaceFinish(surface)
    try library.check(library.surfaceStatus(surface))
    return collector.bytes
  }

  /// The characters of an SVG for which no installed font has a glyph: a picture shows boxes in their place.
  ///
  /// Pango is asked, which draws the text of librsvg, so that the fonts searched are the same. Each once, in the order
  /// in which they occur; empty when Pango cannot be asked.
  public static func missingGlyphs(svg: String) -> [Character] {
    // Markup, and most text, is ASCII, which every font has.
    var seen: Set<Character> = []
    let others = svg.filter { !$0.isASCII && seen.insert($0).inserted }
    guard !others.isEmpty, let check = GlyphCheck() else { return [] }
    return others.filter { !check.hasGlyphs(for: $0) }
  }
}

/// Why a picture could not be made, in words.
public struct PictureExportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What stood in the way.
  public enum Reason: Sendable, Equatable {
    /// A library, or a function of it, is not on this machine.
    case missingLibrary(String)
    /// librsvg or cairo refused; their own words.
    case notDrawn(String)
  }
  /// What stood in the way.
  public var reason: Reason

  package init(reason: Reason) { self.reason = reason }

  /// A sentence that says what to install, or to write instead.
  public var description: String {
    switch reason {
    case .missingLibrary(let name):
      "PNG and PDF need librsvg, and \(name) could not be loaded. Install the Debian package librsvg2-2 "
        + "(apt-get install librsvg2-2 fonts-dejavu-core), or write .svg, which needs nothing."
    case .notDrawn(let words): "The picture could not be drawn: \(words)."
    }
  }
}

/// Takes the bytes that cairo hands over in pieces.
private final class ByteCollector {
  var bytes: [UInt8] = []

  /// Valid as long as the collector lives.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let append: PictureLibrary.Write = { closure, data, length in
    guard let closure, let data else { return 0 }
    let collector = Unmanaged<ByteCollector>.fromOpaque(closure).takeUnretainedValue()
    collector.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return 0
  }
}
