# Columns a terminal gives to each text: UAX #11 as Python's unicodedata carries it.
# python3 make.py > widths.tsv
import platform, sys, unicodedata

print(f"# Python {platform.python_version()}, Unicode {unicodedata.unidata_version}")
texts = ["plain", "Zürich", "u\u0308ber", "顧客満足", "고객 만족", "Ｗｉｄｅ", "ﾊﾝｶｸ", "Ωμέγα", "клиент",
         "a\u200bb", "①②", "…–∞", "“x”", "税込み100円", "한국", "🙂 ok", "👍", "（括弧）", "naïve café", "—"]
for text in texts:
    width = 0
    for c in text:
        if unicodedata.category(c) in ("Mn", "Me", "Cf"):
            continue
        width += 2 if unicodedata.east_asian_width(c) in "WF" else 1
    print(f"{text}\t{width}")
