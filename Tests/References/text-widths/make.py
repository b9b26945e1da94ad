# Advance widths of texts in em, as cairo measures them with the installed DejaVu Sans (hinting off, no kerning).
# python3 make.py > widths.tsv        columns: text, regular, bold
import ctypes

cairo = ctypes.CDLL("libcairo.so.2")
for name in ("cairo_image_surface_create", "cairo_create", "cairo_font_options_create"):
    getattr(cairo, name).restype = ctypes.c_void_p
cairo.cairo_version_string.restype = ctypes.c_char_p


class Extents(ctypes.Structure):
    _fields_ = [(n, ctypes.c_double) for n in ("x_bearing", "y_bearing", "width", "height", "x_advance", "y_advance")]


surface = ctypes.c_void_p(cairo.cairo_image_surface_create(0, 10, 10))
context = ctypes.c_void_p(cairo.cairo_create(surface))
options = ctypes.c_void_p(cairo.cairo_font_options_create())
cairo.cairo_font_options_set_hint_style(options, 1)  # CAIRO_HINT_STYLE_NONE
cairo.cairo_font_options_set_hint_metrics(options, 1)  # CAIRO_HINT_METRICS_OFF
cairo.cairo_set_font_options(context, options)
cairo.cairo_set_font_size(context, ctypes.c_double(2048))


def width(text, bold):
    cairo.cairo_select_font_face(context, b"DejaVu Sans", 0, int(bold))
    extents = Extents()
    cairo.cairo_text_extents(context, text.encode(), ctypes.byref(extents))
    return extents.x_advance / 2048


print(f"# cairo {cairo.cairo_version_string().decode()}, fonts-dejavu-core 2.37-6")
texts = ["A", "i", " ", "Keep up the good work", "Concentrate here", "Product quality", "37.1 %", "−0.12", "0–100",
         "Zürich, Łódź, Çeşme, Ångström", "Ικανοποίηση πελατών", "Качество продукта", "n = 1,187 ≥ 30 → ∞",
         "“R²” – ‘x₁’ … € £ ¥", "WWWWWWWWWW", "(0–10); [a] {b} <c> & \"d\" 'e' @ # $ ~ ^ ` | \\ /"]
for text in texts:
    print(f"{text}\t{width(text, False):.6f}\t{width(text, True):.6f}")
