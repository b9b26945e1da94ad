import Platform

/// The functions of librsvg, cairo and GObject in use, found by name when first needed.
///
/// Declarations follow `librsvg/rsvg.h` (2.46 and later), `cairo.h`, `cairo-pdf.h` (1.16 and later) and `glib-object.h`.
/// All are plain functions without state of ours, so one table serves every thread.
struct PictureLibrary: @unchecked Sendable {
  typealias Pointer = UnsafeMutableRawPointer
  typealias Write = @convention(c) (Pointer?, UnsafePointer<UInt8>?, CUnsignedInt) -> CInt

  struct Picture {
    let handle: Pointer
    let width: Double
    let height: Double
  }

  /// `GError **`.
  typealias Failure = UnsafeMutablePointer<Pointer?>

  /// `CAIRO_FORMAT_ARGB32`, `CAIRO_PDF_METADATA_CREATE_DATE`.
  static let argb32: CInt = 0
  static let createDate: CInt = 5

  let newFromData: @convention(c) (UnsafePointer<UInt8>?, Int, Failure) -> Pointer?
  /// Fills an `RsvgDimensionData`: width and height as `int`, then two doubles.
  let getDimensions: @convention(c) (Pointer, Pointer) -> Void
  /// The third argument is an `RsvgRectangle`: x, y, width, height.
  let renderDocument: @convention(c) (Pointer, Pointer, UnsafePointer<Double>, Failure) -> CInt
  let unref: @convention(c) (Pointer) -> Void
  let errorFree: @convention(c) (Pointer) -> Void
  let imageSurfaceCreate: @convention(c) (CInt, CInt, CInt) -> Pointer
  let pdfSurfaceCreateForStream: @convention(c) (Write, Pointer, Double, Double) -> Pointer
  let pdfSurfaceSetMetadata: @convention(c) (Pointer, CInt, UnsafePointer<CChar>) -> Void
  let surfaceWriteToPNGStream: @convention(c) (Pointer, Write, Pointer) -> CInt
  let surfaceFinish: @convention(c) (Pointer) -> Void
  let surfaceStatus: @convention(c) (Pointer) -> CInt
  let surfaceDestroy: @convention(c) (Pointer) -> Void
  let createContext: @convention(c) (Pointer) -> Pointer
  let contextStatus: @convention(c) (Pointer) -> CInt
  let destroyContext: @convention(c) (Pointer) -> Void
  let statusToString: @convention(c) (CInt) -> UnsafePointer<CChar>?

  static let loaded = Result { () throws(PictureExportError) in try PictureLibrary() }

  private init() throws(PictureExportError) {
    let rsvg = try Library("librsvg-2.so.2")
    let cairo = try Library("libcairo.so.2")
    let gobject = try Library("libgobject-2.0.so.0")
    newFromData = unsafeBitCast(try rsvg.function("rsvg_handle_new_from_data"), to: type(of: newFromData))
    getDimensions = unsafeBitCast(try rsvg.function("rsvg_handle_get_dimensions"), to: type(of: getDimensions))
    renderDocument = unsafeBitCast(try rsvg.function("rsvg_handle_render_document"), to: type(of: renderDocument))
    unref = unsafeBitCast(try gobject.function("g_object_unref"), to: type(of: unref))
    // From GLib, which GObject brings along.
    errorFree = unsafeBitCast(try gobject.function("g_error_free"), to: type(of: errorFree))
    imageSurfaceCreate = unsafeBitCast(
      try cairo.function("cairo_image_surface_create"), to: type(of: imageSurfaceCreate))
    pdfSurfaceCreateForStream = unsafeBitCast(
      try cairo.function("cairo_pdf_surface_create_for_stream"), to: type(of: pdfSurfaceCreateForStream))
    pdfSurfaceSetMetadata = unsafeBitCast(
      try cairo.function("cairo_pdf_surface_set_metadata"), to: type(of: pdfSurfaceSetMetadata))
    surfaceWriteToPNGStream = unsafeBitCast(
      try cairo.function("cairo_surface_write_to_png_stream"), to: type(of: surfaceWriteToPNGStream))
    surfaceFinish = unsafeBitCast(try cairo.function("cairo_surface_finish"), to: type(of: surfaceFinish))
    surfaceStatus = unsafeBitCast(try cairo.function("cairo_surface_status"), to: type(of: surfaceStatus))
    surfaceDestroy = unsafeBitCast(try cairo.function("cairo_surface_destroy"), to: type(of: surfaceDestroy))
    createContext = unsafeBitCast(try cairo.function("cairo_create"), to: type(of: createContext))
    contextStatus = unsafeBitCast(try cairo.function("cairo_status"), to: type(of: contextStatus))
    destroyContext = unsafeBitCast(try cairo.function("cairo_destroy"), to: type(of: destroyContext))
    statusToString = unsafeBitCast(try cairo.function("cairo_status_to_string"), to: type(of: statusToString))
  }

  /// The SVG, read; the caller unrefs its handle.
  func picture(_ svg: String) throws(PictureExportError) -> Picture {
    var failure: Pointer?
    let bytes = Array(svg.utf8)
    guard let handle = newFromData(bytes, bytes.count, &failure) else { throw error(failure) }
    let (width, height) = withUnsafeTemporaryAllocation(byteCount: 24, alignment: 8) { dimensions in
      getDimensions(handle, dimensions.baseAddress!)
      return (dimensions.load(as: CInt.self), dimensions.load(fromByteOffset: 4, as: CInt.self))
    }
    guard width > 0, height > 0 else {
      unref(handle)
      throw PictureExportError(reason: .notDrawn("the SVG has no size"))
    }
    return Picture(handle: handle, width: Double(width), height: Double(height))
  }

  func draw(_ picture: Picture, on surface: Pointer, width: Double, height: Double) throws(PictureExportError) {
    try check(surfaceStatus(surface))
    let context = createContext(surface)
    defer { destroyContext(context) }
    try check(contextStatus(context))
    var failure: Pointer?
    guard renderDocument(picture.handle, context, [0, 0, width, height], &failure) != 0 else { throw error(failure) }
    try check(contextStatus(context))
  }

  func check(_ status: CInt) throws(PictureExportError) {
    guard status != 0 else { return }
    throw PictureExportError(reason: .notDrawn(statusToString(status).map { String(cString: $0) } ?? "cairo \(status)"))
  }

  /// librsvg's own words: the `message` of a `GError`, which follows `domain` and `code`.
  private func error(_ failure: Pointer?) -> PictureExportError {
    guard let failure else { return PictureExportError(reason: .notDrawn("librsvg gave no reason")) }
    defer { errorFree(failure) }
    let message = failure.load(fromByteOffset: 8, as: UnsafePointer<CChar>?.self)
    return PictureExportError(reason: .notDrawn(message.map { String(cString: $0) } ?? "librsvg gave no reason"))
  }
}

/// A shared library, never closed: GObject's types cannot be unloaded.
struct Library {
  let name: String
  let handle: UnsafeMutableRawPointer

  init(_ name: String) throws(PictureExportError) {
    guard let handle = dlopen(name, RTLD_NOW) else {
      throw PictureExportError(reason: .missingLibrary(name))
    }
    self.name = name
    self.handle = handle
  }

  func function(_ symbol: String) throws(PictureExportError) -> UnsafeMutableRawPointer {
    guard let pointer = dlsym(handle, symbol) else {
      throw PictureExportError(reason: .missingLibrary("\(symbol) of \(name)"))
    }
    return pointer
  }
}
