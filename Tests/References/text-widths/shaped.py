# Widths of text from right to left in em, shaped by HarfBuzz: python3 shaped.py (uharfbuzz, fonts-dejavu-core 2.37)
import uharfbuzz as hb

print("# HarfBuzz", hb.version_string())
for name in ("DejaVuSans", "DejaVuSans-Bold"):
    face = hb.Face(open(f"/usr/share/fonts/truetype/dejavu/{name}.ttf", "rb").read())
    font = hb.Font(face)
    for text in ["رضا العملاء", "جودة المنتج", "שביעות רצון", "شیء ۱۲۳"]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        hb.shape(font, buffer)
        print(name, text, sum(p.x_advance for p in buffer.glyph_positions) / face.upem, sep="\t")
